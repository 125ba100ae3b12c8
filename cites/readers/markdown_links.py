"""Where a Markdown link points: `(https://… "title")` after `[text]`, and definitions `[id]: https://…`.

Source: CommonMark 0.31, sections 4.7 (definitions), 6.3 (links) and 6.5 (autolinks).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

NESTED = 32  # brackets within an address, as in the reference implementation: keeps "(" by the million linear
LABEL = 999  # code points of a label, CommonMark's limit

# Possessive (`*+`): none of these gives back what it took, so none can go quadratic.
SPACE = re.compile(r"[ \t]*+(?:\r?\n[ \t]*+)?+")
ANGLED = re.compile(r"<(?:[^<>\r\n\\]++|\\.)*+>")
PLAIN = re.compile(r"(?:[^\s()<\\]++|\\[^\s]|\\|<)++")
TITLE = re.compile(r'"(?:[^"\\]++|\\.)*+"' r"|'(?:[^'\\]++|\\.)*+'" r"|\((?:[^()\\]++|\\.)*+\)", re.DOTALL)
ID = re.compile(r"\[((?:[^\[\]\\]++|\\.){0,999}+)\]", re.DOTALL)
DEFINITION = re.compile(
    r"\[(?P<id>(?:[^\[\]\\\r\n]++|\\.){1,999}+)\]:[ \t]*+"
    r"(?P<url><[^<>\r\n]*+>|[^\s<]\S*+)"
    r"""(?:[ \t]++(?:"[^"\r\n]*+"|'[^'\r\n]*+'|\([^()\r\n]*+\)))?+[ \t]*+$"""
)
ADDRESS = re.compile(r"[/.#:@]")
AUTOLINK = re.compile(r"<(?P<url>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.+-]{1,64}+@[\w.-]{1,255}+)>")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
WHITE = re.compile(r"\s+")


class Target(NamedTuple):
    """Where a link leads, and where its markup ends in the file."""

    url: str
    end: int


def read_target(text: str, at: int, end: int, label: str, definitions: Mapping[str, str]) -> Target | None:
    """Return the target of the link whose text `label` has ended with the `]` before `at`, or None where it is no link."""
    follows = text[at] if at < end else ""
    if follows == "(":
        target = _inline(text, at + 1, end)
        if target:
            return target
    if not definitions:
        return None
    if follows == "[":
        match = ID.match(text, at, end)
        if match:
            url = definitions.get(fold_label(match[1] or label))
            return None if url is None else Target(url, match.end())
    url = definitions.get(fold_label(label)) if len(label) <= LABEL else None
    return None if url is None else Target(url, at)


def _inline(text: str, at: int, end: int) -> Target | None:
    at = past(SPACE, text, at, end)
    angled = ANGLED.match(text, at, end)
    if angled:
        url, at = angled[0][1:-1], angled.end()
    else:
        start, at = at, _end_of_address(text, at, end)
        url = text[start:at]
    after = past(SPACE, text, at, end)
    title = TITLE.match(text, after, end) if after > at else None
    if title:
        after = past(SPACE, text, title.end(), end)
    return Target(clean_url(url), after + 1) if text.startswith(")", after, end) else None


def _end_of_address(text: str, at: int, end: int) -> int:
    """Addresses may have pairs of brackets: `https://en.wikipedia.org/wiki/Treaty_(law)`."""
    depth = 0
    while at < end:
        at = past(PLAIN, text, at, end)
        bracket = text[at] if at < end else ""
        if bracket == "(" and depth < NESTED:
            depth += 1
        elif bracket == ")" and depth:
            depth -= 1
        else:
            break
        at += 1
    return at


def past(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    """Where a pattern ends that stands here; here where it does not."""
    match = pattern.match(text, at, end)
    return match.end() if match else at


def read_definition(line: str) -> tuple[str, str] | None:
    """Return the label and the address of `[id]: https://… "title"`, or None: `[1]: Interfax, January 26` is a note."""
    match = DEFINITION.match(line)
    if match is None or not ADDRESS.search(match["url"]):
        return None
    return fold_label(match["id"]), clean_url(match["url"].removeprefix("<").removesuffix(">"))


def fold_label(label: str) -> str:
    """Labels are compared without case and with single spaces."""
    return WHITE.sub(" ", label).strip().casefold()


def clean_url(printed: str) -> str:
    """The address meant: `a\\_b?x=1&amp;y=2` gives "a_b?x=1&y=2"."""
    return unescape(ESCAPE.sub(r"\1", printed)) if "\\" in printed or "&" in printed else printed
