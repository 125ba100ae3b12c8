"""Notes that a page keeps within its sentences are drawn out to its end, with an anchor in their place.

    signed.<span class="sidenote">Interfax, January 26.</span>       signed.<sup title="Interfax, January 26.">1</sup>

both become

    signed.<sup><a href="#drawn-out-1">1</a></sup> …  <p id="drawn-out-1">Interfax, January 26.</p>

so that notes finds them like all others, and the sentence goes on.
"""

from __future__ import annotations

import re

from lxml import etree

from cites.readers.html.tree import Element, names_of, short_text

NOTE = re.compile(  # the name of an element that holds the text of a note
    r"(?:side|foot|margin|end)-?notes?(?:-(?:text|content|body|inner|popup|tooltip|span))?|(?:fn|note)-(?:text|content|body)|tufte-sidenote"
)
TEXTS = (
    "data-footnote", "data-footnote-content", "data-note", "data-content", "data-tooltip", "data-tippy-content", "data-original-title",
    "data-title", "title",
)  # fmt: skip
LABEL = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?")
CITES = re.compile(r"(?:1[5-9]|20)\d\d|\bibid\b|\bpp?\. ?\d|https?://", re.IGNORECASE)
TEXT = re.compile(r"\s*(?![\[(]?\d{1,3}[\].)\s])\S.{3}")  # of a note: "Ibid."; not "1. Interfax", which stands below the text
WORD = re.compile(r"[\w*†‡§]")
SHORTEST = 8  # code points of what an attribute says
PHRASES = ("span", "small", "aside", "cite", "sup", "em")


def draw_out(root: Element) -> None:
    """Move the notes within the sentences of a page to its end."""
    aimed_at = {address[1:] for anchor in root.iter("a") if (address := anchor.get("href", "")).startswith("#")}
    described = {
        name
        for anchor in root.iter("a", "sup")
        if (name := anchor.get("aria-describedby")) and LABEL.fullmatch(short_text(anchor, 5) or "")
    }
    body = root.find(".//body")
    above = set(body.iterancestors()) if body is not None else set()  # in a page whose tags are out of order
    drawn: list[tuple[str, Element]] = []
    for element in list(root.iter(*PHRASES, "a", "abbr", "label")):
        if element.get("id") in aimed_at or element in above or not _is_in_a_sentence(element) or _is_behind_its_label(element):
            continue
        is_note = element.get("id") in described or any(NOTE.fullmatch(name) for name in names_of(element))
        if is_note and TEXT.match("".join(map(str, element.itertext()))):
            drawn.append((_printed_before(element) or str(len(drawn) + 1), element))
        elif (said := _said(element)) and not element.get("href", "").startswith("#"):
            label = (short_text(element, 5) or "").strip("[]()")
            element.text = said
            for child in list(element):
                element.remove(child)
            drawn.append((label, element))
    if body is None:
        return
    for number, (label, element) in enumerate(drawn, 1):
        _replace(element, label, f"drawn-out-{number}", body)


def _is_in_a_sentence(element: Element) -> bool:
    parent = element.getparent()
    while parent is not None and parent.tag in (*PHRASES, "label", "b", "i", "strong"):
        parent = parent.getparent()
    return parent is not None and parent.tag in ("p", "li", "td", "blockquote", "dd", "div")


def _is_behind_its_label(element: Element) -> bool:
    """Whether only a label stands before an element in its block, as in a list of notes: `<li><span>1</span><span class="note-text">`."""
    before, parent = element.getprevious(), element.getparent()
    if before is None or parent is None or before.getprevious() is not None or (parent.text or "").strip() or (before.tail or "").strip():
        return False
    return parent.tag in ("p", "li", "td", "dd", "div") and LABEL.fullmatch(short_text(before, 5) or "") is not None


def _said(element: Element) -> str:
    """What a label says when it is pointed at: the text of a note in an attribute."""
    if not LABEL.fullmatch(short_text(element, 5) or ""):
        return ""
    text = next((value for name in TEXTS if (value := element.get(name, "").strip())), "")
    if "<" in text and (parsed := etree.fromstring(text, etree.HTMLParser())) is not None:
        text = "".join(map(str, parsed.itertext())).strip()
    return text if len(text) >= SHORTEST and CITES.search(text) else ""


def _printed_before(element: Element) -> str:
    """Take the label out that stands right before a note: `<sup>3</sup><span class="sidenote">`."""
    before = element.getprevious()
    while before is not None and before.tag == "input":  # boxes that open the note on a small screen, and their label
        before = before.getprevious()
    if before is None or (before.tail or "").strip():
        return ""
    printed = short_text(before, 5) or ""
    if before.tag not in ("sup", "label", "a", "span") or not (
        LABEL.fullmatch(printed) or (before.tag == "label" and not WORD.search(printed))
    ):
        return ""
    before.text = ""
    for child in list(before):
        before.remove(child)
    return printed.strip("[]()") if WORD.search(printed) else ""


def _replace(element: Element, label: str, name: str, body: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    mark = etree.Element("sup")
    anchor = etree.SubElement(mark, "a", href=f"#{name}")
    anchor.text = label
    mark.tail, element.tail = element.tail, None
    parent.replace(element, mark)
    element.tag = "p"
    for attribute in list(element.attrib):
        del element.attrib[attribute]
    element.set("id", name)
    body.append(element)
