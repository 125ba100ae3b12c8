"""Whether names with one date are several sources, or one with its author, publisher or place.

"Izvestiya, Interfax" are two; "Far Eastern Affairs, Russian Academy of Sciences, No. 1" is one with its publisher;
"Pavel Felgenhauer, Novaya Gazeta" one with its author; "The Star, Toronto" one with a place.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Item
from cites.forms.press.source_names import LIKELY, STRONG, WEAK
from cites.grammar.genres import is_report
from cites.grammar.names import read_people
from cites.grammar.person import is_given
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import evidence, is_body, is_station
from cites.grammar.urls import is_site
from cites.knowledge import BODIES, ISSUERS, load
from cites.model import Name

SAID = frozenset(load()["source_genres"])
COUPLE = regex.compile(r"(\p{Lu}[\p{L}'’-]+) (?:&|and) (\p{Lu}[\p{L}'’-]+)")  # Safdar & Palazzolo
QUOTES = frozenset("“”„\"«»「")
MARKS = "".join(QUOTES) + " ,*_"  # around a title
OF_STATE = regex.compile(r"[.](?:gov|gob|gouv|mil)(?:[.]\p{Ll}\p{Ll})?$")  # customs.gov.az
CYRILLIC = regex.compile(r"\p{Cyrillic}")
SHORT = 2  # spaces; "Energy Poverty on the Two Banks" is a title
Sources = tuple[list[Printed], list[Item]]  # the sources, and what else the names say: an author, a publisher, a place
NONE: Sources = ([], [])


def separate(context: Context, names: list[Printed], dated: str, *, serial: bool) -> Sources:
    """Tell several sources from one source with its author, publisher or place; serial: a volume or a number stands before the date."""
    names, owners = _with_their_sites(context, names)
    sources, extra = _separate(context, names, dated, serial=serial)
    return sources, [*owners, *extra]


def _with_their_sites(context: Context, names: list[Printed]) -> Sources:
    """Make one of a source and its site, and of a body that is not known and the site that it publishes: "Pentagon, defense.gov"."""
    joined: list[Printed] = []
    owners: list[Item] = []
    for name in names:
        before = joined[-1] if joined and context.folded.startswith(", ", joined[-1].end) else None
        outlet = context.outlet(name.value) if before else None
        site = outlet if is_site(name.value) else None
        if before and site and site == context.outlet(before.value):
            joined[-1] = before._replace(end=name.end)
            continue
        is_record = before and outlet and outlet.kind == "gazette" and is_body(before.value)  # National Assembly, Hansard
        is_of_state = before and outlet is None and OF_STATE.search(name.value) and is_body(before.value)
        is_own = is_of_state or (site and site.kind in BODIES)
        if before and (is_record or (is_own and _may_own(context, joined))):
            owners.append(Item("publisher", before.value, before.start, before.end))
            joined.pop()
        joined.append(name)
    return joined, owners


def _may_own(context: Context, names: list[Printed]) -> bool:
    """True where the last name is no known source, no person and no title: "Ministry of Defense", "TASS, Pentagon"."""
    *others, last = names
    if context.outlet(last.value) or is_site(last.value) or not (is_body(last.value) or last.value.count(" ") < SHORT):
        return False
    return not _author(context, last) and all(context.evidence(other.value) > WEAK for other in others)


def _separate(context: Context, names: list[Printed], dated: str, *, serial: bool) -> Sources:
    if len(names) == 1:
        return (names if context.evidence(names[0].value) > 0 and not _is_somebody(context, names[0]) else []), []
    if serial:
        return _of_serial(context, names)
    if _is_work_of_body(context, names, dated) or _has_title(context, names):
        return NONE
    whole = context.text[names[0].start : names[-1].end]
    is_two = is_station(names[-1].value, None) and not is_station(names[0].value, context.outlet(names[0].value))  # Interfax, Russian TV
    if context.outlet(whole) and not (is_two or is_place(names[-1].value) or _is_platform(context, names[-1:])):
        return [Printed("source", whole, names[0].start, names[-1].end)], []
    return _one_by_one(context, names, dated)


def _of_serial(context: Context, names: list[Printed]) -> Sources:
    """Read "Far Eastern Affairs, Russian Academy of Sciences"; "Steven Kotkin, Stalin, vol. 2" is a person and a work."""
    first, last = names[0], names[-1]
    if first.value[0] in QUOTES:  # “The Canal Is Ours,” Al-Ahram Weekly, no. 805
        return NONE
    if context.kind != "inline" and context.evidence(first.value) <= WEAK and _author(context, first):
        return NONE
    is_owned = context.evidence(last.value) >= LIKELY and not (is_body(last.value) or is_place(last.value))
    if is_owned and (issues(context, first) or context.evidence(first.value) < LIKELY):  # Stimson Center, Arms Control Review, no. 3
        return [last], [Item("publisher", name.value, name.start, name.end) for name in names[:-1]]
    return names[:1], [Item("publisher", name.value, name.start, name.end) for name in names[1:]]


def _is_work_of_body(context: Context, names: list[Printed], dated: str) -> bool:
    """True for a body and its work: "World Bank, Myanmar Economic Monitor, July 2021", "OPEC, Monthly Oil Market Report, 14 February"."""
    has_unknown = any(context.evidence(name.value) < 1.0 for name in names[1:])
    last = names[-1].value
    is_said = last.partition(" ")[0].casefold() in SAID and " " in last  # OSCE, Statement of Preliminary Findings, 6 November
    is_set = context.italics_end(names[1].start) >= names[-1].end  # Conab, *Acompanhamento da Safra: Café*, September 19
    is_work = "-" not in dated[5:] or context.kind == "note" or is_report(last) or is_said or is_set
    may_issue = is_report(last) or (context.kind == "note" and is_body(names[0].value))  # Dam Removal Europe, Progress Report 2022
    is_whose = issues(context, names[0]) or (may_issue and not context.outlet(names[0].value))
    return has_unknown and bool(is_work) and is_whose


def _has_title(context: Context, names: list[Printed]) -> bool:
    """True for somebody, a title in quotation marks and where it stands: "Franziska Biber, „Bodenschätze und Rechtsstaat“, Die Zeit"."""
    *before, last = [name.value for name in names]
    if last.isupper() and " " in last and before[1:]:  # a title with a comma: "Gates Open, Many Leave, ARAB NEWS (Feb. 18, 2015)"
        return not any(name.isupper() or context.evidence(name) > WEAK for name in before)
    if len(names) < 3 or names[1].value[0] not in QUOTES or names[0].value[0] in QUOTES:
        return False
    return " " in names[1].value and all(context.evidence(name.value) <= WEAK for name in names[:2])


def _one_by_one(context: Context, names: list[Printed], dated: str) -> Sources:
    sources: list[Printed] = []
    extra: list[Item] = []
    for index, name in enumerate(names):
        worth = context.evidence(name.value)
        if sources and is_place(name.value) and not context.press(name.value) and ";" not in context.folded[sources[-1].end : name.start]:
            extra.append(Item("publisher_place", name.value, name.start, name.end))
            sources[-1] = sources[-1]._replace(end=name.end)
        elif sources and (worth or _is_set_off(context, sources[-1], name)) and (shown := _shown(context, sources[-1], name)):
            sources[-1] = shown[0]
            extra += shown[1]
        elif index == 0 and (worth <= WEAK or _is_account(context, names)) and (people := _author_before(context, names)):
            extra.extend(Item("author", person, name.start, name.end) for person in people)
        elif context.kind == "inline" and 0 < worth <= WEAK and sources and (people := _writers(context, sources[-1], name)):
            extra.extend(Item("author", person, name.start, name.end) for person in people)
            sources[-1] = sources[-1]._replace(end=name.end)
        elif context.kind != "inline" and worth <= WEAK:
            is_long = "-" in dated and name.value.count(" ") > SHORT  # Reuters, Gunmen Free Somali Judge, 5 September 2021
            if not sources or context.evidence(sources[-1].value) < STRONG or (is_long and context.press(sources[-1].value)):
                return NONE  # in a note an author and a title: "Helen Marsh, The Magnate's Lawyers, Guardian (Apr. 9, 2022)"
            first = sources.pop()  # "Foreign Broadcast Information Service, Central Eurasia"
            sources.append(Printed("source", context.text[first.start : name.end], first.start, name.end))
        elif worth == 0 or (len(names) > 1 and _is_somebody(context, name)):
            return NONE
        else:
            sources.append(name)
    return sources, extra


def _shown(context: Context, source: Printed, name: Printed) -> tuple[Printed, list[Item]] | None:
    """Return a source and what of it stands beside it: "BBC Radio 4, Today", "Tagesschau, ARD", "Unitel, «Telepaís»"; None for two."""
    is_vague = context.evidence(source.value) <= WEAK or (source.start, source.end) in context.italics  # *Vremya*, Channel One
    is_unknown = is_vague and not (context.outlet(source.value) or source.value.isupper())
    is_led = is_unknown and _is_programme(context, name, source)
    is_programme = is_led or _is_programme(context, source, name)  # Hannity, Fox News
    is_quoted = name.value[0] in QUOTES and source.value[0] not in QUOTES and context.folded.startswith(", ", source.end)
    if not is_programme and (not is_quoted or context.outlet(name.value) or CYRILLIC.search(name.value)):
        return None  # ТАСС, «Сельская новь»
    is_before = is_led or (is_programme and name.value.split()[0].isupper() > source.value.split()[0].isupper())
    station, title = (name, source) if is_before else (source, name)
    on_air = [Item("type", "broadcast", name.start, name.start)] if is_programme else []
    return station._replace(end=name.end), [*on_air, Item("title", title.value.strip(MARKS), title.start, title.end)]


def _is_programme(context: Context, station: Printed, name: Printed) -> bool:
    """True for what a station puts on the air: "BBC Radio 4, Today", "NBC, Meet the Press"; not for "Imedi, Rustavi 2", which are two."""
    known, outlet = context.outlet(station.value), context.outlet(name.value)
    if not (is_station(station.value, known) and context.folded.startswith(", ", min(station.end, name.end))):
        return False
    if outlet:
        return outlet == known
    return _is_set_off(context, station, name) or context.evidence(name.value) < LIKELY


def _is_set_off(context: Context, source: Printed, name: Printed) -> bool:
    """True for what italics set off from the source before it: "RTVS, *Správy RTVS*"."""
    return (name.start, name.end) in context.italics and (source.start, source.end) not in context.italics


def _author_before(context: Context, names: list[Printed]) -> tuple[Name, ...]:
    """Return who wrote for the source that follows: "Pavel Felgenhauer, Novaya Gazeta"."""
    posted = _is_platform(context, names[1:2])
    is_body = posted and evidence(names[0].value, context.outlets) > WEAK  # Sudan War Monitor, Substack; a link makes no body
    people = _author(context, names[0], known=not posted) if not (is_body or (posted and is_group(names[0].value))) else ()
    if posted and not people:  # MiAMBIENTE, Instagram, 29 January 2023
        people = (Name(literal=names[0].value),)
    if people and context.kind == "inline" and len(names) == 2 and not (posted or _author(context, names[1])):
        return people if context.evidence(names[1].value) >= WEAK else ()  # Izabella Kalinska, The Blind Corner
    return people if people and all(context.evidence(name.value) > WEAK for name in names[1:2]) else ()


def _writers(context: Context, source: Printed, name: Printed) -> tuple[Name, ...]:
    """Return who wrote for the known source before them: "WSJ, Safdar & Palazzolo", "Reuters, Anna Berg"."""
    if context.evidence(source.value) < 1.0 or not context.folded.startswith(", ", source.end):
        return ()
    couple = COUPLE.fullmatch(name.value)
    return (Name(family=couple[1]), Name(family=couple[2])) if couple else _author(context, name)


def is_group(name: str) -> bool:
    """True for who writes and is no person: "EPP Group", "Ukrainian SOF", "Grupa Granica", "Polícia SR"."""
    first, *others = [word if word.isupper() and word[-1] != "." else "" for word in name.split()]
    has_initials = len(first) > len("Jo") or any(len(word) > 1 for word in others)
    return is_body(name) or (not name.isupper() and has_initials)


def _is_somebody(context: Context, name: Printed) -> bool:
    """True in running text for a person with a day, which is of a birth or a deed: "(Josef Walcher, 28 January 1978)"."""
    is_unknown = context.kind == "inline" and context.evidence(name.value) <= WEAK
    return is_unknown and not is_place(name.value.split()[0]) and bool(_author(context, name))


def _is_platform(context: Context, names: list[Printed]) -> bool:
    """True where people post, so that who stands before it is one: "Ibrahim Traoré, Twitter, 3 March"."""
    outlet = context.outlet(names[0].value) if names else None
    return outlet is not None and outlet.kind == "social"


def _is_account(context: Context, names: list[Printed]) -> bool:
    """True for a source that posts, "Rybar, Telegram, 2 February", and for an unknown link: "[Katy Balls](https://…), The Spectator"."""
    is_link = names[0].value in context.linked and context.outlet(names[0].value) is None
    return is_link or (len(names) == 2 and _is_platform(context, names[1:]) and not _is_platform(context, names))


def _author(context: Context, name: Printed, *, known: bool = True) -> tuple[Name, ...]:
    """Return who is named; known: only with a given name that others have too."""
    if name.value in context.known.people:  # Svampa, Infobae, 2 June
        return (context.known.people[name.value],)
    if " " not in name.value or is_site(name.value) or (known and not is_given(name.value.split()[0])):
        return ()
    people = read_people(context.folded, context.text, name.start, name.start + len(name.value), whole=True)  # Hu Xijin [胡锡进]
    return people.names if people else ()


def issues(context: Context, name: Printed) -> bool:
    """True for a known body that gives out what is its own."""
    outlet = context.outlet(name.value)
    return outlet is not None and outlet.kind in ISSUERS
