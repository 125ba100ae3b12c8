"""A bibliography that a person keeps: read in three formats, merged with what is cited, and not a byte of it changed."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_strategies import reading_of, references
from sample_cli import ARTICLE, TOP, Cites

from cites.bibliographies import Bibliography, Entry, read_bibliography
from cites.bibliographies.merge import append, merge_library
from cites.errors import ReadError
from cites.extract import Extractor
from cites.keys import assign_keys
from cites.library import Library
from cites.model import Citation, Document, Inferred, Name, Reading, Reference, Span
from cites.outlets import load_outlets
from cites.readers import read as read_document
from cites.writers import WRITERS
from cites.writers.plain import format_reference, to_text

BIB = r"""% mine
@string{tg = "The Guardian"}
@Article{McC15,
  author = "Justin McCurry and {\"O}z, B{\'e}la and others",
  title  = {Vladimir {Putin}'s \emph{Visit} \& More},
  journal = tg, volume = 3, number = {2}, pages = {1--5},
  year = 2015, month = oct, keywords = {a, b},
}
@comment{kept}
@book{soti, author = {van den Berg, Anna}, title = {Ice}, subtitle = {A History}, publisher = {{Simon and Schuster}}, date = {2014}, number = {7}, series = {Seas}}
@article{ix, author = {{Interfax}}, title = {{[Interfax report, 26 January 2012]}}, journaltitle = {Interfax}, entrysubtype = {newspaper}, date = {2012-01-26}, url = {http://e.org/a_b}}
"""
CSL = [
    {
        "id": "McC15", "type": "article-newspaper", "author": [{"family": "McCurry", "given": "Justin"}, {"literal": "UNESCO"}],
        "title": "Visit", "container-title": "The Guardian", "issued": {"date-parts": [[2015, 10, 15]]}, "DOI": "10.1/a", "volume": 3, "x": 1,
    },
    {"id": 7, "type": "odd", "issued": {"date-parts": [["1993"]], "season": 1}, "accessed": {"raw": "2020-01-01"}},
    {"id": "r", "issued": {"date-parts": [[2012, 1], [2012, 2]], "circa": True}},
]  # fmt: skip
RIS = """TY  - NEWS
AU  - McCurry, Justin
AU  - Ministry of Peace
TI  - Visit
  Postponed
T2  - The Guardian
DA  - 2015/10/15/
SP  - 3
EP  - 5
UR  - http://e.org/1
ID  - mcc
ER  -\x20

TY  - BOOK
TI  - Ice
PY  - 2014
ER  - \n"""


def read(text: str, name: str) -> Bibliography:
    return read_bibliography(text.encode(), name)


def test_bibtex_is_read_as_a_person_means_it() -> None:
    kept = read(BIB, "refs.bib")
    assert [(entry.reference.id, entry.line) for entry in kept.entries] == [("McC15", 3), ("soti", 10), ("ix", 11)]
    first, second, third = (entry.reference for entry in kept.entries)
    assert first.author == (Name(family="McCurry", given="Justin"), Name(family="Öz", given="Béla"))
    assert (first.title, first.container_title, first.issued) == ("Vladimir Putin's Visit & More", "The Guardian", "2015-10")
    assert (first.type, first.volume, first.issue, first.page) == ("article-journal", "3", "2", "1–5")
    assert (second.type, second.title, second.publisher) == ("book", "Ice: A History", "Simon and Schuster")
    assert (second.author[0].particle, second.collection_title, second.collection_number) == ("van den", "Seas", "7")
    assert (third.type, third.title, third.url) == ("article-newspaper", "", "http://e.org/a_b")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "@book{a, title={x}}\n@book{b title={y}}\n@book{c, title={z}}",
            "refs.bib:2: this entry has no comma behind its key (write @type{key, …})",
        ),
        (
            "@book{a, title={x}}\n\n@book{a, title={y}}\n@book{c, title={z}}",
            "refs.bib:3: another entry has the key 'a' (give one of them another key)",
        ),
        ("@book{a, title={x}}\n@book{c, title={z}}\n@book{d, title={y}, title={z}}", "refs.bib:3: title: stands twice in this entry (keep one of them)"),
        ("@book{a, title={x}}\n@book{c, title={z}}\n@book{d, title={y", "refs.bib:3: the file ends before this entry does (look for a brace"),
        ("@book{a, title={x}}\n@book{b, title={y\n}\n@book{c, title={z}}", "refs.bib:2: the next entry begins before this one ends (look for"),
        ("@book{a, title={x}}\n@book{b, title {y}}\n@book{c, title={z}}", "refs.bib:2: a field of this entry has no “=” behind its name (write"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said_and_the_others_are_read(text: str, said: str) -> None:
    kept = read(text, "refs.bib")
    assert [entry.reference.id for entry in kept.entries] == ["a", "c"]
    [problem] = kept.problems
    assert problem.startswith(said) and problem.endswith(")")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("refs.bib", "@book{, title={x}}\n@book{c, title={z}}", "refs.bib:1: an entry has no key (give it one, such as smith2012)"),
        (
            "refs.json",
            '[{"id": "c", "title": "z"},\n{"id": "c", "title": "y"}]',
            "refs.json:2: the key 'c' stands in line 1 already (give one of them another key)",
        ),
        (
            "refs.ris",
            "TY  - BOOK\nID  - c\nER  - \nTY  - BOOK\nID  - c\nER  - ",
            "refs.ris:4: the key 'c' stands in line 1 already (give one of them another key)",
        ),
    ],
)
def test_a_work_that_cannot_be_cited_by_its_key_is_told_and_left_out(name: str, text: str, said: str) -> None:
    kept = read(text, name)
    assert [entry.reference.id for entry in kept.entries] == ["c"]
    assert kept.problems == (said,)


@pytest.mark.parametrize(("name", "writer"), [("a.bib", "biblatex"), ("a.bib", "bibtex-classic"), ("a.json", "csl-json")])
def test_et_al_is_read_back(name: str, writer: str) -> None:
    work = Reference(id="a", type="book", author=(Name(family="Berg", given="Anna"),), other_authors="et al.", title="Law", publisher="Nauka", issued="2012")
    [entry] = read(WRITERS[writer].write(Library(references=(work,))), name).entries
    assert (entry.reference.author, entry.reference.other_authors) == (work.author, "et al.")
    typed = Bibliography(name, "bibtex", "", (Entry(work.revised(other_authors=""), 1),))
    assert merged(typed, work)[0].references[0].other_authors == ""  # the person names all of them


def test_ris_of_ours_is_read_back() -> None:
    """What has a tag of its own comes back in its own field."""
    work = Reference(
        id="a", type="manuscript", title="Note on the Straits", archive="The National Archives", archive_location="FO 371/75758", number="12",
        section="B", publisher="Foreign Office", publisher_place="London", issued="1949-02-03", language="en",
    )  # fmt: skip
    [entry] = read(WRITERS["ris"].write(Library(references=(work,))), "a.ris").entries
    assert entry.reference == work


def test_csl_json_is_read() -> None:
    kept = read(json.dumps([*CSL, {"title": "no id"}, 5], indent=1), "refs.json")
    first, second, third = (entry.reference for entry in kept.entries)
    assert [entry.line for entry in kept.entries][:2] == [3, 30]
    assert first.author == (Name(family="McCurry", given="Justin"), Name(literal="UNESCO"))
    assert (first.issued, first.doi, first.container_title, first.volume) == ("2015-10-15", "10.1/a", "The Guardian", "3")
    assert (second.id, second.type, second.issued, second.accessed) == ("7", "document", "1993-21", "2020-01-01")
    assert third.issued == "2012-01/2012-02"
    assert [problem.partition(": ")[2] for problem in kept.problems] == [
        'item 5 is no work (write {"id": "smith2012", …})', "an entry has no key (give it one, such as smith2012)",
    ]  # fmt: skip


def test_types_of_ris_are_read() -> None:
    tags = {"PAT": "patent", "MAP": "map", "JOUR": "article-journal", "ECHAP": "chapter", "STAT": "legislation", "ODD": "document"}
    kept = read("".join(f"TY  - {tag}\nTI  - Pump\nER  - \n" for tag in tags), "refs.ris")
    assert [entry.reference.type for entry in kept.entries] == list(tags.values())


def test_ris_is_read() -> None:
    kept = read(RIS + "odd\nTY  - BOOK\nTI  - Open", "refs.ris")
    first, second, third = (entry.reference for entry in kept.entries)
    assert first.author == (Name(family="McCurry", given="Justin"), Name(literal="Ministry of Peace"))
    assert (first.id, first.type, first.title, first.page, first.issued) == (
        "mcc",
        "article-newspaper",
        "Visit Postponed",
        "3-5",
        "2015-10-15",
    )
    assert (second.id, second.issued, third.title) == ("record2", "2014", "Open")
    assert kept.problems == (
        'refs.ris:18: a line outside of any record (a record begins with "TY  - ")',
        'refs.ris:19: a record has no end (put "ER  - " behind it)',
    )


@pytest.mark.parametrize(
    ("field", "url", "container", "note"),
    [
        (r"howpublished = {\url{https://e.org/a\_b?x=1%20}}", "https://e.org/a_b?x=1%20", "", ""),
        (r'howpublished = "\href{https://e.org/a}{The \texttt{Review}}"', "https://e.org/a", "The Review", ""),
        (r"note = {At \url{https://e.org/a}, in \mbox{Greek}}", "https://e.org/a", "", "At https://e.org/a, in Greek"),
        (r"note = {\href}, url = {https://e.org/a}", "https://e.org/a", "", ""),
        ("doi = {https://doi.org/10.1/a}, note = {Smith & Co}", "", "", "Smith & Co"),
    ],
)
def test_addresses_and_macros_of_bibtex(field: str, url: str, container: str, note: str) -> None:
    [(work, _)] = read(f"@misc{{a, {field}}}", "refs.bib").entries
    assert (work.url, work.container_title, work.note, work.doi) == (url, container, note, "10.1/a" if "doi" in field else "")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("refs.txt", b"", "refs.txt: is no bibliography by its name (there are .bib, .json, .ris)"),
        ("refs.bib", b"@book{a,\ntitle={\xff}}", "refs.bib: line 2 is not UTF-8 (save it as UTF-8)"),
        ("refs.json", b'{"a": 1}', "refs.json: is no array of works"),
        ("refs.json", b"[\n1,,]", "refs.json: line 2 is no JSON"),
    ],
)
def test_a_file_that_is_no_bibliography_is_refused(name: str, data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as error:
        read_bibliography(data, name)
    assert str(error.value).startswith(said)


# --- merged


@cache
def samples() -> Library:
    extract = Extractor()
    files = [path for path in sorted((TOP / "seeds").iterdir()) if path.suffix in (".txt", ".md", ".html")]
    return Library.of(extract(read_document(path)) for path in files)


def library_of(*works: Reference) -> Library:
    citations = tuple(Citation(Span(number, number + 1), "inline", "full", "x", reference=f"r{number}") for number in range(len(works)))
    return Library.of(
        [Reading(Document("a.txt", "x" * len(works)), citations, tuple(work.revised(id=f"r{n}") for n, work in enumerate(works)))]
    )


def merged(kept: Bibliography, *works: Reference) -> tuple[Library, tuple[Reference, ...]]:
    return merge_library(library_of(*works), kept, load_outlets())


GUESS = Inferred("issued", "volume 9", 0.9)


def test_what_a_person_typed_wins_and_what_they_left_out_is_filled() -> None:
    read_there = Reference(
        type="article-newspaper", author=(Name(family="McCurry", given="J."),), title="Visit", container_title="Guardian",
        source="The Guardian", issued="2015-10-15", url="http://e.org/1", inferred=(GUESS,),
    )  # fmt: skip
    typed = Reference(
        id="mine",
        type="article",
        author=(Name(family="McCurry", given="Justin"),),
        title="The Visit",
        issued="2015-10",
        url="http://e.org/1",
    )
    assert typed.title != read_there.title
    kept = Bibliography("refs.bib", "bibtex", "", (Entry(typed.revised(title="Visit"), 1),))
    library, new = merged(kept, read_there)
    [work] = library.references
    assert new == ()
    assert (work.id, work.author, work.type, work.issued) == ("mine", typed.author, "article-newspaper", "2015-10-15")
    assert (work.url, work.container_title, work.source, work.inferred) == ("http://e.org/1", "Guardian", "The Guardian", ())
    assert library.readings[0].citations[0].reference == "mine"
    assert library.readings[0].references == (work,)


def test_an_agency_report_that_was_written_by_us_is_known_again() -> None:
    interfax = Reference(type="article-newspaper", container_title="Interfax", source="Interfax", issued="2012-01-26")
    other = interfax.revised(issued="2012-01-27")
    kept = read(WRITERS["biblatex"].write(library_of(interfax)).replace("interfax2012-01-26", "mine"), "refs.bib")
    library, new = merged(kept, interfax, other)
    assert [work.id for work in library.references] == ["mine", "interfax2012-01-27"]
    assert [work.id for work in new] == ["interfax2012-01-27"]


@pytest.mark.parametrize("writer", ["biblatex", "bibtex-classic", "csl-json", "ris"])
def test_what_was_written_from_the_samples_is_known_again_and_nothing_is_put_behind_it(writer: str) -> None:
    library = samples()
    text = WRITERS[writer].write(library)
    kept = read(text, {"csl-json": "refs.json", "ris": "refs.ris"}.get(writer, "refs.bib"))
    again, new = merge_library(library, kept, load_outlets())
    assert len(kept.entries) == len(library.references)
    assert [work.id for work in new] == []
    assert append(kept, WRITERS[writer].write(Library(references=new))) == text
    assert [work.id for work in again.references] == [work.id for work in library.references]


LOOKS_THE_SAME = {
    "n.d., twice": (Reference(type="report", title="Country Report: Japan", source="Asan", container_title="Asan"),) * 2,
    "no year": (Reference(type="article-newspaper", container_title="TASS", source="TASS", issued="XXXX-03-04"),) * 2,
    "a source that nobody knows by that name": (
        Reference(type="article-newspaper", container_title="TBO", source="The Barents Observer", issued="2021-02-19"),
    ),
    "a title beside a source that nobody knows by that name": (
        Reference(type="article-newspaper", title="Ice", container_title="TBO", source="The Barents Observer", issued="2021"),
    ),
    "brackets in brackets": (Reference(archive="State Archive [GARF]", archive_location="f. 17", source="State Archive [GARF]"),),
    "a body with a comma": (Reference(type="report", author=(Name(literal="Senate, Committee on Arms"),), title="Inquiry", issued="1963"),),
}


@pytest.mark.parametrize("works", LOOKS_THE_SAME.values(), ids=LOOKS_THE_SAME)
@pytest.mark.parametrize(("writer", "name"), [("biblatex", "refs.bib"), ("csl-json", "refs.json"), ("ris", "refs.ris")])
def test_merging_again_adds_nothing(works: tuple[Reference, ...], writer: str, name: str) -> None:
    library = Library(references=tuple(work.revised(id=key) for work, key in zip(works, assign_keys(works), strict=True)))
    text = WRITERS[writer].write(library)
    assert merge_library(library, read(text, name), load_outlets())[1] == ()


def test_what_was_put_behind_a_work_with_its_key_is_known_again_under_the_new_one() -> None:
    work = Reference(type="article-newspaper", container_title="AFM", source="AFM", issued="2008-07")
    mine = Entry(Reference(id="afm2008-07", title="Other"), 1)
    [added] = merged(Bibliography("refs.bib", "bibtex", "", (mine,)), work)[1]
    written = read(WRITERS["biblatex"].write(Library(references=(added,))), "refs.bib").entries
    assert added.id == "afm2008-07b"
    assert merged(Bibliography("refs.bib", "bibtex", "", (mine, *written)), work)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "@book{berglaw2012, title={Other}}",
        "@book{BergLaw2012, title={Other}}",  # BibTeX takes them for one
        "@book{berglaw2012, title={Other}, title={It stands in the file, and cannot be read}}",
    ],
)
def test_new_keys_are_none_of_the_persons(text: str) -> None:
    work = Reference(type="book", author=(Name(family="Berg"),), title="Law", issued="2012")
    assert [one.id for one in merged(read(text, "refs.bib"), work)[1]] == ["berglaw2012b"]


@settings(max_examples=30, deadline=None)
@given(st.lists(references, max_size=4), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n", "\n\n"]))
def test_every_byte_that_was_there_stays(works: list[Reference], end: str, last: str) -> None:
    text = "\ufeff" + (BIB.strip() + last).replace("\n", end)
    kept = read_bibliography(text.encode(), "refs.bib")
    written = append(kept, WRITERS["biblatex"].write(Library.of([reading_of(works)])))
    assert written.startswith(text)
    before = len(kept.entries) + len(kept.problems)
    again = read_bibliography(written.encode(), "refs.bib")
    assert len(again.entries) + len(again.problems) == before + len(Library.of([reading_of(works)]).references)
    assert "\n" not in written.replace("\r\n", "") or end == "\n"


@pytest.mark.parametrize("text", ["[]", "[\n]\n", '[{"id": "a", "x": [1]}]', '[\r\n  {"id":"a"}\r\n]\r\n'])
def test_items_are_put_into_the_array(text: str) -> None:
    kept = read(text, "refs.json")
    written = append(kept, WRITERS["csl-json"].write(library_of(Reference(type="book", title="Ice"))))
    assert [item["id"] for item in json.loads(written)] == [*(entry.reference.id for entry in kept.entries), "icend"]
    assert written.startswith(text[: text.rindex("]")].rstrip())
    assert append(kept, "[]\n") == text


@pytest.mark.parametrize("title", ["Rain & Ice: {a}", "Россия и мир", "日本", "العربية", "“Quoted” ‘Text’"])
@pytest.mark.parametrize("issued", ["2012-01-26", "2012-01", "1993-21", "2016-12-15/2016-12-16", ""])
def test_csl_json_of_ours_is_read_back(title: str, issued: str) -> None:
    work = Reference(
        type="article-newspaper", author=(Name(family="Berg", given="Anna", particle="van den"), Name(literal="UNESCO")), title=title,
        container_title="Guardian", source="The Guardian", issued=issued, url="http://e.org/a_b?c=1%202&d", doi="10.1/a", page="1-5",
    )  # fmt: skip
    [again] = read(WRITERS["csl-json"].write(Library(references=(work.revised(id="a"),))), "refs.json").entries
    assert again.reference == work.revised(id="a")


NAMED = [
    Name(family="Berg", given="Anna", particle="van den"),
    Name(literal="Ministry & Co"),
    Name(family="Путин", given="В. В."),
    Name(family="Öz", given="É."),
]


@pytest.mark.parametrize(
    "title", ["R&D: 100% of $5 #1 a_b", "Россия и мир", "日本", "“Quoted” Text", "NATO and KyodoNews", "x^2 ~ {y}", "A -- B"]
)
def test_bibtex_of_ours_is_read_back(title: str) -> None:
    work = Reference(
        type="book", author=tuple(NAMED), title=title, publisher="Simon and Schuster", issued="2012", url="http://e.org/a_b?c=1%202&d"
    )
    again = read(WRITERS["biblatex"].write(library_of(work)), "refs.bib").entries[0].reference
    assert (again.author, again.publisher, again.url, again.issued) == (work.author, work.publisher, work.url, work.issued)
    assert again.title == title.replace("--", "–")
    assert to_text(format_reference(again))


# --- on the command line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    return tmp_path


def test_build_merges_a_bibliography_and_leaves_it_alone(folder: Path, cites: Cites) -> None:
    ran = cites("build", folder / "in", "-o", folder / "out", "--merge", folder / "refs.bib")
    assert ran.code == 0
    assert "refs.bib: 3 works, 1 of them cited; 3 further works are put behind them" in ran.err
    assert (folder / "refs.bib").read_text("utf-8") == BIB
    written = (folder / "out" / "references.bib").read_text("utf-8")
    assert written.startswith(BIB)
    assert re.findall(r"^@\w+\{([^,\n]+),", written[len(BIB) :], re.MULTILINE) == [
        "kyodonews2012-01-27",
        "kyodonews2012-01-28",
        "tass2012-01-28",
    ]
    assert {item["id"] for item in json.loads((folder / "out" / "references.json").read_text("utf-8"))} >= {"ix", "tass2012-01-28"}
    assert ",ix," in (folder / "out" / "citations.csv").read_text("utf-8")


def test_a_second_run_over_its_own_result_changes_nothing(folder: Path, cites: Cites) -> None:
    cites("build", folder / "in", "-o", folder / "out", "--merge", folder / "refs.bib")
    mine = folder / "out" / "references.bib"
    before = mine.read_text("utf-8")
    ran = cites("build", folder / "in", "-o", folder / "out", "--merge", mine)
    assert ran.code == 2 and f"if it is to be changed, say so: --merge-into {mine}" in ran.err
    assert cites("build", folder / "in", "-o", folder / "out", "--merge", mine, "--merge-into", mine).code == 0
    assert mine.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--merge-into", "x.bib"), "nothing is to be merged; name your bibliography with --merge FILE"),
        (("--merge", "refs.bib", "--merge-into", "x.json"), "refs.bib is in another format; name a .bib file with --merge-into"),
        (("--merge", "refs.bib", "--merge-into", "gone/x.bib"), "gone; make it, or name another"),
    ],
)
def test_where_a_merged_bibliography_cannot_go_is_told(options: tuple[str, ...], said: str, folder: Path, cites: Cites) -> None:
    ran = cites("build", folder / "in", "-o", folder / "out", *(word if word[:2] == "--" else folder / word for word in options))
    assert ran.code == 2 and said in ran.err
    assert sorted(path.name for path in folder.iterdir()) == ["in", "refs.bib"]


def test_one_further_work_is_counted_as_one(folder: Path, cites: Cites) -> None:
    (folder / "in" / "a.txt").write_text("It rained (TASS, January 28, 2012).", "utf-8")
    ran = cites("build", folder / "in", "-o", folder / "out", "--merge", folder / "refs.bib")
    assert "0 of them cited; 1 further work is put behind them" in ran.err


def test_a_bad_entry_is_told_and_the_rest_is_merged(folder: Path, cites: Cites) -> None:
    text = BIB + "@book{bad title={x}}\n"
    (folder / "refs.bib").write_text(text, "utf-8")
    ran = cites("build", folder / "in", "-o", folder / "out", "--merge", folder / "refs.bib")
    assert ran.code == 2
    assert "refs.bib:12: this entry has no comma behind its key (write @type{key, …})" in ran.err
    assert "aborted" not in ran.err
    assert (folder / "out" / "references.bib").read_text("utf-8").startswith(text)


def test_csl_json_is_merged_too(folder: Path, cites: Cites) -> None:
    (folder / "lib.json").write_text(json.dumps(CSL), "utf-8")
    assert (
        cites("build", folder / "in", "-o", folder / "out", "--merge", folder / "lib.json", "--merge-into", folder / "new.json").code == 0
    )
    items = json.loads((folder / "new.json").read_text("utf-8"))
    assert items[:3] == CSL and len(items) == 7
    assert cites("build", folder / "in", "-o", folder / "out", "--merge", folder / "in" / "a.txt").code == 2


def test_ris_is_merged_too(folder: Path, cites: Cites) -> None:
    (folder / "lib.ris").write_text(RIS, "utf-8", newline="\n")
    assert cites("build", folder / "in", "-o", folder / "out", "--merge", folder / "lib.ris").code == 0
    assert (folder / "out" / "references.ris").read_text("utf-8").startswith(RIS)
