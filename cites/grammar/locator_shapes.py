"""How pages, sections, volumes and issues are printed, and the numbers that states and bodies give to their papers."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import AND, WORDS, any_of, compile_words, one_of
from cites.knowledge import load

PASSIM = rf"(?:,\ )?(?:{AND}\ )?passim"  # 51-59 passim · 51-59, and passim
FOLLOWING = r"ff?(?!\p{L})"  # 110ff.
NUMBER = rf"(?:[A-Za-z]{{0,2}}-?\d+(?:(?:[a-z]|fn)?(?!\p{{L}})|(?={FOLLOWING}))|[ivxlc]+(?![\p{{L}}]))"
RANGE = rf"{NUMBER}(?:\s?-{{1,2}}\s?{NUMBER})?"
CITED_AT = r"(?:(?<=\d-{1,2}\d{1,5})(?:\sat\s(?:pp?\.\s)?|:\s)\d{1,5}(?:-\d{1,5})?)?"  # 54-89 at 74 · 133-165: 147
PAGE_LIST = (
    rf"{RANGE}(?:(?:,\s|,?\s{AND}\s(?=\d))(?!(?:1[5-9]|20)\d\d(?![\d-])){RANGE}(?!\s?(?!passim)\p{{L}}))*(?:\s?(?:ff?\.?|{PASSIM}|et\ seq\."
    rf"|и\ далее|и\ сл\.|(?:e\ |y\ |et\ )?(?:se?gg?|ss|sqq?|suiv)\.|i\ n(?:n|ast)?\.)(?!\p{{L}}))?"
    rf"(?:,?\s?nn?\.?\s?\d+(?!\s?(?:above|supra|oben)))?{CITED_AT}"
)
# p. 17 and p. 25; not "pp. 35-41, p. 38", where the second is cited
PAGE_AGAIN = rf"(?:,?\s{AND}\s|(?<=p\.\s?\d{{1,4}}),\s)pp?\.\s?{RANGE}"
LAWFUL = r"(?=\s?(?:$|[.,;:)\]]|\(|\s))(?!\s\p{Cyrillic}{3,8}\s(?:1[89]|20)\d\d)"  # "с 14 июня 2005" is a day, not a page

THOUSANDS = r"(?<=\bat\s)\d{1,3},\d{3}(?:-\d{1,3}(?:,\d{3})?)?(?![\d,])"
PAGES = compile_words(  # p. 12 · S. 3 f. · p. B 4 of a newspaper · at 24,180-81 of a register
    rf"(?!s\.\s?vv?\.)(?:(?:{one_of('pages')})\s?)+(?P<page>{THOUSANDS}|(?:(?-i:[A-Z])\s(?=\d{{1,3}}(?!\d)))?{PAGE_LIST}(?:{PAGE_AGAIN})*){LAWFUL}"
    rf"(?:\s\(p{{1,2}}\.\s(?P<cited>{PAGE_LIST})\))?(?P<aside>,\s(?:{one_of('columns')})\s?\d(?:\s?-\s?\d)?(?!\d))?"  # p. 3, col. 4
)
TIME_CODE = regex.compile(r"(?P<cited>\d{1,2}(?::[0-5]\d){2}(?:\s?-\s?\d{1,2}(?::[0-5]\d){2})?)(?![:\d])")  # of a film: 01:14:20
COLUMNS = compile_words(rf"(?:{one_of('columns')})\s?(?P<page>\d{{2,5}}(?:-\d{{1,5}})?)")  # Hansard, 5 November 1933, vol. 292, col. 644
CJK_ISSUE = regex.compile(r"第\s?(?P<issue>\d+)\s?[期号號]")  # 2004年第10期
CJK_PAGES = regex.compile(r"第?\s?(?P<page>[A-Z]?\d+(?:[-~～]\d+)?)\s?[页頁版面쪽면]|[页頁]\s?(?P<page>\d+(?:[-~～]\d+)?)")  # 78頁 · 頁 34
# "and" leads to another work: and, more recently, Berg · and the reply in Berg
AND_WHAT = r"(?:,?\s(?:more|most)\s\p{Ll}{3,12},|\s(?:the|his|her|their)\s\p{Ll}{3,14}\s(?:by|from|in|of))?"
# Of works that are cited by their own divisions: 2.35-46 · 2.3.163 · 514a-520a · 1253a5 · X.6 · III.i.56-88
DIVISION = (
    r"(?!\d{1,2}\.\d{1,2}\.\d{2}(?!\d))(?:\d{1,3}(?:\.\d{1,3}){1,3}[a-e]?(?:-\d{1,3}(?:\.\d{1,3}){0,3})?"
    r"|(?!(?:1[5-9]|20)\d\d)\d{2,4}[a-e]\d{0,2}(?:-(?:\d{2,4})?[a-e]?\d{0,2})?|[IVXLC]{1,6}\.(?:[ivxlc]{1,5}\.)?\d{1,4}(?:-\d{1,4})?)"
)
DIVISIONS = regex.compile(rf"(?P<section>{DIVISION})(?=\s?(?:$|[.;)]|,\s))")
IMPRINT = r"\s\(\p{Lu}[^();]{2,60}:\s[^();]{2,60},\s(?:1[5-9]|20)\d\d\)\s?(?:$|[.;])"  # ed. John Buckler, ci (Cambridge: CSP, 2018)
NOTED = r"(?:,?\s(?:nota|FN|Anm\.)\s\d{1,3}|,?\s?nn?\.?\s?\d{1,3}(?:-\d{1,3})?(?!\s?(?:above|supra|oben)))?"  # 12, n. 5
BARE_PAGE = regex.shapes(
    ("(2010): ⟨123456⟩", r"(?<=\d{4}\):\s|\d,\s)\d{6,17}(?=\s?(?:$|[.;,]))"),
    ("⟨xii-xiv⟩.", rf"[ivxlc]{{1,7}}(?:\s?-\s?[ivxlc]{{1,7}})?{NOTED}(?=\s?(?:$|[.;](?!\s?\d))|,\s(?:https?:|accessed\s)|{IMPRINT})"),
    ("passim", r"passim"),
    ("2:345-350", r"\d{1,2}[:.]\d{1,4}(?:-\d{1,4})?n?(?!\.?\d)"),
    ("⟨19v⟩,", r"\d{1,3}[rv](?:\s?-\s?\d{0,3}[rv])?(?=\s?(?:$|[.;,)]))"),  # a leaf's two sides
    ("⟨12A⟩;", r"\d{1,2}[A-F](?=\s?(?:$|[.;]))"),
    ("⟨ii12-ii34⟩.", r"[ivx]{1,4}\d{1,3}-[ivx]{1,4}\d{1,3}(?=[.;,)]|$)"),
    ("⟨S12-S34⟩)", r"\p{Lu}\d{1,5}\s?-\s?\p{Lu}?\d{1,5}(?=\s?(?:$|[.;,)]))"),
    ("⟨e5738⟩.", r"(?:e\p{Ll}{0,4}\d{3,10}(?:\s?-\s?e?\d{1,10})?|\p{Ll}{3}\d{3}|(?<=\)\s?:\s)e\d{1,2})(?=\s?(?:$|[.;,)]))"),
    (
        "317-19, 325, n. 5",
        r"\d{1,5}(?:\s?-{1,2}\s?\d{1,5})?n?"
        r"(?:(?:,\s|\s(?:y|und|et|e)\s)(?!(?:1[5-9]|20)\d\d(?![\d-]))\d{1,4}(?:-{1,2}\d{1,4})?(?!\s?(?!passim)\p{L}|\d|\.\d))*"
        rf"(?:\s?ff?\.?|\s?{PASSIM})?{CITED_AT}{NOTED}",
    ),
)
BARE_PAGES = regex.compile(
    rf"(?P<page>{BARE_PAGE})(?=\s?(?:$|[.;)]|,\s|,$|\s\(|\s\[\p{{Ll}}|\s-\s\p{{Ll}}|--\p{{Ll}}|\sn\.?\s?\d|\sand\s\d"
    rf"|\s(?:and|&|with){AND_WHAT}\s[\p{{Lu}}“]|\sfor\s(?:the|an?|more|further)\s\p{{Ll}}|\s<?https?:))"  # 5:432 for the names of streets
)
VOLUME = compile_words(rf"(?:{one_of('volumes')})\s?(?P<volume>\d+(?:[-/]\d+)?|[IVXLC]+|(?-i:[A-F])(?=[,.:]))(?![\p{{L}}\d])")
ISSUE = compile_words(  # no. 4 · no. 2-3 · Issue 1,623 · Heft IV · "10, no. Nov (2009)", as Zotero prints it
    rf"(?:{one_of('issues')}):?\s?(?P<issue>\d{{1,3}}[,.]\d{{3}}(?!\d)|\d[\d/-]*(?:\(\p{{Lu}}\)|\s?-\s?\d+|\s(?:and|&)\s\d+(?=;|$))?"
    r"|[IVXLC]+(?!\p{L})|(?-i:\p{Lu})\p{Ll}{2,8}(?=\s\((?:1[5-9]|20)\d\d\)))(?=\s?(?:$|[.,;:)\]]|\(|\s))"
)
PAIRS = compile_words(  # "C. 39, S. 1" in Turkish, where "S. 1" alone is a page
    any_of(load()["volumes.pairs"])
    .replace(r"\{volume\}", r"(?P<volume>\d{1,4}|[IVXLC]{1,8})")
    .replace(r"\{issue\}", r"(?P<issue>\d{1,3}(?:[-/]\d{1,3})?)(?=,\s|\s\()")  # not "C. 2, s. 96"
)
NUMBER_FIRST = compile_words(
    regex.shapes(
        ("401-405. o.", rf"(?P<page>\d{{1,4}}(?:-\d{{1,4}})?)\.\s(?:{one_of('pages.behind')})(?=[.,;)]|$)"),
        ("39. Jg.", rf"(?P<volume>\d{{1,4}})(?:\.|e|ᵉ|ème)?\s?(?:{one_of('volumes.behind')})"),
        ("1. sz.", rf"(?P<issue>\d{{1,3}})\.?\s?(?:{one_of('issues.behind')})"),
        flags=WORDS,
    )
)
VOLUMES = regex.compile(
    regex.shapes(
        ("88th Cong., 1st sess.", r"\d{2,3}(?:th|st|nd|rd|d)\sCong(?:\.|ress)(?:,\s\d\p{Ll}{1,2}\s[Ss]ess(?:\.|ion))?(?=[,.;]|\s\(|$)"),
        ("3 vols.", r"\d{1,2}\s(?:vols?\.?|Bde\.?|Bände|tomes|тт?\.)(?!\p{L})"),
        ("⟨5th ser.⟩, 12", r"\d{1,2}(?:st|nd|rd|th|d|e)\s(?:ser\.|series|sér\.|série)(?=,?\s)"),
        ("⟨série B⟩, t. XXVII", r"(?:ser\.|series|sér\.|série)\s\p{Lu}(?=,\s)"),
    )
)
EPISODE = compile_words(rf"(?:(?:{one_of('episodes.seasons')})\s\d{{1,2}},\s)?(?:{one_of('episodes')})\s?(?P<number>\d{{1,4}})(?!\d)")
SECTIONS = compile_words(
    rf"(?:{one_of('sections.leads')}\s)?(?P<section>(?:{one_of('sections')})\s?(?:[IVXLC]+(?!\p{{L}})(?:\.(?:[a-z]|\d{{1,2}})(?!\p{{L}}))*|\d+[a-z]?(?:\.\d+)*|(?<=\s)"
    rf"(?-i:[A-Z])(?!\p{{L}}|\.\p{{L}}))(?:\s?-\s?\d+)?(?:\(\w\))*(?:(?<=§§.*),\s\d+(?:\s?-\s?\d+)?(?!\d|\s\())*)(?![\p{{L}}\d])"
)
ENTRY = compile_words(  # of a diary: entry for 12 January 1942
    rf"(?P<cited>(?:{one_of('entries')}),?\s(?:\d{{1,2}}\.?\s\p{{L}}{{3,9}}\.?\s|\p{{L}}{{3,9}}\.?\s\d{{1,2}},\s)(?:1[5-9]|20)\d\d)(?!\d)"
)
NAMED_SECTION = compile_words(rf"(?P<section>(?:{one_of('chapters')})\s[„“«\"][^„“”«»\"]{{2,80}}[”“»\"])")  # Kap. "Der Fotoapparat"
YEAR = r"(?:1[89]|20)\d\d"
JOINED = regex.compile(
    regex.shapes(
        (
            "67 (6)",
            r"(?P<volume>\d{1,4}|[IVXLC]{1,7})\s?\((?P<issue>\d{1,3}(?:[-/]\d{1,3})?(?:[\s_][Ss]uppl?\.?\s?\d*)?|[Ss]uppl\.?\s?\d*)\)"
            r"(?!\s?\d{1,4}\s\p{Lu})",
        ),
        ("⟨52-1⟩, 2005,", r"(?P<volume>\d{1,3})-(?P<issue>\d{1,2})(?=,\s(?:19|20)\d\d[,.;])"),
        ("⟨XXIII/3⟩ (1986)", r"(?P<volume>[IVXLC]{1,7})/(?P<issue>\d{1,3})(?=,?\s\()"),
        ("⟨39,1⟩, 2008, S. 3", rf"(?P<volume>\d{{1,3}}),(?P<issue>\d{{1,2}})(?=\s\({YEAR}\)|,\s{YEAR},)"),
        ("⟨98, 1⟩:1-29", r"(?P<volume>\d{1,4}),\s(?P<issue>\d{1,2})(?=:\s?\d{1,5}\s?-\s?\d)"),
        ("⟨39, 1⟩ (2008), S. 3", rf"(?P<volume>\d{{1,3}}),\s(?P<issue>\d{{1,2}})(?=\s\({YEAR}\),?\s(?:(?:pp?|S|s)\.\s?)?\d)"),
        (
            "⟨93, 5⟩, 2014, p. 82",
            r"(?P<volume>\d{1,4}|[IVXLC]{1,7})(?:,\s|:\s?)(?P<issue>\d{1,2})"
            r"(?=,\s(?:\p{Lu}\p{Ll}+\s)?(?:19|20)\d\d(?:[.;]|$|,\s(?:pp?\.\s?)?\d)"
            r"|\s\((?:\p{Lu}\p{Ll}+\.?,?\s)?(?:19|20)\d\d\)(?::|,\s(?:pp?\.\s?)?\d))",
        ),
        (
            "⟨30: 2-3⟩, May-June 1978",
            r"(?P<volume>\d{1,3}):\s?(?P<issue>\d{1,2}(?:[-/]\d{1,2})?)(?=,\s(?:\p{L}{3,9}\.?(?:[-/]\p{L}{3,9}\.?)?\s)?(?:19|20)\d\d\b)",
        ),
        ("⟨47-186⟩, 2004, p. 113", r"(?P<volume>\d{1,3})(?:,\s|-)(?P<issue>\d{3})(?=,\s(?:19|20)\d\d,\spp?\.\s?\d)"),
        ("1990, ⟨45, 2⟩, p. 63", r"(?<=(?:1[5-9]|20)\d\d,\s)(?P<volume>\d{1,3}),\s(?P<issue>\d{1,3})(?=,\sp)"),
        (
            "⟨12.3⟩, 2015",  # 28/2 · 5:1
            r"(?P<volume>\d{1,4})(?:\.|/|:(?=\d{1,3}(?:,?\s\(|,\s))|:\s(?=\d{1,2}\s\((?:1[5-9]|20)\d\d\)))"
            r"(?P<issue>(?!(?:1[5-9]|20)\d\d)\d{1,4})(?=,?\s?[(,:;]|,?\s(?:19|20)\d\d|$)"
            rf"(?!\s\((?i:{one_of('hereafter')}))",
        ),
    )
)
ARTICLE = r"[Aa]rt(?:icle|\.)(?:\s(?:[Nn]o\.|ID|[Nn]umber))?\s"
LEAVES_OF_VOLUME = r"(?!1[5-9]\d\d|20\d\d)\d{1,4}(?:-\d{1,4})?(?:,\s\d{1,3}(?:-\d{1,4})?)*(?=[.;,)]|$)"  # 715 · 193, 238
VOLUME_NEXT = regex.shapes(  # what shows that a bare number is a volume
    ("14⟨, no.⟩ 1", r",?\s(?:no|nos|is|iss|issue|nr|n°|№|Heft|H|number)\b\.?"),
    (
        "8⟨ (⟩2015)",  # 8 (Spring); not 88 (my translation), 88 (quoting Berg, Ice)
        rf",?\s?\((?!p|formerly\s|in\s\p{{Lu}}|(?i:{one_of('remarks', 'hereafter', 'entries', 'see')}))(?=[^()\d]{{0,30}}\d|\p{{L}}+\))",
    ),
    ("23⟨: 4⟩5", r"\s?:\s?\d"),
    ("14⟨, 1962⟩", r",\s(?:1[5-9]|20)\d\d"),
    ("3⟨, pp.⟩ 304-11", r",\spp?\."),
    ("3⟨; 4⟩5", r";\s?\d"),
    ("8⟨, 88-90⟩", r"(?<!\d{4}\),\s\d{1,4}),\s\d+\s?-\s?\d+"),  # not "(PhD diss., Chicago, 2011), 88, 102-4"
    ("8⟨, e12 (2015)⟩", r",\s\p{L}?\d+\s\((?:19|20)\d\d\)"),
    ("8⟨, 123456⟩.", r",\s\d{6,8}(?=[.;]|$)"),
    ("154⟨, Article 1⟩06595", rf",\s{ARTICLE}\p{{L}}?\d"),
    ("I⟨, 263⟩.", rf"(?<=[IVXL]),\s{LEAVES_OF_VOLUME}"),  # Paradise Lost, I, 263
)
BARE_VOLUME = regex.compile(  # 14, no. 1 · 8 (2015) · iii, pp. 304-11 · 23: 45 · XIV, 1962
    r"(?P<volume>[ivxlc]{1,8}(?=,?\s\((?:1[5-9]|20)\d\d(?:-\d{1,4})?\)|,\spp?\.\s)"
    rf"|[ivxlc]{{1,8}}(?=,\s{LEAVES_OF_VOLUME})|(?:\d{{1,4}}|(?!DC,)[IVXLCDM]{{1,8}})(?={VOLUME_NEXT}))"
)
REVIEW = r"\p{Lu}[\p{L}.&'-]*(?:\s(?:\p{Lu}[\p{L}.&'-]*|&|of|the|on|for|and|in|des|de|du|der|für)){0,8}"  # Harv. J.L. & Tech.
SPAN = r"\d{1,5}(?:\s?-\s?\d{1,5})?"
NUMBERED_REVIEW = rf"(?P<volume>\d{{1,4}})\s(?P<text>{REVIEW})\s"
LAW_REVIEW = regex.compile(
    regex.shapes(
        (
            "⟨31 Harv. J.L. & Tech. 356, 357⟩ (2018)",
            rf"{NUMBERED_REVIEW}(?P<page>{SPAN})(?:,\s(?P<cited>{SPAN}))?(?=\s\((?:[^()]{{0,20}}\s)?(?:1[89]|20)\d\d\))",
        ),
        (
            "39 Journal of Fleets (2008), 1-14",
            rf"{NUMBERED_REVIEW}\((?P<issued>(?:1[89]|20)\d\d)\),?\s(?:pp?\.\s?)?(?P<page>{SPAN})(?=[.,;)\s]|$)",
        ),
    )
)
OFFICIAL_SERIES = regex.compile(  # 235 UNTS 99 · 86 Federal Register 62185
    r"(?P<volume>\d{1,4})\s(?P<text>UNTS|U\.N\.T\.S\.|LNTS|L\.N\.T\.S\.|ILM|I\.L\.M\.|UST|U\.S\.T\.|BFSP|CTS"
    r"|Federal\sRegister|Fed\.\sReg\.|Congressional\sRecord|Cong\.\sRec\.)\s(?P<page>[SHE]?\d{1,6})(?=[.,;)\s]|$)"
)
LONG_NAME = r"\p{Lu}[\p{L}.&'-]*(?:\s[\p{L}&][\p{L}.&'-]*){0,9}"  # Zeitschrift für ausländisches öffentliches Recht
REVIEW_OF_YEAR = regex.shapes(  # behind the year
    ("28 The Law Teacher", rf"(?P<volume>\d{{1,3}})\s(?P<text>{LONG_NAME})"),
    ("93:5 Foreign Affairs", rf"(?P<volume>\d{{1,3}})[:-](?P<issue>\d{{1,3}})\s(?P<text>{LONG_NAME})"),
    ("93(5) Foreign Affairs", rf"(?P<volume>\d{{1,3}})\s?\((?P<issue>\d{{1,3}}(?:[-/]\d{{1,3}})?)\)\s(?P<text>{LONG_NAME})"),
    ("(201) Past & Present", rf"(?:\((?P<issue>\d{{1,3}})\)\s)?(?P<text>{REVIEW})"),  # PL
)
CITED_OF_PAGES = regex.shapes(
    ("63-84⟨, 75⟩", rf",\s(?:pp?\.?\s)?(?P<cited>{SPAN})"),
    ("63-84⟨ à la p 75⟩", rf",?\s(?:at|à\sla\sp\.?|aux\spp\.?)\s(?:pp?\.\s?)?(?P<cited>{SPAN})"),
)
YEAR_FIRST = regex.compile(  # (1985-87) 101 Harv L Rev 762 · [2016] PL 447 · (2008) 4:5 PLoS ONE e5738
    rf"[(\[](?P<issued>(?:1[89]|20)\d\d(?:-\d\d(?=[)\]]\s\d{{1,3}}\s))?)[)\]]\s(?:{REVIEW_OF_YEAR})"
    rf"(?:\s|,\spp?\.\s?)(?P<page>{SPAN}|\p{{Ll}}{{1,5}}\d{{3,9}})(?:{CITED_OF_PAGES})?(?=$|[.,;)\s])"
)
AFTER_PAGE = compile_words(
    regex.shapes(
        ("690⟨ and, more fully, E⟩va Berg", rf"\s(?:and|&|with){AND_WHAT}\s(?-i:[\p{{Lu}}“])"),
        ("44⟨ (my translation)⟩", rf"\s[(\[](?:{one_of('remarks')})[)\]]"),
        (
            "377⟨ (a Ge⟩rman edition appeared)",
            r"\s\((?-i:an?|the|which|who|where|with|in(?!\s\p{Lu}\p{Ll}+\))|cited|quoting|quoted|my|on)\s(?-i:\p{Ll}|\p{Lu}\p{Ll})",
        ),
        flags=WORDS,
    )
)
PINPOINT = regex.compile(
    regex.shapes(
        (
            "[39]-[41]",
            r"\[(?P<cited>(?!(?:1[89]|20)\d\d\]\s(?:\(?\d[\d():]{0,8}\s)?\p{Lu})\d{1,4})\](?:\s?-\s?\[(?P<last>\d{1,4})\])?",
        ),
        ("(270 ff.)", r"\((?P<cited>(?!(?:1[5-9]|20)\d\d\))\d{1,4})(?:\s?ff?\.?)?\)(?=[\s.,;]|$)"),
    )
)


NUMBER_ENDS = r"(?=[.,;)]|\s\(|$)"
STATE_NUMBER = regex.compile(
    regex.shapes(
        ("Drucksache 20/5700", r"(?:Drucksache|Drs\.)\s(?P<number>\d{1,2}/\d{1,5})(?=[.,;)]|$)"),
        ("Cmd. 1869", rf"(?P<number>(?:Cmnd|Cmd|Cd|Cm|CP)\.?\s\d{{2,5}}){NUMBER_ENDS}"),  # of the British Parliament
        ("C. 7777", rf"(?P<number>C\.\s\d{{4,5}}){NUMBER_ENDS}"),  # earlier ones of it
        ("COM(2020) 474 final", rf"(?P<number>(?:COM|JOIN|SWD|SEC|C)\s?\(\d{{2,4}}\)\s?\d+(?:\s(?:final|fin\.?))?){NUMBER_ENDS}"),
        ("doc. no. 9837/21", r"[Dd]oc(?:ument|\.)?\s[Nn]o\.?\s(?P<number>\d[\w/.-]*\w)"),  # of the Council
        ("document 9837/21", r"[Dd]oc(?:ument|\.)?\s(?P<number>\d{4,5}(?:/\d)?/\d\d)(?!\d)"),
        (
            "HC 518, Session 2003-04",  # of one of its houses
            rf"(?P<number>(?:HC|HL(?:\sPaper)?)\s\d{{1,4}}(?:-[IVXL]+)?)(?:,?\s(?:[Ss]ession|of)\s(?P<issued>\d{{4}}-\d\d))?{NUMBER_ENDS}",
        ),
        (
            "C.705.M.451.1922.II",  # of the League of Nations
            r"(?P<number>\p{Lu}\.(?:\d{1,4}\.\p{Lu}\.?(?:\d{1,4}\.)?)*(?:1[89]|20)\d\d\.[IVXL]{1,6}(?:\.?\p{Lu})?(?:\.\d{1,3})?)"
            rf"{NUMBER_ENDS}",
        ),
    )
)
COUNCIL_NUMBER = regex.compile(
    regex.shapes(
        ("NREL/TP-6A40-87653", rf"(?P<number>\p{{Lu}}{{2,6}}/\p{{Lu}}{{2,5}}-[\p{{Lu}}\d][\w-]*\d){NUMBER_ENDS}"),
        ("RR-3063-A", rf"(?P<number>\p{{Lu}}{{2,4}}-\p{{Lu}}?\d{{2,5}}-(?:\p{{Lu}}{{1,3}}|\d{{1,6}})){NUMBER_ENDS}"),  # of a think tank
        ("AI Index: AFR 54/1456/2015", r"(?:AI\s)?Index(?:\s(?:number|no\.?))?:?\s(?P<number>\p{Lu}{3}\s\d{2}/\d{2,5}/\d{2,4})"),
        (
            "CDL-AD(2002)020",  # PR/CP(2016)100
            rf"(?P<number>\p{{Lu}}{{2,6}}(?:[-/]\p{{Lu}}{{2,6}})*\(\d{{4}}\)\d{{2,4}}(?:rev\.?\s?\d?)?){NUMBER_ENDS}",
        ),
    )
)
