"""What saves time finds what it stands for: a quick look leaves nothing out, and patterns looked for together find what their alternation does."""

from __future__ import annotations

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cites.across import author_date
from cites.entries import LIST_HEADING, NOTE_HEADING
from cites.forms.form import Draft, Item, Known
from cites.forms.legal.parts import Rule, Rules
from cites.forms.supra import BACK
from cites.headings import LIST_HEADINGS, NOTE_HEADINGS, lines_like_headings
from cites.model import Name
from cites.notes import HEADING
from cites.tagger.people import CREW, ET_AL, OF_MORE, ROLE, ROLE_BEGINS, ROLES, WORDS

POINTED = (
    "Smith", "Berg", "World Bank", "van", "and", "&", "et al.", "(eds)", "’s", "J. M.", "(1990)", " (1990, 12)", "(n.d.)", "(forthcoming",
    "In press", "2010", "2010a", "1999a, b", "[1922] 1978", "1962/1989", "pp. 3-4", "45", "(", ")", "; ", ", ", " ", "\n",
)  # fmt: skip
BACKWARD = (
    "see ", "supra", "note 5", "(n 5)", "above", "op. cit.", "loc. cit.", "a. a. O.", "ibid.", ", ", "указ. соч.", "dz. cyt.", "Smith", "(1998)",
    "o. c.", "cit.", " ", "previous", "(vorige N.)", "see references", "aaO", "前掲書", "wie Anm. 3",
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


@pytest.mark.parametrize("printed", ["{}", "## 5. {}", "**{}:**", "\t{}  \r", "12 {}", "=== {} ==="])
def test_no_heading_is_overlooked(printed: str) -> None:
    for name in sorted(NOTE_HEADINGS | LIST_HEADINGS):
        for heading in (name, name.title(), name.upper()):
            text = f"Nothing was signed.\n{printed.format(heading)}\nNothing else was."
            if any(pattern.match(text, 20) for pattern in (HEADING, LIST_HEADING, NOTE_HEADING)):
                assert 20 in lines_like_headings(text), heading


def test_sentences_are_not_like_headings() -> None:
    assert not list(lines_like_headings("Notes and sources disagree.\n\nHe has notes, and he\nSources: TASS\n"))


def test_authors_that_were_met_are_looked_for_by_their_first_letters() -> None:
    known = Known()
    names = (Name(family="Ledeneva", given="Alena"), Name(literal="World Bank"), Name(family="Berg", given="Jan", particle="van der"))
    known.learn([Draft("full", "book", 0, 9, [Item("author", name, 0, 1), Item("title", "How Russia Works", 2, 3)]) for name in names])
    for printed in ("Ledeneva", "Ledenva", "World Bank", "Berg", "van der Berg", "Van der Berg", "BERG"):
        assert known.may_begin_author(printed, 0), printed
    assert not known.may_begin_author("Smith", 0)


def test_rules_are_tried_in_their_order() -> None:
    some = [Rule("bill", regex.compile("."), hints) for hints in (("act ", "law "), ("bill ",), ("law ", "s. 1"), ("code ",))]
    assert list(Rules(*some).held("a law and its bill of 1990")) == some[:3]
    assert not list(Rules(*some).held("nothing"))


def test_names_with_a_role_are_told_by_its_first_word() -> None:
    for role in ROLES:
        for printed in (f"Jan Berg ({role})", f"{role} Jan Berg", f"{role.upper()}. Jan Berg"):
            assert not ROLE.search(printed) or ROLE_BEGINS & set(WORDS.findall(printed.casefold())), printed
    assert ROLE.search(f"executive {CREW[0]} Jan Berg")
    for others in ("et al.", "et. al", "and others", "u. a.", "u.a.", "и др.", "et coll.", "[et al.]", "e altri", "...", "…"):
        assert ET_AL.search(f"Jan Berg, {others}"), others
        assert any(sign in others for sign in OF_MORE), others
