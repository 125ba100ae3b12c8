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
from cites.grammar.syllabic_names import split_syllabic
from cites.grammar.urls import read_url
from cites.knowledge import load

PERSON = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}·・]"
SIGNAL = regex.compile(rf"{any_of(load()['signals.leading'])}[:,]?(?=\p{{Han}})")  # 参见沈志华主编, without a space
POINTED = regex.compile(r"前[掲揭引](?=[『《「])")
ROLE = r"\s*\((?:著|編集?)\)|[编編]著|主?[编編]|[著撰]|整理|[点點]校|校[注註]|[辑輯]"
VOLUMES = regex.shapes(
    ("第31卷", r"(?:第[\d一二三四五六七八九十]{1,4}[卷巻册冊辑輯编編章節节](?!第?\d))+(?:[《『][^》』]*[》』](?=\())?"),  # 第一卷第五章
    ("上册", r"[上中下][册冊卷巻]"),
    ("⟨卷9⟩《玄宗纪下》", r"卷\d{1,4}"),
    ("(增补本)", r"\((?![^()]*\d{4}年|[《『])[^()]{1,10}\)"),
)
VOLUME_NOTE = rf"(?P<volume>{VOLUMES})"
EARLY = r"(?:\s?[,.(]?\s?(?P<issued>(?:19|20)\d\d)(?P<year_letter>[a-h])?年?\)?)?"  # 费孝通，1998，《乡土中国》 · 山田一郎（2010）『地域』
DYNASTY = r"(?:[\[(〔]\p{Han}{1,3}[\])〕](?=\p{Han}))?"  # [清]
SEVERAL = rf"{PERSON}{{2,12}}?(?:,{PERSON}{{2,8}}?)*"
AUTHOR = rf"(?P<author>{PERSON}{{2,20}}?(?:,{PERSON}{{2,8}}?)*(?:等|ほか\s?)?(?P<role>{ROLE})?)?(?:・(?P<translator>{SEVERAL})\s?\(.?訳\))?"
TITLE = r"(?:“(?P<title>[^“”]+?),?”(?=,?\s?[《『])|[《『「](?P<title>[^》』」]*(?:「[^」]*」[^》』」]*)*)[》』」]|〈(?P<title>[^〉]+)〉)"
CHAPTER = r"[《『](?P<container>[^》』]+)[》』](?P<volume>卷\d{1,4})[《『](?P<title>[^》』]*)[》』]"  # 《旧唐书》卷9《玄宗纪下》
TRANSLATOR = rf"(?:,(?P<translator>{SEVERAL})[译譯訳](?=,))?"
WITHIN = regex.shapes(
    (
        ", 沈志华主编: 《冷战》",
        rf"\s?,?\s?(?:(?P<editor>{SEVERAL})[等他]?主?[编編]:?\s?|[载載收见]|\()?[《『](?P<container>[^》』]+)[》』]",
    ),
    ("〈会谈〉⟨,联合报⟩,", r"(?<=〉),(?P<container>\p{Han}{2,10})(?=,)"),
    ("⟨,人民网⟩,", r",(?P<container>\p{Han}{2,8}网站?)(?=,)"),
)
WORK = regex.compile(
    rf"{DYNASTY}{AUTHOR}{EARLY}\s?[:,.]?\s?(?:{CHAPTER}|{TITLE}(?:{VOLUME_NOTE}(?=[,(]))?{TRANSLATOR}(?:{WITHIN})?"
    rf"{VOLUME_NOTE}?)(?P<rest>.*)"
)
PLACE = regex.compile(
    r"[\s,，、.(（]*(?P<place>[\p{Han}\p{Hangul}]{2,6})\s?[:：]\s?(?P<publisher>[^,，、。.]+(?:、[\p{Han}]{2,14}(?:社|局|館|馆|院|店)(?=[,，]))*)"
)
PUBLISHER = regex.compile(  # 岩波書店 · （有斐閣、1999年） · 函館市、1990年
    rf"[\s,.(]*(?P<publisher>{PERSON}{{2,20}}(?:社|会|局|館|馆|院|房|店|閣|出版|図書)|(?<=\(){PERSON}{{2,12}}(?=,(?:19|20)\d\d年\))"
    r"|\p{Han}{1,6}[市町村県](?=,(?:19|20)\d\d年))"
)
THESIS = regex.compile(r"[\s,]*(?P<genre>(?:博士|[硕碩修]士)(?:学位|學位)?[论論]文),(?P<publisher>[^,]{2,30})")
ISSUE = regex.compile(r"第?(?P<issue>\d+)\s?[期号號호]")
VOLUME = regex.compile(
    regex.shapes(
        ("第12卷", r"[第제]?(?P<volume>\d+)\s?[卷巻권册冊]"),
        ("⟨35⟩, 第6期", r"[第제]?(?P<volume>\d+)(?=,\s?第?\d+\s?[期號号호])"),
        ("⟨第8年⟩第19期", r"[第제]?(?P<volume>\d+)(?<!\d{4})年(?=第\d+[期號号])"),
        ("卷9", r"卷(?P<volume>\d+)"),
    )
)
BARE_PAGES = regex.compile(r"[\s,]{1,2}(?P<page>\d{1,4}(?:-\d{1,4})?)(?=\s?[.,;。、](?!\d)|\s?$)")  # 木戸 『日記』 783
LATER_PAGE = regex.compile(
    regex.shapes(
        ("2月1⟨日,A2⟩", r"[日号號],\s?(?P<page>[A-Z]\d{1,2})(?=\s?(?:$|[;)]))"),
        ("(2014)⟨: 5-8⟩", r"(?<=\d\)):\s?(?P<page>\d{1,5}(?:-\d{1,5})?)"),
    )
)
PRINT = regex.compile(r"(?:影印|[标標][点點]|[点點]校|[刻铅鉛]印?|活字|排印|修[订訂]|增[订訂]?)?[本版]|[朝夕]刊")
KEEPER = regex.compile(
    r".*?[,)日](?:(?P<where>[^,]{2,20}\d),)?(?P<archive>\p{Han}{2,20}(?:[档檔]案[馆館]|[史資]料[館馆]|[图圖]书?書?[馆館]|文書館))藏?"
    r"(?:,(?:[档檔案][号號]:?\s?)?(?P<where>[\w-]{4,30}))?"
)
ANOTHER = regex.compile(r"(?:年版?|[页頁]\)?)(?P<joint>[,和与與])(?=[^《『,;()]{2,20}[《『])")  # 『作戦』昭和56年、鈴木『白い航跡』1995年
BARE = 0.6  # how sure a title alone is a source, which may be what the sentence is about
KNOWN = 0.9  # evidence that a name is a paper's
NUMBER = regex.compile(rf"{any_of(load().eras)}(?:\d+|元)|\d+")
PAPER_BEHIND = regex.compile(  # 昭和29年10月2日・5日付け「函新」 · 2003年5月3日付『朝日新聞』朝刊4面
    r"(?:・(?P<day>\d\d?)日)*(?:付け?)?の?[「『《](?P<container>[^」』》]{1,16})[」』》](?:\p{Han}{0,3}[朝夕]刊|号外)?,?(?:第?(?P<page>\d+)[面頁版])?(?=$|[;,。])"
)
SHORT_PAPER = regex.compile(r"\p{Han}{1,2}(?:新|日|毎|タイ)")  # 道新 · 函日 · 北タイ
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
    is_japanese = folded[match.start("title") - 1] == "『"
    is_bare = context.kind == "inline" and begin == end and folded[match.start("title") - 1] in "《『"  # (坂本幸四郎『青函連絡船』)
    if not is_known and not locator and not is_bare:
        return []
    items = [*_heading(context, match), *rest]
    day = has(rest, "issued") and "-" in next(str(item.value) for item in rest if item.field == "issued")
    paper = context.outlet(match["title"]) or (day and (locator or context.evidence(match["title"]) >= KNOWN)) or has(rest, "issue")
    is_whole = not (match["author"] or match["container"] or has(rest, "publisher") or has(rest, "archive"))
    if is_whole and paper:  # 《人民日报》,2018年1月27日
        items = changed(items, "title", field="container_title")
    elif match["author"] and not match["container"] and is_known and context.press(match["author"]):  # 中央社，「…」
        items = changed(items, "author", field="container_title", value=match["author"])
    elif (
        (has(rest, "publisher") and not has(rest, "genre"))
        or match.start("title") > match.start("container") > 0
        or (not match["container"] and not day and (match["volume"] or is_japanese))
    ):
        items.append(Item("type", "chapter" if match["container"] else "book", at, at))
    first = Draft("full" if is_known or is_bare else "short", "cjk", at, finish, items, locator, BARE if is_bare else 0.9)
    return [first, *(read(context, another.end(), stop) if another else [])]


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
