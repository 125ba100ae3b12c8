"""The cases of tests/cases/*.txt: what is printed, and what a careful reader finds in it. How a case is written is in case_files.py.

SHAPES says for each file how its texts are read and what the columns of its lines are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import pytest
from case_files import CASES as FOLDER
from case_files import Case, Found, expected, found, read_cases

from cites.extract import Extractor
from cites.grammar.dates import read_date
from cites.grammar.inverted_names import read_inverted
from cites.grammar.names import split_people
from cites.grammar.sources import evidence, lookup
from cites.grammar.titles import quotes_in
from cites.model import Citation, Name, Reading, Reference, Span
from cites.outlets import load_outlets
from cites.readers import read_bytes
from cites.view import fold
from cites.zones import find_zones

ENOUGH = ((0.98, "known"), (0.75, "likely"), (0.4, "possible"), (0.0, "no"))  # evidence that a name is a source, in a word
# Citations that convince: in their company other things may be taken for one.
COMPANY = " Nothing was signed (TASS, January 28, 2012). Nobody was surprised (Reuters, January 29, 2012; Interfax, January 30, 2012)."
PEOPLE = frozenset({"author", "editor", "translator"})


@cache
def extractor() -> Extractor:
    return Extractor()


def read_document(text: str, name: str = "case.txt") -> Reading:
    return extractor()(read_bytes(text.encode(), name))


# -- how a citation is shown -----------------------------------------------------------------------------------------


def printed(reading: Reading, span: Span) -> str:
    return '"' + " ".join(reading.document.text[span.start : span.end].split()) + '"'


def person(name: Name) -> str:
    if name.literal:
        return name.literal
    return ", ".join(filter(None, (f"{name.particle} {name.family}".strip(), name.given, name.suffix)))


def work(reference: Reference) -> str:
    """What a reader would call a work: "Baev and Toenesson, Can Russia Keep Its Special Ties", "Kyodo News"."""
    names = [name.literal or f"{name.particle} {name.family}".strip() for name in reference.author or reference.editor]
    who = " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    title = reference.title
    return ", ".join(filter(None, (who, title))) if title else reference.source or who


def show(reading: Reading, citation: Citation) -> Found:
    """Form, text, work, date, page cited."""
    reference = next((item for item in reading.references if item.id == citation.reference), Reference())

    def field(name: str) -> str:
        if name in PEOPLE:
            return "; ".join(map(person, getattr(reference, name)))
        if name in ("locator", "kind", "note"):
            return str(getattr(citation, name))
        if name == "ground":
            inferred = reference.ground("issued")
            return inferred.ground if inferred else ""
        return str(getattr(reference, name))

    return Found((citation.form, printed(reading, citation.span), work(reference), reference.issued, citation.locator), field)


def cited(reading: Reading, *kinds: str) -> list[Found]:
    return [show(reading, citation) for citation in reading.citations if not kinds or citation.kind in kinds]


# -- what the texts of a file are, and what is found in them ---------------------------------------------------------


def to_edtf(printed: str) -> str:
    """A printed date as EDTF, "" for anything that is not one whole date: "January 26, 2012" gives "2012-01-26", "February 30" ""."""
    folded = fold(printed).strip()
    date = read_date(folded, 0)
    return date.value if date and date.end == len(folded) else ""


def dates(text: str) -> Iterable[Found]:
    """One printed date a line; the EDTF date, "-" where it is none."""
    for line in text.splitlines():
        yield Found((to_edtf(line) or "-",))


def titles(text: str) -> Iterable[Found]:
    return (Found((text[quoted.start : quoted.end],)) for quoted in quotes_in(fold(text), 0, len(text)))


def names(text: str) -> Iterable[Found]:
    """One or more names a line: family, given, particle, suffix."""
    for line in text.splitlines():
        for name in split_people(line):
            yield Found((name.family, name.given, name.particle, name.suffix))


def names_inverted(text: str) -> Iterable[Found]:
    people = read_inverted(fold(text), text, 0, len(text))
    for name in people.names if people else ():
        yield Found((name.family, name.given, name.particle, name.suffix), lambda _, role=people.role if people else "": role)


def sources(text: str) -> Iterable[Found]:
    """One name a line: how likely it is a source, and which one."""
    for line in text.splitlines():
        outlet = lookup(line, load_outlets())
        worth = evidence(line, load_outlets())
        yield Found((next(word for floor, word in ENOUGH if worth >= floor), outlet.name if outlet else ""))


def inline(text: str) -> Iterable[Found]:
    """A sentence with its parentheses."""
    return cited(read_document(text), "inline", "credit")


def notes(text: str) -> Iterable[Found]:
    """Each line is a note."""
    many = text.splitlines()
    called = " ".join(f"The talks went on.{number}" for number in range(1, len(many) + 1))
    return cited(read_document(called + "\n\nNotes\n\n" + "\n".join(f"{number}. {note}" for number, note in enumerate(many, 1))), "note")


def listed(text: str) -> Iterable[Found]:
    """Each line is an entry of a bibliography."""
    return cited(read_document("The talks went on.\n\nReferences\n\n" + "\n\n".join(text.splitlines())), "list", "note")


def pointers(text: str) -> Iterable[Found]:
    """A text with its list; the entries themselves are not shown."""
    return cited(read_document(text), "inline", "note")


def markdown(text: str) -> Iterable[Found]:
    return cited(read_document(text, "case.md"))


def markdown_notes(text: str) -> Iterable[Found]:
    """Each line is a note in Markdown."""
    many = text.splitlines()
    called = " ".join(f"The talks went on.[^{number}]" for number in range(1, len(many) + 1))
    return cited(read_document(called + "\n\n" + "\n".join(f"[^{number}]: {note}" for number, note in enumerate(many, 1)), "case.md"), "note")


def nothing(text: str) -> Iterable[Found]:
    """A text that is read among citations that convince; these are not shown."""
    reading = read_document(text + COMPANY)
    return [show(reading, citation) for citation in reading.citations if citation.span.start < len(text) and citation.kind != "credit"]


def zones(text: str) -> Iterable[Found]:
    """Kind, label, text."""
    document = read_bytes(text.encode(), "case.txt")
    for zone in find_zones(document).zones:
        yield Found((zone.kind, zone.label, printed(Reading(document), zone.span)))


def callouts(text: str) -> Iterable[Found]:
    """Label, and the mark in braces after what stands before it."""
    reading = read_document(text)
    for callout in reading.callouts:
        start, end = callout.span
        before = reading.document.text[max(0, start - 30) : start].split()
        yield Found((callout.note, f"{before[-1] if before else ''}{{{reading.document.text[start:end]}}}"))


def years(text: str) -> Iterable[Found]:
    """Text, date, what the year was inferred from ("-": it is printed)."""
    reading = read_document(text)
    for citation in reading.citations:
        shown = show(reading, citation)
        yield Found((shown.columns[1], shown.columns[3], shown.field("ground")), shown.field)


def claims(text: str) -> Iterable[Found]:
    """Text of the citation, text of the sentence."""
    reading = read_document(text)
    for citation in reading.citations:
        yield Found((printed(reading, citation.span), printed(reading, citation.claim) if citation.claim else "-"))


SHAPES: dict[str, Callable[[str], Iterable[Found]]] = {
    "archival": notes,
    "author_date": pointers,
    "books": notes,
    "callouts": callouts,
    "cjk": notes,
    "claims": claims,
    "dates": dates,
    "ibid_and_short": notes,
    "inline": inline,
    "law_cases": notes,
    "law_in_print": notes,
    "law_reviews": notes,
    "law_statutes": notes,
    "law_styles": markdown_notes,
    "languages": notes,
    "legal": notes,
    "listed": listed,
    "markdown": markdown,
    "markdown_notes": markdown_notes,
    "names": names,
    "names_inverted": names_inverted,
    "not_citations": nothing,
    "notes": notes,
    "notes_abroad": notes,
    "pointing_back": notes,
    "reports": notes,
    "romance": notes,
    "russian": notes,
    "sources": sources,
    "spoken": notes,
    "titles": titles,
    "years": years,
    "zones": zones,
}


def every_case() -> Iterable[object]:
    for path in sorted(FOLDER.glob("*.txt")):
        for case in read_cases(path):
            # strict: a case that holds by now fails, so that it is moved up
            marks = [pytest.mark.xfail(strict=True, reason=f'below "# not yet" in {case.file}')] if case.not_yet else []
            yield pytest.param(case, id=repr(case), marks=marks)


@pytest.mark.parametrize("case", list(every_case()))
def test_case(case: Case) -> None:
    shape = SHAPES[case.file.removesuffix(".txt")]
    was, should_be = found(case, list(shape(case.given))), expected(case)
    assert was == should_be, f"\n-- expected\n{should_be}\n-- found\n{was}"


def test_every_file_has_a_shape() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(SHAPES)


def test_titles_are_told_apart() -> None:
    for path in FOLDER.glob("*.txt"):
        of_file = [case.title for case in read_cases(path)]
        assert len(of_file) == len(set(of_file)), path.name
