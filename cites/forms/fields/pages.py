"""The pages of a work and the page that is cited, printed together: "241-273, 242", "241-273 at 242", "241-273: 242", "7-9, hier S. 8"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Item, field_of, replaced
from cites.grammar.lexicon import compile_words, one_of

FIRST_AND_CITED = regex.compile(r"(?P<page>\p{Lu}?\d+),\s?(?P<cited>\p{Lu}?\d[\d–-]*)")
PAGES_AND_CITED = compile_words(
    rf"(?P<pages>(?P<first>\d+)\s?[-–—]{{1,2}}\s?(?P<last>\d+))\)?(?P<mark>[,:]\s|\s(?=\p{{L}}))(?:(?:{one_of('pages')})\s?){{0,2}}"
    r"(?P<cited>(?P<page>\d+)(?:\s?[-–—]\s?\d+)?(?:\s?ff?\.?)?)"
)


def cited_within(found: list[Item], locator: str) -> tuple[list[Item], str]:
    """Part "241-273, 242" into the pages of the work and the page cited."""
    pages = field_of(found, "page")
    parts = part_cited(str(pages.value)) if pages and not locator else None
    if pages is None or parts is None:
        return found, locator
    whole = pages._replace(value=parts[0], end=pages.start + len(parts[0]))
    return replaced(found, pages, whole), parts[1]


def first_and_cited(found: list[Item], locator: str, context: Context) -> tuple[list[Item], str]:
    """Part "at 28, 34", of a magazine, into the page on which the piece begins and the one cited."""
    pages = field_of(found, "page")
    parts = FIRST_AND_CITED.fullmatch(str(pages.value)) if pages else None
    if pages is None or parts is None or not context.folded.startswith(" at ", pages.start - 4):
        return found, locator
    return replaced(found, pages, pages._replace(value=parts["page"])), parts["cited"]


def last_cited(fields: list[Item], locator: str) -> tuple[list[Item], str]:
    """Take the second of two pages for the one cited: "(2010), 34-56 (p. 40)"."""
    pages = [item for item in fields if item.field == "page"]
    if len(pages) < 2:
        return fields, locator
    return replaced(fields, pages[-1]), str(pages[-1].value)


def part_cited(printed: str) -> tuple[str, str] | None:
    """Return the pages of a work and the page cited, "77-89" and "83"; None where that is none of them: 61 of "57-8, 61"."""
    match = PAGES_AND_CITED.fullmatch(printed)
    if match is None:
        return None
    first, last = match["first"], match["last"]
    is_within = int(first) <= int(match["page"]) <= int(first[: -len(last)] + last)
    return (match["pages"], match["cited"]) if is_within or match["mark"] == ": " else None
