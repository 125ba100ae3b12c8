"""Facts and their verdict → the Link that is shown, with what else wants a look: a missing fragment, a date that does not fit. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from cites.edtf import days_between
from cites.links import paths
from cites.links.address import shown
from cites.links.case import Case
from cites.links.facts import Facts, Wanted
from cites.links.judge import Rule, judge
from cites.links.titles import SAME
from cites.model import Link

WORKS = ("alive", "moved")
ZONES = 1  # days by which a date may differ for a reader on the other side of the earth
_BY_SCRIPT = (":~:", "!", "/")  # how fragments begin that are no anchors: of text fragments, of pages drawn by scripts


def to_link(wanted: Wanted, facts: Facts, checked: str, rule: Rule | None = None) -> Link:
    """Return the Link for a URL as cited (it may have a fragment which `facts.url` has not), judged."""
    rule = rule or judge(facts, wanted)
    last, case = facts.last, Case(facts, wanted)
    final = shown(last.url) if last.status is not None else ""
    is_missing = misses_fragment(wanted.url, case)
    works = rule.verdict in WORKS
    return Link(
        url=shown(wanted.url),
        verdict=rule.verdict,
        reason=rule.reason,
        rule=rule.name,
        status=last.status,
        hops=tuple((shown(answer.url), answer.status) for answer in facts.answers if answer.status is not None),
        final_url=final,
        moved_to=final if rule.verdict == "moved" else "",
        title=case.page.title or case.page.heading,
        title_cited=wanted.titles[0] if wanted.titles else "",
        fragment_missing=works and is_missing,
        findings=tuple(find(case, is_missing)) if works else (),
        tries=facts.tries,
        seconds=round(facts.seconds, 3),
        checked=checked,
    )


def fragment_of(url: str) -> str:
    """Return the anchor that a URL names: "http://example.org/a#section" gives "section"; "" where a script or the browser reads it."""
    fragment = urlsplit(url.strip()).fragment if "#" in url else ""
    return "" if fragment.startswith(_BY_SCRIPT) or fragment.lower() == "top" else fragment


def misses_fragment(url: str, case: Case) -> bool:
    """Whether a page was read to its end and has no such place; one that a script draws may have it for a reader."""
    return dict(case.page.anchors).get(fragment_of(url)) is False and not case.is_drawn_by_script


def find(case: Case, is_missing: bool) -> Iterator[str]:
    """What else wants a look, in words."""
    wanted = case.wanted
    if is_missing:
        yield f"the page has no place called “{unquote(fragment_of(wanted.url))}”"
    if case.wanted.titles and case.page.title and not case.shows_cited and case.likeness < SAME:
        yield f"it is cited as “{wanted.titles[0]}”, and the page is called “{case.page.heading or case.page.title}”"
    dated = ((case.page.published, "its page is of"), (paths.date_in(case.facts.first.url), "its address has"))
    for day, says in dated:
        if differs(wanted.issued, day):
            yield f"it is cited as of {wanted.issued}, and {says} {day}"
            break


def differs(cited: str, found: str) -> bool:
    """Whether two dates can't be of one publication: "2012-01-27" and "2015-03-02", "2012-01" and "2012-03"; not so "2012", "2012-03"."""
    if not cited[:4].isdigit() or not found[:4].isdigit() or "/" in cited:
        return False
    days = days_between(cited, found)
    if days is not None:
        return abs(days) > ZONES
    if len(cited) >= 7 and len(found) >= 7 and cited[5:7].isdigit() and found[5:7].isdigit() and int(cited[5:7]) <= 12:
        months = (int(cited[:4]) - int(found[:4])) * 12 + int(cited[5:7]) - int(found[5:7])
        return abs(months) > 1  # what came out on the last day of a month may be filed under the next
    return abs(int(cited[:4]) - int(found[:4])) > (0 if len(cited) > 4 and len(found) > 4 else 1)
