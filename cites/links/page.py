"""Bytes of a page → what it says of itself. Pure."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import unquote, urljoin

from lxml import etree

from cites.knowledge import read_tables
from cites.links.address import printable
from cites.links.facts import Page
from cites.readers.decode import BOMS
from cites.readers.html.tree import LARGER, declared_encoding

MAX_TEXT = 2000  # code points kept of a text: enough to tell a short notice from an article, and to compare two articles
MAX_NAMES = 8
LITTLE = 1200  # code points of prose: a wall against programs has little, while its name may stand in the scripts of any page
SMALL = 40_000  # bytes; a page of a dealer in domains is a small one
MAX_LINE = 300  # code points kept of a title or a heading
MAX_REFRESH = 5  # seconds; a page that reloads itself later than that is meant to be read
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_REFRESH = re.compile(r"\s*(\d+)(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE)
_NAMES = read_tables("metadata.toml")["html"]  # by which pages call their fields
_DATE = re.compile(r"\s*((?:1[89]|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_HEADLINE = re.compile(r'"headline"\s*:\s*"((?:[^"\\\\]|\\\\.){3,400})"')
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_WALLS = (  # names in scripts and addresses, which are the same in all languages
    "cf-challenge", "challenge-platform", "cf_chl_", "turnstile", "captcha", "incapsula", "datadome", "px-captcha", "perimeterx",
    "ddos-guard", "sucuri_cloudproxy", "awswaf", "aws-waf", "distil_r", "kasada", "queue-it", "challenge-form", "__ddg", "bot-detect",
)  # fmt: skip
_PARKING = re.compile(
    r"park(?:ing|ed|logic|web|crew)|sedo|bodis|afternic|skenzo|domainmarket|hugedomains|dan\.com|adsense/domains", re.IGNORECASE
)
_ASIDE = ("a", "nav", "aside", "footer", "form", "button", "select", "menu", "dialog", "iframe", "object")
_CHARSETS = re.compile(r"utf-(8|16|16-le|16-be)|ascii|(iso8859|koi8|mac)-\w+|cp\d+|gb\w+|big5\w*|euc_\w+|shift_jis|iso2022_jp")
# C0 and C1 controls, soft hyphen, zero-width and bidirectional marks: none of them may reach a terminal or a report.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def read_page(body: bytes, is_whole: bool, content_type: str, url: str, fragments: Collection[str] = ()) -> Page:
    """Return what a page says: its title "Talks resume | The Journal", its first heading, the start of its text.

    `fragments` are looked for; those of a page that was not read to its end are missing only from what was read, and left out.
    """
    if not body:
        return Page(is_empty=is_whole)
    root = _root(source := decode(body, content_type))
    if root is None:
        return Page()
    metas = _metas(root)
    seen: dict[str, Any] = {  # before scripts are taken out
        "has_scripts": root.find(".//script") is not None,
        "has_links": root.find(".//a[@href]") is not None,
        "asks_password": any((field.get("type") or "").lower() == "password" for field in root.iter("input")),
        "anchors": tuple(_find(root, fragments, is_whole)),
        "parking": _parking(root) if len(body) < SMALL else "",
    }
    etree.strip_elements(root, "script", "style", "template", "noscript", "svg", with_tail=False)
    names = _names(root, metas, source)
    title = _text(root.find(".//title"), MAX_LINE)
    heading = _text(root.find(".//h1"), MAX_LINE)
    shown = root if (inner := root.find("body")) is None else inner
    text = _text(shown, MAX_TEXT)
    etree.strip_elements(shown, *_ASIDE, with_tail=False)
    prose = clean(" ".join(map(str, shown.itertext())))
    return Page(
        title=title,
        heading=heading,
        names=tuple(dict.fromkeys(name for name in names if name not in (title, heading)))[:MAX_NAMES],
        text=text,
        prose=prose[:MAX_TEXT].rstrip(),
        size=len(prose),
        refresh=_refresh(root, url),
        published=_published(metas, source),
        language=clean(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:20],
        wall=_wall(source) if len(prose) < LITTLE else "",
        **seen,
    )


def _root(source: str) -> etree._Element | None:
    """The tree of a page; None where it is nothing but blanks or comments."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None


def _names(root: etree._Element, metas: Mapping[str, str], source: str) -> list[str]:
    """By what else the page calls itself: for other programs, and in its headings."""
    headings = [text for element in islice(root.iter("h1", "h2"), MAX_NAMES) if (text := _text(element, MAX_LINE))]
    headline = _HEADLINE.search(source)
    names = [clean(metas[name])[:MAX_LINE] for name in _NAMES["title"] if metas.get(name)]
    return [*names, *([clean(unescape(headline[1]))[:MAX_LINE]] if headline else []), *headings]


def _wall(source: str) -> str:
    """The name by which a wall against programs shows itself: "captcha"; "" where there is none."""
    lower = source.lower()
    return next((name for name in _WALLS if name in lower), "")


def _parking(root: etree._Element) -> str:
    """The script or frame of a dealer in domains: "//parking.example/x"; "" where there is none."""
    sources = (str(element.get("src") or "") for element in root.iter("script", "iframe", "frame", "img"))
    return next((source[:100] for source in sources if _PARKING.search(source)), "")


def _metas(root: etree._Element) -> dict[str, str]:
    """What <meta> says by its name, property or itemprop, in lower case; the first of several counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            found.setdefault(str(name).strip().lower(), str(meta.get("content")))
    return found


def _published(metas: Mapping[str, str], source: str) -> str:
    """The day on which a page says that it came out: "2012-01-27"; "" where it says none."""
    in_data = _PUBLISHED.search(source)
    for value in (*(metas[name] for name in _NAMES["issued"] if name in metas), in_data[1] if in_data else ""):
        day = _DATE.match(value)
        if day:
            return f"{day[1]}-{day[2]}-{day[3]}"
    return ""


def _find(root: etree._Element, fragments: Collection[str], is_whole: bool) -> Iterator[tuple[str, bool]]:
    """Which fragments a page has, as an id or as the name of an <a>: `("section-2", True)`."""
    if not fragments:
        return
    there = {str(value) for element in root.iter() for name in ("id", "name") if (value := element.get(name))}
    for fragment in fragments:
        is_there = fragment in there or unquote(fragment) in there
        if is_there or is_whole:
            yield fragment, is_there


def decode(body: bytes, content_type: str = "") -> str:
    """Return the text of a page; what the bytes prove goes before what the header or the page claims.

    Bytes beyond ASCII that are valid UTF-8 are UTF-8, whatever is declared: no other charset gives such bytes by chance.
    """
    for mark, name in BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    if not body.isascii():
        try:  # the body may have been cut inside a character: not final
            return codecs.getincrementaldecoder("utf-8")().decode(body)
        except UnicodeDecodeError:
            pass
    header = _HEADER_CHARSET.search(content_type)
    for name in filter(None, (header[1] if header else "", declared_encoding(body))):
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
    found = codecs.lookup(name).name
    if not _CHARSETS.fullmatch(found):  # "base64", "punycode", "utf-7": codecs, but none that a page may choose
        raise LookupError(name)
    return LARGER.get(found.replace("_", "-"), found)


def clean(text: str) -> str:
    """Return a text on one line, with single blanks and no unseen characters: " Talks\\n resume\\x07" gives "Talks resume"."""
    single = " ".join(text.split())
    return single if single.isprintable() else " ".join(_UNSEEN.sub("", single).split())


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
