"""Family names that stand in an oblique case: "под ред. В. В. Алексеева" names "Алексеев", "интервью с Дегтяревым" names "Дегтярев".

Only endings that tell the case by themselves are turned back; any other name stays as it is printed.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.knowledge import read_tables

HARD = r"[бвгджзклмнпрстфхцчш]"
BARE = {  # a name that ends in a consonant: "Шмидта", "Шмидтом"
    "genitive": regex.compile(rf"(?P<stem>.+{HARD})а"),
    "instrumental": regex.compile(rf"(?P<stem>.+{HARD})(?:ом|ем)"),
}


def nominative(family: str, case: str) -> str:
    """Return a family name as a catalogue has it: "Алексеева" as a "genitive" gives "Алексеев", "Рудой" stays."""
    endings: dict[str, str] = read_tables("names.toml")[case]
    for ending, plain in sorted(endings.items(), key=lambda row: -len(row[0])):
        if family.endswith(ending) and len(family) > len(ending) + 1:
            return family[: -len(ending)] + plain
    bare = BARE[case].fullmatch(family)
    return bare["stem"] if bare else family
