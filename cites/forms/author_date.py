"""Author and date that point to a list: "(Smith 2010, 45; Lee and Park 2012)", "Smith (2010, 45)", MLA's "(Smith 45)".

They count only where the document has a list with such an entry.
Source: Chicago Manual of Style, 17th edition, 15.20–15.31; APA Publication Manual, 7th edition, 8.10–8.22; MLA Handbook, 9th edition, 6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.claims import find_claim, find_sentence
from cites.grammar.names import initials
from cites.grammar.spellings import Spellings
from cites.grammar.titles import words_of
from cites.model import Citation, Document, Name, Part, Span, Zone

NAME = r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|al-|[Ll]a|[Ll]e|[Dd]u|[Dd]i|[Dd]a)\s)*\p{Lu}[\p{L}'’-]+"
AND = r"(?:and|&|und|et|y|e)"
ONE = rf"{NAME}(?:(?:,\s{NAME})*,?\s{AND}\s{NAME}|(?:\s?/\s?{NAME})+)?"
REST = r"(?:(?:\s(?:of|for|on|the|and|in|de|des|du|für)){0,2}\s\p{Lu}[\p{L}'’-]+){0,6}?"  # Bank for Reconstruction and Development
OTHER_AUTHORS = r"(?P<others>,?\set\sal\.?|\s[ue]\.\s?a\.)?"
NAMES = rf"(?P<names>{ONE}{REST}){OTHER_AUTHORS}"
WITH_COMMA = rf"(?P<names>(?:{NAME},\s){{1,3}}?{NAME}){OTHER_AUTHORS}"  # (Berg, Hall 2015)
BRIEFLY = r"(?:\s\[\p{Lu}{2,8}\])?"  # Mekong River Commission [MRC], 2018
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d|n\.d\.|forthcoming)(?:(?P<letter>[a-h])|\s(?P<letter>[a-h])(?=\s?[,;:/)]|$))?"
PAGES = (
    r"(?:(?:,|\s?:)\s?(?:pp?\.\s?|págs?\.\s?|[Ssс]\.\s?|стр\.\s?|str\.\s?|para\.?\s|chap\.?\s)?(?P<locator>(?!(?:19|20)\d\d[a-h]?\s?(?:[,;)]|$))\d+"
    r"(?:\s?[-–]\s?\d+)?(?:,\s\d+(?:[-–]\d+)?)*|(?!c\b)[ivxlc]+)(?!\d))?"
)
POINTER = regex.compile(rf"(?P<all>(?:{NAMES}(?:’s|'s)?|{WITH_COMMA}(?=,?\s(?:1[5-9]|20))){BRIEFLY}(?:,?\s|,){YEAR}{PAGES})")
EARLIER = regex.compile(rf"(?<=[(;\s])(?P<first>{NAME})(?:;\s{NAME})*;\s$")  # before SOUZA in "SILVA; SOUZA, 2012"
JOIN = rf"(?:[,;/]\s?|\s{AND}\s)"
AGAIN = regex.compile(rf"(?<={JOIN})(?P<all>{YEAR}{PAGES})(?=\s?[,;)]|$|{JOIN})")
LETTER = regex.compile(  # the b of "1999a, b"
    rf"(?<=\d\s?[a-h]{JOIN}(?:[a-h]{JOIN}){{0,5}})(?P<all>(?P<letter>[a-h]){PAGES})(?=\s?[,;)]|$|{JOIN})"
)
EITHER = regex.compile(rf"{POINTER.pattern}|{AGAIN.pattern}|{LETTER.pattern}")
NARRATIVE = regex.compile(rf"{NAMES}(?:’s|'s|’|')?\s\({YEAR}{PAGES}(?P<more>{JOIN}[^()]{{0,40}})?\)")
MORE = regex.compile(rf"{AGAIN.pattern}|{LETTER.pattern}")
MLA_PAGES = r"(?:\d{1,4}(?:[-–]\d{1,4})?|[ivxlc]+(?:[-–][ivxlc]+)?)"
MLA = regex.compile(
    rf"(?<=[(;]\s?|see\s|in\s|cf\.\s|also\s)(?P<all>{NAMES}(?:,\s(?P<title>[\p{{Lu}}“‘][^\d;()]{{2,60}}?))?\s"
    rf"(?P<locator>(?!(?:1[5-9]|20)\d\d){MLA_PAGES}"
    rf"(?:,\s{MLA_PAGES})*))(?=\s?(?:[;)]|$))"
)
MLA_TITLE = regex.compile(rf"(?<=[(;]\s?|see\s|cf\.\s|also\s)(?P<all>{NAMES},\s(?P<title>[\p{{Lu}}“‘][^\d;(),]{{2,60}}?))(?=\s?[;)])")
MLA_QUOTED = regex.compile(
    rf"(?<=[(;]\s?|see\s|cf\.\s|also\s)(?P<all>[“\"](?P<title>[^“”\"]{{3,80}}?),?[”\"](?:\s(?P<locator>{MLA_PAGES}))?)(?=\s?[;)])"
)
MLA_ALONE = regex.compile(rf"(?<=\()(?P<all>(?P<names>{NAME}(?:\sand\s{NAME})?))(?=\))")  # a page of the web has no number
PARENTHESIS = regex.compile(r"\([^()]{3,160}\)")
USUAL = 3  # pointers with pages that show that a text follows the MLA
HAN = regex.compile(r"\p{Han}{2,4}")
BODY_DASH = regex.compile(r"\s[-–—]\s")  # BpB – Bundeszentrale für politische Bildung
PREFIXES = frozenset({"Van", "Von", "De", "Der", "Den", "La", "Le", "Du", "Di", "Da"})
EACH_NAME = regex.compile(NAME)
OTHERS = frozenset({"and", "et", "al", "und", "y", "e"})


def _fold(names: str) -> str:
    return names.casefold().replace("’", "'").removesuffix("'s")


class Index:
    """The entries of the document's list by the family name of the first author."""

    def __init__(self, citations: list[Citation]) -> None:
        self.entries: defaultdict[str, set[str]] = defaultdict(set)  # the years of the works, "" for one without a year
        self.bodies: set[str] = set()
        self.doubled: set[str] = set()  # family names of two words: "lópez pérez"
        # Bodies, and people written in Han, by what they may be called, and by the years of their works.
        self.named: defaultdict[str, dict[str, Name]] = defaultdict(dict)
        self._spellings = Spellings()
        self.titles: set[tuple[str, ...]] = set()  # the first word of each title, the first two …
        for citation in citations:
            if citation.kind == "list":
                people = [part.value for part in citation.parts if part.field in ("author", "editor") and isinstance(part.value, Name)]
                title = words_of(next((str(part.value) for part in citation.parts if part.field == "title"), ""))
                self.titles.update(title[:count] for count in range(1, len(title) + 1))
                year = next((str(part.value)[:4] for part in citation.parts if part.field == "issued"), "")
                for name in people[:1]:
                    key = (name.family or name.literal).casefold().replace("’", "'")
                    self.entries[key.split(" ")[-1] if name.family else key].add(year)
                    if name.family:
                        self._spellings.add(key.split(" ")[-1])
                    if name.family and " " in key:
                        self.entries[key].add(year)
                        self.doubled.add(key)
                    if name.literal:
                        self.bodies |= {key, initials(name.literal)}
                        self.entries[initials(name.literal)].add(year)
                        for called in (key, key.partition(", ")[0], key.partition(" (")[0], *BODY_DASH.split(key)):
                            self.entries[called].add(year)
                            self.named[called].setdefault(year, name)
                    elif HAN.fullmatch(name.family + name.given):
                        self.named[name.family + name.given].setdefault(year, name)

    def is_body(self, names: str) -> bool:
        """True where the list has this as a body: "World Bank", or the initials of one."""
        return names.casefold() in self.bodies

    def doubled_in(self, names: str) -> str:
        """Return the family name of two words that begins what is printed, "" for none: "López Pérez y García"."""
        words = names.split(" ")
        return next((first for n in (2, 3) if _fold(first := " ".join(words[:n]).rstrip(",")) in self.doubled), "")

    def has(self, names: str, year: str = "") -> bool:
        """True where the list has an entry of these authors and this year."""
        return self.find(names, year) is not None

    def find(self, names: str, year: str = "") -> str | None:
        """Return the key of the first author where an entry has that author and year."""
        first = EACH_NAME.search(names)
        for key in (_fold(names), _fold(self.doubled_in(names)), _fold(first[0]).split(" ")[-1] if first else ""):
            years = self.entries.get(key)
            if years and (not year.isdigit() or not years.isdisjoint((year, ""))):
                return key
        near = self._spellings.near(_fold(first[0]).split(" ")[-1]) if first and year.isdigit() else None
        return near if near and year in self.entries[near] else None  # "Nielson" for Nielsen


def points_to_list(citation: Citation, index: Index) -> bool:
    """True for what the list tells better: a source with a year that is an author of it, "(World Bank 2019)"; a part of its names."""
    if citation.matched_by == "author_year":
        return bool(index.entries)
    values = {part.field: str(part.value) for part in citation.parts}
    year = values.get("issued", "")
    return citation.matched_by == "source_date" and len(year) == 4 and index.has(values.get("container_title", ""), year)


def read_pointers(document: Document, zones: tuple[Zone, ...], index: Index, taken: list[Citation]) -> list[Citation]:
    """Return the author–date citations of the running text and of notes, as short forms."""
    if not index.entries:
        return []
    spans = sorted(citation.span for citation in taken)
    closed = [zone.span for zone in zones if zone.kind == "list"]
    found = list(_in_parentheses(document.text, zones, index))
    if sum(bool(c.locator) and not any(part.field == "issued" for part in c.parts) for c in found) >= USUAL:
        found += _without_pages(document.text, closed, index)
    found += [c for c in _narrative(document.text, index) if not any(s.start <= c.span.start < s.end for s in closed)]
    return [c for c in _unique(found) if not any(s.start < c.span.end and c.span.start < s.end for s in spans)]


def _unique(citations: list[Citation]) -> Iterator[Citation]:
    end = -1
    for citation in sorted(citations, key=lambda c: c.span):
        if citation.span.start >= end:
            yield citation
            end = citation.span.end


def _in_parentheses(text: str, zones: tuple[Zone, ...], index: Index) -> Iterator[Citation]:
    for zone in zones:
        if zone.kind not in ("inline", "note"):
            continue
        start, end = zone.span
        last = year = ""
        found = False
        for match in EITHER.finditer(text, start, end):
            earlier = EARLIER.search(text, start, match.start()) if match["names"] else None
            if match["names"]:
                last = _known(match["names"], match["year"], index)
                if not last and earlier and index.has(earlier["first"], match["year"]):  # "(SILVA; SOUZA, 2012)"
                    found, last = True, earlier["first"]
                    begin = earlier.start("first")
                    yield _citation(text, match, last, zone, index, start=begin, end=match.end("all"), year=match["year"], within=True)
                    continue
            elif match["year"] and last and text[match.start() - 2] not in ",;" and not index.has(last, match["year"]):
                continue  # "Smith 1999, between 1990 and 1995"
            year = match["year"] or year
            if last:
                found = True
                yield _citation(text, match, last, zone, index, year=year)
        if found or zone.kind == "note":
            continue
        for mla in MLA.finditer(text, start, end):
            if index.has(mla["names"]):
                yield _citation(text, mla, mla["names"], zone, index)


def _without_pages(text: str, closed: list[Span], index: Index) -> Iterator[Citation]:
    """Read what the MLA prints where there is no page or no author: "(James, Beyond)", "(“Bottles at Bourda” 1)", "(Walcott-Hackshaw)"."""
    for parenthesis in PARENTHESIS.finditer(text):
        start, end = parenthesis.span()
        if any(span.start <= start < span.end for span in closed):
            continue
        zone = Zone("inline", Span(start + 1, end - 1))
        for pattern in (MLA, MLA_TITLE, MLA_ALONE):
            for match in pattern.finditer(text, start, end):
                if index.has(match["names"]):
                    yield _citation(text, match, match["names"], zone, index)
        for match in MLA_QUOTED.finditer(text, start, end):
            if words_of(match["title"]) in index.titles:
                yield _citation(text, match, "", zone, index)


def _known(names: str, year: str, index: Index) -> str:
    """Return the names, or the later ones of them, that the list has: of "Tajikistan, Abdurakhimov and Becker" the last two."""
    while names and not index.has(names, year):
        names = names.partition(", ")[2] or names.partition(" ")[2]  # "See Dubois 2010"
    return names


def _narrative(text: str, index: Index) -> Iterator[Citation]:
    for match in NARRATIVE.finditer(text):
        names = match["names"]
        key = index.find(names, match["year"])
        if key is None:  # "In Europe Smith (2010)": the names may begin later
            words = names.split(" ")
            shorter = next((" ".join(words[i:]) for i in range(1, len(words)) if index.find(" ".join(words[i:]), match["year"])), None)
            if shorter is None:
                continue
            start = match.start("names") + len(names) - len(shorter)
            names = shorter
        else:
            start = match.start("names")
        more = [
            again
            for again in (MORE.finditer(text, match.start("more"), match.end() - 1) if match["more"] else ())
            if not again["year"] or index.has(names, again["year"])
        ]
        end = match.start("more") if more else match.end()
        zone = Zone("inline", Span(start, match.end()))
        yield _citation(text, match, names, zone, index, start=start, end=end)
        for again in more:  # "Smith (1999a, b)"
            yield _citation(text, again, names, zone, index, start=again.start(), end=again.end(), year=again["year"] or match["year"])


def _family(name: str) -> Name:
    words = name.removesuffix("’s").removesuffix("'s").split(" ")
    first = next((i for i, word in enumerate(words) if word[0].isupper() and word not in PREFIXES), len(words) - 1)
    return Name(family=" ".join(words[first:]), particle=" ".join(words[:first]))


def _citation(
    text: str,
    match: regex.Match[str],
    names: str,
    zone: Zone,
    index: Index,
    *,
    start: int | None = None,
    end: int | None = None,
    year: str = "",
    within: bool = False,
) -> Citation:
    begin = match.start("all") if start is None else start
    if start is None and match.groupdict().get("names", "") and match["names"] != names and match["names"].endswith(names):
        begin += len(match["names"]) - len(names)
    stop = match.end("all") if end is None else end
    groups = match.groupdict()
    people = [_family(name) for name in EACH_NAME.findall(names) if name.casefold() not in OTHERS]
    if index.is_body(names):
        people = [Name(literal=names)]
    elif doubled := index.doubled_in(names):
        people = [Name(family=doubled)]
    parts = [Part("author", name, Span(begin, stop)) for name in people[:1]]
    if year := groups.get("year") or year:
        parts.append(Part("issued", year, Span(begin, stop)))
    if groups.get("letter"):
        parts.append(Part("year_letter", groups["letter"], Span(begin, stop)))
    if groups.get("title"):
        parts.append(Part("title", groups["title"].strip('“”"‘’, '), Span(begin, stop)))
    claim = (
        find_claim(text, zone.callout.start if zone.callout else zone.span.start)
        if start is None or within
        else find_sentence(text, begin, stop)  # the names are words of the sentence
    )
    return Citation(
        span=Span(begin, stop), kind=zone.kind, form="short", matched_by="author_date", parts=tuple(parts),
        locator=groups.get("locator") or "",
        note=zone.label, claim=claim, confidence=0.95,
    )  # fmt: skip
