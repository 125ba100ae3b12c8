"""A title without quotation marks and what follows it, before it is told whether they are a work: "The Audit of War (London, 1986), 12"."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms.books.behind_comma import SERIES_NEXT
from cites.forms.books.italics import leads_to_name
from cites.forms.books.short_titles import own, without_entry
from cites.forms.books.title_end import find_title_end
from cites.forms.fields.assign import assign
from cites.forms.fields.authorship import are_people
from cites.forms.fields.behind_title import read_behind
from cites.forms.fields.contained import is_contained, is_journal
from cites.forms.fields.imprints import in_series
from cites.forms.form import Context, Item
from cites.forms.quoted.part_of_book import of_this_printing
from cites.forms.quoted.quoted_words import begins_title, ends_with_quoted, holds_quoted, is_pointed
from cites.grammar.dates import read_date
from cites.grammar.lexicon import one_of
from cites.grammar.names import EDITS
from cites.grammar.person import is_given
from cites.grammar.printed import Printed
from cites.grammar.titles import read_quoted

GIVEN_NEXT = regex.compile(r"(?P<given>\p{Lu}\p{Ll}+),\s\p{Lu}")
INITIALS_FIRST = regex.compile(rf"(?:\p{{Lu}}\.[\s-]?){{1,3}}(?:,|\s?\({EDITS})")
SUBTITLE_NEXT = regex.compile(r":\s\D|\s\p{Lu}\p{Ll}{3}|\s\p{Ll}{2,}\s")  # 1991: The Last Empire · 2015/16 Annual Report · May 68 in it
PAGES_BEFORE = regex.compile(r"\s(?P<pages>\d{1,3}(?:-\d{1,3})?(?:,\s\d{1,3}(?:-\d{1,3})?)*)$")
YEARS_BEHIND = regex.compile(  # *Radical Past*, 1960-1974 (Pasadena, … · *Cours de peinture,* 1707 (Paris: Gallimard, 1988)
    r"(?:(?P<years>,?\s(?:1[0-9]|20)\d\d-\d{2,4})|,?\s(?:1[4-9]|20)\d\d)(?=\s\(\p{Lu}[^():]{2,40}:\s[^()]{2,80},\s(?:1[5-9]|20)\d\d\))"
)
QUANTITY = regex.compile(  # "KPRF, 19.2 percent, December 4, 2011", "Berg, Minister, told Le Monde, 3 May 2019": no title
    r"[\d.,]+\s?(?:%|percent\b|per\scent\b|million\b|billion\b|Prozent\b|Mio\b|Mrd\b)|\p{L}[\p{L} ]{2,50},\stold\s\p{Lu}"
)
PAGE_AND_REMARK = regex.compile(r"\d{1,4}(?:-\d{1,4})?,\s\p{Ll}{3,}")  # "Arnhold (1953), 152, emphasis added": no title
YEAR = regex.compile(r"(?:1[5-9]|20)\d\d")
MONTH_YEAR = regex.compile(rf"(?:\p{{Lu}}\p{{Ll}}+\s)?{YEAR.pattern}")  # August 1914
IMPRINT_NEXT = regex.compile(  # Orwell, 1984⟨ (London: Secker, 1949)⟩ · Edith Thomas, Juin 1940⟨, Paris, Seuil, 1970⟩
    r"\s\(\p{Lu}[^();]{2,30}:\s\p{Lu}[^();]{2,50},\s(?:1[5-9]|20)\d\d\)|(?:,\s\p{Lu}[^,;()\d]{2,40}){2},\s(?:1[5-9]|20)\d\d(?=[,.;]|$)"
)
VOLUME_ALONE = regex.compile(r"[\P{L}]*|[IVXLC]{2,}")  # Department of State Bulletin, XXIX (23 Aug. 1952)
VOLUME_LAST = regex.compile(r"[:,]\s[Vv]ol(?:\.|ume)\s(?P<volume>\d{1,2}|[IVX]{1,5})$")  # The Edges of Office: Vol. 1
SENTENCE_NEXT = regex.compile(r"\.\s\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*)?(?:\s(?![ei]n\s)\p{Ll}+){3}(?:,?\s\p{L}[\p{L}'-]*)*?(?:\s\p{Ll}+){3}")
SEE_WITHIN = regex.compile(rf"\p{{Ll}}{{2}}[.;]\s(?=\p{{Lu}})(?i:{one_of('see')}):?\s\p{{Lu}}")  # … they can do. See: Ann Berg, …
SAYS = frozenset({"who", "which", "argues", "argued", "notes", "says"})  # no title does


class Work(NamedTuple):
    """A title without quotation marks, at `begin:stop`, and what follows it."""

    begin: int
    stop: int
    title: Item
    printed: tuple[Printed, ...]  # what follows, as the tail has it
    items: list[Item]  # the same, as fields
    fields: frozenset[str]
    locator: str
    short_name: str
    is_behind: bool  # something stands between the title and its date
    is_contained: bool  # in a periodical or a collection
    is_italic: bool  # or a link
    end: int


def begins_no_title(context: Context, begin: int, end: int, author: list[Item]) -> bool:
    """True where a title cannot begin: at a small letter, at names, at a page with a remark, at a quantity."""
    folded = context.folded
    quoted = read_quoted(folded, begin, end) if author and folded[begin] in "'\"" else None
    words = read_quoted(folded, begin, end) if not author and folded[begin] in "“\"" else None
    if words and context.kind == "note" and is_pointed(context, words, end):
        return True
    first = folded[begin + (quoted is not None and begins_title(context, quoted, end))]  # 'Britain Awake!' The Labour Party
    is_small_title = author and context.begins_italics(begin)
    if not (first.isupper() or first.isdigit() or not first.isascii() or is_small_title):
        return True
    given = GIVEN_NEXT.match(folded, begin, end) if len(author) == 1 and not getattr(author[0].value, "given", "-") else None
    if given and is_given(given["given"]):
        return True  # "Lemarchand, Claire, Plain Network Methods": family name first
    if author and INITIALS_FIRST.match(folded, begin, end):
        return True  # "Portas, A., M. Castelló and L. Bexton (eds.), The Unseen Economy": names
    if are_people(author) and (numbered := SERIES_NEXT.match(folded, begin, end)) and not YEAR.fullmatch(numbered["number"]):
        return True  # "Marine Pollution, POST Note 527, Parliamentary Office of Science and Technology": a title, not people
    if PAGE_AND_REMARK.match(folded, begin, end) or QUANTITY.match(folded, begin, end):
        return True
    return not author and leads_to_name(context, begin, end)  # "Her text is in Sabine Breitwasser, ed., *Drawing with the Body*"


def read_work(context: Context, begin: int, end: int, author: list[Item], *, dated: bool) -> Work | None:
    """Read a title and what follows it; None where those words are no title."""
    folded, text = context.folded, context.text
    stop, typed = find_title_end(context, begin, end)
    years = YEARS_BEHIND.match(folded, stop, end) if typed else None
    after = years.end() if years else stop
    stop = years.end("years") if years and years["years"] else stop
    if _are_no_title(context, begin, stop, author):
        return None
    typed = typed and not SENTENCE_NEXT.match(folded, after, end)
    tail = context.tail(after, end, listed=folded.startswith(". ", after)) if typed else None
    printed = of_this_printing(tail.items) if tail else ()
    if author:
        printed = without_entry(context, text[begin:stop], own(context, printed))
    printed = in_series(printed, context)
    fields = {"url" if context.is_host(item.value, item.start) else item.field for item in printed}
    contained = is_contained(context, printed, fields)
    items, locator, short_name = assign(printed, context, titled=contained)
    before_year = fields <= {"issued", "edition", "page", "url"} and folded[stop : stop + 2] == " ("
    if before_year and context.italics_end(begin) != stop and (pages := PAGES_BEFORE.search(folded, begin, stop)):
        stop, locator = pages.start(), text[slice(*pages.span("pages"))]  # as the Bluebook has it: "Understanding Privacy 21-24 (2007)"
    behind: list[Item] = []
    if not contained and "in" not in fields and (dated or fields & {"issued", "publisher"}):
        stop, behind = read_behind(context, begin, stop, items)
        items += behind
        fields |= {item.field for item in behind}
    title = Item.cut("title", text, (begin, begin + len(folded[begin:stop].rstrip(" ,;"))))
    if "volume" not in fields and (volume := VOLUME_LAST.search(folded, begin, title.end)):
        title = Item.cut("title", text, (begin, volume.start()))
        items.append(Item.cut("volume", text, volume.span("volume")))
    if author and fields & {"volume", "page"} and "issued" in fields and is_journal(context, text[begin:stop]):
        title = title._replace(field="container_title")  # as physicists cite: "D. Bohm, *Physical Review*, 1958, 115:485"
    italic = _is_marked(context, begin, stop, contained=contained)
    finish = max([stop, *(item.end for item in printed), *(item.end for item in behind)])
    if tail and tail.end > finish and folded[tail.end - 1] in ")]>":
        finish = tail.end
    return Work(begin, stop, title, printed, items, frozenset(fields), locator, short_name, bool(behind), contained, italic, finish)


def _are_no_title(context: Context, begin: int, stop: int, author: list[Item]) -> bool:
    """True for words that are too short, say something, end with a quoted title, or begin with a date: "FRUS, 1951-1954, vol. XIV"."""
    words = context.folded[begin:stop]
    is_year = MONTH_YEAR.match(words) and (context.begins_italics(begin) or IMPRINT_NEXT.match(context.folded, stop))
    if author and not is_year and (_begins_with_date(context.folded, begin, stop) or VOLUME_ALONE.fullmatch(words)):
        return True
    if words.count("(") > words.count(")") and any(begin < start < stop for start, _ in context.italics):
        return True  # As I learnt from Natalie Davis (see her *Society and Culture*
    is_said = not (SAYS.isdisjoint(words.split()) or context.italics_end(begin) == stop)  # *Lettres, notes et carnets*
    if len(words) < 3 or SEE_WITHIN.search(words) or is_said or ends_with_quoted(context, begin, stop):
        return True
    return not author and holds_quoted(context, begin, stop)


def _is_marked(context: Context, begin: int, stop: int, *, contained: bool) -> bool:
    """True where italics touch the title, or a link is just as long as it."""
    if any(start < stop and begin < finish for start, finish in context.italics):
        return True
    return contained and any((start, finish) == (begin, stop) for start, finish, _ in context.links)


def _begins_with_date(folded: str, begin: int, stop: int) -> bool:
    """True for "1952-1954, vol. XIV" and "1983: 163", which are no titles; not for "1991: The Last Empire"."""
    date = read_date(folded, begin, stop)
    return date is not None and not SUBTITLE_NEXT.match(folded, date.end)
