"""The first title in quotation marks of a citation, and who stands before it or right behind: "Ko Hirano, “Abe Quandary,”"."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms.books.behind_comma import QUOTED_PERIODICAL
from cites.forms.fields.announced import read_announced, read_designation
from cites.forms.fields.authors import read_author
from cites.forms.form import Context, Item
from cites.forms.links.linked_title import read_linked_title
from cites.forms.quoted.quoted_words import begins_title, is_quotation, is_said_in_ibid
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import BY_SEMICOLONS, GIVEN_FIRST, ONE, read_people
from cites.grammar.person import has_given, is_given
from cites.grammar.sources import ACCOUNT_NEXT
from cites.grammar.titles import CLOSERS, OPENER, Quoted, opens_quote, read_quoted
from cites.model import Name

MAX_HEAD = 220  # code points of the names before a title
BEHIND = regex.compile(r"\s?,?\s(?P<by>by\s)?(?=\p{Lu})")  # “Moscow Turns East,” by Ivan Sokolov · „Landamæri" Skapti Hallgrímsson
VOLUME = r",?\s(?:[Vv]ol\.?\s)?\d{1,4}(?=[.,:/]|\s\()"
JOURNAL = regex.compile(rf"(?P<name>\p{{Lu}}[^.;:()“”\"\d]{{2,80}}?){VOLUME}")
NUMBER_NEXT = regex.compile(rf"{VOLUME}|,\s(?:\p{{L}}{{3,9}}\.?\s)?\d{{1,4}}")  # also , June 23, 2023 · , 23 June
OUTLET_NEXT = regex.compile(r",\s(?P<paper>\p{Lu}[\p{L}.'’ &-]{1,60}?)(?=,\s|\s\d\d?\.\d)")  # , The Diplomat, May 3 · , Dagur 30.04.2004
WRITER_NEXT = regex.compile(rf"(?:\p{{Lu}}[\p{{L}}.'’-]{{0,20}}\s){{1,3}}\p{{Lu}}[\p{{L}}'’-]{{1,30}}{OUTLET_NEXT.pattern}")
ENTRY = compile_words(rf"{one_of('chapters.entries')}\s")  # Art. „Gewalt“, in: Geschichtliche Grundbegriffe
LONGEST_GIVEN = 20  # code points
LIKELY = 0.5  # evidence, above which a name is rather that of an outlet
SUBTITLE = regex.compile(  # “I Won't Be a Doctor”: Girls' Access to Education in Afghanistan, October 17, 2017
    r":\s\p{Lu}[^;:“”()]{8,160}?(?=,\s(?:\p{Lu}\p{L}+\.?\s(?:\d{1,2},\s)?|\d{1,2}\s\p{Lu}\p{L}+\s)(?:19|20)\d\d|,\shttps?:|\s\()"
)
GOES_ON = compile_words(rf"\s(?!{one_of('in_words')}|by\s)(?-i:\p{{Ll}}{{2,}})\s(?-i:\p{{Ll}})")  # amid a sentence
TYPE_NEXT = regex.compile(r"\s\(\p{Lu}[\p{L} ]{2,24}\)\.\s\p{Lu}")


class Head(NamedTuple):
    """A title in quotation marks, and who stands before it."""

    author: list[Item]
    quote: int  # where its opening mark stands
    quoted: Quoted
    announced: list[Item]  # of what a body gave out: its kind, its number, its day
    listed: bool  # full stops part the fields, as in a bibliography


def read_head(context: Context, at: int, end: int) -> Head | None:
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
    author = [] if designated or ENTRY.fullmatch(folded, at, quote) else announced[:1] or read_author(context, at, quote)
    quoted = read_quoted(folded, quote, end) if author is not None else None
    if author is None or quoted is None or quoted.end - quoted.start < 2 or _is_name(context, at, quote, quoted):
        return None
    if author and folded[quoted.start].islower() and GOES_ON.match(folded, quoted.end + 1, end):
        return None  # Под «элитой» здесь понимается круг лиц
    if author and begins_title(context, quoted, end):
        return None  # "Quested, “Matey” Imperialists? The Tsarist Russians …"
    if any(start <= quote < quoted.stop + 3 < stop for start, stop in context.italics) or _begins_italics(context, quote):
        return None  # *"Aba Riots" or Igbo "Women's War"? Ideology, Stratification, and the Invisibility of Women*
    if not author and (is_said_in_ibid(folded, quoted, end) or is_quotation(context, quoted, end)):
        return None
    return Head(author, quote, quoted, designated or announced[1:], _is_listed(context, author, quote, quoted))


def subtitle_end(context: Context, head: Head, end: int) -> int | None:
    """Return where the title of a body's report ends that begins with what somebody said: "“I Won't”: Girls' Access"."""
    by_body = head.author and head.author[0].body
    behind = SUBTITLE.match(context.folded, head.quoted.stop, end) if by_body else None
    return behind.end() if behind and context.outlet(context.text[head.quoted.stop + 2 : behind.end()]) is None else None


def with_writer_behind(context: Context, head: Head, end: int) -> Head:
    """Read who wrote "“Moscow Turns East,” by Ivan Sokolov", "[Governing the Commons](https://…), Elinor Ostrom, 1992"."""
    is_link = head.quote == head.quoted.start
    by = BEHIND.match(context.folded, head.quoted.stop, end) if not head.author else None
    is_of_paper = bool(by and (paper := WRITER_NEXT.match(context.folded, by.end(), end)) and context.outlet(paper["paper"]))
    is_told = by is not None and (by["by"] or is_of_paper or is_given(context.text[by.end() : by.end() + LONGEST_GIVEN].split(" ")[0]))
    people = read_people(context.folded, context.text, by.end(), end) if by and is_told else None
    if by is None or people is None:
        return head
    if not by["by"]:
        is_person = (is_of_paper or all(map(has_given, people.names))) and context.evidence(context.text[by.end() : people.end]) <= LIKELY
        if not is_person or not (is_link or OUTLET_NEXT.match(context.folded, people.end, end)):
            return head
    author = [Item("author", name, by.end(), people.end) for name in people.names]
    return head._replace(author=author, quoted=head.quoted._replace(stop=people.end))


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


def _begins_italics(context: Context, quote: int) -> bool:
    """True for the mark that begins a title in italics and closes amid them: "*'Jiko hyosho' no bungaku-shi* (Tokyo: …)"."""
    words = context.folded[quote + 1 : context.italics_end(quote)].rstrip(" .,")
    return any(mark in words[:-1] for mark in CLOSERS[context.folded[quote]]) and words[-1] not in CLOSERS[context.folded[quote]]


def _is_name(context: Context, at: int, quote: int, quoted: Quoted) -> bool:
    """True for a source whose name is partly in quotation marks: РИА «Новости»."""
    return at < quote and "," not in context.folded[at:quote] and context.outlets.find(context.text[at : quoted.stop]) is not None


def _is_container(context: Context, at: int, quote: int, end: int) -> bool:
    """True for the journal in "M. Nowicka, Gospodarka Galicji, „Kwartalnik Historyczny” R. 98, 1991": its title stands before it."""
    one = ONE.match(context.folded, at, quote) if QUOTED_PERIODICAL.match(context.folded, quote, end) else None
    if one is None or not context.folded.startswith(", ", one.end()) or one.end() + 4 > quote:
        return False
    people = GIVEN_FIRST.match(context.folded, at, quote)  # Ann Berg, Jo Lind, and Eva Holm, “A Language” (1993), 16-18
    return people is None or people.end() + len(", ") < quote


def _is_listed(context: Context, author: list[Item], quote: int, quoted: Quoted) -> bool:
    """True where full stops part the fields, as in a bibliography: "Buchwald, Scott. “Herman Tallmadge.” New Georgia Encyclopedia. …"."""
    folded = context.folded
    if folded.startswith(". ", quoted.stop) and author and _is_periodical_next(context, quoted.stop + len(". ")):
        return True  # Kathleen DuVal, “Indian Intermarriage”. The William and Mary Quarterly 65:2, 2008: 266–303
    if not author and TYPE_NEXT.match(folded, quoted.stop):
        return True  # “Minister's statement on fisheries” (PDF). Government of Belize. 2 April 2003.
    if not (folded[quoted.stop - 2] in ".?!" or folded.startswith(". ", quoted.stop)) or quoted.stop >= len(folded):
        return False  # Zhao, Jacky. ‘A Case for Funding’. Medium (blog), 26 February 2022
    name = author[0].value if author and folded[quote - 2 : quote] == ". " else ""
    is_body = isinstance(name, Name) and bool(name.literal)  # World Bank. “Roads.” WB-24-10. World Bank. …
    inverted = name and (is_body or ", " in folded[author[0].start : author[0].end])
    return bool(inverted or (not author and context.begins_italics(quoted.stop + 1)))


def _is_periodical_next(context: Context, at: int) -> bool:
    """True where a journal with its volume begins, in italics or known."""
    if whole := context.italics_end(at):  # *Annals of St. Petersburg* 7 (1912) · *The Guardian*, June 22, 2022
        return NUMBER_NEXT.match(context.folded, whole) is not None
    name = JOURNAL.match(context.folded, at)
    return name is not None and context.periodical(name["name"]) is not None
