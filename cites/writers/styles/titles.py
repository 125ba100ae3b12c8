"""Titles as a style sets them: capitals of headlines, of sentences, short titles for notes.

No program knows all names, so that nothing is set in small letters but words of which this project's texts say that they are none
(data/common-words.txt); all other words stay as they are printed.
"""

from __future__ import annotations

import re

from cites.common_words import SMALL, is_common
from cites.knowledge import load
from cites.writers.casing import find_names, is_uncommon

WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*", re.UNICODE)
ENGLISH = frozenset("the of and to for with from by is are its how why what will not after into between who at on".split())
FOREIGN = frozenset(  # words that are common in titles of other languages, and in no English one but by the way
    """der die das und des dem den von zu im auf für ein eine le la les du et dans pour un une au aux el los las y del lo il della di e da
    do dos das na na w z i do og och för av ve bir van het een voor op de en""".split()
)
# What a name begins or ends with: such a word keeps its capital beside one that is kept, "South Korea", "Kerch Strait".
NAMING = frozenset(
    """north south east west northern southern eastern western central new great united saint mount lake sea seas island islands river
    bay strait straits gulf mountains ocean peninsula canal republic union states kingdom federation university""".split()
)
ARTICLE = re.compile(r"^(?:The|A|An) (?=\w)")
PERIODICAL = re.compile(r"^The (?=[A-Z])")
LEADING = SMALL | frozenset(load()["possessives"])  # what no short title ends with
ELIDED = re.compile(r"[dl]['’]")  # chargé d'affaires
LONGEST_SHORT = 4  # words of a short title, "of the", "its" and the like not counted. Source: the Chicago Manual of Style, 17th ed., 14.33


def is_english(title: str, language: str) -> bool:
    """Whether capitals may be set by English rules: by the language, else by more words such as "the" than such as "und".

    Where there are neither, most of what is in small letters is English: "Germany passes gas boiler bill".
    """
    if language or (lean := _lean(title)):
        return language.lower().startswith("en") if language else lean > 0
    small = [word for word in WORD.findall(title) if word.islower()]
    return sum(map(is_common, small)) > max(1, len(small) / 2)


def _lean(title: str) -> int:
    """Above 0 for English, below for other languages, 0 where no word tells."""
    words = [word.lower() for word in WORD.findall(title)]
    return sum(word in ENGLISH for word in words) - sum(word in FOREIGN for word in words)


def headline(title: str, language: str = "") -> str:
    """An English title with capitals: "Alarm over acquisition is premature" gives "Alarm over Acquisition Is Premature"."""
    if not is_english(title, language):
        return title
    words = list(WORD.finditer(title))
    out, end = [], 0
    for number, fit in enumerate(words):
        word = fit[0]
        is_edge = number in (0, len(words) - 1) or _begins(title, fit.start())
        raised = word.islower() and (is_edge or word not in SMALL) and not _is_address(title, fit) and not ELIDED.match(word)
        out += [title[end : fit.start()], word[0].upper() + word[1:] if raised else word]
        end = fit.end()
    return "".join([*out, title[end:]])


def sentence_case(title: str, language: str = "") -> str:
    """A title with capitals as in a sentence: "Putin’s Visit to Japan Postponed" gives "Putin’s visit to Japan postponed".

    Only words that are known to be no names lose their capitals; a title in which few words have capitals is as it should be.
    """
    if not language.lower().startswith("en") and (language or _lean(title) < 0):
        return title
    fits = list(WORD.finditer(title))
    words = [fit[0] for fit in fits]
    parts = list(re.finditer(r"[^\s–—/-]+", title))
    fixed = [(parts[start].start(), parts[end - 1].end()) for start, end in find_names([part[0] for part in parts], listed=True)]
    kept = [is_uncommon(fit[0]) or any(start <= fit.start() < end for start, end in fixed) for fit in fits]
    for number in [*range(len(words)), *reversed(range(len(words)))]:  # "New South Wales": from either side
        if words[number].lower() in NAMING and words[number][0].isupper():
            beside = (other for other in (number - 1, number + 1) if 0 <= other < len(words) and _touch(title, fits, number, other))
            names = (other for other in beside if kept[other] and words[other][0].isupper() and not _heads(title, fits[other]))
            kept[number] = kept[number] or any(True for _ in names)
    out, end = [], 0
    for fit, keep in zip(fits, kept, strict=True):
        word = fit[0]
        out += [title[end : fit.start()], word if keep or _heads(title, fit) else word[0].lower() + word[1:]]
        end = fit.end()
    return "".join([*out, title[end:]])


def _touch(title: str, fits: list[re.Match[str]], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return title[fits[first].end() : fits[second].start()] in (" ", " of ", "-")


def _heads(title: str, fit: re.Match[str]) -> bool:
    return fit.start() == 0 or not title[: fit.start()].strip("“‘\"'([¿¡ ") or _begins(title, fit.start())


def _begins(title: str, start: int) -> bool:
    """Whether a sentence or a subtitle begins here."""
    before = title[:start]
    return bool(re.search(r"[:.?!—][”’\"']? [“‘\"'(]?$", before)) and not re.search(r"\b(?:\w|vs|Mr|Dr|St|No)\. $", before)


def _is_address(title: str, fit: re.Match[str]) -> bool:
    """ "kremlin.ru", "e-mail"’s second half and the like keep their letters."""
    return "." in fit[0] or (title[fit.start() - 1 : fit.start()] in ("-", "@", "/", "’", "'") and fit.start() > 0)


def short_title(title: str) -> str:
    """What stands for a title in the later notes: "The Cold War Redux?" gives "Cold War Redux?"; the subtitle is left out."""
    main = re.split(r"(?<=\w)[:?!]\s|\s[—–]\s", title, maxsplit=1)[0]
    words = ARTICLE.sub("", main).split(" ")
    telling = [number for number, word in enumerate(words) if word.lower().strip("’'“”‘") not in LEADING]
    last = telling[LONGEST_SHORT - 1] if len(telling) > LONGEST_SHORT else len(words)
    return re.sub(r"[,;:]$", "", " ".join(words[: last + 1]))


def without_the(title: str) -> str:
    """A periodical without its article: "The Guardian" gives "Guardian". Source: the Chicago Manual of Style, 17th ed., 14.170."""
    return PERIODICAL.sub("", title)


def press(publisher: str) -> str:
    """A publisher in MLA’s short form: "Oxford University Press" gives "Oxford UP". Source: MLA Handbook, 9th ed., 5.61 and appendix 1."""
    if "University" not in publisher or not publisher.endswith("Press"):
        return publisher
    short = re.sub(r"\bUniversity Press$", "UP", re.sub(r"\bUniversity (?=of)", "U ", publisher))
    return re.sub(r"\bPress$", "P", short)


def capitalised(text: str) -> str:
    """With a capital at its head: "speech in Vladivostok" gives "Speech in Vladivostok"; not in an address."""
    text = text.strip()
    return text if re.match(r"\w+[./]\w", text) else text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Without the capital at its head, where that is no abbreviation: "Speech in Vladivostok" gives "speech in Vladivostok"."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text.startswith("E-") else text
