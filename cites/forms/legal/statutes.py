"""Constitutions, statutes, codes, regulations, rules: "42 U.S.C. § 1983", "Cal. Water Code § 10720.5(b) (West 2014)",
"Human Rights Act 1998, s 6(1)", "Criminal Code, RSC 1985, c C-46, s 745", "Cal. Const. art. X, § 2".

Source: The Bluebook, rules 11 to 14; OSCOLA, 4th edition, part 2.4 to 2.6; AGLC, 4th edition, part II; McGill Guide, chapter 2.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.legal.parts import DAY, SECTION, YEAR, Rule
from cites.grammar.lexicon import any_of
from cites.knowledge import load_courts

# a title holds no provision of another code: "7 U.S.C. § 7a-2(c), added by Dodd-Frank Act, Pub. L. No. 111-203"
CHARACTER = r"(?:(?![,\s](?:added|amended|codified|repealed)\sby\s|\s(?:U\.S\.C|C\.F\.R)\.|\ssupra\b|§)[^;“”])"
NAMED = rf"(?:(?P<title>\p{{Lu}}{CHARACTER}{{4,160}}?),\s)?"
PUBLISHED = (  # (West 2014) · (2018) · (McKinney 2009) · , app. A (2022)
    rf"(?:\set\sseq\.?)?(?:,\s(?:app|subpt|supp)\.(?:\s\w+)?)?(?:\s\((?:[^()]{{0,50}}\s)?(?P<year>{YEAR})(?:\s&\sSupp\.[^()]{{0,12}})?\))?"
)

PUBLIC_LAW = regex.compile(  # USA PATRIOT Act, Pub. L. No. 107-56, § 215, 115 Stat. 272, 287 (2001)
    rf"(?:(?P<cited>(?:§+|[Ss]ec(?:tions?|\.))\s?\d[\w.()-]*)(?:,|\sof)\s(?:the\s)?)?{NAMED}Pub(?:\.|lic)\s?L(?:\.|aw)\s?(?:No\.\s)?(?P<number>\d+\s?-\s?\d+)(?:,\s(?:div|tit|sec)\.\s\w+)*"
    rf"(?:,\s(?P<cited>§+\s?[\w.()-]+))?"
    rf"(?:,\s(?P<volume>\d+)\s(?P<container>Stat\.)\s(?P<page>\d+)(?:,\s\d[\d-]*)?)?(?:\s\((?P<year>{YEAR})\)"
    rf"|(?:,\s[Ss]ec(?:tion|\.)\s[\w()]+)?,\s(?P<date>{DAY}))?"  # Public Law 118-31, Section 355, December 22, 2023
)
SESSION_LAW = regex.compile(  # Act of Sept. 28, 2012, ch. 719, 2012 Cal. Stat. 5234
    rf"(?P<title>(?:An\s)?Act\sof\s(?P<date>{DAY})|\p{{Lu}}[^;“”\d]{{4,120}}?),\s(?:ch\.|no\.|Pub\.\sL\.\sNo\.)\s[\w-]+"
    rf"(?:,\s(?P<cited>§+\s?[\w.-]+))?,\s"
    r"(?P<volume>\d+)\s(?P<container>(?:\p{Lu}[\p{L}.]*\s)*?(?:Stat\.|Laws|Acts))\s(?P<page>\d+)(?:,\s[\d-]+)?(?:\s\(\d{4}\))?"
)
TWO_TITLES = regex.compile(  # Event Contracts; Withdrawal of Proposed Regulatory Action, 91 Fed. Reg. 5386 (Feb. 6, 2026)
    r"(?P<title>(?:\p{Lu}[\p{L}'-]+\s){1,9}?\p{Lu}[\p{L}'-]+;\s\p{Lu}[^;“”.()§]{4,120}?),\s(?P<volume>\d+)\s(?P<container>Fed\.\sReg\.)\s"
    r"(?P<page>\d(?:[\d,]*\d)?)(?:,\s\d[\d,-]*)?(?:\s\((?:\p{Ll}{5,12}\s)?(?P<date>[^()]{4,30})\))?"
)
REGISTER = regex.compile(  # Exec. Order No. 13,990, 86 Fed. Reg. 7037 (Jan. 20, 2021)
    r"(?:Exec(?:utive|\.)\sOrder\s(?:No\.\s)?(?P<number>\d[\d,]*\d),\s"
    r"(?:(?P<title>\p{Lu}[^;“”\d]{4,160}?)\s?,|[“\"](?P<title>[^“”\"]{4,160}?),?[”\"],?)\s"
    r"|(?P<title>Exec(?:utive|\.)\sOrder\s(?:No\.\s)?(?P<number>\d[\d,]*\d)|(?:Proclamation|Proc\.)\s(?:No\.\s)?(?P<number>\d[\d,]*\d)"
    rf"|\p{{Lu}}{CHARACTER}{{4,160}}?),?\s)?"
    r"(?P<volume>\d+)\s(?P<container>Fed\.\sReg\.|C\.F\.R\.)\s(?P<page>\d(?:[\d,]*\d)?)(?:,\s\d[\d,-]*)?"
    r"(?:\s\((?:\p{Ll}{5,12}\s)?(?P<date>[^()]{4,30})\))?"  # (proposed June 10, 2024)
    r"(?:\s\(to\sbe\scodified\sat\s[^()]{4,60}\))?"
)
# Executive Order 13556, Controlled Unclassified Information, available at … · Executive Order 13556 of November 4, 2010
EXECUTIVE_ORDER = regex.compile(
    r"Exec(?:utive|\.)\sOrder\s(?:No\.\s)?(?P<number>\d[\d,]*\d)(?:,\s(?P<title>\p{Lu}[^;:“”\"\d()]{4,160}?)|:?,?\s[“\"](?P<title>[^“”\"]{4,200}?)[,.]?[”\"])"
    rf"(?:(?:,?\s\(?|,?\sof\s)(?P<date>{DAY})\)?|(?=,\s(?:available|https?:|<?http)|;|\.?$))"
    rf"|(?P<title>Exec(?:utive|\.)\sOrder\s(?:No\.\s)?(?P<number>\d[\d,]*\d))(?:,\s|\s\(|\sof\s|\sdated\s)(?P<date>{DAY})\)?"
)
JOINED = r"(?:,?\s(?:and|&)\s\d[\w.-]*(?:\(\w+\))*(?!\s\p{Lu}))?"  # §§ 8, 9 and 301(g)
FEDERAL_CODE = regex.compile(  # Clean Air Act § 111, 42 U.S.C. § 7411 (2018)
    rf"(?:(?P<title>\p{{Lu}}{CHARACTER}{{2,120}}?)(?:\s(?:§+|[Ss]ec(?:tion|\.)|[Pp]art|tit\.)\s?[\w.()-]+)?,\s)?(?P<volume>\d+)\s"
    rf"(?P<container>U\.?\s?S\.?\s?C\.?(?:\s?[AS]\.)?|C\.?\s?F\.?\s?R\.?)\s(?:(?:§+\s?|(?i:ch(?:\.|apters?)|pts?\.|(?:sub)?parts?|sec(?:tions?|s?\.))\s)?(?P<section>{SECTION}{JOINED})"
    rf"|(?i:(?:sub)?(?:chapter|part|title)s?)\s(?P<section>\p{{Lu}}{{1,3}})(?!\p{{L}}))"
    rf"(?:\s-\s\p{{Lu}}[\p{{L}} ]{{3,60}}(?=[.;]|$))?{PUBLISHED}"
)
CODE_NAME = r"(?:(?:\p{Lu}[\p{L}.']*|&)\s){1,8}?"
IN_CODES = r"(?=\p{Lu})(?i:Code|Stat\.|Laws|Code\sRegs\.|R\.\s&\sRegs\.|Admin\.\sCode|R\.\s?S\.)(?:\s(?i:Ann\.))?"  # or in small capitals
STATE_CODE = regex.compile(  # Cal. Water Code § 10720.5(b) (West 2014) · Mass. Gen. Laws ch. 93A, § 2 · Cal. Code Regs. tit. 23, § 492
    rf"(?:(?P<title>\p{{Lu}}[^;“”,]{{4,120}}?),\s)?(?P<container>(?:(?=N\.Y\.|(?i:Md\.)){CODE_NAME}(?:Law|LAW)|{CODE_NAME}"
    rf"{IN_CODES}))(?:,?\s(?P<volume>(?:ch|tit|pt|art)\.\s[\w-]+),?)?\s§+\s?(?P<section>{SECTION}){PUBLISHED}"
)
VOLUME_CODE = regex.compile(  # 6 Del. C. § 18-201(b) (2025) · 42 Pa. C.S. § 5524 · 10 M.R.S. § 1 · 735 Ill. Comp. Stat. 5/2-619 (2018)
    rf"(?P<volume>\d+)\s(?P<container>(?:\p{{Lu}}[\p{{L}}.]*\s)?(?:C\.|C\.?\s?S\.(?:A\.)?|[MV]\.R\.S\.(?:A\.)?|V\.S\.A\.)(?=\s§)"
    rf"|\p{{Lu}}[\p{{L}}.]*\s(?:Comp\.|Cons\.|Rev\.|Gen\.)?\s?Stat\.(?:\sAnn\.)?)\s(?:§+\s?)?(?P<section>{SECTION}){PUBLISHED}"
)
UNIFORM = regex.compile(  # I.R.C. § 501(c)(3) · Restatement (Second) of Torts § 402A (Am. Law Inst. 1965) · Model Penal Code § 2.02
    r"(?P<container>I\.R\.C\.|U\.C\.C\.|U\.S\.S\.G\.|(?=R)(?i:Restatement\s\((?:First|Second|Third|Fourth)\)\sof)\s(?:(?!§)[\p{L}.,:&]+\s?)+?|"
    r"(?:Model|Unif(?:\.|orm))\s"
    rf"(?:\p{{L}}[\p{{L}}.]*\s){{1,6}}?(?:Code|Act)|(?=M)(?i:Model\s(?:Rules|Code)\sof\s)(?:\p{{Lu}}[\p{{L}}.'&]*\s){{0,3}}\p{{Lu}}[\p{{L}}.'&]*)"
    rf"\s(?:§+|[Rr]\.|(?i:canon))\s?(?P<section>{SECTION})(?:\scmt\.\s\w{{1,2}})?{PUBLISHED}"
)
COURT_RULE = regex.compile(  # Fed. R. Civ. P. 12(b)(6)
    r"(?P<container>(?:\p{Lu}[\p{L}.]*\s)?R\.\s(?:(?i:Civ|Crim|App|Bankr)\.\sP\.|(?i:Evid)\.)|Fed\.\sRules?\s(?:(?:Civ|Crim|App)\.\sProc|Evid)\.|(?=S)(?i:Sup\.\sCt\.)\sR\.)\s(?P<section>\d(?:[\w.]*\w)?"
    r"(?:\(\w+\))*)"
)
CONSTITUTION = regex.compile(  # U.S. Const. amend. XIV, § 1 · Cal. Const. art. X, § 2
    r"(?P<title>(?:\p{Lu}[\p{L}.]*\s){1,2}C(?:onst|ONST)\.),?\s(?P<cited>(?i:art|amend|pmbl|ch|pt)\.(?:\s?[IVXLC\d]+)?(?:-\w)?"
    r"(?:,\s(?:§+|sec\.|art\.|pt\.)\s?[\w()-]+(?:,\scl\.\s\d+)?)?)"
    rf"{PUBLISHED}"
)
WORLD_CONSTITUTION = regex.compile(  # Constitution of the Republic of South Africa 1996, s 33
    rf"(?P<title>Constitution\s(?:Act|of\s(?:the\s)?\p{{Lu}}[^,;]{{2,60}}?),?\s(?P<year>{YEAR})|\p{{Lu}}\p{{Ll}}+\sConstitution"
    rf"(?=,?\s(?:ss?|arts?|ch)\.?\s?\d))(?:,?\s(?P<cited>(?:ss?|arts?|ch)\.?\s?\d[\w()-]*))?(?=[\s.;,)]|$)"
)
PLACE = r"\d+(?:\.\d+)*\p{L}*(?:\(\w+\))*(?:\s?-\s?\d[\w()]*)?"
DIVISIONS = r"(?i:(?:sub)?sections?|regulations?|articles?|rules?|clauses?|paragraphs?|schedules?)"
PROVISION = (
    rf"(?P<cited>(?:(?:ss|regs|arts|cls|rr|paras)\s{PLACE}(?:(?:,|,?\sand)\s{PLACE}(?!\s?\p{{Lu}}))+|(?:ss?|pts?|sch|arts?|regs?|paras?|rr?|cls?|div)\.?\s?{PLACE}(?:,?\s(?:pt|para|ss?|art|sch|r|div|cl|reg)\s?{PLACE})*"
    rf"|{DIVISIONS}\s{PLACE}(?:(?:,|,?\sand|\sto)\s{PLACE})*))"
)
# SI 2010/490 · Statutory Instrument 2019 No. 91 · Legal Notice No. 12 of 2020 · Act 1 of 2013 · No. 9 of 2019 · Cap. 411A
ACT_NUMBER = (
    r"(?:(?:SI|SR|SSI|c\.?|asp)\s?\d[\d/]*|(?:(?:Statutory\s(?:Instrument|Rule)|Legal\sNotice|Government\sNotice|Gazette\sNotice|S\.I\.|S\.R\.O\.|L\.N\.)"
    r"\s(?:\d{4}\s)?(?:No\.?\s?)?|Act\s(?:No\.?\s?)?|No\.?\s(?=\d{1,4}\sof\s))\d{1,4}(?:/\d{2,4}|\sof\s(?:1[89]|20)\d\d)?"
    r"|(?:Cap|Chapter)\.?\s\d+\p{L}?)"
)
# 24 & 25 Vict c 100 · 30 & 31 Vict, c 3 · 42 and 43 Vic. c.49 · 41 George III, c.39
REGNAL = (
    r"\d{1,2}(?:\s(?:&|and)\s\d{1,2})?\s(?:Vict?|Victoria|Geo|George|Will|William|Wm|Eliz|Edw|Edward|Anne?|Hen|Henry|Car|Jac|Jas|Ric|Ph)\.?"
    r"(?:\s(?:\d|[IVX]+)\.?)?(?:\s\((?P<year>\d{4})\))?,?\s(?:c|ch|cap)\.?\s?\d{1,3}"
)
ACT_WORDS = (
    r"(?:The\s)?(?:\p{Lu}[\p{L}'-]+|\(\p{L}[\p{L} '-]*\))"
    r"(?:,?\s(?:\d{4}(?=\s\()|\p{Lu}[\p{L}'-]+|of|and|the|for|on|in|to|etc|with|at|by|from|against|between"
    r"|\(\p{L}[\p{L}\d., '-]+\)|&)){0,14}?\s(?:Act|Regulations|Order|Rules|Code|Ordinance|Measure)"
)
OF_REIGN = regex.compile(  # "An Act to regulate Attornies," 2 Geo. II, c. 23 (1729) · An Act to mend the Ports, 38 Vic (1875), c 11, s 40
    rf"(?:[“\"](?P<title>[^“”\"]{{4,240}}?),?[”\"],?\s(?P<number>{REGNAL})|(?P<title>{ACT_WORDS}|An\sAct\s(?:to|for|respecting)\s[^;“”\"]{{4,240}}?),?\s(?P<number>{REGNAL})"
    rf"|(?P<title>(?P<number>{REGNAL})))(?:\s\((?P<year>{YEAR})\))?(?:,\s(?P<cited>ss?\.?\s\d[\w()-]*))?"
)
# "sch 1" of "Act 2009 (Qld), sch 1 (National Law)"
LAST_PLACE = r"\b(?:s|ss|sch|arts?|pt|regs?|cl|sections?|articles?|schedule)\.?\s\d[\w()]{0,8}"
ACT = regex.compile(  # Human Rights Act 1998, s 6(1) · Promotion of Administrative Justice Act 2000 (South Africa), s 4
    rf"(?P<title>{ACT_WORDS},?\s(?P<year>{YEAR}))(?:,?\s(?:(?P<number>{ACT_NUMBER})|\((?P<number>{ACT_NUMBER})\)))?"
    rf"(?:\s\((?P<court>\p{{Lu}}[\p{{L}}. ]{{1,24}})\))?(?:,\s(?P<number>{REGNAL})(?:\s\((?:Eng|Gr\.\sBrit|U\.?K|Scot|Ir)\.?\))?)?"
    rf"(?:,?\s{PROVISION}|,?\s(?P<cited>§+\s?{PLACE}(?:\p{{Lu}}\b)?)(?:,\sNo\.\s(?P<number>\d+),\sActs\sof\sParliament,\s\d{{4}}(?:\s\(India\))?)?)?"
    rf"(?:\s\((?:U\.?K\.?|Eng\.|Scot\.|Ir\.|N\.Z\.|Austl\.|Can\.|India|S\.\sAfr\.)\))?(?=\s?(?:[.;,)]|$)|(?<={LAST_PLACE})\s\(\p{{Lu}})"
    # The Data Protection and Privacy Act (Uganda), No. 9 of 2019, Section 19
    rf"|(?P<title>{ACT_WORDS})(?:\s\((?P<court>\p{{Lu}}[\p{{L}}. ]{{1,24}})\))?,?\s"
    rf"\(?(?P<number>(?:Act\s)?(?:No\.?\s)?\d{{1,4}}\sof\s(?P<year>{YEAR}))\)?(?:,?\s{PROVISION})?(?=\s?(?:[.;,)]|$))"
)
CANADIAN = regex.compile(  # Criminal Code, RSC 1985, c C-46, s 745 · Clean Air Act, S.O. 2010, c. 8
    r"(?P<title>\p{Lu}[^;“”\d]{4,120}?),\s(?P<container>(?:R\.?)?S\.?(?:[COAMSQY]|B\.?C|N\.?[BLS]|P\.?E\.?I|N\.?W\.?T)\.?|CQLR)(?:\s(?P<year>\d{4}))?"
    r"(?:\s\(\d\w+\sSupp\.?\))?,?\s(?P<number>ch?\.?\s[\w.-]*\w)(?:,\ss\s\d+(?=,\ss))?(?:,\s(?P<cited>(?:ss?|art)\.?\s\d\w*(?:[.-]\d\w*)*(?:\(\w+\))*))?"
)
CANADIAN_REGULATION = regex.compile(  # Port Grading Regulations, SOR/2001-32, s 7 · Berths, O Reg 200/01 · Piloting, CRC, c 870
    r"(?:(?P<title>\p{Lu}[^;“”\d]{4,120}?),\s)?(?P<number>(?:SOR|SI|DORS|TR)/(?:(?P<year>(?:19|20)\d\d)|\d\d)-\d{1,4}|CRC,\sc\s\d+"
    r"|(?:\p{Lu}\p{L}*\s)?Reg\s\d{1,4}/\d{2,4})(?:,\s(?P<cited>(?:ss?|art)\.?\s\d\w*(?:[.-]\d\w*)*(?:\(\w+\))*))?(?=[.;,)]|$)"
)
CHARTER = regex.compile(  # Constitution Act, 1982, s 35, being Schedule B to the Canada Act 1982 (UK), 1982, c 11
    r"(?P<title>\p{Lu}[^;,]{8,60}(?:,\s(?P<year>\d{4}))?)(?:,\s(?P<cited>ss?\s\d[\w()-]*))?,\s(?:Part\sI\sof\sthe\s)?(?:Constitution\sAct,\s(?P<year>\d{4})"
    r"(?:,\s(?P<cited>ss?\s\d[\w()-]*))?,\s)?"
    r"being\sSchedule\sB\sto\sthe\sCanada\sAct\s1982\s\(UK\),\s1982,\sc\s11(?:,\s(?P<cited>ss?\s\d[\w()-]*))?"
)
JURISDICTION = r"(?P<court>Cth|NSW|Qld|Vic|Tas|SA|WA|NT|ACT|NZ|UK|HK)"
OF_STATE = (  # Ports Amendment Bill 2009 (Vic) cl 83 · Harbour Safety Regulation 2010 (NSW) reg 7
    r"(?P<title>(?:\p{Lu}[\p{L}'-]+|\([\p{L} ]+\))(?:,?\s(?:\p{Lu}[\p{L}'-]+|of|and|the|for|on|in|to|\([\p{L}\d. ]+\))){0,14}?"
    rf"\sKIND,?\s(?P<year>{YEAR}))\s\({JURISDICTION}\)(?:,?\s{PROVISION})?(?=\s?(?:[.;,)]|$))"
)
BILL_OF_STATE = regex.compile(OF_STATE.replace("KIND", "Bill"))
REGULATION_OF_STATE = regex.compile(OF_STATE.replace("KIND", "(?:Regulation|By-law|Declaration|Determination|Instrument)"))
MEMORANDUM = r"(?:(?:Revised|Supplementary)\s){0,2}Explanatory\s(?:Memorandum|Statement|Notes?)"
LEAF = r"(?:pp?\.?\s)?(?P<cited>\d+(?:\s?-\s?\d+)?|[ivxl]{1,6})"
EXPLANATORY = regex.compile(  # Explanatory Memorandum, Migration Amendment Bill 2013 (Cth) 4
    rf"(?P<title>{MEMORANDUM}(?:,|\s(?:to|for)\sthe)\s\p{{Lu}}(?:[^;“”()]|\([^()]{{3,60}}\)){{4,100}}?\s(?P<year>{YEAR}))(?:\s\("
    rf"(?P<court>\p{{Lu}}\p{{L}}{{1,4}})\))?(?:,?\s{LEAF})?(?:\s\[\d+\])?(?=[.;]|$)"
    # Low Aromatic Fuel Bill 2012, Explanatory Memorandum, p. 3
    rf"|(?P<title>\p{{Lu}}(?:[^;,“”()]|\([^()]{{3,90}}\)){{4,160}}?\sBill(?:\s\(No\.?\s\d\))?\s(?P<year>{YEAR}),\s{MEMORANDUM})(?:,?\s{LEAF})?(?=[.;,]|$)"
)
KIND = (
    r"Federal\s(?:Constitutional\s)?Law|(?:Presidential\s)?(?:Decree|Executive\sOrder)|Government\s(?:Decree|Resolution|Directive|Order)"
    r"|(?:Law|Act|Decree|Order|Resolution|Ukaz)(?:\sof\s(?:the\s)?\p{Lu}[\p{L} ]{2,70}?)?"
)
OF_NUMBER = r"\s(?:[Nn]o\.?|№)\s?(?P<number>[\w/-]+)"
# Federal Law No. 272-FZ, December 28, 2012, Rossiiskaia gazeta, December 29, 2012 · Law No. 344 on the Status of …, 23 May 1994
DECREE = regex.compile(
    rf"(?P<title>(?:(?:{KIND}|(?:\p{{Lu}}\p{{Ll}}+\s){{0,2}}(?:Law|Decree(?:-Law)?|Ordinance|Resolution)){OF_NUMBER}"
    r"(?:\s(?:on|concerning|regarding)\s(?:the\s)?\p{Lu}[^,;“”]{3,200}?)?)"
    rf"|(?P<title>Law(?:\sof\s(?:the\s)?\p{{Lu}}[\p{{L}} ]{{2,40}}?)?\son\s[^,;“”]{{3,200}}?),{OF_NUMBER})"
    rf"(?:,\s|\sof\s|\sdated\s)(?P<date>{DAY})"
    r"(?:,\s(?P<container>\p{Lu}[^,;.()]{4,80}),\s(?:\p{L}+\s\d{1,2},\s)?\d{4}(?:,\sno\.\s(?P<issue>\d+))?"
    r"(?:,\s(?:art|item|st)\.\s(?P<cited>\d+))?)?(?!,?\s[“\"])"
)
TITLED_DECREE = regex.compile(  # Federal Law No. 190-FZ “On Amendments to the Criminal Code,” 12 November 2012
    rf"(?P<genre>{KIND}){OF_NUMBER}(?:(?:\sof\s\p{{Lu}}[^,“”\"]{{3,40}})?,?\s[“‘'\"](?P<title>[^“”\"]{{4,240}}?)[,.]?[”’'\"],?\s"
    rf"(?:of\s|dated\s|adopted\s)?\(?(?P<date>{DAY})\)?"
    # of June 4, 2018, “On Measures to Counter Unfriendly Actions,” Rossiyskaya Gazeta, June 6, 2018
    rf"|,?\s(?:of|dated)\s(?P<date>{DAY}),?\s[“‘'\"](?P<title>[^“”\"]{{4,240}}?)[,.]?[”’'\"]"
    r"(?:,?\s(?P<container>\p{Lu}[^,;.()]{4,80}),\s(?:\p{L}+\s\d{1,2},|\d{1,2}\s\p{L}+)\s\d{4})?)"
    # Verkhovna Rada of Ukraine, “On Higher Education,” Law No. 1556-VII, July 1, 2014
    rf"|(?:(?P<authority>\p{{Lu}}[^,;“”\"]{{3,60}}),\s)?[“\"](?P<title>[^“”\"]{{4,240}}?)[,.]?[”\"],?\s(?P<genre>{KIND}){OF_NUMBER}"
    rf"(?:,\s|\s\(|\sof\s)(?P<date>{DAY})\)?"
)
ACTS = load_courts().numbered_acts
NUMBERED_ACT = regex.compile(  # An Act Protecting Individual Information … [Data Privacy Act of 2012], Republic Act No. 10173, § 3(k)
    r"(?:(?:An\sAct\s[^;“”]{6,320}?\s[\[(])?(?P<title>(?!An\sAct)\p{Lu}[^;“”\[\]()]{3,90}?)[\])]?,\s)?"
    rf"(?P<genre>{any_of(ACTS)})\s(?:No\.\s)?(?P<number>\d[\d-]*+)(?!/)"
    r"(?:,\s(?P<cited>(?:§+|[Ss]ec(?:tion|\.)|art\.)\s?[\w()]+))?"
)
TWICE_TITLED = Rule("legislation", TWO_TITLES, ("fed. reg.",))
RULES: tuple[Rule, ...] = (
    Rule("legislation", NUMBERED_ACT, tuple(map(str.lower, ACTS))),
    Rule("legislation", CHARTER, ("being schedule b",)),
    Rule("legislation", EXPLANATORY, ("explanatory ",)),
    Rule("legislation", PUBLIC_LAW, ("pub. l", "public law")),
    Rule("legislation", SESSION_LAW, (" stat. ", " laws ", " acts ")),
    Rule("legislation", REGISTER, ("fed. reg.", "order", "proclamation")),
    Rule("legislation", EXECUTIVE_ORDER, ("executive order", "exec. order")),
    Rule("legislation", FEDERAL_CODE, ("u.s.c.", "u. s. c.", "c.f.r.", "c. f. r.", " usc ", " cfr ")),
    Rule("legislation", UNIFORM, ("i.r.c.", "u.c.c.", "u.s.s.g.", "restatement", "model ", "unif")),
    Rule("legislation", STATE_CODE, ("§",)),
    Rule("legislation", VOLUME_CODE, (" stat. ", "§")),
    Rule("legislation", COURT_RULE, ("r. civ", "r. crim", "r. app", "r. bankr", "r. evid", "fed. rule", "sup. ct. r.")),
    Rule("legislation", CONSTITUTION, ("const. ", "const., ")),
    Rule("legislation", WORLD_CONSTITUTION, ("constitution",)),
    Rule("legislation", ACT, (" act ", " act,", " regulations", " order ", " order,", " rules ", " rules,", " code ", " code,",
                              " ordinance", " measure ")),
    Rule("legislation", OF_REIGN, (" vic", " geo", " will", " eliz", " edw", " anne", " hen", " car", " jac", " ric")),
    Rule("legislation", TITLED_DECREE, ("law no", "law of ", "act of ", "decree", "order no", "resolution no", "act no")),
    Rule("legislation", DECREE, ("law no", "law of ", "law on ", "decree", "order no", "resolution", "directive", "ukaz")),
    Rule("bill", BILL_OF_STATE, (" bill ",)),
    Rule("legislation", REGULATION_OF_STATE, (" regulation ", " by-law ", " declaration ", " determination ", " instrument ")),
    Rule("legislation", CANADIAN_REGULATION, (", sor/", ", si/", ", dors/", ", tr/", ", crc,", "reg ")),
    Rule("legislation", CANADIAN, (", rs", ", r.s", ", s", ", cqlr")),
)
