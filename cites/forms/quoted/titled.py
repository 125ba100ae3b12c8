"""A title in quotation marks: "Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015",
"“Country Report: Japan,” The Asan Forum 3, no. 3 (2015): 228-230"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.edtf import has_day, is_year
from cites.forms.books.behind_comma import QUOTED_PERIODICAL
from cites.forms.fields.announced import read_announced, read_designation
from cites.forms.fields.assign import assign
from cites.forms.fields.authors import outlet_before, read_author
from cites.forms.fields.authorship import of_figures
from cites.forms.fields.held import read_held
from cites.forms.fields.occasions import where_said
from cites.forms.fields.small_outlet import small_outlet
from cites.forms.form import POINTERS, Context, Draft, Form, Item, has, value_of
from cites.forms.links.linked_title import read_linked_title
from cites.forms.quoted.part_of_book import of_editors, of_italics, of_special_issue, of_this_printing
from cites.forms.quoted.quoted_words import begins_title, dates_a_phrase, is_byname, is_phrase, is_quotation, is_said_in_ibid
from cites.grammar.dates import find_last_date
from cites.grammar.lexicon import AND, compile_words, one_of
from cites.grammar.names import BY_SEMICOLONS, ENDING_ET_AL, GIVEN_FIRST, ONE, read_people, split_people
from cites.grammar.person import has_given, is_given
from cites.grammar.printed import Printed
from cites.grammar.sources import ACCOUNT_NEXT
from cites.grammar.titles import CLOSERS, OPENER, Quoted, opens_quote, read_quoted
from cites.model import Name

UNKNOWN = 0.5  # how sure an unknown name in quotation marks is a source
MAX_HEAD = 220  # code points of the names before a title
JOINED = regex.compile(rf"[,;]?\s{AND}\s(?=[\p{{Lu}}“\"‘«„])")
SHORTENED = POINTERS | {"in", "translated"}
AGAIN = compile_words(  # “Further Remarks,” ibid. 243 (1945): 404; not “Introduction,” in idem, ed., Solidarity
    rf"\s(?:in:?\s)?(?P<ibid>{one_of('ibid')})(?!\p{{L}}|,?\s\(?(?:{one_of('editors.after')}))"
)
PAPER_NEXT = regex.compile(  # "Постимеэс", Эстония, 22.04 · "Диена" (Латвия), 22.04 · „Gazeta Wyborcza” z 12 maja · «Известия», 29, 30 мая
    rf",\s\d\d?(?:,|\s{AND})\s\d\d?(?:\.\d\d?|\.?\s(?:de\s)?\p{{L}}{{3,}})|"
    r"\sz\s(?:dnia\s)?\d\d?[.\s]|(?:,\s\p{Lu}[\p{L} -]{2,25}|\s\(\p{Lu}[\p{L} -]{2,25}\))?,\s\d\d?\.(?:0[1-9]|1[0-2])(?=\s?(?:[,;)]|$))"
)
BEHIND = regex.compile(r"(?:\s?,|(?<=,[”\"’']))\s(?P<by>by\s)?(?=\p{Lu})|\s(?P<by>by\s)(?=\p{Lu})")  # “Moscow Turns East,” by Ivan Sokolov
JOURNAL = regex.compile(r"(?P<name>\p{Lu}[^.;:()“”\"\d]{2,80}?),?\s(?:[Vv]ol\.?\s)?\d{1,4}(?=[.,:/]|\s\()")
OUTLET_NEXT = regex.compile(r",\s(?=\p{Lu}[\p{L}.'’ &-]{2,60},\s)")  # “Moscow Turns East”, Ivan Sokolov, The Diplomat, May 3
ARTICLE = regex.compile(r"(?:Art\.|Artikel|Lemma|Stichwort)\s")  # Art. „Gewalt“, in: Geschichtliche Grundbegriffe
LONGEST_GIVEN = 20  # code points
LIKELY = 0.5  # evidence, above which a name is rather that of an outlet
SUBTITLE = regex.compile(  # “I Won't Be a Doctor”: Girls' Access to Education in Afghanistan, October 17, 2017
    r":\s\p{Lu}[^;:“”()]{8,160}?(?=,\s(?:\p{Lu}\p{L}+\.?\s(?:\d{1,2},\s)?|\d{1,2}\s\p{Lu}\p{L}+\s)(?:19|20)\d\d|,\shttps?:|\s\()"
)
SENTENCE_NEXT = regex.compile(  # “Japan's Chip Veterans.” I asked them about orders · “… of this world.” See Ann Berg, *Ships*
    r"\.[”\"’']\s(?:I|We|He|She|They|It|This|These|Those|My|Our|His|Her|Their|But|Yet|However|There|Both|Neither),?\s[\p{Ll}“\"]"
    rf"|\.[”\"’']\s(?=\p{{Lu}})(?i:{one_of('see')})\s\p{{Lu}}"
)
TYPE_NEXT = regex.compile(r"\s\(\p{Lu}[\p{L} ]{2,24}\)\.\s\p{Lu}")


class Head(NamedTuple):
    """A title in quotation marks, and who stands before it."""

    author: list[Item]
    quote: int  # where its opening mark stands
    quoted: Quoted
    announced: list[Item]  # of what a body gave out: its kind, its number, its day
    listed: bool  # full stops part the fields, as in a bibliography


class Rest(NamedTuple):
    """What follows a title, and where that ends."""

    items: list[Item]
    printed: tuple[Printed, ...]  # as the tail has it
    locator: str
    short_name: str
    end: int
    is_again: bool  # in what was cited just before: "ibid. 243 (1945)"
    is_contained: bool  # in an outlet that begins with a small letter
    is_held: bool  # by an archive


def read(context: Context, at: int, end: int) -> list[Draft]:
    head = _head(context, at, end)
    if head is None:
        return []
    title = Item.cut("title", context.text, (head.quoted.start, head.quoted.end))
    is_paper = head.quoted.end + 1 == head.quoted.stop and context.press(str(title.value))  # the comma of “Izvestia,” stands within
    if context.kind == "inline" and (is_paper or PAPER_NEXT.match(context.folded, head.quoted.stop, end)):
        return []  # a paper and its day, maybe behind another one: "РГ, «Известия», 11 марта"
    if subtitle := _subtitle(context, head, end):
        head = head._replace(quoted=head.quoted._replace(stop=subtitle))
        title = Item.cut("title", context.text, (head.quote, subtitle))
    if following := _joined(context, head.quoted, end):
        is_again = _is_recalled(head.author, title, context)  # Berg, “Long Road”; and “The Law,” …
        again = Draft("short", "titled", at, head.quoted.stop, [*head.author, title], confidence=0.9)
        return [again if is_again else _sharing(head, title, at, following[0]), *following]
    if context.folded[head.quoted.stop - 2] == ";":  # "Rozman, “Japan's Approach;” Gady, …": the semicolon parts two works
        return [Draft("short", "titled", at, head.quoted.stop, [*head.author, title], confidence=0.9)]
    head = _with_writer_behind(context, head, end)
    rest = _rest(context, head, end)
    is_year_alone = [item.field for item in rest.printed] == ["issued"] and is_year(str(rest.printed[0].value))
    if not rest.locator and is_year_alone and _is_recalled(head.author, title, context):
        rest = rest._replace(items=[], locator=str(rest.printed[0].value))  # “Short-Term Impact,” 1990: a page
    author, items = of_figures(head.author, rest.items, context)
    alone = len(author) == 1 and has(items, "issued") and not has(items, "container_title")
    if alone and (name := outlet_before(author[0], context, dated=has_day(value_of(items, "issued")))):
        author, items = [], [*items, name]  # 'Reuters, "Turkey halts an attempt to search a ship," 23 November 2020'
    if not author and not rest.is_held and _is_outlet(context, title, items):
        if str(title.value)[:1].islower():
            return []  # "“president” since December 16, 2016"
        title = title._replace(field="container_title")  # an outlet in quotation marks: "Izvestia," December 18
    if not has(items, "issued") and (day := _day_within(context, head.quoted)):
        items = [*items, day]
    is_short = not (rest.is_again or rest.is_contained or head.announced) and (
        bool(rest.locator and not items) or all(item.field in SHORTENED for item in rest.printed)
    )
    if (
        dates_a_phrase(context, author, title, items)
        or (is_byname(context, head.quote, head.quoted, rest.printed) and not _is_recalled(author, title, context))
        or (is_short and is_phrase(context, author, title, rest.locator, head.quoted.stop, end))
        or (is_short and not author and _is_linked(context, head))
    ):
        return []
    confidence = 0.5 if is_short and not author else 0.97 if head.quoted.closed else 0.85
    if title.field == "container_title":  # “Ulysses,” 2 February 1922
        confidence = min(confidence, max(context.evidence(str(title.value)), UNKNOWN))
    form, stop = "short" if is_short else "full", max(rest.end, head.quoted.stop)
    return [Draft(form, "titled", at, stop, [*author, title, *items], rest.locator, confidence, rest.short_name)]


def _subtitle(context: Context, head: Head, end: int) -> int | None:
    """Return where the title of a body's report ends that begins with what somebody said: "“I Won't”: Girls' Access"."""
    by_body = head.author and isinstance(head.author[0].value, Name) and head.author[0].value.literal
    behind = SUBTITLE.match(context.folded, head.quoted.stop, end) if by_body else None
    return behind.end() if behind and context.outlet(context.text[head.quoted.stop + 2 : behind.end()]) is None else None


def _head(context: Context, at: int, end: int) -> Head | None:
    """Return the first title in quotation marks and who stands before it; None where that is something else."""
    folded = context.folded
    if context.links and (linked := read_linked_title(context, at, end)):
        return Head([], at, linked, [], listed=folded.startswith(". ", linked.stop))
    quote = _first_quote(folded, at, min(end, at + MAX_HEAD))
    if quote is None or _is_container(context, at, quote, end):
        return None
    if ACCOUNT_NEXT.fullmatch(folded, at, quote):
        return None
    announced = read_announced(context, at, quote)
    designated = read_designation(context, at, quote)
    author = [] if designated or ARTICLE.fullmatch(folded, at, quote) else announced[:1] or read_author(context, at, quote)
    quoted = read_quoted(folded, quote, end) if author is not None else None
    if author is None or quoted is None or quoted.end - quoted.start < 2 or _is_name(context, at, quote, quoted):
        return None
    if author and begins_title(context, quoted, end):
        return None  # "Quested, “Matey” Imperialists? The Tsarist Russians …"
    if any(start <= quote < quoted.stop + 3 < stop for start, stop in context.italics) or _begins_italics(context, quote):
        return None  # *"Aba Riots" or Igbo "Women's War"? Ideology, Stratification, and the Invisibility of Women*
    if not author and (is_said_in_ibid(folded, quoted, end) or is_quotation(context, quoted, end)):
        return None
    return Head(author, quote, quoted, designated or announced[1:], _is_listed(context, author, quote, quoted))


def _begins_italics(context: Context, quote: int) -> bool:
    """True for the mark that begins a title in italics and closes amid them: "*'Jiko hyosho' no bungaku-shi* (Tokyo: …)"."""
    words = context.folded[quote + 1 : context.italics_end(quote)].rstrip(" .,")
    return any(mark in words[:-1] for mark in CLOSERS[context.folded[quote]]) and words[-1] not in CLOSERS[context.folded[quote]]


def _is_name(context: Context, at: int, quote: int, quoted: Quoted) -> bool:
    """True for a source whose name is partly in quotation marks: РИА «Новости»."""
    return at < quote and "," not in context.folded[at:quote] and context.outlets.find(context.text[at : quoted.stop]) is not None


def _sharing(head: Head, title: Item, at: int, last: Draft) -> Draft:
    """Return a title that shares what follows the next one."""
    own = [item for item in last.items if item.field not in ("author", "title", "page", "url")]
    return Draft(last.form, "titled", at, head.quoted.stop, [*head.author, title, *own], confidence=0.9)


def _with_writer_behind(context: Context, head: Head, end: int) -> Head:
    """Read who wrote "“Moscow Turns East,” by Ivan Sokolov", "[Governing the Commons](https://…), Elinor Ostrom, 1992"."""
    is_link = head.quote == head.quoted.start
    by = BEHIND.match(context.folded, head.quoted.stop, end) if not head.author else None
    is_told = by is not None and (by["by"] or is_given(context.text[by.end() : by.end() + LONGEST_GIVEN].split(" ")[0]))
    people = read_people(context.folded, context.text, by.end(), end) if by and is_told else None
    if by is None or people is None:
        return head
    if not by["by"]:
        is_person = all(map(has_given, people.names)) and context.evidence(context.text[by.end() : people.end]) <= LIKELY
        if not is_person or not (is_link or OUTLET_NEXT.match(context.folded, people.end, end)):
            return head  # an outlet
    author = [Item("author", name, by.end(), people.end) for name in people.names]
    return head._replace(author=author, quoted=head.quoted._replace(stop=people.end))


def _rest(context: Context, head: Head, end: int) -> Rest:
    """Read what follows a title: its container, its date, where it is kept."""
    folded, stop = context.folded, head.quoted.stop
    again = AGAIN.match(folded, stop, end) if context.known.container else None
    if SENTENCE_NEXT.match(folded, stop - 2, end):
        end = stop
    small = None if again else small_outlet(context, stop, end)
    tail = context.tail(again.end() if again else small.end if small else stop, end, listed=head.listed)
    tail = tail._replace(items=of_this_printing(_to_next(tail.items)))
    items, locator, short_name = assign(tail.items, context, titled=True)
    if small:
        items = [small, *(item._replace(field="publisher") if item.field == "container_title" else item for item in items)]
    items = where_said(head.author, folded[head.quoted.start : head.quoted.end], items, context)
    items = of_special_issue(of_italics(of_editors(items, context), context), context)
    items += [item for item in head.announced if not has(items, item.field)]
    held = read_held(context, tail.end, end)
    items += held
    if again:
        items.append(Item("container_title", context.known.container, *again.span("ibid")))
    finish = max([small.end if small else stop, *(item.end for item in tail.items), *(item.end for item in held)])
    if tail.items and tail.end > finish and folded[tail.end - 1] in ")]>":
        finish = tail.end
    return Rest(items, tail.items, locator, short_name, finish, again is not None, small is not None, bool(held))


def _to_next(printed: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """Leave out the next work where only a comma parts it: "(ACM, 2001), 245-50, Teija Seitola et al., “Random Projections”"."""
    for index, (names, title) in enumerate(pairwise(printed)):
        is_next = index > 0 and names.field == "text" and title.field == "quoted"
        if is_next and (ENDING_ET_AL.search(names.value) or all(map(has_given, split_people(names.value)))):
            return printed[:index]
    return printed


def _is_outlet(context: Context, title: Item, items: list[Item]) -> bool:
    """True for an outlet in quotation marks, with its date."""
    name = str(title.value)
    issued = value_of(items, "issued")
    if not issued or has(items, "container_title") or has(items, "publisher"):
        return False
    is_link = any(start <= title.start and title.end <= stop for start, stop, _ in context.links)  # which leads to what it names
    is_short = context.kind == "inline" and len(name.split()) <= 3 and not is_year(issued)  # not “The Night Watch,” 1642
    return context.evidence(name) >= 0.9 or (is_short and not is_link)


def _is_linked(context: Context, head: Head) -> bool:
    """True for a title that is all the words of a link, which has a form of its own: "([“Why no left-handed catchers?”](https://…))"."""
    span = (head.quote, head.quoted.stop)
    return context.kind == "inline" and any((start, stop) == span for start, stop, _ in context.links)


def _day_within(context: Context, quoted: Quoted) -> Item | None:
    """Return the day with which a title ends: "… Press Conference, New York, October 1, 2015,”"."""
    date = find_last_date(context.folded, quoted.start, quoted.end)
    return Item.dated(date) if date and date.has_day and date.has_year else None


def _is_container(context: Context, at: int, quote: int, end: int) -> bool:
    """True for the journal in "M. Nowicka, Gospodarka Galicji, „Kwartalnik Historyczny” R. 98, 1991": its title stands before it."""
    one = ONE.match(context.folded, at, quote) if QUOTED_PERIODICAL.match(context.folded, quote, end) else None
    if one is None or not context.folded.startswith(", ", one.end()) or one.end() + 4 > quote:
        return False
    people = GIVEN_FIRST.match(context.folded, at, quote)  # Ann Berg, Jo Lind, and Eva Holm, “A Language” (1993), 16-18
    return people is None or people.end() + len(", ") < quote


def _is_listed(context: Context, author: list[Item], quote: int, quoted: Quoted) -> bool:
    """True where full stops part the fields, as in a bibliography: "Buchanan, Scott. “Herman Talmadge.” New Georgia Encyclopedia. …"."""
    folded = context.folded
    if folded.startswith(". ", quoted.stop) and author and _is_periodical_next(context, quoted.stop + len(". ")):
        return True  # Kathleen DuVal, “Indian Intermarriage”. The William and Mary Quarterly 65:2, 2008: 267–304
    if not author and TYPE_NEXT.match(folded, quoted.stop):
        return True  # “Minister's statement on fisheries” (PDF). Government of Belize. 2 April 2003.
    if not (folded[quoted.stop - 2] in ".?!" or folded.startswith(". ", quoted.stop)) or quoted.stop >= len(folded):
        return False  # Zhao, Jacky. ‘A Case for Funding’. Medium (blog), 27 February 2021
    name = author[0].value if author and folded[quote - 2 : quote] == ". " else ""
    is_body = isinstance(name, Name) and bool(name.literal)  # World Bank. “Roads.” WB-24-10. World Bank. …
    inverted = name and (is_body or ", " in folded[author[0].start : author[0].end])
    return bool(inverted or (not author and context.begins_italics(quoted.stop + 1)))


def _is_periodical_next(context: Context, at: int) -> bool:
    """True where a journal with its volume begins, in italics or known."""
    name = JOURNAL.match(context.folded, at)
    return name is not None and (context.begins_italics(at) or context.periodical(name["name"]) is not None)


def _is_recalled(author: list[Item], title: Item, context: Context) -> bool:
    """True for a title of people who were both met before."""
    return bool(author) and all(context.known.has(item.value) for item in author) and context.known.has_title(str(title.value))


def _first_quote(folded: str, at: int, limit: int) -> int | None:
    depth = 0
    names = BY_SEMICOLONS.match(folded, at, limit) if "." in folded[at + 1 : at + 3] else None  # they begin with an initial
    for match in OPENER.finditer(folded, names.end() if names else at, limit):
        index, char = match.start(), match[0]
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == ";" and not depth:
            return None
        elif depth == 0 and char in CLOSERS and opens_quote(folded, index):
            return index
    return None


def _joined(context: Context, quoted: Quoted, end: int) -> list[Draft]:
    """Read "…,” and Dmitri Streltsov, “Implications …” (…)": two titles that share what follows the second."""
    match = JOINED.match(context.folded, quoted.stop, end)
    if match is None:
        return []
    following = read(context, match.end(), end)
    return following if following and following[0].end - match.end() < 600 else []


FORM = Form("titled", read)
