"""OpenDocument texts, in a container and flat: what stands on the printed page, and what the file knows besides."""

from __future__ import annotations

import json
from html import escape

import pytest
from sample_files import zipped

from cites.errors import ReadError
from cites.extract import extract
from cites.model import Document
from cites.readers import read_bytes
from cites.readers.odt.styles import SPACES

NAMES = " ".join(f'xmlns:{short}="{name}"' for short, name in SPACES.items())
MIMETYPE = "application/vnd.oasis.opendocument.text"
STYLES = """<office:automatic-styles>
<style:style style:family="text" style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:family="text" style:name="T2"><style:text-properties fo:font-style="normal"/></style:style>
<style:style style:family="text" style:name="T3"><style:text-properties text:display="none"/></style:style>
<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Quote"/>
<style:style style:family="paragraph" style:name="P2" style:parent-style-name="Title"/>
<style:style style:family="paragraph" style:name="Quote"><style:text-properties fo:font-style="oblique"/></style:style>
<style:style style:family="paragraph" style:name="A" style:parent-style-name="B"/>
<style:style style:family="paragraph" style:name="B" style:parent-style-name="A"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="2"/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")" text:display-levels="2"/>
<text:list-level-style-bullet text:level="3"/></text:list-style></office:automatic-styles>"""


def flat(body: str, meta: str = "") -> bytes:
    return f"""<?xml version="1.0"?>
<office:document {NAMES}><office:meta>{meta}</office:meta>{STYLES}<office:body><office:text>{body}</office:text></office:body></office:document>""".encode()


def packed(body: str, **members: str) -> bytes:
    content = f"<office:document-content {NAMES}>{STYLES}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": MIMETYPE, "content.xml": content, **members})


def read(body: str, meta: str = "") -> Document:
    return read_bytes(flat(body, meta), "a.fodt")


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    return [(document.text[slice(*mark.span)], mark.value) for mark in document.marks if mark.kind == kind]


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def note(label: str, text: str, kind: str = "footnote") -> str:
    body = f"<text:note-body>{text}</text:note-body>"
    return f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>{body}</text:note>'


def test_notes_have_the_labels_that_are_printed_and_endnotes_come_last() -> None:
    document = read(p("One" + note("i", p("End."), "endnote") + " two" + note("1", p("Foot.") + p("More.")) + " three" + note("*", p("Sign."))))
    assert document.text == "Onei two1 three*\n\n1. Foot.\n\nMore.\n\n* Sign.\n\ni. End."
    assert marked(document, "callout") == [("i", "i"), ("1", "1"), ("*", "*")]
    assert marked(document, "note") == [("Foot.\n\nMore.", "1"), ("Sign.", "*"), ("End.", "i")]


def test_italics_come_from_styles_and_their_parents() -> None:
    body = p('a <text:span text:style-name="T1">b</text:span> c') + p('d <text:span text:style-name="T2">e</text:span>', "P1") + p("x", "A")
    assert marked(read(body), "italic") == [("b", ""), ("d", "")]


def test_white_space_is_single_unless_it_is_written() -> None:
    body = p('  a\n  b<text:span> </text:span> c<text:s text:c="2"/>d<text:tab/>e<text:line-break/>f<text:s text:c="999999999"/>g')
    text = read(body).text
    assert text.startswith("a b c  d\te\nf ") and len(text) < 1_100


def test_what_is_not_on_the_page_is_left_out() -> None:
    body = (
        "<text:tracked-changes>" + p("deleted") + "</text:tracked-changes><text:table-of-content>" + p("Contents") + "</text:table-of-content>"
        + p('Text<office:annotation>' + p("comment") + '</office:annotation><text:span text:style-name="T3">hidden</text:span> here'
            '<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>ひがし</text:ruby-text></text:ruby>')
    )  # fmt: skip
    assert read(body).text == "Text here東"


def test_lists_are_numbered_as_they_are_printed() -> None:
    def items(*bodies: str, more: str = "") -> str:
        return f'<text:list text:style-name="L1"{more}>' + "".join(f"<text:list-item>{body}</text:list-item>" for body in bodies) + "</text:list>"

    inner = items(p("b"), p("c") + items(p("bullet")))
    body = items(p("a") + inner, p("d")) + items(p("e"), more=' text:continue-numbering="true"') + items(p("f"))
    assert read(body).text.split("\n\n") == ["2. a", "(2.a) b", "(2.b) c", "bullet", "3. d", "4. e", "2. f"]


def test_headings_title_tables_and_boxes() -> None:
    box = '<draw:frame><draw:text-box>' + p("boxed") + "</draw:text-box></draw:frame>"
    row = "<table:table><table:table-row><table:table-cell>{}</table:table-cell><table:table-cell>{}</table:table-cell></table:table-row></table:table>"
    body = p("The Straits", "P2") + '<text:h text:outline-level="2">Talks</text:h>' + p("x" + box + "y") + row.format(p("a"), p("b"))
    document = read(body + row.format(p("c") + row.format(p("d"), p("e")), p("f")))
    assert document.text.split("\n\n") == ["The Straits", "Talks", "xy", "boxed", "a\tb", "c", "d\te", "f"]
    assert (marked(document, "heading"), document.about.title) == ([("Talks", "2")], "The Straits")


def test_links_and_the_data_of_zotero() -> None:
    data = {"citationItems": [{"itemData": {"id": 1, "type": "book", "title": "The Long Road", "issued": {"date-parts": [[1999]]}}, "locator": "3"}]}
    name = escape(f"ZOTERO_ITEM CSL_CITATION {json.dumps(data)} RNDx1yZ", quote=True)
    cited = f'<text:reference-mark-start text:name="{name}"/>(Berg 1999, 3)<text:reference-mark-end text:name="{name}"/>'
    document = read(p(f'<text:a xlink:href="https://a.example/?b=1&amp;c=2">In<text:span>terfax</text:span></text:a> <text:a xlink:href="#x">up</text:a> {cited}.'))
    assert marked(document, "link") == [("Interfax", "https://a.example/?b=1&c=2")]
    (citation,) = extract(document).citations
    assert (citation.matched_by, citation.locator, document.text[slice(*citation.span)]) == ("field", "3", "Berg 1999, 3")


def test_properties() -> None:
    meta = "<dc:title>The Straits</dc:title><meta:initial-creator>Jane Doe</meta:initial-creator><dc:creator>Someone Else</dc:creator><dc:language>de-DE</dc:language><meta:creation-date>2012-03-12T10:00:00</meta:creation-date>"
    about = read(p("Long text. " * 20), meta).about
    assert (about.title, str(about.author[0]), about.language, about.issued) == ("The Straits", "Jane Doe", "de-DE", "2012-03-12")


def test_a_container_is_read_and_one_with_a_password_is_not() -> None:
    assert read_bytes(packed(p("TASS")), "upload").text == "TASS"
    protected = '<manifest><file-entry><manifest:encryption-data xmlns:manifest="x"/></file-entry></manifest>'
    with pytest.raises(ReadError, match=r"a\.odt: is protected by a password"):
        read_bytes(packed("", **{"META-INF/manifest.xml": protected}), "a.odt")


def test_what_is_no_text_is_said() -> None:
    with pytest.raises(ReadError, match="has no text of an OpenDocument file"):
        read_bytes(zipped({"mimetype": MIMETYPE}), "a.odt")
    with pytest.raises(ReadError, match="has no text of an OpenDocument file"):
        read_bytes(f"<office:document {NAMES}/>".encode(), "a.fodt")
    with pytest.raises(ReadError, match="has no text to read"):
        read(p(" "))
