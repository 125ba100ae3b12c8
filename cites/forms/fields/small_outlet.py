"""What begins with no capital, behind a title: newspapers ("the Intercept", "pv magazine", "taz"), "*2019 IEEE Conference on Robotics*"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Item

SMALL_OUTLET = regex.compile(  # the Intercept · pv magazine · taz
    r",?\s(?P<name>the\s\p{Lu}[^,;:()“”]{2,40}?|\p{Ll}[\p{L}.-]*(?:\s\p{Ll}\p{L}*){0,2})(?=\s?[,(])"
)

YEAR_NAME = regex.compile(  # 2019 IEEE Conference on Robotics · 2020 12th Conference on Ice · 1914-1918-online · 1650: A Journal
    r"(?:1[5-9]|20)\d\d(?:\s\p{Lu}|:\s\p{Lu}|\s\d{1,3}(?:st|nd|rd|th)\s\p{Lu}|-(?:1[89]|20)\d\d-\p{L}).{6,}\p{L}\)?[,.]?"
)
LED = frozenset({" ", ", ", " in ", ", in "})


def small_outlet(context: Context, at: int, end: int) -> Item | None:
    """Return the outlet that stands at `at`, behind a title, None where it begins with a capital or nobody takes it for one."""
    small = SMALL_OUTLET.match(context.folded, at, end)
    if small is None:
        return _with_year(context, at, end)
    name = context.text[slice(*small.span("name"))]
    is_known = context.periodical(name) or (name.startswith("the ") and context.outlet(name[4:]))  # the White House
    return Item.cut("container_title", context.text, small.span("name")) if is_known else None


def _with_year(context: Context, at: int, end: int) -> Item | None:
    """Return the proceedings or the work in italics that begin with their year."""
    for start, stop in context.italics:
        if at < start <= stop <= end and context.folded[at:start] in LED and YEAR_NAME.fullmatch(context.folded, start, stop):
            return Item.cut("container_title", context.text, (start, start + len(context.text[start:stop].rstrip(" .,"))))
    return None
