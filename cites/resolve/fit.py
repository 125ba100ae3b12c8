"""How well a work fits what a short form says of it.

Some things speak against a work whatever else fits (AGAINST). Where none does, the title counts first: TITLES has what each likeness is
worth, less OF_ANOTHER_KIND where a title in quotation marks is a book's, or one without them an article's. Then the authors count.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.called import called_by, is_among
from cites.grammar.titles import words_of
from cites.knowledge import fold_name
from cites.model import Reference
from cites.resolve.said import Said

ENOUGH = 0.75  # share of the words of a short title that stand in the full one, where works are looked for by their words
MOST = 0.66  # the same, where the author is known: “Vie de Charles Parrotel” for “Vie de Parrotel”
OF_THE_WHOLE = 0.5  # what a title is worth that is not the chapter's but that of the book it stands in
FEW = 3  # times as long is a title of which the short form has only a few words
UNTITLED = 0.5  # what a work is worth of which the short form says no title
UNTOLD = 0.5  # what a name is worth where the author is not told in its letters: of two works the one of Magee is meant by "Magee (n 5)"
OF_ANOTHER_KIND = 0.1
GIVEN = regex.compile(r"\p{L}+")  # of "Antoine-Joseph Dézallier", who may be called "Dézallier d’Argenville"
PAGES = regex.compile(r"(?P<first>\d{1,5})(?:\s?[-–]{1,2}\s?(?P<last>\d{1,5}))?")
LONGEST = 100  # pages of an article of which the first alone is given
CITED = regex.compile(r"\d{1,5}")
LATIN = regex.compile(r"\p{Latin}")
CASES = frozenset({"legal_case"})
WHOLES = frozenset({"book", "report", "legislation", "treaty"})
PARTS = frozenset(
    {"article-journal", "article-newspaper", "article-magazine", "chapter", "webpage", "post-weblog", "paper-conference", "thesis"}
)


class Fit(NamedTuple):
    """How well a work fits, compared from left to right."""

    title: float
    is_whole: bool  # the title that is said is all of the work's: “HTTP” means “HTTP”, and not “HTTP (Draft)”
    people: float  # share of the people said who are among the work's
    as_many: bool  # people as the work has
    has_volume: bool  # that is said: of two volumes of one author's work the second, for "Keynes, II, 207"
    has_page: bool  # that is said, or may have it


PERFECT = Fit(1.0, True, 1.0, True, True, True)


def families(reference: Reference) -> frozenset[str]:
    """Return the names by which a short form may call the authors: family names, bodies and their initials."""
    return frozenset(called for name in reference.author or reference.editor for called in called_by(name))


def fit(said: Said, reference: Reference) -> Fit | None:
    """Return how well a work fits a short form, None where it does not."""
    names = said.names
    matched = _matched(names, reference)
    if (names and not matched) or any(speaks(said, reference) for speaks in AGAINST):
        return None
    title = _title(said.title, reference) if said.title else UNTITLED
    if not title:
        return None
    people = reference.author or reference.editor
    kinds = WHOLES if said.is_part else PARTS if said.matched_by != "author_date" else ()  # the MLA's may have been either
    is_other = reference.type not in PARTS - {"thesis"} if said.kind == "article" else said.kind not in ("", reference.type)  # thèse citée
    return Fit(
        title - (OF_ANOTHER_KIND if (said.title and reference.type in kinds) or is_other else 0),
        bool(said.title) and said.title == words_of(reference.title),
        (len(matched) / len(names) if _tells_author(reference, names) else UNTOLD) if names else 1.0,
        not names or (_leads(said, reference) if said.others else len(names) == len(people)),
        said.report[1].casefold() == reference.volume.casefold() or not said.report[1],
        may_have(reference, said.page),
    )


def spans(reference: Reference, locator: str) -> bool:
    """True where the page that is cited is one of those on which the work stands: "Ibid., 415" after "pp. 401–26"."""
    pages, cited = PAGES.fullmatch(reference.page), CITED.match(locator)
    if pages is None or cited is None:
        return False
    first, last = pages["first"], pages["last"]
    if last is None:
        return int(first) <= int(cited[0]) <= int(first) + LONGEST
    return int(first) <= int(cited[0]) <= int(first[: max(0, len(first) - len(last))] + last)


def may_have(reference: Reference, locator: str) -> bool:
    """False where the pages on which the work stands are known, and the page that is cited is none of them."""
    pages = PAGES.fullmatch(reference.page)
    return pages is None or pages["last"] is None or CITED.match(locator) is None or spans(reference, locator)


def _leads(said: Said, reference: Reference) -> bool:
    """True where the first of several authors is the one that "Wood et al." names, and not another of them."""
    people = reference.author or reference.editor
    are_several = len(people) > max(2, len(said.names)) or bool(reference.other_authors)
    return are_several and not said.names.isdisjoint(called_by(people[0]))


def _matched(names: frozenset[str], reference: Reference) -> frozenset[str]:
    """Return the names that may mean an author of the work, or a party of the case; all of them where it names no one."""
    authors = families(reference)
    if not authors and reference.type in CASES:
        words = words_of(f"{reference.title} {reference.authority}")  # BGH, (Fn. 16)
        return names if all(_stand_in(words_of(name), words) for name in names) else frozenset()
    if not _tells_author(reference, names):
        return names
    bodies = [words_of(name.literal) for name in reference.author or reference.editor if name.literal]
    bodies += [words_of(reference.title)] if not reference.author else []  # "Wille, Mémoires", edited by Duplessis
    return frozenset(name for name in names if name in authors or any(_stand_in(words_of(name), body) for body in bodies))


def _tells_author(reference: Reference, names: frozenset[str]) -> bool:
    """False for a work of nobody, and for one whose author may be spelt otherwise: Li, “深入贯彻新发展理念”, by 李国英."""
    authors = families(reference)
    return reference.type in CASES or bool(authors and (names <= authors or LATIN.search("".join(authors))))


def _stand_in(few: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """True where all of a few words are among others, or nearly: "keyser" is in "De Keyser's Royal Hotel"."""
    return bool(few) and all(is_among(word, words) for word in few)


# -- what speaks against a work -------------------------------------------------------------------------------------


def _of_another_year(said: Said, reference: Reference) -> bool:
    return bool(said.year and reference.issued) and not reference.issued.startswith(said.year)


def _by_a_namesake(said: Said, reference: Reference) -> bool:
    """True for "W. Churchill" and "Winston Churchill" where the work is by Robin Churchill.

    In "Read, Stalin: From the Caucasus" what seems a given name begins the title.
    """
    people = reference.author or reference.editor
    for one in said.people:
        called = [f"{other.given} {other.particle}" for other in people if other.given and other.family == one.family]
        given = {fold_name(word)[:1] for names in called for word in GIVEN.findall(names)}  # É. and E. are one
        is_name = one.given[:1].isupper() and not set(words_of(one.given)) & set(words_of(reference.title))  # not "the account in Miller"
        if is_name and given and fold_name(one.given)[:1] not in given:
            return True
    return False


def _by_another(said: Said, reference: Reference) -> bool:
    """True for "Thomas, The Slave Trade" where somebody else wrote "Travels in the West: Cuba; with Notices of the Slave Trade"."""
    if not (said.people and said.title) or reference.type in CASES:
        return False
    full, authors = words_of(reference.title), families(reference)
    is_theirs = any((name.family or name.literal).casefold() in authors or _stand_in(words_of(str(name)), full) for name in said.people)
    return len(said.title) * FEW < len(full) and not is_theirs and not _begins(said.title, full)


def _in_another_volume(said: Said, reference: Reference) -> bool:
    """True for "Miller, 567 U.S. at 470" where the case is in 413 U.S."""
    series, volume = said.report
    is_there = reference.type in CASES and volume and reference.volume and words_of(series) == words_of(reference.container_title)
    return bool(is_there) and volume != reference.volume


AGAINST: tuple[Callable[[Said, Reference], bool], ...] = (_of_another_year, _by_a_namesake, _by_another, _in_another_volume)


# -- how like the title is ------------------------------------------------------------------------------------------


def _title(short: tuple[str, ...], reference: Reference) -> float:
    full = words_of(reference.title) or words_of(reference.container_title)
    if reference.type in CASES and reference.number:
        named = {"case", "cases", "joined", *words_of(reference.number)}
        short = tuple(word for word in short if word not in named) or short  # "Case C-293/12 Digital Rights Ireland (n 24)"
    if reference.type in CASES and not all(is_among(word, full) for word in short):
        return 0.0
    if any(word[0].isdigit() for word in short) and set(short) == {*words_of(f"{reference.genre} {reference.number}")}:
        return 1.0  # "SEC, Press Release 2022-25", which has a title too
    worth = next((worth for likeness, worth in TITLES if likeness(short, full)), 0.0) or _of_its_author(short, full, reference)
    whole = words_of(reference.container_title) if reference.type == "chapter" and not worth else ()
    is_whole = short == whole or (len(short) > 1 and _begins(short, whole))  # "Scott, A Bard Unkend" for its introduction
    return worth or (OF_THE_WHOLE if is_whole else 0.0)


def _of_its_author(short: tuple[str, ...], full: tuple[str, ...], reference: Reference) -> float:
    """Return what a title is worth that names the body too: "IAB OpenRTB Specification", by IAB Tech Lab."""
    bodies = [words_of(f"{name.given} {name.family} {name.literal}") for name in reference.author]
    in_title = sum(is_among(word, full) for word in short)
    both = in_title and all(is_among(word, full) or any(is_among(word, body) for body in bodies) for word in short)
    return 0.7 if both and in_title * 2 >= len(short) else 0.0


def _begins(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return full[: len(short)] == short


def _stands_within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return any(full[at : at + len(short)] == short for at in range(len(full)))


def _has_all_words(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return all(is_among(word, full) for word in short)


def _has_most_words(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    words = set(short)
    return sum(is_among(word, full) for word in words) >= ceil(MOST * len(words))


# The first likeness that holds counts; `full` is the title of the work, or its container where it has none.
TITLES: tuple[tuple[Callable[[tuple[str, ...], tuple[str, ...]], bool], float], ...] = (
    (_begins, 1.0),  # “Straits Question” for “The Straits Question in the First World War”
    (_stands_within, 0.95),  # Law of the Sea, for United Nations Convention on the Law of the Sea
    (_has_all_words, 0.9),  # Inflation and Reparations, for Reparations, Reconstruction and the Inflation
    (_has_most_words, 0.7),  # with a word that the full title lacks
)
