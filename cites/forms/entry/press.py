"""An entry that begins with a paper and its day: "Le Monde [Paris]. 23 February 1992. Florence Hartwig. "La guerre dans …." (NEXIS)";
and one that ends with them in parentheses: "Agents stopped a journalist (Washington Post, Nov 2015)".

Source: how the Immigration and Refugee Board of Canada and those who followed it list what they have read.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item, has
from cites.grammar.dates import read_date
from cites.grammar.names import read_people
from cites.grammar.person import is_given
from cites.grammar.titles import quoted_at
from cites.knowledge import load

PAPER = regex.compile(  # Duga [Belgrade, in Serbo-Croatian]. · Agence France Presse (AFP).
    r"(?P<name>\p{Lu}[^.()\[\]“”\"]{1,80}?)(?:\s\(\p{Lu}[\p{L}\d/-]{1,9}\))?"
    r"(?:\s\[(?P<place>\p{Lu}[^\],]{2,40})?(?:,?\s?in\s(?P<language>\p{Lu}[\p{L}-]+))?\])?\.\s(?=\d|\p{Lu}\p{L}{2,8}\.?\s\d)"
)
BEFORE_TITLE = regex.compile(
    r"\.\s(?:(?P<edition>\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\s[Ee]dition)\.\s)?(?P<author>[^“”\"«»]{0,120}?)(?=[“\"«„])"
)
BEHIND = regex.compile(r"\s?\((?P<behind>[^()]{3,120})\)")  # (NEXIS): where it was read
TITLE_AND_PAPER = regex.compile(
    regex.shapes(
        (
            "⟨Agents stopped a journalist (Washington Post, ⟩Nov 2015)",
            r"(?P<title>[\p{Lu}\d“\"‘'][^\n]{8,200}?)\s(?P<bracket>\()(?P<name>\p{Lu}[^(),;]{1,60}),\s(?=\p{L}{3}|\d)",
        ),
        (
            "⟨War Without End, Robert Malley, The New York Times, ⟩April 29, 2002",
            r"(?:[“\"‘](?P<title>[\p{Lu}\d][^“”\"]{7,200}?)[”\"’]|(?P<title>[\p{Lu}\d“\"‘]\S*(?:\s[^\s,]+){2,}?)),\s(?:(?P<author>\p{Lu}[^,;()\d]{4,60}),\s)?"
            r"(?P<name>\p{Lu}[^(),;\d]{1,60}),\s(?=\p{Lu}\p{L}{2,8}\.?\s\d|\d\d?\s\p{Lu})",
        ),
    )
)
NAMED = regex.compile(r"\p{Lu}[\p{L}'-]+,\s\p{Lu}|[^“\"„«]{2,80},?\s[“\"„«]|[^,]{2,40}\set\sal\b")  # somebody stands before the title
KEPT = frozenset({"url", "doi", "accessed", "page"})
CONFIDENCE = 0.9


def read_press_entry(context: Context) -> list[Draft]:
    """Return the work of an entry that names a paper, its full date and a title in quotation marks, in this order."""
    folded, text, end = context.folded, context.text, len(context.folded)
    paper = PAPER.match(folded)
    date = read_date(folded, paper.end(), end) if paper else None
    before = BEFORE_TITLE.match(folded, date.end, end) if date and date.has_day and date.has_year else None
    quoted = quoted_at(folded, before.end(), end) if before else None
    if paper is None or date is None or before is None or quoted is None:
        return []
    people = read_people(folded, text, *before.span("author")) if before["author"] else None
    if before["author"] and people is None:
        return []
    items = Item.each(text, paper, container_title="name", publisher_place="place")
    language = load().languages.get((paper["language"] or "").casefold())
    if language:
        items.append(Item("language", language, *paper.span("language")))
    items += [Item("author", name, before.start("author"), people.end) for name in people.names] if people else []
    items += [Item.cut("title", text, (quoted.start, quoted.end)), Item.dated(date)]
    stop = behind.end() if (behind := BEHIND.match(folded, quoted.stop, end)) else quoted.stop
    tail = context.tail(stop, end, listed=True)
    items += [item for item in tail.items if item.field in KEPT and not has(items, item.field)]
    stop = max([stop, *(item.end for item in tail.items if item.field in KEPT)])
    return [Draft("full", "titled", 0, stop, items, confidence=CONFIDENCE)]


def read_title_and_paper(context: Context) -> list[Draft]:
    """Return the work of an entry that is a title, and in parentheses a known paper and its month or day; or these behind commas."""
    folded, text, end = context.folded, context.text, len(context.folded)
    match = TITLE_AND_PAPER.match(folded)
    if match is None or context.periodical(match["name"]) is None or is_given(text.split(" ")[0]) or NAMED.match(folded):
        return []
    people = read_people(folded, text, *match.span("author"), whole=True) if match["author"] else None
    date = read_date(folded, match.end(), end)
    is_dated = date is not None and date.has_year and (date.has_day or (date.has_month and match["bracket"]))
    if date is None or not is_dated or folded[date.end : end].strip(" .") != (")" if match["bracket"] else ""):
        return []
    if match["author"] and people is None:
        return []
    fields = [Item.cut("title", text, match.span("title")), Item.cut("container_title", text, match.span("name"))]
    fields += [Item.dated(date), *(Item("author", name, *match.span("author")) for name in (people.names if people else ()))]
    fields += [Item("url", address, start, stop) for start, stop, address in context.links[:1]]
    return [Draft("full", "titled", 0, date.end + bool(match["bracket"]), fields, confidence=CONFIDENCE)]
