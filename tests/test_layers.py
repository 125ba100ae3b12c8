"""The house has floors: imports point down, one room opens connections, one prints, few touch the disk."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from cites.knowledge import load

TOP = Path(__file__).parent.parent
HOUSE = TOP / "cites"

LEVELS: tuple[tuple[str, ...], ...] = (
    ("model", "errors", "kept", "lazy_regex", "rising"),  # the nouns
    ("knowledge", "outlets", "common_words", "edtf", "view", "marks", "claims", "csl", "keys", "merge", "grammar"),  # what is known of the world, of language, of works
    ("readers", "places", "zones", "forms", "tagger", "spotter"),  # documents, where citations may stand, how they are printed
    ("resolve", "across", "embedded"),
    ("extract", "parse", "library", "corrections", "bibliographies"),  # the pipeline, and many readings together
    ("addresses", "chronology", "stats", "links"),
    ("writers",),
    ("cli", "__main__"),
)
LEVEL = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}

PRINTS = {"cli"}
OPENS_CONNECTIONS = {"links.connections"}
TOUCHES_DISK = {
    "bibliographies.beside": "the bibliography beside a document",
    "kept": "patterns and tables from run to run",
    "cli": "reads reference strings and stdin, writes results",
    "knowledge": "what is in data/",
    "outlets": "outlets",
    "links.history": "the store of earlier checks",
    "readers": "documents",
    "spotter.spot": "its model",
    "tagger.tag": "its model",
}
IMPORTED_AS = {
    "charset_normalizer": "charset-normalizer",
}  # where that is not the name of the distribution


@cache
def trees() -> dict[str, ast.Module]:
    """The syntax tree of each module: {"forms.ibid": …}; a package is named as such: "forms"."""
    files = {path.relative_to(HOUSE).with_suffix("").parts: path for path in sorted(HOUSE.rglob("*.py"))}
    names = {".".join(parts[:-1] if parts[-1] == "__init__" else parts): path for parts, path in files.items()}
    return {name: ast.parse(path.read_text("utf-8"), str(path)) for name, path in names.items() if name}


def imports(tree: ast.Module) -> Iterator[str]:
    """The modules that a tree imports, anywhere in it: "cites.model", "cites.links.probe", "re"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module and not node.level, "imports are absolute here"
            if node.module == "cites":
                yield from (f"cites.{alias.name}" for alias in node.names if alias.name != "__version__")
            else:
                yield node.module


def room_of(module: str) -> str:
    """ "cites.links.probe" gives "links"."""
    return module.removeprefix("cites.").partition(".")[0]


@cache
def neighbours() -> dict[str, set[str]]:
    """For each room the other rooms that it imports."""
    found: dict[str, set[str]] = {}
    for name, tree in trees().items():
        rooms = {room_of(module) for module in imports(tree) if module.startswith("cites.")}
        found.setdefault(room_of(name), set()).update(rooms - {room_of(name)})
    return found


def test_every_room_has_its_level() -> None:
    assert set(neighbours()) <= set(LEVEL)


@pytest.mark.parametrize("room", sorted(LEVEL))
def test_imports_point_down_or_stay_on_the_floor(room: str) -> None:
    upward = {other for other in neighbours().get(room, ()) if LEVEL[other] > LEVEL[room]}
    assert not upward, f"{room} is below {upward}"


def test_no_import_leads_back() -> None:
    done: set[str] = set()

    def visit(room: str, path: tuple[str, ...]) -> None:
        assert room not in path, " → ".join((*path, room))
        if room not in done:
            for other in sorted(neighbours().get(room, ())):
                visit(other, (*path, room))
            done.add(room)

    for room in sorted(neighbours()):
        visit(room, ())


def names_in(tree: ast.Module) -> Iterator[str]:
    """What a tree calls or takes from a module: "print", "sys.stdout", "path.read_text"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        elif isinstance(node, ast.Attribute):
            yield f"{node.value.id}.{node.attr}" if isinstance(node.value, ast.Name) else f".{node.attr}"


def is_in(module: str, places: set[str]) -> bool:
    return any(module == place or module.startswith(f"{place}.") for place in places)


def test_the_page_about_the_house_names_every_file_of_its_rooms() -> None:
    """Who looks for a file finds it in ARCHITECTURE.md, and what stands there is in the tree."""
    page = (TOP / "ARCHITECTURE.md").read_text("utf-8")
    tables = {"": "| level | rooms |"} | {room: f"| in `{room}/` |" for room in ("zones", "grammar", "forms", "across", "resolve")}
    for room, head in tables.items():
        named = {name.rstrip("/") for name in re.findall(r"`([a-z_]+/?)`", page.partition(head)[2].partition("\n\n")[0])}
        paths = (HOUSE / room).rglob("*") if room else HOUSE.iterdir()
        inside = {path.stem for path in paths if (path.suffix == ".py" and path.stem[0] != "_") or (path / "__init__.py").exists()}
        assert named - {"data", "templates"} == inside, room


def test_cli_alone_prints() -> None:
    printers = {name for name, tree in trees().items() if {"print", "sys.stdout", "sys.stderr"} & set(names_in(tree))}
    assert {name for name in printers if not is_in(name, PRINTS)} == set()


def test_one_module_alone_opens_connections() -> None:
    calls = {
        "socket.socket",
        "socket.create_connection",
        "socket.getaddrinfo",
        "requests.get",
        "requests.head",
        "requests.Session",
        "requests.request",
    }
    callers = {name for name, tree in trees().items() if (calls & set(names_in(tree))) or {"urllib.request"} & set(imports(tree))}
    assert callers == OPENS_CONNECTIONS


def test_few_touch_the_disk() -> None:
    verbs = {"read_text", "read_bytes", "write_text", "write_bytes", "open", "unlink", "mkdir", "scandir"}
    touching = {name for name, tree in trees().items() if any(called.rpartition(".")[2] in verbs for called in names_in(tree))}
    # "open" is a word of grammar and of links too: an opened zone, a session.
    assert {name for name in touching if not is_in(name, set(TOUCHES_DISK)) and not is_in(name, {"links.run", "links.archives", "links.fetch"})} == set()


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [requirement for name, wanted in project["optional-dependencies"].items() if name != "dev" for requirement in wanted]
    declared = {requirement.partition(">=")[0] for requirement in [*project["dependencies"], *extras]}
    outside = {module.partition(".")[0] for tree in trees().values() for module in imports(tree)} - sys.stdlib_module_names - {"cites"}
    assert {IMPORTED_AS.get(module, module) for module in outside} <= declared


def test_each_table_of_words_is_read() -> None:
    """A row that nobody reads misleads who adds to it."""
    named = {node.value for tree in trees().values() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    patterns = "".join(path.read_text("utf-8") for path in (HOUSE / "data").glob("*/*.toml"))
    named.update(table for tables in re.findall(r"\{([a-z][a-z_. ]+)\}", patterns) for table in tables.split())
    assert [table for table in load().lists if table not in named] == []


@pytest.mark.parametrize("path", sorted((HOUSE / "data" / "languages").glob("*.toml")), ids=lambda path: path.stem)
def test_english_has_every_table_of_words(path: Path) -> None:
    """Who adds a language reads there what each table holds."""
    english = tomllib.loads((HOUSE / "data" / "languages" / "en.toml").read_text("utf-8"))
    assert tomllib.loads(path.read_text("utf-8")).keys() <= english.keys()
