"""`cites check`, against a server on loopback: which links are dead, and where they are cited."""

from __future__ import annotations

import json
from pathlib import Path

from sample_cli import Cites, Ran
from sample_web import article as page
from sample_web import serve

from cites.cli.arguments import VERDICTS
from cites.cli.links import STOPPED
from cites.links.judge import RULES


def test_check_tells_the_dead_from_the_living(cites: Cites, tmp_path: Path) -> None:
    with serve() as web:
        web.pages = {"/a": page()}
        (tmp_path / "urls.txt").write_text(f"# two links\n{web.url('/a')}\n\n{web.url('/b')}\n{web.url('/a')}\n", "utf-8")
        ran = cites("check", tmp_path / "urls.txt", "--allow-network", "127.0.0.0/8", "--format", "json")
        tolerant = cites("check", tmp_path / "urls.txt", "--allow-network", "127.0.0.0/8", "--fail-on", "parked")
    assert ran.code == 1
    alive, dead = json.loads(ran.out)
    assert (alive["verdict"], dead["verdict"], dead["status"]) == ("alive", "dead", 404)
    assert alive["cited_in"] == [{"file": str(tmp_path / "urls.txt"), "line": line, "note": None} for line in (2, 5)]
    assert {"url", "final_url", "moved_to", "hops", "reason"} <= set(dead)
    assert ran.err == "2 links: 1 alive, 1 dead\n"
    assert tolerant.code == 0
    assert f"dead        {dead['url']}\n" in tolerant.out and "urls.txt, line 4" in tolerant.out


def test_check_finds_the_links_of_documents(cites: Cites, tmp_path: Path) -> None:
    with serve() as web:
        web.pages = {"/a": page()}
        (tmp_path / "a.md").write_text(f"It rained ([TASS]({web.url('/a')}), March 12, 2015; *Le Monde*, March 13, 2015).\n", "utf-8")
        ran = cites("check", tmp_path, "--allow-network", "127.0.0.0/8", "--format", "csv")
    header, row = ran.out.splitlines()
    assert header.startswith("url,verdict,") and header.endswith(",cited_in")
    assert row.startswith(f"{web.url('/a')},alive,") and "a.md, line 1" in row
    assert ran.code == 0


def test_a_private_network_is_not_asked_unless_allowed(cites: Cites, tmp_path: Path) -> None:
    with serve() as web:
        web.pages = {"/a": page()}
        (tmp_path / "urls.txt").write_text(f"{web.url('/a')}\n", "utf-8")
        ran = cites("check", tmp_path / "urls.txt", "--format", "json")
        assert not web.asked
    assert json.loads(ran.out)[0]["verdict"] == "refused" and ran.code == 0


def test_check_without_links(cites: Cites, article: Path) -> None:
    assert cites("check", article, "--format", "json") == Ran(0, "[\n]\n", "0 links\n")


def test_dead_links_never_fail_a_build(cites: Cites, tmp_path: Path) -> None:
    with serve() as web:
        (tmp_path / "a.md").write_text(f"It rained ([TASS]({web.url('/gone')}), March 12, 2015; *Le Monde*, March 13, 2015).\n", "utf-8")
        ran = cites("build", tmp_path / "a.md", "-o", tmp_path / "out", "--check", "--strict", "--allow-network", "127.0.0.0/8")
    assert ran.code == 0
    assert "links: 1 dead" in ran.err
    assert f"warning  {web.url('/gone')}: " in ran.err


def test_the_words_for_links_are_those_of_the_judge() -> None:
    assert {rule.verdict for rule in RULES} <= set(VERDICTS)
    assert any(STOPPED in rule.reason for rule in RULES)
