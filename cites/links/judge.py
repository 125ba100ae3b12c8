"""Facts → verdict: one ordered table, first fit wins. Pure: nothing is asked here, so that its tests need no network.

    alive       a reader gets a page (or a file), as far as can be told without knowing what was cited
    moved       a reader gets it, and the site says for good that the address is another one: the citation should be mended
    dead        the page, or the site, is gone
    soft404     the site says 200, but shows a notice, its front page or nothing
    parked      the domain is for sale or was suspended
    drifted     another page now stands here (kept for a later table: it takes the cited title to tell)
    restricted  it is there for some: a log-in, a ban, a wall against programs
    unknown     could not be known now: errors of the server, time-outs, too many requests
    insecure    the certificate does not hold
    refused     was not asked: no http address, a private network, a user name in the address

Doubt goes to "alive", then to "unknown": a wrong "dead" costs more trust than it saves work.

A change from http to https, from or to "www.", or of a slash at the end is not "moved" but "alive", although the site may say so
with a 301: the old address still leads every reader there, and nothing in the citation needs mending. `final_url` and `hops` show it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from cites.links import phrases
from cites.links.address import shown
from cites.links.facts import Answer, Facts, Page
from cites.model import Link

SHORT = 600  # code points of all text on a page, menus included; shorter than that is a notice rather than an article
PERMANENT = (301, 308, 200)  # 200: sent on by the page itself (meta refresh), which has no temporary form
GIVES_A_PAGE = (200, 203, 206)
Test = Callable[[Facts], bool]


class Rule(NamedTuple):
    """One row: where `test` holds, the verdict is `verdict`; `reason` is for a reader, with what is braced taken from the facts."""

    test: Test
    verdict: str
    reason: str


def judge(facts: Facts) -> Rule:
    """Return the first rule that fits: `Rule(…, "dead", "the page is not there (404)")`."""
    rule = next(rule for rule in RULES if rule.test(facts))
    last = facts.last
    return rule._replace(reason=rule.reason.format(status=last.status, detail=last.detail, url=shown(last.url), tries=facts.tries))


def to_link(url: str, facts: Facts, checked: str) -> Link:
    """Return the Link for a URL as given (it may have a fragment which `facts.url` has not), judged."""
    _, verdict, reason = judge(facts)
    last = facts.last
    final = shown(last.url) if last.status is not None else ""
    return Link(
        url=shown(url),
        verdict=verdict,
        reason=reason,
        status=last.status,
        hops=tuple((shown(answer.url), answer.status) for answer in facts.answers if answer.status is not None),
        final_url=final,
        moved_to=final if verdict == "moved" else "",
        title=last.page.title if last.page else "",
        tries=facts.tries,
        checked=checked,
    )


def is_worth_another_try(answer: Answer) -> bool:
    """Whether the same request may fare better in a moment: a 5xx, a 429, a reset; but not a wall: it would not let us in then."""
    if answer.status is None:
        return answer.problem in ("reset", "no-look-up", "connect-timeout")
    return (answer.status == 429 or 500 <= answer.status < 600) and not _is_wall(answer)


# --- tests: what a row may ask of the facts


def problem(name: str) -> Test:
    return lambda facts: facts.last.problem == name


def status(*codes: int) -> Test:
    return lambda facts: facts.last.status in codes


def is_wall(facts: Facts) -> bool:
    """A wall against programs, by its header, its title ("Just a moment…") or, on an error, its text."""
    return _is_wall(facts.last)


def _is_wall(answer: Answer) -> bool:
    if answer.status is None or answer.status in (404, 410):
        return False
    is_error = answer.status not in GIVES_A_PAGE  # ordinary pages behind such a wall carry its scripts and headers, too
    if answer.wall and is_error:
        return True
    page = answer.page or Page()
    if plain(page.title) in WALL_TITLES and (is_error or len(page.text) < SHORT):
        return True
    return is_error and any(line in page.text.lower() for line in phrases.WALL_LINES)


def gives_no_page(facts: Facts) -> bool:
    return facts.last.status not in GIVES_A_PAGE


def is_server_error(facts: Facts) -> bool:
    return 500 <= (facts.last.status or 0) < 600


def says_not_found(facts: Facts) -> bool:
    """ "Page not found | The Journal" as the title, or as the first heading; "404" alone is believed on a short page only."""
    page = facts.last.page or Page()
    heads = {*parts(page.title), *parts(page.heading)}
    return bool(heads & NOT_FOUND_TITLES) or ("404" in heads and len(page.text) < SHORT)


def is_notice(facts: Facts) -> bool:
    """A very short page that says "this article is no longer available"."""
    page = facts.last.page or Page()
    text = page.text.lower().replace("\u2019", "'")
    return len(text) < SHORT and any(line in text for line in phrases.NOT_FOUND_LINES)


def is_empty(facts: Facts) -> bool:
    return facts.last.page is not None and facts.last.page.is_empty


def is_parked(facts: Facts) -> bool:
    """Ends at a dealer in domains, or is a short page whose title or heading offers the domain."""
    if is_redirected(facts) and any(_host(facts.last.url).endswith("." + site) for site in phrases.PARKING_SITES):
        return True
    page = facts.last.page or Page()
    heads = plain(page.title) + " | " + plain(page.heading)
    return len(page.text) < 4 * SHORT and any(phrase in heads for phrase in PARKED)  # such pages list "related searches"


def is_redirected(facts: Facts) -> bool:
    return len(facts.answers) > 1 and not is_same(facts.first.url, facts.last.url)


def went_to_front(facts: Facts) -> bool:
    """An article's address that leads to a front page: /2012/05/talks-00017 to /, /news/ or /index.html."""
    old, new = urlsplit(facts.first.url), urlsplit(facts.last.url)
    return is_redirected(facts) and is_deep(old) and old.hostname not in phrases.RESOLVERS and is_front(new) and not new.query


def went_to_error_page(facts: Facts) -> bool:
    names = segments(urlsplit(facts.last.url))
    return is_redirected(facts) and bool(names) and names[-1] in phrases.ERROR_PAGES


def went_to_login(facts: Facts) -> bool:
    names = segments(urlsplit(facts.last.url))
    asked_for = segments(urlsplit(facts.first.url))
    is_login = not phrases.LOGIN.isdisjoint({*names[:1], *names[-1:], _host(facts.last.url).split(".")[1]})  # "login.example.org", too
    return is_redirected(facts) and is_login and not phrases.LOGIN.intersection(asked_for)


def is_moved(facts: Facts) -> bool:
    """The answer that led away from the cited address (not only to a variant of it) did so for good. What comes after may be temporary."""
    hops = pairwise(facts.answers)
    away = next((one for one, other in hops if not is_same(facts.first.url, other.url)), None)
    return away is not None and away.status in PERMANENT and is_redirected(facts)


RULES = (
    # not asked
    Rule(problem("malformed"), "refused", "this is not an address that can be asked"),
    Rule(problem("scheme"), "refused", "only http and https addresses are asked ({detail})"),
    Rule(problem("secrets"), "refused", "an address with a user name or a password is not asked ({detail})"),
    Rule(problem("private"), "refused", "it leads into a private network ({detail})"),
    Rule(problem("stopped"), "unknown", "not checked: the run was stopped"),
    Rule(problem("rest"), "unknown", "not checked: the host asked to be left alone for {detail}"),
    # no answer
    Rule(problem("no-name"), "dead", "there is no host of this name ({detail})"),
    Rule(problem("closed"), "dead", "the host refuses the connection"),
    Rule(problem("certificate"), "insecure", "the certificate does not hold: {detail}"),
    Rule(problem("circle"), "dead", "its redirects go in a circle"),
    Rule(problem("hops"), "unknown", "it sends on more than {detail} times"),
    Rule(problem("timeout"), "unknown", "no whole answer in time"),
    Rule(problem("connect-timeout"), "unknown", "no connection in time, tries: {tries}"),
    Rule(problem("reset"), "unknown", "the connection was cut, tries: {tries}"),
    Rule(problem("no-look-up"), "unknown", "the host name could not be looked up ({detail})"),
    Rule(problem("tls"), "unknown", "no secure connection could be made: {detail}"),
    Rule(problem("not-http"), "unknown", "the answer is not HTTP"),
    Rule(problem("proxy"), "unknown", "the proxy gave no connection"),
    Rule(problem("unreachable"), "unknown", "the host cannot be reached from here"),
    Rule(problem("other"), "unknown", "it could not be asked ({detail})"),
    # an answer that is no page
    Rule(is_wall, "restricted", "a wall against programs answered ({status}); a browser may get through"),
    Rule(status(401, 407), "restricted", "it asks for a log-in ({status})"),
    Rule(status(402), "restricted", "it asks for payment ({status})"),
    Rule(status(403), "restricted", "access is forbidden to us ({status})"),
    Rule(status(451), "restricted", "withheld for legal reasons ({status})"),
    Rule(status(999), "restricted", "the host turns programs away ({status})"),
    Rule(status(404), "dead", "the page is not there (404)"),
    Rule(status(410), "dead", "the page was removed (410)"),
    Rule(status(429), "unknown", "too many requests, says the host (429), tries: {tries}"),
    Rule(is_server_error, "unknown", "the server failed ({status}), tries: {tries}"),
    Rule(gives_no_page, "unknown", "the answer says neither yes nor no ({status})"),
    # a page, but which?
    Rule(is_parked, "parked", "the domain is for sale or was suspended"),
    Rule(says_not_found, "soft404", "the page calls itself “not found”, although the server says {status}"),
    Rule(is_notice, "soft404", "a short notice that the page is gone, although the server says {status}"),
    Rule(is_empty, "soft404", "the page is empty"),
    Rule(went_to_error_page, "soft404", "it leads to an error page: {url}"),
    Rule(went_to_login, "restricted", "it leads to a log-in page: {url}"),
    Rule(went_to_front, "soft404", "it leads to a front page instead of the page cited: {url}"),
    # a reader gets there
    Rule(is_moved, "moved", "moved for good to {url}"),
    Rule(is_redirected, "alive", "reached by a temporary redirect ({status})"),
    Rule(lambda facts: True, "alive", "answers with a page or a file ({status})"),
)


# --- words and addresses, made comparable

_WORDS = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_BREAKS = re.compile(r"\s+[-–—·•»:/]+\s+|\s*(?:[|｜]|::)\s*")  # "Page not found – The Journal | News"


def plain(text: str) -> str:
    """Return the words of a text: "404 – Page Not Found!" gives "404 page not found"."""
    return " ".join(_WORDS.findall(text.lower().replace("\u2019", "'")))


def parts(title: str) -> tuple[str, ...]:
    """Return a title and its parts: "Page not found | The Journal" gives "page not found the journal", "page not found", "the journal"."""
    return tuple(plain(part) for part in (title, *_BREAKS.split(title)))


NOT_FOUND_TITLES = frozenset(map(plain, phrases.NOT_FOUND_TITLES))
WALL_TITLES = frozenset(map(plain, phrases.WALL_TITLES))
PARKED = tuple(map(plain, phrases.PARKED))


def segments(address: SplitResult) -> tuple[str, ...]:
    """Return the words of a path: "/News/2012/index.html" gives "news", "2012", "index"."""
    names = [unquote(name).lower() for name in address.path.split("/") if name]
    return tuple(re.sub(r"\.(?:html?|php|aspx?|jsp|shtml)$", "", name) for name in names)


def is_front(address: SplitResult) -> bool:
    """Whether a path names no page of its own: "/", "/en/", "/news/index.html"."""
    return all(name in phrases.FRONT for name in segments(address))


def is_deep(address: SplitResult) -> bool:
    """Whether an address is one of a single article: "/2012/05/talks", "/news/putin-visits", "/?p=123".

    Not so "/report", "/~jones/tool/" (a site within a site, which may have become one of its own), "/x7Yk2" (of a link shortener).
    """
    own = [name for name in segments(address) if name not in phrases.FRONT]
    has_number = len(own) > 1 and any(char.isdigit() for char in "".join(own))
    return has_number or any(len(name) >= 12 for name in own) or re.search(r"=\d{2,}(?:&|$)", address.query) is not None


def is_same(one: str, other: str) -> bool:
    """Whether two addresses are variants of each other: http or https, with or without "www.", with or without a slash at the end."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> tuple[str, int | None, str, str]:
    address = urlsplit(url)
    port = None if address.port in (80, 443) else address.port
    return _host(url).removeprefix(".www").removeprefix("."), port, unquote(address.path).rstrip("/"), address.query


def _host(url: str) -> str:
    """Return the host with a dot before it, so that a domain can be looked for at its end: ".www.example.org"."""
    return "." + (urlsplit(url).hostname or "").rstrip(".")
