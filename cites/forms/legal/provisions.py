"""Provisions of what is known by its letters or its name: "GDPR, art 6(1)(f)", "Art. 101 TFEU", "§ 823 Abs. 1 BGB", "GENIUS Act § 4(e)"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
from cites.knowledge import load_courts

LETTERS = r"\p{Lu}\p{L}{0,6}\p{Lu}"  # GDPR · MiCAR · GG
NAMED = (
    r"(?:(?:\p{Lu}\.){1,3}\s)?(?:\p{Lu}[\p{L}'’-]+\s|of\s|and\s|the\s|for\s|on\s|to\s|&\s){1,10}?"
    r"(?:Act|Code|Charter|Convention|Covenant|Constitution|Statute|Law)(?:\sof\s(?:\d{4}|the\s(?:\p{Lu}[\p{L}'’-]+\s|of\s|and\s|the\s|for\s){0,7}\p{Lu}[\p{L}'’-]+))?"
    r"|(?:\p{Lu}\.){2,3}\sCharter"
    r"|(?:\p{Lu}[\p{L}'’-]+\s){0,4}(?:Charter|Convention|Covenant|Protocol|Treaty)\s(?:on|of|for|against|to|relating)\s[^;,.()\d]{4,120}?"
)
NUMBER = r"\d+\p{L}?(?:\s?\(\w{1,4}\))*"
NUMBERS = rf"{NUMBER}(?:(?:\s?-\s?|,\s|,?\s(?:and|to|und|bis)\s){NUMBER})*"
GERMAN = r"(?:\s(?:Abs|UAbs|S|Satz|Nr|lit|Hs|Alt)\.?\s\w{1,3}\b\.?)*"
PROVISION_BEHIND = regex.compile(
    rf"(?P<title>(?=\p{{Lu}})(?:{LETTERS}|{NAMED})(?:\s\([IVX]{{1,5}}\))?)(?:\s\((?P<short>(?:\p{{Lu}}[\p{{L}}-]+\s){{0,3}}\p{{Lu}}\p{{L}}+)\))?,?\s"
    rf"(?P<cited>(?:[Aa]rt(?:s|icles?)?\.?|ss?\.?|[Ss]ec(?:tions?|s?\.)|§+|recitals?)\s?{NUMBERS}(?:,\s(?:paras?\.?|¶+|cl\.|§+|subpara\.?)\s?\d+)?)"
    r"(?=\s?[.;,)]|$|\s\()"
)
BEFORE = regex.compile(
    rf"(?P<cited>(?:Arts?\.?|Articles?|Artikel|§+|Recitals?)\s?{NUMBERS}{GERMAN}),?\s(?:of\sthe\s|der\s|des\s)?"
    rf"(?P<title>{LETTERS}|[A-Z]\p{{L}}{{1,10}}[GO](?!\p{{L}}))(?=[.;,)]|$|\s[(\[])"
)
AGREED = regex.compile(r"\b(?:Charter|Convention|Covenant|Protocol|Statute|Treaty)\b")
HINTS = ("art", "§", " s ", " ss ", " s. ", "recital", "section", " sec. ")


def read(context: Context, at: int, stop: int) -> Draft | None:
    match = PROVISION_BEHIND.match(context.folded, at, stop) or BEFORE.match(context.folded, at, stop)
    if match is None or context.outlet(match["title"]):
        return None
    title = context.text[slice(*match.span("title"))]
    locator = context.text[slice(*match.span("cited"))]
    kind = "treaty" if title in load_courts().treaties or AGREED.search(title) else "legislation"
    named = Item("title", title, *match.span("title"))
    if context.known.has_title(title) or title in context.known.short_names:
        return Draft("short", "legal", at, match.end(), [named], locator, 0.8)
    called = match["short"] if "short" in match.groupdict() else ""
    return Draft("full", "legal", at, match.end(), [Item("type", kind, at, at), named], locator, 0.8, called or "")
