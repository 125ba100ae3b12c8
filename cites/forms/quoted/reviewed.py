"""A review: "Robert Legvold, review of The Putin Mystique, by Anna Arutyunan, Foreign Affairs 93, no. 4 (2014): 201".

What is reviewed, with its author, is the title; where the review appeared follows.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.assign import assign
from cites.forms.fields.authors import read_author
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.asides import PERIODICAL_NEXT
from cites.grammar.names import read_people

HEAD = regex.compile(
    r"(?:(?P<author>\p{Lu}[^,;:“”]{2,60}?)(?:,\s|'s\s))?"
    r"(?P<title>(?:[Rr]eview(?:\s[Ee]ssay)?\sof|[Rr]ev\.\sof|[Rr]ezension\s(?:zu|von)|[Cc]ompte[ -]rendu\sd[e']|[Rr]ecensione\s(?:a|di)"
    rf"|[Rr]eseña\sde)\s?(?P<work>[^;]{{3,200}}?))(?:,\sby\s(?P<by>\p{{Lu}}[^,;:“”]{{2,60}}))?,\s(?={PERIODICAL_NEXT})"
)


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    head = HEAD.match(folded, at, end)
    if head is None or context.begins_italics(head.start("title")):  # *Review of Maritime Transport*
        return []
    author = read_author(context, *head.span("author")) if head["author"] else []
    if author is None:
        return []
    people = read_people(folded, text, *head.span("by"), whole=True) if head["by"] and not author and " by " in head["work"] else None
    if people:  # "Review of The Sleepwalkers by Christopher Clark, by Thomas Otte, …"
        author = [Item("author", name, *head.span("by")) for name in people.names]
    last = head.end("by") if head["by"] and not people else head.end("title")
    tail = context.tail(head.end(), end)
    items, locator, short_name = assign(tail.items, context, titled=True)
    title = Item.cut("title", text, (head.start("title"), last))
    finish = max((item.end for item in tail.items), default=last)
    return [Draft("full", "titled", at, finish, [*author, title, *items], locator, 0.9, short_name)]


FORM = Form("reviewed", read, ("review", "rev. of", "rezension", "compte", "recensione", "reseña"))
