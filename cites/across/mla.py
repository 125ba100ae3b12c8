"""What follows the MLA: author and page, "(Smith 45)", also with a comma, "(Smith, p. 45)"; where there is no page or no author,
"(James, Beyond)", "(“Bottles at Bourda” 1)".

Source: MLA Handbook, 9th edition, 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.across.index import Index
from cites.across.pointer import make_pointer
from cites.across.shapes import INITIALS, LEADS, LED, NAMES, ONE, OTHER_AUTHORS
from cites.claims import find_sentence
from cites.grammar.dates import MONTHS
from cites.grammar.firms import FIRM
from cites.grammar.person import SMALL
from cites.grammar.printed import has
from cites.grammar.titles import words_of
from cites.marks import Layer
from cites.model import Citation, Span, Zone

PAGE = r"(?:\d{1,4}(?:[-–]\d{1,4})?|[ivxlc]+(?:[-–][ivxlc]+)?|\p{Lu}\d{1,2})"  # 45-46 · xii · A4, of a newspaper
MLA_PAGES = (
    rf"(?:\d{{1,2}}:\s?(?=\d+[^\d:]))?(?P<locator>(?!(?:1[5-9]|20)\d\d){PAGE}(?:,\s{PAGE})*|\d\d:\d\d:\d\d(?:[-–][\d:]+)?)"
)
PART = r"(?P<locator>(?:par|ch|sec|line|act|sc|pt|canto|bk|fol)s?\.?\s\d{1,4}(?:[-–]\d{1,4})?)"  # par. 4
PAGED = regex.shapes(  # behind a comma
    ("vol. I, pp. 237-238", r"(?:(?:vol\.\s)?(?:[IVX]{1,5}|\d{1,2}),\s)?pp?\.\s?(?P<locator>\d{1,4}(?:[-–]\d{1,4})?)"),
    ("322", r"(?P<locator>(?!(?:1[5-9]|20)\d\d)\d{3,4}|\d{1,4}[-–]\d{1,4})"),  # an age has two digits
)
END = r"(?=\s?[;)])"
PEOPLE = rf"{INITIALS}{NAMES}"
MLA = regex.compile(
    rf"{LED}(?P<all>{PEOPLE}(?:,\s(?P<title>(?![IVX]+,)[\p{{Lu}}“‘\"][^\d;()]{{2,60}}?))?(?:\s{MLA_PAGES}|,\s(?:{PART}|{PAGED})))(?=\s?"
    rf"(?:\.?[;)]|$))"
)
MLA_TITLE = regex.compile(rf"{LED}(?P<all>{PEOPLE},\s(?P<title>[\p{{Lu}}“‘\"][^\d;(),]{{2,60}}?)){END}")
MLA_QUOTED = regex.compile(rf"{LED}(?P<all>[“\"](?P<title>[^“”\"]{{3,80}}?),?[”\"](?:\s{MLA_PAGES}|,?\s{PART})?){END}")
MLA_ALONE = regex.compile(rf"{LED}(?P<all>{PEOPLE}){END}")  # a page of the web has no number
MLA_ITALIC = regex.compile(rf"{LED}(?!{LEADS})(?P<all>(?P<title>[\p{{L}}\d][^;()“”\"]{{2,80}}?)(?:,?\s{MLA_PAGES}|,\s{PART})?){END}")
MLA_IN_SENTENCE = regex.compile(rf"{NAMES}(?:’s|'s|’|')?\s\({MLA_PAGES}\)")  # only Baumlin (29-33) asks
IS_PAGE = regex.shapes(  # what shows that a number in parentheses is a page
    ("“without a script” ⟨⟩(43)", r"(?<=[”\"»]\s)"),
    ("⟨⟩(44–45)", r"(?=\(\d\d+[-–]\d\d)"),
    ("to redeem ⟨⟩(9, 14).", r"(?=\(\d+(?:,\s\d+)*\)[.;])"),
    ("Strand writes ⟨⟩(41), “and", r"(?=\(\d+\),\s[“\"])"),
    ("built them ⟨⟩(24), and", r"(?<=\s\p{Ll}+\s)(?=\(\d+\),\s\p{Ll})"),
)
ALONE = regex.compile(rf"(?:{IS_PAGE})\((?P<all>{MLA_PAGES})\)")
COUNTS = regex.compile(r"\s\p{Ll}+\s\(\d+\),\s")  # the bakers (24), and the smiths (12), and
QUOTED = regex.compile(r"[“\"](?P<title>[^“”\"]{3,80}?)[,.]?[”\"]")
NAME = regex.compile(rf"(?:(?i:{SMALL})\s)?\p{{Lu}}[\p{{L}}-]+")  # Du Bois
COUNTED = r"(?P<name>\p{Lu}[\p{L}'’-]+)\s\(\d{1,3}\)"
JOINED = r"(?:,|,?\s(?:\p{L}{1,3}|&))\s"
COUNTED_BEFORE, COUNTED_BEHIND = regex.compile(rf"{COUNTED}{JOINED}$"), regex.compile(JOINED + COUNTED)
MAX_COUNTED = 40  # code points of a name with its number
EXACTLY = regex.compile(ONE + OTHER_AUTHORS)
BRACKET = regex.compile(  # no link of Markdown, and no "she [Woolf] hated"
    r"(?<=(?<!\b(?i:s?he|him|hers?|his|who)\s)\[)\p{Lu}[^\[\]()\n]{2,100}(?=\](?![(\[:]))"
)
IN_BRACKET = regex.compile(rf"(?:(?<=\[)|(?<=;\s))(?P<all>{PEOPLE})(?=;|$|,\s(?:1[5-9]|20)\d\d)")
PARENTHESIS = regex.compile(r"\([^()]{3,160}\)")
HEADING = regex.compile(r"\n[ \t#*_]*works cited[ \t:*_]*\r?\n", regex.IGNORECASE)
MAX_BEFORE = 600  # code points, in which a sentence names an author before a title alone
USUAL = 3  # pointers with pages that show that a text follows the MLA


def read_with_pages(text: str, zone: Zone, index: Index) -> Iterator[Citation]:
    """Yield "Smith 45" of "(see Smith 45; Lee 12)"."""
    for match in MLA.finditer(text, *zone.span):
        if index.has(match["names"]):
            yield make_pointer(text, match, match["names"], zone, index)


def is_usual(text: str, found: list[Citation]) -> bool:
    """True where so many pointers have a page and no year that the text follows the MLA, or its list has the heading of the MLA."""
    paged = sum(bool(c.locator) and not has(c.parts, "issued") for c in found)
    return paged >= (1 if HEADING.search(text) else USUAL)


def read_without_pages(text: str, index: Index, italics: Layer) -> Iterator[Citation]:
    """Read what the MLA prints where there is no page or no author: "(James, Beyond)", "(“Bottles at Bourda” 1)", "(Walcott-Hackshaw)"."""
    for parenthesis in PARENTHESIS.finditer(text):
        start, end = parenthesis.span()
        zone = Zone("inline", Span(start + 1, end - 1))
        for pattern in (MLA, MLA_TITLE, MLA_ALONE):
            for match in pattern.finditer(text, start, end):
                if index.has(match["names"]) if pattern is not MLA_ALONE else _is_exactly(match["names"], index):
                    yield make_pointer(text, match, match["names"], zone, index)
        for match in MLA_QUOTED.finditer(text, start, end):
            if words_of(match["title"]) in index.titles:
                yield make_pointer(text, match, "", zone, index)
        for match in MLA_ITALIC.finditer(text, start, end):
            words = words_of(match["title"])
            if words in index.titles and _is_title(match, italics):
                yield make_pointer(text, match, "", zone, index)
            elif len(words) == 1 and match["locator"] and (family := _author_of(text, match, words[0], index)):
                yield make_pointer(text, match, family, zone, index, start=match.start("all"))


def read_in_sentences(text: str, index: Index) -> Iterator[Citation]:
    """Yield whom a sentence names before nothing but a page, "only Baumlin (29-33) asks"; the page alone where they are named earlier."""
    for match in MLA_IN_SENTENCE.finditer(text):
        names = match["names"]
        while names and not _is_exactly(names, index):
            names = names.partition(" ")[2]  # As Benjamin (226) says
        start = match.end("names") - len(names)
        if names and not _is_tally(text, start, match.end(), index):
            yield make_pointer(text, match, names, Zone("inline", Span(start, match.end())), index, start=start, end=match.end())
    for match in ALONE.finditer(text):
        start, end = match.span("all")
        whole = find_sentence(text, start, end)
        if len(COUNTS.findall(text, *whole)) > 1:
            continue
        sentence = whole.start, start
        words = (word for name in reversed(NAME.findall(text, *sentence)) for word in (name, name.rpartition(" ")[2]))
        if named := next((word for word in words if _is_exactly(word, index)), ""):
            title = next((said["title"] for said in QUOTED.finditer(text, *sentence) if words_of(said["title"]) in index.titles), "")
            yield make_pointer(text, match, named, Zone("inline", Span(start, end)), index, start=start, end=end, title=title, within=True)


def read_in_brackets(text: str, index: Index) -> Iterator[Citation]:
    """Yield the names of "[Romer]" and "[Helms; Wilson]", where brackets that hold nothing but names of the list are usual."""
    found = []
    for bracket in BRACKET.finditer(text):
        names = list(IN_BRACKET.finditer(text, *bracket.span()))
        if all(_is_exactly(name["names"], index) for name in names) and text[slice(*bracket.span())].count(";") < len(names):
            alone = (name for name in names if not text.startswith(",", name.end()))  # no "[Pagels, 1995]"
            found += [make_pointer(text, name, name["names"], Zone("inline", Span(*bracket.span())), index) for name in alone]
    return iter(found if len(found) >= USUAL else ())


def _is_tally(text: str, start: int, end: int, index: Index) -> bool:
    """True beside a name with a number that is no author's: "goals by Smith (34), Clark (12) and Brown (78)"."""
    before = COUNTED_BEFORE.search(text, max(0, start - MAX_COUNTED), start)
    behind = COUNTED_BEHIND.match(text, end)
    return any(found is not None and not index.has(found["name"]) for found in (before, behind))


def _is_exactly(names: str, index: Index) -> bool:
    """True for family names of the list, or a body with its whole name; not for "Benjamin Franklin" where Benjamin is an author."""
    if FIRM.search(names):
        return False  # Okafor & Sons
    return index.is_body(names) or (EXACTLY.fullmatch(names) is not None and index.has(names))


def _author_of(text: str, match: regex.Match[str], word: str, index: Index) -> str:
    """Return whose title "(Death 7)" shortens to its first word: who is named before it in its paragraph, "" where nobody is."""
    if not match["title"][:1].isupper() or word in MONTHS:
        return ""
    paragraph = text.rfind("\n\n", 0, match.start()) + 1
    return index.named_last(word, text, max(paragraph, match.start() - MAX_BEFORE), match.start())


def _is_title(match: regex.Match[str], italics: Layer) -> bool:
    """True for what is set in italics, or has several words and a page: "(Arrow of God 33)"."""
    title = Span(*match.span("title"))
    if any(mark.span.start <= title.start and title.end <= mark.span.end for mark in italics.touching(title)):
        return True
    words = match["title"].split()
    return len(words) > 1 and bool(match["locator"]) and words[0].casefold() not in MONTHS
