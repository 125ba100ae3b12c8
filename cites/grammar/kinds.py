"""What kind of thing a name is of, by the words in it: a publisher, a series, proceedings, a handbook, a journal, a station.

The words are those of data/languages, with the capital that they have in names: "Columbia University Press", "Atti del convegno".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import in_names, one_of

HOUSE_WORD = in_names("houses")
HOUSE = regex.compile(rf"\b{HOUSE_WORD}")
PAPERS = regex.compile(rf"\b(?=\p{{Lu}})(?i:{one_of('series_words.papers')})$")  # Asia Report · GovTech Brief · CRS In Focus
SERIES = regex.compile(rf"\b{one_of('series_words', 'series_words.papers')}", regex.IGNORECASE)
BOOK_SERIES = regex.compile(rf"\b{one_of('series_words.books')}$", regex.IGNORECASE)  # Library of New Testament Studies
NUMBERED_SERIES_WORD = one_of("series_words", "series_words.papers", "series_words.numbered")
NUMBERED_SERIES = regex.compile(rf"\b{NUMBERED_SERIES_WORD}$", regex.IGNORECASE)  # ECONtribute Policy Brief, before 028
PROCEEDINGS_WORD = in_names("proceedings")
MEETING_WORD = in_names("meetings")
HANDBOOK = regex.compile(rf"\b{in_names('handbooks')}")
JOURNAL_WORD = in_names("journal_words")
JOURNAL = regex.compile(rf"^(?:The\s)?(?:\p{{Lu}}\p{{L}}+\s){{0,3}}{JOURNAL_WORD}")  # Journal of Empirical Legal Studies
JOURNAL_OF = regex.compile(rf"^(?:The\s)?{JOURNAL_WORD}\s(?:of|for)\s\p{{Lu}}")
NUMBERED_JOURNAL_WORD = in_names("journal_words", "journal_words.subjects", "journal_words.short", "handbooks.yearly", "proceedings")
PORTFOLIO = regex.compile(rf"(?:.*\s)?{one_of('portfolios')}$", regex.IGNORECASE)  # of a body: Food and Rural Affairs
BLOG = regex.compile(r"\b[Bb]log$")  # IFPRI Blog
STATION_WORD = in_names("stations")
TV = r"(?:(?-i:TV)|(?<!\.)TV)"  # oe24.TV is a station, Eju.tv a site
STATION = regex.compile(  # BBC Radio 5 Live · TVN, not Tver or TVnoviny.sk · Radio Rurale
    rf"(?:{TV}|(?<!\.)\b{STATION_WORD})(?:\s\d+(?:\s\p{{L}}+)?)?$|\b{TV}\b|^(?:(?-i:TV(?!\p{{Ll}}))|{STATION_WORD}\s)"
    rf"|^{in_names('stations.numbered')}\s(?:\d{{1,2}}|one|two)$", regex.IGNORECASE  # Channel 5
)
