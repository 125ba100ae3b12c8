"""Articles, books and chapters as American law reviews print them, with the year at the end and no quotation marks:

"Joseph L. Saxe, The Common Use Doctrine in Inland Harbor Law, 68 Mich. L. Rev. 471, 490 (1970)", "Jane Doe, Note, Ripeness and Rapids,
26 Stan. Envtl. L.J. 202 (2013)", "2 William Blackstone, Commentaries *14", "Joseph L. Saxe, Valleys Without Fences 12–15 (1980)",
"Eric T. Freyfogle, Grazing Rights, in Property in Land 52, 60 (Jane Baron ed., 1999)".

What ends the citation is looked for first, for it is regular; what stands before it is who wrote it and what it is called.
Source: The Bluebook, rules 15 and 16.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.bluebook import ends, works
from cites.forms.bluebook.writer import SENTENCE, Writer, read_family, read_writer
from cites.forms.form import Context, Draft, Form, Item, has, holds_any
from cites.grammar.dates import read_date
from cites.grammar.lexicon import one_of
from cites.grammar.person import is_given

VOLUME = regex.compile(r"(?P<volume>\d{1,3}\p{Lu}?)\s(?=\p{Lu})")
PROSE = regex.compile(r"(?:“|(?<=\s)\")(?![^“”\"]{2,40}[”\"])|[«»]|(?:\p{Ll}{3}|\d)\.\s\p{Lu}\p{Ll}+\s\p{Ll}|https?:|\bsupra\b")
MAX = 420  # code points
CLOSED = regex.compile(  # … 775 (1980-81). Carla Menzel-Meadow, … · … 124 (2001) [hereinafter Coming of Age]. For …
    r"\((?:[^()]{0,80}\s)?(?:1[5-9]|20)\d\d(?:-\d{2,4})?\)(?=(?:\s\[[^\[\]]{4,80}\])?\.\s\p{Lu})"
)
CITED_IN = regex.compile(rf"(?=,\s(?:as\s)?{one_of('quoted')}\s\p{{Lu}})")  # …, 166 (1839) (…), cited in Grigory Klass, …
COMMA = regex.compile(r",\s(?!\d)")  # of a title: "Parole Grant Rates by State, 2019-2022" has none
SERIES = regex.compile(r"\p{Lu}[\p{L}'-]+,\s(?:\p{Lu}[\p{L}'-]+,\s)*(?:and|&|or)\s[^,]+")  # Fairness, Candour, and Trust in Ports
FEWEST_OF_TITLE = 6  # words that are a title and not the name of a body
MOST_OF_NAME = 3  # words of a person's: "Tenant Heating Obligation Query, CHATGPT (Aug. 30, 2023)" has a title
TRAILING = frozenset({"url", "doi", "accessed", "aside"})


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    stop = context.piece_end(at, end, MAX)
    comma = folded.find(", ", at, stop)
    for sentence in SENTENCE.finditer(folded, at, max(comma, at)):
        at = sentence.end() - 1  # "They set out to mend this and failed. Governor's Comm'n …, Final Report 142 (1977)"
    stop = min((found.end() for one in (CLOSED, CITED_IN) if (found := one.search(folded, at, stop))), default=stop)
    volume = VOLUME.match(folded, at, stop)
    begin = volume.end() if volume else at
    if not folded[begin : begin + 1].isupper():
        return []
    if folded.startswith("The ", at) and (essay := ends.ESSAY.match(folded, at, stop)):
        return [_draft(context, at, Writer([], at), works.read_essay(context, essay), essay, end)]
    if holds_any(folded[at:stop], ends.DICTIONARIES) and (entry := ends.DICTIONARY.match(folded, at, stop)):
        return [_draft(context, at, Writer([], at), works.read_entry(context, entry), entry, end)]
    if not ends.may_end(folded[begin:stop]):
        return []
    writer = read_writer(context, begin, stop)
    if writer is None:
        return [] if volume else _by_family(context, at, stop, end) or _unsigned(context, at, begin, stop, end)
    for pattern, read_work in ENDS:
        match = pattern.search(folded, writer.begin + 3, stop)
        if match and not _has_prose(context, at, writer, match.start()) and (items := read_work(context, writer, match)):
            if volume and pattern is not ends.BOOK:
                continue
            if volume:
                items.append(Item.cut("volume", context.text, volume.span("volume")))
            return [_draft(context, at, writer, items, match, end)]
    words = folded[at : writer.begin - 2].split(" ")
    in_capitals = len(words) > MOST_OF_NAME and not is_given(words[0]) and ends.CAPITALS.match(folded, writer.begin - 2, stop)
    is_long = in_capitals or len(words) >= FEWEST_OF_TITLE or ends.ADDRESSED.match(folded, writer.begin - 2, stop)
    return _unsigned(context, at, begin, stop, end) if is_long and not volume and len(writer.items) == 1 else []


read_loose_leaf = works.reads("article-journal", "volume", "container", "number", "page")
# What ends the citation, the surest first, and what reads the work.
ENDS: tuple[tuple[regex.Pattern[str], works.Reader], ...] = (
    (ends.ARTICLE, works.read_article),
    (ends.FORTHCOMING, works.read_article),
    (ends.LOOSE_LEAF, read_loose_leaf),
    (ends.PREPRINT, works.reads("article", "container", "number")),
    (ends.OF_SEASON, works.read_of_season),
    (ends.CAPITALS, works.read_in_capitals),
    (ends.ADDRESSED, works.read_addressed),
    (ends.NEWS, works.read_news),
    (ends.MANUSCRIPT, works.read_manuscript),
    (ends.PAPER, works.reads("report", "publisher_place", "publisher", "genre", "number", "issued")),
    (ends.BY_YEAR, works.read_article),
    (ends.BOOK, works.read_book),
    (ends.OF_DAY, works.read_of_day),
)


# The same behind a family's name alone, where only a page tells it from a sentence.
BY_FAMILY = ((ends.ARTICLE, "page", works.read_article), (ends.BOOK, "cited", works.read_book))


# What ends it, what stands in that, what reads the work.
UNSIGNED_ENDS: tuple[tuple[regex.Pattern[str], str, works.Reader], ...] = (
    (ends.CAPITALS, ", ", works.read_in_capitals),
    (ends.ADDRESSED, ", http", works.read_addressed),
    (ends.EDITED_BOOK, " ed", works.read_book),
    (ends.LOOSE_LEAF, " ¶", read_loose_leaf),
)


def _by_family(context: Context, at: int, stop: int, end: int) -> list[Draft]:
    """Read "McNeil, The Law of Treaties 738 (1961)"."""
    writer = read_family(context, at, stop)
    if writer is None:
        return []
    for pattern, page, read_work in BY_FAMILY:
        match = pattern.search(context.folded, writer.begin + 3, stop)
        if match and match[page] and not _has_prose(context, at, writer, match.start()) and (items := read_work(context, writer, match)):
            return [_draft(context, at, writer, items, match, end)]
    return []


def _unsigned(context: Context, at: int, begin: int, stop: int, end: int) -> list[Draft]:
    """Read "Right is the New Left, SLATESTARCODEX, Apr. 22, 2014", which only its capitals tell; a title may look like a body's name."""
    nobody, piece = Writer([], begin), context.folded[begin:stop]
    for pattern, sign, read_work in UNSIGNED_ENDS:
        ending = pattern.search(context.folded, begin + 3, stop) if sign in piece else None
        if ending and _is_one_title(context.folded, begin, ending.start()) and (items := read_work(context, nobody, ending)):
            return [_draft(context, at, nobody, items, ending, end)]
    return []


def _is_one_title(folded: str, begin: int, end: int) -> bool:
    """True where no comma parts who wrote it from what it is called: one of a series, or behind more words than a body has."""
    comma = COMMA.search(folded, begin, end)
    if folded.find(", see ", begin, end) >= 0:
        return False
    return comma is None or folded.count(" ", begin, comma.start()) > FEWEST_OF_TITLE or SERIES.fullmatch(folded, begin, end) is not None


def _has_prose(context: Context, at: int, writer: Writer, stop: int) -> bool:
    """True where a sentence stands before what ends a citation, or an open parenthesis; a title in italics may quote."""
    if context.folded.count("(", writer.begin, stop) > context.folded.count(")", writer.begin, stop):
        return True  # *Comprehensive Report* (Scott Air Force Base, IL: USTRANSCOM, December 15, 2018)
    italic = next((finish for start, finish in context.italics if start == writer.begin and finish <= stop), writer.begin)
    return PROSE.search(context.folded, at, writer.begin) is not None or PROSE.search(context.folded, italic, stop) is not None


def _draft(context: Context, at: int, writer: Writer, items: list[Item], match: regex.Match[str], end: int) -> Draft:
    finish = match.end()
    groups = match.groupdict()
    cited = context.text[slice(*match.span("cited"))] if groups.get("cited") else ""
    if not cited and not groups.get("volume"):  # of a newspaper or a dictionary the page cited is printed, of an article its first one
        cited = groups.get("page") or ""
    if any(item.field == "type" and item.value == "chapter" for item in items):
        cited = cited.partition(", ")[2] or cited
    tail = context.tail(finish, end)
    short_name = ""
    for item in tail.items:
        if item.field == "hereafter":
            short_name = item.value
        elif item.field not in TRAILING:
            break
        elif item.field == "accessed" and context.folded[item.start - 2 : item.start] == " (" and not has(items, "issued"):
            items.append(Item("issued", *item[1:]))  # https://… (June 26, 2015)
        else:
            items += [item] if item.field != "aside" else []
        finish = item.end + (context.folded[item.end : item.end + 1] in (")", "]", ">"))
    if has(items, "url") and not has(items, "issued") and (behind := ends.BEHIND_ADDRESS.match(context.folded, finish, end)):
        date = read_date(context.folded, behind.start("date"), behind.end("date"))
        items += [Item.dated(date)] if date else []
        finish = behind.end()
    return Draft("full", "bluebook", at, finish, [*writer.items, *items], cited, 0.95, short_name)


def read_in_capitals(context: Context, at: int, end: int) -> list[Draft]:
    """Read a parenthesis of running text with a title and, in capitals, its paper: "(Gates Open to All, KUWAIT TIMES (Jan. 25, 2016).)"."""
    ending = ends.CAPITALS.search(context.folded, at, end)
    is_whole = ending is not None and ending.end() + 1 >= end and context.folded.count(" ", at, ending.start()) > MOST_OF_NAME
    drafts = read(context, at, end) if is_whole else []
    return [draft for draft in drafts if " " in draft.get("container_title")]  # not "(Founded by two men, IKEA (July 28, 1943).)"


IN_CAPITALS = Form("bluebook", read_in_capitals, (" (",))
FORM = Form("bluebook", read, (" (", "*", "editorial,", "op-ed,", ". rev. ", ", at ", ", http", " ¶"))
