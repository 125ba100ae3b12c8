"""Which archive has a record whose pieces do not say so plainly: a body that stands first, somebody's papers, none at all."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Item, changed, has, value_of
from cites.grammar.signatures import LONE, OWN, PAPERS
from cites.grammar.sources import is_body as has_body_word
from cites.model import Name

SYMBOL = regex.compile(r"\p{Lu}[\p{Lu}\d.()-]*(?:/[\p{L}\d.()-]+)+")
OF_BODY = {"archive": "container_title", "archive_location": "number"}


def first_as_archive(items: list[Item], where: list[tuple[int, int]]) -> list[Item]:
    """Take a body that stands first for the archive: "Pułaski Institute of America, New York, Lipiński Papers, folder 66"."""
    first = items[0] if items else None
    if first is None or has(items, "archive") or first.field != "title" or not where or first.start > where[0][0]:
        return items
    is_body = has_body_word(str(first.value)) and ", " not in str(first.value)
    return [first._replace(field="archive"), *items[1:]] if is_body else items


def first_as_title(context: Context, items: list[Item], where: list[tuple[int, int]]) -> list[Item]:
    """Take initials for what was recorded where a day parts them from the signature: "HCWM, 1 May 1941, DO121/7"."""
    fields = [item.field for item in items if item.start < where[0][0]] if where else []
    if fields != ["archive", "issued"] or not str(items[0].value).isupper() or not OWN.match(context.folded, *where[0]):
        return items
    printed = str(items[0].value)
    is_known = printed in context.known.short_names or context.outlet(printed) is not None
    return items if is_known else [items[0]._replace(field="title"), *items[1:]]


def without_archive(context: Context, items: list[Item], where: tuple[int, int]) -> list[Item]:
    """Return what is known of a record whose archive is not named, nothing where its signature and its day are not enough.

    "Minute by Dexter, 12 March 1941, FO371/25222" and "FO 371/19888, minute by Sargent, 9 March 1936" are in no archive that is said,
    "Diary, 3 October 1941, Massey Papers" in these papers.
    """
    if context.text[slice(*where)] in context.known.kept:  # Signal M1034, WO 106/5847
        return items
    day = value_of(items, "issued")
    is_own = OWN.match(context.folded, *where) is not None
    if not ("-" in day or (is_own and has(items, "number"))) or not items or (items[0].start > where[0] and not is_own):
        return []
    if papers := PAPERS.match(context.folded, *where):
        return [*items, Item.cut("archive", context.text, papers.span())] if has(items, "title") else []
    return items if is_own else []


def is_alone(context: Context, where: list[tuple[int, int]], at: int) -> bool:
    """True for a signature of the National Archives at Kew with nothing beside it but a place within: "FO 371/4518, encl. 2"."""
    return len(where) == 1 and where[0][0] == at and LONE.fullmatch(context.folded, *where[0]) is not None


def as_of_body(context: Context, items: list[Item]) -> list[Item]:
    """Take what an international body gives out under a symbol for its report, not for a record: "IAEA, GOV/INF/2019/8, July 1, 2019"."""
    fields = {item.field: str(item.value) for item in items}
    is_plain = fields.keys() - {"title"} == {"archive", "archive_location", "issued", "type"}
    outlet = context.outlet(fields["archive"]) if is_plain else None
    if outlet is None or outlet.kind != "international" or not SYMBOL.fullmatch(fields["archive_location"]):
        return items
    told = [item._replace(field=OF_BODY[item.field]) if item.field in OF_BODY else item for item in items]
    if "title" in fields:  # OSCE, ‘Vienna Document 2011’, FSC.DOC/1/11, 30 November 2011
        author = Item("author", Name(literal=fields["archive"]), told[0].start, told[0].start + len(fields["archive"]))
        told = [author, *(item for item in told if item.field != "container_title")]
    return changed(told, "type", value="report")
