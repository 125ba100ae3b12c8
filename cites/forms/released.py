"""What a body gave out, the kind first, as the Bluebook has it: "Press Release, U.S. Dep't of Justice, Title (Jan. 5, 2017), https://…"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.assign import assign
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import read_date
from cites.model import Name

HEAD = regex.compile(
    r"(?P<genre>Press\sRelease|News\sRelease|Press\sStatement|Fact\sSheet|Media\sRelease|Announcement),\s(?P<body>[^,;“”]{3,90}),\s"
    r"[“\"]?(?P<title>[^;“”]{4,260}?),?[”\"]?\s\((?=\p{Lu})"
    # CFTC Press Release No. 9217-26, CFTC Charges … (Apr. 23, 2026) · UNCTAD Press Release UNCTAD/PRESS/IN/2010/023 (21 June 2010)
    r"|(?P<body>\p{Lu}[\p{L}.&' -]{1,60}?)\s(?P<genre>(?:Press|News|Media)\sRelease)\s(?:No\.?\s)?"
    r"(?P<number>(?=[\w/.-]*\d)[\p{Lu}\d][\w/.-]*\w)"
    r"(?:,\s[“\"]?(?P<title>\p{Lu}[^;“”()]{4,260}?),?[”\"]?)?\s\((?=\p{Lu}|\d)"
)


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    head = HEAD.match(folded, at, end)
    date = read_date(folded, head.end(), end) if head else None
    if head is None or date is None or not date.has_year or folded[date.end : date.end + 1] != ")":
        return []
    items = [
        Item("author", Name(literal=text[slice(*head.span("body"))]), *head.span("body")),
        *(Item.cut(field, text, head.span(field)) for field in ("title", "genre", "number") if head[field]),
        Item("issued", date.value, date.start, date.end),
    ]
    tail = context.tail(date.end + 1, end)
    found, locator, short_name = assign((item for item in tail.items if item.field != "text"), context, titled=True)
    finish = max([date.end + 1, *(item.end for item in tail.items if item.field != "text")])
    return [Draft("full", "released", at, finish, [*items, *found], locator, 0.9, short_name)]


FORM = Form("released", read, ("release,", "release ", "statement,", "sheet,", "announcement,"))
