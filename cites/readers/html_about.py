"""What a page's metadata says about its article: JSON-LD, Highwire `citation_*`, Open Graph, Dublin Core, `<time>`.

Source: schema.org (Article), Google Scholar's inclusion guidelines (citation_*), ogp.me, dublincore.org (DC-HTML).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import urljoin

from cites.grammar.dates import find_date
from cites.grammar.names import split_people
from cites.model import Name, Reference
from cites.readers.html_tree import Element, short_text
from cites.view import fold

TITLE = 300  # code points
JSON_SIZE = 2_000_000  # code points of one JSON-LD block; what is larger is a catalogue
JSON_ITEMS = 2_000  # objects looked at

ARTICLES = {  # schema.org type: CSL type
    "NewsArticle": "article-newspaper", "ReportageNewsArticle": "article-newspaper", "AnalysisNewsArticle": "article-newspaper",
    "OpinionNewsArticle": "article-newspaper", "BackgroundNewsArticle": "article-newspaper", "ReviewNewsArticle": "article-newspaper",
    "Article": "webpage", "WebPage": "webpage", "BlogPosting": "post-weblog", "SocialMediaPosting": "post", "Report": "report",
    "ScholarlyArticle": "article-journal", "MedicalScholarlyArticle": "article-journal", "TechArticle": "webpage",
}  # fmt: skip
# The names by which pages call each field, in order of trust; JSON-LD comes before them all.
NAMES = {
    "title": ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title"),
    "container_title": (
        "citation_journal_title", "citation_conference_title", "prism.publicationname", "og:site_name", "citation_publisher",
        "dc.publisher", "dcterms.publisher", "dc.source", "application-name",
    ),
    "issued": (
        "citation_publication_date", "citation_date", "citation_cover_date", "article:published_time", "og:article:published_time",
        "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "prism.publicationdate",
        "citation_online_date", "parsely-pub-date", "sailthru.date", "datepublished", "publish-date", "publish_date", "pubdate",
        "publication_date", "date",
    ),
    "volume": ("citation_volume", "prism.volume"),
    "issue": ("citation_issue", "prism.number"),
    "url": ("og:url", "citation_public_url", "citation_fulltext_html_url", "twitter:url"),
    "doi": ("citation_doi", "dc.identifier", "dc.identifier.doi", "prism.doi"),
    "language": ("citation_language", "dc.language", "dcterms.language"),
}  # fmt: skip
AUTHORS = ("citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
ISO = re.compile(r"(\d{4})(?:[-/](\d\d?)(?:[-/](\d\d?))?)?(?![\d-])")
DOI = re.compile(r"10\.\d{4,9}/\S+")
BY = re.compile(r"\s*by\s+", re.IGNORECASE)
PUBLISHED = re.compile(r"publish|pubdate|posted|entry-date|post-date|date", re.IGNORECASE)
CHANGED = re.compile(r"updat|modif", re.IGNORECASE)


def read_about(root: Element) -> Reference:
    """Return what the page's head says of its article; the fields that it does not say are empty."""
    metas = _metas(root)
    item = _json_article(root)
    container = _json_name(item.get("isPartOf")) or _first(metas, "citation_journal_title") or _json_name(item.get("publisher"))
    site = container or _first(metas, *NAMES["container_title"])
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
    return Reference(
        type=_type(item, metas),
        author=_authors(item, metas, root, site),
        title=_title(item, metas, root, site),
        container_title=site,
        volume=_json_deep(item, "volumeNumber") or _first(metas, *NAMES["volume"]),
        issue=_json_deep(item, "issueNumber") or _first(metas, *NAMES["issue"]),
        issued=_issued(item, metas, root),
        url=_url(item, metas, root),
        doi=_doi(_first(metas, *NAMES["doi"])),
        language=_first(metas, *NAMES["language"]) or language,
    )


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


# -- JSON-LD ---------------------------------------------------------------------------------------------------------


def _json_article(root: Element) -> dict[str, Any]:
    """The first object of JSON-LD that is an article; a NewsArticle before a mere WebPage."""
    best: dict[str, Any] = {}
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "") or not script.text or len(script.text) > JSON_SIZE:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            rank = _json_type(item)
            if rank and (not best or (_json_type(best) == "WebPage" != rank)):
                best = item
    return best


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    for _ in range(JSON_ITEMS):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item[:JSON_ITEMS]
        elif isinstance(item, dict):
            yield item
            waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(item.get(key), (dict, list))]


def _json_type(item: Mapping[str, Any]) -> str:
    kinds = item.get("@type")
    return next((kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str) and kind in ARTICLES), "")


def _json_text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(unescape(str(value)).split()) if isinstance(value, (str, int)) else ""


def _json_name(value: Any) -> str:
    """The name of a publisher or a periodical, which may stand in an issue in a volume."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, str):
            return "" if "://" in value else _json_text(value)
        if not isinstance(value, dict):
            return ""
        name = _json_text(value.get("name"))
        if name and _json_type(value) != "WebPage":
            return name
        value = value.get("isPartOf")
    return ""


def _json_deep(item: Mapping[str, Any], key: str) -> str:
    """A field of the article, or of the issue or volume that it is part of."""
    value: Any = item
    for _ in range(4):
        if not isinstance(value, dict):
            return ""
        if key in value:
            return _json_text(value[key])
        value = value.get("isPartOf")
    return ""


# -- the fields ------------------------------------------------------------------------------------------------------


def _type(item: Mapping[str, Any], metas: Mapping[str, list[str]]) -> str:
    if "citation_journal_title" in metas:
        return "article-journal"
    return ARTICLES.get(_json_type(item), "webpage")


def _title(item: Mapping[str, Any], metas: Mapping[str, list[str]], root: Element, site: str) -> str:
    element = next(root.iter("title"), None)
    printed = (short_text(element, TITLE) or "") if element is not None else ""
    title = _json_text(item.get("headline")) or _first(metas, *NAMES["title"]) or printed or _json_text(item.get("name"))
    names = [name for name in (site, _first(metas, "og:site_name")) if name]
    for name in names:  # "Russia Launches New Initiative - The Jamestown Foundation"
        title = re.sub(rf"\s+[|•·:–—-]+\s+{re.escape(name)}\s*$|^{re.escape(name)}\s+[|•·:–—-]+\s+", "", title, flags=re.IGNORECASE)
    return title.strip()


def _issued(item: Mapping[str, Any], metas: Mapping[str, list[str]], root: Element) -> str:
    said = [_json_text(item.get(key)) for key in ("datePublished", "dateCreated")]
    said += [content for name in NAMES["issued"] for content in metas.get(name, [])]
    return next(filter(None, map(_date, [*said, *_times(root)])), "")


def _times(root: Element) -> Iterator[str]:
    """The dates of `<time>` that say they are of publication, else of the only one there is."""
    times = [time for time in root.iter("time") if time.get("datetime")]
    for time in times:
        says = " ".join(time.get(key, "") for key in ("class", "itemprop", "id")) + (" pubdate" if time.get("pubdate") is not None else "")
        if PUBLISHED.search(says) and not CHANGED.search(says):
            yield time.get("datetime", "")
    if len(times) == 1:
        yield times[0].get("datetime", "")


def _date(printed: str) -> str:
    """A date in metadata: "2019-03-12T10:00:00Z", "2012/03", "March 12, 2019"."""
    match = ISO.match(printed.strip())
    if match and 1 <= int(match[2] or 1) <= 12 and 1 <= int(match[3] or 1) <= 31:
        return "-".join(part.zfill(2) for part in match.groups() if part)
    date = find_date(fold(printed)) if len(printed) < 80 else None
    return date.value if date and date.has_year and date.has_month and "/" not in printed else ""


def _authors(item: Mapping[str, Any], metas: Mapping[str, list[str]], root: Element, site: str) -> tuple[Name, ...]:
    names = list(_json_people(item.get("author") or item.get("creator")))
    if not names:
        said = next((metas[name] for name in AUTHORS if name in metas), [])
        names = [name for content in said if "://" not in content for name in _people(BY.sub("", content, count=1))]
    if not names:
        marked = (element for element in root.iter("a", "span", "address") if "author" in (element.get("rel"), element.get("itemprop")))
        printed = next((text for element in marked if (text := short_text(element, 80))), "")
        names = _people(BY.sub("", printed, count=1))
    return tuple(dict.fromkeys(name for name in names if str(name).casefold() != site.casefold()))


def _json_people(value: Any) -> Iterator[Name]:
    for person in value if isinstance(value, list) else [value]:
        if isinstance(person, str) and "://" not in person:
            yield from _people(_json_text(person))
        elif isinstance(person, dict):
            name = _json_text(person.get("name"))
            family, given = _json_text(person.get("familyName")), _json_text(person.get("givenName"))
            if family:
                yield Name(family=family, given=given)
            elif name and person.get("@type") in ("Organization", "NewsMediaOrganization"):
                yield Name(literal=name)
            elif name:
                yield from _people(name)


def _people(printed: str) -> list[Name]:
    """Names as metadata prints them: "Blank, Stephen" and "Stephen Blank and Cai Hong"."""
    family, comma, given = printed.partition(", ")
    if comma and " " not in family.strip() and "," not in given and " and " not in given:
        return [Name(family=family.strip(), given=given.strip())]
    return list(split_people(printed)) if printed and len(printed) < 300 else []


def _url(item: Mapping[str, Any], metas: Mapping[str, list[str]], root: Element) -> str:
    canonical = next((link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split()), "")
    base = next((element.get("href", "") for element in root.iter("base")), "")
    said: Iterable[str] = (canonical, _first(metas, *NAMES["url"]), _json_text(item.get("url")), base)
    for url in said:
        try:
            absolute = urljoin(base, url.strip())
        except ValueError:
            continue
        if absolute.startswith(("http://", "https://")):
            return absolute
    return ""


def _doi(printed: str) -> str:
    match = DOI.search(printed)
    return match[0] if match else ""
