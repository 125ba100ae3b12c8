"""Every row of a table of printed shapes matches what it says that it matches, no more of it, and before all rows below it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
import regex

import cites
from cites.grammar.patterns import read_shapes
from cites.knowledge import DATA
from cites.lazy_regex import Later, Shapes


def tables() -> Iterator[tuple[str, Shapes]]:
    """Yield the tables with where they are defined, which is not where they are imported."""
    for module in pkgutil.walk_packages(cites.__path__, "cites."):
        if not module.name.endswith("__main__"):
            loaded = importlib.import_module(module.name)
            for name, value in vars(loaded).items():
                table = value.pattern if isinstance(value, Later) else value
                if isinstance(table, Shapes) and f"\n{name} = " in inspect.getsource(loaded):
                    yield f"{module.name}.{name}", table
    for path in sorted([*DATA.glob("archives/*.toml"), *DATA.glob("legal/*.toml"), DATA / "cjk.toml", DATA / "gost.toml"]):
        file = str(path.relative_to(DATA).with_suffix(""))
        yield from ((f"{file}.{name}", table) for name, table in read_shapes(file).items())


@pytest.mark.parametrize(("table", "number"), [
    pytest.param(table, number, id=f"{name}-{printed}") for name, table in tables() for number, (printed, _) in enumerate(table.rows)
])  # fmt: skip
def test_a_shape_is_what_is_printed_beside_it(table: Shapes, number: int) -> None:
    printed = table.rows[number][0]
    before, _, behind = printed.partition("⟨") if "⟨" in printed else ("", "", printed)
    meant = behind.partition("⟩")[0]
    found = [regex.compile(pattern, table.flags).match(before + behind.replace("⟩", ""), len(before)) for _, pattern in table.rows]
    match = found[number]
    assert match is not None
    assert match[0] == meant
    above = [table.rows[row][0] for row in range(number) if found[row]]
    assert not above, "what matches in a row above is never read by this one"
