"""What the styles of an OpenDocument text say: italics, headings, the title, how lists are numbered.

Source: OASIS Open Document Format for Office Applications 1.3, part 3, sections 16 and 19.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from cites.readers.counters import print_number
from cites.readers.xml_tree import Element

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}  # fmt: skip
MAX_PARENTS = 20
ITALIC = ("italic", "oblique")


@cache
def n(name: str) -> str:
    """The name of an element or attribute: n("text:p")."""
    space, _, local = name.partition(":")
    return f"{{{SPACES[space]}}}{local}"


class Style(NamedTuple):
    """A style with what it takes from its parents; `italic` is None where they say nothing."""

    italic: bool | None = None
    is_hidden: bool = False
    is_title: bool = False
    heading: int = 0
    list_style: str = ""


PLAIN = Style()


class Level(NamedTuple):
    """How a level of a list is numbered."""

    format: str
    prefix: str
    suffix: str
    start: int
    shown: int  # how many levels are printed: 2 in "3.1"


class Styles:
    """The styles of a document by family and name, and its lists."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self._known: dict[tuple[str, str], Style] = {}
        for root in roots:
            for element in root.iter(n("style:style")):
                self._elements[element.get(n("style:family"), ""), element.get(n("style:name"), "")] = element
            for element in root.iter(n("text:list-style")):
                self.lists[element.get(n("style:name"), "")] = dict(map(_level, element))

    def find(self, family: str, name: str) -> Style:
        """The style of "paragraph" or "text" of a name."""
        key = family, name
        if key not in self._known:
            self._known[key] = self._read(family, name)
        return self._known[key]

    def _read(self, family: str, name: str) -> Style:
        style = PLAIN
        chain: list[Element] = []
        while (family, name) in self._elements and len(chain) < MAX_PARENTS:
            chain.append(self._elements[family, name])
            name = chain[-1].get(n("style:parent-style-name"), "")
        for element in reversed(chain):
            style = _with(style, element)
        return style._replace(is_title=True) if name == "Title" else style  # a parent that is the program's own


def _with(parent: Style, element: Element) -> Style:
    printed = element.find(n("style:text-properties"))
    slant = printed.get(n("fo:font-style"), "") if printed is not None else ""
    outline = element.get(n("style:default-outline-level"), "")
    names = (element.get(n("style:name")), element.get(n("style:display-name")))
    return Style(
        slant in ITALIC if slant else parent.italic,
        printed.get(n("text:display")) == "none" if printed is not None and printed.get(n("text:display")) else parent.is_hidden,
        parent.is_title or "Title" in names,
        int(outline[:2]) if outline.isdecimal() else parent.heading,
        element.get(n("style:list-style-name")) or parent.list_style,
    )


def _level(element: Element) -> tuple[int, Level]:
    number, start = element.get(n("text:level"), "1"), element.get(n("text:start-value"), "1")
    shown = element.get(n("text:display-levels"), "1")
    is_numbered = element.tag == n("text:list-level-style-number")
    return (
        int(number[:2]) if number.isdecimal() else 1,
        Level(
            element.get(n("style:num-format"), "") or "none" if is_numbered else "bullet",
            element.get(n("style:num-prefix"), "")[:20],
            element.get(n("style:num-suffix"), "")[:20],
            int(start[:5]) if start.isdecimal() else 1,
            int(shown[:2]) if shown.isdecimal() else 1,
        ),
    )


def print_marker(levels: dict[int, Level], counts: list[int]) -> str:
    """The number before an item: counts [3, 1] in a list that prints two levels give "3.1. "; "" for a bullet."""
    own = levels.get(len(counts))
    if own is None or own.format in ("bullet", "none"):
        return ""
    first = max(0, len(counts) - own.shown)
    numbers = (print_number(count, levels[depth].format) for depth, count in enumerate(counts[first:], first + 1) if depth in levels)
    return f"{own.prefix}{'.'.join(filter(None, numbers))}{own.suffix} "
