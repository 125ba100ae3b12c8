"""What pdfium tells of a page: runs of text with their places, links, the page's own label.

pdfium is asked once a page for the whole text, and then for each word's text object: characters of one object share their
font and their line, so the places of single characters are seldom asked for.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, pairwise
from math import atan2, hypot, pi
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from cites.errors import ReadError
from cites.readers.pdf.lines import Line, Run, find_lines

WORD = re.compile(  # the group is where its style is asked for: the T of "(The"; digits are words of their own: "soup.12"
    r"[^\w\s\ufffe]*([^\W\d_][^\s\d\ufffe]*)|\d+|_+|[^\w\s\ufffe]+"
)
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\ufeff\ufffe\uffff]")
ITALIC_FLAG = 1 << 6  # PDF 32000-1:2008, table 123
SLANTED = re.compile(r"ital|obliq|slant|kursiv|cmti|cmsl|-it\b|,it\b", re.IGNORECASE)
BOLD = re.compile(r"bold|black|heavy|semibold|cmbx|fett", re.IGNORECASE)
THIN, LONG = 3.0, 24.0  # points: the height of a rule at most, its length at least
MOST_DRAWN, MOST_RULES = 20_000, 500  # objects of a page that are looked at, and rules: more are a map, or a form
SAMPLE = 20  # words of a page that tell which way its lines go


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """An address behind characters of a page's text."""

    start: int
    end: int
    url: str


class Rule(NamedTuple):
    """A thin level line that is drawn on a page, as above footnotes."""

    left: float
    right: float
    height: float  # where it is drawn


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines from top to bottom as pdfium finds them, and the label that a reader would cite it by."""

    number: int  # from 0
    label: str
    lines: tuple[Line, ...] = ()
    links: tuple[Hyperlink, ...] = ()
    rules: tuple[Rule, ...] = ()


class Info(NamedTuple):
    """What a file says of itself, often left over from another one."""

    title: str
    author: str


@contextmanager
def open_pages(data: bytes, name: str) -> Iterator[tuple[Info, Iterator[Page]]]:
    """Give what a file says of itself, and its pages one after the other; ReadError where it can't be opened."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(name, "is locked with a password", "save a copy of it without one") from None
        raise ReadError(name, "is no whole PDF", "get the file anew") from None
    try:
        yield Info(_said(document, "Title"), _said(document, "Author")), _pages(document)
    finally:
        document.close()


def _said(document: Any, key: str) -> str:
    try:
        return str(document.get_metadata_value(key)).strip()
    except UnicodeDecodeError:  # half a character
        return ""


def _label(document: Any, number: int) -> str:
    """What a page is called in the file, else its number."""
    try:
        return document.get_page_label(number) or str(number + 1)
    except UnicodeDecodeError:
        return str(number + 1)


def _pages(document: Any) -> Iterator[Page]:
    fonts = _Fonts()
    for number in range(len(document)):
        label = _label(document, number)
        try:
            yield _page(document, number, label, fonts)
        except (pdfium.PdfiumError, UnicodeDecodeError):  # a damaged page does not cost the others
            yield Page(number, label)


def _page(document: Any, number: int, label: str, fonts: _Fonts) -> Page:
    page = document[number]
    text_page = page.get_textpage()
    try:
        lines = find_lines(_PageReader(text_page, fonts).runs(), number)
        if not lines:
            return Page(number, label)
        return Page(number, label, lines, tuple(_links(document, page, text_page)), tuple(islice(_rules(page), MOST_RULES)))
    finally:
        text_page.close()
        page.close()


class _Fonts:
    """Whether a font is italic and bold, asked once for each."""

    def __init__(self) -> None:
        self.known: dict[int, tuple[bool, bool]] = {}

    def style(self, text_object: Any) -> tuple[bool, bool]:
        font = raw.FPDFTextObj_GetFont(text_object)
        if not font:
            return False, False
        key = ctypes.addressof(font.contents)
        if key not in self.known:
            size = raw.FPDFFont_GetBaseFontName(font, None, 0)
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFFont_GetBaseFontName(font, buffer, size)
            name = buffer.value.decode("utf-8", "replace")
            is_italic = bool(raw.FPDFFont_GetFlags(font) & ITALIC_FLAG) or SLANTED.search(name) is not None
            self.known[key] = is_italic, BOLD.search(name) is not None
        return self.known[key]


class _PageReader:
    """Asks pdfium for the runs of one page."""

    def __init__(self, text_page: Any, fonts: _Fonts) -> None:
        self.page = text_page.raw
        self.fonts = fonts
        self.text = _aligned(text_page)
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box = raw.FS_RECTF()
        self.matrix = raw.FS_MATRIX()

    def runs(self) -> list[Run]:
        """The runs in the order of the file, as they are looked at with the text upright; others are left out (a stamp in the margin)."""
        words = list(WORD.finditer(self.text))
        turned = Counter(self._turned(word) for word in words[:: max(1, len(words) // SAMPLE)])
        upright = max(turned, key=lambda turns: (turned[turns], -turns), default=0)
        owners = [self._owner(word) for word in words]
        firsts = [index for index, owner in enumerate(owners) if not index or owner != owners[index - 1]]
        found = []
        for first, following in pairwise([*firsts, len(words)]):
            until = words[following].start() if following < len(words) else len(self.text)
            run = self._run(words[first], words[following - 1].end(), until, upright)
            if run:
                found.append(run)
        return found

    def _owner(self, word: re.Match[str]) -> int:
        """Which text object a word is of: a number."""
        found = raw.FPDFText_GetTextObject(self.page, word.start(word.lastindex or 0))
        return ctypes.addressof(found.contents) if found else 0

    def _turned(self, word: re.Match[str]) -> int:
        """By how many right angles the line of a word is turned: 0 to the right, 1 upwards, 2 to the left, 3 downwards."""
        if not raw.FPDFText_GetMatrix(self.page, word.start(word.lastindex or 0), self.matrix):
            return 0
        return round(atan2(self.matrix.b, self.matrix.a) / (pi / 2)) % 4

    def _run(self, word: re.Match[str], end: int, until: int, upright: int) -> Run | None:
        """The run from a word to `end`; the next one begins at `until`."""
        page, asked = self.page, word.start(word.lastindex or 0)
        text_object = raw.FPDFText_GetTextObject(page, asked)
        if not text_object or self._turned(word) != upright:
            return None
        raw.FPDFText_GetCharOrigin(page, word.start(), self.x, self.y)
        raw.FPDFText_GetLooseCharBox(page, end - 1, self.box)
        left, right, base = _placed(self.x.value, self.y.value, self.box, upright)
        size = raw.FPDFText_GetFontSize(page, asked) * hypot(self.matrix.c, self.matrix.d)
        is_italic, is_bold = self.fonts.style(text_object)
        after = self.text[end:until]
        printed = _clean(self.text[word.start() : end]) + (" " if after[:1].isspace() else "")
        return Run(printed, left, right, base, size or 1.0, is_italic, is_bold, word.start(), end, after.startswith("\ufffe"))


def _aligned(text_page: Any) -> str:
    """The text of a page with one character for each that pdfium counts: it counts some of the upper planes twice."""
    text: str = text_page.get_text_range()
    return text if len(text) == text_page.count_chars() else re.sub("([\U00010000-\U0010ffff])", "\\1\x00", text)


def _placed(x: float, y: float, last: Any, upright: int) -> tuple[float, float, float]:
    """Left edge, right edge and baseline of a run on a page that is turned until its text is upright.

    `x` and `y` are where the first letter stands on its line, `last` is the box of the last one.
    """
    if upright == 1:
        return y, last.top, -x
    if upright == 2:
        return -x, -last.left, -y
    if upright == 3:
        return -y, -last.bottom, x
    return x, last.right, y


def _clean(printed: str) -> str:
    """Printed characters without ligatures and control characters, accents put onto their letters."""
    if printed.isascii() and printed.isprintable():
        return printed
    return unicodedata.normalize("NFC", " ".join(UNSEEN.sub("", printed).translate(LIGATURES).split(" ")))


def _rules(page: Any) -> Iterator[Rule]:
    """The thin lines of a page from left to right; a page of drawings has none that count."""
    number = raw.FPDFPage_CountObjects(page)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(number if number < MOST_DRAWN else 0):
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            continue
        if top.value - bottom.value < THIN and right.value - left.value > LONG:
            yield Rule(left.value, right.value, (top.value + bottom.value) / 2)


def _links(document: Any, page: Any, text_page: Any) -> Iterator[Hyperlink]:
    """The addresses of a page's links, and the characters that they lie on."""
    position = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, link):
        url = _url(document, link)
        if not url.lower().startswith(("http://", "https://")):
            continue
        found = [span for box in _boxes(link) if (span := _characters(text_page, box))]
        if found:
            yield Hyperlink(min(start for start, _ in found), max(end for _, end in found), url)


def _url(document: Any, link: Any) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", "replace").strip()


def _boxes(link: Any) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each line of a link."""
    quad = raw.FS_QUADPOINTSF()
    count = raw.FPDFLink_CountQuadPoints(link)
    for index in range(count):
        if raw.FPDFLink_GetQuadPoints(link, index, quad):
            across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(across), min(up), max(across), max(up)
    if not count:
        box = raw.FS_RECTF()
        if raw.FPDFLink_GetAnnotRect(link, box):
            yield box.left, box.bottom, box.right, box.top


def _characters(text_page: Any, box: tuple[float, float, float, float]) -> tuple[int, int] | None:
    left, bottom, right, top = box
    middle, near = (bottom + top) / 2, max(1.0, (top - bottom) / 2)
    first = raw.FPDFText_GetCharIndexAtPos(text_page, left + 1, middle, near, near)
    last = raw.FPDFText_GetCharIndexAtPos(text_page, right - 1, middle, near, near)
    return (first, last + 1) if 0 <= first <= last else None


__all__ = ["Hyperlink", "Info", "Page", "Rule", "open_pages"]
