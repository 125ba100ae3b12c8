"""RIS, EndNote, Word, TEI, Wikipedia, Markdown: the right type and fields, valid for the schema, and nothing lost on the way."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from reference_strategies import references

from cites.csl import all_types, types_of
from cites.library import Library
from cites.model import Copy, Inferred, Link, Name, Reference
from cites.writers import WRITERS, ascii, markdown, ris, tei, tex, wikipedia, word
from cites.writers.ascii import to_ascii
from cites.writers.placing import ends_of, first_day, inverted, one_line
from cites.writers.words import WORDS, describe, in_words

DATA = Path(__file__).parent / "data"
TEI = etree.RelaxNG(etree.parse(DATA / "tei-biblstruct.rng"))
WORD = etree.XMLSchema(etree.parse(DATA / "word-sources.xsd"))
URL = "http://a.org/b_c?d=1&e=2"
MCCURRY = (Name(family="McCurry", given="Justin"),)
NEWS = Reference(id="mccurry2015visit", type="article-newspaper", author=MCCURRY, title="Visit Postponed", container_title="The Guardian", issued="2015-10-15", url=URL)
UNTITLED = Reference(id="interfax2012-01-26", type="article-newspaper", container_title="Interfax", source="Interfax", issued="2012-01-26")
CHAPTER = Reference(
    id="huebert2011canada", type="chapter", author=(Name(family="Berg", given="Rob", particle="van den", suffix="Jr."),), editor=(Name(family="Kraska", given="James"),),
    translator=(Name(literal="Institute of Law"),), title="Canada and the Arctic", container_title="Arctic Security", collection_title="Law Series", collection_number="4",
    publisher="Cambridge University Press", publisher_place="Cambridge", volume="2", page="41-66", edition="2nd ed.", isbn="978-3-16-148410-0", issued="2011", language="en",
)  # fmt: skip
DEAD = Link(URL, "dead", checked="2024-05-01T10:00:00Z", archive=Copy("https://web.archive.org/web/20151016/x", "20151016120000"))


def library(*works: Reference, link: Link | None = None) -> Library:
    return Library(references=works, links={link.url: link} if link else {})


def xml(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def test_an_odd_type_has_the_row_of_a_document() -> None:
    assert types_of(Reference(type="odd")) == all_types()["document"]


# RIS


def test_ris_record() -> None:
    assert ris.to_record(CHAPTER).split("\r\n") == [
        "TY  - CHAP", "ID  - huebert2011canada", "AU  - van den Berg, Rob, Jr.", "ED  - Kraska, James", "A4  - Institute of Law",
        "TI  - Canada and the Arctic", "T2  - Arctic Security", "T3  - Law Series", "PB  - Cambridge University Press", "CY  - Cambridge",
        "VL  - 2", "SN  - 978-3-16-148410-0", "ET  - 2nd ed.", "SP  - 41", "EP  - 66", "LA  - en", "PY  - 2011", "N1  - no. 4", "ER  - ", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "lines"),
    [
        ("2012-01-26", ["PY  - 2012", "DA  - 2012/01/26"]),
        ("2012-01", ["PY  - 2012", "DA  - 2012/01//"]),
        ("2012", ["PY  - 2012"]),
        ("1993-21/1993-22", ["PY  - 1993", "DA  - 1993///Spring–Summer 1993"]),
        ("2016-12-15/2016-12-16", ["PY  - 2016", "DA  - 2016/12/15/15–16 December 2016"]),
        ("1900~", ["PY  - 1900", "DA  - 1900///about 1900"]),
        ("XXXX-03-04", ["N1  - 4 March (year unknown)"]),
        ("", []),
    ],
)
def test_ris_dates(edtf: str, lines: list[str]) -> None:
    record = ris.to_record(replace(UNTITLED, issued=edtf)).split("\r\n")
    assert [line for line in record if line[:2] in ("PY", "DA", "N1")] == lines


@pytest.mark.parametrize(
    ("reference", "lines"),
    [
        (UNTITLED, ["TY  - NEWS", "TI  - [Interfax report, 26 January 2012]", "T2  - Interfax"]),
        (Reference(type="report", title="T", number="WP 3", authority="RAND"), ["TY  - RPRT", "PB  - RAND", "SN  - WP 3"]),
        (Reference(type="hearing", title="T", authority="Senate", number="7"), ["TY  - HEAR", "T2  - Senate", "M1  - 7"]),
        (Reference(type="paper-conference", title="T", event_title="E", container_title="C", event_place="Oslo"), ["T2  - E", "C3  - C", "CY  - Oslo"]),
        (Reference(type="legal_case", title="A v. B", authority="Supreme Court", volume="347", page="483"), ["TY  - CASE", "PB  - Supreme Court", "SP  - 483"]),
        (replace(NEWS, container_title="", source="TASS"), ["T2  - TASS"]),
        (replace(NEWS, source="Guardian News"), ["T2  - The Guardian", "N1  - source: Guardian News"]),
        (replace(NEWS, accessed="2014-05-12"), ["Y2  - 2014/05/12"]),
        (replace(NEWS, inferred=(Inferred("issued", "volume 9 is 2015", 0.9),)), ["N1  - year inferred: volume 9 is 2015"]),
    ],
)  # fmt: skip
def test_ris_fields_by_type(reference: Reference, lines: list[str]) -> None:
    assert set(lines) <= set(ris.to_record(reference).split("\r\n"))


def test_archived_copies_and_checks_are_told() -> None:
    alive = Link(URL, "alive", checked="2024-05-01T10:00:00Z")
    assert "Y2  - 2024/05/01\r\n" in WRITERS["ris"].write(library(NEWS, link=alive))
    told = "archived 16 October 2015 at https://web.archive.org/web/20151016/x"
    for name in ("ris", "endnote", "word", "tei", "markdown"):
        text = WRITERS[name].write(library(NEWS, link=DEAD))
        assert told in re.sub(r"[\\<]", "", text) if name == "markdown" else told in text, name
        assert "2024" not in text, name  # a dead link was not accessed


# EndNote


@pytest.mark.parametrize(("name", "told"), [(name, "and other authors") for name in ("ris", "endnote", "word", "tei")] + [("wikipedia", "|display-authors=etal")])
def test_et_al_is_told(name: str, told: str) -> None:
    work = Reference(id="a", type="book", author=(Name(family="Berg", given="Anna"),), other_authors="et al.", title="Law", issued="2012")
    assert told in WRITERS[name].write(Library(references=(work,)))
    assert told not in WRITERS[name].write(Library(references=(replace(work, other_authors=""),)))


BIBLIOGRAPHIES = ("biblatex", "bibtex-classic", "csl-json", "ris", "endnote", "word", "tei", "wikipedia", "markdown")


@pytest.mark.parametrize("name", BIBLIOGRAPHIES)
def test_an_address_that_is_printed_without_https_has_a_scheme(name: str) -> None:
    """pandoc and LaTeX take "tass.com/politics/1" for a file beside the document, and Wikipedia's templates complain."""
    assert "http://tass.com/politics/1" in WRITERS[name].write(library(replace(NEWS, url="tass.com/politics/1")))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("biblatex", "edition = {2},"),  # biblatex has the word in the language of the document
        ("bibtex-classic", "edition = {2nd},"),  # plain.bst prints "2nd edition"
        ("wikipedia", "|edition=2nd "),  # the template prints "2nd ed."
        ("ris", "ET  - 2nd ed."),
    ],
)
def test_an_edition_is_not_told_twice(name: str, written: str) -> None:
    assert written in WRITERS[name].write(library(replace(CHAPTER, type="book", container_title="")))


def test_endnote_record() -> None:
    record = xml(WRITERS["endnote"].write(library(replace(CHAPTER, author=(Name(literal="Ministry of Defense, Japan"),)))))[0][0]
    ref_type = record.find("ref-type")
    assert ref_type is not None and (ref_type.text, ref_type.get("name")) == ("5", "Book Section")
    assert [child.tag for child in record] == [
        "rec-number", "ref-type", "contributors", "titles", "pages", "volume", "edition", "dates", "pub-location", "publisher", "isbn",
        "label", "notes", "language",
    ]  # fmt: skip
    found = {path: record.findtext(path) for path in ("contributors/authors/author", "contributors/secondary-authors/author", "titles/secondary-title", "dates/year", "label")}
    assert list(found.values()) == ["Ministry of Defense, Japan,", "Kraska, James", "Arctic Security", "2011", "huebert2011canada"]


def test_endnote_has_days_and_both_addresses() -> None:
    record = xml(WRITERS["endnote"].write(library(NEWS, link=DEAD)))[0][0]
    assert record.findtext("dates/pub-dates/date") == "October 15"
    assert [url.text for url in record.iter("url")] == [URL, "https://web.archive.org/web/20151016/x"]


# Word

B = f"{{{word.NAMESPACE}}}"


def test_word_source() -> None:
    source = xml(WRITERS["word"].write(library(CHAPTER)))[0]
    fields = {child.tag.removeprefix(B): child.text for child in source if len(child) == 0}
    assert fields.pop("Guid", "").startswith("{")
    assert fields == {
        "Tag": "huebert2011canada", "SourceType": "BookSection", "Title": "Canada and the Arctic", "BookTitle": "Arctic Security",
        "Publisher": "Cambridge University Press", "City": "Cambridge", "Volume": "2", "Pages": "41-66", "Edition": "2nd ed.",
        "StandardNumber": "978-3-16-148410-0", "LCID": "en", "Year": "2011", "Comments": "Law Series; no. 4",
    }  # fmt: skip
    people = [(role.tag.removeprefix(B), "|".join(part.text or "" for part in role.iter(f"{B}Last", f"{B}First"))) for role in source.iterfind(f"{B}Author/*")]
    assert people == [("Author", "van den Berg, Jr.|Rob"), ("Editor", "Kraska|James"), ("Translator", "Institute of Law")]


def test_word_has_one_body_or_persons() -> None:
    source = xml(WRITERS["word"].write(library(replace(NEWS, author=(*MCCURRY, Name(literal="TASS"))))))[0]
    assert source.findtext(f"{B}Author/{B}Author/{B}Corporate") == "Justin McCurry; TASS"
    assert [source.findtext(B + name) for name in ("Year", "Month", "Day")] == ["2015", "October", "15"]


# TEI

T = f"{{{tei.NAMESPACE}}}"


@pytest.mark.parametrize(
    ("edtf", "attributes", "words"),
    [
        ("2012-01-26", {"when": "2012-01-26"}, "26 January 2012"),
        ("XXXX-03-04", {"when": "--03-04"}, "4 March (year unknown)"),
        ("2016-12-15/2016-12-16", {"from": "2016-12-15", "to": "2016-12-16"}, "15–16 December 2016"),
        ("2012/..", {"from": "2012"}, "from 2012"),
        ("1993-21", {"when-custom": "1993-21"}, "Spring 1993"),
        ("1900~", {"when": "1900", "cert": "medium"}, "about 1900"),
        ("1900?", {"when": "1900", "cert": "low"}, "1900 (uncertain)"),
        ("", {}, None),
    ],
)
def test_tei_dates(edtf: str, attributes: dict[str, str], words: str | None) -> None:
    date = next(xml(WRITERS["tei"].write(library(replace(NEWS, issued=edtf)))).iter(f"{T}date"))
    assert (dict(date.attrib), date.text) == (attributes, words)


def test_tei_entry() -> None:
    entry = xml(WRITERS["tei"].write(library(CHAPTER)))[0]
    assert entry.get(tei.XML_ID) == "huebert2011canada"
    assert [child.tag.removeprefix(T) for child in entry] == ["analytic", "monogr", "series"]
    assert [(element.get("level"), element.text) for element in entry.iter(f"{T}title")] == [("a", "Canada and the Arctic"), ("m", "Arctic Security"), ("s", "Law Series")]
    name = entry.find(f"{T}analytic/{T}author/{T}persName")
    assert name is not None and [(part.tag.removeprefix(T), part.text) for part in name] == [
        ("forename", "Rob"), ("nameLink", "van den"), ("surname", "Berg"), ("genName", "Jr."),
    ]  # fmt: skip
    assert entry.findtext(f"{T}analytic/{T}editor[@role='translator']/{T}orgName") == "Institute of Law"


# Wikipedia


def test_wikipedia_template() -> None:
    assert wikipedia.to_ref(NEWS, DEAD) == (
        '<ref name="mccurry2015visit">{{cite news |last1=McCurry |first1=Justin |title=Visit Postponed |work=The Guardian '
        f"|url={URL} |date=15 October 2015 |url-status=dead |archive-url=https://web.archive.org/web/20151016/x |archive-date=16 October 2015}}}}</ref>"
    )


@pytest.mark.parametrize(
    ("reference", "link", "written"),
    [
        (UNTITLED, None, "|title=&#91;Interfax report, 26 January 2012&#93; |work=Interfax |date=26 January 2012}}</ref>"),
        (replace(NEWS, title="a|b {{c}} ''d''"), None, "|title=a{{!}}b &#123;&#123;c&#125;&#125; &#39;&#39;d&#39;&#39; |"),
        (replace(NEWS, url="http://a.org/b|c[d]"), None, "|url=http://a.org/b%7Cc%5Bd%5D |"),
        (replace(NEWS, author=(Name(literal="Ministry of Defense, Japan"),)), None, "|author1=((Ministry of Defense, Japan)) |"),
        (CHAPTER, None, "{{cite book |last1=van den Berg |first1=Rob Jr. |editor-last1=Kraska |editor-first1=James |translator1=Institute of Law |chapter=Canada and the Arctic |title=Arctic Security |"),
        (replace(NEWS, issued="1993-21/1993-22"), None, "|date=Spring–Summer 1993}}"),
        (replace(NEWS, issued="1900~"), None, "|date=c. 1900}}"),
        (replace(NEWS, issued="1900?"), None, "|date=1900}} 1900 (uncertain).</ref>"),
        (replace(NEWS, issued="XXXX-03-04"), None, "|date=n.d.}} 4 March (year unknown).</ref>"),
        (replace(NEWS, page="3-5"), None, "|pages=3–5 |"),
        (replace(NEWS, page="A1"), None, "|page=A1 |"),
        (replace(NEWS, inferred=(Inferred("issued", "a --> b", 1),)), None, "}} <!-- year inferred: a --&gt; b --></ref>"),
        (replace(NEWS, type="webpage", genre="Press release"), None, "{{cite press release |"),
        (NEWS, Link(URL, "alive", checked="2024-05-01T10:00:00Z"), "|access-date=1 May 2024}}"),
        (NEWS, replace(DEAD, archive=None), "}} {{dead link |date=May 2024}}</ref>"),
        (NEWS, replace(DEAD, verdict="alive"), "|url-status=live |archive-url="),
        (NEWS, replace(DEAD, verdict="parked"), "|url-status=usurped |archive-url="),
        (replace(NEWS, id="1984"), None, '<ref name="ref1984">'),
    ],
)  # fmt: skip
def test_wikipedia(reference: Reference, link: Link | None, written: str) -> None:
    assert written in wikipedia.to_ref(reference, link)


# Markdown


def test_markdown_is_a_list_by_key() -> None:
    assert WRITERS["markdown"].write(library(NEWS, replace(CHAPTER, id="b"))) == (
        f"- **mccurry2015visit** McCurry, Justin. “Visit Postponed.” *The Guardian*, 15 October 2015. <{URL}>.\n"
        "- **b** van den Berg, Rob, Jr. “Canada and the Arctic.” In *Arctic Security*, Law Series 4, edited by James Kraska, 41–66. "
        "Cambridge: Cambridge University Press, 2011. [translated by Institute of Law; vol. 2; 2nd ed.; ISBN 978-3-16-148410-0; in the language en]\n"
    )


def test_markdown_marks_in_titles_are_text() -> None:
    assert r"“\*a\* \[b\](c) \<i\>.”" in markdown.to_line(replace(NEWS, title="*a* [b](c) <i>"))


# What all of them keep


@pytest.mark.parametrize(("page", "ends"), [("41-66", ("41", "66")), ("228–230", ("228", "230")), ("A1", ("A1", "")), ("1, 3", ("1, 3", ""))])
def test_ends_of_pages(page: str, ends: tuple[str, str]) -> None:
    assert ends_of(page) == ends


def test_first_days_and_names() -> None:
    assert first_day("2012-02") == ("2012", "02", "", "") and first_day("XXXX-02") is None and first_day("199X") is None
    assert inverted(Name(family="King", suffix="Jr.")) == "King, , Jr." and inverted(Name(given="Plato")) == "Plato"


def _untex(text: str) -> str:
    for character, written in (*tex.SPECIAL.items(), *tex.PAIRED.items()):
        text = text.replace(written, f"\0{character}\0")
    return re.sub("\0(\\d+)\0", lambda found: chr(int(found[1])), re.sub("[{}]", "", text))


def _unwiki(text: str) -> str:
    return html.unescape(text.replace("{{!}}", "|"))


PLAIN: dict[str, Callable[[str], str]] = {  # what a reader of the format sees
    "biblatex": _untex, "bibtex-classic": _untex, "ris": str, "endnote": lambda text: "\n".join(xml(text).itertext()),
    "word": lambda text: "\n".join(xml(text).itertext()), "tei": lambda text: "\n".join(xml(text).itertext()), "wikipedia": _unwiki,
    "markdown": lambda text: re.sub(r"\\(.)", r"\1", text).replace("*", ""),
}  # fmt: skip
SHOWN: dict[str, Callable[[str], str]] = dict.fromkeys(PLAIN, str) | {"markdown": lambda text: text.replace("*", "")}  # of a value
ELSEWHERE = {"page", "isbn", "url", "doi", "language", "author", "editor", "translator"}  # in parts, encoded or checked by themselves


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(references, st.sampled_from(sorted(PLAIN)))
def test_nothing_is_lost(reference: Reference, name: str) -> None:
    """Every field of a work stands in the output, whatever the script and whatever is special in the format."""
    text = PLAIN[name](WRITERS[name].write(library(replace(reference, id="k"))))
    clean = tex.clean if name in ("biblatex", "bibtex-classic") else one_line
    for field in ("title", *(field for field in WORDS if field not in ELSEWHERE)):
        value = SHOWN[name](clean(getattr(reference, field)))
        assert value in text or value in text.replace("--", "-"), field
    for person in (*reference.author, *reference.editor, *reference.translator):
        for part in (person.literal,) if person.literal else (person.family, person.given):
            assert SHOWN[name](clean(part)).replace("`", "‘") in text.replace("`", "‘"), part


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(references)
def test_xml_is_valid(reference: Reference) -> None:
    one = library(replace(reference, id="k"))
    root = xml(WRITERS["tei"].write(one))
    assert TEI.validate(root), TEI.error_log
    assert WORD.validate(xml(WRITERS["word"].write(one))), WORD.error_log
    assert xml(WRITERS["endnote"].write(one)).tag == "xml"


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(references, max_size=3))
def test_records_and_templates_end_where_they_should(works: list[Reference]) -> None:
    one = library(*(replace(work, id=f"k{number}") for number, work in enumerate(works)))
    records = WRITERS["ris"].write(one)
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*|", line) for line in records.split("\r\n"))
    assert "\n" not in records.replace("\r\n", "") and records.count("\r\nER  - \r\n") == len(works)
    for line in WRITERS["wikipedia"].write(one).splitlines():
        bare = re.sub(r"\{\{(?:!|dead link[^{}]*)\}\}|<!--.*?-->", "", line)
        assert re.fullmatch(r'<ref name="[^"<>]+">\{\{[^{}<>]*\}\}[^{}<>]*</ref>', bare), line
    assert WRITERS["markdown"].write(one).count("\n") == len(works)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(references, st.sampled_from(sorted([*PLAIN, "csl-json"])))
def test_ascii_is_ascii(reference: Reference, name: str) -> None:
    one = library(replace(reference, id="k", accessed="", language=""))
    assert ascii.write(WRITERS[name], one).isascii()


def test_ascii_keeps_addresses_and_what_was_learnt_of_them() -> None:
    url = "https://a.org/новости?b=1%20"
    plain = to_ascii(library(Reference(id="a", title="Россия и Япония", author=(Name(family="Лавров"),), url=url), link=Link(url, "alive")))
    work = plain.references[0]
    assert (work.title, work.author[0].family) == ("Rossiya i Yaponiya", "Lavrov")
    assert work.url == "https://a.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?b=1%20" and work.url in plain.links


@pytest.mark.parametrize(
    ("reference", "called"),
    [
        (Reference(type="legislation", volume="17", container_title="U.S.C.", section="107", issued="2018"), "17 U.S.C. § 107"),
        (Reference(type="legislation", volume="ch. 93A", container_title="Mass. Gen. Laws", section="2"), "Mass. Gen. Laws ch. 93A § 2"),
        (Reference(type="bill", number="H.R. 7913", issued="2024"), "H.R. 7913"),
        (Reference(type="article-newspaper", source="Interfax", issued="2012-01-26"), "[Interfax report, 26 January 2012]"),
    ],
)
def test_what_a_work_without_a_title_is_called(reference: Reference, called: str) -> None:
    assert describe(reference) == called


def test_one_page_and_more() -> None:
    assert [in_words("page", page) for page in ("569", "12–34", "12, 15", "A4")] == ["p. 569", "pp. 12–34", "pp. 12, 15", "p. A4"]
