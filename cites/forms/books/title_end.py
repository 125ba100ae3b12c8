"""Where a title without quotation marks ends: before what can be no title, such as an imprint, a volume, a journal with its year.

"Russian Energy Strategy (Lanham, MD: …" ends before the parenthesis, "Ascent to Sinai: Diaries, 1952-56, London: …" before the place.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.books.behind_comma import EDITED_BY, UNPRINTED, ends_title, is_imprint_behind
from cites.forms.form import Context
from cites.grammar.imprint import read_imprint
from cites.grammar.imprint_fields import UNBRACKETED_IMPRINT
from cites.grammar.in_series import SERIES_BEFORE_IMPRINT, SERIES_IN_BRACKETS
from cites.grammar.lexicon import one_of
from cites.grammar.part_of import IN_BRACKETS
from cites.grammar.prose import ABBREVIATED
from cites.grammar.publisher_places import PLACE, is_place
from cites.grammar.separators import closing

BOUNDARY = regex.compile(r",?\s\(|\s\[|[,.]\s|(?<=[?!])\s(?=In:\s)|;|$|(?<=[^.])\.$")
MAX_TITLE = 320  # code points
ASIDE = frozenset({"language", "hereafter"})
PLACED = regex.compile(rf"(?P<place>{PLACE})\s(?:1[5-9]|20)\d\d(?=[,.;]|$|\s\(=)")  # Berlin 2014 (= Osteuropa 9-10/2014)
LATER_PLACED = regex.compile(rf"\p{{Lu}}[^.;()]{{3,120}}\.\s(?P<place>{PLACE})\s(?:1[5-9]|20)\d\d(?=[,.;]|$)")
IN_COLON = regex.compile(r"(?:[Ii]n|[Dd]ans|[Ee]n|[Ww]|[Вв])\s?:\s\S")  # … In: Osteuropa
PAPER = regex.compile(  # … . Der Spiegel. 2014
    r"(?P<name>\p{Lu}[^.,;:()“”\"]{2,60})(?:[.,]\s|\s\()(?:\d{1,2}\.?\s(?:\d{1,2}\.|\p{L}{3,9})\s)?(?:19|20)\d\d"
)
NAMED = r",\s\p{Lu}[\p{L}-]+"
AFTER_SUBTITLE = regex.shapes(
    ("⟨, Milano, Electa, ca 2001⟩", rf"{NAMED},\s\p{{Lu}}[^,;.(]{{2,50}}(?:,\scoll\.[^,(]{{2,60}})?,\s(?:ca?\.?\s)?(?:1[5-9]|20)\d\d"),
    ("⟨, London: Penguin, 1999⟩", r",\s\p{Lu}[^,:;.(]{2,40}:\s?\p{Lu}[^,;]{2,50}(?:,?\s(?:1[5-9]|20)\d\d|,\s(?:pp?|S)\.\s\d|\.?$)"),
    (", in: ", r",\sin:\s"),
    (", Köln, im Druck", rf"{NAMED},\s{UNPRINTED}"),
    (
        ", Köln / Leipzig 2022",  # , Leeds 1988 · , Frankfurt a. M. 1999 · , New York 2001
        r",\s(?:(?:New|Bad|Den|St\.)\s)?\p{Lu}[\p{L}-]+(?:\s(?:am\s|a\.\s?)\p{Lu}[\p{L}.]*|\s?[/-]\s?(?:New\s)?\p{Lu}[\p{L}-]+){0,3}"
        r"(?:\su\.\s?a\.)?\s(?:1[5-9]|20)\d\d",
    ),
    ("⟨, hg. v. ⟩Peter Berg", rf",\s{EDITED_BY}[\p{{L}}.]*\s"),
    ("⟨, t. 2⟩, Kraków 1999", rf",\s(?i:{one_of('volumes', 'translators.before')})\s?[\dIVX\p{{Lu}}]"),  # , tłum. E. Tabakowska
    (" (= Umwelt, Bd. 17), Köln 1988", r"\s\([^()]{5,90}\),\s\p{Lu}[\p{L}./ -]{2,40}(?::\s[^,;()]{2,60})?,?\s(?:1[5-9]|20)\d\d"),
    (" (Frankfurt a.M.: Suhrkamp, 1979)", r"\s\(\p{Lu}[^():]{2,40}:\s[^():]{2,60},?\s(?:1[5-9]|20)\d\d\)"),
)
SUBTITLE = regex.compile(
    r"[^.;(]{3,60}\?,\s\p{Lu}[^,;:(]{1,40}\s\(\p{Lu}\p{L}{2,8}\.?\s\d"  # "… Who Pays?, Vox (Mar. 2"
    rf"|(?:(?!:\s[„“«\"])[^.;(]|(?<=\d)\.){{3,160}}?(?:{AFTER_SUBTITLE})"
)


def find_title_end(context: Context, begin: int, end: int) -> tuple[int, bool]:
    """Return where a title that is not in quotation marks ends, and whether something that is typed follows it."""
    folded = context.folded
    limit = min(end, begin + MAX_TITLE)
    for start, finish in context.italics:
        if begin - 1 <= start <= begin + 1 and finish <= limit:
            return finish, True
    for start, finish, _ in context.links:  # World Bank, [Poverty at a Glance](https://…) (accessed May 3, 2019)
        if start == begin and folded.startswith((" (", ", ", ". In "), finish):
            return finish, True
    for match in BOUNDARY.finditer(folded, begin, limit):
        where, mark = match.start(), match[0]
        if mark == ", (":  # "The Thinking of Edwin Howell, (Batsford, 1964)"
            where, mark = where + 1, " ("
        if mark in (" (", " ["):
            if _ends_at_bracket(context, where, mark, end):
                return where, True
        elif mark.startswith(","):
            if _ends_before(context, match.end(), end):
                return where, True
        elif mark == " ":
            return where, True  # "Warum schweigen die Städte? In: Die Zeit"
        elif mark == ". ":
            typed = None if ABBREVIATED.match(folded, where) else _after_full_stop(context, match.end(), end, limit)
            if typed is not None:
                return where, typed
        else:
            return where, False
    return limit, False


def _ends_at_bracket(context: Context, where: int, mark: str, end: int) -> bool:
    """True where a bracket holds what can be no part of a title, such as an imprint."""
    folded = context.folded
    close = closing(folded, where + 1, end)
    if close is None:
        return False
    if mark == " [" and (folded[close + 1 : close + 3] in (" (", ", ") or IN_BRACKETS.match(folded, where + 1, end)):
        return True  # the title in translation; "Walki na Kałużówce [w:] Zbiory autora"
    items = read_imprint(folded, context.text, where + 2, close)
    behind = is_imprint_behind(folded, close + 1, end) or _has_imprint(context, close + 2, end)
    if items and (behind or SERIES_IN_BRACKETS.match(folded, close + 2, end)) and all(item.field == "issued" for item in items):
        return False  # "Türk-Sovyet İlişkileri (1922–1952) (Ankara: …)", "… (1841–1991), Amsterdam 1991": the years belong to the title
    if mark == " (" and SERIES_IN_BRACKETS.match(folded, where + 1, end):
        return True  # "Disegni di Giovanni Lanfranco (Gabinetto Disegni e Stampe LIX) (Firenze: Olschki, 1983)"
    if items and folded.startswith(", ", close + 1) and SERIES_BEFORE_IMPRINT.match(folded, close + 3, end):
        return False  # "Die Bozner Messen (1632–1851), Schriften des Landesmuseums, 22 (Bozen: …"
    return any(item.field not in ASIDE for item in items or ())


def _after_full_stop(context: Context, at: int, end: int, limit: int) -> bool | None:
    """Return whether an imprint or a periodical follows the full stop of a title; None where the title goes on behind it."""
    folded = context.folded
    paper = PAPER.match(folded, at, end)
    if IN_COLON.match(folded, at, end) or (paper and context.periodical(paper["name"])):
        return True
    if _goes_on(folded, at, limit):
        return None
    imprint = UNBRACKETED_IMPRINT.match(folded, at, end) or PLACED.match(folded, at, end)
    if not imprint and (later := LATER_PLACED.match(folded, at, limit)) and is_place(later["place"]):
        return None  # "Michelangelo. Five lectures by Johannes Wille. Oxford 1977, S. 43"
    return imprint is not None and is_place(imprint["place"])  # "The Four Loves. New York: Harcourt, 1960"


def _has_imprint(context: Context, at: int, end: int) -> bool:
    """True where a parenthesis at `at` says where something was published, or when."""
    close = closing(context.folded, at, end) if context.folded[at - 1 : at + 1] == " (" else None
    return close is not None and read_imprint(context.folded, context.text, at + 1, close) is not None


def _goes_on(folded: str, at: int, limit: int) -> bool:
    """True where a subtitle follows the period: an imprint without parentheses or a container comes before the next semicolon."""
    stop = folded.find(";", at, limit)
    return bool(SUBTITLE.match(folded, at, limit if stop < 0 else stop)) and not folded.startswith(("See ", "Vgl. ", "Siehe "), at)


def _ends_before(context: Context, at: int, end: int) -> bool:
    """True where what stands behind a comma ends a title; kept, for the same comma is behind all that may begin before it."""
    known = context.title_ends.get((at, end))
    if known is None:
        known = context.title_ends[at, end] = ends_title(context, at, end)
    return known
