"""Pages fetched to be read: what the link checker refuses is refused here too, and each failure has its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_cli import Cites
from sample_web import Web, answer, in_turn, serve

from cites.errors import ReadError
from cites.links import Settings
from cites.links.fetch import Fetcher

ARTICLE = "<html><head><title>Talks Resume</title></head><body><article><h1>Talks Resume</h1><p>January 27, 2012</p><p>" + (
    "The delegations met again in the autumn, and both sides described the talks as frank (Interfax, January 26). " * 8
) + "</p></article></body></html>"  # fmt: skip
PAGE = answer(200, ARTICLE.encode())
LOOPBACK = ("127.0.0.0/8",)


@pytest.fixture
def web() -> Iterator[Web]:
    with serve() as web:
        yield web


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(Settings(allow_networks=LOOPBACK, host_gap=0), sleep=lambda seconds: None) as fetcher:
        yield fetcher


def test_a_page_and_the_redirects_to_it(web: Web, fetcher: Fetcher) -> None:
    web.pages = {"/old": answer(301, Location="/a"), "/a": PAGE}
    assert fetcher.fetch(web.url("/old")) == ARTICLE.encode()


def test_a_server_that_stumbles_is_asked_again(web: Web, fetcher: Fetcher) -> None:
    web.pages = {"/a": in_turn(answer(503), PAGE)}
    assert fetcher.fetch(web.url("/a")) == ARTICLE.encode()


@pytest.mark.parametrize(
    ("path", "problem"),
    [("/gone", "410"), ("/loop", "go in a circle"), ("/none", "404")],
)
def test_what_a_reader_would_not_get(path: str, problem: str, web: Web, fetcher: Fetcher) -> None:
    web.pages = {"/gone": answer(410), "/loop": answer(302, Location="/loop")}
    with pytest.raises(ReadError, match=problem):
        fetcher.fetch(web.url(path))


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://127.0.0.1:1/", r"private network \(127.0.0.1\) \(cites build --allow-network 127.0.0.1 asks it\)"),
        ("http://user:secret@example.org/", "user name"),
        ("http://[", "not an address"),
    ],
)
def test_what_is_never_asked(url: str, problem: str) -> None:
    with Fetcher(Settings()) as fetcher, pytest.raises(ReadError, match=problem) as raised:
        fetcher.fetch(url)
    assert "secret" not in str(raised.value)


def test_a_redirect_into_a_private_network_is_refused(web: Web) -> None:
    with Fetcher(Settings(allow_networks=("127.0.0.1/32",), host_gap=0)) as fetcher, pytest.raises(ReadError, match="private network"):
        web.pages = {"/a": answer(302, Location="http://127.0.0.2:1/")}
        fetcher.fetch(web.url("/a"))


def build(cites: Cites, given: object, out: Path) -> tuple[int, str, list[str]]:
    ran = cites("build", given, "-o", out, "--allow-network", LOOPBACK[0], "--host-gap", "0")
    names = []
    if (out / "references.json").exists():
        names = [work["id"] for work in json.loads((out / "references.json").read_text("utf-8"))]
    return ran.code, ran.err, names


def test_an_address_on_the_command_line(cites: Cites, web: Web, tmp_path: Path) -> None:
    web.pages = {"/a": PAGE}
    code, said, works = build(cites, web.url("/a"), tmp_path / "out")
    assert (code, works) == (0, ["interfax2012-01-26"])
    assert "1 document, 8 citations" in said


def test_a_feed_and_a_list_of_addresses(cites: Cites, web: Web, tmp_path: Path) -> None:
    items = "".join(f"<item><link>{web.url(path)}</link></item>" for path in ("/a", "/gone"))
    web.pages = {"/a": PAGE, "/feed": answer(200, f"<rss><channel>{items}</channel></rss>".encode(), Content_Type="text/xml")}
    code, said, works = build(cites, web.url("/feed"), tmp_path / "out")
    assert (code, works) == (2, ["interfax2012-01-26"])
    assert "/gone: the page is not there (404)" in said
    (tmp_path / "pages.txt").write_text(web.url("/a") + "\n", "utf-8")
    code, said, works = build(cites, tmp_path / "pages.txt", tmp_path / "out")
    assert (code, works) == (0, ["interfax2012-01-26"])
    assert "pages.txt: a list of 1 address, each of which is fetched" in said
