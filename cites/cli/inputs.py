"""Documents to Readings, one after the other; what cannot be read is said, and the others are done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from cites.bibliographies.beside import with_works
from cites.cli.corrections import CorrectionFiles
from cites.cli.documents import Documents, Given, Wants, find_given
from cites.cli.sharing import Sharing
from cites.cli.terminal import Progress, complain, say
from cites.corrections import Account, Corrections
from cites.corrections.apply import cited_outlets
from cites.corrections.outlets import extend
from cites.corrections.works import correct_library
from cites.errors import CitesError
from cites.extract import Extractor
from cites.keys import DEFAULT
from cites.library import Library
from cites.model import Document, Outlet, Reading
from cites.readers import READERS, read, read_bytes
from cites.readers.bundles import Item
from cites.readers.head import fill

LIKE_MARKDOWN = re.compile(r"^#{1,6} \S|\]\(https?://|\[\^\w{1,20}\]|^(?:[-*] )?\[[^\]\n]{1,80}\]: https?://", re.MULTILINE)


class Outcome(NamedTuple):
    """What came of one file: its reading, or why there is none."""

    reading: Reading | None
    error: str = ""
    warnings: tuple[str, ...] = ()
    account: Account = Account()


class Inputs:
    """The readings of a command line, in its order. `failed` counts the files that could not be read.

    With one job a document is read when it is asked for and not kept, so that memory does not grow with their number.
    `corrections` is a file of them to be used for all. Those of works are applied by `gather`, for the keys that they name are
    those of the whole library; with `each_alone` every document has its own.
    """

    def __init__(
        self,
        paths: Sequence[str],
        extractor: Extractor,
        wants: Wants,
        jobs: int | None,
        beside_data: bool = False,
        corrections: Path | None = None,
        each_alone: bool = False,
        key_pattern: str | None = None,
    ) -> None:
        self.files = find_given(paths, wants.besides)
        self.corrections = CorrectionFiles(paths, self.files, corrections, wants.besides)
        self.each_alone = each_alone
        # The command line says how keys are made, else the first cites.toml that does.
        self.key_pattern = key_pattern or next((own.key_pattern for own in self.corrections if own.key_pattern), DEFAULT)
        self.read: list[tuple[str, Corrections]] = []  # the documents that were read, and what corrects them
        self.unfit = 0  # corrections that fitted nothing
        self.extractor = extractor
        self.wants = wants
        self.jobs = jobs
        self.beside_data = beside_data
        self.failed = 0
        if not self.files:
            known = ", ".join(reader.suffixes[0] for reader in READERS.values())
            complain(f"{', '.join(paths)}: no article in this folder (they end in {known} or the like; others are read if you name them)")
            self.failed = 1

    def __iter__(self) -> Iterator[Reading]:
        with Progress("reading", self.beside_data) as progress:
            self.read = []
            for done, (given, outcome) in enumerate(self._outcomes(), start=1):
                for warning in outcome.warnings:
                    say(f"cites: {warning}")
                self._complain(outcome.account.unfit)
                if outcome.reading is None:
                    complain(outcome.error)
                    self.failed += 1
                else:
                    self.read.append((outcome.reading.document.name, self.corrections[given]))
                    self.corrections.note(self.corrections[given], outcome.account)
                    yield outcome.reading
                progress(done, len(self.files) if self.files[done - 1 : done] == [given] else None)  # None: more documents than files

    def gather(self, readings: Iterable[Reading], outlets: Mapping[str, Outlet] | None = None) -> Library:
        """Return the library of these readings, which are those of this command line, with its works as they were corrected."""
        readings = tuple(readings)
        library = Library.of(readings, outlets, self.key_pattern)
        own = [corrections for _, corrections in self.read]
        if not any(corrections.name_keys for corrections in own):
            return library
        base = self.extractor.outlets
        library, fitted, unfit = correct_library(readings, own, base, library, outlets, self.key_pattern)
        self._complain(unfit)
        self.corrections.keys = [work.id for work in library.references]
        for name, line in fitted:
            self.corrections.fitted[name].add(line)
        for reading, corrections in zip(library.readings, own, strict=True):
            self.corrections.note(corrections, Account(cited_outlets(reading, corrections, extend(base, corrections))))
        return library

    def known_outlets(self) -> Mapping[str, Outlet]:
        """All outlets by name: ours, and those of the corrections."""
        known: Mapping[str, Outlet] = self.extractor.outlets.canonical
        for corrections in self.corrections:
            if corrections.outlets:
                known = {**known, **extend(self.extractor.outlets, corrections).canonical}
        return known

    def tell_unfit(self) -> None:
        """Say which corrections fitted nothing in all that was read."""
        self._complain(self.corrections.unfit(self.read, self.failed))

    def _complain(self, messages: Iterable[str]) -> None:
        for message in messages:
            complain(message)
            self.unfit += 1

    def _extractor(self, given: Given) -> Extractor:
        corrections = self.corrections[given]
        if self.each_alone:
            corrections = replace(corrections, key_pattern=self.key_pattern)
        elif not corrections:
            return self.extractor
        else:
            corrections = replace(corrections, works=(), citations=())
        return replace(self.extractor, corrections=corrections)

    def _items(self) -> Iterator[tuple[Given, Item]]:
        documents = Documents(self.wants, lambda warning: say(f"cites: {warning}"))
        try:
            for given in self.files:
                for item in documents.of(given):
                    yield given, item
        finally:
            documents.close()

    def _outcomes(self) -> Iterator[tuple[Given, Outcome]]:
        with Sharing(self.jobs) as sharing:
            yield from sharing.each(((given, (item, self._extractor(given))) for given, item in self._items()), read_item)


def read_item(item: Item, extractor: Extractor) -> Outcome:
    """Read one document; whatever is wrong with it stays with it."""
    warnings: list[str] = []
    try:
        reading, account = extractor.corrected(read_document(item, warnings.append))
        return Outcome(reading, "", tuple(warnings), account)
    except CitesError as error:
        return Outcome(None, str(error), tuple(warnings))
    except Exception as error:  # a fault of ours, which must not cost the user the other files
        return Outcome(None, fault(item, error), tuple(warnings))


def read_document(item: Item, warn: Callable[[str], None]) -> Document:
    """Read one document, with what its bundle says of it. Raises CitesError where it has an error instead."""
    if item.error:
        raise CitesError(item.error)
    if item.path:
        return with_works(read(item.path, item.name, format=item.format, warn=warn), item.path, warn)
    document = read_bytes(item.data, item.name, item.format, warn)
    if item.name == "stdin" and item.format is None and not document.marks and LIKE_MARKDOWN.search(document.text):
        warn("stdin is read as plain text, and looks like Markdown (--from markdown)")
    return replace(document, about=fill(item.about, document.about))


def fault(item: Item, error: Exception) -> str:
    """What to say of a fault of ours: "a.txt: cites failed on this file, please report it (IndexError: …; book.py, line 31)"."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"; {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    return f"{item.name}: cites failed on this file, please report it ({type(error).__name__}: {error}{place})"
