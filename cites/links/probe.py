"""Ask one address once and say what came of it. The only code of cites that opens connections to the web.

A host is looked up once, each IP address is checked, and the connection goes to the address that was checked: a name that answers
otherwise the second time (DNS rebinding) gains nothing. Redirects are not followed here: `run` asks each hop anew.

The transport adapter of requests is used without its Session. A Session reads the whole unpacked body of a redirect, even with
stream=True and allow_redirects=False, lets links share cookies, and looks for proxies and passwords in the environment.
"""

from __future__ import annotations

import functools
import ipaddress
import os
import queue
import socket
import ssl
import threading
import time
from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar

from cites.links.address import Stopped, is_never, is_refused, literal
from cites.links.body import drop, read_start
from cites.links.facts import Answer
from cites.links.headers import is_html, redirect_target, retry_after, wall
from cites.links.page import read_page
from cites.links.problems import name_problem
from cites.links.settings import Settings

NO_SUCH_NAME = (socket.EAI_NONAME, socket.EAI_NODATA)
_reading = threading.BoundedSemaphore(2)  # pages in the making: each takes many times its size in memory
KNOWN_NAME = "example.com"  # reserved by IANA: where not even this one can be looked up, we are offline


@functools.lru_cache(maxsize=4)
def authorities(ca_bundle: str) -> ssl.SSLContext:
    """Return what certificates are held against: the authorities of certifi, and those of a PEM file. Raises OSError where it is none."""
    context = ssl.create_default_context(cafile=requests.utils.DEFAULT_CA_BUNDLE_PATH)
    if ca_bundle:
        context.load_verify_locations(ca_bundle)
    return context


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
        _asking.now = request
        try:
            return self._ask(adapter, url, cookies, request, fragments, wants_body)
        except Exception as error:
            problem, detail = name_problem(error)
            if self._stop.is_set():
                problem, detail = "stopped", ""
            elif request.is_late:
                problem, detail = "timeout", ""
            elif problem == "no-name" and not is_never(detail) and not self._knows_names():
                problem, detail = "no-look-up", "this computer seems to be offline"
            return Answer(url, problem=problem, detail=detail), b""
        finally:
            _asking.now = None
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


# --- connections


class Request:
    """One request under way: until when it may last, and the means to cut it short."""

    def __init__(self, settings: Settings, until: float) -> None:
        self.settings, self.until, self.is_late = settings, until, False
        self._twin: socket.socket | None = None

    def left(self) -> float:
        return max(0.001, self.until - time.monotonic())  # a timeout of 0 would mean: do not wait at all

    def hold(self, connection: socket.socket) -> None:
        """Remember the connection, by a second descriptor: in a TLS handshake the first one changes hands."""
        self.let_go()
        self._twin = socket.socket(fileno=os.dup(connection.fileno()))
        if self.is_late:
            raise Stopped("timeout", "")

    def cut(self) -> None:
        self.is_late = True
        try:
            if self._twin is not None:
                self._twin.shutdown(socket.SHUT_RDWR)
        except OSError:  # it is closed already
            pass

    def let_go(self) -> None:
        if self._twin is not None:
            self._twin.close()


_asking = threading.local()  # .now is the Request that this thread is at; requests has no way to hand it down to the connection


def look_up(host: str, port: int, seconds: float) -> list[tuple[int, Any]]:
    """Return the (family, socket address) pairs of a host. Raises Stopped.

    The system's resolver knows no time limit, so it works in a thread of its own, which is left behind when it takes too long.
    """
    box: queue.SimpleQueue[list[tuple[int, Any]] | OSError | UnicodeError] = queue.SimpleQueue()

    def work() -> None:
        try:
            box.put([(found[0], found[4]) for found in socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)])
        except (OSError, UnicodeError) as error:
            box.put(error)

    if literal(host) is not None:
        work()  # there is nothing to wait for
    else:
        threading.Thread(target=work, daemon=True, name=f"look up {host}").start()
    try:
        found = box.get(timeout=seconds)
    except queue.Empty:
        raise Stopped("no-look-up", f"{host}, no answer in {seconds:.0f} s") from None
    if isinstance(found, UnicodeError):  # a label that is empty or longer than 63
        raise Stopped("malformed", "")
    if isinstance(found, OSError):
        is_gone = isinstance(found, socket.gaierror) and found.errno in NO_SUCH_NAME
        raise Stopped("no-name" if is_gone else "no-look-up", host)
    return found


def connect(host: str, port: int, request: Request, options: Any, is_proxy: bool) -> socket.socket:
    """Return a connection to a host, at an address that was checked. Raises Stopped."""
    settings, refused = request.settings, ""
    problems: set[str] = set()
    for family, place in look_up(host, port, min(settings.look_up, request.left())):
        if not is_proxy and is_refused(ipaddress.ip_address(place[0]), settings.allow_networks):
            refused = str(place[0])
            continue
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            for option in options or ():
                connection.setsockopt(*option)
            connection.settimeout(min(settings.connect, request.left()))
            connection.connect(place)
            request.hold(connection)
            return connection
        except OSError as error:
            connection.close()
            problems.add(name_problem(error)[0])
        except Stopped:
            connection.close()
            raise
    if not problems:
        raise Stopped("private", refused)
    # One address that did not answer in time leaves it open; one that cannot be reached from here (no IPv6) does not count.
    raise Stopped("connect-timeout" if "timeout" in problems else "closed" if "closed" in problems else "unreachable", "")


class _Checked(urllib3.connection.HTTPConnection):
    def _new_conn(self) -> socket.socket:
        try:
            return connect(self._dns_host, self.port or self.default_port, _asking.now, self.socket_options, self.proxy is not None)
        except Stopped as stopped:
            raise (Stopped("proxy", "") if self.proxy else stopped) from None  # a proxy's troubles say nothing of the link

    def request(self, *args: Any, **options: Any) -> None:
        if self.sock is not None:  # kept from an earlier request
            _asking.now.hold(self.sock)
        super().request(*args, **options)


class _CheckedTLS(_Checked, urllib3.connection.HTTPSConnection): ...


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Checked


class _PoolTLS(urllib3.HTTPSConnectionPool):
    ConnectionCls = _CheckedTLS


class Adapter(HTTPAdapter):
    """The connections to one host, kept from request to request; all of them checked, and held against one common list of authorities."""

    def __init__(self, context: ssl.SSLContext, size: int) -> None:
        self._context = context
        super().__init__(pool_connections=4, pool_maxsize=size, max_retries=0)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _PoolTLS}

    def proxy_manager_for(self, *args: Any, **options: Any) -> Any:
        manager = super().proxy_manager_for(*args, **options)
        manager.pool_classes_by_scheme = {"http": _Pool, "https": _PoolTLS}
        return manager

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:
        place, _ = super().build_connection_pool_key_attributes(request, True)
        return place, {"ssl_context": self._context, "cert_reqs": "CERT_REQUIRED"}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Do nothing: requests would have its authorities read from disk for each connection, and the context has them."""
