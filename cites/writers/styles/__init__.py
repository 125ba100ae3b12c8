"""Formatted bibliographies: one Jinja template a style, three markups.

    work.py    a reference as templates see it          names.py dates.py titles.py   filters: words in a style's way
    marks.py   italics, quotation marks, punctuation    order.py                      what stands where, repeated names, letters of years
    notes.py   the notes of each document               csl.py                        any other style, from a CSL file

A template is `styles/NAME.j2` in the user's folder or in ours; docs/templates.md says what it has and what it gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import jinja2

from cites.errors import CitesError, StyleError
from cites.library import Library
from cites.model import Name
from cites.writers import editions
from cites.writers.styles import dates, marks, names, titles
from cites.writers.styles.marks import MARKUPS, Section
from cites.writers.styles.order import arrange
from cites.writers.styles.work import Work, prepare
from cites.writers.templates import explain, make_environment, template_dir

PAGE = "docs/templates.md has all variables and filters"
NAME = re.compile(r"[\w-]+")
NO_SUCH = re.compile(r"'[\w.]*\b(?P<of>Work|Date|Name) object' has no attribute '(?P<name>\w+)'")
SHOWN: dict[str, Any] = {"Work": Work, "Date": dates.Date, "Name": Name}  # what templates are given
NAMED = (  # that templates call by their own names
    marks.between, titles.capitalised, marks.commas, titles.headline, dates.is_many, marks.italic, marks.link, names.names, dates.pages,
    titles.press, marks.quoted, titles.sentence_case, marks.sentences, titles.short_title, titles.small, titles.without_the,
)
FILTERS: dict[str, Callable[..., Any]] = {one.__name__: one for one in NAMED} | {"date": dates.format_date, "edition": editions.in_short}


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its template's macros as functions, and its settings."""

    name: str
    entry: Callable[[Work], str]
    who: Callable[[Work], str]
    note: Callable[[Work, str], str] | None
    short: Callable[[Work, str], str] | None
    heading: str
    order: str  # what works of the same names are sorted by: "title" or "date"
    repeated: str  # what stands for names that are those of the entry before; "" where they are repeated
    letters: bool  # whether works of one year are told apart by letters


def write(library: Library, *, style: str = "chicago", markup: str = "text", template_dirs: Iterable[Path] = ()) -> str:
    """The bibliography in a style, as text, Markdown or an HTML page; works that the style leaves out (APA: letters) are left out.

    Raises StyleError for a style that is not there and for a template that cannot be filled, with its name and line.
    """
    found = load_style(style, template_dirs)
    works = arrange(filter(found.entry, prepare_all(library)), found)  # a name is not repeated of one that is left out
    entries = [(work.id, MARKUPS[markup].render(found.entry(work))) for work in works]
    return MARKUPS[markup].page(found.heading, [Section("", entries)])


def prepare_all(library: Library) -> list[Work]:
    """The works of a library as templates see them, in its order."""
    return [prepare(work, library.outlets.get(work.source), library.links.get(work.url)) for work in library.references]


def load_style(name: str, template_dirs: Iterable[Path] = ()) -> Style:
    """The style of a template: `load_style("apa").entry(work)` is a line with marks.

    Raises StyleError where there is no such template, or it has no macro `entry(work)`.
    """
    folders = [Path(folder) for folder in template_dirs]
    environment = make_environment(folders, autoescape=False)
    environment.filters |= FILTERS
    try:
        template = environment.get_template(f"styles/{name}.j2") if NAME.fullmatch(name) else None
    except jinja2.TemplateNotFound:
        template = None
    except jinja2.TemplateError as error:
        raise StyleError(_explain(error), PAGE) from error
    if template is None:
        known = ", ".join(list_styles(folders))
        raise StyleError(f"there is no style {name!r}", f"there are {known}; one of yours is DIR/styles/{name}.j2")
    parts = vars(_guarded(template.make_module, environment)())
    if not callable(parts.get("entry")):
        raise StyleError(f"styles/{name}.j2 has no macro 'entry(work)'", PAGE)
    macros = {part: _guarded(parts[part], environment) for part in ("entry", "who", "note", "short") if part in parts}
    return Style(
        name,
        entry=macros["entry"],
        who=macros.get("who", _no_names),
        note=macros.get("note"),
        short=macros.get("short"),
        heading=str(parts.get("heading", "Bibliography")),
        order=str(parts.get("order", "title")),
        repeated=str(parts.get("repeated", "")),
        letters=bool(parts.get("letters", False)),
    )


def list_styles(template_dirs: Iterable[Path] = ()) -> list[str]:
    """The names of all styles: ["apa", "chicago", "mla"]."""
    return sorted({path.stem for folder in (*template_dirs, template_dir()) for path in (folder / "styles").glob("*.j2")})


def _no_names(work: Work) -> str:
    return ""


def _guarded(macro: Callable[..., Any], environment: jinja2.Environment) -> Callable[..., Any]:
    """A macro whose failures name its template and line."""

    def call(*values: object) -> Any:
        try:
            try:
                result = macro(*values)
            except Exception:
                environment.handle_exception()  # raises it again, with the lines of the template in its traceback
        except (jinja2.TemplateError, CitesError, TypeError, ValueError, AttributeError, LookupError) as error:
            raise StyleError(_explain(error), PAGE) from error
        return " ".join(result.split()) if isinstance(result, str) else result

    return call


def _explain(error: Exception) -> str:
    """What is wrong with a template, and where: "mine.j2, line 2: a work has no 'titel', use 'title': there are id, type, …"."""
    return NO_SUCH.sub(_name_all, explain(error))


def _name_all(fit: re.Match[str]) -> str:
    parts = SHOWN[fit["of"]].__slots__
    near = get_close_matches(fit["name"], parts, 1)
    better = f", use {near[0]!r}" if near else ""
    return f"a {fit['of'].lower()} has no {fit['name']!r}{better}: there are {', '.join(parts)}"
