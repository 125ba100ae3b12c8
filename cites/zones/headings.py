"""Lines that are headings of notes or of lists: "Notes", "## 5. References", "**Quellen und Literatur:**", "[References] [edit]"."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.knowledge import load


def _folded(name: str) -> str:
    """A name as the lists of headings have it: of "DİPNOTLAR" and "Fußnoten" "dipnotlar" and "fussnoten"."""
    return " ".join(name.split()).casefold().replace("i̇", "i").replace("ı", "i")


NOTE_HEADINGS = frozenset(map(_folded, load()["note_headings"]))
LIST_HEADINGS = frozenset(map(_folded, load()["list_headings"]))
ESSAY_HEADINGS = frozenset(map(_folded, load()["essay_headings"]))
MOST_SPACES = 8
ENDS = frozenset(".,;?!…”")  # of sentences, and of lines that go on
SHAPE = regex.compile(
    r"""(?:[-–—]{2,}|[^\p{L}\p{N}\s.,;?!"“”'()-])*[ \t]*          # "##", "**", "§", "[", a sign that is a picture
        (?:(?:\d{1,2}|[IVXL]{1,5}|\p{Lu})[.)]\s+|(?:\d{1,2}|[IVXL]{2,5})\s+)?   # "7.", "VII", "A."
        (?P<name>\p{L}[\p{L}\p{M}\s&/’'‐・-]*?)
        (?:\s?\([\p{L} '’,-]{2,80}\)|:\s?\([\p{L}\d '’.,-]{2,80}\)|\s?\[[\p{L} ]{2,20}\]|\s\d{1,2})*  # "(selection)", "[edit]"
        \s*(?:\{[^{}\n]{1,80}\}|[^\p{L}\p{N}\s.,;?!"“”'()]|\s)*          # ":", "#", "¶", and attributes of pandoc
    """,
    regex.VERBOSE,
)
SIGNS = "#*_=:：()¶§-–—.{}"


class Heading(NamedTuple):
    """Where a heading stands, and whether it is one of "notes", of a "list", of an "essay" on the literature, or an "end" of those."""

    start: int
    end: int
    kind: str


def find_headings(text: str) -> list[Heading]:
    """Return the lines that are headings of notes or of lists, or end those."""
    found = []
    at = 0
    for line in text.split("\n"):
        printed = line.strip()
        if printed and (kind := _kind(printed)):
            found.append(Heading(at, at + len(line), kind))
        at += len(line) + 1
    return found


def _kind(line: str) -> str:
    """What a line is the heading of, or "": first a quick look at its end and its words, for most lines are none."""
    if line[1:2] == line[3:4] == " " and len(line) < 2 * line.count(" ") + 4:  # "N O T E S"
        line = line.replace(" ", "")
    if line[-1] in ENDS or line.partition(" (")[0].count(" ") > MOST_SPACES:
        return ""
    if not any(_folded(word.strip(SIGNS)) in WORDS for word in line.replace("[", " ").replace("]", " ").replace("/", " ").split()):
        return ""
    shape = SHAPE.fullmatch(line)
    names = [_folded(name) for name in shape["name"].split("/")] if shape else [""]
    if not NAMES.issuperset(names):
        return ""
    if names[0] in NOTE_HEADINGS:
        return "notes"
    return "list" if names[0] in LIST_HEADINGS else "essay" if names[0] in ESSAY_HEADINGS else "end"


NAMES = NOTE_HEADINGS | LIST_HEADINGS | ESSAY_HEADINGS | frozenset(map(_folded, load()["end_headings"]))
WORDS = frozenset(_folded(name.split()[-1].strip(SIGNS)) for name in NAMES)
