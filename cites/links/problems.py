"""Exceptions → problems: why an address gave no answer, in the words of judge.RULES. Pure."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Iterator

import requests
import urllib3

from cites.links.address import Stopped

# What an exception, or one that it was raised from, means; the first row that fits. Subclasses stand before their parents.
PROBLEMS: tuple[tuple[type[BaseException], str], ...] = (
    (requests.exceptions.InvalidURL, "malformed"),
    (urllib3.exceptions.LocationValueError, "malformed"),
    (ssl.SSLCertVerificationError, "certificate"),
    (TimeoutError, "timeout"),
    (ssl.SSLError, "tls"),
    (ConnectionRefusedError, "closed"),
    (ConnectionError, "reset"),  # http.client.RemoteDisconnected, too
    (http.client.HTTPException, "not-http"),
    (requests.exceptions.ProxyError, "proxy"),  # a tunnel refused; but urllib3 blames the proxy for bad certificates and resets, too
    (OSError, "unreachable"),  # all that requests raises is an OSError, too
)


def name_problem(error: BaseException) -> tuple[str, str]:
    """Return the problem and its detail: ConnectionResetError gives "reset", ""."""
    if isinstance(error, Stopped):
        return error.args[0], error.args[1]
    causes = tuple(_causes(error))
    for kind, problem in PROBLEMS:
        for cause in causes:
            if isinstance(cause, kind):
                return problem, _detail(cause)
    return "other", type(error).__name__


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and all that it was raised from; urllib3 and requests also wrap one as an argument of another."""
    todo, seen = [error], set[int]()
    while todo:
        cause = todo.pop(0)
        if id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            todo += [inner for inner in (*cause.args, cause.__cause__, cause.__context__) if isinstance(inner, BaseException)]


def _detail(error: BaseException) -> str:
    """Return what OpenSSL says: "certificate has expired"; and nothing of others, whose texts hold addresses of memory and hosts."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return str(error.verify_message)
    return str(error.reason or "").lower().replace("_", " ") if isinstance(error, ssl.SSLError) else ""
