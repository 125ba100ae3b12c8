"""German, Swiss and French courts: "BGH, Urteil vom 12. März 1991, VI ZR 102/90, NJW 1991, 1421 (1423)", "BVerfGE 7, 198 (205)",
"Cass. civ. 1re, 12 mars 2015, n° 14-11.234, Bull. civ. I, n° 65", "CE, ass., 12 mai 2010, n° 323132".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.legal.parts import DAY, PIN, Rule

DECISION = r"(?:(?i:judge?ment|order|decision|ruling)\s(?:of|dated)\s)"
FILED = r"(?P<number>(?:[\p{L}.]{1,6}\s)?(?=[^,;\s]*\d)[\p{L}\d][^,;()“”]{2,30})"
# Landgericht München I, 42 O 14139/24, judgment of 11 November 2025 · Corte Constitucional [Constitutional Court], T-622/16, 10 May 2016
ABROAD = regex.compile(
    r"(?P<authority>(?=\p{Lu})[^,;:“”()\[\]]{0,60}?(?:[Gg]ericht(?:shof)?|[Rr]echtbank|Raad|Tribun[ae]le?|Courts?|Cou?r|Corte|Tribunal|Sąd|Soud)\b[^,;:“”()\[\]\d]{0,40}"
    rf"(?:\sI+)?)(?:\s\[[^\[\]]{{4,60}}\])?,\s(?:{FILED},\s{DECISION}?(?P<date>{DAY})|{DECISION}(?P<date>{DAY}),\s(?:(?i:case\s)?[Nn]os?\.?\s)?{FILED})(?:{PIN})?(?=[,.;]|$)"
)
BY_ECLI = regex.compile(  # OLG Düsseldorf 4 November 2021, I-20 U 16/20, ECLI:DE:OLGD:2021:1104.I20U16.20.00
    r"(?P<authority>\p{Lu}[^,;:“”()\d]{1,60}?),?\s(?:(?:Judgment|Order|Decision)\sof\s)?(?P<date>\d{1,2}\.?\s\p{L}+\s\d{4})(?:,|\s-)\s(?:(?P<title>\p{Lu}[^,;:“”\d]{3,80}),\s(?=ECLI))?(?:(?P<number>(?=[^,;]*\d)[^,;()“”]{2,30}),\sECLI:[\w:.]*\w|(?P<number>ECLI:[\w:.]*\w))"
    # HR 11 februari 1966, NJ 1966, 294
    r"|(?P<authority>HR|ABRvS|CRvB|CBb|GwH|RvS|(?:Hof|Rb\.)\s\p{Lu}\p{L}+),?\s(?P<date>\d{1,2}\s\p{L}+\s\d{4}),\s"
    r"(?:nr\.\s(?P<number>\d[\d./]*\d)|(?P<container>NJ|AB|BNB|JB|RvdW)\s(?P<volume>\d{4})(?:,\s|/)(?P<page>\d+))"
    rf"(?:{PIN})?"
)
GERMAN_SERIES = r"BVerfGE|BVerfGK|BVerwGE|BGHZ|BGHSt|BAGE|BSGE|BFHE|RGZ|RGSt|PrOVGE|BGE|VfSlg|EuGHE|Slg\."
FOLLOWING = r"(?:\s?ff?\.?)?"
CITED = (
    rf"(?:,?\sRn\.\s(?P<cited>\d+{FOLLOWING})"
    rf"|\s?\((?P<cited>\d{{1,5}}(?:\s?-\s?\d+)?{FOLLOWING})\)|,\s(?P<cited>\d{{1,5}}{FOLLOWING})(?=[.;]|$))?"
)
GERMAN_REPORT = regex.compile(  # BVerfGE 7, 198 (205)
    rf"(?P<container>{GERMAN_SERIES})\s(?P<volume>\d{{1,4}}(?:\s[IV]+)?),\s(?P<page>\d{{1,5}}){FOLLOWING}{CITED}"
    # BGE 136 I 87 E. 3.2 · ATF 143 III 564 consid. 4 · VfSlg 12.227/1989
    r"|(?P<container>BGE|ATF|DTF)\s(?P<volume>\d{2,3}\s[IV]+[a-z]?)\s(?P<page>\d{1,4})(?:,?\s(?P<cited>(?:E\.|[Cc]onsid\.)\s?\d+(?:\.\d+)*\p{Ll}?))?"
    r"|(?P<container>VfSlg)\.?\s(?P<number>\d[\d.]*\d)(?:/(?P<year>\d{4}))?"
)
COURT = (
    r"(?P<authority>BVerfG|BVerwG|BGH|BAG|BSG|BFH|BPatG|RG|PrOVG|EuGH|EuG|EGMR|VfGH|VwGH|OGH|BVwG|StGH|(?:OLG|LG|AG|VG|OVG|VGH|KG|LAG)(?:\s\p{Lu}[\p{L}./-]+)?|Bundesgericht"
    r"|Schweizerisches\sBundesgericht)"
)
DECIDED = (
    r"(?:(?:Urteil|Beschlu(?:ss|ß)|Urt\.|Beschl\.|U\.|B\.)\s(?:v\.|vom)\s|(?=\d{1,2}\.\s?\d{1,2}\.\s?\d{4},\s))"
    r"(?P<date>\d{1,2}\.\s?(?:\p{L}+|\d{1,2}\.)\s?\d{4})"
)
NAME = r"(?:,?\s-\s(?P<title>\p{L}[^,;()]{2,60}?)\s-(?=[\s.,;]|$))?"
FILE = (
    rf"(?:\s\((?P<number>[\w -]{{2,14}}/\d{{2}})\){NAME}|"  # (C-490/14), - Verlag Esterbauer -
    r"\s?[,-]\s?(?:(?:Az\.:?|Nr\.|(?:verb\.\s)?Rs\.)\s)?(?P<number>[\w -]{2,14}/\d{2}(?:\su\.\s[CT]-\d+/\d{2})*\p{Ll}?(?![\d/])"
    r"|[\w -]{2,14}/(?:\d{2}/)?\d{4}|\d{1,2}\s\p{Lu}{1,3}\s\d{1,5}[./]\d{2})(?!\d)"
    r"(?:,\s(?P<title>\p{Lu}(?:[^,;\d]|(?<=\p{Ll})\d){3,60})(?=,\sRn)|\s-\s(?:juris\b|(?P<title>\p{L}[^,;\d]{3,60}))(?=[,.;]|$))?)?(?:,\sECLI:[\w:.]*\w)?"
    r"(?:,?\s(?:juris\s)?Rn\.\s(?P<cited>\d+))?"
)
GERMAN_CASE = regex.compile(  # BGH, Urteil vom 12. März 1991, NJW 1991, 1421 (1423)
    rf"{COURT},?\s{DECIDED}{FILE}(?:(?:,|\s=|\s-|\sin:)\s(?:in:\s)?(?P<container>\p{{Lu}}[\p{{L}}-]{{1,12}})\s(?:\d{{4}}|(?P<volume>\d{{1,3}})),\s"
    rf"(?P<page>\d{{1,5}}){FOLLOWING}{CITED})?"
)
SWISS = regex.compile(  # Bundesgericht, Urteil 1C_181/2019 vom 29. April 2020 E. 4 · Arrêt du Tribunal fédéral 4A_54/2018 du 11 mars 2019
    r"(?:(?P<authority>(?:Schweizerisches\s)?Bundesgericht|BGer|BVGer|TF|TAF|Tribunal\sfédéral),?\s)?(?:Urteil|[Aa]rrêt)\s(?:(?:des|du)\s(?P<authority>Bundesgerichts|Tribunal\sfédéral)\s)?"
    r"(?P<number>\d?\p{Lu}[_-]\d{1,4}/\d{4})\s(?:vom|v\.|du)\s(?P<date>\d{1,2}\.?\s?(?:\p{L}+|\d{1,2}\.)\s?\d{4})(?:,?\s(?P<cited>(?:E\.|[Cc]onsid\.)\s?\d+(?:\.\d+)*))?"
)
FILE_FIRST = regex.compile(  # BND BVerfG, 1 BvR 2835/17, 19 May 2020, [88] · BGH, NJW 2004, 1234 (1236)
    rf"(?:(?P<title>\p{{Lu}}[^;:,.“”\d()]{{1,80}}?),?\s)?{COURT},?\s"
    rf"(?:(?P<number>[\w ]{{1,12}}\s\d{{1,5}}/\d{{2}})(?:,|\sof)\s(?P<date>{DAY})(?:{PIN})?"
    rf"|(?:in:\s)?(?P<container>\p{{Lu}}[\p{{L}}-]{{1,8}}),?\s(?P<year>\d{{4}}),\s(?:S\.\s)?(?P<page>\d{{1,5}}){FOLLOWING}{CITED}{NAME})"
)
FAMILIES = r"\p{Lu}[\p{L}-]+(?:/\p{Lu}[\p{L}-]+)*"
COMMENTARY = regex.compile(  # Leistner, in: Schricker/Loewenheim, Urheberrecht, 6. Aufl. 2020, § 4 UrhG, Rn. 38
    rf"(?P<families>{FAMILIES}),\sin:\s(?:{FAMILIES},\s(?=\p{{Lu}}))?(?P<container>\p{{Lu}}[^,;()“”]{{3,80}}),\s(?P<edition>\d{{1,3}}\.\sAufl\.)\s"
    rf"(?P<year>\d{{4}}),\s(?P<title>(?:§§?|Art\.)\s\d+\p{{Ll}}?(?:\s\p{{Lu}}[\p{{L}}-]+)?)(?:,?\sRn\.\s(?P<cited>\d+{FOLLOWING}))?"
)
GAZETTE = regex.compile(  # BGBl. I 2001, S. 3138 · Bundesgesetzblatt (BGBl.) 2001 I, S. 3138 · RGBl. 1933 I, S. 83
    r"(?:(?P<title>(?:Gesetz|Verordnung)\s[^;,]{3,140}?)(?:\svom\s(?P<date>\d{1,2}\.\s?(?:\p{L}+|\d{1,2}\.)\s?\d{4})),\s(?:in:\s)?)?"
    r"(?P<container>(?:Bundesgesetzblatt|Reichsgesetzblatt)(?:\s\((?:BGBl|RGBl)\.\))?|BGBl\.|RGBl\.|GBl\.)\s(?:(?P<volume>[IV]+)\s)?"
    r"\(?(?P<year>\d{4})\)?(?:\s(?P<volume>[IV]+))?(?:,?\s(?:Nr\.\s\d+,\s)?S\.\s(?P<page>\d+(?:-\d+)?))?"
)
PRINTED_PAPER = regex.compile(  # BT-Drs. 19/1234, S. 4 · Deutscher Bundestag, Drucksache 19/1234, 3. März 2019 · Plenarprotokoll 18/20
    r"(?:(?P<author>(?:Deutscher\s)?(?:Bundestag|Bundesrat)),?\s)?(?P<title>(?:(?:BT|BR|LT)-Dr(?:uck)?s\.|(?:Bundestags|Bundesrats)-?[Dd]rucksache|Drucksache|Drs\."
    r"|(?:BT-|BR-)?(?:Plenarprotokoll|PlPr\.?))\s(?P<number>\d{1,3}/\d{1,5}))(?:(?:,|,?\svom)\s(?P<date>\d{1,2}\.\s?(?:\p{L}+|\d{1,2}\.)\s?\d{4}))?(?:,\sS\.\s(?P<cited>\d+(?:-\d+)?))?"
)
EUROPEAN = regex.compile(  # Verordnung (EU) 2017/745, ABl. L 117 vom 5.5.2017, S. 1 · JO L 119 du 4.5.2016, p. 1 · OJ L 119, 4.5.2016, p. 1
    r"(?:(?P<title>(?:(?:Durchführungs|Delegierte\s)?(?i:Verordnung|Richtlinie|Beschlu(?:ss|ß)|Entscheidung)|Règlement|Directive|Décision"
    r"|Reglamento|Directiva|Decisión|Regolamento|Direttiva|Decisione|Regulation|Decision)\s(?:\((?:EU|EG|EWG|UE|CE|CEE|EC|EEC)\)\s)?(?:[Nn]r?[.°º]\s?)?"
    r"(?P<number>\d{1,4}/\d{1,4}(?:/\p{Lu}+)?)(?:\s[^;“”]{4,240}?)?),?\s)?"
    r"(?P<container>ABl\.|JOU?E?|DOU?E?|GU|OJ)(?:\s(?:EU|EG|der\sEU))?,?\s(?:Nr\.\s)?(?P<volume>[LC]\s?\d{1,4}),?\s"
    r"(?:(?:vom|v\.|du|de|del|of)\s)?(?P<gazetted>\d{1,2}\.\s?\d{1,2}\.\s?\d{4}),\s(?:S|pp?|s)\.\s?(?P<page>\d+(?:-\d+)?)"
)
FRENCH_DAY = r"(?P<date>\d{1,2}(?:er)?\s(?:janv|févr|mars|avr|mai|juin|juill|août|sept|oct|nov|déc)\p{L}*\.?\s\d{4})"
FRENCH_COURT = (
    r"(?P<authority>Cour\sde\scassation|Conseil\sd'[ÉE]tat|Cour\s(?:administrative\s)?d'appel\sd(?:e\s|')\p{Lu}[\p{L}-]+|Cass\.|CE|Cons\.\s(?:const|d'[ÉE]t)\.|CJ(?:UE|CE)|TPICE|CEDH|TC|CC(?=,[^,;]*,\sn°)|[CT]A\s\p{Lu}\p{L}+|TGI\s\p{Lu}\p{L}+|CAA\s\p{Lu}\p{L}+)"
    r"(?:,?\s(?:(?:\p{Ll}+\s)?chambre(?:\s\p{Ll}+)?|assemblée(?:\splénière)?|(?:ass|sect|[Cc]iv|com|crim|soc|ch|req|Ass|Sect|gde\sch|Plén|mixte|ord|plén)\.?\s?(?:\d(?:re|e|ère)|[Pp]lén\.?)?|réf\.|\d+"
    r"(?:re|e)\sciv\.))*"
)
FRENCH_NUMBER = r"(?:(?:RG\s)?n[°os]+|aff\.(?:\sjtes)?|req\.\sn°|pourvoi\sn°)\s?(?P<number>\w[\w./-]*\w(?:\s(?:DC|QPC|L|P))?)"
FRENCH_CASE = regex.compile(  # Cass. civ. 1re, 12 mars 2015, n° 14-11.234, Bull. civ. I, n° 65
    rf"{FRENCH_COURT},\s{FRENCH_DAY}(?:,\s(?P<title>\p{{Lu}}[^,;]{{2,160}}?(?:\sc\.\s[^,;]{{2,60}})?)(?=,\s))??(?:,\s{FRENCH_NUMBER})?"
    rf"(?:,\s(?!Bull|Leb|Rec|D\.|JCP|RTD|AJDA|Gaz)(?P<title>\p{{Lu}}[^,;]{{2,160}}?(?:\sc\.\s[^,;]{{2,60}})?)(?:,\s{FRENCH_NUMBER})?)?"
    r"(?:,\s(?P<container>Bull\.\s(?:civ|crim|ass\. plén)?\.?(?:\s[IVX]+)?|Leb(?:on|\.)|Rec\.|D\.|JCP(?:\s\w)?|AJDA|Gaz\.\sPal\."
    r"|RTD\s\p{L}+\.)(?:\s(?P<volume>\d{4}))?,?\s(?:(?:p\.|n°)\s?)?(?P<page>\d+))?(?:,\s(?P<cited>(?:cons(?:id)?\.|§|pts?\.?)\s\d+))?(?=[,.;)]|$)"
    # Cons. const., décision n° 2010-613 DC du 7 octobre 2010
    rf"|(?P<authority>(?:Cons(?:eil|\.)|Cour)\sconst(?:itutionnel(?:le)?|\.)),\s(?:(?:déc(?:ision|\.)|arrêt)\s)?{FRENCH_NUMBER}\sdu\s{FRENCH_DAY}"
    r"(?:,\s(?P<title>\p{Lu}[^,;]{4,80}))?(?:,\s(?P<cited>(?:cons(?:id|\.)\.?\s|B\.)\d+))?"
)
RULES: tuple[Rule, ...] = (
    Rule("legal_case", BY_ECLI, (", ecli:", "hr ", "rvs ", "crvb ", "gwh ", "hof ", "rb. ")),
    Rule("legal_case", ABROAD, ("gericht", "rechtbank", "raad", "tribun", "court", "corte ", "cour ", "sąd ", "soud ")),
    Rule("legal_case", GERMAN_REPORT, ("bverf", "bverwge", "bghz", "bghst", "bage", "bsge", "bfhe", "rgz", "rgst", "provge", "bge ", "atf ",
                                       "dtf ", "vfslg", "slg.")),
    Rule("legal_case", GERMAN_CASE, ("urteil", "urt.", "beschl", "u. v.", "b. v.", "vfgh", "vwgh", "ogh ", "bgh ", "eugh ", "olg ")),
    Rule("legal_case", SWISS, ("urteil ", "arrêt ")),
    Rule("legal_case", FILE_FIRST, ("bgh", "bverf", "bverw", "bag", "bsg", "bfh", "olg", "eugh", "lg ", "ag ", "vg ")),
    Rule("chapter", COMMENTARY, (" aufl. ",)),
    Rule("legislation", GAZETTE, ("gesetzblatt", "bgbl", "rgbl", "gbl.")),
    Rule("legislation", EUROPEAN, ("abl. ", "jo l ", "jo c ", "do l ", "do c ", "gu l ", "oue ", "oj l ", "oj c "), dated_by_title=True),
    Rule("report", PRINTED_PAPER, ("drs.", "drucks.", "drucksache", "plenarprotokoll", "plpr")),
    Rule("legal_case", FRENCH_CASE, ("cass.", "ce,", "cons. ", "conseil ", "cour ", "cc, ", "ta ", "d'appel", "cjue", "cjce",
                                     "cedh", "ca ", "caa ", "tgi ")),
)
