"""Files of corrections: which of them is for which document, and which of their entries fitted nothing in the end.

A document's corrections are those of the nearest `cites.toml`: in its own folder, or above it as far as the folder that was given.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from cites.cli.documents import STDIN, Given, printable
from cites.corrections import FILE, NOTHING, Account, Corrections, parse_corrections
from cites.corrections.entries import AboutEntry, CitationEntry, Entry, OutletEntry, SkipEntry, WorkEntry
from cites.corrections.outlets import extend
from cites.errors import ReadError, cannot_open
from cites.outlets import load_outlets
from cites.readers import find_files


class CorrectionFiles:
    """The corrections of a command line: `CorrectionFiles(paths, files, None)[file]` are those of a file, NOTHING where there are none.

    `named` is a file of corrections to be used for all, wherever it lies; `besides` was left out of folders.
    Raises CorrectionError and ReadError.
    """

    def __init__(self, paths: Sequence[str], files: Sequence[Given], named: Path | None, besides: Sequence[Path] = ()) -> None:
        self.files = files
        self.besides = besides
        self.named = named
        self.are_folders = all(Path(path).is_dir() for path in paths)
        self.keys: Sequence[str] = ()  # of the works, where there is one library of all
        self.fitted: dict[str, set[int]] = defaultdict(set)  # the lines of entries, by the name of the file of corrections
        self._loaded: dict[Path, Corrections] = {}
        self._found: dict[Path, Corrections] = {}  # by folder
        if named:
            self._loaded[named] = load(named, None)
        roots = {path for path in map(Path, paths) if path.is_dir()}
        self._of = {given: self._loaded[named] if named else self._beside(given, roots) for given in files}

    def __getitem__(self, given: Given) -> Corrections:
        return self._of[given]

    def __iter__(self) -> Iterator[Corrections]:
        return iter(self._loaded.values())

    def _beside(self, file: Given, roots: set[Path]) -> Corrections:
        if isinstance(file, str) or str(file) == STDIN:
            return NOTHING
        if file.parent not in self._found:
            path = next((path for folder in _upward(file.parent, roots) if (path := folder / FILE).exists() or path.is_symlink()), None)
            if path and path not in self._loaded:
                self._loaded[path] = load(path, printable(path.parent))
            self._found[file.parent] = self._loaded[path] if path else NOTHING
        return self._found[file.parent]

    def note(self, corrections: Corrections, account: Account) -> None:
        """Keep in mind what fitted in one document."""
        self.fitted[corrections.name] |= account.fitted

    def unfit(self, read: Iterable[tuple[str, Corrections]], failed: int) -> Iterator[str]:
        """Yield words for each entry that fitted nothing in these documents, each with what corrects it, as far as that can be told.

        A run over a single file says nothing of the others that the corrections are for. A [[skip]] or [[citation]] that
        names a document which was read has been told with it.
        """
        read = list(read)
        for path, corrections in self._loaded.items():
            left = [entry for entry in corrections.entries() if entry.line not in self.fitted[corrections.name]]
            is_all = not failed and bool(left) and self._is_all(path)
            for entry in left:
                why = self._why_not(entry, corrections, path, read, is_all)
                if why:
                    yield corrections.complain(entry, why)

    def _is_all(self, path: Path) -> bool:
        """True where every document that a file of corrections may be about was in this run."""
        if path == self.named:
            return self.are_folders
        given = {os.path.abspath(file) for file in self.files}
        return all(os.path.abspath(file) in given for file in find_files([path.parent], besides=self.besides))

    def _why_not(self, entry: Entry, corrections: Corrections, path: Path, read: Sequence[tuple[str, Corrections]], is_all: bool) -> str:
        """Why an entry fits nothing, "" where that was said with its document or cannot be told."""
        file = "" if isinstance(entry, OutletEntry | WorkEntry) else entry.file
        nearest = [own for name, own in read if corrections.is_about(file, name)] if file else []
        if nearest and corrections.name not in [own.name for own in nearest]:
            return f"what corrects that document is {nearest[0].name}" if nearest[0].name else ""
        if file and not nearest:
            is_missing = is_all if corrections.folder is None else not (path.parent / file).exists()
            return "there is no such file" if is_missing else ""
        match entry:
            case AboutEntry() | SkipEntry() if file:
                return ""
            case CitationEntry(key=key) if file and key in self.keys:
                return ""
            case _ if not is_all:
                return ""
            case OutletEntry():
                return "no work that is cited has this source"
            case WorkEntry(key=key, match=()) | CitationEntry(key=key) if key not in self.keys:
                near = get_close_matches(key, self.keys, 1)
                return "no work has this key" + (f" (there is {near[0]})" if near else "")
            case WorkEntry():
                return "no work is like this"
            case _:
                return "nothing is read as a citation in these words"


def load(path: Path, folder: str | None) -> Corrections:
    """Return the corrections in a file; its outlets and [links] are put beside ours now, so that what is wrong is said at once."""
    name = printable(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise cannot_open(name, error) from None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(name, f"line {line} is not UTF-8", "save it as UTF-8") from None
    corrections = parse_corrections(text, name, folder)
    if corrections.outlets:
        extend(load_outlets(), corrections)
    if corrections.links:
        from cites.links.options import with_options  # which takes a while to load
        from cites.links.settings import Settings

        with_options(Settings(), corrections.links, name, corrections.links_line)
    return corrections


def _upward(folder: Path, roots: set[Path]) -> Iterator[Path]:
    """A folder, and those above it as far as one that was given; only itself where none above it was."""
    yield folder
    above = [folder, *folder.parents]
    last = next((number for number, path in enumerate(above) if path in roots), 0)
    yield from above[1 : last + 1]
