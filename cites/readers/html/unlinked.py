"""Notes without a single anchor: raised numbers in the text, and further down a list, or paragraphs, that count the same.

    talks.<sup>1</sup> … signed.<sup>2</sup> … <ol><li>TASS, May 1.</li><li>Ibid.</li></ol>      or <p><sup>1</sup> TASS, May 1.</p>

The raised numbers are those that count up with the notes, and those behind words that call one again: "10<sup>2</sup> men" calls nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import itemgetter

from cites.readers.html.notes import Note, Notes
from cites.readers.html.tree import BLOCKS, Element, names_of, opening, short_text
from cites.rising import longest_rising

LABEL = re.compile(r"[\[(]?(?P<number>\d{1,3})[\])]?")
PRINTED = re.compile(r"[\[(]?(?P<number>\d{1,3})[\]).:]?(?:\s|$)")
CALLING = re.compile(r"(?:[^\W\d_]{2}|[.,;:!?”’\"')\]»])\s?\Z")  # before a number that calls a note again; not "R²"
FEWEST = 2  # notes; one raised number may be anything
MOST_MISSING = 0.2  # of the notes may be called by nothing
ASIDES = ("nav", "menu", "pagination")


def find_unlinked(root: Element) -> Notes:
    """Return the callouts and notes of a page that has no anchors for them; nothing where that is not certain."""
    raised: list[tuple[int, int, Element]] = []  # its place, its number, the element
    runs: list[list[tuple[int, Element]]] = []  # notes that count 1, 2, 3 …, with their places
    run: list[tuple[int, Element]] = []
    for place, element in enumerate(root.iter("sup", "p", "li", "div", "ol")):
        if element.tag == "sup":
            label = LABEL.fullmatch(short_text(element, 6) or "")
            if label and _is_in_a_sentence(element):
                raised.append((place, int(label["number"]), element))
        elif element.tag == "ol":
            items = [item for item in element if item.tag == "li"]
            if not element.get("start") and not any(name in ASIDES for name in names_of(element)):
                runs.append([(place, item) for item in items])
        elif number := _printed_number(element):
            if number == 1:
                run = []
                runs.append(run)
            if number == len(run) + 1:
                run.append((place, element))
    found = (_pair(raised, notes) for notes in reversed(runs))
    return _of_chapters(raised, runs) or next((one for one in found if one.notes), Notes())


def _of_chapters(raised: list[tuple[int, int, Element]], runs: list[list[tuple[int, Element]]]) -> Notes | None:
    """Return the notes of chapters that count anew, with lists below each or below all.

    None where not every chapter has its list, or a list behind them has the notes of all: theirs were lists of points.
    """
    starts = [index for index, (_, number, _) in enumerate(raised) if number == 1]
    chapters = [raised[start:stop] for start, stop in pairwise([*starts, len(raised)])]
    whole = Notes()
    for run in runs if len(chapters) > 1 else ():
        found = _pair(chapters[0], run, fewest=1) if chapters else Notes()
        if not chapters and _pair(raised, run).notes:
            return None
        if found.notes:
            chapters.pop(0)
            whole.notes += found.notes
            whole.callouts.update(found.callouts)
    return whole if whole.notes and not chapters else None


def complete(root: Element, notes: Notes) -> None:
    """Add to linked notes those of the same list that no anchor calls; a raised number without an anchor calls one of them.

    <sup><a href="#fn1">1</a></sup> … <sup>3</sup> … <ol><li id="fn1">…</li> <li id="fn2">…</li> <li>Ibid., 4.</li></ol>
    """
    called = {note.block: note.label for note in notes.notes if note.block.tag == "li"}
    uncalled: set[str] = set()
    for listed in root.iter("ol"):
        items = {item: str(number) for number, item in enumerate(listed.iterchildren("li"), 1)}
        rest = {number: item for item, number in items.items() if item not in called}
        if not rest or len(items) - len(rest) < FEWEST or any(called.get(item, number) != number for item, number in items.items()):
            continue
        notes.notes += [Note(item, item, number, True) for number, item in rest.items()]
        uncalled.update(rest)
    for element in root.iter("sup") if uncalled else ():
        number = LABEL.sub(r"\g<number>", short_text(element, 6) or "")
        if number in uncalled and element.find(".//a") is None and _is_in_a_sentence(element) and CALLING.search(_before(element)):
            notes.callouts[element] = number


def _pair(raised: list[tuple[int, int, Element]], run: list[tuple[int, Element]], fewest: int = FEWEST) -> Notes:
    if len(run) < fewest:
        return Notes()
    before = [(number, element) for place, number, element in raised if place < run[0][0] and number <= len(run)]
    chain = longest_rising(before, itemgetter(0))
    called = {number for number, _ in chain}
    if len(called) < (1 - MOST_MISSING) * len(run):
        return Notes()
    again = [(number, element) for number, element in before if number in called and CALLING.search(_before(element))]
    found = Notes(callouts={element: str(number) for number, element in (*chain, *again)})
    found.notes += [Note(block, block, str(number), True) for number, (_, block) in enumerate(run, 1)]
    return found


def _printed_number(block: Element) -> int:
    """The number that a block begins with: "2. Ibid.", `<sup>2</sup> Ibid.`; 0 for none, and where blocks stand in it."""
    if any(child.tag in BLOCKS for child in block if isinstance(child.tag, str)):
        return 0
    if len(block) and block[0].tag == "sup" and not (block.text or "").strip():
        label = LABEL.fullmatch(short_text(block[0], 6) or "")
        return int(label["number"]) if label else 0
    label = PRINTED.match(opening(block))
    return int(label["number"]) if label else 0


def _before(element: Element) -> str:
    """What is printed before a raised number, as far as it stands in the same element."""
    previous, parent = element.getprevious(), element.getparent()
    return (previous.tail if previous is not None else parent.text if parent is not None else "") or ""


def _is_in_a_sentence(element: Element) -> bool:
    """Whether text stands before an element in its block."""
    while element.tag not in BLOCKS:
        before = element.getprevious()
        parent = element.getparent()
        if parent is None:
            return False
        if before is not None:
            return True
        if (parent.text or "").strip():
            return True
        element = parent
    return False
