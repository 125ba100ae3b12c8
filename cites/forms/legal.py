"""Cases, statutes and treaties: "Brown v. Board of Education, 347 U.S. 483, 495 (1954)", "Pub. L. No. 107-56, 115 Stat. 272 (2001)",
"R v Brown [1994] 1 AC 212 (HL)", "Case C-131/12 Google Spain".

Source: The Bluebook, rules 10 and 12; OSCOLA, 4th edition, parts 2 and 3.
"""

from __future__ import annotations

import regex

from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import find_date

PARTIES = r"(?P<title>(?:In\sre|Ex\sparte|Re)\s[\p{Lu}][^,;(\[]{2,80}|(?:\p{Lu}[^,;()\[“]{0,90}?(?:,\s(?:Inc|Ltd|LLC|Co)\.?)?)\s(?:v\.?|vs\.?|gegen|c\.)\s\p{Lu}[^,;(\[]{1,110}?(?:,\s(?:Inc|Ltd|LLC|Co)\.?)?)"
REPORT = r"(?P<volume>\d{1,4})\s(?P<container>(?:[A-Z][\w.']*\s?(?:\d[a-z]{1,2}\.?\s?)?){1,5}?)\s(?P<page>\d{1,5})(?:,\s(?P<cited>\d+(?:-\d+)?))?"
NEUTRAL = r"[\[(](?P<year>\d{4})[\])]\s(?:(?P<volume>\d{1,3})\s)?(?P<container>[A-Z][\w. ]{0,24}?(?:\s\([A-Za-z]+\))?)\s(?P<page>\d{1,5})(?:\s\((?P<court>[\p{L} .]+)\))?(?:,?\s(?:\[(?P<cited>\d+)\]|(?P<cited>\d+(?:-\d+)?)))?"
COURT = r"\s\((?P<court>[^()]{0,40}?)(?P<year>\d{4})\)"
CASE = regex.compile(rf"{PARTIES},?\s(?:{REPORT}(?:{COURT})?|{NEUTRAL}(?:,\s{NEUTRAL.replace('?P<', '?P<x')})?|\((?P<court>[^()]{{2,60}}?,?\s)(?P<year>\d{{4}})\))")
EU_CASE = regex.compile(r"(?:Joined\s)?Cases?\s(?P<number>[CTF]?[-‑]?\d+/\d+(?:\s(?:P|and\s[CT]-\d+/\d+))?)[,:]?\s(?P<title>[^,;\[(]{3,120})(?:,?\s(?:[\[(](?P<year>\d{4})[\])]\s(?P<container>[A-Z]{2,5})\s(?P<page>[\w-]+)|EU:C:(?P<year>\d{4}):\d+))?")
PUBLIC_LAW = regex.compile(r"(?:(?P<title>\p{Lu}[^;“”]{4,160}?),\s)?(?P<number>Pub(?:\.|lic)\s?L(?:\.|aw)\s?(?:No\.\s)?\d+-\d+)(?:,\s[^,;()]{0,40}?)?(?:,\s(?P<volume>\d+)\s(?P<container>Stat\.)\s(?P<page>\d+)(?:,\s(?P<cited>[\d-]+))?)?(?:\s\((?P<year>\d{4})\))?")
CODE = regex.compile(r"(?P<volume>\d+)\s(?P<container>U\.S\.C\.A?|C\.F\.R\.|Fed\.\sReg\.)\s(?:§+\s?(?P<section>[\w.()-]+(?:-[\w()]+)?)|(?P<page>[\d,]+))(?:\s\((?:[^()]{0,20}?)(?P<year>\d{4})\))?")
ACT = regex.compile(r"(?P<title>(?:\p{Lu}[\p{L}'-]+|of|and|the|for|on|in|to|\(\p{L}+\)|&)(?:\s(?:\p{Lu}[\p{L}'-]+|of|and|the|for|on|in|to|\([\p{L} ]+\)|&)){0,12}\s(?:Act|Regulations|Order|Rules))\s(?P<year>\d{4})(?:,?\s(?P<section>(?:ss?|pt|sch|art|reg|para)\.?\s?\d[\w()-]*))?(?=\s?(?:[.;,]|$))")
TREATY = regex.compile(r"(?P<title>\p{Lu}[^;“”]{8,160}?)\s?[,(](?:\s?(?:adopted|opened\sfor\ssignature|signed|entered\sinto\sforce)[^;]{0,90}?)?[),]?\s(?P<volume>\d+)\s(?P<container>UNTS|U\.N\.T\.S\.|I\.L\.M\.|ILM|T\.I\.A\.S\.|LNTS)\s(?P<page>\d+)")
RULES: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("legal_case", CASE), ("legal_case", EU_CASE), ("legislation", PUBLIC_LAW), ("legislation", CODE), ("treaty", TREATY), ("legislation", ACT),
)  # fmt: skip
FIELDS = {"title": "title", "volume": "volume", "container": "container_title", "page": "page", "number": "number", "section": "section", "court": "authority"}
HINT = regex.compile(r"\sv\.?\s|\svs\.?\s|Case|Pub|U\.S\.C|C\.F\.R|Fed\.|UNTS|U\.N\.T\.S|ILM|I\.L\.M|\bAct\s\d|(?:Regulations|Order|Rules)\s\d|In\sre|Ex\sparte|LNTS")
MAX = 420  # code points to look at


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    limit = min(end, at + MAX)
    if not HINT.search(folded, at, limit):
        return []
    for kind, pattern in RULES:
        match = pattern.match(folded, at, limit)
        if match is None:
            continue
        groups = match.groupdict()
        items = [Item("type", kind, at, at)]
        for group, field in FIELDS.items():
            if groups.get(group) and groups[group].strip():
                items.append(Item(field, text[match.start(group) : match.end(group)].strip(" ,“”\"‘’"), *match.span(group)))
        if groups.get("year"):
            items.append(Item("issued", groups["year"], *match.span("year")))
        elif kind == "treaty" and (date := find_date(folded, at, match.end())) and date.has_year:
            items.append(Item("issued", date.value, date.start, date.end))
        finish = match.end()
        while folded[finish - 1] in " ,":
            finish -= 1
        return [Draft("full", "legal", at, finish, items, groups.get("cited") or "", 0.9)]
    return []


FORM = Form("legal", read)
