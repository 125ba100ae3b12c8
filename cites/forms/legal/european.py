"""Cases and acts of the European Union, cases of the Court of Human Rights: "Case C-131/12 Google Spain EU:C:2014:317",
"Council Directive 93/13/EEC [1993] OJ L95/29", "Nada v. Switzerland, App. No. 10593/08, 2012-V Eur. Ct. H.R. 213".

Source: OSCOLA, 4th edition, parts 2.6 and 2.7; The Bluebook, rules 21.5 and 21.9.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.legal.parts import DAY, PIN, REPORTER, Rule

ONE = r"(?:[CTF]-\d{1,4}\s(?:&|and)\s)?[CTF]?-?\d{1,4}/\d{2,4}(?:\s(?:P|PPU|RX|R))?(?:\(\w\))?"
DECIDED = (  # CJEU, 1 July 2015, · ECJ (Grand Chamber), judgment of 6 October 2015,
    r"(?:(?P<authority>CJEU|ECJ|CJEC|CFI|GC|EGC|EFTA\sCourt|Court\sof\sJustice|General\sCourt)(?:\s\([^()]{3,30}\))?,\s"
    rf"(?:(?:[Jj]udgment\s(?:of\s)?|[Oo]rder\sof\s)?(?P<date>{DAY}),\s)?)?"
)
CASE = (
    rf"{DECIDED}(?:Joined\s|Opinion\sof\s(?:AG|Advocate\sGeneral)\s[\p{{L}}' -]{{3,40}}\sin\s)?"
    rf"(?:Joined\s)?Cases?\s(?P<number>{ONE}(?:(?:,|\sto|,?\sand|,?\s&)\s{ONE})*)"
)
ECLI = r"(?:\[\d{4}\]\s)?(?:ECLI:)?EU:[CTF]:(?P<year>\d{4}):(?P<page>\d+)"
REPORT = r"[\[(](?P<year>\d{4})[\])]\s(?P<container>ECR)\s(?P<page>[\w-]+)"
ECR = r"(?P<year>\d{4})\s(?P<container>E\.C\.R\.)\s(?P<page>[\w-]+)"
DATED = rf"(?:\s\((?P<date>{DAY})\))?"
EU_CASE = regex.compile(  # Case C-176/03 Commission v Council [2005] ECR I-7879, paras 47-48
    rf"{CASE}[,:]?\s(?P<title>(?:[^;\[(]|\(\p{{L}}[^()\d]{{2,40}}\)){{3,160}}?)(?:,\s(?:[Jj]udgment\sof\s)?(?P<date>{DAY}))?"
    rf"(?:,?\s(?:{REPORT}|{ECLI.replace('(?P<page>', '(?:')}|{ECR}))"
    rf"(?:,?\s(?:{ECLI.replace('(?P<year>', '(?:').replace('(?P<page>', '(?:')}))?(?:{PIN})?{DATED}"
)
NAME_FIRST = regex.compile(  # Commission v Port of Hamburg, Case C-91/92, EU:C:1994:292, para 14
    rf"(?P<title>\p{{Lu}}[^;,\[]{{1,80}}?\sv\.?\s\p{{Lu}}[^;,.\[]{{1,80}}),\s{CASE},?\s"
    rf"(?:{REPORT}|{ECLI.replace('(?P<page>', '(?:')})(?:{PIN})?{DATED}"
)
DAY_FIRST = regex.compile(  # Judgment of 16 July 2020, Facebook Ireland and Schrems, C-311/18, EU:C:2020:559, paragraph 73
    r"(?:(?P<authority>CJEU|ECJ|EGC|GC|Court\sof\sJustice|General\sCourt),\s)?"
    r"(?:[Jj]udgment|[Oo]rder|Opinion(?:\sof\s(?:AG|Advocate\sGeneral)\s[\p{L}' -]{3,40})?)"
    rf"(?:\sof\sthe\s(?:General\s)?Court(?:\s\([^()]{{3,30}}\))?)?\sof\s(?P<date>{DAY}),\s(?P<title>\p{{Lu}}[^;“”\[\]]{{2,120}}?),\s(?:Joined\s)?(?:Cases?\s)?(?P<number>{ONE}(?:(?:,|\sto|,?\sand)\s{ONE})*)"
    rf",\s(?:not\spublished,\s)?(?:ECLI:)?EU:[CTF]:\d{{4}}:\d+(?:{PIN})?"
)
PENDING = regex.compile(  # Case C-250/25 Like Company v Google Ireland, reference for a preliminary ruling
    rf"{CASE}[,:]?\s(?P<title>\p{{Lu}}[^;,\[(]{{1,80}}\sv\.?\s\p{{Lu}}[^;,.\[(]{{1,80}})(?=[,.;]|$)"
)
OPINION = regex.compile(  # Opinion 2/13 EU:C:2014:2454
    rf"(?P<title>Opinion\s(?P<number>\d/\d{{2}}))(?:\s[^;\[(]{{3,80}}?)?,?\s(?:{ECLI.replace('(?P<page>', '(?:')}|{REPORT})(?:{PIN})?"
)
JOURNAL = (  # [2002] OJ L192/27 · 2016 O.J. (L 119) 1 · OJ L 158, 14.6.2019, p. 54; its series is part of the volume
    r"(?:(?:,?\s\[?(?P<year>\d{4})\]?|,)\s(?P<container>O\.?J\.?)\s?\(?(?P<volume>(?:[LC]\s?)?\d+)\)?(?:,?\s|/)"
    r"(?:(?:(?P<gazetted>\d{1,2}(?:\.\d{1,2}\.|\s\p{L}+\s)\d{4})|\d{4}),?\s)?(?:pp?\.?\s?)?(?P<page>\d+(?:-\d+)?)(?!\d|\.\d)(?:,\s\d{1,4}(?=[.;]|$))?(?:\s\(EU\)|\s\(EC\))?"
    # OJ L, 2024/1252, 3.5.2024 · [2024] OJ L, 2024/779
    r"|\s\[(?P<year>\d{4})\]\s(?P<container>OJ\s[LC]),\s\d{4}/\d+"
    r"|,\s(?P<container>OJ\s[LC]),\s\d{4}/\d+(?=[.;]|$)"  # OJ L, 2025/394
    # OJ 2000 L 289, p. 31 · OJ 2004 L 158/77
    r"|,\s(?P<container>O\.?J\.?)\s(?P<year>\d{4}),?\s(?P<volume>[LC]\s?\d+)(?:,\sp\.\s|/)(?P<page>\d+(?:-\d+)?)"
    # Official Journal of the European Union, L 173, 30 June 2022, pp. 17-33
    r"|,\s(?P<container>Official\sJournal\sof\sthe\sEuropean\s(?:Union|Communities)),?\s(?P<volume>[LC]\s?\d{1,3}),\s"
    r"(?P<gazetted>\d{1,2}\s\p{L}+\s\d{4})(?:,\spp?\.\s(?P<page>\d+(?:-\d+)?))?"
    r"|,\s(?P<container>Official\sJournal\sof\sthe\sEuropean\s(?:Union|Communities))(?=,\s\p{Ll}|[.;]|$)"
    r"|,\s(?P<container>OJ)\s(?P<volume>[LC]\s?\d+),\s(?:\d{4}/\d+,\s)?(?P<gazetted>\d{1,2}\.\d{1,2}\.\d{4})"
    r"|,\s(?P<container>OJ\s[LC]),\s(?:\d{4}/\d+,\s)?(?P<gazetted>\d{1,2}\.\d{1,2}\.\d{4}))"
)
# its parts go on behind commas: "on the technical, legal and financial arrangements, OJ L 32"
NO_OTHER = r"(?!,\s(?:and\s)?(?:Council|Commission|Regulation|Directive|Decision)\b|,\s(?:arts?\.|recitals?)\s\d|\.\s\p{Lu})"
OF_A_DAY = r"(?:,?\s(?:of|on|concerning|laying|establishing|amending)\s(?:" + NO_OTHER + r"[^;\[]){4,280}?)"
ARTICLE = r"\d+\p{Ll}{0,2}(?!\p{L})(?:\(\w{1,4}\))*"  # 2a(1) · 6(1)(f) · 3n
ARTICLES = rf"(?i:arts?\.?|articles?|recitals?)\s{ARTICLE}(?:-{ARTICLE})?"
EU_ACT = regex.compile(  # Council Directive 93/13/EEC of 5 April 1993 on unfair terms in consumer contracts [1993] OJ L95/29
    r"(?:(?:(?P<short>\p{Lu}\p{L}{0,6}\p{Lu}\p{L}?)|\p{Lu}\p{L}{2,12}),\s)?"
    r"(?P<title>(?:(?:Council|Commission|European Parliament and Council|Parliament and Council)\s)?"
    r"(?:Delegated\s|Implementing\s|Framework\s)?(?:Regulation|Directive|Decision|Recommendation)\s"
    rf"(?:\(\w+(?:,\s\w+)?\)\s)?(?:No\.?\s)?(?P<number>\d{{1,4}}/\d{{2,4}}(?:/\p{{Lu}}+)?)"
    rf"(?:{OF_A_DAY}(?={JOURNAL})|{OF_A_DAY}?))(?:,\s(?P<cited>{ARTICLES})(?={JOURNAL}))?(?:,\s(?P<date>\d{{1,2}}\s\p{{Lu}}\p{{L}}+\s\d{{4}})(?!\s[^;,]{{3,}}OJ))?(?:(?={JOURNAL}){JOURNAL}|(?=[.;,]"
    rf"|$|\s\((?!n|supra|above|E(?:C|U|EC|uratom)[,)])))(?:,\s(?P<cited>{ARTICLES}))?"
)
EU_TREATY = regex.compile(  # Consolidated Version of the Treaty on European Union [2008] OJ C115/13
    r"(?P<title>(?:Consolidated\s[Vv]ersions?\sof\sthe\s|(?:\p{Lu}\p{Ll}+\s(?:and\s)?){0,4}(?:Charter|Treaty|Convention|Protocol|Agreement)\s)"
    r"[^;\[]{4,280}?)"
    rf"(?:,\s(?P<place>\p{{Lu}}[\p{{L}} -]{{2,24}}),\s(?P<date>{DAY}))?{JOURNAL}(?:,\s(?P<cited>arts?\.?\s\d[\d()]*))?"
)
DOCUMENT = (  # COM(2007) 414 final, 18.7.2007
    r"(?P<number>(?:COM|SEC|SWD|JOIN|C)(?:\s?\((?P<year>\d{4})\)\s?|/(?P<year>\d{4})/)\d+(?:\sfinal)?)"
    rf"(?:(?:,\s|\sof\s)(?P<date>{DAY}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}))?"
)
COMMISSION = regex.compile(  # Commission, ‘Communication on the Rule of Law’ COM (2014) 158 final
    r"(?P<author>(?:European\s)?(?:Commission|Council|Parliament)),\s[‘'“](?P<title>[^;]{4,240}?)['”]\s(?:\([^()]{4,40}\)\s)?"
    rf"{DOCUMENT}"
    # Communication from the Commission: Addressing the challenge of water scarcity, COM(2007) 414 final, 18.7.2007
    r"|(?P<title>(?:Joint\s)?(?:Communication|Proposal|White\sPaper|Green\sPaper|Recommendation|Report|Staff\sWorking\s(?:Document|Paper))"
    rf"\s(?:from|for|on|by|of)\s[^;“”]{{4,260}}?),?\s\(?{DOCUMENT}\)?"
)
SERIES_A = regex.compile(  # Golder v. United Kingdom, 18 Eur. Ct. H.R. (ser. A) at 12 (1975)
    r"(?P<title>\p{Lu}[^,;]{2,80}\sv\.?\s[^,;]{3,60}),\s(?P<volume>\d+)\s(?P<container>Eur\.\sCt\.\sH\.R\.)\s\(ser\.\s[AB]\)"
    r"(?:,?\sat\s(?P<cited>\d+))?\s\((?P<year>\d{4})\)"
    # Loizidou v Turkey (1995) Series A no 310
    r"|(?P<title>\p{Lu}[^,;]{2,80}\sv\.?\s[^,;()]{2,60}?(?:\s\([Nn]o\.?\s\d\))?)(?:\s\([^()\d]{4,40}\))?,?\s(?:\((?P<year>\d{4})\)\s)?(?P<container>Series\s[AB])\s(?:[Nn]o\.?\s)?(?P<number>\d+(?:-[A-Z])?)"
    rf"(?:\s\((?P<year>\d{{4}})\))?(?:{PIN})?"
)
COURT_NAME = r"ECtHR|ECHR|Eur(?:opean\sCourt\sof\sHuman\sRights|\.\sCt\.\sH\.\s?R\.)"
STRASBOURG = regex.compile(  # Nada v. Switzerland, App. No. 10593/08, 2012-V Eur. Ct. H.R. 213
    rf"(?:(?P<authority>{COURT_NAME})(?:\s\([^()]{{2,20}}\))?,\s)?(?P<title>\p{{Lu}}[^,;]{{2,80}}\sv\.?\s[^,;]{{3,60}}),\s"
    r"(?:(?:App(?:lication|l\.|\.)?\s)?[Nn]os?\.?\s(?P<number>\d+/\d+)),\s"
    r"(?:(?P<volume>(?P<year>\d{4})-\w+)\s(?P<container>Eur\.\sCt\.\sH\.R\.|ECHR)\s(?P<page>\d+)|(?P<year>\d{4})\s"
    r"(?P<container>Eur\.\sCt\.\sH\.R\.)\s(?P<page>\d+)|"
    rf"(?:(?P<authority>{COURT_NAME})\b)?[^;]{{0,60}}?(?P<date>\d{{1,2}}\s\p{{L}}+\s\d{{4}}|{DAY}))(?:{PIN})?"
)
OF_STRASBOURG = r"Eur?\.\sCt\.\sH\.\s?R\."
STRASBOURG_DATED = regex.compile(  # Aliyev v. Azerbaijan, (Judgment), App. Nos. 68762/14 & 71200/14, Eur. Ct. H.R. paras. 88-92 (2018)
    rf"(?P<title>\p{{Lu}}[^,;]{{1,80}}\sv\.?\s[^,;]{{3,60}}?),?(?:\s\([^()]{{2,20}}\),?)?(?:\s(?P<authority>{OF_STRASBOURG}),)?"
    r"\s(?:App(?:lication|l?\.)?\s)?[Nn]os?\.?\s(?P<number>\d+/\d+)(?:(?:,|,?\sand|,?\s&)\s\d+/\d+)*"
    rf",?(?:\s(?P<volume>\d+)\s(?P<container>{OF_STRASBOURG}(?:\s\(ser\.\s[AB]\))?)|\s(?P<authority>{OF_STRASBOURG}))?"
    rf"(?:,?\s(?:at\s)?(?P<cited>(?:paras?\.?|¶+|§+)\s?\d[\d, -]*))?,?\s\((?P<date>{DAY}|\d{{4}})\)"
    r"(?:,?\s(?:at\s)?(?P<cited>(?:paras?\.?|¶+|§+)\s?\d+(?:\s?-\s?\d+)?))?"
)
# Application 36919/02 Berg v Lithuania (25 November 2008), para 39 · Centro Europa 7 SRL and Di Stefano v Italy (Application no. 38433/09)
APPLICATION_FIRST = regex.compile(
    rf"App(?:lication|l?\.)?\s(?:[Nn]os?\.?\s)?(?P<number>\d+/\d+),?\s(?P<title>\p{{Lu}}[^,;()]{{1,80}}\sv\.?\s[^,;()]{{3,60}}?),?\s"
    rf"(?:\((?P<date>{DAY}|\d{{4}})\)|(?:(?i:judgment|decision)\s(?:of\s)?)?(?P<date>{DAY}))(?:,?\s(?:at\s)?(?P<cited>(?:paras?\.?|¶+|§+)\s?\d+(?:\s?-\s?\d+)?))?"
    r"|(?P<title>\p{Lu}[^,;()]{1,80}\sv\.?\s[^,;()]{2,60}?)\s\(App(?:lication|l?\.)?\s(?:[Nn]os?\.?\s)?(?P<number>\d+/\d+)\)"
    # Osman v UK (App no 23452/94) (1998) 29 EHRR 245
    rf"(?:\s[(\[](?P<year>\d{{4}})[)\]]\s(?:(?P<volume>\d+)\s)?(?P<container>{REPORTER})\s(?P<page>\d+)(?:{PIN})?"
    rf"|(?:\s\((?P<date>{DAY}|\d{{4}})\))?(?:,?\s(?:at\s)?(?P<cited>(?:paras?\.?|¶+|§+)\s?\d+(?:\s?-\s?\d+)?))?)"
)
PARLIAMENT = regex.compile(  # European Parliament resolution of 15 January 2020 on …, 2019/2136(INI)
    r"(?P<title>European\sParliament,?\s(?:legislative\s)?[Rr]esolution\sof\s(?P<date>\d{1,2}\s\p{L}+\s\d{4})\s[^;“”]{6,260}?)"
    r"(?:,?\s\(?(?P<number>\d{4}/\d+\s?\(\p{Lu}+\)|P\d_TA[\w()-]+)\)?|(?=[.;]|$))"
)
CASES: tuple[Rule, ...] = (
    Rule("legal_case", EU_CASE, ("case",)),
    Rule("legal_case", NAME_FIRST, (", case",)),
    Rule("legal_case", DAY_FIRST, ("judgment of ", "order of ", "opinion of ")),
    Rule("legal_case", PENDING, ("case",)),
    Rule("legal_case", OPINION, ("opinion ",)),
    Rule("legal_case", STRASBOURG, ("app. no", "application no", "app no", "ecthr", "echr")),
    Rule("legal_case", STRASBOURG_DATED, ("eur. ct.", "eu. ct.")),
    Rule("legal_case", APPLICATION_FIRST, ("application ", "app. no", "app no", "appl. no")),
    Rule("legal_case", SERIES_A, ("(ser. ", "series a", "series b")),
)
RULES: tuple[Rule, ...] = (
    *CASES,
    Rule("report", COMMISSION, ("com (", "com(", "com/", "sec (", "swd", "join")),
    Rule("legislation", EU_ACT, ("regulation ", "directive ", "decision ", "recommendation "), dated_by_title=True),
    Rule("legislation", PARLIAMENT, ("european parliament ", "european parliament,")),
    Rule("treaty", EU_TREATY, ("oj c", "o.j. (c", "oj l", "oj 19", "oj 20")),
)
