"""What a command line names, document by document: files, folders, stdin, bundles of documents, addresses and lists of them."""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cites.cli.terminal import say
from cites.errors import CitesError, ReadError
from cites.model import Reference
from cites.readers import find_files
from cites.readers.bundles import BUNDLES, Columns, Item, open_bundle, read_bundle, tell_bundle
from cites.readers.bundles.content import may_be_table, tell_bundle_by_content
from cites.readers.feeds import OPENING, is_list, may_be_list, read_list
from cites.readers.left_out import Left, describe_left

if TYPE_CHECKING:
    from cites.links.fetch import Fetcher
    from cites.links.settings import Settings

STDIN = "-"
MOST_PAGES = 50_000  # that a list which another list names is read of. Source: sitemaps.org, which allows no more
LARGEST_LIST = 50_000_000  # bytes. Source: sitemaps.org, which allows no larger ones

Given = Path | str  # a file, or an address


class Wants(NamedTuple):
    """How documents are had: the format that somebody asked for, the columns of tables, and how pages are fetched."""

    format: str | None = None
    columns: Columns = Columns()
    settings: Callable[[], Settings] | None = None  # called for the first page that is fetched: what it needs takes a while to load
    opens_lists: bool = True  # a file of addresses is a list of documents, and no text with links
    besides: tuple[Path, ...] = ()  # left out of folders: where the results go


def wants_of(arguments: Namespace, *, opens_lists: bool = True) -> Wants:
    """What a command line says of its documents; a command without options for links fetches pages as we usually do."""

    def settings() -> Settings:
        from cites.cli.links import make_settings, make_usual_settings

        return make_settings(arguments, ()) if "host_jobs" in arguments else make_usual_settings()

    columns = Columns(arguments.text_field or "", arguments.date_field or "")
    besides = (arguments.out,) if getattr(arguments, "out", None) else ()
    return Wants(arguments.input_format, columns, settings, opens_lists, besides)


def is_address(path: str) -> bool:
    return path.lower().startswith(("http://", "https://"))


def find_given(paths: Iterable[str], besides: Iterable[Path] = ()) -> list[Given]:
    """The files and addresses of a command line, in its order; folders are searched, and it is said what is left out of them."""
    left: list[Left] = []
    found: list[Given] = []
    seen: set[Given] = set()
    for path in paths:
        for given in (path,) if is_address(path) else find_files([path], besides=besides, leave=left.append):
            key = given if isinstance(given, str) else Path(os.path.abspath(given))
            if key not in seen:
                seen.add(key)
                found.append(given)
    for line in describe_left(left):
        say(f"cites: {line}")
    return found


class Documents:
    """The items of files and addresses, one after the other; a list or a bundle is opened when its turn comes."""

    def __init__(self, wants: Wants, warn: Callable[[str], None]) -> None:
        self.wants = wants
        self.warn = warn
        self._fetcher: Fetcher | None = None

    def close(self) -> None:
        if self._fetcher:
            self._fetcher.close()

    def of(self, given: Given) -> Iterator[Item]:
        """Yield what a file or an address has to read; what cannot be had is an item with its error."""
        name = given if isinstance(given, str) else printable(given)
        try:
            if isinstance(given, str):
                yield from self._at(Reference(url=given))
            elif str(given) == STDIN:
                yield from self._piped("stdin", sys.stdin.buffer.read())
            elif kind := self._bundle or tell_bundle(given):
                yield from self._opened(open_bundle(given, self.wants.columns, self.warn, kind))
            elif self.wants.opens_lists and self.wants.format is None and _is_list(given):
                yield from self._told(name, given.read_bytes())
            else:
                yield Item(name, path=given, format=self.wants.format)
        except CitesError as error:
            yield Item(name, error=str(error))

    @property
    def _bundle(self) -> str:
        """The kind of bundle that somebody asked for, else ""."""
        return self.wants.format if self.wants.format in BUNDLES else ""

    def _opened(self, items: Iterable[Item]) -> Iterator[Item]:
        """What a bundle holds, in the format that somebody asked for."""
        format = None if self._bundle else self.wants.format
        yield from (replace(item, format=item.format or format) for item in items)

    def _piped(self, name: str, data: bytes) -> Iterator[Item]:
        """What came without a name: a bundle, a list or a document, as its content tells."""
        if kind := self._bundle or tell_bundle_by_content(data):
            yield from self._opened(read_bundle(io.BytesIO(data), name, kind, self.wants.columns, self.warn))
            return
        if self.wants.format is None and may_be_table(data):
            self.warn(f"{name} is read as one text, and looks like a table (--from csv)")
        yield from self._told(name, data)

    def _told(self, name: str, data: bytes) -> Iterator[Item]:
        """The document in `data`, or the pages that it lists."""
        if self.wants.format or not (self.wants.opens_lists and is_list(data)):
            yield Item(name, data, format=self.wants.format)
            return
        pages = list(read_list(data, name))
        say(f"{name}: a list of {len(pages):,} address{'' if len(pages) == 1 else 'es'}, each of which is fetched")
        for page in pages:
            yield from self._at(page)

    def _at(self, page: Reference, depth: int = 0) -> Iterator[Item]:
        """The document at an address; of a feed or a sitemap those that it lists."""
        try:
            data = self._fetch(page.url)
            if self.wants.format or depth > 1 or not is_list(data):
                yield Item(page.url, data, format=self.wants.format, about=page)
                return
            pages = list(read_list(data, page.url))
        except ReadError as error:
            yield Item(page.url, error=str(error))
            return
        if depth and len(pages) > MOST_PAGES:
            self.warn(f"{page.url}: names {len(pages):,} addresses, of which the first {MOST_PAGES:,} are read")
            del pages[MOST_PAGES:]
        for listed in pages:
            yield from self._at(listed, depth + 1)

    def _fetch(self, url: str) -> bytes:
        if self._fetcher is None:
            from cites.links.fetch import Fetcher
            from cites.links.settings import Settings

            self._fetcher = Fetcher(self.wants.settings() if self.wants.settings else Settings())
        return self._fetcher.fetch(url)


def printable(path: Path) -> str:
    """A path as it may stand in results; a name that is not UTF-8 could not."""
    return os.fsencode(path).decode("utf-8", "replace")


def _is_list(path: Path) -> bool:
    """Whether a file names pages and is none itself; most are told by how they begin."""
    try:
        with path.open("rb") as file:
            head = file.read(OPENING)
            return may_be_list(head) and is_list(head + file.read(LARGEST_LIST))
    except OSError:
        return False
