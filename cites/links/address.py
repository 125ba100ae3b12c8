"""Which addresses may be asked, and how they are shown. Pure: nothing here opens a connection."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from cites.grammar.urls import with_scheme


class Stopped(Exception):
    """Stopped("private", "127.0.0.1"): an address is not asked, or gives no answer; the problem (see judge.RULES) and a detail."""


IP = ipaddress.IPv4Address | ipaddress.IPv6Address

# What is not the public internet. Source: the IANA registries of special-purpose IPv4 and IPv6 addresses.
PRIVATE = tuple(ipaddress.ip_network(network) for network in (
    "0.0.0.0/8",  # this host
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",  # private
    "100.64.0.0/10",  # shared by the customers of a carrier (CGNAT)
    "127.0.0.0/8",  # loopback
    "169.254.0.0/16",  # link-local; clouds answer here with their secrets
    "192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",  # protocols, documentation
    "192.88.99.0/24",  # relays to IPv6
    "198.18.0.0/15",  # benchmarks
    "224.0.0.0/4", "240.0.0.0/4",  # multicast; reserved and broadcast
    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",  # protocols (Teredo), documentation, 6to4
))  # fmt: skip
PUBLIC_IPV6 = ipaddress.IPv6Network("2000::/3")  # all else is loopback, local, mapped, multicast or not given out
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # an IPv4 address as IPv6-only networks see it: judged as that IPv4 address

_SECRETS = re.compile(r"\A(\s*[a-z][a-z0-9+.-]*:)?//[^/?#]*@", re.IGNORECASE)  # "http://user:password@"
_NUMBER = r"(?:0x[0-9a-f]*|\d+)"
_NUMERIC = re.compile(rf"{_NUMBER}(?:\.{_NUMBER}){{0,3}}", re.IGNORECASE | re.ASCII)  # 127.1, 0x7f000001, 0177.0.0.1


def shown(url: str) -> str:
    """Return a URL as it may be shown: "http://me:secret@example.org/a" gives "http://example.org/a"."""
    return _SECRETS.sub(r"\1//", url)


def printable(url: str) -> str:
    """Return a foreign address with its control codes and bidirectional marks quoted: none of them may reach a terminal or a report."""
    return "".join(char if char.isprintable() else quote(char, errors="replace") for char in url)


def address_of(url: str) -> str:
    """Return the address to ask for a URL: "HTTP://Example.org/a b#c" gives "http://example.org/a%20b", "nato.int" "http://nato.int/".

    Raises Stopped for what is never asked: another scheme, a user name, no address at all.
    """
    import requests  # only those who check links wait for it
    import urllib3

    url = with_scheme(url.strip())
    try:
        split = urlsplit(url)
        if split.scheme and split.scheme not in ("http", "https"):
            raise Stopped("scheme", split.scheme + ":")
        if "@" in split.netloc:
            raise Stopped("secrets", shown(url))
        prepared = requests.PreparedRequest()
        prepared.prepare_url(url.partition("#")[0], None)
        split = urlsplit(prepared.url or "")
        if not split.hostname or "@" in split.netloc or split.port == 0:
            raise Stopped("malformed", "")
    except (ValueError, requests.RequestException, urllib3.exceptions.HTTPError):
        raise Stopped("malformed", "") from None
    return split.geturl()


def is_never(host: str) -> bool:
    """Whether there can be no such host: all names under .invalid (RFC 6761)."""
    return host.rstrip(".").endswith(".invalid")


def literal(host: str) -> IP | None:
    """Return the IP address that a host is, or None for a name: "2130706433", "0x7f.1" and "0177.0.0.1" give 127.0.0.1.

    "localhost" and all below it is 127.0.0.1 without being looked up (RFC 6761).
    """
    host = host.strip("[]").rstrip(".").lower()
    if host == "localhost" or host.endswith(".localhost"):
        return ipaddress.IPv4Address("127.0.0.1")
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if not _NUMERIC.fullmatch(host):
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def is_refused(address: IP, allowed: Iterable[str] = ()) -> bool:
    """Whether an address is none of a link checker's business: 127.0.0.1, 10.1.2.3, 169.254.169.254, ::1, ::ffff:8.8.8.8.

    `allowed` are networks in CIDR notation which are opened nevertheless; a mapped address is refused all the same.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address in NAT64:
            return is_refused(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF), allowed)
        if address.ipv4_mapped is not None:
            return True
    if any(address in ipaddress.ip_network(network, strict=False) for network in allowed):
        return False
    if isinstance(address, ipaddress.IPv6Address) and address not in PUBLIC_IPV6:
        return True
    return any(address in network for network in PRIVATE)
