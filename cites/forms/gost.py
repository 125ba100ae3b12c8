"""Works as they are described by GOST R 7.0.5 and 7.1, in notes and in lists, with points and dashes missing or doubled:

    Артюхов Е.Т., Водолеев Е.Г. Хозяйственная политика // ЭКО. 2002. № 8. С. 152–171
    Президиум ЦК КПСС. 1953–1963 / гл. ред. А.А. Фирсенко. М.: РОССПЭН, 2002. Т. 1. С. 1011
    Мерзлякова В.Е. Райисполкомы: дис. … канд. ист. наук. Екатеринбург, 2005
    Правда. 1956. 7 апреля. С. 4
    Merl S. Krise des Stalinismus // Cahiers du Monde russe. 1995. Vol. 36. No. 1–2. P. 9

    work        = [people] title [genre] [" / " responsibility] [" // " container [" / " responsibility]] areas
    short form  = people title pages, or a title that was met

Areas are those of `grammar/areas.py`. What has no container, no imprint and no year is a short form, or nothing.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.archives import fond
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.short.supra import is_again
from cites.grammar.areas import begins_areas, read_areas
from cites.grammar.dates import read_date
from cites.grammar.gost_names import read_heading, read_responsibility
from cites.grammar.gost_titles import GENRE, Title, after_title, bare_title, find_title
from cites.grammar.lexicon import compile_words, leading
from cites.grammar.names import People
from cites.grammar.person import is_given
from cites.grammar.printed import Tail

CYRILLIC_TITLE = regex.compile(r"[«“„\"]?(?:\d{1,3}\s)?(?:\p{Cyrillic}\p{L}*|[IVXLC]+\s\p{Cyrillic})")
CAPITAL = regex.compile(r"[«“„\"]?[\p{Lu}\d]")
SAME = compile_words(r"(?:он\sже|она\sже|они\sже|його\sж|він\sже|вона\sж|ён\sжа|idem|его\sже|ее\sже|её\sже)[.,:]?\s(?=[\p{Lu}«])")
SAME_WORDS = frozenset("он она они його він вона ён idem его ее её".split())
FAMILY_ALONE = regex.compile(r"(?P<family>\p{Cyrillic}[\p{L}-]+)[.,]\s(?=[\p{Lu}«])")
DAY = regex.compile(r"(?<!\d)\d{1,2}(?=[\s.])")
NEWS = regex.compile(r"[^.,;/]{3,60}")  # a newspaper by its name alone
COMMA_NAME = regex.compile(r"\p{Lu}[\p{L}'-]+,")  # "Solomon, S.": a list of another style
INITIAL = regex.compile(r"\p{Lu}\.")
STRAIGHT_NAME = regex.compile(r"\p{Lu}[\p{L}'-]+(?:,|\s(?:and|und|et)\s)")  # "Paul R. Josephson, Red Atom": no family name came first
POINTS_BACK = compile_words(r"(?:указ|ук|цит|назв|зазн|зазнач|вказ|пос|тв)\.\s(?:соч|раб|ст|пр|изд|вид|произв|праця|съч|пер)")  # Указ. соч.
IN_PARENTHESES = regex.compile(r"\s\(\p{Lu}[^():;]{0,30}:\s[^():;]{2,80},\s(?:1[5-9]|20)\d\d\)(?=,\s|\.?$)")  # (М.: Наука, 1991), с. 188
ARTICLE = regex.compile(
    regex.shapes(
        ("«Реки», Новый мир, 1968", r"[«“„\"][^«»“”„\"]{3,200}[»”\"],\s\p{Lu}[^,;:()«»]{2,60},\s(?:1[89]|20)\d\d(?!\d)"),
        (
            "“Реки,” Новый мир 84, № 9 (2014): ",
            r"[«“„\"][^«»“”„\"]{3,200}(?:,[»”\"]|[»”\"],)\s\p{Lu}[^;:()«»]{2,80}\s\((?:\p{L}+\s)?(?:1[89]|20)\d\d\)(?:[:,]\s|\.?$)",
        ),
        ("1993, L", r"(?:1[89]|20)\d\d,\s\p{Lu}"),  # the year stands before the title
    )
)
SURE = 0.75  # evidence that a name is an outlet's
SIGN = regex.compile(r"(?<!:)//\s?[\p{L}«“\"]")  # before a container
MAX = 700  # code points of one work


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    end = min(end, at + MAX)
    heading, begin = _heading(context, at, end)
    if heading is None and not CAPITAL.match(folded, begin, end):
        return []
    is_cyrillic = bool(CYRILLIC_TITLE.match(folded, at, end))
    is_parted = "//" in folded[at:end] and SIGN.search(folded, at, end) is not None
    if not (is_cyrillic or is_parted or _is_latin_heading(folded, at, begin, end)):
        return []
    title = None if ARTICLE.match(folded, begin, end) else find_title(folded, begin, end)
    if title is None or title.end - title.start < 2 or is_again(context, begin, title.end + 1):  # Кузьменко, Щеглова, указ. соч.
        return []
    if IN_PARENTHESES.search(folded, begin, context.piece_end(at, end, MAX)):
        return []
    if POINTS_BACK.match(folded, begin, end) or begins_areas(folded, begin, end, comma=True):
        return []
    return _work(context, at, heading, title, end, is_cyrillic=is_cyrillic)


def _heading(context: Context, at: int, end: int) -> tuple[People | None, int]:
    same = SAME.match(context.folded, at, end) if leading(context.folded, at) in SAME_WORDS else None
    if same:
        return (People(context.known.authors, same.end()), same.end()) if context.known.authors else (None, end)
    heading = read_heading(context.folded, context.text, at, end)
    alone = None if heading else FAMILY_ALONE.match(context.folded, at, end)
    if alone and (name := context.known.people.get(context.text[slice(*alone.span("family"))])):
        heading = People((name,), alone.end())  # Хлевнюк. Политбюро. С. 100
    return heading, heading.end if heading else at


def _is_latin_heading(folded: str, at: int, begin: int, end: int) -> bool:
    """True for "Merl S. "; not for "Solomon, S. " and "H.-G. Gadamer, ", and not for the beginning of "Paul R. Josephson, Red Atom"."""
    if begin == at or INITIAL.match(folded, at) or COMMA_NAME.match(folded, at, begin) or STRAIGHT_NAME.match(folded, begin, end):
        return False
    return not is_given(folded[at:begin].split(" ")[0])


def _work(context: Context, at: int, heading: People | None, title: Title, end: int, *, is_cyrillic: bool) -> list[Draft]:
    folded, text = context.folded, context.text
    items = [Item(heading.role, name, at, heading.end) for name in heading.names] if heading else []
    kind, by, stop = "book", title.by, title.after
    items.append(Item("title", bare_title(text[title.start : title.end]), title.start, title.end))
    if by == "genre" and (genre := GENRE.match(folded, title.end, end)):
        items.append(Item.cut("genre", text, genre.span("genre")))
        kind = "thesis"
        by, stop = after_title(folded, stop, end)
    if by == "responsibility":
        roles = read_responsibility(folded, text, stop, end)
        if roles is None:
            return []
        items += [item for item in roles.items if not (heading and item.field == "author")]
        by, stop = after_title(folded, roles.end, end)
    if by == "container":
        return _contained(context, at, items, stop, end)
    areas = read_areas(folded, text, stop, end, context.view.breaks) if by == "areas" else Tail((), stop)
    record = fond.read_signature(context, areas.end + 2, end) if folded.startswith(", ", areas.end) else None
    if record:  # Н. С. Хрущев, «Пути решения проблемы», 21 января 1953 г., РГАНИ, ф. 2, оп. 1
        dated = [item for item in areas.items if item.field == "issued"]
        return [Draft("full", "gost", at, record.end, [*items, *dated, *record.items], record.locator, 0.9)]
    return _published(context, at, items, areas, kind, led=heading is not None, is_cyrillic=is_cyrillic)


def _contained(context: Context, at: int, items: list[Item], start: int, end: int) -> list[Draft]:
    """Read what follows " // ": a periodical, a collection, a gazette, or a file in an archive."""
    folded, text = context.folded, context.text
    record = fond.read_signature(context, start, end)
    if record:
        items = _dated(folded, items)
        return [Draft("full", "gost", at, record.end, [*items, *record.items], record.locator, 0.9)]
    heading = read_heading(folded, text, start, end)
    title = find_title(folded, heading.end if heading else start, end, inside=True)
    if title is None or title.by in ("genre", "break", "container"):
        return []
    roles = read_responsibility(folded, text, title.after, end) if title.by == "responsibility" else None
    if title.by == "responsibility" and roles is None:
        return []
    items.append(Item("container_title", bare_title(text[title.start : title.end]), title.start, title.end))
    items += [item for item in roles.items if item.field != "author"] if roles else []
    areas = read_areas(folded, text, roles.end if roles else title.after, end, context.view.breaks)
    if not (areas.get("issued") or areas.get("url")):
        return []
    fields = [item for item in areas.items if item.field != "cited"]
    if areas.get("publisher_place") or roles:
        items.append(Item("type", "chapter", at, at))
    return [Draft("full", "gost", at, areas.end, [*items, *fields], areas.get("cited"), 0.92)]


def _dated(folded: str, items: list[Item]) -> list[Item]:
    """Part the date from the title of a record: "Записка Н. С. Хрущева, 12 января 1957 г."."""
    title = items[-1]
    dates = (read_date(folded, match.start(), title.end) for match in DAY.finditer(folded, title.start, title.end))
    date = next((date for date in dates if date and not folded[date.end : title.end].strip(" .,гр")), None)
    if date is None or not (date.has_day and date.has_year) or title.field != "title":
        return items
    name = title._replace(value=str(title.value)[: date.start - title.start].rstrip(" ,."))
    return [*items[:-1], name, Item.dated(date)]


def _published(context: Context, at: int, items: list[Item], areas: Tail, kind: str, *, led: bool, is_cyrillic: bool) -> list[Draft]:
    """Read what stands alone: a book, a thesis, a newspaper by its name, or a short form."""
    title = next(item for item in items if item.field == "title")
    locator = areas.get("page") or areas.get("cited")
    fields = [item for item in areas.items if item.field not in ("page", "cited")]
    books = [item._replace(field="volume") if item.field == "issue" and not areas.get("volume") else item for item in fields]
    placed, dated = areas.get("publisher_place"), areas.get("issued")
    if (placed and dated) or (led and dated and is_cyrillic) or (kind == "thesis" and dated):
        if not led and not placed:
            return []
        return [Draft("full", "gost", at, areas.end, [*items, *books, Item("type", kind, at, at)], locator, 0.92 if placed else 0.7)]
    if not led and dated and (areas.get("issue") or len(dated) > 4) and NEWS.fullmatch(str(title.value)):
        name = title._replace(field="container_title")
        pages = [item for item in areas.items if item.field == "page"]
        return [Draft("full", "gost", at, areas.end, [name, *fields, *pages], areas.get("cited"), 0.9)]
    met = context.known.has_title(str(title.value))
    if locator and not dated and is_cyrillic and (led or met):
        known = met or all(context.known.has(item.value) for item in items if item.field == "author")
        return [Draft("short", "gost", at, areas.end, [*items, *fields], locator, 0.9 if known else 0.7)]
    return []


FORM = Form("gost", read, (". ", "//", ", 1", ", 2"))
