"""Whether a title without quotation marks is an article or a chapter: what follows it may be what it is part of."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.edtf import has_month, is_day
from cites.forms.fields.authorship import is_by_body
from cites.forms.form import Context, Item, field_of, has
from cites.grammar.kinds import HOUSE
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body as has_body_word
from cites.grammar.sources import is_station
from cites.grammar.titles import CLOSERS

PAPERS = frozenset({"newspaper", "magazine", "journal"})  # kinds of outlets that publish no books
INITIALS = regex.compile(r"\p{Lu}\p{Ll}*\p{Lu}[\p{L}-]{0,8}")  # NuR · NJW · DÖV
PRINTED = ("volume", "issue", "page", "publisher", "publisher_place")  # of what holds a work
SHORT = 3  # letters of a word that a title prints small
AT_PAGE = regex.compile(r",\sat\s$")


def is_contained(context: Context, printed: tuple[Printed, ...], fields: set[str]) -> bool:
    """True for an article or a chapter: something follows its title that it may be part of."""
    if "in" in fields:
        return bool(fields & {"text", "quoted"})
    if printed and printed[0].field == "quoted":
        return bool(fields & {"volume", "issue", "issued"})
    is_numbered = "text" in fields and (_is_numbered(printed) or _is_by_year(printed))
    return is_numbered or ("text" in fields and _is_periodical(context, printed))


def _is_by_year(printed: tuple[Printed, ...]) -> bool:
    """True for "NuR 2009, 77", a journal that German lawyers cite by its initials, its year and a page."""
    name = next(item for item in printed if item.field == "text")
    dated = any(item.field == "issued" and item.start == name.end + 1 for item in printed)
    return dated and INITIALS.fullmatch(name.value) is not None and has(printed, "page")


def _is_periodical(context: Context, printed: tuple[Printed, ...]) -> bool:
    """True where the first unnamed stretch is a newspaper or magazine with its day: "Guardian (Apr. 9, 2022)"."""
    first = next(item for item in printed if item.field == "text")
    name = first.value
    outlet = context.outlet(name)
    if first is printed[0] and outlet and outlet.kind in PAPERS and has(printed, "issued"):
        return True
    dated = any(item.field == "issued" and has_month(item.value) for item in printed)
    to_the_day = any(item.field == "issued" and is_day(item.value) for item in printed)
    paged = field_of(printed, "page") if dated else None
    if paged and AT_PAGE.search(context.folded, first.end, paged.start):
        return True  # IEEE Software, Jan./Feb. 2006, at 61
    if to_the_day and outlet is not None and outlet.kind == "publisher":
        return True
    if outlet is None and to_the_day and not has_body_word(name) and not has(printed, "publisher_place"):
        return True  # books have no days: "Fin. Times (Mar. 2, 2021)"
    return dated and (context.periodical(name) is not None or name.endswith("."))


def of_part(title: Item, items: list[Item], author: list[Item], context: Context) -> list[Item]:
    """Return the fields of a part in quotation marks behind what it is part of: "OECD, *Economic Outlook*, “Annex,” 2020",

    "*Chernobyl*, season 1, episode 3, “Open Wide, O Earth,” …".
    """
    part = field_of(items, "container_title")
    if part is None or context.folded[part.start - 1] not in CLOSERS or context.outlet(str(part.value)):
        return [title, *items]
    if any(has(items, name) for name in PRINTED):
        return [title, *items]  # „Kwartalnik Historyczny” R. 98
    is_episode = any(item.field == "number" and item.start < part.start for item in items)
    if not (is_episode or is_by_body(author)):
        return [title, *items]
    whole = [item for item in items if item is not part and item.value != "motion_picture"]
    named = [part._replace(field="title"), title._replace(field="container_title"), *whole]
    return [*named, Item("type", "broadcast", part.start, part.start)] if is_episode else named


def is_day_of_outlet(context: Context, printed: tuple[Printed, ...], title: str, *, whole: bool) -> bool:
    """True for a newspaper that is known, with a day, behind a title: "Those Manly Men of Yore, New York Times, June 17, 2011".

    whole: nothing else is in the note, so that a year will do: "The Long Arm of the Archive. The Economist. 2014, s. 44".
    The words of the title have capitals: not "…; and, in Korean eyes the most offensive, Sankei Shimbun, November 21, 2018".
    """
    words = [word for word in title.split() if len(word) > SHORT]
    is_aired = is_station(printed[0].value, context.outlet(printed[0].value)) and not any(map(is_common, words))  # Vesti nedeli, Rossiya 1
    if not is_aired and sum(word[0].isupper() for word in words) * 2 < len(words) + (not whole):
        return False
    dated = any(item.field == "issued" and (whole or is_day(item.value)) for item in printed)
    return dated and printed[0].field in ("text", "quoted") and context.periodical(printed[0].value) is not None


def _is_numbered(printed: tuple[Printed, ...]) -> bool:
    """True where the first unnamed stretch has a volume or an issue: "Survival 58, no. 4", "102 Mich. L. Rev."; not "Bd. 4, München"."""
    name = next(item for item in printed if item.field == "text")
    if HOUSE.search(name.value) or _is_imprint(name, printed):  # a publisher has no volumes itself
        return False
    return any(item.field in ("volume", "issue") and (item.start > name.start or name.start - item.end <= 1) for item in printed)


def _is_imprint(first: Printed, printed: tuple[Printed, ...]) -> bool:
    """True for a place behind which a publisher stands: "Paris, Seuil, 1990, vol. 3"."""
    at = printed.index(first)
    return is_place(first.value) and at + 1 < len(printed) and printed[at + 1].field == "text"


def is_journal(context: Context, name: str) -> bool:
    """True for what is known as a scholarly journal: "Physical Review"."""
    outlet = context.outlet(name)
    return outlet is not None and outlet.kind == "journal"
