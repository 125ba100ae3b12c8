"""cites reads the citations of an article, and says which works and sources they point to.

    import cites

    reading = cites.extract(cites.read("article.txt"))
    for citation in reading.citations:
        print(citation.form, reading.document.text[citation.span.start : citation.span.end])

Each public name is loaded when it is first used, so that `import cites` costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from cites.corrections import Corrections, parse_corrections
    from cites.errors import CitesError, CorrectionError, KnowledgeError, ReadError, WriteError
    from cites.extract import Extractor, extract
    from cites.library import Library
    from cites.links import Settings, check
    from cites.model import (
        Callout,
        Citation,
        Document,
        Finding,
        Inferred,
        Link,
        Mark,
        Name,
        Outlet,
        Part,
        Piece,
        Reading,
        Reference,
        Span,
        Zone,
    )
    from cites.parse import parse
    from cites.readers import find_files, read, read_bytes
    from cites.stats import Stats, summarise
    from cites.writers import WRITERS

PUBLIC = {  # name: the module that it comes from
    **dict.fromkeys(("Corrections", "parse_corrections"), "cites.corrections"),
    **dict.fromkeys(("CitesError", "CorrectionError", "KnowledgeError", "ReadError", "WriteError"), "cites.errors"),
    **dict.fromkeys(("Extractor", "extract"), "cites.extract"),
    "Library": "cites.library",
    **dict.fromkeys(("Settings", "check"), "cites.links"),
    **dict.fromkeys(("Callout", "Citation", "Document", "Finding", "Inferred", "Link", "Mark", "Name", "Outlet"), "cites.model"),
    **dict.fromkeys(("Part", "Piece", "Reading", "Reference", "Span", "Zone"), "cites.model"),
    "parse": "cites.parse",
    **dict.fromkeys(("find_files", "read", "read_bytes"), "cites.readers"),
    **dict.fromkeys(("Stats", "summarise"), "cites.stats"),
    "WRITERS": "cites.writers",
}

__all__ = [
    "WRITERS", "Callout", "Citation", "CitesError", "CorrectionError", "Corrections", "Document", "Extractor", "Finding",
    "Inferred", "KnowledgeError", "Library", "Link", "Mark", "Name", "Outlet", "Part", "Piece", "ReadError", "Reading", "Reference",
    "Settings", "Span", "Stats", "WriteError", "Zone", "check", "extract", "find_files", "parse", "parse_corrections", "read",
    "read_bytes", "summarise",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for (PEP 562)."""
    if name not in PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(PUBLIC[name]), name)
    setattr(sys.modules[__name__], name, value)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *PUBLIC})


class _Package(ModuleType):
    """`cites.extract` and `cites.parse` are functions, also after somebody has imported the modules that they live in."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in PUBLIC and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
