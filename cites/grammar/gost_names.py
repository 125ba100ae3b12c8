"""People in descriptions by GOST: before the title with the family name first ("Артюхов Е.Т., Водолеев Е.Г."), after " / " by what they
did ("отв. ред. В.В. Алексеев; сост. О.В. Хлебнюк и др."), also in an oblique case ("под ред. В. В. Алексеева")."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.areas import begins_areas
from cites.grammar.lexicon import compile_words
from cites.grammar.names import People
from cites.grammar.printed import Item
from cites.grammar.separators import skip
from cites.knowledge import load_names, read_tables
from cites.model import Name

INITIAL = r"\p{Lu}\p{Ll}?\."
INITIALS = rf"{INITIAL}(?:\s?-?\s?{INITIAL})?"
FAMILY = r"(?:(?:фон|де|ван|дер|ле|ла|ди|von|van|de|der|la|le)\s){0,2}(?:[OО]')?\p{Lu}\p{L}*(?:['-]\p{L}+)*"
INVERTED = regex.compile(rf"(?P<family>{FAMILY}),?\s(?P<given>{INITIALS})")  # Артемов Е.Т.
STRAIGHT = regex.compile(rf"(?P<given>{INITIALS})\s?(?P<family>{FAMILY})")  # Е.Т. Артемов
BETWEEN = regex.compile(r"(?:,\s(?:и\s|та\s|і\s)?|\s(?:и|та|і|й|and|&|und|et)\s|;\s)")
ET_AL = compile_words(r"(?:,?\s\[?(?:и\s(?:др|соавт)\.|та\sін\.|і\sін\.|и\sдругие|et\sal\.)\]?)")
ROLE_AFTER = compile_words(
    r",?\s?\((?P<role>(?:отв\.\s|науч\.\s|гл\.\s|общ\.\s|відп\.\s)?(?:ред|сост|авт\.-сост|упоряд|уклад)\.|eds?\.|hrsg\."
    r"|hg\.|comp\.)\)[.,:]?"
)
NO_FAMILY = load_names("headwords")
TITLE_NEXT = regex.compile(r"[.:,]?\s(?=[\p{Lu}\d«“„\"(\[…])")
HARD = r"[бвгджзклмнпрстфхцчш]"
BARE = {  # a name that ends in a consonant: "Шмидта", "Шмидтом"
    "genitive": regex.compile(rf"(?P<stem>.+{HARD})а"),
    "instrumental": regex.compile(rf"(?P<stem>.+{HARD})(?:ом|ем)"),
}


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


KIND = r"(?:отв|гл|науч|общ|відп|гол|заг|наук|адк|навук|агульн)\.?"
EDITED = r"(?:ред(?:акцией|акцією|\.)|рэд\.)"
# What somebody did, the field that it is, and the case that the name after it stands in.
ROLES: tuple[tuple[regex.Pattern[str], str, str], ...] = (
    (compile_words(rf"(?:под|за|пад)\s(?:{KIND}(?:ей)?\s)?{EDITED}(?:\sи\s(?:с\s)?предисл\.)?"), "editor", "genitive"),
    (compile_words(rf"(?:{KIND}\s)?(?:{EDITED}|ред(?:актор[ыи]?|колл?)\.?)(?:-сост\.)?"), "editor", ""),
    (compile_words(r"(?:авт\.-)?(?:сост(?:авител[ьи]|\.)|упоряд(?:\.|ники?)|склад\.|укл(?:ад\p{L}*)?\.?|съст\.)"), "editor", ""),
    (compile_words(r"под\sред\.\sна"), "editor", ""),
    (compile_words(r"(?:пер(?:евод|еклад|\.)|пераклад)(?:\s(?:с|со|з|із|от)\s\p{L}+\.?)?"), "translator", "genitive"),
    (compile_words(r"(?:eds?\.(?:\sby)?|hrsg\.(?:\svon)?|(?:pod|otv\.|gl\.)\sred\.|sost\.|edited\sby)"), "editor", ""),
)
# Who has no field: "публ. Л. Рудой", "беседовал С. Иванов", "Урал. гос. ун-т".
OTHERS = compile_words(
    r"(?:(?:публ|предисл|вступ|подг(?:от)?|коммент|примеч|прим|авт|худож|послесл|сост|введ|публикация|передм|вст|рук|отв"
    r"|беседова|записа)\p{L}*\.?|\[?и\sдр\.\]?|[^;/]{0,60}(?:ун-т|ин-т|акад|РАН|НАН|АН\s|гос\.|центр|о-во|м-во|фак\.|ком\.)[^;/]{0,80})"
)
TITLED = regex.compile(r"(?:акад|проф|д-ра|д-р|канд|чл\.-корр)\.?\s(?:ист\.\sнаук,?\s|РАН\s|АН\sСССР\s)?")
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


OVER = regex.compile(r"[.,)\]](?:\s?-\s|\s)")
INITIAL_BEFORE = regex.compile(r"(?<!\p{L})\p{Lu}\.$")


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
