"""Names of a labelled piece, in whatever order they stand: "Schulz, Eva/ Bloss, Jan", "Agrup M, Stal O, et al", "T. Hull and M. Cohen"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import any_of, leading
from cites.grammar.person import PARTICLE_WORDS, SUFFIXES, is_given, is_nobody, to_name
from cites.grammar.sources import is_body
from cites.grammar.syllabic_names import ALL, split_syllabic
from cites.model import Name

LABEL = regex.compile(r"^[\s•*·\[\](]*(?:\d{1,3}\s?[.)\]-]\s?)?|^[\s–—-]+")
CREW = ("director", "producer", "host", "narrator", "performer", "presenter")
ROLES = (
    "ed", "eds", "edd", "editor", "editors", "edited by", "ed. by", "hrsg", "hg", "hgg", "hrsg. von", "dir", "dirs", "éd", "éds", "édit",
    "édité par", "sous la direction de", "sous la dir. de", "a cura di", "ред", "под ред", "coord", "coords", "org", "orgs", "comp",
    "comps", "trans", "transl", "translated by", "trad", "traduit par", "übers", "übersetzt von", "ders", "dies",
    *(f"{rank}{role}{number}" for role in CREW for rank in ("", "executive ") for number in ("", "s")),
)  # fmt: skip
ROLE = regex.compile(rf"(?i)[(\[,\s]*(?<!\p{{L}}){any_of(ROLES)}\.?(?!\p{{L}})\s?(?:v\.|von|de|by|di)?(?=\s|[)\],.:;]|$)[)\],.:]*")
ROLE_BEGINS = frozenset(leading(role, 0) for role in ROLES)
WORDS = regex.compile(r"\p{L}+")
LEADING = regex.compile(r"^(?:in|In|IN|dans|by|by:|par|con|mit|with|avec)\s?:?\s+")
ET_AL = regex.compile(
    r"[,;\s]*(?:\bet\.? ?al\b\.?|\band others\b|\bu\. ?a\.|\bи др\.?|\bet coll\b\.?|\[et al\.?\]|\be altri\b)[.,]*|[,\s]*(?:\.\.\.|…)\s*"
)
OF_MORE = ("al", "others", "u.", "др", "coll", "...", "…")  # one of these is in what ET_AL finds
STRONG = regex.compile(r"\s*;\s*|\s*/\s*|\s+[-–—]\s+|,?\s*(?<!\p{L})(?:and|und|et|y|e|и|&|u\.)(?!\p{L}\.|\p{L})\s*,?|\s*&\s*")
INITIALS = regex.compile(r"(?:\p{Lu}\p{Ll}?\.?[ -]?){1,4}")
TIGHT = regex.compile(r"(?:\p{Lu}\p{Ll}?\.[ -]?){1,4}|\p{Lu}{1,3}(?:-\p{Lu})?")
VANCOUVER = regex.compile(r"(?P<family>\p{L}[\p{L}' ’-]+?) (?P<given>(?:\p{Lu}\.?[ -]?){1,3})")
POINT = regex.compile(r"(?<=\p{Ll}{2})\.$")  # that ends the names: "Rid, Thomas."
MARKS = " .,:;()[]*†‡"


def read_names(printed: str) -> tuple[Name, ...]:
    """Return the people, or the body, that a piece names.

    >>> [str(name) for name in read_names("Müller, Jan/ Weber, Eva (Hg.):")]
    ['Jan Müller', 'Eva Weber']
    """
    text = LABEL.sub("", printed, count=1)
    if not ROLE_BEGINS.isdisjoint(WORDS.findall(text.casefold())):
        text = ROLE.sub(" ", text).strip()
    if any(sign in text for sign in OF_MORE):
        text = ET_AL.sub(" ", text)
    text = LEADING.sub("", text.strip()).strip(" ,:;")
    if not text:
        return ()
    bare = text.strip(MARKS)
    if is_body(bare) or is_nobody(bare):
        return (Name(literal=f"{bare})" if bare.count("(") > bare.count(")") else bare),)  # MISA (Media Institute of Southern Africa)
    if ALL.fullmatch(bare):
        return tuple(split_syllabic(bare))
    names: list[Name] = []
    for group in STRONG.split(text):
        names += _group([part for part in (piece.strip() for piece in group.split(",")) if part.strip(MARKS)])
    return tuple(names)


def _group(parts: list[str]) -> list[Name]:
    """Names between two connectors: families and given names in turn, or whole names one after the other."""
    names: list[Name] = []
    at, upright = 0, False
    while at < len(parts):
        part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
        if following.rstrip(".") in SUFFIXES:
            names.append(_one(part, following.rstrip(".")))
            at += 2
        elif following and not (upright and " " in part) and _is_family(part) and _is_given_part(following, last=at + 2 == len(parts)):
            suffix = parts[at + 2].rstrip(".") if at + 2 < len(parts) and parts[at + 2].rstrip(".") in SUFFIXES else ""
            names.append(_inverted(part, following, suffix))
            at += 3 if suffix else 2
        else:
            names.append(_one(part))
            at, upright = at + 1, bool(names[0].given)  # Parson, Luke A., Yuta J. Matsuda, Timm Kroener, Drew Shindler
    return names


def _is_family(part: str) -> bool:
    """True for what may stand before the comma: "Müller", "van der Berg", not "J. Smith", not "Agrup M"."""
    words = part.split(" ")
    return not any(TIGHT.fullmatch(word) for word in words if not (len(words) == 1 and len(word) > 2)) and len(words) <= 4


def _is_given_part(part: str, *, last: bool) -> bool:
    words = part.split(" ")
    if INITIALS.fullmatch(part) or TIGHT.fullmatch(words[0]):
        return not (TIGHT.fullmatch(words[0]) and len(words) > 1 and len(words[-1]) > 3 and "." not in words[-1] and not last)
    return len(words) <= 3


def _inverted(family: str, given: str, suffix: str = "") -> Name:
    words = family.strip(MARKS).split(" ")
    first = next((index for index, word in enumerate(words) if word not in PARTICLE_WORDS), 0)
    given = POINT.sub("", given.strip(" ,:;()[]"))
    return Name(family=" ".join(words[first:]), particle=" ".join(words[:first]), given=given, suffix=suffix)


def _one(part: str, suffix: str = "") -> Name:
    part = part.strip(" ,:;()[]*†‡")
    match = VANCOUVER.fullmatch(part)
    if match:
        return Name(family=match["family"], given=match["given"].strip(), suffix=suffix)
    words = part.removesuffix(".").split(" ") if len(part.split(" ")[-1]) > 3 else part.split(" ")
    if len(words) > 6:
        return Name(literal=part)
    if "." in words[0] and len(words) > 1:  # initials first: the family begins at a particle, or is the last word
        first = next((index for index, word in enumerate(words[1:], 1) if word in PARTICLE_WORDS or "." not in word), len(words) - 1)
        first += first + 1 < len(words) and is_given(words[first])  # "J. Edgar Hoover"
        last = next((index for index, word in enumerate(words[first:], first) if word not in PARTICLE_WORDS), len(words) - 1)
        return Name(given=" ".join(words[:first]), particle=" ".join(words[first:last]), family=" ".join(words[last:]), suffix=suffix)
    name = to_name(" ".join(words))
    return Name(family=name.family, given=name.given, particle=name.particle, suffix=suffix or name.suffix)
