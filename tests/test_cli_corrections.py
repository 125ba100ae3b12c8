"""Files of corrections on the command line: which one is for which document, and what is said of entries that fit nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from readme import corrections_shown
from sample_cli import ARTICLE, TOP, Cites, Ran, make_folder
from sample_web import article as page
from sample_web import serve

SKIP_TASS = '[[skip]]\ntext = "TASS, January 28, 2012"\n'
SKIP_KYODO = '[[skip]]\ntext = "Kyodo, January 27"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """articles/a.txt and articles/sub/b.txt, which say the same."""
    (tmp_path / "articles" / "sub").mkdir(parents=True)
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / "articles" / name).write_text(ARTICLE, "utf-8")
    return tmp_path / "articles"


def texts(ran: Ran) -> list[list[str]]:
    return [[citation["text"] for citation in document["citations"]] for document in json.loads(ran.out)["documents"]]


WITHOUT_TASS = ["Interfax, January 26", "Kyodo, January 27", "28"]
WITHOUT_KYODO = ["Interfax, January 26", "28", "TASS, January 28, 2012"]


def test_the_nearest_file_counts_alone(cites: Cites, folder: Path) -> None:
    (folder / "cites.toml").write_text(SKIP_TASS, "utf-8")
    assert texts(cites("extract", folder)) == [WITHOUT_TASS, WITHOUT_TASS]
    (folder / "sub" / "cites.toml").write_text(SKIP_KYODO, "utf-8")
    assert texts(cites("extract", folder)) == [WITHOUT_TASS, WITHOUT_KYODO]


def test_it_is_looked_for_no_higher_than_what_was_given(cites: Cites, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "cites.toml").write_text(SKIP_TASS, "utf-8")
    assert len(texts(cites("extract", folder / "sub"))[0]) == 4
    assert len(texts(cites("extract", folder / "sub" / "b.txt"))[0]) == 4
    assert texts(cites("extract", folder / "a.txt")) == [WITHOUT_TASS]
    monkeypatch.chdir(folder)
    (folder / "cites.toml").write_text('[[skip]]\nfile = "a.txt"\ntext = "TASS, January 28, 2012"\n', "utf-8")
    ran = cites("extract", ".", "--strict")
    assert texts(ran) == [WITHOUT_TASS, ["Interfax, January 26", "Kyodo, January 27", "28", "TASS, January 28, 2012"]]
    assert (ran.code, ran.err) == (0, "")


def test_one_that_leads_nowhere_is_not_passed_by(cites: Cites, folder: Path) -> None:
    (folder / "cites.toml").symlink_to("elsewhere.toml")
    assert cites("extract", folder) == Ran(2, "", f"cites: {folder / 'cites.toml'}: there is no such file\n")


def test_a_folder_of_that_name_is_said(cites: Cites, folder: Path) -> None:
    (folder / "cites.toml").mkdir()
    assert cites("extract", folder) == Ran(2, "", f"cites: {folder / 'cites.toml'}: is a folder, not a file\n")


def test_what_is_wrong_with_links_is_said_by_every_command(cites: Cites, folder: Path) -> None:
    (folder / "cites.toml").write_text("[links]\nhost-gab = 1\n", "utf-8")
    said = f"cites: {folder / 'cites.toml'}:1: [links]: 'host-gab' means nothing here; use 'host-gap'\n"
    assert cites("extract", folder) == cites("check", folder) == Ran(2, "", said)


def test_what_a_nearer_file_takes_over_is_told(cites: Cites, folder: Path) -> None:
    (folder / "cites.toml").write_text('[[skip]]\nfile = "sub/b.txt"\ntext = "TASS, January 28, 2012"\n', "utf-8")
    assert cites("extract", folder, "--strict")[::2] == (0, "")
    (folder / "sub" / "cites.toml").write_text(SKIP_KYODO, "utf-8")
    ran = cites("extract", folder, "--strict")
    assert ran.code == 1 and f"sub/b.txt: what corrects that document is {folder / 'sub' / 'cites.toml'}; " in ran.err


def test_a_named_file_takes_their_place(cites: Cites, folder: Path, tmp_path: Path) -> None:
    (folder / "cites.toml").write_text(SKIP_TASS, "utf-8")
    (tmp_path / "mine.toml").write_text(SKIP_KYODO, "utf-8")
    ran = cites("extract", folder, "--corrections", tmp_path / "mine.toml")
    assert texts(ran) == [WITHOUT_KYODO, WITHOUT_KYODO]
    assert ran.err == ""


def test_every_command_says_what_fits_nothing(cites: Cites, folder: Path, tmp_path: Path) -> None:
    path = folder / "cites.toml"
    entries = (
        ('[[skip]]\nfile = "a.txt"\nnote = "12"', "[[skip]] note 12 of a.txt: there is no such note"),
        ('[[skip]]\nfile = "c.txt"\nnote = "12"', "[[skip]] note 12 of c.txt: there is no such file"),
        ('[[skip]]\ntext = "rain"', "[[skip]] “rain”: nothing is read as a citation in these words"),
        ('[[citation]]\nfile = "c.txt"\nnote = "1"\nkey = "a"', '[[citation]] note 1 of c.txt, key "a": there is no such file'),
        ('[[citation]]\ntext = "rain"\nkey = "tass2012-01-28"', '[[citation]] “rain”, key "tass2012-01-28": nothing is read as a citation in these words'),
        (
            '[[citation]]\nfile = "a.txt"\ntext = "TASS, January 28, 2012"\nkey = "tass2012"',
            '[[citation]] “TASS, January 28, 2012” of a.txt, key "tass2012": no work has this key (there is tass2012-01-28)',
        ),
        (
            '[[citation]]\nfile = "a.txt"\ntext = "TASS"\nkey = "tass2012-01-28"',
            '[[citation]] “TASS” of a.txt, key "tass2012-01-28": they are only a part of the citation “TASS, January 28, 2012”',
        ),
        ('[document."b.txt"]\ntitle = "A"', '[document."b.txt"]: there is no such file'),
        ('[outlets."Nobody"]', '[outlets."Nobody"]: no work that is cited has this source'),
        (
            '[[reference]]\nkey = "tass2012-01-29"\nset = {title = "A"}',
            '[[reference]] key "tass2012-01-29": no work has this key (there is tass2012-01-28)',
        ),
        (
            '[[reference]]\nmatch = {source = "AFP", author = "A, B"}\nset = {title = "A"}',
            '[[reference]] source "AFP", author "B A": no work is like this',
        ),
    )
    path.write_text("\n".join(entry for entry, _ in entries), "utf-8")
    line, expected = 1, []
    for entry, words in entries:
        expected.append(f"cites: {path}:{line}: {words}; take the entry out or mend it")
        line += entry.count("\n") + 1
    for arguments in (["build", "-o", tmp_path / "out", "--quiet"], ["extract"], ["check"]):
        ran = cites(*arguments, folder)
        assert ran.code == 0
        assert sorted(row for row in ran.err.splitlines() if "cites.toml" in row) == sorted(expected)
    assert cites("extract", folder, "--strict").code == 1
    assert cites("build", folder, "-o", tmp_path / "out", "--strict").code == 1
    assert cites("extract", folder, "--strict", "--format", "jsonl").code == 1


def test_a_run_over_some_files_says_nothing_of_the_others(cites: Cites, folder: Path, tmp_path: Path) -> None:
    corrections = '[[skip]]\nfile = "a.txt"\nnote = "12"\n[outlets."Nobody"]\n[[skip]]\ntext = "rain"\n'
    (folder / "cites.toml").write_text(corrections, "utf-8")
    (folder / "c.txt").write_text("It rained (Reuters, March 4, 2015).\n", "utf-8")
    assert cites("extract", folder / "c.txt", "--strict")[::2] == (0, "")
    (tmp_path / "mine.toml").write_text(corrections, "utf-8")
    assert cites("extract", folder / "c.txt", "--strict", "--corrections", tmp_path / "mine.toml")[::2] == (0, "")
    # Nor does one in which a document could not be read.
    (folder / "d.txt").write_bytes(b"")
    ran = cites("extract", folder)
    assert "[[skip]] note 12 of a.txt" in ran.err and "Nobody" not in ran.err


def test_what_cannot_be_understood_stops_before_anything_is_written(cites: Cites, folder: Path, tmp_path: Path) -> None:
    path, out = folder / "cites.toml", tmp_path / "out"
    for data, words in (
        (b"[[skip]]\nnote = a", f"{path}:2: "),
        (b'[outlets."A B"]\naliases = ["TASS"]', f"{path}:1: "),
        (b"\n\xff", f"{path}: line 2 is not UTF-8"),
    ):
        path.write_bytes(data)
        ran = cites("build", folder, "-o", out)
        assert ran.code == 2 and ran.err.startswith(f"cites: {words}") and ran.err.count("\n") == 1
    assert not out.exists()
    missing = cites("extract", folder, "--corrections", tmp_path / "none.toml", "-o", out)
    assert missing == Ran(2, "", f"cites: {tmp_path / 'none.toml'}: there is no such file\n") and not out.exists()


def test_the_same_bytes_in_one_process_and_in_two(cites: Cites, tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    text = f'{SKIP_TASS}[outlets."The Rain"]\n[document."f.md"]\ntitle = "Rain"\n[[reference]]\nkey = "monde2015-03-04"\nset = {{source = "The Rain"}}\n'
    (folder / "cites.toml").write_text(text, "utf-8")
    for format in ("json", "jsonl", "csv", "biblatex"):
        one, two = (cites("extract", folder, "--format", format, "--jobs", jobs) for jobs in ("1", "2"))
        assert one == two
        assert "cites.toml" not in one.err and "The Rain" in one.out and "TASS" not in one.out


def test_the_report_knows_new_outlets(cites: Cites, folder: Path, tmp_path: Path) -> None:
    (folder / "cites.toml").write_text(
        '[outlets."Zeppelin Dispatch"]\nkind = "wire"\n[[reference]]\nmatch = {source = "Interfax"}\nset = {source = "Zeppelin Dispatch"}'
    )
    ran = cites("build", folder, "-o", tmp_path / "out", "--strict")
    assert ran.code == 0 and "  Zeppelin Dispatch" in ran.err
    assert "cites.toml" not in ran.err


def test_an_address_that_was_corrected_is_asked(cites: Cites, folder: Path) -> None:
    with serve() as web:
        web.pages = {"/a": page()}
        corrections = f'[[reference]]\nkey = "interfax2012-01-26"\nset = {{url = "{web.url("/a")}"}}\n'
        (folder / "cites.toml").write_text(corrections, "utf-8")
        ran = cites("check", folder, "--allow-network", "127.0.0.0/8", "--format", "json")
    [link] = json.loads(ran.out)
    assert (link["url"], link["verdict"], len(link["cited_in"])) == (web.url("/a"), "alive", 2)


def test_what_the_readme_shows_fits(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "cites.toml"
    path.write_text(corrections_shown(), "utf-8")
    assert cites("extract", TOP / "seeds", "--corrections", path, "--strict", "-o", tmp_path / "out")[::2] == (0, "")
