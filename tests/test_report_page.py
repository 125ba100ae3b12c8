"""The report in a browser: what its script adds, what is there without it, and that everybody can use it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sample_browser import CHROMIUM, started, visit
from sample_library import made_library, sample_library

from cites.extract import Extractor
from cites.library import Library
from cites.model import Document
from cites.writers import WRITERS, html

needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="chromium is not here (Debian's package of that name has it)")
SHOWN = ":not([hidden]):not(.later)"
KNOWN_TO_TIDY = re.compile(r"trimming empty <span>|<svg> proprietary attribute")  # COinS are empty spans; a chart in a chart has a place and a size


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("report") / "sample.html"
    path.write_text(html.write(sample_library(), made="cites 0.1"), "utf-8")
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    """Two texts, and all parts that a report may have: what looks at every element of a page takes its time."""
    library = sample_library()
    readings = library.readings[3:]
    cited = {work.id for reading in readings for work in reading.references}
    works = tuple(work for work in library.references if work.id in cited)
    path = tmp_path_factory.mktemp("report") / "small.html"
    path.write_text(html.write(replace(library, readings=readings, references=works)), "utf-8")
    return path


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Path:
    """A report whose sentences and texts are packed."""
    path = tmp_path_factory.mktemp("report") / "large.html"
    path.write_text(html.write(made_library(60, 20)), "utf-8")
    return path


@pytest.fixture(scope="module")
def noted(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("report") / "noted.html"
    text = "Boats came.1 More came.2\n\nNotes\n\n1. Kyodo, May 5, 2012.\n\n2. Ibid."
    path.write_text(html.write(Library.of([Extractor()(Document("boats.txt", text))])), "utf-8")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with started() as running:
        yield running


def shown(page, section: str) -> list[str]:
    return page.locator(f"#{section} .row{SHOWN}").evaluate_all("rows => rows.map(row => row.id)")


def settle(page) -> None:
    """Until a search is done: it waits for the last key, and then reads what is packed."""
    page.locator(".found[aria-busy=false]").wait_for(state="attached")


@needs_chromium
def test_search_keeps_what_has_every_word(browser, sample):
    with visit(browser, sample) as page:
        page.keyboard.press("/")
        page.keyboard.type("BARRACKS islands")
        page.locator(".found", has_text="1 source, 0 works, 1 text").wait_for()
        assert (shown(page, "sources"), shown(page, "texts")) == (["s-tass"], ["t-islands-set-aside.txt"])
        assert page.locator("#texts mark a", has_text="TASS, December 17, 2018").is_visible()
        assert not page.locator("#method").is_visible()
        assert page.url.endswith("?q=BARRACKS+islands")
        page.keyboard.press("Escape")
        assert len(shown(page, "texts")) == 5 and page.locator("#method").is_visible()


@needs_chromium
def test_a_search_without_hits_shows_one_line(browser, sample):
    with visit(browser, sample) as page:
        page.keyboard.press("/")
        page.keyboard.type("zeppelin")
        page.locator(".found", has_text="Nothing here has “zeppelin”.").wait_for()
        assert not [part for part in ("sources", "works", "texts") if page.locator(f"#{part}").is_visible()]
        page.keyboard.press("Escape")
        assert page.locator("#sources").is_visible()


@needs_chromium
def test_the_numbers_of_facets_follow_a_search(browser, sample):
    with visit(browser, sample) as page:
        page.keyboard.press("/")
        page.keyboard.type("xinhua")
        page.locator(".found", has_text="works").wait_for()
        counts = page.locator("#sources .facets div").first.locator("button span").all_text_contents()
        assert sum(map(int, counts)) == len(shown(page, "sources"))


@needs_chromium
def test_facets_filter_and_stay_in_the_address(browser, sample):
    with visit(browser, sample) as page:
        page.get_by_role("button", name="State media 5").click()
        kept = shown(page, "sources")
        assert kept == ["s-tass", "s-xinhua", "s-ria-novosti", "s-al-jazeera", "s-china-daily"]
        page.get_by_role("button", name="China 2").click()
        assert shown(page, "sources") == ["s-xinhua", "s-china-daily"]
        assert page.get_by_role("button", name="State media 2").get_attribute("aria-pressed") == "true"
        address = page.url
    with visit(browser, sample, address[address.index("#") :]) as page:
        page.locator("#sources .facets [aria-pressed=true]").first.wait_for()
        assert shown(page, "sources") == ["s-xinhua", "s-china-daily"]


@needs_chromium
def test_an_address_that_names_no_facet_filters_nothing(browser, sample):
    with visit(browser, sample, "#sources?sources.constructor=x&sources.nosuch=y&sources.sort=Nosuch") as page:
        page.locator("#sources .facets").wait_for()
        assert len(shown(page, "sources")) > 10


@needs_chromium
def test_a_number_leads_to_what_it_counts(browser, sample):
    with visit(browser, sample) as page:
        page.locator("#patterns a[data-filter='sources:kind:Broadcaster']").click()
        page.locator("#sources .facets [aria-pressed=true]").wait_for()
        assert shown(page, "sources") == ["s-al-jazeera", "s-nhk"]
        page.locator(".matrix td a", has_text="8").first.click()
        page.locator("[id^='s-interfax:'].arrived").wait_for()
        assert page.locator("#s-interfax details").evaluate("fold => fold.open")
        page.locator("#texts a[data-filter^='problems:text:']").first.click()
        page.locator("#problems .row[hidden]").first.wait_for(state="attached")
        assert len(set(page.locator(f"#problems .row{SHOWN}").evaluate_all("rows => rows.map(row => row.dataset.text)"))) == 1


@needs_chromium
def test_tables_are_sorted_by_their_headings(browser, sample):
    with visit(browser, sample) as page:
        heading = page.locator("#sources thead th", has_text="Source").first
        heading.get_by_role("button").click()
        assert heading.get_attribute("aria-sort") == "ascending"
        names = page.locator(f"#sources .row{SHOWN} tr:first-child th").all_inner_texts()
        assert names == sorted(names, key=str.casefold)
        heading.get_by_role("button").click()
        assert heading.get_attribute("aria-sort") == "descending" and page.locator("#sources [aria-sort]").count() == 1
        assert page.url.endswith("sources.sort=-Source")


@needs_chromium
def test_a_citation_shows_its_work_on_a_card(browser, sample):
    with visit(browser, sample, "#cboats-and-quotas.html.17") as page:
        citation = page.locator("[id='cboats-and-quotas.html.17'] a")
        citation.hover()
        assert "Petrov, Leonid, and Anna Kireeva. “Quotas and Coasts.” Far Eastern Affairs 41" in page.locator("#card").inner_text()
        assert "page 88" in page.locator("#card").inner_text()
        page.keyboard.press("Escape")
        assert not page.locator("#card").is_visible()
        citation.focus()
        assert page.locator("#card").is_visible() and citation.get_attribute("aria-describedby") == "card"


@needs_chromium
def test_everything_is_reached_by_the_keyboard(browser, sample):
    with visit(browser, sample) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.locator("#sources summary").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("#s-interfax .quotes").first.is_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")  # the first work of Interfax
        page.locator("[id^='w-interfax']:focus").wait_for()
        outline = page.locator("#sources summary").first
        outline.focus()
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@needs_chromium
def test_notes_and_callouts_lead_to_each_other(browser, noted):
    with visit(browser, noted) as page:
        page.locator("a.callout", has_text="2").click()
        page.locator("[id='nboats.txt.2'].arrived", has_text="2. Ibid.").wait_for()
        page.locator("a.label", has_text="2.").click()
        page.locator("[id='kboats.txt.2'].arrived").wait_for()


@needs_chromium
def test_without_a_script_all_is_there(browser, sample):
    with visit(browser, sample, java_script_enabled=False) as page:
        assert len(page.locator("#sources .row").all()) == 25 and page.locator("#sources .row").last.is_visible()
        assert not page.locator(".tools").is_visible() and page.locator("nav input").count() == 0
        page.locator("#s-interfax summary").click()
        assert page.locator("#s-interfax .quotes").first.is_visible()
        page.locator(".chart summary").first.click()
        assert page.locator(".chart table").first.is_visible()


@needs_chromium
def test_a_large_report_says_what_needs_its_script(browser, large):
    with visit(browser, large, java_script_enabled=False) as page:
        assert page.locator("noscript").is_visible()
        assert page.locator("#texts .row").count() == 60 and page.locator("#texts .row").last.is_visible()


@needs_chromium
def test_dark_and_light(browser, sample):
    paper = "getComputedStyle(document.body).backgroundColor"
    with visit(browser, sample, color_scheme="dark") as page:
        dark = page.evaluate(paper)
        page.get_by_role("button", name="Colours: as the system").click()
        light = page.evaluate(paper)
        page.get_by_role("button", name="Colours: light").click()
        assert (light, page.evaluate(paper)) == ("rgb(252, 251, 248)", dark) and dark != light


@needs_chromium
def test_on_paper_it_is_light_and_without_controls(browser, sample):
    with visit(browser, sample, color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert not any(page.locator(part).first.is_visible() for part in ("nav", ".tools", ".facets"))
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        rows = page.locator("#works .row")
        assert all(rows.nth(number).is_visible() for number in range(rows.count()))


@needs_chromium
def test_on_paper_a_list_is_not_cut_off(browser, tmp_path):
    texts = "".join(f"It froze in town {number} (TASS, March {number}, 2015).\n\n" for number in range(1, 32))
    more = texts.replace("March", "May").replace("TASS", "Kyodo")
    (tmp_path / "report.html").write_text(html.write(Library.of([Extractor()(Document("a.txt", texts + more))])), "utf-8")
    with visit(browser, tmp_path / "report.html") as page:
        last = page.locator("#works .row").last
        assert not last.is_visible()
        page.emulate_media(media="print")
        assert last.is_visible() and not page.locator("#works .more button").first.is_visible()


@needs_chromium
@pytest.mark.parametrize("width", [360, 600, 1000, 1280])
def test_the_page_is_no_wider_than_the_screen(browser, sample, width):
    with visit(browser, sample, viewport={"width": width, "height": 800}) as page:
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@needs_chromium
def test_a_long_name_of_a_file_fits_a_telephone(browser, tmp_path):
    document = Document(f"{'articles/of_this_spring/' * 3}a_draft_without_a_title.txt", "It froze (TASS, March 3, 2015).")
    (tmp_path / "report.html").write_text(html.write(Library.of([Extractor()(document)])), "utf-8")
    with visit(browser, tmp_path / "report.html", viewport={"width": 360, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@needs_chromium
def test_texts_from_right_to_left_run_so(browser, sample):
    with visit(browser, sample) as page:
        arabic = page.locator("#works bdi", has_text="طريق").first
        assert arabic.evaluate("run => getComputedStyle(run).direction") == "rtl"


@needs_chromium
@pytest.mark.parametrize(("label", "name"), [("CSV", "csv"), ("BibTeX", "biblatex"), ("JSON", "csl-json")])
def test_the_data_is_saved_as_files(browser, sample, label, name):
    with visit(browser, sample, accept_downloads=True) as page:
        with page.expect_download() as download:
            page.get_by_role("button", name=label).click()
        assert download.value.path().read_text("utf-8") == WRITERS[name].write(sample_library())


@needs_chromium
def test_a_packed_citation_is_found_by_its_address(browser, large):
    with visit(browser, large, "#c00007.txt.5") as page:
        page.locator(".arrived").wait_for()
        assert page.locator(".arrived").get_attribute("id") == "c00007.txt.5" and page.locator(".arrived").is_visible()
        assert page.locator("#t-00007\\.txt .text").is_visible() and page.locator(".text").count() == 1
        page.locator(".arrived a").click()
        page.locator("#works .arrived").wait_for()
        assert page.locator("#works .arrived .about").is_visible()


@needs_chromium
def test_packed_texts_are_searched(browser, large):
    with visit(browser, large) as page:
        page.locator("nav input").fill("barracks DEFENCE")
        settle(page)
        assert len(page.locator("#texts .row:not([hidden])").all()) == 12
        page.locator("nav input").fill("no such words")
        page.locator(".found", has_text="Nothing here has “no such words”.").wait_for()


@needs_chromium
def test_packed_rows_are_shown_and_filtered(browser, large):
    with visit(browser, large) as page:
        assert page.locator("#works .row").count() == 100
        page.get_by_role("button", name="Unpack all works to filter them").click()
        page.locator("#works .facets [data-value]").first.wait_for()
        assert page.locator("#works .row").count() == 576
        page.get_by_role("button", name="Show all 576 works").click()
        assert len(page.locator(f"#works .row{SHOWN}").all()) == 576


@needs_chromium
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_nothing_bars_anyone(browser, small, scheme, width):
    """The rules of axe-core: WCAG 2.2 A and AA, and what it holds for good practice; every fold is open."""
    from axe_playwright_python.sync_playwright import Axe

    with visit(browser, small, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True) as page:
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.skipif(not shutil.which("tidy"), reason="tidy is not here (Debian's package of that name has it)")
@pytest.mark.parametrize("name", ["sample", "large", "noted"])
def test_the_markup_is_clean(name, request):
    ran = subprocess.run(["tidy", "-quiet", "-errors", "-utf8", request.getfixturevalue(name)], capture_output=True, text=True, check=False)
    assert [line for line in ran.stderr.splitlines() if not KNOWN_TO_TIDY.search(line)] == []
