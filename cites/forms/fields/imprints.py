"""What unnamed stretches of a tail say of an imprint: a place and a publisher without parentheses, "Moskva: Nauka", "KITLV Press: Leiden",
"Paris, Seuil"; the series before one, "*MP3*, Sound, Storage, Transport (Durham: Duke University Press, 2012)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cites.forms.form import Context, Item, value_of
from cites.grammar.imprint_fields import PLACE_PUBLISHER
from cites.grammar.kinds import HOUSE, PAPERS, SERIES
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body

NUMBERS = frozenset({"volume", "issue"})


def take_imprints(texts: list[Printed], *, titled: bool) -> tuple[list[Printed], list[Item]]:
    """Take "Moskva: Nauka" out, a place and a publisher without parentheses."""
    kept: list[Printed] = []
    found: list[Item] = []
    for item in texts:
        match = PLACE_PUBLISHER.fullmatch(item.value)
        if match and is_place(match["publisher"]) and not is_place(match["place"]):  # KITLV Press: Leiden
            found.append(Item("publisher", match["place"], item.start, item.start + match.end("place")))
            found.append(Item("publisher_place", match["publisher"], item.start + match.start("publisher"), item.end))
        elif match and _is_where(match["place"], match["publisher"], titled=titled):
            found.append(Item("publisher_place", match["place"], item.start, item.start + match.end("place")))
            found.append(Item("publisher", match["publisher"], item.start + match.start("publisher"), item.end))
        else:
            kept.append(item)
    return kept, found


def _is_where(place: str, publisher: str, *, titled: bool) -> bool:
    """True for a place, for one word before a body, "Solna: International Peace Research Institute", and for what stands where the place

    of a book does and has no word of a body or a series: "Rio Pomba: IF Sudeste".
    """
    if is_place(place) or (place.isalpha() and is_body(publisher)):
        return True
    return not titled and place.count(" ") < 3 and not (is_body(place) or SERIES.search(place))


def name_imprint(texts: list[Printed], likely: Printed | None) -> list[Item]:
    """Name what stands behind the title of a book: "Paris", "Seuil" are a place and a publisher, in either order; likely: a place."""
    found: list[Item] = []
    for item in texts:
        is_where = item is likely or is_place(item.value)
        field = "publisher_place" if is_where else "container_title" if PAPERS.search(item.value) else "publisher"
        if not any(have.field == field for have in found):
            found.append(Item(field, item.value, item.start, item.end))
    return found


def is_house(printed: Sequence[Printed | Item], context: Context) -> bool:
    """True where a publisher of books is among the fields: "(London: I.B. Tauris, 2004)"; not for "(Paris: OECD, 2006)"."""
    name = value_of(printed, "publisher")
    outlet = context.outlet(name) if name else None
    return outlet.kind == "publisher" if outlet else HOUSE.search(name) is not None


def in_series(printed: tuple[Printed, ...], context: Context) -> tuple[Printed, ...]:
    """Take a name with a number before an imprint for a series, unless it is a known journal: "TU 25.1 (Leipzig: Hinrichs, 1901)"."""
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
