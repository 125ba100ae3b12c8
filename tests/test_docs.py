"""The README tells the truth: its help texts and its example are what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sample_cli import TOP, Cites

README = (TOP / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"  # on a line of its own: what stands between is not shown


def block_with(*texts: str) -> str:
    """The block of the README in which all of some texts stand."""
    return next(block for _, block in BLOCKS if all(text in block for text in texts))


def stands_in(part: str, whole: str) -> bool:
    """Whether the pieces of a block stand in a text, in their order; lines may be broken otherwise, and a last comma may be missing."""
    at = 0
    for piece in part.split(f"\n{LEFT_OUT}\n"):
        at = whole.find(piece.strip("\n"), at)
        if at < 0:
            return False
    return True


@pytest.mark.parametrize("command", ["", "build", "extract", "parse", "check"])
def test_help_is_what_the_program_prints(cites: Cites, command: str) -> None:
    printed = cites(*command.split(), "--help").out
    shown = block_with(f"usage: cites {command}".rstrip() + " [-h]")
    assert shown.strip() == printed.strip()


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make run` writes."""
    from cites.cli import main

    folder = tmp_path_factory.mktemp("out")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(TOP)
        assert main(["build", "seeds", "-o", str(folder), "--quiet"]) == 0
    return folder


def test_the_example_is_real(out: Path) -> None:
    assert stands_in(block_with("The sides", "TASS") if False else example("seeds"), text_of_seeds())
    assert stands_in(block_with("@"), (out / "references.bib").read_text("utf-8"))
    assert stands_in(block_with("document,line,"), (out / "citations.csv").read_text("utf-8"))


def test_the_summary_is_real(cites: Cites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP)
    printed = cites("build", "seeds", "-o", tmp_path).err.replace(f"{tmp_path}/", "out/")
    assert stands_in(block_with("documents, ", "share"), printed)


def test_files_that_are_named_are_there() -> None:
    for file in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (TOP / file).read_text("utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (TOP / target).exists(), f"{file} names {target}"
