"""Cases that are known by their number: unreported ones, and those of courts that publish no reports.

"Doe v. Roe, No. 12-cv-3456, 2013 WL 123456, at *3 (S.D.N.Y. Jan. 5, 2013)", "Balogh v Hungary App no 47940/99 (ECtHR, 20 July 2004)",
"Prosecutor v Tadić (Judgment) IT-94-1-A (15 July 1999)"; and what is filed with courts and agencies: "CTA Comments at 2",
"EFF, Reply Comments, WC Docket No. 07-52, Feb. 28, 2008, at 2". Source: The Bluebook, rules 10.8, 21.5 and B17; OSCOLA, part 2.
"""

from __future__ import annotations

from cites.forms.form import Context, Draft, Item
from cites.forms.legal.cases import BRIEF
from cites.forms.legal.drafts import before_parties, is_in_italics, nickname, printed, short_name
from cites.forms.legal.tables import read_rules
from cites.grammar.dates import read_date

BY_NUMBER = read_rules("dockets", "numbered")[0]
HINTS = (" v. ", " v ", "in re ", "re ")


def read(context: Context, at: int, end: int) -> Draft | None:
    """Read a case by its number."""
    folded, text = context.folded, context.text
    lowered = context.lowered[at:end]
    if not any(hint in lowered for hint in HINTS) or not any(hint in lowered for hint in BY_NUMBER.hints):
        return None
    brief = BRIEF.match(folded, at, end)
    match = BY_NUMBER.pattern.match(folded, brief.end() if brief else at, end)
    if match is None:
        return None
    is_whole = brief or is_in_italics(context, at, match.end("title"))
    if not is_whole and (begin := before_parties(folded, at, match.end("title"))) > at:
        return read(context, begin, end)
    title = text[slice(*match.span("title"))].strip(" ,")
    shown = f"{text[slice(*brief.span('brief'))].strip()}, {title}" if brief else title
    date = read_date(folded, *match.span("date")) if match["date"] else None
    fields = [item for item in printed(context, match) if item.field not in ("title", "issued" if date else "")]
    items = [Item("type", "legal_case", at, at), Item("title", shown, at, match.end("title")), *fields]
    items += [Item.dated(date)] if date else []
    finish, called = nickname(context, match.end(), end)
    locator = match["cited"] or (brief["cited"] if brief else "") or ""
    return Draft("full", "legal", at, finish, items, locator, 0.9, called or short_name(title))
