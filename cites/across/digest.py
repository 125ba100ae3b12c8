"""Digests of the press: each item ends with the papers that had it, and no date: "… should be protected (RTK)", "… goes on (N1, Beta)",
"… put off [Reuters’ Anna Berg]"; or begins with the one that did: "- (ITAR-TASS) Trains will only stop …"; or is a title, "Anna Berg, “The
Long Road” (Foglio)". So do sentences of a text that cites at their ends: "… ran out of papers (CBS News, CNBC)."

A name in parentheses says where somebody works as often as where something stood. Where item after item of a text ends with known
papers, all such names are sources; a few of them say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.line_shapes import PERSON, name_paper
from cites.across.whole import Whole, authors_in, part_of
from cites.claims import find_claim, find_sentence
from cites.forms.form import holds_any
from cites.grammar.dates import MONTHS, WEEKDAYS
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import people_in
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_source_shaped, lookup
from cites.knowledge import REPORTING, load
from cites.model import Citation, Part, Span
from cites.outlets import Outlets

NAMES = regex.shapes(  # what the names of papers are made of
    ("⟨RTK, Beta⟩; N1", r"[^()\[\]\n\d;]++"),
    ("Beta⟨;⟩ N1", r";(?!\s\p{Ll})"),
    ("N⟨1⟩; France ⟨24⟩", r"(?<=\p{L})\d\d?|(?<=\p{L}\s)\d\d?(?=[,;)\]])"),
    ("⟨24⟩ ore", r"\d\d?(?=\s?\p{L})"),
    ("⟨1⟩: AP, AFP; 2: Dawn", r"\d(?=:\s\p{Lu})"),
)
BEHIND = regex.shapes(  # at the end of a line or of a sentence, and amid one
    ("(RTK)⟨.⟩\n", r"(?P<line>[ \t.…]*(?=\r?\n|$))"),
    ("(RTK)⟨ ⟩(CNN)\n", r"(?P<line>[ \t]?(?=(?:\([^()\n\d]{2,40}\)[ \t]?)+(?:\r?\n|$)))"),
    ("(RTK)⟨. ⟩They", r"[*_]{0,2}[.…][*_]{0,2}\s(?=\W?\p{Lu})"),
    ("(RTK)⟨⟩, and", r"(?P<amid>(?=,|[;:]?\s\p{Ll}))"),
)
ENDING = regex.compile(rf"[(\[](?P<inside>(?:{NAMES})*+)(?:;\s\p{{Ll}}[^()\[\]\n]*+)?[)\]](?:{BEHIND})")
BEGINNING = regex.compile(r"^[ \t]*(?:[-*•][ \t]+)?[(\[](?P<inside>\p{Lu}[^()\[\]\n\d]{1,60})[)\]][ \t]+(?=[\p{Lu}\d“\"])", regex.MULTILINE)
ENDED = regex.compile(r"[)\]](?:\.|[ \t.…]*(?=\r?\n|$))")
TITLED = regex.compile(rf"(?P<author>{PERSON}),\s[“\"«](?P<title>[^“”\"«»\n]{{3,200}})[”\"»]\s$")  # Anna Berg, “The Long Road” (Foglio)
ASKED = compile_words(rf"(?:{one_of('spoken.interviews')})(?:\s\p{{Ll}}{{1,4}})?\s(?=(?-i:\p{{Lu}}))")  # (intervista a Repubblica)
AFTER_SENTENCE = regex.compile(r"[.!?…][”\"]?[*_]{0,2}(?:\s?\([^()\n\d]{2,40}\))*\s?$")  # ⟨It fell. (BBC) ⟩(CNN)
LAST_WORDS = regex.compile(r"(?:\b\p{L}[\p{L}'’-]*[\s,]+){0,2}\b(?P<last>\p{L}[\p{L}'’-]*|\d+\p{L}{0,2})[*_%)]{0,2}\s?$")
CLOSED = tuple(mark + space for mark in "”\"»" for space in " \n")
BEFORE = ("\n(", "\n[", "- (", "- [", "* (", "* [", "• (", "• [")  # a quick look for what many texts do not hold
OWN = regex.compile(  # Reuters’ Anna Berg et al
    r"(?P<paper>\p{Lu}[^,;]{1,50}?)(?:['’]s|(?<=s)['’])\s(?P<people>\p{Lu}[^,;]{3,60}?)(?:\set\sal\.?)?"
)
EACH = (regex.compile(r"(?:\d:\s)?\K[^,;\s](?:[^,;]*[^,;\s])?"), regex.compile(r"[^/]+"))  # RTK, RFE/RL · 1: Reuters/AP; 2: AFP
WORD = regex.compile(r"\p{L}+")
DAYS = WEEKDAYS | MONTHS.keys()
ALL_PAPERS = frozenset(load()["all_papers"])  # (media)
SOME_PAPERS = ALL_PAPERS.union(load()["all_papers.examples"])  # news sites (BBC, CNN)
ANY_PAPER = SOME_PAPERS.union(*(load()[table] for table in ("all_papers.named", "all_papers.one", "source_words")))  # the broadcaster (BBC)
PRINTING = REPORTING - {"broadcaster"}  # of an actor in a series: Idris Elba, “Luther” (BBC)
LONGEST = 400  # code points of an item that are looked at
NEAR = 60  # code points before a parenthesis
WORDS, CAPITALS = 4, 6  # of an item, of one in capitals: "Anna Berg (The Guardian)" is none
LEAST = 5  # items that show a digest
LEAST_BEGUN = 3  # that begin with a known paper
KNOWN = 3  # papers that somebody knows among them, and a third of the items with one
SHARE = 0.6  # of the lines that end in parentheses
CONFIDENCE = 0.75


class Ending(NamedTuple):
    """What ends an item: where it stands, the papers that it names, with their people, and which are known; no papers for "(media)"."""

    at: int
    papers: list[list[Part]]
    known: frozenset[str]
    unknown: list[str]
    is_amid: bool  # a sentence that goes on behind it
    is_sure: bool  # all papers are known, or most of several: "(AP, LAT, Dawn, Samaa)"


def read_digest(whole: Whole) -> Iterator[Citation]:
    """Yield the papers at the end of the items of a digest, and of the sentences of a text that cites there."""
    text = whole.text
    every = [match for match in ENDING.finditer(text) if whole.is_running(Span(*match.span()))]
    closed = [match for match in every if text.endswith(CLOSED, 0, match.start())]
    titles = {match.start() + 1: TITLED.search(text, max(0, match.start() - LONGEST), match.start()) for match in closed}
    likely = [match for match in every if titles.get(match.start() + 1) or _tells_source(match)]
    told = [ending for match in likely if (ending := _ending(whole, match))]
    headed = [ending for ending in told if titles.get(ending.at) and len(ending.papers) == 1]
    headed = [ending for ending in headed if all(name_paper(name, whole.outlets, PRINTING) for name in ending.known)]
    are_headed = len(frozenset().union(*(ending.known for ending in headed))) >= KNOWN
    sure = [ending for ending in told if ending.is_sure and not ending.is_amid]
    is_dated = bool(sure) and _ends_with_sources(whole)
    items = [] if is_dated else _items(whole, [match for match in every if match["line"] is not None])
    papers, lists = frozenset().union(*(ending.known for ending in sure)), [ending.papers for ending in sure if ending.papers[1:]]
    many = max(len(sure), sum(len(papers) for papers in lists if len(papers) >= KNOWN))  # (CNBC, Time, CBS News)
    are_many = many >= LEAST and len(papers) >= KNOWN and len(lists) > 1 and sum(map(len, lists)) >= LEAST
    met = {name for ending in sure for name in ending.unknown}  # beside known papers, or with a day: ET, Astra
    met |= {str(part.value) for citation in whole.taken for part in citation.parts if part.field == "container_title"}
    ends = [ending for ending in told if (ending.known or met.issuperset(ending.unknown)) and " " not in "".join(ending.unknown)]
    ends = [ending for ending in ends if not ending.is_amid or (ending.is_sure and len(ending.papers) > 1)]
    found = [*items, *(ends if is_dated or items or are_many else ()), *(headed if are_headed else ())]
    for ending in {ending.at: ending for ending in found}.values():
        title = titles.get(ending.at) if are_headed else None
        heading = [*authors_in(text, Span(*title.span("author"))), part_of(title, "title", "title")] if title else []
        for paper, *others in ending.papers:
            kind = [] if title is None or lookup(str(paper.value), whole.outlets) else [Part("type", "article-newspaper", paper.span)]
            yield _cite([*heading, paper, *others, *kind], find_claim(text, ending.at), closed=bool(title))


def _items(whole: Whole, lines: list[regex.Match[str]]) -> list[Ending]:
    """Return what ends the lines of a text, where they are the items of a digest."""
    endings = [ending for match in lines if (ending := _ending(whole, match))] if len(lines) >= LEAST else []
    named = [ending for ending in endings if ending.papers]
    known = [ending.known for ending in named if ending.known]
    is_rare = len(named) < LEAST or len(endings) < SHARE * len(lines) or len(known) * 3 < len(named)
    least = 1 if all(whole.text[ending.at - 1] == "[" for ending in named) else KNOWN  # "… had been moved. [NYT]", of one paper
    return [] if is_rare or len(frozenset().union(*known)) < least else endings


def _tells_source(match: regex.Match[str]) -> bool:
    """True behind a sentence or at the end of one: "put off (BBC)."; not "the broadcaster (BBC).", "Anna Berg (BBC).", "“We won” (ANC)"."""
    before = match.string[max(0, match.start() - NEAR) : match.start()]
    if AFTER_SENTENCE.search(before):
        return True
    words = LAST_WORDS.search(before.rstrip("”\" *_") if "." in match[0][-3:] else before)
    several = "," in match["inside"]  # whose kind the sentence may tell: "Three networks carried the speech (ABC, CBS)."
    last = words["last"] if words and (several or match["amid"] is None) else ""
    if words is None or not last or (last[0].isupper() and not (is_place(last) or last.casefold() in DAYS)):
        return False
    tells_papers = (SOME_PAPERS if several else ANY_PAPER).intersection(WORD.findall((before if several else words[0]).casefold()))
    return not tells_papers


def _ends_with_sources(whole: Whole) -> bool:
    """True where sentence after sentence of a text ends with a source and its day, so that "(Reuters)" is one too."""
    ends = (citation.span.end for citation in whole.taken if citation.kind == "inline" and citation.matched_by == "source_date")
    return sum(ENDED.match(whole.text, end) is not None for end in ends) >= KNOWN


def read_begun(whole: Whole) -> list[Citation]:
    """Return the papers with which items begin, where most of what stands so is known."""
    text = whole.text
    begun = BEGINNING.finditer(text) if holds_any(text, BEFORE) else ()
    spans = [span for match in begun if whole.is_running(span := Span(*match.span("inside")))]
    known = [span for span in spans if (outlet := whole.outlets.find(text[slice(*span)])) and outlet.kind in REPORTING]
    is_digest = len(known) >= max(LEAST_BEGUN, SHARE * len(spans))
    return [_cite(_paper(text, span), find_sentence(text, *span)) for span in known] if is_digest else []


def _cite(parts: list[Part], claim: Span | None, *, closed: bool = False) -> Citation:
    """Return the citation of a paper; claim: what it is the source of; closed: a bracket that opens in it closes behind it."""
    spans = [part.span for part in parts if part.span]
    span = Span(spans[0].start, max(span.end for span in spans) + closed)
    return Citation(span, "inline", "full", "digest", tuple(parts), claim=claim, confidence=CONFIDENCE)


def _ending(whole: Whole, match: regex.Match[str]) -> Ending | None:
    """Return the papers that end an item, None where one of them is no source: "(Le Monde, France)"."""
    text = whole.text
    above = "\n\n" if match["line"] is None else "\n"
    item = text[max(0, match.start() - LONGEST) : match.start()].rstrip().rpartition(above)[2]  # the parenthesis may have a line of its own
    words = WORD.findall(item)
    if len(words) < WORDS or (len(words) < CAPITALS and sum(word[0].islower() for word in words) * 3 < len(words)):
        return None
    asked = ASKED.match(text, *match.span("inside"))
    names = _names(text, Span(asked.end() if asked else match.start("inside"), match.end("inside")), whole.outlets)
    papers = [_paper(text, name) for name in names if text[slice(*name)].split(" ")[-1].casefold() not in ALL_PAPERS]
    printed = {str(parts[0].value) for parts in papers}
    known = {name: name_paper(name, whole.outlets, REPORTING) for name in printed}
    unknown = [name for name in known if not known[name]]
    if any((match["line"] is not None and lookup(name, whole.outlets)) or not is_source_shaped(name) or is_place(name) for name in unknown):
        return None
    found = frozenset(filter(None, known.values()))
    is_sure = bool(papers) and (not unknown or 1 < len(found) > len(unknown))
    return Ending(match.start() + 1, papers, found, unknown, match["amid"] is not None, is_sure)


def _names(text: str, inside: Span, outlets: Outlets, patterns: tuple[regex.Pattern[str], ...] = EACH) -> list[Span]:
    """Return the names that commas and strokes part, none of which is a known name's: "RFE/RL"."""
    if not patterns or outlets.find(text[slice(*inside)]):
        return [inside]
    return [name for part in patterns[0].finditer(text, *inside) for name in _names(text, Span(*part.span()), outlets, patterns[1:])]


def _paper(text: str, span: Span) -> list[Part]:
    """Return the paper that a name says, and who wrote for it: "The Guardian’s Anna Berg"."""
    own = OWN.fullmatch(text, *span)
    people = people_in(own["people"]) if own else ()
    if own is None or not people:
        return [Part("container_title", text[slice(*span)], span)]
    where = Span(own.start("people"), span.end)
    return [part_of(own, "container_title", "paper"), *(Part("author", name, where) for name in people)]
