"""People in descriptions by GOST: before the title with the family name first ("Артюхов Е.Т., Водолеев Е.Г."), after " / " by what they
did ("отв. ред. В.В. Алексеев; сост. О.В. Хлебнюк и др."), also in an oblique case ("под ред. В. В. Алексеева")."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.areas import begins_areas
from cites.grammar.lexicon import WORDS, compile_words
from cites.grammar.names import People
from cites.grammar.patterns import parts_of, pattern_of, read_patterns
from cites.grammar.printed import Item
from cites.grammar.separators import skip
from cites.knowledge import load_names, read_tables
from cites.model import Name

INVERTED, STRAIGHT, BETWEEN, TITLE_NEXT, TITLED = read_patterns("gost", "INVERTED STRAIGHT BETWEEN TITLE_NEXT TITLED")
OVER, INITIAL_BEFORE = read_patterns("gost", "OVER INITIAL_BEFORE")
ET_AL, ROLE_AFTER, OTHERS = read_patterns("gost", "ET_AL ROLE_AFTER OTHERS", WORDS)
NO_FAMILY = load_names("headwords")
BARE = dict(zip(("genitive", "instrumental"), read_patterns("gost", "GENITIVE INSTRUMENTAL"), strict=True))


class Roles(NamedTuple):
    """Who did what behind " / ", and where that ends."""

    items: tuple[Item, ...]
    end: int


def read_heading(folded: str, text: str, at: int, end: int) -> People | None:
    """Return the people before a title: "Артюхов Е.Т., Водолеев Е.Г. Экономическая" names two, and the title begins at "Э"."""
    for pattern in (INVERTED, STRAIGHT):
        found = _names(folded, text, at, end, pattern)
        if found is None:
            continue
        names, stop = found
        if pattern is INVERTED and names[0].family.casefold() in NO_FAMILY:
            continue
        if pattern is STRAIGHT and folded[stop : stop + 1] not in (".", ","):
            continue  # "М. Горький и театр" is a title
        role = ROLE_AFTER.match(folded, stop, end)
        after = TITLE_NEXT.match(folded, role.end() if role else stop, end)
        if after and not (pattern is STRAIGHT and begins_areas(folded, after.end(), end)):
            return People(names, after.end(), "editor" if role else "author")
    return None


def _names(folded: str, text: str, at: int, end: int, pattern: regex.Pattern[str]) -> tuple[tuple[Name, ...], int] | None:
    names: list[Name] = []
    stop = at
    while match := pattern.match(folded, stop, end):
        names.append(Name(family=text[slice(*match.span("family"))], given=text[slice(*match.span("given"))]))
        others = ET_AL.match(folded, match.end(), end)
        if others:
            return tuple(names), others.end()
        between = BETWEEN.match(folded, match.end(), end)
        if between is None or not pattern.match(folded, between.end(), end):
            return tuple(names), match.end()
        stop = between.end()
    return None


# What somebody did, the field that it is, and the case that the name after it stands in.
ROLES = [(compile_words(pattern_of(did, parts_of("gost"))), field, case) for did, field, case in read_tables("gost.toml")["roles"]]
MAX = 320  # code points of a responsibility statement


def read_responsibility(folded: str, text: str, at: int, end: int) -> Roles | None:
    """Return who did what after " / ", and where that ends; None where no areas and no container follow."""
    end = min(end, at + MAX)
    stop = next((index for index in range(at, end) if _is_over(folded, index, end)), end)
    items: list[Item] = []
    begin = at
    while begin < stop:
        semicolon = folded.find(";", begin, stop)
        until = semicolon if semicolon > 0 else stop
        found = _statement(folded, text, begin, until)
        if found is None and begin > at:
            return Roles(tuple(items), begin - 2)  # "…; Рыжиков А.В. Указ. соч.": another work
        items += found or ()
        begin = until + 2
    return Roles(tuple(items), stop)


def _is_over(folded: str, index: int, end: int) -> bool:
    if folded.startswith(" // ", index):
        return True
    over = OVER.match(folded, index, end)
    if over is None or INITIAL_BEFORE.search(folded, max(0, index - 3), index + 1):
        return False
    return begins_areas(folded, over.end(), end, comma=folded[index] == ",")


def _statement(folded: str, text: str, at: int, end: int) -> list[Item] | None:
    """Read "отв. ред. В.В. Алексеев" and "И. О. Фамилия"; an empty list for what is known and has no field, None for anything else."""
    if OTHERS.match(folded, at, end) and not any(pattern.match(folded, at, end) for pattern, _, _ in ROLES):
        return []
    field, case, begin = "author", "", at
    for pattern, role, oblique in ROLES:
        match = pattern.match(folded, at, end)
        if match and match.end() > begin:
            field, case, begin = role, oblique, match.end()
    begin = skip(folded, begin, end, " :.")
    title = TITLED.match(folded, begin, end)
    begin = title.end() if title else begin
    names = _names(folded, text, begin, end, STRAIGHT) or _names(folded, text, begin, end, INVERTED)
    if names is None:
        return [] if field != "author" or (folded[at].isupper() and "." not in folded[at:end]) else None
    people = (Name(family=nominative(name.family, case), given=name.given) if case else name for name in names[0])
    return [Item(field, name, begin, names[1]) for name in people]


def nominative(family: str, case: str) -> str:
    """Return a family name as a catalogue has it: "Алексеева" as a "genitive" gives "Алексеев", "Рудой" stays."""
    endings: dict[str, str] = read_tables("names.toml")[case]
    for ending, plain in sorted(endings.items(), key=lambda row: -len(row[0])):
        if family.endswith(ending) and len(family) > len(ending) + 1:
            return family[: -len(ending)] + plain
    bare = BARE[case].fullmatch(family)
    return bare["stem"] if bare else family
