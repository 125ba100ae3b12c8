"""A work that another note cites: "Freeman, supra note 24, at 12", "Smith (n 5) 12", "Panov, op. cit., p. 9"."""

from __future__ import annotations

import regex

from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import read_people
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted

BACK = compile_words(
    rf"\(?(?:above\s|oben\s)?(?:{one_of('supra')}|n\.?|Anm\.|Fn\.|note)\s?(?P<note>\d+)\)?"
    rf"|(?P<op>{one_of('op_cit')})(?:\s\(?(?:above\s)?(?:n\.?|note)\s?(?P<note>\d+)\)?)?"
)
BARE = compile_words(
    r"(?:\((?:vorige\s|prior\s|previous\s)?[nN]\.?\s?(?P<note>\d+)\)|\((?P<op>vorige\s(?:N|Fn|Anm)\.|wie\svorige\s\p{L}+)\)(?:\sa\.\s?a\.\s?O\.)?|(?:see\s)?(?:supra|above),?\s(?:notes?|n\.?|fn\.?)\s?(?P<note>\d+)(?:\sabove)?|"
    r"(?:see\s)?note\s(?P<note>\d+)\s(?:above|supra)|\((?:s\.\s|siehe\s|wie\s)?(?:oben\s)?(?:N|Fn|FN|Anm|Fußn)\.?\s?(?P<note>\d+)\)|(?P<op>(?:op|loc"
    r"|art)\.?\s?cit\.?(?!\p{L})|a\.\s?a\.\s?O\.|aaO|(?:указ|ук)\.\s(?:соч|раб|ст)\.|前掲[^\s,]{0,20}|(?<=,\s)i(?:bi)?d\.(?!,?\s\p{Lu}))(?:\s\((?P<year>\d{4})\))?(?:,?\s\(?(?:above\s|in\s|siehe\s|wie\s)?(?:n(?:ote)?|fn|Anm|nota)\.?\s?(?P<note>\d+)(?:\sabove)?\)?)?)"
)
HEAD_END = compile_words(r",?\s?")
NO_HEAD = regex.compile(r"\p{Ll}{2}\.\s\p{Lu}(?!\.)|[()]|\d{3}|https?:")
MAX_HEAD = 160  # code points of names and title before "supra note"


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    back = BARE.search(folded, at, min(end, at + MAX_HEAD))
    if back is None:
        return []
    stop = back.start()
    while stop > at and folded[stop - 1] in " ,":
        stop -= 1
    head = _head(context, at, stop)
    if head is None:
        return []
    tail = context.tail(back.end(), end)
    items = []
    after = back.end()
    for item in tail.items:
        if item.field not in ("page", "section", "cited", "volume"):
            break
        items.append(item)
        after = item.end
    locator = next((item.value for item in items if item.field != "volume"), "")
    if back["year"]:
        head.append(Item("issued", back["year"], *back.span("year")))
    return [Draft("short" if head or not back["op"] else "ibid", "supra", at, after, head, locator, 0.95, points_to=back["note"] or "")]


def _head(context: Context, at: int, stop: int) -> list[Item] | None:
    """Read the names and the title before the back reference; None where something else stands there."""
    folded, text = context.folded, context.text
    if stop <= at:
        return []
    if NO_HEAD.search(folded, at, stop):
        return None
    quote = next((i for i in range(at, stop) if folded[i] in CLOSERS and opens_quote(folded, i)), None)
    items: list[Item] = []
    if quote is not None:
        quoted = read_quoted(folded, quote, stop)
        if quoted is None:
            return None
        items.append(Item("title", text[quoted.start : quoted.end], quoted.start, quoted.end))
        stop = quote
        while stop > at and folded[stop - 1] in " ,":
            stop -= 1
        if stop <= at:
            return items
    people = read_people(folded, text, at, stop, whole=True, single=True)
    if people:
        return [Item("author", name, at, stop) for name in people.names] + items
    comma = folded.find(", ", at, stop)
    if comma > 0 and (people := read_people(folded, text, at, comma, whole=True, single=True)):
        return [*(Item("author", name, at, comma) for name in people.names), Item("title", text[comma + 2 : stop], comma + 2, stop)]
    if folded[at].isupper() and len(folded[at:stop].split()) <= 12:
        return [Item("title", text[at:stop], at, stop)]
    return None


FORM = Form("supra", read, ("supra", "above", "cit", "(n", "note", "oben", "соч", "раб", "a. a.", "a.a.", "aao", "vorige", "anm", "fn", ", id.", ", ibid.", "前掲"))
