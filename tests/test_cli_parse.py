"""`cites parse`: one answer a line, in the order of the lines, as they come."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sample_cli import Cites, environment, start


def test_parse_answers_line_by_line() -> None:
    given = "Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\n\nno reference\u2028at all\r\nAnn Author, “The Visit,” Guardian, March 5, 2012."
    ran = start(["parse"], given.encode() + b"\n\xff\xfe\n")
    assert ran.returncode == 0 and ran.stderr == b""
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


def test_parse_does_not_wait_for_the_end() -> None:
    process = subprocess.Popen([sys.executable, "-m", "cites", "parse"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    assert process.stdin and process.stdout
    process.stdin.write("Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\n".encode())
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["references"]
    process.stdin.close()
    assert process.wait(60) == 0
    process.stdout.close()


@pytest.mark.parametrize(("format", "start_of_output"), [("csl-json", "[\n{"), ("bibtex", "@"), ("biblatex", "@")])
def test_parse_to_a_bibliography(cites: Cites, tmp_path: Path, format: str, start_of_output: str) -> None:
    path = tmp_path / "strings.txt"
    path.write_text(
        "Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\nAnn Author, “The Visit,” Guardian, March 5, 2012.\n", "utf-8"
    )
    ran = cites("parse", path, "--format", format)
    assert ran.code == 0 and ran.out.startswith(start_of_output) and "Guardian" in ran.out


def test_parse_of_a_file_that_is_not_there(cites: Cites, tmp_path: Path) -> None:
    ran = cites("parse", tmp_path / "missing.txt")
    assert ran.code == 2 and ran.out == "" and "missing.txt: No such file" in ran.err
