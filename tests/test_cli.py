"""The command line: data on stdout, words on stderr, exit codes as documented."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sample_cli import ARTICLE, Cites, Ran, environment, make_folder, start

from cites import __version__
from cites.cli import extract, inputs
from cites.cli.arguments import HOLDING, INPUTS
from cites.cli.documents import Wants
from cites.cli.formats import DEFAULTS, FORMATS, RESULTS, SHORT, STYLES, WORKS
from cites.cli.inputs import read_item
from cites.extract import Extractor
from cites.readers import READERS
from cites.readers.bundles import BUNDLES, Item
from cites.writers import WRITERS


def test_json_is_the_contract(cites: Cites, article: Path) -> None:
    ran = cites("extract", article)
    assert ran.code == 0
    assert ran.err == ""
    output = json.loads(ran.out)
    assert set(output) == {"documents", "references"}
    [document] = output["documents"]
    assert document["file"] == str(article)
    keys = {reference["id"] for reference in output["references"]}
    for citation in document["citations"]:
        assert ARTICLE[citation["start"] : citation["end"]] == citation["text"]
        assert citation["reference"] in keys
        assert {"kind", "form", "note", "confidence", "matched_by", "claim"} <= set(citation)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_goes_to_stdout(cites: Cites, article: Path, format: str) -> None:
    ran = cites("extract", article, "--format", format)
    assert ran.code == 0 and ran.err == "" and "Interfax" in ran.out


def test_only_bibliographies_are_transliterated(cites: Cites, article: Path) -> None:
    ran = cites("extract", article, "--ascii")
    assert ran.code == 2 and "--ascii is for bibliographies, and json shows texts as they are printed" in ran.err
    assert cites("extract", article, "--ascii", "--format", "bib").out.isascii()
    assert cites("parse", article, "--ascii").code == 2


def test_json_lines_are_documents_with_their_own_references(cites: Cites, tmp_path: Path) -> None:
    ran = cites("extract", make_folder(tmp_path), "--format", "jsonl")
    documents = [json.loads(line) for line in ran.out.splitlines()]
    assert [Path(document["file"]).name for document in documents] == ["a.txt", "f.md"]
    assert all(document["references"] for document in documents)


def test_json_lines_are_printed_as_they_are_read(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path | None] = []

    def note(item: Item, extractor: Extractor) -> inputs.Outcome:
        read.append(item.path)
        return read_item(item, extractor)

    monkeypatch.setattr(inputs, "read_item", note)
    other = article.with_name("other.txt")
    other.write_text(ARTICLE, "utf-8")
    pieces = extract.render(inputs.Inputs([str(article), str(other)], Extractor(), Wants(), 1), "jsonl")
    next(pieces)
    assert read == [article]


def test_stdin_is_read_as_what_it_is_said_to_be() -> None:
    given = "It rained ([TASS](https://tass.com/1), March 12, 2015).\n"
    ran = start(["extract", "-", "--from", "markdown"], given.encode())
    [document] = json.loads(ran.stdout)["documents"]
    assert document["file"] == "stdin"
    assert document["citations"][0]["text"] == "[TASS](https://tass.com/1), March 12, 2015"
    assert ran.stderr == b"" and ran.returncode == 0


def test_markdown_on_stdin_is_told() -> None:
    given = "Ships sailed.[^1]\n\n[^1]: Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.\n".encode()
    asked = start(["extract", "-", "--format", "jsonl"], given)
    told = start(["extract", "-", "--from", "md", "--format", "jsonl"], given)
    assert asked.returncode == told.returncode == 0
    assert "looks like Markdown (--from markdown)" in asked.stderr.decode() and told.stderr == b""



def test_output_is_utf8_in_any_locale() -> None:
    ran = start(
        ["extract", "-", "--format", "jsonl"],
        "Шёл дождь (Коммерсантъ, 12 марта 2015; TASS, March 12, 2015).".encode(),
        LC_ALL="C",
        PYTHONUTF8="0",
    )
    assert ran.returncode == 0
    assert "Шёл дождь" in ran.stdout.decode("utf-8")


def test_an_old_encoding_is_said_to_be_a_guess(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "alt.txt"
    path.write_bytes(("Премьер-министр сказал журналистам, что переговоры пройдут в Токио. " * 4 + ARTICLE).encode("cp1251"))
    ran = cites("extract", path)
    assert ran.code == 0
    assert "read as cp1251, which is a guess" in ran.err
    assert "Премьер" in json.loads(ran.out)["documents"][0]["document"].get("title", "Премьер")


def test_extract_to_a_file_leaves_stdout_empty(cites: Cites, article: Path, tmp_path: Path) -> None:
    ran = cites("extract", article, "--format", "jsonl", "-o", tmp_path / "out.jsonl")
    assert ran == Ran(0, "", "")
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["citations"]


def test_whoever_stops_reading_is_left_in_peace(article: Path) -> None:
    command = [sys.executable, "-m", "cites", "extract", "--format", "jsonl", str(article)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    assert process.stdout and process.stderr
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 141
    assert error == b""


def test_a_full_disk_is_said() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full, which this system has not")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "cites", "extract", "-"], input=ARTICLE.encode(), stdout=full, stderr=subprocess.PIPE, env=environment()
        )
    assert ran.returncode == 2
    assert ran.stderr == b"cites: stdout: No space left on device\n"


@pytest.mark.parametrize(
    ("closed", "arguments", "code", "said"),
    [
        (">&-", ("extract", "visit.txt"), 2, b"cites: stdout: not writable\n"),
        ("<&-", ("extract", "-"), 2, b"cites: stdin: is empty\n"),
        ("2>&-", ("extract", "none.txt"), 2, b""),
    ],
)
def test_a_stream_that_was_closed_is_no_crash(article: Path, closed: str, arguments: tuple[str, ...], code: int, said: bytes) -> None:
    """As some schedulers start programs."""
    command = ["/bin/sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "cites", *arguments]
    ran = subprocess.run(command, capture_output=True, cwd=article.parent, env=environment())
    assert (ran.returncode, ran.stderr) == (code, said)


def test_stdout_may_be_named_as_a_file(article: Path) -> None:
    if not Path("/dev/stdout").exists():
        pytest.skip("needs /dev/stdout, which this system has not")
    ran = start(["extract", article, "--format", "csv", "-o", "/dev/stdout"])
    assert (ran.returncode, ran.stdout[:5]) == (0, b"docum")


def test_paths_may_stand_on_both_sides_of_an_option(cites: Cites, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Rain fell (TASS, March 4, 2015).", "utf-8")
    both = cites("extract", article, other, "--format", "csv")
    assert both.code == 0 and "March 4" in both.out
    assert cites("extract", article, "--format", "csv", other) == both


def test_ctrl_c_stops_without_a_traceback(cites: Cites, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(extract, "render", stop)
    assert cites("extract", article) == Ran(130, "", "cites: stopped\n")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["swim"],
        ["build"],
        ["build", "a.txt", "--templates", "/nowhere"],
        ["build", "a.txt", "--jobs", "0"],
        ["check", "a.txt", "--fail-on", "dead,tired"],
        ["check", "a.txt", "--allow-network", "here"],
    ],
)
def test_wrong_arguments_could_not_run(cites: Cites, arguments: list[str]) -> None:
    ran = cites(*arguments)
    assert ran.code == 2 and ran.out == "" and ran.err.startswith("cites") and ran.err.count("\n") == 1


def test_help_starts_with_an_example(cites: Cites) -> None:
    for command in ([], ["build"], ["extract"], ["parse"], ["check"]):
        ran = cites(*command, "--help")
        assert ran.code == 0 and ran.out.startswith("example: ") and ran.err == ""


def test_the_tables_of_the_parser_are_those_of_the_rooms() -> None:
    assert (tuple(READERS), tuple(BUNDLES)) == (INPUTS, HOLDING)
    assert set(FORMATS) < set(RESULTS) == set(WRITERS) - set(STYLES)
    assert set(WORKS) < set(FORMATS) and set(DEFAULTS) < set(RESULTS) and set(SHORT.values()) < set(RESULTS)


def test_help_and_import_load_nothing_heavy() -> None:
    heavy = "{'regex', 'lxml', 'jinja2', 'requests', 'bibtexparser', 'cites.extract', 'cites.model', 'dataclasses'} & set(sys.modules)"
    code = f"import sys, cites; from cites.cli.arguments import make_parser; make_parser().format_help(); assert not {heavy}, {heavy}"
    assert subprocess.run([sys.executable, "-c", code], env=environment()).returncode == 0


def test_version(cites: Cites) -> None:
    assert cites("--version").out == f"cites {__version__}\n"


def test_a_good_file_stays_where_nothing_was_read(cites: Cites, article: Path, tmp_path: Path) -> None:
    keep = tmp_path / "keep.csv"
    cites("extract", article, "--format", "csv", "-o", keep)
    before = keep.read_bytes()
    article.write_bytes(b"")
    ran = cites("extract", article, "--format", "csv", "-o", keep)
    assert ran.code == 2 and "nothing was read, so nothing is written" in ran.err
    assert keep.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild", "a.txt"], "cites: there is no command 'bild'; did you mean build? (see cites --help)\n"),
        (["tidy"], "cites: there is no command 'tidy'; the commands are build, extract, parse, check, show (see cites --help)\n"),
        (["build", "--format", "csv"], "cites build: there is no --format; did you mean --formats? (see cites build --help)\n"),
        (["build", ""], "cites build: a PATH is empty (see cites build --help)\n"),
        (["build", "a", "-o", ""], "cites build: argument -o/--out: its name is empty; name a folder (see cites build --help)\n"),
        (["parse", "a", "b"], "cites parse: b: one too many (see cites parse --help)\n"),
        (["check", "a", "--format", "jsn"], "cites check: argument --format: there is no 'jsn'; did you mean json? (see cites check --help)\n"),
    ],
)
def test_an_error_is_one_line_with_what_was_meant(cites: Cites, arguments: list[str], said: str) -> None:
    assert cites(*arguments) == Ran(2, "", said)


def test_a_dash_is_stdout(cites: Cites, article: Path) -> None:
    assert cites("extract", article, "-o", "-").out == cites("extract", article).out


def test_a_folder_is_no_file_to_write_to(cites: Cites, article: Path) -> None:
    assert f"{article.parent} is a folder; name a file" in cites("extract", article, "-o", article.parent).err
    missing = article.parent / "none"
    assert f"there is no folder {missing}; make it" in cites("extract", article, "-o", missing / "a.json").err
