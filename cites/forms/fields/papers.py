"""Papers and reports in series: what they are called, and the body that a name of one begins with."""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.forms.form import Context, Item, field_of, has, replaced
from cites.grammar.kinds import SERIES
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.knowledge import ISSUERS

PAPER_KINDS = frozenset({"wire", "newspaper", "news-site", "magazine"})  # of outlets that are read as news
NUMBERED_SERIES = regex.compile(
    rf"(?P<name>[^,;]*{SERIES.pattern}),?\s(?:(?:no\.?|number)\s)?(?P<number>\d{{1,5}}(?:[-/]\d{{1,4}})?"
    rf"|(?-i:\p{{Lu}}{{2,5}})/\d{{2,4}}/\d{{1,4}}|(?-i:\p{{Lu}}{{1,4}})\d{{3,7}})",
    regex.IGNORECASE,
)


def part_series(texts: list[Printed], context: Context) -> list[Printed]:
    """Part "Crisis Group Latin America Report": a known body and its series."""
    first = texts[0]
    if context.outlet(first.value) or not SERIES.search(first.value):
        return texts
    head = next(bodies_before(context, first.value), "")
    if not head or (len(texts) > 1 and context.outlet(texts[1].value) == context.outlet(head)):
        return texts  # NBER Working Paper 23073, National Bureau of Economic Research
    cut = first.start + len(head)
    return [first._replace(value=head, end=cut), first._replace(value=first.value[len(head) + 1 :], start=cut + 1), *texts[1:]]


def whole_series(fields: list[Item]) -> list[Item]:
    """Put a body and its papers together again, which are one series: "NBER Working Paper"; not "Crisis Group Europe Report"."""
    body = field_of(fields, "publisher")
    series = next((item for item in fields if item.field == "container_title" and body and item.start == body.end + 1), None)
    if not (body and series and SERIES.search(str(series.value))):
        return fields
    words = str(series.value).split(" ")
    if any(is_place(" ".join(words[:count])) for count in range(1, len(words))):
        return fields
    whole = series._replace(value=f"{body.value} {series.value}", start=body.start)
    kind = [] if has(fields, "type") else [Item("type", "report", body.start, body.start)]
    return [*replaced(replaced(fields, series, whole), body), *kind]


def bodies_before(context: Context, name: str) -> Iterator[str]:
    """Yield the known bodies that a name begins with, the longest first: "World Bank" of "World Bank Prices Database"."""
    words = name.split(" ")
    for count in range(len(words) - 1, 0, -1):
        head = " ".join(words[:count])
        outlet = context.outlet(head)
        if outlet and outlet.kind in ISSUERS:
            yield head


__all__ = ["NUMBERED_SERIES", "PAPER_KINDS", "bodies_before", "part_series", "whole_series"]
