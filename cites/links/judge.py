"""Facts → verdict: one ordered table, first fit wins. Pure: nothing is asked here, so that its tests need no network.

    alive       a reader gets what is cited, as far as can be told
    moved       a reader gets it, and the site says for good that the address is another one: the citation should be mended
    dead        the page, or the site, is gone
    soft404     the site says 200, but shows a notice, its front page or nothing
    parked      the domain is for sale or was suspended
    drifted     another page now stands here
    restricted  it is there for some: a log-in, a ban, a wall against programs
    unknown     could not be known now: errors of the server, time-outs, too many requests
    insecure    the certificate does not hold
    refused     was not asked: no http address, a private network, a user name in the address
    unchecked   was not asked in this run: it was stopped, the host wants to be left alone, an entry of yours says so

`unknown` becomes `dead?` after three visits on different days: see history.

Doubt goes to "alive", then to "unknown": a wrong "dead" costs more trust than it saves work.

A change from http to https, from or to "www.", or of a slash at the end is not "moved" but "alive", although the site may say so
with a 301: the old address still leads every reader there, and nothing in the citation needs mending. `final_url` and `hops` show it.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from cites.links.address import shown
from cites.links.case import GIVES_A_PAGE, Case, is_wall
from cites.links.facts import Answer, Facts, Wanted

VERDICTS = ("alive", "moved", "dead", "soft404", "parked", "drifted", "restricted", "unknown", "dead?", "insecure", "refused", "unchecked")
Test = Callable[[Case], bool]


class Rule(NamedTuple):
    """One row: where `test` holds, the verdict is `verdict`; `reason` is for a reader, with what is braced taken from the facts."""

    name: str
    test: Test
    verdict: str
    reason: str
    is_doubtful: bool = False  # the answer for an address beside it may tell more


def judge(facts: Facts, wanted: Wanted | None = None) -> Rule:
    """Return the first rule that fits: `Rule("gone", …, "dead", "the page was removed (410)")`."""
    case = Case(facts, wanted or Wanted(facts.url))
    rule = next(rule for rule in RULES if rule.test(case))
    last, page = facts.last, case.page
    words = {
        "status": last.status,
        "detail": last.detail,
        "url": shown(last.url),
        "tries": facts.tries,
        "title": page.heading or page.title,
        "before": facts.before.title if facts.before else "",
    }
    return rule._replace(reason=rule.reason.format(**words))


def is_worth_another_try(answer: Answer) -> bool:
    """Whether the same request may fare better in a moment: a 5xx, a 429, a reset; but not a wall: it would not let us in then."""
    if answer.status is None:
        return answer.problem in ("reset", "no-look-up", "connect-timeout")
    return (answer.status == 429 or 500 <= answer.status < 600) and not is_wall(answer)


# --- tests: what a row may ask; the rest are the questions of `Case`


def problem(name: str) -> Test:
    return lambda case: case.last.problem == name


def status(*codes: int) -> Test:
    return lambda case: case.last.status in codes


def asks(question: str) -> Test:
    return attrgetter(question)


def is_file(case: Case) -> bool:
    return case.last.page is None and not case.went_to_front and not case.went_to_error


def is_renamed(case: Case) -> bool:
    return case.lacks_cited and case.is_of_the_address


RULES = (
    # not asked
    Rule("malformed", problem("malformed"), "refused", "this is not an address that can be asked"),
    Rule("scheme", problem("scheme"), "refused", "only http and https addresses are asked ({detail})"),
    Rule("user-name", problem("secrets"), "refused", "an address with a user name or a password is not asked ({detail})"),
    Rule("private", problem("private"), "refused", "it leads into a private network ({detail})"),
    Rule("stopped", problem("stopped"), "unchecked", "not checked: the run was stopped"),
    Rule("rest", problem("rest"), "unchecked", "not checked: the host asked to be left alone for {detail}"),
    Rule("enough", problem("enough"), "unchecked", "not checked: {detail} requests to its host were made in this run"),
    Rule("ignored", problem("ignored"), "unchecked", "not checked: {detail}"),
    Rule("no-network", problem("no-network"), "unchecked", "not checked: this computer seems to have no network"),
    Rule("offline", problem("offline"), "unchecked", "not checked: {detail}"),
    # no answer
    Rule("no-name", problem("no-name"), "dead", "there is no host of this name ({detail})"),
    Rule("closed", problem("closed"), "dead", "the host refuses the connection"),
    Rule("certificate", problem("certificate"), "insecure", "the certificate does not hold: {detail}"),
    Rule("circle", problem("circle"), "dead", "its redirects go in a circle"),
    Rule("hops", problem("hops"), "unknown", "it sends on more than {detail} times"),
    Rule("timeout", problem("timeout"), "unknown", "no whole answer in time"),
    Rule("connect-timeout", problem("connect-timeout"), "unknown", "no connection in time, tries: {tries}"),
    Rule("reset", problem("reset"), "unknown", "the connection was cut, tries: {tries}"),
    Rule("no-look-up", problem("no-look-up"), "unknown", "the host name could not be looked up ({detail})"),
    Rule("tls", problem("tls"), "unknown", "no secure connection could be made: {detail}"),
    Rule("not-http", problem("not-http"), "unknown", "the answer is not HTTP"),
    Rule("proxy", problem("proxy"), "unknown", "the proxy gave no connection"),
    Rule("unreachable", problem("unreachable"), "unknown", "the host cannot be reached from here"),
    Rule("other", problem("other"), "unknown", "it could not be asked ({detail})"),
    # an answer that is no page
    Rule("wall", asks("is_wall"), "restricted", "a wall against programs answered ({status}); a browser may get through"),
    Rule("log-in", status(401, 407), "restricted", "it asks for a log-in ({status})"),
    Rule("payment", status(402), "restricted", "it asks for payment ({status})"),
    Rule("forbidden", status(403), "restricted", "access is forbidden to us ({status})"),
    Rule("legal", status(451), "restricted", "withheld for legal reasons ({status})"),
    Rule("turned-away", status(999), "restricted", "the host turns programs away ({status})"),
    Rule("not-found", status(404), "dead", "the page is not there (404)"),
    Rule("gone", status(410), "dead", "the page was removed (410)"),
    Rule("too-many", status(429), "unknown", "too many requests, says the host (429), tries: {tries}"),
    Rule("server", lambda case: 500 <= (case.last.status or 0) < 600, "unknown", "the server failed ({status}), tries: {tries}"),
    Rule("no-page", lambda case: case.last.status not in GIVES_A_PAGE, "unknown", "the answer says neither yes nor no ({status})"),
    # a file, of which nothing more is known
    Rule("moved-file", lambda case: is_file(case) and case.is_moved, "moved", "moved for good to {url}: a file, not looked into"),
    Rule("file", is_file, "alive", "answers with a file, not looked into ({status})"),
    # a page, but which?
    Rule("moved-shown", lambda case: case.shows_cited and case.is_moved, "moved", "moved for good to {url}, where the cited title stands"),
    Rule("shown", asks("shows_cited"), "alive", "the page has the cited title"),
    Rule("parked", asks("is_parked"), "parked", "the domain is for sale or was suspended"),
    Rule("says-not-found", asks("says_not_found"), "soft404", "the page calls itself “not found”, although the server says {status}"),
    Rule("empty", lambda case: case.page.is_empty, "soft404", "the page is empty"),
    Rule("error-page", asks("went_to_error"), "soft404", "it leads to an error page: {url}"),
    Rule("log-in-page", asks("is_login"), "restricted", "it leads to a log-in page: {url}"),
    Rule("front-page", asks("went_to_front"), "soft404", "it leads to a front page instead of the page cited: {url}"),
    Rule("notice", asks("has_notice"), "soft404", "a notice that the page is gone, although the server says {status}"),
    Rule("script", asks("is_drawn_by_script"), "alive", "the page is drawn by a script: it answers, what it shows is not known"),
    Rule("gate", asks("is_gate"), "restricted", "hardly a word and a script answered ({status}); a browser may get through"),
    Rule("for-all", asks("is_what_all_get"), "soft404", "any address beside it gets the same answer: “{title}”"),
    # the cited title is missing
    Rule("moved-headline", lambda case: is_renamed(case) and case.is_moved, "moved", "moved for good to {url}, now headed “{title}”", True),
    Rule("headline", is_renamed, "alive", "its address or date is that of the cited page, now headed “{title}”", True),
    Rule("drifted", lambda case: case.lacks_cited and case.is_article, "drifted", "another page stands here now: “{title}”", True),
    Rule("nothing", asks("lacks_cited"), "soft404", "neither the cited title nor an article is here", True),
    Rule("changed", asks("has_changed"), "drifted", "another page stands here now, it was “{before}” before", True),
    # a reader gets there
    Rule("moved", asks("is_moved"), "moved", "moved for good to {url}", True),
    Rule("temporary", asks("is_redirected"), "alive", "reached by a temporary redirect ({status})", True),
    Rule("short", lambda case: case.is_short and not case.shows_cited, "alive", "answers with a short page ({status})", True),
    Rule("page", lambda case: True, "alive", "answers with a page ({status})"),
)  # fmt: skip
