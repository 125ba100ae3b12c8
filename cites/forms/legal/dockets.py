"""Cases that are known by their number: unreported ones, and those of courts that publish no reports.

"Doe v. Roe, No. 12-cv-3456, 2013 WL 123456, at *3 (S.D.N.Y. Jan. 5, 2013)", "Balogh v Hungary App no 47940/99 (ECtHR, 20 July 2004)",
"Prosecutor v Tadić (Judgment) IT-94-1-A (15 July 1999)"; and what is filed with courts and agencies: "CTA Comments at 2",
"EFF, Reply Comments, WC Docket No. 07-52, Feb. 28, 2008, at 2". Source: The Bluebook, rules 10.8, 21.5 and B17; OSCOLA, part 2.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
from cites.forms.legal.cases import BRIEF
from cites.forms.legal.parts import DAY, HONG_KONG, PIN, REPORTER, Rule, before_parties, is_in_italics, nickname, printed, short_name
from cites.grammar.dates import read_date

PARTY = r"(?:[^;“”\[\],]|,(?!\"))"
NAME = rf"(?P<title>\p{{Ll}}{{0,2}}\p{{Lu}}{PARTY}{{2,160}}?\sv\.?\s{PARTY}{{2,120}}?|(?:In\s[Rr]e|Re)\s\p{{Lu}}[^;\[\]]{{2,300}}?)"
CHAMBER = r"(?:\s\[GC\]|\s\((?:dec|GC|Judgment|Appeal|Trial|Decision)[^()]{0,40}\))?"
LABEL = (
    r"(?:G\.\s?R\.(?:\sNos?\.)?|(?:MDL\s)?(?:Dkt\.\s)?Nos?(?:\.|(?=\s\d+[-:]\S))|Case\s(?:No\.\s?)?|Docket\sNos?\.|Civ(?:il)?\.?\s(?:Action\s)?Nos?\.|Index\sNo\.|App(?:lication|l|\.)?\s?[Nn]os?\.?"
    r"|nos?\.|(?:\p{Lu}{2,5}\s)?Case\sNo\.)\s"
)
NUMBER = (
    r"(?P<number>(?:C\s(?=\d\d-))?(?=[\p{Lu}\d:./()-]*\d)[\p{Lu}\d](?:[\w:./()-]{0,29}\w)?"
    r"(?:\s\([A-Z]{2,5}\))?(?:(?:,|\sand|\s&)\s\d+/\d+)*)(?:\sand\sothers)?"
)
BARE = r"(?P<number>\p{Lu}{2,5}-\d[\w/-]{3,24})"  # IT-94-1-A · ICTR-96-4-T
WESTLAW = r"(?:,\s(?P<volume>\d{4})\s(?P<container>WL|U\.S\.\s[\p{L}. ]{2,20}LEXIS)\s(?P<page>\d+))?"
STAGES = (
    r"(?:,\s(?:slip\sop\.?|(?:Doc(?:ument|\.)?|Dkt\.|ECF)\s(?:No\.\s)?[\d-]+|Merits|(?:(?:Public\sRedacted|Final|Partial|Interim)\s)?(?:Judg[e]?ment|Decision|Order|Opinion|Award|Ruling)"
    r"[^,;()\d¶]{0,80}))*"
)
# (2011) 53 EHRR 18
BRACKETED = rf"[\[(](?P<year>\d{{4}})[\])]\s(?P<volume>\d{{1,3}})\s(?P<container>{REPORTER})\s(?P<page>\d{{1,5}})(?!\d)"
DATED = (
    rf"(?:,?\s{BRACKETED}|,?\s?\((?:(?P<court>[^()\d][^()]{{0,50}}?|\d\w+\sCir\.?)(?:,\s|\s))??(?:(?:filed|argued|decided|released|rel\.)\s)?(?P<date>{DAY}|\d{{4}})\)|,\s"
    rf"(?:§+\s?[\d-]+,\s|(?:[\p{{L}} ]{{2,30}},\s)?[\p{{L}} ]{{2,30}}\sof\s)?(?P<date>{DAY})"
    rf"(?:,\s(?P<container>ITLOS\sRep(?:orts|\.)\s[\d-]+),\s(?:p\.\s|at\s)?(?P<page>\d+)"
    r"|,\s(?:(?P<volume>\d{1,3})\s)?(?P<container>ITLOS\sRep\.)\s(?P<page>\d+)(?:,\s¶+\s(?P<cited>[\d-]+))?)?|(?:,\s§+\s?(?P<cited>[\d-]+))?,\s"
    rf"(?P<container>ECHR)\s(?:(?P<volume>(?P<year>\d{{4}})-[IVX]+)|(?P<year>\d{{4}})(?!-)))"
)
# Ross v Chambers (Supreme Court of the Northern Territory, Kriewaldt J, 5 April 1956) · Jones v. UK, European Court of Human Rights (2014)
COURT_WORD = r"\p{Lu}[^(),;“”\d]{0,60}\b(?:Court|Tribunal|Commission)\b[^(),;“”\d]{0,50}"
UNREPORTED = regex.compile(
    rf"(?P<title>\p{{Lu}}[^;“”\[\]()\d]{{1,120}}?\sv\.?\s[^;“”\[\]()\d]{{2,120}}?)(?:\s\((?P<court>{COURT_WORD})"
    rf"(?:,\s(?:[\p{{L}}. ]{{1,20}}\s)?(?P<number>(?=[^,]*\d)[\w/.-]{{2,30}}))?(?:,\s[^(),;\d]{{2,60}})?,\s(?P<date>{DAY})\)"
    rf"|,\s(?P<authority>{COURT_WORD}?)(?:,\s(?:(?i:judge?ment|decision)\s(?:of\s)?)?(?P<date>{DAY})|\s\((?P<date>{DAY}|\d{{4}})\)|,\s(?P<year>\d{{4}})))(?:{PIN})?(?=[.,;)]|$)"
)
# , No. 1:23-cv-11195 (S.D.N.Y.), Opinion on motions to dismiss, 4 April 2025
COURT_FIRST = (
    r"\s\((?P<court>\p{Lu}[\p{L}. ]{2,30})\)(?:,\s(?:\p{L}[\p{L}' ]{2,70}|Dkt\.?\s\d+|ECF\s(?:No\.\s)?\d+)){0,3}?(?:,|\sof)\s"
    rf"(?P<date>{DAY})"
)
DOCKET = regex.compile(
    rf"{NAME}(?:{CHAMBER}[,.]?\s{LABEL}{NUMBER}|{CHAMBER}[,]?\s{BARE}){STAGES}{WESTLAW}{STAGES}(?:{PIN})?(?:{COURT_FIRST}|{DATED})(?:{PIN})?{WESTLAW}"
    rf"(?:\s\[(?P<cited>\d+)\])?(?:,\sECF\sNo\.\s[\d-]+)?"
)
# Complaint at 3, Held v. State · Appellant's Opening Brief, Doe v. Roe
HINTS = (" v. ", " v ", "in re ", "re ")
NUMBERED = (" no. ", " nos. ", " no ", " nos ", "case ", " g.r. ", " it-", " icty-", " scsl-", " ictr-", " icc-", "index no")


def read(context: Context, at: int, end: int) -> Draft | None:
    """Read a case by its number."""
    folded, text = context.folded, context.text
    lowered = context.lowered[at:end]
    if not any(hint in lowered for hint in HINTS) or not any(hint in lowered for hint in NUMBERED):
        return None
    brief = BRIEF.match(folded, at, end)
    match = DOCKET.match(folded, brief.end() if brief else at, end)
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


AGENCY = regex.compile(  # Cal. Water Res. Control Bd., Decision 1631 (Sept. 28, 1994) · Garante (Italy), Decision 9685994 of 22 July 2021
    r"(?P<author>(?![^,;]*\sv\.?\s)\p{Lu}[^;:,“”()]{2,100}?(?:\s\(\p{Lu}[\p{L} ]{2,20}\))?),\s"
    r"(?P<title>(?:\p{Lu}[\p{L}.' -]{3,60},\s)?(?:Final\s|Binding\s)?(?:Decision|Deliberation|Determination|Injunction|Opinion|Order"
    r"|Resolution|Ruling|(?:Enforcement|Monetary\sPenalty)\sNotice)"
    r"(?:\s(?:[Nn]o\.?\s|WR\s)?(?P<number>(?=[\w./-]*\d)[\p{Lu}\d][\w./-]*))?)"
    rf"(?:(?:,\s(?:slip\sop\.\s)?at\s(?P<cited>\d+))?(?<=\d)\s\((?P<date>{DAY})\)|\s(?:of|dated)\s(?P<date>{DAY})(?:{PIN})?)"
)
ORDER = regex.compile(  # Order Prohibiting the Listing of Political Event Contracts (CFTC Apr. 2, 2012)
    r"(?P<title>(?:(?:Final|Interim|Consent|Cease-and-Desist)\s)?(?:Order|Decision|Determination)\s(?:(?:In\sthe|of|to|on|and)\s|\p{Lu})[^;“”()]{4,260}?)"
    rf"\s\((?P<court>\p{{Lu}}[\p{{L}}.& ]{{1,40}}?),?\s(?P<date>{DAY})\)"
)
LETTER = regex.compile(  # CFTC Staff Letter No. 26-08 (Mar. 12, 2026)
    r"(?P<title>(?P<author>\p{Lu}[\p{L}.&]*(?:\s\p{Lu}[\p{L}.&]*){0,3}?)\s(?:Staff|No-Action|Interpretive|Information|Advisory|Dear\sColleague|Guidance)\s"
    rf"(?:Letter|Opinion|Bulletin|Memorandum|Circular)\s(?:No\.\s)?(?P<number>(?=[\w-]*\d)[\w-]+))\s\((?P<date>{DAY})\)"
)
# Leung Kwok Hung v HKSAR FACV 1/2005, (2005) 8 HKCFAR 229 · HCAL 1160, 1164 and 1178/2018, [43] · CACV 246/2015 (12 May 2016)
OF_HONG_KONG = regex.compile(
    r"(?:(?P<title>\p{Lu}[^;“”\[\]()]{2,120}?\sv\s[^;“”\[\]()]{2,120}?),?\s)?"
    rf"(?P<number>{HONG_KONG})(?:,?\s{BRACKETED})?(?:{PIN})?(?:,?\s\(?(?P<date>{DAY})\)?)?(?:{PIN})?(?=[.;,]|$|\s)"
)
AT = r"(?:,?\sat\s(?P<cited>\d+(?:-\d+)?)(?:,\s\d+(?:-\d+)?)*)"
KIND = (
    r"(?:(?:Further\s)?Notice\sof\s(?:Proposed\sRulemaking|Inquiry)|(?:\p{L}+\s)?Report\sand\sOrder|Declaratory\sRuling|Memorandum\sOpinion"
    r"\sand\sOrder|(?:Final|Proposed|Interim)\sRule|Order(?:\son\sReconsideration)?|Public\sNotice)"
)
NUMBERS = (
    r"(?P<number>(?=[\w-]*\d)[\w-]{3,16})(?:(?:,|\sand|\s&)\s(?:(?:\p{Lu}{2,4}\s)?(?:Docket\s)?(?:Nos?\.\s)?)(?=[\w-]*\d)[\w-]{3,10}"
    r"(?:\s\d+-\d+)?)*"
)
DOCKETED = regex.compile(  # FCC, Reply Comments of the Electronic Frontier Foundation, WC Docket No. 07-52, Feb. 28, 2008, at 2, 9
    rf"(?:(?P<author>\p{{Lu}}[\p{{Lu}}&.]{{1,8}}|\p{{Lu}}[^,;“”]{{3,60}}(?:Commission|Board|Agency|Department|Comm'n|Bd\.|Dep't)),\s)?"
    rf"(?P<title>(?!(?:Letter|Memorandum|E-?mail)\sfrom\s)\p{{Lu}}[^;]{{5,360}}?)\s?,\s(?:in\s)?(?:\p{{Lu}}{{2,4}}\s)?(?:Docket|Dkt\.|File)\sNos?\.\s{NUMBERS}"
    rf"(?:,\s(?P<genre>{KIND}))?(?:,\sparas?\.\s(?P<cited>\d+(?:-\d+)?))?"
    rf"(?:,\s(?P<date>{DAY})|\s\((?:filed\s|rel\.\s|released\s)?(?P<date>{DAY})\)|\s\((?P<year>\d{{4}})\))?{AT}?"
)
RECORD = regex.compile(  # CTA Comments at 2 · NTCA - The Rural Broadband Association Reply Comments at 5
    r"(?P<author>\p{Lu}[^,;:.“”]{1,90}?)\s(?P<title>(?:Reply\s)?Comments|Reply|Ex\sParte(?:\sLetter)?|Petition|Supplemental\sComments|Opposition)"
    r"\sat\s(?P<cited>\d+(?:-\d+)?)(?:,\s\d+(?:-\d+)?)*(?:\s\((?P<name>\p{Lu}[\p{L} ]{1,20})\))?"
)
CASE = (  # of what a title names: the day, the case, its number, the court
    rf",\s(?P<date>{DAY}|\d{{2}}\s\p{{Lu}}\p{{L}}+\s\d{{4}})(?:,\sat\s(?P<cited>\d+(?:-\d+)?))?,?\sin\s"
    r"(?:In\sre:?\s[^;]{3,120}?|[^;,]{3,80}\sv\.?\s[^;]{3,80}?),\s"
    r"(?P<number>\p{Lu}[\p{L}. ]{1,20}\d[\w-]+(?:\sand\s\p{Lu}[\p{L}. ]{1,20}\d[\w-]+)?)"
    r"\s\(\p{Lu}[\p{L}. ]{1,24}\s\d{4}\)(?:,\sat\s(?P<cited>\d+(?:-\d+)?))?"
)
REPORT_IN_CASE = regex.compile(rf"(?P<title>\p{{Lu}}[^;,“”]{{0,80}}?Report){CASE}")
IN_CASE = regex.compile(  # Order, 23 February 2021, in In re: DFA - Passport Breach, NPC SS 19-001 (NPC 2019), at 4
    rf"(?P<title>\p{{Lu}}[^;,“”]{{3,90}}){CASE}"
)
ARGUED = regex.compile(  # Transcript of Oral Argument at 33, Moody (No. 22-277) (Feb. 26, 2024)
    r"(?P<title>Transcript\sof\s(?:Oral\sArgument|Proceedings|Hearing|Record))(?:\sat\s(?P<cited>\d+(?:-\d+)?))?,\s\p{Lu}[^;()“”\d]{2,80}\s"
    rf"\(Nos?\.\s(?P<number>[\w-]*\d[\w-]*)\)(?:\s\((?P<date>{DAY})\))?"
)
RULES: tuple[Rule, ...] = (
    Rule("report", REPORT_IN_CASE, ("report, ",)),
    Rule("hearing", ARGUED, ("transcript of ",)),
    Rule("document", IN_CASE, (", in in re", " v. ", " v ")),
    Rule("document", DOCKETED, ("docket no", "dkt. no", "file no")),
    Rule("document", RECORD, ("comments at ", "reply at ", "ex parte", "petition at ", "opposition at ")),
    Rule("legal_case", UNREPORTED, (" court", " tribunal", " commission")),
    Rule("legal_case", OF_HONG_KONG, ("hcal ", "hca ", "hcmp ", "hccc ", "cacv ", "cacc ", "facv ", "facc ", "famv ", "famc ", "dccc ")),
    Rule("legal_case", ORDER, ("order ", "decision ", "determination ")),
    Rule("document", LETTER, ("letter ", "opinion ", "bulletin ", "memorandum ", "circular ")),
    Rule("legal_case", AGENCY, (", decision ", ", order ", ", ruling ", ", opinion ", ", determination ", ", resolution ", "deliberation ",
                                "injunction ", "decision ", "order ", " notice ")),
)
