"""A stretch of a document made easy to match: white space single, look-alikes folded, and the way back kept.

The document's text itself is never altered; a View is a lens on it.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.model import Span

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
        **{chr(base + digit): str(digit) for base in (0xFF10, 0x0660, 0x06F0) for digit in range(10)},
    }
)  # fmt: skip
LOOSE = regex.compile(r"[^\S ]| \s|\u00ad|\ufeff")  # white space that is not one plain space
RUN = regex.compile(r"[\s\u00ad\ufeff]+")


def fold(text: str) -> str:
    """Return `text` with look-alike characters made one, code point for code point: "–" gives "-", "’" gives "'"."""
    return text.translate(FOLD)


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
        if ("  " in printed or not printed.isprintable()) and LOOSE.search(printed):  # the first two are quick, and mostly enough
            printed = self._single(printed)
        self.text = printed
        self.folded = printed.translate(FOLD)

    def _single(self, printed: str) -> str:
        pieces: list[str] = []
        origins: list[int] = []
        breaks: set[int] = set()
        at = 0
        for run in RUN.finditer(printed):
            pieces.append(printed[at : run.start()])
            origins.extend(range(at, run.start()))
            if run[0].strip("\u00ad\ufeff"):
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
