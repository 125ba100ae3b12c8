"""Provisions of what is known by its letters or its name: "GDPR, art 6(1)(f)", "Art. 101 TFEU", "§ 823 Abs. 1 BGB", "GENIUS Act § 4(e)"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
from cites.forms.legal.parts import DAY, Rule, draft
from cites.knowledge import load_courts

LETTERS = r"(?![IVXL]+(?!\p{L}))\p{Lu}\p{L}{0,6}\p{Lu}"  # GDPR · MiCAR · GG
NAMED = (
    r"(?:(?:\p{Lu}\.){1,3}\s)?(?:\p{Lu}[\p{L}'’-]+\s|of\s|and\s|the\s|for\s|on\s|to\s|&\s){1,10}?"
    r"(?:Act|Code|Charter|Convention|Covenant|Constitution|Statute|Law)(?:\sof\s(?:\d{4}|\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?|the\s(?:\p{Lu}[\p{L}'’-]+\s|of\s|and\s|the\s|for\s){0,7}\p{Lu}[\p{L}'’-]+))?"
    r"|(?:\p{Lu}\.){2,3}\sCharter"
    r"|(?:\p{Lu}[\p{L}'’-]+\s){0,4}(?:Charter|Convention|Covenant|Protocol|Treaty)\s(?:on|of|for|against|to|relating)\s[^;,.()\d]{4,120}?"
)
# Law No. 107 of 2013 on the Right to Public Meetings, Processions and Demonstrations · Charities and Societies Proclamation No. 621/2009
BY_NUMBER = (
    r"(?:\p{Lu}[\p{L}'’-]+\s|and\s|of\s){0,8}?(?:Law|Act|Decree(?:-Law)?|Proclamation|Ordinance)\s[Nn]o\.\s?(?P<number>\d[\w./-]*)"
    r"(?:\sof\s(?P<year>\d{4}))?(?:\s(?:on|concerning|regarding|for)\s[^;“”()]{3,160}?)?"
)
# Criminal Code of Ukraine, No. 2341-III of 2001 · Turkish Penal Code, Law No. 5237, adopted September 26, 2004
NUMBERED = (
    rf"(?:,\s(?:(?:Law|Act|Decree|Proclamation)\s)?[Nn]o\.\s?(?P<number>\d[\w./-]*)(?:\sof\s(?P<year>\d{{4}}))?)?(?:,\s(?:adopted\s|of\s)?(?P<date>{DAY}))?"
)
NUMBER = r"\d+\p{L}?(?:\s?\(\w{1,4}\))*"
NUMBERS = rf"{NUMBER}(?:(?:\s?-\s?|,\s|,?\s(?:and|to|und|bis)\s){NUMBER})*"
GERMAN = r"(?:\s(?:Abs|UAbs|S|Satz|Nr|lit|Hs|Alt)\.?\s\w{1,3}\b\.?)*"
PROVISION_BEHIND = regex.compile(
    rf"(?:\p{{Lu}}\p{{L}}+(?:\s\p{{Lu}}\p{{L}}+)?,\s)?(?P<title>(?=\p{{Lu}})(?:{LETTERS}|{BY_NUMBER}|{NAMED})(?:\s\([IVX]{{1,5}}\))?){NUMBERED}(?:\s\((?P<short>(?:\p{{Lu}}[\p{{L}}-]+\s){{0,3}}\p{{Lu}}\p{{L}}+)\))?,?\s"
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
    if context.known.has_title(title) or title in context.known.short_names:
        named = Item("title", title, *match.span("title"))
        return Draft("short", "legal", at, match.end(), [named], context.text[slice(*match.span("cited"))], 0.8)
    kind = "treaty" if title in load_courts().treaties or AGREED.search(title) else "legislation"
    return draft(context, Rule(kind, match.re, (), 0.8), match, stop)
