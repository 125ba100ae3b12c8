"""Asking one address: a small server on loopback, and no other network."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from requests.cookies import RequestsCookieJar
from sample_web import Visit, Web, after, answer, article, html, in_turn, serve, wait

from cites.links import Settings, connections, probe
from cites.links.address import address_of
from cites.links.facts import Answer

LOOPBACK = ("127.0.0.0/8",)
Ask = Callable[..., Answer]


@pytest.fixture
def web() -> Iterator[Web]:
    with serve() as web:
        yield web


@pytest.fixture
def ask() -> Iterator[Ask]:
    probes: list[probe.Probe] = []

    def ask(url: str, seconds: float = 5, cookies: RequestsCookieJar | None = None, **limits: object) -> Answer:
        probes.append(probe.Probe(Settings(**{"allow_networks": LOOPBACK, **limits})))  # type: ignore[arg-type]
        adapter = probes[-1].open()
        try:
            return probes[-1].ask(adapter, address_of(url), RequestsCookieJar() if cookies is None else cookies, seconds)
        finally:
            adapter.close()

    yield ask
    for one in probes:
        one.close()


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What the names of a test lead to; each answer is given once, so that a second look-up fails the test."""
    known: dict[str, list[str]] = {}

    def look_up(host: str, port: int, seconds: float) -> list[tuple[int, object]]:
        ips = known.pop(host, [host])
        return [(socket.AF_INET6 if ":" in ip else socket.AF_INET, (ip, port)) for ip in ips]

    monkeypatch.setattr(connections, "look_up", look_up)
    return known


# --- what comes back


def test_page(web: Web, ask: Ask) -> None:
    web.pages["/a"] = article("Talks resume")
    got = ask(web.url("/a#section"), user_agent="test agent")
    assert (got.status, got.problem, got.target) == (200, "", "")
    assert got.page is not None
    assert (got.page.title, got.page.heading) == ("Talks resume", "Talks resume")
    path, headers, _ = web.asked[0]
    assert path == "/a"
    assert headers["User-Agent"] == "test agent"
    assert headers["Host"] == f"127.0.0.1:{web.port}"


def test_file_is_not_read(web: Web, ask: Ask) -> None:
    web.pages["/a.pdf"] = answer(200, b"%PDF-1.4 " + b"x" * 100, Content_Type="application/pdf")
    got = ask(web.url("/a.pdf"))
    assert (got.status, got.page) == (200, None)


def test_redirect_is_not_followed(web: Web, ask: Ask) -> None:
    web.pages["/a"] = answer(301, b"<title>Moved</title>", Location="/b?x=\u00e9#top")
    got = ask(web.url("/a"))
    assert (got.status, got.page) == (301, None)
    assert got.target.startswith(web.url("/b?x="))
    assert web.paths() == ["/a"]


def test_meta_refresh_is_a_redirect(web: Web, ask: Ask) -> None:
    web.pages["/a"] = answer(200, b"<meta http-equiv='Refresh' content='0; url=/b'>")
    assert ask(web.url("/a")).target == web.url("/b")


def test_body_is_read_up_to_the_limit(web: Web, ask: Ask) -> None:
    web.pages["/a"] = answer(200, html("Long", "Long", "<p>word</p>" * 100_000))
    got = ask(web.url("/a"), body=2000)
    assert got.page is not None
    assert got.page.title == "Long"
    assert len(got.page.text) < 2000


@pytest.mark.parametrize("headers", [{"Content_Type": "text/html"}, {"Location": "/b"}], ids=["page", "redirect"])
def test_packed_body_does_not_fill_the_memory(web: Web, ask: Ask, headers: dict[str, str]) -> None:
    bomb = gzip.compress(html("Bomb") + b" " * 64_000_000, 1)
    web.pages["/a"] = answer(302 if "Location" in headers else 200, bomb, Content_Encoding="gzip", **headers)
    tracemalloc.start()
    try:
        got = ask(web.url("/a"))
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()
    assert got.target or (got.page is not None and got.page.title == "Bomb")


def test_broken_off_body_counts(web: Web, ask: Ask) -> None:
    web.pages["/a"] = answer(200, html("Talks resume"), Content_Length="99999", Connection="close")
    got = ask(web.url("/a"), read=0.3)
    assert got.page is not None
    assert (got.status, got.page.title, got.page.is_empty) == (200, "Talks resume", False)


def test_cookies_stay_with_the_link(web: Web, ask: Ask) -> None:
    web.pages["/a"] = in_turn(answer(302, Location="/a", Set_Cookie="seen=yes"), article())
    cookies = RequestsCookieJar()
    assert ask(web.url("/a"), cookies=cookies).sets_cookie
    ask(web.url("/a"), cookies=cookies)
    ask(web.url("/a"))
    assert [headers.get("Cookie") for _, headers, _ in web.asked] == [None, "seen=yes", None]


def test_retry_after_and_walls(web: Web, ask: Ask) -> None:
    web.pages["/busy"] = answer(429, Retry_After="7")
    web.pages["/wall"] = answer(403, Cf_Mitigated="challenge")
    assert ask(web.url("/busy")).wait == 7
    assert ask(web.url("/wall")).wall == "cf-mitigated"


# --- what goes wrong


def test_refused_connection(ask: Ask) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert ask(f"http://127.0.0.1:{port}/").problem == "closed"


def test_reset(web: Web, ask: Ask) -> None:
    web.pages["/a"] = lambda visit: visit.connection.shutdown(socket.SHUT_RDWR)
    assert ask(web.url("/a")).problem == "reset"


def test_no_http(web: Web, ask: Ask) -> None:
    def garbage(visit: Visit) -> None:
        visit.wfile.write(b"SSH-2.0-no-http\r\n\r\n")
        visit.close_connection = True

    web.pages["/a"] = garbage
    assert ask(web.url("/a")).problem == "not-http"


def test_silence(web: Web, ask: Ask) -> None:
    web.pages["/a"] = lambda visit: time.sleep(1)
    assert ask(web.url("/a"), read=0.1).problem == "timeout"


def drip(visit: Visit) -> None:
    """An answer of which each byte comes in time, and the whole never."""
    visit.wfile.write(b"HTTP/1.1 200 OK\r\n")
    try:
        for _ in range(60):
            visit.wfile.write(b"X")
            time.sleep(0.05)
    except OSError:
        pass
    visit.close_connection = True


def test_deadline_holds_for_headers_that_drip(web: Web, ask: Ask) -> None:
    web.pages["/a"] = drip
    started = time.monotonic()
    assert ask(web.url("/a"), seconds=0.3).problem == "timeout"
    assert time.monotonic() - started < 2


def test_deadline_holds_for_a_body_that_drips(web: Web, ask: Ask) -> None:
    def page(visit: Visit) -> None:
        visit.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Talks resume</title>")
        drip(visit)

    web.pages["/a"] = page
    got = ask(web.url("/a"), seconds=0.3)
    assert got.page is not None
    assert (got.status, got.page.title) == (200, "Talks resume")


def test_closing_the_probe_cuts_what_is_under_way(web: Web) -> None:
    asking = probe.Probe(Settings(allow_networks=LOOPBACK))
    web.pages["/a"] = after(asking.close, after(wait(2), article()))
    started = time.monotonic()
    assert asking.ask(asking.open(), web.url("/a"), RequestsCookieJar(), 5).problem == "stopped"
    assert time.monotonic() - started < 1


# --- names


def fail_with(number: int) -> Callable[..., object]:
    def getaddrinfo(*args: object, **options: object) -> object:
        raise socket.gaierror(number, "")

    return getaddrinfo


def test_name_that_does_not_exist(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(host: str, port: int, **options: object) -> object:
        if host == probe.KNOWN_NAME:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", port))]
        raise socket.gaierror(socket.EAI_NONAME, "")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    assert ask("http://gone.example/").problem == "no-name"


def test_offline_no_name_is_believed_to_be_gone(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", fail_with(socket.EAI_NONAME))
    assert ask("http://gone.example/").problem == "no-network"
    assert ask("http://gone.invalid/").problem == "no-name"  # whatever the resolver says


def test_resolver_that_fails_or_sleeps(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe.Probe, "_knows_names", lambda self: True)
    monkeypatch.setattr(socket, "getaddrinfo", fail_with(socket.EAI_AGAIN))
    assert ask("http://news.example/").problem == "no-look-up"
    release = threading.Event()

    def sleep(*args: object, **options: object) -> list[object]:
        release.wait(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", sleep)
    assert ask("http://news.example/", look_up=0.1).problem == "no-look-up"
    release.set()


def test_connection_goes_to_the_checked_address_and_keeps_the_name(web: Web, ask: Ask, names: dict[str, list[str]]) -> None:
    web.pages["/a"] = article()
    names["news.example"] = ["10.0.0.1", "127.0.0.1"]
    assert ask(web.url("/a", "news.example")).status == 200
    assert web.asked[0][1]["Host"] == f"news.example:{web.port}"


@pytest.mark.parametrize("ip", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "::1", "fe80::1", "::ffff:8.8.8.8"])
def test_name_that_leads_into_a_private_network(web: Web, ask: Ask, names: dict[str, list[str]], ip: str) -> None:
    names["news.example"] = [ip]
    got = ask(web.url("/a", "news.example"), allow_networks=())
    assert (got.problem, got.detail) == ("private", ip)
    assert web.asked == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "a.localhost", "[::1]", "[::ffff:7f00:1]", "0"]
)
def test_every_spelling_of_a_private_address(web: Web, ask: Ask, host: str) -> None:
    assert ask(web.url("/a", host), allow_networks=()).problem == "private"
    assert ask(web.url("/a", host), allow_networks=(), proxy=web.url("")).problem == "private"  # nor is a proxy sent there
    assert web.asked == []


def test_proxy(web: Web, ask: Ask) -> None:
    web.pages["http://news.example/a"] = article()
    assert ask("http://news.example/a", proxy=web.url(""), allow_networks=()).status == 200


def test_environment_is_left_alone(web: Web, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    web.pages["/a"] = article()
    assert ask(web.url("/a")).status == 200


# --- certificates


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for news.example that signs itself, with its key in the same file."""
    if shutil.which("openssl") is None:
        pytest.skip("needs the openssl program")
    both = tmp_path_factory.mktemp("tls") / "both.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=news.example"
    done = subprocess.run(
        [*command.split(), "-addext", "subjectAltName=DNS:news.example", "-keyout", str(both), "-out", str(both.with_name("cert.pem"))],
        check=True, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0
    both.write_bytes(both.read_bytes() + both.with_name("cert.pem").read_bytes())
    return both


@pytest.fixture
def tls_web(certificate: Path) -> Iterator[Web]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serve(context) as web:
        yield web


def test_certificate(tls_web: Web, certificate: Path, ask: Ask, names: dict[str, list[str]]) -> None:
    tls_web.pages["/a"] = article()
    bundle = str(certificate.with_name("cert.pem"))
    cases = (("news.example", bundle, 200, ""), ("news.example", "", None, "certificate"), ("other.example", bundle, None, "certificate"))
    for host, ca_bundle, status, problem in cases:
        names[host] = ["127.0.0.1"]
        got = ask(tls_web.url("/a", host).replace("http:", "https:"), ca_bundle=ca_bundle)
        assert (got.status, got.problem) == (status, problem), host
        assert bool(got.detail) == bool(problem)
