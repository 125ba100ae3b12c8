"""Links in every format; what strangers put into titles and addresses does nothing there."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from cites.cli.arguments import ARCHIVES, LINK_FORMATS, PICKS, VERDICTS
from cites.library import Library
from cites.links import judge, settings
from cites.model import Copy, Link, Reference
from cites.places import Place
from cites.writers import WRITERS
from cites.writers.links import FORMATS, distance

EVIL = '\x1b]0;owned\x07\x1b[31mred\x9b =HYPERLINK("http://x","y") <script>alert(1)</script> }, @misc{x, \u202egnp.exe | `a` ](http://y) ::error::x\r\n%0A'
URL = "http://example.org/a"
DEAD = Link(
    URL, "dead", "the page is not there (404)", "not-found", 404, ((URL, 404),), URL, title="Not found", title_cited="Talks",
    archive=Copy("http://web.archive.org/web/20120512000000/http://example.org/a", "20120512000000", 2), tries=1, seconds=0.25,
    checked="2024-05-01T12:00:00Z", since="2024-04-01T12:00:00Z",
)  # fmt: skip
MOVED = replace(
    DEAD, verdict="moved", url=URL + "b", moved_to="http://example.org/new", reason="moved for good to http://example.org/new", archive=None
)
OPEN = Link(URL + "c", "unknown", "the server failed (503), tries: 3", "server", 503)
CITED = {URL: [Place("a.md", 3, "1"), Place("b.html")], URL + "b": [Place("a.md", 4)], URL + "c": [Place("a.md", 5)]}
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def test_the_tables_are_those_of_the_modules() -> None:
    assert set(LINK_FORMATS) == set(FORMATS)
    assert set(VERDICTS) == set(judge.VERDICTS)
    assert (ARCHIVES, PICKS) == (settings.ARCHIVES, settings.PICKS)


def test_text_has_the_evidence() -> None:
    assert FORMATS["text"]([DEAD], CITED) == (
        "dead        http://example.org/a\n"
        "            the page is not there (404) [not-found; 1 try, 0.2 s]\n"
        "            so since 2024-04-01\n"
        "            archived 2 days after the cited date (2012-05-12): http://web.archive.org/web/20120512000000/http://example.org/a\n"
        "            in a.md, note 1; b.html\n"
    )


def test_distances() -> None:
    assert distance(0, "20120512000000") == "on the cited day"
    assert distance(-1, "20120512000000") == "1 day before the cited date (2012-05-12)"
    assert distance(None, "20120512000000") == "on 2012-05-12"


def test_json_has_what_programs_want() -> None:
    (found,) = json.loads(FORMATS["json"]([DEAD], CITED))
    assert found["url"] == URL and found["verdict"] == "dead" and {"final_url", "moved_to", "hops", "rule"} <= set(found)
    assert found["archive"] == {"url": DEAD.archive.url, "timestamp": "20120512000000", "days": 2} if DEAD.archive else False
    assert found["cited_in"][0] == {"file": "a.md", "line": 3, "note": "1"}


def test_junit() -> None:
    root = ElementTree.fromstring(FORMATS["junit"]([DEAD, MOVED, OPEN], CITED))
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("3", "1", "1")
    failure = root.find("testcase/failure")
    assert failure is not None and failure.get("type") == "dead" and "archived" in (failure.text or "")


def test_github() -> None:
    lines = FORMATS["github"]([DEAD, MOVED, OPEN], CITED).splitlines()
    assert [line.partition("::")[2].partition(" ")[0] for line in lines] == ["error", "error", "warning"]
    assert lines[0].startswith("::error file=a.md,line=3,title=dead link::http://example.org/a; the page")


def test_markdown_and_nothing_to_tell() -> None:
    assert FORMATS["markdown"]([Link(URL, "alive")], CITED) == "All links work.\n"
    table = FORMATS["markdown"]([DEAD], CITED)
    assert "| dead | <http://example.org/a> | the page is not there \\(404\\) | [20120512](http" in table


@pytest.mark.parametrize("name", FORMATS)
def test_evil_titles_and_addresses_do_nothing(name: str) -> None:
    url = "http://example.org/" + EVIL
    link = Link(
        url,
        "drifted",
        f"another page stands here now: “{EVIL}”",
        "drifted",
        200,
        ((url, 200),),
        url,
        title=EVIL,
        title_cited="Talks",
        findings=(EVIL,),
    )
    text = FORMATS[name]([link], {url: [Place("a,b:c.md", 1)]})
    assert not UNSEEN.search(text)
    match name:
        case "csv":
            assert not any(cell.startswith(("=", "+", "-", "@")) for row in csv.reader(io.StringIO(text)) for cell in row)
        case "junit":
            ElementTree.fromstring(text)
            assert "<script>" not in text
        case "markdown":
            assert text.count("\n") == 3 and "<script>" not in text and "](http://y)" not in text
        case "github":
            assert text.count("\n") == 1 and text.startswith("::error file=a%2Cb%3Ac.md,line=1,title=drifted link::http")
        case "json":
            assert json.loads(text)[0]["title"] == EVIL


# --- in the outputs of `build`


WORK = Reference(id="a", type="article-newspaper", title="Talks", source="TASS", issued="2012-05-10", url=URL)


def test_a_link_that_works_gives_the_day_of_the_check() -> None:
    library = Library(references=(WORK,)).with_links([replace(DEAD, verdict="alive", archive=None)])
    assert "urldate = {2024-05-01}" in WRITERS["biblatex"].write(library)
    (item,) = json.loads(WRITERS["csl-json"].write(library))
    assert item["accessed"] == {"date-parts": [[2024, 5, 1]]} and item["custom"]["link"]["verdict"] == "alive"


def test_a_broken_link_gives_its_copy() -> None:
    library = Library(references=(WORK,)).with_links([DEAD])
    copy = "archived 12 May 2012 at \\url{http://web.archive.org/web/20120512000000/http://example.org/a}"
    assert f"addendum = {{{copy}}}" in WRITERS["biblatex"].write(library) and "urldate" not in WRITERS["biblatex"].write(library)
    assert copy in WRITERS["bibtex-classic"].write(library)
    (item,) = json.loads(WRITERS["csl-json"].write(library))
    assert item["custom"]["link"]["archive"]["timestamp"] == "20120512000000" and "accessed" not in item
    report = WRITERS["html"].write(library, made="", title="", template_dirs=[])
    assert '<a href="http://web.archive.org/web/20120512000000/http://example.org/a">archived copy</a> 2 days after' in report


def test_evil_copies_end_no_field() -> None:
    evil = replace(DEAD, archive=Copy("http://archive.example/}, x = {y}\\write18", "20120512000000"))
    text = WRITERS["biblatex"].write(Library(references=(WORK,)).with_links([evil]))
    assert "\\write" not in text and "}, x" not in text
