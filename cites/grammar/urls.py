"""Addresses: URLs (also broken over lines), DOIs, bare sites such as "Kremlin.ru" and "T.me/rybar"."""

from __future__ import annotations

from typing import NamedTuple

import regex

URL = regex.compile(r"(?:https?://|www\.)[^\s<>\"“”«»\[\]{}|\\^`]+", regex.IGNORECASE)
DOI = regex.compile(r"(?:doi:?\s?|https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,9}/[^\s<>\"“”]+)", regex.IGNORECASE)
CONTINUED = regex.compile(r"[\w~%/?#=&.+-]*[/=?&%_~#\d-][\w~%/?#=&.,+-]*|[\w-]+\.(?:html?|php|aspx?|pdf|shtml)")
SITE = regex.compile(
    r"(?:www\.)?[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d][\p{L}\d-]*)*\.(?P<top>\p{Ll}{2,6})(?:/[^\s,;)\]]*)?", regex.IGNORECASE
)  # kremlin.ru · www.mil.ru · T.me/rybar
TOPS = frozenset(
    "com org net edu gov mil int info biz news media online press today world tv me io ru su ua by kz uz kg tj tm am az ge md lv lt ee pl "
    "cz sk hu ro bg rs hr "
    "si me mk al gr tr il ir iq sy lb jo sa ae qa kw om ye eg ly tn dz ma sd et ke ng gh za uk ie fr de at ch it es pt nl be lu "
    "dk se no fi is ca us mx br ar cl "
    "co pe ve cu au nz jp cn hk tw kr kp in pk bd lk np mm th vn la kh my sg id ph mn eu asia рф укр cat mobi "
    "club site live space life group agency tech".split()
)
WRAP_END = frozenset("/-_=?&.%#")


class Address(NamedTuple):
    start: int
    end: int
    value: str


def read_url(text: str, at: int, end: int, breaks: frozenset[int] = frozenset()) -> Address | None:
    """Return the URL at `at`, without the punctuation that ends the sentence; white space at a line break inside it is dropped.

    "https://a.org/b)." gives "https://a.org/b", "https://en.wikipedia.org/wiki/A_(b)" keeps its parenthesis.
    """
    match = URL.match(text, at, end)
    if match is None:
        return None
    stop = match.end()
    while stop in breaks and stop + 1 < end:  # "http://www.wsj.com/articles/putin-" + newline + "pitches-…"
        more = CONTINUED.match(text, stop + 1, end)
        if more is None or (text[stop - 1] not in WRAP_END and "/" not in more[0] and "-" not in more[0]):
            break
        stop = more.end()
    stop = at + len(_trim(text[at:stop]))
    return Address(at, stop, text[at:stop].replace(" ", "")) if stop > at + 8 else None


def _trim(url: str) -> str:
    while url and (url[-1] in ".,;:!?'’*" or (url[-1] == ")" and url.count("(") < url.count(")"))):
        url = url[:-1]
    return url


def read_doi(text: str, at: int, end: int) -> Address | None:
    """Return the DOI at `at`: "doi:10.1080/01495939308402915." and its resolver's address give "10.1080/01495939308402915"."""
    match = DOI.match(text, at, end)
    if match is None:
        return None
    value = _trim(match["doi"])
    return Address(at, match.start("doi") + len(value), value) if value else None


def is_site(name: str) -> bool:
    """True for a bare site or channel: "Kremlin.ru", "www.mil.ru", "T.me/rybar"; not for "No.5" or "e.g"."""
    match = SITE.fullmatch(name)
    return match is not None and match["top"].casefold() in TOPS


def begins_with_site(folded: str, at: int, end: int) -> bool:
    """True where a bare site stands at `at`, up to white space or a comma."""
    match = SITE.match(folded, at, end)
    return match is not None and match["top"].casefold() in TOPS and (match.end() >= end or folded[match.end()] in " ,;")
