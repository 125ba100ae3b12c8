"""Numbers of documents that stand where a publisher does: "(WP251rev.01, adopted 3 October 2015, revised 6 February 2017)",
"(CDL-AD(2016)007rev, 18 March 2016)", and where a container does: "“Kremlin Infighting,” 07MOSCOW5824, December 14, 2007".
"""

from __future__ import annotations

from collections.abc import Sequence

from cites import lazy_regex as regex
from cites.forms.form import Item
from cites.grammar.dates import read_date

DESIGNATION = regex.shapes(
    ("DODD-5000-01", r"\p{Lu}{2,5}-\d{4}-\p{Lu}?\d{2,4}"),
    ("OECD/LEGAL/0449", r"\p{Lu}{2,8}(?:/\p{Lu}{2,8})*/(?:\p{Lu}{1,6}/|\d{4}/)\d[\w./-]*"),
    ("08MOSCOW1234", r"\d{2}\p{Lu}{4,20}\d{1,6}"),
    ("Release No. 33-8183", r"(?:Release\s)(?:Number|No\.?)\s\d[\w-]*"),
    ("ISO/IEC 27001", r"\p{Lu}{2,6}(?:[-/]\p{Lu}{1,6})*\s?(?:\(\d{4}\)\s?)?\d{2,}(?:[-/.]\d+)*(?:\s?rev\.?\s?\d*)?"),
)
ADOPTED = (  # , adopted 9 May 1997, as last revised
    r"(?P<adopted>adopted\s(?:on\s)?(?P<date>\d{1,2}\s\p{Lu}\p{L}+\s\d{4}|\p{Lu}\p{L}+\s\d{1,2},\s\d{4})(?:,|\sand)(?:\sas)?(?:\slast)?\s)"
)
NUMBER = regex.compile(
    r"(?:(?:Guidance|Circular|Advisory|Notice|Bulletin|Memorandum|Instruction)\s(?:[Nn]o\.\s)?(?=\p{Lu}*\d|\p{Lu}{2,}[-/]))?"
    rf"(?P<number>{DESIGNATION})"
    rf"(?:,\s(?:as\s)?(?:last\s)?(?:{ADOPTED})?(?:revised|adopted|amended|updated|issued)(?:\sand\sadopted)?(?:\son)?)?"
)
PLACES = frozenset({"container_title", "publisher"})


def name_numbers(found: Sequence[Item]) -> list[Item]:
    """Return the fields with the number of a document as such, and the day of its adoption as its date."""
    fields = {item.field for item in found}
    items: list[Item] = []
    adopted: Item | None = None
    for item in found:
        match = NUMBER.fullmatch(str(item.value)) if item.field in PLACES and not fields & {"number", "volume", "issue"} else None
        if match is None:
            items.append(item)
            continue
        items.append(Item("number", match["number"], item.start, item.start + match.end("number")))
        if match["adopted"] and (day := read_date(str(item.value), *match.span("date"))):
            adopted = Item("issued", day.value, item.start + day.start, item.start + day.end)
    return [adopted if adopted and item.field == "issued" else item for item in items]
