"""The list of a document, as an index: which authors it has, with which years."""

from __future__ import annotations

from collections import defaultdict

from cites import lazy_regex as regex
from cites.across.shapes import EACH_NAME
from cites.edtf import is_year
from cites.grammar import firms
from cites.grammar.called import Spellings, all_initials, first_of_two
from cites.grammar.printed import value_of
from cites.grammar.syllabic_names import SYLLABLE
from cites.grammar.titles import words_of
from cites.marks import Marked
from cites.model import Citation, Name

SYLLABLES = regex.compile(rf"{SYLLABLE}{{2,5}}")  # 费孝通 · 김민수
OF_YEAR = regex.compile(r"\p{Lu}\p{L}+,?\s(?:1[5-9]|20)\d\d[a-h]?(?!\d)")
BODY_DASH = regex.compile(r"\s[-–—]\s")  # BpB – Bundeszentrale für politische Bildung

CALLED = regex.compile(r"(?<=\p{L})\s[(\[](?P<short>\p{Lu}[\p{L}&-]{1,9})(?=[)\],;])")  # the Office for National Statistics (ONS
SHORT = regex.compile(r"(?<=\s[(\[])\w+(?=[)\]]$)")  # United Nations Children's Fund (UNICEF)
LONGEST_TITLE, LONGEST_NAME = 40, 120  # words by which a title may be called; code points of a body's name


class Index:
    """The entries of the document's list by the family name of the first author."""

    def __init__(self, citations: list[Citation]) -> None:
        self.entries: defaultdict[str, set[str]] = defaultdict(set)  # the years of the works, "" for one without a year
        self.bodies: set[str] = set()
        self.initials: defaultdict[str, set[str]] = defaultdict(set)  # the first letters of the given names, by family name
        self.doubled: set[str] = set()  # family names of two words: "lópez pérez"
        # Bodies, and people written in Han or Hangul, by what they may be called, and by the years of their works.
        self.named: defaultdict[str, dict[str, Name]] = defaultdict(dict)
        self.titles: set[tuple[str, ...]] = set()  # the first word of each title, the first two …
        self._dated: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)  # the years of these
        self._families: defaultdict[str, set[str]] = defaultdict(set)  # who wrote the works whose titles begin with a word
        self._spellings = Spellings()
        self.papers: defaultdict[tuple[str, str], list[Name]] = defaultdict(list)  # who wrote in a paper or a journal in a year
        for citation in citations:
            self._add(citation)

    def _add(self, entry: Citation) -> None:
        title = words_of(value_of(entry.parts, "title"))
        year = next((str(part.value)[:4] for part in entry.parts if part.field == "issued"), "")
        for count in range(1, min(len(title), LONGEST_TITLE) + 1):
            self.titles.add(title[:count])
            self._dated[title[:count]].add(year)
        name = next((part.value for part in entry.parts if part.field in ("author", "editor") and isinstance(part.value, Name)), None)
        if title and name and name.family:
            self._families[title[0]].add(name.family)
        paper = value_of(entry.parts, "container_title")
        if name and paper:
            self.papers[_bare(paper), year].append(name)
        if name is None and paper:
            name = Name(literal=paper)  # Eastern Daily Echo (2022) ‘Apology’ · "Who Insures?" The Guardian, April 15, 2016
        if name is not None:
            self._add_person(name, year)
            self._add_as_printed(name, year)

    def _add_person(self, name: Name, year: str) -> None:
        """Add a person, or a body by its whole name; "López Pérez" is met as "Pérez" too."""
        key = (name.family or name.literal).casefold().replace("’", "'")
        if not name.family:
            self.entries[key].add(year)
            return
        last = key.split(" ")[-1]
        self.entries[last].add(year)
        self.initials[last].add(name.given[:1])
        self._spellings.add(last)
        if " " in key:
            self.entries[key].add(year)
            self.doubled.add(key)
        if first := first_of_two(name):
            self.entries[first].add(year)
            self.initials[first].add(name.given[:1])

    def _add_as_printed(self, name: Name, year: str) -> None:
        """Add what is known letter by letter: a body with its initials and its short names, one in Han or Hangul: 山田 of 山田一郎."""
        if name.literal:
            key, shorts = (name.family or name.literal).casefold().replace("’", "'"), all_initials(name.literal)
            self.bodies |= {key, *shorts}  # what has no capitals has no initials: 国家统计局
            for short in shorts:
                self.entries[short].add(year)
            bare = [key.removeprefix("the "), *SHORT.findall(key)]
            for called in (key, *bare, key.partition(", ")[0], key.partition(" (")[0], firms.END.sub("", key), *BODY_DASH.split(key)):
                if called:
                    self.entries[called].add(year)
                    self.named[called].setdefault(year, name)
        elif SYLLABLES.fullmatch(name.family + name.given):
            for called in (name.family + name.given, *([name.family] if len(name.family) > 1 else ())):
                self.named[called].setdefault(year, name)

    def call(self, short: str, before: str) -> None:
        """Know a body by what the text calls it behind its name: "Centers for Disease Control and Prevention (CDC, 2019)"."""
        for called in [called for called in self.named if " " in called and before.endswith(called)]:
            self.named[short] |= self.named[called]
            self.entries[short] |= self.entries[called]

    def named_last(self, word: str, text: str, start: int, end: int) -> str:
        """Return which author of a title that begins with `word` is named last in `start:end`, "" where none is."""
        found = [(at, family) for family in self._families.get(word, ()) if (at := text.rfind(family, start, end)) >= 0]
        return max(found, default=(0, ""))[1]

    def is_body(self, names: str) -> bool:
        """True where the list has this as a body: "World Bank", or the initials of one."""
        return names.casefold() in self.bodies

    def has_initials(self, names: str, initials: str) -> bool:
        """True where the first of these authors may have the initials: "J. M. " of J. M. Taylor, not the "U. S. " of a country."""
        first = EACH_NAME.search(names)
        return first is not None and initials[0] in self.initials[_fold(first[0]).split(" ")[-1]]

    def has_title(self, words: tuple[str, ...], year: str) -> bool:
        """True where a work of this year, or one without a year, has a title that begins so; one word alone may be anything."""
        years = self._dated.get(words, set()) if len(words) > 1 else set()
        return bool(years) and (year in years or (not year.isdigit() and "" in years))

    def doubled_in(self, names: str) -> str:
        """Return the family name of two words that begins what is printed, "" for none: "López Pérez y García"."""
        words = names.split(" ")
        return next((first for n in (2, 3) if _fold(first := " ".join(words[:n]).rstrip(",")) in self.doubled), "")

    def wrote_in(self, paper: str, year: str) -> Name | None:
        """Return who wrote the only work that the list has of this paper and year: "(The Guardian, 2025)"."""
        names = self.papers.get((_bare(paper), year), [])
        return names[0] if len(names) == 1 and not self.has(paper, year) else None

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


def to_index(marked: Marked, listed: list[Citation], noted: list[Citation]) -> Index:
    """Return the index of the list, or of the notes where authors with a year are links to them: "([Berg 2015](#berg2015))"."""
    to_notes = not listed and any(link.value[:1] == "#" and OF_YEAR.search(marked.document.text, *link.span) for link in marked.links.marks)
    index, text = Index([one for one in noted if one.form == "full"] if to_notes else listed), marked.document.text
    for match in CALLED.finditer(text) if index.named else ():
        index.call(match["short"].casefold(), text[max(0, match.start() - LONGEST_NAME) : match.start()].casefold().replace("’", "'"))
    return index


def _bare(paper: str) -> str:
    return paper.casefold().removeprefix("the ")


def _fold(names: str) -> str:
    return names.casefold().replace("’", "'").removesuffix("'s")


def points_to_list(citation: Citation, index: Index) -> bool:
    """True for what the list tells better: a source with a year that is an author of it, "(World Bank 2019)"; a part of its names."""
    if citation.matched_by == "author_year":
        return bool(index.entries)
    values = {part.field: str(part.value) for part in citation.parts}
    year = values.get("issued", "")
    if is_year(year) and not values.keys() - {"title", "container_title", "issued", "page"}:
        title = values.get("title") or values.get("container_title", "")
        is_paper = "title" not in values and index.wrote_in(title, year) is not None
        return is_paper or index.has(title, year) or index.has_title(words_of(title), year)  # (“Fear in the Clinic,” 2017)
    if citation.matched_by == "linked" and values.get("url", "")[:1] == "#":  # ([Berg 2015](#berg2015))
        return any(isinstance(part.value, Name) and index.has(part.value.family, year) for part in citation.parts)
    if citation.matched_by == "book" and values.keys() <= {"title", "volume", "page"} and "title" in values:
        return index.has(values["title"].partition(", ")[0])  # (Ahmadzadeh and Stansfield, p. 17)
    paper = values.get("container_title", "")
    is_whole = is_year(year) or not year  # (BBC, no date)
    return citation.matched_by == "source_date" and is_whole and (index.has(paper, year) or index.wrote_in(paper, year) is not None)
