"""What a person put right stays put right: the text of cites.toml, and what becomes of a document with it."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_cli import ARTICLE

from cites import CorrectionError, Corrections, Document, Extractor, Library, Name, Reading, Reference, extract, parse_corrections
from cites.corrections.lines import Lines
from cites.corrections.outlets import extend
from cites.corrections.works import correct_library
from cites.outlets import load_outlets
from cites.readers import read_bytes

NOTES = "It was denied.1 And again.2 And done.3\n\nNotes\n\n1. TASS, May 5, 2012.\n\n2. The tape of Interfax, June 7, 2013, is lost.\n\n3. Ibid.\n"


def read(text: str = ARTICLE, name: str = "articles/a.txt") -> Document:
    return read_bytes(text.encode(), name)


def corrected(corrections: str, text: str = ARTICLE, name: str = "articles/a.txt") -> Reading:
    return extract(read(text, name), parse_corrections(corrections, "articles/cites.toml", "articles"))


def printed(reading: Reading) -> list[str]:
    return [reading.document.text[slice(*citation.span)] for citation in reading.citations]


def work(reading: Reading, source: str) -> Reference:
    return next(reference for reference in reading.references if reference.source == source)


# -- the text -----------------------------------------------------------------------------------------------------------


def test_fields_have_the_names_of_csl() -> None:
    text = """
    [[reference]]
    key = "x"
    set = {container-title = "Kommersant", publisher_place = "Moscow", URL = "https://a.example", volume = 9, issued = 2012-01-26,
    """.rstrip(",\n ")
    text += ', author = ["McCurry, Justin", "Arctic Council", {family = "Gaulle", particle = "de"}]}'
    [entry] = parse_corrections(text).works
    assert dict(entry.fields) == {
        "container_title": "Kommersant",
        "publisher_place": "Moscow",
        "url": "https://a.example",
        "volume": "9",
        "issued": "2012-01-26",
        "author": (Name(family="McCurry", given="Justin"), Name(literal="Arctic Council"), Name(family="Gaulle", particle="de")),
    }


BROKEN = {  # what is wrong: the line and the words that say so
    "[[skip]]\nnote = 12a": (2, "Expected newline or end of document after a statement"),
    "\n\n[[skip]]\ntext = “a”": (4, "put texts in quotes"),
    "[outlets.Kyodo News]": (1, 'put a name with spaces in quotes: [outlets."Kyodo News"]'),
    '[outlets."A"]\n[outlets."A"]': (2, "put both tables of that name into one"),
    "[[reference]]\nkey = 'x'\nset = {\n}": (3, "in { } on one line"),
    "[[skip]]\nfile = 'a.txt'\ntext = '''": (3, "Expected"),
    "x = " + "[" * 5000: (1, "too deep"),
    "[[skip]]\nnote = " + "9" * 5000: (1, "digits"),
    "[[skips]]\nfile = 'a'": (1, "no table is called 'skips'; use 'skip'"),
    "[skip]\nnote = '1'": (1, "write [[skip]] with two brackets"),
    "[[outlets]]\nname = 'A'": (1, 'write [outlets."…"]'),
    "[document]\ntitle = 'A'": (2, "'title' is no table"),
    "[document.'/a.txt']": (1, "'/a.txt' is no file beside this one"),
    "[document.'../a.txt']": (1, "no file beside this one"),
    "[document.'a.txt']\n\ntitel = 'A'": (3, "no work has 'titel'; use 'title'"),
    "[document.'a.txt']\ninferred = 'A'": (2, "no work has 'inferred'"),
    "[document.'a.txt']\ntitle = 1.5": (2, 'put it in quotes: title = "…"'),
    "[document.'a.txt']\nvolume = " + hex(10**5000): (2, "put it in quotes"),
    "[document.'a.txt']\nissued = 'Jan 27, 2012'": (2, 'is no date; write "2012-01-27"'),
    "[document.'a.txt']\nissued = '2012-02-30'": (2, "is no date"),
    "[document.'a.txt']\nauthor = 7": (2, 'write author = ["Family, Given", "A Body"]'),
    "[document.'a.txt']\nauthor = [{name = 'A'}]": (2, "author is no list of names"),
    "[document.'a.txt']\ncontainer-title = 'A'\ncontainer_title = 'B'": (3, "container_title is there twice"),
    "[[reference]]\nset = {title = 'A'}": (1, "not said which work is meant"),
    "[[reference]]\nkey = 'x'": (1, "not said what is right"),
    "[[reference]]\nkey = 'x'\nset = 'A'": (3, 'write set = {title = "…"}'),
    "[[reference]]\nkey = 'x'\nsets = {title = 'A'}": (3, "'sets' means nothing here; use 'set'"),
    "[[reference]]\nkey = 'x'\n[reference.set]\n\ntype = 'newspaper'": (
        5,
        "no type of work is called 'newspaper'; use 'article-newspaper'",
    ),
    "[[skip]]\nfile = 'a.txt'": (1, "not said what is no citation"),
    "[[skip]]\ntext = 'A'\n\n[[skip]]\nnote = 3": (4, 'give file = "…" too'),
    "[[skip]]\nfile = true\nnote = 3": (2, "file is a text"),
    "[[citation]]\nfile = 'a.txt'\nnote = 3": (1, "not said which work is cited there"),
    "[[citation]]\nfile = 'a.txt'\nnote = 3\nkey = '…'": (1, "not said which work is cited there"),
    "[[citation]]\nkey = 'a'": (1, "not said which citation is meant"),
    "[[citation]]\nkey = 'a'\nnote = 3": (1, 'give file = "…" too'),
    "[outlets.'A']\nalias = 'B'": (2, "no outlet has 'alias'; use 'aliases'"),
    "[outlets.'A']\naliases = [1]": (2, "aliases is a list of texts"),
    "[outlets.'A']\naliases = ['–']": (2, "has no letter and no digit"),
    "[outlets.'A']\nvolume-one = '2004'": (2, "write it without quotes: volume_one = 2004"),
    "[outlets.'A']\nkind = 1": (2, "kind is a text"),
    "[outlets.'A']\nkind = 'oficial'": (2, "'oficial' is no kind of outlet; use 'official'"),
    "[outlets.'A']\ncountry = 'Georgia'": (2, "'Georgia' is no code of a country"),
    "[outlets.'A']\ntype = 'x'": (2, "no type of work is called 'x'"),
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_wrong_is_said_with_its_line(text: str) -> None:
    line, words = BROKEN[text]
    with pytest.raises(CorrectionError) as raised:
        parse_corrections(text, "articles/cites.toml")
    assert str(raised.value).startswith(f"articles/cites.toml:{line}: ") and words in str(raised.value)
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_lines_are_those_of_entries_however_they_are_written() -> None:
    text = '''\
# [[skip]]
[[skip]]
file = "a.txt"
text = """
[[skip]]
[outlets."A"]
"""
  [ outlets . "A \\"B\\" ]" ]  # [[skip]]
aliases = [
  "[[skip]]",
]
[[reference]]
key = "x"
[reference.set]
title = "[[skip]]"
[[ skip ]]
text = '[[skip]]'
'''
    corrections = parse_corrections(text.replace("\n", "\r\n"))
    assert [entry.line for entry in corrections.entries()] == [2, 8, 12, 16]
    assert [str(entry) for entry in corrections.entries()][1:3] == ['[outlets."A "B" ]"]', '[[reference]] key "x"']
    assert parse_corrections('\ufeff\nskip = [{text = "A"}]').skips[0].line == 2


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])), unique=True))
def test_every_outlet_knows_its_line(names: list[str]) -> None:
    quoted = [json.dumps(name, ensure_ascii=False) for name in names]
    lines = Lines("\n".join(f"# {name}\n[outlets.{name}]\nowner = {name}" for name in quoted))
    assert [lines.of("outlets", name) for name in names] == [3 * number + 2 for number in range(len(names))]


@given(
    st.text("[]{}=\"'#\n\r\\ .,-_aé0123456789:"),
    st.sampled_from(["", "[[skip]]", "[[reference]]\nset=", "[outlets.a]\n", "[document.a]\n"]),
)
def test_no_text_raises_anything_else(text: str, before: str) -> None:
    try:
        assert isinstance(parse_corrections(before + text), Corrections)
    except CorrectionError as error:
        assert 1 <= error.args[1] <= (before + text).count("\n") + 1


# -- what the article is ------------------------------------------------------------------------------------------------


def test_the_date_of_the_article_tells_the_years() -> None:
    text = "It rained (Interfax, January 26; TASS, December 30)."
    assert work(corrected("", text), "Interfax").issued == "XXXX-01-26"
    reading = corrected('[document."a.txt"]\ntitle = "Rain"\nissued = 2012-02-21', text)
    assert (reading.document.about.title, reading.document.about.issued) == ("Rain", "2012-02-21")
    assert (work(reading, "Interfax").issued, work(reading, "TASS").issued) == ("2012-01-26", "2011-12-30")


@pytest.mark.parametrize(
    ("folder", "file", "name", "is_about"),
    [
        ("articles", "a.txt", "articles/a.txt", True),
        ("articles", "a.txt", "articles/sub/a.txt", False),
        ("articles", "sub/a.txt", "articles/sub/a.txt", True),
        (".", "a.txt", "a.txt", True),
        (".", "a.txt", "sub/a.txt", False),
        (None, "a.txt", "articles/sub/a.txt", True),
        (None, "other/a.txt", "articles/sub/a.txt", False),
        (None, "a.txt", "a.txt", True),
        (None, "a.txt", "ba.txt", False),
    ],
)
def test_a_file_is_named_from_where_the_corrections_lie(folder: str | None, file: str, name: str, is_about: bool) -> None:
    assert Corrections(folder=folder).is_about(file, name) is is_about


# -- outlets ------------------------------------------------------------------------------------------------------------


def test_a_known_outlet_has_more_names() -> None:
    reading = corrected('[outlets."Kyodo"]\naliases = ["Zeppelin Dispatch"]', "It rained (Zeppelin Dispatch, January 26, 2012).")
    assert [reference.source for reference in reading.references] == ["Kyodo News"]


def test_a_new_outlet_counts_as_known() -> None:
    row = '[outlets."Zeppelin Dispatch"]\naliases = ["ZD"]\ndomains = ["www.zeppelin.example"]\nvolume-one = 2001\nkind = "magazine"'
    outlets = extend(load_outlets(), parse_corrections(row))
    found = outlets.find("the zeppelin-dispatch")
    assert (
        found
        and found is outlets.find("ZD") is outlets.at("https://zeppelin.example/1")
        and (found.kind, found.volume_one) == ("magazine", 2001)
    )
    assert load_outlets().find("Zeppelin Dispatch") is None
    about = '[document."a.txt"]\ncontainer_title = "ZD"\nvolume = 12\n'
    assert work(corrected(row + "\n" + about, "It rained (Interfax, January 26)."), "Interfax").issued == "2012-01-26"


def test_an_alias_goes_to_the_outlet_that_claims_it() -> None:
    outlets = extend(load_outlets(), parse_corrections('[outlets."European Defence Monitor"]\naliases = ["EDM"]'))
    assert [outlet.name for name in ("EDM", "Eurasia Daily Monitor") if (outlet := outlets.find(name))] == [
        "European Defence Monitor",
        "Eurasia Daily Monitor",
    ]


def test_an_empty_text_takes_names_away() -> None:
    [entry] = parse_corrections('[[reference]]\nkey = "kyodo2012"\nset = {author = "", title = "Talks"}').works
    assert entry.fields == (("author", ()), ("title", "Talks"))


def test_a_kind_tells_the_type() -> None:
    outlets = extend(load_outlets(), parse_corrections('[outlets."Ministry of Canals"]\nkind = "official"\n[outlets."Kyodo"]\nkind = "wire"'))
    assert [(one.kind, one.type) for one in map(outlets.find, ("Ministry of Canals", "Kyodo News")) if one] == [
        ("official", "webpage"),
        ("wire", "article-newspaper"),
    ]


def test_facts_of_a_known_outlet_are_replaced() -> None:
    outlets = extend(load_outlets(), parse_corrections('[outlets."Kyodo News"]\ncountry = "KR"'))
    found, known = outlets.find("KyodoNews"), load_outlets().find("KyodoNews")
    assert found and known and (found.country, found.aliases) == ("KR", known.aliases)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[outlets."A B"]\n\n[outlets."C D"]\naliases = ["AB"]',
            "x.toml:3: [outlets.\"C D\"]: 'ab' is also under A B, line 1; take one of them out",
        ),
        ('[outlets."A B"]\naliases = ["TASS"]', 'is the proper name of TASS; say what is right of it under [outlets."TASS"]'),
        ('[outlets."Kyodo"]\n[outlets."Kyodo News"]', 'x.toml:2: [outlets."Kyodo News"]: Kyodo News has a table above; put both into one'),
    ],
)
def test_a_name_has_one_owner(text: str, message: str) -> None:
    with pytest.raises(CorrectionError) as raised:
        extend(load_outlets(), parse_corrections(text, "x.toml"))
    assert message in str(raised.value)


# -- works --------------------------------------------------------------------------------------------------------------


def test_what_is_set_is_not_inferred() -> None:
    plain = corrected("")
    assert work(plain, "Interfax").ground("issued")
    reading = corrected('[[reference]]\nmatch = {source = "interfax"}\nset = {issued = "2011-01-26", title = "Talks"}')
    found = work(reading, "Interfax")
    assert (found.issued, found.title, found.inferred) == ("2011-01-26", "Talks", ())
    assert found.id == "interfax2011-01-26" and [c.reference for c in reading.citations].count(found.id) == 1
    assert {reference.source for reference in reading.references} == {reference.source for reference in plain.references}


def test_a_key_may_be_the_old_or_the_new_one() -> None:
    text = '[[reference]]\nkey = "interfax2012-01-26"\nset = {issued = "2011-01-26"}\n'
    again = '[[reference]]\nkey = "interfax2011-01-26"\nset = {title = "Talks"}'
    found = work(corrected(again + "\n" + text), "Interfax")
    assert (found.issued, found.title) == ("2011-01-26", "Talks")


def test_the_source_follows_what_is_set() -> None:
    text = "It rained (Kyoda Newz, January 26, 2012; TASS, January 26, 2012; Interfax, January 26, 2012)."
    match = '[[reference]]\nmatch = {container_title = "kyoda newz", issued = "2012-01-26"}\n'
    assert work(corrected(match + 'set = {container-title = "Kyodo"}', text), "Kyodo News").container_title == "Kyodo"
    assert work(corrected(match + 'set = {source = "Kyodo"}', text), "Kyodo News").container_title == "Kyoda Newz"
    assert work(corrected(match + 'set = {publisher = "A B", source = "Nobody Else"}', text), "Nobody Else").publisher == "A B"


def test_match_and_key_must_both_fit() -> None:
    rule = '[[reference]]\nkey = "interfax2012-01-26"\nmatch = {{title = "{}"}}\nset = {{volume = 7}}'
    assert work(corrected(rule.format("")), "Interfax").volume == "7"
    assert work(corrected(rule.format("Talks")), "Interfax").volume == ""


def test_works_that_are_the_same_now_are_one_in_the_library() -> None:
    texts = ("One (Interfax, January 26, 2012).", "Two (Interfax, January 27, 2012).", "Three (Interfax, January 27, 2012).")
    readings = [extract(read(text)) for text in texts]
    library = Library.of(readings)
    assert len(library.references) == 2
    corrections = parse_corrections('[[reference]]\nkey = "interfax2012-01-26"\nset = {issued = "2012-01-27"}')
    merged, fitted, _ = correct_library(readings, [corrections, *[Corrections(name="")] * 2], load_outlets(), library)
    assert [reference.id for reference in merged.references] == ["interfax2012-01-27"]
    assert fitted == {("cites.toml", 1)}
    # The second document has no such corrections, but it cites the same work.
    other = parse_corrections('[[reference]]\nkey = "interfax2012-01-27"\nset = {title = "Talks"}')
    shared, _, _ = correct_library(readings, [Corrections(name=""), other, Corrections(name="")], load_outlets(), library)
    assert [reference.title for reference in shared.references] == ["", "Talks"]


# -- no citations -------------------------------------------------------------------------------------------------------


def test_a_note_is_skipped_and_ibid_means_what_stands_before() -> None:
    assert printed(corrected("", NOTES))[0] == "TASS, May 5, 2012"
    reading = corrected('[[skip]]\nfile = "a.txt"\nnote = 2', NOTES)
    assert [citation.note for citation in reading.citations] == ["1", "3"]
    assert {citation.reference for citation in reading.citations} == {"tass2012-05-05"} == {work.id for work in reading.references}
    assert not reading.findings


def test_a_note_in_which_nothing_was_read_is_no_longer_asked_about() -> None:
    text = "It was denied.1 And again.2\n\nNotes\n\n1. TASS, May 5, 2012.\n\n2. The year 1975 was wet, as all of us recall to this day.\n"
    assert [finding.code for finding in corrected("", text).findings] == ["note-unread"]
    assert not corrected('[[skip]]\nfile = "a.txt"\nnote = "[2]"', text).findings
    assert not corrected('[[skip]]\ntext = "The year 1975 was wet, as all of us recall to this day."', text).findings


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Interfax, January 26; Kyodo, January 27, 28", ["TASS, January 28, 2012"]),
        ("(TASS,  January 28,\n2012)", ["Interfax, January 26", "Kyodo, January 27", "28"]),
        ("28", ["Interfax, January 26", "Kyodo, January 27", "TASS, January 28, 2012"]),
    ],
)
def test_words_are_skipped_with_all_that_stands_within(text: str, left: list[str]) -> None:
    assert printed(corrected(f'[[skip]]\nfile = "a.txt"\ntext = """{text}"""')) == left


def test_words_may_be_copied_from_the_page_or_from_the_file() -> None:
    page = "It’s “so” ([TASS](https://tass.com/1), March 12, 2015; *Le Monde*, March 13, 2015)."
    for words in ("TASS, March 12, 2015", "[TASS](https://tass.com/1), March 12, 2015", 'It\'s "so" (TASS, March 12, 2015;'):
        assert printed(corrected(f"[[skip]]\ntext = '''{words}'''", page, "articles/a.md")) == ["Le Monde, March 13, 2015"]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ('note = "12"', "note 12 of a.txt: there is no such note"),
        ('text = "Interfax,  February"', "“Interfax,  February” of a.txt: these words are not in it"),
        ('text = "January 26"', "“January 26” of a.txt: they are only a part of the citation “Interfax, January 26”"),
        ('text = "The ministers met"', "“The ministers met” of a.txt: nothing is read as a citation there"),
    ],
)
def test_what_fits_nothing_is_a_finding_with_its_line(entry: str, why: str) -> None:
    reading = corrected(f'# …\n[[skip]]\nfile = "a.txt"\n{entry}')
    [finding] = [finding for finding in reading.findings if finding.code == "correction-unfit"]
    assert finding.message == f"articles/cites.toml:2: [[skip]] {why}; take the entry out or mend it"
    assert finding.severity == "warning"
    assert not corrected(f'[[skip]]\nfile = "b.txt"\n{entry}').findings


# -- all together -------------------------------------------------------------------------------------------------------


def test_corrections_cross_processes() -> None:
    text = '[outlets."Zeppelin Dispatch"]\n[[reference]]\nmatch = {source = "Interfax"}\nset = {volume = 3}\n[[skip]]\ntext = "28"'
    extractor = Extractor(corrections=parse_corrections(text))
    there = pickle.loads(pickle.dumps(extractor))
    assert there(read()) == extractor(read()) and there.outlets is extractor.outlets
    assert hash(there.corrections) == hash(extractor.corrections)
    assert extractor.corrected(read())[1].fitted == {2, 5}


def test_no_corrections_change_nothing() -> None:
    assert corrected("") == extract(read()) == Extractor()(read())


# -- [[citation]] -------------------------------------------------------------------------------------------------------

TWO = (
    "It rained.1 It snowed.2 It hailed.3 It thawed.4\n\nNotes\n\n1. Anna Berg, Rain (Oslo: Nord, 2001), 4; Bo Lund, Snow (Oslo: Nord, 2002), 7.\n\n"
    "2. Ibid., 14.\n\n3. Ibid.\n\n4. Anna Berg, Rain, 9.\n"
)


def led(reading: Reading) -> list[str]:
    return [f"{citation.note} {citation.reference}" for citation in reading.citations]


@pytest.mark.parametrize("place", ['note = "2"', 'text = "Ibid., 14"', 'note = 2\ntext = "Ibid., 14"'])
def test_a_citation_leads_to_the_work_that_is_said(place: str) -> None:
    assert led(extract(read(TWO))) == ["1 bergrain2001", "1 lundsnow2002", "2 lundsnow2002", "3 lundsnow2002", "4 bergrain2001"]
    reading = corrected(f'[[citation]]\nfile = "a.txt"\n{place}\nkey = "bergrain2001"', TWO)
    # An "ibid." behind it goes on with it.
    assert led(reading) == ["1 bergrain2001", "1 lundsnow2002", "2 bergrain2001", "3 bergrain2001", "4 bergrain2001"]
    assert [(citation.form, citation.confidence) for citation in reading.citations if citation.note == "2"] == [("ibid", 1.0)]
    assert not [finding for finding in reading.findings if finding.code in ("ibid-ambiguous", "correction-unfit")]


def test_a_work_that_nothing_leads_to_any_more_is_gone() -> None:
    reading = corrected('[[citation]]\ntext = "TASS, January 28, 2012"\nkey = "interfax2012-01-26"')
    assert [citation.reference for citation in reading.citations].count("interfax2012-01-26") == 2
    assert not [reference for reference in reading.references if reference.source == "TASS"]


def test_a_citation_may_lead_to_a_work_of_another_document() -> None:
    texts = (TWO, "It rained.1\n\nNotes\n\n1. Ada Holm, Hail (Oslo: Nord, 2003), 4.\n")
    readings = [extract(read(text, name)) for text, name in zip(texts, ("articles/a.txt", "articles/b.txt"), strict=True)]
    corrections = parse_corrections('[[citation]]\nfile = "b.txt"\nnote = "1"\nkey = "lundsnow2002"', "articles/cites.toml", "articles")
    corrected = correct_library(readings, [corrections] * 2, load_outlets(), Library.of(readings))
    assert led(corrected.library.readings[1]) == ["1 lundsnow2002"]
    assert [reference.id for reference in corrected.library.references] == ["bergrain2001", "lundsnow2002"]
    assert (corrected.fitted, corrected.unfit) == ({("articles/cites.toml", 1)}, ())


def test_a_work_of_another_document_is_the_one_that_was_put_right() -> None:
    readings = [extract(read(text, name)) for name, text in (("a.txt", TWO), ("b.txt", "It rained.1\n\nNotes\n\n1. Ada Holm, Hail (Oslo: Nord, 2003), 4.\n"))]
    entries = '[[reference]]\nkey = "holmhail2003"\nset = {issued = "2004"}\n[[citation]]\nfile = "a.txt"\nnote = "2"\nkey = "holmhail2003"'
    library = correct_library(readings, [parse_corrections(entries)] * 2, load_outlets(), Library.of(readings)).library
    assert [reference.issued for reference in library.references if reference.title == "Hail"] == ["2004"]
    assert len(library.references) == 3


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ('note = "9"', "there is no such note"),
        ('note = "1"', "2 citations are read there, say which by its text"),
        ('text = "Anna Berg, Rain (Oslo: Nord, 2001), 4; Bo Lund, Snow (Oslo: Nord, 2002), 7"', "2 citations are read there, say which by its note"),
        ('text = "Ibid., 15"', "these words are not in it"),
        ('text = "Ibid., 1"', "they are only a part of the citation “Ibid., 14”"),
    ],
)
def test_a_citation_that_is_not_there_is_told(place: str, why: str) -> None:
    reading = corrected(f'[[citation]]\nfile = "a.txt"\n{place}\nkey = "bergrain2001"', TWO)
    assert led(reading) == led(extract(read(TWO)))
    [finding] = [finding for finding in reading.findings if finding.code == "correction-unfit"]
    assert finding.message.startswith("articles/cites.toml:1: [[citation]] ") and f": {why}; " in finding.message


def test_two_entries_for_one_citation_do_not_overrule_each_other() -> None:
    entry = '[[citation]]\nfile = "a.txt"\nnote = "2"\nkey = "{}"\n'
    reading = corrected(entry.format("bergrain2001") + entry.format("lundsnow2002"), TWO)
    assert led(reading)[2] == "2 bergrain2001"
    [finding] = [finding for finding in reading.findings if finding.code == "correction-unfit"]
    assert finding.message.startswith("articles/cites.toml:5: [[citation]] note 2") and "line 1 leads it to another work" in finding.message
