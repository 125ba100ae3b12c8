"""Works with the letter of their kind behind the title, as the Chinese standard has them in any language:

    蔡昉. 中国经济增长[J]. 经济研究, 2017, 52(7): 4-17
    SMITH J, HALL K. The long road[M]. 2nd ed. Oslo: Cappelen, 1999: 12-15

Source: GB/T 7714-2015.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item, has
from cites.grammar.dates import read_date
from cites.grammar.urls import read_url
from cites.tagger.people import read_names

KINDS = {
    "M": "book", "C": "paper-conference", "N": "article-newspaper", "J": "article-journal", "D": "thesis", "R": "report", "S": "standard",
    "P": "patent", "G": "book", "Z": "document", "EB": "webpage", "DB": "dataset", "CP": "software",
}  # fmt: skip
MARK = rf"\[(?P<mark>{'|'.join(KINDS)})(?:/(?:OL|CD|MT|DK))?\]"
MARKED = regex.compile(MARK)
LONGEST = 420  # code points before the mark, which is the first bracket
YEAR = r"(?P<issued>(?:1[89]|20)\d\d)(?P<year_letter>[a-h])?"
HEAD = regex.compile(
    rf"(?:(?P<author>[^\[\]]{{2,160}}?)\.\s?(?:{YEAR}[.,]\s?)?(?=[\p{{Lu}}\p{{Lo}}\d“\"《]))?(?P<title>[^\[\]]{{2,260}}?)\s?{MARK}"
)
PAGE = r"(?P<page>\p{Lu}?\d{1,6}(?:\s?-\s?\p{Lu}?\d{1,6})?)"
NUMBERS = rf",\s?(?:{YEAR}(?:,\s?(?P<volume>\d{{1,4}}))?|(?P<volume>\d{{1,4}}))?\s?(?:\((?P<issue>[^()]{{1,12}})\))?(?::\s?{PAGE})?"
HOST = (  # . 陈生铮, 译. 第2版. 北京: 中国书籍出版社, 1988: 12
    r"(?:\.\s?(?P<translator>[^.\[\]]{2,40}?)[,\s]{0,2}译)?(?:\.\s?(?P<edition>\d{1,2}(?:st|nd|rd|th)\sed|第?\d{1,2}版))?"
    rf"\.\s?(?:(?P<publisher_place>[^:.,\[\]\d]{{1,30}}):\s?)?(?P<publisher>[^:.,\[\]]{{2,80}})(?:,\s?{YEAR}(?::\s?{PAGE})?|(?=\.?$))"
)
REST = {  # by the kind; what stands in none of these is printed in a house
    "J": regex.compile(rf"\.\s?(?P<container_title>[^,\[\]]{{2,100}}){NUMBERS}"),
    "N": regex.compile(r"\.\s?(?P<container_title>[^,\[\]]{2,60}),\s?(?P<day>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:\((?P<page>\w{1,4})\))?"),
    "C": regex.compile(rf"\s?//\s?(?:(?P<editor>[^.\[\]]{{2,40}})\.\s?)?(?P<container_title>[^\[\]]{{2,160}}?)(?:\[C\])?{HOST}"),
}
PRINTED = regex.compile(HOST)
ONLINE = regex.compile(r"\.?\s?(?:\((?P<day>\d{4}-\d\d?-\d\d?)\))?\s?(?:\[(?P<accessed>\d{4}-\d\d?-\d\d?)\])?\.?\s?(?=https?://|$|\.$)")
PEOPLE = ("author", "editor", "translator")
FIELDS = ("issued", "year_letter", "title", "container_title", "volume", "issue", "page", "edition", "publisher_place", "publisher")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    mark = folded.find("[", at, min(end, at + LONGEST))
    head = HEAD.match(folded, at, end) if mark > 0 and MARKED.match(folded, mark, end) else None
    if head is None:
        return []
    rest = REST.get(head["mark"], PRINTED).match(folded, head.end(), end) or PRINTED.match(folded, head.end(), end)
    finish = rest.end() if rest else head.end()
    online = ONLINE.match(folded, finish, end)
    items = [Item("type", KINDS[head["mark"]], at, at)]
    for match in filter(None, (head, rest, online)):
        printed = match.groupdict()
        items += _people(context, match)
        items += [Item.cut(field, text, match.span(field)) for field in FIELDS if printed.get(field)]
        if printed.get("day") and not has(items, "issued") and (day := read_date(folded, *match.span("day"))):
            items.append(Item.dated(day))
        if printed.get("accessed") and (day := read_date(folded, *match.span("accessed"))):
            items.append(Item("accessed", day.value, day.start, day.end))
    finish = online.end() if online and (online["day"] or online["accessed"]) else finish
    if online and (url := read_url(text, online.end(), end, context.view.breaks)):
        items.append(url)
        finish = url.end
    is_whole = has(items, "issued") or has(items, "accessed")
    return [Draft("full", "gbt", at, finish, items, confidence=0.9)] if is_whole and (rest or has(items, "url")) else []


def _people(context: Context, match: regex.Match[str]) -> list[Item]:
    """Return who is named, 李明, 王芳, 等 and "SMITH J, HALL K", in each part that they did."""
    named = [(field, match.span(field)) for field in PEOPLE if match.groupdict().get(field)]
    return [Item(field, name, *span) for field, span in named for name in read_names(context.text[slice(*span)])]


FORM = Form("gbt", read, tuple(f"[{kind.casefold()}{end}" for kind in KINDS for end in "]/"))
