"""What a browser prints before each item of `<ol>`: "1.", "c.", "iv."."""

from __future__ import annotations

import re

from cites.readers.counters import print_number
from cites.readers.html.tree import Element, opening

STYLES = {"lower-alpha": "a", "lower-latin": "a", "lower-roman": "i"}  # by what `type` calls them
LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)


def ordinals(element: Element) -> dict[Element, str]:
    """Return what is printed before each item, or "" where the item begins with its number already."""
    found: dict[Element, str] = {}
    counted = element.get("type") or STYLES.get(_style(element), "")
    step = -1 if element.get("reversed") is not None else 1
    items = [item for item in element if item.tag == "li"]
    number = _integer(element.get("start"), len(items) if step < 0 else 1)
    for item in items:
        number = _integer(item.get("value"), number)
        printed = re.match(r"[\[(^↑ ]*(\w+)\b", opening(item))
        shown = print_number(number, counted)
        found[item] = "" if printed and printed[1] == shown else f"{shown}. "
        number += step
    return found


def _integer(printed: str | None, otherwise: int) -> int:
    return int(printed) if printed and re.fullmatch(r"-?\d{1,6}", printed.strip()) else otherwise


def _style(element: Element) -> str:
    style = LIST_STYLE.search(element.get("style", ""))
    return style[1].lower() if style else ""
