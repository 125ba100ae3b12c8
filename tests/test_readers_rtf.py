"""Rich Text Format, as Word, LibreOffice and pandoc write it, and as others should not."""

from __future__ import annotations

import json

import pytest

from cites.errors import ReadError
from cites.extract import extract
from cites.model import Document
from cites.readers import read_bytes

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset128 Mincho;}{\f3\fcharset2 Symbol;}}"
    r"{\colortbl;\red0;}{\stylesheet{Normal;}{\s1 heading 1;}{\s2\sbasedon0 Title;}{\*\cs10 Char;}}{\*\generator Word;}"
)


def read(body: str, head: str = HEAD, warnings: list[str] | None = None) -> Document:
    return read_bytes(f"{head}{body}}}".encode("latin-1"), "a.rtf", warn=(warnings if warnings is not None else []).append)


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    return [(document.text[slice(*mark.span)], mark.value) for mark in document.marks if mark.kind == kind]


def test_notes_of_word() -> None:
    body = (
        r"\pard So it is.{\super\chftn {\footnote \pard\plain \s5{\super\chftn } TASS, {\i March} 12.\par Second.}} Then.{\super \chftn}"
        r"{\footnote\ftnalt {\super\chftn} End.}\par\pard Last{\*\footnote\chftn\~Foot.}\par"
    )
    document = read(r"\aftnnrlc " + body)
    assert document.text == "So it is.1 Then.i\n\nLast2\n\n1. TASS, March 12.\n\nSecond.\n\n2. Foot.\n\ni. End."
    assert marked(document, "callout") == [("1", "1"), ("i", "i"), ("2", "2")]
    assert marked(document, "note") == [("TASS, March 12.\n\nSecond.", "1"), ("Foot.", "2"), ("End.", "i")]
    assert marked(document, "italic") == [("March", "")]


def test_a_mark_that_the_author_typed() -> None:
    document = read(r"Title{\super *}{\footnote {\super *} Thanks.} text{\super\chftn}{\footnote {\super\chftn} TASS.}\par")
    assert document.text == "Title* text1\n\n* Thanks.\n\n1. TASS." and marked(document, "callout") == [("*", "*"), ("1", "1")]


def test_numbers_begin_where_the_file_says_and_anew_in_a_section() -> None:
    one = r"x{\super\chftn}{\footnote N.}"
    body = rf"\ftnstart3\ftnnalc\ftnrestart {one}{one}\sect\sftnnruc {one}\par"
    assert [label for _, label in marked(read(body), "callout")] == ["c", "d", "III"]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (r"\u1058?\u1040?", "ТА"), (r"\uc2\u8212\'97\'97x", "—x"), (r"\uc0\u8212 x", "—x"), (r"{\uc0\u233}\u233 e\'e9", "ééé"),
        (r"\u-3 ?", "\ufffd"), (r"\u55357 ?\u56832 ?", "😀"), (r"\f1\'d2\'c0\'d1\'d1\f0\'e9", "ТАССé"), (r"\f2\'93\'fa\'96\'7b\'83A", "日本ア"),
        (r"{\f3 a\'62}", "αβ"), (r"a\~b\_c\-d", "a\u00a0b\u2011cd"), (r"\ldblquote a\rdblquote\emdash\endash\lquote b\rquote\bullet", "“a”—–‘b’•"),
        ("a\\{b\\}\\\\c", "a{b}\\c"), (r"a\tab b\line c", "a\tb\nc"), (r"{\v hidden}{\deleted gone}a\revised b", "ab"), ("caf\xe9", "café"),
        (r"\'5", "5"), (r"a{\*\unknown x{y}}b{\pict 00ff}c{\header h}", "abc"), (r"a\bin3 {}}b", "ab"),
        (r"{\upr{Gem\'fct}{\*\ud{Gem\u252 u}}}", "Gemüt"), ("a\r\nb", "ab"), ("a\\\nb", "a\n\nb"),
    ],
)  # fmt: skip
def test_letters(printed: str, text: str) -> None:
    assert read(printed).text == text


def test_fields_are_links_or_data() -> None:
    data = json.dumps({"citationItems": [{"itemData": {"id": 1, "type": "book", "title": "Dörfer", "issued": {"date-parts": [[1999]]}}}]}, ensure_ascii=False)
    code = "".join(f"\\{c}" if c in "{}\\" else c if c < "\x7f" else f"\\u{ord(c)}?" for c in data)
    link = r'{\field{\*\fldinst{HYPERLINK "https://a.example/?b=1"}}{\fldrslt{\ul In{\i terfax}}}}'
    body = rf"{link} {{\field{{\*\fldinst ADDIN ZOTERO_ITEM CSL_CITATION {code}}}{{\fldrslt (Berg 1999)}}}}{{\field{{\*\fldinst PAGE}}{{\fldrslt 7}}}}{{\field{{\fldrslt x}}}}\par"
    document = read(body)
    assert document.text == "Interfax (Berg 1999)7x" and marked(document, "link") == [("Interfax", "https://a.example/?b=1")]
    assert [(work.title, work.issued) for work in extract(document).references] == [("Dörfer", "1999")]


def test_what_stands_in_a_header_is_no_text_whatever_is_in_it() -> None:
    link = r"{\field{\*\fldinst HYPERLINK x}{\fldrslt y}}"
    assert read(rf"{{\header a{link}{{\footnote n}}{{\listtext 1.}}\cell\row{{\shptxt s\par}}\par}}Text\par").text == "Text"


def test_lists_headings_tables_and_boxes() -> None:
    body = (
        r"\pard\s2 The Straits\par\pard\s1 Talks\par\pard\outlinelevel1 More\par\pard{\listtext 1.\tab}one\par{\pntext\'b7\tab}two\par"
        r"\trowd\pard\intbl a\cell b\cell\row\trowd\pard\intbl c\par d\cell e\cell\row\pard{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt box\par}}{\shprslt box}}f\par"
    )
    document = read(body)
    assert document.text.split("\n\n") == ["The Straits", "Talks", "More", "1. one", "two", "a\tb", "c", "d", "e", "box", "f"]
    assert (marked(document, "heading"), document.about.title) == ([("Talks", "1"), ("More", "2")], "The Straits")


def test_properties() -> None:
    about = read(r"{\info{\title The Straits}{\author Jane Doe}{\creatim\yr2012\mo3\dy12\hr1}{\operator X}}" + "Long text. " * 20).about
    assert (about.title, str(about.author[0]), about.issued, about.said("issued")) == ("The Straits", "Jane Doe", "2012-03-12", "")


def test_a_file_that_was_cut_off_is_read_up_to_there_and_said() -> None:
    warnings: list[str] = []
    document = read_bytes(f"{HEAD} TASS, March 12.\\par {{\\i and".encode(), "a.rtf", warn=warnings.append)
    assert document.text == "TASS, March 12.\n\nand"
    assert warnings == ["a.rtf: ends in the middle, and is read up to there (get it again, or save it anew)"]
    assert [(finding.code, finding.severity) for finding in extract(document).findings] == [("cut-off", "warning")]


def test_what_holds_no_text_is_said() -> None:
    with pytest.raises(ReadError, match=r"a\.rtf: has no text to read"):
        read("")
    with pytest.raises(ReadError, match=r"a\.rtf: is no RTF file"):
        read_bytes(b"TASS", "a.rtf")


def test_groups_without_end_and_numbers_without_sense() -> None:
    assert read("{" * 20_000 + "x" + "}" * 30_000).text == "x"
    assert read(r"\u99999999?a\f-5b\s99999999999c\uc-1d\ftnstart-9{\footnote n}\ansicpg12 \'e4\bin-5 e").text == "\ue0ffab9cd1äe\n\n1. n"
