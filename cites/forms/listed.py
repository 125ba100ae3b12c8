"""A work in a note that is printed as in a bibliography, family name first: "Романов Б. А. Россия в Маньчжурии. Л.: Изд-во, 1928. С. 83",
and Russian newspapers: "Правда. 1924. 4 июня".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.entry import read_stretch
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.titled import is_body
from cites.grammar.dates import read_date

INITIALS = r"(?:\p{Lu}\.[\s-]?){1,3}"
LATIN = rf"\p{{Lu}}[\p{{L}}'-]+,\s{INITIALS}"  # Solomon, S.
CYRILLIC = rf"\p{{Cyrillic}}[\p{{Cyrillic}}'-]+,?\s{INITIALS}"  # Романов Б. А.
HEAD = regex.compile(rf"(?:{LATIN}|{CYRILLIC})(?:,\s(?:{LATIN}|{CYRILLIC}))*(?:,?\s&\s{LATIN})?(?:\set\sal\.\s)?(?=\s?[\p{{Lu}}«“\"//(])")
FAMILY = r"\p{Lu}[\p{L}'-]+"
ABBREVIATED = regex.compile(  # Vancouver: "Molina MJ, Rowland FS. Stratospheric sink …", not "Oles M. Smolansky"
    rf"(?:{FAMILY}\s\p{{Lu}}{{2,3}}|{FAMILY}\s\p{{Lu}}(?=,))(?:,\s{FAMILY}\s\p{{Lu}}{{1,3}})*(?:,\set\sal)?\.\s(?=\p{{Lu}}[^.]{{10,300}}\.\s)"
)
COLLECTION = regex.compile(r"\p{Cyrillic}[^.;]{4,150}\.\s(?:(?:Т|Кн|Ч|Вып)\.\s?[\w]+\.\s)?\p{Lu}\p{Ll}*\.?(?:;\s\p{Lu}\.)?:\s")
BODY = regex.compile(  # World Meteorological Organization. Scientific Assessment of Ozone Depletion: 2018. …
    r"(?P<name>\p{Lu}[^.,;:()“”\"\d]{6,80})\.\s(?=\p{Lu}[^.;“”\"]{10,200}\.\s\p{Lu}[^;]{4,160}(?:1[5-9]|20)\d\d)"
)
NEWSPAPER = regex.compile(r"(?P<name>\p{Cyrillic}[\p{Cyrillic} -]{2,40})\.\s(?=(?:1[89]|20)\d\d\.\s\d)")
# "“Title”. Site. 7 September 2017." and "Ebuchi, Naoto; Fukamachi, Yasushi (2006). …", as in Wikipedia.
WIKI = regex.compile(
    r"[“\"][^“”\"]{4,300}[”\"]\.\s\p{Lu}|(?:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s[^()“”\"]{1,240}?"
    r"|\p{Lu}[^.()“”\"]{2,120}?)\s\((?:\d{1,2}\s\p{L}+\s)?(?:\p{L}+\s(?:\d{1,2},\s)?)?\d{4}[a-h]?\)\.\s"
)
STOP = regex.compile(r";\s|\.\s(?=(?:См|Ср|Там же|Цит)\b)|$")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    newspaper = NEWSPAPER.match(folded, at, end)
    if newspaper and (date := read_date(folded, newspaper.end(), end)):
        items = [
            Item("container_title", text[slice(*newspaper.span("name"))], *newspaper.span("name")),
            Item("issued", date.value, date.start, date.end),
        ]
        return [Draft("full", "listed", at, date.end, items, confidence=0.9)]
    if WIKI.match(folded, at, end):
        return read_stretch(context, at, end)
    body = BODY.match(folded, at, end)
    if not any(pattern.match(folded, at, end) for pattern in (HEAD, ABBREVIATED, COLLECTION)) and not (body and is_body(body["name"], context)):
        return []
    stop = STOP.search(folded, at, end)
    return read_stretch(context, at, stop.start() if stop else end)


FORM = Form("listed", read, (". ",))
