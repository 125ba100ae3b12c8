"""What a body gave out, the kind first, as the Bluebook has it: "Press Release, U.S. Dep't of Justice, Title (Jan. 5, 2017), https://…"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.assign import read_rest
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import read_date
from cites.grammar.genres import RELEASES
from cites.grammar.lexicon import one_of
from cites.grammar.names import split_people
from cites.model import Name

OFFICE = (  # Press Release, Rod R. Blagojevich, Ill. Governor, Gov. Blagojevich Signs Law …
    r"(?:,\s(?P<office>(?:[^,;“”]{2,60}\s)?(?:Governor|Gov\.|Sen(?:ator|\.)|Rep(?:resentative|\.)|Att'y\sGen\.|Attorney\sGeneral"
    r"|President|Sec(?:retary|'y)|Comm(?:issione|')r|Chair(?:man|woman)?|Mayor|Minister)))?"
)
TIME = regex.compile(r",\s\d{1,2}:\d{2}(?:\s[AaPp]\.?[Mm]\.?)?")
HEAD = regex.compile(
    regex.shapes(
        (
            "⟨Press release, European Commission, “Fleets Grow” (⟩Brussels",
            rf"(?P<genre>(?=\p{{Lu}})(?i:{RELEASES}|{one_of('announced.headed')})),\s(?P<body>[^,;“”]{{3,90}}){OFFICE},\s"
            r"[“\"]?(?P<title>[^;“”]{4,260}?),?[”\"]?\s\((?=\p{Lu})",
        ),
        (
            "⟨CFTC Press Release No. 9217-26, CFTC Charges Trader (⟩Apr. 23",  # UNCTAD Press Release UNCTAD/PRESS/IN/2010/23 (2 June 2010)
            rf"(?P<body>\p{{Lu}}[\p{{L}}.&' -]{{1,60}}?),?\s(?P<genre>(?=\p{{Lu}})(?i:{RELEASES}))\s(?:No\.?\s)?"
            r"(?P<number>(?=[\w/.-]*\d)[\p{Lu}\d][\w/.-]*\w)(?:,\s[“\"]?(?P<title>\p{Lu}[^;“”()]{4,260}?),?[”\"]?)?\s\((?=\p{Lu}|\d)",
        ),
    )
)


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    head = HEAD.match(folded, at, end)
    date = read_date(folded, head.end(), end) if head else None
    if head is None or date is None or not date.has_year:
        return []
    time = TIME.match(folded, date.end, end)
    closed = time.end() if time else date.end
    if folded[closed : closed + 1] != ")":
        return []
    body = text[slice(*head.span("body"))]
    authors = split_people(body) if head["office"] else (Name(literal=body),)
    items = [
        *(Item("author", name, *head.span("body")) for name in authors),
        *Item.each(text, head, "title", "genre", "number"),
        Item.dated(date),
    ]
    rest = read_rest(context, closed + 1, end, titled=True, unnamed=False)
    return [Draft("full", "released", at, rest.end, [*items, *rest.items], rest.locator, 0.9, rest.short_name)]


FORM = Form("released", read, ("release,", "release ", "statement,", "sheet,", "announcement,"))
