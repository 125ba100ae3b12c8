"""Citation keys that a person can read and type: "mccurry2015vladimir", "interfax2012-01-26", "mfarf2015-12-03"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii

from cites.model import Name, Reference

# Words that tell no work from another; titles and bodies are mostly named in these languages.
STOP_WORDS = """
    a after an and are as at be by can could do does for from has have how i in into is it its may must no not of on or our
    over should that the their these this to toward towards under was we were what when where who why will with would you your
    au aux das de del dem den der des die du ein eine el en et fur im la las le les los os para pour sur un una und une y
    k na o po s v za
"""
STOP = frozenset(STOP_WORDS.split())
WHOLE = frozenset({"book", "collection"})  # works that are known by their editor where there is no author
MAX_WORD, MAX_NAME = 20, 24  # characters: as long as "eurasiadailymonitor" and a little more
MAX_WORDS = 3  # a body with a longer name is known by its initials
UNDATED = "nd"
POSSESSIVE = re.compile(r"['’]s\b|['’ʼ`\"]")
WORD = re.compile(r"[a-z0-9]+")


def assign_keys(references: Sequence[Reference]) -> tuple[str, ...]:
    """Return a key for each reference, in the same order: "McCurry, “Vladimir Putin…”, 2015" gives "mccurry2015vladimir".

    Without an author the source and the date make the key ("interfax2012-01-26"), without a source the title
    ("russiajapanislands2016"). Keys that would be the same get a, b, c in the order of date, title and first appearance.
    Every key is made of a–z, 0–9 and "-", and is never empty.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for index, reference in enumerate(references):
        groups[_base(reference)].append(index)
    keys = [""] * len(references)
    taken = {base for base, group in groups.items() if len(group) == 1}
    for base, group in groups.items():
        if len(group) == 1:
            keys[group[0]] = base
            continue
        letters = _letters()
        for index in sorted(group, key=lambda index: (references[index].issued, references[index].title, index)):
            keys[index] = next(key for letter in letters if (key := base + letter) not in taken)
            taken.add(keys[index])
    return tuple(keys)


def _base(reference: Reference) -> str:
    date = _date(reference.issued)
    year = date[: len(UNDATED)] if date.startswith(UNDATED) else date[:4]
    names = reference.author or (reference.editor if reference.type in WHOLE else ())
    if names and (who := _person(names[0])):
        return f"{who}{year}{_first(reference.title)}" if reference.title else f"{who}{date}"
    if source := _body(reference.source or reference.container_title):
        return source + date
    if title := "".join(word[:MAX_WORD] for word in _words(reference.title)[:MAX_WORDS]):
        return title + year
    return (_body(reference.publisher or reference.authority or reference.archive) or "work") + date


def _words(text: str) -> list[str]:
    """The words that matter, in ASCII: "The Diplomat’s Путин" gives ["diplomat", "putin"]; all of them where none matters."""
    words = WORD.findall(POSSESSIVE.sub("", anyascii(POSSESSIVE.sub("", text))).lower())
    return [word for word in words if word not in STOP] or words


def _first(title: str) -> str:
    return "".join(_words(title)[:1])[:MAX_WORD]


def _person(name: Name) -> str:
    if name.literal:
        return _body(name.literal)
    family = f"{name.particle} {name.family}" if name.family else name.given
    return "".join(WORD.findall(anyascii(family).lower()))[:MAX_NAME]


@lru_cache(maxsize=8192)  # one source has many works
def _body(name: str) -> str:
    """A body or an outlet: "Kyodo News" gives "kyodonews", "Ministry of Foreign Affairs of Japan" gives "mfaj"."""
    words = _words(name)
    if len(words) > MAX_WORDS:
        return "".join(word[0] for word in words)[:MAX_NAME]
    return "".join(words)[:MAX_NAME]


def _date(issued: str) -> str:
    """The first day of an EDTF date: "2016-12-15/2016-12-16" gives "2016-12-15", "XXXX-03-04" gives "nd-03-04", "" gives "nd"."""
    first = re.sub(r"[^a-z0-9-]", "", issued.partition("/")[0].lower())
    return re.sub(r"^x{4}", UNDATED, first) or UNDATED


def _letters() -> Iterator[str]:
    """Letters to tell like keys apart, without end: a, b … z, aa, ab …"""
    number = 0
    while True:
        number, letters = number + 1, ""
        rest = number
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("a") + digit) + letters
        yield letters
