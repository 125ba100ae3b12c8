"""The series that a book stands in, where brackets name it: "(= Beiträge zur Marinegeschichte, 35)", "[= Edition Flusser, Bd. 4]"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import in_names, one_of

NAMED = (  # = Beiträge zur Marinegeschichte, 35 · = Zeitgeschichte im Gespräch, Bd. 18
    r"=\s?(?P<collection_title>\p{Lu}[^;()]{3,100}?)(?:[,;]?\s(?:Bd\.|Band|Nr\.|H\.|Heft|vol\.|no\.)?\s?(?P<collection_number>\d{1,4}))?"
)
SERIES_ALONE = regex.compile(NAMED)
SERIES_BEHIND_YEAR = regex.compile(rf"\s\[{NAMED}(?:,\s[^\[\]]{{3,80}})?\]$")
SERIES_FIELDS = ("collection_title", "collection_number")
SERIES_IN_BRACKETS = regex.compile(
    regex.shapes(
        (
            "⟨(Gabinetto Disegni e Stampe degli Uffizi LIX)⟩ (Firenze: Olschki, 1983)",
            r"\((?![^()\s]*\d)(?P<collection_title>\p{Lu}[^();:“”\"]{5,80}?)(?:,?\s(?:(?:vol|Bd|no?|t)\.)?\s?(?P<collection_number>\d{1,4}|[IVXLC]+))?\)"
            r"(?=\s\(\p{Lu}[^():]{1,40}:\s)",
        ),
        (
            "⟨(= Umwelt und Nachbarschaft, Bd. 16)⟩, Göttingen: Vandenhoeck & Ruprecht 2017",
            rf"\((?:{NAMED}|(?P<collection_title>\p{{Lu}}\p{{L}}+\s[^();:“”\"\d]{{3,80}}?),?\s(?:(?:Bd|Nr|H|vol|no|t)\.\s)?"
            r"(?P<collection_number>(?!1[5-9]\d\d|20\d\d)\d{1,4}))\)"
            r"(?=,\s\p{Lu}[\p{L}./ -]{2,40}(?::\s[^,;()]{2,60})?,?\s(?:1[5-9]|20)\d\d)",
        ),
    )
)
IMPRINT_NEXT = r"(?=\s\(\p{Lu}[^();:]{2,40}:\s[^();]{2,80},\s(?:1[5-9]|20)\d\d(?:[;,-]\s?[^()]{1,40})?\))"
# Sprache und Gedächtnis, 11 (Stuttgart: Klett-Cotta, 1986) · Navigation and Commerce, 15th-18th Century, 2 (
BEFORE_IMPRINT = regex.shapes(
    (
        "Studies in Naval Warfare, 12",
        r"(?P<collection_title>\p{Lu}[^,;:()“”]{4,70}(?::\s[^,;:()“”]{3,50}|,\s\d[^,;:()“”]{3,40})?)"
        r",\s(?P<collection_number>(?!1[5-9]\d\d|20\d\d)\d{1,4})",
    ),
    (
        "Anchor Bible 28A",  # not "Thomas Gresham, vol. 2", "Crete, World War 2", "Working Paper 2"
        r"(?P<collection_title>\p{Lu}\p{L}+\s(?:[\p{L}'-]+\s){0,8}"
        rf"(?!(?i:{one_of('volumes', 'series_words.papers')}|part|book|war)\s)\p{{Lu}}\p{{Ll}}+)"
        r"\s(?:[Vv]ol\.\s)?(?P<collection_number>\d{1,3}(?:[A-Z]|[-/]\d{1,3}[A-Z]?)?)",
    ),
    (
        "WBC 52A",
        r"(?P<collection_title>\p{Lu}{3,8}(?:[Ss]upp?l?)?)\s(?P<collection_number>\d{1,3}(?:[A-Z]|[-/]\d+[A-Z]?)|(?<=pp?l?\s)\d+)",
    ),
    (
        "Oxford Historical Monographs",
        rf"(?P<collection_title>(?!An\s)(?:\p{{Lu}}[\p{{L}}'-]+\s){{1,3}}(?:[\p{{L}}'-]+\s){{0,4}}?{in_names('series_words.alone')})",
    ),
    (
        "Cambridge Studies in Economic History",
        rf"(?P<collection_title>(?:\p{{Lu}}\p{{L}}+\.?\s){{0,3}}{in_names('series_words.of')}\s(?:the\s)?\p{{Lu}}[^,;:()“”]{{3,60}})",
    ),
)
BRIEF = (  # CSIS Brief (Washington, DC: …
    r"(?P<collection_title>\p{Lu}[\p{Lu}&-]{1,9}\s(?:(?:Policy|Issue)\s)?(?:Brief|Briefing|Report|Paper|Commentary|Memo))"
    r"(?=\s\(\p{Lu}[^():]{2,40}:\s)"
)
SERIES_BEFORE_IMPRINT = regex.compile(rf"(?:{BEFORE_IMPRINT}){IMPRINT_NEXT}|{BRIEF}")
