"""Chinese and Japanese works:

    薛衔天：《中东铁路护路军》，北京：社会科学文献出版社，1993年，第56页
    麻田雅文『中東鉄道経営史』名古屋大学出版会、2012年、78頁.

Source: GB/T 7714-2015; the usual form of Japanese historical journals.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
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


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    stop = folded.find(";", at, end)
    match = WORK.match(folded, at, end if stop < 0 else stop)
    if match is None:
        return []
    items: list[Item] = []
    if match["author"]:
        japanese = folded[match.start("title") - 1] == "『"
        items += [
            Item("author", to_name(name, japanese=japanese), *match.span("author"))
            for name in text[slice(*match.span("author"))].replace("、", ",").split(",")
        ]
    for field, group in (("title", "title"), ("container_title", "container")):
        if match[group]:
            items.append(Item.cut(field, text, match.span(group)))
    at_rest, finish = match.start("rest"), match.start("rest")
    locator = ""
    for field, pattern in (("publisher", PLACE), ("publisher", PUBLISHER)):
        found = pattern.match(folded, at_rest, match.end())
        if found and not any(item.field == field for item in items):
            items.append(Item(field, text[slice(*found.span("publisher"))].strip(), *found.span("publisher")))
            if "place" in found.groupdict() and found["place"]:
                items.append(Item.cut("publisher_place", text, found.span("place")))
            finish = found.end()
    for index in range(at_rest, match.end()):
        if (
            folded[index].isdigit()
            and not folded[index - 1].isdigit()
            and (date := read_date(folded, index, match.end()))
            and date.has_year
        ):
            items.append(Item("issued", date.value, date.start, date.end))
            finish = max(finish, date.end)
            break
    for field, pattern in (("issue", ISSUE), ("volume", VOLUME), ("page", CJK_PAGES)):
        if found := pattern.search(folded, at_rest, match.end()):
            locator = text[slice(*found.span("page"))] if field == "page" else locator
            if field != "page" or match["container"]:
                items.append(Item.cut(field, text, found.span(field)))
            finish = max(finish, found.end())
    for index in (folded.find("http", at_rest, match.end()),):
        if index > 0 and (url := read_url(text, index, match.end(), context.view.breaks)):
            items.append(Item("url", url.value, url.start, url.end))
            finish = max(finish, url.end)
    if not match["author"] and not match["container"] and context.outlet(match["title"]):  # 《人民日报》,2018年1月27日
        items = [item._replace(field="container_title") if item.field == "title" else item for item in items]
    known = any(item.field in ("issued", "publisher") for item in items)
    if not known and not locator:
        return []
    return [Draft("full" if known else "short", "cjk", at, finish if finish > at_rest else match.start("rest"), items, locator, 0.9)]


def to_name(printed: str, *, japanese: bool) -> Name:
    """Part family from given name: one character in Chinese, mostly two in Japanese."""
    cut = 2 if japanese and len(printed) > 2 else 1
    return Name(family=printed) if len(printed) < 3 and japanese else Name(family=printed[:cut], given=printed[cut:])


FORM = Form("cjk", read, ("《", "『", "「"))
