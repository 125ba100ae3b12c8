"""One name: its parts, and whether a word is what people are called: "Stein Toenesson", "Park Cheol Hee", "García Márquez", "Scott JC"."""

from __future__ import annotations

from functools import lru_cache

from cites import lazy_regex as regex
from cites.common_words import is_ordinary
from cites.grammar.lexicon import longest_first
from cites.knowledge import fold_name, load, load_names, load_places
from cites.model import Name

RANK = r"(?:(?:(?:Maj|Capt|Lt|Sgt|Brig)\.?|(?:Gen|Col|Adm|Sen|Rep|Gov|Prof|Amb|Hon|Rev|Msgr)\.)\ )"  # Gen. Joseph Votel
SMALL = "|".join(longest_first(load()["particles"]))  # van · de · d'
PARTICLES = "|".join(longest_first(load()["particles"] + load()["particles.joining"]))
NO_INITIALS = "(?:II|III|IV|VI{0,3}|DC|NY|TV|FM|EU|UK|UN|USA?|AB|AG|AS|ASA|BV|LLC|LLP|Ltd|NV|PLC|SA|SE|SPA)"  # of what ends so: no person
BEHIND_FAMILY = rf"(?!{NO_INITIALS}(?!\p{{L}}))\p{{Lu}}{{1,3}}(?:-\p{{Lu}})?(?:\ (?:von|van|de|der|den|du|da|di|la|zu)){{0,2}}"
INITIALS_BEHIND = regex.compile(rf"(?P<family>.*\p{{Ll}})\ (?P<given>{BEHIND_FAMILY})")
PARTICLE_WORDS = frozenset(PARTICLES.split("|"))
SERVICES = "USMC|USAF|USN|USA"  # behind the names of officers
SUFFIXES = ("Jr", "Sr", "II", "III", "IV", *SERVICES.split("|"))
PINYIN = regex.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ue|ui|un|uo|[aeiou])'?){1,2}"
)
INITIAL_AND_NAME = regex.compile(r"(?<=\.)(?=\p{Lu}\p{Ll})")  # J.Smith
HYPHENATED = regex.compile(r"\p{Lu}\p{Ll}+-\p{Ll}+")  # Chi-yuk, Jong-un
KOREAN = regex.compile(  # a syllable of a Korean name: Cheol, Hee, Sang, Myung
    r"(?:K|G|Kk|N|D|T|R|L|M|B|P|S|Sh|Ss|J|Ch|C|H|W|Y)?(?i:a|ae|ai|ah|e|ee|eo|eu|eui|i|o|oe|oh|oo|ou|u|uh|ui|wa|wae|we|weo|wo"
    r"|woo|ya|ye|yeo|yo|yoo|you|yu)(?:b|k|g|l|m|n|ng|p|t|ck|rk)?"
)
SOUTHERN = regex.compile(  # a syllable as Hokkien and Cantonese names are spelt: Swee, Hock, Hseon, Kim
    r"\p{Lu}(?<=[BCDFGHJKLMNPSTWYZAEIOU])(?:[hsw]{1,2}(?=[aeiou]))?(?:(?<=[AEIOU])|[aeiou]{1,3})(?:ng|ck|[nmkptwhy])?"
)
SPANISH = regex.compile(r"\p{L}*(?:ñ\p{L}*|[áéíó]n|ez|ía|és)")  # Muñoz, Julián, Rodríguez, María: as no Portuguese name is spelt
PATRONYMIC = regex.compile(r"\p{Lu}\p{L}+[eé]z")  # Martínez, before "de Salazar"
INITIALS = regex.compile(r"(?!X$)\p{Lu}{1,3}")  # without points: E Weber, EP Thompson; not Malcolm X
# of Muraoka Nobuhiko 村上信彦, Xiao Tianliang [肖天亮]
ORIGINAL = r"(?:[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]{2,6}|[(\[]\p{Han}{2,4}[)\]])"
WITH_ORIGINAL = regex.compile(rf"(?P<family>\p{{Lu}}[\p{{L}}'-]+)\ (?P<given>\p{{Lu}}[\p{{L}}'\ -]+?)\ {ORIGINAL}")
NO_SURNAME = 9  # letters of an ordinary word that is nobody's family name: "Laboratory", "Technologies"; "Sellers" is one
OF = r"(?:of|for|at|in|to|since)\s"
OFFICE = regex.compile(rf"(?!the\s|an?\s)(?:(?!{OF})\S+\s){{0,2}}(?P<rank>(?!{OF})\S+)(?:\s{OF}.*)?")
CONSONANTS = regex.compile(r"[^AEIOUY]+")


def is_office(printed: str) -> bool:
    """True for what somebody is: "Minister of Defense", "Chancellor", "Distinguished Fellow"; not for "The Last Director"."""
    office = OFFICE.fullmatch(printed.casefold())
    return office is not None and (office["rank"] in load_names("ranks") or (" " in printed and office["rank"] in load_names("posts")))


def is_east_asian(family: str) -> bool:
    """True for a frequent Chinese, Korean or Japanese family name."""
    return fold_name(family) in load_names("family")


def is_given(word: str) -> bool:
    """True for a frequent given name, or an initial: "Pavel", "J."."""
    return word.casefold().strip(".") in load_names("first") or (len(word) <= 3 and word.endswith("."))


@lru_cache(maxsize=8192)
def is_nobody(printed: str) -> bool:
    """True for a name of ordinary words, which no person has, and for a land: "Full Fact", "Argus Metals", "New South Wales"."""
    words = printed.split(" ")
    if len(words) < 2 or len(words[0]) < 2 or "and" in words or is_given(words[0]) or not all(word.isalpha() for word in words):
        return False
    ordinary = [is_ordinary(word.lower()) for word in words]
    is_land = not ordinary[-1] and load_places().is_land(printed)  # not "South China Sea"
    is_body = words[-1].lower() in load_names("of_bodies")
    return is_land or is_body or all(ordinary) or (ordinary[-1] and len(words[-1]) >= NO_SURNAME)


def has_given(name: Name) -> bool:
    """True for somebody whose first given name is a frequent one, or an initial."""
    return is_given(name.given.split(" ")[0])


def may_turn(name: Name) -> bool:
    """True unless the name is sure to be in its usual order: "Martin Heidegger" begins with a given name and ends with none."""
    if not (name.given and name.family) or name.particle or " " in name.given or name.given.endswith("."):
        return False
    return is_given(name.family) or not is_given(name.given)


def is_first_name(word: str, family: str = "") -> bool:
    """True for what people are called by in any language, "Eva", "Jean-Pierre", "Shinji", and "Jong-un" after "Kim"."""
    families, givens = load_names("family"), load_names("given")
    folded = fold_name(word)
    return (
        is_given(word.split("-")[0])
        or folded in givens
        or folded in load_names("iberian")
        or (fold_name(family) in families and (bool(HYPHENATED.fullmatch(word)) or bool(PINYIN.fullmatch(folded))))
    )


def _has_initials_behind(family: str, initials: str) -> bool:
    """True for "Thompson EP", but not for "Malcolm X"."""
    return bool(INITIALS.fullmatch(initials)) and not (family.isupper() or is_given(family))


def without_ranks(words: list[str]) -> list[str]:
    """Leave out "Gen.", "Prime Minister" and "Secretary of State" before a name; "Lord Halifax" and "Sir Humphrey" stay as they are."""
    folded = [word.casefold().rstrip(".") for word in words]
    first = 1 if folded[0] in load_names("before_ranks") and len(words) > 3 and folded[1] in load_names("ranks") else 0
    while (len(words) - first > 2 or (len(words) == 2 and words[0].endswith("."))) and folded[first] in load_names("ranks"):
        first += 1
    if first and words[first] in ("of", "for"):
        first = next((at for at in range(first + 2, len(words) - 1) if is_given(words[at])), 0)
    return words[first:]


def to_name(printed: str) -> Name:
    """Take a name in its usual order apart: "Stein Toenesson" gives family "Toenesson", given "Stein".

    Chinese, Korean and Japanese names often stand family first in English texts; they are told by a hyphenated second
    part ("Choi Chi-yuk"), by a frequent family name before a given name that is not one ("Wang Yi"), by a Japanese
    given name at the end ("Hyodo Shinji"), or by their own signs behind them; data/names.toml has the lists.
    """
    if (turned := INITIALS_BEHIND.fullmatch(printed)) and turned["given"] != "X":  # Scott JC; not Malcolm X
        return _behind_family(turned["family"], turned["given"])
    if (spelt := WITH_ORIGINAL.fullmatch(printed)) is not None:
        usual = is_given(spelt["family"])  # Thomas Mullaney 墨磊宁
        return to_name(printed[: spelt.end("given")]) if usual else Name(family=spelt["family"], given=spelt["given"])
    words = without_ranks(printed.split(" "))
    if words[1:2] == ["of"]:  # Earl of Avon
        return Name(particle=" ".join(words[:2]), family=" ".join(words[2:]))
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
    if len(words) == 3 and (_is_in_order(words, "family", KOREAN) or _is_in_order(words, "southern", SOUTHERN)):
        return Name(family=words[0], given=" ".join(words[1:]))  # Park Cheol Hee, Chew Hui Min
    if (given := _before_two_families(words)) is not None:
        return Name(given=" ".join(words[:given]), family=" ".join(words[given:]), suffix=suffix)
    is_two = len(words) > 1 and words[-2].casefold() in load_names("before_family" if len(words) > 2 else "irish")  # not "Mac Miller"
    before = len(words) - 2 if is_two else len(words) - 1
    first = next((i for i, word in enumerate(words[1:-1], 1) if word.casefold() in PARTICLE_WORDS), before)
    last = next((i for i, word in enumerate(words[first:-1], first) if word.casefold() not in PARTICLE_WORDS), len(words) - 1)
    return Name(given=" ".join(words[:first]), particle=" ".join(words[first:last]), family=" ".join(words[last:]), suffix=suffix)


def _is_in_order(words: list[str], table: str, syllable: regex.Pattern[str]) -> bool:
    """True for one of the family names of a table before two syllables of a given name, of which the last is no such family name."""
    families = load_names(table)
    is_given_name = all(syllable.fullmatch(word) and not is_given(word) for word in words[1:])
    return is_given_name and fold_name(words[0]) in families and fold_name(words[2]) not in families


def _behind_family(family: str, behind: str) -> Name:
    """Return the name of "Scott JC", "Clausewitz C von", "van den Berg E"."""
    given, _, particle = behind.partition(" ")
    words = family.split(" ")
    first = next((i for i, word in enumerate(words) if word.casefold() not in PARTICLE_WORDS), 0)
    return Name(family=" ".join(words[first:]), given=given, particle=particle or " ".join(words[:first]))


def _before_two_families(words: list[str]) -> int | None:
    """Return how many given names stand before two Spanish family names, None where there is but one family name.

    "Gabriel García Márquez" gives 1, "María Inmaculada Rodríguez Floris" 2, "Antonio Martínez de Salazar" 1.
    """
    if len(words) == 3:
        return 1 if _has_two_families(*words[:2]) else None
    if len(words) < 4 or not (is_given(words[0]) or fold_name(words[0]) in load_names("iberian") or SPANISH.fullmatch(words[0])):
        return None
    particle = next((i for i, word in enumerate(words) if word.casefold() in PARTICLE_WORDS), None)
    if particle is not None:
        return particle - 1 if particle > 1 and PATRONYMIC.fullmatch(words[particle - 1]) else None
    is_spanish = any(SPANISH.fullmatch(word) for word in words)
    return 2 if len(words) == 4 and is_spanish and not is_given(words[2]) else None


def _has_two_families(given: str, middle: str) -> bool:
    """True where a given name of a country of two family names stands before what is neither a second one nor a particle."""
    if fold_name(given) not in load_names("iberian") or fold_name(middle) in load_names("iberian") or is_given(middle):
        return False
    return middle.casefold() not in PARTICLE_WORDS and len(middle) > 2  # an initial is no family name


def _is_family_first(first: str, second: str) -> bool:
    if first.endswith(".") or len(first) == 1:
        return False  # "E. Höfer", "E Weber": E is a Chinese family name too
    families, givens = load_names("family"), load_names("given")
    a, b = fold_name(first), fold_name(second)
    if HYPHENATED.fullmatch(second):  # Chi-yuk, Jong-un
        return "-" not in first and a not in givens
    if "-" in second and a in families and all(KOREAN.fullmatch(part) for part in second.split("-")):  # Choe Sang-Hun
        return True
    if first.isupper() and first.isalpha() and len(first) > 2 and not second.isupper() and not CONSONANTS.fullmatch(first):
        return len(first) > 3 or is_given(second)  # "ARENDT Hannah"; not "TRS Allan", "HLA Hart"
    if b in load_names("frequent") and a not in load_names("frequent"):
        return False  # "Jian Tang", "Ping Li": of two Chinese family names the frequent one
    return a not in givens and (b in givens or (a in families and bool(PINYIN.fullmatch(b))))
