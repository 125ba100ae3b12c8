"""Ask one address once and say what came of it. Redirects are not followed here: `run` asks each hop anew.

The transport adapter of requests is used without its Session. A Session reads the whole unpacked body of a redirect, even with
stream=True and allow_redirects=False, lets links share cookies, and looks for proxies and passwords in the environment.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from requests.cookies import RequestsCookieJar

from cites.links.address import Stopped, is_never, is_refused, literal
from cites.links.connections import Adapter, Request, asking, authorities, look_up
from cites.links.facts import Answer
from cites.links.headers import is_html, redirect_target, retry_after, wall
from cites.links.page import read_page
from cites.links.problems import name_problem
from cites.links.settings import Settings

_reading = threading.BoundedSemaphore(2)  # pages in the making: each takes many times its size in memory
KNOWN_NAME = "example.com"  # reserved by IANA: where not even this one can be looked up, we are offline
PIECE = 64 * 1024  # bytes at a time, packed and unpacked
DROP = 64 * 1024  # bytes; to read a longer body that nobody wants costs more than a new connection


class Probe:
    """What all requests of a run share: the settings, the authorities, and the watch that cuts what takes too long."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._context = authorities(settings.ca_bundle)
        self._under_way: set[Request] = set()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._is_online: bool | None = None
        threading.Thread(target=self._watch, daemon=True, name="cites link watch").start()

    def open(self) -> Adapter:
        """Return an adapter for the requests to one host."""
        return Adapter(self._context, self._settings.host_jobs)

    def ask(self, adapter: Adapter, url: str, cookies: RequestsCookieJar, seconds: float, fragments: Collection[str] = ()) -> Answer:
        """Return what came of one GET. `url` is an address as `address_of` gives it; cookies that the host sets go into `cookies`."""
        return self._get(adapter, url, cookies, seconds, fragments, False)[0]

    def fetch(self, adapter: Adapter, url: str, seconds: float) -> tuple[Answer, bytes]:
        """Return what came of one GET, and the start of its body, whatever it is."""
        return self._get(adapter, url, RequestsCookieJar(), seconds, (), True)

    def _get(
        self, adapter: Adapter, url: str, cookies: RequestsCookieJar, seconds: float, fragments: Collection[str], wants_body: bool
    ) -> tuple[Answer, bytes]:
        request = Request(self._settings, time.monotonic() + seconds)
        with self._lock:
            self._under_way.add(request)
        asking.now = request
        try:
            return self._ask(adapter, url, cookies, request, fragments, wants_body)
        except Exception as error:
            problem, detail = name_problem(error)
            if self._stop.is_set():
                problem, detail = "stopped", ""
            elif request.is_late:
                problem, detail = "timeout", ""
            elif problem in ("no-name", "no-look-up") and not is_never(detail) and not self._knows_names():
                problem, detail = "no-network", ""
            return Answer(url, problem=problem, detail=detail), b""
        finally:
            asking.now = None
            with self._lock:
                self._under_way.discard(request)
            request.let_go()

    def close(self) -> None:
        """Cut all that is under way; nothing more can be asked."""
        self._stop.set()
        with self._lock:
            for request in self._under_way:
                request.cut()

    def _ask(
        self, adapter: Adapter, url: str, cookies: RequestsCookieJar, request: Request, fragments: Collection[str], wants_body: bool
    ) -> tuple[Answer, bytes]:
        settings, host = self._settings, urlsplit(url).hostname or ""
        ip = literal(host)
        if ip is not None and is_refused(ip, settings.allow_networks):  # said here, too, as a proxy would go there for us
            raise Stopped("private", str(ip))
        if is_never(host):
            raise Stopped("no-name", host)
        agent = settings.options(host).user_agent or settings.user_agent
        headers = {"User-Agent": agent, "Accept": "text/html, */*;q=0.8", "Accept-Encoding": "gzip, deflate"}
        prepared = prepare(url, headers, cookies)
        limits = (min(settings.connect, request.left()), min(settings.read, request.left()))
        proxy, body = settings.proxy_for(url), b""
        proxies = {"http": proxy, "https": proxy} if proxy else None
        response = adapter.send(prepared, stream=True, timeout=limits, proxies=proxies)
        try:
            if request.is_late:  # cut off within the headers, which http.client takes for their end
                raise Stopped("timeout", "")
            cookies.update(response.cookies)
            kind, page = response.headers.get("Content-Type", ""), None
            target = redirect_target(response.status_code, response.headers.get("Location", ""), url)
            if not target and (is_html(kind) or wants_body):
                body, is_whole = read_start(response.raw, settings.body)
            if not target and is_html(kind):
                with _reading:
                    page = read_page(body, is_whole and not request.is_late, kind, url, fragments)
                target = page.refresh if response.status_code == 200 else ""
        finally:
            drop(response.raw)
        answer = Answer(
            url,
            status=response.status_code,
            target=target,
            wait=retry_after(response.headers.get("Retry-After", ""), time.time()),
            sets_cookie="Set-Cookie" in response.headers,
            wall=wall(response.headers),
            page=page,
        )
        return answer, body

    def _knows_names(self) -> bool:
        """Whether "no such name" can be believed: offline, some resolvers say so of every name."""
        if self._is_online is None:
            try:
                self._is_online = bool(look_up(KNOWN_NAME, 80, self._settings.look_up))
            except Stopped:
                self._is_online = False
        return self._is_online

    def _watch(self) -> None:
        """Cut what is overdue: a read timeout begins anew with each byte, and a host may send one byte every nine seconds."""
        while not self._stop.wait(0.25):
            now = time.monotonic()
            with self._lock:
                for request in self._under_way:
                    if now > request.until and not request.is_late:
                        request.cut()


def prepare(url: str, headers: dict[str, str], cookies: RequestsCookieJar) -> requests.PreparedRequest:
    """Return a GET of an address as `address_of` gives it: what requests would do to an address was done there already."""
    prepared = requests.PreparedRequest()
    prepared.method, prepared.url, prepared.headers = "GET", url, requests.structures.CaseInsensitiveDict(headers)
    prepared.prepare_cookies(cookies)
    return prepared


def read_start(raw: Any, limit: int) -> tuple[bytes, bool]:
    """Return the first `limit` bytes of a body, unpacked, and whether that is all of it; what came before an error counts."""
    pieces: list[bytes] = []
    length = 0
    try:
        while length < limit:
            piece = raw.read1(min(PIECE, limit - length), decode_content=True)  # read() would wait until so many bytes have come
            if not piece:
                return b"".join(pieces), True
            pieces.append(piece)
            length += len(piece)
    except (urllib3.exceptions.HTTPError, OSError, ValueError):
        pass
    return b"".join(pieces), False


def drop(raw: Any) -> None:
    """Let go of an answer. A short rest is read, packed as it is, so that the connection can be kept; a long or endless one is cut off."""
    if raw.length_remaining is not None and raw.length_remaining <= DROP:
        raw.drain_conn()
    raw.close()
