"""Bills, hearings, reports of parliaments and of those that advise them: "H.R. 2219, 116th Cong. (2019)",
"H.R. Rep. No. 94-1476, at 65 (1976)",
"Law Commission, Administrative Redress (Law Com No 322, 2010) para 4.12", "Public Order HC Bill (2021–22) [8]".

Source: The Bluebook, rule 13; OSCOLA, 4th edition, parts 2.5 and 3.4; AGLC, 4th edition, part III.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.legal.parts import CONGRESS, DAY, Rule

YEAR = r"(?:1[7-9]|20)\d\d"
SESSION = r"(?:,\s\d\w+\s[Ss]ess\.)?"
TITLED = r"(?:(?P<title>\p{Lu}[^;:“”]{4,160}?),\s)?"
PROVISION = r"(?:,?\s(?P<cited>(?:§+|cl|ch|pt|paras?|vol)\.?\s?\d+(?:[.-]\d+)*(?:\(\d+\))*(?:,\s(?:para\s)?\d[\d-]*)?))?"

HEARING = regex.compile(  # Russia in the Arctic: Hearing before the House Committee on Foreign Affairs, 114th Cong. 23 (November 17, 2015)
    r"(?:(?P<author>(?:U\.?S\.?\s)?(?:Congress|House|Senate)(?:,\s[^,;:]{3,60}){0,2}?(?:,\s|\s)Committee\s[^,;:]{3,80}),\s)?"
    rf"(?:(?P<title>[^;“”]{{4,200}})(?::|(?P<apart>,))\s)?(?P<hearing>(?:(?:(?:Joint|Oversight|Field)\s)?(?:[Hh]earings?|Briefing|Markup)\s"
    rf"(?:on\s[^;]{{3,90}}?\s)?(?:[Bb]efore|of)|Before)\s[^;]{{4,160}}?),\s{CONGRESS}{SESSION}(?:,?\s(?P<cited>\d{{1,3}}(?:-\d+)?))?"
    r"(?:\s\((?:(?P<imprint>[^():]{3,40}):\s(?P<publisher>[^(),]{3,60}),\s(?P<year>\d{4})|(?P<date>[^()]{4,40}))\)"
    rf"|,\s(?:(?P<date>{DAY})|(?P<year>{YEAR}))(?:,\s(?P<cited>\d{{1,3}}(?:-\d+)?))?(?=[.;,]|$|\s\((?:statement|testimony)))"
)
STATE_HEARING = regex.compile(  # …: Hearing on S.B. 1168 Before the S. Comm. on Nat. Res. & Water, 2013-14 Leg., Reg. Sess. 12 (Cal. 2014)
    r"(?P<title>(?:[^;“”]{4,200}:\s)?Hearings?\s(?:on\s[^;]{3,90}?\s)?[Bb]efore\s[^;]{4,160}?),\s\d{4}(?:-\d{2,4})?\s"
    r"(?:Leg\.|Gen\.\sAssemb\.)(?:,\s[^,;()]{3,30}?)?(?:\s(?P<cited>\d+(?:-\d+)?))?\s\((?P<court>\p{Lu}[\p{L}. ]{1,12})\s(?P<year>\d{4})\)"
)
BILL = regex.compile(  # H.R. 2219, 116th Cong. § 3 (2019) · Green New Deal Resolution, H.R. Res. 109, 116th Cong. (2019)
    rf"{TITLED}(?P<number>(?:H\.R\.|S\.|H\.)\s?(?:(?:Con\.|J\.)\s)?(?:Res\.\s)?\d+),\s{CONGRESS}{SESSION}{PROVISION}"
    rf"(?:\s\((?:as\s[^()]*?,\s\p{{L}}+\.?\s\d{{1,2}},\s)?"
    r"(?P<year>\d{4})\))?"
)
STATE_BILL = regex.compile(  # Clean Water Bill, S.B. 1168, 2013-14 Leg., Reg. Sess. (Cal. 2014)
    rf"{TITLED}(?P<number>(?:S\.B\.|H\.B\.|A\.B\.|Assemb\.\sB\.|S\.F\.|H\.F\.|[SHA]\.)\s\p{{Lu}}?\d+\p{{Lu}}?),\s[^;()]{{4,60}}?"
    rf"(?:Leg\.|Sess\.|Assemb\.)[^;()]{{0,30}}{PROVISION}\s"
    r"\((?P<court>\p{Lu}[\p{L}. ]{1,12})\s(?P<year>\d{4})\)"
)
WESTMINSTER_BILL = regex.compile(  # Public Order HC Bill (2021-22) [8] · Data Protection HL Bill (2017-19) 66
    r"(?P<title>\p{Lu}[^;:,“”]{3,120}?\sH[CL]\sBill)\s\((?P<year>\d{4}-\d{2,4})\)\s\[?(?P<number>\d+)\]?(?:,?\s(?P<cited>cl\s\d[\d()]*))?"
)
CANADIAN_BILL = regex.compile(  # Bill C-26, An Act to amend the Harbour Code, 1st Sess, 41st Parl, 2013, cl 4
    rf"(?P<number>Bill\s(?:[CS]-)?\d{{1,4}}),\s(?P<title>(?:An?\s[^;“”]{{4,200}}?|\p{{Lu}}[^;“”]{{4,160}}?\sAct)),\s\d\w+\s[Ss]ess\.?,\s\d\w+\s(?:Parl|Leg)\.?"
    rf"(?:,\s[\p{{L}} ]{{2,24}})?(?:,\s(?P<year>{YEAR}))?(?:,\s(?P<cited>cls?\s\d\w*(?:\(\w+\))*))?"
)
OF_CONGRESS = (
    r"\s(?i:No\.\s)?(?P<number>\d[\d-]*))(?:,\s\d{2,3}\p{Ll}{1,2}\sCong\.,\s\d\p{Ll}{1,2}\sSess\.)?(?:,\s(?:pt\.\s\d+,\s)?(?:at\s)?(?P<cited>\d+(?:-\d+)?))?\s\((?P<year>\d{4})\)"
    r"(?:,\s(?:as\s)?reprinted\sin\s\d{4}\sU\.S\.C\.C\.A\.N\.\s\d+(?:,\s[\d-]+)?)?"
)
COMMITTEE_REPORT = regex.compile(  # H.R. Rep. No. 94-1476, at 65 (1976), as reprinted in 1976 U.S.C.C.A.N. 5659, 5680
    rf"(?P<title>(?:H\.\s?R\.|H\.|S\.)\s(?i:(?:Conf\.\s)?Rep\.|(?:Exec\.\s|Misc\.\s)?Doc\.){OF_CONGRESS}"
)
NAMED_REPORT = regex.compile(  # H. Rept. 116-84, Department of Defense Appropriations Bill, 2020, 116th Cong., 1st sess. (May 23, 2019), 67
    rf"[HS]\.\s(?:Rept|Doc)\.\s(?P<number>\d{{1,3}}-\d{{1,4}}),\s(?P<title>\p{{Lu}}[^;“”]{{4,160}}?),\s\d{{1,3}}\p{{L}}\p{{L}}\s(?i:Cong\.,"
    rf"\s\d\p{{L}}\p{{L}}\sSess\.)\s\((?P<date>{DAY}|\d{{4}})\)(?:,\s(?P<cited>\d+(?:-\d+)?))?"
)
RESOLUTION = regex.compile(rf"(?P<title>(?:H\.R\.|H\.|S\.)\s(?i:(?:Con\.\s|J\.\s)?Res\.){OF_CONGRESS}")  # S. Con. Res. 12 (2005)
RECORD = regex.compile(  # 165 Cong. Rec. H1234 (daily ed. Feb. 7, 2019)
    rf"(?P<volume>\d+)\s(?P<container>(?i:Cong\.\sRec\.))\s(?P<page>[SHE]?\d[\d,]*)(?:\s?-\s?\d+)?(?:,\s(?P<cited>[SHE]?\d[\d,-]*))?\s?\((?:daily\sed\.\s)?"
    rf"(?P<date>{DAY}|\d{{4}})\)"
)
DEBATES = regex.compile(  # Commonwealth, Parliamentary Debates, House of Representatives, 12 May 2010, 3450
    rf"(?P<author>\p{{Lu}}[\p{{L}} ]{{2,40}}),\s(?P<container>Parliamentary\sDebates),\s(?P<publisher>(?:House|Senate"
    rf"|Legislative)[\p{{L}} ]*),\s(?P<date>{DAY})(?:,\s(?P<cited>\d+(?:-\d+)?))?"
)
SPEAKER = (
    r"(?:(?:The\s|Rt\s|Hon(?:ourable|\.)?\s|Senator\s|Ms\.?\s|Mrs?\.?\s|Dr\.?\s|Professor\s|Sir\s|Dame\s)+)?(?P<author>\p{Lu}\p{L}*\.?(?:\s\p{Lu}[\p{L}.'-]+){1,3}?)"
    r"(?:\s(?:MP|MHR|MLA|MLC|AM|AO|QC|SC|KC))*(?:,\s[^;“”]{3,140}?)?,\s"
)
HANSARD = regex.compile(  # Ms Sabrina Wynn, Australian Law Reform Commission, Committee Hansard, 18 October 2010, p. 41
    rf"(?:{SPEAKER})?(?P<container>(?:(?:Proof|Estimates|Joint|Committee|Commons|Lords|Senate|House(?:\sof\s\p{{Lu}}\p{{L}}+)?|Legislative\s(?:Assembly|Council)|Official)"
    rf"\s){{1,3}}Hansard|Journals\sof\sthe\s(?:House|Senate)(?:\sof\s\p{{Lu}}\p{{L}}+)?|Votes\sand\sProceedings)(?:,?\s(?:No\.|no\.?)\s(?P<issue>\d+))?,\s(?P<date>{DAY})"
    r"(?:,\s(?:(?:pp?|cols?)\.?\s)?(?P<cited>\d+(?:\s?-\s?\d+)?))?(?=[.;,]|$|\s\()"
)
# Ontario, Legislative Assembly, Official Report of Debates (Hansard), 41st Parl, 1st Sess, No 54 (2 June 2015) at 2870
CANADIAN_DEBATES = regex.compile(
    r"(?:(?P<author>\p{Lu}[\p{L} ]{2,40}(?:,\s(?:Legislative|National)\sAssembly)?),\s)?"
    r"(?P<container>Official\sReport\sof\sDebates(?:\s\(Hansard\))?|(?:House\sof\sCommons|Senate)\sDebates),\s"
    r"(?:[\w-]+(?:\sParl|\sLeg|\s[Ss]ess)?,\s){0,2}(?:vol\s(?P<volume>\d+),\s)?[Nn]o\s(?P<issue>\w+)\s"
    rf"\((?P<date>{DAY})\)(?:\sat\s(?P<cited>\d+(?:-\d+)?))?"
    rf"|\((?P<date>{DAY})\)\s(?P<volume>\d+)\s(?P<container>NZPD)\s(?P<page>\d+)"  # (20 May 2004) 617 NZPD 13109
)
# what identifies a British or Australian report: "Law Com No 322" · "Cm 7285" · "2008-09, HL 169, HC 736" · "HC 780-I" · "Report No 108"
NUMBERED_PAPER = (
    rf"(?:{YEAR}(?:-\d{{2,4}})?,\s)?(?:White\sPaper,\s|Green\sPaper,\s)?(?:(?P<genre>(?:Scot\s)?Law\sCom(?:\sCP)?|LRC|Report"
    rf"|NILC)\sNo\.?\s(?P<number>\d+)|(?P<number>(?:Cmnd|Cmd|Cm|CP|C)\s\d+|H[CL]\s(?:Paper\s)?\d+(?:-[IV]+)?(?:,\sH[CL]\s\d+(?:-[IV]+)?)?))"
)
PAPER = regex.compile(  # Law Commission, Administrative Redress: Public Bodies and the Citizen (Law Com No 322, 2010) para 4.12
    rf"(?P<author>\p{{Lu}}[^,;:“”()]{{3,100}}?),\s(?P<title>\p{{Lu}}(?:[^;“”()]|\([^()]{{1,30}}\)){{3,220}}?)\s\("
    rf"(?:H[CL]\s(?P<year>{YEAR}(?:-\d{{2,4}})?),\s(?P<number>[\d-]+\w*)|(?:(?P<year>{YEAR}(?:-\d{{2,4}})?),\s)?{NUMBERED_PAPER}"
    rf"(?:,\s(?P<date>(?:\p{{Lu}}\p{{L}}+\s)?{YEAR}))?)\)(?:\s(?P<cited>\d{{1,4}}(?:-\d{{1,4}})?)(?=[.,;]|$)|{PROVISION})"
)
COMMITTEE_PRINT = regex.compile(  # Staff of H. Comm. on Oversight, 117th Cong., Fueling the Climate Crisis 12 (Comm. Print 2022)
    rf"(?P<author>(?:Staff\sof\s)?(?:H\.|S\.|J\.|Joint|House|Senate)\s[^;“”]{{4,100}}?),\s{CONGRESS}(?:{SESSION}),\s"
    rf"(?P<title>\p{{Lu}}[^;“”]{{4,160}}?)(?:,?\s(?:at\s)?(?P<cited>\d+(?:-\d+)?))?\s"
    r"\((?:Comm\.\sPrint\s)?(?P<year>\d{4})\)"
)
RESEARCH_REPORT = regex.compile(  # Kenneth Katzman, Cong. Rsch. Serv., RS20871, Iran Sanctions 61 (2020), or in small capitals
    # U.S. Gov't Accountability Off., GAO-20-625, COVID-19: Opportunities 112 (June 2020)
    r"(?:(?P<author>\p{Lu}[^;:“”()§,]{3,80}),\s(?:No\.\s)?(?P<number>\p{Lu}{2,5}-\d{2}-\d{2,5}\w*)|(?:(?P<author>\p{Lu}[^;:“”()§]{3,120}?),\s)?(?P<publisher>(?=C)(?i:Cong(?:\.|ressional)\s(?:Rsch\.|Res\.|Research)\sServ(?:\.|ice)))"
    r"(?:,\s(?:No\.\s)?(?P<number>\p{Lu}{1,3}\d{4,6}))?),\s(?P<title>\p{Lu}[^;“”()]{3,200}?)"
    r"(?:,\sby\s(?P<author>\p{Lu}[^,;()]{3,60}))?(?:,\s(?P<number>\p{Lu}{1,3}\d{4,6}))?"  # , by Amy F. Woolf, R45861 (2022)
    r"(?:,?\s(?:at\s)?(?P<cited>\d{1,3}(?:-\d{1,3})?))?\s"
    rf"\((?:updated\s)?(?:(?P<date>{DAY}|\p{{Lu}}\p{{L}}+\.?\s{YEAR})|(?P<year>{YEAR}))\)"
)
RULES: tuple[Rule, ...] = (
    Rule("report", RESEARCH_REPORT, (", gao-", ", oig-", "cong. rsch", "cong. res", "congressional research service")),
    Rule("hearing", STATE_HEARING, ("hearing",)),
    Rule("hearing", HEARING, (" cong",)),
    Rule("report", COMMITTEE_PRINT, (" cong.",)),
    Rule("report", COMMITTEE_REPORT, (" rep.", " doc.")),
    Rule("report", NAMED_REPORT, (". rept. ", ". doc. ")),
    Rule("legislation", RESOLUTION, (" res.",)),
    Rule("bill", BILL, (" cong",)),
    Rule("bill", STATE_BILL, (" leg.", " sess.", " assemb.")),
    Rule("bill", CANADIAN_BILL, (" sess, ", " sess., ")),
    Rule("bill", WESTMINSTER_BILL, ("hc bill", "hl bill")),
    Rule("document", RECORD, ("cong. rec.",)),
    Rule("document", DEBATES, ("parliamentary debates",)),
    Rule("document", CANADIAN_DEBATES, ("debates, ", "debates (hansard)", "nzpd ")),
    Rule("document", HANSARD, ("hansard, ", "journals of the ", "votes and proceedings", "hansard no")),
    Rule("report", PAPER, ("law com", "(cm", "(cp ", "hc ", "hl ", "report no", "cmnd", "cmd", " cm ", "lrc ")),
)
