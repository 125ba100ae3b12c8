"""What earlier checks learnt: kept, used while it is fresh, and still there after the hardest of stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sample_cli import Cites, environment
from sample_web import after, answer, article, html, serve, wait

from cites.errors import StoreError
from cites.links import Settings, Wanted, check
from cites.links.facts import Answer, Facts, Page
from cites.links.history import History, Visit, is_dead_perhaps, is_fresh, pack, since, unpack
from cites.links.settings import FRESH
from cites.model import Copy, Link

NOW = datetime(2024, 5, 1, 12, tzinfo=UTC)
LOOPBACK = Settings(allow_networks=("127.0.0.0/8",), host_gap=0.0)


def checked(urls: list[str], history: History, days: float = 0, **more: object) -> list[Link]:
    return list(check(urls, settings=LOOPBACK, history=history, clock=lambda: NOW + timedelta(days=days), **more))  # type: ignore[arg-type]


def test_facts_come_back_as_they_were() -> None:
    page = Page("Talks", "Talks", ("A", "B"), "text", "prose", 5, anchors=(("x", True),), asks_password=True)
    facts = Facts(
        "http://a.org/", (Answer("http://a.org/", 301, target="http://a.org/b"), Answer("http://a.org/b", 200, page=page)), 2, 0.5
    )
    assert unpack(pack(facts)) == facts
    assert unpack(pack(Facts("http://a.org/", (Answer("http://a.org/", 200, page=Page()),)))).last.page == Page()


@pytest.mark.parametrize(("verdict", "days"), [("alive", 7), ("moved", 7), ("dead", 1), ("drifted", 1), ("unknown", 0)])
def test_how_long_a_visit_holds(verdict: str, days: float) -> None:
    visit = Visit("2024-05-01T12:00:00Z", verdict, "")
    assert is_fresh(visit, NOW + timedelta(days=days, minutes=-1), FRESH) == (days > 0)
    assert not is_fresh(visit, NOW + timedelta(days=days, minutes=1), FRESH)


def test_three_visits_without_an_answer_on_three_days_are_dead_perhaps() -> None:
    def visits(*days: float) -> list[tuple[str, str]]:
        return [((NOW + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ"), "unknown") for day in days]

    assert is_dead_perhaps(visits(0, 3, 6))
    assert is_dead_perhaps(visits(0, 1, 3, 4, 6.5))
    assert not is_dead_perhaps(visits(0, 1, 2, 4))
    assert not is_dead_perhaps([*visits(0, 3), ("2024-05-07T12:00:00Z", "alive"), *visits(9)])


def test_since_when_it_is_so() -> None:
    visits = [("1", "dead"), ("2", "alive"), ("3", "soft404"), ("4", "dead")]
    assert since(visits, "dead") == "3"
    assert since(visits, "alive") == ""


def test_what_is_fresh_is_not_asked_again() -> None:
    with serve() as web:
        web.pages = {"/a": article("Talks resume"), "/busy": answer(503)}
        history = History(":memory:")
        urls = [web.url("/a"), web.url("/gone")]
        first = {link.url: link for link in checked(urls, history)}
        again = {link.url: link for link in checked(urls, history, days=0.5)}
        assert len(web.asked) == 2
        assert not first[urls[0]].is_kept and again[urls[0]].is_kept
        assert again[urls[1]].verdict == "dead" and again[urls[1]].checked == "2024-05-01T12:00:00Z"
        later = {link.url: link for link in checked(urls, history, days=2)}
        assert web.paths()[2:] == ["/gone"]  # the one that is alive holds for a week
        assert later[urls[1]].since == "2024-05-01T12:00:00Z"


def test_what_is_kept_is_judged_by_what_is_cited_today() -> None:
    with serve() as web:
        web.pages = {"/a": article("Talks resume in Tokyo")}
        history = History(":memory:")
        assert checked([web.url("/a")], history)[0].verdict == "alive"
        wanted = Wanted(web.url("/a"), ("Grain exports reach a record",))
        (link,) = check([wanted], settings=LOOPBACK, history=history, clock=lambda: NOW)
        assert (link.verdict, link.is_kept, len(web.asked)) == ("drifted", True, 1)


def test_offline_asks_nothing() -> None:
    with serve() as web:
        web.pages = {"/a": article()}
        history = History(":memory:")
        checked([web.url("/a")], history)
        links = {link.url: link for link in checked([web.url("/a"), web.url("/b")], history, days=400, offline=True)}
        assert [link.verdict for link in links.values()] == ["alive", "unchecked"]
        assert len(web.asked) == 1


def test_another_page_than_the_one_that_stood_here() -> None:
    with serve() as web:
        web.pages = {"/n/a": article("Talks resume")}
        history = History(":memory:")
        checked([web.url("/n/a")], history)
        other = "<p>Exports of grain reached a record in spring, said the ministry, which had expected less of it.</p>" * 20
        web.pages = {"/n/a": answer(200, html("Casino nights", "Casino nights", other))}
        (link,) = checked([web.url("/n/a")], history, days=8)
        assert link.verdict == "drifted" and "Talks resume" in link.reason


def test_copies_are_kept_by_cited_date() -> None:
    history = History(":memory:")
    history.keep_copy("http://a.org/", "2012-01-27", "http://archive", Copy("http://archive/1", "20120127000000"))
    assert history.copy("http://a.org/", "2012-01-27", "http://archive") == Copy("http://archive/1", "20120127000000")
    assert history.copy("http://a.org/", "2013-01-27", "http://archive") is None


def test_a_file_that_is_no_store(tmp_path: Path, cites: Cites) -> None:
    (tmp_path / "a.sqlite").write_text("this is no database, but it is long enough to be read as one" * 20)
    with pytest.raises(StoreError):
        History(tmp_path / "a.sqlite")
    (tmp_path / "urls.txt").write_text("http://gone.invalid/\n")
    ran = cites("check", tmp_path / "urls.txt", "--store", tmp_path / "a.sqlite")
    assert ran.code == 2 and "--store" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    with serve() as web:
        web.pages = {f"/{n}": after(wait(0.02), article()) for n in range(100)}
        (tmp_path / "urls.txt").write_text("".join(f"{web.url(f'/{n}')}\n" for n in range(100)))
        command = [sys.executable, "-m", "cites", "check", str(tmp_path / "urls.txt"), "--allow-network", "127.0.0.0/8", "--no-archive"]
        command += ["--store", str(tmp_path / "s.sqlite"), "--host-gap", "0.01", "-q"]
        process = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while len(web.asked) < 40 and time.monotonic() < until:
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        before = web.paths()
        assert 40 <= len(before) < 100
        assert subprocess.run(command, env=environment(), stdout=subprocess.DEVNULL, timeout=60).returncode == 0
        after_it = web.paths()[len(before) :]
        assert len(set(before) & set(after_it)) <= 4  # what was under way when it was killed
        assert set(before) | set(after_it) == {f"/{n}" for n in range(100)}
