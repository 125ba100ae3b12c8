"""Tables with a text in each row: CSV, and JSON lines. Corpora of news come so.

    {"id": 7, "date": "2012-01-27", "title": "…", "text": "… (Interfax, January 26) …"}

A row is read as plain text, or as HTML where it begins so. Its date, title, author, address and periodical come from the columns that
usually have them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, BinaryIO

from cites.errors import ReadError
from cites.grammar.dates import find_date
from cites.model import Reference
from cites.readers.bundles import Columns, Item
from cites.readers.bundles.content import TEXT
from cites.readers.decode import decode, report_guess
from cites.readers.html.about import to_date, to_people
from cites.view import fold

DATE = ("date", "published", "issued", "publication_date", "pub_date", "date_published", "published_at", "datetime", "timestamp")
TITLE = ("title", "headline")
AUTHOR = ("author", "authors", "byline", "creator")
ADDRESS = ("url", "link", "source_url", "permalink")
PERIODICAL = ("publication", "container-title", "outlet", "newspaper", "journal", "source", "site")
LABEL = ("id", "doc_id", "uid", "guid")
MOST = 200_000_000  # code points of one field
MEND = "mend it with a program for tables"
END = "\x03"  # put behind a table: where it is not a row of its own, a quotation mark before it was not closed
Row = Mapping[str, Any]


def read_csv(file: BinaryIO, path: str, columns: Columns, warn: Callable[[str], None]) -> Iterator[Item]:
    """Yield the rows of a CSV file, whose first row names its columns; it may be parted by commas, semicolons or tabs."""
    decoded = decode(file.read(), path)
    report_guess(decoded, path, warn)
    csv.field_size_limit(MOST)
    text = decoded.text.removeprefix("\ufeff")
    rows = csv.reader(io.StringIO(f"{text}\n{END}", newline=""), delimiter=_delimiter(text))
    number = 0
    try:
        names = next(rows)
        field = _text_field(path, names, columns)
        for number, cells in enumerate(rows, start=1):
            if cells == [END]:
                return
            if cells and cells[-1].endswith(END):
                raise ReadError(path, f"row {number} has a quotation mark that is not closed", MEND)
            if any(cells[len(names) :]):
                warn(f"{path}#{number}: has more cells than the table has columns ({MEND})")
            if cells:
                yield _item(path, number, dict(zip_longest(names, cells[: len(names)], fillvalue="")), field, columns, warn)
    except csv.Error as error:
        raise ReadError(path, f"row {number + 1} cannot be read: {error}", MEND) from None


def read_jsonl(file: BinaryIO, path: str, columns: Columns, warn: Callable[[str], None]) -> Iterator[Item]:
    """Yield the lines of a file of JSON objects; a line that is none, or has no text, costs only itself."""
    field = ""
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            field = field or _text_field(path, row, columns)
            yield _item(path, number, row, field, columns, warn)
        else:
            name = f"{path}#{number}"
            yield Item(name, error=str(ReadError(name, "is no object in JSON", "give one {…} a line, as UTF-8")))


def _item(path: str, number: int, row: Row, field: str, columns: Columns, warn: Callable[[str], None]) -> Item:
    label = _value(row, LABEL)
    name = f"{path}#{label if label.isprintable() and 0 < len(label) < 100 else number}"
    text = row.get(field)
    if not isinstance(text, str) or not text.strip():
        return Item(name, error=str(ReadError(name, f"has no text in {field!r}", "")))
    return Item(name, text.encode("utf-8", "replace"), about=_about(name, path, row, columns, warn))


def _text_field(path: str, row: Iterable[str], columns: Columns) -> str:
    """The column that has the texts. Raises ReadError where there is none, or not the one that has the dates."""
    if columns.date:
        _field(path, row, columns.date, "date", ())
    return _field(path, row, columns.text, "text", TEXT)


def _field(path: str, row: Iterable[str], wanted: str, option: str, usual: Sequence[str]) -> str:
    """The column that was named, or the first that is usual. Raises ReadError where there is none."""
    folded = {str(name).strip().casefold(): str(name) for name in row}
    for name in (wanted,) if wanted else usual:
        if name.casefold() in folded:
            return folded[name.casefold()]
    missing = repr(wanted) if wanted else "column that is known to have the text"
    raise ReadError(path, f"has no {missing}; it has {', '.join(map(str, row)) or 'no columns'}", f"--{option}-field NAME")


def _value(row: Row, names: Sequence[str]) -> str:
    folded = {str(name).strip().casefold(): value for name, value in row.items()}
    for name in names:
        value = folded.get(name.casefold())
        if isinstance(value, list):
            value = "; ".join(map(str, value))
        if isinstance(value, str | int) and str(value).strip():
            return " ".join(str(value).split())
    return ""


def _about(name: str, path: str, row: Row, columns: Columns, warn: Callable[[str], None]) -> Reference:
    printed = _value(row, (columns.date,) if columns.date else DATE)
    issued = read_day(printed)
    if printed and not issued:
        warn(f"{name}: no date is read in “{printed[:40]}”")
    return Reference(
        title=_value(row, TITLE),
        author=tuple(to_people(_value(row, AUTHOR))),
        container_title=_value(row, PERIODICAL),
        issued=issued,
        url=_value(row, ADDRESS),
    )


def read_day(printed: str) -> str:
    """Return a date as EDTF: "2012-01-27T08:00Z" gives "2012-01-27", "January 27, 2012" too; "" for what has no year."""
    date = find_date(fold(printed))
    return to_date(printed) or (date.value if date and date.has_year else "")


def _delimiter(text: str) -> str:
    """What parts the cells: the mark that the first line has most of."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)
