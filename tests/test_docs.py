"""The README tells the truth: what it shows is what the program prints, and what it quotes is there."""

from __future__ import annotations

import re

import pytest
from readme import BLOCK, LINKS, README, TOP, render

from cites.links.judge import VERDICTS
from cites.writers import WRITERS

TEXT = README.read_text("utf-8")
LEFT_OUT = "…\n"  # on a line of its own, between two quotations


def test_the_readme_shows_what_the_program_prints() -> None:
    assert render(TEXT) == TEXT, "run: make docs"


def test_the_page_about_links_has_the_rules_and_limits_of_the_program() -> None:
    page = LINKS.read_text("utf-8")
    assert render(page) == page, "run: make docs"
    assert set(re.findall(r"^\| `([\w?]+)` \| [^`]", page.partition("## Limits")[0], re.MULTILINE)) == set(VERDICTS)


@pytest.mark.parametrize("command", ["cites", "cites build", "cites extract", "cites parse", "cites check"])
def test_every_command_has_its_help_in_the_readme(command: str) -> None:
    assert f"{command} --help" in {block["detail"] for block in BLOCK.finditer(TEXT)}


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


@pytest.mark.parametrize("file", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/templates.md"])
def test_links_lead_to_files(file: str) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", (TOP / file).read_text("utf-8"))
    assert [target for target in targets if not (TOP / target).exists()] == []


def test_the_page_about_formats_has_them_all() -> None:
    page = (TOP / "docs" / "formats.md").read_text("utf-8")
    rows = {name: row for row in re.findall(r"^\| `.*$", page, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row.split("|")[1])}
    assert set(rows) == set(WRITERS)
    assert all(f"`{writer.file}`" in rows[name] for name, writer in WRITERS.items())
    assert [target for target in re.findall(r"\]\(([^)#:]+)\)", page) if not (TOP / "docs" / target).exists()] == []
