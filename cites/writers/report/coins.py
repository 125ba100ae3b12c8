"""A work as a ContextObject in a span (COinS), which Zotero and others pick up from a page.

Source: OpenURL 1.0 (ANSI/NISO Z39.88-2004), its formats "journal", "book", "dissertation" and "dc" as keys and values. What has none of
its own is "dc", whose `rft.type` names a type of Zotero: "newspaperArticle".
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from cites.csl import rows_of, types_of
from cites.model import Name, Reference
from cites.writers.plain import format_label

FORMAT = "info:ofi/fmt:kev:mtx:"
KINDS = {  # type in CSL: format, and genre where the format has some
    "article-journal": ("journal", "article"), "book": ("book", "book"), "chapter": ("book", "bookitem"),
    "paper-conference": ("book", "proceeding"), "report": ("book", "report"), "thesis": ("dissertation", ""),
}  # fmt: skip


def write(work: Reference) -> str:
    """The keys and values of a work: "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type=newspaperArticle…"."""
    return "&".join(f"{key}={quote(value, safe='', errors='replace')}" for key, value in _pairs(work))


def _pairs(work: Reference) -> Iterator[tuple[str, str]]:
    form, genre = KINDS.get(work.type, ("dc", ""))
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", FORMAT + form
    if genre:
        yield "rft.genre", genre
    elif form == "dc":
        yield "rft.type", types_of(work).zotero
    yield from ((f"rft.{key}", value) for key, value in _fields(work, "bookitem" if genre in ("bookitem", "proceeding") else form))
    if work.issued[:4].isdigit():
        yield "rft.date", work.issued.partition("/")[0].rstrip("~?%")
    if work.author:
        yield from _first_author(work.author[0])
    yield from (("rft.au", str(name)) for name in work.author[1:])
    yield from _identifiers(work, form)


def _fields(work: Reference, form: str) -> Iterator[tuple[str, str]]:
    """The fields of a format; a news item without a title is named by its label, for a library takes nothing without one."""
    for field, key, _ in rows_of(f"coins.{form}"):
        value = getattr(work, field)
        if field == "title" and not value:
            value = f"[{format_label(work)}]"
        elif field == "container_title" and not value:
            value = work.source if form in ("journal", "dc") else ""
        if value:
            yield key, value


def _first_author(name: Name) -> Iterator[tuple[str, str]]:
    if name.literal or not name.family:
        yield "rft.aucorp", str(name)
    else:
        yield "rft.aulast", f"{name.particle} {name.family}".strip()
        if name.given:
            yield "rft.aufirst", name.given


def _identifiers(work: Reference, form: str) -> Iterator[tuple[str, str]]:
    if form == "dc":
        if work.doi or work.url:
            yield "rft.identifier", f"urn:doi:{work.doi}" if work.doi else work.url
    elif work.doi:
        yield "rft_id", f"info:doi/{work.doi}"
    elif work.url:
        yield "rft_id", work.url
