"""What stands before the imprint in the same brackets: who edited or translated the work, its edition, its volume, its series.

"(ed. Ann Berg; trans. Jo Lind; vol. 2; Oslo: Fjord, 1976)" as the SBL Handbook of Style has it (2nd ed., 6.2), "(Ann Berg ed, Jo Lind tr,
Fjord 1976)" as OSCOLA (4th ed., 3.2.3).
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.locator_shapes import VOLUMES
from cites.grammar.locators import read_locator
from cites.grammar.names import split_people
from cites.grammar.printed import Printed
from cites.grammar.wordings import EDITED, EDITION, TRANSLATED

ROLES = {"editor": "editors.after", "translator": "translators.after"}
BEFORE = {"editor": EDITED, "translator": TRANSLATED}
BEHIND = {
    field: compile_words(rf"(?P<people>(?-i:\p{{Lu}})[^;:\d]{{3,90}}?),?\s(?:{one_of(words)}|\((?:{one_of(words)})\))")
    for field, words in ROLES.items()
}
SERIES = regex.compile(
    r"(?P<collection_title>\p{Lu}[^;:]{3,80}?),?\s(?:(?:vol|no|Bd|Nr)\.\s)?(?P<collection_number>(?!1[5-9]\d\d|20\d\d)\d{1,4})"
)
SEMICOLON = regex.compile(r";\s")
COMMA = regex.compile(r"[,;]\s")


def read_parts(folded: str, text: str, start: int, end: int) -> tuple[list[Printed], int]:
    """Return what stands before the imprint in `start:end`, and where that begins; nothing and `start` where only an imprint does.

    For "ed. Ann Berg; Oslo: Fjord, 1976" this is an editor, and where "Oslo" begins.
    """
    found: list[Printed] = []
    at = start
    by_semicolon = [match.span() for match in SEMICOLON.finditer(folded, start, end)]
    for stop, after in by_semicolon:
        part = _read(folded, text, at, stop)
        if part is None:
            return [], start
        found += part
        at = after
    if not by_semicolon:
        while comma := COMMA.search(folded, at, end):
            people = _behind(folded, text, at, comma.start())
            if not people and not VOLUMES.fullmatch(folded, at, comma.start()):
                break
            found += people
            at = comma.end()
    return found, at


def _read(folded: str, text: str, start: int, end: int) -> list[Printed] | None:
    """Return the fields of one part, None where it is something else."""
    for field, pattern in BEFORE.items():
        if match := pattern.fullmatch(folded, start, end):
            return _people(field, text, match)
    if people := _behind(folded, text, start, end):
        return people
    if edition := EDITION.fullmatch(folded, start, end):
        return [Printed.cut("edition", text, edition.span("edition"))]
    if VOLUMES.fullmatch(folded, start, end):
        return []
    if located := read_located(folded, text, start, end):
        return located
    series = SERIES.fullmatch(folded, start, end)
    return Printed.each(text, series, "collection_title", "collection_number") if series else None


def read_located(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "vol. 36", and "Vol. 35, No. 2" of "International Affairs (Vol. 33, No. 2; April 1958)"."""
    items: list[Printed] = []
    while place := read_locator(folded, text, start, end, bare=False):
        items += place[0]
        if place[1] == end:
            return items
        comma = COMMA.match(folded, place[1], end)
        if comma is None:
            return []
        start = comma.end()
    return []


def _behind(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "Ann Berg ed", "Ann Berg and Jo Lind (eds)"."""
    for field, pattern in BEHIND.items():
        if match := pattern.fullmatch(folded, start, end):
            return _people(field, text, match)
    return []


def _people(field: str, text: str, match: regex.Match[str]) -> list[Printed]:
    return [Printed(field, str(name), *match.span("people")) for name in split_people(text[slice(*match.span("people"))])]
