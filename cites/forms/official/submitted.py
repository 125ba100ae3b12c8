"""What was given to an inquiry in writing, as parliaments number it: "Veolia (EIM0039)", "Law Council, Submission 12, p. 4"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.names import split_people
from cites.grammar.person import is_given, without_ranks
from cites.grammar.prose import COMMENT
from cites.model import Name

NUMBER = r"\((?P<number>\p{Lu}{3}\d{4})\)"
HEAD = regex.compile(
    rf"(?P<who>[\p{{Lu}}\d][^;()“”\d]{{1,100}})(?:\s{NUMBER}|(?:\s\((?P<called>\p{{Lu}}[^()\d]{{1,30}})\))?,\s(?P<genre>Submission)\s"
    rf"(?:[Nn]o\.?\s)?(?P<number>\d{{1,4}}(?:\.\d)?))"
    r"(?:,\spp?\.?\s(?P<locator>\d{1,3}(?:-\d{1,3})?(?:(?:,\s|,?\s(?:and|&)\s)\d{1,3}(?:-\d{1,3})?)*))?(?=[,;.]|\s\(|$)"
)


def read(context: Context, at: int, end: int) -> list[Draft]:
    head = HEAD.match(context.folded, at, end) if context.kind == "note" else None
    return [] if head is None or COMMENT & set(head["who"].casefold().split()) else [_draft(context, head)]


def _draft(context: Context, head: regex.Match[str]) -> Draft:
    text = context.text
    items = [Item("type", "document", head.start(), head.start()), _who(text[slice(*head.span("who"))], *head.span("who"))]
    items += Item.each(text, head, "number", "genre")
    locator = text[slice(*head.span("locator"))] if head["locator"] else ""
    return Draft("full", "submitted", head.start(), head.end(), items, locator, 0.9)


def _who(printed: str, start: int, end: int) -> Item:
    """Return a person, told by a rank or a given name, or a body."""
    words = printed.split(" ")
    bare = without_ranks(words)
    people = split_people(" ".join(bare)) if len(bare) in (2, 3) and (len(bare) < len(words) or is_given(bare[0])) else ()
    return Item("author", people[0] if len(people) == 1 else Name(literal=printed), start, end)


FORM = Form("submitted", read, ("submission", *(f"{digit})" for digit in range(10))))
