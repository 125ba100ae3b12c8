"""Bibliographies in any of the styles of citationstyles.org, by pandoc or, where that is missing, citeproc-py."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cites.errors import StyleError
from cites.library import Library
from cites.writers import csljson
from cites.writers.styles.marks import html_page

TO = {"text": "plain", "markdown": "markdown_strict-raw_html", "html": "html"}  # what pandoc calls our markups
MOST_SECONDS = 300  # for thousands of works; a style that never ends is none
MEND = "install pandoc, or citeproc-py with: pip install 'cites[csl]'"

MOST_WORDS = 160  # characters of what pandoc says; it may quote the whole file

Items = list[dict[str, Any]]


def write(library: Library, *, csl: str | Path, markup: str = "text") -> str:
    """The bibliography in the style of a CSL file. Raises StyleError where neither program is there, or the file is no style."""
    items = [csljson.item(work, library.links.get(work.url)) for work in library.references]
    for item in items:
        item.pop("custom", None)
    return processor()(items, str(csl), markup)


def processor() -> Callable[[Items, str, str], str]:
    """The program that formats: pandoc, which knows more of CSL, else citeproc-py. Raises StyleError where there is none."""
    if shutil.which("pandoc"):
        return _pandoc
    if find_spec("citeproc"):
        return _citeproc
    raise StyleError("CSL styles need another program", MEND)


def _pandoc(items: Items, csl: str, markup: str) -> str:
    command = ["pandoc", "--sandbox", "--from=csljson", f"--to={TO[markup]}", "--wrap=none", "--citeproc", f"--csl={csl}"]
    try:
        ran = subprocess.run(command, input=json.dumps(items), capture_output=True, encoding="utf-8", timeout=MOST_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StyleError(f"{csl}: pandoc failed: {error}", "try another style") from error
    if ran.returncode:
        said = " ".join(ran.stderr.split())[:MOST_WORDS]
        raise StyleError(f"{csl}: pandoc says: {said}", "is it a CSL style of citationstyles.org?")
    return html_page("Bibliography", (), ran.stdout.strip()) if markup == "html" else ran.stdout


def _citeproc(items: Items, csl: str, markup: str) -> str:
    citeproc, source = import_module("citeproc"), import_module("citeproc.source.json")
    try:
        style = citeproc.CitationStylesStyle(csl, validate=False)
        bibliography = citeproc.CitationStylesBibliography(style, source.CiteProcJSON(items), citeproc.formatter.html)
        for item in items:
            bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        bibliography.sort()
        lines = [str(line) for line in bibliography.bibliography()]
    except Exception as error:  # it has no errors of its own: what it does not understand fails somewhere inside
        problem = f"{type(error).__name__}: {error}"
        raise StyleError(f"{csl}: citeproc-py failed: {problem}", "install pandoc, which knows more of CSL") from error
    return _page(lines, markup)


def _page(lines: Sequence[str], markup: str) -> str:
    """Lines of HTML, as citeproc-py gives them, in a markup."""
    if markup == "html":
        entries = "\n".join(f'<div class="csl-entry" dir="auto">{line}</div>' for line in lines)
        return html_page("Bibliography", (), f'<div class="csl-bib-body">\n{entries}\n</div>')
    star = "*" if markup == "markdown" else ""
    return "\n".join(html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"</?i>", star, line))) + "\n" for line in lines)
