"""Nodes of LaTeX to paragraphs and notes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexSpecialsNode,
)

from cites.readers.latex.macros import load_macros
from cites.readers.manuscript import Note, Paragraph, Run

BLANK = re.compile(r"[ \t\r]*\n[ \t\r]*\n\s*")
WHITE = re.compile(r"\s+")
BIBITEM = re.compile(r"\\bibitem\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}")
ABOUT = {"title": " ", "author": ", ", "date": " "}  # what a file says of itself, and what stands there between lines and names
SINGLE = re.compile("[`']")


class Text:
    """Reads nodes one after the other; `paragraphs`, `notes` and what else the file says of itself are known afterwards."""

    def __init__(self, source: str) -> None:
        keys = dict.fromkeys(key.strip() for key in BIBITEM.findall(source))
        self.items = {key: f"[{number}]" for number, key in enumerate(keys, start=1)}  # of its own list of references
        self.paragraphs: list[Paragraph] = [Paragraph()]
        self.notes: list[Note] = []
        self.said: dict[str, Sequence[Any]] = {}  # the arguments of \\title, \\author, \\date
        self.sources: list[str] = []  # the bibliographies that it names
        self.included: list[str] = []  # files that it wants to have read here
        self.strange: Counter[str] = Counter()  # macros that are not understood
        self.macros = load_macros()
        self._counted = 0  # notes that were not given a number
        self._marked: list[str] = []  # labels of marks whose notes are still to come
        self._italic = False

    def read(self, nodes: Iterable[Any]) -> None:
        """Write nodes to the end of the last paragraph, and begin others where they do."""
        was_italic = self._italic
        for node in nodes:
            if node is not None:
                self._read(node)
        self._italic = was_italic

    def _read(self, node: Any) -> None:
        match node:
            case LatexCharsNode():
                self._write(self.single(node.chars))
            case LatexGroupNode():
                self.read(node.nodelist)
            case LatexMacroNode():
                self._macro(node)
                if "\n\n" in node.macro_post_space:
                    self._new()
            case LatexSpecialsNode():
                self._write(self.macros.specials.get(node.specials_chars, node.specials_chars))
            case LatexMathNode():
                self._put(_single(_drawn(node)))
            case LatexCommentNode():
                if "\n\n" in node.comment_post_space:
                    self._new()
            case LatexEnvironmentNode():
                self._environment(node)

    def _write(self, text: str) -> None:
        first, *others = BLANK.split(text)
        self._put(WHITE.sub(" ", first))
        for other in others:
            self._new()
            self._put(WHITE.sub(" ", other))

    def _put(self, text: str, **look: Any) -> None:
        if text:
            self.paragraphs[-1].runs.append(Run(text, self._italic, **look))

    def _new(self, heading: int = 0) -> None:
        if self.paragraphs[-1].runs or self.paragraphs[-1].heading:
            self.paragraphs.append(Paragraph())
        self.paragraphs[-1].heading = heading

    def _macro(self, node: Any) -> None:
        name, macros = node.macroname, self.macros
        arguments: Sequence[Any] = list((node.nodeargd.argnlist if node.nodeargd else None) or ())
        last = arguments[-1:]
        if name in macros.headings:
            self._heading(last, macros.headings[name])
        elif name in macros.citing:
            self._cite(macros.citing[name], arguments)
        elif name in macros.notes:
            self._note(name, arguments)
        elif name == "footnotemark":
            self._mark(self._label(arguments))
        elif name in macros.italic:
            self._slanted(last)
        elif name in macros.italic_from_here:
            self._italic = True
        elif name in macros.quotes:
            self._put(macros.quotes[name][0])
            self.read(last)
            self._put(macros.quotes[name][1])
        elif name in ("url", "nolinkurl", "href"):
            self._link(*arguments[-2 if name == "href" else -1 :])
        elif name in ABOUT:
            self.said.setdefault(name, last)
        elif name in macros.bibliographies:
            self.sources += [path.strip() for path in self.plain(last).split(",") if path.strip()]
        elif name in macros.includes:
            self.included.append(self.plain(last))
        elif name in ("item", "par"):
            self._new()
        elif name == "maketitle":
            if title := self.said.get("title"):
                self._heading(title)
        elif name in macros.letters:
            self._put(macros.letters[name])
        elif name in macros.shown:
            self.read(last)
        elif name not in macros.unseen:
            self._other(node)

    def _heading(self, nodes: Sequence[Any], level: int = 0) -> None:
        """A heading of a level, or the title of all."""
        self._new(level)
        self.paragraphs[-1].is_title = not level
        self.read(nodes)
        self._new()

    def _other(self, node: Any) -> None:
        """An accent, a letter, or a macro that nobody knows: of that its name is kept for a message."""
        text = _drawn(node)
        if text:
            self._put(text if text.isspace() else _single(text))
        elif node.macroname.isalpha() and len(node.macroname) > 1 and not (node.nodeargd and node.nodeargd.argnlist):
            self.strange[node.macroname] += 1

    def _slanted(self, nodes: Sequence[Any]) -> None:
        before, self._italic = self._italic, not self._italic
        self.read(nodes)
        self._italic = before

    def _link(self, target: Any = None, text: Any = None) -> None:
        url = self.verbatim(target)
        self._put(self.plain([text]) if text else url, link=url)

    def _note(self, name: str, arguments: Sequence[Any]) -> None:
        """A footnote: its mark here, unless "\\footnotemark" has set it, and its text where notes stand."""
        is_marked = name == "footnotetext" and self._marked and not self._given(arguments)
        label = self._marked[0] if is_marked else self._label(arguments)
        if label in self._marked:
            self._marked.remove(label)
        else:
            self._put(label, callout=label)
        self._aside(label, arguments[-1:])

    def _mark(self, label: str) -> None:
        self._marked.append(label)
        self._put(label, callout=label)

    def _label(self, arguments: Sequence[Any]) -> str:
        """The number that a note is given, "\\footnote[12]{…}", else the next one."""
        return self._given(arguments) or self._next()

    def _next(self) -> str:
        self._counted += 1
        return str(self._counted)

    def _given(self, arguments: Sequence[Any]) -> str:
        first = arguments[0] if arguments else None
        given = self.plain([first]) if first is not None and first.latex_verbatim().startswith("[") else ""
        return given if given.isdigit() else ""

    def _aside(self, label: str, nodes: Iterable[Any]) -> None:
        """Write nodes into a note."""
        note = Note(label)
        self.notes.append(note)
        outer, self.paragraphs = self.paragraphs, [Paragraph()]
        italic, self._italic = self._italic, False
        self.read(nodes)
        note.paragraphs = [paragraph for paragraph in self.paragraphs if paragraph.runs]
        self.paragraphs, self._italic = outer, italic

    def _environment(self, node: Any) -> None:
        name = node.environmentname
        if name in self.macros.left_out:
            return
        self._new()
        if name == "thebibliography":
            self._list(node.nodelist)
        else:
            self.read(node.nodelist)
        self._new()

    def _list(self, nodes: Iterable[Any]) -> None:
        """Entries of a list of references: notes that the text calls by their numbers."""
        entry: list[Any] = []
        label = ""
        for node in (*nodes, None):
            if node is None or (isinstance(node, LatexMacroNode) and node.macroname == "bibitem"):
                if label:
                    self._aside(label, entry)
                key = self.plain(node.nodeargd.argnlist[-1:]) if node is not None else ""
                entry, label = [], self.items.get(key, "")
            else:
                entry.append(node)

    def _cite(self, around: tuple[str, str] | None, arguments: Sequence[Any]) -> None:
        """A citation by keys: "[hirano2015, 12]", for what a style would print of it is not known, or "[3], 12" of a list in the file."""
        keys = [key.strip() for key in self.plain(arguments[-1:]).split(",") if key.strip()]
        given = [self.plain([argument]) for argument in arguments[:-1] if isinstance(argument, LatexGroupNode)]
        before, locator = given if len(given) == 2 else ("", *given) if given else ("", "")
        behind = f", {locator}" if locator else ""
        if keys and all(key in self.items for key in keys):
            runs = [Run(self.items[key], callout=self.items[key]) for key in keys]
            runs += [Run(behind)] if behind else []
            around = around and ("", "")  # its numbers have brackets of their own
        else:
            cited = [{"key": key, "locator": locator if key == keys[-1] else ""} for key in keys]
            runs = [Run("; ".join(keys) + behind, csl=json.dumps(cited, ensure_ascii=False))]
        runs = [Run(f"{before} "), *runs] if before else runs
        if around is None:
            label = self._next()
            self.notes.append(Note(label, [Paragraph([*runs, Run(".")])]))
            self._put(label, callout=label)
        else:
            self.paragraphs[-1].runs += [Run(around[0]), *runs, Run(around[1])]

    def single(self, text: str) -> str:
        """Single quotation marks as TeX prints them; the parser takes only double ones for more than letters."""
        return SINGLE.sub(lambda fit: self.macros.specials[fit[0]], text)

    def plain(self, nodes: Iterable[Any], apart: str = " ") -> str:
        """Nodes as text without their notes, for keys, titles and names; `apart` stands between lines, and between names."""
        part, marks = Text(""), {mark: mark for mark in "'`&"}
        part.macros = self.macros._replace(
            letters=self.macros.letters | {"and": apart, "\\\\": apart}, specials=self.macros.specials | marks
        )
        part.read(_opened(nodes))
        return " ".join("".join(run.text for run in paragraph.runs if not run.callout) for paragraph in part.paragraphs).strip()

    @staticmethod
    def verbatim(node: Any) -> str:
        """An address as it is written, without the backslashes before special characters."""
        return re.sub(r"\\([%#_&{}~])", r"\1", node.latex_verbatim().strip("{}")) if node is not None else ""


def _opened(nodes: Iterable[Any]) -> Iterator[Any]:
    """The nodes in groups that are arguments."""
    for node in nodes:
        if isinstance(node, LatexGroupNode):
            yield from node.nodelist
        elif node is not None:
            yield node


def _drawn(node: Any) -> str:
    """A formula, an accent or a letter as text; "" where something stands in it that pylatexenc cannot take: "$\\href$"."""
    try:
        return str(_latex2text().node_to_text(node))
    except (AttributeError, IndexError, KeyError):
        return ""


@cache
def _latex2text() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="text")


def _single(text: str) -> str:
    return WHITE.sub(" ", text)
