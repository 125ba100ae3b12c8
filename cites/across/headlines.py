"""A headline and where it stood, as digests and lists of links have them: “"Oil Falls" (Reuters, May 3)” on a line of its own,
"[Oil Falls](https://…) (Reuters, May 3)", "[Oil Falls (Reuters, May 3)](https://…)".

Words in quotation marks before a source are mostly what somebody said. They are a title where nothing else stands on their lines and
several lines are such, or where the sentence calls them an article; a link is one where it covers what is capitalised as titles are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.whole import authors_in
from cites.claims import find_sentence
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.person import is_given
from cites.grammar.printed import has
from cites.grammar.titles import has_capitals
from cites.marks import Marked
from cites.model import Citation, Document, Part, Span

SOURCES = frozenset({"source_date", "titled", "author_date"})  # Reuters, May 3 · "Izvestia," May 3 · Amnesty International, 2021
LEAST = 2  # lines that show that what is quoted on them are headlines
LONGEST = 400  # code points of a line before its parenthesis
LINE = regex.compile(r"[ \t>*•–—\d.)-]{0,8}(?:\p{Lu}[\p{Lu} ]{3,30}[.:]\s)?(?:[“\"„«][^“”\"„«»\n]+[”\"“»]\s\([^()\n]+\);\s){0,9}+"
    r"(?:(?P<who>\p{Lu}[\p{L}.'’-]+(?:\s(?:and\s)?\p{Lu}[\p{L}.'’-]*){1,6}),\s)?"  # Jane Hall, “Oil Falls” (AP, May 3)
    r"(?P<opening>[“\"„«])(?P<title>[\p{Lu}\d](?:(?![”\"“»]\s?\()[^\n]){6,150}?)(?<!\.),?[”\"“»]\s?\($")  # "Oil Falls" (AP, May 3)
CLOSED = tuple(mark + space for mark in "”\"“»" for space in ("", " ", "\n"))
REST = regex.compile(r"\)(?:;\s|[.;,]?[ \t]*(?=\r?\n|$))")
WORDS = regex.compile(r"[ \t>*•–—\d.)-]{0,8}(?P<title>[\p{Lu}'‘“\"](?=(?:\S+\s){3})[^\n]{10,200}[^\s.,;:!])")  # Port Reopens After Storm
ENTRY_END = regex.compile(r"[)\]](?:[ \t.…]*\d{0,4})?[ \t]*(?=\r?\n|$)")  # Port Reopens After Storm [KYODO 7 Oct] ........ 3
SENTENCES = regex.compile(r"\.{3}|…|[.!?]\s[^.!?]+[.!?]\s")  # a passage has an ellipsis, or three sentences; it ends with a full stop
QUOTED = regex.compile(r"[“\"„«](?P<title>[^“”\"„«»]+?)[,.]?[”\"“»]")
SURE_CAPITALS = 0.8  # where nothing but they tells a title
LINKED = 3  # words of a title that is a link
LONG = 5  # spaces in a title in sentence case
ITEMS = frozenset(["", *"-*+•\n"])  # what stands before the first words of an item
CAPITALS = 0.6  # share of its longer words
QUOTED_BEFORE = regex.compile(r"[“\"](?P<title>\p{Lu}[^“”\"\n]{10,}?)[,.]?[”\"]\s?$")
ARTICLE = compile_words(rf"(?<!\p{{L}})(?:{one_of('headlined')})")
LONGEST_HEADLINE = 200  # code points
BY = compile_words(rf"(?<!\p{{L}})(?:{one_of('headlined.by')})\s(?P<who>(?-i:\p{{Lu}})[^“”\",;:()\n]{{4,60}}),?\s[“\"]$")
OWN = regex.compile(r"(?<!\S)(?P<who>\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]*){1,3})['’]s?\s[\[*_]{0,2}[“\"]?$")  # Jane Hall's
LONGEST_BYLINE = 80  # code points


class Headline(NamedTuple):
    """Where a title stands, where the citation begins that it belongs to, and the address that it leads to."""

    title: Span
    start: int
    end: int
    url: str
    is_told: bool = False  # the sentence calls it an article


def take_headlines(marked: Marked, citations: list[Citation]) -> list[Citation]:
    """Return the citations, each that follows its title with that title."""
    found = {index: headline for index, citation in enumerate(citations) if (headline := _headline(marked, citation))}
    if sum(not (headline.url or headline.is_told) for headline in found.values()) < LEAST:
        found = {index: headline for index, headline in found.items() if headline.url or headline.is_told}
    if not found:
        return citations
    return [_titled(marked, citation, found[index]) if index in found else citation for index, citation in enumerate(citations)]


def _titled(marked: Marked, citation: Citation, headline: Headline) -> Citation:
    text, at = marked.document.text, headline.title.start
    parts = [Part("title", " ".join(text[slice(*headline.title)].split()), headline.title), *citation.parts]
    if not has(parts, "author"):
        parts += authors_in(text, Span(headline.start, max(headline.start, at - 3))) or authors_before(text, at, is_told=headline.is_told)
    if headline.url and not any(part.field in ("url", "doi") for part in parts):
        parts.append(Part("url", headline.url, headline.title))
    return replace(citation, span=Span(headline.start, headline.end), parts=tuple(parts))


def _headline(marked: Marked, citation: Citation) -> Headline | None:
    """Return the title before a parenthesis that holds one source and its date."""
    text, (start, end) = marked.document.text, citation.span
    alone = citation.matched_by in SOURCES and text.endswith(("(", "["), 0, start) and text.startswith((")", "]"), end)
    if not alone or citation.form != "full" or has(citation.parts, "title"):
        return None
    linked = next(_linked(marked, start, end), None) if marked.links.marks else None
    if linked or citation.matched_by == "author_date":
        return linked
    if not text.endswith(CLOSED, 0, start - 1):
        return _capitalised(text, start, end)
    title = headline_before(text, start - 1)
    return Headline(title, title.start - 1, end + 1, "", is_told=True) if title else _quoted(marked.document, start, end)


def _quoted(document: Document, start: int, end: int) -> Headline | None:
    text = document.text
    begin = text.rfind("\n", 0, start) + 1
    line = LINE.match(text, begin, start) if start - begin < LONGEST else None
    if line is None or SENTENCES.search(line["title"]):
        return None
    if not REST.match(text, end):  # comment goes on behind an item that begins with who wrote
        is_item = text[begin : line.start("who")].strip() or any(m.kind == "item" and m.span.start == begin for m in document.marks)
        if not (line["who"] and is_item and text.startswith(").", end)):
            return None
    return Headline(Span(*line.span("title")), line.start("who" if line["who"] else "opening"), end + 1, "")


def _capitalised(text: str, start: int, end: int) -> Headline | None:
    """Return the words that fill the line before a source, or the line above it, where they are capitalised as titles are."""
    stop = len(text[:start - 1].rstrip()) if start < LONGEST else start - LONGEST + len(text[start - LONGEST : start - 1].rstrip())
    line = WORDS.fullmatch(text, text.rfind("\n", 0, stop) + 1, stop) if ENTRY_END.match(text, end) else None
    is_title = line is not None and has_capitals(line["title"], SURE_CAPITALS) and not is_given(line["title"].split()[0])
    return Headline(Span(*line.span("title")), line.start("title"), end + 1, "") if line and is_title else None


def _is_set_off(text: str, link: Span) -> bool:
    """True for a long link that begins with a capital amid a sentence, "as [Brasil tem mais alunos do que se pensa](https://…) has it",

    or begins the item of a list.
    """
    is_amid = text[max(0, link.start - 2) : link.start].strip().isalpha()
    return text[link.start].isupper() and text.count(" ", *link) >= LONG and (is_amid or _begins_item(text, link.start))


def _begins_item(text: str, at: int) -> bool:
    return text[max(0, at - 3) : at].rstrip(" \t")[-1:] in ITEMS


def _linked(marked: Marked, start: int, end: int) -> Iterator[Headline]:
    text = marked.document.text
    stop = len(text[:start].rstrip("( \n")) if start < LONGEST else start - LONGEST + len(text[start - LONGEST : start].rstrip("( \n"))
    for link in marked.links.touching(Span(max(0, stop - 1), stop)):
        title = _unquoted(text, Span(link.span.start, stop))
        is_item = text[title.start].isupper() and _begins_item(text, link.span.start) and REST.match(text, end) is not None
        is_title = has_capitals(text[slice(*title)], CAPITALS) or is_item or _is_set_off(text, title)
        if text[link.span.start] != "(" and link.span.end in (stop, end + 1) and text.count(" ", *title) >= LINKED - 1 and is_title:
            yield Headline(title, link.span.start, end + 1, link.value)


def _unquoted(text: str, title: Span) -> Span:
    """Return where a title stands within its quotation marks."""
    quoted = QUOTED.fullmatch(text, *title)
    return Span(*quoted.span("title")) if quoted else title


def headline_before(text: str, at: int) -> Span | None:
    """Return the headline in quotation marks, capitalised as such, that ends at `at` behind what the sentence calls an article."""
    match = QUOTED_BEFORE.search(text, max(0, at - LONGEST_HEADLINE), at)
    if match is None:
        return None
    before = text[find_sentence(text, match.start(), match.end()).start : match.start()]
    return Span(*match.span("title")) if has_capitals(match["title"], CAPITALS) and ARTICLE.search(before) else None


def authors_before(text: str, at: int, *, is_told: bool = True) -> list[Part]:
    """Return who wrote what the title at `at` names, where the sentence says so: "an op-ed by Jane Hall, “Why Cranes Need a Lake”",

    "Jane Hall's [“Why Cranes Need a Lake”](https://…)"; is_told: it calls the title an article.
    """
    begin = max(0, at - LONGEST_BYLINE)
    line = OWN.search(text, begin, at) or (BY.search(text, begin, at) if is_told else None)
    if line and line.re is OWN and not is_given(line["who"].partition(" ")[0]):
        return []
    return authors_in(text, Span(*line.span("who"))) if line else []
