"""Lists of links to the press: "- [Oil prices fall](https://…) (Reuters)", "- [Why the bridge fell](https://…) – BBC News, 4 May",
"- Reuters: [Wheat is scarce](https://…)", "- [How cranes work](https://…) by Jane Hall (The New York Times)".

A link with a name beside it may be anything. Where several lines begin with a link or with a known paper and one, they are titles.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.across.line_shapes import name_paper
from cites.across.whole import Whole, authors_in, part_of
from cites.grammar.dates import read_date
from cites.grammar.lexicon import one_of
from cites.grammar.person import is_given
from cites.knowledge import PRESS, Outlets
from cites.model import Citation, Mark, Part, Span
from cites.view import fold

BEFORE = regex.compile(r"[ \t>*_•–\d.)-]*")  # what begins an item
TITLE = regex.compile(r"[“\"„«‘']?(?P<title>[\p{Lu}\d](?:\S*\s+){2,30}\S+?)[.,]?[”\"“»’']?")
PAPER = r"[*_]{0,2}(?P<paper>[\p{L}\d][^,;:()\[\]|–—\n*_]{1,50}?)[*_]{0,2}"
FIRST = regex.compile(rf"{PAPER}(?:\s?:|\s?[–—|]|\s-)?[*_]{{0,2}}\s*")  # Reuters: · **Politico** –
DATED = regex.compile(r"(?P<day>[\p{L}\d][\p{L}\d., /-]{5,22}?)\s?[-–—|:]\s+")  # May 6, 2024 –
BEHIND = regex.compile(
    rf"(?:,?\s(?:{one_of('headlined.by')})\s(?P<author>\p{{Lu}}[\p{{L}}.'’-]+(?:\s\p{{Lu}}[\p{{L}}.'’-]+){{1,3}}))?"
    rf"(?:,\s|\s[-–—|·]\s|\s(?P<bracket>[(\[])|\s(?:via|in|from)\s)\s?{PAPER}(?=\s?[,;:()\[\]|–—.]|\s-\s|\s*$)"
)
DAY = regex.compile(r"(?:,\s|\s[-–—|·]\s|\s)[(\[]?(?=[\p{L}\d])")
NEAR = 120  # code points beside a link
LEAST = 3  # such lines
WHOLE = frozenset({"title", "container_title", "url"})  # of one that was read before
CONFIDENCE = 0.8


def read_link_lines(whole: Whole) -> list[Citation]:
    """Return the links of such a list, none where there are few."""
    links = whole.marked.links.marks
    found = [citation for link in links if (citation := _read(whole, link))] if len(links) >= LEAST else []
    alike = sum({part.field for part in citation.parts} >= WHOLE for citation in whole.taken) if found else 0
    return found if len(found) + alike >= LEAST else []


def _read(whole: Whole, link: Mark) -> Citation | None:
    text, (start, end) = whole.text, link.span
    title = TITLE.fullmatch(text, start, end) if text.count(" ", start, end) > 1 else None
    if title is None or not link.value.startswith("http"):
        return None
    begin = text.rfind("\n", 0, start) + 1
    stop = min(end + NEAR, at if (at := text.find("\n", end)) >= 0 else len(text))
    item = BEFORE.match(text, begin, start)
    at = item.end() if item else begin
    dated = DATED.match(text, at, start)
    date = read_date(fold(dated["day"]), 0) if dated else None
    issued = []
    if dated and date and date.has_day and date.end == len(dated["day"]):
        issued, at = [Part("issued", date.value, Span(*dated.span("day")))], dated.end()
    parts = _first(text, at, start, whole.outlets) if at < start else _behind(text, end, stop, whole.outlets)
    if parts and not any(part.field == "issued" for part in parts):
        parts += issued
    spans = [part.span for part in parts if part.span]
    span = Span(min([start, *(span.start for span in spans)]), max([end, *(span.end for span in spans)]))
    if not parts or not whole.is_running(span):
        return None
    bracket = text[span.end : span.end + 1] in (")", "]") and span.end > end
    headline = Part("title", " ".join(title["title"].split()), Span(*title.span("title")))
    parts = [headline, *parts, Part("url", link.value, link.span)]
    return Citation(Span(span.start, span.end + bracket), "inline", "full", "clippings", tuple(parts), confidence=CONFIDENCE)


def _first(text: str, at: int, start: int, outlets: Outlets) -> list[Part]:
    """Return the paper that stands before a link, alone on its line."""
    match = FIRST.fullmatch(text, at, start)
    is_known = match is not None and name_paper(match["paper"], outlets, PRESS)
    return [part_of(match, "container_title", "paper")] if match and is_known else []


def _behind(text: str, end: int, stop: int, outlets: Outlets) -> list[Part]:
    """Return the paper that stands behind a link, who wrote for it, and the day."""
    match = BEHIND.match(text, end, stop)
    if match is None or not name_paper(match["paper"], outlets, PRESS):
        return []
    parts = [part_of(match, "container_title", "paper")]
    if match["author"] and is_given(match["author"].split(" ")[0]):
        parts += authors_in(text, Span(*match.span("author")))
    lead = DAY.match(text, match.end(), stop)
    folded = fold(text[lead.end() : stop]) if lead else ""
    date = read_date(folded, 0) if folded else None
    if lead and date and date.has_month:
        parts.append(Part("issued", date.value, Span(lead.end(), lead.end() + date.end)))
    return parts
