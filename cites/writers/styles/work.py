"""A work as the templates of styles see it: every value ready and safe, every decision that is not a style's own already made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cites.csl import types_of
from cites.grammar.titles import tidy
from cites.knowledge import read_tables
from cites.merge.folding import DOI
from cites.model import Link, Name, Outlet, Reference
from cites.writers.csljson import seen_on
from cites.writers.styles.dates import Date, read_date
from cites.writers.styles.marks import clean, unquoted
from cites.writers.styles.titles import capitalised
from cites.writers.words import cited_as

WORDS = read_tables("wording.toml")
# Outlets that are bodies stand as authors where nobody is named, and their names are not set in italics; those that come out do.
BODIES = frozenset("wire broadcaster official international party company ngo think-tank archive monitor social".split())
PERIODICALS = frozenset({"newspaper", "magazine", "news-site", "journal", "blog", "gazette"})
PERIODICAL = frozenset({"news", "magazine", "journal", "blog"})  # kinds of works, where the outlet is not known
WHOLE = frozenset({"book", "report"})  # kinds that are known by their editor where there is no author
DESCRIBED = frozenset({"interview", "letter", "speech", "document", "broadcast"})  # whose "title" is mostly what the citing text calls them
OF_PLACE = frozenset({"volume", "container_title", "section", "number"})  # which "17 U.S.C. § 107" has said
TALK = re.compile(r"(?:author|personal|(?:tele)?phone|e-?mail|letter|interview|conversation|speech|address|remarks)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Work:
    """One work; text fields are "" where nothing is known. docs/templates.md says what each is."""

    id: str
    type: str
    kind: str
    author: tuple[Name, ...]
    others: bool
    editor: tuple[Name, ...]
    translator: tuple[Name, ...]
    title: str
    description: str
    container: str
    is_periodical: bool
    body: str
    collection_title: str
    collection_number: str
    publisher: str
    publisher_place: str
    volume: str
    issue: str
    page: str
    number: str
    edition: str
    genre: str
    section: str
    event_title: str
    event_place: str
    archive: str
    archive_location: str
    authority: str
    issued: Date
    accessed: Date
    doi: str
    isbn: str
    url: str
    language: str
    note: str
    source: str
    repeated: bool = False
    letter: str = ""

    @property
    def report(self) -> str:
        """Where a case or a law is printed: "549 U.S. 497", "OJ L 328, 82"."""
        if self.volume and not self.volume[:1].isdigit():
            return ", ".join(filter(None, (f"{self.container} {self.volume}".strip(), self.page)))
        return " ".join(filter(None, (self.volume, self.container, self.page)))


def prepare(reference: Reference, outlet: Outlet | None = None, link: Link | None = None) -> Work:
    """A reference for the templates: "Interfax, January 26" becomes a news report by the body Interfax, its year in brackets."""
    text = {name: clean(value) for name in TEXTS if (value := getattr(reference, name))}
    kind = _kind(reference)
    title, described = _title(text.get("title", ""), kind)
    if place := clean(cited_as(reference)):
        title = place
        text = {name: value for name, value in text.items() if name not in OF_PLACE}
    source = text.get("source", "")
    container = _container(text, kind, bool(title))
    if kind in WHOLE and "collection_title" not in text and _is_in_series(text):
        text["collection_title"], text["collection_number"] = text["container_title"], text.pop("number", "")
    if re.search(rf"(?<!\w){re.escape(text.get('number', ''))}(?!\w)", title):
        text.pop("number", "")  # "Circular 574" says it
    ground = reference.ground("issued")
    author, own = _own(_cleaned(reference.author), source, container)
    is_body = bool(own) or (outlet.kind in BODIES if outlet else kind in ("web", "broadcast"))
    if kind == "case" and source and not container:  # no report tells the court: "Order" of the International Court of Justice
        text.setdefault("authority", source)
    genre = _genre(text.get("genre", ""), kind)
    plain: dict[str, Any] = {name: text.get(name, "") for name in PLAIN}
    return Work(
        **plain,
        kind=kind,
        author=author,
        others=bool(reference.other_authors),
        editor=_cleaned(reference.editor),
        translator=_cleaned(reference.translator),
        title=title,
        description=described or capitalised(genre) or WORDS["descriptions"][kind],
        container=container,
        genre=genre,
        is_periodical=bool(container) and (outlet.kind in PERIODICALS or kind == "journal" if outlet else kind in PERIODICAL),
        body=(own or ("" if kind == "document" else source or container)) if is_body else "",
        issued=read_date(clean(reference.issued), ground.confidence if ground else None),
        accessed=read_date(clean(reference.accessed) or (seen_on(link) if link else "")),
        url=f"https://doi.org/{DOI.sub('', text['doi'])}" if "doi" in text else text.get("url", ""),
        source=source,
    )


PLAIN = (
    "id", "type", "collection_title", "collection_number", "publisher", "publisher_place", "volume", "issue", "page", "number", "edition",
    "section", "event_title", "event_place", "archive", "archive_location", "authority", "doi", "isbn", "language", "note",
)  # fmt: skip
TEXTS = (*PLAIN, "genre", "title", "container_title", "source", "url")


def _genre(genre: str, kind: str) -> str:
    """Return a genre unless the description of its kind says as much: "Blog" for a blog post."""
    is_said = kind in ("blog", "web", "news") and WORDS["descriptions"][kind].lower().startswith(genre.lower())
    return "" if is_said else genre


def _container(text: Mapping[str, str], kind: str, is_titled: bool) -> str:
    """What the work stands in, as it is printed; of what has no title the source by its right name."""
    printed, source = text.get("container_title", ""), text.get("source", "")
    if kind in WHOLE and "publisher" in text:
        return ""
    if kind in ("case", "law", "chapter") or (kind in ("document", "thesis", "speech") and not printed):
        return printed
    return (printed or source) if is_titled else (source or printed)


def _is_in_series(text: Mapping[str, str]) -> bool:
    """Whether the container of a report is its series, since its publisher is told besides: "China Strategic Perspectives", 9."""
    return "publisher" in text and text.get("container_title", text["publisher"]) != text["publisher"]


def _kind(reference: Reference) -> str:
    if reference.archive and not reference.container_title:
        return "document"
    return types_of(reference).style


def _title(printed: str, kind: str) -> tuple[str, str]:
    """A title, or the words that describe a work which has none: "speech in Vladivostok" gives ("", "Speech in Vladivostok")."""
    title = unquoted(tidy(printed))
    if kind in DESCRIBED and (title[:1].islower() or (kind in ("interview", "letter") and TALK.match(title))):
        return "", capitalised(title)
    return title, ""


def _own(author: tuple[Name, ...], source: str, container: str) -> tuple[tuple[Name, ...], str]:
    """The authors, and the body that is author and source in one: it is told once."""
    if len(author) == 1 and author[0].literal and author[0].literal in (source, container):
        return (), author[0].literal
    return author, ""


def _cleaned(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(Name(*(clean(part) for part in (name.family, name.given, name.particle, name.suffix, name.literal))) for name in names)
