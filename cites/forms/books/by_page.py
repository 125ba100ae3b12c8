"""A work in running text with no more than its title and the page: "(Noam Chomsky, World Orders, p. 113)", "[The Sane Society, pp. 94-95]".

Essays and book reviews cite so behind what they quote; the author is often the one whom the sentence names. The page must be called one
("p.", "S.", "с."), and all of the bracket must be used up.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.books.parted import part_names
from cites.forms.fields.assign import assign
from cites.forms.fields.authors import is_body
from cites.forms.form import POINTERS, Context, Draft, Form, Item
from cites.grammar.common_words import is_common
from cites.grammar.lexicon import compile_words, first_words, one_of
from cites.grammar.names import PARTICLE
from cites.grammar.person import has_given, is_given
from cites.grammar.prose import is_prose
from cites.model import Name

LONGEST = 200  # code points of names and title
POINTER_NEXT = compile_words(rf",?\s(?=(?:{one_of('pages')})\s?[\divxl]|(?:{one_of('volumes', 'issues')})\s?[\dIVXL][^()]*\d)")
NAMED_PAGE = compile_words(rf"(?<!\p{{L}})(?:{one_of('pages')})\s?[\divxl]")
PART = regex.compile(r"\s(?:\p{Lu}|\d[\d.]*|[IVXL]+|\p{L}\p{Ll}{2,5})")  # A · 3 · IV · Two
MAY_BE_NAME = regex.compile(rf"\p{{Lu}}[\p{{L}}.'-]+\s(?:\p{{Lu}}\.\s|{PARTICLE})*\p{{Lu}}[\p{{L}}'-]+")
NO_TITLE = compile_words(rf"[;“”\"«»]|,?\s(?:{one_of('see', 'quoted')})\s")  # England and America, quoted by Jeremy Brecher, …
OF_YEAR = regex.compile(r"[\s,(](?:1[5-9]|20)\d\d[a-z]?\)?$")  # Smith, 2010: points to a list
CAPITALISED = regex.compile(r"\p{Lu}\p{L}{2,}")
LAST = regex.compile(r"[\s.,;]*(?:$|;)")
SECTION_WORDS = first_words("sections")
SEVERAL, ONE_WORD = 0.8, 0.7  # confidence of a title of several words or in italics, and of one word behind an author


def read(context: Context, at: int, end: int) -> list[Draft]:
    if context.kind != "inline" or not NAMED_PAGE.search(context.folded, at, end):
        return []
    pointer = POINTER_NEXT.search(context.folded, at, min(end, at + LONGEST))
    if pointer is None:
        return []
    tail = context.tail(pointer.start(), end)
    fields = {item.field for item in tail.items}
    if not ("page" in fields and fields <= POINTERS | {"issue"} and LAST.match(context.folded, tail.end, end)):
        return []
    for author, begin in part_names(context, at, pointer.start()):
        if begin < pointer.start() and _may_be(context, author, begin, pointer.start(), is_issue="issue" in fields):
            words = context.text[begin : pointer.start()]
            title = Item("container_title" if "issue" in fields else "title", words, begin, pointer.start())
            items, locator, _ = assign(tail.items, context, titled=False)
            is_met = context.known.has_title(words) and all(context.known.has(item.value) for item in author)
            worth = SEVERAL if " " in words or _is_italic(context, begin, pointer.start()) else ONE_WORD
            return [Draft("short" if is_met else "full", "book", at, tail.end, [*author, title, *items], locator, worth)]
    return []


def _may_be(context: Context, author: list[Item], begin: int, stop: int, *, is_issue: bool) -> bool:
    """True where names and a title stand: not for "Figure 3" and "Chapter Two", nor for a name alone, which may be the author's.

    is_issue: a number stands behind it, which people do not have.
    """
    words = context.folded[begin:stop]
    first, _, rest = words.partition(" ")
    if not (first[0].isupper() or first[0].isdigit()) or not CAPITALISED.search(words) or NO_TITLE.search(words):
        return False
    if is_prose(words) and not author:
        return False
    if first.casefold().rstrip(".") in SECTION_WORDS and PART.fullmatch(words, len(first)):
        return False
    if _is_italic(context, begin, stop):
        return True
    if OF_YEAR.search(words):
        return False
    if author:
        return all(_is_author(context, item, rest) for item in author)
    if is_issue or context.known.has_title(words):
        return True
    return bool(rest) and not (MAY_BE_NAME.fullmatch(words) and (is_given(first) or not any(map(is_common, words.lower().split()))))


def _is_author(context: Context, item: Item, rest: str) -> bool:
    """True for who is known, for a body, and for what no English word is: not "World Orders" before "Old and New", nor "Marxism".

    rest: of the title behind its first word; a family name by itself leads to several words.
    """
    name = item.value
    if not isinstance(name, Name) or context.known.has(name) or has_given(name):
        return isinstance(name, Name)
    if name.literal:
        return is_body(name.literal, context)
    first = (name.given or name.family).split(" ")[0]
    return not (is_common(first.lower()) or first.endswith("ism")) and bool(name.given or ("," not in rest and rest))


def _is_italic(context: Context, begin: int, stop: int) -> bool:
    return any(start <= begin < finish and stop - finish <= 1 for start, finish in context.italics)


FORM = Form("by_page", read)
