"""Provisions of what is known by its letters or its name: "GDPR, art 6(1)(f)", "Art. 101 TFEU", "§ 823 Abs. 1 BGB", "GENIUS Act § 4(e)"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
from cites.forms.legal.drafts import draft
from cites.forms.legal.tables import Rule, read_patterns
from cites.knowledge import load_courts

BEHIND, BEFORE = read_patterns("provisions", "BEHIND", "BEFORE")
AGREED = regex.compile(r"\b(?:Charter|Convention|Covenant|Protocol|Statute|Treaty)\b")
HINTS = ("art", "§", " s ", " ss ", " s. ", "recital", "section", " sec. ")


def read(context: Context, at: int, stop: int) -> Draft | None:
    match = BEHIND.match(context.folded, at, stop) or BEFORE.match(context.folded, at, stop)
    if match is None or context.outlet(match["title"]):
        return None
    title = context.text[slice(*match.span("title"))]
    if context.known.has_title(title) or title in context.known.short_names:
        named = Item("title", title, *match.span("title"))
        return Draft("short", "legal", at, match.end(), [named], context.text[slice(*match.span("cited"))], 0.8)
    kind = "treaty" if title in load_courts().treaties or AGREED.search(title) else "legislation"
    return draft(context, Rule(kind, match.re, (), 0.8), match, stop)
