"""Records in archives, by their signature: "TNA, FO 371/75758, Stevenson to Bevin, 28 April 1949", "RGASPI, f. 17, op. 3, d. 45, l. 12",
"Memorandum of Conversation, May 5, 1972, Box 12, Folder 3, Nixon Library".

The stretch is cut at its commas; each piece is a date, a signature, an archive, a place, or what describes the record.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import read_date
from cites.grammar.imprint import HEREAFTER, find_last_date, is_place
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.sources import is_body as has_body_word
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted

SIGNATURE = regex.compile(
    r"(?!(?:S|A|E|T|ST|HRC)/(?:RES|PRST|PV|\d\d))"  # a symbol of the United Nations
    r"(?:\p{Lu}{1,6}(?:\s\p{Lu}{1,4})?\s?\d{1,4}/\d[\w/.-]*"  # FO 371/75758 · CAB 129/37
    r"|\p{Lu}{1,3}(?:/\d+){2,}"  # R/15/6/256
    r"|\p{Lu}{1,5}(?:[./]\p{Lu}{1,5})+/\d[\w/.-]*"  # DT.WA/1/1
    r"|(?<=\p{Lu}{2}[),:]{0,2}\s)\p{Lu}{1,2}\s\d{3,6}(?!\d)"  # PA AA, R 94576
    r"|MSS?\.?\s\p{Lu}[\p{L}. ]{2,40}\d+"  # MS Macmillan dep. d. 23
    r"|\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){0,2}\s(?:Papers|MSS)(?=,\s)"  # Dulles Papers
    r"|(?i:f(?:ond)?|ф)\.?\s?(?:[РRПP]-)?\d+\w?(?=[,.]?\s(?i:op|оп|d|д|inv|dans|дан)\b)"  # f. 17, op. 3 · Ф. Р-17. Оп. 162
    r"|(?i:sygn|zesp|inv|sign)\.\s?(?:nr\s)?\d[\w/.-]*"  # AAN, MSZ, sygn. 5431
    r"|(?:RG|Record\sGroup)\s?\d+|[Bb]ox(?:es)?\s\d+|(?:Add\.?\s)?MSS?\s\w*\d+|B\s?Arch,?\s\w+\s?\d+)"
)
PIECE_OF_SIGNATURE = regex.compile(
    r"(?:\p{Lu}{0,6}\s?\d*[/.-]?\p{Lu}*\d[\w/.-]*|\p{Lu}{1,4}\s\p{Lu}{1,5}/\d[\w/.-]*|(?i:f|fond|op|d|dans|h/n|k|p|ф|оп|д|к"
    r"|п|inv|карт|leg|legajo|caja|sygn|zesp|mappe"
    r"|carton)\.?\s?(?:[РRПP]-)?\d+\w?|(?:RG|Record\sGroup|[Bb]ox"
    r"(?:es)?|[Ff]older|[Ff]ile|[Rr]eel|[Ee]ntry|[Ss]eries|[Cc]arton)\s[\w.-]+|[^,]{3,60}\s(?:[Ff]iles?|[Pp]apers"
    r"|[Cc]ollection|[Ss]eries)(?:\s[\d–-]+)?)"
)
HEAD = regex.compile(  # TNA FO 371/75758 · TNA: FO 371/75758 · BArch, R 43/1234
    r"(?P<archive>\p{Lu}{3,8}):?\s(?=\p{Lu}{2,5}\s\d{1,4}/\d)|(?P<archive>\p{Lu}\p{L}{0,3}Arch)[,:]?\s(?=\p{Lu}{1,5}\s\d{1,4}/\d)"
)
IBID = compile_words(rf"(?:{one_of('ibid')})(?:\s|$)")
OF_DATE = regex.compile(r"\s(?:v\.|vom|du|от)\s(?=\d)")
INITIAL = regex.compile(r"\s\p{Lu}\.|\p{Ll}[tsr]\.\s\p{Lu}|\sv\.\s\d|no\.\s\d")  # G. Robinson to E. Headlam Greenhow
YEARS = regex.compile(r"(?:1[5-9]|20)\d\d(?:\s?-\s?\d{2,4})?")
FONDS = regex.compile(r"(?:The\s)?\p{Lu}[^,;]{0,60}[Aa]rchiv|[Aa]rchiv[eo]s?\s")
VOLUME = regex.compile(r"(?:vol|tome|Bd|carton|dossier|box|file|liasse)\.?\s\d+[\w/-]*")
LEAVES = regex.compile(r"(?i:(?:ll?|лл?|f|bll?)\.|(?:fols?|ff|fos?)\.?)\s?(?:\d[\d\s–,-]*\w*)")
NUMBER = regex.compile(r"\p{Lu}{2,5}\s?\(\d{2,4}\)\s?\d+")  # CP (49) 214
ARCHIVE = regex.compile(
    r"(?:.*(?:[Aa]rchi[vw]|[Ll]ibrary|[Bb]ibliothek|[Bb]iblioth[eè]que|[Rr]ecord [Oo]ffice|архив|[Rr]ecords"
    r"|[Hh]oover Institution|[Mm]useum|History Cent(?:re|er)|Historical Society|Special Collections).*|\p{Lu}{3,8}"
    r"|\p{Lu}{2,4}\s\p{Lu}{2,4})"
    r"(?:\s?\([^)]*\))?"
)
DATED = regex.compile(r"(?P<title>\p{Lu}.{2,160}?)(?:\s(?:vom|of|dated|du|от|del|dd\.|den))?\s(?:the\s)?\d{1,2}\.?\s?[\p{L}\d].*\d{4}")
DAY_POINT = regex.compile(  # vom 3. Mai 1962 · 21. 7. 1922
    r"[\s\d]\d\.\s(?:\p{Lu}\p{L}+\.?\s|\d{1,2}\.\s?)(?:1[5-9]|20)\d\d|[\s\d]\d\.\s(?:1[5-9]|20)\d\d"
)
IN_PARENTHESES = regex.compile(r"\(([^)]*)\)$")
MAX = 420  # code points of one record


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    stop = folded.find(";", at, min(end, at + MAX))
    stop = min(end, at + MAX) if stop < 0 else stop
    head = HEAD.match(folded, at, stop)
    begin = head.end() if head else at
    signature = SIGNATURE.search(folded, begin, stop)
    if signature is None and FONDS.match(folded, at, stop):
        signature = VOLUME.search(folded, at, stop)
    if signature is None:
        return []
    items = [Item("archive", text[slice(*head.span("archive"))], *head.span("archive"))] if head else []
    where: list[tuple[int, int]] = []
    locator = short_name = ""
    finish = at
    for start, until in _pieces(folded, begin, stop, sequel=signature.start()):
        piece = folded[start:until]
        if where and IBID.match(folded, start, until):
            break
        date = read_date(folded, start, until)
        bracketed = read_date(folded, start + 1, until - 1) if piece[:1] == "[" and piece[-1:] == "]" else None
        if bracketed and bracketed.end == until - 1 and not _has(items, "issued"):  # [18 February 1854]
            items.append(Item("issued", bracketed.value, bracketed.start, bracketed.end))
        elif date and date.end == until and (date.has_month or (where and YEARS.fullmatch(piece) and not _has(items, "issued"))):
            items.append(Item("issued", date.value, start, until))
        elif start == signature.start() or SIGNATURE.match(folded, start) or (where and PIECE_OF_SIGNATURE.fullmatch(piece)):
            where.append((start, until))
        elif where and LEAVES.fullmatch(piece):
            locator = text[start:until]
        elif NUMBER.fullmatch(piece):
            items.append(Item("number", text[start:until], start, until))
        elif not _has(items, "archive") and _is_archive(piece, context, after_signature=bool(where)):
            items.append(Item("archive", _bare(text[start:until]), start, until))
        elif where and VOLUME.fullmatch(piece):
            where.append((start, until))
        elif is_place(_bare(piece)):
            short_name = short_name or _initials(piece)  # "Kew (PRO)"
        elif _has(items, "archive") and (named := _hereafter(piece)):
            short_name = named  # "Kew (hereafter TNA)"
        elif (
            not where
            and _has(items, "archive")
            and not _has(items, "title")
            and until - start < 40
            and not any(c.isdigit() for c in piece)
            and start < signature.start()
        ):
            pass  # where the archive is: "Eisenhower Library, Abilene, Dulles Papers"
        elif where and _has(items, "title") and items[-1].field == "title" and until - items[-1].start < 200:
            items[-1] = items[-1]._replace(
                value=text[items[-1].start : until], end=until
            )  # "Political Agent, Bahrain, to Political Resident"
        elif (
            not _has(items, "title") and (dated := DATED.fullmatch(piece)) and (day := find_last_date(folded, start, until)) and day.has_day
        ):
            title_end = start + dated.end("title")  # Vermerk vom 3. Mai 1962
            items += [Item("title", text[start:title_end], start, title_end), Item("issued", day.value, day.start, day.end)]
        elif (
            not _has(items, "title")
            and (piece[:1].isupper() or piece[:1] in CLOSERS or (where and piece[:1].isalpha()))
            and until - start < 200
        ):
            title = _unquoted(folded, start, until)
            if of := OF_DATE.search(folded, *title):  # "Schiedsspruch v. 14. 2. 1923"
                date = read_date(folded, of.end(), until)
                if date and date.end == until and date.has_day:
                    items.append(Item("issued", date.value, date.start, date.end))
                    title = title[0], of.start()
            items.append(Item("title", text[title[0] : title[1]], *title))
        else:
            break
        finish = until
        short_name = short_name or _hereafter(piece)
    items = _first_as_archive(items, where)
    if not where or not _has(items, "archive"):
        return []
    first, last = where[0][0], where[-1][1]
    items += [Item("archive_location", text[first:last], first, last), Item("type", "document", at, at)]
    return [Draft("full", "archival", at, finish, items, locator, 0.92, short_name)]


def _pieces(folded: str, at: int, stop: int, *, sequel: int) -> list[tuple[int, int]]:
    """Cut at commas, and at the periods of "Ф. 17. Оп. 162", outside of quotation marks and parentheses."""
    edges: list[tuple[int, int]] = []
    start = index = at
    depth = 0
    while index < stop:
        char = folded[index]
        if char in CLOSERS and opens_quote(folded, index) and (quoted := read_quoted(folded, index, stop)):
            index = quoted.stop
            if folded[quoted.stop - 2] in ",." and not folded[start : quoted.start - 1].strip():
                edges.append((start, quoted.stop))
                start = index = quoted.stop + 1
            continue
        depth += (char == "(") - (char == ")")
        if depth == 0 and char in ",." and (index + 1 >= stop or folded[index + 1] == " "):
            if char == "." and (_is_day(folded, start, index) or DAY_POINT.match(folded, index - 2) or INITIAL.match(folded, index - 2)):
                pass  # "4 Feb. 1955"
            elif char == "." and not (folded[index - 1].isdigit() or (index < sequel and folded[start:index].isupper())):
                if not folded[start:index].isalpha() or len(folded[start:index]) > 4:
                    edges.append((start, index))
                    return edges
            elif char == "," and _is_day(folded, start, index):
                pass  # "March 3, 1949"
            else:
                edges.append((start, index))
                start = index + 2
        index += 1
    if start < stop:
        while stop > start and folded[stop - 1] in " .":
            stop -= 1
        edges.append((start, stop))
    return edges


def _is_day(folded: str, start: int, comma: int) -> bool:
    date = read_date(folded, start)
    return date is not None and date.has_year and date.end > comma


def _is_archive(piece: str, context: Context, *, after_signature: bool) -> bool:
    if ARCHIVE.fullmatch(piece) or piece in context.known.short_names:
        return True
    return after_signature and piece[:1].isupper() and has_body_word(piece)


def _hereafter(piece: str) -> str:
    """Return the short name that a piece introduces: "TNA" in "Kew (hereafter TNA)"."""
    inside = IN_PARENTHESES.search(piece)
    named = HEREAFTER.fullmatch(inside[1]) if inside else None
    return str(named["name"]) if named else ""


def _first_as_archive(items: list[Item], where: list[tuple[int, int]]) -> list[Item]:
    """Take a body that stands first for the archive: "Piłsudski Institute of America, New York, Lipski Papers, folder 67"."""
    first = items[0] if items else None
    if first is None or _has(items, "archive") or first.field != "title" or not where or first.start > where[0][0]:
        return items
    return [first._replace(field="archive"), *items[1:]] if has_body_word(str(first.value)) else items


def _initials(piece: str) -> str:
    inside = IN_PARENTHESES.search(piece)
    return inside[1] if inside and inside[1].isupper() else ""


def _has(items: list[Item], field: str) -> bool:
    return any(item.field == field for item in items)


def _bare(printed: str) -> str:
    return IN_PARENTHESES.sub("", printed).rstrip()


def _unquoted(folded: str, start: int, until: int) -> tuple[int, int]:
    quoted = read_quoted(folded, start, until) if folded[start] in CLOSERS else None
    return (quoted.start, quoted.end) if quoted else (start, until)


HINTS = (
    "/", "papers", "f. ", "ф. ", "rg ", "record group", "box", "ms ", "mss", "arch", "sygn", "zesp", " r ", "folder", "carton", "legajo", "leg. ",
    "mappe",
)  # fmt: skip
FORM = Form("archival", read, HINTS)
