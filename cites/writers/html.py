"""The source report as one page: style and script are inside it, and nothing is asked of any other place.

`cites build` writes it as report.html. The page is laid out by Jinja templates; a file of the same name in a user's own folder is
taken instead of ours: report.html.j2 (the page), components.html.j2 (a macro for each component), report.css, and the SCRIPTS.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from zlib import compress

import jinja2
from markupsafe import Markup

from cites.errors import WriteError
from cites.library import Library
from cites.writers.dates import format_date
from cites.writers.report import build
from cites.writers.report.words import number, percent
from cites.writers.templates import explain, make_environment

SCRIPTS = ("report-packed.js", "report-lists.js", "report-search.js", "report.js")  # one after the other
# What no HTML page may hold: controls, halves of surrogate pairs, noncharacters. Texts from the web have them now and then.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def write(library: Library, *, template_dirs: Iterable[Path] = (), made: str = "cites 0.1", title: str | None = None) -> str:
    """The report of a library as an HTML page; the same library gives the same page.

    `made` says with what, and if wanted when, it was made: "cites 0.1, 5 March 2019". `template_dirs` come before our own templates.
    Raises WriteError for a template that cannot be filled, with its name and line.
    """
    environment = make_environment(template_dirs, autoescape=True)
    environment.filters |= {"date": format_date, "number": number, "percent": percent, "pack": pack, "packed": packed}
    try:
        style, script = load_asset(environment, "report.css"), "\n".join(load_asset(environment, name) for name in SCRIPTS)
        page = environment.get_template("report.html.j2").render(
            report=build(library, made=made, title=title),
            policy=content_policy(style, script),
            style=Markup(style),  # our own files, or the user's: trusted as the templates are
            script=Markup(script),
        )
    except jinja2.TemplateError as error:
        raise WriteError("report.html", explain(error)) from error
    return FORBIDDEN.sub("\ufffd", page)


def pack(html: Markup, is_packed: bool = True) -> Markup:
    """A part of the page that report.js draws when a reader opens it, or where it is not to be packed the part as it is."""
    return Markup('<script type="application/zlib" class="packed">{}</script>').format(packed(html)) if is_packed else html


def packed(text: str) -> str:
    """A text compressed (zlib) and in base64, as `DecompressionStream("deflate")` of a browser reads it."""
    return b64encode(compress(FORBIDDEN.sub("\ufffd", text).encode())).decode()


def load_asset(environment: jinja2.Environment, name: str) -> str:
    """A style or script as it is, to stand inside the page."""
    loader = environment.loader
    assert loader is not None
    text = loader.get_source(environment, name)[0].replace("\r\n", "\n")
    return FORBIDDEN.sub("\ufffd", text)


def content_policy(style: str, script: str) -> str:
    """A Content-Security-Policy that lets the page do nothing but show itself with this style and this script."""
    return f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    """A text's hash as a policy names it: "sha256-47DEQpj8…" for the empty one."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
