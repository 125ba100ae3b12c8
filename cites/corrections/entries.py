"""Corrections as values: each entry knows the line that it stands on, and in words what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, NamedTuple

from cites.model import Name

FILE = "cites.toml"
MEND = "take the entry out or mend it"

Value = str | tuple[Name, ...]
Fields = tuple[tuple[str, Value], ...]  # (("issued", "2012-01-26"), …), names as in Reference


@dataclass(frozen=True, slots=True)
class AboutEntry:
    """[document."a.txt"]: what the article is."""

    line: int
    file: str
    fields: Fields

    def __str__(self) -> str:
        return f'[document."{self.file}"]'


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """[outlets."Kyodo News"]: an outlet in the shape of data/outlets, or more about a known one."""

    line: int
    outlet: str
    fields: tuple[tuple[str, Any], ...]  # (("aliases", ("KNWS",)), …), names as in Outlet

    def __str__(self) -> str:
        return f'[outlets."{self.outlet}"]'


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """[[reference]]: fields of a work, which is told by its key, by what is read of it, or by both."""

    line: int
    key: str
    match: Fields
    fields: Fields

    def __str__(self) -> str:
        told = [f'key "{self.key}"'] if self.key else []
        told += [f'{name} "{value if isinstance(value, str) else "; ".join(map(str, value))}"' for name, value in self.match]
        return f"[[reference]] {', '.join(told)}"


@dataclass(frozen=True, slots=True)
class SkipEntry:
    """[[skip]]: what is read in a note, or in these words, is no citation."""

    line: int
    file: str
    note: str
    text: str

    def __str__(self) -> str:
        return f"[[skip]] {_place(self)}"


@dataclass(frozen=True, slots=True)
class CitationEntry:
    """[[citation]]: what is cited in a note, or in these words, is the work with this key."""

    line: int
    file: str
    note: str
    text: str
    key: str

    def __str__(self) -> str:
        return f'[[citation]] {_place(self)}, key "{self.key}"'


Entry = AboutEntry | OutletEntry | WorkEntry | SkipEntry | CitationEntry


def _place(entry: SkipEntry | CitationEntry) -> str:
    """Where an entry says that it stands: "note 12, “Ibid.” of a.txt"."""
    told = [f"note {entry.note}"] if entry.note else []
    told += [f"“{entry.text}”"] if entry.text else []
    return ", ".join(told) + (f" of {entry.file}" if entry.file else "")


@dataclass(frozen=True, slots=True)
class Corrections:
    """What one file of corrections says. `folder` is where the files that it names are looked for; None for anywhere."""

    name: str = FILE
    folder: str | None = None
    documents: tuple[AboutEntry, ...] = ()
    outlets: tuple[OutletEntry, ...] = ()
    works: tuple[WorkEntry, ...] = ()
    skips: tuple[SkipEntry, ...] = ()
    citations: tuple[CitationEntry, ...] = ()
    links: Mapping[str, Any] = field(default_factory=dict, hash=False)  # [links], which is for `check`: see links/options.py
    links_line: int = 1
    key_pattern: str = ""  # [keys]: how citation keys are made

    def __bool__(self) -> bool:
        return any(self.entries())

    @property
    def name_keys(self) -> bool:
        """True where an entry may name a citation key, which only the whole library has."""
        return bool(self.works or self.citations)

    def entries(self) -> Iterator[Entry]:
        """All entries in the order of the file."""
        found: list[Entry] = [*self.documents, *self.outlets, *self.works, *self.skips, *self.citations]
        yield from sorted(found, key=lambda entry: entry.line)

    def is_about(self, file: str, document: str) -> bool:
        """True where `file`, as an entry names it, is the document of that name: "a.txt" is "articles/a.txt" for articles/cites.toml."""
        path, named = PurePath(document), PurePath(file)
        if self.folder is not None and path.is_relative_to(self.folder):
            return path.relative_to(self.folder) == named
        return path.parts[-len(named.parts) :] == named.parts

    def complain(self, entry: Entry, why: str) -> str:
        """The words for an entry that fits nothing: "cites.toml:14: [[skip]] note 12 of a.txt: there is no such note; take …"."""
        return f"{self.name}:{entry.line}: {entry}: {why}; {MEND}"


NOTHING = Corrections(name="")


class Account(NamedTuple):
    """What became of the corrections in one document: the lines of entries that fitted, and words for those that should have."""

    fitted: frozenset[int] = frozenset()
    unfit: tuple[str, ...] = ()
