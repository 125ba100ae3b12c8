"""What other programs make of the bibliographies: biber and LaTeX, BibTeX, pandoc, bibutils; one process for many works each."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from reference_strategies import references

from cites.csl import all_types
from cites.library import Library
from cites.model import Name, Reference
from cites.writers import WRITERS

MODS = "{http://www.loc.gov/mods/v3}"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip a test where a program is missing; "apa.bbx" is a file that LaTeX has."""
    lacking = [program for program in programs if not (_has_file(program) if "." in program else shutil.which(program))]
    return pytest.mark.skipif(bool(lacking), reason=f"{', '.join(lacking)} not installed")


@cache
def _has_file(name: str) -> bool:
    return shutil.which("kpsewhich") is not None and subprocess.run(["kpsewhich", name], capture_output=True, check=False).returncode == 0


@cache
def library(strategy: Callable[[], st.SearchStrategy[Reference]], number: int) -> Library:
    """Works as hypothesis makes them, the same in every run."""
    some: list[Reference] = []

    @settings(max_examples=number, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(strategy())
    def collect(reference: Reference) -> None:
        some.append(reference)

    collect()
    return Library(references=tuple(replace(work, id=f"w{index}") for index, work in enumerate(some)))


def wild() -> st.SearchStrategy[Reference]:
    return references


WORDS = st.sampled_from(
    ["Путин", "日本", "العربية", "हिन्दी", "Ünal", "R&D", "50%", "$5", "#1", "a_b", "C:\\x", "“x”", "‘y’", "Tōkyō", "NATO", "{x}", "~", "œuvre", "x@y", "«z»"]
)  # fmt: skip
DATES = ["2012-01-26", "2012-01", "2012", "2016-12-15/2016-12-16", "2011/2012", "1993-21", "1993-21/1993-22", "1900~", ""]
printed = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
people = st.lists(st.builds(Name, family=WORDS, given=WORDS) | st.builds(Name, literal=printed), max_size=2).map(tuple)


def sane() -> st.SearchStrategy[Reference]:
    """Works that could be: every script and TeX's special characters, in the fields that each of the programs has."""
    return st.builds(
        Reference, type=st.sampled_from(["article-journal", "article-newspaper", "article-magazine"]), author=people, title=printed,
        container_title=printed, volume=st.sampled_from(["", "9", "XII"]), issue=st.sampled_from(["", "3"]), page=st.sampled_from(["", "5", "12–14"]),
        issued=st.sampled_from(DATES), url=st.sampled_from(["", "http://a.org/b_c?d=1&e=%20#f"]), doi=st.sampled_from(["", "10.1/a_b"]),
    )  # fmt: skip


def of_every_type(works: Library) -> Library:
    types = sorted(all_types())
    return replace(works, references=tuple(replace(work, type=types[index % len(types)]) for index, work in enumerate(works.references)))


def run(command: Sequence[str], folder: Path, text: str = "") -> str:
    """What a program says; it must not fail."""
    done = subprocess.run(command, cwd=folder, input=text.encode(), capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, (command, done.stdout[-2000:], done.stderr[-2000:])
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def errors_in(log: Path) -> list[str]:
    return re.findall(r"^! .*|^LaTeX Warning: Citation.*", log.read_text("utf-8", "replace"), re.MULTILINE)


@needs("biber", "lualatex", "apa.bbx")
@pytest.mark.parametrize("style", ["authoryear", "apa"])
def test_latex_prints_every_entry(tmp_path: Path, style: str) -> None:
    # In the maps of APA fields are patterns: biber stops at a publisher with one parenthesis.
    works = library(wild, 50) if style == "authoryear" else of_every_type(library(sane, 50))
    bibliography, keys = WRITERS["biblatex"].write(works), ",".join(work.id for work in works.references)
    (tmp_path / "a.bib").write_text(bibliography, "utf-8")
    packages = f"\\usepackage[style={style},backend=biber]{{biblatex}}\\addbibresource{{a.bib}}"
    (tmp_path / "a.tex").write_text(f"\\documentclass{{article}}{packages}\\begin{{document}}\\cite{{{keys}}}\\printbibliography\\end{{document}}")
    latex = ["lualatex", "-interaction=nonstopmode", "a"]
    run(latex, tmp_path)
    said = run(["biber", *(["--validate-datamodel"] if style == "authoryear" else []), "a"], tmp_path)
    assert [line for line in said.splitlines() if "INFO" not in line] == []
    run(latex, tmp_path)
    assert errors_in(tmp_path / "a.log") == []
    assert len(set(re.findall(r"\\entry\{(\w+)\}", (tmp_path / "a.bbl").read_text("utf-8")))) == len(works.references)


@needs("biber", "pdflatex", "pdftotext", "biblatex.sty")
def test_undated_works_are_printed_as_such(tmp_path: Path) -> None:
    """Biber's data model wants a date, and what is unspecified would be printed as "()"."""
    undated = Reference(id="a", type="article-newspaper", title="Islands", container_title="TASS", source="TASS")
    (tmp_path / "a.bib").write_text(WRITERS["biblatex"].write(Library(references=(undated, replace(undated, id="b", issued="XXXX-03-04")))), "utf-8")
    packages = "\\usepackage[style=authoryear,backend=biber]{biblatex}\\addbibresource{a.bib}"
    (tmp_path / "a.tex").write_text(f"\\documentclass{{article}}{packages}\\begin{{document}}\\nocite{{*}}\\printbibliography\\end{{document}}")
    for command in (["pdflatex", "-interaction=batchmode", "a"], ["biber", "--validate-datamodel", "a"], ["pdflatex", "-interaction=batchmode", "a"]):
        assert "WARN" not in run(command, tmp_path)
    printed = run(["pdftotext", "a.pdf", "-"], tmp_path)
    assert "TASS (n.d.[a])" in printed and "(n.d.[b])" in printed and "()" not in printed and "4 March (year unknown)" in printed


@needs("bibtex", "lualatex")
def test_bibtex_prints_every_entry(tmp_path: Path) -> None:
    works = library(wild, 80)
    (tmp_path / "a.bib").write_text(WRITERS["bibtex-classic"].write(works), "utf-8")
    (tmp_path / "a.tex").write_text(
        "\\documentclass{article}\\begin{document}\\nocite{*}\\bibliographystyle{plain}\\bibliography{a}\\end{document}"
    )
    run(["lualatex", "-interaction=nonstopmode", "a"], tmp_path)
    said = run(["bibtex", "a"], tmp_path)
    assert not re.search(r"error|^I was|empty (year|title|journal)", said, re.MULTILINE), said
    run(["lualatex", "-interaction=nonstopmode", "a"], tmp_path)
    assert errors_in(tmp_path / "a.log") == []
    assert (tmp_path / "a.bbl").read_text("utf-8").count("\\bibitem{") == len(works.references)


def by_pandoc(folder: Path, format: str, works: Library) -> list[dict[str, Any]]:
    text = WRITERS[{"biblatex": "biblatex", "bibtex": "bibtex-classic", "csljson": "csl-json"}[format]].write(works)
    (folder / "a.in").write_text(text, "utf-8")
    items: list[dict[str, Any]] = json.loads(run(["pandoc", "-f", format, "-t", "csljson", "a.in"], folder))
    return items


def bare(value: object) -> str:
    """A text without markup, case and the marks that are set by the reader's own rules."""
    text = re.sub(r"</?span[^>]*>", "", str(value)).casefold()
    return re.sub(r"[“”‘’\"'«»\s\u00a0\\]|–|-", "", text)


@needs("pandoc")
@pytest.mark.parametrize("format", ["biblatex", "bibtex", "csljson"])
def test_pandoc_reads_the_same_work(tmp_path: Path, format: str) -> None:
    works = library(sane, 150)
    items = by_pandoc(tmp_path, format, works)
    wanted = json.loads(WRITERS["csl-json"].write(works))
    assert len(items) == len(wanted) == len(works.references)
    for item, wish in zip(items, wanted, strict=True):
        for field in ("title", "container-title", "volume", "issue", "page", "URL", "DOI"):
            if field in wish and not (field == "volume" and wish[field] == "XII"):  # BibLaTeX has no such volume
                assert bare(item[field]) == bare(wish[field]), (field, wish)
        if "author" in wish:
            assert [bare("".join(map(str, name.values()))) for name in item["author"]] == [
                bare("".join(map(str, name.values()))) for name in wish["author"]
            ]
        if "issued" in wish and format != "bibtex":  # which has no days
            assert item["issued"]["date-parts"][0][0] == wish["issued"]["date-parts"][0][0]
            if "season" not in wish["issued"] and wish["issued"]["date-parts"][0][-1] != 21:
                assert item["issued"]["date-parts"] == wish["issued"]["date-parts"]


@needs("pandoc")
def test_citeproc_prints_every_work(tmp_path: Path) -> None:
    works = library(wild, 60)
    (tmp_path / "a.json").write_text(WRITERS["csl-json"].write(works), "utf-8")
    text = "---\nnocite: '@*'\n---\n"
    html = run(["pandoc", "--citeproc", "--bibliography", "a.json", "-t", "html"], tmp_path, text)
    assert set(re.findall(r'id="ref-(w\d+)"', html)) == {work.id for work in works.references}


def mods(folder: Path, program: str, format: str, works: Library) -> list[etree._Element]:
    (folder / "a.in").write_text(WRITERS[format].write(works), "utf-8", newline="")
    done = subprocess.run([program, "-i", "unicode", "a.in"], cwd=folder, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    return list(etree.fromstring(done.stdout.removeprefix(b"\xef\xbb\xbf")))


@needs("ris2xml", "endx2xml")
@pytest.mark.parametrize(("program", "format"), [("ris2xml", "ris"), ("endx2xml", "endnote")])
def test_bibutils_reads_the_same_work(tmp_path: Path, program: str, format: str) -> None:
    works = library(sane, 150)
    found = mods(tmp_path, program, format, works)
    assert len(found) == len(works.references)
    for record, work in zip(found, works.references, strict=True):
        texts = [bare(element.text or "") for element in record.iter()]
        assert bare(work.title) in texts and bare(work.container_title) in texts
        for name in work.author:
            assert all(bare(word) in "".join(texts) for part in (name.family, name.given, name.literal) for word in part.split())
        dates = [date.text for date in record.iter(f"{MODS}dateIssued", f"{MODS}date")]
        assert not work.issued or any((date or "").startswith(work.issued[:4]) for date in dates)
        assert not work.url or work.url in [url.text for url in record.iter(f"{MODS}url")]
        numbers = [number.text for number in record.iter(f"{MODS}number")]
        assert not work.volume or work.volume in numbers


@needs("wordbib2xml")
def test_bibutils_reads_the_sources_of_word(tmp_path: Path) -> None:
    """Of Word's sources it reads the titles, and neither names nor years, not even those that it wrote."""
    works = library(sane, 60)
    found = mods(tmp_path, "wordbib2xml", "word", works)
    titles = [bare(record.findtext(f"{MODS}titleInfo/{MODS}title") or "") for record in found]
    assert titles == [bare(work.title) for work in works.references]
