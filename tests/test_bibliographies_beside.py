"""Documents that cite by keys of a bibliography beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sample_cli import Cites

from cites.readers import read_bytes

BIB = """@article{hirano2015, author={Hirano, Ko}, title={Abe Quandary}, journaltitle={Kyodo News}, entrysubtype={newspaper}, date={2015-09-11}}
@book{daly2014, author={Daly, John C. K.}, title={Caspian Ferries}, publisher={Penguin}, location={London}, date={2014}}
"""
MARKDOWN = "Closed [@hirano2015; see also @daly2014, p. 12]. As @daly2014 [p. 33] says, it rained.\n"
LATEX = "\\documentclass{article}\\addbibresource{refs.bib}\\begin{document}Closed \\autocite[see][12]{daly2014}.\\footcite{hirano2015}\\end{document}"


def cited(cites: Cites, path: Path) -> list[tuple[str, str, str]]:
    """Each citation as (text, title of its work, locator)."""
    read = json.loads(cites("extract", path).out)
    titles = {work["id"]: work["title"] for work in read["references"]}
    found = read["documents"][0]["citations"]
    return [(item["text"], titles[item["reference"]], item.get("locator", "")) for item in found]


def test_markdown_cites_by_keys(cites: Cites, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    (tmp_path / "a.md").write_text(MARKDOWN, "utf-8")
    assert cited(cites, tmp_path / "a.md") == [
        ("@hirano2015", "Abe Quandary", ""),
        ("@daly2014, p. 12", "Caspian Ferries", "12"),
        ("@daly2014 [p. 33]", "Caspian Ferries", "33"),
    ]


def test_latex_cites_by_keys(cites: Cites, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    (tmp_path / "a.tex").write_text(LATEX, "utf-8")
    assert cited(cites, tmp_path / "a.tex") == [("daly2014, 12", "Caspian Ferries", "12"), ("hirano2015", "Abe Quandary", "")]


def test_the_bibliography_that_is_named_counts(cites: Cites, tmp_path: Path) -> None:
    (tmp_path / "other.bib").write_text(BIB, "utf-8")
    (tmp_path / "mine.bib").write_text("@book{hirano2015, title={Another}}\n", "utf-8")
    (tmp_path / "a.md").write_text(f"---\nbibliography: other.bib\n---\n\n{MARKDOWN}", "utf-8")
    assert cited(cites, tmp_path / "a.md")[0][1] == "Abe Quandary"


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("none.bib", "a.md: its bibliography none.bib is not there"),
        ("../outside.bib", "a.md: its bibliography ../outside.bib lies outside its folder, and is not read"),
        ("broken.bib", "broken.bib:"),
        ("refs.bib", "a.md: no bibliography beside it has hirano2015"),
    ],
)
def test_what_is_missing_is_told(named: str, told: str, cites: Cites, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (tmp_path / "outside.bib").write_text(BIB, "utf-8")
    (folder / "refs.bib").write_text(BIB.partition("\n")[2], "utf-8")
    (folder / "broken.bib").write_text("@book{a title={x}\n", "utf-8")
    (folder / "a.md").write_text(f"---\nbibliography: {named}\n---\n\n{MARKDOWN}", "utf-8")
    assert told in cites("extract", folder / "a.md").err


def test_an_account_or_an_address_is_no_key_of_ours(cites: Cites, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Ask me@example.org or `@code`, or see https://example.org/@name (@lbrekke said so).\n", "utf-8")
    ran = cites("extract", tmp_path / "a.md")
    assert (json.loads(ran.out)["documents"][0]["citations"], ran.err) == ([], "")


@pytest.mark.parametrize(
    ("printed", "key", "locator"),
    [
        ("[-@daly2014]", "daly2014", ""),
        ("@{https://example.org/a}", "https://example.org/a", ""),
        ("@daly2014, pp. 33–35", "daly2014", "33–35"),
        ("@daly2014 ch. 3 says", "daly2014", "3"),
        ("@daly:2014-a.", "daly:2014-a", ""),
        ("@daly2014 2012 was", "daly2014", ""),
    ],
)
def test_keys_and_locators(printed: str, key: str, locator: str) -> None:
    [mark] = [mark for mark in read_bytes(f"So {printed}\n".encode(), "a.md").marks if mark.kind == "csl"]
    assert json.loads(mark.value) == [{"key": key, "locator": locator}]
