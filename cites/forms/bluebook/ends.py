"""What ends a citation of an American law review, by which it is known: ", 68 Mich. L. Rev. 471, 490 (1970)", " 12-15 (1980)".

Source: The Bluebook, rules 15 to 17.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import holds_any
from cites.grammar.preprints import ARXIV, ARXIV_NUMBER

MONTH = r"(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.|January|February|March|April|May|June|July|August|September|October|November|December"
YEAR = r"(?P<issued>(?:1[5-9]|20)\d\d(?:-\d{2,4})?)"
PAGES = r"\*?\d{1,5}(?:\s?-\s?\*?\d{1,5})?(?:,\s\*?\d{1,4}(?:-\d{1,4})?)*"
ABBREVIATED = (  # Legal Writing: J. Legal Writing Inst.
    r"\p{Lu}[\p{L}.&'-]*(?:(?:\s|:\s(?=[^,(]{0,60}(?:\.|&)))(?:\p{Lu}[\p{L}.&'-]*|&|of|the|on|for|and|in)){0,9}"
)
# , 68 Mich. L. Rev. 471, 490 (1970) · , 30 Rocky Mtn. Min. L. Inst. 17-1 (1984) · , 94 Wash. L. Rev. (forthcoming 2020)
ARTICLE = regex.compile(
    rf",\s(?P<volume>\d{{1,4}})\s(?P<container>{ABBREVIATED})\s(?:(?P<page>\d{{1,6}}(?:-\d{{1,2}})?)"
    rf"(?:,\s(?P<cited>{PAGES})(?:\s&?\s?nn?\.\s?[\d-]+)?)?\s\((?:\p{{Lu}}[\p{{L}}.]*\s)?{YEAR}\)|\(forthcoming"
    rf"(?:\s\p{{L}}+\.?)?,?\s{YEAR}\)(?:\s\(manuscript\sat\s(?P<cited>{PAGES})\))?)"
)
# , Or. L. Rev. (forthcoming 2027) (manuscript at 45-69)
FORTHCOMING = regex.compile(
    rf",\s(?P<container>{ABBREVIATED})\s\(forthcoming(?:\s\p{{Lu}}\p{{L}}+\.?)?(?:,?\s{YEAR})?\)(?:(?:\s\(|,\s)(?:manuscript\s)?at\s"
    rf"(?P<cited>{PAGES})\)?)?"
)
# , 11 Nash & Cibinic Rep. ¶ 17, at 60 (Apr. 1997) · , 39 Gov't Contractor ¶ 161, Apr. 2, 1997
LOOSE_LEAF = regex.compile(
    regex.shapes(
        (
            ", 84 J. A.I. Rsch., Oct. 2025, at 3-5",
            rf",\s(?P<volume>\d{{1,4}})\s(?P<container>{ABBREVIATED}),\s(?P<date>\p{{Lu}}\p{{L}}+\.?\s(?:\d{{1,2}},\s)?\d{{4}})"
            rf"(?:,\sat\s(?P<cited>{PAGES}))?",
        ),
        (
            ", 11 Nash & Cibinic Rep. ¶ 17, at 60 (Apr. 1997)",  # , 39 Gov't Contractor ¶ 161, Apr. 2, 1997
            rf",\s(?P<volume>\d{{1,4}})\s(?P<container>{ABBREVIATED})\s¶+\s(?P<number>\d[\d,]*)(?:,\sat\s(?P<page>\d{{1,6}}))?"
            r"(?:,\s(?P<date>\p{Lu}\p{L}+\.?\s\d{1,2},\s\d{4})|\s\((?P<date>(?:\p{Lu}\p{L}+\.?\s(?:\d{1,2},\s)?)?\d{4})\))"
            rf"(?:,\sat\s(?P<cited>{PAGES}))?",
        ),
    )
)
# , 1997 Wis. L. Rev. 12, 15: the year is the volume
BY_YEAR = regex.compile(rf",\s(?P<volume>{YEAR})\s(?P<container>{ABBREVIATED})\s(?P<page>\d{{1,5}})(?:,\s(?P<cited>{PAGES}))?(?=[\s.;,]|$)")
# , N.Y. Times, Apr. 3, 2009, at A12
NEWS = regex.compile(
    r",\s(?P<container>(?:[\p{Lu}&][\p{L}.'&-]*\s?){1,6})(?:,\s(?P<date>\p{Lu}\p{L}+\.?\s\d{1,2},\s\d{4})|\s\("
    r"(?P<date>\p{Lu}\p{L}+\.?\s\d{1,2},\s\d{4})\))(?:,\s(?:\([^()]+\),\s)?at\s(?P<page>\p{Lu}{0,2}\d+(?:-\d+)?))?"
)
# , WASH. Q., Spring 2018, at 27 · , Atl. Monthly, Sept. 2005, at 39
OF_SEASON = regex.compile(
    rf",\s(?P<container>{ABBREVIATED}),\s(?P<date>(?:(?:(?:Spring|Summer|Fall|Autumn|Winter)/?){{1,2}}|(?:{MONTH}))\s\d{{4}}),\sat\s"
    rf"(?P<page>\d{{1,4}})"
    rf"(?:-\d{{1,4}})?(?:,\s(?P<cited>{PAGES}))?"
)
# , WALL ST. J. (Dec. 9, 2017) · , SLATESTARCODEX, Apr. 22, 2014, at 3: small capitals, as text without typefaces prints them
SMALL_CAPITALS = (
    r"(?P<container>(?=[^(,]*\p{Lu}\P{Lu}*\p{Lu}\P{Lu}*\p{Lu})[\p{Lu}\d][\p{Lu}\d.&'/-]*(?::?\s(?:[\p{Lu}\d][\p{Lu}\d.&'/-]*|&)){0,9})"
)
CAPITALS = regex.compile(  # (Oct. 19, 2016, 5:23 PM) · Who Reads the Fine Print? TIME (Jan. 14, 2016)
    rf"(?:,|(?<=[?!]|[,?!][\"”]))\s{SMALL_CAPITALS}"
    r"(?:,?\s\((?P<date>\p{Lu}\p{L}+\.?\s\d{1,2},\s\d{4}|(?:\p{Lu}\p{L}+\.?\s)?\d{4}(?=\),\shttps?:))(?:,\s\d{1,2}:\d\d\s[AP]M)?\)"
    r"|,\s(?P<date>\p{Lu}\p{Ll}+\.?\s\d{1,2},\s\d{4}))"
    r"(?:,\sat\s(?P<page>\p{Lu}{0,2}\d+(?:-\d+)?)|\s(?P<cited>\d{1,4})(?=,\s(?:available\sat|https?:)))?"  # (Dec. 30, 2009) 6, available at
)
# About the CCP, COMPAR. CONSTS. PROJECT, https://… · Informed Delivery, U.S. Postal Serv., https://…
ADDRESSED = regex.compile(
    rf",\s(?:(?=[^(,:]*\p{{Lu}}{{2}}){SMALL_CAPITALS}|(?P<container>\p{{Lu}}[^,()“”]{{1,60}}\s(?:Serv|Comm'n|Dep't|Ass'n|Inst|Ctr|Found"
    rf"|Org|Admin|Bd)\.))(?=(?:,|(?<=\p{{Lu}}\.))\shttps?://)"
)
BEHIND_ADDRESS = regex.compile(r"\s\((?P<date>\p{Lu}\p{L}+\.?\s\d{4})\)")  # https://… (June 2017)
# , ARXIV:1611.07450, at 1 (2016) · , arXiv:2303.08774 (Mar. 4, 2024)
PREPRINT = regex.compile(
    rf",\s(?P<container>(?i:{ARXIV}))[:\s]\s?(?:\[[^\]]+\]\s)?(?P<number>{ARXIV_NUMBER})(?:\s\[[\w.-]+\])?(?:,\sat\s(?P<cited>{PAGES}))?"
    r"\s\((?P<date>(?:\p{Lu}\p{L}+\.?\s(?:\d{1,2},\s)?)?\d{4})\)"
)
EDITED = r"(?:(?P<editors>\p{Lu}[^();]{3,100}?),?\seds?\.,\s)?(?:(?P<translators>\p{Lu}[^();]{3,60}?),?\strans?\.,\s)?"
EDITION = (  # (3d ed. 2000) · (pre-publication version, May 2025) · (draft 2023)
    r"(?:(?P<edition>(?:\d+(?:d|th|st|nd|rd)|rev\.|new|online)\sed\.|"
    r"(?:pre-?publication|prelim(?:inary|\.)|draft|advance|interim|public|review|final)\s(?:version|draft|copy|ed(?:ition|\.))"
    r"|(?:initial\s|public\s)?draft|working\spaper),?\s)?"
)
DICTIONARY = regex.compile(  # Riparian Right, Black's Law Dictionary (11th ed. 2019) · Black's Law Dictionary 1220 (9th ed. 2009)
    rf"(?:(?P<title>\p{{Lu}}[^,;()]{{2,60}}),\s)?(?P<container>\p{{Lu}}[^,;()]{{2,60}}?(?:Dictionary|Encyclop"
    rf"(?:a)?edia)[^,;()\d]{{0,40}}?)(?:\s(?P<page>\d{{1,5}}))?\s\({EDITED}{EDITION}{YEAR}\)"
)
DICTIONARIES = ("Dictionary", "Encyclop")
SECTION = r"(?:¶+|§+|ch\.|art\.|pt\.)\s?[\dIVX][\w.:-]*(?:\[\w+\]|\(\w+\))*(?:,\sat\s[\d-]+)?"
# 12-15 (1980) · § 6-2, at 1043 (3d ed. 2000) · 23 (A. Ed & B. Ed eds., 1977) · , at 233 (1992) · *14
PUBLISHER = rf"(?P<publisher>(?!(?:{MONTH})\s\d)\p{{Lu}}[\p{{L}}.&' -]{{2,50}}?),?\s"
BOOK = regex.compile(
    rf"(?:(?:\s{SECTION}(?=,\sp))?,?\s(?:at\s|pp?\.\s)?(?P<cited>{PAGES}|{SECTION}))?\s\({EDITED}(?:{PUBLISHER}(?=(?:\d+\p{{L}}+"
    rf"|rev\.)\sed\.))?{EDITION}(?:(?:(?P<publisher_place>\p{{Lu}}\p{{L}}+(?:\s\p{{Lu}}\p{{L}}+)?),\s)?{PUBLISHER})?{YEAR}\)"
    rf"(?!,\s(?:[Ss]|pp?)\.|,\s\d|:\s?\d|\s\d{{1,4}}(?:[-,.]|$)|\sArticle\s\d)|\s(?P<cited>\*\d+(?:-\d+)?)(?=[.;,]|$)"
)
# 47 (Ann Berg & Jo Lind eds., 2017): nobody stands before the title
EDITED_BOOK = regex.compile(rf"\s(?P<cited>{PAGES})\s\((?=[^();]{{4,100}}\seds?\.,){EDITED}{EDITION}{YEAR}\)")
# Updated Advisory on Ransomware Payments 4 (Sept. 21, 2021), https://…
OF_DAY = regex.compile(
    rf"(?:,?\s(?:at\s)?(?P<cited>{PAGES}|{SECTION}))?\s\({EDITION}(?P<date>\p{{Lu}}\p{{Ll}}+\.?\s(?:\d{{1,2}},\s)?\d{{4}})\)"
)
# (Apr. 3, 2019) (unpublished manuscript) (on file with author) · (2009) (unpublished Ph.D. dissertation, Yale University)
MANUSCRIPT = regex.compile(
    rf"(?:,?\s(?:at\s)?(?P<cited>{PAGES}))?\s\((?P<date>[^()]{{4,30}})\)\s\((?P<genre>(?:unpublished\s)[^(),]{{4,40}}|[^(),]{{2,20}}"
    rf"(?:dissertation|thesis))(?:,\s(?P<publisher>[^()]{{3,80}}))?\)(?:\s\(on\sfile\s[^()]{{4,60}}\))?"
)
# (Yale Law Sch., Working Paper No. 512, 2019)
PAPER = regex.compile(
    rf"(?:,?\s(?:at\s)?(?P<cited>{PAGES}))?\s\((?:(?P<publisher>[^();]{{3,80}}?),?\s)?"
    rf"(?P<genre>(?:\p{{Lu}}\p{{L}}+\.?\s){{0,5}}?(?:(?:Working|Research|Discussion|Occasional|Policy|Staff|White)\sPaper(?:\sSeries)?"
    r"|(?:Technical|Tech\.|Staff|Audit)\sRep(?:ort|\.)|Request\sfor\sComments)),?\s"
    rf"(?:[Nn]o\.\s)?(?P<number>[\w.-]*\d[\w-]*)(?:,\s(?:\p{{Lu}}\p{{L}}+\.?\s)?{YEAR})?\)"
)
# The Federalist No. 51, at 322 (James Madison) (Clinton Rossiter ed., 1961) · The Spectator No. 10 (Joseph Addison)
ESSAY = regex.compile(
    rf"(?P<container>The\s\p{{Lu}}[\p{{L}}-]+(?:\s\p{{Lu}}[\p{{L}}-]+)?)\sNos?\.\s(?P<number>\d{{1,3}})(?:,\sat\s(?P<cited>{PAGES}))?\s\("
    rf"(?P<author>(?:\p{{Lu}}\p{{L}}+\s?){{2,4}})\)(?:\s\({EDITED}{EDITION}{YEAR}\))?"
)
# A quick look for what none of these is without: a year in parentheses but for "(London: Macmillan, 2001)" and "(2010): 45", a day, a word.
IN_PARENTHESES = regex.compile(r"\((?:[^():;]*[\s.])?(?:1[5-9]|20)\d\d(?:-\d{2,4})?\)(?!:\s?\d)")
YEAR_BEHIND = regex.compile(r",\s(?:1[5-9]|20)\d\d(?:-\d{2,4})?(?=(?<=\d,.{5})|\s\p{Lu})")
SIGNS = ("forthcoming", "Paper", "*", ", http", "rXiv", "RXIV", "rxiv", ", at ", " ¶")


def may_end(piece: str) -> bool:
    """False where nothing in a piece of a note can be the end of such a citation."""
    return holds_any(piece, SIGNS) or IN_PARENTHESES.search(piece) is not None or YEAR_BEHIND.search(piece) is not None
