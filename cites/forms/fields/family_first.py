"""Names that begin a note as they begin entries of a list: "Smith, John", "Berg, E.", "Baev, Pavel K., and Stein Toenesson"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context
from cites.grammar.dates import MONTHS
from cites.grammar.inverted_names import FAMILY, INITIALS_ONLY, INVERTED, read_inverted
from cites.grammar.lexicon import AND
from cites.grammar.names import CONNECTOR, EDITS, LAST, MAX_PEOPLE, PARTICLE, PERSON, People, split_people
from cites.grammar.person import PARTICLE_WORDS, is_first_name, is_given
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body
from cites.grammar.titles import opens_quote

HEAD = regex.compile(
    rf"(?!\p{{Cyrillic}})(?P<family>{FAMILY}),\ (?P<given>\p{{Lu}}[\p{{L}}'-]*\.?)(?!\p{{Cyrillic}})(?P<two>\ {LAST}\b)?"
)
FAMILIES = regex.compile(rf"(?:,\ {LAST})*,?\ {AND}\ {LAST}[,:]")  # "Smith, James, and Lee, Title"
AFTER = regex.compile(r"[.:,]\s|(?<=\.),?\s|\s(?=\()")
DATED = regex.compile(r",?\s[(\[](?:1[5-9]|20)\d\d")
SET_APART = regex.compile(  # "Kohlberg, Etan, “", "Daftary, Farhad, and John Smith, eds, " before italics
    r"\p{Lu}\p{Ll}[\p{L}'-]*,\s(?!(?:Introduction|Preface|Foreword|Afterword|Prologue|Epilogue|Conclusion|Book"
    r"|Chapter)\b)\p{Lu}\p{Ll}[\p{L}'-]+"
    rf"(?:\s\p{{Lu}}\.?){{0,2}},\s(?:(?:(?:and|&)\s)?{LAST}(?:\s\p{{Lu}}\.)?(?:\s{LAST}){{1,2}},\s)?(?:\(?eds?\.?\)?,?\s)?"
)
PAIR = rf"(?:{PARTICLE})*{LAST},\ (?:{LAST}\.?|\p{{Lu}}\.)(?:[\ -](?:{LAST}|\p{{Lu}}\.)){{0,2}}"
ROLE_BEHIND = rf"(?:,\ \(?{EDITS}\)?|\ \({EDITS}\))?"
PARTED = regex.compile(  # names that a colon ends, or that a slash or the like parts: "Adler, Jasna: ", "Adler, Jasna/Brunn, Otto, "
    rf"{PAIR}(?:{ROLE_BEHIND}:\ (?=\S)"
    rf"|(?:(?:\ ?[/;]\ ?|\ -\ )(?:{PAIR}|(?<=/\ ?){PERSON})|,?\ {CONNECTOR}\ (?:{PAIR}|{PERSON}))+{ROLE_BEHIND}[,.:;]\ )"
)
OTHERS = regex.compile(r"[;/]|\s-\s")
JOINED = regex.compile(rf"\s(?:{CONNECTOR})\s")
BY_COMMAS = regex.compile(rf"{PERSON}(?:,\ {PERSON})+")


def read_family_first(context: Context, at: int, end: int, *, any_given: bool = False) -> People | None:
    """Return the people who begin a note with the family name of the first; any_given: a given name that is not known will do.

    What stands before the comma may as well be an outlet, a place or a short form's author, and what follows it a title or another family
    name: "Interfax, Moscow", "Said, Orientalism". So the given name has to be initials or one that people have.
    """
    folded, text = context.folded, context.text
    limit = min(end, at + MAX_PEOPLE)
    head = HEAD.match(folded, at, limit)
    if head is None or not _is_person(context, head["family"], head["given"] + (head["two"] or ""), any_given=any_given):
        return None
    if len(head["given"]) == 1 and not folded.startswith(",", head.end("given")):
        return None  # "Hall, A Book, 12": the title begins
    people = read_inverted(folded, text, at, limit)
    first = INVERTED.match(folded, at, limit)
    if people is None or first is None or not people.names[0].given:
        return None
    known = [is_given(name.given.split(" ")[0]) for name in people.names[1:]]  # none: "Tilly, Charles, War Making and State Making"
    joined = JOINED.search(folded, first.end(), people.end) and (any(known) or any_given or len(known) == 1)
    if not (OTHERS.search(folded, first.end(), people.end) or joined or all(known)):
        people = People(people.names[:1], first.end())  # a title was taken for a name
    if len(people.names) > 1 and people.end < end and not AFTER.match(folded, people.end, end):
        people = People(people.names[:1], first.end())  # "Tilly, Charles, War Making and State Making as …"
    given = first["given"]
    if is_place(f"{head['family']}, {given}") or (people.end < end and not AFTER.match(folded, people.end, end)):
        return None
    if DATED.match(folded, people.end, end) or FAMILIES.match(folded, people.end, end):
        return None
    if " " in given and not given.endswith(".") and _are_two(head["family"]):
        return None
    return people


def is_set_apart(context: Context, at: int, end: int) -> bool:
    """True where two words with a comma between them stand before italics, a quotation mark or a colon: "Kohlberg, Etan, *Things*"."""
    if PARTED.match(context.folded, at, min(end, at + MAX_PEOPLE)):
        return True
    head = SET_APART.match(context.folded, at, end)
    if head is None or head.end() >= end:
        return False
    return opens_quote(context.folded, head.end()) or context.begins_italics(head.end())


def read_before_italics(context: Context, at: int, end: int) -> People | None:
    """Return names that commas part from each other and from a title in italics: "Lucas Nicole, Ohana Danielle, *Femmes à l'épreuve*".

    Half of them at least must have a given name that is known, first or last.
    """
    start = next((start for start, _ in context.italics if at < start < end), at)
    people = BY_COMMAS.fullmatch(context.folded, at, start - 2) if context.folded.endswith(", ", at, start) else None
    names = split_people(context.text[at : start - 2]) if people else ()
    known = sum(is_given(name.given.split(" ")[0]) or is_given(name.family) for name in names)
    return People(names, start - 2) if names and known * 2 >= len(names) else None


def title_follows(context: Context, at: int, end: int) -> bool:
    """True where italics begin behind the first comma: "Helen Davison, *Hong Kong arrests*", a name in its usual order."""
    return context.begins_italics(context.folded.find(", ", at, end) + 2)


def _are_two(family: str) -> bool:
    """True for the "Joann Vanecek" of "Joann Vanecek, Martha Chen, …": two names in their usual order."""
    return " " in family and family.split(" ")[0] not in PARTICLE_WORDS


def _is_month(family: str, given: str) -> bool:
    """True for a month behind an outlet, but not for "VERGINELLI, Marta", nor for "Müller, Jan Dirk"."""
    first, _, second = given.partition(" ")
    return first.casefold().strip(".") in MONTHS and not (is_given(first) and (family.isupper() or is_given(second)))


def _is_person(context: Context, family: str, named: str, *, any_given: bool) -> bool:
    words, given = family.split(" "), named.partition(" ")[0]
    usual = len(words) > 1 and words[0] not in PARTICLE_WORDS  # "Gary Huffmann, Geoffrey J. Schotter", "Press Release, U.S. Department"
    initials = bool(INITIALS_ONLY.fullmatch(given))
    known = initials or is_first_name(given.strip("."), family)
    if not (known or any_given) or (usual and (initials or is_given(words[0]))) or _is_month(family, named):
        return False
    if (is_place(given) and (not known or is_place(family))) or (usual and (context.outlet(family) or is_body(family))):
        return False
    return known or (any_given and not (context.outlet(family) or context.outlet(given) or is_place(family)))
