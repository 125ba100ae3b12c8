"""Where in a work: pages, sections, volumes and issues, as they are printed after its name."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import AND, any_of, compile_words, first_words, leading, one_of
from cites.grammar.printed import Found, Printed, cut_each
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

PAGES = compile_words(  # p. 12 · S. 3 f. · p. B 4 of a newspaper
    rf"(?!s\.\s?vv?\.)(?:(?:{one_of('pages')})\s?)+(?P<page>(?:(?-i:[A-Z])\s(?=\d{{1,3}}(?!\d)))?{PAGE_LIST}(?:{PAGE_AGAIN})*){LAWFUL}"
    rf"(?:\s\(p{{1,2}}\.\s(?P<cited>{PAGE_LIST})\))?(?P<aside>,\s(?:{one_of('columns')})\s?\d(?:\s?-\s?\d)?(?!\d))?"  # p. 3, col. 4
)
COLUMNS = compile_words(rf"(?:{one_of('columns')})\s?(?P<page>\d{{2,5}}(?:-\d{{1,5}})?)")  # Hansard, 5 November 1934, vol. 293, col. 645
CJK_ISSUE = regex.compile(r"第\s?(?P<issue>\d+)\s?[期号號]")  # 2004年第10期
CJK_PAGES = regex.compile(r"第?\s?(?P<page>[A-Z]?\d+(?:[-~～]\d+)?)\s?[页頁版面쪽면]|[页頁]\s?(?P<page>\d+(?:[-~～]\d+)?)")  # 78頁 · 頁 34
# "and" leads to another work: and, more recently, Berg · and the reply in Berg
AND_WHAT = r"(?:,?\s(?:more|most)\s\p{Ll}{3,12},|\s(?:the|his|her|their)\s\p{Ll}{3,14}\s(?:by|from|in|of))?"
# Of works that are cited by their own divisions: 2.35-46 · 2.3.163 · 514a-520a · 1253a5 · X.6 · III.i.56-88
DIVISION = (
    r"(?!\d{1,2}\.\d{1,2}\.\d{2}(?!\d))(?:\d{1,3}(?:\.\d{1,3}){1,3}[a-e]?(?:-\d{1,3}(?:\.\d{1,3}){0,3})?"
    r"|(?!(?:1[5-9]|20)\d\d)\d{2,4}[a-e]\d{0,2}(?:-(?:\d{2,4})?[a-e]?\d{0,2})?"
    r"|[IVXLC]{1,6}\.(?:[ivxlc]{1,5}\.)?\d{1,4}(?:-\d{1,4})?)"
)
DIVISIONS = regex.compile(rf"(?P<section>{DIVISION})(?=\s?(?:$|[.;)]|,\s))")
IMPRINT = r"\s\(\p{Lu}[^();]{2,60}:\s[^();]{2,60},\s(?:1[5-9]|20)\d\d\)\s?(?:$|[.;])"  # ed. John Butler, ci (Cambridge: CSP, 2018)
BARE_PAGES = regex.compile(
    r"(?P<page>(?<=\d{4}\):\s|\d,\s)\d{6,17}(?=\s?(?:$|[.;,]))|[ivxlc]{1,7}(?:\s?-\s?[ivxlc]{1,7})?(?=\s?(?:$|[.;](?!\s?\d))|" + IMPRINT
    + r")|passim|\d{1,2}[:.]\d{1,4}(?:-\d{1,4})?n?(?!\.?\d)"
    r"|\d{1,2}[A-F](?=\s?(?:$|[.;]))|[ivx]{1,4}\d{1,3}-[ivx]{1,4}\d{1,3}(?=[.;,)]|$)|\p{Lu}\d{1,5}\s?-\s?\p{Lu}?\d{1,5}(?=\s?(?:$|[.;,)]))|(?:e\p{Ll}{0,4}\d{3,10}(?:\s?-\s?e?\d{1,10})?|\p{Ll}{3}\d{3}|(?<=\)\s?:\s)e\d{1,2})(?=\s?(?:$|[.;,)]))|\d{1,5}(?:\s?-{1,2}\s?\d{1,5})?n?(?:(?:,\s|\s(?:y|und|et|e)\s)"
    r"(?!(?:1[5-9]|20)\d\d(?![\d-]))\d{1,4}(?:-{1,2}\d{1,4})?(?!\s?(?!passim)\p{L}|\d|\.\d))*(?:\s?ff?\.?|\s?" + PASSIM + ")?" + CITED_AT +
    r"(?:,?\s(?:nota|FN|Anm\.)\s\d{1,3}|,?\s?nn?\.?\s?\d{1,3}(?:-\d{1,3})?(?!\s?(?:above|supra|oben)))?)(?=\s?(?:$|[.;)]|,\s|,$|\s\("
    r"|\s\[\p{Ll}|\s-\s\p{Ll}|--\p{Ll}|\sn\.?\s?\d|\sand\s\d|\s(?:and|&|with)" + AND_WHAT + r"\s[\p{Lu}“]))"
)
VOLUME = compile_words(rf"(?:{one_of('volumes')})\s?(?P<volume>\d+(?:[-/]\d+)?|[IVXLC]+|(?-i:[A-F])(?=[,.:]))(?![\p{{L}}\d])")
ISSUE = compile_words(  # no. 4 · no. 2-3 · Issue 1,623 · Heft IV · "10, no. Nov (2009)", as Zotero prints it
    rf"(?:{one_of('issues')})\s?(?P<issue>\d{{1,3}},\d{{3}}(?!\d)|\d[\d/-]*(?:\s?-\s?\d+|\s(?:and|&)\s\d+(?=;|$))?|[IVXLC]+(?!\p{{L}})"
    r"|(?-i:\p{Lu})\p{Ll}{2,8}(?=\s\((?:1[5-9]|20)\d\d\)))(?=\s?(?:$|[.,;:)\]]|\(|\s))"
)
PAIRS = compile_words(  # "C. 39, S. 1" in Turkish, where "S. 1" alone is a page
    any_of(load()["volumes.pairs"])
    .replace(r"\{volume\}", r"(?P<volume>\d{1,4}|[IVXLC]{1,8})")
    .replace(r"\{issue\}", r"(?P<issue>\d{1,3}(?:[-/]\d{1,3})?)(?=,\s|\s\()")  # not "C. 2, s. 96"
)
NUMBER_FIRST = compile_words(  # 39. Jg. · 39. évf. · 1. sz. · 401-405. o.
    rf"(?P<page>\d{{1,4}}(?:-\d{{1,4}})?)\.\s(?:{one_of('pages.behind')})(?=[.,;)]|$)|"
    rf"(?P<volume>\d{{1,4}})(?:\.|e|ᵉ|ème)?\s?(?:{one_of('volumes.behind')})|(?P<issue>\d{{1,3}})\.?\s?(?:{one_of('issues.behind')})"
)
VOLUMES = regex.compile(  # so many volumes, the series of a journal, or what sat: "3 vols.", "5th ser.", "88th Cong., 1st sess."
    r"\d{2,3}(?:th|st|nd|rd|d)\sCong(?:\.|ress)(?:,\s\d\p{Ll}{1,2}\s[Ss]ess(?:\.|ion))?(?=[,.;]|\s\(|$)|"
    r"\d{1,2}\s(?:vols?\.?|Bde\.?|Bände|tomes|тт?\.)(?!\p{L})|\d{1,2}(?:st|nd|rd|th|d|e)\s(?:ser\.|series|sér\.|série)(?=,?\s)"
)
EPISODE = compile_words(rf"(?:(?:{one_of('episodes.seasons')})\s\d{{1,2}},\s)?(?:{one_of('episodes')})\s?(?P<number>\d{{1,4}})(?!\d)")
SECTIONS = compile_words(
    rf"(?P<section>(?:{one_of('sections')})\s?(?:[IVXLC]+(?!\p{{L}})(?:\.(?:[a-z]|\d{{1,2}})(?!\p{{L}}))*|\d+[a-z]?(?:\.\d+)*|(?<=\s)(?-i:[A-Z])(?!\p{{L}}"
    rf"|\.\p{{L}}))(?:\s?-\s?\d+)?(?:\(\w\))*(?:(?<=§§.*),\s\d+(?:\s?-\s?\d+)?(?!\d|\s\())*)(?![\p{{L}}\d])"
)
ENTRY = compile_words(  # of a diary: entry for 12 January 1942
    rf"(?P<cited>(?:{one_of('entries')}),?\s(?:\d{{1,2}}\.?\s\p{{L}}{{3,9}}\.?\s|\p{{L}}{{3,9}}\.?\s\d{{1,2}},\s)(?:1[5-9]|20)\d\d)(?!\d)"
)
NAMED_SECTION = compile_words(rf"(?P<section>(?:{one_of('chapters')})\s[„“«\"][^„“”«»\"]{{2,80}}[”“»\"])")  # Kap. "Der Fotoapparat"
JOINED = regex.compile(  # 67(6) · 67 (6) · 12.3 · 28/2 · 5:1
    r"(?P<volume>\d{1,4}|[IVXLC]{1,7})\s?\((?P<issue>\d{1,3}(?:[-/]\d{1,3})?(?:[\s_][Ss]uppl?\.?\s?\d*)?|[Ss]uppl\.?\s?\d*)\)(?!\s?\d{1,4}\s\p{Lu})"
    r"|(?P<volume>\d{1,3})-(?P<issue>\d{1,2})(?=,\s(?:19|20)\d\d[,.;])"  # 52-1, 2005
    r"|(?P<volume>[IVXLC]{1,7})/(?P<issue>\d{1,3})(?=,?\s\()"  # XXIII/3 (1986)
    r"|(?P<volume>\d{1,3}),(?P<issue>\d{1,2})(?=\s\((?:1[89]|20)\d\d\)|,\s(?:1[89]|20)\d\d,)"  # 39,1 (2008) · 39,1, 2008, S. 3
    r"|(?P<volume>\d{1,4}),\s(?P<issue>\d{1,2})(?=:\s?\d{1,5}\s?-\s?\d)"  # 98, 1:1-29
    r"|(?P<volume>\d{1,3}),\s(?P<issue>\d{1,2})(?=\s\((?:1[89]|20)\d\d\),?\s(?:(?:pp?|S|s)\.\s?)?\d)"  # 39, 1 (2008), S. 3
    r"|(?P<volume>\d{1,4}|[IVXLC]{1,7})(?:,\s|:\s?)(?P<issue>\d{1,2})"  # 93, 5, 2014, p. 82 · 93, 5 (2014)
    r"(?=,\s(?:\p{Lu}\p{Ll}+\s)?(?:19|20)\d\d(?:[.;]|$|,\s(?:pp?\.\s?)?\d)|\s\((?:\p{Lu}\p{Ll}+\.?,?\s)?(?:19|20)\d\d\)(?::|,\s(?:pp?\.\s?)?\d))"
    r"|(?P<volume>\d{1,3})(?:,\s|-)(?P<issue>\d{3})(?=,\s(?:19|20)\d\d,\spp?\.\s?\d)"  # 47-186, 2004, p. 113
    r"|(?<=(?:1[5-9]|20)\d\d,\s)(?P<volume>\d{1,3}),\s(?P<issue>\d{1,3})(?=,\sp)"  # 1990, 45, 2, p. 63
    r"|(?P<volume>\d{1,4})(?:\.|/|:(?=\d{1,3}(?:,?\s\(|,\s))|:\s(?=\d{1,2}\s\((?:1[5-9]|20)\d\d\)))(?P<issue>(?!(?:1[5-9]|20)\d\d)\d{1,4})(?=,?\s?[(,:;]|,?\s(?:19|20)\d\d|$)"
    r"(?!\s\((?i:" + one_of("hereafter") + r"))"
)
BARE_VOLUME = regex.compile(  # 14, no. 1 · 8 (2015) · iii, pp. 304-11 · 23: 45 · XIV, 1962; not "(PhD diss., Chicago, 2011), 88, 102-4"
    r"(?P<volume>[ivxlc]{1,8}(?=,?\s\((?:1[5-9]|20)\d\d(?:-\d{1,4})?\)|,\spp?\.\s)|(?:\d{1,4}|(?!DC,)[IVXLCDM]{1,8})(?=(?:,?\s(?:no|nos|is|iss|issue|nr"
    r"|n°|№|Heft|H|number)\b\.?|,?\s?\((?!p|formerly\s|in\s\p{Lu}|(?i:" + one_of("remarks", "hereafter", "entries") + r"))|\s?:\s?\d"
    r"|,\s(?:1[5-9]|20)\d\d|,\spp?\.|;\s?\d|(?<!\d{4}\),\s\d{1,4}),\s\d+\s?-\s?\d+|,\s\p{L}?\d+\s\((?:19|20)\d\d\)|,\s\d{6,8}(?=[.;]|$)"
    r"|(?<=[IVXL]),\s\d{1,4}(?:-\d{1,4})?(?=[.;]|$))))"  # Paradise Lost, I, 263
)
REVIEW = r"\p{Lu}[\p{L}.&'-]*(?:\s(?:\p{Lu}[\p{L}.&'-]*|&|of|the|on|for|and|in|des|de|du|der|für)){0,8}"  # Harv. J.L. & Tech.
SPAN = r"\d{1,5}(?:\s?-\s?\d{1,5})?"
LAW_REVIEW = regex.compile(  # 32 Harv. J.L. & Tech. 357, 358 (2019) · 48 Survival 81-100 (2006)
    rf"(?P<volume>\d{{1,4}})\s(?P<text>{REVIEW})\s(?P<page>{SPAN})(?:,\s(?P<cited>{SPAN}))?(?=\s\((?:[^()]{{0,20}}\s)?(?:1[89]|20)\d\d\))"
    rf"|(?P<volume>\d{{1,4}})\s(?P<text>{REVIEW})\s"  # 39 Journal of Fleets (2008) 1, at 8 · 39 Journal of Fleets (2008), 1-14
    rf"\((?P<issued>(?:1[89]|20)\d\d)\),?\s(?:pp?\.\s?)?(?P<page>{SPAN})(?=[.,;)\s]|$)"
)
OFFICIAL_SERIES = regex.compile(  # 235 UNTS 99 · 87 Federal Register 62186
    r"(?P<volume>\d{1,4})\s(?P<text>UNTS|U\.N\.T\.S\.|LNTS|L\.N\.T\.S\.|ILM|I\.L\.M\.|UST|U\.S\.T\.|BFSP|CTS"
    r"|Federal\sRegister|Fed\.\sReg\.|Congressional\sRecord|Cong\.\sRec\.)\s(?P<page>[SHE]?\d{1,6})(?=[.,;)\s]|$)"
)
LONG_NAME = r"\p{Lu}[\p{L}.&'-]*(?:\s[\p{L}&][\p{L}.&'-]*){0,9}"  # Zeitschrift für ausländisches öffentliches Recht
# (1994) 28 The Law Teacher 281 · [2016] PL 447 · (2014) 93:5 Foreign Affairs 77-89 · [2008] (201) Past & Present 54 · … 63-84 à la p 75
YEAR_FIRST = regex.compile(  # (1986-87) 100 Harv L Rev 761
    r"[(\[](?P<issued>(?:1[89]|20)\d\d(?:-\d\d(?=[)\]]\s\d{1,3}\s))?)[)\]]\s(?:"
    rf"(?P<volume>\d{{1,3}})(?:\s?\((?P<issue>\d{{1,3}}(?:[-/]\d{{1,3}})?)\)|[:-](?P<issue>\d{{1,3}}))?\s(?P<text>{LONG_NAME})"
    rf"|(?:\((?P<issue>\d{{1,3}})\)\s)?(?P<text>{REVIEW}))"
    rf"(?:\s|,\spp?\.\s?)(?P<page>{SPAN}|\p{{Ll}}{{1,5}}\d{{3,9}})(?:,\s(?:pp?\.?\s)?(?P<cited>{SPAN})"  # 4:5 PLoS ONE e5738
    rf"|,?\s(?:at|à\sla\sp\.?|aux\spp\.?)\s(?:pp?\.\s?)?(?P<cited>{SPAN}))?(?=$|[.,;)\s])"
)
AFTER_PAGE = compile_words(  # 5 with Eva Berg, Third Book · 690 and, more fully, Eva Berg · 44 (my translation)
    rf"\s(?:and|&|with){AND_WHAT}\s(?-i:[\p{{Lu}}“])|\s[(\[](?:{one_of('remarks')})[)\]]"
    # 377 (a German edition appeared)
    r"|\s\((?-i:an?|the|which|who|where|with|in(?!\s\p{Lu}\p{Ll}+\))|cited|quoting|quoted|my|on)\s(?-i:\p{Ll}|\p{Lu}\p{Ll})"
)
PINPOINT = regex.compile(  # [52] · [39]-[41]
    r"\[(?P<cited>(?!(?:1[89]|20)\d\d\]\s(?:\(?\d[\d():]{0,8}\s)?\p{Lu})\d{1,4})\](?:\s?-\s?\[(?P<last>\d{1,4})\])?"
    r"|\((?P<cited>(?!(?:1[5-9]|20)\d\d\))\d{1,4})(?:\s?ff?\.?)?\)(?=[\s.,;]|$)"
)


EU_NUMBER = regex.compile(  # COM(2020) 474 final
    r"(?P<number>(?:COM|JOIN|SWD|SEC|C)\s?\(\d{2,4}\)\s?\d+(?:\s(?:final|fin\.?))?)(?=[.,;)]|\s\(|$)"
)
STATE_NUMBER = regex.compile(  # Cmd. 1869, of the British Parliament · Drucksache 20/5700 · C.705.M.451.1922.II, of the League of Nations
    r"(?:Drucksache|Drs\.)\s(?P<number>\d{1,2}/\d{1,5})(?=[.,;)]|$)|"
    r"(?P<number>(?:Cmnd|Cmd|Cd|Cm)\.?\s\d{2,5}|C\.\s\d{4,5}|\p{Lu}\.(?:\d{1,4}\.\p{Lu}\.?(?:\d{1,4}\.)?)*(?:1[89]|20)\d\d\.[IVXL]{1,6}(?:\.?\p{Lu})?(?:\.\d{1,3})?)(?=[.,;)]|\s\(|$)"
)
COUNCIL_NUMBER = regex.compile(  # CDL-AD(2002)020 · PR/CP(2016)100 · NREL/TP-6A40-87653 · AI Index: AFR 54/1456/2015
    r"(?P<number>\p{Lu}{2,6}/\p{Lu}{2,5}-[\p{Lu}\d][\w-]*\d)(?=[.,;)]|\s\(|$)|"
    r"(?:AI\s)?Index(?:\s(?:number|no\.?))?:?\s(?P<number>\p{Lu}{3}\s\d{2}/\d{2,5}/\d{2,4})|(?P<number>\p{Lu}{2,6}(?:[-/]\p{Lu}{2,6})*\(\d{4}\)\d{2,4}(?:rev\.?\s?\d?)?)(?=[.,;)]|\s\(|$)"
)
STATE_WORDS = frozenset({"drucksache", "drs", "cmnd", "cmd", "cd", "cm", "c"})
Fields = tuple[str, ...]
# The words that may begin it (None: a letter with its point, "C.705.M.451.1922.II"), the pattern, its fields.
LED: tuple[tuple[frozenset[str] | None, regex.Pattern[str], Fields], ...] = (
    (first_words("volumes.pairs"), PAIRS, ("volume", "issue")),
    (None, STATE_NUMBER, ("number",)),
    (first_words("pages"), PAGES, ("page", "cited", "aside")),
    (first_words("volumes"), VOLUME, ("volume",)),
    (first_words("issues"), ISSUE, ("issue",)),
    (first_words("episodes", "episodes.seasons"), EPISODE, ("number",)),
    (first_words("sections"), SECTIONS, ("section",)),
    (first_words("chapters"), NAMED_SECTION, ("section",)),
    (first_words("entries"), ENTRY, ("cited",)),
    (frozenset("第"), CJK_ISSUE, ("issue",)),
    (frozenset("第"), CJK_PAGES, ("page",)),
    (frozenset({"com", "join", "swd", "sec", "c"}), EU_NUMBER, ("number",)),
)
FIRST_WORDS = frozenset().union(STATE_WORDS, *(words for words, _, _ in LED if words))
Tried = tuple[tuple[regex.Pattern[str], Fields], ...]
BY_WORD: dict[str, Tried] = {
    first: tuple((pattern, fields) for words, pattern, fields in LED if first in (words or STATE_WORDS) or (not words and len(first) == 1))
    for first in FIRST_WORDS
}
BY_SIGN: dict[str, Tried] = {
    "": (  # a digit
        (LAW_REVIEW, ("volume", "text", "issued", "page", "cited")),
        (OFFICIAL_SERIES, ("volume", "text", "page")),
        (NUMBER_FIRST, ("page", "volume", "issue")),
        (JOINED, ("volume", "issue")),
        (CJK_PAGES, ("page",)),
    ),
    **dict.fromkeys("([", ((YEAR_FIRST, ("issued", "volume", "issue", "text", "page", "cited")),)),
}
BY_CAPITALS: Tried = ((COUNCIL_NUMBER, ("number",)), (JOINED, ("volume", "issue")))  # CDL-AD(2002)020 · XXIII/3
ROMAN = frozenset("ivxlcdmIVXLCDM")


def read_locator(folded: str, text: str, at: int, end: int, *, bare: bool = True) -> Found | None:
    """Return pages, section, volume or issue at `at`, and where they end: "pp. 12-34", "vol. 3", "no. 5", "67(6)", "Section IV".

    bare: also take a bare number for pages ("…, 317") and a bare volume ("14, no. 1").
    """
    char = folded[at : at + 1]
    if (char == "[" or char == "(") and (pinpoint := PINPOINT.match(folded, at, end)):
        cited = pinpoint["cited"] + (f"–{pinpoint['last']}" if pinpoint["last"] else "")
        return [Printed("cited", cited, at, pinpoint.end())], pinpoint.end()
    word = leading(folded, at)
    for pattern, names in _tried(folded, at, word):
        if match := pattern.match(folded, at, end):
            return _years(cut_each(text, match, *names)), match.end()
    if bare and (not word or char in ROMAN) and (match := BARE_VOLUME.match(folded, at, end)):
        return cut_each(text, match, "volume"), match.end()
    if bare and _may_be_page(folded, at, word):
        if match := BARE_PAGES.match(folded, at, end):
            return cut_each(text, match, "page"), match.end()
        if match := DIVISIONS.match(folded, at, end):
            return cut_each(text, match, "section"), match.end()
    return None


def _years(found: list[Printed]) -> list[Printed]:
    """Return the fields with two years in full: "1986/1987" of "(1986-87) 100 Harv L Rev 761"."""
    first = found[0]
    if first.field != "issued" or len(first.value) == len("1986"):
        return found
    return [first._replace(value=f"{first.value[:4]}/{first.value[:2]}{first.value[-2:]}"), *found[1:]]


def _tried(folded: str, at: int, word: str) -> Tried:
    """Return the patterns that may match at `at`, where `word` begins."""
    if word in BY_WORD:
        return BY_WORD[word]
    if not word.isalpha():
        return BY_SIGN.get(word, ())
    return BY_CAPITALS if folded[at : at + 2].isupper() else ()


def _may_be_page(folded: str, at: int, word: str) -> bool:
    """True for what may begin pages without a word for them: "12", "xii", "passim", "A4", "e5738"."""
    return not word or word == "passim" or folded[at] in "ivxlcIVXLC" or folded[at + len(word) : at + len(word) + 1].isdecimal()
