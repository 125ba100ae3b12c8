"""A note or a parenthesis read from its beginning to its end: signals are passed over, then the first form that fits reads a citation."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.amid import find_amid, is_sure
from cites.forms.behind import take_behind, with_address
from cites.forms.captions import is_caption
from cites.forms.elided import later_day, take_author, take_subject
from cites.forms.fields.authors import is_body
from cites.forms.form import Context, Draft
from cites.forms.links import labelled, web
from cites.forms.links.linked import take_link
from cites.forms.order import FORMS, INLINE_FORMS, SHORT_FORMS, first_fit
from cites.forms.quoted.quoted_words import said_until
from cites.forms.remarks import skip_remarks
from cites.forms.short import echoed
from cites.forms.signals import ANOTHER, next_boundary, skip_signals
from cites.grammar.names import MANY, read_people
from cites.grammar.person import is_given
from cites.grammar.prose import is_prose
from cites.grammar.titles import CLOSERS
from cites.knowledge import load

PARENTHESIS = regex.compile(r"\((?P<inside>[^()]{6,400})\)")  # in a note that is comment: "(Interfax, January 26, 2012)"
LEAD_COLON = regex.compile(r"\.?:\s")
LEAD_WORDS = regex.compile(  # "Among many: Neill Lochery, *…*" · "Some have called for an “IMO for AI”: John Mecklen, “…"
    r"\p{Lu}\p{L}+(?=[^:]*\s\p{Ll}+[^:]*\s\p{Ll})(?:,?\s(?:[\p{L}\d'-]+(?:,\d{3})*|“[^“”]{2,60}”)){2,25}\s?:\s(?=\p{Lu})|\p{Lu}\p{Ll}+"
    r"(?:\s\p{Ll}[\p{Ll}'-]*){0,2}:\s(?=\p{Lu})"
)
ADDRESS = regex.compile(r"https?://")
BELIEVED = 0.9  # confidence of a full citation in the parentheses of comment
BELIEVED_BACK = 0.8  # of one that points back
LANGUAGES = load().languages
SENTENCE = regex.compile(r"(?<=[\p{Ll}\d)\]]{2})\.(?=\s\p{Lu}|[^\p{L}\d]*$)")
MAX_WHOLE = 300  # code points
MAX_BODY = 80  # code points of a body's name
MAX_MISSED = 150  # sentences of a piece of a note in which nothing is found


def read_note(context: Context) -> list[Draft]:
    """Return the citations of a note, one after the other; what is comment between them is left out."""
    drafts: list[Draft] = []
    end, missed = len(context.folded), 0
    at = _skip(context, 0, end)
    while at < end and missed < MAX_MISSED:
        found = first_fit(FORMS, context, at, end) or find_amid(context, at, end)
        if found and drafts and (said := said_until(context, found[0])):
            at = said
        elif found:
            at = take_behind(context, found[-1], end)
            take_author(context, found[0], drafts[-1] if drafts else None)
            take_subject(context, found[0].start, found[0])  # behind "see her"
            drafts += found
            context.known.learn(found)
            context.known.notice(context.folded, found[0])
            echoed.keep(context, found)
            if another := _another(context, found[-1], at, end):
                at = another
                continue
            more, at = _rest_of_sentence(context, at, end)
            drafts += more
        else:
            at = next_boundary(context.folded, at, end)
            missed += 1
        at = _skip(context, skip_signals(context.folded, at, end, context.italics), end)
    return with_address(context, drafts) or _in_comment(context)


def _skip(context: Context, at: int, end: int) -> int:
    """Return where the next citation may begin: behind sentences of comment and signals."""
    return _skip_lead(context, skip_signals(context.folded, skip_remarks(context, at, end), end, context.italics), end)


def _skip_lead(context: Context, at: int, end: int) -> int:
    """Return where a citation begins behind what it is for, in italics: "*Canals, etc*.: Robert Middeke-Collin, “…"; else `at` itself."""
    stop = context.italics_end(at)
    colon = LEAD_COLON.match(context.folded, stop, end) if stop else LEAD_WORDS.match(context.folded, at, end)
    if colon is None or (stop and is_given(context.folded[at:stop].split(" ")[0]) and MANY.fullmatch(context.folded, at, stop)):
        return at  # *Ellen Barry*: “Putin Contends”
    begin = skip_signals(context.folded, colon.end(), end)
    people = read_people(context.folded, context.text, begin, end)
    comma = people.end if people else context.folded.find(", ", begin, min(end, begin + MAX_BODY))
    name = context.text[begin : max(begin, comma)]
    is_body_named = (name.isupper() and context.begins_italics(comma + 2)) or (comma > begin and is_body(name, context))
    is_named = people is not None or is_body_named
    title = comma + 2 if is_named and context.folded.startswith((", ", ". "), comma) else begin
    is_title = title < end and (context.folded[title] in CLOSERS or context.begins_italics(title))
    is_title = is_title or (people is not None and colon[0].rstrip(": ").casefold() in LANGUAGES)  # English: Ann Berg, trans., Doctrine
    return begin if is_title else at


def read_inline(context: Context, at: int = 0, end: int | None = None) -> list[Draft]:
    """Return the citations of a parenthesis in running text, one after the other."""
    folded, end = context.folded, len(context.folded) if end is None else end
    drafts: list[Draft] = []
    at = skip_signals(folded, at, end)
    while at < end:
        found = later_day(context, drafts, at, end) or first_fit(INLINE_FORMS, context, at, end) or find_amid(context, at, end)
        if found:
            take_link(context, found[-1], end)
            cited = [draft for draft in found if not is_caption(context, draft)]
            drafts.extend(cited)
            context.known.learn(cited)
            at = max(found[-1].end, at + 1)
            stop = next_boundary(folded, at - 1, end)
            if any(map(str.isdigit, folded[at:stop])) and find_amid(context, at, stop):  # (compare TASS, March 3, with Interfax, March 4)
                continue
        at = next_boundary(folded, at - 1 if found else at, end)
        at = skip_signals(folded, at, end)
    return drafts


def _another(context: Context, draft: Draft, at: int, end: int) -> int | None:
    """Return where another work begins that "and" leads to: "Watkin (n 18) 652 and Crain (n 8) 700",

    "(London: Penguin, 2001), 5 with Eva Berg, Third Book (Oslo: Cappelen, 2003), 6".
    """
    another = ANOTHER.match(context.folded, at)
    if another is None or draft.form != "full":
        return another.end() if another else None
    following = first_fit(FORMS, context, another.end(), end)
    return another.end() if following and (is_sure(following[0]) or following[0].form != "full") else None


def _rest_of_sentence(context: Context, at: int, end: int) -> tuple[list[Draft], int]:
    """Return what else is cited before a sentence ends that a citation did not end, and where to go on."""
    drafts: list[Draft] = []
    while _is_cut_short(context.folded, at):
        more = [draft for draft in find_amid(context, at, end) if _is_set_apart(context, draft)]
        if not more:
            return drafts, next_boundary(context.folded, at - 1, end)
        drafts += more
        context.known.learn(more)
        at = more[-1].end
    return drafts, at


def _is_cut_short(folded: str, at: int) -> bool:
    """True where a citation ends amid a word or a phrase, so that the rest up to the next boundary is no citation."""
    after = "" if folded[at - 1] == "." else folded[at : at + 2]  # "22 декабря 1929 г.", "S. 201 ff."
    return bool(after) and after[0] not in ",.;:)]" and not after.isspace() and folded[at - 2 : at - 1] != ";"


def _is_set_apart(context: Context, draft: Draft) -> bool:
    """True for a book in italics that a sentence goes on to: "… (Oxford, 2011) has none, while Wanner's *State Secularism* (…) does",

    and for a case with its note: "*Balković* (n 7) is cited there eleven times, *Al-Skeini* (n 8) nine".
    """
    in_italics = any(draft.start <= start < draft.end for start, _ in context.italics)
    is_book = draft.matched_by == "book" and bool(draft.get("publisher") and draft.get("issued"))
    return in_italics and (is_book or draft.matched_by == "supra")


def read_again(context: Context, is_meant: bool) -> list[Draft]:
    """Return what a note cites in which nothing was read: "Bell, 12", now that all works are known; where it is meant by the "Ibid." behind
    it, its first sentence, whatever that is."""
    at, end = _skip(context, 0, len(context.folded)), len(context.folded)
    found = first_fit(SHORT_FORMS, context, at, end) if at < end else []
    stop = min((match.start() for match in SENTENCE.finditer(context.folded, at, end)), default=end)
    is_meant = is_meant and not is_prose(context.folded[at:stop])  # "All prices are those of 1954."
    return found or (labelled.read_rest(context, at, context.piece_end(at, stop, MAX_WHOLE)) if is_meant else [])


def _in_comment(context: Context) -> list[Draft]:
    """Return what a note that is comment cites in parentheses, else the addresses that it gives: "They are at https://…"."""
    folded, end = context.folded, len(context.folded)
    found = [draft for match in PARENTHESIS.finditer(folded) for draft in read_inline(context, *match.span("inside"))]
    if believed := [draft for draft in found if draft.confidence >= (BELIEVED if draft.form == "full" else BELIEVED_BACK)]:
        return believed
    begin = skip_remarks(context, 0, end)
    pages = [page for match in ADDRESS.finditer(folded, begin) for page in web.FORM.read(context, match.start(), end)[:1]]
    return [page for page in pages if not any(other.start < page.start < other.end for other in pages)]  # not "[https://perma.cc/…]"
