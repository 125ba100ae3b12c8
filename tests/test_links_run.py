"""Whole runs against a small server on loopback: hops, tries, manners, and how a run ends."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from sample_web import Visit, Web, after, answer, article, in_turn, serve, wait

from cites.links import Settings, check, connections, queues, run
from cites.model import Link

Check = Callable[..., dict[str, Link]]


@pytest.fixture
def web() -> Iterator[Web]:
    with serve() as web:
        yield web


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check URLs without pauses, and return the links by their path."""
    monkeypatch.setattr(run, "PAUSE", 0.01)

    def checked(urls: Iterable[str], **limits: Any) -> dict[str, Link]:
        settings = Settings(**{"allow_networks": ("127.0.0.0/8",), "host_gap": 0.0, "threads": 8, **limits})
        links = check(urls, settings=settings, clock=lambda: datetime(2024, 5, 1, 12, tzinfo=UTC))
        return {"/" + link.url.split("/", 3)[3]: link for link in links}

    return checked


def test_alive_moved_dead(web: Web, checked: Check) -> None:
    web.pages |= {"/a": article("Talks resume"), "/old": answer(301, Location="/hop"), "/hop": answer(302, Location="/a")}
    links = checked([web.url("/a"), web.url("/old"), web.url("/gone")])
    assert {path: link.verdict for path, link in links.items()} == {"/a": "alive", "/old": "moved", "/gone": "dead"}
    old = links["/old"]
    assert old.hops == ((web.url("/old"), 301), (web.url("/hop"), 302), (web.url("/a"), 200))
    assert (old.moved_to, old.title, old.tries, old.checked) == (web.url("/a"), "Talks resume", 1, "2024-05-01T12:00:00Z")


def test_same_address_is_asked_once(web: Web, checked: Check) -> None:
    web.pages["/a"] = article()
    urls = [web.url("/a"), web.url("/a#one"), web.url("/a#two"), web.url("/a")]
    links = checked(urls)
    assert web.paths() == ["/a"]
    assert list(links) == ["/a", "/a#one", "/a#two"]


def test_each_url_gives_one_link(web: Web, checked: Check) -> None:
    urls = [web.url("/a"), "ftp://example.org/a", "not an address", "http://me:secret@example.org/b"]
    settings = Settings(allow_networks=("127.0.0.0/8",))
    steps: list[tuple[int, int]] = []
    links = list(check(iter(urls), settings=settings, progress=lambda done, total: steps.append((done, total))))
    assert {link.verdict for link in links} == {"dead", "refused"}
    assert {link.url for link in links} == {urls[0], urls[1], urls[2], "http://example.org/b"}
    assert not any("secret" in repr(link) for link in links)
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_no_links(checked: Check) -> None:
    assert checked([]) == {}


@pytest.mark.parametrize("bad", [answer(500), answer(503), answer(429), answer(503, Retry_After="0")])
def test_two_more_tries(web: Web, checked: Check, bad: Any) -> None:
    web.pages |= {"/soon": in_turn(bad, bad, article()), "/never": bad}
    links = checked([web.url("/soon"), web.url("/never")])
    assert (links["/soon"].verdict, links["/soon"].tries) == ("alive", 3)
    assert (links["/never"].verdict, links["/never"].tries) == ("unknown", 3)
    assert len(web.asked) == 6


def test_reset_is_tried_again(web: Web, checked: Check) -> None:
    web.pages["/a"] = in_turn(lambda visit: visit.connection.shutdown(socket.SHUT_RDWR), article())
    assert checked([web.url("/a")])["/a"].tries == 2


def test_walls_and_missing_pages_are_not_tried_again(web: Web, checked: Check) -> None:
    web.pages |= {"/wall": answer(503, b"<title>Just a moment...</title>"), "/403": answer(403)}
    links = checked([web.url("/wall"), web.url("/403"), web.url("/404")])
    assert [links[path].verdict for path in ("/wall", "/403", "/404")] == ["restricted", "restricted", "dead"]
    assert len(web.asked) == 3


def test_retry_after_holds_for_the_whole_host(web: Web, checked: Check) -> None:
    web.pages |= {"/a": in_turn(answer(429, Retry_After="1"), article()), **{f"/{n}": article() for n in range(4)}}
    checked([web.url("/a"), *(web.url(f"/{n}") for n in range(4))], host_jobs=1)
    times = [time for _, _, time in web.asked]
    assert web.paths()[0] == "/a"
    assert times[1] - times[0] > 0.95


def test_host_that_wants_to_be_left_alone(web: Web, checked: Check) -> None:
    web.pages["/a"] = answer(429, Retry_After="86400")
    links = checked([web.url(path) for path in ("/a", "/b", "/c")], host_jobs=1)
    assert web.paths() == ["/a"]
    assert [links[path].verdict for path in ("/a", "/b", "/c")] == ["unknown", "unchecked", "unchecked"]
    assert links["/b"].reason == "not checked: the host asked to be left alone for 86400 s"


def test_circles_and_cookies(web: Web, checked: Check) -> None:
    def cookie(visit: Visit) -> None:
        if visit.headers.get("Cookie") == "seen=yes":
            visit.reply(200, b"<title>Talks resume</title>")
        else:
            visit.reply(302, headers={"Location": visit.path, "Set-Cookie": "seen=yes; Path=/"})

    def counter(visit: Visit) -> None:
        visit.reply(302, headers={"Location": visit.path, "Set-Cookie": f"n={len(web.asked)}"})

    web.pages |= {"/a": answer(302, Location="/b"), "/b": answer(302, Location="/a"), "/cookie": cookie, "/counter": counter}
    links = checked([web.url(path) for path in ("/a", "/cookie", "/counter")])
    found = {path: (link.verdict, len(link.hops)) for path, link in links.items()}
    assert found == {"/a": ("dead", 2), "/cookie": ("alive", 2), "/counter": ("dead", 3)}


def test_too_many_hops(web: Web, checked: Check) -> None:
    web.pages |= {f"/{n}": answer(302, Location=f"/{n + 1}") for n in range(30)}
    link = checked([web.url("/0")], hops=5)["/0"]
    assert (link.verdict, len(link.hops)) == ("unknown", 6)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://10.0.0.1/latest/meta-data", "it leads into a private network (10.0.0.1)"),
        ("http://[::ffff:127.0.0.1]/", "it leads into a private network (::ffff:7f00:1)"),
        ("file:///etc/hostname", "only http and https addresses are asked (file:)"),
        ("http://me:secret@example.org/", "an address with a user name or a password is not asked (http://example.org/)"),
        ("http://[::1", "this is not an address that can be asked"),
    ],
)
def test_redirects_to_where_nobody_goes(web: Web, checked: Check, target: str, reason: str) -> None:
    web.pages["/a"] = answer(302, Location=target)
    link = checked([web.url("/a")])["/a"]
    assert (link.verdict, link.reason, link.hops) == ("refused", reason, ((web.url("/a"), 302),))


def test_deadline_is_that_of_the_link(web: Web, checked: Check) -> None:
    web.pages["/a"] = after(wait(0.2), answer(503))
    link = checked([web.url("/a")], deadline=0.3, read=0.3)["/a"]
    assert link.verdict == "unknown"
    assert len(web.asked) <= 2  # the third try would be too late


def test_no_host_is_asked_too_much_at_once(web: Web, checked: Check) -> None:
    web.pages |= {f"/{n}": after(wait(0.02), article()) for n in range(20)}
    assert len(checked([web.url(f"/{n}") for n in range(20)])) == 20
    assert web.most_at_once <= 2


def test_other_hosts_do_not_wait_for_a_slow_one(web: Web, checked: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "look_up", lambda host, port, seconds: [(socket.AF_INET, ("127.0.0.1", port))])
    arrived, came_in_time = threading.Event(), list[bool]()
    web.pages["/slow"] = after(lambda: came_in_time.append(arrived.wait(3)), article())
    web.pages["/last"] = after(arrived.set, article())
    assert len(checked([web.url("/slow", "slow.example"), web.url("/last", "quick.example")])) == 2
    assert came_in_time == [True]


def test_a_hop_to_another_host_keeps_its_cookies_apart(web: Web, checked: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "look_up", lambda host, port, seconds: [(socket.AF_INET, ("127.0.0.1", port))])
    there, back = web.url("/there", "two.example"), web.url("/back", "one.example")
    web.pages |= {"/a": answer(302, Location=there, Set_Cookie="one=1"), "/there": answer(302, Location=back), "/back": article()}
    checked([web.url("/a", "one.example")])
    assert [headers.get("Cookie") for _, headers, _ in web.asked[:3]] == [None, None, "one=1"]


def test_interrupt_ends_with_what_was_learnt(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    web.pages |= {"/a": article(), "/slow": lambda visit: time.sleep(3)}
    real = queues.Queues.seconds_to_next
    calls = iter(range(1000))

    def interrupted(self: Any) -> float | None:
        if web.paths().count("/slow") and next(calls) > 3:
            raise KeyboardInterrupt
        return min(0.02, real(self) or 0.02)

    monkeypatch.setattr(queues.Queues, "seconds_to_next", interrupted)
    started = time.monotonic()
    settings = Settings(allow_networks=("127.0.0.0/8",), host_gap=0.0)
    links = {link.url: link for link in check([web.url("/a"), web.url("/slow"), web.url("/slow?2")], settings=settings)}
    assert time.monotonic() - started < 2
    assert links[web.url("/a")].verdict == "alive"
    assert (links[web.url("/slow")].verdict, links[web.url("/slow")].reason) == ("unchecked", "not checked: the run was stopped")


def test_interrupt_while_an_answer_is_judged_costs_only_what_is_open(web: Web) -> None:
    web.pages |= {"/a": article(), "/b": article()}
    moments = iter([datetime(2024, 5, 1, tzinfo=UTC)] * 3)  # one for each address, and one for the first answer

    def clock() -> datetime:
        for moment in moments:
            return moment
        raise KeyboardInterrupt

    settings = Settings(allow_networks=("127.0.0.0/8",), host_gap=0.0)
    links = check([web.url("/a"), web.url("/b")], settings=settings, clock=clock)
    assert sorted((link.verdict, link.reason != "") for link in links) == [("alive", True), ("unchecked", True)]


def test_run_that_is_left_halfway_stops_asking(web: Web) -> None:
    web.pages |= {f"/{n}": article() for n in range(50)}
    links = check([web.url(f"/{n}") for n in range(50)], settings=Settings(allow_networks=("127.0.0.0/8",), host_gap=0.01))
    next(links)
    links.close()  # type: ignore[attr-defined]
    asked = len(web.asked)
    time.sleep(0.1)
    assert len(web.asked) <= asked + 2


# --- the queues, by a clock of their own


@dataclass(frozen=True)
class Call:
    host: str
    name: str


class Time:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def make(threads: int = 8, most: int = 200) -> tuple[queues.Queues[Call], Time]:
    now = Time()
    return queues.Queues(threads, lambda host: queues.Limits(2, 0.1, most), 30.0, now=now), now


def started(line: queues.Queues[Call]) -> list[str]:
    return [call.name for call in line.start()]


def test_host_that_kept_us_waiting_is_asked_for_less() -> None:
    line, now = make()
    for name in ("a1", "a2", "a3", "a4"):
        line.put(Call("a", name))
    assert started(line) == ["a1"]
    now.now += 0.1
    assert started(line) == ["a2"]
    line.finish("a", is_abandoned=True)
    now.now += 0.1
    assert started(line) == []  # one is under way
    line.finish("a", is_abandoned=True)
    assert started(line) == ["a3"]


def test_gap_and_jobs_of_a_host() -> None:
    line, now = make()
    for name in ("a1", "a2", "a3", "b1"):
        line.put(Call(name[0], name))
    assert started(line) == ["a1", "b1"]  # the longer queue first
    assert line.seconds_to_next() == pytest.approx(0.1)
    now.now += 0.1
    assert started(line) == ["a2"]
    now.now += 0.1
    assert started(line) == []  # two are under way
    assert line.seconds_to_next() is None
    line.finish("a")
    assert started(line) == ["a3"]
    line.finish("a")
    line.finish("a")
    assert line.is_idle("a")
    assert not line.is_idle("b")


def test_threads_are_a_limit() -> None:
    line, _ = make(threads=2)
    for name in ("a1", "b1", "c1"):
        line.put(Call(name[0], name))
    assert started(line) == ["a1", "b1"]
    assert started(line) == []
    line.finish("a")
    assert line.seconds_to_next() == 0
    assert started(line) == ["c1"]


def test_rest_and_later() -> None:
    line, now = make()
    for name in ("a1", "a2"):
        line.put(Call("a", name))
    assert started(line) == ["a1"]
    line.put_later(Call("b", "b1"), 0.5)
    line.finish("a", 2.0)
    now.now += 1
    assert started(line) == ["b1"]
    now.now += 1
    assert started(line) == ["a2"]


def test_long_rest_gives_up_what_waits_and_what_comes_later() -> None:
    line, _ = make()
    for name in ("a1", "a2"):
        line.put(Call("a", name))
    assert started(line) == ["a1"]
    line.finish("a", 3600.0)
    line.put(Call("a", "a3"))
    assert [(call.name, problem, detail) for call, problem, detail in line.take_given_up()] == [
        ("a2", "rest", "3600 s"),
        ("a3", "rest", "3600 s"),
    ]
    assert line.take_given_up() == []
    assert started(line) == []


def test_a_host_is_asked_so_often_in_a_run_and_no_more() -> None:
    line, now = make(most=2)
    for name in ("a1", "a2", "a3"):
        line.put(Call("a", name))
    assert started(line) == ["a1"]
    now.now += 1
    assert started(line) == ["a2"]
    line.put(Call("a", "a4"))
    assert [(call.name, problem, detail) for call, problem, detail in line.take_given_up()] == [
        ("a3", "enough", "2"),
        ("a4", "enough", "2"),
    ]
