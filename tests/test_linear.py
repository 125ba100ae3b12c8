"""Work grows with the text and no faster, hostile text included: counted, not timed. tests/benchmarks/linear.py times it."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable
from functools import cache
from types import FrameType
from typing import Any

import pytest
import regex

import cites
from cites import lazy_regex
from cites.across.author_date import POINTER
from cites.across.index import LONGEST_TITLE, Index
from cites.across.named_cases import NAME
from cites.across.unlisted import PIECE
from cites.extract import Extractor
from cites.forms import amid, order, reading
from cites.forms.books.book import PARTICLES_FIRST
from cites.forms.books.title_end import PLACED
from cites.forms.legal.tables import Rules
from cites.grammar.areas import IMPRINT
from cites.grammar.dates import read_date
from cites.grammar.lexicon import Either, by_line
from cites.grammar.names import MANY, split_people
from cites.marks import Layer
from cites.model import Document, Mark, Span
from cites.readers import read_bytes
from cites.resolve import pointing
from cites.resolve.doubts import MAY_CITE

SIZE = 1200  # code points: more than any form looks at, less than the piece in which a long note is read
GROWTH = 2.3  # times as many calls for twice the text; 2 is linear, and what is done once makes it less


@cache
def extractor() -> Extractor:
    return Extractor()


def note(piece: str) -> Callable[[int], str]:
    return lambda size: f"Nothing was signed.1\n\nNotes\n\n1. {piece * (size // len(piece))}"


def text(piece: str) -> Callable[[int], str]:
    return lambda size: "Nothing was signed (TASS, January 28, 2012). " + piece * (size // len(piece))


def numbered(sentence: str, printed: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        numbers = range(1, size // len(sentence + printed))
        return " ".join(sentence.format(n=n) for n in numbers) + "\n\nNotes\n\n" + "\n".join(f"{n}. {printed.format(n=n)}" for n in numbers)

    return make


HOSTILE = {
    "pages": note("pp. 3-4, "),
    "ibid.": note("Ibid., "),
    "names": note("Smith, "),
    "initials": note("A. B. C. "),
    "authors": note("A. B. Smith, C. D. Jones, "),
    "et al.": note("et al. "),
    "commas": note(", "),
    "digits": note("1 2 3 "),
    "writers": note(", by Aa Bb"),
    "quotes": note("“And then "),
    "prose": note("Nothing was signed and nobody had thought that it would be, "),
    "parentheses": text("(TASS, January 28 "),
    "brackets": text("[1 "),
    "one line": text("It was said (TASS, January 28). "),
    "notes of one author": numbered("Said.{n}", "Ko Hirano, Abe Quandary {n} (London: Routledge, 2015), {n}."),
    "short forms": numbered("Said.{n}", "Ko Hirano, Abe Quandary {n} (London: Routledge, 2015), {n}; Hirano, “Quandary {n},” 5."),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_takes_twice_the_calls(name: str) -> None:
    once, twice = (calls_for(HOSTILE[name](size)) for size in (SIZE, 2 * SIZE))
    assert twice < GROWTH * once


def test_many_papers_with_a_year_are_not_compared_with_each_other() -> None:
    once, twice = (calls_for(text("(BBC News, 2019) as a ")(size)) for size in (6 * SIZE, 12 * SIZE))
    assert twice < GROWTH * once


def calls_for(printed: str) -> int:
    """How many functions are called to read a text that was read before."""
    document = Document("a.txt", printed)
    return calls_of(lambda: extractor()(document))


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called to do what was done once before."""
    work()
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def test_a_row_of_dates_is_read_without_recursion() -> None:
    date = read_date("31.12.2001-01.01.2002-" * SIZE, 0)
    assert date and date.value == "2001-12-31/2002-01-01"


def test_authors_without_and_are_no_riddle() -> None:
    """A pattern that could read one list in many ways would try them all, and not come to an end."""
    printed = ", ".join(f"A. B. Smith{'a' * n}" for n in range(60))
    match = MANY.fullmatch(printed, timeout=60)
    assert match
    assert len(split_people(match["people"])) == 60
    assert MANY.fullmatch(printed + ", 1", timeout=60) is None


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [
        (NAME, "in Berg " + "& " * 60 + "x"),
        (PIECE, "See also " * 60 + "x"),
        (PARTICLES_FIRST, "van der " * 60 + "x"),
        (PLACED, "A-" * 800 + "x"),
        (IMPRINT, "A-" * 800 + "x"),
        (POINTER, "Smith/" * 400 + "x"),
        (MAY_CITE, "İ" * 200_000 + "x"),
    ],
)
def test_a_row_of_small_pieces_is_no_riddle(pattern: regex.Pattern[str], printed: str) -> None:
    assert pattern.search(printed, timeout=60) is None


@pytest.mark.parametrize("piece", ["a; ", "A's, ", "“A, ", "Berg and ", "in Berg, "])
def test_a_note_without_citations_is_given_up(monkeypatch: pytest.MonkeyPatch, piece: str) -> None:
    """Each place where a citation might begin costs a look by many forms, and a piece of a note may have thousands of them."""
    looked = []
    first_fit = order.first_fit
    for room in (reading, amid):
        monkeypatch.setattr(room, "first_fit", lambda *place: looked.append(place) or first_fit(*place))
    extractor()(read_bytes(note(piece)(6000).encode(), "note.txt"))
    assert len(looked) <= 2 * (reading.MAX_MISSED + amid.MAX_AMID)


def test_many_raised_numbers_are_not_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    equals = Mark.__eq__
    monkeypatch.setattr(Mark, "__eq__", lambda *both: compared.append(both) or equals(*both))
    marks = 300
    read_bytes(b"a<sup>1</sup>\n\n<sup>1</sup> b\n" * marks, "a.md")
    assert len(compared) < 3 * marks


def test_arrows_in_a_row_are_one_end_of_a_note() -> None:
    once, twice = (calls_of(lambda size=size: read_bytes("[↩](#fnref1) ".encode() * size, "a.md")) for size in (200, 400))
    assert twice < GROWTH * once


def test_the_items_of_a_list_are_not_compared_with_its_lines() -> None:
    documents = [read_bytes(b"Said (Berg 2010).\n\n# References\n\n" + b"- x\n" * size, "a.md") for size in (400, 800)]
    once, twice = (calls_of(lambda document=document: extractor()(document)) for document in documents)
    assert twice < GROWTH * once


def test_a_title_is_known_by_its_first_words() -> None:
    entry = "Aa, B. (2010). " + " ".join(f"w{n}" for n in range(1500)) + ". London: Routledge."
    reading = extractor()(Document("a.txt", f"As was said (Aa 2010).\n\nReferences\n\n{entry}"))
    assert len(Index(reading.citations).titles) <= LONGEST_TITLE


def test_a_short_form_is_compared_with_few_works(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    fit = pointing.fit
    monkeypatch.setattr(pointing, "fit", lambda *arguments: compared.append(arguments) or fit(*arguments))
    works = 150
    full = "".join(f"{n}. Ko Hirano, Abe Quandary of {n + 1000} (London: Routledge, 2015).\n" for n in range(1, works + 1))
    short = "".join(f"{n + works}. Hirano, Abe Quandary of {n + 1000}, 5.\n" for n in range(1, works + 1))
    body = " ".join(f"Said.[{n}]" for n in range(1, 2 * works + 1))
    reading = extractor()(Document("a.txt", f"{body}\n\nNotes\n\n{full}{short}"))
    found = {citation.note: citation.reference for citation in reading.citations}
    assert len(set(found.values())) == works
    assert all(found[str(n)] == found[str(n + works)] for n in range(1, works + 1))
    assert len(compared) <= 2 * works


def test_every_pattern_compiles() -> None:
    """Patterns are compiled when they are first used: here all of them."""
    modules = [
        importlib.import_module(found.name) for found in pkgutil.walk_packages(cites.__path__, "cites.") if "__main__" not in found.name
    ]
    values = [value for module in modules for value in vars(module).values()]
    values += [pattern for value in values if isinstance(value, Either) for pattern in value.patterns]
    values += [rule.pattern for value in values if isinstance(value, Rules) for rule in value.rules]
    patterns = {id(value): value for value in values if isinstance(value, lazy_regex.Later)}
    assert len(patterns) > 200
    for pattern in patterns.values():
        regex.compile(pattern.pattern, pattern.flags)
        assert r"\p{{" not in pattern.pattern  # of a pattern that was no f-string


@pytest.mark.parametrize("printed", ["", "1. a", "x\n1. a\n2. b\n", "1. a\n\n 2. b\r\n3.\n4. c", "\n\n1. a\n"])
def test_lines_are_found_as_by_multiline(printed: str) -> None:
    pattern = r"[ \t]*(?P<label>\d)\.[ \t]*(?:\n(?=\d)|(?=\w))"
    assert [match.span() for match in by_line(pattern)(printed)] == [
        match.span() for match in regex.finditer(f"^(?:{pattern})", printed, regex.MULTILINE)
    ]


@pytest.mark.parametrize("printed", ["", "box 4, FO 371/75758", "RG 59, box 4", "xRG 5/6", "a RG 5"])
def test_either_finds_what_an_alternation_finds(printed: str) -> None:
    parts = (r"RG\s\d+", r"box\s\d", r"\w+/\d+", r"(?<=x)RG\s5/6")
    whole = regex.compile("|".join(parts))
    for at in range(len(printed) + 1):
        for method in ("search", "match"):
            either, alternation = (getattr(pattern, method)(printed, at) for pattern in (Either(*parts), whole))
            assert (either and either.span()) == (alternation and alternation.span())
    assert Either(*parts).is_in(printed) == bool(whole.search(printed))


@pytest.mark.parametrize(
    ("span", "found"), [((0, 1), ""), ((0, 3), "ab"), ((5, 6), "a"), ((8, 20), "acd"), ((10, 12), "c"), ((30, 40), "")]
)
def test_marks_that_touch_a_stretch(span: tuple[int, int], found: str) -> None:
    marks = {"a": (2, 10), "b": (2, 4), "c": (9, 12), "d": (15, 20)}
    layer = Layer(Mark("link", Span(*marks[name]), name) for name in "dcba")
    assert sorted(mark.value for mark in layer.touching(Span(*span))) == sorted(found)
