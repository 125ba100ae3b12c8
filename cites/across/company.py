"""Which of the things read in parentheses are citations: what one parenthesis cannot tell, the document around it can.

"(Astra, June 3)" may be an outlet or a ship. It is taken for an outlet in the company of citations that convince by themselves, and where
sources stand: at the end of a sentence, beside a known source, with a page, or under a name that stands so elsewhere in the document.
Where a document tells in parentheses when and where things were ("in Milan (La Scala, 7 December 1962), then in London (…)"), the end of
a sentence is not enough: the sentence must give what was said or printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import compress
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.ordinary import DOUBTFUL, Spot, in_rows, is_setting, is_word
from cites.claims import find_claim
from cites.edtf import OPEN, has_day, is_day, is_year
from cites.forms import Context, Draft
from cites.forms.fields.authors import outlet_before
from cites.grammar.dates import find_last_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.prose import states
from cites.grammar.urls import is_site
from cites.knowledge import ISSUERS
from cites.model import Document, Zone

CONVINCING = 0.7  # an inline citation of which the source is so likely one convinces by itself
PLENTY = 12  # parentheses; a text with so many that cites one or two sources in them does so at the end of sentences
FEW = 5  # parentheses, of which a lone body with a year may be the one that cites
MANY = 5  # so many with a day and no year show how a document cites
PERIODS = frozenset({6, 13})  # days between the first and the last day of a number that is of a week, or of two
COMPANY = 2  # so many convincing ones in a document make the others likely
SETTINGS = 3  # so many unknown names with a full date amid sentences tell when and where things were
REMOTE = 4  # years; in tests/gold no source that is not known is farther from those that are than three
LONGEST_SETTING = 80  # code points
UNKNOWN = 0.45  # below it an unknown name with a date is no citation in any company
LABEL = compile_words(rf"(?<!\p{{L}})(?:{one_of('source_labels')})[*_]{{0,2}}\s?:[*_]{{0,2}}\s*$")
LONGEST_LABEL = 30  # code points
LED = compile_words(rf"(?:^|[\s(;])(?:{one_of('see')})[,:]?\s(?:the\s)?$")
SENTENCE_END = regex.compile(r"[\s)\]”\"'’*_\d]{0,12}(?:[.;!?…。；|]|\n|$)")  # digits: the callout of a note
OWN_SENTENCE = regex.compile(r"[.!?…。][”\"'’*_)\]]{0,3}\d{0,3}\s*$")
SENTENCE_GOES_ON = regex.compile(r"\s\p{Ll}")
ACTORS = frozenset({"international", "company", "party", "social"})  # of whom a text tells more often than it cites them
PUBLISHED = frozenset({"container_title", "publisher", "url", "doi", "author", "archive"})
SERIAL = frozenset({"language", "issue", "volume", "url"})  # what no place, ship or meeting has
SHOWN = SERIAL | frozenset({"genre", "number", "title"})  # what tells that a body published something
SUPPORT = SERIAL | frozenset({"publisher_place", "genre"})  # what is said of a source, and seldom of a ship


class Inline(NamedTuple):
    """A parenthesis and what was read in it, if anything."""

    zone: Zone
    context: Context
    drafts: list[Draft]


Found = tuple[Inline, Draft]


class Manner(NamedTuple):
    """What a document uses its parentheses for, besides sources that are known."""

    in_passing: bool  # it cites most sources with a day and no year; then a name so cited within a sentence is a source too
    tells_settings: bool = False  # it tells when and where things were
    italics: frozenset[int] = frozenset()  # where its italics end
    years: frozenset[int] = frozenset()  # of what it cites, and its own

    def is_remote(self, draft: Draft) -> bool:
        """True for a year far from all that the document cites: the night of 1960 in an article that cites the papers of 2023."""
        year = draft.get("issued")[:4]
        return year.isdigit() and bool(self.years) and all(abs(int(year) - other) > REMOTE for other in self.years)


def believe(document: Document, read: list[Inline], parentheses: int, *, listed: bool) -> Iterator[Found]:
    """Yield what is a citation.

    parentheses: how many the document has; listed: it has a bibliography, to which "ibid." and "Panov, op. cit., p. 9" may point.
    """
    for inline in read:
        _trust_led(document.text, inline)
    found, doubtful = _without_words(document, read)
    for inline, draft in _believe(document, read, found, parentheses, listed=listed):
        if id(draft) in doubtful:
            draft.confidence = min(draft.confidence, DOUBTFUL)
        yield inline, draft


def _believe(document: Document, read: list[Inline], found: list[Found], parentheses: int, *, listed: bool) -> Iterator[Found]:
    by_year = [_is_by_year(inline, draft) for inline, draft in found]
    if sum(_ends_sentence(document.text, inline.zone) for inline, _ in compress(found, by_year)) < COMPANY:
        found = [pair for pair, is_by_year in zip(found, by_year, strict=True) if not (is_by_year and _is_alone(document, pair[0]))]
    manner = _manner(document, read, found)
    believed = [(inline, draft) for inline, draft in found if not _is_about(document, inline, draft, manner)]
    convincing = sum(_convinces(draft) for _, draft in believed)
    names = _supported(document, believed, manner)
    for inline, draft in believed:
        if draft.form != "full":
            if _is_unheard(document.text, draft):
                continue
            if convincing or (listed and (draft.form == "ibid" or (draft.matched_by == "supra" and draft.items))):
                yield inline, draft
        elif convincing - _convinces(draft) < COMPANY:
            in_place = parentheses < PLENTY or draft.matched_by != "source_date" or _ends_sentence(document.text, inline.zone)
            if draft.matched_by == "source_date" and is_year(draft.get("issued")) and convincing == 1 and parentheses > FEW:
                continue  # "the temple (UNESCO, 1994)": one body with a year among many parentheses
            if in_place and (_convinces(draft) or _is_beside(inline, draft)):
                yield inline, draft
        elif _convinces(draft) or (draft.confidence >= UNKNOWN and (not _is_named_alone(draft) or _name(draft) in names)):
            yield inline, draft


def _without_words(document: Document, read: list[Inline]) -> tuple[list[Found], set[int]]:
    """Return what was read without the hours and the like that bear the name of a source: "rode on (Dawn, 5 May), and on (Noon, 5 May)";

    and the ids of what stays doubtful, for nothing but such words is cited.
    """
    found = [(inline, draft) for inline in read for draft in inline.drafts]
    words = [(inline, draft) for inline, draft in found if is_word(inline.context, draft) and not _is_stated(document, inline)]
    if not words:
        return found, set()
    settings = [Spot(inline.zone.span) for inline in read if not inline.drafts and is_setting(inline.context)]
    spots = [Spot(inline.zone.span, id(draft), _convinces(draft)) for inline, draft in words]
    dropped = in_rows(document, [*settings, *spots])
    is_cited = sum(_convinces(draft) for _, draft in found) > sum(spot.is_known for spot in spots)
    return [pair for pair in found if id(pair[1]) not in dropped], set() if is_cited else {id(draft) for _, draft in words}


def _trust_led(text: str, inline: Inline) -> None:
    """Believe in a source with its day that a signal leads to, "(see the Monitor, August 22)", in a title behind "Source:"."""
    is_labelled = LABEL.search(text, max(0, inline.zone.span.start - LONGEST_LABEL), inline.zone.span.start) is not None
    for draft in inline.drafts:
        if is_labelled and draft.matched_by == "titled" and draft.get("author"):  # Source: OpenAI, “How We Will Do Better”
            draft.form, draft.confidence = "full", max(draft.confidence, CONVINCING)
            draft.items = [(item.field == "author" and outlet_before(item, inline.context)) or item for item in draft.items]
        is_doubtful = draft.matched_by == "source_date" and UNKNOWN <= draft.confidence < CONVINCING
        if is_doubtful and has_day(draft.get("issued")) and LED.search(inline.context.folded, 0, draft.start):
            draft.confidence = CONVINCING


def _is_beside(inline: Inline, draft: Draft) -> bool:
    """True for a name that shares its day with a convincing one of its parenthesis: "(Reuters, Astra, June 3)"."""
    day = draft.get("issued")
    return _is_named_alone(draft) and has_day(day) and any(_convinces(other) and other.get("issued") == day for other in inline.drafts)


def _convinces(draft: Draft) -> bool:
    return draft.form == "full" and draft.confidence >= CONVINCING


def _is_named_alone(draft: Draft) -> bool:
    """True for a source with its date and nothing that it printed: "Astra, June 3", "“Astra,” June 3"."""
    return draft.matched_by == "source_date" or (draft.matched_by == "titled" and not (draft.get("title") or draft.get("author")))


def _manner(document: Document, read: list[Inline], found: list[Found]) -> Manner:
    dated = [draft.get("issued") for _, draft in found if _convinces(draft)]
    in_passing = sum(date.startswith(OPEN) for date in dated) >= max(MANY, len(dated) / 2)
    unknown = [(inline, draft) for inline, draft in found if _is_named_alone(draft) and not _convinces(draft)]
    dated_unknown = [pair for pair in unknown if not pair[1].get("issued").startswith(OPEN)]
    amid = {inline.zone.span for inline, draft in dated_unknown if not _is_supported(document, inline, draft, Manner(in_passing))}
    amid |= {inline.zone.span for inline in read if not inline.drafts and _is_setting(document, inline)}
    italics = frozenset(mark.span.end for mark in document.marks if mark.kind == "italic")
    cited = [draft.get("issued") for inline, draft in found if _convinces(draft) and not _is_issuer(inline, draft)]
    years = frozenset(int(date[:4]) for date in (*cited, document.about.issued) if date[:4].isdigit())
    return Manner(in_passing, len(amid) >= max(SETTINGS, len(dated) / 5), italics, years)


def _is_issuer(inline: Inline, draft: Draft) -> bool:
    """True for a body that gives out what is its own, of which a text may tell as well: "(Bundestag, 26 September 2021)"."""
    outlet = inline.context.outlet(draft.get("container_title")) if draft.matched_by == "source_date" else None
    return outlet is not None and outlet.kind in ISSUERS


def _is_setting(document: Document, inline: Inline) -> bool:
    """True for a place, a thing or an event with its day amid a sentence: "in Milan (La Scala, 7 December 1962), then"."""
    folded = inline.context.folded
    if len(folded) > LONGEST_SETTING or not folded[-1:].isdigit() or _ends_sentence(document.text, inline.zone):
        return False
    date = find_last_date(folded, 0, len(folded))
    return date is not None and date.has_day and date.has_year and folded.endswith(", ", 0, date.start)


def _supported(document: Document, believed: list[Found], manner: Manner) -> set[str]:
    """Return the names that stand where sources do, or at several days."""
    days: dict[str, set[str]] = defaultdict(set)
    for inline, draft in believed:
        if draft is inline.drafts[0] or _name(draft) != _name(inline.drafts[0]):
            days[_name(draft)].add(draft.get("issued"))
    repeated = {name for name, dates in days.items() if len(dates) > 1} if manner.tells_settings else set()
    return repeated | {_name(draft) for inline, draft in believed if _is_supported(document, inline, draft, manner)}


def _is_supported(document: Document, inline: Inline, draft: Draft, manner: Manner) -> bool:
    """True where an unknown name stands as sources do: "(Astra, June 3)." but not "the ship (Astra, June 3) sank"."""
    first, _, last = draft.get("issued").partition("/")
    if last and _days(first, last) not in PERIODS:  # some days, as of a meeting
        return False
    said = SERIAL if manner.tells_settings or manner.is_remote(draft) else SUPPORT
    if draft.locator or any(item.field in said for item in draft.items) or any(_convinces(other) for other in inline.drafts):
        return True
    if manner.tells_settings or manner.is_remote(draft):
        return _is_stated(document, inline) and not SENTENCE_GOES_ON.match(document.text, inline.zone.span.end + 1)
    in_passing = manner.in_passing or document.text.startswith(",", inline.zone.span.end + 1)
    return _ends_sentence(document.text, inline.zone) or (first.startswith(OPEN) and in_passing)


def _is_stated(document: Document, inline: Inline) -> bool:
    """True where the sentence gives what was said or printed: "“A Tosca of flesh,” wrote a critic (Astra, 3 June 1964)"."""
    claim = find_claim(document.text, inline.zone.span.start)
    return claim is not None and states(document.text[slice(*claim)])


def _days(first: str, last: str) -> int:
    """Return how many days lie between two dates of a citation; a leap year where none is printed."""
    ends = [edtf.replace(OPEN, "2000") for edtf in (first, last)]
    return (date.fromisoformat(ends[1]) - date.fromisoformat(ends[0])).days % 366 if all(map(is_day, ends)) else 0


def _is_about(document: Document, inline: Inline, draft: Draft, manner: Manner) -> bool:
    """True for what the sentence is about: "the summit (NATO, September 2014) was tense", "the song (“Yesterday,” 1965) is famous",

    "the opera (*Tosca*, 1900) is long".
    """
    if manner.italics and _tells_of_italics(document, inline, draft, manner):
        return True
    if draft.matched_by in ("titled", "book") and draft.get("issued"):
        is_event = manner.tells_settings and is_day(draft.get("issued"))  # Nasdaq Stockholm: LOOM B, 21 March 2000
        needed = PUBLISHED - {"author"} if is_event else PUBLISHED
        published = draft.locator or any(item.field in needed for item in draft.items)
        named_again = draft.matched_by == "titled" and _stands_twice(document.text, draft.get("title"))
        return not (published or _is_linked(inline, draft) or named_again)
    if draft.matched_by == "issued_by" and len(inline.drafts) == 1 and not draft.get("issued"):
        return not _ends_sentence(document.text, inline.zone)  # the rules on privacy (EU Directive 95/46) were
    if draft.matched_by == "linked" and document.text.startswith("](", inline.zone.span.start - 2):
        return True  # "…\n\n512 Likes](https://x.com/…)": of a link that spans paragraphs
    outlet = inline.context.outlet(draft.get("container_title")) if draft.matched_by == "source_date" else None
    if outlet is None or outlet.kind not in ISSUERS or draft.locator or _is_linked(inline, draft):
        return False
    if is_day(draft.get("issued")):
        shown = is_site(draft.get("container_title")) or any(item.field in SHOWN for item in draft.items)
        if (manner.tells_settings or manner.is_remote(draft)) and not (shown or _is_stated(document, inline)):
            return True  # (Bundestag, 26 September 2021)
        return outlet.kind in ACTORS and SENTENCE_GOES_ON.match(document.text, inline.zone.span.end + 1) is not None
    return not _ends_sentence(document.text, inline.zone)


def _tells_of_italics(document: Document, inline: Inline, draft: Draft, manner: Manner) -> bool:
    """True for who gave out the thing in italics before the parenthesis, and when: "*Tapestry* (Ode, 10 February 1971)"."""
    bracket = inline.zone.span.start - 1
    if document.text[max(0, bracket - 1) : bracket].rstrip() or manner.italics.isdisjoint((bracket, bracket - 1)):
        return False
    is_bare = draft.matched_by == "book" and not (draft.locator or any(item.field in PUBLISHED - {"author"} for item in draft.items))
    is_unknown = _is_named_alone(draft) and not _convinces(draft)
    return (is_bare or is_unknown) and not draft.get("issued").startswith(OPEN) and not _is_linked(inline, draft)


def _is_linked(inline: Inline, draft: Draft) -> bool:
    """True where a link begins with the citation: "([World Bank, 11 December 2024](https://…))"."""
    return any(start <= draft.start and stop >= draft.items[0].end for start, stop, _ in inline.context.links)


def _is_by_year(inline: Inline, draft: Draft) -> bool:
    """True for a paper with a year and nothing else: "(BBC News, 2019)"."""
    if draft.matched_by != "source_date" or not is_year(draft.get("issued")) or draft.locator:
        return False
    if any(item.field in SUPPORT for item in draft.items):
        return False
    outlet = inline.context.outlet(draft.get("container_title"))
    return outlet is not None and outlet.kind not in ISSUERS


def _is_alone(document: Document, inline: Inline) -> bool:
    """True for one source amid a sentence, which may say when something was with a paper: "joined it (New York Times, 2016) as editor"."""
    goes_on = not (_ends_sentence(document.text, inline.zone) or document.text.startswith(",", inline.zone.span.end + 1))
    return goes_on and len(inline.drafts) == 1


def _is_unheard(text: str, draft: Draft) -> bool:
    """True for a title alone that the document does not name elsewhere: "(“Sister Morphine,” side two)"."""
    return draft.matched_by == "titled" and not draft.get("author") and not _stands_twice(text, draft.get("title"))


def _stands_twice(text: str, title: str) -> bool:
    """True for a title that is named elsewhere too, so that this may be a short form."""
    return text.find(title[:25], text.find(title[:25]) + 1) >= 0


def _ends_sentence(text: str, zone: Zone) -> bool:
    return bool(SENTENCE_END.match(text, zone.span.end + 1) or OWN_SENTENCE.search(text, max(0, zone.span.start - 12), zone.span.start - 1))


def _name(draft: Draft) -> str:
    return draft.get("container_title").casefold()
