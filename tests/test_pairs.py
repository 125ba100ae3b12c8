"""Notes that the markup tells, and their callouts, where labels are used again."""

from __future__ import annotations

import pytest

from cites.model import Document, Mark, Span
from cites.zones import find_zones


def called(text: str) -> list[tuple[str, str]]:
    """Each note of a text in which "[1]" calls one and "<1 …>" is one, with the letter before what calls it."""
    marks = []
    for at, sign in enumerate(text):
        if sign == "[":
            marks.append(Mark("callout", Span(at, at + 3), text[at + 1]))
        elif sign == "<":
            marks.append(Mark("note", Span(at + 3, text.index(">", at)), text[at + 1]))
    zones = [zone for zone in find_zones(Document("a", text, marks=tuple(marks))).zones if zone.kind == "note"]
    return [(text[slice(*zone.span)], text[zone.callout.start - 1] if zone.callout else "") for zone in zones]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a[1] b[2] <1 Trud><2 Pravda> c[1] <1 Izvestiya>", "Trud a, Pravda b, Izvestiya c"),  # notes below each chapter
        ("a[1] b[2] c[1] <1 Trud><2 Pravda><1 Izvestiya>", "Trud a, Pravda b, Izvestiya c"),  # at the end of all
        ("a[1] b[1] <1 Trud>", "Trud a"),  # a note that is called twice
        ("a[1] b[1] <1 Trud> c[1] <1 Pravda>", "Trud a, Pravda c"),
        ("a[1] <1 Trud><2 Pravda>", "Trud a, Pravda "),
        ("a[1] <1 Trud><1 Pravda>", "Trud a, Pravda "),  # nothing says which of them is meant
    ],
)
def test_labels_that_are_used_again_go_with_their_own_callouts(text: str, expected: str) -> None:
    assert ", ".join(f"{note} {letter}" for note, letter in called(text)) == expected
