"""The words of Rich Text Format, as data/rtf.toml has them: what each control word prints, hides or switches."""

from __future__ import annotations

import codecs
import re

from cites.knowledge import read_tables

TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?\ ?"
    r"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    r"|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)"
    r"|[\r\n]+|\\",
    re.DOTALL,
)
TABLES = read_tables("rtf.toml")
SKIPPED, READ = frozenset(TABLES["skipped"].split()), frozenset(TABLES["read"])
PRINTED: dict[str, str] = TABLES["printed"]
CHARSETS: dict[int, str] = {int(number): name for number, name in TABLES["charsets"].items()}
WHOLE: dict[str, str] = TABLES["whole"]
NUMBERS: dict[str, str] = TABLES["numbers"]  # how notes are numbered


def page_of(number: int) -> str:
    """The encoding of a code page: 1251 gives "cp1251"; Windows-1252 for one that nobody knows."""
    name: str = TABLES["pages"].get(str(number), f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
