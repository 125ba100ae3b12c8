"""Single reference strings: one line of a bibliography, or a note, to its works."""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.extract import Extractor, to_citation
from cites.forms import Context, Draft, read_entry, read_note
from cites.grammar.names import read_inverted
from cites.marks import Marked
from cites.model import Document, Reference, Span, Zone
from cites.resolve import sources
from cites.resolve.types import tell_type
from cites.resolve.works import to_reference
from cites.tagger.tag import read
from cites.view import View
from cites.zones import LABEL

CERTAIN = 0.9  # confidence of a form that wins over names printed family first
LIKELY = 0.8  # confidence of a form that wins over the tagger
UNSURE = frozenset({"titled", "book", "web", "author_year"})  # forms that the tagger may know better where they are not sure
COVERED = 0.6  # share of the string that the works of a note must use up; else it is read as an entry
YEARS = (4, 9)  # characters of "1998", "1998/1999": what lists print; a day tells of news, which the forms read better
SEVERAL = regex.compile(r"(?:1[5-9]|20)\d\d[^;]{0,80};\s.{15,300}(?:1[5-9]|20)\d\d")  # "… (London, 1990), 5; Jones, … (Paris, 1991)"
OF_NOTES = regex.compile(  # signs of what stands in notes only: cases, statutes, documents, archives, notes that point back
    r"\sv\.?\s\p{Lu}|§|¶|\b(?:U\.?N\.? Doc|U\.S\.C|C\.F\.R|Fed\. Reg|Cong\.|Stat\.|I\.C\.J|S/RES|A/RES|Cmnd|Hansard|EWHC"
    r"|UKHL|ECHR|ECR|UNTS|U\.N\.T\.S)"
    r"|\b(?:[Ii]bid|op\. ?cit|supra|hereafter|hereinafter|interview with|telegram|memorandum|memcon"
    r"|Foreign Relations of the)\b|\b(?:[Bb]ox|[Ff]older|RG|FO|Fond|ф\.|оп\.)\s\d"
)

LIKE_NOTE = regex.compile(  # what the forms of notes begin from: quotation marks, a day, an address, an imprint in parentheses; no year
    r"[“„«\"]|\b\d{1,2}\.?\s\p{L}{3,10}\.?(?:\s(?:1[5-9]|20)\d\d|$)|\b\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}(?:[,.;–-]|$)|\d\d?\.\d\d?\.(?:1[5-9]|20)\d\d|https?:|www\."
    r"|\((?:[^()]{2,60}:\s)?[^()]{2,60}(?:1[5-9]|20)\d\d\)|^(?!.*(?:1[4-9]|20)\d\d)|[\p{Han}\p{Hangul}\p{Katakana}\p{Hiragana}]|\b(?:Act|SI|UKSC|Reg\w*)\s\d"
)


def parse(text: str, extractor: Extractor | None = None) -> tuple[Reference, ...]:
    """Return the works that a reference string names, none where it names none.

    >>> parse("Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.")[0].container_title
    'Kyodo News'
    """
    extractor = extractor or Extractor()
    label = LABEL.match(text)
    start = label.end() if label else 0
    if not text[start:].strip():
        return ()
    tagged = read(text[start:])
    if (_is_listed(tagged) or (_is_work(tagged) and not LIKE_NOTE.search(text))) and not SEVERAL.search(text) and not OF_NOTES.search(text):
        return _finish((_typed(tagged, extractor),), extractor)
    marked = Marked(Document("", text))
    zone = Zone("list", Span(start, len(text)))
    context = Context(View(text, zone.span), extractor.outlets, zone.kind)
    drafts = _read(context)
    if all(draft.matched_by == "entry" or (draft.confidence < LIKELY and draft.matched_by in UNSURE) for draft in drafts):
        if _is_work(tagged):
            return _finish((_typed(tagged, extractor),), extractor)
        drafts = drafts or [draft for draft in read_entry(context) if len(draft.items) > 1]  # a title alone is a sentence
    citations = [to_citation(draft, context.view, zone, marked) for draft in drafts]
    return _finish(tuple(to_reference(citation, extractor.outlets) for citation in citations), extractor)


def _is_listed(tagged: Reference) -> bool:
    """True for a whole entry of a bibliography as the tagger read it: a title, a year, and where it was published."""
    published = tagged.publisher or tagged.publisher_place or (tagged.container_title and (tagged.volume or tagged.page))
    return bool(tagged.title and published and len(tagged.issued) in YEARS)


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


def _typed(tagged: Reference, extractor: Extractor) -> Reference:
    return replace(tagged, type=tell_type(tagged, "entry", extractor.outlets))


def _finish(references: tuple[Reference, ...], extractor: Extractor) -> tuple[Reference, ...]:
    return tuple(
        sources.name_source(replace(reference, id=f"r{index}"), extractor.outlets, {}) for index, reference in enumerate(references, 1)
    )


def _read(context: Context) -> list[Draft]:
    """What the forms of notes use up is a note; family names first make an entry of a bibliography."""
    drafts = [draft for draft in read_note(context) if draft.form == "full" or draft.items]
    inverted = read_inverted(context.folded, context.text, 0, len(context.folded)) is not None
    certain = (
        [draft for draft in drafts if draft.confidence >= CERTAIN and draft.matched_by not in ("book", "entry")] if inverted else drafts
    )
    if sum(draft.end - draft.start for draft in certain) >= COVERED * len(context.folded):
        return certain
    return []
