"""Where a title ends in a description by GOST: at " // ", at " / отв. ред.", at ": дис.", or where the first area begins."""

from __future__ import annotations

from typing import NamedTuple

from cites.grammar.areas import bare, begins_areas
from cites.grammar.lexicon import WORDS
from cites.grammar.patterns import read_patterns
from cites.grammar.publisher_places import is_place

CONTAINER, RESPONSIBILITY, STOP = read_patterns("gost", "CONTAINER RESPONSIBILITY STOP")
GENRE, MEDIUM = read_patterns("gost", "GENRE MEDIUM", WORDS)
BRACKETS = {"(": ")", "[": "]", "«": "»", "„": "“"}
MAX_TITLE = 400  # code points


class Title(NamedTuple):
    """A title, what ended it ("genre", "container", "responsibility", "areas", "break"), and where what follows begins."""

    start: int
    end: int
    by: str
    after: int


def find_title(folded: str, at: int, end: int, *, inside: bool = False) -> Title | None:
    """Return the title that begins at `at`, or that of its container (`inside`); None where nothing ends it.

    In "Хозяин. Сталин и диктатура. М.: РОССПЭН, 2010" it ends before "М.", by "areas".
    """
    limit = min(end, at + MAX_TITLE)
    genre = GENRE.search(folded, at + 1, limit)
    container = next((m for m in CONTAINER.finditer(folded, at + 1, limit) if not (m["serial"] and is_place(m["serial"]))), None)
    people = RESPONSIBILITY.search(folded, at + 1, limit)
    ends = [
        Title(at, match.start(), by, match.end())
        for by, match in (("genre", genre), ("container", container), ("responsibility", people))
        if match
    ]
    area = _before_areas(folded, at, min((found.end for found in ends), default=limit), end, inside=inside)
    return min([*ends, *([area] if area else [])], key=lambda found: found.end, default=None)


def _before_areas(folded: str, at: int, limit: int, end: int, *, inside: bool) -> Title | None:
    closed = at
    for index in range(at, limit):
        if folded[index] in BRACKETS and index >= closed:
            closed = max(closed, folded.find(BRACKETS[folded[index]], index, limit))
        stop = STOP.match(folded, index, end) if index >= closed else None
        if stop is None:
            continue
        if stop["break"]:
            return Title(at, index, "break", index)
        if begins_areas(folded, stop.end(), end, comma=bool(stop["comma"]), inside=inside):
            return Title(at, index + (folded[index] not in ".," or folded[index - 1 : index] == "."), "areas", stop.end())
    return None


def after_title(folded: str, at: int, end: int) -> tuple[str, int]:
    """Tell what follows a genre or a responsibility statement, and where it begins."""
    for by, pattern in (("container", CONTAINER), ("responsibility", RESPONSIBILITY)):
        match = pattern.match(folded, at, end)
        if match:
            return by, match.end()
    return "areas", at


def bare_title(title: str) -> str:
    """Return a title without "[Электронный ресурс]" and its last point, and without quotation marks in which it stands as a whole."""
    title = MEDIUM.sub("", title.strip(" ,"))
    return bare(title if title.endswith(("..", "…")) else title.rstrip("."))
