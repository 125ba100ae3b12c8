"""Case files: text that anyone can add to, after the manner of markdown-it.

    Two dates from one agency
    .
    It denied the report (Kyodo, January 27, 28).
    .
    full  "Kyodo, January 27"  Kyodo News  XXXX-01-27
    full  "28"                 Kyodo News  XXXX-01-28
    .

A title, what is read between the first two dots, what a careful reader finds in it between the last two. The columns of a line are
parted by two spaces or more; indented lines below it give further fields ("publisher  Clarendon Press"). What is not given is not
compared, and "-" stands for nothing. Lines that begin with "#" are headings: below "# not yet" stand cases that are known to fail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

CASES = Path(__file__).parent / "cases"
COLUMN = re.compile(r'"[^\n]*?"(?=\s\s|$)|\S+(?: \S+)*')
FIELD = re.compile(r"(\S+)\s+(.*)")
NOT_YET = "# not yet"


@dataclass(frozen=True)
class Found:
    """What was found at one place: its columns in order, and what else may be asked about it by name."""

    columns: tuple[str, ...]
    field: Callable[[str], str] = lambda name: f"there is no field {name}"


@dataclass(frozen=True)
class Row:
    """What a case expects at one place."""

    columns: tuple[str, ...]
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, repr=False)
class Case:
    file: str
    line: int
    title: str
    given: str
    rows: tuple[Row, ...]
    not_yet: bool

    def __repr__(self) -> str:
        return f"{self.file}:{self.line} {self.title}"


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a file; raises ValueError with file and line where one is not written as it should be."""
    lines = path.read_text("utf-8").splitlines()
    at, not_yet = 0, False
    while at < len(lines):
        line = lines[at]
        if not line or line.startswith("#"):
            not_yet = line.startswith(NOT_YET) if line else not_yet
            at += 1
            continue
        dots = [index for index in range(at, len(lines)) if lines[index] == "."][:3]
        if len(dots) < 3 or dots[0] != at + 1:
            raise ValueError(f"{path.name}:{at + 1}: a case is a title, a dot, a text, a dot, what is found in it, a dot")
        begin, middle, end = dots
        rows = _rows(lines[middle + 1 : end], f"{path.name}:{at + 1}")
        yield Case(path.name, at + 1, line, "\n".join(lines[begin + 1 : middle]), rows, not_yet)
        at = end + 1


def _rows(lines: list[str], place: str) -> tuple[Row, ...]:
    rows: list[Row] = []
    for line in lines:
        if not line.startswith(" "):
            rows.append(Row(tuple(COLUMN.findall(line))))
        elif rows and (field := FIELD.fullmatch(line.strip())):
            rows[-1] = Row(rows[-1].columns, (*rows[-1].fields, (field[1], field[2])))
        else:
            raise ValueError(f"{place}: {line!r} is no field of a line above it")
    return tuple(rows)


def expected(case: Case) -> str:
    """What the case expects, its columns set anew."""
    return _set([(row.columns, row.fields) for row in case.rows])


def found(case: Case, items: Sequence[Found]) -> str:
    """What was found, in the columns and with the fields that the case asks for: the same text where all is as expected."""
    shown = []
    for row, item in zip_longest(case.rows, items):
        if item is None:
            continue
        width = len(row.columns) if row else len(item.columns)
        fields = tuple((name, item.field(name) or "-") for name, _ in (row.fields if row else ()))
        shown.append((tuple(column or "-" for column in item.columns[:width]), fields))
    return _set(shown)


def _set(rows: Sequence[tuple[tuple[str, ...], tuple[tuple[str, str], ...]]]) -> str:
    lines = []
    for columns, fields in rows:
        lines.append("  ".join(columns))
        lines += [f"    {name}  {value}" for name, value in fields]
    return "\n".join(lines)
