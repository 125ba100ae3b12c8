"""The pieces of an archival record: "TNA, FO 371/75758, Stevenson to Bevin, 28 April 1949" has four."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.dates import read_date
from cites.grammar.separators import back
from cites.grammar.titles import CLOSERS, opens_quote, read_quoted

INITIAL = regex.compile(  # U.S. Policies · G. Robinson to E. Headlam Greenhow · Ms. fol. 1988
    r"\s\p{Lu}\.|\p{Ll}[tsr]\.\s\p{Lu}|(?<=\s\p{Ll}?)\p{Ll}{2}\.\s\d|\sv\.\s\d|no\.\s\d|\.\p{Lu}\."
)
ROMAN = regex.compile(r"[IVXLC]+|\p{Lu}")
SENTENCE = regex.compile(  # C1700/4/18. Phipps's own copy is not in his papers
    r"\.\s\p{Lu}[\p{L}'-]*(?:\s[\p{L}'-]+){0,6}?\s(?:is|are|was|were|has|have|had|does|do|did)\s"
)
DAY_POINT = regex.compile(  # vom 3. Mai 1962 · 21. 7. 1922
    r"[\s\d]\d\.\s(?:\p{Lu}\p{L}+\.?\s|\d{1,2}\.\s?)(?:1[5-9]|20)\d\d|[\s\d]\d\.\s(?:1[5-9]|20)\d\d"
)


def cut_pieces(folded: str, at: int, stop: int, *, sequel: int) -> list[tuple[int, int]]:
    """Cut at commas, and at the periods of "Ф. 17. Оп. 162", outside of quotation marks and parentheses."""
    edges: list[tuple[int, int]] = []
    start = index = at
    depth = 0
    while index < stop:
        char = folded[index]
        if char in CLOSERS and opens_quote(folded, index) and (quoted := read_quoted(folded, index, stop)):
            index = quoted.stop
            if folded[quoted.stop - 2] in ",." and not folded[start : quoted.start - 1].strip():
                edges.append((start, quoted.stop))
                start = index = quoted.stop + 1
            continue
        depth += (char == "(") - (char == ")")
        if depth == 0 and char in ",." and (index + 1 >= stop or folded[index + 1] == " "):
            if char == "." and (_is_day(folded, start, index) or DAY_POINT.match(folded, index - 2) or INITIAL.match(folded, index - 2)):
                pass  # "4 Feb. 1955"
            elif char == "." and SENTENCE.match(folded, index, stop):
                edges.append((start, index))
                return edges
            elif char == "." and not (folded[index - 1].isdigit() or (index < sequel and folded[start:index].isupper())):
                said = folded[start:index]  # "Kew, TNA." ends a record, "St." in "St. Antony's" does not
                if not said.isalpha() or len(said) > 4 or (said.isupper() and not ROMAN.fullmatch(said)):
                    edges.append((start, index))
                    return edges
            elif char == "," and _is_day(folded, start, index):
                pass  # "March 3, 1949"
            else:
                edges.append((start, index))
                start = index + 2
        index += 1
    if start < stop:
        stop = back(folded, start, stop, " .")
        edges.append((start, stop))
    return edges


def _is_day(folded: str, start: int, comma: int) -> bool:
    date = read_date(folded, start)
    return date is not None and date.has_year and date.end > comma


__all__ = ["cut_pieces"]
