"""Lines of running text that are entries of no list: "(1) Andrew Jacobs, Upstart Leader Is Ousted. New York Times, Mar 16, 2012.",
"(Xinhua) Separatist Stories Challenged. September 2, 2009."

A page of links to the press has them under any heading. One line that ends with a paper and its day may be a sentence;
two are such entries.
"""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.across.narrated import PRESS
from cites.forms.bibliography import read_listed
from cites.forms.form import Context, Draft, Item
from cites.grammar.dates import find_date
from cites.knowledge import Outlets
from cites.marks import Layer
from cites.model import Citation, Mark, Span, Zone

DAY = 10  # code points of "2019-03-28"
LEAST = 2  # lines that show that such lines are entries
LINE = regex.compile(
    r"(?:(?<=\A|\n[ \t]*\r?\n|(?:19|20)\d\d[.)]{0,2}\r?\n)|(?<=\n)(?=[ \t]*(?:[(\[]?\d{1,2}[.)\]]|[-*•–])\s))"
    r"[ \t]*(?:[(\[]?\d{1,2}[.)\]]\s+|[-*•–]\s+)?(?P<entry>[\p{Lu}“\"„«(][^\n]{18,260}?(?:19|20)\d\d)\.?[ \t]*\r?(?=\n|\Z)"
)
HEADED = regex.compile(  # (AP via The Australian) Uighurs ignore mosque ban. July 11, 2009
    r"\((?:\p{Lu}[\p{L}. -]{1,30}\svia\s)?(?P<container_title>\p{Lu}[^()\d]{1,50})\)\s+"
    r"(?P<title>\p{Lu}[^\n]{8,200}?)[.?!]?\s+(?=\p{Lu}\p{L}+\.?\s\d|\d)"
)
CONFIDENCE = 0.8


def find_lines(text: str, zones: tuple[Zone, ...], taken: list[Citation]) -> Iterator[Span]:
    """Yield the lines outside notes and lists that end with a year, and begin a paragraph or an item; none with a citation in it."""
    spans = [*(zone.span for zone in zones if zone.kind in ("note", "list")), *(citation.span for citation in taken)]
    closed = Layer(Mark("closed", span) for span in spans)
    for match in LINE.finditer(text):
        span = Span(*match.span("entry"))
        if not closed.touching(span):
            yield span


def read_line(context: Context) -> list[Draft]:
    """Return the work of a line where all of it is read, and a known paper had it on a day."""
    end = len(context.folded)
    drafts = _read_headed(context) or read_listed(context)
    if len(drafts) != 1 or drafts[0].start or drafts[0].end < end - 1 or not drafts[0].get("title"):
        return []
    return drafts if len(drafts[0].get("issued")) == DAY and _is_paper(drafts[0], context.outlets) else []


def _read_headed(context: Context) -> list[Draft]:
    """Return the work of a line that begins with its paper, "(Xinhua)", and ends with its day."""
    end = len(context.folded)
    headed = HEADED.match(context.folded)
    date = find_date(context.folded, headed.end(), end) if headed else None
    if headed is None or date is None or date.start != headed.end() or date.end != end:
        return []
    fields = [Item.cut(field, context.text, headed.span(field)) for field in ("title", "container_title")]
    return [Draft("full", "titled", 0, end, [*fields, Item("issued", date.value, date.start, date.end)], confidence=CONFIDENCE)]


def _is_paper(draft: Draft, outlets: Outlets) -> bool:
    outlet = outlets.find(draft.get("container_title"))
    return outlet is not None and outlet.kind in PRESS
