"""A source that is a link and nothing else: "([DW](https://www.dw.com/…))" in Markdown, "(<a href=…>NACLA</a>)" in HTML."""

from __future__ import annotations

from cites.forms.form import Context, Draft, Form, Item

KNOWN = 0.9  # how far the text of the link must be a source


def read(context: Context, at: int, end: int) -> list[Draft]:
    for start, stop, address in context.links:
        if start <= at < stop and (stop >= end or context.folded[stop] in ",;)"):
            name = context.text[at:stop]
            if context.evidence(name) < KNOWN:
                return []
            items = [Item("container_title", name, at, stop), Item("url", address, at, stop)]
            return [Draft("full", "linked", at, stop, items, confidence=0.9)]
    return []


FORM = Form("linked", read)
