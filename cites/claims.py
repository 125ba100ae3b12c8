"""The sentence that a citation supports: what stands before its parenthesis, or before the mark that calls its note."""

from __future__ import annotations

from functools import lru_cache

from cites import lazy_regex as regex
from cites.grammar.lexicon import any_of, compile_words, one_of
from cites.grammar.separators import back
from cites.knowledge import load_abbreviations, load_courts
from cites.model import Span

WINDOWS = (160, 500, 1500)  # code points looked back: the usual sentence, most sentences, the longest
MARGIN = 20  # code points at the beginning of a window: what ends a sentence there may have begun before it
BOUNDARY = regex.compile(
    r"(?:[.!?…](?:[”’\"')\]»]|\[?\^?[\w⁰¹²³⁴-⁹-]{1,12}\](?=[\s\[])|[\d⁰¹²³⁴-⁹]{1,3}(?=\s))*\s+|[。！？]\s*"
    r"|\n\s*(?:[•▪◦‣·*–-]\s+)?)(?=[\p{Lu}\p{Lo}\d“\"‘'«„(\[])|\n\s*\n\s*"
)
LABEL = compile_words(  # The mills closed. Source: Mongabay, May 3
    rf"(?<!\p{{L}})(?:{one_of('source_labels')})[*_]{{0,2}}\s?[:|][*_]{{0,2}}\s*$"
)
MAX_LABEL = 30  # code points: "Secondary sources:"
CALL = r"\s*\[(?:\^[\w-]{1,12}|\d{1,4})\]"
CALLED_BEFORE = regex.compile(  # "[2-" of "[2-4]", whose last number calls a note; "[1]" before "[2]"
    rf"(?:{CALL},?)*\s*\[(?:\d{{1,4}}\s?[,;–-]\s?)+$|(?:{CALL},?)+$"
)
LAWYERS = any_of(word for word in (*load_abbreviations("bodies"), *load_courts().states) if len(word) > len("Co."))  # Broad. · Cal.
LONGEST = 14  # code points of an abbreviation
NO_END = regex.compile(
    rf"(?:^|[\s(“\"])(?:{LAWYERS}$|(?:\p{{Lu}}|[Nn]o|[Vv]ol|pp?|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Sgt|Adm|Sen|Rep|Gov|St|Jr|Sr|vs?|cf|e\.g|i\.e"
    r"|etc|chaps?|figs?|[Nn]os|[Vv]ols|eds|U\.S|U\.K|U\.N|D\.C|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co"
    r"|Corp|approx|ca|al|Civ|Crim|Supp|Cir|Const|Stat)\.$)"
)


@lru_cache(maxsize=1)  # all citations of a parenthesis or of a note support one sentence
def find_claim(text: str, at: int) -> Span | None:
    """Return the sentence that ends at `at`, or the part of it before `at`; None where nothing stands there.

    In "Moscow objected. Tokyo agreed (Kyodo, May 5)." it is "Tokyo agreed"; a parenthesis after the full stop, and "Source: Kyodo",
    belong to the sentence before them.
    """
    end = back(text, 0, at, LEADS)
    if text[end - 1 : end] in (":", "*", "_") and (label := LABEL.search(text, max(0, end - MAX_LABEL), end)):
        end = back(text, 0, label.start(), LEADS)
    if within := CALLED_BEFORE.search(text, max(0, end - MARGIN), end):
        end = within.start()
    start = floor = 0
    for window in WINDOWS:
        floor = max(0, end - window)
        start = _last_boundary(text, floor, end)
        if start > floor + MARGIN:
            break
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    return Span(start, end) if end - start > 2 else None
LEADS = " \t\r\n([（\u00a0"  # the spaces and brackets that lead to a place


def find_sentence(text: str, start: int, end: int) -> Span:
    """Return the sentence around `start:end`: of "Moscow objected. As Smith (2019) says, Tokyo agreed. …" the second."""
    begin = _last_boundary(text, max(0, start - WINDOWS[-1]), start + 1)
    limit = min(len(text), end + WINDOWS[-1])
    for match in BOUNDARY.finditer(text, end, limit):
        stop = match.start() + 1
        if text[match.start()] != "." or not NO_END.search(text, max(end, stop - LONGEST), stop):
            return Span(begin, stop if text[match.start()] not in "\n" else match.start())
    while limit > end and text[limit - 1].isspace():
        limit -= 1
    return Span(begin, limit)


def _last_boundary(text: str, floor: int, end: int) -> int:
    for match in reversed(list(BOUNDARY.finditer(text, floor, end))):
        stop = match.start() + 1
        if match.end() < end and not (text[match.start()] == "." and NO_END.search(text, max(floor, stop - LONGEST), stop)):
            return match.end()
    return floor
