"""ZIP and XML from strangers: limits, tricks with paths, passwords, damage; and what a file is, whatever its name says."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from sample_files import zipped

from cites.errors import ReadError
from cites.readers import find_files, read_bytes
from cites.readers.containers import Container, Limits, is_strange, signs
from cites.readers.formats import READERS, Format
from cites.readers.tell import check_format, tell_by_content, tell_format
from cites.readers.xml_tree import parse_xml

WORD = zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"})
BOOK = zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<x/>"})
OPEN = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})


def test_a_member_is_read_by_its_name_without_regard_to_case() -> None:
    container = Container(zipped({"word\\Document.xml": b"<a/>"}), "a.docx")
    assert container.read("word/document.xml") == b"<a/>" and "WORD/document.xml" in container
    with pytest.raises(ReadError, match=r"a\.docx: has no word/notes\.xml"):
        container.read("word/notes.xml")


def test_what_grows_without_end_is_refused() -> None:
    bomb = zipped({"a.xml": b"0" * 3_000_000})
    for limits in (Limits(member=1_000_000), Limits(total=1_000_000), Limits(ratio=2, small=1_000)):
        with pytest.raises(ReadError, match=r"a\.docx: a\.xml grows beyond"):
            Container(bomb, "a.docx", limits).read("a.xml")
    with pytest.raises(ReadError, match=r"has 3 members, and more than 2 are not looked at"):
        Container(zipped({"a": b"", "b": b"", "c": b""}), "a.docx", Limits(members=2))


def test_the_size_that_a_container_claims_is_not_believed() -> None:
    data = zipped({"a.xml": b"0" * 300_000})
    lying = data.replace(struct.pack("<L", 300_000), struct.pack("<L", 3))
    with pytest.raises(ReadError, match=r"is damaged|grows beyond"):
        Container(lying, "a.docx", Limits(member=1_000)).read("a.xml")


def test_names_that_lead_out_are_left_out() -> None:
    names = ["../../etc/passwd", "/etc/passwd", "C:/windows/x", "a/../../b", "..\\up", "word/a.xml", "a..b/c"]
    assert Container(zipped(dict.fromkeys(names, b"")), "a.docx").names == ("word/a.xml", "a..b/c")
    assert is_strange("a/\0b")
    nameless = zipped({"word/a.xml": b"", "x": b""}).replace(b"xPK\x05\x06", b"\0PK\x05\x06")
    assert Container(nameless, "a.docx").names == ("word/a.xml",)


def test_a_password_is_named() -> None:
    out = bytearray(zipped({"word/document.xml": b"secret"}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        out[out.index(header) + flags] |= 1
    with pytest.raises(ReadError, match=r"is protected by a password \(take the password off"):
        Container(bytes(out), "a.docx").read("word/document.xml")
    protected = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ReadError, match=r"a\.docx: is protected by a password"):
        read_bytes(protected, "a.docx")


@pytest.mark.parametrize("keep", [4, 30, 100, -30])
def test_a_container_that_was_cut_off_is_damaged(keep: int) -> None:
    with pytest.raises(ReadError, match="is damaged or was cut off"):
        Container(WORD[:keep], "a.docx")


def test_a_member_with_a_wrong_checksum_is_damaged() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("a.xml", b"TASS, March 3")
    with pytest.raises(ReadError, match=r"is damaged or was cut off \(a\.xml\)"):
        Container(out.getvalue().replace(b"TASS", b"NASS"), "a.docx").read("a.xml")


# -- XML -------------------------------------------------------------------------------------------------------------

LAUGHS = "<!DOCTYPE a [<!ENTITY b 'ha'>" + "".join(f"<!ENTITY b{i} '&b{i - 1 or ''};&b{i - 1 or ''};'>" for i in range(1, 40)) + "]><a>&b39;</a>"
FETCHED = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
LAUGHS_IN_ATTRIBUTE = LAUGHS.replace("<a>&b39;</a>", "<a c='&b39;'/>")


@pytest.mark.parametrize("xml", [LAUGHS, FETCHED, LAUGHS_IN_ATTRIBUTE])
def test_entities_are_neither_expanded_nor_fetched(xml: str) -> None:
    with pytest.raises(ReadError, match=r"a\.docx: word/document\.xml (declares entities|is damaged XML)"):
        parse_xml(xml.encode(), "a.docx", "word/document.xml")


@pytest.mark.parametrize("xml", [b"", b"<a>", b"<a>\x00</a>", b"TASS", b"<a>" * 5_000, b"<?xml version='1.0' encoding='none'?><a/>"])
def test_what_is_no_xml_is_said(xml: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.docx: x\.xml is (damaged|no) XML .*\(open it in the program that made it"):
        parse_xml(xml, "a.docx", "x.xml")


def test_comments_and_instructions_are_left_out() -> None:
    root = parse_xml("<?xml version='1.0'?><a>TA<!-- no -->SS<?no?></a>".encode("utf-16"), "a.docx")
    assert (root.text, len(root)) == ("TASS", 0)


# -- what a file is --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "format"),
    [(WORD, "docx"), (BOOK, "epub"), (OPEN, "odt"), (b"%PDF-1.7", "pdf"), (b"\xef\xbb\xbf{\\rtf1", "rtf"), (b"TASS", ""), (b"", ""),
     (zipped({"word/a.txt": b"[Content_Types].xml"}), "zip"), (b"\x89PNG", "picture"), (WORD[:-40], "docx"), (OPEN[:90], "odt")],
)  # fmt: skip
def test_content_tells_the_format(data: bytes, format: str) -> None:
    assert tell_by_content(data) == format


def test_a_directory_that_is_missing_is_made_up_for() -> None:
    assert signs(BOOK[:150])[:3] == ("application/epub+zip", "mimetype", "META-INF/container.xml")


def test_a_file_is_read_as_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, "pdf", Format("PDF", (".pdf",), "cites.readers.text", (b"%PDF-",)))
    warnings: list[str] = []
    assert tell_format(b"%PDF-1.7", "a.docx", warnings.append) == "pdf"
    assert warnings == ["a.docx: is PDF, and is read as such"]
    assert tell_format(b"<!DOCTYPE html><p>TASS", "a.doc", warnings.append) == "html"
    assert tell_format(b"%PDF-1.7", "upload", warnings.append) == "pdf" and len(warnings) == 1
    with pytest.raises(ReadError, match=r"a\.pdf: is no PDF file \(call it what it is: \.txt if it is text\)"):
        tell_format(b"TASS, March 3", "a.pdf", warnings.append)
    with pytest.raises(ReadError, match=r"a\.pdf: is PDF, not plain text \(read it as pdf\)"):
        check_format(b"%PDF-1.7", "a.pdf", "text")


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "reads_nothing.py").write_text("import nowhere_to_be_found", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(READERS, "pdf", Format("PDF", (".pdf",), "reads_nothing", (b"%PDF-",), extra="pdf"))
    with pytest.raises(ReadError, match=r'a\.pdf: PDF is read with nowhere_to_be_found, .* \(pip install "cites\[pdf\]"\)'):
        read_bytes(b"%PDF-1.7", "a.pdf")


def test_a_folder_has_what_its_first_bytes_tell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(READERS, "pdf", Format("PDF", (".pdf",), "cites.readers.text", (b"%PDF-",)))
    for name, data in {"a": b"%PDF-1.7", "b.doc": b"%PDF-1.7", "c.png": b"\x89PNG", "d": b"TASS", "e.txt": b"", "f.doc": b"<html>", "g.j2": b"<html>"}.items():
        (tmp_path / name).write_bytes(data)
    assert [path.name for path in find_files([tmp_path])] == ["a", "b.doc", "e.txt", "f.doc"]


@pytest.mark.parametrize("format", ["docx", "pdf", "epub", "odt", "rtf"])
def test_a_text_that_is_called_another_format_is_said_to_be_none(format: str) -> None:
    with pytest.raises(ReadError, match=r"a\.txt: is no .* file \(read it as text\)"):
        read_bytes(b"The talks went on (TASS, March 3).", "a.txt", format)


def test_an_archive_without_a_byte_is_empty_and_a_text_is_none() -> None:
    for data, problem in ((b"", "is empty"), (b"The talks", "is no ZIP file"), (b"PK\x03\x04\x14\0", "is damaged or was cut off")):
        with pytest.raises(ReadError, match=problem):
            Container(data, "a.zip")
