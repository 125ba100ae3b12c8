"""Files: which are found, how their bytes become text, what their first lines say. Formats have tests of their own."""

import sys
from importlib.util import find_spec
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_files import zipped

from cites.errors import ReadError
from cites.model import Reference, Span
from cites.readers import READERS, find_files, in_file, read, read_bytes
from cites.readers.decode import Decoded, decode
from cites.readers.head import read_head

PARAGRAPH = (
    "Although analysts in Russia generally talk up the success of the pivot to Asia (Interfax, January 26, 2012), little came of it. " * 3
)


def said(head: str) -> dict[str, object]:
    """What the first lines of an article say, without the fields they are silent about."""
    about = read_head(f"{head}\n\n{PARAGRAPH}\n")
    return {field: value for field in Reference.__slots__ if (value := getattr(about, field)) and field != "type"}


# -- files -----------------------------------------------------------------------------------------------------------


def test_a_text_file_is_its_own_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Café\r\n(TASS, March 3)\r\n".encode())
    document = read(file)
    assert document.text == "Café\r\n(TASS, March 3)\r\n"
    assert document.name == str(file)


def test_a_span_of_a_text_file_is_the_same_in_the_file() -> None:
    document = read_bytes(b"(TASS, March 3)", "a.txt")
    assert in_file(document, Span(1, 5)) == (1, 5)


def test_folders_are_searched_in_sorted_order_for_what_is_read(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c/d.HTML", "c/picture.png", ".hidden.txt", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [file.relative_to(tmp_path).as_posix() for file in find_files([tmp_path])] == ["a.txt", "b.md", "c/d.HTML"]


def test_a_file_named_explicitly_is_always_tried(tmp_path: Path) -> None:
    notes = tmp_path / "notes.log"
    notes.write_text("(TASS, March 3)")
    assert [read(file).text for file in find_files([notes])] == ["(TASS, March 3)"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert len(list(find_files([tmp_path, tmp_path / "a.txt"]))) == 1


def test_a_missing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    missing, found = find_files([tmp_path / "none.txt", tmp_path / "a.txt"])
    assert read(found).text == "x"
    with pytest.raises(ReadError, match=r"none\.txt: there is no such file"):
        read(missing)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is a folder"):
        read(tmp_path)


def test_a_format_that_is_not_read_is_told_by_its_first_bytes() -> None:
    with pytest.raises(ReadError, match=r"DjVu is not read yet \(save it as DOCX, HTML or text\)"):
        read_bytes(b"AT&TFORM\n\x00", "article.txt")


def test_a_format_that_is_not_read_is_told_by_its_suffix() -> None:
    with pytest.raises(ReadError, match="MOBI is not read yet"):
        read_bytes(b"something", "book.mobi")


def test_an_office_file_is_told_from_other_archives() -> None:
    with pytest.raises(ReadError, match=r"PowerPoint is not read yet"):
        read_bytes(zipped({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), "upload")


def test_a_format_that_nobody_knows_is_named() -> None:
    with pytest.raises(ReadError, match=r"no reader is called 'wiki'.*text, markdown, mhtml, html"):
        read_bytes(b"x", "a.txt", format="wiki")


def test_the_format_given_comes_before_the_suffix() -> None:
    assert read_bytes(b"*Izvestiya*", "a.txt", format="markdown").text == "Izvestiya"


def test_a_page_without_a_suffix_is_known_by_how_it_begins() -> None:
    assert read_bytes(b"<!DOCTYPE html><p>TASS", "-").text == "TASS"


def test_plain_text_is_read_without_loading_lxml() -> None:
    code = "import sys, cites.readers as r; r.read_bytes(b'x', 'a.txt'); sys.exit('lxml' in sys.modules)"
    assert run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, check=False).returncode == 0


def test_every_reader_is_where_the_table_says() -> None:
    assert {suffix for reader in READERS.values() for suffix in reader.suffixes} == {
        ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".fb2", ".webarchive", ".epub", ".pdf", ".docx",
        ".docm", ".dotx", ".odt", ".ott", ".rtf", ".fodt", ".tex", ".ltx",
    }  # fmt: skip
    assert all(find_spec(reader.module) for reader in READERS.values())
    for name in ("text", "markdown", "html"):  # the others are no text
        assert read_bytes(b"TASS", "-", format=name).text == "TASS"


# -- bytes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_a_file_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.txt: is empty"):
        read_bytes(data, "a.txt")


def test_a_byte_order_mark_counts_as_a_character() -> None:
    assert decode(b"\xef\xbb\xbfTASS", "a.txt").text == "\ufeffTASS"


def test_lines_of_a_mac_are_lines() -> None:
    assert decode(b"TASS\r\rKyodo", "a.txt").text == "TASS\n\nKyodo"
    assert decode(b"TASS\r\nKyodo\r", "a.txt").text == "TASS\r\nKyodo\r"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-be", "utf-32-be"])
def test_utf_16_and_32_are_told_by_their_mark(encoding: str) -> None:
    text = "ТАСС, March 3" if encoding in ("utf-16", "utf-32") else "\ufeffТАСС, March 3"
    assert decode(text.encode(encoding), "a.txt").text.lstrip("\ufeff") == "ТАСС, March 3"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["TASS, January 26, 2012", "ТАСС, 26 января 2012 г."])
def test_utf_16_without_its_mark_is_told_and_said(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == Decoded(text, encoding, guessed=True)


@pytest.mark.parametrize("data", [b"TASS\x00\x01\x02", bytes(range(256)), b"\xff\xfeT\x00A"])
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"a.txt: .* \(save it as"):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("He isn’t “resetting” anything (Interfax, January 26, 2012).", "cp1252"),
        ("Die Süddeutsche Zeitung schrieb über die Inseln und größere Pläne (3. März 2012).", "cp1252"),
        ("Министр иностранных дел России заявил, что Москва готова продолжать переговоры с Токио.", "cp1251"),
        ("俄罗斯外长拉夫罗夫周一表示，莫斯科准备继续与东京谈判（新华社，2012年1月26日）。", "gb18030"),
    ],
)
def test_an_old_encoding_is_guessed_and_said(text: str, encoding: str) -> None:
    warnings: list[str] = []
    assert read_bytes(text.encode(encoding), "old.txt", warn=warnings.append).text == text
    assert warnings == [f"old.txt: read as {encoding}, which is a guess (save it as UTF-8 to be sure)"]


def test_an_encoding_that_cannot_be_told_is_not_guessed() -> None:
    with pytest.raises(ReadError, match=r"\(see line 2\), and its encoding cannot be told"):
        read_bytes("TASS\nBędę mógł źle".encode("cp1250"), "a.txt")


def test_a_broken_byte_in_utf_8_is_shown_and_said() -> None:
    warnings: list[str] = []
    text = read_bytes("“TASS” — \n".encode() * 10 + b"\xff", "cut.txt", warn=warnings.append).text
    assert text.endswith("\ufffd")
    assert warnings == ["cut.txt: is not whole UTF-8; broken places are shown as \ufffd (1, the first in line 11)"]


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "-", "a.pdf"]))
def test_no_bytes_raise_anything_but_a_read_error(data: bytes, name: str) -> None:
    """Whatever a file holds, it is read or refused in words."""
    try:
        read_bytes(data, name)
    except ReadError as error:
        assert str(error).startswith(name)


# -- the first lines of an article -----------------------------------------------------------------------------------


def test_the_title_is_the_first_line_that_is_no_button() -> None:
    assert said("EMAIL\nPrint\n\nSino-Russian Relations\n") == {"title": "Sino-Russian Relations"}


@pytest.mark.parametrize(
    "line",
    [
        "Publication: Eurasia Daily Monitor Volume: 16 Issue: 38",
        "Eurasia Daily Monitor, Vol. 16, Issue 38",
        "Eurasia Daily Monitor Volume 16, No. 38",
    ],
)
def test_the_publication_is_read(line: str) -> None:
    about = said(f"A Failure in Asia\n{line}")
    assert about == {"title": "A Failure in Asia", "container_title": "Eurasia Daily Monitor", "volume": "16", "issue": "38"}


@pytest.mark.parametrize("lines", ["Thomas Ashdown", "Posted on 14 November 2008 by Thomas Ashdown", "Letters\nThomas Ashdown"])
def test_names_below_a_title_or_behind_a_date_are_its_authors(lines: str) -> None:
    assert [str(name) for name in read_head(f"The Consul at Tabriz\n{lines}\n\n{PARAGRAPH}").author] == ["Thomas Ashdown"]


@pytest.mark.parametrize("lines", ["Bread and Salt", "One\nTwo\nThree\nThomas Ashdown"])
def test_what_is_no_name_or_stands_too_far_below_is_no_author(lines: str) -> None:
    assert read_head(f"The Consul at Tabriz\n{lines}\n\n{PARAGRAPH}").author == ()


@pytest.mark.parametrize(
    "line",
    [
        "2018-04-02",
        "April 2, 2018",
        "2 April 2018",
        "Monday, 2 April 2018, 10:32 am",
        "Published: Apr 2, 2018",
        "Stand: 02.04.2018",
        "2 апреля 2018 г.",
        "2018年4月2日",
        "Tokyo, April 2, 2018",
    ],
)
def test_the_date_is_read_to_the_day(line: str) -> None:
    assert said(f"Chilly Ties\n{line}") == {"title": "Chilly Ties", "issued": "2018-04-02"}


@pytest.mark.parametrize("line", ["2018-04-02, Cai Hong", "By Cai Hong | April 2, 2018", "By Cai Hong\nApril 2, 2018"])
def test_the_author_is_read_with_the_date(line: str) -> None:
    about = read_head(f"Chilly Ties\n{line}\n\n{PARAGRAPH}")
    assert (about.issued, [(name.family, name.given) for name in about.author]) == ("2018-04-02", [("Cai", "Hong")])


def test_a_labelled_date_is_read_at_the_end() -> None:
    assert read_head(f"A Title\n\n{PARAGRAPH}\n\nPublished: Feb 3, 2015\n").issued == "2015-02-03"


@pytest.mark.parametrize(
    "line",
    ["03/04/2018", "Updated: April 2, 2018", "The events of April 2, 2018 shook Tokyo", "He spoke to Reuters. April 2, 2018", "2018"],
)
def test_a_date_that_may_be_another_is_left_out(line: str) -> None:
    assert read_head(f"A Title\n{line}\n\n{PARAGRAPH}").issued == ""


def test_a_date_in_the_running_text_is_none_of_the_article() -> None:
    assert read_head(f"A Title\n\n{PARAGRAPH}").issued == ""


@pytest.mark.parametrize("mark", ["¹", "[1]", "*", " †"])
def test_the_mark_of_a_note_behind_a_title_is_none_of_it(mark: str) -> None:
    assert read_head(f"Bread and Salt{mark}\n\n{PARAGRAPH}").title == "Bread and Salt"


@pytest.mark.parametrize("line", ["It rained. It snowed.", "It rained in Oslo (TASS, March 13)."])
def test_a_short_paragraph_is_no_title(line: str) -> None:
    assert read_head(f"{line}\n\nIt thawed.\n").title == ""


def test_a_text_without_a_title_has_none() -> None:
    assert read_head(PARAGRAPH).title == ""


@pytest.mark.parametrize(
    ("line", "name", "issue", "issued"),
    [
        ("BOLETÍN ANDINO DE PRENSA, n.º 77 (19 de enero de 2024)", "BOLETÍN ANDINO DE PRENSA", "77", "2024-01-19"),
        ("Balkan Digest 6/2024 (12 February 2024)", "Balkan Digest", "6/2024", "2024-02-12"),
    ],
)
def test_a_digest_has_its_number_and_day_above_its_title(line, name, issue, issued):
    about = read_head(f"{line}\n\nTen Days in January\n\n{PARAGRAPH}\n")
    assert (about.container_title, about.issue, about.issued, about.title) == (name, issue, issued, "Ten Days in January")
    assert read_head(f"{line}\n\n{PARAGRAPH}\n").title == line


@pytest.mark.parametrize("line", ["Central Asia Energy Letter, Issue 41, October 18, 2024", "TARIFF NOTES No. 41 -- October 18, 2024"])
def test_a_letter_has_its_number_and_day_beside_its_title(line):
    for head in (f"A Vote\n\n{line}", f"{line}\n\nA Vote"):
        about = read_head(f"{head}\n\nBy a trade analyst\n\n{PARAGRAPH}\n")
        assert (about.title, about.issued) == ("A Vote", "2024-10-18")


def test_an_issue_may_have_its_month():
    assert read_head(f"A Vote\n\nGulf Notes, issue 58 (August 2024)\n\n{PARAGRAPH}\n").issued == "2024-08"
    assert read_head(f"A Vote\n\nA comment, 3 September 2024\n\n{PARAGRAPH}\n").issued == "2024-09-03"


@pytest.mark.parametrize(
    "line",
    [
        "18 October 2024 | Issue 41",
        "Sahel Monitor | Week 41 | 12–18 October 2024",
        "SAHEL NOTES / 18 October 2024 / Anna Berg (Niamey)",
        "Monday, October 18, 2024 – Issue 41",
        "Brussels, 18 October 2024 – Press digest",
        "Press review of 18 October 2024",
        "Media Monitoring Report, 12–18 October 2024",
        "Week ending 18 October 2024",
        "Presseschau vom 18. Oktober 2024",
        "Ausgabe 41 vom 18. Oktober 2024",
        "Revue de presse du 18 octobre 2024",
        "Обзор прессы № 41 от 18 октября 2024 г.",
        "№ 41, 18.10.2024",
        "*Week of 12–18 October 2024. Compiled on a train. Translations are ours.*",
        "Compiled on Friday, 18 October 2024. All times are local.",
        "Prepared by the desk on 18 October 2024",
        "As of 18 October 2024, 18:00 GMT",
        "South Asia Desk | Published 18 October 2024",
        "Saturday column, 18 October 2024",
        "Fact check, 18 October 2024",
        "This report was completed on 18 October 2024",
        "Belgrade/Pristina, 18.10.2024.",
        "SAHEL NEWSLINE Vol. 5, No. 204, 18 October 2024",
    ],
)
def test_a_line_below_the_title_sets_the_day_off(line):
    about = read_head(f"A Vote\n\n{line}\n\n{PARAGRAPH}\n")
    assert (about.title, about.issued) == ("A Vote", "2024-10-18")


@pytest.mark.parametrize(
    "line",
    [
        "The Warren Commission of 27 September 1964",
        "Munich – 30 September 1938 – and after",
        "TASS, May 1, 2012.",
        "THE STRIKE OF 1 May 2012",
        "From 1 May 2012 | 03/04/2019",
        "It rained. Closed by 1 May.",
        "Weekly review of 26 April 1986 | Reading room",
        "3 May 2019 | Reuters | The firm answers\n4 May 2019 | Reuters | The firm closes",
    ],
)
def test_a_line_that_tells_of_a_day_sets_none_off(line):
    assert read_head(f"A Vote\n\n{line}\n\n{PARAGRAPH}\n").issued == ""
    assert read_head(f"{line}\n\n{PARAGRAPH}\n").issued == ""


def test_a_resolution_with_its_day_is_a_title():
    about = read_head(f"Resolution 2231 (20 July 2015)\n\nA Reader's Guide\n\n{PARAGRAPH}\n")
    assert (about.title, about.issued) == ("Resolution 2231 (20 July 2015)", "")
