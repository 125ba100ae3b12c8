"""A reference as one plain line that anyone can read: "Interfax, 26 January 2012".

The line comes in runs that know their fields, so that a writer may show which of them were inferred (the report) and tell those that
found no place in it (Markdown). It follows no style guide; bibliographies that do are made in styles/, and there a field is lost in words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from cites.grammar.courts import is_reporter
from cites.model import Name, Reference
from cites.writers.dates import format_date
from cites.writers.words import REPORTED, reported

# Types that are works by themselves: their own title is set in italics, and their imprint follows it.
WHOLE = frozenset({"book", "report", "thesis", "pamphlet", "manuscript", "motion_picture", "dataset", "document", "treaty"})
# Types whose container is a site or an office, not the title of a publication.
ROMAN = frozenset({"webpage", "post", "post-weblog", "speech", "interview", "personal_communication", "legal_case", "legislation"})
MAX_TITLE = 70  # code points of a title in a label; with a name and a date that makes a line
MAX_NAMES = 3  # more authors than these are named by the first "and others"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a formatted reference: `Run("The Guardian", "container_title", italic=True)`."""

    text: str
    field: str = ""  # CSL name in snake_case; empty for punctuation and joining words
    italic: bool = False


Group = list[Run]  # what stands between two full stops


def to_text(runs: Iterable[Run]) -> str:
    """The runs as one string: "McCurry, Justin. “Visit Postponed.” The Guardian, 15 October 2015"."""
    return "".join(run.text for run in runs)


def format_reference(reference: Reference) -> tuple[Run, ...]:
    """A bibliography's line for a work: "Kistanov, Valery. “Russia-Japan.” Far Eastern Affairs 43, no. 4 (2015): 1–18".

    A news item without author and title is named by its source and date: "Interfax, 26 January 2012".
    There is no full stop at the end. An address, if there is one, is the last run (field "url").
    """
    whole = reference.type in WHOLE or not (reference.container_title or reference.source)
    groups = [_names(reference), _title(reference, whole)]
    if law := _law(reference):
        groups = [_names(reference), law, _extras(reference, {run.text for run in law}), _address(reference)]
        return tuple(_join(group for group in groups if group))
    groups += [_imprint(reference)] if whole and reference.title else [_container(reference)]
    if reference.type == "chapter" and reference.title:
        groups.append(_imprint(reference))
    groups += [_extras(reference), _address(reference)]
    if not any(groups[:-1]):
        groups.insert(0, [Run("Untitled work")])
    return tuple(_join(group for group in groups if group))


def format_label(reference: Reference) -> str:
    """A few words for a link: "McCurry, “Visit Postponed”, 2015", or "Interfax, 26 January 2012" where there is no title."""
    if not reference.title:
        return to_text(run for run in format_reference(reference) if run.field != "url").rstrip(". ")
    stands_in = "" if reference.type in REPORTED else reference.container_title or reference.source
    people = reference.author or (reference.editor if reference.type in WHOLE else ())
    who = format_names(people, short=True, others=bool(reference.other_authors)) or stands_in
    title = reference.title if len(reference.title) <= MAX_TITLE else f"{reference.title[:MAX_TITLE].rsplit(' ', 1)[0]}…"
    return ", ".join(part for part in (who, f"“{title}”", format_date(reference.issued)) if part)


def format_names(names: Sequence[Name], *, short: bool = False, others: bool = False) -> str:
    """Names in a row, the first turned round: "Soejima, Hideki, and Akiyoshi Komaki"; short: "Soejima and Komaki".

    others: there are more, "Soejima, Hideki, and others".
    """
    shown = [_short(name) if short else str(name) for name in names[:MAX_NAMES]]
    if shown and not short:
        shown[0] = _inverted(names[0])
    if len(names) > MAX_NAMES:
        return f"{shown[0]} and others"
    if shown and others:
        return f"{', '.join(shown)} and others"
    if len(shown) < 2:
        return "".join(shown)
    comma = "," if len(shown) > 2 or not short else ""
    return f"{', '.join(shown[:-1])}{comma} and {shown[-1]}"


def _is_cjk(text: str) -> bool:
    return bool(re.match(r"[぀-ヿ㐀-鿿가-힯]", text))


def _inverted(name: Name) -> str:
    """The name as a bibliography sorts it: "van der Berg, Anna", "Smith, John, Jr."; CJK names keep their order."""
    if name.literal or not name.family:
        return str(name)
    if _is_cjk(name.family):
        return f"{name.family}{name.given}"
    family = f"{name.particle} {name.family}".strip()
    return ", ".join(word for word in (family, name.given, name.suffix) if word)


def _short(name: Name) -> str:
    return name.literal or f"{name.particle} {name.family}".strip() or name.given


def _names(reference: Reference) -> Group:
    if reference.author:
        return [Run(format_names(reference.author, others=bool(reference.other_authors)), "author")]
    if reference.editor and reference.type in WHOLE:
        return [Run(format_names(reference.editor), "editor"), Run(" (ed.)" if len(reference.editor) == 1 else " (eds.)")]
    return []


def _title(reference: Reference, whole: bool) -> Group:
    title = reference.title
    if not title:
        return []
    if whole:
        group = [Run(title, "title", italic=True)]
        return group + ([Run(", "), Run(reference.edition, "edition")] if reference.edition else [])
    stop = "" if title[-1] in ".?!…。？！" else "."
    return [Run(f"“{title}{stop}”", "title")]


def _law(reference: Reference) -> Group:
    """A case or a law as lawyers print it: "Roe v. Wade, 410 U.S. 113 (1973)", "BGHZ 123, 45 (1994)"; [] where it is in no report."""
    if reference.type not in REPORTED or not reference.container_title or not (reference.page or reference.section):
        return []
    title = [Run(reference.title, "title", italic=reference.type == "legal_case"), Run(", ")] if reference.title else []
    year = f"[{reference.issued[:4]}]" if reported(reference).startswith("[") else ""  # [1988] AC 660
    volume, container = (reference.volume, "volume"), (reference.container_title, "container_title")
    is_counted = volume[0][:1].isdigit() and ("." in container[0] or is_reporter(container[0]))
    first, second, joint = (volume, container, " ") if is_counted or not volume[0] else (container, volume, ", ")
    section = (" § " if reference.section[:1].isdigit() else " ", reference.section, "section")
    place = _strung(("", year, "issued"), (" ", *first), (" ", *second), (joint, reference.page, "page"), section)
    behind = _strung(("", reference.authority, "authority"), (" ", "" if year else format_date(reference.issued), "issued"))
    return [*title, *place, *([Run(" ("), *behind, Run(")")] if behind else [])]


def _strung(*parts: tuple[str, str, str]) -> Group:
    """What there is of some fields, each behind what joins it to those before it: `_strung(("", "Moscow", "publisher_place"), …)`."""
    group: Group = []
    for joint, text, field in parts:
        group += [Run(joint if group else ""), Run(text, field)] if text else []
    return group


def _container(reference: Reference) -> Group:
    """Where the work stands, and when: "The Asan Forum 3, no. 3 (2015): 228–230", "Interfax, 26 January 2012"."""
    group = _container_name(reference)
    if reference.collection_title:
        group += [Run(", "), Run(f"{reference.collection_title} {reference.collection_number}".strip(), "collection_title")]
    if reference.type == "chapter" and reference.title:
        if reference.editor:
            group += [Run(", edited by "), Run(_row(reference.editor), "editor")]
        return group + ([Run(", "), Run(_pages(reference.page), "page")] if reference.page else [])
    numbers = [Run(reference.volume, "volume")] if reference.volume else []
    if reference.issue:
        numbers += [Run(", no. " if numbers else "no. "), Run(reference.issue, "issue")]
    date = [Run(format_date(reference.issued), "issued")] if reference.issued else []
    if numbers:
        group += [Run("" if not group else " " if reference.volume else ", "), *numbers]
        group += [Run(" ("), *date, Run(")")] if date else []
    elif date:
        group += [Run(", ") if group else Run(""), *date]
    if reference.page:
        group += [Run(": " if numbers else ", "), Run(_pages(reference.page), "page")]
    return group


def _container_name(reference: Reference) -> Group:
    """What the work stands in; for an untitled item the source's right name rather than the printed one."""
    if reference.type == "chapter" and reference.title:
        return [Run("In "), Run(reference.container_title or reference.source, "container_title", italic=True)]
    if not reference.title and reference.source:
        return [Run(reference.source, "source", italic=reference.type not in ROMAN)]
    for field in ("container_title", "source", "publisher", "authority", "archive", "genre"):
        if value := getattr(reference, field):
            return [Run(value, field, italic=field == "container_title" and reference.type not in ROMAN)]
    return []


def _imprint(reference: Reference) -> Group:
    """Who brought the work out, and when: "Moscow: Nauka, 1972"."""
    publisher = reference.publisher or (reference.container_title or reference.source if reference.type in WHOLE else "")
    place, issued = reference.publisher_place, format_date(reference.issued)
    return _strung(("", place, "publisher_place"), (": ", publisher, "publisher"), (", ", issued, "issued"))


def _extras(reference: Reference, used: Collection[str] = ()) -> Group:
    """What tells the work apart but has no place of its own: "Resolution, 2270", "Shangri-La Dialogue, Singapore"."""
    fields = ("genre", "number", "section", "event_title", "event_place", "archive", "archive_location")
    used = used or {run.text for run in _container_name(reference)}
    return _strung(*((", ", value, field) for field in fields if (value := getattr(reference, field)) not in used))


def _address(reference: Reference) -> Group:
    if reference.doi:
        return [Run(f"https://doi.org/{reference.doi}", "url")]
    return [Run(reference.url, "url")] if reference.url else []


def _row(names: Sequence[Name]) -> str:
    """Names in their own order: "Gilbert Rozman and Sergey Radchenko"."""
    words = [str(name) for name in names]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def _pages(page: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "–", page)


def _join(groups: Iterable[Group]) -> Group:
    """The groups with a full stop between them, unless the first of two brings its own."""
    line: Group = []
    for group in groups:
        if line:
            ended = line[-1].text.rstrip("”")[-1:] in (".", "?", "!", "…", "。", "？", "！")
            line.append(Run(" " if ended else ". "))
        line += group
    return [run for run in line if run.text]
