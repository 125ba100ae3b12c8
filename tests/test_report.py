"""The report as a page: its figures and words, that it asks nothing of any other place, and that foreign text stays text."""

from __future__ import annotations

import json
import re
import time
from base64 import b64decode, b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import parse_qsl, unquote
from zlib import decompress

import pytest
from sample_cli import TOP
from sample_library import made_library, sample_library

from cites import stats
from cites.corrections import parse_corrections
from cites.errors import WriteError
from cites.extract import Extractor, extract
from cites.library import Library
from cites.model import Citation, Copy, Document, Finding, Inferred, Link, Name, Outlet, Reading, Reference, Span
from cites.readers import read_bytes
from cites.writers import WRITERS, html
from cites.writers.addresses import web_address
from cites.writers.dates import format_date
from cites.writers.plain import format_label, format_reference, to_text
from cites.writers.report import build, coins, words
from cites.writers.report.anchors import make_anchors
from cites.writers.report.problems import Problem

VOID = {"meta"}  # of what the templates use; rect and line are closed in themselves
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}</style></title>&lt;\x00\x1b\ud800\u202eend"


class Page(HTMLParser):
    """What a page says (`text`) and what its elements are (`elements`), with a check that they are closed in order."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.raw: dict[str, str] = {}
        self.words: list[str] = []
        self.feed(source)
        self.close()
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in ("style", "script"):
            if "type" not in self.elements[-1][1]:  # else it is packed data
                self.raw[self.open[-1]] = data
        else:
            self.words.append(data)

    def all(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.elements if attribute in attributes]


@pytest.fixture(scope="module")
def source() -> str:
    return html.write(sample_library(), made="cites 0.1, 5 March 2019")


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


@pytest.fixture(scope="module")
def hostile() -> Page:
    """A page of a library in which every text that can be foreign is hostile."""
    work = Reference(
        id=HOSTILE, type=HOSTILE, title=HOSTILE, container_title=HOSTILE, source=HOSTILE, issued=HOSTILE, url="javascript:alert(1)",
        author=(Name(literal=HOSTILE),), inferred=(Inferred("issued", HOSTILE, 0.4), Inferred(HOSTILE, HOSTILE, 2.0)),
    )  # fmt: skip
    text = f"{HOSTILE} ({HOSTILE})"
    citations = (
        Citation(Span(0, 9), "inline", "full", HOSTILE, claim=Span(0, len(text)), reference=HOSTILE, locator=HOSTILE),
        Citation(Span(4, 12), HOSTILE, HOSTILE, HOSTILE, claim=Span(0, len(text)), reference=HOSTILE, note=HOSTILE),
        Citation(Span(900, 999), "note", "short", HOSTILE, reference="gone", confidence=0.1),
    )
    findings = (Finding(HOSTILE, HOSTILE, HOSTILE, Span(0, 9), HOSTILE, HOSTILE), Finding(HOSTILE, "other", HOSTILE))
    about = Reference(title=HOSTILE, container_title=HOSTILE, issued=HOSTILE)
    library = Library(
        (Reading(Document(HOSTILE, text, about), citations, findings=findings), Reading(Document(HOSTILE, ""))),
        (work, Reference(id="a-b", url="http://["), Reference(id="a b", url='https://a.example/?q=<b>&r="|')),
        {HOSTILE: Outlet(HOSTILE, kind=HOSTILE, country=HOSTILE, owner="state")},
        {"javascript:alert(1)": Link("javascript:alert(1)", HOSTILE, HOSTILE, moved_to="javascript:alert(3)")},
    )
    return Page(html.write(library, title=HOSTILE, made=HOSTILE))


def test_the_page_says_in_one_sentence_whom_the_texts_lean_on(page):
    assert "Interfax supplies 26% of the citations; five of 25 sources make 52%; two links are broken." in page.text


def test_the_figures_stand_in_the_page(page):
    for figure in (
        "97 citations in five texts",
        "64 works",
        "25 sources",
        "9.8 effective sources",
        "16% state media",
        "7 links that work of 12 checked",
    ):
        assert figure in page.text


def test_each_citation_stands_with_its_sentence_and_its_work(page):
    assert "A month later the defence ministry announced new barracks on the two largest islands ( TASS, December 17, 2018 )" in page.text
    assert "3.17 Petrov and Kireeva, “Quotas and Coasts”, Spring 2013 note 12 ibid. page 88" in page.text


def test_each_citation_is_marked_in_its_text_and_leads_to_its_work(source):
    assert (
        '<mark id="cboats-and-quotas.html.17"><a href="#w-petrov2013" title="Petrov and Kireeva, “Quotas and Coasts”, Spring 2013; ibid.; page 88">'
        "Ibid., 88</a></mark>" in source
    )


def test_a_text_is_shown_whole():
    """What the page shows of a document is what was read, from its beginning to its end."""
    for index, reading in enumerate(sample_library().readings):
        runs = [run.text for paragraph in build(sample_library(), made="").texts[index].paragraphs for run in paragraph.runs]
        assert "".join("".join(runs).split()) == "".join(reading.document.text.split())


def test_notes_and_callouts_lead_to_each_other():
    text = "Boats came.1 More came.2\n\nNotes\n\n1. Kyodo, May 5, 2012.\n\n2. Ibid."
    reading = Extractor()(Document("boats.txt", text))
    runs = [run for text in build(Library.of([reading]), made="").texts for paragraph in text.paragraphs for run in paragraph.runs]
    assert [(run.text, run.anchor, run.href) for run in runs if run.kind == "callout"] == [
        ("1", "kboats.txt.1", "nboats.txt.1"), ("2", "kboats.txt.2", "nboats.txt.2"),
    ]  # fmt: skip
    assert [(run.text, run.href) for run in runs if run.kind == "label"] == [("1.", "kboats.txt.1"), ("2.", "kboats.txt.2")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("boats.md", "Boats came.[^1]\n\n[^1]: TASS, May 5, 2012.\n"),
        (
            "boats.html",
            '<p>Boats came.<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a></p><div class="footnote"><a id="footnote-1" '
            'href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>TASS, May 5, 2012.</p></div></div>',
        ),
    ],
)
def test_the_label_of_a_note_stands_before_it(name, text):
    page = build(Library.of([Extractor()(read_bytes(text.encode(), name))]), made="")
    _, note = page.texts[0].paragraphs
    assert [(run.kind, run.text.strip()) for run in note.runs if run.text.strip(" .")] == [("label", "1"), ("citation", "TASS, May 5, 2012")]


def test_sentences_are_quoted_without_the_marks_that_call_notes():
    text = "The fleet came back,1 and stayed.2\n\nNotes\n\n1. Kyodo, May 5, 2012.\n\n2. Kyodo, May 6, 2012."
    report = build(Library.of([Extractor()(Document("boats.txt", text))]), made="")
    assert ["".join(stretch.text for stretch in quote.stretches) for quote in report.sources[0].texts[0].quotes] == [
        "The fleet came back,", "The fleet came back, and stayed.",
    ]  # fmt: skip


def test_each_cell_of_the_matrix_leads_to_the_sentences_behind_it():
    report = build(sample_library(), made="")
    quoted = {text.anchor: text for source in report.sources for text in source.texts}
    for row in report.matrix:
        for cell in row.cells[:-1]:
            assert not cell.citations or cell.citations == sum(len(quote.pointers) for quote in quoted[cell.anchor].quotes)


def test_every_address_is_listed_with_its_state_and_the_bad_first():
    report = build(sample_library(), made="")
    states = [row.state.words for page in report.links for row in page.rows]
    assert states[:2] == ["dead", "dead (404)"] and states[-1] == "works"
    assert {"not checked", "cannot be checked (403)", "blocked, not open to everybody (401)"} <= set(states)
    assert len(states) == sum(stats.summarise(sample_library()).links.values())


def test_a_dead_link_says_where_it_stands():
    text = "So [they say](https://e.org/1).\n\nIt rained.[^a]\n\n[^a]: Kyodo, May 5, 2012, https://e.org/2.\n"
    reading = Extractor()(read_bytes(text.encode(), "boats.md"))
    library = Library.of([reading]).with_links(Link(f"https://e.org/{number}", "dead", "gone") for number in (1, 2))
    [group] = build(library, made="").problems
    assert [problem.place for page in group.pages for problem in page.rows] == ["line 1", "boats.md, note a"]


def test_an_archived_copy_is_offered_as_robust_links_have_it():
    copy = Copy("https://archive.example/20120127093000/https://tass.example/1", "20120127093000", 1)
    url = "https://tass.example/1"
    library = Library((), (Reference(id="tass", title="A", url=url),), links={url: Link(url, "dead", archive=copy)})
    source = html.write(library)
    assert f'<a href="{url}" data-versionurl="{copy.url}" data-versiondate="2012-01-27">' in source
    assert "1 day after the cited date" in source


def test_the_data_can_be_unpacked(page, source):
    packed = dict(re.findall(r'<script type="application/zlib" id="data-(\w+)">([^<]*)</script>', source))
    assert decompress(b64decode(packed["csv"])).decode() == WRITERS["csv"].write(sample_library())
    assert json.loads(decompress(b64decode(packed["json"])))[0]["id"]
    assert [label for label in ("CSV", "BibTeX", "JSON") if label.lower() not in packed] == []


def test_a_large_report_packs_what_is_read_when_it_is_opened():
    library = made_library(60, 20)
    source = html.write(library)
    page = Page(source)
    parts = [decompress(b64decode(part)).decode() for part in re.findall(r'class="packed">([^<]*)</script>', source)]
    assert "Nothing is left out." in page.text and page.open == []
    assert "A month later the defence ministry" not in page.text
    whole = Page(re.sub(r'<script type="application/zlib" class="packed">([^<]*)</script>', lambda part: unpacked(part[1]), source))
    ids = Counter(whole.all("id"))
    assert len(parts) > 60 and max(ids.values()) == 1
    assert {unquote(link[1:]) for link in whole.all("href") if link.startswith("#")} <= set(ids)
    assert sum(name.startswith("c0") for name in ids) == 60 * 20


def unpacked(part: str) -> str:
    return decompress(b64decode(part)).decode()


def test_works_are_offered_to_reference_managers(page):
    coins = {attributes["title"] for _, attributes in page.elements if attributes.get("class") == "Z3988"}
    assert len(coins) == 64
    assert any("rft.type=newspaperArticle" in item and "rft.source=Interfax&rft.date=2012-01-26" in item for item in coins)


@pytest.mark.parametrize(
    ("work", "pairs"),
    [
        (
            Reference(type="article-newspaper", source="Interfax", issued="2012-01-26", url="https://interfax.example/?a=1&b=2"),
            {"rft_val_fmt": "info:ofi/fmt:kev:mtx:dc", "rft.type": "newspaperArticle", "rft.title": "[Interfax, 26 January 2012]",
             "rft.source": "Interfax", "rft.date": "2012-01-26", "rft.identifier": "https://interfax.example/?a=1&b=2"},
        ),
        (
            Reference(type="article-journal", title="Why?", container_title="Far Eastern Affairs", volume="43", issue="4", page="1-18",
                      author=(Name("Soejima", "Hideki"), Name("Komaki", "Akiyoshi")), issued="2015", doi="10.1/x"),
            {"rft_val_fmt": "info:ofi/fmt:kev:mtx:journal", "rft.genre": "article", "rft.atitle": "Why?", "rft.jtitle": "Far Eastern Affairs",
             "rft.volume": "43", "rft.issue": "4", "rft.pages": "1-18", "rft.date": "2015", "rft.aulast": "Soejima", "rft.aufirst": "Hideki",
             "rft.au": "Akiyoshi Komaki", "rft_id": "info:doi/10.1/x"},
        ),
        (
            Reference(type="chapter", title="Policies", container_title="Imperial Decline", publisher="Duke", issued="1997~", author=(Name(literal="UN"),)),
            {"rft_val_fmt": "info:ofi/fmt:kev:mtx:book", "rft.genre": "bookitem", "rft.atitle": "Policies", "rft.btitle": "Imperial Decline",
             "rft.pub": "Duke", "rft.date": "1997", "rft.aucorp": "UN"},
        ),
    ],
)  # fmt: skip
def test_coins(work, pairs):
    assert dict(parse_qsl(coins.write(work))) == {"ctx_ver": "Z39.88-2004", **pairs}


def test_ids_stay_the_same_when_texts_are_added():
    """Two reports can be compared: what a citation, a text, a source and a work are called does not hang on what else there is."""
    library = sample_library()
    some = set(Page(html.write(Library(library.readings[1:], library.references, library.outlets, library.links))).all("id"))
    assert some <= set(Page(html.write(library)).all("id"))


def test_texts_of_one_name_have_ids_of_their_own():
    assert make_anchors(["a/x.txt", "b/x.txt", "x.txt"], ["The Diplomat", "the diplomat"], ()).texts == ("t-x.txt", "t-x.txt-2", "t-x.txt-3")


def test_what_was_inferred_says_on_what_ground(page):
    assert "Date inferred, nearly sure: the article is of 27 March 2019 and its other citations are of early 2019." in page.text
    assert ("span", {"class": "inferred"}) in page.elements


def test_an_address_is_said_to_be_printed_where_it_is():
    read = Extractor()
    printed = "Nothing moved (Nathan Hodge, “Putin Pitches,” The Wall Street Journal, {}September 4, 2015, http://e.org/russias-{})."
    texts = printed.format("p. 1, ", ""), printed.format("", "far-east-1441")
    library = Library.of(read(Document(f"{number}.txt", text)) for number, text in enumerate(texts))
    [work] = build(library, made="").works[0].rows
    assert [(row.fields, row.at.label) for row in work.printed if "address" in row.fields] == [("address", "2.1")]


def problems_of(*texts: tuple[str, str]) -> list[Problem]:
    read = Extractor()
    library = Library.of(read(Document(name, text, Reference(title="Ice"))) for name, text in texts)
    return [problem for group in build(library, made="").problems for page in group.pages for problem in page.rows]


def test_what_to_fix_is_quoted_with_its_work_and_the_lines_that_settle_it():
    text = "It rained.[^1] It snowed.[^2]\n\n[^1]: Anna Berg, *Rain* (Oslo: Nord, 2001); Bo Lund, *Snow* (Oslo: Nord, 2002).\n[^2]: Ibid., 14.\n"
    document = read_bytes(text.encode(), "a.md")
    library = Library.of([Extractor()(document)])
    [group] = [group for group in build(library, made="").problems if "taken to mean the last" in group.heading]
    [problem] = group.pages[0].rows
    assert [stretch.text for stretch in problem.quote if stretch.marked] == ["Ibid., 14"]
    assert problem.meant.startswith("Lund") and problem.meant_anchor == "w-lundsnow2002"
    head = "[[citation]]  # with the key of the work that is meant: lundsnow2002, bergrain2001"
    assert problem.lines == f'{head}\nfile = "a.md"\ntext = "Ibid., 14"\nkey = "…"'
    corrected = extract(document, parse_corrections(problem.lines.replace("…", "bergrain2001")))
    assert [citation.reference for citation in corrected.citations] == ["bergrain2001", "lundsnow2002", "bergrain2001"]


def test_lines_that_settle_an_ibid_mean_it_alone():
    works = "1. Anna Berg, Rain (Oslo: Nord, 2001); Bo Lund, Snow (Oslo: Nord, 2002).\n\n2. Ibid.,\n14.\n\n3. Ada Holm, Hail (Oslo: Nord, 2003).\n\n4. Ibid., 14.\n"
    document = read_bytes(f"Rain.1 Snow.2 Hail.3 Thaw.4\n\nNotes\n\n{works}".encode(), "a.txt")
    [group] = [group for group in build(Library.of([Extractor()(document)]), made="").problems if "taken to mean the last" in group.heading]
    assert group.pages[0].rows[0].lines.endswith('file = "a.txt"\nnote = "2"\nkey = "…"')


def test_lines_that_settle_a_year_or_an_outlet_can_be_read():
    texts = "It snowed (TASS, March 13).", "It froze (“Ice Again,” Novaya Gazetta, March 13, 2019).", "It rained (Vintari, March 13, 2023). "
    lines = [problem.lines for number, text in enumerate(texts) for problem in problems_of((f"{number}.txt", text))]
    assert any("YYYY-03-13" in one for one in lines) and any(one.startswith('[outlets."Novaya Gazeta"]') for one in lines)
    assert any(one.startswith('[outlets."Vintari"]') for one in lines)
    for one in filter(None, lines):
        assert parse_corrections(one.replace("YYYY", "2023"))


def test_lines_for_what_is_read_wrongly_hold_what_was_read():
    lines = problems_of(("baltic-cables.md", (TOP / "seeds" / "baltic-cables.md").read_text("utf-8")))[0].lines
    assert lines.startswith("[[skip]]  # if it is no citation\n")
    [entry] = parse_corrections(lines.partition("\n\n")[2].replace("\n# ", "\n").removeprefix("# ")).works
    assert dict(entry.fields)["container_title"] == "Cinia"


def test_lines_for_what_leads_nowhere_ask_for_the_work():
    [problem] = problems_of(("a.md", "It rained.[^1]\n\n[^1]: Ibid., 14.\n"))
    assert problem.lines.startswith("[[citation]]  # with the key of the work that is meant; or [[skip]] without a key")


def test_problems_of_one_kind_say_each_what_it_is():
    texts = "It froze (“Ice Again,” Novaya Gazetta, March 13, 2019).", "It thawed (“Mud,” Belaruski Hajun, April 2, 2019)."
    problems = problems_of(*((f"{number}.txt", text) for number, text in enumerate(texts)))
    library = Library.of(Extractor()(Document(f"{number}.txt", text)) for number, text in enumerate(texts))
    assert "A name that is nearly that of a known outlet" in {group.heading for group in build(library, made="").problems}
    assert "'Novaya Gazetta' is nearly 'Novaya Gazeta': the same source?" in {problem.ground for problem in problems}


def test_what_to_fix_is_quoted_without_the_marks_that_call_notes():
    text = "It froze,[^1] they say (“Ice Again,” Novaya Gazetta, March 13, 2019).\n\n[^1]: Anna Berg, *Rain* (Oslo: Nord, 2001)."
    library = Library.of([Extractor()(read_bytes(text.encode(), "a.md"))])
    [problem] = (problem for group in build(library, made="").problems for problem in group.pages[0].rows)
    assert problem.quote[0].text == "It froze, they say ("


def test_what_to_fix_is_quoted_whole_where_lines_are_short():
    text = "The boats came back in March,\nthree of them\n(“Ice Again,” Novaya Gazetta, March 13, 2019;\nTASS, Mar. 14). Then\nit froze."
    [problem] = problems_of(("a.txt", text))
    said = "".join(stretch.text for stretch in problem.quote)
    assert said == "The boats came back in March, three of them (“Ice Again,” Novaya Gazetta, March 13, 2019; TASS, Mar. 14)."


def test_of_a_source_only_what_is_known_is_said_in_a_row():
    read = Extractor()
    text = "It froze (“Ice,” Lapland Herold, March 13, 2019). It thawed (TASS, April 2, 2019), they say (UNESCO, May 3, 2019; Ann Berg, “Snow,” Polar Annals 12, no. 3 (2018): 4–9)."
    library = Library.of([read(Document("a.txt", text))], read.outlets.canonical)
    rows = re.findall(r'<summary><span class="narrow">(.*?); </span>', WRITERS["html"].write(library))
    assert sorted(rows) == ["International body, official", "Journal", 'News agency, <span class="country">RU</span>, state', "Not known"]


def test_an_article_that_is_here_twice_is_told_and_told_apart():
    text = "It rained in Tokyo (TASS, January 28, 2012)."
    [problem] = problems_of(("a.txt", text), ("b.docx.txt", f"{text} "), ("c.txt", text.replace("TASS", "Kyodo")))
    assert (problem.title, problem.ground) == ("Ice (b.docx.txt)", "the same citations as a.txt; is it the same article?")


def test_low_confidence_is_said(page):
    assert page.text.count(" uncertain ") == 3  # under their sources; the fourth has none
    assert sum(attributes.get("class") == "low" and tag == "sup" for tag, attributes in page.elements) == 4


def test_findings_come_worst_first_with_their_place(page):
    problems = page.text[page.text.index("What to fix first") : page.text.index("Whom the texts rest on")]
    severities = re.findall(r"\b(error|warning|note) [A-Z]", problems)
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert "Boats, Coast Guards and Quotas note 17 17. Annu" in problems and "Sato, Waves" in problems


def test_the_same_library_gives_the_same_page(source):
    assert html.write(sample_library(), made="cites 0.1, 5 March 2019") == source


def test_the_page_asks_nothing_of_any_other_place(source, page):
    assert not {"src", "srcset", "style", "action", "data", "poster", "background"} & {name for _, attributes in page.elements for name in attributes}
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert {tag for tag, attributes in page.elements if not attributes.get("href", "#").startswith("#")} == {"a"}
    assert not re.search(r"@import|url\(|\bfetch\b|XMLHttpRequest|\bimport\b", page.raw["style"] + page.raw["script"])
    assert "<link" not in source


def test_the_policy_names_the_style_and_the_script(page):
    policy = next(attributes["content"] for _, attributes in page.elements if attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    for kind in ("style", "script"):
        digest = b64encode(sha256(page.raw[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("name", ["page", "hostile"])
def test_every_link_inside_the_page_leads_somewhere(name, request):
    page = request.getfixturevalue(name)
    ids = Counter(page.all("id"))
    assert [anchor for anchor, times in ids.items() if times > 1] == []
    assert {link[1:] for link in page.all("href") if link.startswith("#")} <= set(ids)
    assert page.open == []


def test_hostile_text_stays_text(hostile):
    found = [tag for tag, attributes in hostile.elements if tag in ("script", "img", "title", "style") and attributes.get("type") != "application/zlib"]
    assert found == ["title", "style", "script"]  # our own
    assert "{{ 7*7 }}" in hostile.text
    assert not any(re.search(r"[\x00-\x08\x0e-\x1f\ud800-\udfff]", word) for word in hostile.words)
    assert {link for link in hostile.all("href") if not link.startswith("#")} == {"https://a.example/?q=%3Cb%3E&r=%22%7C"}


@pytest.mark.parametrize("library", [Library(), Library((Reading(Document("a.txt", "No citation here.")),))])
def test_nothing_to_report_is_a_page_too(library):
    page = Page(html.write(library))
    assert "no citation was found" in page.text
    assert {link[1:] for link in page.all("href")} <= set(page.all("id"))


def test_one_text_is_reported_under_its_title():
    library = sample_library()
    report = build(Library(library.readings[:1], library.references), made="")
    assert report.title == "Sources of “Tokyo and Moscow Set the Islands Aside”"
    assert report.works[0].rows and {mention.label for page in report.works for row in page.rows for mention in row.mentions} >= {"1", "2"}
    assert report.texts[0].is_open


def test_a_template_of_the_user_comes_first(tmp_path):
    (tmp_path / "report.html.j2").write_text("<p>{{ report.title }} & {{ report.works[0].rows|length }}</p>")
    assert html.write(sample_library(), template_dirs=[tmp_path]) == "<p>Sources of five texts & 64</p>"


@pytest.mark.parametrize("template", ["<p>\n{{ report.wroks }}", "<p>\n{% for %}"])
def test_a_template_that_cannot_be_filled_is_named_with_its_line(tmp_path, template):
    (tmp_path / "report.html.j2").write_text(template)
    with pytest.raises(WriteError, match=r"report\.html\.j2, line 2"):
        html.write(sample_library(), template_dirs=[tmp_path])


@pytest.mark.parametrize("citations", [15, 40])  # all in the page as it is, and packed
def test_forty_texts_make_less_than_a_megabyte_and_a_half(citations):
    assert len(html.write(made_library(40, citations)).encode()) < 1_500_000


def test_time_grows_with_the_number_of_citations():
    library = made_library(100, 30)
    start = time.process_time()
    html.write(library)
    assert time.process_time() - start < 5  # seconds; it takes a quarter of one, and 60,000 citations twenty times as long


@pytest.mark.parametrize(
    ("edtf", "printed"),
    [
        ("2012-01-26", "26 January 2012"),
        ("2012-01", "January 2012"),
        ("2012", "2012"),
        ("2013-21", "Spring 2013"),
        ("XXXX-03-04", "4 March (year unknown)"),
        ("XXXX-24", "Winter (year unknown)"),
        ("2016-12-15/2016-12-16", "15–16 December 2016"),
        ("2016-01-28/2016-02-02", "28 January – 2 February 2016"),
        ("XXXX-01-27/XXXX-01-28", "27–28 January (year unknown)"),
        ("1993-21/1993-22", "Spring–Summer 1993"),
        ("2012/2013", "2012–2013"),
        ("2012/..", "from 2012"),
        ("../2012", "until 2012"),
        ("2012~", "about 2012"),
        ("2012?", "2012 (uncertain)"),
        ("199X", "1990s"),
        ("2012-13", "2012-13"),
        ("2012-01-45", "2012-01-45"),
        ("X012", "X012"),
        ("2012-21/2013", "Spring 2012 – 2013"),
        ("-0430", "431 BC"),
        ("-0430/-0428~", "431 BC – about 429 BC"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_dates_in_words(edtf, printed):
    assert format_date(edtf) == printed


@pytest.mark.parametrize(
    ("reference", "line"),
    [
        (Reference(type="article-newspaper", container_title="KyodoNews", source="Kyodo News", issued="2012-01-26"), "Kyodo News, 26 January 2012"),
        (
            Reference(
                type="article-newspaper", author=(Name("McCurry", "Justin"),), title="Visit Postponed", container_title="The Guardian",
                issued="2015-10-15", url="https://guardian.example/visit",
            ),
            "McCurry, Justin. “Visit Postponed.” The Guardian, 15 October 2015. https://guardian.example/visit",
        ),
        (
            Reference(
                type="article-journal", author=(Name("Soejima", "Hideki"), Name("Komaki", "Akiyoshi")), title="Why?", container_title="Far Eastern Affairs",
                volume="43", issue="4", issued="2015", page="1-18",
            ),
            "Soejima, Hideki, and Akiyoshi Komaki. “Why?” Far Eastern Affairs 43, no. 4 (2015): 1–18",
        ),
        (
            Reference(type="book", author=(Name("Stephan", "John J."),), title="The Kuril Islands", publisher="Clarendon Press", publisher_place="Oxford", issued="1974"),
            "Stephan, John J. The Kuril Islands. Oxford: Clarendon Press, 1974",
        ),
        (
            Reference(
                type="chapter", author=(Name("Smolansky", "Oles M."),), title="Policies and Polemics", container_title="Imperial Decline",
                editor=(Name("Blank", "Stephen"), Name("Rubinstein", "Alvin")), page="7-39", publisher="Duke University Press", issued="1997",
            ),
            "Smolansky, Oles M. “Policies and Polemics.” In Imperial Decline, edited by Stephen Blank and Alvin Rubinstein, 7–39. Duke University Press, 1997",
        ),
        (Reference(title="Country Report: Russia"), "Country Report: Russia"),
        (Reference(), "Untitled work"),
    ],
)  # fmt: skip
def test_references_as_plain_lines(reference, line):
    assert to_text(format_reference(reference)) == line


def test_titles_of_books_and_containers_are_marked_for_italics():
    runs = format_reference(Reference(type="book", title="The Kuril Islands", issued="1974"))
    assert [run.text for run in runs if run.italic] == ["The Kuril Islands"]
    runs = format_reference(Reference(type="article-newspaper", title="Visit", container_title="The Guardian"))
    assert [(run.text, run.field) for run in runs if run.italic] == [("The Guardian", "container_title")]


def test_labels_are_short():
    title = "A Title of Many Words That Goes On and On Until Nobody Remembers How It Began"
    label = format_label(Reference(author=(Name("Li", "Wei"), Name("Ito", "Jun")), title=title, issued="2012"))
    assert label == "Li and Ito, “A Title of Many Words That Goes On and On Until Nobody Remembers How…”, 2012"


@pytest.mark.parametrize(
    ("fields", "line", "label"),
    [
        ({"title": "Roe v. Wade", "volume": "410", "container_title": "U.S.", "page": "113"}, "Roe v. Wade, 410 U.S. 113 (1973)", "“Roe v. Wade”, 1973"),
        ({"title": "Roe v. Wade", "volume": "914", "container_title": "F.2d", "page": "13", "authority": "9th Cir."},
         "Roe v. Wade, 914 F.2d 13 (9th Cir. 1973)", "“Roe v. Wade”, 1973"),
        ({"volume": "123", "container_title": "BGHZ", "page": "45"}, "BGHZ 123, 45 (1973)", "BGHZ 123, 45 (1973)"),
        ({"title": "Pepper v Hart", "container_title": "AC", "page": "593"}, "Pepper v Hart, [1973] AC 593", "“Pepper v Hart”, 1973"),
        ({"type": "legislation", "volume": "43", "container_title": "U.S.C.", "section": "617"}, "43 U.S.C. § 617 (1973)", "43 U.S.C. § 617 (1973)"),
        ({"type": "book", "title": "Siege", "editor": (Name("Li", "Wei"),), "publisher": "Nord"}, "Li, Wei (ed.). Siege. Nord, 1973", "Li, “Siege”, 1973"),
    ],
)  # fmt: skip
def test_cases_and_laws_are_set_as_lawyers_do_and_edited_books_are_their_editors(fields, line, label):
    work = Reference(**{"id": "a", "type": "legal_case", "issued": "1973", **fields})
    assert (to_text(format_reference(work)), format_label(work)) == (line, label)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("https://a.example/ü b", "https://a.example/%C3%BC%20b"),
        ("http://[::1]/a[1]{%zz%20}", "http://[::1]/a%5B1%5D%7B%25zz%20%7D"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example", ""),
        ("http://[", ""),
        ("aeon.co/essays/rivers", "http://aeon.co/essays/rivers"),
        ("notes.md", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url, address):
    assert web_address(url) == address


def test_what_turns_the_rest_of_a_line_round_stands_apart():
    """U+202E before a title would else show the address behind it backwards."""
    work = Reference(type="book", title="A\u202eB", url="https://e.org/")
    assert "<bdi>A\u202eB</bdi>" in html.write(Library.of([Reading(Document("a.txt", ""), references=(work,))]))


@pytest.mark.parametrize(("share", "said"), [(0.0, "0%"), (0.0042, "0.4%"), (0.2442, "24%"), (1.0, "100%")])
def test_shares_in_words(share, said):
    assert words.percent(share) == said
