"""One name for each source: "KyodoNews" and "Kyodo World Service" are Kyodo News; the publisher of a book is its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from cites import lazy_regex as regex
from cites.grammar.courts import court_of_number, name_code, name_court
from cites.grammar.genres import is_report
from cites.grammar.journals import spell_out, spell_out_body
from cites.grammar.kinds import PAPERS, SERIES
from cites.grammar.sources import body_of, lookup
from cites.grammar.urls import is_site
from cites.knowledge import fold_name, load_editions
from cites.model import Inferred, Outlet, Reference
from cites.outlets import Outlets
from cites.resolve.order import is_english

BY_PUBLISHER = frozenset({"book", "chapter", "report", "thesis", "speech", "paper-conference", "document"})
PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "post-weblog"})
PRESS_TYPES = frozenset({"article-newspaper", "article-magazine", "webpage", "post-weblog", "broadcast"})
LEGAL = frozenset({"legal_case", "treaty", "legislation"})
ACRONYM = regex.compile(r"(?<=\s\S+)\s\(\p{Lu}[\p{Lu}\d&.-]{1,9}\)$")  # Afghanistan NGO Safety Office (ANSO)
OF_UNION = regex.compile(r"\b(?:Directive|Regulation|Decision)\s(?:\((?:EU|EC|EEC)[^()]*\)|\d+/\d+/(?:EU|EC|EEC)\b)")  # Decision 9/92/EU
UNIVERSITY = regex.compile(r"^U of (.+) P$")  # as the MLA prints it
YEARS_BEHIND = regex.compile(r"^(?P<name>.+?)(?P<years>,?\s\(?(?:1[89]|20)\d\d(?:\s?[-–]\s?\d{2,4})?\)?)?$")  # FRUS, 1952–1954
NEAR = 0.87  # similarity of two folded names from which one may be a misprint of the other
SHORTEST = 6  # letters; shorter names are too often alike by chance
INITIALS = regex.compile(r"\p{Lu}[\p{Lu}\d]{1,7}")
EXPLAINED = regex.compile(r"(?<=\s)\((?:hereafter\s|the\s)?(?P<initials>\p{Lu}[\p{Lu}\d]{1,7})\)")
NAME = regex.compile(r"[\p{L}'’&,. -]{6,}$")
LONGEST = 120  # code points of a name
WORDS = regex.compile(r"[\p{L}'’-]+")


def name_source(reference: Reference, outlets: Outlets, short_names: Mapping[str, str]) -> Reference:
    """Return the reference with its `source`: the canonical name of the outlet or issuing body, as printed where nobody knows it."""
    if edition := _edition(reference):
        return reference.revised(source=edition)
    printed = _printed(reference)
    printed = short_names.get(printed, printed)
    if printed == reference.publisher:
        printed = _press(printed)
    if not printed and reference.type == "dataset" and (body := body_of(reference.title, outlets)):
        return reference.revised(source=body.name)
    if not printed:
        outlet = outlets.at(reference.url) if reference.url else None
        if outlet is None:
            return reference
        ground = Inferred("source", f"the address is one of {outlet.name}", 0.8)
        return reference.revised(source=outlet.name, inferred=(*reference.inferred, ground))
    place = reference.publisher_place if printed == reference.container_title else ""
    there = (outlets.find(f"{printed} ({place})") or outlets.in_town(printed, place)) if place else None
    outlet = there or _at_address(printed, reference, outlets) or lookup(printed, outlets) or _whole_of(printed, reference, outlets)
    spelt = "" if outlet else _spelt(printed, reference)
    outlet = lookup(spelt, outlets) if spelt else outlet
    if outlet and outlet.kind == "social" and "/" in printed:
        # The account is the source, not the platform: "T.me/rybar/345" gives "t.me/rybar".
        return reference.revised(source="/".join(printed.casefold().split("//")[-1].split("/")[:2]))
    if outlet:
        return reference.revised(source=outlet.name)
    near = near_miss(printed, outlets) if reference.url else None
    if near and outlets.at(reference.url) is near:
        ground = Inferred("source", f"{printed!r} is nearly {near.name!r}, and the address is one of it", 0.9)
        return reference.revised(source=near.name, inferred=(*reference.inferred, ground))
    if printed.startswith("www.") and is_site(printed):
        printed = printed.removeprefix("www.")  # www.infox.ru
    if spelt:
        return reference.revised(source=spelt)
    printed = ACRONYM.sub("", printed)
    keeps_article = reference.type in PRESS_TYPES or reference.archive
    return reference.revised(source=printed if keeps_article else printed.removeprefix("The "))


def _at_address(printed: str, reference: Reference, outlets: Outlets) -> Outlet | None:
    """Return the outlet of the address whose name ends as the printed one does: "Nation" at nation.africa is the Daily Nation."""
    there = outlets.at(reference.url) if reference.url and printed == reference.container_title else None
    letters = fold_name(printed)
    names = (there.name, *there.aliases) if there and letters else ()
    return there if any(fold_name(name.partition(" (")[0]).endswith(letters) for name in names) else None


def _edition(reference: Reference) -> str:
    """Return the edition of documents that one stands in, whoever printed it; "" where it stands in none: "FRUS, 1948" of any volume."""
    whole = YEARS_BEHIND.search(reference.container_title or reference.title)
    is_part = bool(reference.container_title or reference.type == "book")
    return load_editions().get(whole["name"], "") if whole and is_part and (whole["years"] or reference.volume) else ""


def _whole_of(printed: str, reference: Reference, outlets: Outlets) -> Outlet | None:
    """Return the body that a name begins with which is that of a part of it or of its reports: "U.S. Congress, House"."""
    whole, comma, _ = printed.partition(", ")
    if comma and any(name.literal == printed for name in reference.author):
        return lookup(whole, outlets)
    if not (is_report(printed) or SERIES.search(printed)):
        return None
    return body_of(printed, outlets) or (lookup(reference.publisher, outlets) if reference.publisher else None)  # SIPRI Fact Sheet


def _spelt(printed: str, reference: Reference) -> str:
    """Return a name without its abbreviations, "" where it has none: "Int'l Herald Trib." gives "International Herald Tribune"."""
    if reference.type == "legislation":
        return ""
    contained = reference.type in PERIODICALS or printed == reference.container_title
    return spell_out(printed) if contained else spell_out_body(printed)


def _press(printed: str) -> str:
    """Return a publisher in full and alone: "Manchester UP", "U of Iowa P", "Routledge for the Royal Institute"."""
    full = UNIVERSITY.sub(r"University of \1 Press", printed.partition(" for the ")[0])
    return full[:-2] + "University Press" if full.endswith(" UP") else full


def _printed(reference: Reference) -> str:
    body = next((name.literal for name in reference.author if name.literal), "")
    if body and not reference.publisher and PAPERS.search(reference.container_title):
        return body  # World Bank, *Institutions in Action*, GovTech Brief
    if reference.type in BY_PUBLISHER:
        return reference.publisher or reference.container_title or reference.archive or body or reference.authority
    if reference.type in LEGAL:
        printed = (reference.authority, reference.volume and f"vol. {reference.container_title}", reference.container_title, body)
        known = next((name for one in printed if one and (name := name_court(one))), "")
        is_of_another = reference.authority and (reference.number[1:2] == "-" or reference.number[:1].isdigit())  # T-622/16 of Colombia
        by_number = reference.type == "legal_case" and not is_of_another
        known = known or (court_of_number(reference.number, reference.title) if by_number else "")
        code = name_code(reference.container_title) if reference.type == "legislation" else ""
        return known or reference.authority or body or code or ("European Union" if OF_UNION.search(reference.title) else "")
    if reference.type in ("interview", "personal_communication"):
        return (reference.container_title if reference.type == "interview" else "") or reference.archive
    return reference.container_title or reference.publisher or body or (reference.authority if reference.type != "bill" else "")


def near_miss(printed: str, outlets: Outlets) -> Outlet | None:
    """Return the outlet whose name is nearly the printed one: "The Asan Shimbun" gives The Asahi Shimbun; None where none or two are.

    An account is no name that was misspelt: "t.me/rt_russian".
    """
    return _near_miss(printed, outlets) if len(printed) >= SHORTEST and "/" not in printed else None


def near_name(printed: str, outlet: Outlet) -> str:
    """Return the name of an outlet that a printed one is nearly: "Belaruski Hajun" gives "Belarusian Hajun", an alias of Motolko Help."""
    matcher = SequenceMatcher(None, b=fold_name(printed), autojunk=False)

    def likeness(name: str) -> float:
        matcher.set_seq1(fold_name(name))
        return matcher.ratio()

    return max((outlet.name, *outlet.aliases), key=likeness)


@lru_cache(maxsize=16384)
def _near_miss(printed: str, outlets: Outlets) -> Outlet | None:
    folded = fold_name(printed)
    if len(folded) < SHORTEST or folded in outlets.by_name:
        return None
    found, letters = set(), {*folded}
    matcher = SequenceMatcher(None, b=folded, autojunk=False)  # it keeps what it learnt of its second text
    for size in range(len(folded) - 2, len(folded) + 3):
        for name in _by_shape(outlets).get((folded[0], size), ()):
            if len(letters.symmetric_difference(name)) >= (1 - NEAR) * (len(folded) + size):
                continue  # a quick look: letters that one of them alone has have no match
            matcher.set_seq1(name)
            if matcher.quick_ratio() > NEAR and matcher.ratio() > NEAR:
                found.add(outlets.by_name[name].name)
    return outlets.canonical[found.pop()] if len(found) == 1 else None


@lru_cache(maxsize=4)
def _by_shape(outlets: Outlets) -> dict[tuple[str, int], list[str]]:
    shapes = defaultdict(list)
    for name in outlets.by_name:
        if len(name) >= SHORTEST:
            shapes[name[0], len(name)].append(name)
    return shapes


def explain(text: str, references: Iterable[Reference], outlets: Outlets) -> dict[str, str]:
    """Return what the text says of initials that are cited as a source and that nobody knows: {"IRB": "Immigration and Refugee …"}."""
    cited = {name for reference in references for name in _named(reference) if INITIALS.fullmatch(name)}
    unknown = {name for name in cited if lookup(name, outlets) is None}
    if not unknown:
        return {}
    names: dict[str, str] = {}
    english = is_english(text)
    for match in EXPLAINED.finditer(text):
        at, initials = match.start() - 1, match["initials"]
        before = NAME.search(text, max(0, at - LONGEST), at) if initials in unknown else None
        name = _explaining(before[0], initials) if before else ""
        if name and (english or lookup(name, outlets)):
            names.setdefault(initials, name)
    return names


def _named(reference: Reference) -> tuple[str, ...]:
    bodies = (author.literal for author in reference.author if author.literal)
    return (reference.container_title, reference.publisher, *bodies)


def _explaining(words: str, initials: str) -> str:
    """Return the last words with these initials: "Refugee Board of Canada" for RBC, and for RB too."""
    for first in reversed([match.start() for match in WORDS.finditer(words) if match[0][0].isupper()]):
        name = words[first:]
        capitals = "".join(word[0] for word in WORDS.findall(name) if word[0].isupper())
        before = "".join(word[0] for word in WORDS.findall(name.rpartition(" of ")[0]) if word[0].isupper())
        if initials in (capitals, before):
            return name
    return ""
