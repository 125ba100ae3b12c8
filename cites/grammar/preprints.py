"""Papers of arXiv, where its name or their numbers there stand: "arXiv preprint arXiv:1706.03762 (2017)"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.printed import Found, Point, Printed

ARXIV = r"[Aa]r[Xx]iv"
ARXIV_NUMBER = r"(?:\d{4}\.\d{4,5}|[a-z-]{2,12}/\d{7})(?:v\d+)?"
FIELD = r"\s\[[\p{L}., -]{2,40}\]"
OF_ZOTERO = regex.compile(rf"{ARXIV}:{ARXIV_NUMBER}(?P<field>{FIELD})?")
NAMED = regex.compile(
    rf"(?:[Pp]reprint,?\s)?(?P<text>{ARXIV})(?:\s(?:e|pre)-?prints?)?(?:(?:,?\s{ARXIV})?:\s?(?P<number>{ARXIV_NUMBER})(?:{FIELD})?)?(?=[.,;)](?!\w)|\s\(|\s*$)"
    r"|(?P<text>(?:bio|med)Rxiv)\s(?P<number>\d[\d.]+\d)"
)


def read_preprint(point: Point) -> Found | None:
    """Read "arXiv preprint arXiv:1706.03762", "arXiv", and "*arXiv:1706.04371 [Cs]*" as Zotero prints it."""
    if point.char not in "aApPbm":
        return None
    whole = point.match(OF_ZOTERO)
    if whole and (whole["field"] or point.at in point.wholes):
        return point.whole("text", whole)
    named = point.match(NAMED)
    return (Printed.each(point.text, named, "text", "number"), named.end()) if named else None
