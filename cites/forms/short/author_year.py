"""Author and year in a note, the work being elsewhere: "Luhmann 1969", "Bender/Schumacher 1980, S. 138", "Black, 1973 S. 125 ff."."""

from __future__ import annotations

from itertools import takewhile

from cites import lazy_regex as regex
from cites.forms.form import POINTERS, Context, Draft, Form, Item
from cites.grammar.names import CONNECTOR, LAST, PARTICLE
from cites.knowledge import load
from cites.model import Name

INITIALS = r"(?:(?!U\.\ ?[SKN]\.)(?:\p{Lu}\.[ -]?){1,3})?"  # of "Y. Bentler and H. Nussenbaum, 2005, p. 412"
ONE = rf"{INITIALS}(?:{PARTICLE}){{0,2}}{LAST}"
HEAD = regex.compile(
    rf"(?P<names>{ONE}(?:\s?/\s?{ONE}|(?:,\s{ONE}){{0,3}},?\s{CONNECTOR}\s{ONE})*)(?:,\s(?:\p{{Lu}}\.[\s-]?){{1,3}}(?=\s?\(|\set\sal))?"
    rf"(?P<others>,?\s(?:et\sal\.|u\.\s?a\.|and\sothers))?,?\s\(?(?P<year>(?:1[6-9]|20)\d\d)(?P<letter>[a-h])?\)?(?=[\s.,;:)]|$)"
)
BODY = regex.compile(  # World Bank (2016)
    r"(?P<names>\p{Lu}[^,;()\d]{2,80}?),?\s\((?P<year>(?:1[6-9]|20)\d\d)(?P<letter>[a-h])?\)(?=[\s.,;:)]|$)"
)
BEFORE_YEARS = frozenset(load()["before_years"])  # Desde 1970
EACH = regex.compile(rf"(?P<particle>(?:{PARTICLE}){{0,2}})(?P<family>{LAST})")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    body = BODY.match(folded, at, end)
    known_body = context.known.bodies.get(text[slice(*body.span("names"))]) if body else None
    head = body if known_body else HEAD.match(folded, at, end)
    if head is None or head["names"].casefold() in BEFORE_YEARS:
        return []
    are_people = known_body or head["others"]  # "Arena et al." is no outlet
    if not are_people and context.evidence(text[slice(*head.span("names"))]) in (0.0, 0.9, 1.0):
        return []  # a place, an event or an outlet
    items = [Item("author", known_body, *head.span("names"))] if known_body else _families(context, head)
    items += Item.each(text, head, issued="year", year_letter="letter")
    cited = [*takewhile(lambda item: item.field in POINTERS, context.tail(head.end(), end).items)]
    finish = cited[-1].end if cited else head.end()
    known = known_body or all(context.known.has(item.value) for item in items if item.field == "author")
    if folded[max(0, at - 2)].islower() and not known and any(name.isupper() for name in EACH.findall(head["names"]) for name in name[1:]):
        return []  # the statistical yearbook of the DDR 1956
    if not known and not cited and finish < end and folded[finish] not in ".,;:)" and not folded.startswith(" and", finish) and at > 0:
        return []
    return [Draft("short", "author_year", at, finish, items, cited[-1].value if cited else "", 0.9 if known or cited else 0.8)]


def _families(context: Context, head: regex.Match[str]) -> list[Item]:
    return [
        Item("author", Name(family=context.text[slice(*one.span("family"))], particle=one["particle"].strip()), *one.span())
        for one in EACH.finditer(context.folded, *head.span("names"))
    ]


FORM = Form("author_year", read)
