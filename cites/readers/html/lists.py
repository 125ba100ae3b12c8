"""What a browser prints before each item of `<ol>`: "1.", "c.", "iv."."""

from __future__ import annotations

import re
from collections.abc import Callable

from cites.readers.html.tree import Element, opening

LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)


def ordinals(element: Element) -> dict[Element, str]:
    """Return what is printed before each item, or "" where the item begins with its number already."""
    found: dict[Element, str] = {}
    shown = COUNTED.get(element.get("type") or _style(element), str)
    step = -1 if element.get("reversed") is not None else 1
    items = [item for item in element if item.tag == "li"]
    number = _integer(element.get("start"), len(items) if step < 0 else 1)
    for item in items:
        number = _integer(item.get("value"), number)
        printed = re.match(r"[\[(^↑ ]*(\w+)\b", opening(item))
        found[item] = "" if printed and printed[1] == shown(number) else f"{shown(number)}. "
        number += step
    return found


def _integer(printed: str | None, otherwise: int) -> int:
    return int(printed) if printed and re.fullmatch(r"-?\d{1,6}", printed.strip()) else otherwise


def _style(element: Element) -> str:
    style = LIST_STYLE.search(element.get("style", ""))
    return style[1].lower() if style else ""


def _letter(number: int) -> str:
    return chr(ord("a") + number - 1) if 1 <= number <= 26 else str(number)


def _roman(number: int) -> str:
    """A number below 90 in small Roman numerals."""
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return tens[number // 10] + units[number % 10] if 1 <= number < 90 else str(number)


COUNTED: dict[str, Callable[[int], str]] = {  # by `type` and by `list-style-type`
    "a": _letter, "lower-alpha": _letter, "lower-latin": _letter, "i": _roman, "lower-roman": _roman,
}  # fmt: skip
