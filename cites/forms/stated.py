"""What was said in public, with who gave it out behind it: "Remarks by President Obama in Address to the General Assembly, The White House,
Office of the Press Secretary, 24 September 2014"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import find_date
from cites.grammar.sources import is_body

HEAD = regex.compile(
    r"(?P<title>(?:Joint\s|Opening\s|Prepared\s|Press\s)?(?P<kind>Remarks|Statement|Address|Speech|Conference|Briefing)\s(?:by|of|from)"
    r"\s(?:the\s)?\p{Lu}[^;“”]{2,160}?),\s(?P<body>(?:The\s)?\p{Lu}[^,;“”\d]{2,60})(?:,\s(?P<office>Office\s[^,;“”\d]{4,60}))?,\s(?=\d|\p{Lu}\p{L}{2,9}\.?\s\d)"
)
MAX = 320  # code points


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    head = HEAD.match(folded, at, min(end, at + MAX)) if context.kind == "note" else None
    date = find_date(folded, head.end(), end) if head else None
    if head is None or date is None or date.start != head.end() or not date.has_year:
        return []
    body = text[slice(*head.span("body"))]
    if not (context.outlet(body) or is_body(body)):
        return []
    kind = "webpage" if head["kind"] == "Statement" else "speech"
    items = [
        Item("type", kind, at, at),
        Item.cut("title", text, head.span("title")),
        Item.cut("publisher", text, head.span("body")),
        Item("issued", date.value, date.start, date.end),
    ]
    finish = date.end
    for item in context.tail(date.end, end).items:
        if item.field not in ("url", "accessed"):
            break
        items.append(Item(*item))
        finish = item.end
    return [Draft("full", "stated", at, finish, items, confidence=0.9)]


FORM = Form("stated", read, ("remarks", "statement", "address", "speech", "conference", "briefing"))
