"""Connections to addresses that were checked. The only code of cites that opens any.

A host is looked up once, each IP address is checked, and the connection goes to the address that was checked: a name that answers
otherwise the second time (DNS rebinding) gains nothing.
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
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter

from cites.errors import ReadError, cannot_open
from cites.links.address import Stopped, is_refused, literal
from cites.links.problems import name_problem
from cites.links.settings import Settings

NO_SUCH_NAME = (socket.EAI_NONAME, socket.EAI_NODATA)


@functools.lru_cache(maxsize=4)
def authorities(ca_bundle: str) -> ssl.SSLContext:
    """Return what certificates are held against: the authorities of certifi, and those of a PEM file. Raises ReadError where it is none."""
    context = ssl.create_default_context(cafile=requests.utils.DEFAULT_CA_BUNDLE_PATH)
    if ca_bundle:
        try:
            context.load_verify_locations(ca_bundle)
        except ssl.SSLError:
            raise ReadError(ca_bundle, "has no certificates", "give a file of them in PEM") from None
        except OSError as error:
            raise cannot_open(ca_bundle, error) from None
    return context


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


asking = threading.local()  # .now is the Request that this thread is at; requests has no way to hand it down to the connection


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
            return connect(self._dns_host, self.port or self.default_port, asking.now, self.socket_options, self.proxy is not None)
        except Stopped as stopped:
            raise (Stopped("proxy", "") if self.proxy else stopped) from None  # a proxy's troubles say nothing of the link

    def request(self, *args: Any, **options: Any) -> None:
        if self.sock is not None:  # kept from an earlier request
            asking.now.hold(self.sock)
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
