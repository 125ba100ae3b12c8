"""The pure parts beneath the probe: addresses, headers, pages."""

from __future__ import annotations

import ipaddress

import pytest

from cites.links import Settings, shown
from cites.links.address import Stopped, address_of, is_refused, literal
from cites.links.headers import redirect_target, retry_after
from cites.links.page import decode, read_page


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("HTTP://Example.org", "http://example.org/"),
        (" http://example.org/a b#c ", "http://example.org/a%20b"),
        ("http://example.org/\u0430?q=\u00e9", "http://example.org/%D0%B0?q=%C3%A9"),
        ("https://b\u00fccher.example/", "https://xn--bcher-kva.example/"),
        ("www.nato.int", "http://www.nato.int/"),
        ("aeon.co/essays/rivers", "http://aeon.co/essays/rivers"),
    ],
)
def test_address(given: str, address: str) -> None:
    assert address_of(given) == address
    assert address_of(address) == address


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("ftp://example.org/a", "scheme"), ("file:///etc/hostname", "scheme"), ("mailto:me@example.org", "scheme"),
        ("http://me:secret@example.org/", "secrets"), ("http://news.example\\@example.org/", "secrets"),
        ("http://", "malformed"), ("http://[::1", "malformed"), ("http://example.org:99999/", "malformed"), ("example/a", "malformed"),
        ("http://*.example.org/", "malformed"), ("http:///a", "malformed"), ("", "malformed"), ("http://exa mple.org/", "malformed"),
        ("http://\uff11\uff12\uff17.0.0.1/", "malformed"),
    ],
)  # fmt: skip
def test_what_is_never_asked(given: str, problem: str) -> None:
    with pytest.raises(Stopped) as stopped:
        address_of(given)
    assert stopped.value.args[0] == problem
    assert "secret@" not in stopped.value.args[1]


def test_secrets_are_not_shown() -> None:
    assert shown("http://me:secret@example.org/a@b?c=d@e") == "http://example.org/a@b?c=d@e"
    assert shown("https://example.org//@me/a") == "https://example.org//@me/a"


def test_literals_and_networks() -> None:
    assert literal("0x7f000001") == ipaddress.ip_address("127.0.0.1")
    assert literal("example.org") is None
    assert literal("1.2.3.example") is None
    refused = "0.0.0.0 10.1.2.3 172.31.0.1 192.168.1.1 100.64.0.1 169.254.169.254 224.0.0.1 255.255.255.255 :: ::1 fc00::1 fe80::1 ff02::1"
    refused += " ::ffff:8.8.8.8 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1"
    assert all(is_refused(ipaddress.ip_address(ip)) for ip in refused.split())
    public = "8.8.8.8 172.32.0.1 100.128.0.1 2606:2800:220:1::1 64:ff9b::808:808"
    assert not any(is_refused(ipaddress.ip_address(ip)) for ip in public.split())
    assert not is_refused(ipaddress.ip_address("10.1.2.3"), ["10.1.0.0/16"])
    assert is_refused(ipaddress.ip_address("::ffff:10.1.2.3"), ["10.1.0.0/16", "::/0"])


def test_settings_say_what_is_wrong() -> None:
    with pytest.raises(ValueError, match=r"10\.0\.0\.0/40"):
        Settings(allow_networks=("10.0.0.0/40",))
    with pytest.raises(ValueError, match=r"^socks5://proxy.example: "):
        Settings(proxy="socks5://me:secret@proxy.example")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Thu, 01 Jan 1970 00:02:00 GMT", 20),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after(header, now=100) == seconds


def test_redirect_target() -> None:
    base = "http://example.org/a/b"
    assert redirect_target(302, "../c", base) == "http://example.org/c"
    assert redirect_target(302, "/\u0430".encode().decode("latin-1"), base) == "http://example.org/\u0430"
    assert redirect_target(302, "//other.example/\x1b[31m", base) == "http://other.example/%1B[31m"
    assert redirect_target(302, "http://[::1", base) == "http://[::1"
    assert redirect_target(302, "", base) == ""
    assert redirect_target(201, "/c", base) == ""


@pytest.mark.parametrize(
    ("charset", "header", "meta"),
    [
        ("utf-8", "text/html", ""), ("utf-8", "text/html; charset=ISO-8859-1", ""), ("utf-16", "text/html", ""), ("utf-8-sig", "text/html", ""),
        ("cp1251", "text/html; charset=windows-1251", ""), ("cp1251", "text/html", '<meta charset="windows-1251">'),
        ("koi8-r", "text/html; charset=no-such", "<meta charset=koi8-r>"), ("utf-8", "text/html; charset=punycode", "<meta charset=rot13>"),
    ],
)  # fmt: skip
def test_charsets(charset: str, header: str, meta: str) -> None:
    body = f"<html><head>{meta}<title>Курилы и мир</title></head></html>".encode(charset)
    assert read_page(body, True, header, "http://example.org/").title == "Курилы и мир"


def test_charset_cut_in_a_character_and_east_asia() -> None:
    assert decode("Курилы".encode()[:-1]) == "Курил"
    assert decode("北方領土①".encode("cp932"), "text/html; charset=Shift_JIS") == "北方領土①"
    assert decode("北方領土".encode("iso2022_jp"), "text/html; charset=iso-2022-jp") == "北方領土"
    assert decode("naïve – ok".encode("cp1252"), "text/html; charset=iso-8859-1") == "naïve – ok"


def test_page_is_read_as_a_person_sees_it() -> None:
    body = b"""<?xml version="1.0" encoding="latin-1"?><html><head><title> A&amp;B\n \x1b]0;x\x07 &#x202e;gnp </title><script>no()</script></head>
    <body><noscript><meta http-equiv=refresh content="0;url=/nojs"></noscript><!-- no --><h1>One <i>two</i></h1><style>no</style>three</body></html>"""
    page = read_page(body, True, "text/html", "http://example.org/a")
    assert (page.title, page.heading, page.text, page.refresh) == ("A&B ]0;x gnp", "One two", "One two three", "")


@pytest.mark.parametrize(
    ("content", "target"),
    [("0; url=/b", "/b"), ("3;URL='/b'", "/b"), ("0,/b", "/b"), ("300; url=/b", ""), ("0", ""), ("0; url=/a#x", ""), ("soon; url=/b", "")],
)
def test_refresh(content: str, target: str) -> None:
    page = read_page(f'<meta http-equiv="refresh" content="{content}">'.encode(), True, "", "http://example.org/a")
    assert page.refresh == (target and "http://example.org" + target)


def test_empty_pages() -> None:
    assert read_page(b"", True, "", "").is_empty
    assert not read_page(b"", False, "", "").is_empty  # it was cut off
    assert not read_page(b"<!-- x -->", True, "", "").is_empty
    assert read_page(b"<p>" * 80_000, True, "", "").title == ""  # deep, and quick
