"""Words that tell a field, those of data/cues.toml beside those of data/languages: "Zeitschrift" a journal, "Verlag" a publisher.

A kind is what the tagger learns from; the words of one kind are its evidence, in all languages together.
"""

from __future__ import annotations

from functools import cache

from cites.knowledge import load, load_places, read_tables
from cites.outlets import load_outlets

WORDS = read_tables("cues.toml")
SMALL = frozenset(WORDS["small"].split())
OF_LANGUAGES = {  # a table of data/languages: the kind of its words
    "weekdays": "MON", "in_words": "IN", "pages": "PAGE", "volumes": "VOLU", "issues": "ISSU", "editions": "EDTN", "editors.before": "EDIT",
    "editors.after": "EDIT", "translators.before": "TRAN",
}  # fmt: skip
CUES = {word: kind for kind, words in WORDS["kinds"].items() for word in words.split()}


@cache
def cues() -> dict[str, str]:
    """Return what single words tell, by the word in lower case: "monday" gives "MON", "pp" gives "PAGE"."""
    words = load()
    found: dict[str, str] = {}
    for name, kind in OF_LANGUAGES.items():
        found |= {phrase: kind for phrase in words[name] if " " not in phrase}
    found.update(dict.fromkeys((*words.months, *words.seasons), "MON"))
    found.update({f"{month}.": "MON" for month in words.months})
    found.update({f"{word}.": kind for word, kind in CUES.items() if len(word) > 3 and word[-1].isalpha()})
    found.update(CUES)
    return found


@cache
def place_words() -> frozenset[str]:
    """Return the longer words of the names of places: "york" of New York."""
    return frozenset(word for name in load_places().names for word in name.split(" ") if len(word) > 3)


@cache
def whole_names() -> dict[str, str]:
    """Whole names of journals, newspapers and publishers, lower case."""
    kinds = {"journal": "J", "magazine": "J", "newspaper": "N", "publisher": "P"}
    return {
        name.casefold(): kinds[outlet.kind]
        for outlet in load_outlets().canonical.values()
        if outlet.kind in kinds
        for name in (outlet.name, *outlet.aliases)
    }
