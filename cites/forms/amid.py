"""What a sentence leads to, and when to believe it: "the argument is that of Gorchakov, Lennox and Xin, Unequal Partners"."""

from __future__ import annotations

from itertools import islice

from cites import lazy_regex as regex
from cites.edtf import has_month
from cites.forms.captions import befell
from cites.forms.elided import take_subject
from cites.forms.form import Context, Draft, field_of
from cites.forms.order import AMID, SURE, SURE_AMID, first_fit
from cites.forms.signals import next_boundary
from cites.grammar.lexicon import any_of, compile_words, one_of
from cites.grammar.person import is_given
from cites.grammar.prose import ABBREVIATED
from cites.grammar.separators import closing
from cites.knowledge import load

IN_LAST = compile_words(rf"\s(?:{one_of('in_words', 'leads.by')})\s$")
LONGEST_IN = 12  # code points of " according to "
OPENED_BY = {"'": ("'", "‘"), '"': ('"',), "”": ("“",)}  # by the mark that closes
LONGEST_QUOTED = 120  # code points before a source that stands within quotation marks
DAY_NEXT = regex.compile(r"(?:\s\([^()]*\))?,\s")  # between a paper and its day; not ", on "
OWNER = regex.compile(r"(?P<thing>\p{Lu}[\p{L}'-]+)\s(?:di|de|du|von|van|do|da)\s(?P<given>\p{Lu}\p{L}+)\s\p{Lu}")
AMID_START = regex.compile(
    regex.shapes(
        # not within a name: "Military Balance"
        ("as told by ⟨⟩Berg", r"(?<=(?<!\p{L})\p{Ll}[\p{L}'-]*[,):]?[”\"]?\s\(?)(?=\p{Lu}|[“\"«]\p{Lu}|@\w)"),
        ("it is a theory of art in Europe: ⟨⟩Pinder, Kunst", r"(?<=\p{L}{2}:\s)(?=\p{Lu}[\p{L}-]+,\s(?!(?:1[5-9]|20)\d\d))"),
        ("dates it to 1727, ⟨⟩Antonio Martínez", r"(?<=\s\d{1,4},\s)(?=\p{Lu}\p{Ll})"),
        ("commons in ⟨⟩‘Regulation’", r"(?<=\sin\s)(?=‘\p{Lu})"),
        ("(⟨⟩Berg, op. cit., 12)", r"(?<=\()(?=\p{Lu}[^()]{2,80}\s(?:cit|cyt)\.)"),
        ("said so (⟨⟩ibid., 12)", rf"(?<=[\p{{L}}-][,):]?[”\"»]?\s\(?)(?={any_of(load()['ibid'])})"),
    )
)
WORD_ENDS = regex.compile(r"\p{Lu}\p{Ll}{3,}\.\s(?=\p{Lu})")
MAX_AMID = 60  # places that are tried


def find_amid(context: Context, at: int, end: int) -> list[Draft]:
    """Return the citation that the sentence at `at` leads to: "the argument is that of Gorchakov, Lennox and Xin, Unequal Partners"."""
    for match in islice(AMID_START.finditer(context.folded, at + 1, next_boundary(context.folded, at, end)), MAX_AMID):
        if _begins_with_thing(context.folded, match.end(), end):
            continue
        opened = closing(context.folded, match.end() - 1, end) if context.folded[match.end() - 1] == "(" else None
        found = first_fit(AMID, context, match.end(), opened or end)
        if not found or not _is_sure_amid(context, found[0]):
            continue
        if befell(context, at, found[0]):
            return []
        if not _begins_with_end(context, found[0]):
            take_subject(context, at, found[0])
            return found
    return []


def _begins_with_thing(folded: str, at: int, end: int) -> bool:
    """True for "la Venere di Erich Schleier, Disegni di Giovanni Lanfranco": the one who is cited is named behind the particle."""
    owner = OWNER.match(folded, at, end)
    return owner is not None and is_given(owner["given"]) and not is_given(owner["thing"])


def _begins_with_end(context: Context, draft: Draft) -> bool:
    """True where the end of a sentence was taken for an author: "has a preface by Vargas Rosas. For criticism R. Bramley, …",

    "… Press, 1971), which is about London. W.N. Medlicote, 'Britain and Germany'".
    """
    author = field_of(draft.items, "author")
    ended = WORD_ENDS.match(context.folded, author.start, author.end) if author else None
    if ended and not ABBREVIATED.match(context.folded, ended.end() - 2):
        return True
    return draft.matched_by == "tagged" and author is not None and context.folded.startswith(". ", author.end)


def _is_sure_amid(context: Context, draft: Draft) -> bool:
    """True for what is a citation wherever a sentence leads to it, whatever its words: by its fields, or by italics."""
    return not _ends_quotation(context.folded, draft) and (
        is_sure(draft)
        or _is_paper_in_italics(context, draft)
        or _is_case_in_italics(context, draft)
        or _is_page_of_author(context, draft)
    )


def _ends_quotation(folded: str, draft: Draft) -> bool:
    """True for the end of what stands in quotation marks: "see the letters 'Thanks to AFP, May 2014'"."""
    opening = OPENED_BY.get(folded[draft.end : draft.end + 1], ())
    return any(folded.find(f" {mark}", max(0, draft.start - LONGEST_QUOTED), draft.start - 1) >= 0 for mark in opening)


def is_sure(draft: Draft) -> bool:
    """True for what is a citation even where a sentence leads to it: with a name of its own, or with a place and a publisher."""
    if draft.confidence < SURE_AMID.get(draft.matched_by, SURE):
        return False
    if draft.matched_by == "book" and draft.get("publisher_place") and draft.get("publisher"):
        return True
    if draft.matched_by == "titled" and draft.items and min(draft.items, key=lambda item: item.start).field == "title":
        return _is_article(draft)
    if draft.matched_by in ("bluebook", "titled", "book", "supra", "gost", "periodical"):
        return bool(draft.get("author") or (draft.get("editor") and draft.get("issued")))
    if draft.matched_by == "united_nations":
        second = draft.items[1]  # it begins with its symbol, or with its body: "and UNSC Res 1970 (26 February 2011) UN Doc S/RES/1970"
        by_body = second.field == "authority" and second.start - draft.start < len("U.N. ")
        is_dated = by_body and len(draft.get("issued")) == len("2011-02-26")
        return "/" in draft.get("number") and (draft.items[0].start == second.start or is_dated)
    return draft.matched_by != "source_date" or has_month(draft.get("issued"))


def _is_article(draft: Draft) -> bool:
    """True for a title with what it is part of, its date and its place there: "the point of “The Rites of Violence,” P&P 59 (1973): 51"."""
    return bool(draft.get("container_title") and draft.get("issued") and any(map(draft.get, ("volume", "issue", "publisher"))))


def _is_page_of_author(context: Context, draft: Draft) -> bool:
    """True for an author who was met with a page, at the end of a sentence: "His theories are summarized in Levelt, 453."."""
    is_led = draft.matched_by == "named" and draft.locator and IN_LAST.search(context.folded, max(0, draft.start - LONGEST_IN), draft.start)
    return bool(is_led) and draft.items[0].field == "author" and context.folded[draft.end : draft.end + 1] in ("", ".", ";")


def _is_paper_in_italics(context: Context, draft: Draft) -> bool:
    """True for a name in italics and its day, whatever is known of it: "… appeared in the *Iowa County Democrat*, December 27, 1889"."""
    named = field_of(draft.items, "container_title")
    day = field_of(draft.items, "issued")
    if draft.matched_by != "source_date" or named is None or day is None or len(str(day.value)) != len("2012-01-26"):
        return False
    return (named.start, named.end) in context.italics and DAY_NEXT.fullmatch(context.folded, named.end, day.start) is not None


def _is_case_in_italics(context: Context, draft: Draft) -> bool:
    """True for a title in italics with the note that has it: "… says as much in *Centrum för Rättvisa* (n 2)"."""
    title = field_of(draft.items, "title")
    return draft.matched_by == "supra" and bool(draft.points_to) and title is not None and (title.start, title.end) in context.italics
