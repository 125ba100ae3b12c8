"""A title in quotation marks: "Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015",
"“Country Report: Nepal,” The Asan Forum 3, no. 3 (2015): 228-230"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.edtf import has_day, is_year
from cites.forms.fields.assign import assign
from cites.forms.fields.authors import outlet_before
from cites.forms.fields.authorship import of_figures
from cites.forms.fields.occasions import where_said
from cites.forms.form import POINTERS, Context, Draft, Form, Item, changed, has, value_of
from cites.forms.quoted.part_of_book import of_editors, of_italics, of_special_issue, of_this_printing
from cites.forms.quoted.quoted_words import dates_a_phrase, is_byname, is_phrase
from cites.forms.quoted.title_head import Head, read_head, subtitle_end, with_writer_behind
from cites.grammar.dates import find_last_date
from cites.grammar.lexicon import AND, compile_words, in_names, one_of
from cites.grammar.names import ENDING_ET_AL, split_people
from cites.grammar.person import has_given
from cites.grammar.printed import Printed
from cites.grammar.titles import Quoted

UNKNOWN = 0.5  # how sure an unknown name in quotation marks is a source
JOINED = regex.compile(rf"[,;]?\s{AND}\s(?=[\p{{Lu}}“\"‘«„])")
SHORTENED = POINTERS | {"in", "translated"}
AGAIN = compile_words(  # “Further Remarks,” ibid. 243 (1945): 404; not “Introduction,” in idem, ed., Solidarity
    rf"\s(?:in:?\s)?(?P<ibid>{one_of('ibid')})(?!\p{{L}}|,?\s\(?(?:{one_of('editors.after')}))"
)
PAPER_NEXT = regex.compile(
    regex.shapes(
        ("«Известия»⟨, 29, 30 мая⟩", rf",\s\d\d?(?:,|\s{AND})\s\d\d?(?:\.\d\d?|\.?\s(?:de\s)?\p{{L}}{{3,}})"),
        ("„Gazeta Wyborcza”⟨ z 12 ⟩maja", r"\sz\s(?:dnia\s)?\d\d?[.\s]"),
        (
            "«Диена»⟨ (Латвия), 22.04⟩",  # , Эстония, 22.04
            r"(?:,\s\p{Lu}[\p{L} -]{2,25}|\s\(\p{Lu}[\p{L} -]{2,25}\))?,\s\d\d?\.(?:0[1-9]|1[0-2])(?=\s?(?:[,;)]|$))",
        ),
    )
)
SENTENCE_NEXT = regex.compile(
    regex.shapes(
        (
            "Korea's Ship Veterans⟨.” I a⟩sked them about orders",
            rf"\.[”\"’']\s{in_names('sentences.tellers', 'sentences.next')},?\s[\p{{Ll}}“\"]",
        ),
        ("of this world⟨.” See A⟩nn Berg, *Ships*", rf"\.[”\"’']\s(?=\p{{Lu}})(?i:{one_of('see')})\s\p{{Lu}}"),
    )
)
HELD = regex.compile(  # . MG368, Box 2, Folder 62. University of Idaho Library
    r"\.\s(?P<archive_location>\p{Lu}[^.;“”()]{0,60}(?:\([^()]{2,30}\))?[^.;“”()]{0,30}"
    r"\b(?:Box|Folder|Carton|Reel|MSS?|Series|Folio|File)\s[^.;“”()]{1,80}(?:\s\([^()]{2,120}\))?)\.\s"
    r"(?P<archive>\p{Lu}[^.;“”]{0,90}\b(?:Archives?|Library|Libraries|Collections?|Museum|Society|Center|Centre)\b[^.;“”]{0,60})(?=\.|$)"
)
HELD_SIGNS = ("Box ", "Folder ", "Carton ", "Reel ", "MS", "Series ", "Folio ", "File ")
SMALL_OUTLET = regex.compile(  # the Intercept · pv magazine · taz
    r",?\s(?P<name>the\s\p{Lu}[^,;:()“”]{2,40}?|\p{Ll}[\p{L}.-]*(?:\s\p{Ll}\p{L}*){0,2})(?=\s?[,(])"
)
YEAR_NAME = regex.compile(  # 2019 IEEE Conference on Robotics · 2020 12th Conference on Ice · 1914-1918-online · 1650: A Journal
    r"(?:1[5-9]|20)\d\d(?:\s\p{Lu}|:\s\p{Lu}|\s\d{1,3}(?:st|nd|rd|th)\s\p{Lu}|-(?:1[89]|20)\d\d-\p{L}).{6,}\p{L}\)?[,.]?"
)
BEFORE_NAME = frozenset({" ", ", ", " in ", ", in "})


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
    head = read_head(context, at, end)
    if head is None:
        return []
    title = Item.cut("title", context.text, (head.quoted.start, head.quoted.end))
    is_paper = head.quoted.end + 1 == head.quoted.stop and context.press(str(title.value))  # the comma of “Izvestia,” stands within
    if context.kind == "inline" and (is_paper or PAPER_NEXT.match(context.folded, head.quoted.stop, end)):
        return []  # a paper and its day, maybe behind another one: "РГ, «Известия», 11 марта"
    if subtitle := subtitle_end(context, head, end):
        head = head._replace(quoted=head.quoted._replace(stop=subtitle))
        title = Item.cut("title", context.text, (head.quote, subtitle))
    if following := _joined(context, head.quoted, end):
        is_again = _is_recalled(head.author, title, context)  # Berg, “Long Road”; and “The Law,” …
        again = Draft("short", "titled", at, head.quoted.stop, [*head.author, title], confidence=0.9)
        return [again if is_again else _sharing(head, title, at, following[0]), *following]
    if context.folded[head.quoted.stop - 2] == ";":  # "Rozman, “Japan's Approach;” Gady, …": the semicolon parts two works
        return [Draft("short", "titled", at, head.quoted.stop, [*head.author, title], confidence=0.9)]
    return _with_rest(context, at, with_writer_behind(context, head, end), title, end)


def _with_rest(context: Context, at: int, head: Head, title: Item, end: int) -> list[Draft]:
    """Return a title with what follows it; nothing where it is no title: "“president” since December 14, 2015"."""
    rest = _rest(context, head, end)
    is_year_alone = [item.field for item in rest.printed] == ["issued"] and is_year(str(rest.printed[0].value))
    if not rest.locator and is_year_alone and _is_recalled(head.author, title, context):
        rest = rest._replace(items=[], locator=str(rest.printed[0].value))  # “Short-Run Effects,” 1991: a page
    author, items = of_figures(head.author, rest.items, context)
    alone = len(author) == 1 and has(items, "issued") and not has(items, "container_title")
    if alone and (name := outlet_before(author[0], context, dated=has_day(value_of(items, "issued")), url=value_of(items, "url"))):
        author, items = [], [*items, name]  # 'Reuters, "Turkey halts an attempt to search a ship," 23 November 2020'
    if not author and not rest.is_held and _is_outlet(context, title, items):
        if str(title.value)[:1].islower():
            return []
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


def _sharing(head: Head, title: Item, at: int, last: Draft) -> Draft:
    """Return a title that shares what follows the next one."""
    own = [item for item in last.items if item.field not in ("author", "title", "page", "url")]
    return Draft(last.form, "titled", at, head.quoted.stop, [*head.author, title, *own], confidence=0.9)


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
        items = [small, *changed(items, "container_title", field="publisher")]
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
    """Leave out the next work where only a comma parts it: "(ACM, 2002), 244-50, Tuija Seitala et al., “Random Reflections”"."""
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


def _is_recalled(author: list[Item], title: Item, context: Context) -> bool:
    """True for a title of people who were both met before."""
    return bool(author) and all(context.known.has(item.value) for item in author) and context.known.has_title(str(title.value))


def _joined(context: Context, quoted: Quoted, end: int) -> list[Draft]:
    """Read "…,” and Dmitri Streltsov, “Implications …” (…)": two titles that share what follows the second."""
    match = JOINED.match(context.folded, quoted.stop, end)
    if match is None:
        return []
    following = read(context, match.end(), end)
    return following if following and following[0].end - match.end() < 600 else []


def small_outlet(context: Context, at: int, end: int) -> Item | None:
    """Return the outlet that stands at `at`, behind a title, None where it begins with a capital or nobody takes it for one."""
    small = SMALL_OUTLET.match(context.folded, at, end)
    if small is None:
        return _with_year(context, at, end)
    name = context.text[slice(*small.span("name"))]
    is_known = context.periodical(name) or (name.startswith("the ") and context.outlet(name[4:]))  # the White House
    return Item.cut("container_title", context.text, small.span("name")) if is_known else None


def _with_year(context: Context, at: int, end: int) -> Item | None:
    """Return the proceedings or the work in italics that begin with their year."""
    for start, stop in context.italics:
        if at < start <= stop <= end and context.folded[at:start] in BEFORE_NAME and YEAR_NAME.fullmatch(context.folded, start, stop):
            return Item.cut("container_title", context.text, (start, start + len(context.text[start:stop].rstrip(" .,"))))
    return None


def read_held(context: Context, at: int, end: int) -> list[Item]:
    """Return the signature and the archive that stand behind the full stop at `at`, and the type; nothing where they do not."""
    match = HELD.match(context.folded, at, end) if any(sign in context.text for sign in HELD_SIGNS) else None
    if match is None:
        return []
    return [*Item.each(context.text, match, "archive_location", "archive"), Item("type", "document", at, at)]


FORM = Form("titled", read)
