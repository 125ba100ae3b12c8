"""Names of sources: "Kyodo World Service", "www.kremlin.ru", "RFE/RL", 新华社. The shape first, then the name."""

from __future__ import annotations

from functools import lru_cache

from cites import lazy_regex as regex
from cites.grammar.dates import MONTHS, WEEKDAYS
from cites.grammar.genres import is_report
from cites.grammar.kinds import STATION
from cites.grammar.lexicon import any_of, compile_words, first_words, in_names, one_of
from cites.grammar.person import is_office
from cites.grammar.urls import is_site
from cites.knowledge import fold_name, load, load_places
from cites.model import Outlet
from cites.outlets import Outlets

MAX_SOURCE = 110  # code points; "National Research University Higher School of Economics" has 54
SMALL = frozenset(load()["small_words"])
WORD = regex.compile(r"[^\s,]+")
UNCASED = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Thai}\p{Devanagari}\p{Georgian}\p{Ethiopic}"
    r"\p{Bengali}\p{Gujarati}\p{Gurmukhi}\p{Kannada}\p{Khmer}\p{Lao}\p{Malayalam}\p{Myanmar}\p{Sinhala}\p{Tamil}\p{Telugu}]"
)
SOURCE_WORDS = frozenset(load()["source_words"])
SOURCE_ENDINGS = frozenset(load()["source_endings"]) | SOURCE_WORDS
BODY_WORDS = frozenset(load()["body_words"])
BODY_PHRASES = tuple(word for word in load()["body_words"] if " " in word)  # "task force"
EVENT_WORDS = frozenset(load()["event_words"])
PERSON_TITLES = frozenset(word.rstrip(".") for word in load()["titles"])
SHARED = 0.8  # evidence of a name of two words or more that several outlets have: "El Comercio"
COUNTING = frozenset({"official", "think-tank", "international", "ngo"})  # kinds of bodies that publish reports
ON_AIR = frozenset({"broadcaster", "wire"})
HAS_SERVICES = ON_AIR | {"news-site"}  # not newspapers: what is "Iran's news agency" is not of the paper Iran
CHANNEL = regex.compile(r"(?P<name>\D{2,}?)[ -]?\d{1,2}")  # CCTV-7
NUMBERED = regex.compile(r"(?<=^\p{L}{4,12}):\s?\d[\w./-]*(?:\s\[[^\]]*\])?$")  # arXiv:1706.04371 [Cs]
BRACKETED = regex.compile(r"\s*[\[(][^\])]*[\])]\s*$")
LETTERS = regex.compile(r"[\p{L}'-]+")


BETWEEN = frozenset({"to", "vs", "versus", "an", "à"})  # "Niger vs Mali", "Austen Chamberlain to Ida Chamberlain"
LAW = regex.compile(rf"{in_names('things.acts')}\s(?:on|of|No|for)\b|\d\w+\sCir\.")  # Law on the Press · 9th Cir.
UNIT = regex.compile(r"\s\d{3,}(?:/\d+)?$")  # "UNSCR 2397", "Flight 1549": numbered things are no sources
DESIGNATION = regex.compile(  # B-52, Su-35, MH17, Firefox 4, No. 121-FZ, 30°C, Minsk II, Proton-M: things, not sources
    r"\D+\d.*|.*[°%].*|.*\s[IVX]{1,4}|.*\p{Ll}-\p{Lu}|.*\s\p{Lu}"
)
QUANTITY = regex.compile(r"\d[\d.,]{2,}\s|\d{1,3}\.\s|\d{1,2}\s\p{Arabic}")  # "274.000 viewers", not "20 Minuten"
NUMBERED_NAME = regex.compile(r"\p{L}{3,}\d{1,3}|(?:El|La|Le|Il|The)\s.*")  # Soy502, Flightradar24, El 21 de Mayo
COLLECTIVE = regex.compile(  # Pakistani state media
    rf"(?:[\p{{Lu}}][\p{{L}}-]+\s){{1,2}}(?:{one_of('all_papers.kinds')}\s)?{one_of('all_papers.named')}$"
)

PLATFORM = rf"{one_of('accounts.platforms')}(?:\s|-){one_of('accounts')}\s"  # Telegram channel Rybar · Telegram-канал Baza
ACCOUNT = regex.compile(PLATFORM + r"\S.*", regex.IGNORECASE)
ACCOUNT_NEXT = regex.compile(PLATFORM, regex.IGNORECASE)  # Telegram channel “Neftebaza”

CYRILLIC = regex.compile(r"[«\"]?\p{Cyrillic}")
LOWER_ARTICLES = frozenset(load()["articles.small"])  # "il Giornale" in an English sentence
ARTICLES = frozenset(word.capitalize() for word in load()["articles.small"] + load()["articles.capital"])
BEFORE_THINGS = frozenset(load()["sentences.before"])

# What stands beside an outlet's name and does not make it another: "Beijing Xinhua Domestic Service", "TASS news agency".
LANGUAGES = frozenset(load().languages)
DESCRIPTOR = regex.compile(
    rf"\s+(?:{one_of('descriptors.before')}|{any_of(LANGUAGES)}\s)?\s*{one_of('descriptors')}$",  # BBC Albanian service
    regex.IGNORECASE,
)


OF_STATE = regex.compile(  # Ministère de la défense nationale du Niger · ministère de la Défense
    r"(?:\p{Lu}|(?=.+\s\p{Lu}))\p{L}\p{Ll}*\s(?:de|du|des|della|delle|del|dei|do|da|dos|das|für|der)\s(?!\p{Lu}\p{L}+\s(?:and|et|y"
    r"|e)\b)[^,;:.()\d]{3,80}$"
)


@lru_cache(maxsize=65536)
def is_source_shaped(name: str) -> bool:
    """True for what may be the name of a source: capitalised words with small words between, a site, or a name in a script without case.

    >>> is_source_shaped("Kyodo World Service"), is_source_shaped("later adding a second base")
    (True, False)
    """
    if not 2 <= len(name) <= MAX_SOURCE or name.isdigit():
        return False
    if is_site(name):
        return True
    words = WORD.findall(name)
    if len(words) > 12:
        return False
    if COLLECTIVE.fullmatch(name) or ACCOUNT.fullmatch(name):
        return True
    if QUANTITY.match(name):
        return False
    if _is_uncased(name):
        return len(name) <= 40
    if OF_STATE.match(name) and words[0].casefold() in BODY_WORDS:
        return len(words) <= 9
    if not _begins_a_name(words):
        return False
    if CYRILLIC.match(name):  # Russian and Ukrainian titles are in sentence case
        return len(words) <= 5
    is_short = len(words) in (2, 3) or (len(words) > 3 and words[0].casefold() in BODY_WORDS)  # Ministry of Foreign Affairs website
    if is_short and words[0].casefold() not in BEFORE_THINGS and (words[-1] in SOURCE_ENDINGS or words[0] in ARTICLES):
        words = [*words[:-1], words[-1].title()]  # "Rossiiskaia gazeta", "Le Monde diplomatique"
    return all(map(_is_of_name, words)) and (words[-1].casefold() not in SMALL or words == [name.upper()])  # ET


def _is_uncased(name: str) -> bool:
    """True for a name with letters of a script without case."""
    return not name.isascii() and UNCASED.search(name) is not None


def _begins_a_name(words: list[str]) -> bool:
    """True for "Kyodo", "20 Minuten", "eKathimerini", "al-Ahram", "il Giornale"."""
    first, *others = words
    if not (
        first[0].isupper()
        or first[0].isdigit()
        or (len(first) > 1 and first[1].isupper())
        or first.startswith(("al-", "an-", "as-", "e-"))
        or (first in LOWER_ARTICLES and 1 < len(words) < 5 and others[0][0].isupper())
    ):
        return False
    return any(char.isalpha() for char in first) or (bool(others) and others[0][0].isupper())


def _is_of_name(word: str) -> bool:
    """True for a small word, and for one with a capital, a digit or a point in it: "of", "Post", "iStories", "lenta.ru"."""
    return (
        word.casefold().rstrip(".") in SMALL
        or not word[0].isalpha()
        or word[0].isupper()
        or any(char.isupper() for char in word[1:])
        or "." in word[:-1]
    )


@lru_cache(maxsize=65536)
def lookup(printed: str, outlets: Outlets) -> Outlet | None:
    """Return the outlet that is printed, also with a place before it or a descriptor after: "Beijing Xinhua Domestic Service"."""
    found = outlets.find(printed)
    if found or len(printed) < 4:
        return found
    platform, _, account = printed.replace("/", " ").partition(" ")  # YouTube/NicolasMaduro · X/@MSF_Sudan, not X. Philippe
    is_account = platform[-1:] != "." and (account[:1].isupper() or account.startswith("@"))
    if is_account and (found := outlets.find(platform)) and found.kind == "social":
        return found
    bare = printed
    while len(shorter := DESCRIPTOR.sub("", bare).strip(" ,-")) > 2 and shorter != bare:  # Fars News Agency website: an agency of that name
        bare = shorter
        if found := outlets.find(bare):
            return found
        if bare.endswith(("'s", "’s")) and (found := outlets.find(bare[:-2])) and found.kind in HAS_SERVICES:  # RFE/RL's Romanian Service
            return found
    place, _, rest = bare.partition(" ")
    found = outlets.find(rest) if rest and load_places().has(place) else None
    if found and (found.kind not in ("journal", "magazine") or " " not in rest):
        return found  # not for "Cambridge Philosophical Transactions", "Michigan Quarterly Review"
    station, _, language = bare.rpartition(" ")
    if language.casefold() in LANGUAGES and (found := outlets.find(station)) and found.kind in ON_AIR:  # VOA Albanian
        return found
    channel = _channel(printed)
    if channel and (found := outlets.find(channel["name"])) and found.kind == "broadcaster":
        return found
    bare = NUMBERED.sub("", BRACKETED.sub("", printed)).replace("MFA", "Ministry of Foreign Affairs")  # MFA of Armenia
    return outlets.find(bare) if bare != printed else None


def _channel(name: str) -> regex.Match[str] | None:
    """Match a station with a number: "CCTV-7"."""
    return CHANNEL.fullmatch(name) if name[-1].isdigit() else None


def body_of(name: str, outlets: Outlets) -> Outlet | None:
    """Return the body whose name begins another one, the longest that is known: "World Bank Remittance Prices Worldwide Database"."""
    words = name.split(" ")
    found = (lookup(" ".join(words[:count]), outlets) for count in range(len(words) - 1, 0, -1))
    return next((outlet for outlet in found if outlet and outlet.kind in COUNTING), None)


def evidence(name: str, outlets: Outlets) -> float:
    """Return how far a name with a date after it is a source, from 0 (it is none) to 1 (a known outlet).

    Known outlets 1; sites 0.95; a name with a word such as "News" or "Ministry" 0.9; another capitalised name 0.5;
    places, weekdays, events and people with a title 0.
    """
    return _evidence(name.strip("*_"), outlets)  # *Estonia*, in a text without markup


def is_body(name: str) -> bool:
    """True for a name with a word such as "Ministry" or "Institute": it may issue documents and be an author."""
    folded = name.casefold()
    return any(word in BODY_WORDS for word in LETTERS.findall(folded)) or any(phrase in folded for phrase in BODY_PHRASES)


def _has_source_word(words: list[str]) -> bool:
    if len(words) > 1 and (words[-1] in SOURCE_ENDINGS or (words[0] in SOURCE_ENDINGS and words[1] == "of")):
        return True
    return any(word in SOURCE_WORDS for word in words)


@lru_cache(maxsize=65536)
def _evidence(name: str, outlets: Outlets) -> float:
    outlet = lookup(name, outlets)
    if outlet:
        return 0.8 if outlet.kind == "publisher" else 1.0
    if is_site(name) or name.startswith(("http", "@")):
        return 0.95
    if not is_source_shaped(name) or LAW.match(name):
        return 0.0
    folded = name.casefold()
    if _channel(name) and (station := outlets.find(name.partition(" ")[0])) and station.kind == "broadcaster":
        return 0.9  # ORF ZiB 2
    head, _, region = name.partition("-")
    if region[:1].isupper() and (agency := outlets.find(head)) and agency.kind == "wire":
        return 0.9  # Interfax-Dal'nii Vostok
    if (_is_uncased(name) and folded.endswith(tuple(SOURCE_WORDS))) or (is_report(name) and body_of(name, outlets)):
        return 0.9
    words = [word.strip("'-") for word in LETTERS.findall(folded)]
    if words == [folded] and name.isupper() and fold_name(name) in outlets.namesakes:
        return 0.5  # DR, of Denmark
    if load_places().has(name) or load_places().has(name.removeprefix("The ")) or not words or is_office(name):
        return 0.0
    if words[0] in MONTHS or words[0] in PERSON_TITLES or any(word in BETWEEN for word in words[1:]):
        return 0.0
    if _has_source_word(words):
        return 0.3 if words[-1] in EVENT_WORDS else 0.9
    if (
        any(word in WEEKDAYS for word in words)
        or UNIT.search(folded)
        or (DESIGNATION.fullmatch(name) and not (NUMBERED_NAME.fullmatch(name) or STATION.match(name)))
    ):
        return 0.0
    if " " in name and fold_name(name) in outlets.namesakes:
        return SHARED
    if any(word in BODY_WORDS for word in words):
        return 0.3 if words[-1] in EVENT_WORDS else 0.6
    if any(word in EVENT_WORDS for word in words):
        return 0.0
    return 0.6 if _is_uncased(name) else 0.5


# -- what stands beside the name of a source, and the words that may begin it ---------------------------------------

EDITION_NOTE = compile_words(  # online · Asia edition · de sources diverses
    rf"{one_of('edition_notes.beside')}|(?:{one_of('edition_notes.of')}|(?-i:\p{{Lu}}\p{{Ll}}{{2,20}}))\s{one_of('edition_notes.editions')}"
)
EDITION_WORDS = compile_words(rf"(?:{one_of('edition_notes')})(?=\s?(?:$|[,;)]|第?\d))")  # 2月1日朝刊 · 1月31日记者会
EDITION_FIRST = first_words("edition_notes.beside", "edition_notes.of")
GENRE = compile_words(
    rf"(?P<genre>\d{{1,3}}(?:st|nd|rd|th)\s{one_of('source_genres.counted')}|(?:{one_of('source_genres.often')}\s|(?-i:"
    rf"(?:\p{{Ll}}[\p{{Ll}}-]+\s){{1,2}}))?{one_of('source_genres')})"
    rf"(?=\s?(?:[,;)]|$)|\s{one_of('day_words', 'day_words.given')}\s\d|\s(?:no|nr|n|№)[.°º]?\s?\d|\s\d{{1,4}}/\d)"
)


def is_station(name: str, outlet: Outlet | None) -> bool:
    """True for a known broadcaster, and for what a name calls one: "BBC Radio 4", "Habertürk TV" of a paper, but not Radio Times."""
    if outlet and (outlet.kind == "broadcaster" or fold_name(name) in map(fold_name, (outlet.name, *outlet.aliases))):
        return outlet.kind == "broadcaster"
    return STATION.search(name) is not None
