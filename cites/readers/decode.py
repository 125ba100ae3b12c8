"""Bytes to text: UTF-8 as it stands, UTF-16 and UTF-32 by their mark, UTF-16 also by its zeros, anything else by a confident guess.

Nothing is translated: where a file is UTF-8, the text is `data.decode("utf-8")`, with `\\r\\n` as two characters and a
byte order mark as one (U+FEFF), because the offsets in every output count them. Only where all lines end in `\\r`, as Excel
for the Mac still writes them, each is read as `\\n`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from cites.errors import ReadError

BROKEN = "\ufffd"
MEND = "save it as UTF-8"
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, with whose mark it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ASCII = bytes(range(128))
HIGH = re.compile(rb"[\x80-\xff]")
# The letters beyond ASCII by language: a text whose letters all belong to one of them is Windows-1252, not a code page
# for central Europe or Turkey that has other letters at the same bytes ("õ" of Portuguese, "ő" of Hungarian).
WESTERN = tuple(
    frozenset(letters + letters.upper())
    for letters in ("äöüß", "àâæçéèêëîïôœùûüÿ", "áéíóúñüç", "ãõáéíóúâêôàç", "àèéìíòóù", "åäöæøéü", "éèëïöüáóí")
)
PUNCTUATION = frozenset("‘’‚“”„…–—•§«»¡¿©®™°·ªº\xa0")
# "Rzeczpospolita wyra¿a": these never stand inside a word, so the encoding that gives them there is the wrong one.
IN_WORD = re.compile("(?<=[a-zß-ÿ])[¡¢£¤¥¦§¨©ª«¬®¯°±²³´¶¸¹º»¼½¾¿÷×„†‡‰‹›€](?=[a-zß-ÿ])")
LATIN = ("cp1250", "cp1252", "cp1254", "cp1257", "iso8859_2")  # their letters overlap: a guess wants more evidence
OTHERS = ("cp1251", "koi8_r", "koi8_u", "cp866", "cp1125", "iso8859_5", "cp1253", "cp1255", "cp1256")
FAR_EASTERN = ("gb18030", "big5", "cp932", "shift_jis_2004", "euc_jp", "euc_jis_2004", "cp949")
FAR_EAST = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffee]")
VISIBLE = re.compile(r"[^\s\ufeff\x00]")
SAMPLE = 60_000  # bytes shown to the guesser, whose time grows with them; its own default looks at less
ENOUGH = 24  # high bytes that a guess needs: below that every 8-bit encoding fits
MOSTLY = 20  # whole UTF-8 characters to each broken one, from where on the file is damaged UTF-8, not another encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how its bytes were read."""

    text: str
    encoding: str
    guessed: bool = False  # True where nothing in the file says so


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Return the text of a file: `b"Caf\\xc3\\xa9"` gives "Café", read as UTF-8.

    `declared` is the encoding that the format itself names (HTML's `<meta charset>`); UTF-8 is tried before it, since
    a page that is valid UTF-8 and calls itself something else was saved by a browser.
    Raises ReadError for a file without text, for binary data and where the encoding cannot be told.
    """
    if not data.strip():
        raise ReadError(name, "is empty", "")
    decoded = _by_bom(data, name) or _by_content(data, name, declared)
    if not VISIBLE.search(decoded.text):
        raise ReadError(name, "is empty", "")
    if "\r" in decoded.text and "\n" not in decoded.text:
        return replace(decoded, text=decoded.text.replace("\r", "\n"))
    return decoded


def report_guess(decoded: Decoded, name: str, warn: Callable[[str], None]) -> None:
    """Say so where the encoding was guessed: "a.txt: read as cp1251, which is a guess"."""
    if decoded.guessed and BROKEN in decoded.text:
        places, line = decoded.text.count(BROKEN), decoded.text.count("\n", 0, decoded.text.index(BROKEN)) + 1
        warn(f"{name}: is not whole {decoded.encoding.upper()}; broken places are shown as {BROKEN} ({places}, the first in line {line})")
    elif decoded.guessed:
        warn(f"{name}: read as {decoded.encoding}, which is a guess ({MEND} to be sure)")


def _by_bom(data: bytes, name: str) -> Decoded | None:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            text = _try(data, encoding)
            if text is not None:
                return Decoded(text, encoding)
            if encoding != "utf-8":
                raise ReadError(name, f"begins as {encoding[:6].upper()} and does not go on so", MEND)
    return None


def _by_content(data: bytes, name: str, declared: str) -> Decoded:
    if b"\0" in data:
        text = _try(data, encoding := _unmarked(data))
        if text is None or not all(character.isprintable() or character.isspace() for character in text):
            raise ReadError(name, "is binary data, not text", "save it as text, Markdown or HTML")
        return Decoded(text, encoding, guessed=True)
    if b"\x1b" in data and declared:  # ISO-2022-JP is ASCII with escapes, so valid UTF-8 too
        text = _try(data, declared)
        if text is not None:
            return Decoded(text, declared)
    text = _try(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    damaged = _damaged(data, "utf-8")
    if damaged is not None:
        return damaged
    if declared == "cp1252" and (encoding := _guess(data)) in (*OTHERS, *FAR_EASTERN):  # what every byte fits, and many a page is called
        text = _try(data, encoding)
        if text is not None:
            return Decoded(text, encoding, guessed=True)
    if declared:
        text = _try(data, declared)
        damaged = Decoded(text, declared) if text is not None else _damaged(data, declared)
        if damaged is not None:
            return damaged
    encoding = _guess(data)
    text = _try(data, encoding) if encoding else None
    if text is None:
        raise ReadError(name, f"is not UTF-8 (see line {_first_broken_line(data)}), and its encoding cannot be told", MEND)
    return Decoded(text, encoding, guessed=True)


def _unmarked(data: bytes) -> str:
    """UTF-16 without its mark, by the side on which the zeros are: that of each English letter, and of a space in Russian; else ""."""
    first, second = data[::2].count(0), data[1::2].count(0)
    return "utf-16-le" if second and not first else "utf-16-be" if first and not second else ""


def _first_broken_line(data: bytes) -> int:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 0


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _damaged(data: bytes, encoding: str) -> Decoded | None:
    """A text with a few broken bytes, each shown as U+FFFD: a file that was cut, or pasted together."""
    try:
        text = data.decode(encoding, errors="replace")
    except (LookupError, ValueError):
        return None
    broken = text.count(BROKEN)
    whole = len(data.translate(None, ASCII)) - broken  # bytes, two or more a character
    return Decoded(text, encoding, guessed=True) if whole >= 2 * MOSTLY * broken else None


def _guess(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8, or "" where a guess would be a gamble."""
    sample = b"\n".join(_lines_above_ascii(data))
    if _is_western(sample):
        return "cp1252"
    if len(HIGH.findall(sample)) < ENOUGH:
        return ""
    from charset_normalizer import from_bytes  # comes with requests

    for guess in from_bytes(sample, threshold=0.1):
        if guess.encoding not in (*LATIN, *OTHERS, *FAR_EASTERN):
            continue
        text = sample.decode(guess.encoding, errors="replace")
        high = [character for character in text if character > "\x7f"]
        if guess.encoding in FAR_EASTERN:  # two bytes a character: a wrong encoding would not fit throughout
            if len(FAR_EAST.findall(text)) >= 0.95 * len(high) and BROKEN not in text[:-2]:
                return guess.encoding
        elif guess.coherence >= (0.6 if guess.encoding in LATIN else 0.2) and not IN_WORD.search(text):
            return guess.encoding
    return ""


def _is_western(sample: bytes) -> bool:
    """Whether the sample is Windows-1252: "Süddeutsche", "Müller’s", "São Paulo" in English."""
    text = _try(sample, "cp1252")
    if text is None or IN_WORD.search(text):
        return False
    letters = [character for character in text if character > "\x7f" and character not in PUNCTUATION]
    if not all(character.isalpha() for character in letters):
        return False
    if len(letters) * 100 <= len(sample):  # names in an English text: hardly one letter in a hundred
        return True
    found = frozenset(letters)
    return len(letters) * 6 <= len(sample) and any(found <= language for language in WESTERN)


def _lines_above_ascii(data: bytes) -> list[bytes]:
    """The first lines that have bytes above ASCII, about SAMPLE bytes of them."""
    lines: list[bytes] = []
    position = 0
    left = SAMPLE
    while left > 0 and (hit := HIGH.search(data, position)):
        start = max(data.rfind(b"\n", position, hit.start()) + 1, position, hit.start() - 500)
        stop = data.find(b"\n", hit.start(), start + left) + 1
        position = stop or start + left
        lines.append(data[start:position])
        left -= position - start
    return lines
