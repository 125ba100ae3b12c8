"""What a text calls a work: "PhD thesis", "thèse de doctorat d'histoire", "Working Paper No. 12", "press release"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import any_of, compile_words, leading, one_of
from cites.knowledge import load

WORDS = load()
DEGREES = (
    r"(?:ph\.?\s?d\.?|d\.?\s?phil\.?|m\.?\s?phil\.?|m\.?\s?litt\.?|b\.?\s?litt\.?|m\.?a\.?|m\.?sc\.?|b\.?a\.?|ll\.?m\.?"
    r"|ed\.?d\.?|th\.?d\.?|master's|doctoral|honou?rs)"
)
THESES = (  # thèse de doctorat d'histoire · thèse d'État · tesi di dottorato in storia · Diss. phil.
    r"(?:thèse|mémoire)\s(?:de\s(?:doctorat|master|maîtrise|3e\scycle|troisième\scycle)\s?)?(?:(?:d'|(?:de|en)\s)\p{L}+(?:\s(?:politique"
    r"|du\sdroit"
    r"|moderne|contemporaine|économique|sociale))?)?|tesi\sdi\s(?:laurea|dottorato)(?:\sin\s\p{L}+)?|tesis\s(?:doctoral|de\s\p{L}+)"
    r"|(?:phil|jur|med|theol)\.\sdiss\.|diss\.\s(?:phil|jur|med|theol)\."
)
DEGREE_FIRST = compile_words(rf"(?:unpublished\s)?{DEGREES}\s|{THESES}")
GENRES = compile_words(  # not the channels of "Telegram, August 10, 2023"
    rf"(?!(?-i:Telegram),\s[^;]{{3,20}}\b20[12]\d)(?P<genre>(?:unpublished\s)?(?:{DEGREES}\s(?:thesis|diss(?:ertation|\.))|phd(?=,)|{THESES}|{any_of(WORDS.genres)}))(?![\p{{L}}-])"
)
OTHER_WORDS = frozenset("unpublished mémoire tesi tesis phil jur med theol".split())
GENRE_WORDS = frozenset(leading(genre, 0) for genre in WORDS.genres) | OTHER_WORDS
DEGREE_WORDS = frozenset("ph phd d dphil m mphil mlitt ma msc b blitt ba ll llm ed edd th thd master doctoral honours honors".split())
# What stands in brackets behind the title of a report: NIH Publication No. 18-2424 · RR-1498-A. Source: APA Manual, 7th edition, 10.4.
OF_REPORT = (
    r"(?:Publication|(?P<genre>\p{Lu}[\p{L}.-]*(?:\s\p{Lu}[\p{L}.-]*){0,4}))\s[Nn]os?\.?\s(?P<number>\p{Lu}{0,4}[\w./-]*\d[\w./-]*)"
    r"|(?P<number>\p{Lu}{2,4}-\p{Lu}?\d{2,5}(?:-\d{1,4})?(?:-\p{Lu}{1,3})?)"
)
NUMBERED = compile_words(  # Working Paper No. 12 · CRS Report R41153 · press release IP/25/401; not "press release, July 11"
    r"(?:,?\s(?:series,?\s)?(?:no\.?|nos\.?|nr\.?|№|number|\#)\s?|\s)(?P<number>(?-i:\p{Lu}{0,5}[-/\s]?\p{Lu}{0,5})[\s/]?\d"
    r"(?:[\w./-]*\w)?|\(\d{4}\)\s?\d{2,4})"
)
RELEASES = any_of(WORDS["announced.releases"])
KINDS = rf"(?P<kind>(?:joint\s)?{any_of(WORDS['announced'] + WORDS['announced.releases'])})"  # of what bodies give out under their names
THESIS_AT = regex.compile(  # Dissertation Universität Köln 2003
    r"\s(?P<publisher>(?!Nr|No)\p{Lu}[^,;:()\d]{2,60}?)(?=,?\s(?:1[89]|20)\d\d)"
)
REPORT = compile_words(rf"(?<!\p{{L}}){one_of('report_words')}(?:\s(?:no\.\s?)?\d{{1,4}}(?:[-–/]\d\d)?)?$")


def match_genre(folded: str, at: int, end: int) -> regex.Match[str] | None:
    """Return what a text calls a work at `at`: "PhD thesis"."""
    word = leading(folded, at)
    return GENRES.match(folded, at, end) if word in GENRE_WORDS or word in DEGREE_WORDS else None


def is_thesis(genre: str) -> bool:
    """True for "PhD thesis", "unpublished M.Litt. dissertation", "thèse de doctorat"."""
    return WORDS.genres.get(genre.casefold()) == "thesis" or DEGREE_FIRST.match(genre) is not None


def is_report(title: str) -> bool:
    """True for what ends as a body's reports are called: "World Economic Outlook", "Situation Report No. 4", "World Drug Report 2022"."""
    return REPORT.search(title) is not None
