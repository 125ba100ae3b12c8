"""Lines of running text that are entries of no list: "(1) Andrew Jacobs, Upstart Leader Is Ousted. New York Times, Mar 16, 2012.",
"(Xinhua) Separatist Stories Challenged. September 2, 2009."

A page of links to the press has them under any heading. One line that ends with a paper and its day may be a sentence;
two are such entries.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.across.whole import Whole, lines
from cites.edtf import is_day
from cites.forms.contexts import to_citation, to_context
from cites.forms.entry.bibliography import read_listed
from cites.forms.form import Context, Draft, Item, Known
from cites.grammar.dates import find_date, read_date
from cites.grammar.lexicon import one_of
from cites.grammar.names import read_people
from cites.knowledge import PRESS, Outlets
from cites.model import Citation, Span, Zone

LEAST = 2  # lines that show that such lines are entries
LINE = regex.compile(
    r"(?:(?<=\A|\n[ \t]*\r?\n|(?:19|20)\d\d[.)]{0,2}\r?\n)|(?<=\n)(?=[ \t]*(?:[(\[]?\d{1,2}[.)\]]|[-*•–])\s))"
    r"[ \t]*(?:[(\[]?\d{1,2}[.)\]]\s+|[-*•–]\s+)?(?P<entry>[\p{Lu}“\"„«(][^\n]{18,260}?(?:19|20)\d\d)\.?[ \t]*\r?(?=\n|\Z)"
)
HEADED = regex.compile(  # (AP via The Australian) Uighurs ignore mosque ban. July 11, 2009
    r"\((?:\p{Lu}[\p{L}. -]{1,30}\svia\s)?(?P<container_title>\p{Lu}[^()\d]{1,50})\)\s+"
    r"(?P<title>\p{Lu}[^\n]{8,200}?)[.?!]?\s+(?=\p{Lu}\p{L}+\.?\s\d|\d)"
)
DATED = regex.compile(  # Sächsische Zeitung, 26.11.2016: „Sachsen misstraut“ · Der Spiegel, 47/2011, Seite 22, 20.11.2011 Das Netz
    r"(?P<container_title>[^,]+),\s(?:(?P<issue>\d{1,3})/(?:19|20)\d\d,\s)?"
    rf"(?:(?i:{one_of('pages')})\s(?P<page>\d+(?:-\d+)?),\s)?"
)
TITLE = regex.compile(
    r":?\s(?:(?P<author>\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+){1,2}):\s)?"
    r"(?P<opening>[“„\"«])?(?P<title>[\p{Lu}\d].{8,160}?)(?(opening)[”“\"»])(?<!\.)$"
)
LEADING = " \t-*•–"  # before an item
SHORTEST_LINE, LONGEST_LINE = 18, 300  # code points
LONGEST = 250  # code points of a line with a paper, its day and a title
CENTURIES = frozenset({"19", "20"})
CONFIDENCE = 0.8


def read_press_lines(whole: Whole) -> list[Citation]:
    """Read the lines that are entries of no list, where several are."""
    found = []
    for span in filter(whole.is_running, _find_lines(whole.text, whole.outlets)):
        zone = Zone("list", span)
        context = to_context(whole.marked, zone, whole.outlets, Known())
        found += [to_citation(draft, context.view, zone, whole.marked) for draft in _read_line(context)]
    return found if len(found) >= LEAST else []


def _find_lines(text: str, outlets: Outlets) -> list[Span]:
    """Return the lines that end with a year or begin with a paper, where several do."""
    found: list[Span] = []
    for at, end in lines(text):
        if SHORTEST_LINE < end - at < LONGEST_LINE:
            entry = LINE.match(text, at) if text[at:end].rstrip(" \t\r.")[-4:-2] in CENTURIES else None
            item = text[at:end].lstrip(LEADING)
            if entry or (", " in item and _begins_with_paper(item, outlets)):
                found.append(Span(*entry.span("entry")) if entry else Span(end - len(item), end - len(item) + len(item.rstrip())))
    return found if len(found) >= LEAST else []


def _begins_with_paper(item: str, outlets: Outlets) -> bool:
    """True for a short line that begins with a known paper and a comma, and has a number behind them."""
    name, _, rest = item[:LONGEST].partition(", ")
    return len(item) <= LONGEST and any(map(str.isdigit, rest)) and outlets.find(name) is not None


def _read_line(context: Context) -> list[Draft]:
    """Return the work of a line where all of it is read, and a known paper had it on a day."""
    end = len(context.folded)
    drafts = _read_headed(context) or _read_dated(context) or read_listed(context)
    if len(drafts) != 1 or drafts[0].start or drafts[0].end < end - 1 or not drafts[0].get("title"):
        return []
    outlet = context.outlets.find(drafts[0].get("container_title"))
    return drafts if is_day(drafts[0].get("issued")) and outlet is not None and outlet.kind in PRESS else []


def _read_headed(context: Context) -> list[Draft]:
    """Return the work of a line that begins with its paper, "(Xinhua)", and ends with its day."""
    end = len(context.folded)
    headed = HEADED.match(context.folded)
    date = find_date(context.folded, headed.end(), end) if headed else None
    if headed is None or date is None or date.start != headed.end() or date.end != end:
        return []
    fields = [Item.cut(field, context.text, headed.span(field)) for field in ("title", "container_title")]
    return [Draft("full", "titled", 0, end, [*fields, Item("issued", date.value, date.start, date.end)], confidence=CONFIDENCE)]


def _read_dated(context: Context) -> list[Draft]:
    """Return the work of a line that begins with its paper and its day: "Sächsische Zeitung, 26.11.2016: Sachsen misstraut"."""
    end = len(context.folded)
    dated = DATED.match(context.folded)
    date = read_date(context.folded, dated.end(), end) if dated else None
    title = TITLE.match(context.folded, date.end) if date else None
    if dated is None or date is None or title is None:
        return []
    fields = [Item.cut(field, context.text, dated.span(field)) for field in ("container_title", "issue", "page") if dated[field]]
    people = read_people(context.folded, context.text, *title.span("author")) if title["author"] else None
    fields += [Item("author", name, title.start("author"), people.end) for name in people.names] if people else []
    fields += [Item("issued", date.value, date.start, date.end), Item.cut("title", context.text, title.span("title"))]
    return [Draft("full", "titled", 0, end, fields, confidence=CONFIDENCE)]
