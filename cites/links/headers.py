"""Headers of an answer → what they say. Pure."""

from __future__ import annotations

import email.utils
from collections.abc import Mapping
from datetime import UTC
from urllib.parse import urljoin

from cites.links.address import printable

HTML = ("text/html", "application/xhtml+xml")
REDIRECTS = (301, 302, 303, 307, 308)
WALLS = ("cf-mitigated", "x-amzn-waf-action")  # set where a wall answers in place of the site


def is_html(content_type: str) -> bool:
    """Whether a body is a page: "text/html; charset=utf-8"."""
    return content_type.partition(";")[0].strip().lower() in HTML


def redirect_target(status: int, location: str, url: str) -> str:
    """Return where a redirect leads, as a whole address: 301, "/b" at "http://example.org/a" gives "http://example.org/b".

    http.client reads headers as Latin-1, while addresses are UTF-8. What is no address at all is returned as it is.
    """
    location = printable(location.encode("latin-1", "replace").decode("utf-8", "replace").strip())
    try:
        return urljoin(url, location) if location and status in REDIRECTS else ""
    except ValueError:
        return location


def retry_after(header: str, now: float) -> float | None:
    """Return the seconds that Retry-After asks to wait: "120" gives 120.0; a date is counted from `now` (seconds since 1970)."""
    header = header.strip()
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        date = email.utils.parsedate_to_datetime(header)
        return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now)
    except (ValueError, OverflowError):
        return None


def wall(headers: Mapping[str, str]) -> str:
    """Return the header by which a wall against programs shows itself, or ""."""
    return next((name for name in WALLS if name in headers), "")
