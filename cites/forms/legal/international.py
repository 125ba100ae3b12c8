"""Cases of international courts and bodies: "Nicaragua v. United States, Judgment, I.C.J. Reports 1986, p. 14, para. 191",
"WTO, US—Gambling, Report of the Appellate Body (7 April 2005) WT/DS285/AB/R".

Source: The Bluebook, rules 21.5 and 21.8; OSCOLA, 4th edition, part 3.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.legal.parts import DAY, PIN, Rule

STAGE = (
    r"(?:Merits|(?:First|Second)\sPhase|Judgment|Advisory\sOpinion|Order|Award|Jurisdiction[\p{L} ]*"
    r"|Preliminary\sObjections?|Provisional\sMeasures)"
)
WORLD_COURT_SERIES = r"(?:I\.?C\.?J\.?|P\.?C\.?I\.?J\.?|ITLOS)(?:\s(?:Reports|Rep\.?|\(?[Ss]er\.\s[AB/]+\)?))?"
WORLD_COURT = regex.compile(  # Nicaragua v. United States, Judgment, I.C.J. Reports 1986, p. 14, para. 191
    rf"(?:(?P<authority>ICJ|PCIJ|I\.C\.J\.|P\.C\.I\.J\.|ITLOS),\s)?(?P<title>\p{{Lu}}(?:[^;“”]|“[^“”]{{2,30}}”){{6,160}}?),\s(?:{STAGE},\s)?{STAGE}"
    rf"(?:(?:\sof|,)\s\d{{1,2}}\s\p{{L}}+\s\d{{4}})?,\s(?P<container>{WORLD_COURT_SERIES})\s\(?(?P<year>\d{{4}})\)?"
    r"(?:,?\s(?:p\.\s)?(?P<page>\d+))?(?:,\s(?:at\s)?(?P<cited>(?:paras?\.|¶+|pp?\.)?\s?\d+(?:\s?-\s?\d+)?)(?:,\sparas?\.\s\d+)?)?"
)
WORLD_COURT_US = regex.compile(  # Legality of the Threat …, Advisory Opinion, 1996 I.C.J. Rep. 226, ¶ 29 (July 8)
    rf"(?P<title>\p{{Lu}}(?:[^;()]|\([^()]{{3,60}}\)){{6,160}}?),(?:\s{STAGE},)+\s(?P<year>\d{{4}})\s(?P<container>{WORLD_COURT_SERIES})\s(?:No\.\s(?P<number>\d+)|(?P<page>\d+))(?:{PIN})?"
    rf"(?:\.?\s\((?P<day>\p{{Lu}}\p{{L}}+\.?\s\d{{1,2}})\))?"
)
SMALL = (
    r"(?:of|the|in|on|and|or|for|to|against|between|concerning|relating|regarding|over|with|from|by|upon|under|at|out|arising|within|its|not|as|de"
    r"|du|des|la|v\.?)"
)
# Case concerning the Temple of Preah Vihear · North Sea Continental Shelf Cases; not "International Court of Justice in the Case …"
MATTER = (
    r"(?!(?:In|As|On|By|See|Court|Justice|International\sJustice|Publ?)\b)"
    rf"(?P<title>\p{{Lu}}[^\s;“”]*(?:\s(?:{SMALL}(?=\s)|(?!(?:Court|Justice)\b)[\p{{Lu}}\d(&-][^\s;“”]*)){{0,24}}?)"
)
PAGES = r"\d+(?:\s?-+\s?\d+)?"
AT_PAGE = rf"(?:,?\s(?:especially\s)?(?:at\s)?(?:(?:pp?|paras?)\.?\s)?(?P<cited>{PAGES}(?:,\s{PAGES}(?!\d|/))*)(?:\set\sseq\.)?)"
WORLD_COURT_YEAR = regex.compile(  # North Sea Continental Shelf Cases, I.C.J. Reports, 1969, 3, at p. 26 · I.C.J. Reports (1960), 6
    rf"(?:{MATTER},?\s(?:\((?P<year>\d{{4}})\),\s)?)?(?P<container>I\.?C\.?J\.?:?\sRep(?:orts?|\.))(?:,?\s\(?(?P<year>\d{{4}})\)?)?"
    rf"(?:,\s(?:p\.\s)?(?P<page>\d+)(?!\d|-|\sI)(?:{AT_PAGE})?|{AT_PAGE})"
)
PERMANENT_COURT = regex.compile(  # Pub. P.C.I.J. (1928), Series A, No. 17, p. 29 · S.S. Lotus, P.C.I.J., Series A, No. 10 (1927), p. 18
    rf"(?:{MATTER},?\s)?(?:\((?P<year>\d{{4}})\)\s)?"
    r"(?P<container>(?:Publ?[.,]\s)?P\.?C\.?I\.?J\.?(?:\sRep(?:orts?|\.)?)?),?\s(?:\(?(?P<year>\d{4})\)?,?\s)?"
    r"\(?[Ss]er(?:ies|\.)\s(?P<section>[A-F](?:/[A-F])?)\)?,?\s(?:Fasc\.\s)?(?:[Nn]os?\.?\s)?(?P<number>\d+(?:(?:-+|/|\sand\s)\d+)?)"
    rf"(?:,?\s\(?(?P<year>\d{{4}})\)?)?{AT_PAGE}?(?:\s\((?P<year>\d{{4}})\))?"
)
NUMBERS = r"\d{1,5}/\d{2,4}(?:(?:,|,?\sand|,?\s&)\s\d{1,5}/\d{2,4})*"
PARAGRAPH = r"(?:,?\s(?:at\s)?(?P<cited>(?:paras?\.?|¶+|§+)\s?\d+(?:\.\d+)*(?:\s?-\s?\d+(?:\.\d+)*)?))?"
VIEWS = rf"(?:,?\s(?:(?i:views?|decisions?|opinion|judgment)\s)?(?:(?i:adopted|of|dated)\s)?(?:on\s)?\(?(?P<date>{DAY})\)?)"
COMMITTEE = r"Comm(?:ittee\b|\.)"
COMMUNICATED = r"[Cc]omm(?:unication|c?'n|\.)"
COMMUNICATION = regex.compile(  # Human Rights Committee, Communication No. 903/1999, Van Hulst v. Netherlands, Views adopted 1 Nov. 2004
    rf"(?:(?P<authority>\p{{Lu}}[^;,“”()]{{0,60}}?\b{COMMITTEE}[^;,“”()]{{0,60}}?),\s)?{COMMUNICATED}\s(?:[Nn]os?\.?\s)?(?P<number>{NUMBERS}),?\s"
    rf"(?:\([^()]{{4,20}}\),?\s)?(?P<title>\p{{Lu}}[^;,“”()]{{0,80}}?\sv\.?\s[^;,“”()]{{3,60}}?)(?:,?\s\([^()]{{4,20}}\))?{VIEWS}{PARAGRAPH}"
    # Toonen v. Australia, Communication No. 488/1992, U.N. Doc. CCPR/C/50/D/488/1992 (31 March 1994), para. 8.2
    rf"|(?P<title>\p{{Lu}}[^;,“”()]{{0,80}}?\sv\.?\s[^;,“”()]{{3,60}}?),\s(?:(?P<authority>[^;,“”()]*\b{COMMITTEE}[^;,“”()]*),\s)?{COMMUNICATED}\s[Nn]os?\.?\s"
    rf"(?P<number>{NUMBERS})(?:,\s(?:U\.?N\.?\sDoc\.?\s)?\p{{Lu}}+/[\w/.-]+\w)?(?:{VIEWS}|\s\((?P<year>\d{{4}})\)){PARAGRAPH}"
)
WTO = regex.compile(  # Appellate Body Report, United States-Import Prohibition of …, ¶ 130, WTO Doc. WT/DS58/AB/R (adopted Nov. 6, 1998)
    r"(?P<genre>(?:Appellate\sBody|Panel)\sReports?),\s(?P<title>\p{Lu}[^;“”]{4,200}?)"
    r"(?:,\s(?P<cited>¶+\s?\d[\d-]*|paras?\.?\s\d[\d.-]*))?,\s(?:WTO\sDocs?\.\s|WTO\s)?"
    rf"(?P<number>(?:WT|G)/[\w/.-]*\w)(?:,?\s\(?(?:adopted\s|circulated\s)?(?P<date>{DAY})\)?)?(?:,\s(?P<cited>paras?\.?\s\d[\d.-]*\d))?"
)
WTO_OSCOLA = regex.compile(  # WTO, United States: Measures Affecting … -Report of the Appellate Body (7 April 2005) WT/DS285/AB/R [5.12]
    rf"(?P<authority>WTO|GATT)(?:\sAppellate\sBody|\sPanel)?,\s(?P<title>\p{{Lu}}[^;“”]{{4,200}}?)(?:\s\((?P<date>{DAY})\)|,\s(?P<date>{DAY}),)\s(?P<number>(?:WT"
    rf"|G)/[\w/.-]*\w)(?:\s\[(?P<cited>[\d.]+)\])?"
)
# Prosecutor v. Tadić, Case No. IT-94-1-A, Appeals Chamber Judgment, 15 July 1999, para. 131
# Decision on the Defence Motion on Jurisdiction, Prosecutor v. Tadić, Case No. IT-94-1-T, T.Ch. II, 10 Aug. 1995
TRIBUNAL = regex.compile(
    r"(?P<title>(?:(?:Decision|Judge?ment|Order|Opinion|Ruling|Warrant|Indictment|Reasons)\b[^;“”]{3,240}?,\s)?\p{Lu}[^;,“”]{2,60}?\sv\.?\s[^;,“”]{2,60}?)[,.]{1,2}\s"
    r"(?:(?:Case\s)?[Nn]o\.?\s|(?=ICC-|IT-|ICTR-|SCSL-|STL-))(?P<number>[\p{Lu}\d][\p{L}\d/.-]*\d[\p{L}\d/.-]*),\s(?:(?:(?:Pre-?Trial|Trial|Appeals)\sChamber|[AT]\.\s?Ch?\.)"
    rf"(?:\s[IVX]+)?,\s)?(?:(?P<genre>[^;,()“”]{{4,80}})(?:\s\([^()]{{2,40}}\))?,\s|\()?(?P<date>{DAY})\)?(?:,\s(?P<cited>(?:paras?\.?|¶+|§+)\s?\d[\d-]*))?"
)
SITUATION = regex.compile(  # Situation in the Republic of Kenya (Decision on the Authorisation …) ICC-01/09-19 (31 March 2010) [50]
    r"(?P<title>Situation\s(?:in|on|of)\s\p{L}[^;,“”()]{3,90}(?:\s\([^()]{4,160}\))?),?\s(?:[Nn]o\.\s)?(?P<number>ICC-\d\d/\d\d[\w/-]*)"
    rf"(?:,\s(?:Pre-?Trial|Trial|Appeals)\sChamber(?:\s[IVX]+)?)?(?:,\s(?P<genre>[^;,()\d]{{4,80}}))?(?:,\s|\s\()(?P<date>{DAY})\)?"
    r"(?:,?\s(?:\[(?P<cited>\d[\d -]*)\]|(?P<cited>(?:paras?\.?|¶+|§+)\s?\d[\d-]*)))?"
)
INTER_AMERICAN = regex.compile(  # Saramaka People v. Suriname, Merits, Inter-Am. Ct. H.R. (ser. C) No. 172, ¶ 129 (Nov. 28, 2007)
    r"(?:(?P<authority>I/A\sCourt\sH\.R\.|IACtHR|IACHR|Inter-American\sCourt\sof\sHuman\sRights|Inter-American\sCourt),\s)?"
    r"(?P<title>\p{Lu}[^;,“”]{2,100}?(?:\sv\.?\s[^;,“”]{3,60}?|\sCase))(?:,\s[\p{L}, ]{3,120}?)?"
    rf"(?:[.,]\s(?:Judgment\s)?(?:of\s)?(?P<date>{DAY}))?[,.]\s(?P<container>Inter-Am\.\s?Ct\.\s?H\.\s?R\.,?\s\([Ss]er\.\s[A-C]\)|Ser(?:ies|\.)\s[A-C])\s"
    rf"[Nn]o\.\s(?P<number>\d+)(?:\s\(\d{{4}}\)(?=,))?(?:,\s(?P<cited>(?:paras?\.?|¶+)\s?\d[\d-]*))?(?:\s\((?P<date>{DAY})\))?"
)
# Saluka v. Czech Republic, PCA, Partial Award, 17 March 2006 · Yukos v. Russia, UNCITRAL, PCA Case No. AA 227, Final Award (18 July 2014)
ARBITRAL = regex.compile(
    r"(?P<title>\p{Lu}[^;“”]{2,140}?\sv\.?\s[^;,“”]{2,100}?)(?:,\s(?P<court>UNCITRAL|ICSID|PCA|LCIA|SCC|ICC|NAFTA)"
    r"(?:\s(?:Arbitration\s)?(?:Case\s)?No\.?\s(?P<number>[\p{L}\d][\w ()/.-]{1,24}?))?){1,3}"
    rf"(?:,\s[^;,“”()\d]{{0,60}}\b(?:Award|Decision|Judgment|Order)\b[^;,“”()\d]{{0,60}}?)?(?:,\s|\s\()(?P<date>{DAY})\)?{PARAGRAPH}"
)
COURT_LAST = regex.compile(  # Diallo (Guinea v. Dem. Rep. Congo), Order (Int'l Ct. Justice Nov. 30, 2010)
    rf"(?=[^;“”]*?(?:\sv\.?\s|,\s{STAGE}\s\())(?P<title>\p{{Lu}}(?:(?!,\sCase\sNo)[^;“”]){{6,200}}?)(?:,\s(?P<genre>{STAGE}))?\s"
    rf"\((?P<court>Int'l\s[^()\d]{{4,60}}?),?\s(?P<date>{DAY})\)"
)
RULES: tuple[Rule, ...] = (
    Rule("legal_case", WORLD_COURT, ("icj", "i.c.j.", "p.c.i.j.", "pcij", "itlos")),
    Rule("legal_case", WORLD_COURT_US, ("icj", "i.c.j.", "p.c.i.j.", "pcij")),
    Rule("legal_case", WORLD_COURT_YEAR, ("icj rep", "i.c.j. rep", "i.c.j: rep")),
    Rule("legal_case", PERMANENT_COURT, ("p.c.i.j", "pcij")),
    Rule("legal_case", INTER_AMERICAN, ("ct. h.r. (ser", "(ser. ", "series c", "ser. c", "series a no")),
    Rule("legal_case", COURT_LAST, ("(int'l ",)),
    Rule("legal_case", ARBITRAL, (", uncitral", ", icsid", ", pca", ", lcia", ", scc ", ", icc ", ", nafta")),
    Rule("legal_case", COMMUNICATION, ("communication ", "comm'n no", "commc'n no", "comm. no")),
    Rule("legal_case", SITUATION, ("icc-",)),
    Rule("legal_case", TRIBUNAL, ("case no", ", no. ", "icc-", "it-", "ictr-")),
    Rule("legal_case", WTO, ("appellate body report", "panel report")),
    Rule("legal_case", WTO_OSCOLA, ("wt/", "gatt")),
)
