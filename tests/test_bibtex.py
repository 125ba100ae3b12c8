"""BibLaTeX and BibTeX: the right entry, nothing that TeX trips over, and biber has nothing to warn of."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reference_strategies import reading_of, references, texts

from cites.bibliographies.bibtex import read
from cites.library import Library
from cites.model import Copy, Inferred, Link, Name, Reference
from cites.writers import bibtex, tex
from cites.writers.bibtex_classic import to_classic

MCCURRY = (Name(family="McCurry", given="Justin"),)
INTERFAX = Reference(id="interfax2012-01-26", type="article-newspaper", container_title="Interfax", source="Interfax", issued="2012-01-26")
BOOK = Reference(
    id="a", type="book", author=MCCURRY, title="Islands", publisher="Simon and Schuster", publisher_place="Moscow", issued="1972"
)


def fields(reference: Reference) -> dict[str, str]:
    return dict(bibtex.to_entry(reference).fields)


def test_untitled_news_is_known_by_its_source_and_day() -> None:
    assert str(bibtex.to_entry(INTERFAX)) == (
        "@article{interfax2012-01-26,\n"
        "  author = {{Interfax}},\n"
        "  title = {{[Interfax report, 26 January 2012]}},\n"
        "  entrysubtype = {newspaper},\n"
        "  journaltitle = {Interfax},\n"
        "  date = {2012-01-26},\n"
        "}\n"
    )


def test_others_are_named_as_bibtex_names_them() -> None:
    assert fields(replace(BOOK, other_authors="et al."))["author"] == "McCurry, Justin and others"


def test_article_in_a_journal() -> None:
    reference = Reference(
        id="blank1993", type="article-journal", author=(Name(family="Blank", given="Stephen"),),
        title="Diplomacy at an Impasse: KyodoNews & NATO", container_title="Korean Journal of Defense Analysis", volume="5",
        issue="1", page="141-164", issued="1993-21/1993-22", accessed="2014-05-12", doi="10.1/a_b", url="http://a.org/b_c%20d&e#f",
        language="ru-RU", source="Korean Journal of Defense Analysis",
    )  # fmt: skip
    assert str(bibtex.to_entry(reference)) == (
        "@article{blank1993,\n"
        "  author = {Blank, Stephen},\n"
        "  title = {Diplomacy at an Impasse: {KyodoNews} \\& {NATO}},\n"
        "  journaltitle = {Korean Journal of Defense Analysis},\n"
        "  volume = {5},\n"
        "  number = {1},\n"
        "  pages = {141--164},\n"
        "  date = {1993-21/1993-22},\n"
        "  url = {http://a.org/b_c%20d&e#f},\n"
        "  doi = {10.1/a_b},\n"
        "  urldate = {2014-05-12},\n"
        "  langid = {russian},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        (replace(INTERFAX, type="article-journal", title="T"), "article"),
        (Reference(type="article-newspaper", title="T", url="http://a.org"), "online"),
        (Reference(type="article-newspaper", title="T"), "misc"),
        (Reference(type="webpage", title="T", url="http://a.org"), "online"),
        (Reference(type="post-weblog", title="T"), "misc"),
        (BOOK, "book"),
        (replace(BOOK, author=(), editor=MCCURRY), "collection"),
        (replace(BOOK, author=()), "manual"),
        (Reference(type="chapter", author=MCCURRY, editor=MCCURRY, title="T", container_title="B"), "incollection"),
        (Reference(type="chapter", author=MCCURRY, title="T", container_title="B"), "inbook"),
        (Reference(type="chapter", title="T", container_title="B"), "misc"),
        (Reference(type="report", title="T", source="RAND"), "report"),
        (Reference(type="thesis", author=MCCURRY, title="T", publisher="MGIMO"), "thesis"),
        (Reference(type="thesis", author=MCCURRY, title="T"), "misc"),
        (Reference(type="paper-conference", author=MCCURRY, title="T", container_title="B"), "inproceedings"),
        (Reference(type="paper-conference", author=MCCURRY, title="T", event_title="B"), "unpublished"),
        (Reference(type="speech", author=MCCURRY, title="T"), "unpublished"),
        (Reference(type="interview", author=MCCURRY, title="T"), "misc"),
        (Reference(type="legislation", title="T", number="2270"), "misc"),
        (Reference(type="patent", author=MCCURRY, title="T", number="2270"), "patent"),
        (Reference(type="software", title="T"), "software"),
        (Reference(type="entry-encyclopedia", author=MCCURRY, editor=MCCURRY, title="T", container_title="B"), "inreference"),
        (Reference(type="odd"), "misc"),
    ],
)
def test_entry_type_is_one_whose_mandatory_fields_are_there(reference: Reference, kind: str) -> None:
    assert bibtex.to_entry(reference).type == kind


def test_what_a_type_has_no_field_for_goes_into_the_note() -> None:
    reference = replace(BOOK, volume="XII", isbn="123", event_title="Forum", translator=MCCURRY, note="2nd printing", section="III")
    known = fields(reference)
    assert known["note"] == "vol. XII; section III; Forum; ISBN 123; 2nd printing"
    assert (known["translator"], known["publisher"]) == ("McCurry, Justin", "{Simon and Schuster}")
    assert fields(replace(INTERFAX, page="p. 2, below"))["note"] == "pp. p. 2, below"


def test_works_kept_in_misc_keep_their_type() -> None:
    known = fields(
        Reference(type="legislation", title="Resolution", number="2270", authority="United Nations Security Council", issued="2016")
    )
    assert known["entrysubtype"] == "legislation"
    assert known["note"] == "no. 2270"


def test_unknown_year_is_told_in_the_note() -> None:
    known = fields(replace(INTERFAX, issued="XXXX-03-04"))
    assert known["title"] == "{[Interfax report, 4 March]}"
    assert (known["date"], known["note"]) == ("XXXX-03-04", "4 March (year unknown)")


def test_inferred_year_says_so() -> None:
    guess = Inferred("issued", "volume 9 of R&D is 2012", 0.9)
    assert fields(replace(INTERFAX, inferred=(guess,)))["annotation"] == "year inferred: volume 9 of R\\&D is 2012"


@pytest.mark.parametrize(
    ("edtf", "date", "words"),
    [
        ("2012-01-26", "2012-01-26", ""), ("1993-21/1993-22", "1993-21/1993-22", ""), ("1900~", "1900~", ""), ("199X", "199X", ""),
        ("2012/..", "2012/..", ""), ("2012-XX", "2012", ""), ("", "XXXX", ""), ("2012-02-30", "XXXX", "30 February 2012"),
        ("soon", "XXXX", "soon"), ("..", "XXXX", ".."), ("0000", "XXXX", "1 BC"), ("-0430", "-0430", ""), ("2011/2012/2013", "XXXX", "2011 – 2012/2013"),
    ],
)  # fmt: skip
def test_dates_are_those_that_biber_reads(edtf: str, date: str, words: str) -> None:
    assert bibtex.to_date(edtf) == (date, words)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name(family="McCurry", given="Justin"), "McCurry, Justin"),
        (Name(family="Berg", given="Anna", particle="van den"), "van den Berg, Anna"),
        (Name(family="Cruz", given="Juan", particle="De la"), "De la Cruz, Juan"),
        (Name(family="bin Laden", given="Osama"), "{bin Laden}, Osama"),
        (Name(family="King", given="Martin", suffix="Jr."), "King, Jr., Martin"),
        (Name(family="King", given="Martin, Jr."), "{Martin, Jr. King}"),
        (Name(family="Simon and", given="Co"), "{Co Simon and}"),
        (Name(family="Plato"), "{Plato}"),
        (Name(literal="Ministry of R&D"), "{Ministry of R\\&D}"),
        (Name(), "{?}"),
    ],
)
def test_names(name: Name, written: str) -> None:
    assert tex.name(name) == written


def test_specials_are_escaped_and_addresses_are_not() -> None:
    assert tex.escape("a } {c}") == "a \\textbraceright{} \\textbraceleft{}c\\textbraceright{}"  # BibTeX counts them
    assert tex.escape("a\\b {c} 50% $1 #2 _3 ~ ^ & @d\n e") == (
        "a\\textbackslash{}b \\{c\\} 50\\% \\$1 \\#2 \\_3 \\textasciitilde{} \\textasciicircum{} \\& {@}d e"
    )
    assert tex.address("http://a.org/~b_c%20{d}\\e f") == "http://a.org/~b_c%20%7Bd%7D%5Ce%20f"


def test_titles_keep_acronyms_and_inner_capitals() -> None:
    assert tex.title("“NATO’s” S-400 and KyodoNews in Asia") == "“{NATO}’s” {S-400} and {KyodoNews} in {Asia}"
    assert tex.title("RUSSIA AND CHINA TODAY") == "RUSSIA AND CHINA TODAY"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("The South China Sea: Reading China’s Mind", "The {South China Sea}: Reading {China}’s Mind"),  # the word, not the town
        ("A Two-Island Deal in the Russian-held North", "A Two-Island Deal in the {Russian-held} North"),
        ("How Lavrov told Tokyo to wait: Answers from Moscow", "How {Lavrov} told {Tokyo} to wait: Answers from {Moscow}"),
        ("Россия и Япония: Новый этап отношений", "{Россия} и {Япония}: Новый этап отношений"),
        ("“Polish” the Brass", "“{Polish}” the Brass"),
        ("Vladimir Putin’s Visit: Why China Doesn’t Buy Lada-class Subs", "{Vladimir} {Putin}’s Visit: Why {China} Doesn’t Buy {Lada-class} Subs"),
        ("A Law of the U.S. in Volume I", "A Law of the {U.S.} in Volume {I}"),
        ("", ""),
    ],
)
def test_titles_keep_names(title: str, written: str) -> None:
    assert tex.title(title) == written


def test_what_lawyers_cite_is_called_by_a_name() -> None:
    case = Reference(type="legal_case", title="D.J.M. ex rel. D.M. v. Hannibal Pub. Sch. Dist.", issued="2011")
    assert fields(case)["title"] == "{D.J.M. ex rel. D.M. v. Hannibal Pub. Sch. Dist.}"


@pytest.mark.parametrize(
    ("volume", "container", "page", "whole"),
    [("306", "U.S.", "616", "306 U.S. 616"), ("", "AC", "660", "[1988] AC 660"), ("1", "AC", "109", "[1988] 1 AC 109"), ("110", "Stat.", "659", "110 Stat. 659")],
)
def test_a_report_is_written_as_lawyers_say_it_and_read_back(volume: str, container: str, page: str, whole: str) -> None:
    case = Reference(type="legal_case", title="Lund v. Berg", container_title=container, volume=volume, page=page, issued="1988")
    assert fields(case)["howpublished"] == whole
    assert "author" not in fields(case)
    [entry] = read(bibtex.write(library_with([case])), lambda *told: None)
    assert (entry.reference.volume, entry.reference.container_title, entry.reference.page) == (volume, container, page)


def test_a_report_has_no_year_of_another_citation() -> None:
    case = Reference(type="legal_case", authority="EWCA Civ", number="123", container_title="All ER", volume="1", page="45", issued="2019")
    assert fields(case)["howpublished"] == "1 All ER 45"  # [2019] EWCA Civ 123, [2020] 1 All ER 45


@pytest.mark.parametrize("isbn", ["978-3-16-148410-0", "3-16-148410-X", "9783161484100"])
def test_isbn(isbn: str) -> None:
    assert bibtex.is_isbn(isbn)
    assert not bibtex.is_isbn(isbn.replace("8", "7", 1).replace("3", "4", 1))
    assert not bibtex.is_isbn(isbn + "1")


def classic(reference: Reference) -> str:
    return str(to_classic(bibtex.to_entry(reference)))


def test_classic_has_year_and_month() -> None:
    assert classic(replace(INTERFAX, url="http://a.org", accessed="2014-05-12")) == (
        "@article{interfax2012-01-26,\n"
        "  author = {{Interfax}},\n"
        "  title = {{[Interfax report, 26 January 2012]}},\n"
        "  journal = {Interfax},\n"
        "  url = {http://a.org},\n"
        "  year = {2012},\n"
        "  month = {26~} # jan,\n"
        "  note = {accessed 12 May 2014},\n"
        "}\n"
    )


def test_classic_names_for_types_and_fields() -> None:
    thesis = classic(
        Reference(id="a", type="thesis", author=MCCURRY, title="T", publisher="MGIMO", genre="Master’s thesis", issued="2012-05")
    )
    assert thesis.startswith("@mastersthesis{") and "school = {MGIMO}" in thesis and "month = may" in thesis
    report = classic(Reference(id="a", type="report", title="T", source="RAND", publisher_place="Arlington", issued="1993-21/1994-22"))
    assert report.startswith("@techreport{") and "address = {Arlington}" in report and "type = {Report}" in report
    assert "year = {1993--1994}" in report and "month = {Spring}" in report
    undated = classic(replace(INTERFAX, issued="XXXX-03-04"))
    assert "year = {n.d.}" in undated and "note = {4 March (year unknown)}" in undated


def test_classic_sorts_by_the_title_what_nobody_wrote() -> None:
    interview = Reference(id="a", type="interview", title="Interview with a diplomat", issued="2012")
    written = bibtex.write(Library(references=(interview,)), classic=True)
    assert "key = {Interview with a diplomat}," in written and "author" not in written


def test_classic_tells_archived_copies_without_a_package() -> None:
    copy = Copy("https://web.archive.org/web/20120127/http://a.org/b_c", "20120127093000")
    entry = bibtex.to_entry(replace(INTERFAX, url="http://a.org/b_c"), Link("http://a.org/b_c", "dead", archive=copy))
    assert entry.fields["addendum"].endswith(r"at \url{https://web.archive.org/web/20120127/http://a.org/b_c}")
    assert r"at https://web.archive.org/web/20120127/http://a.org/b\_c" in str(to_classic(entry))


def test_write_puts_an_empty_line_between_entries() -> None:
    library = Library.of([reading_of([INTERFAX, replace(BOOK, id="b")])])
    assert bibtex.write(library).count("}\n\n@") == 1
    assert bibtex.write(Library()) == ""


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(references, max_size=3), st.booleans())
def test_whatever_is_written_is_read_back(works: list[Reference], classic: bool) -> None:
    library = library_with(works)
    text = bibtex.write(library, classic=classic)
    read = parse_string(text)
    assert not read.failed_blocks and not read.comments
    assert [entry.key for entry in read.entries] == [reference.id for reference in library.references]
    text.encode("utf-8")


@given(texts)
def test_a_title_is_the_same_when_tex_has_read_it(text: str) -> None:
    written = tex.title(text)
    for character, escaped in (*tex.SPECIAL.items(), *tex.PAIRED.items()):
        written = written.replace(escaped, f"\0{character}\0")  # no text has this after `clean`
    assert re.sub("\0(\\d+)\0", lambda found: chr(int(found[1])), re.sub("[{}]", "", written)) == tex.clean(text)


def library_with(works: list[Reference]) -> Library:
    return Library.of([reading_of([replace(work, id=f"r{number}") for number, work in enumerate(works)])])


@pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed")
def test_biber_has_nothing_to_warn_of(tmp_path: Path) -> None:
    """Its data model is validated: mandatory fields, fields that a type does not know, dates, integers, ISBNs."""
    some: list[Reference] = []

    @settings(max_examples=150, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(references)
    def collect(reference: Reference) -> None:
        some.append(reference)

    collect()
    works = tuple(replace(work, id=f"w{number}") for number, work in enumerate([INTERFAX, BOOK, *some]))
    (tmp_path / "a.bib").write_text(bibtex.write(Library(references=works)), "utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--nolog", "a.bib"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    said = [line for line in (run.stdout + run.stderr).splitlines() if line and not line.startswith("INFO")]
    assert run.returncode == 0 and not said
    assert (tmp_path / "a_bibertool.bib").read_text("utf-8").count("@") >= len(works)
