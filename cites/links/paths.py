"""What the paths of addresses say: a front page, one article, a log-in, an error page. Pure."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from cites.links import phrases

_EXTENSION = re.compile(r"\.(?:html?|php\d?|aspx?|jsp|shtml|cfm)$")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_.]?(0?[1-9]|1[0-2])(?:[-/_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_VALUE = re.compile(r"(?<==)[\w-]+(?=&|$)")
SIBLING = "zq7xwk3v9"  # in an address that nobody ever gave out


def segments(address: SplitResult) -> tuple[str, ...]:
    """Return the words of a path: "/News/2012/index.html" gives "news", "2012", "index"."""
    return tuple(_EXTENSION.sub("", unquote(name).lower()) for name in address.path.split("/") if name)


def host_of(url: str) -> str:
    """Return the host with a dot before it, so that a domain can be looked for at its end: ".www.example.org"."""
    return "." + (urlsplit(url).hostname or "").rstrip(".")


def is_front(address: SplitResult) -> bool:
    """Whether a path names no page of its own: "/", "/en/", "/news/index.html"."""
    return all(name in phrases.FRONT for name in segments(address))


def is_deep(address: SplitResult) -> bool:
    """Whether an address is one of a single article: "/2012/05/talks", "/news/putin-visits", "/?p=123".

    Not so "/report", "/~jones/tool/" (a site within a site, which may have become one of its own), "/x7Yk2" (of a link shortener).
    """
    own = [name for name in segments(address) if name not in phrases.FRONT]
    has_number = len(own) > 1 and any(char.isdigit() for char in "".join(own))
    return has_number or any(len(name) >= 12 for name in own) or re.search(r"=\d{2,}(?:&|$)", address.query) is not None


def is_same(one: str, other: str) -> bool:
    """Whether two addresses are variants of each other: http or https, with or without "www.", with or without a slash at the end."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> tuple[str, int | None, str, str]:
    address = urlsplit(url)
    port = None if address.port in (80, 443) else address.port
    return host_of(url).removeprefix(".www").removeprefix("."), port, unquote(address.path).rstrip("/"), address.query


def is_login(url: str, cited: str) -> bool:
    """Whether an address is that of a log-in: "/login", "login.example.org", or "/gate?return=" and the address that was cited."""
    address, asked = urlsplit(url), urlsplit(cited)
    names = segments(address)
    if not phrases.LOGIN.isdisjoint({*names[:1], *names[-1:], host_of(url).split(".")[1]}):
        return phrases.LOGIN.isdisjoint(segments(asked))
    leads_back = len(asked.path) > 2 and any(asked.path.rstrip("/") in value for _, value in parse_qsl(address.query))
    return leads_back and not is_front(address) and not is_error(url)


def is_error(url: str) -> bool:
    """Whether an address is that of an error page: "/error.html", "/404"."""
    names = segments(urlsplit(url))
    return bool(names) and names[-1] in phrases.ERROR_PAGES


def sibling_of(url: str) -> str:
    """Return an address beside this one at which nothing can be: ".../2012/05/talks.html" gives ".../2012/05/zq7xwk3v9.html".

    Of "/article?id=123" the number is another one. A front page has no sibling: "".
    """
    address = urlsplit(url)
    if _VALUE.search(address.query):
        return address._replace(query=_VALUE.sub(lambda found: "9" * 9 if found[0].isdigit() else SIBLING, address.query)).geturl()
    folder, _, name = address.path.rstrip("/").rpartition("/")
    if not name:
        return ""
    extension = re.search(r"\.\w{1,5}$", name)
    slash = "/" if address.path.endswith("/") else ""
    return address._replace(path=f"{folder}/{SIBLING}{extension[0] if extension else ''}{slash}", query="").geturl()


def folder_of(url: str) -> str:
    """Return what siblings share: "http://example.org/2012/05/"."""
    address = urlsplit(url)
    path = address.path if _VALUE.search(address.query) else address.path.rstrip("/").rpartition("/")[0] + "/"
    return address._replace(path=path, query="", fragment="").geturl()


def slug_of(url: str) -> tuple[str, ...]:
    """Return the words that an address is made of, where they are enough to know an article by: "putin", "visits", "tokyo"; else ()."""
    names = segments(urlsplit(url))
    longest = max(names, key=len, default="")
    found = tuple(word for word in re.split(r"[\W_]+", longest) if len(word) > 3 and word.isalpha())
    return found if len(found) >= 3 else ()


def date_in(url: str) -> str:
    """Return the date in an address, or "": "/2012/01/27/talks" and "/20120127-talks" give "2012-01-27", "/2012/1/talks" "2012-01"."""
    found = _DATE.search(urlsplit(url).path)
    if not found or (found[3] is None and "/" not in found[0]):
        return ""  # "/201205" may be a number
    return f"{found[1]}-{int(found[2]):02d}" + (f"-{found[3]}" if found[3] else "")
