"""Where a work can be read and when it was: "available at <https://…>", "doi:10.1000/182", "accessed May 3, 2012"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import WORDS, compile_words, first_words, leading, one_of
from cites.grammar.printed import Found, Point, Printed
from cites.grammar.urls import read_bare, read_doi, read_url

ACCESSED = compile_words(rf"[\[(]?(?:{one_of('accessed')}):?\s(?:on\s)?|(?<=from\s<?https?://\S+\s)on\s")  # from URL on 3 May 2020
AVAILABLE = compile_words(rf"(?:{one_of('available')})(?:\sat)?\s?[:=]?\s?(?=https?://|www\.|<|[\[\{{]http)")
AVAILABLE_IN = compile_words(  # online: The Fjord <https://…>
    rf"(?:{one_of('available')})\s?:\s(?P<text>(?-i:\p{{Lu}})[^<>;:\d]{{2,60}})\s(?=<?(?:https?://|www\.))"
)
ACCESS_WORDS = first_words("accessed") | {"on"}
ACCESS_BEGINS = ACCESS_WORDS | {"(", "["}
AVAILABLE_WORDS = first_words("available")
CLOSED_BY = {"<": ">", "{": "}"}  # <https://…> · {https://…}
ADDRESS_SIGNS = frozenset("hHwWdD1<{")  # http, www., doi, 10.1000/182
DAY = r"(?:\d{1,2}[.\s]\s?(?:de\s)?(?:\p{L}+|\d{1,2}\.)\s?(?:de\s)?\d{4}|\d{4}-\d\d-\d\d)"
ARCHIVED = compile_words(
    regex.shapes(
        (
            "archived 3 May 2019",
            rf"(?:{one_of('archived.alone')})\s(?:\d{{1,2}}\s\p{{L}}+|\p{{L}}+\s\d{{1,2}},)\s\d{{4}}(?:,?\sat(?=\s<?https?:))?",
        ),
        (
            "archived from the original on 3 May 2019",
            rf"(?:{one_of('archived.alone')})\s(?:\(\w+\)\s)?(?:from\sthe\soriginal|copy)?(?:\s\(\w+\))?(?:\sat\s[^.]{{3,40}})?"
            r"(?:\son\s(?:\d{1,2}\s\p{L}+|\p{L}+\s\d{1,2},)\s\d{4})?(?:,?\sat(?=\s<?https?:))?",
        ),
        ("archiviert am 3. Mai 2019", rf"(?:{one_of('archived')})\s{DAY}"),
        (
            "retrieved from Registry of the Court",
            rf"(?:{one_of('archived.holders')})\s(?-i:\p{{Lu}})[^.,;:()\d]{{2,80}}(?:\.\p{{Ll}}{{2,3}}\s\p{{Ll}}+)?(?=\.?$|\.\s)",
        ),
        flags=WORDS,
    )
)
ARCHIVED_WORDS = first_words("archived", "archived.alone", "archived.holders")


def read_address(folded: str, text: str, at: int, end: int, breaks: frozenset[int]) -> tuple[list[Printed], int]:
    """Return the DOI or the address that stands at `at`, and where it ends: of "available at <https://…>" with its brackets.

    As Canadian lawyers print it, what holds the page stands before its address: "online: The Fjord <https://…>".
    """
    is_led = leading(folded, at) in AVAILABLE_WORDS
    if is_led and (holder := AVAILABLE_IN.match(folded, at, end)):
        found, after = read_address(folded, text, holder.end(), end, breaks)
        return ([Printed.cut("text", text, holder.span("text")), *found], after) if found else ([], at)
    available = AVAILABLE.match(folded, at, end) if is_led else None
    at = available.end() if available else at
    if at < end and folded[at] in CLOSED_BY:
        at += 1
    doi = read_doi(text, at, end)
    if doi:
        return [doi], _close(folded, doi.end, end)
    url = read_url(text, at, end, breaks)
    return ([url], _close(folded, url.end, end)) if url else ([], at)


def read_where(point: Point) -> Found | None:
    """Read where a work can be read: "https://…", "available at <https://…>", "doi:10.1000/182"."""
    if point.char not in ADDRESS_SIGNS and point.word not in AVAILABLE_WORDS:
        return None
    found = read_address(point.folded, point.text, point.at, point.end, point.breaks)
    return found if found[0] else None


def read_bare_address(point: Point) -> Found | None:
    """Read "Aeon, 12 Mar. 2018, aeon.co/essays/how-to-read-a-river": no scheme, behind a container; behind a day a site will do."""
    if "text" not in point.fields or "url" in point.fields or not point.char.islower():
        return None
    bare = read_bare(point.folded, point.at, point.end, alone=point.last == "issued")
    return ([bare], bare.end) if bare else None


def _close(folded: str, at: int, end: int) -> int:
    return at + 1 if at < end and folded[at] in CLOSED_BY.values() else at
