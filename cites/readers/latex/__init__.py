"""LaTeX: the article as it is printed, its footnotes, what it cites by keys of a bibliography, and its own list of references.

    macros.py   tables: what a macro or an environment means
    text.py     the nodes of a file to paragraphs and notes

There are no offsets into the file: `pieces` is None. A citation is printed as its key, since a style decides what stands in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from pylatexenc.latexwalker import LatexEnvironmentNode, LatexWalker, LatexWalkerError

from cites.errors import ReadError
from cites.grammar.dates import find_date
from cites.grammar.names import split_people
from cites.model import Document, Reference
from cites.readers.decode import decode, report_guess
from cites.readers.head import fill
from cites.readers.latex.macros import make_context
from cites.readers.latex.text import ABOUT, Text
from cites.readers.manuscript import Paragraph, compose
from cites.view import fold

SHOWN = 5  # names in a message


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; `warn` is told of files that it includes, and of macros that are not known."""
    decoded = decode(data, name)
    report_guess(decoded, name, warn)
    try:
        source = decoded.text.removeprefix("\ufeff")
        nodes, _, _ = LatexWalker(source, make_context(), tolerant_parsing=True).get_latex_nodes()
        text = Text(source)
        text.read(_body(nodes, text))
    except (LatexWalkerError, RecursionError) as error:
        why = "its groups are too many within each other" if isinstance(error, RecursionError) else str(error).splitlines()[0]
        raise ReadError(name, f"is LaTeX that cannot be read: {why}", "see whether LaTeX takes it") from None
    for message in _messages(text):
        warn(f"{name}: {message}")
    document = compose(name, text.paragraphs, text.notes, Reference())
    return replace(document, about=fill(_said(text), document.about), bibliographies=tuple(text.sources))


def to_plain(source: str) -> str:
    r"""Return TeX as a reader sees it: "The {NATO} \emph{Summit}, {\"O}z \& Co" gives "The NATO Summit, Öz & Co"."""
    try:
        return Text("").plain(LatexWalker(source, make_context(), tolerant_parsing=True).get_latex_nodes()[0])
    except (LatexWalkerError, RecursionError):
        return source


def _body(nodes: list[Any], text: Text) -> list[Any]:
    """What stands between \\begin{document} and \\end{document}, after the preamble was looked at; all of a file that has neither."""
    body = next((node for node in nodes if isinstance(node, LatexEnvironmentNode) and node.environmentname == "document"), None)
    if body is None:
        return nodes
    text.read(nodes[: nodes.index(body)])
    text.paragraphs = [Paragraph()]
    text.strange.clear()  # what a preamble sets up is not to be understood
    return list(body.nodelist)


def _said(text: Text) -> Reference:
    """What \\title, \\author and \\date say, where they do."""
    title, people, day = (text.single(text.plain(text.said.get(name, ()), apart)) for name, apart in ABOUT.items())
    date = find_date(fold(day))
    issued = date.value if date and date.has_year else ""
    return Reference(title=" ".join(title.split()), author=split_people(" ".join(people.split())), issued=issued)


def _messages(text: Text) -> Iterator[str]:
    if text.included:
        yield f"{', '.join(text.included[:SHOWN])} would be read here by LaTeX, and is not read"
    if text.strange:
        more = f" and {len(text.strange) - SHOWN} more" if len(text.strange) > SHOWN else ""
        yield f"macros that are not understood: {', '.join(list(text.strange)[:SHOWN])}{more}"
