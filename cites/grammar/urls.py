"""Addresses: URLs (also broken over lines), DOIs, bare sites such as "Kremlin.ru" and "T.me/rybar"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.printed import Printed
from cites.knowledge import read_tables

URL = regex.compile(  # brackets within: "?no_cache=1&tx_ttnews[tt_news]=35895"
    r"(?:https?://|www\.)(?:[^\s<>\"“”«»\[\]{}|\\^`，。、；（）《》「」]|\[\p{L}[\w-]*\](?==))+", regex.IGNORECASE
)
ESCAPED = regex.compile(r"(?<=^10\.\d{4,9})%2F", regex.IGNORECASE)  # https://doi.org/10.1017%2FS0020743800021127
DOI = regex.compile(
    r"(?:doi(?:\s?:)?\s?(?=10\.)|(?:doi:\s)?(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/){1,2}(?:doi:\s?)?)?"  # printed twice by some programs
    r"(?P<doi>10\.\d{4,9}(?:/|%2F)(?:[^\s<>\"“”]|<\d{1,5}::AID-\w{1,12}>)+)",  # also 10.1002/(SICI)1096-4571(199008)41:6<391::AID-ASI1>
    regex.IGNORECASE,
)
CONTINUED = regex.compile(r"[\w~%/?#=&.+-]*[/=?&%_~#\d-][\w~%/?#=&.,+-]*|[\w-]+\.(?:html?|php|aspx?|pdf|shtml)")
SITE = regex.compile(
    r"(?:www\.)?[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d][\p{L}\d-]*)*\.(?P<top>\p{Ll}{2,6})(?:/[^\s,;)\]]*)?", regex.IGNORECASE
)  # kremlin.ru · www.mil.ru · T.me/rybar
TOPS = frozenset(read_tables("addresses.toml")["tops"])
URL_BEGINS, DOI_BEGINS = frozenset("hHwW"), frozenset("dDhH1")
SHORTEST_SITE = 4  # code points of what is no site: "a.m"
GOES_ON = regex.compile(r"[/=&-]|\.(?:html?|pdf|php)$")  # …&divisi + on=&title= · …-Domestic-P + artnerships.pdf
WRAP_END = frozenset("/-_=?&.%#")


FOLIO = regex.compile(r"\d{1,3}")
SCHEME = regex.compile(r"https?://(?=\s)", regex.IGNORECASE)
BROKEN_OFF = regex.compile(r"[\w-]+(?:\.[\w-]+)+/?[\w~%/?#=&.,+:@-]*")  # the rest of an address, in the line below its "https://"

DEFANGED = regex.compile(  # "https://suspilne dot media/765123", "https://t[.]me/rybar": kept from being followed by a click
    r"https?://[\w-]+(?:\.[\w-]+)*(?P<dot>\sdot\s|\s?[\[(](?:\.|dot)[\])]\s?)\p{Ll}{2,6}\b(?:(?P=dot)\p{Ll}{2,6}\b)*"
    r"(?:[/?#][^\s<>\"“”«»]*)?",
    regex.IGNORECASE,
)
SPACED = regex.compile(r"\s(?=\S*\p{Ll})\w+(?:[-/_]\w+){3,}")  # "articles/ 2022-06-19/why-free-speech-isn-t-free", of a line joined


def read_url(text: str, at: int, end: int, breaks: frozenset[int] = frozenset()) -> Printed | None:
    """Return the URL at `at`, without the punctuation that ends the sentence; white space at a line break inside it is dropped.

    "https://a.org/b)." gives "https://a.org/b", "https://en.wikipedia.org/wiki/A_(b)" keeps its parenthesis.
    """
    match = URL.match(text, at, end) or SCHEME.match(text, at, end) if text[at : at + 1] in URL_BEGINS else None
    if match is None:
        return None
    if "/" not in match[0][len("https://") :] and (defanged := DEFANGED.match(text, at, end)):
        printed = _trim(defanged[0])
        return Printed("url", printed.replace(defanged["dot"], "."), at, at + len(printed))
    stop = match.end()
    if text.startswith("//", stop - 2):  # "https://" + newline + "arxiv.org/abs/2303.08774"
        host = BROKEN_OFF.match(text, stop + 1, end) if stop in breaks else None
        if host is None:
            return None
        stop = host.end()
    while stop in breaks and stop + 1 < end:  # "http://www.wsj.com/articles/putin-" + newline + "pitches-…"
        more = CONTINUED.match(text, stop + 1, end)
        if more is None or (text[stop - 1] not in WRAP_END and GOES_ON.search(more[0]) is None):
            break
        if text[stop - 1] == "." and FOLIO.fullmatch(more[0]):
            break  # "https://perma.cc/A3V8-3U7B." and below it the number of the page
        stop = more.end()
    if text[stop - 1] == "/" and (more := SPACED.match(text, stop, end)):
        stop = more.end()
    stop = at + len(_trim(text[at:stop]))
    return Printed("url", text[at:stop].replace(" ", ""), at, stop) if stop > at + 8 else None


def _trim(url: str) -> str:
    while url and (url[-1] in ".,;:!?'’*" or (url[-1] == ")" and url.count("(") < url.count(")"))):
        url = url[:-1]
    return url


def read_doi(text: str, at: int, end: int) -> Printed | None:
    """Return the DOI at `at`: "doi:10.1080/01495939308402915." and its resolver's address give "10.1080/01495939308402915"."""
    match = DOI.match(text, at, end) if text[at : at + 1] in DOI_BEGINS else None
    if match is None:
        return None
    printed = _trim(match["doi"])
    return Printed("doi", ESCAPED.sub("/", printed), at, match.start("doi") + len(printed)) if printed else None


def read_bare(text: str, at: int, end: int, *, alone: bool = False) -> Printed | None:
    """Return the address at `at` that has a slash and no "https://": "aeon.co/essays/how-to-read-a-river." as the MLA prints it.

    alone: the site will do, "pl.delfi.lt".
    """
    match = SITE.match(text, at, end)
    if match is None or match["top"].casefold() not in TOPS or not ("/" in match[0] or (alone and len(match[0]) > SHORTEST_SITE)):
        return None
    value = _trim(match[0])
    return Printed("url", value, at, at + len(value))


def with_scheme(url: str) -> str:
    """Return an address as programs take it: "aeon.co/essays/rivers" is "http://aeon.co/essays/rivers"; any other as it is."""
    return f"http://{url}" if url[:4].lower() == "www." or read_bare(url, 0, len(url)) else url


def is_site(name: str) -> bool:
    """True for a bare site or channel: "Kremlin.ru", "www.mil.ru", "T.me/rybar"; not for "No.5" or "e.g"."""
    match = SITE.fullmatch(name)
    return match is not None and match["top"].casefold() in TOPS


def begins_with_site(folded: str, at: int, end: int) -> bool:
    """True where a bare site stands at `at`, up to white space or a comma."""
    match = SITE.match(folded, at, end)
    return (
        match is not None
        and match["top"].casefold() in TOPS
        and (match.end() >= end or folded[match.end()] in " ,;" or folded.startswith(". ", match.end()))
    )
