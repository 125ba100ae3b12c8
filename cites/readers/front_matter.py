"""Front matter: what stands between two `---` lines at the top of a Markdown file.

    ---
    title: Japan Represents Another Russian Failure in Asia
    author: [Stephen Blank]
    date: 2019-03-12
    publication: Eurasia Daily Monitor
    ---

Read line by line, not as YAML, whose reader would be a dependency for five keys: nested values other than lists are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cites.grammar.dates import find_date
from cites.grammar.names import split_people
from cites.knowledge import read_tables
from cites.model import Reference
from cites.view import fold

LONGEST = 20_000  # code points; what has not ended by then is an article between two rules
FENCES = {"---": ("---", "..."), "+++": ("+++",)}  # YAML, TOML
ENTRY = re.compile(r"(?P<key>[\w-]{1,40})[ \t]*[:=](?:[ \t]+(?P<value>.*)|[ \t]*)$")
ITEM = re.compile(r"[ \t]*-[ \t]+(?:name:[ \t]*)?(?P<value>.*)$")
NAME = re.compile(r"[ \t]+name:[ \t]+(?P<value>.*)$")  # author:\n  name: Jane Doe
NESTED = re.compile(r"[ \t]+[\w-]+:(?:[ \t]|$)")
FOLDED = re.compile(r"[>|][+-]?$")  # title: >-
KEYS: Mapping[str, Sequence[str]] = read_tables("metadata.toml")["front_matter"]


def read_front_matter(text: str) -> tuple[int, Reference]:
    """Return where the front matter ends (0 where there is none), and what it says of the article."""
    end, values = _values(text)
    return end, _about(values) if end else Reference()


def read_bibliographies(text: str) -> tuple[str, ...]:
    """Return the files that front matter names as bibliographies: `bibliography: [refs.bib, more.json]`."""
    return tuple(_values(text)[1].get("bibliography", ()))


def _values(text: str) -> tuple[int, dict[str, list[str]]]:
    """Where the front matter ends, 0 where there is none, and what its keys say."""
    start = 1 if text.startswith("\ufeff") else 0
    lines = text[start : start + LONGEST].splitlines(keepends=True)
    closing = FENCES.get(lines[0].rstrip()) if lines else None
    if closing is None:
        return 0, {}
    end = start + len(lines[0])
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines[1:]:
        end += len(line)
        if line.rstrip() in closing:
            return end, values
        key = _take(line.rstrip(), key, values)
        if not key and line.strip():
            return 0, {}  # running text below a rule
    return 0, {}


def _take(line: str, key: str, values: dict[str, list[str]]) -> str:
    """Take in one line after an entry for `key`; return the key it belongs to, "" where it is not front matter."""
    entry = ENTRY.match(line)
    if entry:
        key = entry["key"].casefold()
        values[key] = _items(entry["value"] or "")
        return key
    item = ITEM.match(line) or NAME.match(line)
    if item and key:
        values[key] += _items(item["value"])
        return key
    if values.get(key) and line.startswith((" ", "\t")):
        values[key][-1] = _go_on(values[key][-1], line)
        return key
    return key or "#" if not line.strip() or line.startswith((" ", "\t", "#")) else ""


def _go_on(value: str, line: str) -> str:
    """A value with its next line, which may be what stands in it: "email: a@b.org" below a name."""
    if FOLDED.match(value):
        return line.strip()
    return value if NESTED.match(line) else f"{value} {line.strip()}".strip("\"'")


def _items(value: str) -> list[str]:
    """The items of a value: "[Jane Doe, Mary Lee]" has two, "[[Jane Doe]]", a page of Obsidian, one."""
    value = value.strip()
    if (page := value.strip("\"'")).startswith("[[") and page.endswith("]]"):
        return [page[2:-2]]
    items = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
    return [item.strip().strip("\"'") for item in items if item.strip().strip("\"'")]


def _about(values: dict[str, list[str]]) -> Reference:
    date = find_date(fold(_first(values, "issued")))
    container = _first(values, "container_title")
    people = [name for key in KEYS["author"] for item in values.get(key, []) for name in split_people(item)]
    return Reference(
        author=tuple(dict.fromkeys(people)),
        title=_first(values, "title"),
        container_title="" if "://" in container else container,
        volume=_first(values, "volume"),
        issue=_first(values, "issue"),
        issued=date.value if date and date.has_year and date.start == 0 else "",
        url=_first(values, "url"),
        language=_first(values, "language"),
    )


def _first(values: dict[str, list[str]], field: str) -> str:
    return next((", ".join(values[key]) for key in KEYS[field] if values.get(key)), "")
