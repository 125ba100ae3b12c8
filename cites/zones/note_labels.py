"""Lines that begin like a note, by their labels: "1.", "1)", "[1]", "¹", "①", "^1", "(^1)", "[Note 1:", "*", "[i]", a line of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.lexicon import by_line, one_of
from cites.zones.callouts import DIGITS, KEY, SYMBOLS

LINE = by_line(
    r"""[ \t\xa0]*(?:
        (?:\[(?=1\.[ ]))?(?P<label>\d{1,4})(?P<style>\.\)|[.)])?[ \t\xa0]+(?=\S)         # 1. · 1) · 1 · [1. … 2. …]
      | (?P<style>[\[［【〔{])\^?(?P<label>\d{1,3}|[A-Za-z]|[ivxl]{1,7})[\]］】〕}][.:]?\s*(?=\S)  # [1] · [i] · 〔1〕 · {1}
      | (?P<style>\[)[ ](?P<label>\d{1,3})[ ]\][ \t\xa0]+(?=\S)                            # [ 129 ]
      | (?P<style>\[)(?P<label>KEY)\][.:]?\s+(?=\S)                                       # [Knu73]
      | (?P<style>[(（])(?P<label>\d{1,3})[)）][ \t\xa0]*(?=\S)                            # (1)
      | (?P<style>\(\^)(?P<label>\d{1,3})\)[ \t\xa0]*(?=\S)                               # (^1)
      | (?P<label>(?P<style>[⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{0,3})[ \t\xa0]*(?=\S)                    # ¹
      | (?P<label>(?P<style>[①-⑳]))[ \t\xa0]*(?=\S)                                      # ①
      | (?P<style>\^)(?P<label>\d{1,3})\^?[.:]?[ \t\xa0]*(?=\S)                            # ^1
      | (?P<style>WORD)[ \t]?(?P<label>\d{1,3})[ \t]?[.:)]?[ \t\xa0]+(?=\S)   # Note 1:
      | (?P<style>\[WORD)[ \t]?(?P<label>\d{1,3}|[A-Za-z])[ \t]?:\s+(?=\S)     # [Footnote 1: Interfax]
      | (?P<label>(?P<style>[*†‡§¶#])[*†‡§¶#]{0,3})[ \t\xa0]*(?=[\p{L}“"'‘«„])           # *
      | (?P<label>\d{1,3})(?P<style>\.?(?=[\p{Lu}“‘«„]|ibid\b))                            # 1Interfax · 1.“Path
      | (?P<label>\d{1,3})(?P<style>[.)]?[ \t]*\r?\n)(?:[ \t]*\r?\n)?(?=[ \t]*(?:\S\D{3}|\d{1,3}\s\p{Lu}))  # 1, the note below
      | (?P<label>[ivxl]{1,7}|[a-z])(?P<style>[.)]?[ \t]+)(?=[\p{Lu}“"‘«„])                 # i. Interfax
    )""".replace("KEY", KEY).replace("WORD", f"(?i:{one_of('notes.labels')})"),
    regex.VERBOSE,
)
MAX_INDENT = 16  # columns before a label on a line of its own; the number of a page stands further in
TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")
UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


class Line(NamedTuple):
    """A line that begins like a note: how its label is printed, what it counts, where it stands."""

    style: str
    label: str
    number: int
    start: int
    body: int


def read_label(match: regex.Match[str]) -> Iterator[Line]:
    """Yield what a label may count: "i" is the first Roman number or the ninth letter."""
    if (match["style"] or "").endswith("\n") and match.start("label") - match.start() > MAX_INDENT:
        return  # the number of a page
    printed = match["label"].translate(DIGITS)
    style = (match["style"] or "bare").replace("［", "[").replace("【", "[").replace("〔", "[").replace("（", "(").strip(" \t\r")
    style = "raised" if match["label"][0] in "⁰¹²³⁴⁵⁶⁷⁸⁹" else "circled" if match["label"] != printed and style not in "[(" else style
    where = match.start(), match.end()
    if printed.isdigit():
        yield Line(style or "glued", printed, int(printed), *where)
    elif printed[-1].isdigit() or printed[-2:-1].isdigit():
        yield Line("key", printed, 0, *where)
    elif printed[0] in SYMBOLS:
        yield Line("symbol", printed, SYMBOLS.index(printed[0]) + 1 if len(printed) == 1 else len(printed), *where)
    else:
        if (number := _roman(printed)) is not None:
            yield Line(f"roman {style}", printed, number, *where)
        if len(printed) == 1:
            yield Line(f"letter {style}", printed, ord(printed.lower()) - ord("a") + 1, *where)


def _roman(printed: str) -> int | None:
    """Return what a small Roman number means: "iv" gives 4; None for what is none, such as "iiv"."""
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}.get(letter, 0) for letter in printed]
    number = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    tens, units = divmod(number, 10)
    spelt = TENS[min(tens, 8)] + UNITS[units]
    return number if spelt == printed else None
