"""Lines of running text that are entries of no list: "(1) Andrew Jacobs, Upstart Leader Is Ousted. New York Times, Mar 16, 2012."

A page of links to the press has them under any heading. One line that ends with a paper and its day may be a sentence;
two are such entries.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.across.whole import Whole, lines
from cites.edtf import is_day
from cites.forms.contexts import to_citation, to_context
from cites.forms.entry.bibliography import read_listed
from cites.forms.form import Context, Draft, Known
from cites.knowledge import PRESS
from cites.model import Citation, Span, Zone

LEAST = 2  # lines that show that such lines are entries
LINE = regex.compile(
    r"(?:(?<=\A|\n[ \t]*\r?\n|(?:19|20)\d\d[.)]{0,2}\r?\n)|(?<=\n)(?=[ \t]*(?:[(\[]?\d{1,2}[.)\]]|[-*•–])\s))"
    r"[ \t]*(?:[(\[]?\d{1,2}[.)\]]\s+|[-*•–]\s+)?(?P<entry>[\p{Lu}“\"„«(][^\n]{18,260}?(?:19|20)\d\d)\.?[ \t]*\r?(?=\n|\Z)"
)
SHORTEST, LONGEST = 18, 300  # code points
CENTURIES = frozenset({"19", "20"})


def read_press_lines(whole: Whole) -> list[Citation]:
    """Read the lines that are entries of no list, where several are."""
    text = whole.text
    near = [line for line in lines(text) if SHORTEST < line.end - line.start < LONGEST]
    dated = [line.start for line in near if text[slice(*line)].rstrip(" \t\r.")[-4:-2] in CENTURIES]
    spans = [Span(*entry.span("entry")) for at in dated if (entry := LINE.match(text, at))]
    found = []
    for span in filter(whole.is_running, spans if len(spans) >= LEAST else []):
        zone = Zone("list", span)
        context = to_context(whole.marked, zone, whole.outlets, Known())
        found += [to_citation(draft, context.view, zone, whole.marked) for draft in _read_line(context)]
    return found if len(found) >= LEAST else []


def _read_line(context: Context) -> list[Draft]:
    """Return the work of a line where all of it is read, and a known paper had it on a day."""
    drafts = read_listed(context)
    if len(drafts) != 1 or drafts[0].start or drafts[0].end < len(context.folded) - 1 or not drafts[0].get("title"):
        return []
    outlet = context.outlets.find(drafts[0].get("container_title"))
    return drafts if is_day(drafts[0].get("issued")) and outlet is not None and outlet.kind in PRESS else []
