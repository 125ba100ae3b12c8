"""What an element is by the names that its page gives it, in `class` and `id`: the tables of data/elements.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from cites import lazy_regex as regex
from cites.knowledge import read_tables


def _compile(table: Mapping[str, Sequence[str]]) -> regex.Pattern[str]:
    """Compile a table: a name ("no-print"), and one that a tool may have marked ("mw-") with any of the words before and behind it."""
    no, before, behind = ("|".join(table.get(key, ())) for key in ("no", "before", "behind"))
    names = "|".join(table["names"]).replace("-", "-?")
    return regex.compile(rf"(?:{names})|{rf'(?!(?:{no})-)' if no else ''}(?:[a-z]{{1,3}}-)?(?:(?:{before})-)*(?:{names})(?:-(?:{behind}))*")


ASIDE, COMMENTS, NOTES = (_compile(read_tables("elements.toml")[kind]) for kind in ("aside", "comments", "notes"))
CONTENT = regex.compile(
    regex.shapes(
        (
            "field-name-body",  # article-content · entry-text-inner
            r"(?:(?:td|c|m|field-name|node|js)-)?(?:article|entry|post|story|page|news|blog|single|main|body|text|node)?-?"
            r"(?:content|body|text|copy)(?:-(?:text|body|content|copy|inner|wrapper|area))?",
        ),
        ("article", r"article|story|post|main"),
        ("markdown-body", r"main-?content|mw-parser-output|markdown-body|available-content|rich-?text|prose|e-content"),
    )
)


def _asks(names: regex.Pattern[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a name is one of these; a page has the same again and again."""
    return lru_cache(maxsize=4_096)(lambda name: names.fullmatch(name) is not None)


is_aside_name = _asks(ASIDE)  # "site-header-menu", "cookie-banner"
is_comments_name = _asks(COMMENTS)  # "comments-area"
is_notes_name = _asks(NOTES)  # "footnotes", "article-references-list"
is_content_name = _asks(CONTENT)  # "entry-content"
