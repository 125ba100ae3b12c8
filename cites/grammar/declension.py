"""Family names that stand in an oblique case: "под ред. В. В. Алексеева" names "Алексеев", "интервью с Дегтяревым" names "Дегтярев".

Only endings that tell the case by themselves are turned back; any other name stays as it is printed.
"""

from __future__ import annotations

from cites import lazy_regex as regex

# Ending as printed, ending in the nominative; the longest that fits wins.
GENITIVE: tuple[tuple[str, str], ...] = (
    ("ского", "ский"), ("цкого", "цкий"), ("ской", "ская"), ("цкой", "цкая"),
    ("ського", "ський"), ("цького", "цький"), ("ської", "ська"), ("цької", "цька"),
    ("ова", "ов"), ("ева", "ев"), ("ёва", "ёв"), ("єва", "єв"), ("ина", "ин"), ("ына", "ын"), ("іна", "ін"), ("їна", "їн"),
    ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"), ("ыной", "ына"),
    ("ової", "ова"), ("євої", "єва"), ("іної", "іна"),
    ("енка", "енко"), ("ія", "ій"),
)  # fmt: skip
INSTRUMENTAL: tuple[tuple[str, str], ...] = (
    ("ским", "ский"), ("цким", "цкий"), ("ской", "ская"), ("цкой", "цкая"), ("ським", "ський"), ("цьким", "цький"),
    ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"), ("ыным", "ын"),
    ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"), ("ыной", "ына"),
    ("енком", "енко"),
)  # fmt: skip
HARD = r"[бвгджзклмнпрстфхцчш]"
BARE = {  # a name that ends in a consonant: "Шмидта", "Шмидтом"
    "genitive": regex.compile(rf"(?P<stem>.+{HARD})а"),
    "instrumental": regex.compile(rf"(?P<stem>.+{HARD})(?:ом|ем)"),
}
TABLES = {"genitive": GENITIVE, "instrumental": INSTRUMENTAL}


def nominative(family: str, case: str) -> str:
    """Return a family name as a catalogue has it: "Алексеева" as a "genitive" gives "Алексеев", "Рудой" stays."""
    for ending, plain in sorted(TABLES[case], key=lambda row: -len(row[0])):
        if family.endswith(ending) and len(family) > len(ending) + 1:
            return family[: -len(ending)] + plain
    bare = BARE[case].fullmatch(family)
    return bare["stem"] if bare else family
