"""`cites parse`: one answer a line, in the order of the lines, as they come."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from sample_cli import Cites, Ran, environment, start

from cites.parse import parse


def test_parse_answers_line_by_line() -> None:
    given = "Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\n\nno reference\u2028at all\r\nAnn Author, “The Visit,” Guardian, March 5, 2012."
    ran = start(["parse"], given.encode() + b"\n\xff\xfe\n")
    assert ran.returncode == 0
    told = ran.stderr.decode("utf-8").splitlines()
    assert [line.partition(" (")[0] for line in told] == [
        "cites: stdin:3: no reference is read here",
        "cites: stdin:5: not UTF-8, the letters that cannot be told are shown as \ufffd",
        "cites: stdin:5: no reference is read here",
    ]
    lines = [json.loads(line) for line in ran.stdout.decode("utf-8").splitlines()]
    assert [line["text"] for line in lines] == [
        "Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.",
        "",
        "no reference\u2028at all",
        "Ann Author, “The Visit,” Guardian, March 5, 2012.",
        "\ufffd\ufffd",
    ]
    assert lines[0]["references"][0]["issued"] == {"date-parts": [[2015, 9, 11]]}
    assert lines[1]["references"] == []
    assert [line["confidence"] for line in lines] == [[0.85], [], [], [0.85], []]


def test_parse_does_not_wait_for_the_end() -> None:
    process = subprocess.Popen([sys.executable, "-m", "cites", "parse"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    assert process.stdin and process.stdout
    process.stdin.write("Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\n".encode())
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["references"]
    process.stdin.close()
    assert process.wait(60) == 0
    process.stdout.close()


@pytest.mark.parametrize(
    ("printed", "authors", "title"),
    [
        ("Sanger, David. “Russia and Its Trolls.” New York Times, March 3, 2019.", ["David Sanger"], "Russia and Its Trolls"),
        ("Frenkel, Sheera, and Davey Alba. “Trolls.” New York Times, March 3, 2019.", ["Sheera Frenkel", "Davey Alba"], "Trolls"),
        ("Clarissa Ward, Trolls (New York: Knopf, 2020).", ["Clarissa Ward"], "Trolls"),
        ("Hogan Lovells. Brexit Guide. London: Routledge, 2019.", ["Hogan Lovells"], "Brexit Guide"),
        ("White & Case. Sanctions Update. London: Routledge, 2019.", ["White & Case"], "Sanctions Update"),
    ],
)
def test_authors_and_titles_of_single_strings(printed: str, authors: list[str], title: str) -> None:
    [reference] = parse(printed)
    assert ([str(name) for name in reference.author], reference.title) == (authors, title)


def test_what_only_points_back_is_no_work() -> None:
    assert parse("Ibid., p. 12.") == ()


def test_an_apostrophe_in_a_quoted_title_ends_no_string() -> None:
    [reference] = parse("22 P. Goodrich ‘Of Blackstone’s Tower: Metaphors and Histories of the Law School’ in Birks op. cit., n. 1, p. 59.")
    assert [name.family for name in reference.author] == ["Goodrich"]


@pytest.mark.parametrize(("format", "start_of_output"), [("csl-json", "[\n{"), ("bibtex", "@"), ("biblatex", "@")])
def test_parse_to_a_bibliography(cites: Cites, tmp_path: Path, format: str, start_of_output: str) -> None:
    path = tmp_path / "strings.txt"
    path.write_text(
        "Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\nAnn Author, “The Visit,” Guardian, March 5, 2012.\n", "utf-8"
    )
    ran = cites("parse", path, "--format", format)
    assert ran.code == 0 and ran.out.startswith(start_of_output) and "Guardian" in ran.out


@pytest.mark.parametrize(
    ("format", "said"),
    [
        ("apa", "Hirano, K. (2015, September 11). Abe quandary. Kyodo News.\n"),
        ("chicago-notes", "1. Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\n"),
    ],
)
def test_parse_to_a_formatted_bibliography(cites: Cites, tmp_path: Path, format: str, said: str) -> None:
    path = tmp_path / "strings.txt"
    path.write_text("Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\n", "utf-8")
    assert cites("parse", path, "--format", format).out == said


def test_parse_to_a_table(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "strings.txt"
    path.write_text("no reference\nKo Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\n", "utf-8")
    [row] = csv.DictReader(cites("parse", path, "-q", "--format", "csv").out.splitlines())
    told = {name: row[name] for name in ("document", "line", "start", "title", "confidence")}
    assert told == {"document": str(path), "line": "2", "start": "", "title": "Abe Quandary", "confidence": "0.85"}


def test_parse_of_a_file_that_is_not_there(cites: Cites, tmp_path: Path) -> None:
    ran = cites("parse", tmp_path / "missing.txt")
    assert ran.code == 2 and ran.out == "" and "missing.txt: there is no such file" in ran.err
    assert "a reference itself is read from stdin" in cites("parse", "Ann Author, “The Visit,” Guardian, March 5, 2012.").err


@pytest.mark.parametrize("opening", [b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1 "])
def test_a_document_is_no_list_of_references(cites: Cites, tmp_path: Path, opening: bytes) -> None:
    path = tmp_path / "works"
    path.write_bytes(opening + b"Ann Author, The Visit (Oslo: Nord, 2001).\n")
    ran = cites("parse", path)
    assert ran == Ran(2, "", f"cites: {path}: is no plain text (give one reference a line; `cites extract` reads documents)\n")


def test_odd_lines_are_told_and_the_others_are_read(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "strings.txt"
    path.write_bytes(b"\x01\x02\n" * 7 + "Müller, Jan. 2009. Die lange Brücke. Berlin: Suhrkamp.\n".encode("latin-1"))
    ran = cites("parse", path)
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 2 and len(lines) == 8
    assert not any(line["references"] for line in lines[:7]) and lines[7]["references"][0]["publisher"] == "Suhrkamp"
    assert lines[7]["references"][0]["title"] == "Die lange Brücke"
    told = ran.err.splitlines()
    assert told[0].endswith("strings.txt: read as cp1252, which is a guess (save it as UTF-8 to be sure)")
    assert told[1].endswith("strings.txt:1: control characters, so this is no text (give one reference a line, as UTF-8)")
    assert "strings.txt: 2 more lines: control characters" in told[6] and len(told) == 7


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\x00\x01\x02\xfe\xff\n" * 7, "is binary data, not text (save it as text, Markdown or HTML)"),
    ],
)
def test_what_has_no_text_is_refused(cites: Cites, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "strings.txt"
    path.write_bytes(data)
    ran = cites("parse", path, "--format", "bibtex")
    assert ran == Ran(2, "", f"cites: {path}: {said}\n")


def test_a_list_is_read_however_its_letters_are_written(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "strings.txt"
    path.write_bytes("Ann Müller, The Visit (Oslo: Nord, 2001).\n".encode("utf-16"))
    ran = cites("parse", path, "--format", "apa")
    assert (ran.code, ran.out, ran.err) == (0, "Müller, A. (2001). The visit. Nord.\n", "")


def test_nothing_on_stdin_is_said() -> None:
    ran = start(["parse"], b"")
    assert (ran.returncode, ran.stdout, ran.stderr.decode()) == (2, b"", "cites: stdin: is empty\n")
