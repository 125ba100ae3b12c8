"""What only looks like a citation in parentheses: who made a thing, where and when, as under a picture: "(Tate Modern, London, 2017)",
"(“Imagine,” John Lennon, 1971)", "(Evarcha arcuata (Clerck, 1757))"; what befell a body: "(elected to the Duma, 4 December 2011)"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import is_day, is_year
from cites.forms.form import Context, Draft, field_of
from cites.grammar.lexicon import compile_words, in_names, one_of
from cites.grammar.names import ONE
from cites.grammar.person import is_given
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body
from cites.knowledge import load_places

# Of works, not of things.
PUBLISHED = frozenset({"publisher", "url", "doi", "isbn", "container_title", "number", "volume", "issue", "archive"})
KNOWN = 0.8  # evidence that a name is a source's
PERHAPS = 0.5
PLACE_NEXT = regex.compile(r",\s(?P<place>\p{Lu}[^,]{2,30}),")
FROM_PLACE_TO_PLACE = regex.compile(r"\p{Lu}[^,]{1,40},\s(?:1[0-9]|20)\d\d\s?-\s?\p{Lu}.*")  # Nevers, 1851 - Le Mont
SPECIES = regex.compile(r"\p{Lu}\p{Ll}+\s\p{Ll}{3,}")
DESCRIBED_BY = regex.compile(r"\p{Lu}\p{Ll}+(?:\s(?:&|and|et)\s\p{Lu}\p{Ll}+)?")  # who gave a species its name
STUDIO = regex.compile(rf"\b{in_names('studios')}$")
ADDED = regex.compile(r"\)?,\s\p{Ll}")  # , oil on canvas
LEGAL_FORM = regex.compile(r"\p{Lu}{2,4}")  # ОАО «РЖД»: the quotation marks hold a company's name
DAILY_TYPES = frozenset({"article-newspaper", "broadcast"})  # which are cited with a day
SHORT = 3  # words of a title
# A deed and the body behind it with nothing but small words between: not "signed a letter to The Times", "elected, according to TASS".
DEED = compile_words(rf"(?<!\p{{L}})(?:{one_of('befell', 'befell.posts')})\s(?:(?:{one_of('befell.small')})\s){{0,3}}$")
SERVED = compile_words(rf"(?:{one_of('befell.posts')}),\s$")  # editor, The Observer, 3 May 1990
ACT = compile_words(rf"(?<!\p{{L}}){one_of('befell.acts')}\s(?:the\s)?$")  # Law on the Periodical Press
MAX_DEED = 60  # code points


def is_caption(context: Context, draft: Draft) -> bool:
    """True for a draft of running text that tells of a thing, a person or a saying and cites no work."""
    check = CHECKS.get(draft.matched_by)
    return check is not None and draft.form == "full" and (not draft.locator or _is_film(context, draft)) and check(context, draft)


def _book(context: Context, draft: Draft) -> bool:
    title, publisher = _folded(context, draft, "title"), draft.get("publisher")
    if not draft.get("author"):
        if _is_film(context, draft):
            return True
        return bool(SPECIES.fullmatch(title) and DESCRIBED_BY.fullmatch(publisher)) and context.evidence(publisher) < KNOWN
    if _has(draft, PUBLISHED) or _is_italic(context, draft):
        return False
    if is_place(title) or FROM_PLACE_TO_PLACE.fullmatch(title):
        return True
    if is_year(draft.get("issued")) and _is_studio(context, draft.get("title")):
        return True
    author, is_dated = _folded(context, draft, "author"), is_day(draft.get("issued"))
    if is_given(author.partition(" ")[0]):  # a painter and his picture, a victim and where he fell
        return is_dated or ADDED.match(context.folded, draft.end) is not None
    return is_dated and not context.evidence(author)  # Provincial Exhibition, Turnov, 1 July 1911


def _is_studio(context: Context, name: str) -> bool:
    """True for who made the film that somebody directed: "Alfred Hitchcock, Universal Pictures, 1963", "John Ford, RKO, 1939"."""
    outlet = context.outlet(name)
    known = outlet is not None and outlet.kind in ("company", "broadcaster")
    return known or STUDIO.search(name) is not None or LEGAL_FORM.fullmatch(name) is not None


def _is_film(context: Context, draft: Draft) -> bool:
    """True for a title, who directed it, its country and its year: "(*Tug of War*, Amil Shivani, Tanzania, 2022)"."""
    maker, place, title = draft.get("publisher"), draft.get("publisher_place"), _folded(context, draft, "title")
    if not is_year(draft.get("issued")) or _has(draft, PUBLISHED - {"publisher"}) or ONE.fullmatch(maker) is None or is_body(maker):
        return False
    of_country = bool(place) and not load_places().has_city(place)
    known = f"{title}, {maker}, " + (f"{place}, " if place else "") + draft.get("issued")
    if not title or not context.folded.startswith(known, draft.start):
        return False
    return context.evidence(maker) <= PERHAPS and (of_country or is_given(maker.split(" ")[0]))


def _tagged(context: Context, draft: Draft) -> bool:
    return not _has(draft, PUBLISHED)


def _titled(context: Context, draft: Draft) -> bool:
    title, container, issued = draft.get("title"), draft.get("container_title"), draft.get("issued")
    if draft.get("author"):
        first = next(item for item in draft.items if item.field == "author")
        printed = context.folded[first.start : first.end].strip()
        if LEGAL_FORM.fullmatch(printed) and context.folded[first.end : first.end + 2].strip(" ") in ("«", "„", "“", '"'):
            return context.outlet(printed) is None
        return title[:1].islower() and not issued and not _has(draft, PUBLISHED - {"container_title"})
    if not container or _has(draft, PUBLISHED - {"container_title", "publisher"}) or title in context.linked:
        return False
    outlet = context.outlet(container)
    if outlet is not None:
        return outlet.type in DAILY_TYPES and is_year(issued) and title.count(" ") < SHORT  # “Lost,” ABC, 2004
    if context.evidence(container) > PERHAPS or context.evidence(draft.get("publisher") or "-") > PERHAPS:
        return False  # “The Crisis,” John Simpson, BBC, March 3, 2012
    return not issued or _is_person(context, draft, container)


def _is_person(context: Context, draft: Draft, name: str) -> bool:
    """True for who said or made something: “Imagine,” John Lennon, 1971 · “Ich bin ein Berliner,” Kennedy, Berlin, June 26, 1963."""
    if " " in name:
        return is_given(name.split()[0]) and name.count(" ") < SHORT
    return is_year(draft.get("issued")) or draft.get("title")[:1].islower() or _names_place(context, draft)


def _names_place(context: Context, draft: Draft) -> bool:
    name = next(item for item in draft.items if item.field == "container_title")
    match = PLACE_NEXT.match(context.folded, name.end)
    return match is not None and is_place(match["place"])


def _is_italic(context: Context, draft: Draft) -> bool:
    title = field_of(draft.items, "title")
    return title is not None and any(start <= title.start + 1 and title.end - 1 <= end for start, end in context.italics)


def _has(draft: Draft, fields: frozenset[str]) -> bool:
    return any(item.field in fields for item in draft.items)


def _folded(context: Context, draft: Draft, name: str) -> str:
    return next((context.folded[item.start : item.end] for item in draft.items if item.field == name), "")


def befell(context: Context, start: int, draft: Draft) -> bool:
    """True for a source and its day that what stands before them, from `start` on, makes an event."""
    if draft.matched_by != "source_date":
        return False
    begin = max(start, draft.start - MAX_DEED)
    told = DEED.search(context.folded, begin, draft.start) or ACT.search(context.folded, begin, draft.start)
    return bool(told or SERVED.match(context.folded, start, draft.start))


CHECKS = {"book": _book, "tagged": _tagged, "titled": _titled}
