"""From recorded facts to verdicts: no network."""

from __future__ import annotations

import pytest

from cites.links.case import Case
from cites.links.evidence import to_link
from cites.links.facts import Answer, Facts, Page, Wanted
from cites.links.judge import RULES, VERDICTS, is_worth_another_try, judge
from cites.links.paths import is_same
from cites.links.phrases import parts

LONG = "The delegations met again in the autumn and the talks were described as frank by both sides. " * 20
ARTICLE = Page("Talks resume | The Journal", "Talks resume", text=LONG, prose=LONG, size=len(LONG))
URL = "http://example.org/2012/05/talks-00017"


def facts(*answers: Answer, tries: int = 1) -> Facts:
    return Facts(answers[0].url, answers, tries)


def page(title: str = "", heading: str = "", text: str = LONG, **more: object) -> Facts:
    return facts(Answer(URL, 200, page=Page(title, heading, **{"text": text, "prose": text, "size": len(text), **more})))  # type: ignore[arg-type]


def hops(*stops: tuple[str, int], last: Page | None = ARTICLE) -> Facts:
    return facts(*(Answer(url, status, page=last if i == len(stops) - 1 else None) for i, (url, status) in enumerate(stops)))


@pytest.mark.parametrize(
    ("verdict", "found"),
    [
        ("alive", page("Talks resume | The Journal", "Talks resume")),
        ("alive", facts(Answer(URL, 200))),  # a PDF
        ("dead", facts(Answer(URL, 404))),
        ("dead", facts(Answer(URL, 410))),
        ("restricted", facts(Answer(URL, 401))),
        ("restricted", facts(Answer(URL, 403))),
        ("restricted", facts(Answer(URL, 451))),
        ("restricted", facts(Answer(URL, 999))),
        ("restricted", facts(Answer(URL, 503, page=Page("Just a moment…", text="Enable JavaScript and cookies to continue")))),
        ("restricted", facts(Answer(URL, 202, wall="x-amzn-waf-action"))),
        ("restricted", page("Just a moment...", text="Checking your browser")),
        ("unknown", facts(Answer(URL, 400))),
        ("unknown", facts(Answer(URL, 429))),
        ("unknown", facts(Answer(URL, 500))),
        ("unknown", facts(Answer(URL, 503, page=Page("Service Unavailable", text="Back soon")))),
        ("unknown", facts(Answer(URL, 302))),  # without a Location
    ],
)
def test_status(verdict: str, found: Facts) -> None:
    assert judge(found).verdict == verdict


@pytest.mark.parametrize(
    ("verdict", "name"),
    [
        ("dead", "no-name"), ("dead", "closed"), ("dead", "circle"), ("insecure", "certificate"),
        ("unknown", "timeout"), ("unknown", "connect-timeout"), ("unknown", "reset"), ("unknown", "no-look-up"), ("unknown", "tls"),
        ("unknown", "not-http"), ("unknown", "unreachable"), ("unknown", "proxy"), ("unknown", "hops"), ("unchecked", "rest"),
        ("unchecked", "stopped"), ("unchecked", "enough"), ("unchecked", "ignored"), ("unchecked", "offline"), ("unchecked", "no-network"), ("unknown", "other"),
        ("refused", "private"), ("refused", "scheme"), ("refused", "secrets"), ("refused", "malformed"),
    ],
)  # fmt: skip
def test_no_answer(verdict: str, name: str) -> None:
    assert judge(facts(Answer(URL, problem=name, detail="{x}"))).verdict == verdict


@pytest.mark.parametrize(
    ("verdict", "found"),
    [
        ("moved", hops((URL, 301), ("http://example.org/articles/17", 200))),
        ("moved", hops((URL, 308), ("https://other.example/articles/17", 200))),
        ("moved", hops((URL, 301), ("http://example.org/a", 302), ("http://example.org/articles/17", 200))),
        ("moved", hops((URL, 200), ("http://example.org/articles/17", 200))),  # sent on by the page itself
        ("alive", hops((URL, 302), ("http://example.org/articles/17", 200))),
        ("alive", hops((URL, 307), ("http://example.org/articles/17", 200))),
        ("dead", hops((URL, 301), ("http://example.org/articles/17", 404))),
        # variants of the same address need no mending
        ("alive", hops((URL, 301), (URL.replace("http:", "https:"), 200))),
        ("alive", hops((URL, 301), (URL.replace("//", "//www."), 200))),
        ("alive", hops((URL, 301), (URL + "/", 200))),
        ("alive", hops((URL, 301), (URL.replace("http:", "https:"), 302), ("https://example.org/articles/17", 200))),
        ("moved", hops((URL, 301), (URL.replace("http:", "https:"), 301), ("https://example.org/articles/17", 200))),
        # instead of the page cited
        ("soft404", hops((URL, 302), ("http://example.org/", 200))),
        ("soft404", hops((URL, 301), ("http://example.org/news/", 200))),
        ("soft404", hops((URL, 301), ("https://www.example.org/en/index.html", 200))),
        ("soft404", hops((URL, 302), ("http://example.org/error.html", 200))),
        ("soft404", hops(("http://example.org/?p=123", 301), ("http://example.org/", 200))),
        ("restricted", hops((URL, 302), ("http://example.org/login?next=/2012", 200))),
        ("restricted", hops((URL, 302), ("https://login.example.org/start", 200))),
        ("parked", hops((URL, 302), ("https://www.hugedomains.com/domain_profile.cfm?d=example", 200))),
        # an address that was never one article's
        ("alive", hops(("http://example.org/en/", 302), ("http://example.org/", 200))),
        ("alive", hops(("https://bit.ly/x7Yk2", 302), ("http://example.org/", 200))),
        ("alive", hops(("https://doi.org/10.1000/182", 302), ("http://example.org/", 200))),
        ("moved", hops(("http://www.example.edu/~jones/tool/", 301), ("https://tool.example/", 200))),
        ("alive", hops(("http://example.org/login/help", 302), ("http://example.org/login", 200))),
    ],
)
def test_redirects(verdict: str, found: Facts) -> None:
    assert judge(found).verdict == verdict


@pytest.mark.parametrize(
    "title",
    [
        "Page not found | The Journal", "404 - File or directory not found.", "The Journal — Page Not Found", "Error 404 (Not Found)!",
        "Страница не найдена | Коммерсантъ", "Seite nicht gefunden - Der Spiegel", "Page introuvable – Le Monde", "Página no encontrada",
        "ページが見つかりません｜朝日新聞", "页面不存在", "페이지를 찾을 수 없습니다", "الصفحة غير موجودة",
    ],
)  # fmt: skip
def test_not_found_in_a_title(title: str) -> None:
    assert judge(page(title)).verdict == "soft404"


@pytest.mark.parametrize(
    ("title", "heading", "text"),
    [
        ("The page not found in the archive: a lost treaty | The Journal", "", LONG),
        ("HTTP 404 - Wikipedia", "HTTP 404", LONG),
        ("Peugeot 404", "Peugeot 404", LONG),
        ("404 | The Journal", "404", LONG),
        ("Talks resume", "Talks resume", LONG + "The page you requested could not be found."),  # on a long page: a quotation, or a side bar
        ("Old medicine withdrawn", "Old medicine withdrawn", "The medicine is no longer available."),
        ("Access denied", "Access denied", LONG),
        ("A domain for sale: what names cost | The Journal", "What names cost", LONG * 3),
    ],
)
def test_doubt_goes_to_alive(title: str, heading: str, text: str) -> None:
    assert judge(page(title, heading, text)).verdict == "alive"


@pytest.mark.parametrize(
    ("verdict", "found"),
    [
        ("soft404", page("The Journal", "Sorry, page not found")),
        ("soft404", page("404 | The Journal", "", "Back to the front page")),
        ("soft404", page("The Journal", "The Journal", "We are sorry, this article is no longer available.")),
        ("soft404", page("The Journal", "", "Cette page n\u2019existe pas.")),
        ("soft404", page(text="", is_empty=True)),
        ("parked", page("example.org", "This domain may be for sale", "Related searches: loans, hotels")),
        ("parked", page("Account Suspended", "", "Contact your provider")),
    ],
)
def test_what_the_page_says(verdict: str, found: Facts) -> None:
    assert judge(found).verdict == verdict


def test_link_holds_the_evidence_and_no_secrets() -> None:
    new = "http://example.org/articles/17"
    link = to_link(Wanted("http://me:secret@example.org/2012/05/talks-00017#top"), hops((URL, 301), (new, 200)), "2024-05-01T12:00:00Z")
    assert link.url == URL + "#top"
    assert (link.verdict, link.moved_to, link.final_url, link.status, link.tries) == ("moved", new, new, 200, 1)
    assert link.hops == ((URL, 301), (new, 200))
    assert link.title == "Talks resume | The Journal"
    assert link.reason == f"moved for good to {new}"
    assert link.checked == "2024-05-01T12:00:00Z"


def test_no_answer_has_no_final_address() -> None:
    link = to_link(
        Wanted(URL),
        facts(Answer(URL, 301, target="http://gone.invalid/"), Answer("http://gone.invalid/", problem="no-name", detail="gone")),
        "",
    )
    assert (link.verdict, link.final_url, link.status, link.hops) == ("dead", "", None, ((URL, 301),))


def test_tries_are_named() -> None:
    assert judge(facts(Answer(URL, 503), tries=3)).reason == "the server failed (503), tries: 3"


def test_what_is_worth_another_try() -> None:
    again = [Answer(URL, 500), Answer(URL, 503), Answer(URL, 429), Answer(URL, problem="reset"), Answer(URL, problem="no-look-up")]
    final = [Answer(URL, 200), Answer(URL, 404), Answer(URL, 403), Answer(URL, problem="timeout"), Answer(URL, problem="closed")]
    wall = Answer(URL, 503, page=Page("Attention Required! | Cloudflare"))
    assert all(map(is_worth_another_try, again))
    assert not any(map(is_worth_another_try, [*final, wall]))


def test_every_rule_ends_in_a_known_verdict() -> None:
    assert {rule.verdict for rule in RULES} == set(VERDICTS) - {"dead?"}
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert RULES[-1].test(Case(facts(Answer(URL, 200))))


def test_addresses_and_titles_made_comparable() -> None:
    assert is_same("http://www.example.org/a/", "https://example.org:443/a")
    assert not is_same("http://example.org/a?p=1", "http://example.org/a?p=2")
    assert parts("Page not found – The Journal") == ("page not found the journal", "page not found", "the journal")
