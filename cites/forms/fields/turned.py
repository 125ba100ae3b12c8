"""Notes that print every name family first, without a comma: "Moreau Jeanne, Le sel et la terre, Paris, Seuil, 1990".

Two words do not tell their order by themselves ("Simon Pierre"), but the notes of a text do: most begin with a word that is no given name
and go on with one that is.
"""

from __future__ import annotations

from collections.abc import Iterable

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item
from cites.grammar.person import PARTICLE_WORDS, is_given
from cites.model import Name
from cites.view import fold

WORD = r"\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}[\p{Ll}'’]+)?"
BEGINNING = regex.compile(rf"(?P<first>{WORD})\s(?P<second>{WORD})(?=,\s|\s\(|\s(?:et|and|e|y|și)\s{WORD}\s{WORD})")
CAPITALS = regex.compile(r"\p{Lu}{3,}(?:[ '-]\p{Lu}{2,})*,\s(?P<given>\p{Lu}\p{Ll}+)(?=[,.;]|\s[;(]|\s(?:and|et|e|y|și)\s)")
LEAST = 2  # notes that tell the order
OFTEN = 3  # times as many notes as tell the other


def prints_family_first(notes: Iterable[str]) -> bool:
    """True where most notes that begin with a name begin with "Moreau Jeanne", and few with "Jeanne Moreau"."""
    turned = usual = 0
    for note in notes:
        name = BEGINNING.match(fold(note).lstrip())
        if name is None:
            continue
        first, second = (is_given(name[part].split("-")[0]) for part in ("first", "second"))
        turned += second and not first
        usual += first and not second
    return turned >= LEAST and turned > OFTEN * usual


def prints_capitals(notes: Iterable[str]) -> bool:
    """True where notes begin with "LIEVEN, Dominic", so that "IPCC, Climate" is told from a person by no more than that."""
    heads = (CAPITALS.match(fold(note).lstrip()) for note in notes)
    return sum(head is not None and is_given(head["given"]) for head in heads) >= LEAST


def turn_names(context: Context, drafts: list[Draft]) -> None:
    """Give the people of these citations the order in which the notes of the text print them."""
    for draft in drafts:
        draft.items = [_turned(context, item, is_first=item.start == draft.start) for item in draft.items]


def _turned(context: Context, item: Item, *, is_first: bool) -> Item:
    """Turn "Moreau Jeanne"; what does not begin a note is turned where only its last word is a given name."""
    name = item.value
    if item.field not in ("author", "editor", "translator") or not isinstance(name, Name) or not (name.given and name.family):
        return item
    words = " ".join(filter(None, (name.given, name.particle, name.family))).split(" ")
    if " ".join(words) not in context.text[item.start : item.end] or any(word.endswith(".") for word in words):
        return item  # it was read in another order already
    start = next((i for i, word in enumerate(words) if word not in PARTICLE_WORDS), 0)
    cut = next((i for i in range(start + 1, len(words)) if is_given(words[i].split("-")[0])), len(words) - 1)
    if cut <= start or not (is_given(words[cut].split("-")[0]) or is_first) or (is_given(words[start].split("-")[0]) and not is_first):
        return item
    turned = Name(family=" ".join(words[start:cut]), particle=" ".join(words[:start]), given=" ".join(words[cut:]), suffix=name.suffix)
    return item._replace(value=turned)
