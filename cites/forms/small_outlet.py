"""Newspapers and magazines that begin with a small letter, behind a title: "the Intercept", "pv magazine", "taz"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Item

SMALL_OUTLET = regex.compile(  # the Intercept · pv magazine · taz
    r",?\s(?P<name>the\s\p{Lu}[^,;:()“”]{2,40}?|\p{Ll}[\p{L}.-]*(?:\s\p{Ll}\p{L}*){0,2})(?=\s?[,(])"
)
SMALL_NAME = regex.compile(r"\p{Ll}+\p{Lu}\p{L}*|\p{L}+\s(?:\p{Ll}+\s)?(?:magazine|news|weekly|daily)")  # where no one knows it
DATE_NEXT = regex.compile(r"\s?,\s(?:\d{1,2}\s\p{L}{3,9}\s(?:19|20)\d\d|\p{L}{3,9}\.?\s\d{1,2},\s(?:19|20)\d\d)")


def small_outlet(context: Context, at: int, end: int) -> Item | None:
    """Return the outlet that stands at `at`, behind a title, None where it begins with a capital or nobody takes it for one."""
    small = SMALL_OUTLET.match(context.folded, at, end)
    if small is None:
        return None
    name = context.text[slice(*small.span("name"))]
    if context.periodical(name) is None and not (SMALL_NAME.fullmatch(name) and DATE_NEXT.match(context.folded, small.end(), end)):
        return None
    return Item.cut("container_title", context.text, small.span("name"))
