"""Chinese and Japanese works:

    薛衔天：《中东铁路护路军》，北京：社会科学文献出版社，1993年，第56页
    麻田雅文『中東鉄道経営史』名古屋大学出版会、2012年、78頁.

Source: GB/T 7714-2015; the usual form of Japanese historical journals.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item, has
from cites.grammar.dates import read_date
from cites.grammar.locators import CJK_PAGES
from cites.grammar.urls import read_url
from cites.model import Name

WORK = regex.compile(
    r"(?P<author>[\p{Han}\p{Hiragana}\p{Katakana}·・]{2,12}(?:,[\p{Han}]{2,4})*)?(?:主?[编編著])?\s?:?\s?[《『「](?P<title>[^》』」]*"
    r"(?:「[^」]*」[^》』」]*)*)[》』」]"
    r"(?:\s?,?\s?[《『](?P<container>[^》』]+)[》』])?(?P<rest>.*)"
)
PLACE = regex.compile(r"[\s,(]*(?P<place>\p{Han}{2,6})\s?:\s?(?P<publisher>[^,]+)")
PUBLISHER = regex.compile(r"[\s,(]*(?P<publisher>[\p{Han}\p{Katakana}\p{Hiragana}]{2,20}(?:社|会|局|館|馆|院|房|店|出版))")
ISSUE = regex.compile(r"第?(?P<issue>\d+)\s?[期号號]")
VOLUME = regex.compile(r"第?(?P<volume>\d+)\s?[卷巻]")
NUMBER = regex.compile(r"\d+")


Found = tuple[list[Item], int]  # what was read, and where it ends


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    stop = folded.find(";", at, end)
    match = WORK.match(folded, at, end if stop < 0 else stop)
    if match is None:
        return []
    begin, end = match.span("rest")
    found = [read_part(context, begin, end) for read_part in REST]
    rest, finish = [item for items, _ in found for item in items], max(stop for _, stop in found)
    locator = next((str(item.value) for item in rest if item.field == "page"), "")
    if not match["container"]:
        rest = [item for item in rest if item.field != "page"]
    is_known = has(rest, "issued") or has(rest, "publisher")
    if not is_known and not locator:
        return []
    items = [*_heading(context, match), *rest]
    if not match["author"] and not match["container"] and context.outlet(match["title"]):  # 《人民日报》,2018年1月27日
        items = [item._replace(field="container_title") if item.field == "title" else item for item in items]
    return [Draft("full" if is_known else "short", "cjk", at, finish, items, locator, 0.9)]


def _heading(context: Context, match: regex.Match[str]) -> list[Item]:
    """Read who wrote what, and what it is part of."""
    items: list[Item] = []
    if match["author"]:
        is_japanese = context.folded[match.start("title") - 1] == "『"
        printed = context.text[slice(*match.span("author"))].replace("、", ",").split(",")
        items = [Item("author", to_name(name, japanese=is_japanese), *match.span("author")) for name in printed]
    groups = {"title": "title", "container": "container_title"}
    return items + [Item.cut(field, context.text, match.span(group)) for group, field in groups.items() if match[group]]


def _publisher(context: Context, at: int, end: int) -> Found:
    """Read "北京:世界知识出版社" or "岩波書店"."""
    text = context.text
    placed = PLACE.match(context.folded, at, end)
    found = placed or PUBLISHER.match(context.folded, at, end)
    if found is None:
        return [], at
    items = [Item("publisher", text[slice(*found.span("publisher"))].strip(), *found.span("publisher"))]
    return items + ([Item.cut("publisher_place", text, placed.span("place"))] if placed else []), found.end()


def _date(context: Context, at: int, end: int) -> Found:
    """Read the first date that has a year."""
    for number in NUMBER.finditer(context.folded, at, end):
        date = read_date(context.folded, number.start(), end)
        if date and date.has_year:
            return [Item("issued", date.value, date.start, date.end)], date.end
    return [], at


def _numbers(context: Context, at: int, end: int) -> Found:
    """Read "第3期", "第12卷", "第5页"."""
    patterns = {"issue": ISSUE, "volume": VOLUME, "page": CJK_PAGES}
    found = {field: match for field, pattern in patterns.items() if (match := pattern.search(context.folded, at, end))}
    items = [Item.cut(field, context.text, match.span(field)) for field, match in found.items()]
    return items, max((match.end() for match in found.values()), default=at)


def _address(context: Context, at: int, end: int) -> Found:
    begin = context.folded.find("http", at, end)
    url = read_url(context.text, begin, end, context.view.breaks) if begin > 0 else None
    return ([Item("url", url.value, url.start, url.end)], url.end) if url else ([], at)


REST = (_publisher, _date, _numbers, _address)  # what may follow the titles


def to_name(printed: str, *, japanese: bool) -> Name:
    """Part family from given name: one character in Chinese, mostly two in Japanese."""
    cut = 2 if japanese and len(printed) > 2 else 1
    return Name(family=printed) if len(printed) < 3 and japanese else Name(family=printed[:cut], given=printed[cut:])


FORM = Form("cjk", read, ("《", "『", "「"))
