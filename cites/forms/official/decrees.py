"""Laws, decrees and treaties as Russian, Ukrainian, Belarusian and Bulgarian texts cite them:

    Указ Президиума ВС СССР от 24 апреля 1958 г. «Об ответственности …» // Ведомости Верховного Совета СССР. 1958. № 9. Ст. 202
    Федеральный закон от 06.10.2003 № 131-ФЗ «Об общих принципах …» // Собрание законодательства РФ. 2003. № 40. Ст. 3822
    Закон України «Про освіту» від 5 вересня 2017 р. № 2145-VIII
    Про освіту : Закон України від 05.09.2017 № 2145-VIII. Відомості Верховної Ради. 2017. № 38–39. Ст. 380
    Ukaz Prezidenta RF ot 31.12.2015 No. 683 “O Strategii natsional’noi bezopasnosti”, Rossiiskaia gazeta, 31 December 2015

    act = [title ": "] kind body ["от" date] ["№" number] ["«" title "»"] ["от" date] [" // " gazette areas]

The date is that of the act, not of the gazette.
"""

from __future__ import annotations

from cites.forms.archives import fond
from cites.forms.fields.assign import take_address
from cites.forms.form import Context, Draft, Form, Item, has
from cites.grammar.areas import read_areas
from cites.grammar.dates import Date, read_date
from cites.grammar.gost_titles import CONTAINER, find_title
from cites.grammar.lexicon import compile_words
from cites.grammar.publisher_places import is_place
from cites.grammar.titles import CLOSERS, Quoted, read_quoted

KIND = compile_words(
    r"(?P<kind>(?:федеральн(?:ый|ого)\s(?:конституционный\s)?закон|основной\sзакон|закон|указ|постановление|распоряжение"
    r"|приказ|декрет|положение"
    r"|директива|инструкция|конституция|кодекс|постанова|розпорядження|наказ|конституція|пастанова|дэкрэт|загад|наредба"
    r"|(?:federal'?n(?:yi|yy|iy)\s)?zakon|ukaz|postanovleni[ey]|postanova|raspor(?:ia|ya)zheni[ey]|prikaz)"  # in Latin letters
    r"(?:\s(?:и|№)\s\p{L}+)?)(?P<body>\s(?-i:[\p{Lu}№])[^«»„“”\";/]{0,150}?|(?=\s(?:от|від|ад|ot|«)))"
    r"(?=\s(?:от|від|ад|ot|vid)\s|\s(?:№|No\.)|\s?[«„“\"]|\s//|[,.;)]|$)"
)
TITLE_FIRST = compile_words(r"(?P<title>(?-i:\p{Lu})[^;:/«»]{6,300}?)\s?:\s(?=(?-i:\p{Lu}))")
DATED = compile_words(r"\s?,?\s(?:(?:от|від|ад|ot|vid)\s(?=\d)|(?=\p{L}{3,9}\s\d{1,2},\s\d{4}|\d{1,2}\s\p{Latin}{3,9}\s\d{4}))")
NUMBER = compile_words(r",?\s(?:№|No?\.?)\s?(?P<number>\d[\w./-]*(?:-\p{L}{1,4})?)")
ABOUT = compile_words(r"\s(?P<title>(?:об?|про|аб)\s[^«»;/]{6,200}?)(?=\s//|\s?[;)]|\.\s|\.?$)")
AMENDED = compile_words(r"\s\[[^\[\]]{6,300}\]|\s\((?:ред|в\sред|с\sизм|зі\sзм|с\sпосл)[^()]{0,120}\)|,?\s(?:с\sизм|в\sред)\.[^;/«]{0,40}")
TREATY = compile_words(
    r"(?P<title>(?:договор|соглашение|конвенция|протокол|пакт|декларация|меморандум|договір|угода|пагадненне)\s"
    r"(?:между|о|об|про|між|паміж|с)\s[^;«»/]{6,200}?)"
    r"(?:,\s(?P<place>(?-i:\p{Lu})\p{L}+))?(?:,|\s(?:от|від))\s(?=\d{1,2}\s\p{L}+\s\d{4}|\d\d?\.\d\d?\.\d{4})"
)
MAX = 600  # code points of one act


def read(context: Context, at: int, end: int) -> list[Draft]:
    end = min(end, at + MAX)
    led = TITLE_FIRST.match(context.folded, at, end)
    kind = KIND.match(context.folded, led.end(), end) if led else None
    led, kind = (led, kind) if kind else (None, KIND.match(context.folded, at, end))
    if kind is None:
        return _treaty(context, at, end)
    text = context.text
    behind, dates, stop = _behind_kind(context, kind.end(), end)
    title = [Item.cut("title", text, led.span("title"))] if led else []
    items = [Item("type", "legislation", at, at), *title, *(item for item in behind if not (led and item.field == "title"))]
    if not dates and not (has(items, "title") and CONTAINER.match(context.folded, stop, end)):
        return []
    if not has(items, "title"):
        items.append(Item.cut("title", text, (at, kind.end())))
    body = text[slice(*kind.span("body"))].strip()
    if body and not body.startswith("№"):
        items.append(Item("authority", body, *kind.span("body")))
    if dates:
        items.append(Item.dated(dates[0]))
    return [_published(context, at, items, stop, end)]


def _behind_kind(context: Context, at: int, end: int) -> tuple[list[Item], list[Date], int]:
    """Read numbers, titles and dates in whatever order: "от 24 апреля 1958 г. № 12 «Об ответственности …»"; and where they end."""
    folded, text = context.folded, context.text
    items: list[Item] = []
    dates: list[Date] = []
    while at < end:
        if date := _date(folded, at, end):
            dates.append(date)
            at = date.end
        elif number := NUMBER.match(folded, at, end):
            printed = text[slice(*number.span("number"))].rstrip(".")
            items.append(Item("number", printed, *number.span("number")))
            at = number.start("number") + len(printed)
        elif not has(items, "title") and (quoted := _quoted(folded, at, end)):
            items.append(Item.cut("title", text, (quoted.start, quoted.end)))
            at = quoted.stop
        elif dates and not has(items, "title") and (about := ABOUT.match(folded, at, end)):
            items.append(Item.cut("title", text, about.span("title")))
            at = about.end()
        elif amended := AMENDED.match(folded, at, end):
            at = amended.end()
        else:
            break
    return items, dates, at


def _date(folded: str, at: int, end: int) -> Date | None:
    led = DATED.match(folded, at, end)
    return read_date(folded, led.end(), end) if led else None


def _quoted(folded: str, at: int, end: int) -> Quoted | None:
    """Return the title in quotation marks that stands here, or behind a space."""
    at += folded.startswith(" ", at)
    return read_quoted(folded, at, end) if folded[at : at + 1] and folded[at] in CLOSERS else None


def _published(context: Context, at: int, items: list[Item], stop: int, end: int) -> Draft:
    """Add the gazette or the archive after " // ", and one that is known after a comma or a full stop."""
    mark = CONTAINER.match(context.folded, stop, end)
    record = fond.read_signature(context, mark.end(), end) if mark else None
    if record:
        kept = [item for item in items if item.field != "type"]
        return Draft("full", "decrees", at, record.end, [*kept, *record.items], record.locator, 0.9)
    begin = mark.end() if mark else stop + len(", ") if context.folded[stop : stop + 2] in (", ", ". ") else end
    title = find_title(context.folded, begin, end, inside=True)
    if mark is None and not (title and context.outlet(context.text[title.start : title.end].strip(" .,"))):
        return Draft("full", "decrees", at, take_address(context, items, stop, end), items, confidence=0.9)
    if title is None or title.by != "areas":
        return Draft("full", "decrees", at, stop, items, confidence=0.8)
    areas = read_areas(context.folded, context.text, title.after, end, context.view.breaks)
    items.append(Item("container_title", context.text[title.start : title.end].strip(" .,«»"), title.start, title.end))
    have = {item.field for item in items} | {"cited"}
    items += [Item(*item) for item in areas.items if item.field not in have]
    return Draft("full", "decrees", at, areas.end, items, areas.get("cited"), 0.92)


def _treaty(context: Context, at: int, end: int) -> list[Draft]:
    """Read "Протокол между СССР и Китаем об урегулировании конфликта, Хабаровск, 22 декабря 1929 г."."""
    treaty = TREATY.match(context.folded, at, end)
    date = read_date(context.folded, treaty.end(), end) if treaty else None
    if treaty is None or date is None or not date.has_year:
        return []
    items = [Item("type", "treaty", at, at), Item.cut("title", context.text, treaty.span("title"))]
    if treaty["place"] and not is_place(treaty["title"]):
        items.append(Item("event_place", treaty["place"], *treaty.span("place")))
    items.append(Item.dated(date))
    return [_published(context, at, items, date.end, end)]


FORM = Form(
    "decrees",
    read,
    ("закон", "указ", "постан", "распор", "приказ", "декрет", "дирек", "инструк", "конститу", "кодекс", "розпор", "наказ", "дэкрэт",
     "загад", "пастан", "наредба", "положение", "догов",
     "соглаш", "конвенц", "протокол", "пакт", "декларац", "меморанд", "угода", "пагадн",
     "zakon", "ukaz", "postanovl", "raspor", "prikaz"),
)  # fmt: skip
