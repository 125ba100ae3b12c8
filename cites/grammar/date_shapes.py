"""How dates are printed, with day, month and year in whatever order: the groups of the patterns say what each part is.

`number`, `roman` and `month` are a month in digits, in Roman numerals and in letters, `short` is a year of two digits, `winter` the second
year of a season; `day2`, `month2` and `year2` end a row of days, months or years; `slash` and `slash2` are day and month in either order.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import AND
from cites.knowledge import load

PARTS = {
    "REIGN": rf"(?P<era>{'|'.join(load().eras)})(?P<of>\d\d?|元)",
    "DAY": r"(?: 3[01] | [12]\d | 0?[1-9] ) (?!\d)",
    "MONTH": r"(?: 0?[1-9] | 1[0-2] )",
    "YEAR": r"(?: 1[5-9] | 20 ) \d\d (?!\d)",  # 1500–2099
    "WORD": r"(?: [\p{L}\p{M}]{3,12} | \p{Lo}\p{M} )",  # looked up in the months and seasons after the match
    "AND": AND,
}


def _first_of(*shapes: str) -> regex.Pattern[str]:
    """Compile shapes of which the first that fits is taken; they share the names of their groups."""
    pattern = " | ".join(shapes)
    for name, part in PARTS.items():
        pattern = pattern.replace(name, part)
    return regex.compile(pattern, regex.VERBOSE)


BY_WORD = _first_of(
    r"(?P<month>WORD)(?:\.?\ (?:the\ )?|\.|,\ (?=DAY(?:,?\ YEAR|\ ?(?:$|[;)\]]))))"  # January 26 · Jan. 3rd · January, 26
    r"(?P<day>DAY)(?:st|nd|rd|th)? (?:\ \(DAY\)(?=,?\ YEAR))?"  # November 17 (29), 1888, by two calendars
    r"(?: (?:\ ?(?:--?|/)\ ?|\ to\ )(?P<day2>DAY)(?:st|nd|rd|th)? (?!\ ?[-/.]\d) (?!\ \p{Ll}{3})"  # December 15-16 · March 4th-10th
    r"| \ ?--?\ ?(?P<month2>WORD)\.?\ (?P<day2>DAY) )?"  # December 30-January 2
    # …, 2012 · …. 2012 · … (2012)
    r"(?: \ ?,?\ (?P<year>YEAR) | \.\ (?P<year>YEAR)(?=\ ?(?:$|[;)\]])) | \ \((?P<year>YEAR)\)(?=[.,:;]|$) )?",
    r"(?P<month>WORD)(?P<point>/)(?P<year>YEAR)",  # nov/2025
    r"(?P<month>WORD)(?P<point>\.)? (?: (?:\ ?(?:--?|/)\ ?|\ AND\ )(?P<month2>WORD)\.? )?"  # Spring/Summer 1993
    r"(?: ,?\ (?:of\ |de\ )?(?P<year>YEAR) (?P<winter>[/-]\d{2,4}(?!\d))? | (?<=\d,\ \p{L}{3,9})\ \((?P<year>YEAR)\)(?=[.,:;]|$) )",
)
YEAR_FIRST = _first_of(  # read before the other shapes, and only where the word is a month: "1990. 2 vols." has a year alone
    r"(?P<year>YEAR)\.\ (?:gada\ )?(?P<day>DAY)\.?\ (?P<month>WORD)",  # 1924. 4 июня · 2017. gada 13. oktobris
    r"(?P<year>YEAR)(?:\.|\ m\.)\ (?=\p{Ll})(?P<month>WORD)\ (?P<day>DAY)(?:\.|\ d\.)?",  # 2017. október 13. · 2017 m. spalio 13 d.
    # 2019, May 3 · 2019 May 3-5, but not the year before another date: 2018, March 3, 2019
    r"(?P<year>YEAR)[a-h]?,?\ (?P<month>WORD)\.?\ (?P<day>DAY)(?:\ ?-\ ?(?P<day2>DAY))?(?=\ ?(?:$|[,.:;)\]]))(?!,?\ ?YEAR)",
)
BY_NUMBER = _first_of(
    r"(?P<year>YEAR)(?P<mark>[-./])(?P<number>MONTH)(?P=mark)(?P<day>DAY)",  # 2012-01-26
    r"(?P<day>DAY)\.\ ?(?P<number>MONTH)\.\ ?(?P<year>YEAR)(?:\ (?:г|р|r)\.(?!\ ?\p{Lu}\.))?",  # 26.01.2012 · 26.01.2012 г.
    # 22-29.07.2020 · 8./9.3.
    r"(?P<day>DAY)\.?\ ?[-/]\ ?(?P<day2>DAY)\.\ ?(?P<number>MONTH)\.(?: \ ?(?P<year>YEAR) | (?=\ ?(?:$|[,;()\[\]])) )",
    r"(?P<day>DAY)(?P<mark>[.:])(?P<number>MONTH)(?P=mark)(?P<short>\d\d)(?![\d.:])",  # 12.3.04 · 12:3:04
    r"(?P<day>DAY)-(?P<number>MONTH)-(?P<year>YEAR)",  # 26-01-2012
    r"(?P<number>MONTH)(?P<mark>[.-])(?P<day>1[3-9]|2\d|3[01])(?P=mark)"  # 10.13.2017: no other order is a date
    r"(?: (?P<year>YEAR) | (?<=\.)(?P<short>\d\d)(?![\d.:]) )",
    r"(?P<day>DAY)\.\ ?(?P<number>MONTH)\.(?=\ ?(?:$|[,;()\[\]]))",  # 28.1.
    r"(?P<day>DAY)(?P<mark>[./-])\ ?(?P<roman>(?i:[ivx]{1,4}))(?P=mark)\ ?(?P<year>YEAR)",  # 3.ii.1912 · 5/V/1989 · 14-IV-1931
    r"(?P<day>DAY)\ (?P<roman>[IVX]{1,4})\ (?P<year>YEAR)(?:\ r\.)?",  # 12 V 1935 r.
    r"(?P<slash>\d?\d)/(?P<slash2>\d?\d)/(?:(?P<year>YEAR)|(?P<short>\d\d)(?![\d/]))",  # 1/26/2012 · 26/1/2012 · 1/26/12
    r"(?: (?:(?P<year>YEAR)|REIGN)[年년]\ ? )? (?P<number>MONTH)[月월]\ ? (?: (?P<day>DAY)[日일] )?",  # 2012年1月26日 · 昭和29年10月2日
    r"REIGN年",  # 令和元年
    r"(?P<year>YEAR)\.\ (?P<number>MONTH)\.\ (?P<day>DAY)\.",  # 2018. 10. 30.
    # 4/février/2017 · 9.fev.2025 · 8/ago
    r"(?P<day>DAY)(?P<short_word>[/.])(?P<month>WORD)(?:(?P=short_word)(?P<year>YEAR)|(?<=/\p{L}+)(?=\ ?(?:$|[,;)\]])))",
    r"(?P<day>DAY)(?:st|nd|rd|th|er|º|°)?(?P<point>\.)?"  # 26 January · 26. Januar
    r"(?: (?:\ ?(?:--?|/)\ ?|\ (?:to|au|al?|bis|по)\ )(?P<day2>DAY)\.? | \ \(DAY\)(?=\ WORD\ YEAR) )?"  # 4 to 10 August
    r"[\ -](?:de\ |of\ |d')?(?P<month>WORD)(?:(?P<short_word>\.)(?=\ ?(?:$|[,;)\]]))|\.)?"  # 30 out.
    r"(?: \ ?-\ ?(?P<day2>DAY)\.?\ (?:de\ )?(?P<month2>WORD)\.? )?"  # 30 December-2 January
    r"(?: ,?[\ -](?:de\ )?(?P<year>YEAR) (?:\ ?(?:г\.|года|р\.|року|r\.|roku|g\.|goda))?"
    r" | \ (?P<short>\d\d)(?=$|[,;)\]]|\ via\ |\ pp?\.?\ ?\d) )?",  # 5 Jan 09 p 2
    r"(?<![\d.]) (?P<number>MONTH)\.(?P<year>YEAR)[a-h]?(?=\ ?(?:$|[,;)\]]))",  # 6.2019a
    r"(?:1[34]\d\d/(?=YEAR))? (?P<year>YEAR)[a-h]? (?: \ ?(?:--?|/)\ ?(?P<year2>YEAR|\d\d?(?!\d)) )? (?:年|\ г\.)?",  # 2012a · 1377/1998
)
ROMAN = {numeral: number for number, numeral in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
