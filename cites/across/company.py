"""Which of the things read in parentheses are citations: what one parenthesis cannot tell, the document around it can.

"(Astra, June 3)" may be an outlet or a ship. It is taken for an outlet in the company of citations that convince by themselves, and where
sources stand: at the end of a sentence, beside a known source, with a page, or under a name that stands so elsewhere in the document.
Where a document tells in parentheses when and where things were ("in Milan (La Scala, 7 December 1962), then in London (…)"), the end of
a sentence is not enough: the sentence must give what was said or printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from cites.across.inline import CONVINCING, SERIAL, SUPPORT, Cited, Inline, ends_sentence, is_labelled
from cites.across.ordinary import DOUBTFUL, Spot, in_rows, is_setting, is_word
from cites.edtf import LEAP, OPEN, days_between, has_day, is_day, is_year, later, to_day
from cites.forms import Draft
from cites.forms.fields.authors import outlet_before
from cites.forms.fields.occasions import VENUE
from cites.grammar.dates import find_last_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.person import is_given
from cites.grammar.urls import is_site
from cites.knowledge import ISSUERS, load_places
from cites.model import Document
from cites.spotter.spot import setting_of, spot

PLENTY = 12  # parentheses; a text with so many that cites one or two sources in them does so at the end of sentences
FEW = 5  # parentheses, of which a lone body with a year may be the one that cites
MANY = 5  # so many with a day and no year show how a document cites
PERIODS = frozenset({6, 13})  # days between the first and the last day of a number that is of a week, or of two
COMPANY = 2  # so many convincing ones in a document make the others likely
SETTINGS = 3  # so many unknown names with a full date amid sentences tell when and where things were
REMOTE = 4  # years; in tests/gold no source that is not known is farther from those that are than three
LONGEST_SETTING = 80  # code points
UNKNOWN = 0.45  # below it an unknown name with a date is no citation in any company
EAST_ASIAN = "\u3000"  # the first of the marks, the syllables and the characters of Chinese, Japanese and Korean
BEYOND_TITLE = frozenset({"issued", "publisher", "page", "volume", "issue"})
LED = compile_words(rf"(?:^|[\s(;])(?:{one_of('see')})[,:]?\s(?:the\s)?$")
ACTORS = frozenset({"international", "company", "party", "social"})  # of whom a text tells more often than it cites them
PAPERS = frozenset({"newspaper", "magazine"})
LOOSE = frozenset({"book", "titled"})  # shapes that much else has
FIRM = frozenset({"url", "doi", "editor"})
PUBLISHED = frozenset({"container_title", "publisher", "url", "doi", "author", "archive"})
SHOWN = SERIAL | frozenset({"genre", "number", "title"})  # what tells that a body published something


class Manner(NamedTuple):
    """What a document uses its parentheses for, besides sources that are known."""

    in_passing: bool  # it cites most sources with a day and no year; then a name so cited within a sentence is a source too
    tells_settings: bool = False  # it tells when and where things were
    italics: frozenset[int] = frozenset()  # where its italics end
    years: frozenset[int] = frozenset()  # of what it cites, and its own
    latest: str = "9999"  # a month after its own day, if that is known
    slants: bool | None = None  # it sets papers in italics; None where it has too few that are known

    def doubts(self, draft: Draft) -> bool:
        """True where a date may be that of a setting, or is far from all that are cited: a night of 1960 among papers of 2023."""
        year = draft.get("issued")[:4]
        is_remote = year.isdigit() and bool(self.years) and all(abs(int(year) - other) > REMOTE for other in self.years)
        return self.tells_settings or is_remote


def believe(document: Document, read: list[Inline], parentheses: int, *, listed: bool) -> Iterator[tuple[Inline, Draft]]:
    """Yield what is a citation.

    parentheses: how many the document has; listed: it has a bibliography, to which "ibid." and "Panov, op. cit., p. 9" may point.
    """
    for inline in read:
        _trust_led(document.text, inline)
    found, doubtful = _without_words(document, read)
    for cited in _believed(document, read, found, parentheses, listed=listed):
        if id(cited.draft) in doubtful:
            cited.draft.confidence = min(cited.draft.confidence, DOUBTFUL)
        yield cited.inline, cited.draft


def _believed(document: Document, read: list[Inline], found: list[Cited], parentheses: int, *, listed: bool) -> Iterator[Cited]:
    if sum(cited.ends_sentence for cited in found if cited.is_by_year) < COMPANY:
        found = [cited for cited in found if not (cited.is_by_year and _is_alone(cited))]
    manner = _manner(document, read, found)
    likely = [cited for cited in found if not (_is_about(cited, manner) or _is_unseen(cited))]
    convincing = sum(cited.convinces for cited in likely)
    names = _supported(likely, manner)
    for cited in likely:
        if cited.draft.form != "full":
            is_believed = _points_back(cited, listed=listed, convincing=convincing)
        elif convincing - cited.convinces < COMPANY:
            is_believed = _is_sure_alone(cited, parentheses, convincing)
        else:
            is_supported = not cited.is_named_alone or cited.name in names
            is_believed = cited.convinces or (cited.draft.confidence >= UNKNOWN and is_supported)
        if is_believed:
            yield cited


def _points_back(cited: Cited, *, listed: bool, convincing: int) -> bool:
    """True for a short form where the document cites; not for a title alone that nothing else names: "(“Sister Morphine,” side two)"."""
    draft = cited.draft
    if draft.matched_by == "titled" and not draft.get("author") and not cited.is_named_again:
        return False
    return convincing > 0 or (listed and (draft.form == "ibid" or (draft.matched_by == "supra" and bool(draft.items))))


def _is_sure_alone(cited: Cited, parentheses: int, convincing: int) -> bool:
    """True for what is a citation without the company of others."""
    if cited.draft.matched_by == "source_date":
        if is_year(cited.draft.get("issued")) and convincing == 1 and parentheses > FEW:
            return False  # "the temple (UNESCO, 1994)": one body with a year among many parentheses
        if parentheses >= PLENTY and not cited.ends_sentence:
            return False
    day = cited.draft.get("issued")
    is_dated_alone = cited.is_named_alone and has_day(day)  # "(Reuters, Astra, June 3)": it shares its day with one that convinces
    return cited.convinces or (is_dated_alone and any(other.convinces and other.draft.get("issued") == day for other in cited.others()))


def _without_words(document: Document, read: list[Inline]) -> tuple[list[Cited], set[int]]:
    """Return what was read without the hours and the like that bear the name of a source: "rode on (Dawn, 5 May), and on (Noon, 5 May)";

    and the ids of what stays doubtful, for nothing but such words is cited.
    """
    found = [Cited(document.text, inline, draft) for inline in read for draft in inline.drafts]
    words = [cited for cited in found if is_word(cited.inline.context, cited.draft) and not cited.is_stated]
    if not words:
        return found, set()
    settings = [Spot(inline.zone.span) for inline in read if not inline.drafts and is_setting(inline.context)]
    spots = [Spot(cited.inline.zone.span, id(cited.draft), cited.convinces) for cited in words]
    dropped = in_rows(document, [*settings, *spots])
    is_cited = sum(cited.convinces for cited in found) > sum(spot.is_known for spot in spots)
    return [cited for cited in found if id(cited.draft) not in dropped], set() if is_cited else {id(cited.draft) for cited in words}


def _trust_led(text: str, inline: Inline) -> None:
    """Believe in a source with its day that a signal leads to, "(see the Monitor, August 22)", in a title behind "Source:"."""
    has_label = is_labelled(text, inline.zone.span.start)
    for draft in inline.drafts:
        if has_label and draft.matched_by == "titled" and draft.get("author"):  # Source: OpenAI, “How We Will Do Better”
            draft.form, draft.confidence = "full", max(draft.confidence, CONVINCING)
            draft.items = [(item.field == "author" and outlet_before(item, inline.context)) or item for item in draft.items]
        is_doubtful = draft.matched_by == "source_date" and UNKNOWN <= draft.confidence < CONVINCING
        if is_doubtful and has_day(draft.get("issued")) and LED.search(inline.context.folded, 0, draft.start):
            draft.confidence = CONVINCING


def _manner(document: Document, read: list[Inline], found: list[Cited]) -> Manner:
    sure = [cited for cited in found if cited.convinces]
    open_dates = sum(cited.draft.get("issued").startswith(OPEN) for cited in sure)
    in_passing = open_dates >= max(MANY, len(sure) / 2)
    unknown = [cited for cited in found if cited.is_named_alone and not cited.convinces and not cited.draft.get("issued").startswith(OPEN)]
    amid = {cited.inline.zone.span for cited in unknown if not _is_supported(cited, Manner(in_passing))}
    amid |= {inline.zone.span for inline in read if not inline.drafts and _is_setting(document, inline)}
    italics = frozenset(mark.span.end for mark in document.marks if mark.kind == "italic")
    dates = (*(cited.draft.get("issued") for cited in sure if not cited.is_issuer), document.about.issued)
    years = frozenset(int(date[:4]) for date in dates if date[:4].isdigit())
    own = to_day(document.about.issued)
    latest = later(own, 31).isoformat() if own else "9999"
    slanted = [cited.is_italic for cited in sure if cited.outlet and cited.outlet.kind in PAPERS]
    slants = 2 * sum(slanted) > len(slanted) if len(slanted) >= COMPANY else None
    return Manner(in_passing, len(amid) >= max(SETTINGS, len(sure) / 5), italics, years, latest, slants)


def _is_setting(document: Document, inline: Inline) -> bool:
    """True for a place, a thing or an event with its day amid a sentence: "in Milan (La Scala, 7 December 1962), then"."""
    folded = inline.context.folded
    if len(folded) > LONGEST_SETTING or not folded[-1:].isdigit() or ends_sentence(document.text, inline.zone):
        return False
    date = find_last_date(folded, 0, len(folded))
    return date is not None and date.has_day and date.has_year and folded.endswith(", ", 0, date.start)


def _supported(likely: list[Cited], manner: Manner) -> set[str]:
    """Return the names that stand where sources do, or at several days."""
    days: dict[str, set[str]] = defaultdict(set)
    for cited in likely:
        first = cited._replace(draft=cited.inline.drafts[0])
        if cited.draft is first.draft or cited.name != first.name:
            days[cited.name].add(cited.draft.get("issued"))
    repeated = {name for name, dates in days.items() if len(dates) > 1} if manner.tells_settings else set()
    return repeated | {cited.name for cited in likely if _is_supported(cited, manner)}


def _is_supported(cited: Cited, manner: Manner) -> bool:
    """True where an unknown name stands as sources do: "(Astra, June 3)." but not "the ship (Astra, June 3) sank"."""
    first, _, last = cited.draft.get("issued").partition("/")
    beside = any(other.convinces for other in cited.others())
    if last and _days(first, last) not in (PERIODS | {1} if beside else PERIODS):  # some days, as of a meeting; two, of a weekend's paper
        return False
    is_open = first.startswith(OPEN)
    is_to_come = not is_open and first > manner.latest  # the airport (Santa Lucía, 21 March 2022) will open
    is_doubtful = is_to_come or manner.doubts(cited.draft)
    if cited.draft.locator or cited.has(SERIAL if is_doubtful else SUPPORT) or beside:
        return True
    if cited.is_italic and has_day(first) and not is_open and manner.slants is not None:
        return not cited.goes_on and (manner.slants or cited.is_stated)  # (*Guernica*, 4 June 1937) was
    if is_doubtful:
        return cited.is_stated and not cited.goes_on
    is_cited = manner.in_passing and (is_open or len(cited.inline.drafts) > 1)  # drones (Astra, June 3, 2023; Bora, June 5, 2023), after
    return cited.ends_sentence or cited.is_beside or is_cited or (is_open and cited.is_before_comma)


def _days(first: str, last: str) -> int:
    """Return how many days lie between two dates of a citation; a leap year where none is printed."""
    return (days_between(first.replace(OPEN, LEAP), last.replace(OPEN, LEAP)) or 0) % 366


def _is_about(cited: Cited, manner: Manner) -> bool:
    """True for what the sentence is about: "the summit (NATO, September 2014) was tense", "the song (“Yesterday,” 1965) is famous",

    "the opera (*Tosca*, 1900) is long".
    """
    draft = cited.draft
    if manner.italics and _tells_of_italics(cited, manner):
        return True
    if draft.matched_by == "book" and not draft.get("author") and load_places().has(draft.get("title")):
        return True  # an imprint: *The Long Road* (Oslo, Norway: Cappelen, 2010)
    if draft.matched_by in ("titled", "book") and draft.get("issued"):
        is_event = manner.tells_settings and is_day(draft.get("issued"))  # Nasdaq Stockholm: LOOM B, 21 March 2000
        is_published = bool(draft.locator) or cited.has(PUBLISHED - {"author"} if is_event else PUBLISHED)
        return not (is_published or cited.is_linked or (draft.matched_by == "titled" and cited.is_named_again))
    if draft.matched_by == "issued_by" and len(cited.inline.drafts) == 1 and not draft.get("issued"):
        return not cited.ends_sentence  # the rules on privacy (EU Directive 95/46) were
    if draft.matched_by == "linked" and cited.text.startswith("](", cited.inline.zone.span.start - 2):
        return True  # "…\n\n512 Likes](https://x.com/…)": of a link that spans paragraphs
    if draft.matched_by == "cjk" and not cited.has(BEYOND_TITLE):  # Sōseki (『こころ』) says · 火は町を焼いた(『大火史』)。
        return not (cited.ends_sentence and cited.text[max(0, cited.inline.zone.span.start - 2)] >= EAST_ASIAN)
    outlet = cited.outlet
    if outlet is None or outlet.kind not in ISSUERS or draft.locator or cited.is_linked or cited.is_beside:
        return False
    by_site = is_site(draft.get("container_title"))  # (un.org, May 2021)
    if not is_day(draft.get("issued")):
        return not (cited.ends_sentence or by_site)
    is_shown = by_site or cited.has(SHOWN)
    if manner.doubts(draft) and not (is_shown or cited.is_stated):
        return True  # (Bundestag, 26 September 2021)
    return outlet.kind in ACTORS and cited.goes_on and not is_shown  # "(Un.org, May 3, 2017) was adopted"


def _is_unseen(cited: Cited) -> bool:
    """True where the spotter sees no citation, amid a sentence in a loose shape, "a prize (Best Stew, 2016) went", or for somebody."""
    draft, context = cited.draft, cited.inline.context
    is_loose = draft.matched_by in LOOSE and not cited.ends_sentence
    if not (is_loose or _is_somebody(cited)) or draft.form != "full" or draft.locator or cited.is_linked or cited.has(FIRM):
        return False
    if any(context.outlet(name) for name in (draft.get("container_title"), draft.get("publisher"), draft.get("author")) if name):
        return False
    return not any(spot(context.folded, setting_of(cited.text, cited.inline.zone), context.outlets))


def _is_somebody(cited: Cited) -> bool:
    """True for what may be a person or a house, and when: "Ivan Petrov, 4 May 2019", "Grand Hotel, 17 June 1969"."""
    if cited.draft.matched_by != "source_date" or cited.convinces or len(cited.inline.drafts) > 1 or cited.is_stated:
        return False
    name = cited.draft.get("container_title")
    return VENUE.search(name) is not None or (name.count(" ") == 1 and is_given(name.partition(" ")[0]))


def _tells_of_italics(cited: Cited, manner: Manner) -> bool:
    """True for who gave out the thing in italics before the parenthesis, and when: "*Tapestry* (Ode, 10 February 1971)"."""
    bracket = cited.inline.zone.span.start - 1
    if cited.text[max(0, bracket - 1) : bracket].rstrip() or manner.italics.isdisjoint((bracket, bracket - 1)):
        return False
    is_bare = cited.draft.matched_by == "book" and not (cited.draft.locator or cited.has(PUBLISHED - {"author"}))
    is_unknown = cited.is_named_alone and not cited.convinces
    return (is_bare or is_unknown) and not cited.draft.get("issued").startswith(OPEN) and not cited.is_linked


def _is_alone(cited: Cited) -> bool:
    """True for one source amid a sentence, which may say when something was with a paper: "joined it (New York Times, 2016) as editor"."""
    return len(cited.inline.drafts) == 1 and not (cited.ends_sentence or cited.is_before_comma)
