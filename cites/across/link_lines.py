"""Lists of links to the press: "- [Oil prices fall](https://…) (Reuters)", "- [Why the bridge fell](https://…) – BBC News, 4 May",
"- Reuters: [Wheat is scarce](https://…)", "- [How cranes work](https://…) by Jane Hall (The New York Times)".

A link with a name beside it may be anything. Where several lines begin with a link or with a known paper and one, they are titles.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.across.line_shapes import DAY, ITEM, PAPER, PERSON, fields_of, name_paper, to_line
from cites.across.whole import Whole
from cites.grammar.dates import read_date
from cites.grammar.lexicon import one_of
from cites.model import Citation, Mark, Part, Span
from cites.view import fold

BEFORE = regex.compile(rf"{ITEM}(?:{DAY}\s?[-–—|:]\s+)?[*_]*")  # 2. · • May 6, 2024 –
TITLE = regex.compile(r"[“\"„«‘']?(?P<title>[\p{Lu}\d](?:\S*\s+){2,30}\S+?)[.,]?[”\"“»’']?")
NAMED = rf"[*_]{{0,2}}{PAPER}[*_]{{0,2}}"
FIRST = regex.compile(rf"{NAMED}(?:\s?:|\s?[–—|]|\s-)?[*_]{{0,2}}\s*")  # Reuters: · **Politico** –
BEHIND = regex.compile(
    rf"(?:,?\s(?:{one_of('headlined.by')})\s(?P<author>{PERSON}))?"
    rf"(?:,\s|\s[-–—|·]\s|\s[(\[]|\s(?:via|in|from)\s)\s?{NAMED}(?=\s?[,;:()\[\]|–—.]|\s-\s|\s*$)"
)
DAY_BEHIND = regex.compile(r"(?:,\s|\s[-–—|·]\s|\s)[(\[]?(?=[\p{L}\d])")
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
    item = BEFORE.match(text, text.rfind("\n", 0, start) + 1, start)
    at = item.end() if item else start
    stop = min(end + NEAR, line) if (line := text.find("\n", end)) >= 0 else min(end + NEAR, len(text))
    beside = FIRST.fullmatch(text, at, start) if at < start else BEHIND.match(text, end, stop)
    if beside is None or not name_paper(beside["paper"], whole.outlets):
        return None
    lead = None if at < start else DAY_BEHIND.match(text, beside.end(), stop)
    day = _day(text, *item.span("day")) if item and item["day"] else _day(text, lead.end(), stop) if lead else []
    headline = Part("title", " ".join(title["title"].split()), Span(*title.span("title")))
    parts = [headline, *fields_of(text, beside, whole.outlets), *day, Part("url", link.value, link.span)]
    span = to_line(beside, parts, "").span
    return Citation(span, "inline", "full", "clippings", tuple(parts), confidence=CONFIDENCE) if whole.is_running(span) else None


def _day(text: str, start: int, end: int) -> list[Part]:
    date = read_date(fold(text[start:end]), 0)
    return [Part("issued", date.value, Span(start, start + date.end))] if date and date.has_month else []
