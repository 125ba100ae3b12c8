"""Single reference strings: one line of a bibliography, or a note, to its works."""

from __future__ import annotations

from itertools import pairwise

from cites import lazy_regex as regex
from cites.extract import Extractor
from cites.forms import HINTS, Context, Draft, read_entry, read_note
from cites.forms.contexts import to_citation
from cites.forms.entry import read_by_gost
from cites.forms.entry.bibliography import CONFIDENCE
from cites.grammar.inverted_names import read_inverted
from cites.grammar.lexicon import Either
from cites.knowledge import BODIES, load
from cites.marks import Marked
from cites.model import Document, Name, Reference, Span, Zone
from cites.resolve import sources
from cites.resolve.types import tell_type
from cites.resolve.works import to_reference
from cites.tagger.fields import Pieces, mend, to_fields
from cites.tagger.tag import read_pieces
from cites.view import View
from cites.zones.entries import LABEL

CERTAIN = 0.9  # confidence of a form that wins over names printed family first
SURE = 0.95  # confidence of a book whose authors and imprint were read
LIKELY = 0.8  # confidence of a form that wins over the tagger
UNSURE = frozenset({"titled", "book", "web", "author_year"})  # forms that the tagger may know better where they are not sure
LONGEST = 4_000  # code points of a string that are read; the longest notes of law reviews have few more
COVERED = 0.6  # share of the string that the works of a note must use up; else it is read as an entry
YEARS = (4, 9)  # characters of "1998", "1998/1999": what lists print; a day tells of news, which the forms read better
IMPRINT = regex.compile(r"\s\(\p{Lu}[^():;]{2,50}(?::\s[^():;]{2,60})?,\s(?:1[5-9]|20)\d\d\)")  # (New York: Knopf, 2020)
OF_LAW = Either(  # Campbell v. Acuff-Rose Music · 101 Iowa L. Rev. 657 (2016) · BEHIND THE SCREENS 12 (2024)
    r"\sv\.?\s(?:\p{Ll}{1,3}\s?){0,2}\p{Lu}",
    r"\s\d{1,4}\s\p{Lu}[\p{L}.'&\d]*(?:\s[\p{L}.'&\d]+){0,6}\s\d{1,5}(?:,\s[\d–-]+)?\s\([^()]*\d{4}\)",
    r"\p{Lu}{3}\s\d{1,4}\s\([^()]*\d{4}\)",
)
WHOLE = {"book": SURE, "legal": CERTAIN, "bluebook": SURE}  # how sure a form must be of what fills a string to its end
SEVERAL = regex.compile(r"(?:1[5-9]|20)\d\d[^;]{0,80};\s.{15,300}(?:1[5-9]|20)\d\d")  # "… (London, 1990), 5; Jones, … (Paris, 1991)"
CYRILLIC = regex.compile(r"\p{Cyrillic}{4}")
OF_NOTES = Either(  # signs of what stands in notes only: cases, statutes, documents, archives, notes that point back
    r"\sv\.?\s\p{Lu}",
    r"[§¶]",
    r"\b(?:U\.?N\.? Doc|U\.S\.C|C\.F\.R|Fed\. Reg|Cong\.|Stat\.|I\.C\.J|S/RES|A/RES|Cmnd|Hansard|EWHC|UKHL|ECHR|ECR|UNTS|U\.N\.T\.S)",
    r"\b(?:[Ii]bid|op\. ?cit|supra|hereafter|hereinafter|interview with|telegram|memorandum|memcon|Foreign Relations of the)\b",
    r"\b(?:[Bb]ox|[Ff]older|RG|FO|Fond|ф\.|оп\.)\s\d",
)

# Month's names as they are printed: "mar" and the like only with their capital, for they are words too.
MONTHS = "|".join([month.title() for month in load().months] + [month for month in load().months if len(month) > 3])
LIKE_NOTE = Either(  # what the forms of notes begin from
    r"[“„«\"]",
    r"https?:|www\.",
    r"\((?:[^()]{2,60}:\s)?[^()]{2,60}(?:1[5-9]|20)\d\d\)",  # an imprint
    rf"(?<!\d)\d{{1,2}}\.?\s(?=\p{{L}}{{2}})(?:{MONTHS})\b",  # a day
    rf"(?<=\p{{L}}\.?\s)(?<=\b(?:{MONTHS})\.?\s)\d{{1,2}}(?!\d)",
    r"(?<!\d)\d\d?\.\d\d?\.(?:1[5-9]|20)\d\d",
    r"\b(?:Act|SI|UKSC|Reg\w*)\s\d",
    r"[\p{Han}\p{Hangul}\p{Katakana}\p{Hiragana}]",
)


def parse(text: str, extractor: Extractor | None = None) -> tuple[Reference, ...]:
    """Return the works that a reference string names, none where it names none.

    >>> parse("Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.")[0].container_title
    'Kyodo News'
    """
    return tuple(work for work, _ in read_works(text, extractor or Extractor()))


def read_works(text: str, extractor: Extractor) -> tuple[tuple[Reference, float], ...]:
    """Return the works that a reference string names, each with how sure that is: 0.85 for "Ann Hale, “Ice,” Kyodo News, May 1, 2015."."""
    label = LABEL.match(text)
    start = label.end() if label else 0
    if not text[start:].strip():
        return ()
    pieces = read_pieces(text[start:])
    tagged = to_fields(pieces)
    is_work = _is_work(tagged)
    is_entry = is_work and (_is_listed(tagged, pieces) or not (LIKE_NOTE.is_in(text) or OF_NOTES.is_in(text)))
    is_one = not SEVERAL.search(text)
    may_be_gost = is_one and CYRILLIC.search(text) is not None
    as_note = is_one and (IMPRINT.search(text) is not None or OF_LAW.is_in(text))
    if is_entry and is_one and not (may_be_gost or as_note):  # most strings: no form is asked
        return _entry(tagged, pieces, extractor)
    marked = Marked(Document("", text[:LONGEST]))
    zone = Zone("list", Span(start, len(marked.document.text)))
    context = Context(View(marked.document.text, zone.span), extractor.outlets, HINTS, zone.kind)
    if as_note and (sure := _sure(context)):
        return _works(sure, context, zone, marked, extractor)
    by_gost = read_by_gost(context) if may_be_gost else []
    if is_entry and is_one and not by_gost:
        return _entry(tagged, pieces, extractor)
    drafts = by_gost or _read(context)
    if drafts and all(draft.form == "ibid" for draft in drafts):
        return ()  # it names no work
    if all(draft.matched_by == "entry" or (draft.confidence < LIKELY and draft.matched_by in UNSURE) for draft in drafts):
        if is_work:
            return _entry(tagged, pieces, extractor)
        drafts = drafts or [draft for draft in read_entry(context) if len(draft.items) > 1]  # a title alone is a sentence
    return _works(drafts, context, zone, marked, extractor)


def _sure(context: Context) -> list[Draft]:
    """A book that a note describes from its authors to the imprint in parentheses, or what lawyers cite, with nothing left over."""
    drafts = read_note(context)
    whole = len(drafts) == 1 and drafts[0].start == 0 and drafts[0].end >= len(context.folded.rstrip(" ."))
    return drafts if whole and drafts[0].confidence >= WHOLE.get(drafts[0].matched_by, 2) else []


def _works(drafts: list[Draft], context: Context, zone: Zone, marked: Marked, extractor: Extractor) -> tuple[tuple[Reference, float], ...]:
    citations = [to_citation(draft, context.view, zone, marked) for draft in drafts]
    works = [to_reference(citation, extractor.outlets).revised(id=f"r{number}") for number, citation in enumerate(citations, 1)]
    named = (sources.name_source(work, extractor.outlets, {}) for work in works)
    return tuple((work, citation.confidence) for work, citation in zip(named, citations, strict=True))


def _is_listed(tagged: Reference, pieces: Pieces) -> bool:
    """True for a whole entry of a bibliography as the tagger read it: the year behind the names, or a year and where it was published."""
    if not tagged.title:
        return False
    if tagged.author and any(one == "author" and two == "issued" for (one, _), (two, _) in pairwise(pieces)):
        return True
    in_journal = tagged.container_title and tagged.volume and tagged.page
    published = tagged.publisher or tagged.publisher_place or (tagged.container_title and (tagged.volume or tagged.page))
    return bool(published and (len(tagged.issued) in YEARS or (in_journal and tagged.issued)))


def _is_work(tagged: Reference) -> bool:
    """True for a reference that names a work at all; a mere sentence has a title at the most."""
    told = (
        tagged.author or tagged.editor,
        tagged.title or tagged.container_title,
        tagged.issued,
        tagged.publisher or tagged.publisher_place,
        tagged.page,
        tagged.url or tagged.doi,
    )
    return sum(map(bool, told)) > 1


def _entry(tagged: Reference, pieces: Pieces, extractor: Extractor) -> tuple[tuple[Reference, float]]:
    """The one work of an entry of a bibliography as the tagger read it; a known body is no person: "Hogan Lovells", "White & Case"."""
    tagged = mend(tagged, extractor.outlets)
    named = next((printed.strip(" .,:;") for label, printed in pieces if label == "author"), "")
    if named and (outlet := extractor.outlets.find(named)) and outlet.kind in BODIES:
        tagged = tagged.revised(author=(Name(literal=named),))
    kind = tell_type(tagged, "entry", extractor.outlets)
    return ((sources.name_source(tagged.revised(id="r1", type=kind), extractor.outlets, {}), CONFIDENCE),)


def _quoted_entry(context: Context) -> list[Draft]:
    """An entry whose title stands in quotation marks, which bound its fields: "Sanger, David. “Trolls.” New York Times, March 3, 2019."."""
    return [draft for draft in read_entry(context) if draft.matched_by == "titled" and draft.confidence >= CERTAIN and draft.get("author")]


def _read(context: Context) -> list[Draft]:
    """What the forms of notes use up is a note; family names first make an entry of a bibliography."""
    inverted = read_inverted(context.folded, context.text, 0, len(context.folded)) is not None
    if inverted and (entry := _quoted_entry(context)):
        return entry
    drafts = [draft for draft in read_note(context) if draft.form == "full" or draft.items]
    certain = (
        [draft for draft in drafts if draft.confidence >= CERTAIN and draft.matched_by not in ("book", "entry")] if inverted else drafts
    )
    if sum(draft.end - draft.start for draft in certain) >= COVERED * len(context.folded):
        return certain
    return []
