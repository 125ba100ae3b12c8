"""A place and a publisher without parentheses, among the unnamed stretches of a tail: "Moskva: Nauka", "KITLV Press: Leiden",
"Paris, Seuil"."""

from __future__ import annotations

from cites.forms.form import Item
from cites.grammar.imprint_fields import PLACE_PUBLISHER
from cites.grammar.kinds import PAPERS, SERIES
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body


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
