"""References of the gold sets as labelled pieces: what a careful reader found in notes and lists, for the tagger to learn from.

Only those are taken in which each name and title is printed as the reader told it, and nearly every other word is known to go with a field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path
from typing import Any, NamedTuple

from noise import Piece
from printed import REST, Words, label_date, label_person

from cites.knowledge import load
from cites.spotter.features import ADDRESSES, WORD, YEAR
from cites.view import fold

GOLD = Path(__file__).parent.parent.parent / "tests" / "gold"
KINDS = ("note", "list")
LAW = frozenset({"legal_case", "legislation", "treaty", "bill"})  # the tagger is not asked for these
LONGEST = 600  # code points
UNKNOWN = 15  # one word of so many may be of no field
PEOPLE = ("author", "editor", "translator")
FIELDS = (  # of a reference, and the label of what is printed of it; the first that fits has the words
    ("DOI", "doi"), ("URL", "url"), ("title", "title"), ("container-title", "container_title"), ("collection-title", "collection_title"),
    ("publisher", "publisher"), ("publisher-place", "publisher_place"), ("genre", "genre"), ("event-title", "container_title"),
    ("event-place", "publisher_place"), ("edition", "edition"), ("number", "volume"), ("volume", "volume"), ("issue", "volume"),
)  # fmt: skip
DATES = (("issued", "issued"), ("accessed", "note"))
TOLD = frozenset({"title", "container-title", "publisher"})  # nothing is learnt where one of these is printed otherwise
MARKUP = re.compile(r"\]\(https?://[^)]*\)|[\[*_]{1,2}(?=\w)|(?<=[\w.,!?])[*_]{1,2}")
EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # what is parted by spaces is all that the tagger sees
OPENERS = "([“„«‘*<{"
QUOTES = "\"'"


class Cue(NamedTuple):
    """Words that go with a field: "eds." beside an editor."""

    words: frozenset[str]
    beside: frozenset[str]  # labels, of one of which the words before or behind are
    label: str


def _words(*tables: str) -> frozenset[str]:
    """Return the words of tables of data/languages, one by one."""
    entries = chain.from_iterable(load().lists[table] for table in tables)
    return frozenset(word.strip(".:'[]") for entry in entries for word in entry.casefold().split())


EDITORS = _words("editors.before", "editors.after")
CUES = (
    Cue(EDITORS, frozenset({"editor"}), "editor"),
    Cue(EDITORS, frozenset({"author"}), "author"),
    Cue(_words("translators.before", "translators.after"), frozenset({"translator"}), "translator"),
    Cue(_words("volumes", "issues") | {"v", "n", "t", "т"}, frozenset({"volume"}), "volume"),
    Cue(_words("pages") | {"f", "ff"}, frozenset({"page"}), "page"),
    Cue(_words("in_words"), frozenset({"title"}), "in"),
    Cue(_words("editions") | {"ed"}, frozenset({"edition"}), "edition"),
    *(Cue(_words("joins") | {"al"}, frozenset({label}), label) for label in PEOPLE),
    Cue(_words("accessed", "available", "hereafter") | {"doi", "isbn", "https", "http"}, frozenset(), "note"),
)


def load_annotated(without: Collection[str] = ()) -> Iterator[list[Piece]]:
    """Yield the references of the gold sets in pieces, those of some sets left out."""
    for path in sorted(GOLD.glob("*/*.json")):
        if path.parent.name not in without:
            yield from _read(json.loads(path.read_text("utf-8")))


def _read(annotations: dict[str, Any]) -> Iterator[list[Piece]]:
    works = {work["id"]: work for work in annotations["references"]}
    for citation in annotations["citations"]:
        work = works[citation["refs"][0]] if len(citation["refs"]) == 1 else {}
        if citation["form"] == "full" and citation["kind"] in KINDS and "title" in work and work.get("type") not in LAW:
            printed = fold(citation["text"])
            text = " ".join((MARKUP.sub("", printed) if annotations["file"].endswith(".md") else printed).split())
            spans = [match.span() for match in WORD.finditer(text)]
            labels = label([text[slice(*span)] for span in spans], work, str(citation.get("locator", "")))
            if labels and len(text) <= LONGEST and not EAST_ASIAN.search(text):
                yield list(_pieces(text, spans, labels))


def label(printed: Sequence[str], work: dict[str, Any], locator: str = "") -> list[str]:
    """Return the labels of the words and marks of a reference; none where too much of it is not told.

    >>> label(["Baev", ",", "Energy", "(", "Routledge", ",", "2008", ")"], {"title": "Energy", "author": [{"family": "Baev"}]})
    []
    >>> label(["Baev", ",", "Energy", ",", "pp", ".", "3"], {"title": "Energy", "author": [{"family": "Baev"}]}, "3")
    ['author', 'rest', 'title', 'rest', 'page', 'rest', 'page']
    """
    words = Words(printed)
    words.labels = ["url" if word.startswith(ADDRESSES) else REST for word in printed]
    people = [label_person(words, person, role) for role in PEOPLE for person in work.get(role, ())]
    number = "genre" if "genre" in work else "volume"  # Working Paper 18
    values = [(field, number if field == "number" else name, str(work[field])) for field, name in FIELDS if field in work]
    told = [words.put(name, words.find(value)) or field not in TOLD for field, name, value in values]
    for field, name in DATES:
        if field in work:
            label_date(words, name, str(work[field]))
    for pages in filter(None, (locator, str(work.get("page", "")))):
        words.put("page", words.find(pages))
    unknown = sum(not _label_cue(words, at) for at in range(len(printed)) if words.labels[at] == REST and _is_word(words.words[at]))
    return words.labels if all(people) and all(told) and unknown <= len(printed) // UNKNOWN else []


def _is_word(word: str) -> bool:
    return any(map(str.isalnum, word))


def _label_cue(words: Words, at: int) -> bool:
    """Label a word that goes with the field beside it; else it is a note, and False."""
    word = words.words[at]
    before, behind = (_beside(words, side) for side in (range(at - 1, -1, -1), range(at + 1, len(words.words))))
    cue = next((cue for cue in CUES if word in cue.words and (not cue.beside or {before, behind} & cue.beside)), None)
    if cue:
        words.labels[at] = cue.label
    elif before == "issued" and YEAR.fullmatch(word):
        words.labels[at] = "issued"  # 2011 [1993]
    elif word.isdigit() and (before == "page" or not behind):
        words.labels[at] = "page"
    elif len(word) == 1 and before == behind and before:
        words.labels[at] = before
    else:
        words.labels[at] = "note"
        return False
    return True


def _beside(words: Words, places: Iterable[int]) -> str:
    """Return the label of the nearest word that has one."""
    return next((words.labels[at] for at in places if words.labels[at] != REST), "")


def _pieces(text: str, spans: Sequence[tuple[int, int]], labels: Sequence[str]) -> Iterator[Piece]:
    """Yield the text in pieces; marks go with the word before them, those that open with the word behind."""
    owners = [_owner(text, spans, labels, at) for at in range(len(spans))]
    begin = 0
    for label, places in groupby(range(len(spans)), owners.__getitem__):
        last = list(places)[-1]
        end = spans[last + 1][0] if last + 1 < len(spans) else len(text)
        yield label, text[begin:end]
        begin = end


def _owner(text: str, spans: Sequence[tuple[int, int]], labels: Sequence[str], at: int) -> str:
    start = spans[at][0]
    opens = text[start] in OPENERS or (text[start] in QUOTES and not text[start - 1 : start].strip())
    sides = (range(at, len(spans)), range(at, -1, -1)) if opens else (range(at, -1, -1), range(at, len(spans)))
    return next(labels[place] for place in chain(*sides) if labels[place] != REST)
