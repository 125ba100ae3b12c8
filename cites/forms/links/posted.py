"""A post by its author and its platform: "@CasusFoederis, Twitter, 7 August 2021", "Elon Musk, post on X, 3 May 2024",
"Lars Brenne (@lbrekke_nord), tweet, 9 November 2018".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.assign import take_address
from cites.forms.fields.authors import read_author
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import read_date
from cites.model import Name

HEAD = regex.compile(
    r"(?P<author>@[\w.]+|\p{Lu}[^,;:“”()]{2,60}(?:\s\(@[\w.]+\))?),\s(?:(?P<genre>tweet|retweet|toot|(?:post|thread|video|story)(?=\son\s"
    r"|,\s)|(?:Facebook|Twitter|Telegram|Instagram|LinkedIn)\spost)(?:\s(?:on|to)\s|,\s)?)?(?P<platform>\p{Lu}[\p{L} .]{0,20}?)?(?:,\s"
    r"|\s\()(?=\d|\p{Lu}\p{L}+\s\d)"
)
BY = regex.compile(  # Tweet by @DefenceHQ, 24 February 2022, 8:31 AM
    r"(?P<genre>Tweet|Post|Thread|Facebook\spost|Telegram\spost)\s(?:by|from)\s(?P<author>@[\w.]+|\p{Lu}[^,;:“”()]{2,60}(?:\s\(@[\w.]+\))?)"
    r"(?:,?\s(?:on\s)?(?P<platform>Twitter|X|Facebook|Telegram|LinkedIn))?,\s(?=\d|\p{Lu}\p{L}+\s\d)"
)
CLOSED = regex.compile(r"(?:,\s\d{1,2}:\d\d\s[AP]M)?\)")  # (May 26, 2020, 7:17 AM)


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    head = HEAD.match(folded, at, end) or BY.match(folded, at, end)
    date = read_date(folded, head.end(), end) if head else None
    if head is None or date is None or not date.has_day or (head["platform"] and not _is_platform(context, head["platform"])):
        return []
    author = _author(context, head)
    if not author or not (head["genre"] or "@" in head["author"]):
        return []
    items = [*author, Item.dated(date), Item("type", "post", at, at)]
    items += Item.each(text, head, container_title="platform", genre="genre")
    closed = CLOSED.match(folded, date.end, end)
    finish = closed.end() if closed else date.end
    finish = take_address(context, items, finish, end)
    return [Draft("full", "posted", at, finish, items, confidence=0.9)]


def _is_platform(context: Context, printed: str) -> bool:
    outlet = context.outlet(printed)
    return printed == "X" or (outlet is not None and outlet.kind == "social")


def _author(context: Context, head: regex.Match[str]) -> list[Item]:
    if head["author"].startswith("@"):
        return [Item("author", Name(literal=head["author"]), *head.span("author"))]
    return read_author(context, *head.span("author")) or []


FORM = Form("posted", read, ("@", "tweet", "post", "toot", "thread", "video", "story"))
