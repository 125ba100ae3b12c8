"""Names as a style sets them: turned round, with initials, with "et al." after so many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cites.errors import StyleError
from cites.merge.folding import ARABIC
from cites.model import Name

INVERTED = ("none", "first", "all")
CJK = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
PIECE = re.compile(r"[^\W\d_][^\s.\-‐]*\.?", re.UNICODE)  # "James", "D.", "Yu."


def names(
    people: Sequence[Name],
    inverted: str = "none",
    last: str = "and",
    initials: bool = False,
    family_only: bool = False,
    most: int = 10,
    shown: int = 7,
    rest: str = "et al.",
    final: bool = False,
    others: bool = False,
) -> str:
    """Names in a row: `inverted="first"` gives "Soejima, Hideki, and Akiyoshi Komaki", `"all"` with `last="&"` "Soejima, H., & Komaki, A."

    Where there are more than `most`, the first `shown` and `rest` stand for all; with `final` the last one follows: "A, B, . . . Z".
    With `others` there are more than the text names, and "et al." says so: "Soejima, Hideki, et al."
    """
    if inverted not in INVERTED:
        raise StyleError(f"names are not inverted by {inverted!r}", f"there are {', '.join(INVERTED)}")
    turned = {"none": 0, "first": 1, "all": len(people)}[inverted]
    written = [_written(name, initials, family_only, number < turned) for number, name in enumerate(people)]
    if len(written) > most or (written and others):
        first = written[:shown] if len(written) > most else written
        if final and not others:
            return f"{', '.join(first)}, {rest} {written[-1]}"
        comma = "," if len(first) > 1 or inverted != "none" else ""
        return f"{', '.join(first)}{comma} {'et al.' if others else rest}"
    if len(written) < 2:
        return "".join(written)
    comma = "," if len(written) > 2 or inverted != "none" else ""
    return f"{', '.join(written[:-1])}{comma} {last} {written[-1]}"


def _written(name: Name, initials: bool, family_only: bool, inverted: bool) -> str:
    family = " ".join(part for part in (name.particle, name.family) if part)
    if name.literal or not family or not name.given:
        return name.literal or family or name.given
    if family_only:
        return family
    if CJK.match(name.family):  # in its own script a name is never turned round: 副島英樹
        return f"{name.family}{name.given}"
    given = shorten(name.given) if initials else name.given
    if inverted:
        return ", ".join(part for part in (family, given, name.suffix) if part)
    return " ".join(part for part in (given, family, name.suffix) if part)


def shorten(given: str) -> str:
    """Given names as initials: "James D.J." gives "J. D. J.", "Jean-Paul" "J.-P.", "Abd al-Rahman" "A. al-R."; CJK names stay."""
    if CJK.search(given):
        return given
    words = [
        article.group() + _initial(word[article.end() :])
        if (article := ARABIC.match(word))
        else "-".join(_initial(part) for part in re.split(r"[-‐]", word) if PIECE.match(part))
        for word in re.sub(r"\.(?=[^\s.\-‐])", ". ", given).split()
    ]
    return " ".join(word for word in words if word)


def _initial(word: str) -> str:
    return word if len(word) <= 3 and word.endswith(".") else f"{word[0]}."
