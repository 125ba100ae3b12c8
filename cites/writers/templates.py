"""Jinja templates: where they are, and what is wrong with one that cannot be filled. A user's own folder comes before ours."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import jinja2


def template_dir() -> Path:
    """Where our templates are: inside the installed package, or at the top of a checkout."""
    packaged = Path(__file__).parent.parent / "templates"
    return packaged if packaged.is_dir() else packaged.parent.parent / "templates"


def make_environment(template_dirs: Iterable[Path], *, autoescape: bool) -> jinja2.Environment:
    """Jinja set up so that a variable that is missing is an error, and with `autoescape` so that text stays text in HTML."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader([*template_dirs, template_dir()]),
        autoescape=autoescape,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def explain(error: Exception) -> str:
    """What is wrong with a template, and where: "mine/report.html.j2, line 12: 'reprot' is undefined"."""
    place, problem = "", str(error)
    if isinstance(error, jinja2.TemplateSyntaxError):
        place, problem = f"{error.filename or error.name or 'template'}, line {error.lineno}", error.message or ""
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.suffix == ".j2":  # Jinja maps the frames of a filled template back to its lines
            place = f"{file}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{place}: {problem}" if place else problem
