"""Series of books, between a title and its imprint: "*MP3*, Sign, Storage, Transmission (Durham: Duke University Press, 2012)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cites.forms.form import Context, Item, value_of
from cites.grammar.kinds import HOUSE, SERIES
from cites.grammar.printed import Printed

NUMBERS = frozenset({"volume", "issue"})


def is_house(printed: Sequence[Printed | Item], context: Context) -> bool:
    """True where a publisher of books is among the fields: "(London: I.B. Tauris, 2006)"; not for "(Paris: OECD, 2006)"."""
    name = value_of(printed, "publisher")
    outlet = context.outlet(name) if name else None
    return outlet.kind == "publisher" if outlet else HOUSE.search(name) is not None


def in_series(printed: tuple[Printed, ...], context: Context) -> tuple[Printed, ...]:
    """Take a name with a number before an imprint for a series, unless it is a known journal: "TU 25.1 (Leipzig: Hinrichs, 1903)"."""
    at = next((index for index, item in enumerate(printed) if item.field == "text"), len(printed))
    fields = [item.field for item in printed[at + 1 : at + 5]]
    parts = 1 + (fields[1:2] == ["issue"])  # TU 25.1
    is_imprint = fields[:1] and fields[0] in NUMBERS and fields[parts : parts + 2] == ["publisher_place", "publisher"]
    is_series = is_imprint and not SERIES.search(printed[at].value) and context.periodical(printed[at].value) is None
    if is_series or (is_imprint and is_house(printed, context)):
        first, last = printed[at + 1], printed[at + parts]
        number = Printed.cut("collection_number", context.text, (first.start, last.end))
        return (*printed[:at], printed[at]._replace(field="collection_title"), number, *printed[at + parts + 1 :])
    return printed


def series_behind(texts: Sequence[Printed], printed: Sequence[Item]) -> list[Item]:
    """Return the series that stands between a title and a place and publisher in parentheses, commas and all; nothing where none does."""
    imprint = {item.field: item.start for item in printed}
    together = all(before.end + 2 == after.start for before, after in pairwise(texts))
    if not {"publisher", "publisher_place"} <= imprint.keys() or texts[-1].end > imprint["publisher_place"] or not together:
        return []
    return [Item("collection_title", ", ".join(item.value for item in texts), texts[0].start, texts[-1].end)]
