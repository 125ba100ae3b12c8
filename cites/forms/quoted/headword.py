"""An entry of a dictionary or an encyclopedia, under its headword: "Encyclopaedia Britannica, 11th ed., s.v. “Salvation”",

"Encyclopaedia of Islam, 2nd ed., s.v. “Ghulām,” by Halil İnalcık".

Source: Chicago Manual of Style, 17th edition, 14.232.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.assign import read_rest
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import read_people
from cites.grammar.person import has_given
from cites.grammar.titles import quoted_at

UNDER = regex.compile(
    r"(?P<work>\p{Lu}[^;“”„«»\"(),]{2,100}?)(?P<rest>(?:,\s(?:[\p{Ll}\d]|(?:Vol|Bd)\.?\s)[^;“”„«»\"(),]{1,40}){0,2}(?:\s\([^()]{4,80}\))?)"
    r"(?:,|(?<=[.)\d]|(?<!\p{L})(?:\p{Lu}[\p{L}'’-]*|lexicon|dictionary|encyclop(?:a|ae|æ)dia)))\s"  # not "Johnson jokes s.v. “oats”"
    r"(?:s\.\s?vv?\.|sub\sverbo)[,:]?\s(?P<word>[\p{Lu}“„«\"‘']|(?=\p{Ll}))"
)
PLAIN = regex.compile(r"[^,.;()]{2,60}(?:,\s\p{Lu}[\p{L}. ]{1,30}(?=[.;]|$))?")  # s.v. Warren, Sir Charles
BY = regex.compile(r",?[”\"’'»]?\sby\s(?=\p{Lu})")
DICTIONARY = compile_words(rf"{one_of('handbooks.dictionaries')}(?!\sof\s(?:\p{{L}}+\s)*biography)")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    under = UNDER.match(folded, at, end)
    people = read_people(folded, text, at, under.end("work"), whole=True) if under else None
    if under is None or (people and any(map(has_given, people.names))):
        return []  # James W. Redhill, A Turkish and English Lexicon (…), s.v. “fener”: a place in his book
    begin = under.start("word")
    quoted = quoted_at(folded, begin, end)
    if quoted:
        title, stop = (quoted.start, quoted.end), quoted.stop
    elif plain := PLAIN.match(folded, begin, end):
        title, stop = plain.span(), plain.end()
    else:
        return []
    work = Item.cut("container_title", text, under.span("work"))
    kind = "entry-dictionary" if DICTIONARY.search(str(work.value)) else "entry-encyclopedia"
    items = [Item("type", kind, at, at), Item.cut("title", text, title), work]
    items += read_rest(context, under.end("work"), under.end("rest"), titled=True).items
    by = BY.match(folded, stop - 2 * bool(quoted), end) or BY.match(folded, stop, end)
    people = read_people(folded, text, by.end(), end) if by else None
    if by and people:
        items += [Item("author", name, by.end(), people.end) for name in people.names]
        stop = people.end
    rest = read_rest(context, stop, end, titled=True, unnamed=False)
    items += rest.items
    return [Draft("full", "headword", at, max(stop, rest.end) if rest.items else stop, items, confidence=0.9)]


FORM = Form("headword", read, ("s.v", "s. v", "sub verbo"))
