"""`cites check`, against a server on loopback: which links are dead, and where they are cited."""

from __future__ import annotations

import io
import json
import socket
from pathlib import Path

import pytest
from sample_cli import Cites, Ran
from sample_web import article as page
from sample_web import serve

from cites.cli.links import STOPPED
from cites.cli.values import VERDICTS
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


def test_authorities_that_are_none_are_named(cites: Cites, tmp_path: Path) -> None:
    links, bundle = tmp_path / "links.txt", tmp_path / "mine.pem"
    links.write_text("https://example.invalid/a\n", "utf-8")
    bundle.write_text("no certificate\n", "utf-8")
    ran = cites("check", links, "--ca-bundle", bundle, "--no-store")
    assert (ran.code, ran.err) == (2, f"cites: {bundle}: has no certificates (give a file of them in PEM)\n")


def test_the_words_for_links_are_those_of_the_judge() -> None:
    assert {rule.verdict for rule in RULES} <= set(VERDICTS)
    assert any(STOPPED in rule.reason for rule in RULES)


def test_bibliographies_and_stdin(cites: Cites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve() as web:
        web.pages = {"/a": page("The NATO Summit"), "/b": page("Another page")}
        bib = f"@article{{a,\n  title = {{The {{NATO}} Summit}},\n  url = {{{web.url('/a')}}},\n}}\n"
        (tmp_path / "a.bib").write_text(bib, "utf-8")
        items = [{"id": "b", "title": "Grain exports reach a record", "URL": web.url("/b"), "issued": {"date-parts": [[2012, 1]]}}]
        (tmp_path / "b.json").write_text(json.dumps(items), "utf-8")
        options = ("--allow-network", "127.0.0.0/8", "--no-archive", "--format", "json")
        ran = cites("check", tmp_path / "a.bib", tmp_path / "b.json", *options)
        assert [(link["verdict"], link["title_cited"]) for link in json.loads(ran.out)] == [
            ("alive", "The NATO Summit"),
            ("drifted", "Grain exports reach a record"),
        ]
        assert json.loads(ran.out)[0]["cited_in"] == [{"file": str(tmp_path / "a.bib"), "line": 1, "note": None}]
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(bib.encode())))
        assert json.loads(cites("check", "-", "--from", "bibtex", *options).out)[0]["cited_in"][0]["file"] == "stdin"
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{web.url('/a')}\n".encode())))
        assert json.loads(cites("check", "-", *options).out)[0]["verdict"] == "alive"
        (tmp_path / "c.json").write_text('"text"', "utf-8")
        bad = cites("check", tmp_path / "c.json", *options)
        assert bad.code == 2 and "CSL-JSON" in bad.err
        (tmp_path / "d.bib").write_text(f"@misc{{a, url = {{{web.url('/a')}}}}}\n\n@book{{b, title = {{Ice}}\n@book{{c", "utf-8")
        (tmp_path / "d.ris").write_text(f"TY  - ELEC\nUR  - {web.url('/a')}\nER  - \n", "utf-8")
        ran = cites("check", tmp_path / "d.bib", tmp_path / "d.ris", *options)
        assert [place["file"] for place in json.loads(ran.out)[0]["cited_in"]] == [str(tmp_path / "d.bib"), str(tmp_path / "d.ris")]
        assert ran.code == 2 and f"{tmp_path / 'd.bib'}:3: the next entry begins before this one ends (look for a brace" in ran.err


def test_without_a_network_nothing_is_said_of_the_links(cites: Cites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_names(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_AGAIN, "")

    monkeypatch.setattr(socket, "getaddrinfo", no_names)

    (tmp_path / "urls.txt").write_text("http://one.example/a\nhttp://two.example/b\n", "utf-8")
    ran = cites("check", tmp_path / "urls.txt")
    assert ran.code == 2 and "no network" in ran.err
    (tmp_path / "a.md").write_text("It rained ([TASS](http://one.example/a), March 12, 2015).\n", "utf-8")
    built = cites("build", tmp_path / "a.md", "--check", "-o", tmp_path / "out")
    assert built.code == 0 and "no network" in built.err


def test_history_and_offline(cites: Cites, tmp_path: Path) -> None:
    with serve() as web:
        web.pages = {"/a": page()}
        (tmp_path / "urls.txt").write_text(f"{web.url('/a')}\n{web.url('/b')}\n", "utf-8")
        cites("check", tmp_path / "urls.txt", "--allow-network", "127.0.0.0/8", "--no-archive")
        cites("check", tmp_path / "urls.txt", "--allow-network", "127.0.0.0/8", "--no-archive", "--recheck")
        assert len(web.asked) == 4
    told = cites("check", tmp_path / "urls.txt", "--history")
    assert told.code == 0 and "dead        2 visits" in told.out
    offline = cites("check", tmp_path / "urls.txt", "--offline", "--format", "json")
    assert [link["verdict"] for link in json.loads(offline.out)] == ["alive", "dead"] and offline.code == 1
    assert cites("check", tmp_path / "urls.txt", "--offline", "--no-store").code == 0


def test_a_title_that_is_printed_beside_an_address(cites: Cites, tmp_path: Path) -> None:
    with serve() as web:
        web.pages = {"/a": page("Talks resume in Tokyo"), "/b": page("Grain exports reach a record"), "/c": page("Another page")}
        (tmp_path / "a.txt").write_text(
            f"1. A. Author, “Talks Resume in Tokyo,” The Journal, July 9, 2012, {web.url('/a')}.\n\n"
            f"2. B. Author, «Цены на зерно растут», Газета, 9 июля 2012 г., {web.url('/b')}.\n\n"
            f"3. B. Author, “Grain Exports Fall Again,” The Journal, July 9, 2012, {web.url('/b')}.\n\n"
            f"“We will not yield at all,” the minister told reporters in the evening; see {web.url('/c')}.\n",
            "utf-8",
        )
        ran = cites("check", tmp_path / "a.txt", "--allow-network", "127.0.0.0/8", "--format", "json", "--no-archive")
    links = {link["url"]: link for link in json.loads(ran.out)}
    assert links[web.url("/a")]["verdict"] == "alive"
    assert links[web.url("/b")]["title_cited"] == "Цены на зерно растут" and links[web.url("/b")]["verdict"] in ("alive", "drifted")
    assert links[web.url("/c")]["title_cited"] == "" and links[web.url("/c")]["verdict"] == "alive"
