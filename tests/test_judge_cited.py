"""Verdicts where it is known what was cited: what is true of the page, in pages that nobody wrote down before."""

from __future__ import annotations

import pytest

from cites.links.evidence import differs, to_link
from cites.links.facts import Answer, Facts, Page, Wanted
from cites.links.judge import judge
from cites.links.page import read_page
from cites.links.paths import date_in, folder_of, is_login, sibling_of, slug_of

URL = "http://example.org/2012/05/n-00017"
CITED = Wanted(URL, ("Talks resume in Tokyo over the islands",), "2012-05-10")
PROSE = "<p>The delegations met again in the autumn, and both sides described the talks as frank and useful.</p>" * 20
MENU = "<nav><a href=/>Home</a> <a href=/news>News</a></nav>"
LIST = "<ul>" + "".join(f"<li><a href=/{n}>Story {n} of this long day</a></li>" for n in range(60)) + "</ul>"


def page(source: str, url: str = URL) -> Page:
    return read_page(f"<!doctype html><html>{source}</html>".encode(), True, "text/html; charset=utf-8", url)


def verdict(source: str, *before: tuple[str, int], at: str = URL, cited: Wanted = CITED, sibling: Answer | None = None) -> str:
    """The verdict on a page, at the end of some hops."""
    answers = (*(Answer(url, status) for url, status in before), Answer(at, 200, page=page(source, at)))
    return judge(Facts(answers[0].url, answers, sibling=sibling), cited).verdict


@pytest.mark.parametrize(
    "source",
    [
        f"<title>Talks resume in Tokyo over the islands | The Journal</title><body>{PROSE}",
        f"<title>The Journal</title><body><h1><a href=/>The Journal</a></h1><h2>Talks resume in Tokyo over the islands</h2>{PROSE}",
        f"<title>The Journal</title><meta property='og:title' content='Talks Resume in Tokyo Over the Islands'><body>{PROSE}",
        f"<title>The Journal</title><body>{MENU}<p>Talks resume in Tokyo over the islands. By Ann Author.</p>{PROSE}",
        '<title>x</title><script type="application/ld+json">{"headline": "Talks resume in Tokyo over the islands"}</script><body>',
        # overrides everything else
        "<title>Talks resume in Tokyo over the islands</title><body><h1>Page not found</h1><p>Sorry.</p>",
        "<title>Talks resume in Tokyo over the islands</title><body><form><input type=password></form>",
        "<title>Talks resume in Tokyo over the islands</title><body>This domain is for sale",
    ],
)
def test_the_cited_title_overrides_everything(source: str) -> None:
    assert verdict(source) == "alive"


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        ("drifted", f"<title>Grain exports reach a record | The Journal</title><body><h1>Grain exports reach a record</h1>{PROSE}"),
        ("soft404", f"<title>The Journal</title><body>{MENU}<h1>Well, this is awkward</h1><p>Nothing lives here.</p>{LIST}"),
        ("soft404", f"<title>The Journal</title><body>{MENU}<p>That piece was pulled by the desk.</p>{LIST}"),
        ("soft404", "<title>The Journal</title><body><h1>The Journal</h1><p>We are sorry, this story is no longer available.</p>"),
        ("soft404", f"<title>Whoops! | The Journal</title><body><h1>Whoops!</h1>{PROSE}"),
        (
            "parked",
            "<title>example.org</title><body><p>Related searches: loans, hotels</p><iframe src='//dealer.example/parking?x'></iframe>",
        ),
        ("parked", "<title>example.org</title><body><h1>Make an offer for this domain</h1>"),
        ("restricted", "<title>The Journal</title><body><h1>Readers' club</h1><form><input name=u><input type=password></form>"),
        ("restricted", "<title>One second</title><body><p>Hold on.</p><script src='/x/captcha.js'></script>"),
        ("restricted", "<title>Un instant</title><body><p>Nous regardons qui vous êtes.</p><script src=/g.js></script>"),
        ("soft404", "<title>Un instant</title><body><p>Rien par ici.</p><a href=/>Le Journal</a><script src=/g.js></script>"),
        ("alive", "<title>The Journal</title><body><div id=root></div><script src=app.js></script>"),  # who knows what it draws
        # a translation, or the same page under another headline: no other page
        ("alive", f"<title>Переговоры в Токио возобновлены</title><body><h1>Переговоры в Токио возобновлены</h1>{PROSE}"),
        ("alive", f"<title>Die Gespräche in der Stadt gehen weiter</title><body>{PROSE}"),
        ("alive", f"<title>Ministers meet</title><meta property='article:published_time' content='2012-05-10T09:00'><body>{PROSE}"),
    ],
)
def test_the_cited_title_is_missing(expected: str, source: str) -> None:
    cited = CITED if "Gespräche" not in source else Wanted(URL, ("The end of the talks and what it means for the islands",))
    assert verdict(source, cited=cited) == expected


def test_the_words_of_the_address_are_those_of_the_page() -> None:
    url = "http://example.org/news/ministers-resume-fishing-talks"
    source = f"<title>Ministers resume their talks on fishing</title><body><h1>Ministers resume their talks on fishing</h1>{PROSE}"
    found = judge(Facts(url, (Answer(url, 200, page=page(source)),)), Wanted(url, ("Quarrel at the pier is over at last",)))
    assert (found.verdict, found.name) == ("alive", "headline")


@pytest.mark.parametrize(
    ("expected", "at", "source"),
    [
        ("moved", "http://example.org/a/17", f"<title>Talks resume in Tokyo over the islands</title><body>{PROSE}"),
        ("soft404", "http://example.org/", f"<title>The Journal</title><body>{LIST}"),
        ("soft404", "http://example.org/wiadomosci/", f"<title>The Journal</title><body><h1>Wiadomości</h1>{LIST}"),
        ("soft404", "http://example.org/?from=/2012/05/n-00017", f"<title>The Journal</title><body>{LIST}"),
        ("drifted", "http://example.org/b/18", f"<title>Grain exports reach a record</title><body>{PROSE}"),
        ("restricted", "http://example.org/gate?back=/2012/05/n-00017", "<title>Club</title><body>Members."),
        ("restricted", "http://example.org/konto/anmelden", "<title>Konto</title><body>Bitte."),
    ],
)
def test_redirects_that_last(expected: str, at: str, source: str) -> None:
    assert verdict(source, (URL, 301), at=at) == expected


def test_what_any_address_gets_is_no_article() -> None:
    source = f"<title>The Journal</title><body><h1>The Journal</h1>{PROSE}"
    no_title = Wanted(URL)
    assert verdict(source, cited=no_title) == "alive"
    same = Answer("http://example.org/2012/05/x", 200, page=page(source))
    assert verdict(source, cited=no_title, sibling=same) == "soft404"
    other = Answer("http://example.org/2012/05/x", 200, page=page(f"<title>Another</title><body>{LIST}"))
    assert verdict(source, cited=no_title, sibling=other) == "alive"
    assert verdict(source, cited=no_title, sibling=Answer("http://example.org/2012/05/x", 404)) == "alive"
    # a redirect to where every address leads
    home = "http://example.org/start/here"
    everyone = Answer(home, 200, page=page(source))
    assert verdict(source, (URL, 302), at=home, cited=no_title, sibling=everyone) == "soft404"


def test_titles_of_two_places_and_words_of_a_link() -> None:
    source = f"<title>Grain exports reach a record</title><body>{PROSE}"
    assert verdict(source, cited=Wanted(URL, ("Talks resume in Tokyo", "Grain exports reach a record"))) == "alive"
    assert (
        verdict(source, cited=Wanted(URL, words=("a report that was published yesterday",))) == "alive"
    )  # no title, so nothing is missing


# --- findings


def test_a_date_that_does_not_fit_is_a_finding() -> None:
    source = f"<title>Talks resume in Tokyo over the islands</title><meta name=date content=2015-03-02><body>{PROSE}"
    link = to_link(CITED, Facts(URL, (Answer(URL, 200, page=page(source)),)), "")
    assert link.findings == ("it is cited as of 2012-05-10, and its page is of 2015-03-02",)


@pytest.mark.parametrize(
    ("cited", "found", "does"),
    [
        ("2012-05-10", "2012-05-11", False), ("2012-05-10", "2012-05-12", True), ("2012-05", "2012-06-01", False), ("2012-05", "2012-08", True),
        ("2012", "2012-08-01", False), ("2012", "2013-01-01", False), ("2012", "2015", True), ("XXXX-05-10", "2012-05-12", False),
        ("2012-05-10/2012-06-01", "2015-01-01", False), ("2012-21", "2012-09-01", False), ("", "2012-01-01", False),
    ],
)  # fmt: skip
def test_dates_differ(cited: str, found: str, does: bool) -> None:
    assert differs(cited, found) == does


def test_a_missing_fragment_is_a_finding_and_no_verdict() -> None:
    body = b"<title>Talks resume in Tokyo over the islands</title><body><h2 id=one>1</h2><a name='n\xc3\xb6te'></a>"
    found = read_page(body, True, "text/html; charset=utf-8", URL, ("one", "n%C3%B6te", "three"))
    assert dict(found.anchors) == {"one": True, "n%C3%B6te": True, "three": False}
    facts = Facts(URL, (Answer(URL, 200, page=found),))
    links = [to_link(Wanted(URL + fragment, CITED.titles), facts, "") for fragment in ("#one", "#three", "#:~:text=x", "#!/a", "")]
    assert [link.fragment_missing for link in links] == [False, True, False, False, False]
    assert {link.verdict for link in links} == {"alive"} and links[1].findings
    assert not read_page(body, False, "", URL, ("three",)).anchors  # what was not read may have it


# --- addresses


def test_siblings() -> None:
    assert sibling_of("http://a.org/2012/talks.html").startswith("http://a.org/2012/") and sibling_of(
        "http://a.org/2012/talks.html"
    ).endswith(".html")
    assert sibling_of("http://a.org/x?id=12&l=en") == "http://a.org/x?id=999999999&l=zq7xwk3v9"
    assert sibling_of("http://a.org/") == ""
    assert folder_of("http://a.org/2012/a") == folder_of(sibling_of("http://a.org/2012/b/")) == "http://a.org/2012/"


def test_what_addresses_say() -> None:
    assert date_in("http://a.org/2012/1/x") == "2012-01"
    assert (date_in("http://a.org/2012/01/27/x"), date_in("http://a.org/20120127-x"), date_in("http://a.org/201201")) == (
        "2012-01-27",
    ) * 2 + ("",)
    assert slug_of("http://a.org/2012/ministers-resume-talks-17.html") == ("ministers", "resume", "talks")
    assert slug_of("http://a.org/2012/talks") == ()
    assert is_login("https://sso.a.org/x", URL) and not is_login("http://a.org/news", URL)
