"""A work that begins with the family name of its author, as in a list: "Smith, John. The Long Road. London: Penguin, 1999, p. 12",
"Müller, Hans: Der Krieg, München 1985, S. 44".

What follows the names is read as it is elsewhere: a title in quotation marks, a title between commas, or an entry of a list.
"""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.forms.books import book
from cites.forms.entry import read_stretch
from cites.forms.fields.family_first import is_set_apart, read_family_first, title_follows
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.quoted import titled
from cites.forms.quoted.quoted_words import begins_title
from cites.forms.short.supra import is_again
from cites.forms.signals import quoting_work
from cites.grammar.asides import NOWHERE
from cites.grammar.dates import YEAR
from cites.grammar.firms import FORM_NEXT
from cites.grammar.lexicon import in_names
from cites.grammar.names import EDITS
from cites.grammar.titles import opens_quote, read_quoted

BEGINNING = regex.compile(r"(?:\p{Ll}[\p{Ll}']*\s){0,3}\p{Lu}[\p{L}'-]+(?:\s[\p{L}'-]+){0,3}(?:,\s\p{Lu}|\s\p{Lu}{1,3}[.,]\s|:\s)")
AFTER = regex.compile(r"[\s.,:]*")
# Where an entry ends: at a semicolon, or at the period behind a year or a page after which another sentence begins.
STOP = regex.compile(
    r";\s(?!\d)|(?<=[\d)]\d*[a-h]?(?:\sff?)?)\.\s(?=\p{Lu}[\p{L}']*[\s,](?!\d))"
    rf"(?!(?:In|Accessed|Available|Retrieved|URL|DOI|ISBN|Vol|No|Nr|Bd|S|P|Pp|Ed|Hrsg)\b|{in_names('media', 'media.online')})|$"
)
DATED = regex.compile(r"(?<=\((?:\p{L}{3,9}\.?\s)?(?:1[5-9]|20)\d\d[a-h]?\)[,:.]?\s)")  # the year stands before the title
YEAR_FIRST = regex.compile(r"(?:1[5-9]|20)\d\d[a-h]?\.\s(?=[\p{Lu}“\"‘«„])")
IMPRINT = regex.compile(r"[^.]{3,200}[.?!]\s(?:[^.:;]{2,30}:\s|\[S\.\s?l\.|[^.;]{3,80}(?:1[5-9]|20)\d\d)")  # The Long Road. London: …
TOO_EARLY = 12  # code points after the names: "Smith, John. 1999. The Long Road."
UNKNOWN = regex.compile(r"[^,.]{2,50},\s\p{Lu}[\p{L}.'-]+(?:\s[\p{L}.'-]+){0,2}?(?<=\.)\s")  # Keohane, Dervla. “Roads”
EDITOR = regex.compile(  # Lipschutz, Ronnie D. (ed.), · Högselius, Per (2013):
    rf"\p{{Lu}}[^,.()]{{1,30}},\s\p{{Lu}}[\p{{L}}. -]{{1,30}}(?:u\.\s?a\.|et\sal\.)?\s\((?:{EDITS}\.?\)[,:]|(?:1[89]|20)\d\d[a-h]?\):)\s"
)
MAX = 500  # code points of one reference
PLACED = ("publisher", "publisher_place", "container_title", "url", "doi", "genre", "archive")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    if context.kind != "note" or not BEGINNING.match(folded, at, end) or title_follows(context, at, end) or is_again(context, at, end):
        return []
    is_person = bool(EDITOR.match(folded, at, end)) or is_set_apart(context, at, end)
    people = read_family_first(context, at, end, any_given=is_person)
    if people is None:
        return _read_otherwise(context, at, end)
    after = AFTER.match(folded, people.end, end)
    begin = after.end() if after else people.end
    if begin >= end or FORM_NEXT.match(folded, people.end, end):
        return []  # Chevron, U.S.A., Inc. v. Natural Resources Defense Council
    if opens_quote(folded, begin):
        quoted = read_quoted(folded, begin, end)
        if quoted is None or not begins_title(context, quoted, end):
            return titled.read(context, at, end)
    author = [Item(people.role, name, at, people.end) for name in people.names]
    between = [] if folded[begin - 2] == "." else [replace(draft, start=at) for draft in book.read_titled(context, begin, end, author)]
    is_whole = between and (between[0].form == "short" or _is_whole(between[0]))
    return between if is_whole else as_entry(context, at, begin, end)


def _read_otherwise(context: Context, at: int, end: int) -> list[Draft]:
    """Read given names that are not known: "Hom, Laureen D. “Early”"."""
    folded = context.folded
    people = read_family_first(context, at, end, any_given=True) if UNKNOWN.match(folded, at, end) else None
    if people and (folded.startswith(". ", people.end) or folded.startswith(". ", people.end - 1)):  # Hom, Laureen D. “Early”
        begin = people.end + 1 + folded.startswith(".", people.end)
        is_apart = context.begins_italics(begin) or people.names[0].family.isupper()  # CAMARA, Dom Helder. Spiral of violence. …
        if IMPRINT.match(folded, begin, end) and is_apart:
            return as_entry(context, at, begin, end)
    return []


def as_entry(context: Context, at: int, begin: int, end: int) -> list[Draft]:
    """Return the reference at `at`, with its title at `begin`, as an entry of a list is read; an empty list where it is not whole."""
    end = quoting_work(context.folded, begin, end)
    first = YEAR_FIRST.match(context.folded, begin, end)  # Liu, Lu, and Yang Wang. 2018. “Hot Streaks”
    year = DATED.match(context.folded, begin) or first or YEAR.search(context.folded, begin + TOO_EARLY, min(end, at + MAX))
    if year is None:
        return []
    stop = STOP.search(context.folded, year.end(), end)
    found = read_stretch(context, at, stop.start() if stop else end)
    is_nowhere = NOWHERE.search(context.folded, begin, year.start())  # The Long Road. [S.l.: s.n.], 1970
    is_whole = bool(found) and _is_whole(found[0])
    return found if is_nowhere else [_with_locator(draft) for draft in found if is_whole]


def _with_locator(draft: Draft) -> Draft:
    """The pages of a book, though of one in volumes, are those that are cited: "Collected Works. Vol. 12. Moscow: Progress, 1962, 44"."""
    is_book = not draft.get("container_title") and (draft.get("publisher") or draft.get("publisher_place"))
    if not is_book or draft.locator or not draft.get("page"):
        return draft
    return replace(draft, items=[item for item in draft.items if item.field != "page"], locator=draft.get("page"))


def _is_whole(draft: Draft) -> bool:
    """True for a reference that names people, a title, a year, and where it appeared, or a person by the initial and a day."""
    named = str(draft.get("author") or draft.get("editor"))
    has_initial_and_day = named[1:2] == "." and len(draft.get("issued")) > len("2016")  # Sidibe, B., Traditional Courts, 6 June 2008
    is_placed = any(map(draft.get, PLACED)) or draft.locator or has_initial_and_day
    return bool(draft.form == "full" and named and draft.get("title") and draft.get("issued") and is_placed)


FORM = Form("inverted", read)
