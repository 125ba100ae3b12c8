"""What may follow a short title without quotation marks: pages, the day of an entry in a diary, the next short form."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.edtf import is_day
from cites.forms.form import POINTERS, Context, Item
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import split_people
from cites.grammar.printed import Printed
from cites.grammar.prose import COMMENT
from cites.grammar.publisher_places import is_place
from cites.knowledge import load

CITED = ("page", "section")
WORDS = regex.compile(r"\p{Lu}[\p{L}\d'’-]+(?:[:?.]?\s[\p{L}\d'’–-]+){0,14}[?!]?(?:\s\([^()]{2,40}\))?")
BEHIND_SIGNAL = compile_words(rf"(?:^|[.;(]\s?|,\s)(?:{one_of('see')},?\s(?:also\s)?)+$")
PAGE_WORDS = tuple(f" {word}" for word in load()["pages"] if word.endswith("."))
OVER = regex.compile(r"[\s.,\d-]*(?:$|;|(?<=\.\s)(?=\p{Lu})|(?<=,\s)wh(?:o|ich|ere)\s)")
SENTENCE_WORDS = frozenset(load()["sentences"]) | COMMENT


def own(context: Context, printed: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """Leave out what belongs to the next short form: "Smith, Long Road, 44, Klein, “Border Question,” 50"."""
    for index, item in enumerate(printed[1:], 1):
        if item.field == "text" and all(one.field in POINTERS for one in printed[:index]):
            names = split_people(item.value) if printed[index + 1 : index + 2] and printed[index + 1].field == "quoted" else ()
            return printed[:index] if names and all(context.known.has(name) for name in names) else printed
    return printed


def without_entry(context: Context, title: str, printed: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """Leave out the day of what is cited in a diary that was met before: "Wille, *Mémoires*, 2:94-95 (11 September 1784)"."""
    is_entry = len(printed) > 1 and printed[-1].field == "issued" and is_day(printed[-1].value) and printed[-2].field == "page"
    return printed[:-1] if is_entry and context.known.has_title(title) else printed


def is_whole_note(context: Context, at: int, author: list[Item], title: str, printed: tuple[Printed, ...]) -> bool:
    """True for a note or a part of it, or the end of a parenthesis, that is nothing but a name, a title in capitals and pages.

    "Klein, Geometrical Thought, pp. 183-85", "Cobden, Speeches, 2:133", "(Ann Berg, Lives at Desks, pp. 40-1)"; the page of a
    parenthesis must be called one.
    """
    is_note = context.kind == "note"
    volumes, page = printed[:-1], printed[-1] if printed and printed[-1].field in CITED else None
    if page is None or not author or context.kind == "list" or not OVER.match(context.folded, page.end):
        return False
    is_part = not at or context.folded.endswith(("; ", ". "), 0, at) or BEHIND_SIGNAL.search(context.folded, max(0, at - 24), at)
    if (is_note and not is_part) or (volumes and not (is_note and [item.field for item in volumes] == ["volume"])):
        return False
    is_called = context.folded[: page.start].rstrip().casefold().endswith(PAGE_WORDS)
    names = [item.person.family if item.person else "" for item in author]
    is_apart = not any(map(is_place, (title, *names)))  # not "Paris, Texas, 12", nor "Appendix, Table, 4"
    is_told = " " in title or page.end - page.start > len("12")  # nor "Smith, Brown, 4"
    is_apart = is_apart and is_told and all(name and (" " in title or not is_common(name.lower())) for name in names)
    if not (is_called and " " in title) and not (is_note and is_apart):
        return False
    # Kern: Die Häfen der Ostsee, S. 12
    return bool(WORDS.fullmatch(title)) and SENTENCE_WORDS.isdisjoint(title.split()[1:])
