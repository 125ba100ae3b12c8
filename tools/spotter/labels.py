"""What was printed of a work as labels of words: from an annotated citation to what the spotter learns from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from printed import REST, Words, label_date, label_person, letters

from cites.spotter.features import ADDRESSES
from cites.spotter.spot import SHORT

FIELDS = (  # of a reference, and the label of what is printed of it; the first that fits has the words
    ("URL", "url"), ("title", "title"), ("container-title", "container"), ("collection-title", "container"), ("genre", "genre"),
    ("publisher", "publisher"), ("archive", "archive"), ("publisher-place", "place"), ("event-title", "container"),
    ("event-place", "place"), ("DOI", "url"), ("number", "number"), ("volume", "volume"), ("issue", "issue"),
)  # fmt: skip
PEOPLE = ("author", "editor", "translator")
FEWEST = 2  # words of a title that stand for it
SHORTEST = 4  # letters of them
PAGE_MARKS = frozenset({"-", ",", "f", "ff", "n", ""})


def label(printed: Sequence[str], form: str, work: dict[str, Any], locator: str = "") -> list[str]:
    """Return the labels of the words of a citation.

    >>> label(["Kyodo", ",", "May", "3"], "full", {"container-title": "Kyodo", "issued": "2012-05-03"})
    ['container', 'rest', 'issued', 'issued']
    """
    if form == "ibid":
        return [f"{SHORT}{'page' if word.isdigit() else 'back'}" for word in printed]
    words = Words(printed)
    for person in (person for role in PEOPLE for person in work.get(role, ())):
        label_person(words, person, "author")
    words.labels = ["url" if word.startswith(ADDRESSES) else known for word, known in zip(printed, words.labels, strict=True)]
    for field, name in FIELDS:
        value = str(work.get(field, ""))
        if value and not words.put(name, words.find(value)) and field == "title":
            _label_part(words, value, 1 if form == "short" else FEWEST)
    label_date(words, "issued", str(work.get("issued", "")))
    if "accessed" in work:
        label_date(words, "accessed", str(work["accessed"]))
    for pages in filter(None, (locator, str(work.get("page", "")))):
        words.put("page", words.find(pages))
    _label_page(words)
    return [f"{SHORT}{name}" for name in words.labels] if form == "short" else words.labels


def _label_part(words: Words, title: str, fewest: int) -> None:
    """Label the longest part of a title that is printed."""
    wanted = letters(title)
    for size in range(len(wanted) - 1, fewest - 1, -1):
        for begin in range(len(wanted) - size + 1):
            part = wanted[begin : begin + size]
            if len("".join(part)) >= SHORTEST and words.put("title", words.find(" ".join(part))):
                return


def _label_page(words: Words) -> None:
    """Label the number at the end as the page that is cited: "…, 1998), 147"."""
    at = len(words.words)
    while at and words.labels[at - 1] == REST and (words.words[at - 1].isdigit() or words.words[at - 1] in PAGE_MARKS):
        at -= 1
    while at < len(words.words) and not words.words[at].isdigit():
        at += 1
    words.put("page", (at, len(words.words)))
