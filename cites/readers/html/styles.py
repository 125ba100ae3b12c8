"""Classes that a page's own style sheet sets in italics, as exports of word processors have them: `.c2{font-style:italic}`."""

from __future__ import annotations

import re

from cites.readers.html.tree import Element

SIZE = 1_000_000  # code points of style sheets looked at
NAMED = frozenset(("italic", "italics", "Italic", "Italics", "emphasis"))
CLASS = re.compile(r"\s*(?:span|i|em|cite|font|a)?\.([\w-]{1,60})\s*")  # one class and nothing around it
ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)


def italic_classes(root: Element) -> frozenset[str]:
    """Return the classes, as they are spelt, whose elements the page shows in italics, and those that say so by their name."""
    found = set(NAMED)
    left = SIZE
    for style in root.iter("style"):
        sheet = (style.text or "")[:left]
        left -= len(sheet)
        for rule in sheet.split("}") if "font-style" in sheet else ():
            names, _, style_of = rule.rpartition("{")
            if ITALIC.search(style_of):
                found.update(match[1] for name in names.split(",") if (match := CLASS.fullmatch(name)))
    return frozenset(found)
