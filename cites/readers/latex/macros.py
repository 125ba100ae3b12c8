"""What the macros of LaTeX mean, as data/latex.toml has it, in the shape in which `text` asks for it."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from pylatexenc.latexwalker import get_default_latex_context_db
from pylatexenc.macrospec import EnvironmentSpec, LatexContextDb, MacroSpec

from cites.knowledge import read_tables

AROUND = {"in_parentheses": ("(", ")"), "in_brackets": ("[", "]"), "in_text": ("", ""), "in_notes": None}


class Macros(NamedTuple):
    """The tables of data/latex.toml."""

    headings: dict[str, int]
    shown: frozenset[str]
    italic: frozenset[str]
    italic_from_here: frozenset[str]
    notes: frozenset[str]
    unseen: frozenset[str]
    includes: frozenset[str]
    bibliographies: frozenset[str]
    left_out: frozenset[str]
    quotes: dict[str, str]
    citing: dict[str, tuple[str, str] | None]  # what stands around a citation; None for one that stands in a note
    letters: dict[str, str]
    specials: dict[str, str]


@cache
def load_macros() -> Macros:
    """Return the tables."""
    data = read_tables("latex.toml")
    words = {name: frozenset(value.split()) for name, value in data.items() if isinstance(value, str)}
    citing = {name: AROUND[where] for where, names in data["citing"].items() for name in names.split()}
    tables: dict[str, Any] = {name: data[name] for name in ("headings", "quotes", "letters", "specials")}
    return Macros(**tables | words, citing=citing)


@cache
def make_context() -> LatexContextDb:
    """Which arguments the macros have, beside those that pylatexenc knows."""
    context = get_default_latex_context_db()
    macros = [MacroSpec(name, arguments) for arguments, names in read_tables("latex.toml")["arguments"].items() for name in names.split()]
    environments = [EnvironmentSpec("thebibliography", "{"), EnvironmentSpec("abstract", "")]
    context.add_context_category("cites", prepend=True, macros=macros, environments=environments)
    return context
