"""Bytes of a page → what it says of itself. Pure."""

from __future__ import annotations

import codecs
import re
from urllib.parse import urljoin

from lxml import etree

from cites.links.address import printable
from cites.links.facts import Page

MAX_TEXT = 4000  # code points kept of the text: enough to tell a short notice from an article
MAX_LINE = 300  # code points kept of a title or a heading
MAX_REFRESH = 5  # seconds; a page that reloads itself later than that is meant to be read
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_REFRESH = re.compile(r"\s*(\d+)(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE)
_CHARSETS = re.compile(r"utf-(8|16|16-le|16-be)|ascii|(iso8859|koi8|mac)-\w+|cp\d+|gb\w+|big5\w*|euc_\w+|shift_jis|iso2022_jp")
_MARKS = (  # byte order marks, longest first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# C0 and C1 controls, soft hyphen, zero-width and bidirectional marks: none of them may reach a terminal or a report.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def read_page(body: bytes, is_whole: bool, content_type: str, url: str) -> Page:
    """Return what a page says: its title "Talks resume | The Journal", its first heading, the start of its text."""
    if not body:
        return Page(is_empty=is_whole)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(decode(body, content_type).encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        root = None
    if root is None:  # nothing but blanks or comments
        return Page()
    etree.strip_elements(root, "script", "style", "template", "noscript", with_tail=False)
    title = root.find(".//title")
    heading = root.find(".//h1")
    shown = root.find("body")
    return Page(
        title=_text(title, MAX_LINE),
        heading=_text(heading, MAX_LINE),
        text=_text(shown if shown is not None else root, MAX_TEXT),
        refresh=_refresh(root, url),
    )


def decode(body: bytes, content_type: str = "") -> str:
    """Return the text of a page; what the bytes prove goes before what the header or the page claims.

    Bytes beyond ASCII that are valid UTF-8 are UTF-8, whatever is declared: no other charset gives such bytes by chance.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    if not body.isascii():
        try:  # the body may have been cut inside a character: not final
            return codecs.getincrementaldecoder("utf-8")().decode(body)
        except UnicodeDecodeError:
            pass
    header = _HEADER_CHARSET.search(content_type)
    meta = _META_CHARSET.search(body[:4096])
    declared = [header[1]] if header else []
    declared += [meta[1].decode("ascii", "replace")] if meta else []
    for name in declared:
        try:
            return body.decode(_codec(name), "replace")
        except LookupError:
            continue
    return body.decode("windows-1252", "replace")


def _codec(name: str) -> str:
    """Return the codec for a declared charset. Raises LookupError where there is none.

    As browsers do: Latin-1 and ASCII are windows-1252, and older East Asian names mean their larger successors.
    Source: WHATWG Encoding Standard, "names and labels".
    """
    larger = {"iso8859-1": "cp1252", "ascii": "cp1252", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
    found = codecs.lookup(name).name
    if not _CHARSETS.fullmatch(found):  # "base64", "punycode", "utf-7": codecs, but none that a page may choose
        raise LookupError(name)
    return larger.get(found, found)


def clean(text: str) -> str:
    """Return a text on one line, with single blanks and no unseen characters: " Talks\\n resume\\x07" gives "Talks resume"."""
    return " ".join(_UNSEEN.sub("", text).split())


def _text(element: etree._Element | None, limit: int) -> str:
    if element is None:
        return ""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        length += len(piece)
        if length > 4 * limit:  # blanks between tags count here, but not in the end
            break
    return clean(" ".join(pieces))[:limit].rstrip()


def _refresh(root: etree._Element, url: str) -> str:
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh":
            found = _REFRESH.match(meta.get("content") or "")
            if found and int(found[1][:6]) <= MAX_REFRESH:
                try:
                    target = urljoin(url, printable(found[2]))
                except ValueError:
                    return ""
                return "" if target.partition("#")[0] == url else target
    return ""
