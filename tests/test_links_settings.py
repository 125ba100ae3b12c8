"""Settings: from cites.toml, from the environment, and what they do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sample_cli import Cites
from sample_web import article, serve

from cites.cli.links import usual_store
from cites.corrections import parse_corrections
from cites.errors import CorrectionError
from cites.links import HostOptions, Settings, check
from cites.links.options import with_options
from cites.links.run import limits_of

TOML = """
[links]
user-agent = "Quarterly (desk@example.org)"
host-gap = 0.5

[links.fresh]
alive = 30

[links.hosts."example.org"]
jobs = 1
user-agent = "special"

[[links.ignore]]
url = "https://example.org/live/*"
reason = "a ticker"
until = 2027-01-01
"""


def test_settings_of_a_file() -> None:
    corrections = parse_corrections(TOML)
    settings = with_options(Settings(), corrections.links, "cites.toml", corrections.links_line)
    assert (settings.user_agent, settings.host_gap, settings.fresh["alive"], settings.fresh["dead"]) == (
        "Quarterly (desk@example.org)",
        0.5,
        30,
        1,
    )
    assert settings.hosts == {"example.org": HostOptions(jobs=1, user_agent="special")}
    assert tuple(limits_of("www.example.org", settings)) == (1, 0.5, 200)
    assert tuple(limits_of("other.org", settings)) == (2, 0.5, 200)
    before, after = date(2026, 12, 31), date(2027, 1, 1)
    assert settings.ignores("https://example.org/live/1", before) and not settings.ignores("https://example.org/live/1", after)
    assert not settings.ignores("https://example.org/a", before)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("host-gab = 1", "use 'host-gap'"), ("host-jobs = 0.5", "whole number"), ("host-jobs = 99", "from 1 to 16"), ("read = true", "number"),
        ("user-agent = 3", "text"), ('user-agent = "a\\nb"', "one line"), ("fresh = 3", "table"), ("fresh = {live = 3}", "alive"),
        ('ignore = [{url = "x"}]', "reason"), ('ignore = [{url = "x", reason = "y", until = 3}]', "date"), ("ignore = 1", "brackets"),
        ('hosts = {"a.org" = {job = 1}}', "use 'jobs'"), ('archive-base = "ftp://x"', "http"), ('archive-pick = "last"', "before"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(text: str, says: str) -> None:
    corrections = parse_corrections(f"# about links\n[links]\n{text}\n", "a/cites.toml")
    with pytest.raises(CorrectionError) as raised:
        with_options(Settings(), corrections.links, corrections.name, corrections.links_line)
    assert str(raised.value).startswith("a/cites.toml:2: [links]") and says in str(raised.value)


def test_proxies() -> None:
    settings = Settings(proxy="http://proxy.example:3128", no_proxy=("localhost", ".intra.example", "10.0.0.0/8"))
    assert settings.proxy_for("http://example.org/") == "http://proxy.example:3128"
    assert not any(
        map(settings.proxy_for, ("http://a.intra.example/", "http://intra.example/", "http://10.1.2.3:80/", "http://localhost/"))
    )
    assert not Settings(proxy="http://p.example", no_proxy=("*",)).proxy_for("http://example.org/")


def test_proxy_of_the_environment(cites: Cites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve() as web:
        web.pages["http://news.example/a"] = article()
        (tmp_path / "urls.txt").write_text("http://news.example/a\n")
        monkeypatch.setenv("http_proxy", web.url(""))
        assert "1 alive" in cites("check", tmp_path / "urls.txt", "--no-archive").err
        monkeypatch.setenv("no_proxy", "news.example")
        monkeypatch.setattr("cites.links.connections.look_up", lambda *_: [(2, ("127.0.0.1", web.port))])
        assert "1 refused" in cites("check", tmp_path / "urls.txt", "--no-archive", "--no-store").err


def test_ignored_links_are_named_with_their_reason_and_asked_again_in_time(cites: Cites, tmp_path: Path) -> None:
    with serve() as web:
        web.pages["/a"] = article()
        (tmp_path / "urls.txt").write_text(f"{web.url('/a')}\n")
        (tmp_path / "cites.toml").write_text(f'[[links.ignore]]\nurl = "{web.url("/*")}"\nreason = "a ticker"\nuntil = 2999-01-01\n')
        ran = cites("check", tmp_path / "urls.txt", "--allow-network", "127.0.0.0/8", "-v")
        assert not web.asked and "unchecked" in ran.out and "a ticker (until 2999-01-01)" in ran.out and ran.code == 0
        (tmp_path / "cites.toml").write_text(f'[[links.ignore]]\nurl = "{web.url("/*")}"\nreason = "a ticker"\nuntil = 2020-01-01\n')
        ran = cites("check", tmp_path / "urls.txt", "--allow-network", "127.0.0.0/8")
        assert len(web.asked) == 1 and "ended on 2020-01-01 (a ticker)" in ran.err


def test_each_host_has_its_user_agent() -> None:
    with serve() as web:
        web.pages["/a"] = article()
        settings = Settings(allow_networks=("127.0.0.0/8",), user_agent="usual", hosts={"127.0.0.1": HostOptions(user_agent="special")})
        list(check([web.url("/a")], settings=settings))
        assert web.asked[0][1]["User-Agent"] == "special"


def test_where_the_store_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert usual_store().parts[-2:] == ("cites", "links.sqlite")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert usual_store() == tmp_path / "cites" / "links.sqlite"


def test_fast_is_more_at_once() -> None:
    fast = Settings().fast()
    assert (fast.host_jobs, fast.host_gap) == (4, 0.05)
