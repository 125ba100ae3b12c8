"""What kind of work it is, in the types of CSL: by what is printed, by the form, and by what is known of the outlet."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.sources import is_body, lookup
from cites.grammar.urls import is_site
from cites.knowledge import Outlets, load
from cites.model import Outlet, Reference

GENRES = load().genres
ISSUERS = frozenset({"official", "think-tank", "international", "ngo", "company", "party"})
PRESS = frozenset({"article-newspaper", "article-magazine", "webpage", "post-weblog", "broadcast", "post"})
GAZETTES = frozenset(
    {"Fed. Reg.", "Stat.", "U.S.C.", "C.F.R.", "Federal Register", "Official Journal of the European Union", "OJ L", "OJ C"}
)
REPORTS = regex.compile(r"\b(?:Reports?|Briefs?|Briefing|Working Papers?|Policy Papers?)$")  # Asia Report, no. 223
WEB_PAPERS = "2009"  # the year from which a think tank's work by people is more often a paper than a book
PAPERS = regex.compile(r"\b(?:White|Working|Policy|Discussion|Occasional|Research|Issue)\s(?:Papers?|Briefs?)$")
BROADCAST = regex.compile(
    r"(?:TV|\b(?:Television|Radio))(?:\s\d+)?$|\bTV\b|^(?:TV|Televisi[oó]n\s|Radio\s(?!Free|Liberty|Svoboda))",
    regex.IGNORECASE,
)


def tell_type(reference: Reference, matched_by: str, outlets: Outlets) -> str:
    """Return the CSL type of a work: a title with volume and year in an unknown container is an "article-journal".

    Source: CSL 1.0.2 specification, appendix III.
    """
    outlet = lookup(reference.container_title, outlets) if reference.container_title else None
    if reference.genre and (kind := _of_genre(reference.genre)) and not (outlet and outlet.type in PRESS and not reference.event_title):
        if kind == "paper-conference" and not reference.event_title:
            return "report" if reference.publisher else "document"
        return "speech" if kind == "hearing" and not reference.number else kind
    if reference.container_title:
        return _contained(reference, outlet)
    return _alone(reference, matched_by, outlets)


THESIS_ENDS = ("thesis", "diss.", "dissertation", "士学位论文", "士学位論文", "士學位論文", "士论文", "士論文")
THESIS_BEGINS = ("phd", "diss.", "tesis", "thèse", "habilitation")


def _of_genre(genre: str) -> str:
    folded = genre.casefold().replace("’", "'").removeprefix("unpublished ")
    if folded.endswith(THESIS_ENDS) or folded.startswith(THESIS_BEGINS):
        return "thesis"
    return GENRES.get(genre.casefold()) or GENRES.get(folded) or ""


def _contained(reference: Reference, outlet: Outlet | None) -> str:
    dated = len(reference.issued.partition("/")[0]) == 10
    if reference.container_title in GAZETTES:
        return "legislation"
    if not reference.title and BROADCAST.search(reference.container_title):
        return "broadcast"
    if outlet is None and not reference.title and reference.container_title.startswith("Radio "):
        return "broadcast"
    if outlet and outlet.kind != "publisher":
        if outlet.type in PRESS or outlet.type == "article-journal":
            return outlet.type
        if not reference.title:
            return "webpage"
    if not reference.title:
        if (reference.issue or reference.volume) and not dated:
            return "article-journal"
        return "webpage" if is_site(reference.container_title) or is_body(reference.container_title) else "article-newspaper"
    if reference.publisher and PAPERS.search(reference.container_title):
        return "report"
    if reference.editor or (
        (reference.publisher or reference.publisher_place) and not reference.number and not reference.volume and not dated
    ):
        return "report" if reference.genre else "chapter"
    if (reference.number and reference.publisher) or ((reference.issue or reference.number) and REPORTS.search(reference.container_title)):
        return "report"
    if reference.volume or (reference.issue and not dated):
        return "article-journal"
    if (reference.url and not dated) or is_site(reference.container_title):
        return "webpage"
    if dated or len(reference.issued) == 7:
        return "article-newspaper"
    if reference.doi or reference.page:
        return "article-journal"
    return "chapter" if reference.issued else "article-journal" if outlet else "webpage" if reference.url else "article-journal"


def _is_older_book(reference: Reference) -> bool:
    """True for what people wrote and a think tank printed with a place, before such bodies put their papers on the web: a guess."""
    printed = reference.publisher and reference.publisher_place and not (reference.number or reference.genre or reference.url)
    people = any(name.family for name in reference.author)
    return bool(printed) and people and len(reference.issued) == 4 and reference.issued < WEB_PAPERS


def _alone(reference: Reference, matched_by: str, outlets: Outlets) -> str:
    outlet = lookup(reference.publisher, outlets) if reference.publisher else None
    body = next((name.literal for name in reference.author if name.literal), "")
    dated = len(reference.issued.partition("/")[0]) >= 10
    if matched_by in ("book", "entry", "tagged", "gost"):
        if _is_older_book(reference):
            return "book"
        if (outlet and outlet.kind in ISSUERS) or (body and not (outlet and outlet.kind == "publisher")) or reference.number:
            return "report"
        return "webpage" if reference.url and not reference.publisher else "book"
    if reference.event_title:
        return "speech"
    if reference.url and (dated or not reference.publisher):
        return "webpage"
    if outlet and outlet.kind == "publisher":
        return "book"
    if reference.publisher:
        if outlet and outlet.kind in ("think-tank", "international", "ngo"):
            return "report"
        return "document" if dated and not reference.publisher_place else "report"
    return "document" if not reference.url else "webpage"
