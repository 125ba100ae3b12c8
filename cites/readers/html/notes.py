"""Notes of a page: which anchors call one, where each note stands, and which anchors lead back.

    <sup><a href="#fn1">1</a></sup> … <li id="fn1">Interfax, January 26. <a href="#fnref1">↩</a></li>

An anchor calls a note when it is printed like a label, points further down the page, and something else says so: it is
raised or in brackets, it or its target has a note's name, or its target leads back. Other links within a page do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from cites.readers.html.tree import BLOCKS, Element, names_of, short_text

LONGEST = 16  # code points of a label: "[note 12]"
NEAR = 3  # elements around an anchor that may bear its id: <sup id="fnref1"><b><a href="#fn1">

LABEL = re.compile(r"(?:(?:foot|end)?note|fn|nb?|anm|прим)?\.? ?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,7}|[*†‡§¶#]{1,4})", re.IGNORECASE)
AGAIN = re.compile(r"(?<=\d):\d{1,2}$")  # "1:2", the third callout of note 1
POINTING = (  # what an anchor is for, where a script follows it
    "data-rid", "data-target", "data-ref", "data-footnote-id", "data-open", "reveal-id", "aria-describedby",
)  # fmt: skip
BRACKETS = "[](){} \u00a0.:^"
NAMED = re.compile(  # the id of a note: "fn1", "_ftn12", "cite_note-3", "footnote-4", "en5", "ref-CR6"
    r"(?:^|[^a-z])(?:sd)?_?(?:foot[-_]?note|end[-_]?note|ftn|edn|fn|cite_?note|note|nota|anm|en|bib|ref|cr|b|r|n|f)s?[-_:.]{0,2}\d",
    re.IGNORECASE,
)
CALLING = re.compile(
    r"(?:(?:foot|end)?-?note|fn|ftn|edn|sdfootnote\d+)-?(?:ref(?:erence)?|anchor|anc|link|call)(?:[-:.]?\d+)*|(?:foot"
    r"|end)-?note|reference|ref|bibr|xref|cite-?ref(?:-.*)?|citation"
)
ROLES = frozenset(("doc-noteref", "doc-biblioref", "noteref"))


@dataclass(slots=True)
class Note:
    """A note that is called, and the element that its text stands in."""

    target: Element
    block: Element
    label: str
    whole: bool  # False where the block holds other text before the target


@dataclass(slots=True)
class Notes:
    """The notes of a page in its order."""

    callouts: dict[Element, str] = field(default_factory=dict)  # the element that shows the mark: its label
    anchors: set[Element] = field(default_factory=set)  # of callouts and those that lead back; no links
    notes: list[Note] = field(default_factory=list)
    unseen: set[Element] = field(default_factory=set)  # arrows that lead back
    labels: set[Element] = field(default_factory=set)  # anchors that lead back and print the label of their note


def find_notes(root: Element) -> Notes:
    """Return the callouts and notes of a page."""
    places: dict[Element, int] = {}
    targets: dict[str, list[Element]] = {}
    anchors: list[tuple[Element, str]] = []
    for place, element in enumerate(root.iter(etree.Element)):  # not by XPath, which sorts what it finds in quadratic time
        own = element.get("id")
        if own is None and element.tag not in ("a", "li"):
            continue
        places[element] = place
        for name in (own, element.get("name") if element.tag == "a" else None):
            if name:
                named = targets.setdefault(name, [])
                if not named or named[-1] is not element:
                    named.append(element)
        fragment = _aim(element) if element.tag == "a" else ""
        if fragment:
            anchors.append((element, fragment))
    return _pair(list(_aimed(anchors, targets)), places)


def _aim(anchor: Element) -> str:
    """The name of what an anchor points to within the page, or ""."""
    address = anchor.get("href", "")
    if fragment := address.partition("#")[2]:
        return fragment
    if address in ("", "#") or address.startswith("javascript:"):
        return next((value.lstrip("#") for name in POINTING if (value := anchor.get(name))), "")
    return ""


def _aimed(anchors: list[tuple[Element, str]], targets: dict[str, list[Element]]) -> Iterator[tuple[Element, Element]]:
    """Yield each anchor with its target: where chapters name their notes alike, the first anchor of a name has the first target."""
    count = Counter(name for _, name in anchors)
    done: Counter[str] = Counter()
    leading = {name: anchor for anchor, name in anchors}
    for anchor, name in anchors:
        found = targets.get(name) or targets.get(unquote(name))
        if found:
            target = found[done[name]] if len(found) == count[name] else found[0]
            done[name] += 1
            if anchor is not target:
                yield anchor, target
        elif (item := _leading_back(anchor, leading)) is not None:
            yield anchor, item


def _leading_back(anchor: Element, leading: dict[str, Element]) -> Element | None:
    """The item of a list that leads back to an anchor whose own target is missing: `<li id="35">… <a href="#fnref35">`."""
    back = next((leading[name] for element in (anchor, *_around(anchor)) if (name := element.get("id")) in leading), None)
    return None if back is None else next(back.iterancestors("li"), None)


def _pair(pairs: list[tuple[Element, Element]], places: dict[Element, int]) -> Notes:
    led_back_to = {target for anchor, target in pairs if places[target] < places[anchor]}
    found = Notes()
    callers: dict[Element, list[Element]] = {}
    called_at: dict[Element, str] = {}  # what may be led back to: the callout and the elements around it
    for anchor, target in pairs:
        if places[target] < places[anchor]:
            continue
        label = read_label(anchor)
        around = [anchor, *_around(anchor)]
        if not label or not (_is_calling(anchor, target) or any(element in led_back_to for element in around)):
            continue
        found.callouts[_mark_of(anchor)] = label
        found.anchors.add(anchor)
        callers.setdefault(target, []).append(anchor)
        called_at.update((element, label) for element in around)
    for anchor, target in pairs:
        if target in called_at and places[target] < places[anchor] and anchor not in found.anchors:
            found.anchors.add(anchor)
            if read_label(anchor) == called_at[target]:
                found.labels.add(anchor)
            elif short_text(anchor, LONGEST) is not None:
                found.unseen.add(anchor)
    for target in sorted(callers, key=lambda element: places[element]):
        names = dict.fromkeys(read_label(anchor) for anchor in callers[target])
        block = _block_of(target)
        if block is not None and len(names) == 1:  # with several it is the heading of all notes
            whole = block is target or not any(around is block for around in callers[target][0].iterancestors())
            found.notes.append(Note(target, block, next(iter(names)), whole))
    return found


def read_label(anchor: Element) -> str:
    """The label that an anchor prints: "[12]" gives "12"; "" for anything that is no label."""
    printed = AGAIN.sub("", _bare(anchor))
    return printed if LABEL.fullmatch(printed) else ""


def _bare(element: Element) -> str:
    return (short_text(element, LONGEST) or "").strip(BRACKETS)


def _around(element: Element) -> Iterator[Element]:
    for _ in range(NEAR):
        parent = element.getparent()
        if parent is None or parent.tag in BLOCKS:
            return
        yield parent
        element = parent


def _is_calling(anchor: Element, target: Element) -> bool:
    """Whether something but its text says that an anchor calls a note."""
    printed = short_text(anchor, LONGEST) or ""
    if anchor.get("role") in ROLES or "noteref" in anchor.get("epub:type", "").split():
        return True
    if printed.startswith(("[", "^")) or anchor.find(".//sup") is not None or any(element.tag == "sup" for element in _around(anchor)):
        return True
    if any(CALLING.fullmatch(name) for element in (anchor, *_around(anchor)) for name in names_of(element)):
        return True
    return NAMED.search(target.get("id") or target.get("name") or "") is not None


def _mark_of(anchor: Element) -> Element:
    """What shows the mark: the `<sup>` around the anchor where it adds nothing but brackets, as in `<sup>[<a>1</a>]</sup>`."""
    parent = anchor.getparent()
    if parent is None or parent.tag != "sup" or len(parent) != 1:
        return anchor
    return parent if not ((parent.text or "") + (anchor.tail or "")).strip(BRACKETS) else anchor


def _block_of(target: Element) -> Element | None:
    """The element that a note's text stands in: the target itself, what is around its anchor, or what follows a label by itself."""
    element: Element | None = target
    while element is not None and element.tag not in BLOCKS and element.tag not in ("td", "th"):
        element = element.getparent()
    if element is not None and element.tag in ("td", "th"):
        element = element.getparent()
    if element is not None and (element.tag == "dt" or (element.tag != "li" and LABEL.fullmatch(_bare(element)))):
        element = element.getnext()
    return element
