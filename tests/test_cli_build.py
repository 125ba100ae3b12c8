"""`cites build`: four files, words on stderr, and a broken file that costs the others nothing."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from sample_cli import ARTICLE, Cites, make_folder

from cites.cli import values
from cites.corrections import Account
from cites.extract import Extractor
from cites.model import Document, Reading

RESULTS = ("references.bib", "references.json", "citations.csv", "report.html")


def test_build_writes_four_files_and_says_so(cites: Cites, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    ran = cites("build", article, "-o", out)
    assert ran.code == 0
    assert ran.out == ""
    assert {path.name for path in out.iterdir()} == set(RESULTS)
    assert ran.err.startswith("1 document, 4 citations, 4 works, 3 sources\n")
    assert "  Kyodo" in ran.err and "50%" in ran.err
    assert ran.err.splitlines()[-1] == f"wrote {', '.join(str(out / name) for name in RESULTS)}"


def test_build_writes_the_formats_that_are_asked_for(cites: Cites, article: Path, tmp_path: Path) -> None:
    wanted = "bib, ris,md,wiki,excel,endnote,word,tei"
    assert cites("build", article, "-o", tmp_path / "out", "--formats", wanted).code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "citations.excel.csv", "references.bib", "references.endnote.xml", "references.md", "references.ris", "references.tei.xml",
        "references.wiki", "references.word.xml",
    ]  # fmt: skip
    cites("build", article, "-o", tmp_path / "old", "--formats", "bib", "--bibtex-classic")
    assert "year = " in (tmp_path / "old" / "references.bib").read_text("utf-8")


@pytest.mark.parametrize(("formats", "problem"), [("bib,doc", "doc: the formats are"), ("bib,apa", "; for a style say --style apa"), (",", "nothing named"), ("bib,bibtex-classic", "name one of them")])
def test_build_refuses_formats_that_it_does_not_have(cites: Cites, article: Path, formats: str, problem: str) -> None:
    ran = cites("build", article, "--formats", formats)
    assert ran.code == 2 and problem in ran.err


def test_build_in_ascii_leaves_the_texts_as_they_are(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Договор не подписан («Коммерсантъ», 26 января 2012).\n", "utf-8")
    cites("build", path, "-o", tmp_path / "out", "--ascii", "--formats", "bib,ris,csv")
    assert (tmp_path / "out" / "references.bib").read_text("utf-8").isascii()
    assert "Kommersant" in (tmp_path / "out" / "references.ris").read_text("ascii")
    assert "Коммерсантъ" in (tmp_path / "out" / "citations.csv").read_text("utf-8")


def test_the_same_input_gives_the_same_bytes(cites: Cites, article: Path, tmp_path: Path) -> None:
    cites("build", article, "-o", tmp_path / "one")
    cites("build", article, "-o", tmp_path / "two", "--jobs", "2")
    for name in RESULTS:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_build_takes_title_date_templates_and_bibtex(cites: Cites, article: Path, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "report.css").write_text("body { color: rebeccapurple }", "utf-8")
    ran = cites(
        "build", article, "-o", tmp_path, "--title", "Our Sources", "--date", "5 March 2019", "--templates", templates, "--bibtex-classic"
    )
    assert ran.code == 0
    report = (tmp_path / "report.html").read_text("utf-8")
    assert all(text in report for text in ("Our Sources", "5 March 2019", "rebeccapurple"))
    assert "journaltitle" not in (tmp_path / "references.bib").read_text("utf-8")


def test_a_template_that_cannot_be_filled_leaves_everything_as_it_was(cites: Cites, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    cites("build", article, "-o", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (tmp_path / "report.html.j2").write_text("{{ nothing.like.this }}", "utf-8")
    article.write_text(ARTICLE + "It rained (Reuters, March 1, 2012).\n", "utf-8")
    ran = cites("build", article, "-o", out, "--templates", tmp_path)
    assert ran.code == 2
    assert "report.html.j2, line 1" in ran.err
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_broken_files_cost_the_good_ones_nothing(cites: Cites, tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    ran = cites("build", folder, tmp_path / "missing.txt", "-o", tmp_path / "out")
    assert ran.code == 2
    assert ran.err.count("cites: ") == 5  # the file that is another format is told twice
    for name in (
        "b-empty.txt: is empty",
        "c-binary.txt: is binary",
        "d-is-a.md: is no whole PDF",
        "missing.txt: there is no such file",
    ):
        assert name in ran.err
    assert "2 documents, 5 citations" in ran.err
    assert "Le Monde" in (tmp_path / "out" / "references.json").read_text("utf-8")


def test_nothing_is_written_where_nothing_was_read(cites: Cites, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    ran = cites("build", tmp_path / "in", "-o", tmp_path / "out")
    assert ran.code == 2
    assert "no article in this folder (they end in .txt, .md," in ran.err and "others are read if you name them" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_may_not_be_written_is_told_at_once(cites: Cites, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values.os, "access", lambda path, mode: path != tmp_path)
    for option in (("build", article, "-o", tmp_path / "a" / "b"), ("extract", article, "-o", tmp_path / "a.json")):
        ran = cites(*option)
        assert ran.code == 2 and ran.out == "" and f"nothing may be written in {tmp_path}; check its permissions" in ran.err


def test_a_file_that_may_not_be_read(cites: Cites, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    ran = cites("extract", article)
    assert ran.code == 2 and "visit.txt: may not be read" in ran.err


@pytest.mark.parametrize(
    ("file", "arguments"),
    [
        ("cites.toml", ("extract", "visit.txt")),
        ("own.bib", ("build", "visit.txt", "--merge", "own.bib")),
        ("own.bib", ("check", "own.bib", "--offline", "--no-store")),
        ("own.jsonl", ("extract", "own.jsonl")),
        ("own.txt", ("parse", "own.txt")),
    ],
)
def test_every_file_that_may_not_be_read_is_said_so_alike(
    cites: Cites, article: Path, monkeypatch: pytest.MonkeyPatch, file: str, arguments: tuple[str, ...]
) -> None:
    """The rights themselves are of no use here: root may read everything."""
    (article.parent / file).write_text("", "utf-8")
    opened = io.open

    def refuse(path: str | Path | int, *how: Any, **more: Any) -> Any:
        if str(path).endswith(file):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *how, **more)

    monkeypatch.setattr("io.open", refuse)
    monkeypatch.chdir(article.parent)
    ran = cites(*arguments)
    assert ran.code == 2 and f"{file}: may not be read (check its permissions)\n" in ran.err


def test_a_folder_that_cannot_be_made(cites: Cites, article: Path) -> None:
    for out in (article, article / "out"):
        ran = cites("build", article, "-o", out)
        assert ran.code == 2 and ran.out == "" and f"{article} is a file; name a folder" in ran.err


def test_a_fault_of_ours_costs_one_file_only(cites: Cites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    works = Extractor.corrected

    def fails(self: Extractor, document: Document) -> tuple[Reading, Account]:
        if document.name.endswith("a.txt"):
            raise IndexError("list index out of range")
        return works(self, document)

    monkeypatch.setattr(Extractor, "corrected", fails)
    ran = cites("extract", make_folder(tmp_path))
    assert ran.code == 2
    assert "a.txt: cites failed on this file, please report it (IndexError: list index out of range; test_cli_build.py, line " in ran.err
    assert [Path(document["file"]).name for document in json.loads(ran.out)["documents"]] == ["f.md"]


def test_strict_tells_findings(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "open.txt"
    path.write_text("It was denied.1\n\nNotes\n\n1. Ibid., 12.\n", "utf-8")
    ran = cites("build", path, "-o", tmp_path / "out", "--strict")
    assert ran.code == 1
    assert f"  warning  {path}, note 1: “Ibid., 12”: " in ran.err
    assert cites("build", path, "-o", tmp_path / "out").code == 0
    assert cites("extract", path, "--strict").code == 1


def test_quiet_says_only_what_went_wrong(cites: Cites, tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    assert cites("build", folder / "a.txt", "-o", tmp_path / "out", "--quiet").err == ""
    assert "b-empty.txt" in cites("build", folder, "-o", tmp_path / "out", "-q").err


def test_results_are_not_read_as_articles(cites: Cites, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.parent)
    runs = [cites("build", ".", "--style", "chicago", "--formats", "md,html") for _ in range(3)]
    assert {next(line for line in ran.err.splitlines() if "document" in line) for ran in runs} == {"1 document, 4 citations, 4 works, 3 sources"}
    assert "left out: out (where the results go)" in runs[1].err
    here = [cites("build", ".", "-o", ".", "--formats", "md,html") for _ in range(2)][1]
    assert "left out: out/bibliography.html, out/report.html (written by cites)" in here.err
    assert "left out: references.md, report.html (where the results go)" in here.err
    assert cites("build", "out/report.html", "-o", "again").code == 0  # which was named


def test_what_word_keeps_beside_an_open_document_is_no_document(cites: Cites, article: Path, tmp_path: Path) -> None:
    (article.parent / "~$article.docx").write_bytes(b"\x05Ann Author")
    assert cites("build", article.parent, "-o", tmp_path / "out").code == 0


def test_what_is_left_out_of_a_folder_is_said(cites: Cites, article: Path, tmp_path: Path) -> None:
    for name in ("t.csv", "a.doc", "b.doc", "c.doc", "d.DOC", "p.png", "x.css"):
        (tmp_path / name).write_bytes(b"x")
    ran = cites("build", tmp_path, "-o", tmp_path / "out")
    assert ran.code == 0
    assert ran.err.startswith(
        f"cites: left out: {tmp_path / 't.csv'} (name them to read them)\ncites: left out: 4 .doc (not read yet: save them as DOCX, HTML or text)\n"
    )
    article.unlink()
    assert ".csv" not in cites("build", tmp_path, "-q").err


def test_texts_without_a_citation_are_named(cites: Cites, article: Path, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("Rain fell.\n", "utf-8")
        ran = cites("build", tmp_path, "-o", tmp_path / "out")
        assert ("no citation in 4 of them" if number == 3 else f"no citation in {tmp_path / '0.txt'}") in ran.err


def test_an_article_that_was_saved_twice_is_told(cites: Cites, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("# Rain\n\nIt rained in Tokyo (TASS, January 28, 2012).\n")
    ran = cites("build", tmp_path, "-o", tmp_path / "out")
    assert f"note     {tmp_path / 'b.md'}: the same citations as {tmp_path / 'a.md'}; is it the same article?" in ran.err


def test_links_that_are_not_followed_are_said(cites: Cites, article: Path) -> None:
    """A folder above would never end; one that leads nowhere may be an article that was moved."""
    folder = article.parent
    (folder / "again").symlink_to(folder)
    (folder / "moved.txt").symlink_to("elsewhere/moved.txt")
    (folder / "round.txt").symlink_to("round.txt")
    ran = cites("extract", folder)
    told = f"{folder / 'again'}, {folder / 'moved.txt'}, {folder / 'round.txt'} (links to folders or to nothing: name what they lead to)"
    assert (ran.code, ran.err) == (0, f"cites: left out: {told}\n")
