"""A note or a parenthesis read from its beginning to its end: signals are passed over, then the first form that fits reads a citation."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from cites import lazy_regex as regex
from cites.forms.argues import take_subject
from cites.forms.befell import befell
from cites.forms.captions import is_caption
from cites.forms.elided import take_author
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.links import labelled, tagged, web
from cites.forms.links.linked import take_link
from cites.forms.order import AMID, FORMS, INLINE_FORMS, LOOSE
from cites.forms.remarks import skip_remarks
from cites.forms.short import echoed, supra
from cites.forms.signals import next_boundary, skip_signals
from cites.forms.sure import is_sure, is_sure_amid
from cites.grammar.lexicon import any_of, compile_words, one_of
from cites.grammar.names import MANY, read_people
from cites.grammar.person import is_given
from cites.grammar.prose import ABBREVIATED
from cites.grammar.titles import CLOSERS
from cites.knowledge import load

ANOTHER = regex.compile(  # "Watson (n 19) 651 and Craig (n 8) 700" · "Dubois 2010 and, for Bolivia, Goldstein" · "S. 176 - ebd., S. 178"
    rf",?\s{one_of('joins', 'joins.also')}"
    r"(?:,?\s(?:for|on|für|zu|pour|sur)\s[^,;.()]{3,40},)?"  # and, for Bolivia,
    r"(?:,?\s(?:more|most)\s\p{Ll}{3,12},)?"  # and, more recently,
    r"(?:\s(?:of|by|in|from|on))?\s(?=[\p{Lu}“‘]|\d{1,3}\s(?:U\.?S\.?C|C\.?F\.?R)\b)"  # and by Goldstein · and 22 U.S.C. § 3104
    r"|\s-\s(?=\p{L})"
)
PARENTHESIS = regex.compile(r"\((?P<inside>[^()]{6,400})\)")  # in a note that is comment: "(Interfax, January 26, 2012)"
LABEL = compile_words(
    # [hereafter “Memoirs”] · , henceforth cited as Memoirs
    rf"(?:[,;]?\s|[^;.()\[\]]{{0,30}}\s[(\[])[(\[]?(?:cited\s)?(?:{one_of('hereafter')})(?:\s(?:cited|quoted|referred\sto)?\s?as)?[,:]?\s"
    r"[“‘\"'„«]?(?P<name>(?-i:\p{Lu})[^,;()“”\[\]]{1,60}?)[”’\"'»]?(?:[)\]]|(?=\.?$|\.\s\p{Lu}))"
    r"|\s\[(?P<name>(?-i:\p{Lu}{3,8}))\]"  # [FRUS]
)
NAMED = regex.compile(r"\s\(\s?(?P<quoted>[“\"])?(?P<name>\p{Lu}[^()“”\"]{2,60}?)[”\"]?\s?\)")
AGAIN = compile_words(rf",?\s(?:{supra.OPERE}|supra(?=[,.;]|$))")
WITH_INITIALS = regex.compile(r"(?P<words>\p{Lu}[^()]{5,90})\s\((?P<name>\p{Lu}{3,8})\)")
LEAD_COLON = regex.compile(r"\.?:\s")
LEAD_WORDS = regex.compile(r"\p{Lu}\p{Ll}{3,}(?:\s\p{Ll}[\p{Ll}-]+){0,3}:\s(?=\p{Lu}\p{L}*\.?\s)")  # Journalism: Scott R. Maier, “…”
ADDRESS = regex.compile(r"https?://")
BELIEVED = 0.9  # confidence of a full citation in the parentheses of comment
BELIEVED_BACK = 0.8  # of one that points back
OWNER = regex.compile(r"(?P<thing>\p{Lu}[\p{L}'-]+)\s(?:di|de|du|von|van|do|da)\s(?P<given>\p{Lu}\p{L}+)\s\p{Lu}")
AMID_START = regex.compile(
    r"(?<=(?<!\p{L})\p{Ll}[\p{L}'-]*[,):]?[”\"]?\s\(?)(?=\p{Lu}|[“\"«]\p{Lu})"  # not within a name: "Military Balance"
    r"|(?<=\p{L}{2}:\s)(?=\p{Lu}[\p{L}-]+,\s)"  # it is a theory of art in Europe: Pinder, …
    r"|(?<=\s\d{1,4},\s)(?=\p{Lu}\p{Ll})|(?<=\sin\s)(?=‘\p{Lu})"  # "dates it to 1727, Antonio Martínez, …", "commons in ‘Regulation’, …"
    r"|(?<=\()(?=\p{Lu}[^()]{2,80}\s(?:cit|cyt)\.)"  # (Berg, op. cit., 12)
    rf"|(?<=[\p{{L}}-][,):]?[”\"»]?\s\(?)(?={any_of(load()['ibid'])})"
    r"|(?<=\p{Ll}'s:\s)(?=\p{Lu})"  # the phrase is Braudel's: Fernand Braudel, …
)
WORD_ENDS = regex.compile(r"\p{Lu}\p{Ll}{3,}\.\s(?=\p{Lu})")
POINTING = regex.compile(r"\b(?:[Ss]ee|[Cc]f|[Aa]lso|[Cc]ompare|and)\b")
POINTING_ON = regex.compile(r"\b(?:[Ss]ee|[Cc]f|[Aa]lso|[Cc]ompare|and:?$)\b")
GOES_ON = regex.compile(r": |, \p{Ll}|, \p{Lu}[\p{L} ]{3,40}: \p{Ll}| - | \p{Ll}")
BEFORE_ADDRESS = compile_words(rf"(?<=[.,:])(?:\s(?:{one_of('available')})(?:\sat)?:?)?\s?<?$")
MAX_MISSED, MAX_AMID = 150, 60  # sentences of a piece of a note in which nothing is found, and places amid one that are tried
CONTAINED = ("container_title", "publisher", "publisher_place", "url")


def read_note(context: Context) -> list[Draft]:
    """Return the citations of a note, one after the other; what is comment between them is left out."""
    drafts: list[Draft] = []
    folded, end, missed = context.folded, len(context.folded), 0
    at = _skip_lead(context, skip_signals(folded, skip_remarks(context, 0, end), end, context.italics), end)
    while at < end and missed < MAX_MISSED:
        found = first_fit(FORMS, context, at, end) or find_amid(context, at, end)
        if found:
            at = _take_label(context, found[-1], end)
            _take_back(context, found[-1], end)
            _take_address(context, found[-1], end)
            take_author(context, found[0], drafts[-1] if drafts else None)
            drafts.extend(found)
            context.known.learn(found)
            context.known.notice(folded, found[0])
            echoed.keep(context, found)
            at = max(found[-1].end, at)
            another = ANOTHER.match(folded, at)
            if another and (found[-1].form != "full" or _leads_on(context, another.end(), end)):
                at = another.end()
                continue
            while _is_cut_short(folded, at):
                more = [draft for draft in find_amid(context, at, end) if _is_set_apart(context, draft)]
                drafts.extend(more)
                context.known.learn(more)
                at = more[-1].end if more else next_boundary(folded, at - 1, end)
                if not more:
                    break
        else:
            at, missed = next_boundary(folded, at, end), missed + 1
        at = skip_remarks(context, skip_signals(folded, at, end, context.italics), end)
        at = _skip_lead(context, skip_signals(folded, at, end, context.italics), end)
    return _with_address(context, drafts) or _in_comment(context)


def _with_address(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Let the one work of a note have the address that comment leads to: "*Title*, 21 July 2026. Read in a copy. <https://…>"."""
    pages = [draft for draft in drafts if draft.form == "full" and draft.matched_by == "web" and draft.get("url")]
    others = [draft for draft in drafts if draft not in pages]
    works = [draft for draft in others if draft.form == "full" or (draft.get("author") and draft.matched_by == "book")]
    if len(works) != 1 or len(pages) > 1 or (pages and pages[0].start < works[0].end):
        return drafts
    work, end = works[0], len(context.folded)
    first = next((item for item in pages[0].items if item.field == "url"), None) if pages else _address_at_end(context, work.end, end)
    if first is None or work.get("url") or work.get("doi") or (pages and (pages[0].get("issued") or pages[0].get("author"))):
        return drafts
    between = BEFORE_ADDRESS.sub("", context.folded[work.end : first.start])
    goes_on = GOES_ON.match(between) is not None  # ", noting losses of 50% and more: https://…"
    if not between.endswith((".", ":") if goes_on else ".") or "; " in between or (POINTING_ON if goes_on else POINTING).search(between):
        return drafts
    if not goes_on and (work.form != "full" or not pages):
        return drafts
    whole = replace(work, form="full", items=[*work.items, first], end=pages[0].end if pages else first.end)
    return [whole if draft is work else draft for draft in others if draft is work or not work.start < draft.start < whole.end]


def _address_at_end(context: Context, at: int, end: int) -> Item | None:
    """Return the address with which a note ends."""
    begin = context.folded.rfind(" http", at, end)
    tail = context.tail(begin, end) if begin >= 0 else None
    is_last = tail is not None and len(tail.items) == 1 and tail.end >= end - 1
    return Item(*tail.items[0]) if tail and is_last and tail.items[0].field == "url" else None


def _skip_lead(context: Context, at: int, end: int) -> int:
    """Return where a citation begins behind what it is for, in italics: "*Canals, etc*.: Robert Middeke-Conlin, “…"; else `at` itself."""
    stop = context.italics_end(at)
    colon = LEAD_COLON.match(context.folded, stop, end) if stop else LEAD_WORDS.match(context.folded, at, end)
    if colon is None or (stop and is_given(context.folded[at:stop].split(" ")[0]) and MANY.fullmatch(context.folded, at, stop)):
        return at  # *Ellen Barry*: “Putin Contends”
    begin = skip_signals(context.folded, colon.end(), end)
    people = read_people(context.folded, context.text, begin, end)
    title = people.end + 2 if people and context.folded.startswith(", ", people.end) else begin
    is_title = title < end and (context.folded[title] in CLOSERS or context.begins_italics(title))
    return begin if is_title else at


def read_inline(context: Context, at: int = 0, end: int | None = None) -> list[Draft]:
    """Return the citations of a parenthesis in running text, one after the other."""
    folded, end = context.folded, len(context.folded) if end is None else end
    drafts: list[Draft] = []
    at = skip_signals(folded, at, end)
    while at < end:
        found = first_fit(INLINE_FORMS, context, at, end) or find_amid(context, at, end)
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


def _take_label(context: Context, draft: Draft, end: int) -> int:
    """Keep what the note calls a work from now on, and return where that ends: ", hereafter cited as Law of the Sea", "[FRUS]"."""
    is_likely = context.may_hold(labelled.FORM) or context.folded.startswith(" [", draft.end)  # has "hereafter", or "[FRUS]"
    label = LABEL.match(context.folded, draft.end, end) if is_likely and draft.form == "full" and not draft.short_name else None
    label = label or (_set_apart(context, draft.end, end) if draft.form == "full" and not draft.short_name else None)
    if label is None:
        draft.short_name = draft.short_name or _acronym(draft)
        return draft.start + 1
    draft.short_name = context.text[slice(*label.span("name"))]
    return label.end()


def _set_apart(context: Context, at: int, end: int) -> regex.Match[str] | None:
    """Return the name in parentheses behind a work, where it is in italics or in quotation marks: "(IoT Order)"."""
    named = NAMED.match(context.folded, at, end)
    if named is None or named["quoted"]:
        return named
    return named if any(start <= named.start("name") and named.end("name") <= finish for start, finish in context.italics) else None


def _take_back(context: Context, draft: Draft, end: int) -> None:
    """Let a citation reach over the "op. cit." behind it and the place in the work: "Regulation (EU) 2019/452, op. cit., Art. 4"."""
    back = AGAIN.match(context.folded, draft.end, end) if not draft.locator else None
    if back is None:
        return
    draft.end = back.end()
    place = next(iter(context.tail(back.end(), end).items), None)
    if place and place.field in ("page", "section", "cited"):
        draft.end, draft.locator = place.end, place.value


def _take_address(context: Context, draft: Draft, end: int) -> None:
    """Let a newspaper's day reach over the address behind its full stop: "New York Times, December 31, 2010. www.nytimes.com/…"."""
    if draft.form != "full" or draft.get("url") or draft.get("doi") or not context.folded.startswith((". http", ". www."), draft.end):
        return
    address = context.tail(draft.end, end)
    if address.items and all(item.field in ("url", "doi", "accessed", "aside") for item in address.items):
        draft.items.extend(Item(*item) for item in address.items if item.field != "aside")
        draft.end = address.end


def _acronym(draft: Draft) -> str:
    """Return the initials that a title gives itself: "AGSI" in "Aggregated Gas Storage Inventory (AGSI)"."""
    own = WITH_INITIALS.fullmatch(draft.get("title")) if draft.form == "full" else None
    return own["name"] if own and own["name"] == "".join(word[0] for word in own["words"].split() if word[0].isupper()) else ""


def _is_set_apart(context: Context, draft: Draft) -> bool:
    """True for a book in italics that a sentence goes on to: "… (Oxford, 2011) has none, while Wanner's *State Secularism* (…) does",

    and for a case with its note: "*Banković* (n 7) is cited there eleven times, *Al-Skeini* (n 8) nine".
    """
    in_italics = any(draft.start <= start < draft.end for start, _ in context.italics)
    is_book = draft.matched_by == "book" and bool(draft.get("publisher") and draft.get("issued"))
    return in_italics and (is_book or draft.matched_by == "supra")


def _leads_on(context: Context, at: int, end: int) -> bool:
    """True where another work is cited after "and": "(London: Penguin, 2001), 5 with Eva Berg, Third Book (Oslo: Cappelen, 2003), 6"."""
    following = first_fit(FORMS, context, at, end)
    return bool(following) and (is_sure(following[0]) or following[0].form != "full")


def first_fit(forms: tuple[Form, ...], context: Context, at: int, end: int) -> list[Draft]:
    """Return what the first form that fits reads at `at`, nothing where none does."""
    for form in forms:
        if context.may_hold(form) and (found := form.read(context, at, end)):
            return _second_opinion(found, context, at, end) if form in LOOSE else found
    return []


def _second_opinion(found: list[Draft], context: Context, at: int, end: int) -> list[Draft]:
    """Return what the tagger reads instead, where that is more and the rules found a title with nothing that it appeared in."""
    first = found[0]
    if context.kind == "inline" or first.form != "full" or any(map(first.get, CONTAINED)) or _is_whole(context, first, end):
        return found
    other = tagged.FORM.read(context, at, end)
    return other if other and other[0].end > first.end else found


def _is_whole(context: Context, draft: Draft, end: int) -> bool:
    """True for a work with author and date that is a link, or in italics with another behind: "Berg, *Road* (1953), and Falk, *Law* …"."""
    span = next(((item.start, item.end) for item in draft.items if item.field == "title"), None)
    is_followed = context.folded.startswith("; ", draft.end) or ANOTHER.match(context.folded, draft.end, end) is not None
    is_set = (is_followed and span in context.italics) or any(link[:2] == span for link in context.links)
    return is_set and bool(draft.get("author") and draft.get("issued"))


def find_amid(context: Context, at: int, end: int) -> list[Draft]:
    """Return the citation that the sentence at `at` leads to: "the argument is that of Goncharov, Lewis and Xue, Uncertain Partners"."""
    for match in islice(AMID_START.finditer(context.folded, at + 1, next_boundary(context.folded, at, end)), MAX_AMID):
        if _begins_with_thing(context.folded, match.end(), end):
            continue
        found = first_fit(AMID, context, match.end(), end)
        if not found or not is_sure_amid(context, found[0]):
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
    """True where the end of a sentence was taken for an author: "has a preface by Vargas Llosa. For criticism R. Bromley, …",

    "… Press, 1971), which is about London. W.N. Medlicott, 'Britain and Germany'".
    """
    author = next((item for item in draft.items if item.field == "author"), None)
    ended = WORD_ENDS.match(context.folded, author.start, author.end) if author else None
    if ended and not ABBREVIATED.match(context.folded, ended.end() - 2):
        return True
    return draft.matched_by == "tagged" and author is not None and context.folded.startswith(". ", author.end)


def _is_cut_short(folded: str, at: int) -> bool:
    """True where a citation ends amid a word or a phrase, so that the rest up to the next boundary is no citation."""
    after = "" if folded[at - 1] == "." else folded[at : at + 2]  # "22 декабря 1929 г.", "S. 201 ff."
    return bool(after) and after[0] not in ",.;:)]" and not after.isspace() and folded[at - 2 : at - 1] != ";"


def _in_comment(context: Context) -> list[Draft]:
    """Return what a note that is comment cites in parentheses, else the addresses that it gives: "They are at https://…"."""
    folded, end = context.folded, len(context.folded)
    found = [draft for match in PARENTHESIS.finditer(folded) for draft in read_inline(context, *match.span("inside"))]
    return [draft for draft in found if draft.confidence >= (BELIEVED if draft.form == "full" else BELIEVED_BACK)] or [
        draft for match in ADDRESS.finditer(folded) for draft in web.FORM.read(context, match.start(), end)[:1]
    ]
