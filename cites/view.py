"""A stretch of a document made easy to match: white space single, look-alikes folded, and the way back kept.

The document's text itself is never altered; a View is a lens on it.
"""

from __future__ import annotations

from functools import lru_cache

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.knowledge import load
from cites.model import Span

JOINS = frozenset(load()["joins"] + load()["joins.also"])

# Each character is folded to exactly one other, so that offsets stay true.
FOLD = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
            "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n\v\f\ufeff", " "),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("’ʼ‛＇`´", "'"),
        "＂": '"',
        "（": "(", "）": ")", "［": "[", "］": "]", "，": ",", "、": ",", "；": ";", "：": ":", "．": ".", "。": ".", "？": "?", "！": "!",
        "،": ",", "؛": ";", "／": "/",
        "ᵒ": "°", "ᵉ": "e", "ˢ": "s",  # nᵒ 5, nᵒˢ 5-6, XIXᵉ siècle
        **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ", strict=True)),  # small capitals, of a page that was converted
        **{chr(base + digit): str(digit) for base in (0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6) for digit in range(10)},
    }
)  # fmt: skip
UNSEEN = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"  # soft hyphen, marks of width 0
# München ³1995 · München 31995, S. 4, of a page that lost what is raised
EDITION = r"(?:[¹²³⁴-⁹](?=(?:1[5-9]|20)\d\d(?!\d))|(?<=\p{Ll}{2}\s)[2-9](?=(?:1[89]|20)\d\d,\s(?:S|Sp|Rn|pp?)\.\s?\d))"
BEFORE_POINT = r"(?<=\p{L}) (?=,|\. \p{L})"  # "WILCOX , The State of Our Unions . Louisville", of a page that was taken apart
LOOSE = regex.compile(rf"[^\S ]| \s|[{UNSEEN}]|{BEFORE_POINT}|\s{EDITION}")  # white space that is not one plain space
LOOSE_POINT = regex.compile(BEFORE_POINT)
BROKEN_WORD = regex.compile(r"(?<=\p{L})-\s+(?=\p{L})")
DIVIDED = regex.compile(r"\p{Ll}-[ \t]*\r?\n[ \t]*\p{Ll}")
OFTEN = 30  # lines to one divided word
ADDRESS = regex.compile(r"(?:https?:/|www\.)\S*$")
SUPERSCRIPT = regex.compile(r"[¹²³⁴-⁹][12]| [2-9](?:1[89]|20)\d\d, [SRp]")
LETTERS = regex.compile(r"\p{L}+")
LAST_LETTERS = regex.compile(r"\p{L}+$")
WORDS = regex.compile(r"\p{L}+(?:-\p{L}+)*")
AMPERSAND = "&amp;"  # as Markdown has it that was copied from a page
# the place behind a comma to which a PDF has glued what follows: "Berg,The Road (London: Verso,1992),pp. 3"; not "M,N", "0,1518,druck"
GLUED = r"(?<=[\p{Ll}\d.)”’»\"'],)(?=\p{Lu}\p{L}|[“‘«„]|pp?\.|\d{1,2}\s\p{Lu}\p{Ll}{2,8}\.?\s\d{4}|(?<!\d,)(?:1[5-9]|20)\d\d[.,;)])"
GLUED_COMMA = regex.compile(GLUED)
OPENING = {  # marks that look the same on both sides, where no other one opens: ”Fred”, »Fred» in Swedish and Finnish
    "”": ("“„", "“", regex.compile(r"(?<![^\s(\[])”(?=[\p{L}\d])")),
    "»": ("«", "«", regex.compile(r"(?<![^\s(\[])»(?=[\p{L}\d])")),
}
RUN = regex.compile(rf"[\s{UNSEEN}]+(?:{EDITION})?|(?<=&)amp;|{GLUED}")


def fold(text: str) -> str:
    """Return `text` with look-alike characters made one, code point for code point: "–" gives "-", "’" gives "'"."""
    return text.translate(FOLD)


def _opened(folded: str) -> str:
    """Return a text in which a quotation mark that opens looks as such: ”Fred”, Dagens Nyheter, gives “Fred”, Dagens Nyheter."""
    for mark, (others, opening, where) in OPENING.items():
        if mark in folded and not any(other in folded for other in others):
            folded = where.sub(opening, folded)
    return folded


def _is_divided(printed: str, hyphen_end: int, next_start: int, text: str) -> bool:
    """True where a hyphen at the end of a line only divides a word, False where it belongs to it: "Russian-" + newline + "led"."""
    first = LAST_LETTERS.search(printed, max(0, hyphen_end - 40), hyphen_end - 1)
    second = LETTERS.match(printed, next_start)
    if first is None or second is None:
        return False
    in_capitals = (first[0] + second[0]).isupper() and len(first[0]) > 1 and len(second[0]) > 1  # "SHAP-" + newline + "ING THE BAR"
    if not (second[0][0].islower() or in_capitals):
        return False
    words, often = _words(text)
    whole = (first[0] + second[0]).casefold()
    return whole in words or ((often or is_common(whole)) and f"{first[0]}-{second[0]}".casefold() not in words)


def _joins(printed: str, start: int, text: str) -> bool:
    """True before the "und" of "Selbst-" + newline + "und Fremdbild", where the hyphen stands for what comes later."""
    word = LETTERS.match(printed, start)
    return word is not None and len(word[0]) > 1 and word[0] in JOINS and not _words(text)[1]


@lru_cache(maxsize=2)
def _words(text: str) -> tuple[frozenset[str], bool]:
    """Return the words of a text, and whether its lines often end with a divided word."""
    divided = sum(1 for _ in DIVIDED.finditer(text))
    return frozenset(word.casefold() for word in WORDS.findall(text)), divided > 2 and divided * OFTEN > text.count("\n")


class View:
    """`text` as printed but with single spaces, and `folded`, the same folded for matching.

    >>> view = View("see\\n  EDM, March–May", Span(0, 20))
    >>> view.folded
    'see EDM, March-May'
    >>> view.span(4, 7)
    Span(start=6, end=9)
    """

    __slots__ = ("base", "breaks", "folded", "origins", "text")

    def __init__(self, text: str, span: Span) -> None:
        printed = text[span.start : span.end]
        self.base = span.start
        self.origins: list[int] | None = None  # of each character of `text`, from `base`; None where nothing was dropped
        self.breaks: frozenset[int] = frozenset()  # where a line was broken: an address may go on after it
        is_loose = "  " in printed or " ," in printed or " ." in printed or not printed.isprintable() or SUPERSCRIPT.search(printed)
        is_glued = printed.count(",") > printed.count(", ") and GLUED_COMMA.search(printed)
        if (is_loose and LOOSE.search(printed)) or AMPERSAND in printed or is_glued:
            printed = self._single(printed, text)
        self.text = printed
        self.folded = _opened(printed.translate(FOLD))

    def _single(self, printed: str, text: str) -> str:
        pieces: list[str] = []
        origins: list[int] = []
        breaks: set[int] = set()
        at = 0
        for run in RUN.finditer(printed):
            broken = BROKEN_WORD.match(printed, run.start() - 1) if "\n" in run[0] else None
            if broken and not _joins(printed, run.end(), text) and not ADDRESS.search(printed, max(0, run.start() - 80), run.start()):
                stop = run.start() - _is_divided(printed, run.start(), run.end(), text)  # "Conven-" + newline + "tion"
                pieces.append(printed[at:stop])
                origins.extend(range(at, stop))
                at = run.end()
                continue
            pieces.append(printed[at : run.start()])
            origins.extend(range(at, run.start()))
            if not run[0] and not ADDRESS.search(printed, max(0, run.start() - 80), run.start()):
                pieces.append(" ")
                origins.append(run.start() - 1)
            if run[0] != "amp;" and run[0].strip(UNSEEN) and not LOOSE_POINT.match(printed, run.start()):
                if "\n" in run[0]:
                    breaks.add(len(origins))
                pieces.append(" ")
                origins.append(run.start())
            at = run.end()
        pieces.append(printed[at:])
        origins.extend(range(at, len(printed) + 1))
        self.origins, self.breaks = origins, frozenset(breaks)
        return "".join(pieces)

    def span(self, start: int, end: int) -> Span:
        """Lead a stretch of the view back to the document."""
        if self.origins is None:
            return Span(self.base + start, self.base + end)
        return Span(
            self.base + self.origins[start], self.base + self.origins[end - 1] + 1 if end > start else self.base + self.origins[start]
        )
