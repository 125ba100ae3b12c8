"""Works that nobody wrote: records invented from the word lists of words/*.toml, the same for the same dice."""

# ruff: noqa: E501

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex

WORDS = Path(__file__).parent / "words"
LANGUAGES = {"en": 0.52, "de": 0.17, "fr": 0.1, "it": 0.13, "es": 0.05, "ru": 0.03}  # share of the records
KINDS = {
    "article": 0.38,
    "book": 0.25,
    "chapter": 0.17,
    "proceedings": 0.06,
    "edited": 0.04,
    "report": 0.04,
    "thesis": 0.02,
    "news": 0.02,
    "web": 0.02,
}
SYLLABLES = "ba be bi bo bra da de dor el en er fa fer gar gol gra ha hen ja ka kel kor la lan lin lo ma man mar mi mo na nel no o or pa per po ra rei ri ro sa schu sen si sta ta ter to va ven vi wa wei za zel".split()
ENDINGS = "ski son sen mann berg stein ini elli etti ano ez es ov ova enko ic wicz ger ler ner ton ley ford hart dt ault ard ier eau as is ak ek an en o a".split()
PARTICLES = (
    "van",
    "de",
    "von",
    "della",
    "di",
    "van der",
    "van den",
    "de la",
    "le",
    "du",
    "Di",
    "De",
    "Van",
    "Della",
    "Dal",
    "von der",
    "St.",
    "Le",
    "El",
    "Ben",
)
LOWER = frozenset("a an the of and in on for to from with by at as or among between after using its during under across".split())
BARE = {  # titles that are short, or begin with a name
    "en": ("The {N}", "{H}", "{F}", "{A} {N}s", "{P}", "The {F}s", "{H}: A Life", "{F}: {A} {T}", "{H} and the {N} of {P}", "{N}s of the {A} {N}", "{N}, {N}, {N}", "{T}, {T} and {T}", "The {N}, the {N} and the {N}", "A History of {P}", "{P} Revisited", "{F} the {N}", "{T} I", "{P}, {Y}", "My {N}"),
    "de": ("{F}", "{H}", "Die {N}", "{H}. Eine Biographie", "{T}", "{N}, {N}, {N}", "Der {N}begriff bei {F}", "{A} {N}en", "{F}s {N}", "{P}"),
    "fr": ("La {N}", "{H}", "Les {N}s", "L’{N}", "{F} et {F}", "{P}", "{N}, {N} et {N}", "Le {F}", "{N}s"),
    "it": ("{H}", "La {N}", "{F}", "{P}", "{H}. Studio biografico", "{H} e la {N} di {P}", "L’ {N} di S. {F}", "{N}, {N} e {N}", "I {F}", "L’{N} del {F}", "{H} pittore", "Le {N} di S. Maria di {P}", "Guida di {P}", "San {F}", "{P} e {P}", "Lettere", "Opere", "{N}. {N}. {N}", "De {F} libri tres"),
    "es": ("La {N}", "{H}", "{N}s", "{P}", "{N}, {N} y {N}"),
    "ru": ("{N}", "{A} {N}", "{H}"),
}  # fmt: skip
HOLE = regex.compile(r"\{(\w)\}")


@dataclass(frozen=True)
class Person:
    given: str
    family: str


@dataclass(frozen=True)
class Record:
    language: str
    kind: str
    authors: tuple[Person, ...]
    body: str
    title: str
    container: str
    editors: tuple[Person, ...]
    year: int
    month: str
    day: int
    volume: str
    issue: str
    pages: tuple[str, str]
    publisher: str
    place: str
    series: str
    edition: int
    url: str
    doi: str


@cache
def words(language: str) -> dict[str, list[str]]:
    rows = tomllib.loads((WORDS / f"{language}.toml").read_text("utf-8"))
    split = {"given", "family", "N", "A", "months"} | ({"T"} if language in ("en", "de") else set())
    return {name: row if isinstance(row, list) else row.split(" ") if name in split else row.split("|") for name, row in rows.items()}


def surname(dice: random.Random, language: str) -> str:
    if dice.random() < 0.55:
        return dice.choice(words(language)["family"])
    if language == "ru":
        return dice.choice(words("ru")["family"])
    name = "".join(dice.choice(SYLLABLES) for _ in range(dice.choice((1, 1, 2)))) + dice.choice(ENDINGS)
    name = name.capitalize()
    roll = dice.random()
    if roll < 0.1:
        return f"{dice.choice(PARTICLES)} {name}"
    if roll < 0.15:
        return f"{name}-{dice.choice(words(language)['family'])}"
    return name


def person(dice: random.Random, language: str) -> Person:
    source = language if language == "ru" or dice.random() < 0.8 else dice.choice(("en", "de", "fr", "it", "es"))
    given = dice.choice(words(source)["given"])
    if dice.random() < 0.3:
        given += f" {dice.choice(words(source)['given'])}"
    elif dice.random() < 0.15:
        given += f" {dice.choice('ABCDEFGHJKLMNPRSTW')}."
    return Person(given, surname(dice, source))


def people(dice: random.Random, language: str, most: int = 12) -> tuple[Person, ...]:
    count = min(most, dice.choices((1, 2, 3, 4, 5, 6, 7, 9, 12), (48, 20, 11, 6, 4, 4, 3, 2, 2))[0])
    return tuple(person(dice, language) for _ in range(count))


def fill(dice: random.Random, language: str, pattern: str) -> str:
    """ "The {N} of {T}" gives "The harbour of migration"."""
    rows = words(language)

    def one(match: regex.Match[str]) -> str:
        hole = match[1]
        if hole in "NATG":
            return dice.choice(rows[hole])
        if hole == "P":
            return dice.choice(rows["regions"])
        if hole == "F":
            return surname(dice, language)
        if hole == "H":  # a whole name
            return f"{dice.choice(rows['given'])} {surname(dice, language)}"
        if hole == "Y":
            return str(dice.randint(1450, 1999))
        if hole == "y":
            return f"{dice.randint(0, 99):02d}"
        if hole == "n":
            return str(dice.randint(2, 30))
        if hole == "O":
            number = dice.randint(1, 35)
            return dice.choice(
                (f"{number}th", f"{number}th", "First", "Second", "Third", "Fourth", "Sixth", "Tenth", "XIth", "2nd", "3rd", "21st")
            )
        if hole == "C":
            return "".join(dice.choice("ACDEFGILMNPRS") for _ in range(dice.randint(3, 6)))
        if hole == "c":
            return "".join(dice.choice("ABCDEFGHIJKLMNPQRSTZ") for _ in range(dice.randint(2, 5)))
        word = dice.choice(rows["T" if language in ("en", "de") else "N"])
        if hole in "tu":
            return word[: dice.randint(3, 7)].capitalize()
        if hole == "D":
            return dice.choice(("Danish", "Indian", "Kenyan", "school-age", "urban", "Brazilian", "hospitalized"))
        raise ValueError(hole)

    return HOLE.sub(one, HOLE.sub(one, pattern))  # a word may hold a pattern: "el caso de {P}"


def headline(text: str) -> str:
    """Capitals as English headlines have them."""
    return " ".join(word if word in LOWER and index else word[:1].upper() + word[1:] for index, word in enumerate(text.split(" ")))


def titled(dice: random.Random, language: str, patterns: str) -> str:
    text = fill(dice, language, dice.choice(words(language)[patterns]))
    if patterns == "titles" and dice.random() < 0.12:
        text = fill(dice, language, dice.choice(BARE[language]))
    if patterns == "titles" and dice.random() < 0.28:
        second = fill(dice, language, dice.choice(words(language)["titles"]))
        text += dice.choice((": ", ". ", " – ", ": ", "; ", "? ")) + second[:1].upper() + second[1:]
    if patterns == "titles" and dice.random() < 0.07:
        text += fill(
            dice,
            language,
            dice.choice((" ({Y}-{Y})", " ({P})", " ({N})", " (1)", " ({N} {A})", " ({Y}–{Y})", " ({c})", " ({N} de {P}, {Y})")),
        )
    text = text[:1].upper() + text[1:]
    if patterns == "containers" or (patterns == "titles" and dice.random() < 0.08):
        text += (
            dice.choice(("", "", "", f" {dice.randint(1950, 2012)}", f", {dice.choice(words(language)['regions'])}"))
            if dice.random() < 0.3
            else ""
        )
    return headline(text) if language == "en" and (patterns != "titles" or dice.random() < 0.5) else text


def volume(dice: random.Random, language: str) -> str:
    number = dice.randint(1, 160)
    if dice.random() < (0.45 if language == "it" else 0.05):
        return roman(number % 90 + 1)
    if dice.random() < 0.03:
        return f"{dice.choice('AB')}{number}"
    return str(number)


def roman(number: int) -> str:
    out = ""
    for value, mark in ((90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            out += mark
            number -= value
    return out


def page_range(dice: random.Random) -> tuple[str, str]:
    first = dice.choice((dice.randint(1, 99), dice.randint(100, 999), dice.randint(1000, 9999)))
    last = first + dice.randint(1, 60)
    if dice.random() < 0.06:
        return f"{dice.choice('SFe')}{first}", ""
    if dice.random() < 0.08:
        return str(first), ""
    short = str(last)[-2:] if dice.random() < 0.18 and first >= 100 and first // 100 == last // 100 else str(last)
    return str(first), short


def address(dice: random.Random) -> str:
    host = "".join(dice.choice(SYLLABLES) for _ in range(3))
    path = "/".join("".join(dice.choice(SYLLABLES) for _ in range(2)) for _ in range(dice.randint(0, 3)))
    return (
        dice.choice(("http://www.", "https://www.", "http://", "https://", "www."))
        + host
        + dice.choice((".org", ".com", ".edu", ".de", ".gov", ".fr", ".it"))
        + "/"
        + path
        + dice.choice(("", ".html", ".pdf", "/", f"?id={dice.randint(1, 9999)}"))
    )


def invent(dice: random.Random) -> Record:
    language = dice.choices(tuple(LANGUAGES), tuple(LANGUAGES.values()))[0]
    kind = dice.choices(tuple(KINDS), tuple(KINDS.values()))[0]
    rows = words(language)
    contained = {"article": "journals", "news": "papers", "chapter": "containers", "proceedings": "containers"}.get(kind)
    if kind == "article" and dice.random() < 0.33:
        contained = "abbreviated"
    if kind == "chapter" and dice.random() < 0.35:
        contained = "titles"
    container = (
        titled(dice, language, contained)
        if contained and contained not in ("abbreviated", "papers")
        else fill(dice, language, dice.choice(rows[contained]))
        if contained
        else ""
    )
    body = fill(dice, language, dice.choice(rows["bodies"])) if dice.random() < (0.7 if kind in ("report", "web") else 0.03) else ""
    place = dice.choice(rows["places"])
    if dice.random() < 0.08:
        place += dice.choice(("/", ", ", " and ", " – ", "; ", "-")) + dice.choice(rows["places"])
    return Record(
        language=language, kind=kind, authors=() if body else people(dice, language), body=body, title=titled(dice, language, "titles"), container=container,
        editors=people(dice, language, 4) if kind in ("chapter", "edited") or (kind == "proceedings" and dice.random() < 0.35) else (),
        year=dice.choice((dice.randint(1980, 2016), dice.randint(1980, 2016), dice.randint(1880, 2019), dice.randint(1560, 1990) if language == "it" else dice.randint(1940, 2000))),
        month=dice.choice(rows["months"]), day=dice.randint(1, 28), volume=volume(dice, language),
        issue=dice.choice(("", str(dice.randint(1, 12)), str(dice.randint(1, 4)), f"{dice.randint(1, 5)}-{dice.randint(6, 8)}", "", "Suppl 1" if language == "en" else "")),
        pages=page_range(dice), publisher=fill(dice, language, dice.choice(rows["publishers"])) if dice.random() > 0.02 else dice.choice(("s.e.", "s. e.", "s.n.", "[s.n.]")), place=place if dice.random() > 0.015 else dice.choice(("s.l.", "[s.l.]", "n.p.", "o.O.")),
        series=fill(dice, language, dice.choice(rows["series"])) if dice.random() < 0.12 else "", edition=dice.randint(2, 6) if dice.random() < 0.08 else 0,
        url=address(dice) if kind == "web" or dice.random() < 0.04 else "", doi=f"10.{dice.randint(1000, 9999)}/{dice.choice(SYLLABLES)}.{dice.randint(1000, 99999)}" if kind == "article" and dice.random() < 0.07 else "",
    )  # fmt: skip
