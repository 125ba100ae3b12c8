"""Every row of a table of printed shapes matches what it says that it matches, and no more of it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
import regex

import cites
from cites.lazy_regex import Later, Shapes


def tables() -> Iterator[tuple[str, Shapes]]:
    seen = set()  # what other modules import is one table
    for module in pkgutil.walk_packages(cites.__path__, "cites."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                table = value.pattern if isinstance(value, Later) else value
                if isinstance(table, Shapes) and id(table) not in seen:
                    seen.add(id(table))
                    yield f"{module.name}.{name}", table


@pytest.mark.parametrize(("table", "printed", "pattern", "flags"), [
    pytest.param(name, printed, pattern, table.flags, id=f"{name}-{printed}") for name, table in tables() for printed, pattern in table.rows
])  # fmt: skip
def test_a_shape_is_what_is_printed_beside_it(table: str, printed: str, pattern: str, flags: int) -> None:
    before, _, behind = printed.partition("⟨") if "⟨" in printed else ("", "", printed)
    meant = behind.partition("⟩")[0]
    match = regex.compile(pattern, flags).match(before + behind.replace("⟩", ""), len(before))
    assert match is not None, f"{table}: {printed}"
    assert match[0] == meant
