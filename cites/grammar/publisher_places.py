"""Where a work was published: "London", "Washington, DC", "New York and London", "Frankfurt a. M."."""

from __future__ import annotations

from functools import lru_cache

from cites import lazy_regex as regex
from cites.grammar.lexicon import any_of
from cites.knowledge import load_courts, load_places

PLACE_NAME = (  # Frankfurt a. M. · Freiburg i. Br.
    r"\p{Lu}[\p{L}.'-]+(?:\s(?:(?:and|am|an|der|upon|on|sur|de|del|di|la|le|du|under)\s)?\p{Lu}[\p{L}.'-]*){0,3}"
    r"(?:\s[ai]\.\s?(?:d\.\s?)?(?:M|O|S|Br)\.)?"
)
PLACE = rf"{PLACE_NAME}(?:(?:,\s|\sand\s|\s&\s|\s?/\s?|\s-\s?|-\s|\s?;\s|\sund\s|\set\s){PLACE_NAME}){{0,3}}(?:\su\.\s?a\.)?"
BETWEEN_PLACES = regex.compile(r",\s|\s?;\s|\sand\s|\s&\s|\s?/\s?|\s?[-–—]\s?|\sund\s|\set\s|\su\.\s?a$")
STATE = rf"(?:\p{{Lu}}{{2}}|{any_of(load_courts().states)})"  # Cambridge, Mass. is one place
STATE_BEHIND = regex.compile(r"(?P<place>\p{Lu}[\p{L}. ]+?),?\s(?P<state>[A-Z]{2})")
ABBREVIATED = regex.compile(r"(?:М|Л|СПб|Пг|К)\.(?:[;,]\s?(?:М|Л|СПб)\.)?|N\.Y\.|L\.A\.")  # М.; Л.


@lru_cache(maxsize=8192)  # one form after the other asks
def is_place(name: str) -> bool:
    """True for a place of publication: "London", "Washington, DC", "New York and London"."""
    places = load_places()
    if ABBREVIATED.fullmatch(name):
        return True
    if (state := STATE_BEHIND.fullmatch(name)) and places.has(state["state"]):  # Cambridge MA
        if state["place"].isalpha() and ", " in name:
            return True  # Columbia, MO
        name = state["place"]
    town, _, land = name.rpartition(", ")
    if places.has(name) or (town.isalpha() and land in load_courts().states):  # Hershey, Pa.
        return True
    parts = [part for part in BETWEEN_PLACES.split(name.strip(" .")) if part]  # of "Stuttgart u. a." the first
    known = [any(map(places.has, (part.strip(". "), part, f"{part}."))) for part in parts]
    return all(known) or ("/" in name and len(known) > 2 and sum(known) == len(known) - 1)  # Gardelegen / Leipzig / Magdeburg


def lies_in_land(name: str) -> bool:
    """True for a town with its country or state, whether it is known or not: "Aix-en-Provence, France"."""
    town, comma, land = name.rpartition(", ")
    return bool(comma) and town.count(" ") < 2 and "," not in town and load_places().is_land(land)


def begins_with_place(name: str) -> bool:
    """True for a place, alone or with what it lies in: "Kyiv, Ukraine"."""
    return is_place(name) or is_place(name.split(", ")[0])
