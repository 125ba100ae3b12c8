"""The report's sentences: what it all says, the headline figures, how the counting was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from cites.chronology import Dates
from cites.library import Library
from cites.stats import BROKEN, LOW_CONFIDENCE, TOP, SourceCount, Stats
from cites.writers.report.words import count, noun, number, percent, row, spell

MAX_NAMES = 5  # under which a source is printed that are told in its line; the fold below has all


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, a few words on it, and where in the page more of it stands."""

    value: str
    label: str
    detail: str
    anchor: str


def title(titles: Sequence[str]) -> str:
    """What stands above the report: the one text's title, or how many texts there are."""
    return f"Sources of “{titles[0]}”" if len(titles) == 1 else f"Sources of {count(len(titles), 'text')}"


def subtitle(library: Library, stats: Stats, made: str) -> str:
    """Where the texts come from, and of when, where that is known of all; of when the works are; with what this was made.

    "Eurasia Daily Monitor, 2012–2019 · works of 1974–2019 · made with cites 0.1, 5 March 2019".
    """
    places = sorted({reading.document.about.container_title for reading in library.readings})
    years = sorted({reading.document.about.said("issued")[:4] for reading in library.readings})
    named = row(places) if len(places) < 4 else count(len(places), "publication")
    when = period(years[0], years[-1]) if years and all(year.isdigit() for year in years) else ""
    texts = ", ".join(part for part in (named if all(places) else "", when) if part)
    dated = [source for source in stats.sources if source.first]
    works = f"works of {period(min(s.first for s in dated)[:4], max(s.last for s in dated)[:4])}" if dated else ""
    return " · ".join(part for part in (texts, works, f"made with {made}" if made else "") if part)


def headline(stats: Stats) -> str:
    """The one sentence: "Interfax supplies 24% of the citations; five of 19 sources make 53%; three links are broken"."""
    if not stats.citations:
        return f"{count(stats.documents, 'text').capitalize()}, and no citation was found."
    if not stats.sources:
        return f"{count(stats.citations, 'citation').capitalize()}, and no source is known for any."
    parts = [_leaders(stats)]
    if len(stats.sources) > TOP:
        parts.append(f"{spell(TOP)} of {count(len(stats.sources), 'source')} make {percent(stats.top)}")
    if broken := _broken(stats):
        parts.append(f"{count(broken, 'link is', 'links are')} broken")
    return "; ".join(parts) + "."


def _leaders(stats: Stats) -> str:
    first = stats.sources[0]
    leaders = [source.label for source in stats.sources if source.citations == first.citations]
    if len(stats.sources) == 1:
        return f"{first.label} supplies {percent(first.share) if first.share < 1 else 'all'} of the citations"
    if len(leaders) > 2:
        return f"No source stands out: {count(len(leaders), 'source')} supply {percent(first.share)} of the citations each"
    if len(leaders) == 2:
        return f"{row(leaders)} each supply {percent(first.share)} of the citations"
    return f"{first.label} supplies {percent(first.share)} of the citations"


def figures(stats: Stats, problems: int) -> Iterator[Figure]:
    """The headline figures, in the order in which they are read."""
    yield Figure(number(stats.citations), noun(stats.citations, "citation"), f"in {count(stats.documents, 'text')}", "texts")
    yield Figure(number(stats.works), noun(stats.works, "work"), "each listed once", "works")
    yield Figure(number(len(stats.sources)), noun(len(stats.sources), "source"), _unsourced(stats), "sources")
    if len(stats.sources) > TOP:
        alone = f"{stats.sources[0].label} alone {percent(stats.sources[0].share)}"
        yield Figure(percent(stats.top), f"from the top {spell(TOP)}", alone, "sources")
    if stats.sources:
        equally = f"as varied as {count(round(stats.effective), 'source')} cited equally often"
        yield Figure(f"{stats.effective:.1f}", "effective sources", equally, "method")
        yield Figure(percent(stats.state / stats.citations), "state media", _state(stats), "patterns")
    if stats.links:
        yield _links(stats)
    yield Figure(number(problems), "to look at", _severities(stats, problems), "problems")


def _unsourced(stats: Stats) -> str:
    if stats.unsourced:
        return f"not known for {count(stats.unsourced, 'citation')}"
    return "every citation has one" if stats.citations else "none to count"


def _state(stats: Stats) -> str:
    unknown = f"; {spell(stats.unknown_owner)} of unknown owners" if stats.unknown_owner else ""
    return f"{count(stats.state, 'citation')} of outlets that a state owns{unknown}"


def _links(stats: Stats) -> Figure:
    links = stats.links
    checked = sum(links.values()) - links.get("unchecked", 0)
    if not checked:
        return Figure("–", "links that work", f"{count(links['unchecked'], 'address', 'addresses')}, not checked", "links")
    works = links.get("alive", 0) + links.get("moved", 0)
    blocked = links.get("restricted", 0) + links.get("refused", 0)
    rest = checked - works - _broken(stats) - blocked
    states = ((_broken(stats), "broken"), (blocked, "blocked"), (rest, "unclear"))
    found = ", ".join(f"{number(many)} {state}" for many, state in states if many)
    unchecked = f"{number(links['unchecked'])} more not checked" if links.get("unchecked") else ""
    detail = "; ".join(part for part in (f"of {number(checked)} checked", found, unchecked) if part)
    return Figure(number(works), noun(works, "link that works", "links that work"), detail, "links")


def _broken(stats: Stats) -> int:
    return sum(stats.links.get(verdict, 0) for verdict in BROKEN)


def _severities(stats: Stats, problems: int) -> str:
    counts = [count(stats.severities[name], name) for name in ("error", "warning", "note") if stats.severities.get(name)]
    return f"{row(counts)} in the texts" if counts else "see below" if problems else "nothing found in the texts"


def dates_note(dates: Dates) -> str:
    """How old the works were when they were cited, and what the chart leaves out."""
    parts = []
    if dates.age is not None:
        known = count(dates.aged, "citation whose dates are known", "citations whose dates are known")
        parts.append(f"Half of the works were {_age(dates.age)} old or less when they were cited ({known} to the day).")
    if dates.undated:
        known = "month" if dates.unit == "month" else "year"
        parts.append(f"Left out: {count(dates.undated, 'citation')} whose work has no known {known}.")
    return " ".join(parts)


def _age(days: float) -> str:
    if days < 60:
        return count(round(days), "day")
    return count(round(days / 30.4), "month") if days < 730 else count(round(days / 365.25), "year")


def source(source: SourceCount) -> str:
    """What stands above the works of a source: "12 works in three texts; also printed as Kyodo"."""
    parts = [f"{count(source.works, 'work')} in {count(source.documents, 'text')}"]
    names = source.printed
    if len(names) > MAX_NAMES:
        names = (*names[: MAX_NAMES - 1], f"{number(len(names) - MAX_NAMES + 1)} other names")
    if names:
        parts.append(f"also printed as {row(names)}")
    return "; ".join(parts)


def source_links(source: SourceCount) -> str:
    """The addresses of a source's works in a cell: "3, 1 broken", "2, not checked"; "" where there is none."""
    links = source.links
    unclear = sum(links.values()) - source.broken - links.get("alive", 0) - links.get("moved", 0) - links.get("unchecked", 0)
    states = ((source.broken, "broken"), (unclear, "unclear"), (links.get("unchecked", 0), "not checked"))
    found = [state if many == sum(links.values()) else f"{number(many)} {state}" for many, state in states if many]
    return ", ".join((number(sum(links.values())), *found)) if links else ""


def period(first: str, last: str) -> str:
    """A period: "2012–2019", or "2012" where it is one year."""
    return first if first == last else f"{first}–{last}"


def fingerprint(library: Library) -> str:
    """The SHA-256 of the names and texts of all documents: two reports of the same inputs have the same."""
    digest = sha256()
    for document in sorted((reading.document.name, reading.document.source_text or reading.document.text) for reading in library.readings):
        digest.update("\0".join((*document, "")).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def concentration(stats: Stats) -> str:
    """What the curve says: "Half of the citations come from four of 25 sources."."""
    half = next((rank for rank, share in enumerate(stats.curve, start=1) if share >= 0.5), 0)
    if not half:
        return "Less than half of the citations have a source that is known."
    said = f"Half of the citations come from {spell(half)} of {count(len(stats.sources), 'source')}."
    end = f" The line ends at {percent(stats.curve[-1])}, for no source is known for {count(stats.unsourced, 'citation')}."
    return said + (end if stats.unsourced else "")


def method(stats: Stats) -> Iterator[str]:
    """How the counting was done, and what was left out."""
    credits = f"; {count(stats.credits, 'credit was', 'credits were')} left out" if stats.credits else ""
    yield (
        "A citation is a place where a text points to a work; “ibid.” and short forms count for the source of their work. "
        f"Credits of photographs and graphics are no citations{credits}."
    )
    if stats.entries:
        entries = count(stats.entries, "entry", "entries")
        yield f"{entries.capitalize()} of bibliographies count once, with the citations in the text that they belong to."
    unsourced = f"; {count(stats.unsourced, 'has', 'have')} no source that is known" if stats.unsourced else ""
    yield f"Shares are of all {number(stats.citations)} citations{unsourced}."
    yield (
        "The effective number of sources is one divided by the sum of the squared shares (the Herfindahl-Hirschman index): "
        "so many sources, cited equally often, would be as concentrated."
    )
    yield "State media are outlets that a state owns; official bodies speak for a state and are counted by themselves."
    if stats.unknown_owner:
        unknown = count(stats.unknown_owner, "citation is", "citations are").capitalize()
        yield f"{unknown} of sources that the outlet data does not have, so that their kind or owner is not known."
    if stats.inferred:
        inferred = count(stats.inferred, "work has", "works have")
        yield f"What a text does not print was inferred: {inferred} such a field, underlined with dots, with its ground beside it."
    if stats.low:
        low = count(stats.low, "citation was", "citations were").capitalize()
        yield f"{low} read with a confidence under {percent(LOW_CONFIDENCE)}; each is marked “uncertain”."
    if stats.links.keys() - {"unchecked"}:
        yield (
            "Links are as they were when they were checked. Dead are those whose page is gone, shows no article, or is another one now; "
            "one that is not open to everybody or gave no clear answer may work in a browser."
        )
