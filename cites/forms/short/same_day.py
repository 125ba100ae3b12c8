"""Another paper of the day that was cited just before: "*Omaha Daily Bee*, 3" behind "*Los Angeles Daily Herald*, December 2, 1889, 7"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item

FORMS = frozenset({"source_date", "same_day"})  # of what was cited before
PAGE = regex.compile(r",\s(?P<page>\p{Lu}?\d{1,3}(?:-\d{1,3})?)(?=\s\(|[;.,]|$)")


def read(context: Context, at: int, end: int) -> list[Draft]:
    stop = context.italics_end(at) or at
    page = PAGE.match(context.folded, stop, end) if stop > at else None
    day = _day_before(context, at) if page and not context.known.has_title(context.text[at:stop]) else None
    if page is None or day is None:
        return []
    items = [Item.cut("container_title", context.text, (at, stop)), day, Item("type", "article-newspaper", at, at)]
    return [Draft("full", "same_day", at, page.end(), items, page["page"], 0.8)]


def _day_before(context: Context, at: int) -> Item | None:
    """Return the day of the paper that this note has just cited, None where it is another kind of work or of another note."""
    before = context.known.before
    if before is None or before.matched_by not in FORMS:
        return None
    day = next((item for item in before.items if item.field == "issued"), None)
    name = next((item for item in before.items if item.field == "container_title"), None)
    is_here = name is not None and name.end <= at and context.text[name.start : name.end] == name.value
    return day if day and is_here and len(str(day.value)) == len("2012-01-26") else None


FORM = Form("same_day", read)
