"""Word documents: what stands on the printed page, and what the file knows besides."""

from __future__ import annotations

import base64
import json
from html import escape

import pytest
from sample_files import coded, p, r, word, zipped

from cites.errors import ReadError
from cites.extract import extract
from cites.model import Document, Span
from cites.readers import read_bytes

ITALIC = "<w:i/>"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
"""
NOTE = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>'


def read(data: bytes) -> Document:
    return read_bytes(data, "a.docx")


def text(*body: str, **parts: str) -> str:
    return read(word("".join(body), **parts)).text


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    return [(document.text[slice(*mark.span)], mark.value) for mark in document.marks if mark.kind == kind]


def call(key: int, kind: str = "footnote", typed: str = "") -> str:
    custom = ' w:customMarkFollows="1"' if typed else ""
    return f'<w:r><w:{kind}Reference{custom} w:id="{key}"/>{f"<w:t>{typed}</w:t>" if typed else ""}</w:r>'


# -- notes -----------------------------------------------------------------------------------------------------------


def test_notes_are_numbered_as_they_are_called_whatever_their_ids() -> None:
    notes = NOTE.format(7, r(" TASS.")) + NOTE.format(3, r(" Ibid.")) + NOTE.format(9, r("nobody calls it"))
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p>' + r("-----") + "</w:p></w:footnote>"
    document = read(word(p(r("One."), call(3), r(" Two."), call(7)), footnotes=separator + notes))
    assert document.text == "One.1 Two.2\n\n1. Ibid.\n\n2. TASS."
    assert marked(document, "callout") == [("1", "1"), ("2", "2")]
    assert marked(document, "note") == [("Ibid.", "1"), ("TASS.", "2")]


def test_a_note_may_have_several_paragraphs_links_and_a_list() -> None:
    note = NOTE.format(1, r("First.")).replace("</w:footnote>", p(r("Second.")) + "</w:footnote>")
    document = read(word(p(r("So."), call(1)), footnotes=note))
    assert marked(document, "note") == [("First.\n\nSecond.", "1")]


def test_endnotes_come_after_footnotes_with_roman_numbers() -> None:
    endnotes = '<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r>' + r(" End.") + "</w:p></w:endnote>"
    document = read(word(p(r("a"), call(2, "endnote"), r("b"), call(5)), footnotes=NOTE.format(5, r("Foot.")), endnotes=endnotes))
    assert document.text == "aib1\n\n1. Foot.\n\ni. End."


def test_the_numbers_of_notes_follow_the_settings_and_the_sections() -> None:
    end = '<w:p><w:pPr><w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr></w:pPr></w:p>'
    last = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/><w:numStart w:val="1"/></w:footnotePr></w:sectPr>'
    settings = '<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/></w:footnotePr>'
    notes = "".join(NOTE.format(key, r(f"N{key}")) for key in range(1, 5))
    body = p(r("a"), call(1), r("b"), call(2)) + end + p(r("c"), call(3), r("d"), call(4)) + last
    document = read(word(body, footnotes=notes, settings=settings))
    assert [label for _, label in marked(document, "callout")] == ["d", "e", "I", "II"]


def test_notes_of_chapters_that_count_anew_are_called_in_turn() -> None:
    end = '<w:p><w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr></w:pPr></w:p>'
    notes = NOTE.format(1, r("TASS, March 1, 2012.")) + NOTE.format(2, r("TASS, March 2, 2012."))
    again = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    document = read(word(p(r("One was so."), call(1)) + end + p(r("Two was not."), call(2)) + again, footnotes=notes))
    claims = [document.text[slice(*citation.claim)] for citation in extract(document).citations if citation.claim]
    assert [claim.rstrip("1") for claim in claims] == ["One was so.", "Two was not."]


def test_a_mark_that_the_author_typed_is_the_label() -> None:
    note = '<w:footnote w:id="2"><w:p>' + r("*") + r(" The author thanks nobody.") + "</w:p></w:footnote>"
    document = read(word(p(r("Title"), call(2, typed="*"), r(" text"), call(1)), footnotes=note + NOTE.format(1, r("TASS."))))
    assert document.text == "Title* text1\n\n* The author thanks nobody.\n\n1. TASS."
    assert marked(document, "note") == [("The author thanks nobody.", "*"), ("TASS.", "1")]


def test_notes_that_were_typed_are_found_as_in_plain_text() -> None:
    document = read(word(p(r("It is so."), r("1", '<w:vertAlign w:val="superscript"/>')) + p(r("Notes")) + p(r("1. TASS, March 12, 2012."))))
    (citation,) = extract(document).citations
    assert (citation.note, document.text[slice(*citation.span)]) == ("1", "TASS, March 12, 2012")


def test_typed_notes_are_found_beside_the_thanks_of_the_author() -> None:
    note = '<w:footnote w:id="2"><w:p>' + r("* The author thanks nobody.") + "</w:p></w:footnote>"
    typed = p(r("It is so.1 And so.2")) + p(r("Notes")) + p(r("1. TASS, March 12, 2012.")) + p(r("2. Ibid."))
    reading = extract(read(word(p(r("Title"), call(2, typed="*")) + typed, footnotes=note)))
    assert [(c.note, c.form) for c in reading.citations] == [("1", "full"), ("2", "ibid")]
    assert [c.note for c in reading.callouts] == ["*", "1", "2"]


def test_notes_with_numbers_of_a_list_have_them_in_the_text() -> None:
    numbering = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
      <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
      <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""

    def item(level: int, words: str, key: int = 5) -> str:
        return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr></w:pPr>{r(words)}</w:p>'

    body = item(0, "a") + item(1, "b") + item(1, "c") + item(2, "d") + item(0, "e") + item(1, "f") + item(0, "") + item(0, "g", 6)
    assert text(body, numbering=numbering).split("\n\n") == ["[3] a", "3.a) b", "3.b) c", "d", "[4] e", "4.a) f", "[1] g"]


# -- runs ------------------------------------------------------------------------------------------------------------


def test_italics_come_from_runs_and_from_styles() -> None:
    body = p(
        r("a "), r("b ", ITALIC), r("c", ITALIC), r(" "), r("d", '<w:i w:val="0"/>'), r("e", '<w:rStyle w:val="Em"/>'),
    ) + p(r("f "), r("g", '<w:rStyle w:val="Em"/>'), r("h", '<w:i w:val="false"/>'), r(" i"), style="Zitat")  # fmt: skip
    assert marked(read(word(body, styles=STYLES)), "italic") == [("b c", ""), ("e", ""), ("f", ""), ("i", "")]


def test_white_space_between_italic_words_is_italic() -> None:
    body = p(r("The", ITALIC), r(" "), r("Straits", ITALIC), r(" stay"))
    assert marked(read(word(body)), "italic") == [("The Straits", "")]


def test_what_is_printed_and_what_is_not() -> None:
    body = p(
        r("soft"), "<w:r><w:softHyphen/></w:r>", r("ware"), "<w:r><w:noBreakHyphen/><w:tab/><w:br/><w:t>x</w:t><w:cr/></w:r>", r("y"),
        r("hidden", "<w:vanish/>"), '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
        "<w:r><w:ruby><w:rt>" + r("no") + "</w:rt><w:rubyBase>" + r("東") + "</w:rubyBase></w:ruby></w:r>", "<w:m><w:x/></w:m>",
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", '<w:r><w:commentReference w:id="0"/></w:r>',
    )  # fmt: skip
    assert text(body) == "software\u2011\t\nx\nyα東x=1"


def test_tracked_changes_count_as_accepted() -> None:
    gone = "<w:del>" + r("old").replace("w:t", "w:delText") + "</w:del><w:moveFrom>" + r("moved") + "</w:moveFrom>"
    joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("One ") + "</w:p>"
    row = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p(r("gone")) + "</w:tc></w:tr></w:tbl>"
    assert text(p(gone, "<w:ins>" + r("new ") + "</w:ins>", r("text")), joined, p(r("paragraph")), row) == "new text\n\nOne paragraph"


def test_of_alternatives_one_is_read_and_text_boxes_follow_their_paragraph() -> None:
    box = "<w:txbxContent>" + p(r("in a box")) + "</w:txbxContent>"
    both = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    assert text(p(r("before"), both, r(" after"))) == "before after\n\nin a box"


def test_containers_are_gone_through() -> None:
    body = "<w:sdt><w:sdtContent>" + p("<w:smartTag>" + r("Ky") + "</w:smartTag><w:sdt><w:sdtContent>" + r("iv") + "</w:sdtContent></w:sdt>")
    assert text(body + "</w:sdtContent></w:sdt>") == "Kyiv"


def test_a_table_has_a_row_a_paragraph_unless_it_lays_out_the_page() -> None:
    def table(*cells: str) -> str:
        return "<w:tbl><w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"

    assert text(table(p(r("a")), p(r("b"))), table(p(r("c")) + p(r("d")), p(r("e")))) == "a\tb\n\nc\n\nd\n\ne"


def test_strict_open_xml_is_read_too() -> None:
    data = word(p(r("TASS")))
    assert read(data).text == "TASS"
    strict = {
        "_rels/.rels": '<Relationships><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
        "word/document2.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>' + p(r("TASS")) + "</w:body></w:document>",
        "[Content_Types].xml": "<x/>",
    }
    assert read(zipped(strict)).text == "TASS"


# -- headings, contents ----------------------------------------------------------------------------------------------


def test_headings_and_the_title_are_told_by_styles() -> None:
    outlined = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>' + r("Part") + "</w:p>"
    body = p(r("The Straits"), style="Titel") + p(r("Talks"), style="Mine") + outlined + p(r("x"), style="A")
    document = read(word(body, styles=STYLES))
    assert (marked(document, "heading"), marked(document, "title")) == ([("Talks", "2"), ("Part", "1")], [("The Straits", "")])
    assert document.about.title == "The Straits"


def test_tables_of_contents_are_left_out() -> None:
    gallery = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    body = gallery.format(p(r("Contents"))) + p(r("Talks 12"), style="V1") + p(coded(r'TOC \\o "1-3"', r("Talks 12"))) + p(r("Text"))
    assert text(body, styles=STYLES) == "Text"


# -- links and fields ------------------------------------------------------------------------------------------------


def test_links_are_relationships_or_fields() -> None:
    linked = '<w:hyperlink r:id="h" w:anchor="part">' + r("In") + r("terfax", ITALIC) + "</w:hyperlink>"
    simple = f'<w:fldSimple w:instr="{escape(r"""HYPERLINK "https://c.example" """)}">' + r("C") + "</w:fldSimple>"
    inner = '<w:hyperlink w:anchor="top">' + r("up") + "</w:hyperlink>"
    field = coded(' HYPERLINK "https://b.example/?a=1&amp;b=2" \\l "x" ', r("B") + r("B"))
    document = read(word(p(linked, r(" "), field, r(" "), simple, inner), links={"h": "https://a.example/"}))
    assert marked(document, "link") == [("Interfax", "https://a.example/#part"), ("BB", "https://b.example/?a=1&b=2#x"), ("C", "https://c.example")]
    assert document.text == "Interfax BB Cup"


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert text(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("One"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 3), p(r("Two"))) == "One\n\nTwo"


ITEM = {
    "id": "u/1", "type": "book", "title": "The Long Road", "author": [{"family": "Berg", "given": "Anna"}], "publisher": "Penguin",
    "publisher-place": "London", "issued": {"date-parts": [["1999"]]}, "abstract": "long",
}  # fmt: skip
OTHER = {"id": "u/2", "type": "article-journal", "title": "Water", "container-title": "Slavic Review", "issued": {"date-parts": [[2015, 3]]}}


def zotero(*items: dict[str, object]) -> str:
    return escape(f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': list(items)})}", quote=False)


def test_the_data_of_zotero_is_what_is_cited() -> None:
    notes = (
        NOTE.format(1, coded(zotero({"itemData": ITEM, "locator": 12}), r("Berg, ") + r("Road", ITALIC) + r(", 12")) + r("; also Interfax, March 3, 2012."))
        + NOTE.format(2, coded(zotero({"itemData": ITEM, "locator": "14"}, {"itemData": OTHER}), r("Ibid., 14; Hall, “Water.”")))
    )
    document = read(word(p(r("So."), call(1), r(" Then."), call(2)), footnotes=notes))
    reading = extract(document)
    works = {work.id: work for work in reading.references}
    found = [(c.note, c.form, c.matched_by, c.locator, works[c.reference].title, document.text[slice(*c.span)]) for c in reading.citations]
    assert found == [
        ("1", "full", "field", "12", "The Long Road", "Berg, Road, 12"),
        ("1", "full", "source_date", "", "", "Interfax, March 3, 2012"),
        ("2", "ibid", "field", "14", "The Long Road", "Ibid., 14"),
        ("2", "full", "field", "", "Water", "Hall, “Water.”"),
    ]
    road = works[reading.citations[0].reference]
    assert (road.type, road.issued, road.publisher_place, str(road.author[0])) == ("book", "1999", "London", "Anna Berg")


def test_data_in_the_running_text_beats_the_list_that_is_printed() -> None:
    body = p(r("So it is "), coded(zotero({"itemData": ITEM}), r("(Berg 1999)")), r(".")) + p(r("References")) + p(r("Berg, Anna. 1999. The Long Road. Penguin Books."))
    reading = extract(read(word(body)))
    (work,) = reading.references
    assert [c.kind for c in reading.citations] == ["inline", "list"] and (work.publisher, work.publisher_place) == ("Penguin", "London")


ENDNOTE = """<EndNote><Cite><Author>Berg</Author><Pages>p. 7</Pages><record><ref-type name="Book Section">5</ref-type><contributors><authors>
<author><style>Berg, Anna</style></author><author>UNESCO</author></authors></contributors><titles><title><style>Water</style></title>
<secondary-title>Rivers</secondary-title></titles><dates><year>2001</year></dates></record></Cite></EndNote>"""


@pytest.mark.parametrize("kept", ["code", "beside", "within"])
def test_the_data_of_endnote(kept: str) -> None:
    packed = base64.b64encode(ENDNOTE.encode() + b"\0").decode()
    shown = r("(Berg and UNESCO 2001)")
    field = {
        "code": coded(f" ADDIN EN.CITE {escape(ENDNOTE)}", shown),
        "beside": coded(" ADDIN EN.CITE ", shown, packed),
        "within": coded(" ADDIN EN.CITE ", shown).replace('<w:r><w:fldChar w:fldCharType="sep', coded(" ADDIN EN.CITE.DATA ", "", packed) + '<w:r><w:fldChar w:fldCharType="sep', 1),
    }[kept]
    document = read(word(p(r("So "), field)))
    assert document.text == "So (Berg and UNESCO 2001)"
    assert json.loads(marked(document, "csl")[0][1]) == [{"item": {
        "type": "chapter", "title": "Water", "container-title": "Rivers", "author": [{"family": "Berg", "given": "Anna"}, {"literal": "UNESCO"}],
        "issued": {"date-parts": [[2001]]},
    }, "locator": "7"}]  # fmt: skip


def test_the_data_of_mendeley() -> None:
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps({"citationItems": [{"itemData": OTHER}]}).encode()).decode()
    document = read(word(p(r("So "), f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{r("[1]")}</w:sdtContent></w:sdt>')))
    assert marked(document, "csl")[0][0] == "[1]" and extract(document).references[0].title == "Water"


@pytest.mark.parametrize("code", [
    "ADDIN ZOTERO_ITEM CSL_CITATION {", 'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [7, {"itemData": []}]}', "ADDIN EN.CITE &lt;EndNote&gt;",
    "ADDIN ZOTERO_ITEM CSL_CITATION " + "[" * 20_000,
])  # fmt: skip
def test_data_that_is_damaged_leaves_the_text(code: str) -> None:
    document = read(word(p(coded(code, r("Berg 1999")))))
    assert (document.text, marked(document, "csl")) == ("Berg 1999", [])


# -- about the document ----------------------------------------------------------------------------------------------

CORE = "<dc:title>{}</dc:title><dc:creator>Jane Doe; John Smith</dc:creator><dc:language>en-GB</dc:language><dcterms:created>2012-03-12T10:00:00Z</dcterms:created>"


def test_properties_say_what_is_not_printed() -> None:
    about = read(word(p(r("The talks went on and on. " * 10)), core=CORE.format("The Straits"))).about
    assert (about.title, [str(name) for name in about.author], about.language) == ("The Straits", ["Jane Doe", "John Smith"], "en-GB")
    assert (about.issued, about.said("issued")) == ("2012-03-12", "")


def test_what_is_printed_comes_before_the_properties() -> None:
    body = p(r("The Straits")) + p(r("By Mary Major")) + p(r("March 3, 2010")) + p(r("The talks went on and on. " * 10))
    about = read(word(body, core=CORE.format("Microsoft Word - draft2"))).about
    assert (about.title, str(about.author[0]), about.said("issued")) == ("The Straits", "Mary Major", "2010-03-03")


# -- what cannot be read ---------------------------------------------------------------------------------------------


def test_what_is_no_word_document_is_said() -> None:
    with pytest.raises(ReadError, match=r"a\.docx: has no text of a Word document in it"):
        read(zipped({"[Content_Types].xml": "<x/>", "word/x.xml": "<x/>"}))
    with pytest.raises(ReadError, match=r"a\.docx: has no text to read"):
        read(word(p(r(" "))))
    with pytest.raises(ReadError, match=r"a\.docx: word/document\.xml is damaged XML"):
        read(word("<w:p>"))
    with pytest.raises(ReadError, match=r"a\.docx: is damaged or was cut off"):
        read(word(p(r("TASS")))[:-60])


def test_spans_of_marks_are_those_of_the_text() -> None:
    document = read(word(p(r(" lead ", ITALIC), r("tail ")) + p() + p(r("x"))))
    assert document.text == "lead tail\n\nx" and document.marks[0].span == Span(0, 4) and document.pieces is None
