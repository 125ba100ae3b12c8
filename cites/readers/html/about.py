"""What a page's metadata says about its article: JSON-LD, Highwire `citation_*`, Open Graph, Dublin Core, `<time>`.

Source: schema.org (Article), Google Scholar's inclusion guidelines (citation_*), ogp.me, dublincore.org (DC-HTML).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import islice
from typing import NamedTuple
from urllib.parse import urljoin

from cites import lazy_regex as regex
from cites.grammar.dates import find_date
from cites.grammar.firms import OWNER
from cites.grammar.lexicon import any_of
from cites.grammar.names import split_people
from cites.knowledge import load, read_tables
from cites.model import Name, Reference
from cites.readers.html.json_ld import ARTICLES, Item, find_article
from cites.readers.html.tree import Element, names_of, short_text
from cites.view import fold

TITLE = 300  # code points
WORD_SIZE = 20_000  # code points from the beginning in which Word says who wrote a page
NAMES: Mapping[str, Sequence[str]] = read_tables("metadata.toml")["html"]  # by which pages call each field
WRITTEN_BY = frozenset(load()["head.by"] + load()["head.author"])
NOBODY = regex.compile(  # an account, not an author
    rf"(?:the )?(?:web ?)?(?:{any_of(load()['head.nobody'])}|(?:.+ )?contributors(?: to .+)?)", regex.IGNORECASE
)
WORD_SAYS = re.compile(r"<o:Author>([^<>]{2,200})</o:Author>")  # in a comment, which the tree does not have
HOME = re.compile(r"\.?/|(?:\./)?index\.\w+|https?://[^/]+/?")
SITE_NAMES = frozenset(("site-title", "site-name", "blog-title", "navbar-brand", "site-logo", "logo"))
NEAR = 50  # links from the beginning
LONGEST_NAME = 60  # code points of the name of a site
OFFICE = re.compile(r"\b(?:word|writer|\w*office|google docs|pages|wps)\b", re.IGNORECASE)  # their <title> is seldom looked at
NUMBERS = re.compile(
    r"\bvol(?:ume|\.)? ?(?P<volume>\d+)(?:,? (?:no\.?|issue|iss\.) ?(?P<issue>[\d–/-]+))?(?:.*?\bpp?\. ?(?P<page>\d+(?:[–-]\d+)?))?",
    re.IGNORECASE,
)
ISO = re.compile(r"(\d{4})(?:[-/](\d\d?)(?:[-/](\d\d?))?)?(?![\d年-])")
SHORT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?=\Z|T)")  # "20190312T1000"
DOI = re.compile(r"10\.\d{4,9}/\S+")
BY = re.compile(r"\s*(?:\w+ )?by\s+", re.IGNORECASE)  # "Written by "
BEHIND = re.compile(r"\s[|•·]\s")  # "Ann Lee | Reuters"
COMMA = re.compile(r",(?=[^\W\d])")  # "Ann Lee,Bo Ek"
PARTED = re.compile("[,;]| and ")
PUBLISHED = re.compile(r"publish|pubdate|posted|entry-date|post-date|date", re.IGNORECASE)
CHANGED = re.compile(r"updat|modif", re.IGNORECASE)


class Said(NamedTuple):
    """The work as the metadata have it; all that it may be called; the site; whether a word processor wrote the page."""

    about: Reference
    titles: tuple[str, ...]
    site: str
    by_office: bool


def read_about(root: Element, url: str = "") -> Said:
    """Return what the page's head says of its article; `url` is where it was found, which counts where it does not say that."""
    metas = _metas(root)
    item = find_article(root)
    site = _first(metas, "citation_journal_title") or item.name("isPartOf") or item.name("publisher")
    name = _first(metas, *NAMES["container_title"])
    if not site or (name and OWNER.search(site)):
        site = name or _home(root)
    issue = _numbers(metas)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
    titles = _titles(item, metas, root)
    reference = Reference(
        type="article-journal" if "citation_journal_title" in metas else ARTICLES.get(item.type, "webpage"),
        author=_authors(item, metas, root, site),
        title=titles[0] if titles else "",
        container_title=site,
        volume=item.deep("volumeNumber") or _first(metas, *NAMES["volume"]) or issue.volume,
        issue=item.deep("issueNumber") or _first(metas, *NAMES["issue"]) or issue.issue,
        page=_page(item, metas) or issue.page,
        issued=_issued(item, metas, root),
        url=_url(item, metas, root, url),
        doi=next(filter(None, (_doi(content) for name in NAMES["doi"] for content in metas.get(name, []))), ""),
        language=_first(metas, *NAMES["language"]) or language,
    )
    by_office = OFFICE.search(_first(metas, "generator", "progid")) is not None
    return Said(reference, titles, _first(metas, "og:site_name"), by_office)


def read_word(page: str) -> Reference:
    """Return whom Word names as the author of a page that it saved; it may be the owner of the computer."""
    said = WORD_SAYS.search(page, 0, WORD_SIZE)
    return Reference(author=tuple(to_people(unescape(" ".join(said[1].split()))))) if said else Reference()


def _metas(root: Element) -> dict[str, list[str]]:
    """The contents of `<meta>` by their name, property or itemprop, in lower case."""
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = " ".join(meta.get("content", "").split())
        for key in (meta.get("name"), meta.get("property"), meta.get("itemprop")):
            if key and content:
                found.setdefault(key.strip().lower(), []).append(content)
    return found


def _first(metas: Mapping[str, list[str]], *names: str) -> str:
    return next((metas[name][0] for name in names if name in metas), "")


# -- the fields ------------------------------------------------------------------------------------------------------


def _titles(item: Item, metas: Mapping[str, list[str]], root: Element) -> tuple[str, ...]:
    """What the page may be called, in order of trust."""
    element = next(root.iter("title"), None)
    printed = (short_text(element, TITLE) or "") if element is not None else ""
    said = (item.text("headline"), *(_first(metas, name) for name in NAMES["title"]), printed, item.text("name"))
    return tuple(dict.fromkeys(title for title in said if title))


def _home(root: Element) -> str:
    """The name of the site where its banner leads to its first page: `<h1><a href="/">Estuary Diary</a></h1>`."""
    for anchor in islice(root.iter("a"), NEAR):
        if not HOME.fullmatch(anchor.get("href", "").strip()):
            continue
        parent = anchor.getparent()
        around = (anchor,) if parent is None else (anchor, parent)
        if any(element.tag in ("h1", "h2") or not SITE_NAMES.isdisjoint(names_of(element)) for element in around):
            return short_text(anchor, LONGEST_NAME) or ""
    return ""


def _numbers(metas: Mapping[str, list[str]]) -> Reference:
    """Volume, issue and pages where one text has them all: "Survival, Vol. 30, No. 2, April 2017, pp. 201–219"."""
    for name in ("dc.identifier", "dc.source", "dcterms.bibliographiccitation", "dc.relation.ispartof"):
        for content in metas.get(name, []):
            if match := NUMBERS.search(content):
                return Reference(volume=match["volume"], issue=match["issue"] or "", page=(match["page"] or "").replace("–", "-"))
    return Reference()


def _page(item: Item, metas: Mapping[str, list[str]]) -> str:
    first = _first(metas, "citation_firstpage", "prism.startingpage") or item.text("pageStart")
    last = _first(metas, "citation_lastpage", "prism.endingpage") or item.text("pageEnd")
    return f"{first}-{last}" if first and last and first != last else first or item.text("pagination")


def _issued(item: Item, metas: Mapping[str, list[str]], root: Element) -> str:
    said = metas.get("citation_publication_date", []) if "citation_journal_title" in metas else []  # of the issue, not of the web page
    said = said + [item.text(key) for key in ("datePublished", "dateCreated")]
    said += [content for name in NAMES["issued"] for content in metas.get(name, [])]
    return next(filter(None, map(to_date, [*said, *_times(root)])), "")


def _times(root: Element) -> Iterator[str]:
    """The dates of `<time>` that say they are of publication, else of the only one there is, and those of microformats."""
    times = [time for time in root.iter("time") if time.get("datetime")]
    for time in times:
        says = " ".join(time.get(key, "") for key in ("class", "itemprop", "id")) + (" pubdate" if time.get("pubdate") is not None else "")
        if PUBLISHED.search(says) and not CHANGED.search(says):
            yield time.get("datetime", "")
    if len(times) == 1:
        yield times[0].get("datetime", "")
    for element in root.iter("abbr", "span"):
        if element.get("itemprop") == "datePublished" or "published" in element.get("class", "").split():
            yield element.get("content") or element.get("title") or ""


def to_date(printed: str) -> str:
    """A date in metadata: "2019-03-12T10:00:00Z", "2012/03", "March 12, 2019"."""
    match = ISO.match(printed.strip()) or SHORT.match(printed.strip())
    if match and 1 <= int(match[2] or 1) <= 12 and 1 <= int(match[3] or 1) <= 31:
        return "-".join(part.zfill(2) for part in match.groups() if part)
    date = find_date(fold(printed)) if len(printed) < 80 else None
    return date.value if date and date.has_year and date.has_month and "/" not in printed else ""


def _authors(item: Item, metas: Mapping[str, list[str]], root: Element, site: str) -> tuple[Name, ...]:
    named = [_named(*person) for person in item.people()] or [to_people(content) for content in _bylines(metas, root)]
    found = (name for names in named for name in names)
    return tuple(dict.fromkeys(name for name in found if str(name).casefold() != site.casefold() and not NOBODY.fullmatch(str(name))))


def _named(family: str, printed: str, body: str) -> list[Name]:
    if body:
        return [Name(literal=body)]
    return [Name(family=family, given=printed)] if family else to_people(printed)


def _bylines(metas: Mapping[str, list[str]], root: Element) -> Iterable[str]:
    """What is printed of the authors, in the metadata or in the page."""
    for name in NAMES["author"]:
        said = [content for content in metas.get(name, []) if "://" not in content and not NOBODY.fullmatch(content)]
        if said:
            return said
    for number in "12":  # of WordPress, for cards that show a page
        if _first(metas, f"twitter:label{number}").casefold() in WRITTEN_BY:
            return [_first(metas, f"twitter:data{number}")]
    marked = (element for element in root.iter("a", "span", "address") if "author" in (element.get("rel"), element.get("itemprop")))
    return [next((text for element in marked if (text := short_text(element, 80))), "")]


def to_people(printed: str) -> list[Name]:
    """Names as metadata prints them: "Blank, Stephen" and "By Stephen Blank and Cai Hong | The Monitor"; none for "admin"."""
    printed = printed[by.end() :] if (by := BY.match(printed)) else printed
    printed = COMMA.sub(", ", BEHIND.split(printed, maxsplit=1)[0])
    family, comma, given = printed.partition(", ")
    if comma and (" " not in family.strip() or family[0].islower()) and not PARTED.search(given):  # "de la Cruz, Ana"
        return [Name(family=family.strip(), given=given.strip())]
    return list(split_people(printed)) if printed and len(printed) < 300 and not NOBODY.fullmatch(printed) else []


def _url(item: Item, metas: Mapping[str, list[str]], root: Element, found_at: str) -> str:
    canonical = next((link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split()), "")
    base = next((element.get("href", "") for element in root.iter("base")), "")
    said: Iterable[str] = (canonical, _first(metas, *NAMES["url"]), item.text("url"), base, found_at)
    for url in said:
        try:
            absolute = urljoin(base or found_at, url.strip())
        except ValueError:
            continue
        if absolute.startswith(("http://", "https://")):
            return absolute
    return ""


def _doi(printed: str) -> str:
    match = DOI.search(printed)
    return match[0] if match else ""
