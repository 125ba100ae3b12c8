"""People with what they did behind their names: "Michelle Petit (dir.)", "Petit M. et Roux J. (éd.)", "André Leroux (trad.)"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import one_of
from cites.grammar.names import CONNECTOR, ET_AL, PERSON
from cites.grammar.printed import Found, Point, Printed
from cites.grammar.turned_names import match_turned

IN_ORDER = regex.compile(rf"{PERSON}(?:(?:,\ |,?\ {CONNECTOR}\ |\ -\ ){PERSON})*+(?:{ET_AL})?")
EDITS, TRANSLATES = one_of("editors.after"), one_of("translators.after")
DID = rf"(?i:(?P<editor>{EDITS})|(?P<translator>{TRANSLATES}))"
ROLE = regex.compile(rf",?\s\({DID}\)(?=[,.:;)\s]|$)|,?\s{DID}(?=[,:;)]|\s\(|$)")  # "(dir.)", ", éd.,"; not ", ed. Anna Petit"


def end_of_named(folded: str, at: int, end: int) -> regex.Match[str] | None:
    """Return the role behind the names that begin at `at`: "(dir.)" of "Michelle Petit (dir.)"; None where there is none."""
    if not folded[at : at + 1].isupper():
        return None
    for stop in _ends(folded, at, end):
        if role := ROLE.match(folded, stop, end):
            return role
    return None


def _ends(folded: str, at: int, end: int) -> list[int]:
    turned = match_turned(folded, at, end)
    names = IN_ORDER.match(folded, at, end)
    return [stop for stop in (turned, names.end() if names else None) if stop]


def read_named_role(point: Point) -> Found | None:
    """Read "Michelle Petit (dir.)", behind a title, or before that of the book in which it stands."""
    role = end_of_named(point.folded, point.at, point.end)
    if role is None:
        return None
    field = "editor" if role["editor"] else "translator"
    return [Printed.cut(field, point.text, (point.at, role.start()))], role.end()
