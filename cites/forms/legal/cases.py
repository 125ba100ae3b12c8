"""Cases in reports: "Brown v. Board of Education, 347 U.S. 483, 495 (1954)", "R (Miller) v Prime Minister [2019] UKSC 41".

A case is told by its report, or by its number; what stands before it is its name.
Source: The Bluebook, rules 10, 21.5 and B17; OSCOLA, 4th edition, part 2.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item, has, value_of
from cites.forms.legal.drafts import before_parties, is_in_italics, nickname, printed, short_name
from cites.forms.legal.tables import read_rules
from cites.grammar.courts import VERSUS, is_court, is_journal, is_reporter, may_be_label, name_court
from cites.grammar.dates import MONTHS, read_date
from cites.grammar.firms import FIRM
from cites.grammar.patterns import read_patterns
from cites.grammar.prose import COMMENT
from cites.grammar.separators import back
from cites.grammar.sources import is_body
from cites.knowledge import load_courts

REPORT, BARE, PARALLEL, PINPOINT, COURT, HISTORY = read_patterns("legal/cases", "REPORT BARE PARALLEL PINPOINT COURT HISTORY")
CASE_NAME, SHIP_OR_SERIES, MATTER, STAGE, NO_NAME = read_patterns("legal/cases", "CASE_NAME SHIP_OR_SERIES MATTER STAGE NO_NAME")
BRIEF, BY_YEAR_ALONE, CAPTION, BY_WESTLAW = read_patterns("legal/cases", "BRIEF BY_YEAR_ALONE CAPTION BY_WESTLAW")
SHORT, ALSO_AT = read_patterns("legal/cases", "SHORT ALSO_AT")
DOCKET = regex.compile(r"\s\(Nos?\.\s(?P<number>\d[\w-]*)(?:,\s[\w-]+)*\)")  # Brief for Petitioner at 12, … (2013) (No. 11-564)
OF_AGENCIES = frozenset({"F.C.C.", "F.C.C. Rcd.", "F.C.C.R.", "F.C.C.2d", "FCC Rcd", "F.E.R.C.", "F.T.C.", "N.L.R.B.", "S.E.C."})
MAX_NAME = 220  # code points
BY_NUMBER = read_rules("dockets", "numbered")[0]
NAMED = (" v. ", " v ", "in re ", "re ")  # a quick look for what most notes do not hold
BY_YEAR_SURE, BY_YEAR_DOUBTFUL = 0.75, 0.6  # "Ali v. Frazier, 1971" was a fight, "Federer v. Nadal, 2008" a match
WITH_POINT = " v. "  # "Arsenal v Chelsea, 2004" is a match
MAX_CAPTION = 420  # code points; before agencies they are long, and quote


def read(context: Context, at: int, stop: int, end: int) -> Draft | None:
    """Read a case: its name, its report, parallel reports, the court and the year, the page cited, what became of it later."""
    folded = context.folded
    if context.kind != "inline" and (nameless := _nameless(context, at, stop, end)):
        return nameless
    found = REPORT.finditer(folded, at + 3, min(stop, at + (MAX_CAPTION if CAPTION.match(folded, at, stop) else MAX_NAME)))
    report = next(found, None)
    if report and (report["container"] or "").casefold().rstrip(".") in (*MONTHS, "no", "nos"):  # "1 January 1996", "2019 No. 91"
        report = next((one for one in found if folded[one.start()] == "["), None)  # "Agreement of 25 June 1946 … [1988] ICJ Reports 12"
    name = _name(context, at, report) if report else []
    if report is None or not name:
        return None
    items, finish, cited = _reports(context, report, end)
    finish, called = nickname(context, finish, end)
    begin = name[0].start
    title = next(str(item.value) for item in name if item.field == "title")
    locator = cited or value_of(name, "locator")
    kept = [item for item in (*name, *items) if item.field != "locator"]
    if (paper := BRIEF.match(folded, at, report.start())) and paper["filed"]:  # it is not the case
        kept = [item for item in kept if item.field in ("title", "number", "issued")]
        if number := DOCKET.match(folded, finish, end):
            kept, finish = [*kept, *Item.each(context.text, number, "number")], number.end()
        return Draft("full", "legal", begin, finish, [Item("type", "document", begin, begin), *kept], locator, 0.95, called)
    case = Item("type", "legal_case", begin, begin)
    return Draft("full", "legal", begin, finish, [case, *kept], locator, 0.95, called or short_name(title))


def read_by_year(context: Context, at: int, stop: int) -> Draft | None:
    """Read a case in running text that has its year and no report: "FTC v. Kochava, 2022"."""
    match = BY_YEAR_ALONE.match(context.folded, at, stop)
    date = read_date(context.folded, match.end(), stop) if match else None
    if match is None or date is None or date.end != stop or not date.has_year:
        return None
    if not (WITH_POINT in match["title"] or is_in_italics(context, *match.span("title"))):
        return None
    items = Item.each(context.text, match, "title", "authority")
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
    items, finish, cited = _reports(context, report, end)
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
    items.insert(0, _title(context, brief, text[at if brief is None else brief.end() : stop], at, stop))
    return items + (Item.each(text, stage, "number") if stage else [])


def _title(context: Context, paper: regex.Match[str] | None, case: str, at: int, stop: int) -> Item:
    """Return the name of a case, of what was filed in it, or both: "Transcript of Oral Argument, Egbert v. Boule"."""
    shown = context.text[slice(*paper.span("brief"))].strip() if paper else ""
    return Item("title", shown if paper and paper["filed"] else f"{shown}, {case}" if paper else case, at, stop)


def _is_known_by_title(name: str) -> bool:
    """True for "Slaughter-House Cases" and, of a court that tells its advice from its judgments, "Legality of … (Advisory Opinion)"."""
    stage = STAGE.search(name)
    is_staged = stage is not None and not stage["number"] and MATTER.fullmatch(name, 0, stage.start()) is not None
    return is_staged or (SHIP_OR_SERIES.fullmatch(name) is not None and not FIRM.search(f" {name}"))  # "LLC" ends another name


def _reports(context: Context, report: regex.Match[str], end: int) -> tuple[list[Item], int, str]:
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
            items = decided[0]  # 925 A.2d 371, aff'd, 947 A.2d 1284 (N.J. 2007)
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


def read_short(context: Context, at: int, stop: int) -> Draft | None:
    """Read a short form: "Lucas, 505 U.S. at 1029 n.16"."""
    match = SHORT.match(context.folded, at, stop) if " at " in (piece := context.folded[at:stop]) or "¶" in piece else None
    if match is None and " WL " in context.folded:
        match = BY_WESTLAW.match(context.folded, at, stop)
    if match is None or not (match["title"] or is_reporter(match["container"]) or match["container"] in load_courts().gazettes):
        return None
    parallel = ALSO_AT.match(context.folded, match.end(), stop) if match["title"] else None
    end = parallel.end() if parallel and is_reporter(parallel["container"]) else match.end()
    return Draft("short", "legal", at, end, printed(context, match), match["cited"] or "", 0.95)


def read_by_number(context: Context, at: int, end: int) -> Draft | None:
    """Read a case that is known by its number: "Doe v. Roe, No. 12-cv-3456, 2013 WL 123456, at *3 (S.D.N.Y. Jan. 5, 2013)",

    "Balogh v Hungary App no 47940/99 (ECtHR, 20 July 2004)"; and what is filed with courts and agencies: "CTA Comments at 2".
    """
    folded, text = context.folded, context.text
    lowered = context.lowered[at:end]
    if not any(hint in lowered for hint in NAMED) or not any(hint in lowered for hint in BY_NUMBER.hints):
        return None
    brief = BRIEF.match(folded, at, end)
    match = BY_NUMBER.pattern.match(folded, brief.end() if brief else at, end)
    if match is None:
        return None
    is_whole = brief or is_in_italics(context, at, match.end("title"))
    if not is_whole and (begin := before_parties(folded, at, match.end("title"))) > at:
        return read_by_number(context, begin, end)
    title = text[slice(*match.span("title"))].strip(" ,")
    date = read_date(folded, *match.span("date")) if match["date"] else None
    filed = brief and brief["filed"]
    told = {"title", "issued" if date else "", "authority" if filed else ""}  # a court gives out no complaint
    fields = [item for item in printed(context, match) if item.field not in told]
    kind = Item("type", "document" if filed else "legal_case", at, at)
    items = [kind, _title(context, brief, title, at, match.end("title")), *fields]
    items += [Item.dated(date)] if date else []
    finish, called = nickname(context, match.end(), end)
    locator = match["cited"] or (brief["cited"] if brief else "") or ""
    return Draft("full", "legal", at, finish, items, locator, 0.9, called or ("" if brief else short_name(title)))
