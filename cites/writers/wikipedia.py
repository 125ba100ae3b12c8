"""References as templates of Wikipedia, one a line in a named <ref>, to be pasted where the work is cited first:

    <ref name="mccurry2015visit">{{cite news |last1=McCurry |title=Visit Postponed |work=The Guardian |date=15 October 2015}}</ref>

Links that were checked give `url-status`, archived copies `archive-url` and `archive-date`. What no template shows follows it in words, and
what was inferred stands in a comment.
Source: Wikipedia, Help:Citation Style 1, and the pages of its templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cites.csl import types_of
from cites.library import Library
from cites.model import Link, Name, Reference
from cites.stats import BROKEN
from cites.writers.addresses import encode
from cites.writers.dates import format_date
from cites.writers.editions import alone
from cites.writers.placing import accessed_on, first_day, one_line, place
from cites.writers.words import annotate, tell_copy

GENRES = {"press release": "cite press release", "podcast": "cite podcast"}  # that have a template of their own
STATUS = {"alive": "live", "moved": "live", "dead": "dead", "soft404": "dead", "parked": "usurped", "drifted": "deviated"}
DATE = re.compile(  # what the templates take for a date
    r"(?:\d{1,2}(?:–\d{1,2})? )?(?:[A-Z][a-z]+ )?\d{4}|[A-Z][a-z]+–[A-Z][a-z]+ \d{4}|\d{4}–\d{4}"
    r"|(?:\d{1,2} )?[A-Z][a-z]+(?: \d{4})? – (?:\d{1,2} )?[A-Z][a-z]+ \d{4}"
)
SPECIAL = {  # what the wiki or a template would take for its own
    "|": "{{!}}", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "<": "&lt;", ">": "&gt;", "''": "&#39;&#39;",
    "~~~": "&#126;&#126;&#126;", "__": "&#95;&#95;", "://": "&#58;//",
}  # fmt: skip
ENTITY = re.compile(r"&(?=#?\w+;)")
MARKUP = re.compile("|".join(map(re.escape, SPECIAL)))
NOT_IN_ADDRESS = re.compile(r"[\s\"'<>\[\]{}|]")


def write(library: Library) -> str:
    """One reference a line."""
    return "".join(f"{to_ref(reference, library.links.get(reference.url))}\n" for reference in library.references)


def to_ref(reference: Reference, link: Link | None = None) -> str:
    """A reference between <ref name="…"> and </ref>."""
    template = GENRES.get(reference.genre.casefold()) or types_of(reference).wikipedia
    kind = "chapter" if template == "cite book" and reference.title and reference.container_title else template
    placed = place(reference, kind, "wikipedia", taken=("other_authors",))
    date, told = _date(reference.issued)
    values = [*_values(placed.homes, bool(reference.other_authors)), ("date", date), *_link(reference, link)]
    cited = " ".join([template, *(f"|{name}={value}" for name, value in values if value)])
    grounds = [one_line(ground) for ground in annotate(reference)]
    notes = [_escape(f"{note}.") for note in dict.fromkeys((told, *placed.notes)) if note and note not in grounds]
    comment = f"<!-- {'; '.join(grounds).replace('-->', '--&gt;')} -->" if grounds else ""
    inside = " ".join(part for part in (f"{{{{{cited}}}}}", _dead(reference, link), *notes, comment) if part)
    return f'<ref name="{_name(reference.id)}">{inside}</ref>'


def _name(key: str) -> str:
    """A key as the name of a reference, which may not be a number: "1984" gives "ref1984"."""
    return _escape(f"ref{key}" if key.isdigit() else key).replace('"', "&quot;")


def _values(homes: dict[str, str | tuple[Name, ...]], has_others: bool) -> Iterator[tuple[str, str]]:
    """Parameters with what they hold, escaped."""
    for home, value in homes.items():
        if isinstance(value, tuple):
            yield from _names(home, value)
            yield "display-authors", "etal" if home == "author" and has_others else ""
        elif home == "url":
            yield home, encode(value, NOT_IN_ADDRESS)
        elif home == "pages" and re.fullmatch(r"\w+", value):
            yield "page", value
        elif home == "pages":
            yield home, _escape(re.sub(r"(?<=\w)\s?-{1,2}\s?(?=\w)", "–", value))
        else:
            yield home, _escape(alone(value) if home == "edition" else value)


def _names(role: str, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """Persons as last and first name; a body whose commas would be taken for several names stands in double parentheses."""
    prefix = "" if role == "author" else f"{role}-"
    for number, name in enumerate(names, start=1):
        if name.literal or not name.family:
            whole = _escape(str(name))
            yield f"{role}{number}", f"(({whole}))" if re.search("[,;&]| and ", whole) else whole
            continue
        yield f"{prefix}last{number}", _escape(f"{name.particle} {name.family}".strip())
        yield f"{prefix}first{number}", _escape(f"{name.given} {name.suffix}".strip())


def _date(edtf: str) -> tuple[str, str]:
    """A date that the templates take, and in words what it does not say: "1900?" gives ("1900", "1900 (uncertain)")."""
    if not edtf:
        return "", ""
    first, words = first_day(edtf), format_date(edtf)
    if first is None:
        return "n.d.", ""  # the words are among the notes
    if edtf == f"{first.year}~":
        return f"c. {first.year}", ""
    return (words, "") if DATE.fullmatch(words) else (first.year, words)


def _link(reference: Reference, link: Link | None) -> Iterator[tuple[str, str]]:
    """When the link was followed, whether it works, and where a copy is kept."""
    if reference.url and (day := accessed_on(reference, link)):
        yield "access-date", format_date("-".join(part for part in day[:3] if part))
    _, archived, address = tell_copy(link)
    if link and address:
        yield "url-status", STATUS.get(link.verdict, "")
        yield "archive-url", encode(address, NOT_IN_ADDRESS)
        yield "archive-date", format_date(archived)


def _dead(reference: Reference, link: Link | None) -> str:
    """The template after a dead link of which no copy is known."""
    if link is None or link.archive or link.verdict not in BROKEN or not reference.url:
        return ""
    return f"{{{{dead link |date={format_date(link.checked[:7])}}}}}" if link.checked else "{{dead link}}"


def _escape(text: str) -> str:
    """A text that the wiki shows as it is: "[a|b]" gives "&#91;a{{!}}b&#93;"."""
    return MARKUP.sub(lambda found: SPECIAL[found[0]], ENTITY.sub("&amp;", one_line(text)))
