"""Names of people: "Justin McCurry", "Pavel K. Baev and Stein Toenesson", "Smith, J., & van der Berg, K."."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.lexicon import one_of
from cites.grammar.ranks import RANK, without_ranks
from cites.grammar.turned_names import match_turned, split_initials_last, split_pairs, split_turned
from cites.knowledge import DATA, fold_name
from cites.model import Name

PARTICLES = "van|von|de|der|den|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|te|ter|ten|zu|zur|af|av|y|e|dello|degli|d'|vos|'s|'t"
# Each of these reads a text in one way only, so that a name that does not go on as it should is given up at once: where "A. B. C."
# could be one group of initials or three, a list of twenty such authors without "and" would be read in 3^20 ways. Hence the
# possessive `*+` and `{0,3}+`.
SUFFIX_WORD = r"(?:Jr\.?|Sr\.?|II|III|IV)(?!\p{L})"
SUFFIX = rf"(?:,?\ {SUFFIX_WORD})"
INITIAL = r"(?:\p{Lu}\p{Ll}?\.(?:[ ]?-?\p{Lu}\.)*+)"  # J. · J.M. · J.-P. · Yu.
LAST = r"(?:(?:[do]'|[ae]l-|[ʿʾʻ])?\p{Lu}(?:['-]*+\p{L}++)++)"  # McCurry · D'Arcy · al-Assad · ʿAzīz
WORD = rf"(?:{LAST}|\p{{Lu}})"  # Franz-Stefan · J
BETWEEN_PEOPLE = r"[ye]\ \p{Lu}[\p{L}'-]+\ \p{Lu}"  # Covarrubias y Josefina Zoraida Vázquez; not Ortega y Gasset
PARTICLE = rf"(?:(?!{BETWEEN_PEOPLE})(?:{PARTICLES}|[Vv]an|[Vv]on|[Vv]om|[Zz]u|[Zz]ur|[Zz]um|[Dd]e|[Dd]er|[Dd]en)(?:\ |(?<=')))"
# not "A History", but "A Lindberg" before a quotation mark or another name
WORD_FIRST = (
    r"(?:(?:The|An|Der|Die|Das|Les|From|In|On|How|Why|What)\ |A\ (?!\p{Lu}[\p{L}'-]+(?:$|,\ [‘“\"']|\ (?:&|and)\ \p{Lu}+\ |\ \([Ee]ds?\b)))"
)
PERSON = (
    rf"{RANK}{{0,2}}+(?!{WORD_FIRST})(?:{INITIAL}\ ?|{WORD}\ ){{1,4}}"
    rf"(?:(?:{PARTICLE}){{1,3}}+{LAST}(?:\ {LAST}(?=[,(])|\ y\ {LAST}(?=[,(]))|(?:{PARTICLE}){{0,3}}+(?![JS]r\b){LAST})"
    rf"(?:,\ {SUFFIX_WORD}|\ [JS]r\.)?"  # the "II" of "John Paul II" is its last word
)
# Spanish "en" stands before a paper: "en El País". The Czech "a" joins capitals only: "Peter EVANS a Theda BERG".
CONNECTOR = rf"(?:(?!en\ (?:El|La|Los|Las)\ ){one_of('joins')}|a(?=\ (?:\p{{Lu}}[\p{{L}}.'-]+\ ){{1,3}}\p{{Lu}}{{2}}))"
INITIALED = rf"{INITIAL}\ ?(?:{PARTICLE}){{0,3}}+{LAST}"
EDITS = rf"(?i:{one_of('editors.after')})"  # eds. · Hrsg. · a cura di
PERSONS = (  # also "J. Niedziela, F. Sagan, Inspektorat", "Georg Satzinger - Sebastian Schütze (Hrsg.)", "Peter Kern, Ute Brandt (Hg.)"
    rf"{PERSON}(?:(?:,\ {PERSON})*,?\ {CONNECTOR}\ (?:{PERSON}|A\ {LAST}(?=,|\ \(|$))|(?:\ ?/\ ?{PERSON})+"
    rf"|(?:,\ {INITIALED})+(?=,\ |,?\ \(|$)|(?:\ -\ {PERSON})+(?=,\ |,?\ \(|$)|(?:,\ {PERSON})+(?=\ \({EDITS}\)))?"
)
ET_AL = r"(?:\ \(et\ al\.\)|[,;]?\ (?:et\.?\ al\.?|ET\ AL\.?|and\ others|u\.\ ?a\.|e\.\ ?a\.|i\ in\.|e\ altri|y\ otros|и\ др\.?))"
ROLE = rf"(?P<role>,?\ \(?{EDITS}\)?(?=[,:.\s]|$))"

ONE_BY_INITIALS = rf"(?:(?:\p{{Lu}}\.[ -]?){{1,3}}|\p{{Lu}}\ )(?:{PARTICLE})*\p{{Lu}}[\p{{L}}'’-]+(?:\ \p{{Lu}}[\p{{L}}'’-]+)?(?=,)"
ROLE_BEHIND = regex.compile(ROLE)
ONE = regex.compile(PERSON)
INITIALED_ONE = regex.compile(INITIALED)
GIVEN_FIRST = regex.compile(rf"(?P<people>{PERSONS}){ET_AL}?{ROLE}?")
MANY = regex.compile(rf"(?P<people>{PERSON}(?:,\ {PERSON})+|{PERSONS}){ET_AL}?{ROLE}?")
SINGLE = regex.compile(
    rf"(?P<people>(?:{PARTICLE})*{WORD}(?:(?:\ ?/\ ?{WORD})+|(?:,\ (?:{PARTICLE})*{WORD})*,?\ {CONNECTOR}\ (?:{PARTICLE})*{WORD})?){ET_AL}?"
)  # Gady · Baev and Toenesson
BY_INITIALS = regex.compile(  # M. Veale, F.J. Zuiderveen Borgesius, Adtech …: a list without "and"
    rf"(?P<people>(?!U\.\ ?S\.){ONE_BY_INITIALS}(?:,\ (?!U\.\ ?S\.){ONE_BY_INITIALS})+(?:,\ {CONNECTOR}\ {ONE_BY_INITIALS})?)(?=,\ ){ROLE}?"
)
NO_INITIALS = "(?:II|III|IV|VI{0,3}|DC|NY|TV|FM|EU|UK|UN|USA?|AB|AG|AS|ASA|BV|LLC|LLP|Ltd|NV|PLC|SA|SE|SPA)"  # of what ends so: no person
BEHIND_FAMILY = rf"(?!{NO_INITIALS}(?!\p{{L}}))\p{{Lu}}{{1,3}}(?:-\p{{Lu}})?(?:\ (?:von|van|de|der|den|du|da|di|la|zu)){{0,2}}"
ONE_TURNED = (  # Scott JC · Clausewitz C von · van den Berg E
    rf"(?!{one_of('sections')}\ )(?:{PARTICLE})*(?:{LAST}\ )?\p{{Lu}}(?:['-]?\p{{L}})*\p{{Ll}}\ {BEHIND_FAMILY}"
)
TURNED_LIST = regex.compile(  # Klare E, Brand T and Hart L (eds)
    rf"(?P<people>{ONE_TURNED}(?:,\ {ONE_TURNED})*(?:,?\ {CONNECTOR}\ {ONE_TURNED})?)(?:{ET_AL})?{ROLE}?(?=,\ |\ [(“‘\"']|$)"
)
INITIALS_BEHIND = regex.compile(rf"(?P<family>.*\p{{Ll}})\ (?P<given>{BEHIND_FAMILY})")
BEFORE_HYPHEN = rf"{INITIAL}\ ?(?:{PARTICLE}){{0,3}}+\p{{Lu}}[\p{{L}}']++"
BY_SEMICOLONS = regex.compile(  # J. Moreau; P. Petit (eds.) · P. Neri-G. Orsi
    rf"(?P<people>{INITIALED}(?:\ ?;\ {INITIALED})+|{BEFORE_HYPHEN}(?:-{BEFORE_HYPHEN})+)(?:(?=,\ |$)|{ROLE})"
)
SPLIT = regex.compile(
    rf",?\ {CONNECTOR}\ |,\ (?!(?:Jr|Sr|II|III|IV)\b)|\ ?/\ ?(?=\p{{Lu}})|\ [-–—]\ |(?<=\p{{Ll}})-(?=\p{{Lu}}\p{{Ll}}?\.)"
)
PINYIN = regex.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ue|ui|un|uo|[aeiou])'?){1,2}"
)
FAMILY_AND_GIVEN = regex.compile(rf"(?P<family>{LAST}),\s(?P<given>{LAST}(?:\s{INITIAL})*)")  # Müller, Hans
INITIALS_LAST = regex.compile(r"(?P<family>\p{Lu}[\p{L}'’-]+),\s(?P<given>(?:\p{Lu}\.[\s-]?){1,3})")  # Gaugler, E.
TWO_BY_Y = regex.compile(r"\p{Lu}[\p{L}.'-]+(?:\ [\p{L}.'-]+){1,4}\ y\ \p{Lu}[\p{L}'-]+")  # José Ortega y Gasset
PARTICLE_WORDS = frozenset(PARTICLES.split("|"))
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
INITIAL_AND_NAME = regex.compile(r"(?<=\.)(?=\p{Lu}\p{Ll})")  # J.Smith
HYPHENATED = regex.compile(r"\p{Lu}\p{Ll}+-\p{Ll}+")  # Chi-yuk, Jong-un
KOREAN = regex.compile(  # a syllable of a Korean name: Cheol, Hee, Sang, Myung
    r"(?:K|G|Kk|N|D|T|R|L|M|B|P|S|Sh|Ss|J|Ch|C|H|W|Y)?(?i:a|ae|ai|ah|e|ee|eo|eu|eui|i|o|oe|oh|oo|ou|u|uh|ui|wa|wae|we|weo|wo"
    r"|woo|ya|ye|yeo|yo|yoo|you|yu)"
    r"(?:b|k|g|l|m|n|ng|p|t|ck|rk)?"
)
SPANISH = regex.compile(r"\p{L}*(?:ñ\p{L}*|[áéíó]n|ez|ía|és)")  # Muñoz, Julián, Rodríguez, María: as no Portuguese name is spelt
PATRONYMIC = regex.compile(r"\p{Lu}\p{L}+[eé]z")  # Martínez, before "de Salazar"
INITIALS = regex.compile(r"(?!X$)\p{Lu}{1,3}")  # without points: E Weber, EP Thompson; not Malcolm X
CONSONANTS = regex.compile(r"[^AEIOUY]+")


class People(NamedTuple):
    """Names that were read, and where they end; `role` is "editor" where the text says so."""

    names: tuple[Name, ...]
    end: int
    role: str = "author"


@cache
def _east_asian() -> tuple[frozenset[str], frozenset[str]]:
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))
    return frozenset(rows["family"]), frozenset(rows["given"])


@cache
def _frequent() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "names.toml").read_text("utf-8"))["frequent"])


@cache
def _two_families() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "names.toml").read_text("utf-8"))["iberian"])


@cache
def _given_names() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "names.toml").read_text("utf-8"))["first"])


def is_east_asian(family: str) -> bool:
    """True for a frequent Chinese, Korean or Japanese family name."""
    return fold_name(family) in _east_asian()[0]


def is_given(word: str) -> bool:
    """True for a frequent given name, or an initial: "Pavel", "J."."""
    return word.casefold().strip(".") in _given_names() or (len(word) <= 3 and word.endswith("."))


def has_given(name: Name) -> bool:
    """True for somebody whose first given name is a frequent one, or an initial."""
    return is_given(name.given.split(" ")[0])


def is_first_name(word: str, family: str = "") -> bool:
    """True for what people are called by in any language, "Eva", "Jean-Pierre", "Shinji", and "Jong-un" after "Kim"."""
    families, givens = _east_asian()
    folded = fold_name(word)
    return (
        is_given(word.split("-")[0])
        or folded in givens
        or folded in _two_families()
        or (fold_name(family) in families and (bool(HYPHENATED.fullmatch(word)) or bool(PINYIN.fullmatch(folded))))
    )


def _has_initials_behind(family: str, initials: str) -> bool:
    """True for "Thompson EP", but not for "Malcolm X"."""
    return bool(INITIALS.fullmatch(initials)) and not (family.isupper() or is_given(family))


def to_name(printed: str) -> Name:
    """Take a name in its usual order apart: "Stein Toenesson" gives family "Toenesson", given "Stein".

    Chinese, Korean and Japanese names often stand family first in English texts; they are told by a hyphenated second
    part ("Choi Chi-yuk"), by a frequent family name before a given name that is not one ("Wang Yi"), or by a Japanese
    given name at the end ("Hyodo Shinji"); data/names.toml has the lists.
    """
    if (turned := INITIALS_BEHIND.fullmatch(printed)) and turned["given"] != "X":  # Scott JC; not Malcolm X
        return _behind_family(turned["family"], turned["given"])
    words = without_ranks(printed.split(" "))
    if len(words) == 1:
        spaced = INITIAL_AND_NAME.sub(" ", words[0])  # J.Smith
        if spaced == words[0]:
            return Name(family=spaced)
        words = spaced.split(" ")
    suffix = ""
    if words[-1].rstrip(".") in SUFFIXES:
        suffix = words.pop()
        words[-1] = words[-1].rstrip(",")
    if len(words) == 2 and not INITIALS.fullmatch(words[0]) and (_is_family_first(*words) or _has_initials_behind(*words)):
        return Name(family=words[0], given=words[1])
    families = _east_asian()[0]
    if (
        len(words) == 3
        and fold_name(words[0]) in families
        and fold_name(words[2]) not in families
        and all(KOREAN.fullmatch(word) and not is_given(word) for word in words[1:])
    ):
        return Name(family=words[0], given=" ".join(words[1:]))  # Park Cheol Hee
    if (given := _before_two_families(words)) is not None:
        return Name(given=" ".join(words[:given]), family=" ".join(words[given:]), suffix=suffix)
    first = next((i for i, word in enumerate(words[1:-1], 1) if word.casefold() in PARTICLE_WORDS), len(words) - 1)
    last = next((i for i, word in enumerate(words[first:-1], first) if word.casefold() not in PARTICLE_WORDS), len(words) - 1)
    return Name(given=" ".join(words[:first]), particle=" ".join(words[first:last]), family=" ".join(words[last:]), suffix=suffix)


def _behind_family(family: str, behind: str) -> Name:
    """Return the name of "Scott JC", "Clausewitz C von", "van den Berg E"."""
    given, _, particle = behind.partition(" ")
    words = family.split(" ")
    first = next((i for i, word in enumerate(words) if word.casefold() not in PARTICLE_WORDS), 0)
    return Name(family=" ".join(words[first:]), given=given, particle=particle or " ".join(words[:first]))


def _before_two_families(words: list[str]) -> int | None:
    """Return how many given names stand before two Spanish family names, None where there is but one family name.

    "Gabriel García Márquez" gives 1, "María Inmaculada Rodríguez Flores" 2, "Antonio Martínez de Salazar" 1.
    """
    if len(words) == 3:
        return 1 if _has_two_families(*words[:2]) else None
    if len(words) < 4 or not (is_given(words[0]) or fold_name(words[0]) in _two_families() or SPANISH.fullmatch(words[0])):
        return None
    particle = next((i for i, word in enumerate(words) if word.casefold() in PARTICLE_WORDS), None)
    if particle is not None:
        return particle - 1 if particle > 1 and PATRONYMIC.fullmatch(words[particle - 1]) else None
    is_spanish = any(SPANISH.fullmatch(word) for word in words)
    return 2 if len(words) == 4 and is_spanish and not is_given(words[2]) else None


def _has_two_families(given: str, middle: str) -> bool:
    """True where a given name of a country of two family names stands before what is neither a second one nor a particle."""
    if fold_name(given) not in _two_families() or fold_name(middle) in _two_families() or is_given(middle):
        return False
    return middle.casefold() not in PARTICLE_WORDS and len(middle) > 2  # an initial is no family name


def _is_family_first(first: str, second: str) -> bool:
    if first.endswith(".") or len(first) == 1:
        return False  # "E. Höfer", "E Weber": E is a Chinese family name too
    families, givens = _east_asian()
    a, b = fold_name(first), fold_name(second)
    if HYPHENATED.fullmatch(second):  # Chi-yuk, Jong-un
        return "-" not in first and a not in givens
    if "-" in second and a in families and all(KOREAN.fullmatch(part) for part in second.split("-")):  # Choe Sang-Hun
        return True
    if first.isupper() and first.isalpha() and len(first) > 2 and not second.isupper() and not CONSONANTS.fullmatch(first):
        return len(first) > 3 or is_given(second)  # "ARENDT Hannah"; not "TRS Allan", "HLA Hart"
    if b in _frequent() and a not in _frequent():
        return False  # "Jian Tang", "Ping Li": of two Chinese family names the frequent one
    return a not in givens and (b in givens or (a in families and bool(PINYIN.fullmatch(b))))


@lru_cache(maxsize=8192)  # the same people are cited again, and read by one form after the other
def split_people(printed: str) -> tuple[Name, ...]:
    """Return the names: "A. Brown and C. Green" are two, "Gaugler, E." is one, "Brown, A.; Green, C." are two."""
    if ";" in printed:
        return tuple(name for person in printed.split(";") for name in _parted(person.strip()))
    if pairs := _pairs(printed):
        return pairs
    if (one := INITIALS_LAST.fullmatch(printed)) is not None:
        return (Name(family=one["family"], given=one["given"]),)
    if several := split_initials_last(printed):
        return several
    if (one := FAMILY_AND_GIVEN.fullmatch(printed)) is not None and is_given(one["given"].split(" ")[0]) and not is_given(one["family"]):
        return (Name(family=one["family"], given=one["given"]),)
    if TWO_BY_Y.fullmatch(printed):
        return (to_name(printed),)
    if turned := split_turned(printed):
        return turned
    return tuple(to_name(person.strip()) for person in SPLIT.split(ENDING_ET_AL.sub("", printed)) if person.strip())


def _pairs(printed: str) -> tuple[Name, ...]:
    """Names that all stand family first: "Müller, Jan Dirk/Pfisterer, Ulrich", "Münch, Birgit Ulrike, Müller, Jürgen"; none for others."""
    people = [person.strip() for person in printed.split("/")]
    if len(people) > 1 and all(person.count(", ") == 1 for person in people):
        return tuple(name for person in people for name in _parted(person))
    if pairs := split_pairs(printed):  # Blanco, Juan y Pardo, Eva
        return pairs if sum(map(has_given, pairs)) * 2 >= len(pairs) else ()
    words = printed.split(", ")
    if len(words) < 4 or len(words) % 2 or " " in "".join(words[::2]) or any(map(is_given, words[::2])):
        return ()
    known = sum(is_given(given.split(" ")[0]) for given in words[1::2])
    return tuple(Name(family=family, given=given) for family, given in zip(words[::2], words[1::2], strict=True)) if known > 1 else ()


def _parted(person: str) -> tuple[Name, ...]:
    """The name between two semicolons, where a comma parts the family's name from the given one: "Brown, A."."""
    family, comma, given = person.partition(", ")
    return (Name(family=family, given=given),) if comma and "," not in given and given not in SUFFIXES else split_people(person)


ENDING_ET_AL = regex.compile(rf"{ET_AL}\s?$")
MAX_PEOPLE = 250  # code points looked at for the names before a title


def read_people(folded: str, text: str, at: int, end: int, *, whole: bool = False, single: bool = False) -> People | None:
    """Return the names that begin at `at`: "Ko Hirano, …", "Hideki Soejima and Akiyoshi Komaki, …".

    whole: the names must fill `at:end`. single: one bare family name is enough ("Gady, “China …").
    """
    end = end if whole else min(end, at + MAX_PEOPLE)
    turned_list = (TURNED_LIST.fullmatch if whole else TURNED_LIST.match)(folded, at, end)
    usual = MANY.fullmatch(folded, at, end) or BY_SEMICOLONS.fullmatch(folded, at, end) if whole else _in_order(folded, at, end)
    match = turned_list or usual
    is_open = match is None or (not whole and folded.startswith(" ", match.end()))  # "Certeau Michel de", "Weber John J."
    if is_open and (turned := _turned(folded, text, at, end, whole=whole)):
        return turned
    if match is None and single:
        match = (SINGLE.fullmatch if whole else SINGLE.match)(folded, at, end)
    if match is None:
        return None
    role = "editor" if match.groupdict().get("role") else "author"
    return People(split_people(text[match.start("people") : match.end("people")]), match.end(), role)


def _in_order(folded: str, at: int, end: int) -> regex.Match[str] | None:
    """Match names in their usual order."""
    match = BY_INITIALS.match(folded, at, end) or BY_SEMICOLONS.match(folded, at, end) or GIVEN_FIRST.match(folded, at, end)
    if match and not match["role"] and folded.startswith(", ", match.end()):
        edited = MANY.match(folded, at, end)  # Ann Berg, Jo Lind, Eva Holm (eds.)
        match = edited if edited and edited["role"] else match
    return match


def _turned(folded: str, text: str, at: int, end: int, *, whole: bool) -> People | None:
    """Read "Moreau J. et Petit A. (dir.)"; a given name in parentheses has to be one that people have: not "Interfax (Moscow)"."""
    stop = match_turned(text, at, end)
    names = split_people(text[at:stop]) if stop else ()
    if not stop or not all("." in name.given or name.particle or is_given(name.given.split(" ")[0]) for name in names):
        return None
    role = ROLE_BEHIND.match(folded, stop, end)
    finish = role.end() if role else stop
    return None if whole and finish < end else People(names, finish, "editor" if role else "author")
