"""Records in archives by fond, inventory, file and leaf: "РГАЭ. Ф. 1561. Оп. 32. Д. 3392. Л. 5–6об",
"Государственный архив Свердловской области (ГАСО). Ф. Р-2063. Оп. 1", "RGASPI, f. 17, op. 3, d. 45, l. 12"."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import find_date
from cites.grammar.lexicon import any_of
from cites.grammar.patterns import read_patterns
from cites.grammar.publisher_places import is_place
from cites.grammar.separators import back
from cites.grammar.signatures import OWN
from cites.grammar.wordings import HEREAFTER
from cites.knowledge import load

ARCHIVE, ARCHIVE_INITIALS, DESCRIBED, PART, LEAVES = read_patterns("archives/fond", "ARCHIVE ARCHIVE_INITIALS DESCRIBED PART LEAVES")
SEPARATOR, ELIDED, BEHIND = read_patterns("archives/fond", "SEPARATOR ELIDED BEHIND")
KEEPS = regex.compile(f"(?i:{any_of([*load()['archives'], *load()['archives.libraries'], *load()['archives.of_fonds']])})")
RANK = {"ф": 0, "f": 0, "о": 1, "i": 1, "п": 2, "p": 2}  # of a unit, by its first letter; files are the last


class Signature(NamedTuple):
    """What was read of a signature, up to `end`."""

    items: tuple[Item, ...]
    parts: tuple[tuple[int, int, int], ...]  # rank, start, end
    locator: str
    short_name: str
    end: int


def read(context: Context, at: int, end: int) -> list[Draft]:
    record = read_signature(context, at, end)
    if record is None:
        return []
    said, stop = _said_behind(context, record.end, end)
    drafts = [Draft("full", "archival", at, stop, [*record.items, *said], record.locator, 0.92, record.short_name)]
    archive = record.items[0]
    while elided := ELIDED.match(context.folded, record.end, end):  # …; Д. 3392. Л. 7
        is_of_kew = OWN.match(context.folded, elided.end(), end)  # …; FO 371/4518: no fond "O 371" of the archive before it
        more = None if is_of_kew else _parts(context, elided.end(), end, archive, record.parts)
        if more is None:
            break
        record = more
        drafts.append(Draft("full", "archival", elided.end(), record.end, list(record.items), record.locator, 0.85))
    return drafts


def read_signature(context: Context, at: int, end: int) -> Signature | None:
    """Return the archive and the signature that begin at `at`."""
    match = ARCHIVE.match(context.folded, at, end)
    if match is None or not (ARCHIVE_INITIALS.fullmatch(match["archive"]) or KEEPS.search(match["archive"])):
        return None
    name = Item("archive", context.text[slice(*match.span("archive"))].rstrip(" .,"), *match.span("archive"))
    record = _parts(context, match.end(), end, name, ())
    if record is None or not record.parts or (record.parts[0][0] and not record.locator):  # Arkhiv UFSB, d. P-48120, l. 2
        return None
    return record._replace(short_name=_short(match["short"] or ""))


def read_places(folded: str, at: int, end: int) -> int:
    """Return where "Д. 124. Л. 9" ends that stands at `at` or after a point, `at` where there is none."""
    stop = at
    while separator := SEPARATOR.match(folded, stop, end):
        match = PART.match(folded, separator.end(), end) or LEAVES.match(folded, separator.end(), end)
        if match is None:
            break
        stop = match.end()
    return stop


def _said_behind(context: Context, at: int, end: int) -> tuple[list[Item], int]:
    """Read what a record is, and its date, behind its signature: in parentheses with the date, or up to the end."""
    folded = context.folded
    behind = BEHIND.match(folded, at, end)
    begin, stop = behind.span("inside") if behind else (at, at)
    date = find_date(folded, begin, stop) if behind else None
    is_dated = date is not None and date.has_year and date.end >= stop - len(" р")
    if behind is None or is_place(folded[begin:stop]) or not (is_dated or folded[at] == ","):
        return [], at
    stop = back(folded, begin, date.start if date and is_dated else stop, " ,”\"»")
    begin += folded[begin] in "“\"«"
    title = [Item.cut("title", context.text, (begin, stop))] if stop > begin else []
    return [*title, *([Item.dated(date)] if date and is_dated else [])], behind.end()


def _short(printed: str) -> str:
    named = HEREAFTER.fullmatch(printed)
    return str(named["name"] if named else printed).lstrip("-: ")


def _parts(context: Context, at: int, end: int, archive: Item, before: tuple[tuple[int, int, int], ...]) -> Signature | None:
    """Read "Ф. 17. Оп. 3. Д. 45. Л. 12"; what an elision leaves out is taken from `before`."""
    folded, text = context.folded, context.text
    parts: list[tuple[int, int, int]] = []
    leaves = ""
    stop = begin = at
    while begin < end:
        match = None if leaves else PART.match(folded, begin, end)
        leaf = LEAVES.match(folded, begin, end)
        if leaf:
            leaves, stop = text[slice(*leaf.span())], leaf.end()
        elif match:
            parts.append((RANK.get(match["unit"][0].casefold(), 3), *match.span()))
            stop = match.end()
            if parts[-1][0] == 0 and (described := DESCRIBED.match(folded, stop, end)):
                stop = described.end()
        else:
            break
        separator = SEPARATOR.match(folded, stop, end)
        if separator is None:
            break
        begin = separator.end()
    if not parts and not (leaves and before):
        return None
    first = parts[0][0] if parts else 4
    shared = [part for part in before if part[0] < first]
    places = [text[start:until] for _, start, until in (*shared, *parts)]
    joint = ". " if archive.end < len(text) and ". " in folded[archive.end : archive.end + 60] and "," not in folded[at:stop] else ", "
    location = Item("archive_location", joint.join(places), parts[0][1] if parts else at, stop)
    if parts and not shared:
        location = location._replace(value=text[parts[0][1] : parts[-1][2]], end=parts[-1][2])
    items = (archive._replace(start=at, end=at) if before else archive, location, Item("type", "document", at, at))
    return Signature(items, (*shared, *parts), leaves, "", stop)


FORM = Form("fond", read, ("ф. ", "f. ", "ф.", "фонд", "fond", "op.", ", d. ", ", д. "))
