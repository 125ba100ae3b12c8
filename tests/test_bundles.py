"""Many documents in one file: archives, tables, web archives; and lists of pages."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_cli import Cites, start

from cites.cli.documents import Documents, Wants
from cites.errors import ReadError
from cites.readers.bundles import Columns, Item, archives, open_bundle, tell_bundle
from cites.readers.bundles.content import tell_bundle_by_content
from cites.readers.feeds import is_list, read_list

USUAL = Columns()
TEXT = "The talks went on (Interfax, January 26, 2012).\n"


def items(path: Path, columns: Columns = USUAL, told: list[str] | None = None) -> list[Item]:
    return list(open_bundle(path, columns, ([] if told is None else told).append))


def zip_file(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def tar_file(path: Path, members: dict[str, str]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, text in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return path


MEMBERS = {"1999/a.txt": TEXT, "b.md": TEXT, "c.css": "p {}", "../../out.txt": TEXT, "__MACOSX/a.txt": TEXT, "~$b.docx": "x", ".git/config.txt": TEXT}


@pytest.mark.parametrize(("make", "name"), [(zip_file, "corpus.zip"), (tar_file, "corpus.tar.gz")])
def test_documents_of_an_archive(make: object, name: str, tmp_path: Path) -> None:
    path = make(tmp_path / name, MEMBERS)  # type: ignore[operator]
    assert [(item.name, item.data) for item in items(path)] == [(f"{path}/1999/a.txt", TEXT.encode()), (f"{path}/b.md", TEXT.encode())]


@pytest.mark.parametrize("name", ["corpus.zip", "corpus.tar.gz"])
def test_an_archive_that_was_cut_off_says_so(name: str, tmp_path: Path) -> None:
    make = zip_file if name.endswith("zip") else tar_file
    data = make(tmp_path / name, {f"{number}.txt": TEXT * number for number in range(1, 50)}).read_bytes()
    (tmp_path / name).write_bytes(data[: len(data) // 2])
    with pytest.raises(ReadError, match="is damaged or was cut off"):
        items(tmp_path / name)


def test_a_tar_file_that_grows_without_end_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is hidden in it is no document, and is unpacked all the same to come to what is behind it."""
    monkeypatch.setattr(archives, "LIMITS", archives.LIMITS._replace(member=2_000, total=5_000))
    path = tar_file(tmp_path / "a.tar.gz", {"a.txt": TEXT, "large.txt": " " * 3_000, ".hidden": " " * 3_000, "b.txt": TEXT})
    told = open_bundle(path, USUAL, print)
    assert next(told).data == TEXT.encode()
    assert next(told).error == f"{path}/large.txt: is larger than 2,000 bytes"
    with pytest.raises(ReadError, match="grows beyond 5,000 bytes"):
        next(told)


def test_a_name_that_claims_to_be_endless_is_not_read(tmp_path: Path) -> None:
    header = tarfile.TarInfo("././@PaxHeader")
    header.type, header.size = tarfile.XHDTYPE, 8_000_000_000
    path = tmp_path / "a.tar"
    path.write_bytes(header.tobuf(tarfile.GNU_FORMAT))
    with path.open("ab") as file:
        file.truncate(header.size)  # a hole in the file: it takes no room
    with pytest.raises(ReadError, match="is damaged"):
        items(path)


@pytest.mark.parametrize("packed", ["", "gz", "bz2", "xz"])
def test_a_tar_file_is_unpacked_whatever_it_is_packed_with(packed: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    path = tmp_path / f"corpus.tar.{packed}".rstrip(".")
    with tarfile.open(str(path), f"w:{packed}") as archive:  # type: ignore[call-overload]
        archive.add(tmp_path / "a.txt", "a.txt")
    assert [item.data for item in items(path)] == [TEXT.encode()]


def test_a_word_file_that_is_called_zip_is_no_bundle(tmp_path: Path) -> None:
    path = zip_file(tmp_path / "a.zip", {"[Content_Types].xml": "", "word/document.xml": ""})
    assert tell_bundle(path) == ""


def test_rows_of_a_csv(tmp_path: Path) -> None:
    path = tmp_path / "corpus.csv"
    path.write_text(f'Date;Headline;Text\n2012-01-27T08:00:00Z;Talks;"{TEXT}"\nJan. 28, 2012;More;"{TEXT}"\n', "utf-8")
    first, second = items(path)
    assert (first.name, first.data.decode()) == (f"{path}#1", TEXT)
    assert (first.about.issued, first.about.title, second.about.issued) == ("2012-01-27", "Talks", "2012-01-28")


def test_rows_of_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    row = {"id": "x7", "body": TEXT, "when": "27 January 2012", "authors": ["Hirano, Ko", "John C. K. Daly"], "url": "https://example.org/a"}
    path.write_text(f"{json.dumps(row)}\n\nno json\n[1]\n{json.dumps({**row, 'body': ''})}\n", "utf-8")
    found = items(path, Columns(date="when"))
    assert found[0].name == f"{path}#x7"
    assert (found[0].about.issued, found[0].about.url) == ("2012-01-27", "https://example.org/a")
    assert [str(name) for name in found[0].about.author] == ["Ko Hirano", "John C. K. Daly"]
    assert [item.error.partition("corpus.jsonl")[2] for item in found[1:]] == [
        "#3: is no object in JSON (give one {…} a line, as UTF-8)",
        "#4: is no object in JSON (give one {…} a line, as UTF-8)",
        "#x7: has no text in 'body'",
    ]


def test_what_is_wrong_with_a_row_costs_only_the_row(tmp_path: Path) -> None:
    path, told = tmp_path / "a.csv", list[str]()
    path.write_text('id,text\n1,"It rained, twice"\n2\n3,It rained, twice\n4,\n5,"It ""rained"""\n', "utf-8")
    found = items(path, told=told)
    assert [item.data.decode() for item in found] == ["It rained, twice", "", "It rained", "", 'It "rained"']
    assert [item.error for item in found if item.error] == [f"{path}#2: has no text in 'text'", f"{path}#4: has no text in 'text'"]
    assert told == [f"{path}#3: has more cells than the table has columns (mend it with a program for tables)"]
    path.write_text('text\nIt rained\n"It snowed\nIt froze\n', "utf-8")
    with pytest.raises(ReadError, match=r"a\.csv: row 2 has a quotation mark that is not closed \(mend it with a program for tables\)"):
        items(path)
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "It rained", "day": "2012-01-27"}\n{"title": "None"}\n{"text": "It snowed"}\n', "utf-8")
    assert [item.data.decode() or item.error for item in items(path, Columns(date="day"))] == [
        "It rained", f"{path}#2: has no text in 'text'", "It snowed",
    ]  # fmt: skip


def test_a_table_without_a_text_says_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("key,value\n1,2\n", "utf-8")
    with pytest.raises(ReadError, match=r"has no column that is known to have the text; it has key, value \(--text-field NAME\)"):
        items(path)
    with pytest.raises(ReadError, match=r"has no 'body'; it has key, value \(--text-field NAME\)"):
        items(path, Columns(text="body"))


def test_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    path, told = tmp_path / "a.csv", list[str]()
    path.write_text("text,date\nIt rained.,yesterday\n", "utf-8")
    assert items(path, told=told)[0].about.issued == ""
    assert told == [f"{path}#1: no date is read in “yesterday”"]


def warc_record(url: str, status: str, kind: str, body: str) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2012-01-27T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    return gzip.compress(f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n")


def test_pages_of_a_web_archive(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    page = f"<html><body><p>{TEXT}</p></body></html>"
    path.write_bytes(
        warc_record("https://example.org/a", "200 OK", "text/html; charset=utf-8", page)
        + warc_record("https://example.org/b", "404 Not Found", "text/html", page)
        + warc_record("https://example.org/c.png", "200 OK", "image/png", "")
    )
    [item] = items(path)
    assert (item.name, item.format, item.about.url) == ("https://example.org/a", "html", "https://example.org/a")
    assert item.data.decode() == page
    path.write_bytes(b"no archive at all")
    with pytest.raises(ReadError, match="is no whole WARC file"):
        items(path)


def test_a_page_that_is_too_large_is_told_and_not_cut_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("cites.readers.bundles.warc.MOST", 60)
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(warc_record(f"https://example.org/{name}", "200 OK", "text/plain", TEXT * times) for name, times in (("a", 1), ("b", 9))))
    assert [(item.name, item.error) for item in items(path)] == [
        ("https://example.org/a", ""),
        ("https://example.org/b", "https://example.org/b: is larger than 60 bytes"),
    ]


def test_a_list_of_lists_is_read_whole_and_what_is_left_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    site = "https://example.org/"
    pages = {f"{site}index": f"{site}news\n", f"{site}news": "".join(f"{site}{number}\n" for number in range(5))}
    monkeypatch.setattr(Documents, "_fetch", lambda self, url: pages.get(url, TEXT).encode())
    told: list[str] = []
    names = [item.name for item in Documents(Wants(), told.append).of(f"{site}index")]
    assert (names, told) == ([f"{site}{number}" for number in range(5)], [])
    monkeypatch.setattr("cites.cli.documents.MOST_PAGES", 3)
    assert len(list(Documents(Wants(), told.append).of(f"{site}index"))) == 3
    assert told == [f"{site}news: names 5 addresses, of which the first 3 are read"]


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><link>https://example.org/</link>
<item><title>Talks</title><link>https://example.org/a</link><pubDate>Fri, 27 Jan 2012 08:00:00 GMT</pubDate></item>
<item><guid>https://example.org/b</guid></item><item><link>https://example.org/a</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://example.org/"/>
<entry><link rel="self" href="https://example.org/a.xml"/><link href="https://example.org/a"/><published>2012-01-27T08:00:00Z</published>
</entry></feed>"""
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/a</loc></url></urlset>"""


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (RSS, [("https://example.org/a", "2012-01-27"), ("https://example.org/b", "")]),
        (ATOM, [("https://example.org/a", "2012-01-27")]),
        (SITEMAP, [("https://example.org/a", "")]),
        (b"https://example.org/a\n\n# a comment\nhttps://example.org/b\r\n", [("https://example.org/a", ""), ("https://example.org/b", "")]),
    ],
)
def test_lists_of_pages(data: bytes, pages: list[tuple[str, str]]) -> None:
    assert is_list(data)
    assert [(page.url, page.issued) for page in read_list(data, "list")] == pages


@pytest.mark.parametrize("data", [TEXT.encode(), b"https://example.org/a is where it stands.\n", b"<html><body>rss</body></html>", b"", b"<?xml"])
def test_what_is_no_list(data: bytes) -> None:
    assert not is_list(data)


def test_a_bundle_on_the_command_line(cites: Cites, tmp_path: Path) -> None:
    zip_file(tmp_path / "corpus.zip", {"a.txt": TEXT, "b.txt": "", "c.pdf": "%PDF-1.4"})
    ran = cites("extract", tmp_path / "corpus.zip")
    [document] = json.loads(ran.out)["documents"]
    assert document["file"] == f"{tmp_path}/corpus.zip/a.txt"
    assert ran.code == 2
    assert "corpus.zip/b.txt: is empty" in ran.err
    assert "corpus.zip/c.pdf: is no whole PDF" in ran.err


def test_tables_in_a_folder_are_left_alone(cites: Cites, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "citations.csv").write_text("text\nno article\n", "utf-8")
    zip_file(tmp_path / "more.zip", {"b.txt": TEXT})
    ran = cites("extract", tmp_path)
    assert [Path(document["file"]).name for document in json.loads(ran.out)["documents"]] == ["a.txt", "b.txt"]


def test_the_date_of_a_row_gives_the_year(cites: Cites, tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps({"text": "It went on (Interfax, January 26).", "date": "2012-01-27"}), "utf-8")
    ran = cites("extract", path)
    assert json.loads(ran.out)["references"][0]["issued"] == {"date-parts": [[2012, 1, 26]]}


@pytest.mark.parametrize("make", [zip_file, tar_file])
def test_what_an_archive_holds_and_is_not_read_is_said(make: Callable[[Path, dict[str, str]], Path], tmp_path: Path) -> None:
    told: list[str] = []
    name = "b.zip" if make is zip_file else "b.tar.gz"
    path = make(tmp_path / name, {"a.txt": TEXT, "more.zip": "PK\5\6" + "\0" * 18, "t.csv": "text", "old.doc": "x", "p.css": ""})
    assert [item.name for item in items(path, told=told)] == [f"{path}/a.txt"]
    assert told == [
        f"{path}: left out: more.zip, t.csv (each holds documents itself: take them out, and name them)",
        f"{path}: left out: old.doc (not read yet: save them as DOCX, HTML or text)",
    ]


ROWS = 'id,text\n1,"(Interfax, January 26, 2012)"\n2,"(Kyodo, January 27, 2012)"\n'


@pytest.mark.parametrize("name", ["b.zip", "b.tar.gz", "b.jsonl"])
def test_a_bundle_through_a_pipe_is_told_by_its_content(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "b.jsonl":
        path.write_text(f"{json.dumps({'id': 'a', 'text': TEXT})}\n", "utf-8")
    else:
        (zip_file if name == "b.zip" else tar_file)(path, {"a.txt": TEXT})
    ran = start(["extract", "-", "--format", "jsonl"], path.read_bytes())
    [line] = ran.stdout.splitlines()
    assert json.loads(line)["file"] == ("stdin#a" if name == "b.jsonl" else "stdin/a.txt")


def test_a_table_through_a_pipe_is_read_where_it_is_called_one(tmp_path: Path) -> None:
    ran = start(["extract", "-", "--from", "csv", "--format", "jsonl"], ROWS.encode())
    assert [json.loads(line)["file"] for line in ran.stdout.splitlines()] == ["stdin#1", "stdin#2"]
    assert b"looks like a table (--from csv)" in start(["extract", "-"], ROWS.encode()).stderr
    (tmp_path / "rows.txt").write_text(ROWS, "utf-8")
    assert len(list(open_bundle(tmp_path / "rows.txt", USUAL, print, "csv"))) == 2


def test_web_archives_are_told_by_their_content() -> None:
    assert tell_bundle_by_content(b"WARC/1.0\r\n") == tell_bundle_by_content(gzip.compress(b"WARC/1.0\r\n")) == "warc"
    assert not any(tell_bundle_by_content(data) for data in (b"", b"{ braces", b"\x1f\x8b cut off", gzip.compress(b"The Visit"), b"WAR"))
