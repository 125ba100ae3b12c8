"""Records in archives, by their signature: "TNA, FO 371/75757, Stephenson to Bevin, 27 April 1948", "RGASPI, f. 17, op. 3, d. 45, l. 12",
"Memorandum of Conversation, May 5, 1972, Box 12, Folder 3, Nixon Library".

The stretch is cut at its commas; each piece is a date, a signature, an archive, a place, or what describes the record.
"""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.forms.archives.letters import read_writer
from cites.forms.archives.record import Record, bare, hereafter, initials
from cites.forms.archives.which_archive import as_of_body, first_as_archive, first_as_title, is_alone, without_archive
from cites.forms.fields.assign import take_address
from cites.forms.form import Context, Draft, Form, Item, has
from cites.forms.signals import ANOTHER, SIGNAL
from cites.grammar.dates import read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.patterns import read_patterns
from cites.grammar.separators import back
from cites.grammar.signatures import ARCHIVE, COLLECTION, FONDS, HEAD, KEEPER_WORDS, SHELF_MARK, SIGNATURE
from cites.grammar.sources import is_body
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted
from cites.knowledge import load

INITIAL, SENTENCE, DAY_POINT, GAZETTE, ANY_MARK = read_patterns("archives/archival", "INITIAL SENTENCE DAY_POINT GAZETTE ANY_MARK")
NUMBER_ALONE, SHELF, FIRST, DAY, WHAT_IS_THERE = read_patterns("archives/archival", "NUMBER_ALONE SHELF FIRST DAY WHAT_IS_THERE")
PLACE_WITHIN, WHERE_KEPT, SHORT_BEHIND = read_patterns("archives/archival", "PLACE_WITHIN WHERE_KEPT SHORT_BEHIND")

# Memcon, Bush and Kohl, Camp David, February 24, 1990, George H. W. Bush Presidential Library · Ann Berg, diary, 4 July 1865, Archivio
COPIED = compile_words(rf"(?:{one_of('letters.copied')})\s")  # "Transcription in NSU"
KEPT = compile_words(
    rf"(?:(?=(?-i:\p{{Lu}}))(?:{one_of('letters', 'letters.records')})"
    rf"|(?-i:\p{{Lu}})[^,;“”()]{{2,50}}(?:\sto\s(?:the\s)?(?-i:\p{{Lu}})|,\s(?={one_of('papers')},\s)))"
    rf"[^;]*?\d{{4}},\s(?P<shelf>(?:[^,;“”()]{{2,40}},\s){{1,4}})?(?P<archive>(?=(?-i:\p{{Lu}}))[^,;]*{KEEPER_WORDS})(?!\p{{L}}*,\s\d)"
)
LABELLED = regex.compile(  # Staatsarchiv Hamburg (StAHH), 311-2 IV Finanz, or without "(StAHH)"; not "the Office (SRO), Room 4"
    rf"(?=(?:(?:\p{{Lu}}[^\s,;()]*|of|the|and|de|des|du|für|i)\s)*\p{{Lu}}?[\p{{L}}-]*{KEEPER_WORDS})"
    r"\p{Lu}[^,;()]{2,60}(?:,\s\p{Lu}[\p{L} ]{2,40})?"
    r"(?:\s\((?:\p{L}+:?\s){0,2}\p{Lu}[\p{L} .]{1,20}\),\s|,\s(?=\d{3,4}-\d))"
)
MAX = 420  # code points of one record


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    there = WHAT_IS_THERE.match(folded, at, end) if folded[at].islower() else None
    at = there.end() if there else at
    stop = context.piece_end(at, end, MAX)
    stop = short.start() if (short := SHORT_BEHIND.search(folded, at, stop)) else stop
    head = HEAD.match(folded, at, stop)
    begin = head.end() if head else at
    signature = SIGNATURE.search(folded, begin, stop)
    met = None
    if signature is None:
        signature, met = _by_archive(context, at, stop)
    if not signature or GAZETTE.match(folded, signature.start(), stop) or (context.known.days.months_first and DAY.fullmatch(signature[0])):
        return []
    is_signed = "archive" not in signature.groupdict()
    record = Record(context, at, signature.start() if is_signed else stop)
    if head:
        record.items.append(Item("archive", bare(head["archive"]), *head.span("archive")))
        record.short_name = initials(head["archive"])
    within = None if head else HEAD.match(folded, signature.start(), stop)  # Campbell to Eden, 14 August 1942, TNA FO 371/31117
    record.signed = within.end() if within else record.signed
    named_at = (*within.span("archive"), within.end()) if within else None
    if met and not within and folded.startswith((" ", ":"), met[1]):
        named_at = (*met, folded.index(" ", met[1]) + 1)
    finish = _take(record, pieces(folded, begin, stop, signature.span(), is_signed=is_signed), named_at)
    items = first_as_archive(first_as_title(context, record.items, record.where), record.where)
    if record.where and not has(items, "archive"):
        items = without_archive(context, items, record.where[0])
    if not (record.where or (not is_signed and has(items, "archive"))) or not (items or is_alone(context, record.where, at)):
        return []
    if record.where:
        items.append(Item.cut("archive_location", context.text, (record.where[0][0], record.where[-1][1])))
    items += [Item("type", "document", at, at), *read_writer(context, items)]
    items = as_of_body(context, items)
    finish = take_address(context, items, finish, end)
    return [Draft("full", "archival", at, finish, items, record.locator, 0.92, record.short_name)]


def _take(record: Record, pieces: list[tuple[int, int]], named_at: tuple[int, int, int] | None) -> int:
    """Let a record have its pieces, up to the first that is none of it, and return where it ends.

    named_at: where the name of an archive stands before a signature, with no comma between, and where that begins.
    """
    folded, finish = record.context.folded, record.begin
    takers = (record.take_date, record.take_number, record.take_archive, record.take_title)
    for start, until in pieces:
        if named_at and start == named_at[0]:
            record.take_archive(*named_at[:2])
            start = named_at[2]
        leads_on = SIGNAL.match(folded, start, until) or ANOTHER.match(folded, start - 2, until)
        if record.where and leads_on:
            break
        named = hereafter(folded[start:until])
        last = max(folded.rfind(" (", start, until), folded.rfind(" [", start, until)) if named else until  # "3 mars 1924 (hereafter AMAE)"
        if not any(take(start, last) for take in takers) and not (named and has(record.items, "archive")):
            break
        record.short_name = record.short_name or named
        finish = until
    return finish


def with_keeper(context: Context, draft: Draft, end: int) -> Draft:
    """Return what was said or written with the archive that keeps it: "… letter to Astorga, Rome, 3 May 1870⟨, fol. 19v, AHAS⟩"."""
    folded, text, finish = context.folded, context.text, draft.end
    if not folded.startswith(", ", finish) or not has(draft.items, "issued"):
        return draft
    stop = context.piece_end(finish, end, MAX)
    record = Record(context, draft.start, stop, [Item("title", "", draft.start, finish)])
    for start, until in pieces(folded, finish + 2, stop, (stop, stop), is_signed=False):
        if copied := COPIED.match(folded, start, until):
            start = copied.end()
        if place := PLACE_WITHIN.fullmatch(folded, start, until):
            record.locator = record.locator or text[slice(*place.span("cited"))]
        elif has(record.items, "archive") and (is_body(folded[start:until]) or ARCHIVE.fullmatch(folded, start, until)):
            if ARCHIVE.fullmatch(folded, start, until):  # Oral History Office, Bancroft Library, University of California
                record.items[-1] = Item("archive", bare(text[start:until]), start, until)
        elif WHERE_KEPT.fullmatch(folded, start, until):
            record.where.append((start, until))
        elif not (record.take_number(start, until) or record.take_archive(start, until)):
            break
        finish = until
        record.short_name = record.short_name or hereafter(folded[start:until])
    if not (has(record.items, "archive") or any(COLLECTION.fullmatch(folded, *where) for where in record.where)):
        return draft
    begin = record.where[0] if record.where else (0, 0)
    is_letter = draft.get("type") == "personal_communication"
    kept = record.items[-1]
    if is_letter and kept.start == begin[1] + 2 and COLLECTION.fullmatch(folded, *begin):  # Morton-Pugh Collection, NSU, Item 415
        record.items[-1] = kept._replace(value=f"{text[slice(*begin)]}, {kept.value}", start=begin[0])
        record.where.pop(0)
    where = [Item.cut("archive_location", text, (record.where[0][0], record.where[-1][1]))] if record.where else []
    edition = "container_title" if record.items[-1].value in context.known.short_names - context.known.archives else "archive"  # VWL
    items, found = draft.items, [item._replace(field=edition) for item in record.items[1:]] + where
    if is_letter and draft.get("title")[:1].isupper():  # as records with a signature are read
        items = [item for item in items if item.field != "type" and not (item.person and not item.person.given)]  # no "Merriam to Wright"
        items.append(Item("type", "document", draft.start, draft.start))
    locator, short_name = draft.locator or record.locator, draft.short_name or record.short_name
    return replace(draft, end=finish, items=[*items, *found], locator=locator, short_name=short_name)


def _by_archive(context: Context, at: int, stop: int) -> tuple[regex.Match[str] | None, tuple[int, int] | None]:
    """Return a signature that only its archive tells, or the archive of a letter, and where a short or known name of one stands."""
    folded = context.folded
    known = _met(context, at, stop)
    named = known or _first(context, at, stop)
    behind = named[1] if named else at
    is_marked = folded.startswith((",", ":"), behind) if named else FONDS.match(folded, at, stop)
    found = SHELF_MARK.search(folded, behind, stop) if is_marked else None
    if found is None and (known or LABELLED.match(folded, at, stop)):
        found = ANY_MARK.search(folded, behind, stop)
    found = found or (NUMBER_ALONE.search(folded, behind, stop) if is_marked else None)
    is_last = known is not None and behind >= stop - 1  # 30 January 1864, Correspondance politique, Japon, vol. 12, AMAE
    kept = None if found or is_last else KEPT.match(folded, at, stop)
    shelf = SHELF.search(folded, at, stop) if is_last or (kept and kept["shelf"]) else None
    return shelf or found or kept, named


def _met(context: Context, at: int, end: int) -> tuple[int, int] | None:
    """Return where an archive is called as the text called it: "SRO DD/WY 147", "Notatka, 17.05.1982, AIPN Gd 003/166"."""
    starts = [at, *(comma + 2 for comma in range(at, end) if context.folded.startswith(", ", comma))] if context.known.archives else []
    names = ((start, name) for start in starts for name in context.known.short_names_at(context.folded, start))
    found = ((start, start + len(name)) for start, name in names if name in context.known.archives)
    return next((span for span in found if span[1] >= end - 1 or context.folded.startswith((" ", ", "), span[1])), None)


def _first(context: Context, at: int, end: int) -> tuple[int, int] | None:
    """Return where a known archive stands first: "NAA: A1838, 3034/10/18", "CADN, Tunisie, carton 1877"."""
    first = FIRST.match(context.folded, at, end)
    known = context.outlet(first[0]) if first else None
    return first.span() if first and known and known.kind == "archive" else None


def pieces(folded: str, at: int, stop: int, signed: tuple[int, int], *, is_signed: bool) -> list[tuple[int, int]]:
    """Cut at commas, and at the periods of "Ф. 17. Оп. 162", outside of quotation marks and parentheses."""
    edges: list[tuple[int, int]] = []
    start = index = at
    depth = 0
    while index < stop:
        char = folded[index]
        if char in CLOSERS and opens_quote(folded, index) and (quoted := read_quoted(folded, index, stop)):
            index = quoted.stop
            if folded[quoted.stop - 2] in ",." and (folded[quoted.stop - 2] == "," or not folded[start : quoted.start - 1].strip()):
                edges.append((start, quoted.stop))
                start = index = quoted.stop + 1
            continue
        depth += (char == "(") - (char == ")")
        if depth == 0 and char in ",." and (index + 1 >= stop or folded[index + 1] == " "):
            if char == "." and (_is_day(folded, start, index) or DAY_POINT.match(folded, index - 2) or INITIAL.match(folded, index - 2)):
                pass  # "4 Feb. 1955"
            elif char == "." and ((is_signed and signed[0] < index < signed[1] - 1) or (index == start + 1 and folded[start].isupper())):
                pass  # "MSS. Afr. s. 1427", "S. Aldewereld to Black"
            elif char == "." and folded.startswith(" [", index + 1):
                pass  # n.d. [March 1960]
            elif char == "." and SENTENCE.match(folded, index, stop):
                edges.append((start, index))
                return edges
            elif char == "." and not (folded[index - 1].isdigit() or (index < signed[1] and folded[start:index].isupper())):
                said = folded[start:index]  # "Kew, TNA." ends a record, "St." in "St. Antony's" does not
                if not said.isalpha() or len(said) > 4 or said.isupper():
                    edges.append((start, index))
                    return edges
            elif char == "," and _is_day(folded, start, index):
                pass  # "March 3, 1949"
            else:
                edges.append((start, index))
                start = index + 2
        index += 1
    if start < stop:
        stop = back(folded, start, stop, " .")
        edges.append((start, stop))
    return edges


def _is_day(folded: str, start: int, comma: int) -> bool:
    date = read_date(folded, start)
    return date is not None and date.has_year and date.end > comma


FORM = Form(
    "archival",
    read,
    ("/", "papers", "f. ", "fol. ", "ф. ", "rg ", "record group", "box", "ms ", "ms. ", "mss", "manuscript ", ". lat. ", ". gr. ",
     ". germ. ", ". ebr. ", "ref. ", "arch", "sygn", "zesp", " r ", "folder", "carton",
     "legajo", "leg. ", "cx. ", "mç. ", "caixa", "maço", "mappe", "ordner", "caja", "b. ", "fasc", "historique", "an, ",
     "ad ", "am ", ", #", *load()["archives"], *load()["archives.libraries"]),
)  # fmt: skip
