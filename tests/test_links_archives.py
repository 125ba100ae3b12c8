"""Archived copies near the cited date, from a small archive on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from sample_web import Visit, Web, answer, html, serve

from cites.links import Settings, Wanted
from cites.links.archives import STOPPED, Archive, Capture, Given, day_of, in_order, is_archive, with_copies
from cites.links.history import History
from cites.model import Link

URL = "http://example.org/2012/05/talks"
WANTED = Wanted(URL, ("Talks resume in Tokyo",), "2012-05-10")
KEYS = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]


class Memento(Web):
    """An archive with captures of URL: `{"20120512000000": ("200", "Talks resume in Tokyo")}`."""

    captures: dict[str, tuple[str, str]]


@pytest.fixture
def web() -> Iterator[Web]:
    with serve() as web:
        yield web


def stock(web: Web, captures: dict[str, tuple[str, str]], lists: bool = True, url: str = URL) -> Archive:
    """Put captures into the archive, and return one that asks it without pauses."""

    def act(visit: Visit) -> None:
        path = urlsplit(visit.path)
        if path.path == "/cdx/search/cdx":
            asked = parse_qs(path.query)["url"][0]
            rows = [["x", stamp, url, "text/html", status, title, "1"] for stamp, (status, title) in captures.items() if asked == url]
            visit.reply(200, json.dumps([KEYS, *rows] if rows and lists else []).encode(), {"Content-Type": "application/json"})
        elif path.path == "/wayback/available":
            visit.reply(200, b'{"archived_snapshots": {}}', {"Content-Type": "application/json"})
        else:
            stamp = path.path.split("/")[2].removesuffix("id_")
            status, title = captures.get(stamp, ("302" if captures else "404", ""))
            where = {"Location": f"/web/{min(captures)}/{url}"} if status == "302" and stamp not in captures else {}
            visit.reply(int(status), html(f"{title} | The Journal", title), where)

    class Pages(dict[str, object]):
        def get(self, path: object, default: object = None) -> object:
            return act

    web.pages = Pages()  # type: ignore[assignment]
    return Archive(Settings(allow_networks=("127.0.0.0/8",), archive_base=web.url(""), archive_gap=0.0, archive="broken"))


GOOD = ("200", "Talks resume in Tokyo")


@pytest.mark.parametrize(
    ("stamps", "best"),
    [
        (["20120301", "20120509", "20120511"], "20120509"),  # the last at or before the day
        (["20120301", "20120511"], "20120301"),  # near enough
        (["20110101", "20130511"], "20130511"),  # too old: the first after it
        (["20100101", "20110101"], "20110101"),  # nothing else
        (["20120510", "20120509"], "20120510"),
    ],
)
def test_which_capture_is_the_best(stamps: list[str], best: str) -> None:
    captures = [Capture(stamp + "120000", URL) for stamp in stamps]
    assert in_order(captures, date(2012, 5, 10), "before")[0].timestamp[:8] == best


def test_the_nearest_and_the_newest() -> None:
    captures = [Capture(stamp + "120000", URL) for stamp in ("20120301", "20120511", "20140101")]
    assert in_order(captures, date(2012, 5, 10))[0].timestamp[:8] == "20120511"
    assert in_order(captures, None)[0].timestamp[:8] == "20140101"


def test_the_day_to_look_around() -> None:
    assert day_of(Wanted(URL, issued="2012-05-10")) == date(2012, 5, 10)
    assert day_of(Wanted(URL)) == date(2012, 5, 15)  # from the address
    assert day_of(Wanted("http://example.org/a", issued="2012")) == date(2012, 7, 1)
    assert day_of(Wanted("http://example.org/a", issued="XXXX-05-10")) is None


def test_a_copy_shows_what_was_cited(web: Web) -> None:
    archive = stock(web, {"20120509120000": ("200", "Page not found"), "20120501120000": GOOD, "20120512120000": ("200", "Casino nights")})
    copy, note = archive.find(URL, WANTED, date(2012, 5, 10))
    assert (copy and copy.timestamp, note) == ("20120501120000", "")
    assert copy and copy.url == web.url(f"/web/20120501120000/{URL}")


def test_no_capture_fits(web: Web) -> None:
    archive = stock(web, {"20120509120000": ("200", "Page not found"), "20120501120000": ("301", "")})
    assert archive.find(URL, WANTED, date(2012, 5, 10)) == (None, "no capture shows what was cited")


def test_the_dated_redirect_where_the_list_is_empty(web: Web) -> None:
    copy, _ = stock(web, {"20120511120000": GOOD}, lists=False).find(URL, WANTED, date(2012, 5, 10))
    assert copy and copy.timestamp == "20120511120000"


def test_without_scheme_as_well(web: Web) -> None:
    bare = URL.removeprefix("http://")
    copy, _ = stock(web, {"20120511120000": GOOD}, url=bare).find(URL, WANTED, date(2012, 5, 10))
    assert copy and copy.timestamp == "20120511120000"


def test_nothing_found_is_not_none(web: Web) -> None:
    assert stock(web, {}).find(URL, WANTED, date(2012, 5, 10)) == (None, "no copy was found now")


def test_429_ends_the_look_ups_of_the_run(web: Web) -> None:
    archive = stock(web, {})
    web.pages = {path: answer(429) for path in ()}  # nothing but what comes next

    class Busy(dict[str, object]):
        def get(self, path: object, default: object = None) -> object:
            return answer(429)

    web.pages = Busy()  # type: ignore[assignment]
    with pytest.raises(Given):
        archive.find(URL, WANTED, date(2012, 5, 10))
    links = [Link(f"{URL}{n}", "dead") for n in range(3)]
    before = len(web.asked)
    found = list(with_copies(links, [], archive.settings, None))
    assert len(web.asked) == before + 1
    assert all(link.archive is None and "429" in link.archive_note for link in found)


def test_one_question_at_a_time_with_a_pause(web: Web) -> None:
    archive = stock(web, {})
    pauses: list[float] = []
    paced = Archive(replace(archive.settings, archive_gap=2.0), sleep=pauses.append)
    paced.find(URL, WANTED, date(2012, 5, 10))
    assert len(pauses) == len(web.asked) - 1 and all(1 < pause <= 2 for pause in pauses)


def test_only_for_links_that_want_one(web: Web) -> None:
    archive = stock(web, {"20120511120000": GOOD})
    links = [Link("http://example.org/ok", "alive"), Link("https://web.archive.org/web/2012/http://a.org", "dead"), Link(URL, "dead")]
    history = History(":memory:")
    found = {link.url: link for link in with_copies(links, [WANTED], archive.settings, history)}
    assert [link.archive is not None for link in (found[one.url] for one in links)] == [False, False, True]
    copy = found[URL].archive
    assert copy and copy.days == 1
    asked = len(web.asked)
    assert next(with_copies([Link(URL, "dead")], [WANTED], archive.settings, history)).archive == copy
    assert len(web.asked) == asked  # it was kept


def test_addresses_of_archives() -> None:
    assert is_archive("https://archive.ph/x", "http://base.example")
    assert is_archive("http://base.example/web/1/http://a.org", "http://base.example")
    assert not is_archive("http://archive.example.org/", "http://base.example")


def test_an_interrupt_asks_no_archive() -> None:
    def links() -> Iterator[Link]:
        yield from (Link(URL, "dead"), Link(f"{URL}2", "alive"))
        raise KeyboardInterrupt

    found: list[Link] = []
    with pytest.raises(KeyboardInterrupt):
        found.extend(with_copies(links(), [], Settings(archive="broken"), None))
    assert [(link.verdict, link.archive_note) for link in found] == [("alive", ""), ("dead", STOPPED)]
