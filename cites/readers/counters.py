"""Numbers as word processors print them before items and notes: 4 gives "4", "iv", "d", "§"."""

from __future__ import annotations

from collections.abc import Callable

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
         (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
SIGNS = "*†‡§"  # ST_NumberFormat "chicago": each is printed once, then twice
MOST = 32_767  # what a program counts up to; a file that says more is damaged


def roman(number: int) -> str:
    """ "xiv" for 14."""
    parts = []
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def letters(number: int) -> str:
    """ "a" for 1, "z" for 26, "aa" for 27, as Word counts on."""
    count, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (count + 1)


def signs(number: int) -> str:
    """ "*" for 1, "§" for 4, "**" for 5."""
    count, sign = divmod(number - 1, len(SIGNS))
    return SIGNS[sign] * (count + 1)


def upper_roman(number: int) -> str:
    """ "XIV" for 14."""
    return roman(number).upper()


def upper_letters(number: int) -> str:
    """ "A" for 1."""
    return letters(number).upper()


FORMATS: dict[str, Callable[[int], str]] = {  # by the names of WordprocessingML (ST_NumberFormat), of OpenDocument and of RTF
    "lowerRoman": roman, "i": roman, "rlc": roman, "upperRoman": upper_roman, "I": upper_roman, "ruc": upper_roman,
    "lowerLetter": letters, "a": letters, "alc": letters, "upperLetter": upper_letters, "A": upper_letters, "auc": upper_letters,
    "chicago": signs, "chi": signs, "decimalZero": lambda number: f"{number:02}", "bullet": lambda _: "", "none": lambda _: "",
}  # fmt: skip


def print_number(number: int, format: str) -> str:
    """Return a number in a format; in one that is not known in digits, and so what cannot be counted in letters."""
    return FORMATS.get(format, str)(number) if 0 < number <= MOST or format in ("bullet", "none") else str(number)
