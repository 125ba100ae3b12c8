"""Files that are damaged, disguised or hostile: each is refused in words or read as far as it goes, and the others are done."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render_formats import FOLDER
from sample_cli import Cites
from sample_files import p, r, word, zipped

from cites.errors import ReadError
from cites.extract import extract
from cites.model import Document, Mark, Span
from cites.readers import read_bytes

GOOD = word(p(r("It was said (Interfax, March 3, 2012).")))
TYPES = {"[Content_Types].xml": "<x/>"}
ENTITY = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
BAD = {  # file: its bytes, and what is said of it
    "bomb.docx": (zipped(TYPES | {"word/document.xml": b" " * 60_000_000}), r"word/document\.xml grows beyond"),
    "cut.docx": (GOOD[: len(GOOD) // 2], "is damaged or was cut off"),
    "cut.odt": ((FOLDER / "article.odt").read_bytes()[:5_000], "is damaged or was cut off"),
    "empty.docx": (b"", "is empty"),
    "entity.docx": (zipped(TYPES | {"word/document.xml": ENTITY}), r"word/document\.xml declares entities"),
    "password.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
    "text.docx": (b"TASS, March 3", r"is no Word \(\.docx\) file"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"Word \(\.doc\) is not read yet"),
    "map.svg": (b"<svg><text>It was said (Interfax, March 3, 2012).</text></svg>", "a picture is not read yet"),
    "slides.docx": (zipped(TYPES | {"ppt/presentation.xml": ""}), "PowerPoint is not read yet"),
}
RENAMED = {  # file: what it is, and what is said
    "page.doc": (b"<html><body><p>It was said (Interfax, March 3, 2012).", ""),
    "letter.docx": (rb"{\rtf1 It was said (Interfax, March 3, 2012).}", "is RTF, and is read as such"),
    "upload": (GOOD, ""),
    "good.txt": (GOOD, "is Word (.docx), and is read as such"),
}


def test_each_bad_file_is_named_with_its_reason_and_the_good_ones_are_read(cites: Cites, tmp_path: Path) -> None:
    for name, (data, _) in (BAD | RENAMED).items():
        (tmp_path / name).write_bytes(data)
    ran = cites("extract", *(tmp_path / name for name in sorted(BAD | RENAMED)))
    assert ran.code == 2
    for name, (_, said) in BAD.items():
        assert re.search(rf"^cites: .*/{re.escape(name)}: {said}", ran.err, re.MULTILINE), name
    for name, (_, said) in RENAMED.items():
        assert not said or f"/{name}: {said}" in ran.err
    found = {Path(document["file"]).name: document["citations"] for document in json.loads(ran.out)["documents"]}
    assert found.keys() == RENAMED.keys() and all(len(citations) == 1 for citations in found.values())


def test_a_file_that_goes_away_is_named(cites: Cites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(GOOD)
    (tmp_path / "b.docx").write_bytes(GOOD)
    read = Path.read_bytes

    def gone(path: Path) -> bytes:
        path.name == "a.docx" and path.unlink()
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", gone)
    ran = cites("extract", tmp_path)
    assert ran.code == 2 and "a.docx: there is no such file" in ran.err and len(json.loads(ran.out)["documents"]) == 1


SEEDS = [file for file in sorted(FOLDER.iterdir()) if file.suffix in (".docx", ".odt", ".rtf", ".fodt")]
PIECES = [b"", b"{", b"}", rb"\footnote ", rb"\cell\row ", rb"\u-1 ", b"<w:p>", b"</w:tbl>", b"<text:p/>", b'w:id="99999999999"', b"\xff\xfe", b"&#0;"]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A real file in which something is cut out, doubled or put in; of a container in one of its members."""
    file = draw(st.sampled_from(SEEDS))
    data = file.read_bytes()
    if file.suffix not in (".docx", ".odt") or draw(st.integers(0, 4)) == 0:
        return file.name, changed(draw, data)
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        members = {name: container.read(name) for name in container.namelist()}
    main = draw(st.sampled_from([name for name in members if name.endswith((".xml", ".rels"))]))
    return file.name, zipped(members | {main: changed(draw, members[main])})


def changed(draw: st.DrawFn, data: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 300)))
        times = draw(st.sampled_from([0, 0, 1, 2, 40]))
        data = data[:start] + data[start:end] * times + draw(st.sampled_from(PIECES)) + data[end:]
    return data


@settings(max_examples=60, deadline=None)
@given(damaged())
def test_what_is_damaged_is_read_or_refused_in_words(file: tuple[str, bytes]) -> None:
    name, data = file
    try:
        document = read_bytes(data, name)
    except ReadError as error:
        assert str(error).startswith(name)
        return
    assert all(0 <= mark.span.start < mark.span.end <= len(document.text) for mark in document.marks)


def test_a_note_may_end_after_what_parts_two_fields() -> None:
    """A damaged file left "…/468157.", a blank line and "<" of a note."""
    text = "x\n\nDavid Zandt, “The Lessons of the Lighthouse,” Journal of Legal Studies 22 (1993): 47–72, https://doi.org/10.1086/468157.\n\n<"
    reading = extract(Document("a", text, marks=(Mark("note", Span(3, len(text)), "1"),), pieces=None))
    assert [work.doi for work in reading.references] == ["10.1086/468157"]
