"""A small web on loopback for the tests of the link checker: each path has a function that answers, or misbehaves."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Visit"], None]
ARTICLE = "<p>The delegations met again in the autumn, and both sides described the talks as frank.</p>" * 20


class Visit(BaseHTTPRequestHandler):
    """One connection. `reply` answers as a server should; anything else can be written to `wfile`."""

    protocol_version = "HTTP/1.1"
    server: Any

    def do_GET(self) -> None:
        web: Web = self.server.web
        with web.lock:
            web.asked.append((self.path, dict(self.headers), time.monotonic()))
            web.at_once += 1
            web.most_at_once = max(web.most_at_once, web.at_once)
        try:
            web.pages.get(self.path, answer(404))(self)
        finally:
            with web.lock:
                web.at_once -= 1

    def reply(self, status: int = 200, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:  # who asked has left
            self.close_connection = True

    def log_message(self, *args: Any) -> None:
        pass


class Web:
    """The server: `pages` by path, and what was asked of it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Act] = {}
        self.asked: list[tuple[str, dict[str, str], float]] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    web: Web

    def handle_error(self, *args: Any) -> None:
        """Say nothing: connections that break are what is tested."""


@contextmanager
def serve(context: Any = None) -> Iterator[Web]:
    """Serve a Web on 127.0.0.1; over TLS with an ssl.SSLContext."""
    server = _Server(("127.0.0.1", 0), Visit)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.web = Web(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def html(title: str, heading: str = "", body: str = ARTICLE) -> bytes:
    return f"<!doctype html><html><head><title>{title}</title></head><body><h1>{heading}</h1>{body}</body></html>".encode()


def article(title: str = "Talks resume") -> Act:
    return lambda visit: visit.reply(200, html(title, title))


def answer(status: int, body: bytes = b"", **headers: str) -> Act:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda visit: visit.reply(status, body, named)


def in_turn(*acts: Act) -> Act:
    """First this, then that; the last one from then on."""
    left = list(acts)
    return lambda visit: (left.pop(0) if len(left) > 1 else left[0])(visit)


def after(first: Callable[[], object], then: Act) -> Act:
    """Do something, e.g. wait, before the answer."""

    def act(visit: Visit) -> None:
        first()
        then(visit)

    return act


def wait(seconds: float) -> Callable[[], None]:
    return lambda: time.sleep(seconds)
