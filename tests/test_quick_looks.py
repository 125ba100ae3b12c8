"""What saves time finds what it stands for: a quick look leaves nothing out, and patterns looked for together find what their alternation does."""

from __future__ import annotations

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cites.across import author_date
from cites.forms import HINTS
from cites.forms.contexts import to_context
from cites.forms.form import Draft, Item, Known
from cites.forms.legal.tables import Rule, Rules, read_rules
from cites.forms.short.supra import BACK
from cites.grammar.date_shapes import BY_NUMBER
from cites.grammar.dates import read_date
from cites.grammar.genres import GENRES, match_genre
from cites.grammar.imprint import EDITION_OF_YEAR, FIRST_YEAR, YEAR_ENDS
from cites.grammar.lexicon import leading
from cites.grammar.locator_shapes import BARE_PAGES, BARE_VOLUME
from cites.grammar.locators import BY_CAPITALS, BY_SIGN, BY_WORD, LED, ROMAN, _may_be_page, _tried
from cites.knowledge import DATA, load, read_tables
from cites.marks import Marked
from cites.model import Document, Name, Span, Zone
from cites.outlets import load_outlets
from cites.tagger.people import CREW, ET_AL, OF_MORE, ROLE, ROLE_BEGINS, ROLES, WORDS
from cites.view import fold
from cites.zones.headings import LIST_HEADINGS, NOTE_HEADINGS, Heading, find_headings

POINTED = (
    "Smith", "Berg", "World Bank", "van", "and", "&", "et al.", "(eds)", "’s", "J. M.", "(1990)", " (1990, 12)", "(n.d.)", "(forthcoming",
    "In press", "2010", "2010a", "1999a, b", "[1922] 1978", "1962/1989", "pp. 3-4", "45", "(", ")", "; ", ", ", " ", "\n",
)  # fmt: skip
BACKWARD = (
    "see ", "supra", "note 5", "(n 5)", "above", "op. cit.", "loc. cit.", "a. a. O.", "ibid.", ", ", "указ. соч.", "dz. cyt.", "Smith", "(1998)",
    "o. c.", "cit.", " ", "previous", "(vorige N.)", "see references", "aaO", "前掲書", "wie Anm. 3",
)  # fmt: skip
NUMBERED = (
    "12", "1990", "(", ")", "[", "]", ", ", " ", ":", "-", "/", ".", "xii", "XIV", "ff", "f.", "fo.", "80", "e5738", "A4", "passim", "CDL-AD", "no. ",
    "J.L. & Tech.", "Fjord", "UNTS", "Jg", "页", "5", "ª", "Berg", "a", ";",
)  # fmt: skip
lawful = settings(max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
texts = st.lists(st.sampled_from(POINTED), max_size=40).map("".join)
backward = st.lists(st.sampled_from(BACKWARD), max_size=20).map("".join)


@lawful
@given(texts)
def test_narrative_pointers_are_found_before_their_years(text: str) -> None:
    found = [match.span() for match in author_date._find_narrative(text)]
    assert found == [match.span() for match in author_date.NARRATIVE.finditer(text)]


@lawful
@given(texts)
def test_either_finds_what_its_alternation_does(text: str) -> None:
    alternation = regex.compile("|".join((author_date.POINTER.pattern, author_date.AGAIN.pattern, author_date.LETTER.pattern)))
    found = [(match.span(), match.groupdict()) for match in author_date.EITHER.finditer(text)]
    assert found == [(match.span(), match.groupdict()) for match in alternation.finditer(text)]


@lawful
@given(backward)
def test_either_finds_first_what_its_alternation_does(text: str) -> None:
    alternation = BACK._whole.search(text)
    found = BACK.search(text)
    assert (found and (found.span(), found.groupdict())) == (alternation and (alternation.span(), alternation.groupdict()))


@pytest.mark.parametrize(
    "printed",
    ["{}", "## 5. {}", "**{}:**", "\t{}  \r", "12 {}", "=== {} ===", "VII. {}", "IX {}", "A. {}", "§ {}", "--- {} ---", "{}[edit]", "{} [edit]", "{} ¶",
     "[{}]", "📚 {}", "{}：", "{} {{.unnumbered}}"],
)  # fmt: skip
def test_no_heading_is_overlooked(printed: str) -> None:
    for name in sorted(NOTE_HEADINGS | LIST_HEADINGS):
        for heading in (name, name.title(), name.upper()):
            line = printed.format(heading)
            kind = "notes" if name in NOTE_HEADINGS else "list"
            text = f"Nothing was signed.\n{line}\nNothing else was."
            assert list(find_headings(text)) == [Heading(20, 20 + len(line), kind)], line


@pytest.mark.parametrize("line", ["R E F E R E N C E S", "References / Sources", "Sources (in print)", "Notes to Chapter 3", "Fußnoten"])
def test_headings_in_other_shapes(line: str) -> None:
    assert list(find_headings(line))


@pytest.mark.parametrize(
    "line", ["Notes and sources disagree.", "He has notes, and he", "Sources: TASS", "- References", "References ..... 12", "“Sources”", "Notes;"]
)
def test_sentences_and_tables_of_contents_have_no_headings(line: str) -> None:
    assert not list(find_headings(line))


def test_authors_that_were_met_are_looked_for_by_their_first_letters() -> None:
    known = Known()
    names = (Name(family="Ledeneva", given="Alena"), Name(literal="World Bank"), Name(family="Berg", given="Jan", particle="van der"))
    known.learn([Draft("full", "book", 0, 9, [Item("author", name, 0, 1), Item("title", "How Russia Works", 2, 3)]) for name in names])
    for printed in ("Ledeneva", "Ledenva", "World Bank", "Berg", "van der Berg", "Van der Berg", "BERG"):
        assert known.may_begin_author(printed, 0), printed
    assert not known.may_begin_author("Smith", 0)


def test_rules_are_tried_in_their_order() -> None:
    some = [Rule("bill", regex.compile("."), hints) for hints in (("act ", "law "), ("bill ",), ("law ", "s. 1"), ("code ",))]
    rules = Rules(*some)
    assert list(rules.held("a law and its bill of 1990", frozenset(rules.hints))) == some[:3]
    assert not list(rules.held("nothing", frozenset(rules.hints)))


@pytest.mark.parametrize("table", sorted(path.stem for path in (DATA / "legal").iterdir()))
def test_what_lawyers_cite_fits_the_rule_of_its_row(table: str) -> None:
    rows = {kind: rows for kind, rows in read_tables(f"legal/{table}.toml").items() if kind.islower()}
    for row, rule in [pair for kind in rows for pair in zip(rows[kind], read_rules(table, kind), strict=True)]:
        assert row["examples"]
        for printed in map(fold, row["examples"]):
            assert rule.pattern.match(printed) and any(hint in printed.lower() for hint in rule.hints), printed


@lawful
@given(st.lists(st.one_of(st.sampled_from(sorted(HINTS.words)), st.text("aeinrst ./(12§《", max_size=4)), max_size=12).map("".join))
def test_hints_are_found_wherever_they_stand(text: str) -> None:
    assert HINTS.within(text) == {word for word in HINTS.words if word in text}


@pytest.mark.parametrize("table", ["pages", "volumes", "issues", "episodes", "sections", "chapters"])
@pytest.mark.parametrize("number", ["12", " 12", " IV", " “The Harbour”"])
def test_locators_are_told_by_their_first_word(table: str, number: str) -> None:
    for word in load()[table]:
        for printed in (f"{word}{number}", f"{word}{number}".capitalize()):
            tried = _tried(printed, 0, leading(printed, 0))
            assert all((pattern, fields) in tried for _, pattern, fields in LED if pattern.match(printed)), printed


@lawful
@given(st.lists(st.sampled_from(NUMBERED), min_size=1, max_size=6).map("".join))
def test_numbers_are_told_by_their_first_sign(text: str) -> None:
    word = leading(text, 0)
    if word not in BY_WORD:
        every = {row for tried in (*BY_SIGN.values(), BY_CAPITALS) for row in tried}
        assert {row for row in every if row[0].match(text)} <= {*_tried(text, 0, word)}
        assert _may_be_page(text, 0, word) or not BARE_PAGES.match(text)
        assert not word or text[0] in ROMAN or not BARE_VOLUME.match(text)


def test_what_a_text_calls_a_work_is_told_by_its_first_word() -> None:
    for genre in (*load().genres, "Ph.D. diss.", "D. Phil. thesis", "B.Litt. thesis", "LL.M. thesis", "honours dissertation", "Diss. phil."):
        match = GENRES.match(genre)
        assert match is None or match_genre(genre, 0, len(genre)), genre


@lawful
@given(st.integers(1480, 2120), st.sampled_from(["", ")", "]", ";", ":", "a)", "1)", ")x"]))
def test_a_year_alone_is_what_the_shapes_of_dates_say(year: int, behind: str) -> None:
    text = f"{year}{behind}"
    match = BY_NUMBER.match(text)
    date = read_date(text, 0)
    assert (date and (date.end, date.value[:4])) == (match and (match.end(), match["year"]))


@pytest.mark.parametrize("printed", ["London: Penguin, 1980 edn", "LONDON: PENGUIN, 1980 EDN", "London: Penguin, 1980 Ed.", "London: Penguin, 2009 [1957]"])
def test_a_year_behind_a_year_is_told_by_its_end(printed: str) -> None:
    assert printed.endswith(YEAR_ENDS)
    assert FIRST_YEAR.search(printed) or EDITION_OF_YEAR.search(printed)


def test_words_in_lower_case_stand_where_they_are_printed() -> None:
    text = "İNÖNÜ, “İzmir’de,” Hürriyet"
    context = to_context(Marked(Document("a.txt", text)), Zone("note", Span(0, len(text))), load_outlets(), Known())
    assert [len(context.lowered), context.lowered.find("hürriyet")] == [len(text), text.find("Hürriyet")]


def test_names_with_a_role_are_told_by_its_first_word() -> None:
    for role in ROLES:
        for printed in (f"Jan Berg ({role})", f"{role} Jan Berg", f"{role.upper()}. Jan Berg"):
            assert not ROLE.search(printed) or ROLE_BEGINS & set(WORDS.findall(printed.casefold())), printed
    assert ROLE.search(f"executive {CREW[0]} Jan Berg")
    for others in ("et al.", "et. al", "and others", "u. a.", "u.a.", "и др.", "et coll.", "[et al.]", "e altri", "...", "…"):
        assert ET_AL.search(f"Jan Berg, {others}"), others
        assert any(sign in others for sign in OF_MORE), others
