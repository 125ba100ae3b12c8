"""Chinese and Japanese works:

    薛衔天：《中东铁路护路军》，北京：社会科学文献出版社，1993年，第56页
    杜威·佛克马：《走向新世界主义》，王宁、薛晓源主编：《全球化与后殖民批评》，北京：中央编译出版社，1999年
    麻田雅文『中東鉄道経営史』名古屋大学出版会、2012年、78頁.

Source: GB/T 7714-2015; the usual form of Japanese historical journals.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item, changed, has, value_of
from cites.forms.links.linked_title import read_linked_title
from cites.grammar.dates import Date, read_date
from cites.grammar.lexicon import any_of
from cites.grammar.locator_shapes import CJK_PAGES
from cites.grammar.patterns import read_patterns
from cites.grammar.syllabic_names import split_syllabic
from cites.grammar.urls import read_url
from cites.knowledge import load

POINTED, WORK, PLACE, PUBLISHER, THESIS, ISSUE, VOLUME = read_patterns("cjk", "POINTED WORK PLACE PUBLISHER THESIS ISSUE VOLUME")
BARE_PAGES, LATER_PAGE, PRINT, KEEPER, ANOTHER = read_patterns("cjk", "BARE_PAGES LATER_PAGE PRINT KEEPER ANOTHER")
PAPER_BEHIND, SHORT_PAPER = read_patterns("cjk", "PAPER_BEHIND SHORT_PAPER")
SIGNAL = regex.compile(rf"{any_of(load()['signals.leading'])}[:,]?(?=\p{{Han}})")  # 参见沈志华主编, without a space
BARE = 0.6  # how sure a title alone is a source, which may be what the sentence is about
KNOWN = 0.9  # evidence that a name is a paper's
NUMBER = regex.compile(rf"{any_of(load().eras)}(?:\d+|元)|\d+")
Found = tuple[list[Item], int]  # what was read, and where it ends


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    stop = folded.find(";", at, end)
    at = led.end() if (led := SIGNAL.match(folded, at, end)) else at
    if (dated := _behind_day(context, at, end)) or read_linked_title(context, at, end):  # [北海道で「大火」](https://…)
        return dated
    pointed = POINTED.match(folded, at, end)
    match = WORK.match(folded, pointed.end() if pointed else at, end if stop < 0 else stop)
    if match is None:
        return []
    begin, last = match.span("rest")
    another = ANOTHER.search(folded, begin, last)
    end, stop = (another.start("joint"), last) if another else (last, last)
    found = [read_part(context, begin, end) for read_part in REST]
    rest, finish = [item for items, _ in found for item in items], max(stop for _, stop in found)
    locator = value_of(rest, "page")
    told = {"issued" if match["issued"] else "", "" if match["container"] else "page", "volume" if match["volume"] else ""}
    rest = [item for item in rest if item.field not in told]
    is_known = match["issued"] is not None or has(rest, "issued") or has(rest, "publisher")
    if pointed and not is_known:  # 前掲『青函連絡船』
        return [Draft("short", "cjk", at, finish, _heading(context, match), locator, 0.9)]
    is_bare = context.kind == "inline" and begin == end and folded[match.start("title") - 1] in "《『"  # (坂本幸四郎『青函連絡船』)
    if not is_known and not locator and not is_bare:
        return []
    items = _typed(context, match, rest, locator, is_known=is_known)
    first = Draft("full" if is_known or is_bare else "short", "cjk", at, finish, items, locator, BARE if is_bare else 0.9)
    return [first, *(read(context, another.end(), stop) if another else [])]


def _typed(context: Context, match: regex.Match[str], rest: list[Item], locator: str, *, is_known: bool) -> list[Item]:
    """Return the fields with what kind of work they make: an article of a paper, a book, a part of one."""
    items = [*_heading(context, match), *rest]
    day = "-" in value_of(rest, "issued")
    paper = context.outlet(match["title"]) or (day and (locator or context.evidence(match["title"]) >= KNOWN)) or has(rest, "issue")
    is_whole = not (match["author"] or match["container"] or has(rest, "publisher") or has(rest, "archive"))
    if is_whole and paper:  # 《人民日报》,2018年1月27日
        items = changed(items, "title", field="container_title")
    elif match["author"] and not match["container"] and is_known and context.press(match["author"]):  # 中央社，「…」
        items = changed(items, "author", field="container_title", value=match["author"])
    elif (
        (has(rest, "publisher") and not has(rest, "genre"))
        or match.start("title") > match.start("container") > 0
        or (not match["container"] and not day and (match["volume"] or context.folded[match.start("title") - 1] == "『"))
    ):
        items.append(Item("type", "chapter" if match["container"] else "book", match.start(), match.start()))
    return items


def _behind_day(context: Context, at: int, end: int) -> list[Draft]:
    """Read a paper behind its days, each of which is a citation: "昭和29年10月2日・5日付け「函新」"."""
    first = read_date(context.folded, at, end)
    paper = PAPER_BEHIND.match(context.folded, first.end, end) if first and first.has_day else None
    if first is None or paper is None or not (context.evidence(paper["container"]) >= KNOWN or SHORT_PAPER.fullmatch(paper["container"])):
        return []  # 5月5日の「こどもの日」 · 3月3日付け「通知」
    more = [(start, stop + 1, f"{first.value[:-2]}{int(context.folded[start:stop]):02d}") for start, stop in paper.spans("day")]
    days = [first, *(Date(*day) for day in more)]
    named = Item.each(context.text, paper, "page", container_title="container")
    days[-1] = days[-1]._replace(end=paper.end())
    return [Draft("full", "cjk", day.start, day.end, [*named, Item.dated(day)], paper["page"] or "", 0.9) for day in days]


def _heading(context: Context, match: regex.Match[str]) -> list[Item]:
    """Read who wrote what, and what it is part of."""
    is_japanese = context.folded[match.start("title") - 1] in "『「"
    items: list[Item] = []
    for group in ("author", "translator", "editor"):
        if match[group]:
            start, end = match.span(group)
            end = match.start("role") if group == "author" and match["role"] else end
            written = group != "author" or not match["role"] or match["role"].strip(" ()") in "著撰"
            names = split_syllabic(context.text[start:end], japanese=is_japanese)
            items += [Item(group if written else "editor", name, start, end) for name in names]
    items += Item.each(context.text, match, "issued", "year_letter", "title", container_title="container")
    numbered = VOLUME.match(context.folded, *match.span("volume")) if match["volume"] else None
    return [*items, Item.cut("volume", context.text, numbered.span("volume"))] if numbered else items


def _publisher(context: Context, at: int, end: int) -> Found:
    """Read "北京:世界知识出版社" or "岩波書店"."""
    text = context.text
    if thesis := THESIS.match(context.folded, at, end):
        return Item.each(text, thesis, "genre", "publisher"), thesis.end()
    placed = PLACE.match(text, at, end)
    found = placed or PUBLISHER.match(context.folded, at, end)
    if found is None:
        return [], at
    items = [Item("publisher", text[slice(*found.span("publisher"))].strip(), *found.span("publisher"))]
    return items + ([Item.cut("publisher_place", text, placed.span("place"))] if placed else []), found.end()


def _date(context: Context, at: int, end: int) -> Found:
    """Read the first date that has a year."""
    for number in NUMBER.finditer(context.folded, at, end):
        date = read_date(context.folded, number.start(), end)
        if date and (date.has_year or (date.has_day and context.kind == "inline")):
            kind = PRINT.match(context.folded, date.end, end)  # 1975年标点本
            return [Item.dated(date)], kind.end() if kind else date.end
    return [], at


def _keeper(context: Context, at: int, end: int) -> Found:
    """Read "外交部档案馆,档号109-00765-02", and "北洋档案 1011-5961,中国第二历史档案馆藏"."""
    kept = KEEPER.match(context.folded, at, end)
    return (Item.each(context.text, kept, "archive", archive_location="where"), kept.end()) if kept else ([], at)


def _numbers(context: Context, at: int, end: int) -> Found:
    """Read "第3期", "第12卷", "第5页"."""
    patterns = {"issue": ISSUE, "volume": VOLUME, "page": CJK_PAGES}
    found = {field: match for field, pattern in patterns.items() if (match := pattern.search(context.folded, at, end))}
    if "page" not in found and (later := LATER_PAGE.search(context.folded, at, end)):
        found["page"] = later
    if not found and (bare := BARE_PAGES.match(context.folded, at, end)):
        found = {"page": bare}
    items = [Item.cut(field, context.text, match.span(field)) for field, match in found.items()]
    return items, max((match.end() for match in found.values()), default=at)


def _address(context: Context, at: int, end: int) -> Found:
    """Read an address, which a wide comma ends: "http://www.cajcd.cn/pub/980810-2.html，1998年10月4日"."""
    begin = context.folded.find("http", at, end)
    comma = context.text.find("，", begin, end) if begin > 0 else -1
    url = read_url(context.text, begin, end if comma < 0 else comma, context.view.breaks) if begin > 0 else None
    if url is None:
        return [], at
    date = read_date(context.folded, comma + 1, end) if comma == url.end else None
    items: list[Item] = [url]
    return (items, url.end) if date is None else ([*items, Item("accessed", date.value, date.start, date.end)], date.end)


REST = (_publisher, _date, _numbers, _address, _keeper)  # what may follow the titles


FORM = Form("cjk", read, ("《", "『", "「", "〈"))
