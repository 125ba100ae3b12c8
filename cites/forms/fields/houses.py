"""Who published a book, and where, told by no more than the names: "Paris, Seuil", "Institute of Mining, Onnens"."""

from __future__ import annotations

from cites.forms.form import Context, Item
from cites.grammar.kinds import PAPERS
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body


def name_imprint(texts: list[Printed], context: Context, likely: Printed | None) -> list[Item]:
    """Name what stands behind the title of a book: "Paris", "Seuil" are a place and a publisher, in either order; likely: a place."""
    found: list[Item] = []
    place = likely or _unknown_place(texts, context)
    for item in texts:
        is_where = item is place or is_place(item.value)
        field = "publisher_place" if is_where else "container_title" if PAPERS.search(item.value) else "publisher"
        if not any(have.field == field for have in found):
            found.append(Item(field, item.value, item.start, item.end))
    return found


def _unknown_place(texts: list[Printed], context: Context) -> Printed | None:
    """Return the one word beside a body or a known publisher where no place is known: "Onnens" of "Onnens, Institute of Mining"."""
    if len(texts) < 2 or any(is_place(item.value) for item in texts):
        return None
    *_, first, second = texts
    for place, body in ((first, second), (second, first)):
        house = context.outlet(body.value)
        if (is_body(body.value) or (house and house.kind == "publisher")) and " " not in place.value and place.value.istitle():
            return place
    return None
