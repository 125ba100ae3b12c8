"""What the styles and lists of a Word document say of paragraphs and runs: italics, headings, the title, numbers before items."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from cites.readers.counters import print_number
from cites.readers.docx.package import is_on, value, w
from cites.readers.xml_tree import Element

MAX_BASES = 20  # styles that are based on each other; more would be a circle
HEADING = re.compile(r"heading (\d)")
CONTENTS = re.compile(r"toc \d|toc heading|table of figures|index \d")
LEVEL = re.compile(r"%(\d)")


class Style(NamedTuple):
    """A style with what it takes from those that it is based on."""

    name: str = ""  # in lower case; Word has English names for its own styles, whatever its language
    italic: bool = False
    is_hidden: bool = False
    heading: int = 0
    list_id: str = ""
    level: int = 0


PLAIN = Style()


class Styles:
    """The styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {} if root is None else {value(style, "styleId"): style for style in root.iterchildren(w("style"))}
        self._known: dict[str, Style] = {"": PLAIN}
        defaults = (style for style in self._elements.values() if value(style, "default") in ("1", "true"))
        usual = next((style for style in defaults if value(style, "type") == "paragraph"), None)
        self.paragraph = self[value(usual, "styleId")]  # of paragraphs that name none

    def __getitem__(self, key: str) -> Style:
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def _read(self, key: str) -> Style:
        style = PLAIN
        chain: list[Element] = []
        while key in self._elements and len(chain) < MAX_BASES:
            chain.append(self._elements[key])
            key = value(chain[-1].find(w("basedOn")))
        for element in reversed(chain):
            style = _with(style, element)
        return style


def _with(base: Style, element: Element) -> Style:
    name = value(element.find(w("name"))).lower()
    properties, printed = element.find(w("pPr")), element.find(w("rPr"))
    italic = printed.find(w("i")) if printed is not None else None
    hidden = printed.find(w("vanish")) if printed is not None else None
    outline = properties.find(w("outlineLvl")) if properties is not None else None
    numbered = properties.find(w("numPr")) if properties is not None else None
    named = HEADING.fullmatch(name)
    heading = int(named[1]) if named else _level(outline) + 1 if outline is not None and _level(outline) < 9 else base.heading
    return Style(
        name,
        base.italic if italic is None else is_on(italic),
        base.is_hidden if hidden is None else is_on(hidden),
        heading,
        base.list_id if numbered is None else value(numbered.find(w("numId"))),
        base.level if numbered is None else _level(numbered.find(w("ilvl"))),
    )


def _level(element: Element | None) -> int:
    printed = value(element)
    return min(int(printed), 9) if printed.isdecimal() else 0


class Level(NamedTuple):
    """How a level of a list is numbered: in which format, from where, with what around it ("%1.%2)")."""

    format: str = "decimal"
    start: int = 1
    text: str = ""


class Lists:
    """The numbers before the items of lists, counted up as the document is read."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}  # lists that share their count by what they are made after
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is None:
            return
        drawn = {value(element, "abstractNumId"): _levels(element) for element in root.iterchildren(w("abstractNum"))}
        for element in root.iterchildren(w("num")):
            key, abstract = value(element, "numId"), value(element.find(w("abstractNumId")))
            self._levels[key] = dict(drawn.get(abstract, {}))
            self._abstract[key] = abstract
            for changed in element.iterchildren(w("lvlOverride")):
                level = _level_number(changed)
                self._levels[key] |= _levels(changed)
                start = value(changed.find(w("startOverride")))
                if start.isdecimal():
                    self._levels[key][level] = self._levels[key].get(level, Level())._replace(start=int(start[:5]))
                    self._abstract[key] = f"{abstract} {key}"  # it begins anew

    def marker(self, key: str, level: int) -> str:
        """The number that is printed before the next item: "3. "; "" for a bullet."""
        levels = self._levels.get(key, {})
        if level not in levels:
            return ""
        counts = self._counts[self._abstract[key]]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        own = levels[level]
        if own.format in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            above = int(match[1]) - 1
            known = levels.get(above, own)
            return print_number(counts.get(above, known.start), known.format)

        printed = LEVEL.sub(number, own.text).strip()
        return f"{printed} " if printed else ""


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for level in element.iterchildren(w("lvl")):
        start = value(level.find(w("start")))
        number = int(start[:5]) if start.isdecimal() else 1
        text = value(level.find(w("lvlText")))[:100]
        found[_level_number(level)] = Level(value(level.find(w("numFmt"))) or "decimal", number, text)
    return found


def _level_number(element: Element) -> int:
    printed = value(element, "ilvl")
    return int(printed[:2]) if printed.isdecimal() else 0
