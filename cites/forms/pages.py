"""The pages of a work and the page that is cited, printed together: "241-273, 242", "241-273 at 242"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Item

PAGES_AND_CITED = regex.compile(
    r"(?P<pages>(?P<first>\d+)\s?[-–—]{1,2}\s?(?P<last>\d+))(?:,|\sat(?:\spp?\.)?)\s(?P<cited>(?P<page>\d+)(?:\s?[-–—]\s?\d+)?)"
)


def cited_within(found: list[Item], locator: str) -> tuple[list[Item], str]:
    """Part "241-273, 242" into the pages of the work and the page cited."""
    pages = next((item for item in found if item.field == "page"), None)
    cited = PAGES_AND_CITED.fullmatch(str(pages.value)) if pages and not locator else None
    if pages is None or cited is None or not _is_within(cited):
        return found, locator
    whole = pages._replace(value=cited["pages"], end=pages.start + cited.end("pages"))
    return [whole if item is pages else item for item in found], cited["cited"]


def _is_within(pages: regex.Match[str]) -> bool:
    """True where the page cited is one of the article: 242 of 241-273, but not 61 of 57-8."""
    first, last = pages["first"], pages["last"]
    return int(first) <= int(pages["page"]) <= int(first[: -len(last)] + last)
