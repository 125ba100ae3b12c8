"""Cases in reports: "Brown v. Board of Education, 347 U.S. 483, 495 (1954)", "R (Miller) v Prime Minister [2019] UKSC 41".

A case is told by its report; what stands before it is its name. Source: The Bluebook, rule 10; OSCOLA, 4th edition, part 2.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item, has, value_of
from cites.forms.legal.parts import HONG_KONG, PIN, RANGE, REPORTER, before_parties, is_in_italics, nickname, printed, short_name
from cites.grammar.courts import VERSUS, is_court, is_journal, is_reporter, may_be_label, name_court
from cites.grammar.dates import MONTHS, read_date
from cites.grammar.firms import FIRM
from cites.grammar.prose import COMMENT
from cites.grammar.separators import back
from cites.grammar.sources import is_body

# -- where a case is reported ---------------------------------------------------------------------------------------

# [2015] UKSC 59 · [2005] EWCA Civ 1363 · [2008] EWHC 12 (Admin) · 2013 SCC 72
COURT_CODE = (
    r"(?!\w*[LAC]R\s)(?:UK|EW|NI|CS|NZ|ZA|HC|SC|IE|SG|FC|EU|HK|NSW|VS|Q(?=CA|SC)|WAS|SAS|TAS|ACTS|NTS|BC|ON|AB|QC)\p{Lu}+(?:\s\(?(?:Civ|Crim"
    r"|Admin)\)?(?=\s\d))?|SCC|HCA|UKIPTrib"
)
DIVISION = r"(?:\s\((?:Admin|Ch|QB|KB|Fam|Comm|Pat|TCC|IPEC|SCCO|IAC|AAC|LC|TC)\))?"
NEUTRAL = (
    rf"(?:\[(?P<year>\d{{4}})\]\s(?P<authority>{COURT_CODE})|(?P<year>(?:19|20)\d\d)\s(?P<authority>(?!WL\b)\p{{Lu}}{{2,6}}))"
    rf"\s(?P<number>\d{{1,6}}(?:_\d+)*(?:-\p{{Lu}}{{1,3}}(?!\p{{L}}))?){DIVISION}(?!\d)|(?P<year>(?:19|20)\d\d)-(?P<authority>Ohio|NM(?:SC|CA))-(?P<number>\d{{1,5}})(?!\d)"
)
# [2001] QB 213 · (1905), 2 K.B. 391 · (2004) 38 EHRR 12 · (1868) LR 3 HL 330 · [2009] ECR I-8343 · [1998] 2 SCR(2d) 4
BRACKETED = (
    rf"[\[(](?P<year>\d{{4}}(?:-\d{{2}})?)[\])],?\s(?:(?:LR\s)?(?P<volume>\d{{1,3}})\s)?(?P<container>{REPORTER})\s"
    rf"(?P<page>(?:[IVX]+-|\p{{Lu}}{{1,2}}(?=\d))?\d{{1,5}})(?!\d)"
)
# 347 U.S. 483 · 41 U.S. (16 Pet.) 367 · 4 Env't Rep. Cas. (BNA) 1815 · 2013 WL 123456 · 141 S. Ct. ___
NUMBERED = (
    rf"(?P<volume>\d{{1,4}})\s(?P<container>{REPORTER})\s(?:\(\d+\s\p{{Lu}}[\p{{L}}. ]+\)\s)?(?P<page>\d{{1,8}}(?!\d)|_{{2,}}|-{{2,}})"
)
STRASBOURG = r"(?P<container>ECHR)\s(?P<volume>(?P<year>\d{4})-[IVX]+)(?:\s(?P<page>\d{1,5}))?"  # ECHR 1998-VIII 3124
OF_A_YEAR = rf"(?P<year>(?:19|20)\d\d)\s\((?P<volume>\d{{1,2}})\)\s(?P<container>{REPORTER})\s(?P<page>\d{{1,5}})(?!\d)"  # 2009 (2) SA 345
BY_YEAR = (  # 2016 CanLII 1234 · AIR 1973 SC 1461
    r"(?P<year>(?:19|20)\d\d)\s(?P<container>CanLII)\s(?P<page>\d{1,7})(?!\d)"
    r"|(?P<container>AIR|PL[DJ])\s(?P<year>(?:19|20)\d\d)\s(?P<authority>SC|\p{Lu}\p{L}{2,12})\s(?P<page>\d{1,5})(?!\d)"
)
REPORT = regex.compile(rf"(?<![\w.])(?:{BY_YEAR}|{NEUTRAL}|{BRACKETED}|{OF_A_YEAR}|{NUMBERED}|{STRASBOURG})")
BARE = regex.compile(rf"{NEUTRAL}|{BRACKETED}|{NUMBERED}")
PARALLEL = regex.compile(rf"(?:,\s|\s=\s|;\s(?=[\[(]\d{{4}}[\])]\s\d*\s?\p{{Lu}}))(?:{NEUTRAL}|{BRACKETED}|{NUMBERED})(?=[\s,;.(\[]|$)")
PINPOINT = regex.compile(rf"{PIN}|,\s_{{2,}}")  # 568 U.S. ___, ___
COURT = regex.compile(
    r"\s?\((?P<court>[^()]{0,60}?)(?P<date>(?:\p{Lu}\p{L}+\.?\s\d{1,2},?\s?)?(?:(?<=[\s(])\d{4})?)\)"  # (D.C. Cir. 2010) · (April 9)
)
# aff'd, 415 F.3d 50 (D.C. Cir. 2005) · cert. denied, 331 U.S. 836 (1947) · rev'g 12 F.2d 3
HISTORY = regex.compile(
    r",\s(?:(?:aff|rev|vacat|modif|remand|cert|reh|appeal|enforc|abrogat|petition|judgment|opinion|dismiss|withdrawn|review|leave)\p{L}*"
    r"[.']{0,2}\p{L}*\.?)(?:\s(?:(?:per\scuriam|on\s(?:other\sgrounds|reh'g|remand)|in\spart|en\sbanc|denied|granted|dismissed|ed|d|g"
    rf"|by\san\sequally\sdivided\s[Cc]ourt|and|sub\snom\.)\.?\s?)+)?,?\s?(?:{NUMBERED}|{BRACKETED})(?:,\s{RANGE})*"
    # leave to appeal to SCC refused, 38379 (2 May 2019)
    r"|,\sleave\sto\sappeal\sto\s\p{Lu}+\s(?:refused|granted|denied),\s[\p{L}\d][\w -]{2,16}(?=\s\()"
)

# -- what a case is called ------------------------------------------------------------------------------------------

CASE_NAME = regex.compile(
    r"\s(?:v\.?|-v-)\s(?:\p{Ll}{1,3}\s?){0,2}\p{Lu}|\sgegen\s|\sc\.?\s\p{Lu}|^(?:In\sre|Ex\sp(?:arte|\.)|Re|Case\sof|(?:In\sthe\s)?Matter\sof|(?:In\sre\s)?Estate\sof"
    r"|The)\s\p{Lu}|\(\p{Lu}[^()]*\sv\.?\s"
)
SHIP_OR_SERIES = regex.compile(
    r"\p{Lu}[\p{L}\d'. -]{2,60}(?:\s(?:Cases?|Litigation|Application)|\((?:No\.?\s\d+|[^()]+)\))?"
)  # Slaughter-House Cases
OF_AGENCIES = frozenset({"F.C.C.", "F.C.C. Rcd.", "F.C.C.R.", "F.C.C.2d", "FCC Rcd", "F.E.R.C.", "F.T.C.", "N.L.R.B.", "S.E.C."})
MATTER = regex.compile(r"\p{Lu}[^.;“”\"§()]{4,160}")  # Appropriate Framework for Broadband Access to the Internet over Wireline Facilities
STAGE = regex.compile(
    r"(?:,?(?<!\b(?:Dist\.|District|Local|Union|Lodge|Post|Ward|Sch\.|School))\s|,\s)(?:(?:Nos?\.|Case\sNo\.)\s(?P<number>(?:(?:CV?|CR|CIV|MC|Civ\.|Crim\.)\s)?"
    r"[\w:./-]*\d[\w:./-]*(?:\s(?:\p{Lu}{2,4}|\(\p{Lu}{2,4}\)))?)"
    rf"|(?P<number>{HONG_KONG})"
    r"|(?:Merits|Judgment|Advisory Opinion|Order|Provisional Measures|Preliminary Objections)).*$"
    r"|\s\((?:(?:Merits|Judgment|Advisory Opinion|Order|Provisional Measures|Preliminary Objections?|Jurisdiction|Admissibility|Reparations"
    r"|Compensation|Just Satisfaction)(?:,?\s(?:and\s)?|(?=\))))+\)$"
)
NO_NAME = regex.compile(r"[“”\"§]|https?:|^[^()]*\)|'$|\b[Ss]upra\b|(?<!\bex\s)\p{Ll}{3}\.\s\p{Lu}\p{Ll}+\s(?!v\.?\s)\p{Ll}")
BRIEF = regex.compile(  # Brief for Respondent at 12, · Appellant's Opening Brief,
    r"(?P<brief>(?:[\p{Lu}][\p{L}.'&]*\s){0,4}(?:Brief|Complaint|Petition|Transcript|Motion|Memorandum|Answer|Declaration|Order)"
    r"(?:\s(?:for|of|in|as|to|on|[Gg]ranting|[Dd]enying|re:?)\s(?:\p{L}[\p{L}.']*\s?){1,10}?)?)(?:\sat\s(?P<cited>[\d-]+)|\s(?P<cited>¶+\s?[\d-]+))?,\s(?=\p{Lu})"
)
NO_REPORTS = (*MONTHS, "no", "nos")
MAX_NAME = 220  # code points
BY_YEAR_SURE, BY_YEAR_DOUBTFUL = 0.75, 0.6  # "Ali v. Frazier, 1971" was a fight, "Federer v. Nadal, 2008" a match
BY_YEAR_ALONE = regex.compile(  # FTC v. Kochava, 2022 · Civil Resolution Tribunal of BC, Moffatt v. Air Canada, Feb 2024
    r"(?:(?P<authority>\p{Lu}[^,;:]{4,80}?),\s)?(?P<title>\p{Lu}[^,;:“”\"]{1,80}?\sv\.?\s\p{Lu}[^,;:“”\"]{1,80}?),\s(?=[\p{Lu}\d])"
)
WITH_POINT = " v. "  # "Arsenal v Chelsea, 2004" is a match
CAPTION = regex.compile(r"In\sre\s\p{Lu}|(?:In\sthe\s)?Matter\sof\s\p{Lu}")
MAX_CAPTION = 420  # code points; before agencies they are long, and quote


def read(context: Context, at: int, stop: int, end: int) -> Draft | None:
    """Read a case: its name, its report, parallel reports, the court and the year, the page cited, what became of it later."""
    folded = context.folded
    if context.kind != "inline" and (nameless := _nameless(context, at, stop, end)):
        return nameless
    limit = min(stop, at + (MAX_CAPTION if CAPTION.match(folded, at, stop) else MAX_NAME))
    found = REPORT.finditer(folded, at + 3, limit)
    report = next(found, None)
    if report and (report["container"] or "").casefold().rstrip(".") in NO_REPORTS:  # "1 January 1996", "Statutory Instrument 2019 No. 91"
        report = next((one for one in found if folded[one.start()] == "["), None)  # "Agreement of 26 June 1947 … [1988] ICJ Reports 12"
    if report is None:
        return None
    name = _name(context, at, report)
    if not name:
        return None
    items, finish, cited = _reports(context, name, report, stop, end)
    finish, called = nickname(context, finish, end)
    begin = name[0].start
    title = next(str(item.value) for item in name if item.field == "title")
    locator = cited or value_of(name, "locator")
    kept = [item for item in (*name, *items) if item.field != "locator"]
    return Draft(
        "full", "legal", begin, finish, [Item("type", "legal_case", begin, begin), *kept], locator, 0.95, called or short_name(title)
    )


def read_by_year(context: Context, at: int, stop: int) -> Draft | None:
    """Read a case in running text that has its year and no report: "FTC v. Kochava, 2022"."""
    match = BY_YEAR_ALONE.match(context.folded, at, stop)
    date = read_date(context.folded, match.end(), stop) if match else None
    if match is None or date is None or date.end != stop or not date.has_year:
        return None
    if not (WITH_POINT in match["title"] or is_in_italics(context, *match.span("title"))):
        return None
    items = [Item.cut(field, context.text, match.span(field)) for field in ("title", "authority") if match[field]]
    items += [Item("type", "legal_case", at, at), Item.dated(date)]
    parties = match["title"].split(WITH_POINT)
    is_told = match["authority"] or len(parties) == 1 or any(context.outlet(name) or is_body(name) or FIRM.search(name) for name in parties)
    return Draft("full", "legal", at, date.end, items, confidence=BY_YEAR_SURE if is_told else BY_YEAR_DOUBTFUL)


def _nameless(context: Context, at: int, stop: int, end: int) -> Draft | None:
    """Read "410 U.S. 113 (1973)", "[1998] 1 WLR 896", the whole of a note whose sentence names the case."""
    report = BARE.match(context.folded, at, stop)
    in_journal = report is not None and is_journal(report["container"] or "")
    is_known = report and (is_reporter(report["container"]) if report["container"] else name_court(report["authority"]))
    if report is None or not (is_known or in_journal):
        return None
    items, finish, cited = _reports(context, [], report, stop, end)
    kind = Item("type", "article-journal" if in_journal else "legal_case", at, at)
    return Draft("full", "legal", at, finish, [kind, *items], cited, 0.9) if has(items, "issued") else None


def _name(context: Context, at: int, report: regex.Match[str]) -> list[Item]:
    """Return the title, the docket number and the brief that stand before a report, or nothing where they are no name of a case."""
    folded, text = context.folded, context.text
    last = back(folded, at, report.start(), " ,")
    if is_journal(report["container"] or ""):
        return []  # "Jane Doe, Roe v. Wade at Forty, 50 Stan. L. Rev. 1"
    name = folded[at:last]
    is_caption = CAPTION.match(name) is not None
    of_agency = report["container"] in OF_AGENCIES and MATTER.fullmatch(name) is not None
    if not (is_caption or of_agency) and (NO_NAME.search(name) or any(word in COMMENT for word in name.split())):
        return []
    is_reported = is_reporter(report["container"] or "") or name_court(report["authority"] or "")
    is_named = of_agency or CASE_NAME.search(name) or (is_reported and _is_known_by_title(name))
    if not is_named:
        return []
    items: list[Item] = []
    brief = BRIEF.match(folded, at, last)
    if brief and brief["cited"]:
        items.append(Item("locator", brief["cited"], *brief.span("cited")))
    stage = STAGE.search(folded, at, last)
    stop = stage.start() if stage else last
    at = before_parties(folded, at, stop) if not (brief or is_in_italics(context, at, stop)) else at
    if VERSUS.match(f" {folded[at : at + 4]}"):  # Gusy, in: v. Mangoldt/Klein/Starck, GG
        return []
    title = text[at:stop] if not brief else f"{text[slice(*brief.span('brief'))].strip()}, {text[brief.end() : stop]}"
    items.insert(0, Item("title", title, at, stop))
    if stage and stage["number"]:
        items.append(Item.cut("number", text, stage.span("number")))
    return items


def _is_known_by_title(name: str) -> bool:
    """True for "Slaughter-House Cases" and, of a court that tells its advice from its judgments, "Legality of … (Advisory Opinion)"."""
    stage = STAGE.search(name)
    is_staged = stage is not None and not stage["number"] and MATTER.fullmatch(name, 0, stage.start()) is not None
    return is_staged or (SHIP_OR_SERIES.fullmatch(name) is not None and not FIRM.search(f" {name}"))  # "LLC" ends another name


def _reports(context: Context, name: list[Item], report: regex.Match[str], stop: int, end: int) -> tuple[list[Item], int, str]:
    """Read what stands after the name: reports, pages cited, the court, the date. Return the fields, the end, the page cited."""
    folded = context.folded
    items = printed(context, report)
    if not report["container"] and is_reporter(letters := report["authority"] or "") and not name_court(letters):  # 1988 SLT 361
        items = [item._replace(field={"authority": "container_title", "number": "page"}.get(item.field, item.field)) for item in items]
    finish, cited = report.end(), ""
    while True:
        if parallel := PARALLEL.match(folded, finish, end):
            have = {item.field for item in items} | ({"page"} if has(items, "container_title") else set())
            own = printed(context, parallel)
            items += [item for item in own if item.field not in have and not (item.field == "volume" and "container_title" in have)]
            finish = parallel.end()
        elif pin := PINPOINT.match(folded, finish, end):
            cited = context.text[slice(*pin.span("cited"))]
            finish = pin.end()
        elif dated := _court(context, items, finish, end):
            items, finish = dated
        else:
            break
    while later := HISTORY.match(folded, finish, end):
        finish = later.end()
        court = COURT.match(folded, finish, end)
        if court and court["date"] and not has(items, "issued") and (decided := _court(context, items, finish, end)):
            items = decided[0]  # 926 A.2d 372, aff'd, 948 A.2d 1285 (N.J. 2008)
        finish = court.end() if court and court["date"] else finish
    return items, finish, cited


def _court(context: Context, items: list[Item], finish: int, end: int) -> tuple[list[Item], int] | None:
    """Read "(D.C. Cir. 2010)", "(1954)", "(CA)", "(April 9)"; not "(Brennan J)", who wrote the opinion."""
    match = COURT.match(context.folded, finish, end)
    if match is None:
        return None
    court = match["court"].strip(" ,")
    if not match["date"] and (not is_court(court) or (has(items, "authority") and may_be_label(court))):
        return None
    date = read_date(context.folded, match.start("date"), match.end("date")) if match["date"] else None
    year = next((item for item in items if item.field == "volume" and len(str(item.value)) == 4), None)
    if date and not date.has_year and year:  # "1949 I.C.J. Rep. 4 (April 9)"
        items = [item for item in items if item is not year]
        items.append(Item("issued", f"{year.value}{date.value[4:]}", date.start, date.end))
    elif date and not has(items, "issued"):
        items = [*items, Item.dated(date)]
    if court and not has(items, "authority"):
        items = [*items, Item("authority", court, match.start("court"), match.start("court") + len(court))]
    return items, match.end()


# -- a case that was cited before ----------------------------------------------------------------------------------

BY_WESTLAW = regex.compile(  # KalshiEX, 2024 WL 4164694, at *3
    rf"(?P<title>(?!.*\sv\.?\s)\p{{Ll}}{{0,2}}\p{{Lu}}[^,;()“”\d]{{2,60}}),\s(?P<volume>(?:19|20)\d\d)\s(?P<container>WL)\s(?P<page>\d+)(?:{PIN})?(?!\d|,?\s\()"
)
SHORT = regex.compile(  # Audubon, 658 P.2d at 721 · 505 U.S. at 1029 n.16
    rf"(?:(?P<title>\p{{Ll}}{{0,2}}\p{{Lu}}[^,;()“”]{{2,60}}),\s)?(?P<volume>\d{{1,4}})\s(?P<container>{REPORTER})(?=,?\s(?:at\s|¶))(?:{PIN})"
)

ALSO_AT = regex.compile(rf",\s\d{{1,4}}\s(?P<container>{REPORTER})\sat\s\d[\d, -]*\d")  # Griffin, 419 Md. at 362, 19 A.3d at 427


def read_short(context: Context, at: int, stop: int) -> Draft | None:
    """Read a short form: "Lucas, 505 U.S. at 1029 n.16"."""
    match = SHORT.match(context.folded, at, stop) if " at " in (piece := context.folded[at:stop]) or "¶" in piece else None
    if match is None and " WL " in context.folded:
        match = BY_WESTLAW.match(context.folded, at, stop)
    if match is None or (not match["title"] and not is_reporter(match["container"])):
        return None
    parallel = ALSO_AT.match(context.folded, match.end(), stop) if match["title"] else None
    end = parallel.end() if parallel and is_reporter(parallel["container"]) else match.end()
    return Draft("short", "legal", at, end, printed(context, match), match["cited"] or "", 0.95)
