"""Which part of a page is the article, and what in it is not: navigation, banners, share buttons, comments, hidden text.

Everything is weighed by its running text, the characters that are not in links: menus and teasers have next to none. What an element is,
`class` and `id` tell: data/elements.toml has their names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from cites import lazy_regex as regex
from cites.knowledge import read_tables
from cites.readers.html.tree import Element, is_shown, names_of

ASIDE_TAGS = frozenset(("nav", "aside", "form", "dialog", "menu"))
PAGE_TAGS = frozenset(("header", "footer"))  # of the page; those of an article belong to it
WITHIN = frozenset(("article", "main", "section", "blockquote"))
CONTAINERS = frozenset("html head body article main section div td center form blockquote".split())
KEPT_TAGS = frozenset(("html", "body", "main", "article", "h1"))
ASIDE_ROLES = frozenset("navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar form".split())
NOTE_ROLES = frozenset(("doc-endnotes", "doc-endnote", "doc-footnote", "doc-bibliography"))
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

MOST = 0.9  # of the running text of the best candidate: a smaller one inside it that has as much is the article
ENOUGH = 0.25  # of the running text of the page: a candidate with less is a teaser
DENSE = 0.75  # of an element's running text: a child with as much is where the article is
HALF = 0.5  # of the running text of the page: what has as much is not beside the article, whatever it is called


@dataclass(frozen=True, slots=True)
class Weighed:
    """An element with its running text, and where it opens and closes in the order of the page."""

    element: Element
    opens: int
    closes: int
    weight: int


@dataclass(slots=True)
class Page:
    """The elements of a page that may be the article, and those that may stand beside it."""

    containers: list[Weighed] = field(default_factory=list)
    asides: list[Weighed] = field(default_factory=list)
    notes: list[Weighed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Article:
    """The element that holds the article, what is left aside, and lists of notes outside of it."""

    element: Element
    asides: frozenset[Element]
    notes: tuple[Element, ...]


def find_article(root: Element, notes: Collection[Element]) -> Article:
    """Return the element that holds the article: `<article>`, `<main>`, `.entry-content` …, else where most text is.

    `notes` do not count: they may be longer than the article, and are kept wherever they stand.
    """
    page = _weigh(root, notes)
    total = max((item.weight for item in page.containers), default=0)
    asides = _outermost([item for item in page.asides if _is_left_aside(item, total)])
    opens = [item.opens for item in asides]
    sums = [0]
    for item in asides:
        sums.append(sums[-1] + item.weight)

    def net(item: Weighed) -> int:
        first, last = bisect_left(opens, item.opens), bisect_left(opens, item.closes)
        return item.weight - (sums[last] - sums[first])

    def is_within_aside(item: Weighed) -> bool:
        before = bisect_left(opens, item.opens + 1) - 1
        return before >= 0 and asides[before].closes >= item.closes

    weights = [(item, net(item)) for item in page.containers if not is_within_aside(item)]
    element = _choose(weights, root)
    span = next((item for item, _ in weights if item.element is element), None)
    outside = [item for item in page.notes if span is None or not span.opens <= item.opens <= span.closes]
    lists = tuple(item.element for item in _outermost(outside) if span is None or not item.opens < span.opens < item.closes)
    return Article(element, frozenset(item.element for item in asides), lists)


def _choose(weights: list[tuple[Weighed, int]], root: Element) -> Element:
    total = max((weight for _, weight in weights), default=0)
    candidates = [(item, weight) for item, weight in weights if _is_content(item.element)]
    best = max((weight for _, weight in candidates), default=0)
    if best and best >= ENOUGH * total:
        least = MOST * best
        return max((item for item, weight in candidates if weight >= least), key=_opens).element
    return _densest(sorted(weights, key=lambda pair: pair[0].opens)) if weights else root


def _densest(weights: list[tuple[Weighed, int]]) -> Element:
    """Where no name tells it: go down while one element holds most, and no text stands beside it in what is around it."""
    opens = [item.opens for item, _ in weights]
    chosen = 0
    while True:
        outer, held = weights[chosen]
        inner: list[int] = []  # the elements right within the chosen one
        position = chosen + 1
        while position < len(weights) and opens[position] <= outer.closes:
            inner.append(position)
            position = bisect_right(opens, weights[position][0].closes)
        largest = max(inner, key=lambda each: weights[each][1], default=chosen)
        if largest == chosen or weights[largest][1] < max(1, DENSE * held) or sum(weights[each][1] for each in inner) < held:
            return outer.element
        chosen = largest


def _opens(item: Weighed) -> int:
    return item.opens


def _outermost(items: list[Weighed]) -> list[Weighed]:
    kept: list[Weighed] = []
    for item in sorted(items, key=_opens):
        if not kept or item.opens > kept[-1].closes:
            kept.append(item)
    return kept


def _weigh(root: Element, notes: Collection[Element]) -> Page:
    """Walk the page once, with the elements that are open on a stack."""
    page = Page()
    stack: list[tuple[int, int, bool]] = []  # where it opens, the count before it, whether it calls itself an aside
    count = place = links = within = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag, shown = element.tag, is_shown(element)
        if event == "start":
            place += 1
            stack.append((place, count, shown and tag not in KEPT_TAGS and _is_aside(element, within > 0)))
            if not shown:
                walk.skip_subtree()
                continue
            links += tag == "a" or element in notes
            within += tag in WITHIN
            if element.text and not links:
                count += _size(element.text)
            continue
        opens, before, is_aside = stack.pop()
        if shown:
            links -= tag == "a" or element in notes
            within -= tag in WITHIN
            _sort_out(page, Weighed(element, opens, place, count - before), is_aside)
        if element.tail and not links and stack:
            count += _size(element.tail)
    return page


def _sort_out(page: Page, item: Weighed, is_aside: bool) -> None:
    if is_aside:
        page.asides.append(item)
    elif item.element.tag in CONTAINERS:
        page.containers.append(item)
    if _is_notes(item.element):
        page.notes.append(item)


def _size(text: str) -> int:
    return len(text) - 1 if len(text) > 40 else len(text.strip())


def _is_aside(element: Element, within: bool) -> bool:
    """Whether an element calls itself something that stands beside an article."""
    tag, role = element.tag, element.get("role", "")
    if _is_notes(element):
        return False
    if tag in ASIDE_TAGS or role in ASIDE_ROLES or (tag in PAGE_TAGS and not within):
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true" or INVISIBLE.search(element.get("style", "")):
        return True
    return any(map(is_aside_name, names_of(element)))


def _is_left_aside(item: Weighed, total: int) -> bool:
    """What holds most of the page's text is the article, whatever it is called; comments may be longer than it."""
    return item.weight < HALF * total or not item.weight or any(map(is_comments_name, names_of(item.element)))


def _is_notes(element: Element) -> bool:
    if element.tag not in ("section", "div", "ol", "ul", "aside", "footer", "dl"):
        return False
    return element.get("role") in NOTE_ROLES or any(map(is_notes_name, names_of(element)))


def _is_content(element: Element) -> bool:
    if element.tag in ("article", "main") or element.get("role") == "main" or element.get("itemprop") == "articleBody":
        return True
    return any(map(is_content_name, names_of(element)))


def _compile(table: Mapping[str, Sequence[str]]) -> regex.Pattern[str]:
    """Compile a table: a name ("no-print"), and one that a tool may have marked ("mw-") with any of the words before and behind it."""
    no, before, behind = ("|".join(table.get(key, ())) for key in ("no", "before", "behind"))
    names = "|".join(table["names"]).replace("-", "-?")
    return regex.compile(rf"(?:{names})|{rf'(?!(?:{no})-)' if no else ''}(?:[a-z]{{1,3}}-)?(?:(?:{before})-)*(?:{names})(?:-(?:{behind}))*")


ASIDE, COMMENTS, NOTES = (_compile(read_tables("elements.toml")[kind]) for kind in ("aside", "comments", "notes"))
CONTENT = regex.compile(
    regex.shapes(
        (
            "field-name-body",  # article-content · entry-text-inner
            r"(?:(?:td|c|m|field-name|node|js)-)?(?:article|entry|post|story|page|news|blog|single|main|body|text|node)?-?"
            r"(?:content|body|text|copy)(?:-(?:text|body|content|copy|inner|wrapper|area))?",
        ),
        ("article", r"article|story|post|main"),
        ("markdown-body", r"main-?content|mw-parser-output|markdown-body|available-content|rich-?text|prose|e-content"),
    )
)


def _asks(names: regex.Pattern[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a name is one of these; a page has the same again and again."""
    return lru_cache(maxsize=4_096)(lambda name: names.fullmatch(name) is not None)


is_aside_name = _asks(ASIDE)  # "site-header-menu", "cookie-banner"
is_comments_name = _asks(COMMENTS)  # "comments-area"
is_notes_name = _asks(NOTES)  # "footnotes", "article-references-list"
is_content_name = _asks(CONTENT)  # "entry-content"
