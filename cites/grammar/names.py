"""Names of people: "Justin McCurry", "Pavel K. Baev and Stein Toenesson", "Smith, J., & van der Berg, K."."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.lexicon import AND, any_of, in_names, one_of
from cites.grammar.person import BEHIND_FAMILY, ORIGINAL, PARTICLES, RANK, SERVICES, SUFFIXES, has_given, is_given, is_nobody, to_name
from cites.grammar.turned_names import match_turned, split_pairs, split_turned
from cites.knowledge import load, load_names
from cites.model import Name
from cites.view import fold

# Each of these reads a text in one way only, so that a name that does not go on as it should is given up at once: where "A. B. C."
# could be one group of initials or three, a list of twenty such authors without "and" would be read in 3^20 ways. Hence the
# possessive `*+` and `{0,3}+`.
SUFFIX_WORD = rf"(?:Jr\.?|Sr\.?|II|III|IV|(?:{SERVICES})(?=,|$))(?!\p{{L}})"
SUFFIX = rf"(?:,?\ {SUFFIX_WORD})"
INITIAL = r"(?:\p{Lu}\p{Ll}?\.ª?(?:[ ]?-?\p{Lu}\.)*+)"  # J. · J.M. · J.-P. · Yu.
IRISH = rf"{any_of(word.title() for word in load_names('irish'))}\ (?=\p{{Lu}}\p{{Ll}})"  # Ó Gráda
LAST = rf"(?:(?:[do]'|[ae]l-|[ʿʾʻ]|{IRISH})?+\p{{Lu}}(?:['-]*+\p{{L}}++)++)"  # McCurry · D'Arcy · al-Assad · ʿAzīz
WORD = rf"(?:{LAST}|(?!{IRISH})\p{{Lu}})"  # Franz-Stefan · J
BETWEEN_PEOPLE = r"[ye]\ \p{Lu}[\p{L}'-]+\ \p{Lu}"  # Covarruel y Josefina Zoraida Velázquez; not Ortega y Gasset
# each is read in one way only: with several, a row of them would be a riddle
PARTICLE = rf"(?:(?!{BETWEEN_PEOPLE})(?>(?:{PARTICLES}|(?i:{'|'.join(load()['particles.capital'])}))(?:\ |(?<='))))"
# not "A History", but "A Lindberg" before a quotation mark or another name
WORD_FIRST = (
    r"(?:(?:The|An|Der|Die|Das|Les|From|In|On|How|Why|What)\ |A\ (?!\p{Lu}[\p{L}'-]+(?:$|,\ [‘“\"']|\ (?:&|and)\ \p{Lu}+\ |\ \([Ee]ds?\b)))"
)
NOBLE = rf"{in_names('titles.of')}\ of\ {LAST}(?=,|$)"  # Earl of Avon
PERSON = (
    rf"(?:{NOBLE}|{RANK}{{0,2}}+(?!{WORD_FIRST})(?:{INITIAL}\ ?|{WORD}(?:(?<=\p{{Ll}}[dlnrtv])')?+\ ){{1,4}}"  # Igor' Petrov
    rf"(?:(?:{PARTICLE}){{1,3}}+{LAST}(?:\ {LAST}(?=[,(])|\ y\ {LAST}(?=[,(]))|(?:{PARTICLE}){{0,3}}+(?![JS]r\b){LAST})"
    rf"(?:,\ {SUFFIX_WORD}|\ [JS]r\.|\ {ORIGINAL})?)"  # the "II" of "John Paul II" is its last word
)
# Spanish "en" stands before a paper: "en El País". The Czech "a" joins capitals only: "Peter EVANS a Theda BERG".
CONNECTOR = rf"(?:(?!en\ (?:El|La|Los|Las)\ ){one_of('joins', 'joins.also')}|a(?=\ (?:\p{{Lu}}[\p{{L}}.'-]+\ ){{1,3}}\p{{Lu}}{{2}}))"
INITIALED = rf"{INITIAL}\ ?(?:{PARTICLE}){{0,3}}+{LAST}"
EDITS = rf"(?i:{one_of('editors.after')})"  # eds. · Hrsg. · a cura di
ET_AL = r"(?:\ \(et\ al\.\)|[,;]?\ (?:et\.?\ al\.?|ET\ AL\.?|and\ others|u\.\ ?a\.|e\.\ ?a\.|i\ in\.|e\ altri|y\ otros|и\ др\.?))"
PERSONS = (  # also "Ann Berg, Jo Lind et al.", "J. Niedziela, F. Sagan, Inspektorat", "Georg Satzinger - Sebastian Schütze (Hrsg.)"
    rf"{PERSON}(?:(?:,\ {PERSON})*,?\ {CONNECTOR}\ (?:{PERSON}|A\ {LAST}(?=,|\ \(|$))|(?:\ ?/\ ?{PERSON})+"
    rf"|(?:,\ {INITIALED})+(?=,\ |,?\ \(|\.\ |$)|(?:\ -\ {PERSON})+(?=,\ |,?\ \(|$)|(?:,\ {PERSON})+(?={ET_AL}|\ \({EDITS}\)))?"
)
ROLE = rf"(?P<role>(?:,?\ \(?|\(){EDITS}\)?(?=[,:.\s]|$))"

ONE_BY_INITIALS = rf"(?:(?:\p{{Lu}}\.[ -]?){{1,3}}|\p{{Lu}}\ )(?:{PARTICLE})*\p{{Lu}}[\p{{L}}'’-]+(?:\ \p{{Lu}}[\p{{L}}'’-]+)?(?=,)"
ROLE_BEHIND = regex.compile(ROLE)
ONE = regex.compile(PERSON)
PAIR = regex.compile(rf"(?P<first>\p{{Lu}}\p{{Ll}}+)\s{AND}\s(?P<second>\p{{Lu}}\p{{Ll}}+)\s(?P<family>{LAST})")
GIVEN_FIRST = regex.compile(rf"(?P<people>{PERSONS}){ET_AL}?{ROLE}?")
MANY = regex.compile(rf"(?P<people>{PERSON}(?:,\ {PERSON})+|{PERSONS}){ET_AL}?{ROLE}?")
SINGLE = regex.compile(
    rf"(?P<people>(?:{PARTICLE})*{WORD}(?:(?:\ ?/\ ?{WORD})+|(?:,\ (?:{PARTICLE})*{WORD}){{0,9}}+,?\ {CONNECTOR}\ (?:{PARTICLE})*{WORD})?)"
    rf"{ET_AL}?"
)  # Gady · Baev and Toenesson
BY_INITIALS = regex.compile(  # M. Veale, F.J. Zuiderveen Borgesius, Adtech …: a list without "and"
    rf"(?P<people>(?!U\.\ ?S\.){ONE_BY_INITIALS}(?:,\ (?!U\.\ ?S\.){ONE_BY_INITIALS})*"
    rf"(?:,\ (?:{CONNECTOR}\ )?(?!U\.\ ?S\.)(?:{ONE_BY_INITIALS}|{INITIALED}(?=\.\ )))){ET_AL}?(?=,\ |\.\ ){ROLE}?"
)
ONE_TURNED = (  # Scott JC · Clausewitz C von · van den Berg E
    rf"(?!{one_of('sections')}\ )(?:{PARTICLE})*(?:{LAST}\ )?\p{{Lu}}(?:['-]?\p{{L}})*\p{{Ll}}\ {BEHIND_FAMILY}"
)
TURNED_LIST = regex.compile(  # Klare E, Brand T and Hart L (eds)
    r"(?=[^,;:.()“”\"]*?\p{Ll}\ \p{Lu}{1,3}(?:[-\ ,;]|$))"  # a quick look: the initials of the first stand before any other sign
    rf"(?P<people>{ONE_TURNED}(?:,\ {ONE_TURNED})*(?:,?\ {CONNECTOR}\ {ONE_TURNED})?)(?:{ET_AL})?{ROLE}?(?=,\ |\ [(“‘\"']|$)"
)
BEFORE_HYPHEN = rf"{INITIAL}\ ?(?:{PARTICLE}){{0,3}}+\p{{Lu}}[\p{{L}}']++"
BY_SEMICOLONS = regex.compile(  # J. Moreau; P. Petit (eds.) · P. Neri-G. Orsi
    rf"(?P<people>{INITIALED}(?:\ ?;\ {INITIALED})+|{BEFORE_HYPHEN}(?:-{BEFORE_HYPHEN})+)(?:(?=,\ |$)|{ROLE})"
)
SPLIT = regex.compile(
    rf",?\ {CONNECTOR}\ |,\ (?!(?:{'|'.join(SUFFIXES)})\b)|\ ?/\ ?(?=\p{{Lu}})|\ [-–—]\ |(?<=\p{{Ll}})-(?=\p{{Lu}}\p{{Ll}}?\.)"
)
FAMILY_AND_GIVEN = regex.compile(rf"(?P<family>{LAST}),\s(?P<given>{LAST}(?:\s{INITIAL})*)")  # Müller, Hans
INITIALS_LAST = regex.compile(r"(?P<family>\p{Lu}[\p{L}'’-]+),\s(?P<given>(?:\p{Lu}\.[\s-]?){1,3})")  # Gaugler, E.
TWO_BY_Y = regex.compile(r"\p{Lu}[\p{L}.'-]+(?:\ [\p{L}.'-]+){1,4}\ y\ \p{Lu}[\p{L}'-]+")  # José Ortega y Gasset


class People(NamedTuple):
    """Names that were read, and where they end; `role` is "editor" where the text says so."""

    names: tuple[Name, ...]
    end: int
    role: str = "author"


def people_in(printed: str) -> tuple[Name, ...]:
    """Return the people whose names fill a stretch of a document: "Ju-min Park and Kiyoshi Takenaka"; none where it has anything else."""
    people = read_people(fold(printed), printed, 0, len(printed), whole=True)
    return people.names if people else ()


@lru_cache(maxsize=8192)  # the same people are cited again, and read by one form after the other
def split_people(printed: str) -> tuple[Name, ...]:
    """Return the names: "A. Brown and C. Green" are two, "Gaugler, E." is one, "Brown, A.; Green, C." are two."""
    if ";" in printed:
        return tuple(name for person in printed.split(";") for name in _parted(person.strip()))
    if pairs := _pairs(printed):
        return pairs
    if (one := INITIALS_LAST.fullmatch(printed)) is not None:
        return (Name(family=one["family"], given=one["given"]),)
    if (one := FAMILY_AND_GIVEN.fullmatch(printed)) is not None and is_given(one["given"].split(" ")[0]) and not is_given(one["family"]):
        return (Name(family=one["family"], given=one["given"]),)
    if is_nobody(printed):
        return (Name(literal=printed),)
    if TWO_BY_Y.fullmatch(printed):
        return (to_name(printed),)
    if turned := split_turned(printed):
        return turned
    return tuple(to_name(person.strip()) for person in SPLIT.split(ENDING_ET_AL.sub("", printed)) if person.strip())


def _pairs(printed: str) -> tuple[Name, ...]:
    """Names that all stand family first: "Müller, Jan Dirk/Pfister, Ulrich", "Münch, Birgit Ulrike, Müller, Jürgen"; none for others."""
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
    close = folded.find("]", at, end) if folded.startswith("[", at) else -1
    if close > 0:  # [Harriet Martineau], review of
        inside = read_people(folded, text, at + 1, close, whole=True)
        return inside._replace(end=close + 1) if inside and not (whole and close + 1 < end) else None
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
    is_initial = "." in folded[at + 1 : at + 3] or folded[at + 1 : at + 2] == " "
    match = BY_INITIALS.match(folded, at, end) or BY_SEMICOLONS.match(folded, at, end) if is_initial else None
    match = match or GIVEN_FIRST.match(folded, at, end)
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


def read_pair(printed: str) -> tuple[Name, ...]:
    """Return two people with one family name, "Will and Ariel Durant", where one has a given name that is known; none for anything else."""
    pair = PAIR.fullmatch(printed)
    if pair is None or not (is_given(pair["first"]) or is_given(pair["second"])):
        return ()
    return (to_name(f"{pair['first']} {pair['family']}"), to_name(f"{pair['second']} {pair['family']}"))
