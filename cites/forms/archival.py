"""Records in archives and numbered documents: "RGASPI, f. 17, op. 3, d. 45, l. 12", "TNA, FO 371/12345", "UN Doc. S/RES/1373"."""

from __future__ import annotations

import regex

from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import find_date

ARCHIVE = r"(?P<archive>(?:\p{Lu}[\p{L}.'-]*\s?(?:\([A-Z]{2,8}\))?|(?:of|the|der|des|du|de|and|für|for)\s){1,8})"
PLACE = (
    r"(?P<place>"
    r"(?:f(?:ond)?\.|ф\.)\s?\d+[\w-]*,?\s(?:op\.|оп\.)\s?\d+\w*(?:,?\s(?:(?:d|l|ll|k|p|д|л|лл|к)\.\s?[\d-]+(?:\s?ob\.?)?))*"  # f. 17, op. 3, d. 45, l. 12
    r"|(?:RG|Record\sGroup)\s?\d+[\w.]*(?:,\s(?:[\p{L}\s.-]{2,40})?\d[\w./-]*){0,6}"  # RG 59, Box 12
    r"|(?:FO|CAB|PREM|WO|CO|DEFE|FCO|HO|T|ADM|AIR|KV|DO)\s?\d+/\d+[\w/.-]*"  # FO 371/12345
    r"|(?:B\s?Arch|R|N|NL|B|PA\sAA)\s?\d+/\d+"
    r"|(?:B|b)ox\s\d+(?:,\s(?:[Ff]older|[Ff]ile)\s[\w.]+)?"
    r")"
)
RECORD = regex.compile(rf"(?:(?P<title>[^,;]{{4,140}}),\s(?:(?:\d{{1,2}}\s\p{{Lu}}\p{{L}}+\s\d{{4}}|\p{{Lu}}\p{{L}}+\s\d{{1,2}},\s\d{{4}}),\s)?)?{ARCHIVE}(?:\s?\([^)]{{2,80}}\))?,\s(?:[^;]{{0,60}}?,\s)?{PLACE}")
DIRECT = regex.compile(rf"{ARCHIVE}(?:\s?\([^)]{{2,80}}\))?,\s{PLACE}")
SERIES = regex.compile(
    r"(?P<series>Foreign\sRelations\sof\sthe\sUnited\sStates(?:\s\(FRUS\))?|FRUS|Documents\son\sBritish\sPolicy\sOverseas|DBPO)(?P<rest>[^;]{0,200})"
)
UN_NUMBER = regex.compile(r"(?:UN|U\.N\.)\s(?:Doc(?:ument|\.)?s?)\.?\s?(?P<number>[A-Z]+/[\w/.()-]*\w)|(?P<number>(?:S|A|E|CCPR|CERD|HRC|A/HRC|UNEP|TD|CD|NPT|FCCC|INFCIRC)/[\w/.()-]*\d[\w/.()-]*)")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    stop = folded.find(";", at, end)
    stop = end if stop < 0 else stop
    match = DIRECT.match(folded, at, stop) or RECORD.match(folded, at, stop)
    if match is None:
        return _numbered(context, at, stop)
    place = Item("archive_location", text[match.start("place") : match.end("place")].strip(), *match.span("place"))
    items = [Item("archive", text[match.start("archive") : match.end("archive")].strip(" ,"), *match.span("archive")), place, Item("type", "document", at, at)]
    if match.groupdict().get("title"):
        items.append(Item("title", text[match.start("title") : match.end("title")].strip("“”\"‘’ "), *match.span("title")))
    date = find_date(folded, at, match.end())
    if date and date.has_year and date.has_month:
        items.append(Item("issued", date.value, date.start, date.end))
    finish = match.end()
    while finish > at and folded[finish - 1] in " ,.":
        finish -= 1
    return [Draft("full", "archival", at, finish, items, confidence=0.9)]


def _numbered(context: Context, at: int, stop: int) -> list[Draft]:
    """Read a document of the United Nations: title, date and number in any order."""
    folded, text = context.folded, context.text
    number = UN_NUMBER.search(folded, at, min(stop, at + 320))
    if number is None or "“" in folded[at : number.start()] and "”" not in folded[at : number.start()]:
        return []
    head = folded[at : number.start()]
    if regex.search(r"[.]\s\p{Lu}\p{Ll}{3,}\s\p{Ll}", head):
        return []
    items = [Item("number", text[number.start("number") : number.end("number")], *number.span("number"))]
    finish = number.end()
    date = find_date(folded, at, number.start()) or find_date(folded, number.end(), min(stop, number.end() + 40))
    if date and date.has_year:
        items.append(Item("issued", date.value, date.start, date.end))
        finish = max(finish, date.end)
    first = min([number.start(), *([date.start] if date else [])])
    name_end = first
    while name_end > at and folded[name_end - 1] in " ,(":
        name_end -= 1
    body, comma, rest = folded[at:name_end].partition(", ")
    from cites.model import Name

    if comma and rest:
        items.append(Item("author", Name(literal=text[at : at + len(body)]), at, at + len(body)))
        begin = at + len(body) + 2
        items.append(Item("title", text[begin:name_end].strip("“”\"‘’ ,"), begin, name_end))
    elif name_end > at + 2:
        items.append(Item("title", text[at:name_end].strip("“”\"‘’ ,"), at, name_end))
    tail = context.tail(finish, stop)
    for item in tail.items:
        if item.field in ("url", "accessed"):
            items.append(Item(*item))
            finish = max(finish, item.end)
    if finish < stop and folded[finish] == ")" and folded[at:finish].count("(") > folded[at:finish].count(")"):
        finish += 1
    return [Draft("full", "archival", at, finish, [*items, Item("type", "document", at, at)], confidence=0.85)]


FORM = Form("archival", read)
