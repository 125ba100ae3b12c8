"""Treaties: "Vienna Convention on the Law of Treaties art. 31, May 23, 1969, 1155 U.N.T.S. 331",
"Convention Relating to the Status of Refugees (adopted 28 July 1951, entered into force 22 April 1954) 189 UNTS 137".

Source: The Bluebook, rule 21.4; OSCOLA, 4th edition, part 3.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.legal.parts import DAY, Rule
from cites.grammar.lexicon import any_of

LEGAL_MATERIALS = ("Int'l Legal Materials", "Int. Legal Materials", "International Legal Materials")
OF_TREATIES = ("UNTS", "U.N.T.S.", "LNTS", "L.N.T.S.", "ILM", "I.L.M.", *LEGAL_MATERIALS)  # which may stand alone
SERIES = (
    *OF_TREATIES, "T.I.A.S.", "U.S.T.", "ETS", "C.E.T.S.", "E.T.S.", "UKTS", "B.F.S.P.", "BFSP", "C.T.S.", "CTS", "S. Treaty Doc.", "Stat.",
)  # fmt: skip
TREATY_SERIES = any_of(SERIES)
PARTIES = r"(?:,\s\p{Lu}[\p{L}. ]{1,20}-\p{Lu}[\p{L}. ]{1,20})?"  # U.S.-Mex.
ARTICLE = (  # , art. VI · , Arts. 35, 36
    r"(?:,?\s(?P<cited>(?:[Aa]rts?\.?|ch\.|§+)\s?(?:\d[\d()]*|[IVXL]+(?!\p{L}))(?:\(\w\))?(?:\s?-\s?\d+|,\s\d+(?=,))?"
    r"(?:,\s(?:¶+|para)\s?\d+)?))?"
)
BY_WORDS = rf"(?P<container>{TREATY_SERIES}),?\svol\.\s(?P<volume>\d+),\sp\.\s(?P<page>\d+)"  # UNTS vol. 3013, p. 269
PLACE = r"\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?"
NUMBERED = (
    rf"(?:(?P<volume>\d+)\s(?P<container>{TREATY_SERIES})\s(?P<page>\d+|[XVI]+(?!\p{{L}}))"  # 1833 UNTS 3 · 1 UNTS XVI
    rf"|(?P<container>{TREATY_SERIES})\sNo\.?\s(?P<number>[\d-]+)|(?P<container>C?ETS|(?:C\.)?E\.T\.S\.)\s(?P<number>\d+)"  # ETS No. 108
    rf"|{BY_WORDS})"
)
TREATY = regex.compile(
    rf"(?:[Tt]he\s(?=\p{{Lu}}))?[“\"]?(?P<title>\p{{Lu}}[^;“”]{{8,180}}?){ARTICLE}{PARTIES}{ARTICLE}(?:(?:,[”\"]?\s|\s\((?=[^()]*\)))(?P<place>{PLACE}))?\s?"
    r"(?:[,(]|,[”\"])\s?"
    rf"(?:(?:[Aa]dopted|[Oo]pened\sfor\ssignature|[Ss]igned|[Cc]oncluded|[Dd]one)\s)?(?P<date>{DAY})"
    rf"(?:,\s(?:entered\sinto\sforce|\(?provisionally)\s[^;()]{{6,40}})?(?:,\s\p{{L}}[\p{{L}}. ]{{1,20}}-\p{{L}}[\p{{L}}. ]{{1,20}})?[),]?"
    rf"(?:\s(?:\d{{1,3}}\s(?:Stat\.|U\.S\.T\.)\s\d+|(?:O\.A\.S\.T\.S\.|T\.I\.A\.S\.|S\.\sTreaty\sDoc\.)\sNo\.\s[\d-]+),){{0,2}}(?:\s\(\d{{4}}\))?\s{NUMBERED}\)?"
    rf"(?:\s\((?!here|hence)[\p{{L}}\d ]{{2,50}}\)|,\s(?:entered\sinto|in)\sforce\s(?:on\s)?{DAY})?{ARTICLE}"
)
AGREED = r"(?:Agreement|Convention|Treaty|Protocol|Charter|Covenant|Statute|Pact|Declaration)"
DATED_LAST = regex.compile(  # North Atlantic Treaty, 34 UNTS 243 (1949) · Treaty of Rarotonga, 1445 U.N.T.S. 177, 180
    r"(?:(?P<year>(?:1[89]|20)\d\d)\s)?"  # 1966 International Covenant on …, 999 UNTS 171
    rf"(?P<title>(?=[^;,“”()]*\b{AGREED}\b)\p{{Lu}}(?:[^;,“”()]|,(?!\s\d)){{6,160}}?)"
    rf"(?:\s\((?:(?P<year>(?:1[89]|20)\d\d)|(?P<short>[^()]*{AGREED}[^()]*|\p{{Lu}}{{3,8}}))\))?{ARTICLE},\s(?P<volume>\d+)\s(?P<container>{TREATY_SERIES})\s(?P<page>\d+)"
    rf"(?:,\s(?:entered\sinto|in)\sforce\s(?:on\s)?{DAY}(?:,\sas\samended\sby\sProtocols?[^;()]{{4,60}}?(?=,\sarts?\.|[.;]|$))?)?"
    rf"(?:,\s(?P<cited>\d[\d-]*|(?i:arts?\.?)\s\d+(?:\(\w+\))*))?(?:\s\((?:(?P<year>(?:1[89]|20)\d\d)|(?P<date>{DAY}))\))?"
)
ALONE = regex.compile(  # 8 Int. Legal Materials 679 · 1155 UNTS 331, 340 (1969)
    rf"(?P<volume>\d{{1,4}})\s(?P<container>{any_of(OF_TREATIES)})\s(?P<page>\d{{1,4}})(?:,\s(?P<cited>\d{{1,4}}))?"
    r"(?:\s\((?P<year>(?:19|20)\d\d)\))?(?=[.;]?$|;)"
)
DOCUMENT = r"(?:\p{Lu}[\p{Lu}.]{1,5}\s)?[Dd]oc\.?\s\p{Lu}[\w/.-]*\w(?:\srev\.\s\d)?(?:\s\(\d{4}\))?"  # U.N. Doc. A/39/51 (1984)
# , G.A. Res. 39/46, annex, 39 U.N. GAOR Supp. (No. 51) at 197, U.N. Doc. A/39/51 (1984), 1465 U.N.T.S. 85, entered into force June 26, 1987
PUBLISHED = (
    rf"(?:,\s(?:G\.?A\.?\s[Rr]es(?:olution|\.)?\s[\w/]+(?:\s\([^()]{{2,12}}\))?|annex(?:\s[IVX]+)?|\d+\sU\.?N\.?\sGAOR\s[^,;()]{{0,12}}\(No\.\s?\w+\)(?:\s(?:at|p\.)\s\d+)?"
    rf"|{DOCUMENT}|(?:reprinted\sin\s)?{NUMBERED}(?:\s\(\d{{4}}\))?|(?:acceded\sto|ratified)\sby\s[^;,()]{{4,40}}?{DAY}))*"
)
ADOPTED = regex.compile(  # African Union Convention on Cyber Security (Malabo Convention), adopted 27 June 2014, Articles 8-22
    rf"(?P<title>(?=[^;,“”()]*\b{AGREED}\b)\p{{Lu}}[^;“”()]{{6,200}}?)(?:\s\((?P<short>\p{{Lu}}[^()]{{2,60}})\))?\s?(?:,\s|\()(?:{DOCUMENT},\s(?=\p{{Lu}})"
    rf"|(?:adopted|opened\sfor\ssignature|signed|concluded|done)\s(?:(?:on|at|in)\s)?)(?:(?P<place>{PLACE})(?:\son|,)\s)?(?P<date>{DAY}|\d{{4}})"
    rf"{PUBLISHED}(?:[,;]\s(?:and\s)?(?:entered|in|entry)\s(?:into\s)?force:?\s(?:on\s)?[^;,()]{{4,20}}(?:,\s\d{{4}})?)?{PUBLISHED}\)?"
    r"(?:,?\s(?P<cited>(?i:articles?|arts?\.?)\s?\d+(?:\(\w+\))*(?:(?:\s?-\s?|,\s|\sand\s)\d+(?:\(\w+\))*)*))?(?=[.;,)]|$|\s\()"
)
ALIASED = regex.compile(  # Convention for the Protection of … (European Convention on Human Rights, as amended) (ECHR), 1950, art 8
    rf"(?P<title>(?=[^;,“”()]*\b{AGREED}\b)\p{{Lu}}[^;,“”()]{{6,180}}?)(?:\s\((?:\p{{Lu}}[^()]*\b{AGREED}\b[^()]*)\))?"
    rf"\s\((?:(?P<short>\p{{Lu}}{{3,8}})|(?P<short>[^()]*\b{AGREED}\b[^()]*),\sas\samended)\)"
    r"(?:,\s(?P<year>(?:1[89]|20)\d\d))?(?:,?\s(?P<cited>(?:arts?\.?|articles?)\s\d+(?:\(\w+\))*))?(?=[.;,)]|$)"
)
BARE = regex.compile(  # Treaty of Portsmouth, September 5, 1905
    r"(?P<title>(?:Agreement|Convention|Treaty|Protocol|Charter|Memorandum(?!\s(?:of\s[Cc]onversation|for|to|from|by))|Joint\sStatement"
    r"|Covenant|Statute|Pact|Declaration)\s[^;“”]{6,200}?|(?:\p{Lu}[\p{L}-]+\s){1,4}(?:Agreement|Convention|Treaty|Protocol|Charter"
    rf"|Covenant|Pact)(?:\s[^,;“”]{{4,150}}?)?)(?:,\s(?P<place>{PLACE}))?,\s"
    r"(?P<date>\p{Lu}\p{L}+\s\d{1,2},\s\d{4}|\d{1,2}\s\p{Lu}\p{L}+\s\d{4})(?:,\s(?:U\.?N\.?\s)?[Dd]oc\.?\s(?P<number>\p{Lu}[\w/.-]*\w))?"
    r"(?:,\s(?P<cited>arts?\.\s[\d(),\s]+))?"
)
HINTS = tuple(f" {name.casefold()}" for name in SERIES)
KINDS = ("treaty", "convention", "agreement", "protocol", "charter", "covenant", "statute")
RULES: tuple[Rule, ...] = (Rule("treaty", TREATY, (*HINTS, *KINDS)),)
LOOSE: tuple[Rule, ...] = (
    Rule("treaty", DATED_LAST, HINTS),
    Rule("treaty", ALONE, HINTS[: len(OF_TREATIES)]),
    Rule("treaty", ADOPTED, ("adopted", "signed", "opened", "concluded", "done", "doc. a")),
    Rule("treaty", ALIASED, KINDS),
    Rule("treaty", BARE, (*KINDS, "memorandum", "joint statement", "pact", "declaration")),
)
