"""Laws, decrees and treaties as Russian, Ukrainian, Belarusian and Bulgarian texts cite them:

    Указ Президиума ВС СССР от 23 апреля 1957 г. «Об ответственности …» // Ведомости Верховного Совета СССР. 1956. № 9. Ст. 202
    Федеральный закон от 06.10.2003 № 131-ФЗ «Об общих принципах …» // Собрание законодательства РФ. 2003. № 40. Ст. 3822
    Про освіту : Закон України від 05.09.2017 № 2145-VIII. Відомості Верховної Ради. 2017. № 38–39. Ст. 380
    Ukaz Prezidenta RF ot 31.12.2015 No. 683 “O Strategii natsional’noi bezopasnosti”, Rossiiskaia gazeta, 31 December 2015

    act = [title ": "] kind body ["от" date] ["№" number] ["«" title "»"] ["от" date] [" // " gazette areas]

The date is that of the act, not of the gazette.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.archives import fond
from cites.forms.fields.assign import read_rest, take_address
from cites.forms.form import Context, Draft, Form, Item, has
from cites.grammar.areas import read_areas
from cites.grammar.dates import Date, find_date, read_date
from cites.grammar.gost_titles import CONTAINER, find_title
from cites.grammar.lexicon import any_of, compile_words, one_of
from cites.grammar.publisher_places import is_place
from cites.grammar.titles import Quoted, quoted_at
from cites.knowledge import load

OF_DAY = one_of("acts.of_day")
KIND = compile_words(
    rf"(?:(?P<title>(?-i:\p{{Lu}})[^;:/«»]{{6,300}}?)\s?:\s(?=(?-i:\p{{Lu}})))?(?P<kind>{one_of('acts')}(?:\s(?:и|№)\s\p{{L}}+)?)"
    rf"(?P<body>\s(?-i:[\p{{Lu}}№])[^«»„“”\";/]{{0,150}}?|(?=\s(?:{OF_DAY}|«)))(?=\s{OF_DAY}\s|\s(?:№|No\.)|\s?[«„“\"]|\s//|[,.;)]|$)"
)
DATED = compile_words(rf"\s?,?\s(?:{OF_DAY}\s(?=\d)|(?=\p{{L}}{{3,9}}\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s\p{{Latin}}{{3,9}}\s\d{{4}}))")
NUMBER = compile_words(r",?\s(?:№|No?\.?)\s?(?P<number>\d[\w./-]*(?:-\p{L}{1,4})?)")
ABOUT = compile_words(rf"\s(?P<title>{one_of('acts.about')}\s[^«»;/]{{6,200}}?)(?=\s//|\s?[;)]|\.\s|\.?$)")
CHANGED, IN_BRACKETS = any_of(load()["acts.amended"]), any_of(load()["acts.in_brackets"])
AMENDED = compile_words(rf"\s\[[^\[\]]{{6,300}}\]|\s\((?:{CHANGED}|{IN_BRACKETS})[^()]{{0,120}}\)|,?\s{CHANGED}\.[^;/«]{{0,40}}")
TREATY = compile_words(
    rf"(?P<title>{one_of('acts.treaties')}\s{one_of('acts.parties')}\s[^;«»/]{{6,200}}?)"
    rf"(?:,\s(?P<place>(?-i:\p{{Lu}})\p{{L}}+))?(?:,|\s{OF_DAY})\s(?=\d{{1,2}}\s\p{{L}}+\s\d{{4}}|\d\d?\.\d\d?\.\d{{4}})"
)
GAZETTE = regex.compile(r"(?:^|,\s)?(?P<name>\p{Lu}[\p{L}. '-]{2,70}?)(?=,?\s(?:\p{L}{1,5}\.?\s?)?\d)")
LAW_NUMBER = compile_words(r"(?:(?:no|nr|br|č|n\.[ºo])\.?\s)(?P<number>\d+(?:/(?P<year>(?:19|20)\d\d))?)")
MAX = 600  # code points of one act


def read(context: Context, at: int, end: int) -> list[Draft]:
    end = min(end, at + MAX)
    kind = KIND.match(context.folded, at, end)
    if kind is None:
        return _treaty(context, at, end)
    text = context.text
    behind, dates, stop = _behind_kind(context, kind.end(), end)
    items = [Item("type", "legislation", at, at), *behind]
    if kind["title"]:
        items = [Item.cut("title", text, kind.span("title")), *(item for item in items if item.field != "title")]
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
    return quoted_at(folded, at, end)


def _published(context: Context, at: int, items: list[Item], stop: int, end: int) -> Draft:
    """Add the gazette or the archive after " // ", and one that is known after a comma or a full stop."""
    mark = CONTAINER.match(context.folded, stop, end)
    begin = mark.end() if mark else stop + len(", ") if context.folded[stop : stop + 2] in (", ", ". ") else end
    record = fond.read_signature(context, begin, end)
    if record:
        kept = [item for item in items if item.field != "type"]
        return Draft("full", "decrees", at, record.end, [*kept, *record.items], record.locator, 0.9)
    if context.folded.startswith(", in ", stop) and (rest := read_rest(context, stop, end, titled=True)).end > stop:
        within = [item for item in rest.items if not has(items, item.field)]
        return Draft("full", "decrees", at, rest.end, [*items, *within], rest.locator, 0.9)
    title = find_title(context.folded, begin, end, inside=True)
    if mark is None and not (title and context.outlet(context.text[title.start : title.end].strip(" .,"))):
        return Draft("full", "decrees", at, take_address(context, items, stop, end), items, confidence=0.9)
    if title is None or title.by != "areas":
        return Draft("full", "decrees", at, stop, items, confidence=0.8)
    areas = read_areas(context.folded, context.text, title.after, end, context.view.breaks)
    items.append(Item("container_title", context.text[title.start : title.end].strip(" .,«»"), title.start, title.end))
    have = {item.field for item in items} | {"cited"}
    items += [item for item in areas.items if item.field not in have]
    return Draft("full", "decrees", at, areas.end, items, areas.get("cited"), 0.92)


def _treaty(context: Context, at: int, end: int) -> list[Draft]:
    """Read "Протокол между СССР и Китаем об урегулировании конфликта, Хабаровск, 21 декабря 1928 г."."""
    treaty = TREATY.match(context.folded, at, end)
    date = read_date(context.folded, treaty.end(), end) if treaty else None
    if treaty is None or date is None or not date.has_year:
        return []
    items = [Item("type", "treaty", at, at), Item.cut("title", context.text, treaty.span("title"))]
    if treaty["place"] and not is_place(treaty["title"]):
        items.append(Item("event_place", treaty["place"], *treaty.span("place")))
    items.append(Item.dated(date))
    return [_published(context, at, items, date.end, end)]


def read_gazetted(context: Context, at: int, end: int) -> list[Draft]:
    """Read a law of any country by its gazette: "Legea nr. 187/1999 privind accesul, Monitorul Oficial, nr. 603"."""
    for name in GAZETTE.finditer(context.folded, at, min(end, at + MAX)):
        start, stop = name.span("name")
        outlet = context.outlet(context.text[start:stop]) if start == at or name[0][0] == "," else None
        areas = read_areas(context.folded, context.text, stop, end, context.view.breaks) if outlet and outlet.kind == "gazette" else None
        if areas is None or not areas.items or (start == at and not areas.get("section")) or set("“‘\"«") & set(context.folded[at:start]):
            continue
        date, number = find_date(context.folded, at, start), LAW_NUMBER.search(context.folded, at, areas.end)
        items = [Item("type", "legislation", at, at), Item.cut("container_title", context.text, (start, stop))]
        items += [Item.cut("title", context.text, (at, start - len(", ")))] if start > at else []
        items += [Item.cut("number", context.text, number.span("number"))] if number and number.end() < start else []
        items += [Item.dated(date)] if date and date.has_day and date.has_year else []
        items += [Item.cut("issued", context.text, number.span("year"))] if number and number["year"] and not has(items, "issued") else []
        items += [item for item in areas.items if not has(items, item.field) and item.field != "cited"]
        return [Draft("full", "decrees", at, areas.end, items, areas.get("cited"), 0.85)]
    return []


HINTS = (
    "закон указ постан распор приказ декрет дирек инструк конститу кодекс розпор наказ дэкрэт загад пастан наредба положение догов соглаш"
    " конвенц протокол пакт декларац меморанд угода пагадн zakon ukaz postanovl raspor prikaz dekret"
)
OF_GAZETTES = "gazet gacet glasnik novine monitor dz. dziennik diári diari bolet vedomost vidomost ведомост відомост sobrani közlöny"
FORM = Form("decrees", read, HINTS.split())
GAZETTED = Form("decrees", read_gazetted, OF_GAZETTES.split())
