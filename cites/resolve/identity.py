"""When two full citations in one document are one work, and what is known of it then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from cites import lazy_regex as regex
from cites.edtf import OPEN, has_day
from cites.grammar.titles import words_of
from cites.knowledge import load
from cites.merge.folding import is_cut
from cites.merge.sameness import agree_on_date
from cites.model import Name, Reference
from cites.resolve.fit import CITED, PAGES, families, spans

FIELDS = frozenset(field.name for field in fields(Reference)) - {"id", "inferred", "source", "other_authors"}
DISTINCT = ("volume", "issue", "number", "issued", "edition")  # two works differ where both print one of these, differently
GENERIC = 3  # words; a shorter title ("Country Report: Nepal") may be that of a column, each issue of which is a work
REPORTED = "report"
SMALL = frozenset(load()["small_words"])
HEARD = frozenset({"interview", "personal_communication"})
OF_LAW = frozenset({"section", "act"})
LAW = frozenset({"legislation", "treaty", "bill"})
NAMES = regex.compile(r"\p{L}[\p{L}'’]*")
Mark = tuple[str, ...]


def marks(reference: Reference) -> Iterator[Mark]:
    """Yield what can be said of this work alone, the surest first: its signature, its number, the section of a code."""
    if reference.archive_location:
        yield ("place", reference.archive_location)
    if reference.number and not reference.container_title:
        yield ("number", reference.authority if reference.number.isdigit() else "", reference.number)  # [2008] UKHL 15
    if reference.type in LAW:
        yield from _of_law(reference)
    if kind := _heard(reference):
        yield ("heard", kind, reference.issued)
    if reference.type == "legal_case" and reference.page and (volume := reference.volume or reference.issued):  # [1988] AC 660
        yield (REPORTED, reference.container_title, volume, reference.page)
    elif not words_of(reference.title):
        yield ("untitled", *_untitled(reference))


def _heard(reference: Reference) -> str:
    """Return what kind of talk or letter is dated, also of a letter that is kept or printed: "Litvinov to Chicherin"; "" for none."""
    is_kept = reference.type == "document" and (reference.archive or reference.container_title) and " to " in reference.title
    kind = "personal_communication" if is_kept else reference.type
    return kind if kind in HEARD and reference.issued else ""


def bears(mark: Mark, known: Reference, other: Reference) -> bool:
    """True where a work that has a mark of another one may be that one: "Email, 3 March 2024", where an email of that day is known."""
    if not agree_on_date(known, other) or (mark[0] == "heard" and not is_compatible(known, other)):  # two talks of one day
        return False
    title = words_of(other.title)
    if mark[0] == REPORTED:  # "410 U.S. 113 (1973)" before or after "Roe v. Wade, 410 U.S. 113"
        called = words_of(known.title)
        return not title or not called or not set(title).isdisjoint(called)
    return not title or mark[0] in OF_LAW or (mark[0] in ("heard", "place") and _may_mean(title, words_of(known.title)))


def _may_mean(short: Mark, full: Mark) -> bool:
    """True where each word of a title stands in another one, or begins the name, or the names, of somebody there: "V. Bell", "JCS"."""
    initials = "".join(word[0] for word in full if word not in SMALL)
    return all(word in full or word in initials for word in short)


def is_shortened(reference: Reference, known: Reference) -> bool:
    """True for a law, a letter or an interview that says less than the one known: "18 U.S.C. § 2703(d)" after the same of 2018."""
    is_same_letter = bool(_heard(reference)) and _heard(reference) == _heard(known)
    if not is_same_letter and (reference.type not in LAW | HEARD or reference.type != known.type):
        return False
    if is_same_letter and reference.author and any(name.given for name in known.author) > any(name.given for name in reference.author):
        return True  # "Sander, interview with the author, 23 February 2018", after "Gerd Sander, …"
    return (bool(known.issued) and not reference.issued) or set(words_of(reference.title)) < set(words_of(known.title))


def _of_law(reference: Reference) -> Iterator[Mark]:
    """Yield the marks of a law, which is the same under any title: "18 U.S.C. § 2703(d)", "G.A. Res. 68/262" and "A/RES/68/262"."""
    if reference.section:
        yield ("section", reference.container_title, reference.volume, reference.section.partition("(")[0])  # § 2710(a)(3)
    if "/" in reference.number:
        genre = "" if reference.authority else reference.title.split(" ")[0]  # a regulation may have the number of a directive
        yield ("act", reference.authority or genre, *reference.number.split("/")[-2:])
    elif reference.number and not reference.container_title:
        yield ("act", reference.title, reference.number)


def _untitled(reference: Reference) -> Mark:
    """Return what works without a title must share to be one: "Kyodo, January 26" twice is one work, "5 U.S.C." and "15 U.S.C." are two."""
    return (
        reference.type,
        reference.volume if reference.type in LAW else "",
        reference.authority,
        reference.container_title,
        reference.publisher,
        reference.issued,
        reference.issue,
        reference.url,
        reference.number,
        reference.archive,
        reference.archive_location,
        str(reference.author),
    )


def is_one(one: Reference, other: Reference) -> bool:
    """True where two references with one title may be one work: nothing tells them apart, nor is the title that of a column."""
    if not is_compatible(one, other):
        return False
    have_same_numbers = all(getattr(one, name) == getattr(other, name) for name in ("volume", "issue", "issued"))
    return len(words_of(one.title)) > GENERIC or have_same_numbers or _has_pages_of(one, other) or _has_pages_of(other, one)


def is_compatible(one: Reference, other: Reference) -> bool:
    """True where two references with one title may be one work: nothing that both print tells them apart."""
    if families(one) and families(other) and not families(one) & families(other):
        return False
    if (
        one.container_title
        and other.container_title
        and _named(one.container_title) != _named(other.container_title)
        and one.type != "chapter"
    ):
        return one.url != "" and one.url == other.url
    for name in DISTINCT:
        a, b = getattr(one, name), getattr(other, name)
        if OPEN in a + b and has_day(a) and has_day(b):
            a, b = a[4:], b[4:]  # "1 February; 2 February": two evenings of one programme
        if a and b and a != b and not (a.startswith(b) or b.startswith(a)) and OPEN not in a + b:
            return False
    return True


def _named(container: str) -> Mark:
    """Return the words of a container, without the article that is often left out: "The Medical Record"."""
    words = words_of(container)
    return words[1:] if words[:1] == ("the",) else words


def _has_pages_of(bare: Reference, whole: Reference) -> bool:
    """True for "“Epidemic Influenza,” British Medical Journal, 1292", which has no number, and a page of the work that has them."""
    numbered = any(getattr(bare, name) for name in ("volume", "issue", "issued"))
    return not numbered and bool(bare.container_title and bare.page) and spans(whole, bare.page)


def fill(one: Reference, other: Reference) -> Reference:
    """Return `one` with what only `other` has; a printed date beats an inferred one, whole names those with initials or none,
    a whole address one that was cut."""
    changes = {name: getattr(other, name) for name in FIELDS - {"type"} if not getattr(one, name) and getattr(other, name)}
    if not other.title and any(name.literal for name in one.author):
        changes.pop("container_title", None)  # "(AEMET, 8 November)": its author there
    if len(one.author) == len(other.author) and all(map(_shortens, one.author, other.author)):
        changes["author"] = other.author
    if "author" in changes:
        changes["other_authors"] = other.other_authors
    if is_cut(one.url, other.url) and not other.ground("url"):
        changes["url"] = other.url
    if one.ground("issued") and other.issued and not other.ground("issued"):
        changes["issued"] = other.issued
        changes["inferred"] = tuple(item for item in one.inferred if item.field != "issued")
    elif len(other.issued) > len(one.issued) and other.issued.startswith(one.issued):
        changes["issued"] = other.issued
    if _holds(other, one):
        changes["page"] = other.page
    return one.revised(**changes) if changes else one


def _shortens(name: Name, whole: Name) -> bool:
    """True for a name with fewer letters of its given names, or none: "A. Smith" and "Anna B. Smith"."""
    given, others = NAMES.findall(name.given), NAMES.findall(whole.given)
    is_shorter = not given or (given != others and len(given) <= len(others))
    return is_shorter and name.family == whole.family and all(map(str.startswith, others, given))


def _holds(whole: Reference, part: Reference) -> bool:
    """True where one was cited by a page or two of the pages that the other gives for it: "751" and "747-771"."""
    pages = PAGES.fullmatch(whole.page) if part.page and part.page != whole.page else None
    cited = CITED.findall(part.page)
    return pages is not None and bool(pages["last"]) and bool(cited) and all(spans(whole, page) for page in cited)
