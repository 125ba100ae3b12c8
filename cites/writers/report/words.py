"""Numbers and codes as the report words them: "24%", "three", "News agency"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unicodedata import bidirectional

from cites.knowledge import read_tables
from cites.stats import BROKEN, SourceCount

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WORDS: Mapping[str, Mapping[str, str]] = read_tables("report.toml")
SECTORS, AGES = WORDS["sectors"], WORDS["ages"]
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
    return f"{spell(how_many)} {noun(how_many, one, many)}"


def noun(how_many: int, one: str, many: str = "") -> str:
    """What so many are called: "link" of one, "links" of none and of 24."""
    return one if how_many == 1 else many or f"{one}s"


def row(words: Sequence[str]) -> str:
    """Words in a row: "Interfax, TASS and Xinhua"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def kind(code: str) -> str:
    return WORDS["kinds"].get(code) or plainly(code)


def field(code: str) -> str:
    return WORDS["fields"].get(code) or plainly(code)


def verdict(code: str) -> str:
    """What a check says of an address: "soft404" gives "shows no article"."""
    return WORDS["verdicts"].get(code) or code.replace("-", " ")


def work_type(code: str) -> str:
    return WORDS["types"].get(code) or plainly(code)


def owner(source: SourceCount) -> str:
    """Who a source belongs to, as far as the outlet data says."""
    if source.sector == "official":
        return "Official"
    if source.outlet is None:
        return "Not known"
    return "State" if source.outlet.owner == "state" else "Not state"


def link_facet(verdicts: Mapping[str, int]) -> str:
    """What is to be said of the links of a source: "Some broken", "All work"; "" where it has none."""
    if any(verdicts.get(verdict) for verdict in BROKEN):
        return "Some broken"
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
    return WORDS["problems"].get(code) or plainly(code)


def is_rtl(text: str) -> bool:
    """Whether the text has what runs from right to left, so that it needs to stand apart: "القطب", or a mark that turns the rest round."""
    return not RIGHT_TO_LEFT.isdisjoint(map(bidirectional, text))
