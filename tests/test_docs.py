"""The README and the pages in docs/ tell the truth: what they show is what the program prints, and what they quote is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from readme import BLOCK, PAGES, README, TOP, render

from cites.cli.arguments import EXAMPLES
from cites.links.judge import VERDICTS
from cites.writers import WRITERS

TEXT = README.read_text("utf-8")
LEFT_OUT = "…\n"  # on a line of its own, between two quotations


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_shows_what_the_program_prints(page: Path) -> None:
    text = page.read_text("utf-8")
    assert render(text) == text, "run: make docs"


def test_the_page_about_links_has_all_verdicts() -> None:
    page = (TOP / "docs" / "links.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([\w?]+)` \| [^`]", page.partition("## Limits")[0], re.MULTILINE)) == set(VERDICTS)


@pytest.mark.parametrize("command", ["cites", *(f"cites {name}" for name in EXAMPLES)])
def test_every_command_has_its_help_in_the_page_about_commands(command: str) -> None:
    page = (TOP / "docs" / "commands.md").read_text("utf-8")
    assert f"{command} --help" in {block["detail"] for block in BLOCK.finditer(page)}


def test_the_example_stands_in_the_sample_article() -> None:
    link = re.search(r"\]\((seeds/.*?)\)", TEXT)
    quoted = re.search(r"^```text\n(The leaders.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert link and quoted
    article = " ".join((TOP / link[1]).read_text("utf-8").split())
    assert all(" ".join(part.split()) in article for part in quoted[1].split(LEFT_OUT))


def test_what_is_run_in_python_runs() -> None:
    code = re.search(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert code
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(TOP)
        names: dict[str, str] = {}
        exec(code[1], names)
    assert names["bibliography"].startswith("[\n{")


@pytest.mark.parametrize("page", [*PAGES, *(TOP / f"{name}.md" for name in ("ARCHITECTURE", "CONTRIBUTING", "CHANGELOG"))], ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_page_about_formats_has_them_all() -> None:
    page = (TOP / "docs" / "formats.md").read_text("utf-8")
    rows = {name: row for row in re.findall(r"^\| `.*$", page, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row.split("|")[1])}
    assert set(rows) == set(WRITERS)
    assert all(f"`{writer.file}`" in rows[name] for name, writer in WRITERS.items())
