"""One style: how names, years, titles and pages look in one string. Families of styles bind the choices that go together."""

# ruff: noqa: E501

from __future__ import annotations

import random

from phrases import AND, EDITED_BY, IN, ISSUE, PAGE, QUOTES, ROLES, VOLUME
from records import Person, Record

FAMILIES = {
    "author_date": 0.32,
    "chicago": 0.12,
    "vancouver": 0.13,
    "note": 0.22,
    "computing": 0.12,
    "german": 0.08,
    "short": 0.04,
}  # share of each
BY_LANGUAGE = {
    "it": {"note": 0.72, "chicago": 0.14, "author_date": 0.14},
    "de": {"german": 0.62, "author_date": 0.2, "note": 0.18},
    "ru": {"note": 0.5, "author_date": 0.3, "chicago": 0.2},
}
BY_LANGUAGE |= {"fr": {"note": 0.45, "author_date": 0.35, "chicago": 0.2}, "es": {"author_date": 0.6, "chicago": 0.25, "note": 0.15}}


class Style:
    """The choices for one string."""

    def __init__(self, dice: random.Random, record: Record) -> None:
        language = record.language
        self.dice = dice
        shares = BY_LANGUAGE.get(language, FAMILIES)
        self.family = dice.choices(tuple(shares), tuple(shares.values()))[0]
        self.names = {
            "author_date": dice.choice(
                (
                    "Family, I.",
                    "Family, I.",
                    "Family, Given",
                    "Family I.",
                    "Family, I. then I. Family",
                    "Family, Given then Given Family",
                    "Family IG",
                )
            ),
            "chicago": dice.choice(
                (
                    "Family, Given then Given Family",
                    "Family, Given then Given Family",
                    "Family, Given",
                    "FAMILY, Given",
                    "FAMILY Given",
                    "Given FAMILY",
                )
            ),
            "vancouver": dice.choice(("Family IG", "Family IG", "Family IG", "Family I.G.", "I. G. Family")),
            "note": dice.choice(
                (
                    "I. Family",
                    "Given Family",
                    "I. Family",
                    "Given Family",
                    "Family Given",
                    "Family, Given",
                    "FAMILY Given",
                    "Family I.",
                    "I. FAMILY",
                    "Given FAMILY",
                    "FAMILY GIVEN",
                    "I. Family",
                    "Given Family",
                )
            ),
            "computing": dice.choice(("I. Family", "I. Family", "Given Family", "Family, I.", "IG Family")),
            "german": dice.choice(
                ("Family, Given", "Family, Given", "Family, Given", "Family, I.", "Given Family", "Family, I.", "FAMILY, Given")
            ),
            "short": dice.choice(("I. Family", "I. G. Family")),
        }[self.family]
        self.tight = dice.random() < 0.25  # J.M. and not J. M.
        self.connector = dice.choice(AND[language]) if self.family != "vancouver" else ", "
        self.semicolons = dice.random() < 0.1
        self.role = dice.choice(ROLES[language])
        self.edited_by = dice.choice(EDITED_BY[language])
        self.in_word = dice.choice(IN[language])
        self.page = dice.choice(PAGE[language])
        self.volume = dice.choice(VOLUME[language])
        self.issue = dice.choice(ISSUE[language])
        self.quotes = dice.choice(QUOTES[language]) if self.family != "vancouver" else ("", "")
        self.dash = dice.choice(("-", "–", "–", "--", "-", " - "))
        self.imprint = (
            dice.choice(
                ("place: publisher", "place: publisher", "place: publisher", "publisher, place", "publisher", "place, publisher", "place")
            )
            if self.family != "note"
            else dice.choice(("place, publisher", "place", "place", "place: publisher", "publisher, place"))
        )
        self.end = dice.choice((".", ".", ".", "", ","))


def initials(given: str, style: Style, mark: str = ".") -> str:
    parts = [word[0] if "-" not in word else "-".join(piece[:1] for piece in word.split("-")) for word in given.replace(".", "").split(" ")]
    return ("" if style.tight or not mark else " ").join(f"{part.replace('-', '.-' if mark else '')}{mark}" for part in parts)


def name(person: Person, form: str, style: Style) -> str:
    short = initials(person.given, style)
    return {
        "Family, I.": f"{person.family}, {short}", "Family, Given": f"{person.family}, {person.given}", "FAMILY, Given": f"{person.family.upper()}, {person.given}",
        "FAMILY Given": f"{person.family.upper()} {person.given}", "Given FAMILY": f"{person.given} {person.family.upper()}", "Family I.": f"{person.family} {short}",
        "Family IG": f"{person.family} {initials(person.given, style, '').replace(' ', '')}", "Family I.G.": f"{person.family} {short.replace(' ', '')}",
        "I. Family": f"{short} {person.family}", "I. G. Family": f"{short} {person.family}", "Given Family": f"{person.given} {person.family}", "Family Given": f"{person.family} {person.given}",
        "FAMILY GIVEN": f"{person.family} {person.given}".upper(), "I. FAMILY": f"{short} {person.family.upper()}", "IG Family": f"{initials(person.given, style, '').replace(' ', '')} {person.family}",
    }[form]  # fmt: skip


def names(people: tuple[Person, ...], style: Style, form: str = "") -> str:
    form = form or style.names
    first, _, later = form.partition(" then ")
    shown = [name(person, later if later and index else first, style) for index, person in enumerate(people)]
    if len(shown) > 4 and style.dice.random() < 0.4:
        return ", ".join(shown[: style.dice.choice((1, 3))]) + style.dice.choice((", et al", " et al", ", et al."))
    if len(shown) == 1:
        return shown[0] + (style.dice.choice((" et al.", ", et al.", " u. a.")) if style.dice.random() < 0.03 else "")
    between = (
        "; "
        if style.semicolons
        else ", "
        if style.connector in (" and ", " & ", ", and ", ", & ", " und ", " et ", " y ", " и ", " e ")
        else style.connector
    )
    last = style.connector
    if style.semicolons:
        last = style.dice.choice(("; ", " and ", "; and ", " & "))
    return between.join(shown[:-1]) + last + shown[-1]


def later_names(people: tuple[Person, ...], style: Style) -> str:
    """Editors of a container: often given name first."""
    form = style.names
    if style.dice.random() < 0.6:
        form = "I. Family" if "I" in style.names else "Given Family"
    return names(people, style, form.partition(" then ")[0] if " then " in form else form)


def pages(record: Record, style: Style, word: str | None = None) -> str:
    first, last = record.pages
    return (style.page if word is None else word) + first + (style.dash + last if last else "")


def date_of(record: Record, style: Style) -> str:
    dice = style.dice
    if record.kind in ("news", "web") and dice.random() < 0.7:
        if record.language == "en":
            return dice.choice(
                (
                    f"{record.month} {record.day}, {record.year}",
                    f"{record.day} {record.month} {record.year}",
                    f"{record.month[:3]}. {record.day}, {record.year}",
                )
            )
        return dice.choice(
            (
                f"{record.day}. {record.month} {record.year}",
                f"{record.day} {record.month} {record.year}",
                f"{record.day}.{dice.randint(1, 12)}.{record.year}",
            )
        )
    if record.language == "en" and dice.random() < (0.25 if style.family == "computing" else 0.04):
        return f"{dice.choice((record.month, record.month[:3] + '.', record.month[:3]))} {record.year}"
    return str(record.year) + (
        dice.choice("abc")
        if dice.random() < 0.05 and style.family in ("author_date", "german")
        else f"-{record.year + 3}"
        if dice.random() < 0.01
        else ""
    )


def who(record: Record, style: Style) -> tuple[str, str]:
    """The label and the words at the head: authors, editors or a body."""
    if record.body:
        return "author", record.body
    if record.kind == "edited":
        return "editor", names(record.editors, style) + style.role[len(record.editors) > 1]
    if style.dice.random() < 0.05:
        return "author", ""
    return "author", names(record.authors, style)


def quoted(record: Record, style: Style, mark: str) -> str:
    opener, closer = style.quotes
    if record.kind in ("book", "edited", "thesis", "report") and style.dice.random() < 0.9:
        opener = closer = ""
    if record.title.endswith(("?", "!")) and mark in ".,":
        mark = "" if mark == "." or style.dice.random() < 0.5 else mark
    return (
        f"{opener}{record.title}{mark}{closer}"
        if opener in ("“", '"', "``") and mark in ".," and style.dice.random() < 0.7
        else f"{opener}{record.title}{closer}{mark}"
    )
