"""The text of a file of corrections to Corrections; whatever is wrong with it is said with its line and what would mend it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from cites.corrections.entries import FILE, AboutEntry, CitationEntry, Corrections, Fields, OutletEntry, SkipEntry, Value, WorkEntry
from cites.corrections.lines import TABLES, Lines
from cites.csl import DATES, NAMES, all_types
from cites.edtf import to_day
from cites.errors import CorrectionError, PatternError, nearest
from cites.keys import check_pattern
from cites.knowledge import domain_of, fold_name, read_tables
from cites.model import Name, Outlet, Reference

LINKS = "links"  # how links are asked; no correction
KEYS = "keys"  # how citation keys are made; no correction either
SETTINGS = (LINKS, KEYS)
WORK_FIELDS = tuple(field.name for field in fields(Reference) if field.name not in ("id", "inferred"))
OUTLET_FIELDS = tuple(field.name for field in fields(Outlet) if field.name != "name")
NUMBERS = ("volume_one", "issues_a_year")
KINDS = tuple(read_tables("kinds.toml"))
COUNTRY = re.compile(r"[A-Z]{2}|")
NAME_PARTS = tuple(field.name for field in fields(Name))
DAY = r"(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[~?%]?"
EDTF = re.compile(rf"{DAY}(?:/{DAY})?")
WHOLE_DAY = re.compile(r"\d{4}-(?:0\d|1[0-2])-\d\d")
IN_MESSAGE = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")
MENDS = {  # what stands in the parser's complaint: what mends it
    "Expected ']' at the end of a table declaration": 'put a name with spaces in quotes: [outlets."Kyodo News"]',
    "Cannot declare": "put both tables of that name into one",
    "Cannot overwrite a value": "say it once",
}
MEND = 'put texts in quotes, lists in [ ], and the fields of "set" and "match" in { } on one line'

MAX_NUMBER = 10**12  # of volumes, notes, years
MEND_DATE = 'write "2012-01-27", "2012-01" or "2012"; a range has a "/", spring to winter are "2012-21" to "2012-24"'


def parse_corrections(text: str, name: str = FILE, folder: str | None = None) -> Corrections:
    """Return the corrections in a text; `name` is the file's, for messages, and `folder` that of the documents it names.

    Raises CorrectionError for what is no TOML, and for tables and fields that mean nothing here.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        tables = tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError is one; a number of thousands of digits is another
        raise _broken(text, name, str(error)) from None
    except RecursionError:
        raise CorrectionError(name, 1, "brackets stand in brackets too deep", MEND) from None
    parser = Parser(name, Lines(text))
    for table in tables:
        if table not in (*TABLES, *SETTINGS):
            raise parser.error(parser.lines.key(1, table), f"no table is called {table!r}", nearest(table, (*TABLES, *SETTINGS)))
    for table in SETTINGS:
        if not isinstance(tables.get(table, {}), dict):
            raise parser.error(parser.lines.key(1, table), f"{table} is a table", f"write [{table}]")
    links = tables.get(LINKS, {})
    return Corrections(
        name,
        folder,
        documents=tuple(parser.document(file, table) for file, table in parser.named(tables, "document")),
        outlets=tuple(parser.outlet(outlet, table) for outlet, table in parser.named(tables, "outlets")),
        works=tuple(parser.work(number, table) for number, table in parser.numbered(tables, "reference")),
        skips=tuple(parser.skip(number, table) for number, table in parser.numbered(tables, "skip")),
        citations=tuple(parser.citation(number, table) for number, table in parser.numbered(tables, "citation")),
        links=links,
        key_pattern=parser.key_pattern(tables.get(KEYS, {})),
        links_line=next((number for number, line in enumerate(text.split("\n"), 1) if line.lstrip("[ \t").startswith(LINKS)), 1),
    )


def _broken(text: str, name: str, message: str) -> CorrectionError:
    """What the TOML parser complains of, with the line where it says that, and what would mend it."""
    at = IN_MESSAGE.search(message)
    line = int(at[1]) if at and at[1] else text.rstrip("\n").count("\n") + 1 if at else 1
    problem = IN_MESSAGE.sub("", message)
    return CorrectionError(name, line, problem, next((mend for words, mend in MENDS.items() if words in problem), MEND))


@dataclass(frozen=True, slots=True)
class Parser:
    """Tables to entries."""

    name: str
    lines: Lines

    def error(self, line: int, problem: str, mend: str) -> CorrectionError:
        return CorrectionError(self.name, line, problem, mend)

    def key_pattern(self, table: Mapping[str, Any]) -> str:
        """The pattern of [keys]."""
        for key, value in table.items():
            line = self.lines.key(1, key)
            if key != "pattern":
                raise self.error(line, f"[keys] has no {key!r}", "it has 'pattern'")
            if not isinstance(value, str):
                raise self.error(line, "a pattern of keys is a text", 'write pattern = "auth.lower + year"')
            try:
                return check_pattern(value)
            except PatternError as error:
                raise self.error(line, f"pattern of keys: {error.args[1]}", error.args[2]) from None
        return ""

    # -- tables ---------------------------------------------------------------------------------------------------------

    def named(self, tables: Mapping[str, Any], what: str) -> list[tuple[str, Mapping[str, Any]]]:
        """The tables under a name each: [outlets."Kyodo News"]."""
        rows = tables.get(what, {})
        if not isinstance(rows, dict):
            raise self.error(self.lines.of(what, 0), f"{what} needs a name", f'write [{what}."…"]')
        for key, row in rows.items():
            if not isinstance(row, dict):
                raise self.error(self.lines.key(self.lines.of(what, key), key), f"{key!r} is no table", f'write [{what}."…"] above it')
        return list(rows.items())

    def numbered(self, tables: Mapping[str, Any], what: str) -> list[tuple[int, Mapping[str, Any]]]:
        """The tables without a name: [[skip]]."""
        rows = tables.get(what, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.error(self.lines.of(what, 0), f"there may be several of {what}", f"write [[{what}]] with two brackets")
        return list(enumerate(rows))

    def document(self, file: str, table: Mapping[str, Any]) -> AboutEntry:
        line = self.lines.of("document", file)
        return AboutEntry(line, self._file(line, file), self.fields(line, table))

    def outlet(self, name: str, table: Mapping[str, Any]) -> OutletEntry:
        line = self.lines.of("outlets", name)
        self._names(line, (name,))
        row = tuple(self._outlet_field(self.lines.key(line, key), key, value) for key, value in table.items())
        return OutletEntry(line, name, row)

    def work(self, number: int, table: Mapping[str, Any]) -> WorkEntry:
        line = self.lines.of("reference", number)
        self._only(line, table, ("key", "match", "set"))
        key = self._text(line, table, "key")
        told, said = (self._table(line, table, name) for name in ("match", "set"))
        if not (key or told):
            raise self.error(line, "it is not said which work is meant", 'give its key = "…", or match = {title = "…"}')
        if not said:
            raise self.error(line, "it is not said what is right", 'give set = {issued = "2012-01-27"} or other fields')
        return WorkEntry(line, key, self.fields(line, told, "match"), self.fields(line, said, "set"))

    def skip(self, number: int, table: Mapping[str, Any]) -> SkipEntry:
        line = self.lines.of("skip", number)
        self._only(line, table, ("file", "note", "text"))
        return SkipEntry(line, *self._place(line, table, "it is not said what is no citation"))

    def citation(self, number: int, table: Mapping[str, Any]) -> CitationEntry:
        line = self.lines.of("citation", number)
        self._only(line, table, ("file", "note", "text", "key"))
        place, key = self._place(line, table, "it is not said which citation is meant"), self._text(line, table, "key")
        if not key.strip("…. "):
            raise self.error(line, "it is not said which work is cited there", "give its key, as in references.bib")
        return CitationEntry(line, *place, key)

    def _place(self, line: int, table: Mapping[str, Any], problem: str) -> tuple[str, str, str]:
        """Where in which document: its file, the label of a note, and words."""
        file, note, text = (self._text(line, table, name) for name in ("file", "note", "text"))
        if not (note or text.strip()):
            raise self.error(line, problem, 'give note = "12", or text = "…" as it is printed')
        if note and not file:
            raise self.error(line, f"note {note} may stand in any document", 'give file = "…" too')
        return self._file(line, file) if file else "", note.strip(" []^()."), text

    # -- what stands in them --------------------------------------------------------------------------------------------

    def fields(self, line: int, table: Mapping[str, Any], *under: str) -> Fields:
        """Fields of a work in the names of CSL, with hyphens or without: {"container-title": …} gives (("container_title", …),)."""
        found: dict[str, Value] = {}
        for key, value in table.items():
            at = self.lines.key(line, *under, key)
            field = key.replace("-", "_").lower()
            if field not in WORK_FIELDS:
                raise self.error(at, f"no work has {key!r}", nearest(field, WORK_FIELDS))
            if field in found:
                raise self.error(at, f"{field} is there twice", "say it once")
            found[field] = self._value(at, field, value)
        return tuple(found.items())

    def _value(self, line: int, field: str, value: Any) -> Value:
        if field in NAMES and value == "":
            return ()
        if field in NAMES:
            return tuple(self._person(line, field, item) for item in (value if isinstance(value, list) else [value]))
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date) or _is_number(value):
            value = str(value)
        if not isinstance(value, str):
            raise self.error(line, f"{field} is a text", f'put it in quotes: {field} = "…"')
        if field in DATES and value and not _is_date(value):
            raise self.error(line, f"{field} = {value!r} is no date", MEND_DATE)
        if field == "type":
            self._type(line, value)
        return value

    def _person(self, line: int, field: str, value: Any) -> Name:
        """ "McCurry, Justin" is a person, "Arctic Council" a body; {family = "Gandhi", particle = "…"} says all."""
        if isinstance(value, str) and value.strip():
            family, comma, given = (part.strip() for part in value.partition(","))
            return Name(family=family, given=given) if comma else Name(literal=family)
        if isinstance(value, dict) and value and value.keys() <= set(NAME_PARTS) and all(isinstance(part, str) for part in value.values()):
            return Name(**value)
        raise self.error(line, f"{field} is no list of names", f'write {field} = ["Family, Given", "A Body"]')

    def _outlet_field(self, line: int, key: str, value: Any) -> tuple[str, Any]:
        field = key.replace("-", "_")
        if field not in OUTLET_FIELDS:
            raise self.error(line, f"no outlet has {key!r}", nearest(field, OUTLET_FIELDS))
        if field in ("aliases", "domains"):
            texts = [value] if isinstance(value, str) else value
            if not isinstance(texts, list) or not all(isinstance(item, str) for item in texts):
                raise self.error(line, f"{field} is a list of texts", f'write {field} = ["…", "…"]')
            if field == "aliases":
                self._names(line, texts)
                return field, tuple(texts)
            return field, tuple(domain_of(item).casefold() for item in texts)
        if field in NUMBERS:
            if not _is_number(value):
                raise self.error(line, f"{field} is a number", f"write it without quotes: {field} = 2004")
        elif not isinstance(value, str):
            raise self.error(line, f"{field} is a text", f'put it in quotes: {field} = "…"')
        elif field == "type":
            self._type(line, value)
        elif field == "kind" and value not in KINDS:
            raise self.error(line, f"{value!r} is no kind of outlet", nearest(value, KINDS))
        elif field == "country" and not COUNTRY.fullmatch(value):
            raise self.error(line, f"{value!r} is no code of a country", "give its two capital letters in ISO 3166-1, as DE for Germany")
        return field, value

    def _type(self, line: int, value: str) -> None:
        if value not in all_types():
            raise self.error(line, f"no type of work is called {value!r}", nearest(value, sorted(all_types())))

    def _names(self, line: int, names: Iterable[str]) -> None:
        for name in names:
            if not fold_name(name):
                raise self.error(line, f"{name!r} has no letter and no digit", "give the name as it is printed")

    def _only(self, line: int, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                raise self.error(self.lines.key(line, key), f"{key!r} means nothing here", nearest(key, known))

    def _text(self, line: int, table: Mapping[str, Any], key: str) -> str:
        value = table.get(key, "")
        if _is_number(value):
            return str(value)
        if not isinstance(value, str):
            raise self.error(self.lines.key(line, key), f"{key} is a text", f'put it in quotes: {key} = "…"')
        return value

    def _table(self, line: int, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self.error(self.lines.key(line, key), f"{key} has fields", f'write {key} = {{title = "…"}}')
        return value

    def _file(self, line: int, file: str) -> str:
        if not file.strip() or file.startswith("/") or ".." in PurePath(file).parts:
            raise self.error(line, f"{file!r} is no file beside this one", "give its name, with the folder that it is in: sub/a.txt")
        return file


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < MAX_NUMBER


def _is_date(value: str) -> bool:
    return EDTF.fullmatch(value) is not None and all(map(to_day, WHOLE_DAY.findall(value)))  # not February 30
