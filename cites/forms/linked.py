"""A source that is a link and nothing else: "([DW](https://www.dw.com/…))" in Markdown, "(<a href=…>NACLA</a>)" in HTML, and an address."""

from __future__ import annotations

from urllib.parse import urlsplit

from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.access import AVAILABLE
from cites.grammar.urls import read_url

KNOWN = 0.9  # how far the text of the link must be a source


def read(context: Context, at: int, end: int) -> list[Draft]:
    for start, stop, address in context.links:
        if start <= at < stop and (stop >= end or context.folded[stop] in ",;)"):
            name = context.text[at:stop]
            if context.evidence(name) < KNOWN:
                return []
            items = [Item("container_title", name, at, stop), Item("url", address, at, stop)]
            return [Draft("full", "linked", at, stop, items, confidence=0.9)]
    return _address(context, at, end)


def _address(context: Context, at: int, end: int) -> list[Draft]:
    """Read the address of a page, "(https://www.kremlin.ru/events/123)"; that of a site alone says who somebody is."""
    available = AVAILABLE.match(context.folded, at, end)
    url = read_url(context.text, available.end() if available else at, end, context.view.breaks)
    if url is None or not urlsplit(url.value if url.value.startswith("http") else f"//{url.value}").path.strip("/"):
        return []
    if url.end < end and context.folded[url.end] not in ",;.? ":
        return []
    return [Draft("full", "linked", url.start, url.end, [Item("url", url.value, url.start, url.end)], confidence=0.8)]


FORM = Form("linked", read)
