"""Text made safe for TeX and BibTeX: what is special is escaped, braces balance, all other letters stay Unicode."""

from __future__ import annotations

import re

from cites.model import Name
from cites.writers.casing import cut, find_names

# Escaped braces still count for BibTeX, which balances them before TeX sees them: so those that have no partner are spelt out.
# An "@" before a brace begins an entry for some readers, so that it stands in braces of its own.
SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$", "@": "{@}",
    }
)  # fmt: skip
PAIRED = SPECIAL | str.maketrans({"{": r"\{", "}": r"\}"})
# An address is not TeX; what would end the field early is percent-encoded, as it should have been. Source: RFC 3986, section 2.
UNSAFE = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22", " ": "%20"})
NONCHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
UNPRINTABLE = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{NONCHARACTERS}]")
AND = re.compile(r"(?i)\band\b")  # parts the names of a list


def clean(text: str) -> str:
    """One line without control characters."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def escape(text: str) -> str:
    r"""Text for any field: "R&D, 50%" gives "R\&D, 50\%"."""
    line = clean(text)
    return line.translate(PAIRED if _is_balanced(line) else SPECIAL)


def _is_balanced(text: str) -> bool:
    """Whether each brace has its partner: "{a}" and "a", not "}a{"."""
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def title(text: str, is_name: bool = False) -> str:
    """A title in which names are kept by every style: "Japan and KyodoNews: A New Sea" gives "{Japan} and {KyodoNews}: A New Sea".

    A long title in capitals alone says nothing about its words; one that is a name is kept whole: "{Doe v. Pulaski Cty. Sch. Dist.}".
    """
    if is_name and text:
        return f"{{{escape(text)}}}"
    words = clean(text).split(" ")
    if len(words) > 2 and not any(character.islower() for character in text):
        return escape(text)
    written: list[str] = []
    done = 0
    for start, end in find_names(words):
        written += map(escape, words[done:start])
        written.append(_protect(words[start:end]))
        done = end
    return " ".join([*written, *map(escape, words[done:])])


def _protect(words: list[str]) -> str:
    """A name in braces, without what stands around it: ["South", "China", "Sea:"] gives "{South China Sea}:"."""
    before, _, _ = cut(words[0])
    _, last, after = cut(words[-1])
    after = after[1:] if "." in last and after.startswith(".") else after  # {U.S.}
    name = " ".join(words)
    return f"{escape(before)}{{{escape(name[len(before) : len(name) - len(after)])}}}{escape(after)}"


def listed(text: str) -> str:
    """One item of a list field, such as a publisher: "Simon and Schuster" stays one in braces of its own."""
    return f"{{{escape(text)}}}" if AND.search(text) else escape(text)


def address(text: str) -> str:
    """A URL or DOI: nothing is escaped; braces, backslashes and spaces are percent-encoded."""
    return clean(text).translate(UNSAFE)


def name(person: Name) -> str:
    """A name for BibTeX: "van den Berg, Anna", "{Ministry of Foreign Affairs}"; what its commas would mislead is kept whole."""
    # Biber reads "given=Anna" as its own format of names, and stumbles over the initial of "`Abd", which TeX prints as "‘Abd".
    return _name(person).replace("=", "{=}").replace("`", "‘")


def _name(person: Name) -> str:
    parts = [clean(part) for part in (person.family, person.given, person.particle, person.suffix)]
    family, given, particle, suffix = parts
    if person.literal or not (family and given) or any("," in part or AND.search(part) for part in parts):
        return f"{{{escape(str(person)) or '?'}}}"
    if not particle[:1].islower():  # BibTeX knows a particle by its small letter
        family, particle = f"{particle} {family}".strip(), ""
    family = f"{{{escape(family)}}}" if family[0].islower() else escape(family)  # "bin Laden" is no particle
    return ", ".join(part for part in (f"{escape(particle)} {family}".strip(), escape(suffix), escape(given)) if part)
