"""Citations by keys as pandoc has them: "[@hirano2015, p. 12; see also @daly2014]", "@daly2014 [p. 33]", "[-@daly2014]".

Source: Pandoc User's Guide, "Citation syntax".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from cites.model import Mark, Span

KEY = r"@(?:\{(?P<braced>[^{}\s]{1,200})\}|(?P<key>\w(?:\w|[:.#$%&+?<>~/-](?=\w)){0,200}))"
PAGES = r"\d[\w.:]*(?:\s?[-–,]\s?\d[\w.:]*)*"
TERM = r"(?:pp?|chap|ch|fol|vol|no|sec|para?|col|n|s\.?v|S|стр|с|§+)\.?\s*"  # of a locator
CITED = re.compile(
    rf"(?<![\w@./])-?{KEY}(?:,\s*(?:{TERM})?(?P<locator>{PAGES})|\s{TERM}(?P<led>{PAGES})|\s?\[(?:{TERM})?(?P<behind>{PAGES})\])?"
)


def find_keys(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield a mark for each key in a text; code and links have none: "https://example.org/@name" is an address."""
    closed = [mark.span for mark in marks if mark.kind in ("code", "link")]
    for match in CITED.finditer(text):
        if not any(span.start <= match.start() < span.end for span in closed):
            record = {"key": match["braced"] or match["key"], "locator": match["locator"] or match["led"] or match["behind"] or ""}
            yield Mark("csl", Span(*match.span()), json.dumps([record], ensure_ascii=False))
