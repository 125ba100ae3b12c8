"""What is filed with courts and agencies: "EFF, Reply Comments, WC Docket No. 07-52, Feb. 28, 2008, at 2", "CTA Comments at 2",
"Fact-Finding Report, 14 July 2019, at 1, in In re: Passport Breach, NPC SS 19-001 (NPC 2019)".

Source: The Bluebook, rules 10.8.3 and B17; the notes of the Federal Communications Commission.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.legal.parts import DAY, Rule

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
RULES: tuple[Rule, ...] = (
    Rule("report", REPORT_IN_CASE, ("report, ",)),
    Rule("document", IN_CASE, (", in in re", " v. ", " v ")),
    Rule("document", DOCKETED, ("docket no", "dkt. no", "file no")),
    Rule("document", RECORD, ("comments at ", "reply at ", "ex parte", "petition at ", "opposition at ")),
)
