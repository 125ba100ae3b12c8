"""Formatted bibliographies: each work as the manuals set it, in three markups; and what a template may get wrong."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_strategies import reading_of, references
from sample_cli import TOP, Cites

from cites.errors import StyleError
from cites.library import Library
from cites.model import Citation, Document, Inferred, Name, Outlet, Reading, Reference, Span
from cites.writers import WRITERS
from cites.writers.editions import in_short
from cites.writers.styles import FILTERS, csl, list_styles, load_style
from cites.writers.styles.dates import FORMS, PAGES, format_date, is_many, pages, read_date
from cites.writers.styles.marks import MARKUPS, commas, italic, quoted, sentences
from cites.writers.styles.names import names
from cites.writers.styles.titles import headline, press, sentence_case, short_title
from cites.writers.styles.work import Work, prepare

CASES = tomllib.loads((TOP / "tests" / "data" / "styles.toml").read_text("utf-8"))["work"]
STYLES = ("chicago", "apa", "mla")
MARKDOWN = MARKUPS["markdown"].render


def name(printed: str) -> Name:
    """A name of the cases: "King, Martin, Jr.", "van den Berg, Anna", "=Port Authority"."""
    if printed.startswith("="):
        return Name(literal=printed[1:])
    family, _, given = printed.partition(", ")
    given, _, suffix = given.partition(", ")
    fit = re.match(r"((?:van|den|von|der) )*", family)
    particle = fit[0].strip() if fit else ""
    return Name(family=family.removeprefix(particle).strip(), given=given, particle=particle, suffix=suffix)


def work_of(case: dict[str, Any]) -> Work:
    fields = {
        key: tuple(map(name, value)) if isinstance(value, list) else value for key, value in case.items() if key in Reference.__slots__
    }
    sure = fields.pop("inferred", None)
    reference = Reference(id="w", **fields, inferred=(Inferred("issued", "its volume", sure),) if sure else ())
    outlet = Outlet(reference.source or reference.container_title, kind=case["kind"]) if "kind" in case else None
    return prepare(reference, outlet)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_work_stands_in_the_bibliography_as_the_manual_has_it(case: dict[str, Any], style: str) -> None:
    assert MARKDOWN(load_style(style).entry(work_of(case))) == case[style]


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_note_has_a_work_in_full_and_then_in_short(case: dict[str, Any]) -> None:
    chicago = load_style("chicago")
    assert chicago.note and chicago.short
    assert MARKDOWN(chicago.note(work_of(case), "12")) == case["full_note"]
    assert MARKDOWN(chicago.short(work_of(case), "112-14")) == case["short_note"]


def library(*works: Reference) -> Library:
    return Library.of([reading_of(list(works))])


BLANK = Name(family="Blank", given="Stephen")
BOOKS = (
    Reference(type="book", author=(BLANK,), title="The Strait", issued="2016"),
    Reference(type="book", author=(BLANK,), title="A Harbour", issued="2015"),
    Reference(type="book", author=(BLANK, Name(family="Adams", given="Eve")), title="Ice", issued="1999"),
    Reference(type="book", author=(BLANK,), title="Zones", issued="2015"),
    Reference(type="book", title="The Blackbird", issued="2001"),
    Reference(type="book", author=(Name(family="Яковлев", given="Иван"),), title="Лёд", issued="2001"),
    Reference(type="book", author=(Name(family="Ábel", given="Éva"),), title="Jég", issued="2001"),
)


def test_names_that_come_again_are_a_dash_or_have_letters_after_the_year() -> None:
    assert WRITERS["chicago"].write(library(*BOOKS)).split("\n\n") == [
        "Ábel, Éva. Jég. 2001.",
        "The Blackbird. 2001.",
        "Blank, Stephen. A Harbour. 2015.",
        "———. The Strait. 2016.",
        "———. Zones. 2015.",
        "Blank, Stephen, and Eve Adams. Ice. 1999.",
        "Яковлев, Иван. Лёд. 2001.\n",
    ]
    assert "---. The Strait. 2016." in WRITERS["mla"].write(library(*BOOKS))
    apa = WRITERS["apa"].write(library(*BOOKS)).split("\n\n")
    assert apa[2:5] == ["Blank, S. (2015a). A harbour.", "Blank, S. (2015b). Zones.", "Blank, S. (2016). The strait."]


def test_a_name_is_not_repeated_of_a_work_that_is_left_out() -> None:
    letter = Reference(type="personal_communication", author=(Name(family="Blank", given="Stephen"),), title="A Letter", issued="1990-01-01")
    assert WRITERS["chicago"].write(library(letter, BOOKS[0])).split("\n\n")[0].startswith("Blank, Stephen. ")


def test_articles_are_passed_over_in_the_order() -> None:
    works = (
        Reference(type="book", author=(Name(family="al-Rafi'i", given="Abd"),), title="Thawra", issued="1946"),
        Reference(type="book", author=(Name(literal="The Economist"),), title="Figures", issued="2020"),
        Reference(type="book", author=(Name(family="La Rocca", given="Ida"),), title="Onde", issued="2001"),
        Reference(type="legal_case", authority="Mixed Court of Mansoura", title="Hassan v. Suez Canal Co.", issued="1949-05-12"),
    )
    lines = WRITERS["mla"].write(library(*works)).split("\n\n")
    assert [line.split(".")[0] for line in lines] == ["The Economist", "La Rocca, Ida", "Mixed Court of Mansoura", "al-Rafi'i, Abd"]


def test_one_style_is_written_in_three_markups() -> None:
    work = Reference(type="article-newspaper", title="R&D <now>", container_title="A_B", issued="2001", url="https://e.org/a_b?c=1&d")
    written = {markup: WRITERS["apa"].write(library(work), markup=markup) for markup in MARKUPS}
    assert written["text"] == "R&D <now>. (2001). A_B. https://e.org/a_b?c=1&d\n"
    assert written["markdown"] == "# References\n\nR&D \\<now\\>. (2001). *A\\_B*. <https://e.org/a_b?c=1&d>\n"
    line = 'R&amp;D &lt;now&gt;. (2001). <i>A_B</i>. <a href="https://e.org/a_b?c=1&amp;d">https://e.org/a_b?c=1&amp;d</a></div>'
    assert line in written["html"]


def test_an_address_that_is_none_is_no_link() -> None:
    work = Reference(type="webpage", title="A", url="javascript:alert(1)")
    assert "<a " not in WRITERS["apa"].write(library(work), markup="html")


def test_an_address_leads_there_whatever_stands_in_it() -> None:
    work = Reference(type="webpage", title="A", url="https://e.org/я{x} b")
    assert 'href="https://e.org/%D1%8F%7Bx%7D%20b">https://e.org/я{x} b</a>' in WRITERS["apa"].write(library(work), markup="html")
    assert "[https://e.org/я{x} b](<https://e.org/%D1%8F%7Bx%7D%20b>)" in WRITERS["apa"].write(library(work), markup="markdown")


def test_quotation_marks_change_places_at_each_depth() -> None:
    work = Reference(type="article-newspaper", title="“One ‘Two’ One” and More", container_title="A", issued="2001")
    assert "“‘One “Two” One’ and More.”" in WRITERS["chicago"].write(library(work))
    assert "“One ‘two’ one” and more" in WRITERS["apa"].write(library(work))
    assert "“An Empty ‘’ Place.”" in WRITERS["chicago"].write(library(work.revised(title="An Empty “” Place")))


@settings(max_examples=40, deadline=None)
@given(st.lists(references, max_size=4), st.sampled_from([*STYLES, "chicago-notes"]), st.sampled_from([*MARKUPS]))
def test_any_work_can_be_set(works: list[Reference], style: str, markup: str) -> None:
    text = WRITERS[style].write(library(*works), markup=markup)
    assert not re.search("[\x00-\x09\x0b-\x1f]", text)
    assert markup != "html" or len(re.findall(r"<(?!/?(?:i|a|div)\b)", text.partition("</h1>")[2].partition("</body>")[0])) == 0


# --- the parts of which styles are made


@pytest.mark.parametrize(
    ("edtf", "sure", "chicago", "apa", "mla"),
    [
        ("2012-01-26", None, "January 26, 2012", "2012, January 26", "26 Jan. 2012"),
        ("2012-05", None, "May 2012", "2012, May", "May 2012"),
        ("2012", None, "2012", "2012", "2012"),
        ("2012-01-26", 0.95, "January 26, [2012]", "[2012], January 26", "26 Jan. [2012]"),
        ("2012-01-26", 0.6, "January 26, [2012?]", "[2012?], January 26", "26 Jan. [2012?]"),
        ("1750~", None, "[ca. 1750]", "[ca. 1750]", "[circa 1750]"),
        ("XXXX-03-04", None, "March 4, n.d.", "n.d., March 4", "4 Mar. n.d."),
        ("", None, "n.d.", "n.d.", "n.d."),
        ("2013-21", None, "Spring 2013", "2013, Spring", "spring 2013"),
        ("1993-21/1993-22", None, "Spring–Summer 1993", "1993, Spring–Summer", "spring-summer 1993"),
        ("2016-12-15/2016-12-16", None, "December 15–16, 2016", "2016, December 15–16", "15-16 Dec. 2016"),
        ("2012-01-28/2012-02-02", None, "January 28–February 2, 2012", "2012, January 28–February 2", "28 Jan.-2 Feb. 2012"),
        (
            "2016-12-30/2017-01-02",
            None,
            "December 30, 2016–January 2, 2017",
            "2016, December 30–2017, January 2",
            "30 Dec. 2016–2 Jan. 2017",
        ),
        ("2011/2012", None, "2011–2012", "2011–2012", "2011-2012"),
        ("2012/..", None, "2012–", "2012–", "2012-"),
        ("199X", None, "1990s", "1990s", "1990s"),
        ("-0430", None, "431 BC", "431 BC", "431 BC"),
        ("soon", None, "soon", "soon", "soon"),
    ],
)
def test_a_date_is_set_in_each_form(edtf: str, sure: float | None, chicago: str, apa: str, mla: str) -> None:
    date = read_date(edtf, sure)
    written = [format_date(date, form, undated="n.d.") for form in ("month day, year", "year, month day", "day mon. year")]
    assert written == [chicago, apa, mla]


def test_letters_follow_the_year() -> None:
    assert format_date(read_date("2012-01-26"), "year, month day", "b") == "2012b, January 26"
    assert format_date(read_date("2012", 0.6), "year", "b") == "[2012b?]"
    assert format_date(read_date("1993-21/1993-22"), "year", "b") == "1993b"
    assert format_date(read_date("2011-05-01/2012-01-02"), "year") == "2011–2012"
    assert format_date(read_date(""), "year", "b", "n.d.") == "n.d.-b"


@pytest.mark.parametrize(
    ("page", "full", "abridged", "two"),
    [
        ("3-10", "3–10", "3–10", "3-10"),
        ("71-72", "71–72", "71–72", "71-72"),
        ("100-104", "100–104", "100–104", "100-04"),
        ("101-108", "101–108", "101–8", "101-08"),
        ("321-328", "321–328", "321–28", "321-28"),
        ("498-532", "498–532", "498–532", "498-532"),
        ("1087-1089", "1087–1089", "1087–89", "1087-89"),
        ("1496-1504", "1496–1504", "1496–504", "1496-504"),
        ("173–98", "173–198", "173–98", "173-98"),
        ("12991-13001", "12991–13001", "12991–3001", "12991-3001"),
        ("xii-xx", "xii–xx", "xii–xx", "xii-xx"),
        ("A1, 3", "A1, 3", "A1, 3", "A1, 3"),
    ],
)
def test_pages_are_shortened_by_the_rules(page: str, full: str, abridged: str, two: str) -> None:
    assert [pages(page, form) for form in PAGES] == [full, abridged, two]


def test_several_pages_are_told_from_one() -> None:
    assert [is_many(page) for page in ("12–14", "3, 5", "A12", "20,249")] == [True, True, False, False]


def test_names_are_cut_after_so_many() -> None:
    people = [Name(family=letter, given="X.") for letter in "ABCDEFGHIJKL"]
    assert names(people[:2], "first") == "A, X., and X. B"
    assert names(people[:2]) == "X. A and X. B"
    assert names(people[:11], "first").endswith("X. G, et al.")
    assert names(people[:10], "first").endswith("X. I, and X. J")
    assert names(people, most=3, shown=1) == "X. A et al."
    assert names(people[:4], "all", "&", most=3, shown=2, rest=". . .", final=True) == "A, X., B, X., . . . D, X."
    with pytest.raises(StyleError, match="none, first, all"):
        names(people, "last")


def test_who_is_only_told_of_as_et_al_is_not_lost() -> None:
    work = Reference(type="book", author=(Name(family="Smith", given="John"),), other_authors="et al.", title="Ice", publisher="Nauka", issued="2001")
    two = work.revised(author=(*work.author, Name(family="Li", given="Wei")))
    assert [WRITERS[style].write(library(work)).strip() for style in ("chicago", "apa", "mla")] == [
        "Smith, John, et al. Ice. Nauka, 2001.", "Smith, J., et al. (2001). Ice. Nauka.", "Smith, John, et al. Ice. Nauka, 2001.",
    ]  # fmt: skip
    assert WRITERS["chicago"].write(library(two)).startswith("Smith, John, Wei Li, et al. Ice.")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("James D.J.", "J. D. J."),
        ("Jean-Paul", "J.-P."),
        ("Abd al-Rahman", "A. al-R."),
        ("Yu. V.", "Yu. V."),
        ("Владимир", "В."),
        ("英樹", "英樹"),
        ("M", "M."),
        ("3", ""),
    ],
)
def test_given_names_become_initials(given: str, written: str) -> None:
    assert names([Name(family="Q", given=given)], "all", initials=True) == (
        f"Q, {written}" if written and given != "英樹" else f"Q, {written}".rstrip(", ")
    )


@pytest.mark.parametrize(
    ("printed", "sentence", "head"),
    [
        (
            "Vladimir Putin’s Visit to Japan Postponed",
            "Vladimir Putin’s visit to Japan postponed",
            "Vladimir Putin’s Visit to Japan Postponed",
        ),
        (
            "The United Nations and South Korea: A New Pact",
            "The United Nations and South Korea: A new pact",
            "The United Nations and South Korea: A New Pact",
        ),
        ("Tensions in the East China Sea", "Tensions in the East China Sea", "Tensions in the East China Sea"),
        ("Alarm over acquisition is premature", "Alarm over acquisition is premature", "Alarm over Acquisition Is Premature"),
        ("Seeking Bread in Port Said", "Seeking bread in Port Said", "Seeking Bread in Port Said"),
        ("Peasants in Revolt—Egypt 1919", "Peasants in revolt—Egypt 1919", "Peasants in Revolt—Egypt 1919"),
        ("Germany passes divisive gas boiler bill", "Germany passes divisive gas boiler bill", "Germany Passes Divisive Gas Boiler Bill"),
        ("Rusia amenaza con cortar gas", "Rusia amenaza con cortar gas", "Rusia amenaza con cortar gas"),
        ("How NATO Sees the S-400", "How NATO sees the S-400", "How NATO Sees the S-400"),
        ("El comercio de las islas", "El comercio de las islas", "El comercio de las islas"),
        ("Der Krieg und die Stadt", "Der Krieg und die Stadt", "Der Krieg und die Stadt"),
    ],
)
def test_capitals_are_changed_where_that_is_sure(printed: str, sentence: str, head: str) -> None:
    assert sentence_case(printed) == sentence
    assert headline(printed) == head


def test_small_parts() -> None:
    assert [in_short(text) for text in ("2", "3rd edition", "second edition", "Revised edition", "12th ed.")] == [
        "2nd ed.", "3rd ed.", "2nd ed.", "Revised ed.", "12th ed.",
    ]  # fmt: skip
    assert [press(text) for text in ("Oxford University Press", "University of Chicago Press", "Free Press")] == [
        "Oxford UP",
        "U of Chicago P",
        "Free Press",
    ]
    titles = ("The Cold War Redux?", "Diplomacy at an Impasse: Russia", "What Remains of the Northern Fleet of Old", "Can Anglers Keep Their Old Rivers?")
    assert [short_title(text) for text in titles] == [
        "Cold War Redux?", "Diplomacy at an Impasse", "What Remains of the Northern Fleet", "Can Anglers Keep Their Old",
    ]  # fmt: skip


def test_stops_go_where_printers_put_them() -> None:
    assert MARKDOWN(sentences([quoted("Why?"), italic("Now!"), "End."])) == "“Why?” *Now!* End."
    assert MARKDOWN(commas([quoted("A “B”"), italic("C")])) == "“A ‘B,’” *C*"
    assert MARKDOWN(sentences(["", quoted("The Peoples’")])) == "“The Peoples’.”"


# --- templates


def styled(folder: Path, text: str) -> Path:
    (folder / "styles").mkdir()
    (folder / "styles" / "mine.j2").write_text(text, "utf-8")
    return folder


def test_a_template_of_the_users_own_comes_first(tmp_path: Path, article: Path, cites: Cites) -> None:
    styled(tmp_path, "{% macro entry(work) %}{{ work.container | italic }}: {{ work.issued | date('year') }}{% endmacro %}")
    ran = cites("extract", article, "--format", "mine", "--templates", tmp_path, "--markup", "markdown")
    assert (ran.code, ran.out.splitlines()[0:3]) == (0, ["# Bibliography", "", "*Interfax*: \\[2012\\]"])
    (tmp_path / "styles" / "mine.j2").rename(tmp_path / "styles" / "apa.j2")
    assert cites("extract", article, "--format", "apa", "--templates", tmp_path).out.startswith("Interfax: [2012]\n")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "{% macro entry(work) %}\n{{ work.titel }}\n{% endmacro %}",
            r"/styles/mine\.j2, line 2: a work has no 'titel', use 'title': there are id, type, kind, ",
        ),
        (
            "{% macro entry(work) %}\n\n{{ work.issued | date('long') }}{% endmacro %}",
            r"mine\.j2, line 3: no form of a date is called 'long'",
        ),
        ("{% macro entry(work) %}\n{{ work.title | bold }}{% endmacro %}", r"mine\.j2, line 2: No filter named 'bold'"),
        ("{% macro entry(work) %}\n{% if %}", r"mine\.j2, line 2"),
        ("{% macro entry(work, more) %}{{ more }}{% endmacro %}", r"mine\.j2, line 1: .*more"),
        ("nothing", r"mine\.j2 has no macro 'entry\(work\)'"),
    ],
)
def test_what_is_wrong_with_a_template_is_told_with_its_line(template: str, said: str, tmp_path: Path, article: Path, cites: Cites) -> None:
    ran = cites("extract", article, "--format", "mine", "--templates", styled(tmp_path, template))
    assert (ran.code, ran.out) == (2, "")
    assert re.search(said, ran.err), ran.err
    assert "Traceback" not in ran.err


def test_a_style_that_is_not_there_is_told_before_anything_is_read(article: Path, cites: Cites) -> None:
    ran = cites("extract", article, "--format", "vancouver")
    assert ran.code == 2
    assert "there is no format or style 'vancouver' (there are json," in ran.err
    assert "there is no format or style 'bibtx' (did you mean bibtex?)" in cites("extract", article, "--format", "bibtx").err
    assert "there is no format or style 'xml' (there are json, " in cites("extract", article, "--format", "xml").err
    assert "there is no style 'vancouver' (there are chicago," in cites("build", article, "--style", "vancouver").err
    assert "`cites build` writes html)" in cites("extract", article, "--format", "html").err
    assert cites("build", article, "--style", "../apa").code == 2


def test_the_page_about_templates_has_every_variable_and_filter() -> None:
    page = (TOP / "docs" / "templates.md").read_text("utf-8")
    tables = {
        title: set(re.findall(r"^\| `([\w.]+)`", text, re.MULTILINE))
        for title, text in re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    }
    assert tables["Variables"] == set(Work.__slots__)
    assert tables["Filters"] == set(FILTERS)
    assert all(f"`{form}`" in page for form in (*FORMS, *PAGES))
    assert list_styles() == ["apa", "chicago", "mla"]


# --- the notes of documents, the command line, other styles


def test_parentheses_become_notes(article: Path, cites: Cites) -> None:
    assert cites("extract", article, "--format", "chicago-notes").out.split("\n\n") == [
        "1. Interfax, January 26, [2012]; Kyodo News, January 27, [2012]; Kyodo News, January 28, [2012].",
        "2. TASS, January 28, 2012.\n",
    ]


def test_parentheses_and_notes_are_one_row(tmp_path: Path, cites: Cites) -> None:
    text = "It rained,[^1] and snowed (TASS, March 4, 2015).[^2]\n\n[^1]: “Rain,” Kyodo News, March 3, 2015.\n[^2]: Ibid.\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    assert cites("extract", tmp_path / "a.md", "--format", "chicago-notes").out.split("\n\n") == [
        "1. “Rain,” Kyodo News, March 3, 2015.",
        "2. TASS, March 4, 2015.",
        "3. “Rain.”\n",
    ]


def test_notes_keep_their_numbers_and_works_are_told_in_full_once(tmp_path: Path, cites: Cites) -> None:
    text = "It rained.[^4] It snowed.[^7]\n\n[^4]: Anna Berg, *Rain on the Harbour* (Oslo: Nord, 2001), 12.\n[^7]: Ibid., 14.\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    out = cites("extract", tmp_path / "a.md", "--format", "chicago-notes", "--markup", "markdown").out
    assert out == "# Notes\n\n4\\. Anna Berg, *Rain on the Harbour* (Oslo: Nord, 2001), 12.\n\n7\\. Berg, *Rain on the Harbour*, 14.\n"


def test_a_stop_between_two_works_goes_unless_it_is_that_of_an_abbreviation() -> None:
    undated = Reference(id="a", type="webpage", title="Country Report", container_title="Asan Forum", source="Asan Forum")
    works = (undated, undated.revised(id="b", title="Other", issued="2015"))
    citations = tuple(Citation(Span(n, n + 1), "note", "full", "x", note="1", reference=key) for n, key in enumerate("ab"))
    library = Library((Reading(Document("a.txt", "xx"), citations, works),), works)
    assert "n.d.; “Other,” Asan Forum, 2015." in WRITERS["chicago-notes"].write(library)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "apa", "--csl", "x.csl"), "x.csl and --format apa ask for two formats (leave one of them out)"),
        (("--format", "biblatex", "--markup", "html"), "--markup html is for styles, and biblatex is none"),
    ],
)
def test_no_option_is_dropped_in_silence(options: tuple[str, ...], said: str, article: Path, cites: Cites) -> None:
    (article.parent / "x.csl").write_text("<style/>", "utf-8")
    ran = cites("extract", article, *(article.parent / word if word == "x.csl" else word for word in options))
    assert (ran.code, ran.out) == (2, "") and said in ran.err


def test_build_writes_three_files(article: Path, tmp_path: Path, cites: Cites) -> None:
    ran = cites("build", article, "--style", "chicago", "-o", tmp_path / "out")
    assert ran.code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"bibliography.txt", "bibliography.md", "bibliography.html"}
    assert (tmp_path / "out" / "bibliography.txt").read_text("utf-8").startswith("Interfax. News report, January 26, [2012].\n")


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>http://e.org/t</id>
<updated>2020-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout suffix="."><text variable="container-title" font-style="italic"/></layout></bibliography></style>"""


@pytest.fixture
def csl_file(tmp_path: Path) -> Path:
    path = tmp_path / "t.csl"
    path.write_text(STYLE, "utf-8")
    return path


@pytest.mark.parametrize("program", ["pandoc", "citeproc"])
def test_any_style_of_citationstyles_can_be_had(
    program: str, csl_file: Path, article: Path, cites: Cites, monkeypatch: pytest.MonkeyPatch
) -> None:
    if program == "pandoc" and not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    if program == "citeproc":
        monkeypatch.setattr(shutil, "which", lambda name: None)
    ran = cites("extract", article, "--csl", csl_file, "--markup", "markdown")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "*Interfax*.")
    assert (
        "<i>Interfax</i>" in (html := cites("extract", article, "--csl", csl_file, "--markup", "html").out) or "<em>Interfax</em>" in html
    )
    csl_file.write_text("no style", "utf-8")
    ran = cites("extract", article, "--csl", csl_file)
    assert ran.code == 2 and "t.csl" in ran.err and "Traceback" not in ran.err


def test_where_no_program_formats_csl_that_is_said(csl_file: Path, article: Path, cites: Cites, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(csl, "find_spec", lambda name: None)
    ran = cites("extract", article, "--csl", csl_file)
    assert (ran.code, ran.out) == (2, "")
    assert "install pandoc, or citeproc-py with: pip install 'cites[csl]'" in ran.err
