"""E-books and archives of pages: EPUB, FictionBook, MHTML, web archives."""

from __future__ import annotations

import plistlib
from collections.abc import Callable
from typing import Any

import pytest
from sample_files import zipped

from cites.errors import ReadError
from cites.model import Document
from cites.readers import read_bytes
from cites.zones import find_zones

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>'
OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<metadata><dc:title id="t2">A Subtitle</dc:title><dc:title id="t1">The Quiet Straits</dc:title><meta refines="#t1" property="title-type">main</meta>
<dc:creator id="c1">Anna Keller</dc:creator><meta refines="#c1" property="role">aut</meta><dc:contributor opf:role="trl">Ivan Petrov</dc:contributor>
<dc:date opf:event="modification">2020-01-01</dc:date><dc:date>2014-05-06T00:00:00Z</dc:date><dc:publisher>Northern Press</dc:publisher>
<dc:identifier>urn:isbn:978-0-306-40615-7</dc:identifier><dc:language>en</dc:language></metadata>
<manifest><item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="notes.xhtml" media-type="application/xhtml+xml"/><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="pic" href="a.png" media-type="image/png"/></manifest>
<spine toc="ncx"><itemref idref="nav"/><itemref idref="two"/><itemref idref="one"/><itemref idref="gone"/><itemref idref="notes" linear="no"/></spine></package>"""
NAV = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="text/two%20b.xhtml">The Talks</a></li><li><a href="text/one.xhtml#s">The Fleet</a></li></ol></nav></body></html>'
HEAD = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>'
TWO = f"""{HEAD}<body><p>THE TALKS</p><p><span epub:type="pagebreak" id="page7" title="7"/>Nobody signed.<a id="r1"/><a epub:type="noteref" href="../notes.xhtml#n1">1</a>
<span epub:type="pagebreak" title="8"/>Nobody came back.<a epub:type="noteref" href="#n1">*</a></p><aside epub:type="footnote" id="n1"><p>* TASS, May 1, 2012.</p></aside></body></html>"""
ONE = f'{HEAD}<body><p id="s">It sailed.<sup><a href="../notes.xhtml#n2" id="r1">2</a></sup></p></body></html>'
NOTES = f'{HEAD}<body><h2>Notes</h2><p id="n1"><a href="text/two%20b.xhtml#r1">1.</a> <i>Trud</i>, May 2, 2012.</p><p id="n2"><a href="text/one.xhtml#r1">2.</a> Ibid.</p></body></html>'
BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/a.opf": OPF,
    "OEBPS/nav.xhtml": NAV,
    "OEBPS/text/one.xhtml": ONE,
    "OEBPS/text/two b.xhtml": TWO,
    "OEBPS/notes.xhtml": NOTES,
}


def epub(**changes: str | None) -> Document:
    """The book with other members, by the ends of their names: `notes=None` takes the notes out."""
    members: dict[str, str | bytes] = {}
    for path, content in BOOK.items():
        key = path.rpartition("/")[2].partition(".")[0].replace(" ", "_")
        changed = changes.pop(key, content)
        if changed is not None:
            members[path] = changed
    members |= {path: content for path, content in changes.items() if content is not None}
    return read_bytes(zipped(members), "a.epub")


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    return [(document.text[mark.span.start : mark.span.end], mark.value) for mark in document.marks if mark.kind == kind]


# -- EPUB ------------------------------------------------------------------------------------------------------------


def test_a_book_is_read_in_its_order_with_the_headings_of_its_contents() -> None:
    document = epub()
    assert document.text.startswith("THE TALKS\n\nNobody signed.1 Nobody came back.*")
    assert document.text.index("The Fleet\n\nIt sailed.2") > 0
    assert marked(document, "heading") == [("THE TALKS", "2"), ("The Fleet", "2"), ("Notes", "2")]


def test_notes_are_linked_across_files_and_their_names_kept_apart() -> None:
    document = epub()
    assert marked(document, "note") == [("TASS, May 1, 2012.", "*"), ("Trud, May 2, 2012.", "1"), ("Ibid.", "2")]
    assert marked(document, "callout") == [("1", "1"), ("*", "*"), ("2", "2")]
    zones = {zone.label: zone.callout for zone in find_zones(document).zones if zone.kind == "note"}
    assert document.text[: zones["2"].start].endswith("sailed.")  # type: ignore[union-attr]


def test_the_package_says_what_the_book_is() -> None:
    about = epub().about
    assert (about.type, about.title, about.issued, about.publisher) == ("book", "The Quiet Straits", "2014-05-06", "Northern Press")
    assert (about.isbn, about.language) == ("978-0-306-40615-7", "en")
    assert [str(name) for name in (*about.author, *about.translator)] == ["Anna Keller", "Ivan Petrov"]


def test_the_moment_when_a_book_was_made_is_no_date_of_publication() -> None:
    assert epub(a=OPF.replace("2014-05-06T00:00:00Z", "2026-11-22T04:04:46Z")).about.issued == ""
    dated = ONE.replace("<p id=", "<p>March 12, 2019</p><p id=")
    assert epub(a=OPF.replace("2014-05-06T00:00:00Z", "0101-01-01T00:00:00+00:00"), two_b=dated).about.issued == "2019-03-12"


def test_the_pages_of_the_printed_book_are_marked() -> None:
    pages = marked(epub(), "page")
    assert [label for _, label in pages] == ["7", "8"]
    assert pages[0][0].startswith("Nobody signed.1") and pages[1][0].startswith("Nobody came back.")


def test_contents_of_the_second_version_are_read() -> None:
    ncx = '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Two</text></navLabel><content src="text/two%20b.xhtml"/></navPoint></navMap></ncx>'
    assert ("Two", "2") in marked(epub(nav=None, **{"OEBPS/toc.ncx": ncx}), "heading")


ENCRYPTED = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
<enc:EncryptionMethod Algorithm="{}"/><enc:CipherData><enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>"""


def test_protection_against_copying_is_named_and_that_of_fonts_is_none() -> None:
    aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    with pytest.raises(ReadError, match=r"a\.epub: is protected against copying \(DRM\)"):
        epub(**{"META-INF/encryption.xml": ENCRYPTED.format(aes, "OEBPS/text/one.xhtml")})
    assert epub(**{"META-INF/encryption.xml": ENCRYPTED.format(aes, "OEBPS/font.otf")}).text
    assert epub(**{"META-INF/encryption.xml": ENCRYPTED.format("http://www.idpf.org/2008/embedding", "OEBPS/text/one.xhtml")}).text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"container": "<container/>"}, r"has no package \(none is named\)"),
        ({"container": CONTAINER.replace("OEBPS/a.opf", "../../etc/passwd")}, r"has no package \(\.\./\.\./etc/passwd\)"),
        ({"container": "<container>"}, "META-INF/container.xml is damaged XML"),
        ({"a": '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>'}, r"OEBPS/a\.opf declares entities of its own"),
        ({"a": "<package/>"}, "names no text to read"),
        ({"one": None, "two_b": None, "notes": None}, "names no text to read"),
        ({"one": "", "two_b": "", "notes": ""}, "has no text to read"),
    ],
)
def test_books_that_cannot_be_read_say_why(changes: dict[str, str | None], message: str) -> None:
    with pytest.raises(ReadError, match=rf"a\.epub: {message}"):
        epub(**changes)


def test_a_damaged_part_does_not_lose_the_others() -> None:
    document = epub(nav="<html", one="<html><body><p>It sailed", toc=None)
    assert "It sailed" in document.text and "Nobody signed." in document.text


def test_a_book_that_was_cut_off_says_so() -> None:
    data = zipped(BOOK)  # type: ignore[arg-type]
    with pytest.raises(ReadError, match="is damaged or was cut off"):
        read_bytes(data[: len(data) * 2 // 3], "a.epub")


# -- FictionBook -----------------------------------------------------------------------------------------------------

FB2 = """<?xml version="1.0" encoding="windows-1251"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><author><first-name>Анна</first-name><last-name>Келлер</last-name></author><book-title>Тихие проливы</book-title><lang>ru</lang></title-info>
<publish-info><publisher>Север</publisher><city>М.</city><year>2014</year></publish-info></description>
<body><section><title><p>Глава</p><p>первая</p></title><p>Никто не подписал.<a l:href="#n1" type="note">1</a> <emphasis>Потом</emphasis> тоже.</p></section></body>
<body name="notes"><title><p>Примечания</p></title><section id="n1"><title><p>1</p></title><p>Правда, 3 мая 1931.</p></section></body><binary id="a.png">AAAA</binary></FictionBook>"""


def test_a_fictionbook_is_read_with_its_notes() -> None:
    document = read_bytes(FB2.encode("cp1251"), "a.fb2")
    assert document.text.startswith("Глава первая\n\nНикто не подписал.1 Потом тоже.")
    assert "AAAA" not in document.text
    assert marked(document, "heading") == [("Глава первая", "2")]
    assert marked(document, "note") == [("Правда, 3 мая 1931.", "1")]
    assert marked(document, "callout") == [("1", "1")]
    assert (document.about.title, str(document.about.author[0]), document.about.issued) == ("Тихие проливы", "Анна Келлер", "2014")


def test_a_fictionbook_without_a_body_is_refused() -> None:
    with pytest.raises(ReadError, match="is no FictionBook"):
        read_bytes(b"<FictionBook><description/></FictionBook>", "a.fb2")


# -- archives of a page ----------------------------------------------------------------------------------------------

PAGE = "<html><head><title>Straits</title></head><body><p>Москва <a href='/b'>молчит</a> уже двадцать лет.</p></body></html>"


def mhtml(page: bytes, start: str = "") -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\n"
        + f'Content-Type: multipart/related;\r\n\ttype="text/html";{start}\r\n\tboundary="--x"\r\n\r\n'.encode()
        + b"----x\r\nContent-Type: text/html; charset=windows-1251\r\nContent-ID: <a@b>\r\nContent-Transfer-Encoding: 8bit\r\n"
        b"Content-Location: https://example.org/a\r\n\r\n" + page + b"\r\n----x--\r\n"
    )


def webarchive(page: bytes) -> bytes:
    resource: dict[str, Any] = {
        "WebResourceData": page,
        "WebResourceTextEncodingName": "windows-1251",
        "WebResourceURL": "https://example.org/a",
        "WebResourceMIMEType": "text/html",
    }
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


def test_a_web_archive_may_be_xml() -> None:
    data = plistlib.dumps(plistlib.loads(webarchive(PAGE.encode("cp1251"))), fmt=plistlib.FMT_XML, sort_keys=False)
    assert read_bytes(data, "-").text == read_bytes(data, "a.webarchive").text == "Москва молчит уже двадцать лет."


@pytest.mark.parametrize(("archive", "name"), [(mhtml, "a.mht"), (webarchive, "a.webarchive"), (mhtml, "-"), (webarchive, "-")])
def test_a_page_in_an_archive_has_its_encoding_and_its_address(archive: Callable[[bytes], bytes], name: str) -> None:
    document = read_bytes(archive(PAGE.encode("cp1251")), name)
    assert document.text == "Москва молчит уже двадцать лет."
    assert document.about.url == "https://example.org/a"
    assert marked(document, "link") == [("молчит", "https://example.org/b")]


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (mhtml(b""), "a.mht", "holds an empty page, or was cut off"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "a.mht", "holds no web page"),
        (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "a.webarchive", "is a property list, and holds no web page"),
        (webarchive(b"x")[:50], "a.webarchive", "is damaged or was cut off"),
    ],
)
def test_archives_without_a_page_say_so(data: bytes, name: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_bytes(data, name)
