"""A place in a journal that no title is given for: "Northern Tribune, 1 (1853), 37", "K. D. Erlmann, in: GWU 14 (1963), S. 191",
"Margaret Pelham in Medical History, 23 (1981), 465-68", "Ulrich Herbert, in: Die Zeit, 12.9.1996".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.forms.fields.authors import read_author
from cites.forms.fields.authorship import has_given_name
from cites.forms.fields.contained import is_journal
from cites.forms.form import Context, Draft, Form, Item, has, value_of
from cites.forms.press import source_date
from cites.grammar.dates import find_date
from cites.grammar.kinds import JOURNAL, JOURNAL_OF
from cites.grammar.lexicon import IN
from cites.grammar.locators import read_locator
from cites.grammar.names import PERSON, split_people
from cites.grammar.publisher_places import is_place
from cites.knowledge import load

MAX_HEAD = 90  # code points of who wrote there
WRITER = regex.compile(rf"(?P<writer>[^,;:()“”\"]{{3,80}}?)(?:,?\s(?P<in>{IN}:|(?:[Ii]n|dans))\s(?:the\s)?|,\s)(?=\p{{Lu}})")
FAMILY = regex.compile(r"(?!\p{Lu}+$)\p{Lu}[\p{L}'-]+(?:(?:\sand\s|-|/)\p{Lu}[\p{L}'-]+)?")  # Gardiner, JEA 24 (1938), 170
ET_AL = regex.compile(r"\set al\.?$")
LED = regex.compile(rf"(?<=\p{{Ll}}\s){PERSON}$")
OF_NUMBER = regex.compile(r"\b(?:[Nn]os?|[Nn]rs?|[Vv]ol)\.?$")  # "The most important one is no. 354 (1678), pp. 425-28"
QUOTED = regex.compile(r"[“”\"«»‘]|\s'")
NUMBER = r"(?:\d{1,4}(?:-\d{1,3})?|[IVXLC]{1,7}|[ivxlc]{1,7}(?=\s\())"
DAY_BEFORE = r"(?:\p{L}+\.?\s(?:\d{1,2},\s)?|\d{1,2}\s\p{L}+\.?\s)?"  # (14 March 1936)
BEHIND_NUMBER = regex.shapes(
    (
        "Geological Magazine 64⟨ (13 March 1928): ⟩44",
        rf",?\s\({DAY_BEFORE}(?P<issued>(?:1[5-9]|20)\d\d)(?:[-/]\d{{2,4}})?\)(?:,\s(?:no|nr|H|Heft)\.?\s(?P<issue>\d{{1,4}}))?[,:]?\s"
        r"(?=(?:pp?\.|S\.|s\.|с\.)?\s?(?:\d|[ivxlc]+\b))",
    ),
    ("Nature 580⟨, 123-125; 2020⟩", r"[,:]\s?(?P<page>e?\d+(?:-\d+)?)[,;]\s(?P<issued>(?:1[6-9]|20)\d\d)(?=\s?(?:$|[;)]))"),
    ("Science 328⟨, 977 (2010)⟩", r"[,:]\s?(?P<page>e?\d+(?:-\d+)?)\s\((?P<issued>(?:1[6-9]|20)\d\d)\)"),
)
ISSUE = regex.compile(  # JSAH 73.4 (2014): 589
    rf"(?P<container_title>\p{{Lu}}[^,;:()“”\"«»\d]{{1,70}}?),?\s(?P<volume>{NUMBER})(?:[./:](?P<issue>\d{{1,3}})|,?\s(?:no|nr|H|Heft)\.?\s"
    rf"(?P<issue>\d{{1,3}}))?(?:{BEHIND_NUMBER})"
)
FIELDS = ("container_title", "volume", "issue", "issued", "page")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    writer = WRITER.match(folded, at, min(end, at + MAX_HEAD))
    author = _signed(context, at, writer.end("writer")) if writer else []
    begin = writer.end() if writer else at
    match = ISSUE.match(folded, begin, end)
    if writer and not writer["in"]:  # "R. W. Southern, Medium Aevum 22 (1953), 101-4"; no number that belongs to a title
        author = author or _by_family(context, *writer.span("writer"))
        within = match is not None and any(start < match.start("volume") < stop for start, stop in context.italics)
        if within or not author or author[0].start > at:
            return []
    if match is None:
        return _in_paper(context, author, begin, end) if author and author[0].start == at and writer and writer["in"] else []
    name = match["container_title"]
    is_known = is_journal(context, name) or JOURNAL.fullmatch(name) or JOURNAL_OF.match(name)
    is_doubtful = context.kind == "inline" or match.groupdict()["page"]  # (Nature 580, 123-125; 2020)
    if (is_doubtful and not is_known) or (writer and not author and folded[at].isupper()) or OF_NUMBER.search(match["container_title"]):
        return []
    items = Item.each(text, match, *FIELDS)
    day = find_date(folded, match.end("volume"), match.end())
    if day and day.has_year:  # The Economist, cxxii (14 March 1936), 570 · CWIHP Bulletin 8-9 (Winter 1996/97): 61
        items = [Item.dated(day) if item.field == "issued" else item for item in items]
    finish, locator = match.end(), ""
    place = read_locator(folded, text, finish, end)
    if place and (page := value_of(place[0], "page")):
        finish, locator = place[1], page
        items += [item for item in place[0] if author and "-" in folded[item.start : item.end]]
    start = author[0].start if author else begin
    return [Draft("full", "periodical", start, finish, [*author, *items, Item("type", "article-journal", at, at)], locator, 0.85)]


def _signed(context: Context, at: int, stop: int) -> list[Item]:
    """Return who is named there, be it at the end of some words: "the review of Dietmar Neutatz"; nobody where it may be a title."""
    led = LED.search(context.folded, at, stop)
    author = read_author(context, at, stop) or (led and read_author(context, led.start(), stop)) or []
    is_sure = ET_AL.search(context.folded, at, stop) or all(map(has_given_name, author))
    return author if is_sure else []


def _by_family(context: Context, at: int, stop: int) -> list[Item]:
    """Return who is called by the family's name alone: "Gardiner", "Smith and Jones"; nobody where it is a place or a word."""
    name = FAMILY.fullmatch(context.folded, at, stop)
    if name is None or is_place(name[0]) or is_common(name[0].lower()) or context.outlet(name[0]):
        return []
    return [Item("author", person, at, stop) for person in split_people(context.text[at:stop])]


def _in_paper(context: Context, author: list[Item], at: int, end: int) -> list[Draft]:
    """Read a paper and its day as what somebody wrote in: "Ulrich Herbert, in: Die Zeit, 12.9.1996"."""
    found = source_date.read(context, at, end)
    paper = found[0].get("container_title") if len(found) == 1 else ""
    if not paper or not context.press(paper) or has(found[0].items, "author") or has(found[0].items, "title"):
        return []
    found[0].start, found[0].items = author[0].start, [*author, *found[0].items]
    return found


def read_last(context: Context, at: int, end: int) -> list[Draft]:
    """Read the journal alone where nothing else is understood: "A Bullock, Some notes on a weir, SDNQ xiii (1912) 202"."""
    begin = context.folded.rfind(", ", at, context.folded.find(" (", at, end)) + 2
    return read(context, begin, end) if at == 0 and begin > 2 and not QUOTED.search(context.folded, at, begin) else []


IN_WORDS = (" in ", " dans ", *(f" {word}:" for word in load()["in_words.colon"]))
FORM = Form("periodical", read, ("(1", "(2", "; 1", "; 2", ", 1", ", 2", *IN_WORDS))
LAST = Form("periodical", read_last, ("(1", "(2"))
