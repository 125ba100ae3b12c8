"""What ends a citation of an American law review, by which it is known: ", 68 Mich. L. Rev. 471, 490 (1970)", " 12-15 (1980)".

Their patterns stand in data/legal/bluebook.toml. Source: The Bluebook, rules 15 to 17.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import holds_any
from cites.grammar.patterns import read_part, read_patterns
from cites.grammar.preprints import ARXIV, ARXIV_NUMBER

ARTICLE, FORTHCOMING, LOOSE_LEAF, BY_YEAR, CAPITALS = read_patterns("legal/bluebook", "ARTICLE FORTHCOMING LOOSE_LEAF BY_YEAR CAPITALS")
ADDRESSED, NEWS, OF_SEASON, BEHIND_ADDRESS = read_patterns("legal/bluebook", "ADDRESSED NEWS OF_SEASON BEHIND_ADDRESS")
MANUSCRIPT, PAPER, BOOK, EDITED_BOOK, OF_DAY = read_patterns("legal/bluebook", "MANUSCRIPT PAPER BOOK EDITED_BOOK OF_DAY")
ESSAY, DICTIONARY = read_patterns("legal/bluebook", "ESSAY DICTIONARY")
# , ARXIV:1611.07450, at 1 (2016) · , arXiv:2303.08774 (Mar. 4, 2024)
PREPRINT = regex.compile(
    rf",\s(?P<container>(?i:{ARXIV}))[:\s]\s?(?:\[[^\]]+\]\s)?(?P<number>{ARXIV_NUMBER})(?:\s\[[\w.-]+\])?(?:,\sat"
    rf"\s(?P<cited>{read_part('legal/bluebook', 'PAGES')}))?"
    r"\s\((?P<date>(?:\p{Lu}\p{L}+\.?\s(?:\d{1,2},\s)?)?\d{4})\)"
)
DICTIONARIES = ("Dictionary", "Encyclop")
IN_PARENTHESES, YEAR_BEHIND = read_patterns("legal/bluebook", "IN_PARENTHESES YEAR_BEHIND")
SIGNS = ("forthcoming", "Paper", "*", ", http", "rXiv", "RXIV", "rxiv", ", at ", " ¶")


def may_end(piece: str) -> bool:
    """False where nothing in a piece of a note can be the end of such a citation."""
    return holds_any(piece, SIGNS) or IN_PARENTHESES.search(piece) is not None or YEAR_BEHIND.search(piece) is not None
