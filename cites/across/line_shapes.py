"""How digests print what they have from the press, one row a shape: "Oil falls, Jane Hall, Reuters (5/3/2024)", "The port – The Guardian –
4 May 2024", "March 25, 2011 - Reuters - Restart", "El puente" above "ANA SANZ ABC 10 Mayo 2002".
"""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.whole import authors_in, part_of
from cites.common_words import is_common
from cites.grammar.dates import read_date
from cites.grammar.lexicon import one_of
from cites.grammar.person import is_given
from cites.grammar.printed import has
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_source_shaped, lookup
from cites.grammar.urls import is_site
from cites.knowledge import PRESS, fold_name, load
from cites.model import Part, Span
from cites.outlets import Outlets
from cites.view import fold

ITEM = r"[ \t>*_]*(?:[(\[]?(?P<number>\d{1,3})[.)\]][ \t]+|[-*•–][ \t]+)?"
TITLE = r"(?P<title>[\p{Lu}\d“\"‘'«¿¡][^\n]{7,240}?)"
PERSON = r"\p{Lu}[\p{L}.'’-]*(?:\s(?:and\s|&\s)?\p{Lu}[\p{L}.'’-]*){1,7}"
PAPER = r"(?P<paper>\p{L}(?:[^-,:;|–—\n“”\"]|(?<=\S)-(?=\S)){1,60}?)"
NAMED = r"(?P<before>\p{L}[^\n\d“”„\"]{1,80}?)"  # ANA SANZ ABC
DAY = (
    r"(?P<day>\d{1,2}(?:\.|º|st|nd|rd|th)?\s?(?:de\s)?\p{L}{3,10}\.?,?\s?(?:de\s)?(?:19|20)\d\d|\p{Lu}\p{L}{2,8}\.?\s\d{1,2},\s(?:19"
    r"|20)\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|\d{4}-\d\d-\d\d)"
)
MONTH = r"(?P<day>\p{Lu}\p{L}{2,8}\s(?:19|20)\d\d)"
DASH = r"\s[-–—|]\s"
END = r"(?:[^\S\n]|[.–-])*$"
ABOVE = regex.compile(  # none of a list of the press: The Daily Green - July 29, 2008
    r"[ \t]*(?:\d{1,2}[.)][ \t]+)?(?P<title>[\p{Lu}\d“\"‘«¿¡][^\n]{2,159}?)(?<![.:,])(?<!\d,\s20\d\d(?:\s[-–—|]\s\S{1,20})?)[ \t\r]*$"
)
RUN_TOGETHER = regex.compile(r"(?<=\d)(?=\p{Lu})|(?<=\p{L})(?=\d)")  # 19Oct2017
SENTENCE = regex.compile(r"\p{Ll}{2}\.\s\p{Lu}")  # that ends before another
BYLINE = regex.compile(r"(?:[Bb]y\s)?(?P<name>\p{Lu}[^/,|]*?)\s*(?:$|[/,|])")
CLOSING = (")", "”", "“", "»", '"')
FIELDS = {"paper": "container_title", "issue": "issue", "page": "page"}
GENRES = load().genres
LONGEST_NAME = 5  # words of a paper
FEWEST = 3  # words of a headline


class Shape(NamedTuple):
    """A row: its pattern, marks of which one stands in each such line, and how many of them show that they are no sentences.

    known_only: one with a paper that nobody knows is none; else half of them must be known. is_below: the line above is the title.
    """

    pattern: regex.Pattern[str]
    marks: tuple[str, ...]
    least: int
    known_only: bool = True
    is_below: bool = False


class Line(NamedTuple):
    """What a line is read as: where it stands, what is printed in it, by which name its paper is known, if it is."""

    span: Span
    parts: tuple[Part, ...]
    paper: str


def _lines(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.MULTILINE)


DASHES = (" - ", " – ", " — ", " | ")
DASHED = rf"(?:(?<![!?]){DASH}{PAPER}(?:{DASH}|,\s){DAY}|{DASH}{DAY}{DASH}{PAPER})"
OPENINGS = (  # of paragraphs too
    # March 25, 2011 - Reuters - Reactor restarts - It is on again
    Shape(_lines(rf"{ITEM}{DAY}{DASH}{PAPER}{DASH}\s*{TITLE}(?={DASH}|{END})"), DASHES, 3, known_only=False),
    # Mark Townley in the Observer, 16th September 2012: “More people would …”
    Shape(
        _lines(
            rf"{ITEM}(?P<author>{PERSON})(?:,?\s(?:writing\s)?(?:in|on|for)\s(?:the\s)?|,\s(?=[^\n:]{{8,90}}:\s[“\"])){PAPER},\s(?:{DAY}|{MONTH})"
            r"(?::|[ \t*_]*(?=\r?\n\s*[“\"]))"
        ),
        (", ",),
        1,
    ),
)
SHAPES = (
    # Storing Waste a $23-Billion Problem, Jane Hall, CBC News (8/18/2009)
    Shape(_lines(rf"{ITEM}{TITLE}(?:,\s(?P<author>{PERSON}))?,\s+{PAPER}\s\({DAY}\){END}"), (")",), 3, known_only=False),
    # The port that nobody wanted – The Guardian – 4 May 2024 · The port that nobody wanted – 04/05/2024 – The Guardian
    Shape(_lines(rf"{ITEM}{TITLE}(?<![\s.…:]){DASHED}{END}"), DASHES, 3, known_only=False),
    # (AP via The Australian) Uighurs ignore mosque ban. July 11, 2009
    Shape(
        _lines(rf"{ITEM}(?P<opening>\()(?:\p{{Lu}}[\p{{L}}. -]{{1,30}}\svia\s)?{PAPER}\)\s+{TITLE}(?:[.?!]\s+|\s{{2,}}){DAY}{END}"),
        ("(",),
        1,
    ),
    # Sächsische Zeitung, 26.11.2016: „Sachsen misstraut“ · Der Spiegel, 47/2011, Seite 21, 20.11.2011 Das Meer
    Shape(
        _lines(
            rf"{ITEM}{PAPER},\s(?:(?P<issue>\d{{1,3}})/(?:19|20)\d\d,\s)?(?:(?i:{one_of('pages')})\s(?P<page>\d+(?:-\d+)?),\s)?{DAY}"
            rf":?\s(?:(?P<author>{PERSON}):\s)?(?P<opening>[“„\"«])?{TITLE}(?(opening)[”“\"»])(?<!\.)[ \t\r]*$"
        ),
        (", ",),
        2,
    ),
    # Source:Financial Times Date:19Oct2017
    Shape(
        _lines(rf"[ \t]*(?i:{one_of('source_labels')})\s?:\s?{PAPER}[,|]?\s(?i:{one_of('date_labels')})\s?:\s?{DAY}{END}"),
        (":",),
        2,
        known_only=False,
        is_below=True,
    ),
    # ANA SANZ ABC 10 Septiembre 2002 · Wired | May 7, 2024 | By Jane Hall
    Shape(_lines(rf"[ \t]*{NAMED}[ ,|/•·–-]*{DAY}(?:\s[|•·]\s(?:[Bb]y\s)?(?P<author>{PERSON}))?{END}"), ("",), 2, is_below=True),
    Shape(_lines(rf"[ \t]*{DAY}\s?[,|/–-]\s?{NAMED}{END}"), ("",), 2, is_below=True),  # 29 September 2012 / Reuters
)


def name_paper(name: str, outlets: Outlets, kinds: frozenset[str] = PRESS) -> str:
    """Return what a name of a paper or a site is known by, "" where it is none."""
    if outlet := lookup(name, outlets):
        return outlet.name if outlet.kind in kinds else ""
    return name if is_site(name) or fold_name(name) in outlets.namesakes else ""  # a name that several papers have: El Correo


def read_shape(shape: Shape, text: str, above: Span, line: Span, outlets: Outlets) -> Line | None:
    """Return what a dated line is; above: the last line before it that is not empty."""
    match = shape.pattern.match(text, *line)
    date = read_date(fold(RUN_TOGETHER.sub(" ", match["day"])), 0) if match else None
    titled = ABOVE.match(text, *above) if match and shape.is_below else match
    if match is None or titled is None or date is None or not (date.has_month and date.has_year):
        return None
    parts = fields_of(text, match, outlets)
    if "before" in match.groupdict():
        parts = [*_paper_at_end(text, Span(*match.span("before")), outlets), *parts]
    if shape.is_below and not has(parts, "title"):
        parts = [part_of(titled, "title", "title"), *parts]
    values = {part.field: str(part.value) for part in parts}
    title, paper = values.get("title", ""), values.get("container_title", "")
    known = name_paper(paper, outlets)
    if not (known or (not shape.known_only and is_source_shaped(paper) and paper[0].isupper())):
        return None
    if "author" not in values if not title else not shape.is_below and (title.count(" ") < FEWEST - 1 or SENTENCE.search(title)):
        return None
    parts.append(Part("issued", date.value, Span(*match.span("day"))))
    return to_line(match, parts, known)


def to_line(match: regex.Match[str], parts: list[Part], paper: str) -> Line:
    """Return the fields of a line with the stretch that they cover, brackets around the first and the last among it."""
    spans = sorted(part.span for part in parts if part.span)
    start = match.start("opening") if match.groupdict().get("opening") == "(" else spans[0].start
    end = max(part.span.end for part in parts if part.span and part.field != "author")  # Wired | May 7, 2024 | By Jane Hall
    return Line(Span(start, end + match.string.startswith(CLOSING, end)), tuple(parts), paper)


def fields_of(text: str, match: regex.Match[str], outlets: Outlets) -> list[Part]:
    """Return the fields of a line; what stands where its authors might and is no name belongs to the title."""
    groups = match.groupdict()
    people = people_at(text, Span(*match.span("author")), outlets) if groups.get("author") else []
    fields = [part_of(match, field, group) for group, field in FIELDS.items() if groups.get(group)]
    if not groups.get("title"):
        return [*fields, *people]
    ends = match.spans("title") + (match.spans("author") if not people and groups.get("author") else [])
    title = Span(min(start for start, _ in ends), max(end for _, end in ends))
    return [Part("title", text[slice(*title)], title), *fields, *people]


def people_at(text: str, span: Span, outlets: Outlets) -> list[Part]:
    """Return the people whose names fill a stretch: "Ian MacLeod", "Ju-min Park and Kiyoshi Takenaka"; none for "Says the Envoy"."""
    printed = text[slice(*span)]
    words = printed.split()
    if is_place(printed) or outlets.find(printed):
        return []
    is_name = is_given(words[0].capitalize()) or not any(is_common(word.casefold()) for word in words[:2])
    return authors_in(text, span) if is_name else []


def _paper_at_end(text: str, span: Span, outlets: Outlets) -> list[Part]:
    """Read the paper that ends a stretch, and before it who wrote, or what kind of article it is: "Editorial El Mundo"."""
    words = text[slice(*span)].rstrip(" ,|/–-").split(" ")
    for count in range(min(len(words), LONGEST_NAME), 0, -1):
        name = " ".join(words[-count:])
        if name_paper(name, outlets):
            at = span.start + len(" ".join(words)) - len(name)
            said = text[span.start : at].strip(" ,/|–-")
            paper = Part("container_title", name, Span(at, at + len(name)))
            if said.casefold() in GENRES:
                return [Part("genre", said, Span(span.start, span.start + len(said))), paper]
            line = BYLINE.match(text, span.start, span.start + len(text[span.start : at].rstrip()))
            people = people_at(text, Span(*line.span("name")), outlets) if line else []
            is_title = not people and said.count(" ") >= FEWEST and text.endswith(", ", span.start, at)  # Spain Goes Halfway, BBC
            return [*([Part("title", said, Span(span.start, span.start + len(said)))] if is_title else people), paper]
    return []
