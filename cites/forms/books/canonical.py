"""A place in a work that is cited by its own divisions, whatever the edition: "Thuc. 2.35-46", "Xen. *Oec.* 20.27", "Gen 1:1".

Sources: The Oxford Classical Dictionary, 4th edition, abbreviations; The SBL Handbook of Style, 2nd edition, 8.2; Chicago Manual of
Style, 17th edition, 14.239-254. Who and what is abbreviated so stands in data/canon.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from regex import Pattern

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.lexicon import any_of
from cites.grammar.locator_shapes import DIVISION
from cites.knowledge import read_tables
from cites.model import Name


def _read(table: str) -> dict[str, Any]:
    """The names of a table, without the point that may be left out: "Gen" for "Gen."."""
    return {name.rstrip("."): value for name, value in read_tables("canon.toml")[table].items()}


def _named(names: Mapping[str, Any]) -> str:
    return rf"\[?(?P<name>{any_of(names)})(?!\p{{L}})\.?\]?"  # [Arist.], to whom it is ascribed


AUTHORS, SINGLE, NUMBERED, ANONYMOUS = map(_read, ("authors", "single", "numbered", "anonymous"))
SCRIPTURE = {**_read("scripture"), **{name: name for name in _read("scripture").values()}}
WRITERS = {**AUTHORS, **NUMBERED}
IN_FULL = {name: name for name in (*WRITERS.values(), *(author for author, _ in SINGLE.values()))}
CORPORA = read_tables("canon.toml")["corpora"]["names"]

ENDS = r"(?:\s?ff?\.?)?(?![.:]?\d|\p{L}|\s?[ap]\.?m\b)"
PLACES = rf"(?P<place>{DIVISION}(?:(?:,|\sand|\s&)\s{DIVISION})*){ENDS}"
SECTIONS = rf"(?:\.(?P<place>\d{{1,3}}(?:-\d{{1,3}})?(?:,\s\d{{1,3}}(?:-\d{{1,3}})?)*))?{ENDS}"
CHAPTER = r"(?:\d{1,3}:|(?:[ivx][ivxlc]{0,6}|[lc][ivxlc]{1,6})[.,:]\s(?=[\d-]+(?:$|[.;,)])))"  # Luke xv. 11
VERSES = rf"(?P<place>{CHAPTER}\d{{1,3}}(?:-\d{{1,3}}(?::\d{{1,3}})?)?(?:,\s?\d{{1,3}}(?:-\d{{1,3}})?(?!:))*){ENDS}"
WORK = r"(?P<title>\p{Lu}[\p{L}.]{0,12}(?:\s\p{L}{2,9}\.){0,2})"
VERSE = regex.compile(rf"(?P<title>{_named(SCRIPTURE)}),?\s{VERSES}")  # Gen. 1:1 · Genesis 1:1-3
OF_NOBODY = regex.compile(rf"(?:{_named(WRITERS)}\s)?(?P<title>{any_of(ANONYMOUS)}\.?),?\s{PLACES}")  # [Arist.] Ath. Pol. 51.1-3
OF_AUTHOR = regex.compile(rf"{_named(WRITERS)},?\s{WORK},?\s{PLACES}")  # Xen. Oec. 20.27
IN_WORDS = regex.compile(  # Josephus, Jewish War 6.5.3; not "Plato, Republic 514a, trans. …", which is a book
    rf"{_named(IN_FULL)},?\s(?P<title>\p{{Lu}}[\p{{L}}.]{{1,15}}(?:\s\p{{L}}[\p{{L}}.]{{0,15}}){{0,4}}),?\s{PLACES}(?=\s?(?:[.;)\]]|$))"
)
OF_ONE_WORK = regex.compile(rf"(?P<title>{_named(SINGLE)}),?\s{PLACES}")  # Hdt. 1.32
BY_NUMBER = regex.compile(rf"(?P<title>{_named(NUMBERED)}\s\d{{1,2}}){SECTIONS}")  # Lys. 22.8
IN_CORPUS = regex.compile(  # SEG 48.96 · IG I³ 40 · FGrH 76 F 5; not "PL 480", a law
    rf"(?P<title>{any_of(CORPORA)}\s(?:[IVXLC]{{1,5}}[²³]?[\s.,]{{1,2}}\d{{1,5}}|\d{{1,4}}(?:[.,:]\s?\d{{1,5}}|\s[FT]\s\d{{1,3}}))){ENDS}"
)

# What a match names: its type, and from the name that it begins with, where it has one, its author and what its title stands for.
READINGS: tuple[tuple[Pattern[str], str, Mapping[str, str], Mapping[str, str]], ...] = (
    (VERSE, "book", {}, SCRIPTURE),
    (OF_NOBODY, "book", {}, {}),
    (OF_AUTHOR, "book", WRITERS, {}),
    (IN_WORDS, "book", IN_FULL, {}),
    (OF_ONE_WORK, "book", {name: author for name, (author, _) in SINGLE.items()}, {name: work for name, (_, work) in SINGLE.items()}),
    (BY_NUMBER, "book", WRITERS, {}),
    (IN_CORPUS, "document", {}, {}),
)


def read(context: Context, at: int, end: int) -> list[Draft]:
    if context.folded.endswith(("ad loc. ", "ad loc "), 0, at):
        return []  # Metzger, *Textual Commentary* (1994), discussion ad loc. John 7:53: a place in the commentary
    for pattern, kind, authors, titles in READINGS:
        if place := pattern.match(context.folded, at, end):
            spans = {group: place.span(group) for group in place.groupdict()}
            name, title = place.groupdict().get("name") or "", spans["title"]
            items = [Item("type", kind, at, at), Item("title", titles.get(name) or context.text[slice(*title)], *title)]
            if name in authors:
                items.append(Item("author", Name(family=authors[name]), *spans["name"]))
            return [Draft("full", "canonical", at, place.end(), items, context.text[slice(*spans.get("place", (0, 0)))], 0.9)]
    return []


KNOWN = (*SCRIPTURE, *WRITERS, *SINGLE, *ANONYMOUS, *CORPORA, *IN_FULL)
FORM = Form("canonical", read, [f"{name.casefold()}{end}" for name in KNOWN for end in ". ,"])
