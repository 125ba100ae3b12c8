"""Numbers and codes as the report words them: "24%", "three", "News agency"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unicodedata import bidirectional

from cites.stats import BROKEN, SourceCount

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
KINDS = {
    "": "Not known", "gazette": "Official gazette", "international": "International body", "monitor": "Monitoring service",
    "ngo": "Non-governmental body", "official": "Official body", "publisher": "Book publisher", "social": "Social network",
    "wire": "News agency",
}  # any other kind is its own name: "think-tank" is "Think tank"  # fmt: skip
FIELDS = {"issued": "Date", "container_title": "Published in", "url": "Address", "doi": "DOI"}  # likewise
PROBLEMS = {  # what messages that name names have in common; likewise
    "correction-unfit": "An entry of cites.toml that fits nothing",
    "ibid-ambiguous": "The note before it cites several works",
    "outlet-near-miss": "A name that is nearly that of a known outlet",
    "short-form-ambiguous": "It may mean one of two works",
    "source-unknown": "It may be a source that is not known",
    "year-unknown": "The year cannot be told from the text",
}
VERDICTS = {
    "": "not checked",
    "alive": "works",
    "dead?": "probably dead",
    "drifted": "shows another page",
    "insecure": "certificate does not hold",
    "parked": "domain for sale",
    "refused": "cannot be checked",
    "restricted": "blocked, not open to everybody",
    "soft404": "shows no article",
    "unchecked": "not checked",
    "unknown": "no clear answer",
}  # any other verdict is its own name: "dead", "moved"
SECTORS = {
    "state": "State media", "agency": "News agencies", "press": "Other media", "official": "Official bodies",
    "research": "Research and books", "other": "Others", "": "Not known",
}  # fmt: skip
AGES = {
    "day": "Up to a day", "week": "2 to 7 days", "month": "8 to 30 days", "year": "A month to a year", "five-years": "1 to 5 years",
    "older": "Over 5 years",
}  # fmt: skip
TYPES = {
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "News item",
    "legal_case": "Court case",
    "paper-conference": "Conference paper",
    "post-weblog": "Blog post",
    "webpage": "Web page",
}  # any other is its own name
# Source: Unicode Standard Annex 9, table 4: letters, and what embeds, overrides or isolates.
RIGHT_TO_LEFT = frozenset({"R", "AL", "LRE", "LRO", "RLE", "RLO", "LRI", "RLI", "FSI"})
SURE = ((0.9, "nearly sure"), (0.75, "likely"), (0.5, "uncertain"), (0.0, "a guess"))  # confidence from which each is said


def percent(share: float) -> str:
    """A share as people say it: 0.2442 gives "24%", 0.0042 gives "0.4%"."""
    return f"{share:.1%}" if 0 < share < 0.01 else f"{share:.0%}"


def number(count: int) -> str:
    """Figures with their thousands apart: "60,000"."""
    return f"{count:,}"


def spell(how_many: int) -> str:
    """A count in words up to twelve, in figures above: "three", "24"."""
    return NUMBERS[how_many] if how_many < len(NUMBERS) else number(how_many)


def count(how_many: int, one: str, many: str = "") -> str:
    """How many of what: "three links", "one link", "no links", "24 links"."""
    return f"{spell(how_many)} {one if how_many == 1 else many or one + 's'}"


def row(words: Sequence[str]) -> str:
    """Words in a row: "Interfax, TASS and Xinhua"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def kind(code: str) -> str:
    return KINDS.get(code) or plainly(code)


def field(code: str) -> str:
    return FIELDS.get(code) or plainly(code)


def verdict(code: str) -> str:
    """What a check says of an address: "soft404" gives "shows no article"."""
    return VERDICTS.get(code) or code.replace("-", " ")


def work_type(code: str) -> str:
    return TYPES.get(code) or plainly(code)


def owner(source: SourceCount) -> str:
    """Who a source belongs to, as far as the outlet data says."""
    if source.outlet is None:
        return "Not known"
    if source.sector == "official":
        return "Official"
    return "State" if source.outlet.owner == "state" else "Not state"


def link_facet(verdicts: Mapping[str, int]) -> str:
    """What is to be said of the links of a source: "Some dead", "All work"; "" where it has none."""
    if any(verdicts.get(verdict) for verdict in BROKEN):
        return "Some dead"
    if not sum(verdicts.values()):
        return ""
    if set(verdicts) == {"unchecked"}:
        return "Not checked"
    return "All work" if set(verdicts) <= {"alive", "moved"} else "Some unclear"


def sure(confidence: float) -> str:
    """A confidence in words: 0.8 gives "likely"."""
    return next((words for least, words in SURE if confidence >= least), SURE[-1][1])


def plainly(code: str) -> str:
    """A code as a heading: "date-after-text" gives "Date after text"."""
    return code.replace("-", " ").replace("_", " ").capitalize()


def group_heading(code: str) -> str:
    """The code of a finding as the heading of many: "year-unknown" gives "The year cannot be told from the text"."""
    return PROBLEMS.get(code) or plainly(code)


def is_rtl(text: str) -> bool:
    """Whether the text has what runs from right to left, so that it needs to stand apart: "القطب", or a mark that turns the rest round."""
    return not RIGHT_TO_LEFT.isdisjoint(map(bidirectional, text))
