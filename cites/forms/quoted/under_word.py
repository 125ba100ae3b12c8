"""What a dictionary or an encyclopedia has under a word: "*Oxford Dictionary of Biography*, s.v. “Cecil, Robert”".

Source: The Chicago Manual of Style, 17th edition, 14.232 to 14.234.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.assign import assign
from cites.forms.fields.authors import read_author
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.names import read_people
from cites.model import Name

MOST = 260  # code points of what stands before "s.v."
WORD = regex.compile(
    r",?\s(?:s\.\s?vv?\.|[Ss]ub\s(?:verbo|voce))(?:,|:)?\s(?:[“\"‘'«](?P<title>[^“”\"«»]{1,90}?)[,.]?[”\"’'»](?!\p{L}),?|(?P<title>\p{L}[^;:,.“”()]{1,50})(?=[;,.]|$|\s\())"
)
NAME = regex.compile(r"\p{Lu}[^;:,“”\"()]{1,120}?(?=,\s|\s\(|$)")
BY = regex.compile(r",?\sby\s(?P<people>\p{Lu}[^,;:“”()]{2,80}?)(?=[,;]|\s\(|\.?$|\.\s(?:\p{Lu}|http))")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    word = WORD.search(folded, at, end)
    if word is None or word.start() > at + MOST or not folded[at].isupper():
        return []
    name = next((stop for start, stop in context.italics if start == at and stop <= word.start()), None)
    if name is None and any(at < start < word.start() for start, _ in context.italics):
        return []  # Samuel Johnson, *A Dictionary of the English Language*, s.v. “oats”
    plain = NAME.match(folded, at, word.start())
    stop = name or (plain.end() if plain else word.start())
    before = context.tail(stop, word.start())
    if folded[before.end : word.start()].strip(" .,") or (name is None and _is_person(context, at, stop)):
        return []
    items = [Item.cut("container_title", text, (at, stop)), Item.cut("title", text, word.span("title"))]
    finish = word.end()
    if (by := BY.match(folded, finish - (folded[finish - 1] == ","), end)) and (
        people := read_people(folded, text, *by.span("people"), whole=True, single=True)
    ):
        items += [Item("author", person, *by.span("people")) for person in people.names]
        finish = by.end()
    behind = context.tail(finish, end)
    found, _, short_name = assign([*before.items, *(item for item in behind.items if item.field != "text")], context, titled=True)
    finish = max([finish - (folded[finish - 1] == ","), *(item.end for item in behind.items if item.field != "text")])
    return [Draft("full", "under_word", at, finish, [*items, *found, Item("type", "entry-encyclopedia", at, at)], "", 0.9, short_name)]


def _is_person(context: Context, at: int, stop: int) -> bool:
    """True for "Samuel Johnson" of "Samuel Johnson, A Dictionary of the English Language, s.v. “oats”", whose dictionary is cited."""
    return any(isinstance(item.value, Name) and item.value.family for item in read_author(context, at, stop) or ())


FORM = Form("under_word", read, ("s.v", "s. v", "ub v"))
