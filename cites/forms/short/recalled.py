"""A work by words that were met in its title: "Stainer, Lights that Failed, 110", "Western Nubian Frontiers, p. 207".

Small letters and marks within it make a short title look like comment or like something else. That its author was met, and its words in
titles of that author, tells it all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from cites import lazy_regex as regex
from cites.forms.form import POINTERS, Context, Draft, Form, Item
from cites.forms.short.supra import BACK
from cites.grammar.inverted_names import read_inverted
from cites.grammar.lexicon import one_of
from cites.grammar.names import EDITS, ET_AL, SINGLE, split_people
from cites.grammar.printed import Printed
from cites.grammar.titles import CLOSERS, words_of
from cites.model import Name

ROLE = rf"(?:,?\s\(?{EDITS}\.?\)?)?"
AFTER_NAMES = regex.compile(rf"(?:{ET_AL})?(?:,\s{EDITS}\s(?=\p{{Lu}})|{ROLE}(?:[,.:]\s))")  # "Berg, ed. " · "Berg, " · "Berg (ed.): "
TITLE_END = regex.compile(r"[,.…]+[”\"»]?(?=\s|$)|[”\"»]?(?=[;)]|$)")
PAST = regex.compile(r"[;)]|,\s\d{1,3}(?!\d)")  # what is no more of the title, of which no more than six words are looked up
FIRST_WORD = regex.compile(r"[^\s;)]+")
ALONE = regex.compile(  # before a title without an author: not in "Theory of Glacial Drift, 74"
    rf"(?:^|[;.:(]\s?|\b(?:{one_of('see', 'possessives')}|also|compare|in|from)\s)$",
    regex.IGNORECASE,
)
BESIDE = ("volume", "aside", "edition")  # what is no place in the work
MAX_NAMES = 120  # code points
MAX_TITLE = 160


def read(context: Context, at: int, end: int) -> list[Draft]:
    known = context.known
    if not known.titles:
        return []
    for people, begin in _authors(context, at, end) if known.may_begin_author(context.text, at) else ():
        if draft := read_of(context, at, begin, end, people):
            return [draft]
    draft = _titled(context, at, at, end, known.has_title)
    is_title = draft and draft.locator and (" " in draft.get("title") or context.begins_italics(at))
    return [draft] if draft and is_title and ALONE.search(context.folded, max(0, at - 24), at) else []


def read_of(context: Context, at: int, begin: int, end: int, people: tuple[Name, ...]) -> Draft | None:
    """Return the short form by a title that begins at `begin`, behind the people whose title it is: "Id. Spiral of Violence, 43"."""
    if draft := _titled(context, at, begin, end, partial(context.known.has_words, people=people)):
        draft.items[:0] = [Item("author", person, at, begin - 2) for person in people]
    return draft


def _authors(context: Context, at: int, end: int) -> Iterator[tuple[tuple[Name, ...], int]]:
    """Yield the ways to part names that were met from what follows them, the shortest first."""
    folded, text, known = context.folded, context.text, context.known
    for after in AFTER_NAMES.finditer(folded, at, min(end, at + MAX_NAMES)):
        printed = text[at : after.start()]
        if known.wrote(body := Name(literal=printed)):
            yield (body,), after.end()
        elif SINGLE.fullmatch(folded, at, after.start()) and all(map(known.wrote, people := split_people(printed))):
            yield people, after.end()
    turned = read_inverted(folded, text, at, min(end, at + MAX_NAMES))  # SINE, Tom. The Mustard Seed Conspiracy
    if turned and all(map(known.wrote, turned.names)) and (stop := AFTER_NAMES.match(folded, turned.end - (folded[turned.end - 1] == "."))):
        yield turned.names, stop.end()


def _titled(context: Context, at: int, begin: int, end: int, is_met: Callable[[str], bool]) -> Draft | None:
    """Return the short form with the longest title that was met and begins at `begin`, if nothing but a place in the work follows it."""
    folded, text = context.folded, context.text
    if begin >= end or folded[begin] in CLOSERS:  # the form `titled` reads what begins with a quotation mark
        return None
    limit = min(end, begin + MAX_TITLE)
    first = FIRST_WORD.match(text, begin, limit)
    if first and words_of(first[0]) and not is_met(first[0]):  # a quick look, for most titles were never met
        return None
    last = None
    for stop in TITLE_END.finditer(folded, begin + 1, limit):
        if not is_met(text[begin : stop.start()]):
            break
        last = stop
        if PAST.match(folded, stop.start(), end):
            break
    tail = context.tail(last.end(), end) if last else None
    if last is None or tail is None or not all(_is_place(item, folded) for item in tail.items):
        return None
    if BACK.match(folded, last.end() + 1, end) or BACK.match(folded, last.end(), end):
        return None  # "Caron, Histoire…, op. cit., p. 140"
    volumes = [item for item in tail.items if item.field == "volume"]
    finish = max((item.end for item in tail.items), default=last.start() if last[0] == "," else last.end())
    locator = next((item.value for item in tail.items if item.field not in BESIDE), "")
    return Draft("short", "recalled", at, finish, [Item.cut("title", text, (begin, last.start())), *volumes], locator, 0.9)


def _is_place(item: Printed, folded: str) -> bool:
    """True for a place in a work; what may be an issue is the page of a volume in "1:128, and"."""
    return item.field in (*POINTERS, *BESIDE) or (item.field == "issue" and folded[item.start - 1] == ":")


FORM = Form("recalled", read)
