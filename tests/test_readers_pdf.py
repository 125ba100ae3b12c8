"""PDFs: the order of lines, footnotes over pages, running heads, words divided at the ends of lines, and files that are none."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_pdf import Linked, Put, Ruled, column, make_pdf

from cites import extract
from cites.errors import ReadError
from cites.model import Document
from cites.readers import read_bytes
from cites.readers.pdf.lines import Run, find_lines


def read(pages: list[list[Put | Linked | Ruled]], **info: str) -> Document:
    return read_bytes(make_pdf(pages, **info), "a.pdf")


def paragraphs(document: Document) -> list[str]:
    return document.text.strip().split("\n\n")


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    """What marks of a kind say, and what they stand on."""
    return [(mark.value, document.text[mark.span.start : mark.span.end]) for mark in document.marks if mark.kind == kind]


LEFT = ["The ferry had been waited for since spring, and nobody in", "the port believed in it any more when it came at last on", "a Tuesday."]
RIGHT = ["It brought eleven lorries, a bus and the deputy minister", "of transport, who was sick and would not speak to those", "who had come to see him."]  # fmt: skip
NOTE = "Interfax, January 26, 2012."


def test_two_columns_are_read_one_after_the_other() -> None:
    rows = [Put(60, 700 - 14 * row, line, 9) for row, line in enumerate(LEFT)]
    rows += [Put(310, 700 - 14 * row, line, 9) for row, line in enumerate(RIGHT)]
    by_row = sorted(rows, key=lambda put: -put.y)  # some programs write line by line across the page
    assert paragraphs(read([by_row])) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_title_over_two_columns_comes_first() -> None:
    page: list[Put | Linked | Ruled] = [Put(60, 760, "The Ferry That Came Late and Stayed for Three Winters", 20)]
    page += column(60, 700, LEFT, 9) + column(310, 700, RIGHT, 9)
    document = read([page])
    assert paragraphs(document)[0] == "The Ferry That Came Late and Stayed for Three Winters"
    assert document.about.title == paragraphs(document)[0]


def test_a_wide_table_is_read_row_by_row() -> None:
    rows = [("1990", "12", "Aktau"), ("1991", "9", "Baku"), ("1992", "7", "Anzali"), ("1993", "4", "Turkmenbashi")]
    page = [Put(x, 700 - 14 * at, cell) for at, row in enumerate(rows) for x, cell in zip((60, 250, 450), row, strict=True)]
    assert paragraphs(read([page])) == ["1990 12 Aktau 1991 9 Baku 1992 7 Anzali 1993 4 Turkmenbashi"]


def noted(number: int, note: list[str], size: float = 9, text: list[str] = LEFT) -> list[Put | Linked | Ruled]:
    """A page of text that calls a note, and the note at its foot."""
    page: list[Put | Linked | Ruled] = [Put(70, 780, "Nobody has denied it."), Put(174.5, 784, str(number), 7), Put(184, 780, text[0])]
    page += [*column(70, 766, text[1:]), Put(70, 120, str(number), 6), *column(76, 117, note, size)]
    return page


def test_notes_at_the_foot_stand_after_the_text_with_their_callouts() -> None:
    document = read([noted(1, [NOTE]), noted(2, ["Ibid."], text=RIGHT)])
    assert marked(document, "note") == [("1", NOTE), ("2", "Ibid.")]
    assert [value for value, _ in marked(document, "callout")] == ["1", "2"]
    assert "denied it.1 The ferry" in document.text
    reading = extract(document)
    assert [(citation.note, citation.form) for citation in reading.citations] == [("1", "full"), ("2", "ibid")]
    assert reading.citations[0].reference == reading.citations[1].reference


def test_notes_as_large_as_the_text_are_told_by_their_raised_labels() -> None:
    assert marked(read([noted(1, [NOTE], size=12)]), "note") == [("1", NOTE)]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first = noted(1, ["TASS, January 22, 2019, says so at some length, and adds what the"])
    second = column(70, 690, RIGHT) + column(70, 117, ["minister had for breakfast."], 9)
    note = "TASS, January 22, 2019, says so at some length, and adds what the minister had for breakfast."
    assert marked(read([first, list(second)]), "note") == [("1", note)]


def test_a_note_as_large_as_the_text_goes_on_below_the_rule() -> None:
    first = noted(1, ["TASS, January 22, 2019, says so at some length, and adds what the"], size=12)
    second = [*column(70, 690, RIGHT), Ruled(70, 140, 120), *column(70, 117, ["minister had for breakfast."])]
    note = "TASS, January 22, 2019, says so at some length, and adds what the minister had for breakfast."
    assert marked(read([first, list(second)]), "note") == [("1", note)]


@pytest.mark.parametrize("labels", ["¹ ² ³", "1 2 3", "(1) (2) (3)", "1) 2) 3)"])
def test_notes_in_lines_are_paragraphs_of_their_own(labels: str) -> None:
    notes = [f"{label} Interfax, January {day}, 2012, on the talks of the two sides." for day, label in enumerate(labels.split(), 24)]
    assert paragraphs(read([list(column(70, 700, notes, 9))])) == notes


def test_a_number_that_begins_a_line_of_a_note_is_no_label() -> None:
    note = ["Archives of the Port, box 7, p.", "2. The map is missing.", "It was seen in 1974."]
    assert [label for label, _ in marked(read([noted(1, note)]), "note")] == ["1"]


def test_a_paragraph_of_a_manual_that_begins_a_line_is_no_label() -> None:
    """ "14.31" stands below, and 14 is called in the text above."""
    note = ["1. Chicago Manual of Style, 17th ed. (University of Chicago Press, 2017),", "14.31 (hereafter cited as CMS)."]
    page = [Put(70, 780, "Nobody has denied it."), Put(174.5, 784, "14", 7), Put(184, 780, LEFT[0]), *column(70, 766, LEFT[1:])]
    assert [label for label, _ in marked(read([[*page, *column(70, 117, note, 9)]]), "note")] == ["1"]


def test_small_endnotes_do_not_go_on_with_the_last_footnote() -> None:
    heading: list[Put | Linked | Ruled] = [*column(70, 780, RIGHT), Put(70, 600, "Endnotes", 14, "bold")]
    document = read([noted(1, [NOTE]), heading + column(70, 570, [f"10. {NOTE}", "11. Ibid."], 9)])
    assert marked(document, "note") == [("1", NOTE)]
    assert paragraphs(document)[-3:-1] == [f"10. {NOTE}", "11. Ibid."]


def test_numbers_may_begin_again_on_each_page() -> None:
    document = read([noted(1, [NOTE]), noted(1, ["TASS, January 27, 2012."], text=RIGHT)])
    assert [text for _, text in marked(document, "note")] == [NOTE, "TASS, January 27, 2012."]


def test_small_print_without_labels_stays_text() -> None:
    page = column(70, 760, [*LEFT, *RIGHT]) + column(70, 117, ["Printed in Aktau. All rights are reserved."], 8)
    document = read([list(page)])
    assert "All rights are reserved." in document.text
    assert not marked(document, "note")


def test_running_heads_and_page_numbers_are_no_text_and_name_the_pages() -> None:
    pages: list[list[Put | Linked | Ruled]] = []
    for number in range(4):
        head = Put(70, 800, f"{212 + number}    Caspian Studies 12 (2019)") if number % 2 else Put(70, 800, f"The Ferry    {212 + number}")
        pages.append([head, *column(70, 740, [*LEFT, *RIGHT][number : number + 2])])
    document = read(pages)
    assert "Caspian" not in document.text
    assert "Ferry" not in document.text
    assert [value for value, _ in marked(document, "page")] == ["212", "213", "214", "215"]


def test_a_page_is_called_by_the_label_of_the_file() -> None:
    pages = [[*column(70, 700, LEFT), Put(290, 40, "iv")], [*column(70, 700, RIGHT), Put(290, 40, "v")]]
    data = make_pdf(pages).replace(b"/Type /Catalog", b"/Type /Catalog /PageLabels << /Nums [0 << /S /r /St 4 >>] >>")
    document = read_bytes(data, "a.pdf")
    assert paragraphs(document) == [" ".join(LEFT), " ".join(RIGHT)]
    assert [label for label, _ in marked(document, "page")] == ["iv", "v"]


def test_numbers_of_a_list_are_no_page_numbers() -> None:
    first, second = [*column(70, 700, LEFT), Put(70, 80, "4. Interfax, January 4, 2012.")], [Put(70, 700, "5. TASS, May 5.")]
    assert "4. Interfax" in read([list(first), [*second, *column(70, 680, RIGHT)]]).text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["They signed the Conven\xad", "tion in Tehran."], "They signed the Convention in Tehran."),
        (["Im Hoch\xad", "und Spätmittelalter."], "Im Hoch- und Spätmittelalter."),
        (["The Anglo-", "Russian note."], "The Anglo-Russian note."),
        (["He held it from 1938–", "45 in Baku."], "He held it from 1938–45 in Baku."),
        (["It is at https://example.org/port/", "ferry.html now."], "It is at https://example.org/port/\nferry.html now."),
    ],
)
def test_lines_are_joined(lines: list[str], text: str) -> None:
    width = ["A line that is much longer than the others are in this text."]
    assert paragraphs(read([list(column(70, 700, [*width, *lines]))]))[0].endswith(text)


def test_a_dash_that_is_drawn_for_an_author_is_written() -> None:
    """It is no text in the file: the second entry begins with its full stop, behind a line of graphics."""
    entries = ["Dahood, Mitchell. Psalms. Vol. 1. Garden City, NY: Doubleday, 1965.", ". Ugaritic and the Bible. Rome: Biblical Institute, 1968."]
    page = [Put(70, 700, "Bibliography", 14, "bold"), Put(70, 670, entries[0]), Put(106, 650, entries[1])]
    document = read([page])
    assert paragraphs(document) == ["Bibliography", entries[0], f"———{entries[1]}"]
    assert [str(work.author[0]) for work in extract(document).references] == ["Mitchell Dahood"] * 2


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    document = read([list(column(70, 200, ["The ferry had been waited for since spring, and"])), list(column(70, 760, ["came."]))])
    assert paragraphs(document) == ["The ferry had been waited for since spring, and came."]
    assert [value for value, _ in marked(document, "page")] == ["1", "2"]


ENTRY = "Coase, Ronald H. The Lighthouse in Economics, reprinted"


def test_paragraphs_of_one_line_are_told_by_the_white_between_them() -> None:
    """However many headings and paragraphs stand in a column, its lines are as far apart as most of them."""
    lines = [(780, LEFT[0]), (766, LEFT[1]), (752, LEFT[2]), (718, "References"), (697, ENTRY), (676, ENTRY)]
    page = [Put(70, y, line) for y, line in lines]
    assert paragraphs(read([page])) == [" ".join(LEFT), *(line for _, line in lines[3:])]


def test_a_list_of_references_begins_on_the_page_where_the_text_ends() -> None:
    """Paragraphs of the text go in where they begin, entries of the list where they go on."""
    text = [Put(70 + 20 * (at == 0), 780 - 14 * (row * 3 + at), line) for row in range(2) for at, line in enumerate(LEFT)]
    entry = ["Coase, Ronald H. The Lighthouse in Economics, of the year", "1974, which was reprinted in the years that followed it."]
    listed = [Put(70 + 20 * at, 640 - 14 * (row * 2 + at), line) for row in range(3) for at, line in enumerate(entry)]
    page = [*text, Put(70, 670, "References", 16), *listed]
    assert paragraphs(read([page])) == [" ".join(LEFT)] * 2 + ["References"] + [" ".join(entry)] * 3


def test_entries_that_end_with_addresses_hang_and_names_go_on_behind_initials() -> None:
    entries = [
        ["Moss, K. (2003). Shift work and disturbed sleep of nurses and of seamen. Occupational Medicine 53, 89\u2013", "94. https://doi.org/10.1000/om89"],
        ["Grand, M. A. (2016). Sleep across a life that is long, or is short, and what helps. In M. H. Krier, T.", "Roth & W. C. Dent (Eds.), Sleep (pp. 1\u201312). Elsevier."],
        ["Winter, F. (2010). Quantity and quality of sleep, and what there is of both. Diabetes Care 33, 414\u2013", "420. https://doi.org/10.1000/dc414"],
    ]  # fmt: skip
    page = [Put(70 + 22 * at, 700 - 14 * (row * 2 + at), line, 11) for row, lines in enumerate(entries) for at, line in enumerate(lines)]
    joined = [" ".join(lines).replace("\u2013 ", "\u2013") for lines in entries]
    assert paragraphs(read([[Put(70, 740, "References", 16), *page]])) == ["References", *joined]


def test_lines_of_a_typescript_are_one_paragraph_though_a_quotation_is_set_closer() -> None:
    quoted = "which it was, and so they said, over all of these lines,"
    double = [Put(70, 780 - 28 * at, line) for at, line in enumerate(LEFT)]
    page = [*double, *column(90, 680, [quoted] * 5 + ["and came to an end."])]
    assert paragraphs(read([page])) == [" ".join(LEFT), " ".join([quoted] * 5 + ["and came to an end."])]


def test_centred_lines_are_one_title_and_lines_of_their_own() -> None:
    head: list[Put | Linked | Ruled] = [Put(137, 800, "The Quiet Harbour: Who Pays", 20), Put(205, 776, "for the Lights", 20)]
    head += [Put(237, 740, "Jane Doe"), Put(221, 726, "March 12, 2015")]
    wide = [f"{line} and more of it to fill" for line in LEFT]
    document = read([head + column(70, 709, wide)])
    assert paragraphs(document) == ["The Quiet Harbour: Who Pays for the Lights", "Jane Doe", "March 12, 2015", " ".join(wide)]
    assert document.about.issued == "2015-03-12"


def test_an_address_goes_on_in_the_next_line_where_a_link_has_both_parts() -> None:
    url = "https://doi.org/10.1086/468157"
    lines = ["See https://doi.org/10.1086/4681", "57. See https://a.org/b/", "c."]
    page = [Put(70, 700 - 14 * at, line) for at, line in enumerate(lines)]
    assert read([[*page, Linked((92, 698, 228, 710), url)]]).text == "See https://doi.org/10.1086/468157. See https://a.org/b/\nc.\n"
    assert read([page]).text.startswith("See https://doi.org/10.1086/4681\n57.")


def test_italics_and_links_are_marks() -> None:
    page: list[Put | Linked | Ruled] = [Put(70, 700, "See "), Put(92, 700, "The Long Road", font="italic"), Put(170, 700, "and the port’s page.")]
    page.append(Linked((230, 696, 262, 712), "https://example.org/port"))
    document = read([page])
    assert marked(document, "italic") == [("", "The Long Road")]
    [(url, printed)] = marked(document, "link")
    assert url == "https://example.org/port"
    assert "page" in printed


def test_a_stamp_in_the_margin_is_left_out_and_a_turned_page_is_read() -> None:
    stamp = Put(20, 300, "arXiv:1901.00001", turned=True)
    assert "arXiv" not in read([[stamp, *column(70, 700, LEFT)]]).text
    turned = [Put(100 + 14 * row, 70, line, turned=True) for row, line in enumerate(LEFT)]
    assert paragraphs(read([list(turned)])) == [" ".join(LEFT)]


def test_the_files_own_title_counts_where_it_is_printed() -> None:
    page: list[Put | Linked | Ruled] = [Put(70, 780, "CASPIAN STUDIES", 24), Put(70, 740, "The Ferry That Came Late", 18), *column(70, 700, LEFT)]
    assert read([page], title="The Ferry That Came Late").about.title == "The Ferry That Came Late"
    assert read([page], title="Microsoft Word - draft_final2.doc").about.title == "CASPIAN STUDIES"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (make_pdf([[], []]), "has no text, its pages are pictures"),
        (make_pdf([[Put(70, 700, "x")]])[:200], "is no whole PDF"),
        (b"%PDF-1.5\njunk", "is no whole PDF"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, problem: str) -> None:
    with pytest.raises(ReadError, match=problem):
        read_bytes(data, "a.pdf")


def test_pages_that_are_pictures_are_told() -> None:
    told: list[str] = []
    read_bytes(make_pdf([[Put(70, 700, "It was said so.")], [], []]), "a.pdf", warn=told.append)
    assert told == ["a.pdf: 2 of 3 pages have no text that can be read; the first is page 2"]


def test_without_the_library_the_mend_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.startswith(("pypdfium2", "cites.readers.pdf"))]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r"cites\[pdf\]"):
        read_bytes(make_pdf([[Put(70, 700, "x")]]), "a.pdf")


def test_what_nobody_sees_is_no_line() -> None:
    unseen = Run(" ", 70, 72, 700, 12, is_italic=False, is_bold=False, start=0, end=1)
    assert find_lines([unseen, unseen._replace(base=680)], 0) == ()


def test_half_a_character_in_what_a_file_says_of_itself() -> None:
    data = make_pdf([list(column(70, 700, LEFT))], title="ABCDEFGH").replace(b"(ABCDEFGH)", b"<FEFFD83D>")
    assert read_bytes(data, "a.pdf").text.startswith("The ferry")


WHOLE = make_pdf([noted(1, [NOTE]), noted(2, ["Ibid."], text=RIGHT)], title="The Ferry")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(9, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=12), st.integers(0, 400))
def test_damaged_files_are_read_or_refused(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(WHOLE)
    for at, byte in changes:
        data[at] = byte
    try:
        document = read_bytes(bytes(data[: len(data) - cut]), "a.pdf")
    except ReadError:
        return
    assert all(0 <= mark.span.start <= mark.span.end <= len(document.text) for mark in document.marks)
