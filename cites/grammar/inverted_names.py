"""Names printed family first, as in bibliographies: "Baev, Pavel K., and Stein Toenesson"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import AND, compile_words, one_of
from cites.grammar.names import CONNECTOR, ET_AL, INITIAL, LAST, ONE, PARTICLE, PERSON, ROLE, SUFFIX, WORD, People
from cites.grammar.person import HYPHENATED, PARTICLE_WORDS, PARTICLES, is_east_asian, is_first_name, is_given, to_name
from cites.model import Name

WITHIN = r"(?:(?:de\ (?:la\ |las\ |los\ )?|del\ |d[ao]s?\ |y\ )(?=\p{Lu}\p{Ll}))"  # Roldán de Montaud, I. · Ortega y Gasset, José
FAMILY = rf"(?:{PARTICLE}){{0,3}}{WORD}(?:[ ]{WITHIN}?{WORD}){{0,2}}"
GIVEN = (  # "A" (before "A. Dennett"), "J. M.", "J. Michael" (not "F. S. Stratospheric sink"), "Pavel K."
    rf"(?:\p{{Lu}}(?=,\ {INITIAL}\ ?{LAST})"
    rf"|{INITIAL}\ {LAST}(?=[,;.:]|\ (?:{AND}|/)\ (?!{WORD}(?:[.:?!]|\ \p{{Ll}}))|\ ?\()|{INITIAL}(?:[ ]?{INITIAL}){{0,3}}|{WORD}"
    rf"(?:[ ](?:[Ii]bn|[Bb]int?)[ ]{LAST})?(?:[ ]\p{{Lu}}(?=,\ {PERSON}|$))?"  # Ṣāliḥ Ibn Muḥammad · Edward A, Bernard Lau
    rf"(?:[ ]{LAST}(?=[,;.:/]|\ (?:{AND}|/)\ |\ ?\(|\ {INITIAL}))?(?:[ ]{INITIAL}){{0,2}})(?:\ (?![ye]\ )(?:{PARTICLES})(?!\p{{L}}))?"
)
INVERTED_ONE = rf"(?P<family>{FAMILY}),\ (?P<given>{GIVEN})(?P<suffix>{SUFFIX})?"
INVERTED = regex.compile(INVERTED_ONE)
INITIALED_LAST = regex.compile(
    rf"(?P<family>{FAMILY}),\ (?P<given>{INITIAL}(?:[ ]?{INITIAL}){{0,3}})(?=\ \p{{Lu}}\p{{Ll}}+(?:,\ \p{{Ll}}|\ \p{{Ll}}))"
)
VANCOUVER = regex.compile(  # Lim LI · Damsteeg J-W
    rf"(?!\p{{Cyrillic}})(?P<family>{FAMILY})\ (?P<given>\p{{Lu}}{{1,4}}(?:-\p{{Lu}})?"
    rf"(?=[,;:]|\ et\ al|\ \(|$|\.\ \p{{Lu}}?\p{{Ll}}{{2}}|\.$|\ (?:1[5-9]|20)\d\d[a-h]?[.,:]|\ (?:and|&)\ {FAMILY}\ \p{{Lu}}{{1,3}}\ \d))"
)
DOTTED = regex.compile(rf"(?P<family>{FAMILY})\ (?P<given>(?:\p{{Lu}}\.[\ -]?){{1,3}}(?<=\.))")  # Романов Б. А. · Varela F.-J.
DASH = (  # EVANS, G. - MENON, A. (eds.)
    rf"\ -\ (?={LAST},\ (?:\p{{Lu}}\.|{LAST})(?:[\ -](?:\p{{Lu}}\.|{LAST}))*(?:[.,:]\ |(?<=\.)\ |\ -\ |\ \())"
)
BETWEEN = regex.compile(rf"(?:\ ?;\ |,?\ {CONNECTOR}\ |,\ (?:\.{{3}}|…)\ |,\ |\ ?/\ ?|{DASH})(?:{CONNECTOR}\ )?")
MORE_AND_LAST = regex.compile(rf"(?:,\ {PERSON})*,?\ {CONNECTOR}\ {PERSON}")
ORDERED_TO_YEAR = regex.compile(  # Cusimano, Michael, Yiorgos Mylonakis, Richard Rosenblum. 1991.
    rf"(?P<names>{PERSON}(?:,\ {PERSON})*)\.?\ (?:1[5-9]|20)\d\d[a-h]?\."
)
INITIALS_ONLY = regex.compile(rf"{INITIAL}(?:[ ]?{INITIAL})*|\p{{Lu}}(?!\p{{L}})")
FOLLOWED = regex.compile(rf",\ |,?\ {CONNECTOR}\ ")
PARTICLES_BEHIND = regex.compile(rf"(?:\ (?:{PARTICLES}))+$")
LONE_ET_AL = regex.compile(ET_AL)
LONE_ROLE = regex.compile(ROLE)
TRANSLATOR = compile_words(rf",\s(?:{one_of('translators.after')})(?=[,:.\s]|$)")  # Moulton, W. F., and Henry Scrivener, trans.
LAST_BEFORE = regex.compile(rf"{ROLE}|[.,]?\ \((?:1[5-9]|20)\d\d[a-h]?\)")
MAKER = regex.compile(  # Forman, M. (Director) · Adeyemi, Tola, director
    r",?\s\(?(?i:(?:executive\s)?(?:director|producer|host|writer|narrator|performer|presenter|composer|translator)s?)\)?(?=[.,:]|\s\(|$)"
)


def read_inverted(folded: str, text: str, at: int, end: int) -> People | None:
    """Return names printed family first: "Baev, Pavel K., and Stein Toenesson" and "Smith, J., & Lee, K. (2010)"."""
    names: list[Name] = []
    style: regex.Pattern[str] | None = None
    marked = False
    stop = at
    while stop < end:
        between = BETWEEN.match(folded, stop, end) if names else None
        if names and between is None:
            break
        if between and marked and between[0] == ", ":
            break  # "Kern, Jana / Held, Otto, Der Hafen": a slash parts the names, and a comma what follows
        marked |= between is not None and "/" in between[0]
        begin = between.end() if between else stop
        style, match = _in_style(folded, begin, end, style)
        by_initials = bool(names) and style is INVERTED and all(INITIALS_ONLY.fullmatch(name.given) for name in names)
        is_pair = match is not None and INITIALS_ONLY.match(match["given"])
        if by_initials and len(names) > 1 and between and between[0] == ", " and not (is_pair or folded[begin + 1 : begin + 2] == "."):
            break  # "Swaraj, A., Kuman, S., Trust But Verify, Berlin: Springer, 2026"
        if by_initials and match:
            match = INITIALED_LAST.match(folded, begin, end) or match  # "…; and Kilbride, M. Structure, custom and Weberian ties"
        if names and style is INVERTED and _is_ordered(folded, begin, end):
            match = ONE.match(folded, begin, end)
        elif names and (match is None or (style is INVERTED and _is_open(match, folded[stop:begin], names[0]))):
            match = _next(folded, (stop, begin, end), match)
        if match is None:
            break
        names.append(_name(text, match, names))
        stop = match.end()
    if not names:
        return None
    others = LONE_ET_AL.match(folded, stop, end)
    stop = others.end() if others else stop
    role = LONE_ROLE.match(folded, stop, end)
    if role is None and (translated := TRANSLATOR.match(folded, stop, end)):
        return People(tuple(map(_with_particle, names)), translated.end(), "translator")
    if role is None and (maker := MAKER.match(folded, stop, end)):
        stop = maker.end()
    return People(tuple(map(_with_particle, names)), role.end() if role else stop, "editor" if role else "author")


def _in_style(
    folded: str, at: int, end: int, style: regex.Pattern[str] | None
) -> tuple[regex.Pattern[str] | None, regex.Match[str] | None]:
    """Return the name at `at` and its pattern, which is that of the names before it."""
    for pattern in (VANCOUVER, INVERTED, DOTTED) if style is None else (style,):
        if match := pattern.match(folded, at, end):
            return pattern, match
    return style, None


def _is_open(pair: regex.Match[str], between: str, first: Name) -> bool:
    """True where a later pair may be a name in its usual order, or a title: "Smith, John, Mary Jones, …"."""
    family, given = pair["family"].split(" "), pair["given"].split(" ")
    are_two = len(given) > 1 and given[-1].isalpha() and not is_first_name(given[-1])  # Obeid Younesi, Kevin Brancato
    usual = len(family) > 1 and (is_given(family[0]) or (are_two and family[0] not in PARTICLE_WORDS))  # Liu, Lu, Yang Wang, R. Sinatra
    by_initials = bool(INITIALS_ONLY.match(pair["given"])) or first.given.endswith(".")  # not "Berg, Ada H. and Mark Thomas, Making It"
    return not ((by_initials and not usual) or {";", "/"} & set(between) or between == " - ")


def _is_ordered(folded: str, begin: int, end: int) -> bool:
    """True where nothing but names in their usual order stands before the year."""
    rest = ORDERED_TO_YEAR.match(folded, begin, end)
    return rest is not None and all(" " in name for name in rest["names"].split(", "))


def _next(folded: str, place: tuple[int, int, int], pair: regex.Match[str] | None) -> regex.Match[str] | None:
    """Return the next name, in its usual order, or as a pair: "Smith, Mary and Lee, John", "Glinski, Katrin, Dörr, Marian, Zwischen …"."""
    stop, begin, end = place
    straight = ONE.match(folded, begin, end)
    connected = bool(folded[stop:begin].strip(" ,.…"))  # by a word, or a slash: "Evans, Geoffrey/Anand Menon (Hrsg.)"
    if pair is None:  # "Baev, Pavel K., and Stein Toenesson": the later names in their usual order
        ends = straight and straight.end() >= end and is_given(straight[0].split(" ")[0])  # Cate, Fred H., Beth E. Cate, “…
        return straight if straight and (connected or ends or FOLLOWED.match(folded, straight.end(), end)) else None
    if straight:
        return straight if connected or MORE_AND_LAST.match(folded, straight.end(), end) else None
    goes_on = pair.end() >= end or FOLLOWED.match(folded, pair.end(), end)
    if not (connected or (goes_on and not is_given(pair["family"]))):
        return None
    is_last = connected and (pair.end() >= end or LAST_BEFORE.match(folded, pair.end(), end))  # "Blanco, Juan y Skocpol, Theda (eds.)"
    return pair if is_last or is_first_name(pair["given"].split(" ")[0], pair["family"]) else None


def _name(text: str, match: regex.Match[str], before: list[Name]) -> Name:
    parts = match.groupdict()
    if "family" not in parts:
        return _in_order(text[match.start() : match.end()], before[0])
    return Name(
        family=text[match.start("family") : match.end("family")],
        given=text[match.start("given") : match.end("given")],
        suffix=(parts.get("suffix") or "").strip(" ,"),
    )


def _in_order(printed: str, first: Name) -> Name:
    """Return a later name of "Liu, Liyuan, Meng Han, and Yan Wang": where a Chinese name was turned, the others were not."""
    name = to_name(printed)
    words = printed.split(" ")
    turned = is_east_asian(first.family) and not HYPHENATED.fullmatch(words[-1])
    return Name(family=words[1], given=words[0]) if turned and len(words) == 2 and name.family == words[0] else name


def _with_particle(name: Name) -> Name:
    words = name.family.split(" ")
    first = next((i for i, word in enumerate(words) if word not in PARTICLE_WORDS), 0)
    particle, given = " ".join(words[:first]) or name.particle, name.given
    if not particle and (last := PARTICLES_BEHIND.search(given)) and (last[0] != " de" or given[: last.start()].endswith(".")):
        # "Daele, R. van" is van Daele, "Potter, F. de" is De Potter, but "La Pérault, Jean-François de" is La Pérault
        particle, given = last[0].strip(), given[: last.start()]
    return Name(family=" ".join(words[first:]), particle=particle, given=given, suffix=name.suffix)
