"""Cases, statutes and treaties: "Brown v. Board of Education, 347 U.S. 483, 495 (1954)", "R (Miller) v Prime Minister [2019] UKSC 41",
"Carpenter, 138 S. Ct. at 2212", "Pub. L. No. 107-56, 115 Stat. 272 (2001)", "Case C-131/12 Google Spain".

A case is told by its report (`REPORTS`); what stands before it is its name.
Source: The Bluebook, rules 10, 12 and 21; OSCOLA, 4th edition, parts 2 and 3.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import MONTHS, find_date, read_date
from cites.grammar.tail import COMMENT

REPORTER = r"(?:\p{Lu}[\p{L}.'’]*\d?\p{L}*(?:\s(?:\p{Lu}[\p{L}.'’]*|\d(?:d|th|st|nd|rd)\.?|&))*?(?:\s?\d(?:d|th)\.?)?)"
PINPOINT = (
    r"(?:,?\s(?:at\s)?(?P<cited>\d{1,5}(?:\s?-\s?\d{1,5})?)(?!\s?\p{Lu})|,?\s\[(?P<cited>\d+)\](?:-\[\d+\])?|,?\s"
    r"(?P<cited>paras?\.?\s\d+(?:-\d+)?))?"
)
COURT = r"(?:\s\((?P<court>[^()]{0,40}?)(?P<date>(?:\p{Lu}\p{L}+\.?\s\d{1,2},?\s?)?(?:\d{4})?)\))?"
NEUTRAL = (
    r"\[(?P<year>\d{4})\]\s(?P<authority>(?:UK|EW|NI|CS|NZ|ZA|HC|SC|IE|SG|FC|EU)[\p{Lu}]+(?:\s(?:Civ|Crim|Admin))?|SCC"
    r"|HCA)\s(?P<number>\d+)(?:\s\((?:Admin|Ch|QB|KB|Fam|Comm|Pat|TCC)\))?"
)
BRACKETED = (
    rf"[\[(](?P<year>\d{{4}})[\])]\s(?:(?P<volume>\d{{1,3}})\s)?(?P<container>{REPORTER})\s(?P<page>\d{{1,5}})(?:\s\("
    rf"(?P<court>[\p{{L}} ]{{1,20}})\))?"
)
NUMBERED = rf"(?P<volume>\d{{1,4}})\s(?P<container>{REPORTER})\s(?:\(\d+\s\p{{Lu}}[\p{{L}}.]+\)\s)?(?P<page>\d{{1,8}}|___)"
REPORTS = regex.compile(rf"(?:{NEUTRAL}|{BRACKETED}|{NUMBERED})")
PARALLEL = regex.compile(rf",\s(?:{BRACKETED}|{NUMBERED})(?=[\s,;.(\[]|$)")
AFTER_CASE = regex.compile(rf"{PINPOINT}{COURT}{PINPOINT}")
NICKNAME = regex.compile(r"\s?[(\[][‘“'\"]?(?P<name>\p{Lu}[\p{L} ]{2,30})[’”'\"][)\]]")
NAMED_BY = regex.compile(
    r"^(?:R\s\((?P<name>[^)]+)\)|(?P<name>[^(]{4,60}?)\s\([^)]*\sv\.?\s|(?:In\sre|Re|Ex\sparte)\s(?P<name>.+)"
    r"|United States v\.\s(?P<name>.+)|R\sv\s(?P<name>.+)|(?P<name>.+?)\sv\.?\s)"
)
CASE_NAME = regex.compile(r"\sv\.?\s\p{Lu}|\sgegen\s|^(?:In\sre|Ex\sparte|Re|Case\sof|The)\s\p{Lu}|\(\p{Lu}[^()]*\sv\.\s")
SHORT_CASE = regex.compile(
    rf"(?P<title>\p{{Lu}}[^,;()]{{2,60}}),\s(?P<volume>\d{{1,4}})\s(?P<container>{REPORTER})\sat\s(?P<cited>\d+"
    rf"(?:\s?-\s?\d+)?)"
)
EU_CASE = regex.compile(
    r"(?:Joined\s)?Cases?\s(?P<number>[CTF]?-?\d+/\d+(?:\s(?:P|and\s[CT]-\d+/\d+))?)[,:]?\s(?P<title>[^,;\[(]{3,120}?)"
    r"(?:,?\s(?:[\[(](?P<year>\d{4})[\])]\s(?P<container>ECR)\s(?P<page>[\w-]+)|(?:EU:C:|ECLI:EU:C:)(?P<year>\d{4}):\d+))"
)
EU_ACT = regex.compile(
    r"(?P<title>(?:(?:Council|Commission|European Parliament and Council)\s)?(?:Delegated\s|Implementing\s)?(?:Regulation"
    r"|Directive|Decision)\s(?:\(\w+\)\s)?"
    r"(?:No\s)?(?P<number>\d{2,4}/\d{1,4}(?:/\w+)?)(?:\s(?:of|on|concerning|laying"
    r"|establishing)\s[^;\[]{10,260}?)?)(?=,?\s\[?\d{4}\]?\sO\.?J|,\sOJ|[.;,]|$)"
    r"(?:,?\s(?:\[?(?P<year>\d{4})\]?\s)?(?P<container>O\.?J\.?(?:\s[LC])?)\s(?:\(L\s?)?(?P<issue>\d+)\)?(?:,?\s|/)(?:"
    r"(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}),?\s)?(?:p\.\s)?(?P<page>\d+)(?:\s\(EU\))?)?"
)
EU_REPORT = regex.compile(
    r"(?:Joined\s)?Cases?\s(?P<number>[CTF]-?\d+/\d+(?:\sP)?(?:\s(?:&|and)\s[CTF]-?\d+/\d+(?:\sP)?)*),\s"
    r"(?P<title>[^,;]{3,120}),\s(?P<year>\d{4})\s(?P<container>E\.C\.R\.)\s(?P<page>[\w-]+)(?:,\s¶+\s(?P<cited>\d+))?"
)
STRASBOURG = regex.compile(
    r"(?P<title>\p{Lu}[^,;]{2,80}\sv\.?\s[^,;]{3,60}),\s(?:App(?:lication|\.)?\s[Nn]os?\.?\s(?P<number>\d+/\d+)),\s(?:"
    r"(?P<year>\d{4})(?:-\w+)?\s(?P<container>Eur\.\sCt\.\sH\.R\.|ECHR)\s(?P<page>\d+)|[^;]{0,60}?"
    r"(?P<date>\d{1,2}\s\p{L}+\s\d{4}))"
)
DOCKET = regex.compile(
    r"(?P<title>\p{Lu}[^;]{6,160}?\(\p{Lu}[^()]*\sv\.\s[^()]*\)),\s(?:\p{Lu}{2,5}\s)?Case\sNo\.\s(?P<number>[\w/-]+)"
    r"(?P<rest>[^;]{0,200})"
)
HEARING = regex.compile(
    r"(?:(?P<title>[^;“”]{4,200}):\s)?(?P<hearing>(?:Hearings?|Briefing)\s(?:[Bb]efore|of)\s[^;]{4,160}?),\s\d{2,3}(?:th|st|nd"
    r"|rd|d)\sCong(?:\.|ress)(?:,\s\d\w+\s[Ss]ess\.)?(?:,?\s\d+)?\s\((?:(?P<imprint>[^():]{3,40}):\s(?P<publisher>[^(),]{3,60}),\s(?P<year>\d{4})|(?P<date>[^()]{4,40}))\)"
)
PUBLIC_LAW = regex.compile(
    r"(?:(?P<title>\p{Lu}[^;“”]{4,160}?),\s)?Pub(?:\.|lic)\s?L(?:\.|aw)\s?(?:No\.\s)?(?P<number>\d+-\d+)(?:,\s"
    r"(?P<cited>§+\s?[\w.()-]+))?(?:,\s(?P<volume>\d+)\s(?P<container>Stat\.)\s(?P<page>\d+)(?:,\s[\d-]+)?)?(?:\s\("
    r"(?P<year>\d{4})\))?"
)
REGISTER = regex.compile(
    r"(?P<title>(?:Exec(?:utive|\.)\sOrder\s(?:No\.\s)?(?P<number>\d+)|\p{Lu}[^;“”]{4,120}?)),?\s(?P<volume>\d+)\s"
    r"(?P<container>Fed\.\sReg\.)\s(?P<page>[\d,]+)(?:,\s[\d,]+)?(?:\s\((?P<date>[^()]{4,30})\))?"
)
CODE = regex.compile(
    r"(?:(?:(?P<title>\p{Lu}[^;,“”]{4,80}?),\s)?(?P<volume>\d+)\s(?P<container>U\.S\.C\.A?|C\.F\.R\.)"
    r"|(?P<container>(?:\p{Lu}[\p{L}.']*|&)(?:\s(?:\p{Lu}[\p{L}.']*|&)){0,6}\s(?:Code|Stat\.|Laws|Law)(?:\sAnn\.)?))\s§+\s?"
    r"(?P<section>[\w.-]+"
    r"(?:\([\w]+\))*(?:\s?-\s?[\w()]+)?)(?:\s\((?:[^()\d]{0,20})(?P<year>\d{4})\))?"
)
ACT = regex.compile(
    r"(?P<title>(?:The\s)?(?:\p{Lu}[\p{L}'-]+|\(\p{L}[\p{L} ]*\))(?:\s(?:\p{Lu}[\p{L}'-]+|of|and|the|for|on|in|to"
    r"|\([\p{L} ]+\)|&)){0,12}?\s(?:Act|Regulations|Order|Rules|Code|Ordinance)\s(?P<year>\d{4}))(?:,?\s(?P<number>(?:SI|c)\s?\d[\d/]*)"
    r"|,?\s(?P<cited>(?:ss?|pt|sch|art|reg|para)\.?\s?\d[\w()-]*))?(?:\s\((?P<court>\p{Lu}[\p{L}. ]{1,24})\))?(?:,?\s"
    r"(?P<cited>ss?\.?\s?\d[\w()-]*))?(?=\s?(?:[.;,)]|$))"
)
TREATY = regex.compile(
    r"(?P<title>\p{Lu}[^;“”]{8,180}?)(?:,\s(?P<place>\p{Lu}\p{L}+))?\s?[,(]\s?(?:(?:adopted|opened\sfor\ssignature|signed"
    r"|concluded)\s)?(?P<date>(?:\p{Lu}\p{L}+\s\d{1,2},\s\d{4})|(?:\d{1,2}\s\p{Lu}\p{L}+\s\d{4}))"
    r"(?:,\sentered\sinto\sforce\s[^;()]{6,20})?[),]?\s(?P<volume>\d+)\s(?P<container>UNTS|U\.N\.T\.S\.|I\.L\.M\.|ILM"
    r"|T\.I\.A\.S\.|L\.N\.T\.S\.|LNTS)\s(?P<page>\d+)"
)
BARE_TREATY = regex.compile(
    r"(?P<title>(?:Agreement|Convention|Treaty|Protocol|Charter|Memorandum(?!\s(?:of\s[Cc]onversation|for|to|from|by))"
    r"|Joint\sStatement|Covenant|Statute|Pact"
    r"|Declaration)\s[^;“”]{6,200}?)(?:,\s(?P<place>\p{Lu}\p{L}+))?,\s(?P<date>\p{Lu}\p{L}+\s\d{1,2},\s\d{4}"
    r"|\d{1,2}\s\p{Lu}\p{L}+\s\d{4})(?:,\s(?P<cited>arts?\.\s[\d(),\s]+))?"
)
WORLD_COURT = regex.compile(  # Nicaragua v. United States, Judgment, I.C.J. Reports 1986, p. 14, para. 191
    r"(?P<title>\p{Lu}[^;“”]{6,160}?),\s(?:Merits,\s)?(?:Judgment|Advisory\sOpinion|Order|Jurisdiction[\p{L} ]*|Preliminary\sObjections)"
    r"(?:\sof\s\d{1,2}\s\p{L}+\s\d{4})?,\s(?P<container>(?:I\.?C\.?J\.?|P\.?C\.?I\.?J\.?)\s(?:Reports|Rep\.?))\s(?P<year>\d{4})(?:,\sp\.\s"
    r"(?P<page>\d+))?(?:,\s(?:at\s)?(?P<cited>(?:paras?\.|¶+|pp?\.)?\s?\d+(?:\s?-\s?\d+)?))?"
)
GERMAN_REPORT = regex.compile(  # BVerfGE 7, 198 (205)
    r"(?P<container>BVerfGE|BVerfGK|BVerwGE|BGHZ|BGHSt|BAGE|BSGE|BFHE|RGZ|RGSt|PrOVGE|BGE|VfSlg|EuGHE|Slg\.)\s"
    r"(?P<volume>\d{1,4}(?:\s[IV]+)?),\s"
    r"(?P<page>\d{1,5})(?:\s?ff?\.?)?(?:\s?\((?P<cited>\d{1,5}(?:\s?-\s?\d+)?(?:\s?ff?\.?)?)\))?"
)
GERMAN_CASE = regex.compile(  # BGH, Urteil vom 12. März 1991, NJW 1991, 1421 (1423)
    r"(?P<authority>BVerfG|BVerwG|BGH|BAG|BSG|BFH|RG|EuGH|EuG|EGMR|(?:OLG|LG|AG|VG|OVG|VGH|KG|LAG)(?:\s\p{Lu}[\p{L}./-]+)?"
    r"|Bundesgericht|Schweizerisches\sBundesgericht),?\s"
    r"(?:Urteil|Beschlu(?:ss|ß)|Urt\.|Beschl\.)\s(?:v\.|vom)\s(?P<date>\d{1,2}\.\s?(?:\p{L}+|\d{1,2}\.)\s?\d{4})"
    r"(?:\s?[,-]\s?(?:Az\.:?\s)?(?P<number>[\w ]{2,14}/\d{2}))?"
    r"(?:(?:,|\s=|\s-|\sin:)\s(?:in:\s)?(?P<container>\p{Lu}[\p{L}-]{1,12})\s(?:\d{4}|\d{1,3}),\s(?P<page>\d{1,5})"
    r"(?:\s?ff?\.?)?(?:\s?\((?P<cited>\d+(?:\s?ff?\.?)?)\))?)?"
)
CONGRESS = regex.compile(  # H.R. Rep. No. 94-1476, at 65 (1976) · U.S. Const. art. I, § 8
    r"(?P<title>(?:H\.R\.|S\.)\s(?:(?:Conf\.\s)?Rep\.|Doc\.|(?:Con\.\s|J\.\s)?Res\.)\s(?:No\.\s)?(?P<number>[\d-]+))(?:,\s"
    r"(?:pt\.\s\d+,\s)?at\s(?P<cited>\d+"
    r"(?:-\d+)?))?(?:\s\((?P<year>\d{4})\))|(?P<title>U\.S\.\sConst\.)\s(?P<cited>(?:art\.|amend\.|pmbl\.)\s?[IVX]*"
    r"(?:,\s§\s?\d+(?:,\scl\.\s\d+)?)?)"
)
PARLIAMENT = regex.compile(  # European Parliament resolution of 15 January 2020 on …, 2019/2136(INI)
    r"(?P<title>European\sParliament\s(?:legislative\s)?[Rr]esolution\sof\s(?P<date>\d{1,2}\s\p{L}+\s\d{4})\s[^;“”]{6,260}?)"
    r"(?:,?\s\(?(?P<number>\d{4}/\d+\s?\(\p{Lu}+\)|P\d_TA[\w()-]+)\)?|(?=[.;]|$))"
)
DECREE = regex.compile(  # Federal Law No. 272-FZ, December 28, 2012, Rossiiskaia gazeta, December 29, 2012
    r"(?P<title>(?:Federal\s(?:Constitutional\s)?Law|(?:Presidential\s)?(?:Decree|Executive\sOrder)|Government\s(?:Decree|Resolution|Directive|Order)"
    r"|(?:Decree|Order|Resolution|Ukaz)\sof\sthe\s[^,;]{4,80}?)\s(?:[Nn]o\.?|№)\s?(?P<number>[\w/-]+))(?:,\s|\sof\s|\sdated\s)"
    r"(?P<date>\p{Lu}\p{L}+\s\d{1,2},\s\d{4}|\d{1,2}\s\p{L}+\s\d{4})(?:,\s(?P<container>\p{Lu}[^,;.()]{4,80}),\s(?:\p{L}+\s\d{1,2},\s)?\d{4}"
    r"(?:,\sno\.\s(?P<issue>\d+))?(?:,\s(?:art|item|st)\.\s(?P<cited>\d+))?)?"
)
RULES: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("hearing", HEARING), ("legal_case", EU_REPORT), ("legal_case", EU_CASE), ("legal_case", STRASBOURG),
    ("legal_case", WORLD_COURT), ("legal_case", GERMAN_REPORT), ("legal_case", GERMAN_CASE), ("legislation", CONGRESS), ("legislation", PARLIAMENT), ("legislation", DECREE),
    ("legislation", EU_ACT), ("legal_case", DOCKET), ("legislation", PUBLIC_LAW), ("legislation", REGISTER),
    ("legislation", CODE), ("treaty", TREATY), ("legislation", ACT), ("treaty", BARE_TREATY),
)  # fmt: skip
FIELDS = {
    "title": "title",
    "hearing": "note",
    "publisher": "publisher",
    "imprint": "publisher_place",
    "volume": "volume",
    "container": "container_title",
    "page": "page",
    "number": "number",
    "issue": "issue",
    "section": "section",
    "authority": "authority",
    "court": "authority",
    "place": "event_place",
}
HINTS = (
    " v. ", " v ", "case", "pub. l", "public law", "u.s.c", "c.f.r", "fed. reg", "n.t.s", "unts", "ilm", "i.l.m", " act ",
    "regulation", "directive", "decision", "order", "rules", "in re ", "ex parte", "re ",
    "judgment", "advisory opinion", "bverfg", "resolution", "federal law", "decree", "ukaz", "code §", "stat. §", "ann. §", "law §", "laws §", " rep. ", " res. ", "const. ", "bghz", "bghst", "bsge", "bage", "rgz", "rgst", "bge ", "urteil", "urt.", "beschl",
    " cong.", ". at ", "ct. at", "h at ", "d at ", "agreement", "convention", "treaty", "protocol", "charter",
    "memorandum", "joint statement", "covenant", "statute", "pact", "declaration",
)  # fmt: skip
VERSUS = regex.compile(r"\sv\.?\s")
PARTY_WORD = regex.compile(r"\S+")
PARTY_SMALL = frozenset("of the and for ex rel. p parte de la del y et al. on v v. a an".split())
NO_NAME = regex.compile(r"[“”]|\p{Ll}{3}\.\s\p{Lu}\p{Ll}+\s\p{Ll}")
STAGE = regex.compile(r",\s(?:Nos?\.\s|Merits|Judgment|Advisory Opinion|Order|Provisional Measures|Preliminary Objections).*$")
MAX = 420  # code points to look at
MAX_NAME = 200  # code points of the name of a case


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    stop = folded.find(";", at, min(end, at + MAX))
    stop = min(end, at + MAX) if stop < 0 else stop
    short = SHORT_CASE.match(folded, at, stop)
    if short:
        items = [Item("title", context.text[slice(*short.span("title"))], *short.span("title"))]
        return [Draft("short", "legal", at, short.end(), items, short["cited"], 0.95)]
    case = _case(context, at, stop)
    if case:
        return [case]
    if context.kind == "inline":  # "(Treaty of Portsmouth, September 5, 1905)" dates what the sentence names
        return []
    for kind, pattern in RULES:
        match = pattern.match(folded, at, stop)
        if match:
            return [_draft(context, kind, match, at)]
    return []


def _case(context: Context, at: int, stop: int) -> Draft | None:
    """Read a case: its name, its report, parallel reports, the court and the year, the page cited."""
    folded, text = context.folded, context.text
    report = REPORTS.search(folded, at + 3, min(stop, at + MAX_NAME))
    if report is None:
        return None
    last = report.start()
    while last > at and folded[last - 1] in " ,":
        last -= 1
    name = folded[at:last]
    if not CASE_NAME.search(name) or NO_NAME.search(name) or any(word in COMMENT for word in name.split()):
        return None
    if report["container"] and report["container"].casefold() in MONTHS:
        return None  # "The Act came into force on 1 January 1996"
    at += _before_parties(name)
    name = folded[at:last]
    name_end = at + len(STAGE.sub("", name))
    items = [Item("type", "legal_case", at, at), Item("title", text[at:name_end], at, name_end), *_printed(context, report)]
    finish = report.end()
    while parallel := PARALLEL.match(folded, finish, stop):
        have = {item.field for item in items}
        items += [item for item in _printed(context, parallel) if item.field not in have]
        finish = parallel.end()
    after = AFTER_CASE.match(folded, finish, stop)
    cited = ""
    if after:
        finish, cited = after.end(), after["cited"] or ""
        date = read_date(folded, after.start("date"), after.end("date")) if after["date"] else None
        year = next((str(item.value) for item in items if item.field == "volume" and len(str(item.value)) == 4), "")
        if date and not date.has_year and year:  # "1949 I.C.J. Rep. 4 (April 9)"
            items = [item for item in items if item.field != "volume"]
            items.append(Item("issued", f"{year}{date.value[4:]}", date.start, date.end))
        elif date and not any(item.field == "issued" for item in items):
            items.append(Item("issued", date.value, date.start, date.end))
        if after["court"] and after["court"].strip():
            items.append(Item("authority", after["court"].strip(" ,"), *after.span("court")))
    nickname = NICKNAME.match(folded, finish, stop)
    short_name = nickname["name"] if nickname else _short_name(name)
    return Draft("full", "legal", at, nickname.end() if nickname else finish, items, cited, 0.95, short_name)


def _before_parties(name: str) -> int:
    """Return how many characters of a sentence stand before the first party: in "It said so in Katz v. United States" seventeen."""
    versus = VERSUS.search(name)
    start = 0
    for word in PARTY_WORD.finditer(name, 0, versus.start() if versus else 0):
        if word[0][0].islower() and word[0].rstrip(",") not in PARTY_SMALL:
            start = word.end() + 1
    return start


def _short_name(name: str) -> str:
    match = NAMED_BY.match(name)
    return match["name"].strip(" ,") if match else ""


def _printed(context: Context, match: regex.Match[str]) -> list[Item]:
    groups = match.groupdict()
    items = [
        Item(field, context.text[slice(*match.span(group))].strip(' ,“”"‘’'), *match.span(group))
        for group, field in FIELDS.items()
        if groups.get(group) and groups[group].strip()
    ]
    if groups.get("year"):
        items.append(Item("issued", groups["year"], *match.span("year")))
    return items


def _draft(context: Context, kind: str, match: regex.Match[str], at: int) -> Draft:
    folded = context.folded
    items = [Item("type", kind, at, at), *_printed(context, match)]
    groups = match.groupdict()
    if groups.get("hearing") and not groups["title"]:
        items = [item._replace(field="title") if item.field == "note" else item for item in items]
    if groups.get("date") and (date := read_date(folded, match.start("date"))):
        items.append(Item("issued", date.value, date.start, date.end))
    elif (
        kind != "legislation"
        and not groups.get("year")
        and (found := find_date(folded, match.end("number") if groups.get("number") else at, match.end()))
        and found.has_year
    ):
        items.append(Item("issued", found.value, found.start, found.end))
    finish = match.end()
    while folded[finish - 1] in " ,":
        finish -= 1
    return Draft("full", "legal", at, finish, items, groups.get("cited") or "", 0.9)


FORM = Form("legal", read, HINTS)
