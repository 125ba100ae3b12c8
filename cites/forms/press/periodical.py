"""A place in a journal that no title is given for: "Northern Tribune, 1 (1854), 38", "K. D. Erdmann, in: GWU 15 (1964), S. 190",
"Margaret Pelling in Medical History, 24 (1980), 466-68".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.authors import read_author
from cites.forms.form import Context, Draft, Form, Item, value_of
from cites.grammar.dates import find_date
from cites.grammar.lexicon import IN
from cites.grammar.locators import read_locator

MAX_HEAD = 90  # code points of who wrote there
WRITER = regex.compile(rf"(?P<writer>[^,;:()“”\"]{{4,80}}?),?\s(?:{IN}:|(?:[Ii]n|dans))\s(?=\p{{Lu}})")
OF_NUMBER = regex.compile(r"\b(?:[Nn]os?|[Nn]rs?|[Vv]ol)\.?$")  # "The most important one is no. 355 (1679), pp. 426-28"
NUMBER = r"(?:\d{1,4}(?:-\d{1,3})?|[IVXLC]{1,7}|[ivxlc]{1,7}(?=\s\())"
DAY_BEFORE = r"(?:\p{L}+\.?\s(?:\d{1,2},\s)?|\d{1,2}\s\p{L}+\.?\s)?"  # (14 March 1936)
ISSUE = regex.compile(  # Geological Magazine 65 (1928): 44 · JSAH 73.4 (2014): 589
    rf"(?P<container_title>\p{{Lu}}[^;:()“”\"\d]{{1,70}}?),?\s(?P<volume>{NUMBER})(?:[./:](?P<issue>\d{{1,3}})|,?\s(?:no|nr|H|Heft)\.?\s"
    rf"(?P<issue>\d{{1,3}}))?"
    rf",?\s\({DAY_BEFORE}(?P<issued>(?:1[5-9]|20)\d\d)(?:[-/]\d{{2,4}})?\)(?:,\s(?:no|nr|H|Heft)\.?\s(?P<issue>\d{{1,4}}))?[,:]?\s"
    r"(?=(?:pp?\.|S\.|s\.|с\.)?\s?(?:\d|[ivxlc]+\b))"
)
FIELDS = ("container_title", "volume", "issue", "issued")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    writer = WRITER.match(folded, at, min(end, at + MAX_HEAD))
    author = read_author(context, at, writer.end("writer")) if writer else None
    begin = writer.end() if writer else at
    match = ISSUE.match(folded, begin, end)
    if match is None or (writer and author is None and folded[at].isupper()) or OF_NUMBER.search(match["container_title"]):
        return []
    items = [Item.cut(field, text, match.span(field)) for field in FIELDS if match[field]]
    day = find_date(folded, match.end("volume"), match.end())
    if day and day.has_day and day.has_year:  # The Economist, cxxii (14 March 1936), 570
        items = [Item.dated(day) if item.field == "issued" else item for item in items]
    finish, locator = match.end(), ""
    place = read_locator(folded, text, finish, end)
    if place and (page := value_of(place[0], "page")):
        finish, locator = place[1], page
    start = at if author or writer is None else begin
    return [Draft("full", "periodical", start, finish, [*(author or []), *items, Item("type", "article-journal", at, at)], locator, 0.85)]


FORM = Form("periodical", read, ("(1", "(2"))
