"""A page as a tree, and what its tags mean to a reader.

libxml2 forgives everything but depth: beyond 2,048 elements within each other it stops reading, so what is nested
deeper than that is flattened first. Nothing is fetched, and no entity but HTML's own is resolved.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice

from lxml import etree

Element = etree._Element

LOOKED_AT = 30  # elements, for the number that an item may begin with; many more may have no text
DEPTH = 500  # elements within each other that stay when a page has too many; a table has three (table, tr, td) a level
OPENING = 4_096  # bytes in which a page names its encoding; the HTML standard asks for the first 1,024

BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 head header hgroup hr li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
SILENT = frozenset(  # never shown as text; in an unclosed <head> libxml2 leaves <article> and <section>, so it is not here
    "script style noscript template iframe object embed applet svg canvas audio video map button select textarea input"
    " datalist progress meter title link meta base".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
CLOSED_BY_THE_NEXT = frozenset("p li td th tr dt dd option".split())

META = re.compile(
    rb"<meta[^>]{1,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{1,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*+)[^<>]*+>")
LAST_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
JOINTS = re.compile(r"[_-]+")
SPOKEN = re.compile(
    r"(?:show-for-)?sr(?:-only|-text)?|screen-?reader(?:-text|-only)?|(?:u-)?visually-?hidden|(?:element-)?invisible|a11y-.+"
)
# Browsers read these names as the larger encodings. Source: WHATWG Encoding Standard, section 4.2.
LARGER = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "tis-620": "cp874", "windows-31j": "cp932",
}  # fmt: skip


def declared_encoding(data: bytes) -> str:
    """The encoding that a page names: `<meta charset="gb2312">` gives "gb18030"; "" where it names none."""
    match = META.search(data[:OPENING])
    if match is None:
        return ""
    name = (match[1] or match[2]).decode("ascii", "ignore").lower()
    return LARGER.get(name, name)


def parse(text: str) -> Element | None:
    """Return the root of the page, or None where there is nothing in it; control characters, which XML cannot hold, are spaces.

    What stands behind `</body>` and `</html>` belongs to the page too. Source: HTML Standard, 13.2.6.4.19 and 13.2.6.4.22.
    """
    text = LAST_ENDS.sub("", CONTROL.sub(" ", text))
    parser = _parser()
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any("depth" in error.message for error in parser.error_log):
        root = etree.fromstring(_flattened(text).encode("utf-8", "replace"), _parser())
    return root


def _parser() -> etree.HTMLParser:
    return etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)


def _flattened(text: str) -> str:
    """The page without the tags that are nested too deep, as unclosed `<font>` is by the thousand; all text stays."""
    kept: list[str] = []
    left_out: Counter[str] = Counter()
    depth = at = 0
    for tag in TAG.finditer(text):
        name = tag[2].lower()
        if name in VOID or name in CLOSED_BY_THE_NEXT:
            continue
        if not tag[1] and depth < DEPTH:
            depth += 1
        elif tag[1] and not left_out[name]:
            depth = max(0, depth - 1)
        else:
            left_out[name] += -1 if tag[1] else 1
            kept.append(text[at : tag.start()])
            at = tag.end()
    kept.append(text[at:])
    return "".join(kept)


def is_shown(element: Element) -> bool:
    """Whether an element can hold text that a reader sees; entities and the like have no name."""
    return isinstance(element.tag, str) and element.tag not in SILENT


def take_out(element: Element) -> None:
    """Take an element out of the tree; the text after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def drop_spoken(root: Element) -> None:
    """Take out of links what is said to those who do not see them: `<a><span class="sr-only">Footnote </span>1</a>`."""
    for anchor in root.iter("a", "sup"):
        for element in list(anchor) if len(anchor) else ():
            if isinstance(element.tag, str) and any(map(SPOKEN.fullmatch, names_of(element))):
                take_out(element)


@lru_cache(maxsize=4_096)
def _words(names: str) -> tuple[str, ...]:
    return tuple(JOINTS.sub("-", CAMEL.sub("-", name)).lower().strip("-") for name in names.split())


def names_of(element: Element) -> tuple[str, ...]:
    """Its classes and its id, spelt alike: `class="relatedPosts site__nav"` gives "related-posts", "site-nav"."""
    names = element.get("class", "")
    own = element.get("id", "")
    return _words(f"{names} {own}") if names or own else ()


def short_text(element: Element, limit: int) -> str | None:
    """The text in an element with single spaces, or None where it is longer than `limit`."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(str(part))
        size += len(part)
        if size > 4 * limit + 40:  # white space may be much of it
            return None
    text = " ".join("".join(parts).split())
    return text if len(text) <= limit else None


def opening(element: Element) -> str:
    """The first few characters of an element's text, as far as they stand in its first few elements."""
    start = ""
    for inner in islice(element.iter(etree.Element), LOOKED_AT):
        start = (start + (inner.text or "")).lstrip()
        if len(inner) == 0 and inner is not element:
            start += inner.tail or ""
        if len(start) > 10:
            break
    return start
