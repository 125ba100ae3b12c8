"""What an article says about itself at its head: title, author, date, and the publication that it stood in.

    Japan Represents Another Russian Failure in Asia
    Publication: Eurasia Daily Monitor Volume: 14 Issue: 38
    By Stephen Blank | March 12, 2019

Absent rather than wrong: a date counts only where it makes up its line, or follows a label.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import zip_longest

from cites import lazy_regex as regex
from cites.grammar.dates import Date, find_date
from cites.grammar.lexicon import any_of
from cites.grammar.names import people_in
from cites.grammar.person import is_given
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import evidence, is_body, lookup
from cites.knowledge import load
from cites.model import Name, Reference
from cites.outlets import load_outlets
from cites.readers.head_days import day_set_off, is_ambiguous
from cites.view import fold

SIZE = 6_000  # code points looked at, from either end
LINES = 15  # that have something in them
LONGEST = 160  # code points; a longer line is a paragraph: the head ends there
NEAR = 2  # lines below the title, in which mere names are those of its authors
LIKELY = 0.9  # evidence that a name is a periodical's
MAX_BYLINE = 80  # code points; three names
TITLE = 250  # code points; the longest titles of articles have about 200

ORNAMENT = " \t\r\n\ufeff*_#>|·•–—-"
SHOWN, CHANGED = (regex.compile(any_of(load()[table])) for table in ("head.shown", "head.changed"))
AFTER_LABEL = regex.compile(rf"(?: ?{any_of(load()['head.when'])})? ?:? ?")
BYLINE = regex.compile(rf"{any_of(load()['head.by'])}(?: ?: ?| )|{any_of(load()['head.author'])} ?: ?", regex.IGNORECASE)
AFTER_DATE = regex.compile(rf"[ ,|·•-]*{BYLINE.pattern}", regex.IGNORECASE)
PLACE_WORD = r"[\p{Lu}\d][^\s!?\"|,·•]{0,30}"
PLACE = regex.compile(rf"(?:{PLACE_WORD},? ){{0,3}}{PLACE_WORD} ?[,|·•-]")  # "Washington, D.C.," before a date
TIME = regex.compile(r"(?:,|\||-|at|um|à|в|T)? ?\d{1,2}[:.h]\d\d.{0,30}")
# What a page's own buttons and headings leave at the top of a copied text.
FURNITURE = regex.compile(
    rf"{any_of(load()['head.buttons'])}|{any_of(load()['head.asks'])}.{{0,20}}|{any_of(load()['head.openings'])}.*"
    rf"|(?:\d+ )?{any_of(load()['head.counted'])}"
)
KICKER = regex.compile(r"\p{Lu}{2,14}")  # "OPINION" above a title
WORD = regex.compile(r"[^\W_]")
MARK_BEHIND = regex.compile(r"(?<=\p{L}[”\"’)?!]?)\s?(?:[¹²³⁴-⁹⁰]+|\[\^?\d{1,3}\]|[*†‡]+)$")  # of a note of thanks: "Bread and Salt¹"
SENTENCES = regex.compile(r".*\p{Ll}{2}[.!?]\S? \p{Lu}.*\.[”\"]?|.*\)\.")  # "It rained. It snowed.", "It rained (TASS, March 13)."
DIGIT = regex.compile(r"\d")
FIELDS = tuple(field.name for field in fields(Reference))


def read_head(text: str) -> Reference:
    """Return what the first lines say of the article, and a labelled date near its end: "Published: Feb 3, 2015"."""
    about = Reference()
    below = 0  # lines below the title
    lines = [printed for line in _first_lines(text) if not _is_furniture(printed := line.strip(ORNAMENT))]
    for printed, following in zip_longest(lines, lines[1:], fillvalue=""):
        numbers = _masthead(printed)
        if numbers and following and about.title and not about.container_title:  # the line above is the name of the periodical
            about = about.revised(title="", container_title=about.title)
        said = numbers or read_publication(printed) or (_numbered(printed) if following or about.title else None) or _dated(printed)
        if said is None and not about.title and SENTENCES.fullmatch(printed):
            break  # a paragraph
        below += bool(about.title)
        if said is None and 0 < below <= NEAR and not about.author and (names := _people_alone(printed, following)):
            said = Reference(author=names)
        about = fill(about, said or Reference(title=without_mark(printed), issued=_day_set_off(printed, lines, titled=bool(about.title))))
    if about.issued:
        return about
    return fill(about, Reference(issued=next(filter(None, map(_labelled_date, _last_lines(text))), "")))


def _day_set_off(printed: str, lines: list[str], *, titled: bool) -> str:
    """Return the day that a line sets off, "" where others set off others, as events have them: "3 May 2019 | Reuters | The minister …"."""
    day = day_set_off(printed, titled=titled)
    return day if day and all(day_set_off(line, titled=True) in ("", day) for line in lines) else ""


def without_mark(title: str) -> str:
    """Return a title without the mark of a note behind it: "Bread and Salt" for "Bread and Salt¹", "Bread and Salt[1]"."""
    return MARK_BEHIND.sub("", title)


def fill(about: Reference, other: Reference) -> Reference:
    """`about`, with its empty fields taken from `other`."""
    missing = {name: value for name in FIELDS if (value := getattr(other, name)) and not getattr(about, name)}
    return about.revised(**missing) if missing else about


def _first_lines(text: str) -> Iterator[str]:
    """The lines before the first paragraph; the title may be longer than they are."""
    lines = [line for line in text[:SIZE].splitlines() if line.strip(ORNAMENT)]
    if len(text) > SIZE:
        lines = lines[:-1]
    for number, line in enumerate(lines[:LINES]):
        if len(line) > (TITLE if number == 0 else LONGEST):
            return
        if number == 0 and len(line) > LONGEST and line.rstrip().endswith("."):
            return  # a paragraph
        yield line


def _last_lines(text: str) -> list[str]:
    lines = [line.strip(ORNAMENT) for line in text[-SIZE:].splitlines()[1:] if line.strip(ORNAMENT)]
    return [line for line in lines[-LINES:] if len(line) <= LONGEST]


def _is_furniture(line: str) -> bool:
    return not WORD.search(line) or line.endswith(":") or bool(FURNITURE.fullmatch(line.casefold())) or bool(KICKER.fullmatch(line))


def read_publication(line: str) -> Reference | None:
    """ "Publication: Eurasia Daily Monitor Volume: 14 Issue: 38" and "China Brief, Vol. 9, No. 3 (March 12, 2009)"."""
    if ":" not in line and not DIGIT.search(line):  # it has a label, or the number of an issue
        return None
    match = _publication_pattern().fullmatch(fold(line))
    if match is None or not (match["label"] or match["issue"]):
        return None
    rest = match["rest"] or ""
    if len(rest) > 40:
        return None
    date = find_date(rest)
    return Reference(
        container_title=line[match.start("name") : match.end("name")].strip(" ,;:"),
        volume=match["volume"] or "",
        issue=match["issue"] or "",
        issued=date.value if date and date.has_year else "",
    )


def _masthead(line: str) -> Reference | None:
    """ "Vol. V, No. 61      March 29, 1998", "Volume XI, Issue 2", "No. 2 -- Tuesday, January 6, 2007": what stands under a masthead."""
    folded = fold(line)
    match = _masthead_pattern().fullmatch(folded)
    if match is None or not (match["volume"] or match["issue"]):
        return None
    date = find_date(folded, match.start("rest"))
    return Reference(
        volume=_arabic(match["volume"] or ""),
        issue=match["issue"] or "",
        issued=date.value if date and date.has_year else "",
    )


def _numbered(line: str) -> Reference | None:
    """ "BOLETÍN ANDINO DE PRENSA, n.º 75 (18 de enero de 2023)", "Energy Letter, Issue 42, May 8, 2024": what stands by a title."""
    folded = fold(line)
    match = _numbered_pattern().fullmatch(folded) if folded[-1:] == ")" or folded[-1:].isdigit() else None
    date = find_date(folded, match.start("date"), match.end("date")) if match else None
    is_exact = match is not None and date is not None and (date.has_day or (date.has_month and match["word"]))
    if match is None or date is None or not (is_exact and date.has_year) or date.end < match.end("date"):
        return None
    name = line[match.start("name") : match.end("name")].strip(" ,;:-–—")
    if evidence(name, load_outlets()) < LIKELY:  # "Energy Letter, Issue 41" has its day; not "Resolution 2231 (20 July 2015)"
        return Reference(issued=date.value) if match["word"] else None
    return Reference(container_title=name, issue=match["issue"], issued=date.value)


def _arabic(number: str) -> str:
    """A number in Roman numerals as digits: "XI" gives "11"."""
    if not number or number.isdigit():
        return number
    values = [ROMAN[letter] for letter in number.upper()]
    return str(sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)))


ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def _numbers() -> tuple[str, str]:
    """Patterns for the words before the number of a volume and of an issue, without their points."""
    volumes, issues = ("|".join(regex.escape(word.rstrip(".")) for word in load()[table]) for table in ("volumes", "issues"))
    return volumes, issues


@cache
def _masthead_pattern() -> regex.Pattern[str]:
    volumes, issues = _numbers()
    return regex.compile(
        rf"(?:(?:{volumes})(?!\p{{L}})\.?\ ?:?\ ?(?P<volume>\d{{1,4}}|[IVXLC]{{1,7}})(?!\p{{L}}))?[\s,;:|/-]*"
        rf"(?:(?:{issues})\.?\ ?:?\ ?(?P<issue>\d{{1,4}}(?:[-/]\d{{1,4}})?))?(?P<rest>[\s,;:|(-].{{0,60}})?",
        regex.IGNORECASE,
    )


@cache
def _numbered_pattern() -> regex.Pattern[str]:
    _, issues = _numbers()
    return regex.compile(
        rf"(?P<name>\p{{L}}[^:|()\d]{{3,60}}?)[\s,]+(?P<word>(?:{issues})\.?[º°]?\s?)?(?P<issue>\d{{1,4}}(?:/\d{{2,4}})?)"
        r"(?:,?\s\((?P<date>[^()]{8,40})\)|(?:,|\s[-|]{1,2})\s(?P<date>[^()]{8,40}))",
        regex.IGNORECASE,
    )


@cache
def _publication_pattern() -> regex.Pattern[str]:
    volumes, issues = _numbers()
    return regex.compile(
        rf"""(?P<label>{any_of(load()["head.publication"])}\ ?:\ ?)?
             (?P<name>\p{{L}}[^:|]{{1,80}}?)
             (?: [ ,;:|-]+ (?:{volumes})\.?\ ?:?\ ?(?P<volume>\d{{1,4}})
                 (?: [ ,;:|/-]+ (?:{issues})\.?\ ?:?\ ?(?P<issue>\d{{1,4}}(?:[-/]\d{{1,4}})?) )?
                 (?P<rest>[ ,;:(|-].*)? )?""",
        regex.VERBOSE | regex.IGNORECASE,
    )


def _dated(line: str) -> Reference | None:
    """ "March 12, 2019", "2018-04-02, Cai Hong", "By Stephen Blank | March 12, 2019", "Beijing, March 12, 2019".

    None for any other line; a Reference with nothing in it for a line that is neither these nor a title.
    """
    folded = fold(line)
    if CHANGED.match(folded.casefold()):
        return Reference()  # not when it was published
    byline = BYLINE.match(folded)
    if byline is None and not DIGIT.search(folded):
        return None
    start = byline.end() if byline else 0
    date = _whole_date(folded)
    if date is None:
        names = _people(line, start, len(line)) if byline else ()
        return Reference(author=names) if names else None
    point = "." if "." in folded[date.start : date.end] else ""  # Pristina/Belgrade, 12.8.2024.
    before, after = folded[start : date.start].strip(" ("), folded[date.end :].strip(f" ){point}")
    by = None if byline else AFTER_DATE.match(folded, date.end)  # "Posted on 14 November 2008 by Colin Marsh"
    names = _people(line, start, date.start) if byline else _people(line, by.end() if by else date.end, len(line))
    if not byline and before and not _label_end(folded) and not PLACE.fullmatch(before):
        return None
    if not byline and after and not names and not TIME.fullmatch(after):
        return None
    return Reference(author=names, issued=date.value)


def _whole_date(folded: str) -> Date | None:
    """The date of a line: to the day, or to the month where nothing else is on it."""
    date = find_date(folded, _label_end(folded))
    if date is None or not date.has_year or not date.has_month or "/" in date.value or is_ambiguous(folded, date):
        return None
    if not date.has_day and not _is_alone(folded, date):
        return None
    return date


def _is_alone(folded: str, date: Date) -> bool:
    """Whether nothing but a label is on the line with a date."""
    return not folded[date.end :].strip(" ).") and (_label_end(folded) > 0 or not folded[: date.start].strip(" ("))


def _label_end(folded: str) -> int:
    """Where "Published on: " ends; 0 where there is no such label."""
    lowered = folded.casefold()
    match = SHOWN.match(lowered, 1 if lowered[:1] == "(" else 0) if len(lowered) == len(folded) else None
    after = AFTER_LABEL.match(lowered, match.end()) if match else None
    return after.end() if after and after.end() > (match.end() if match else 0) else 0


def _labelled_date(line: str) -> str:
    folded = fold(line)
    start = _label_end(folded)
    date = _whole_date(folded) if start else None
    return date.value if date and date.start == start and len(folded) - date.end < 30 else ""


def _people_alone(line: str, following: str) -> tuple[Name, ...]:
    """The names that make up a line: known ones, or whatever stands between a title and a date, "Nargiza Yuldasheva", "9 March 2018"."""
    known = _known_people(line)
    if known or len(line.split()) not in (2, 3) or is_body(line) or is_place(line) or lookup(line, load_outlets()):
        return known
    date = _whole_date(fold(following))
    return _people(line, 0, len(line)) if date and _is_alone(fold(following), date) else ()


def _known_people(line: str) -> tuple[Name, ...]:
    """The names of a line that has nothing else, where each begins with a given name that is known: "Jane Doe and Ivan Petrov"."""
    names = _people(line, 0, len(line)) if len(line) <= MAX_BYLINE else ()
    return names if all(name.family and name.given and is_given(name.given.split()[0]) for name in names) else ()


def _people(line: str, start: int, end: int) -> tuple[Name, ...]:
    return people_in(line[start:end].strip(" ,|·•–—-/"))
