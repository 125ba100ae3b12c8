"""Where in a work: pages, sections, volumes and issues, as they are printed after its name."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import first_words, leading
from cites.grammar.locator_shapes import (
    BARE_PAGES,
    BARE_VOLUME,
    CJK_ISSUE,
    CJK_PAGES,
    COUNCIL_NUMBER,
    DIVISIONS,
    ENTRY,
    EPISODE,
    ISSUE,
    JOINED,
    LAW_REVIEW,
    NAMED_SECTION,
    NUMBER_FIRST,
    OFFICIAL_SERIES,
    PAGES,
    PAIRS,
    PINPOINT,
    SECTIONS,
    STATE_NUMBER,
    TIME_CODE,
    VOLUME,
    YEAR_FIRST,
)
from cites.grammar.printed import Found, Printed

STATE_WORDS = frozenset("drucksache drs cmnd cmd cd cm cp c hc hl com join swd sec doc document".split())
Fields = tuple[str, ...]
# The words that may begin it (None: a letter with its point, "C.705.M.451.1922.II"), the pattern, its fields.
LED: tuple[tuple[frozenset[str] | None, regex.Pattern[str], Fields], ...] = (
    (first_words("volumes.pairs"), PAIRS, ("volume", "issue")),
    (None, STATE_NUMBER, ("number", "issued")),
    (first_words("pages"), PAGES, ("page", "cited", "aside")),
    (first_words("volumes"), VOLUME, ("volume",)),
    (first_words("issues"), ISSUE, ("issue",)),
    (first_words("episodes", "episodes.seasons"), EPISODE, ("number",)),
    (first_words("sections", "sections.leads"), SECTIONS, ("section",)),
    (first_words("chapters"), NAMED_SECTION, ("section",)),
    (first_words("entries"), ENTRY, ("cited",)),
    (frozenset("第"), CJK_ISSUE, ("issue",)),
    (frozenset("第"), CJK_PAGES, ("page",)),
)
FIRST_WORDS = frozenset().union(STATE_WORDS, *(words for words, _, _ in LED if words))
Tried = tuple[tuple[regex.Pattern[str], Fields], ...]
BY_WORD: dict[str, Tried] = {
    first: tuple((pattern, fields) for words, pattern, fields in LED if first in (words or STATE_WORDS) or (not words and len(first) == 1))
    for first in FIRST_WORDS
}
BY_SIGN: dict[str, Tried] = {
    "": (  # a digit
        (TIME_CODE, ("cited",)),
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
            return [_with_years(item) for item in Printed.each(text, match, *names)], match.end()
    if bare and (not word or char in ROMAN) and (match := BARE_VOLUME.match(folded, at, end)):
        return Printed.each(text, match, "volume"), match.end()
    if bare and _may_be_page(folded, at, word):
        if match := BARE_PAGES.match(folded, at, end):
            return Printed.each(text, match, "page"), match.end()
        if match := DIVISIONS.match(folded, at, end):
            return Printed.each(text, match, "section"), match.end()
    return None


def _with_years(item: Printed) -> Printed:
    """Return a field, two years in full: "1986/1987" of "(1986-87) 100 Harv L Rev 761"."""
    first, last = item.value[:4], item.value[-2:]
    return item._replace(value=f"{first}/{first[:2]}{last}") if item.field == "issued" and len(item.value) > len("1986") else item


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
