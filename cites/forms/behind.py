"""What a note says behind a citation: what it will call the work, where it stands there, an address."""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item, field_of
from cites.forms.links import labelled
from cites.forms.short import supra
from cites.grammar.called import all_initials
from cites.grammar.lexicon import WORDS, compile_words, one_of

LABEL = compile_words(
    regex.shapes(
        (
            "⟨ [hereafter “Memoirs”]⟩",  # , henceforth cited as Memoirs
            rf"(?:[,;]?\s|(?:[^;.()\[\]]|\bpp?\.){{0,30}}\.?\s[(\[])[(\[]?(?:cited\s)?(?:{one_of('hereafter')})(?:\s(?:as|(?:cited|quoted"
            rf"|referred\sto)(?:\s?as)?))?\s?[,:]?\s"
            r"[“‘\"'„«]?(?P<name>(?-i:\p{Lu})[^,;()“”\[\]]{1,60}?)[”’\"'»]?(?:[)\]]|(?=\.?$|\.\s(?:-\s)?\p{Lu}))",
        ),
        (" [FRUS]", r"\s\[(?P<name>(?-i:\p{Lu}{3,8}))\]"),
        flags=WORDS,
    )
)
NAMED = regex.compile(
    regex.shapes(
        (" (IoT Order)", r"\s\(\s?(?P<quoted>[“\"])?(?P<name>\p{Lu}[^()“”\"]{2,60}?)[”\"]?\s?\)"),
        (
            ". All quotations are from this edition (ACP)",
            r"(?P<said>\.)\s\p{Lu}[^.;()]{4,120}\bthis\s(?:edition|translation|volume|text)\b[^.;()]{0,60}\s\((?P<name>\p{Lu}[^()]{1,30})\)",
        ),
    )
)
AGAIN = compile_words(rf",?\s(?:{supra.OPERE}|supra(?=[,.;]|$))")
WITH_INITIALS = regex.compile(r"(?P<words>\p{Lu}[^()]{5,90})\s\((?P<name>\p{Lu}{3,8})\)")
POINTING = regex.compile(r"\b(?:[Ss]ee|[Cc]f|[Aa]lso|[Cc]ompare|and)\b")
POINTING_ON = regex.compile(r"\b(?:[Ss]ee|[Cc]f|[Aa]lso|[Cc]ompare|and:?$)\b")
GOES_ON = regex.compile(r": |, \p{Ll}|, \p{Lu}[\p{L} ]{3,40}: \p{Ll}| - | \p{Ll}")
SAID = regex.compile(r"(?<=\.)\s[“\"][^“”\"]+[.?!][”\"](?=\s)")  # … (2026-05-30). “The constraint has moved.” https://…
BEFORE_ADDRESS = compile_words(rf"(?<=[.,:])(?:\s(?:{one_of('available')})(?:\sat)?:?)?\s?<?$")


def take_behind(context: Context, draft: Draft, end: int) -> int:
    """Let a citation have what stands behind it, and return where that ends."""
    stop = _take_label(context, draft, end)
    _take_back(context, draft, end)
    _take_address(context, draft, end)
    return max(draft.end, stop)


def _take_label(context: Context, draft: Draft, end: int) -> int:
    """Keep what the note calls a work from now on, and return where that ends: ", hereafter cited as Law of the Sea", "[FRUS]"."""
    is_likely = context.may_hold(labelled.FORM) or context.folded.startswith(" [", draft.end)  # has "hereafter", or "[FRUS]"
    is_whole = not draft.short_name and (draft.form == "full" or bool(draft.get("title") and draft.get("issued")))  # Berg F., 1993, *Title*
    label = LABEL.match(context.folded, draft.end, end) if is_likely and is_whole else None
    label = label or (_set_apart(context, draft.end, end) if is_whole else None)
    if label is None:
        draft.short_name = draft.short_name or _acronym(draft)
        return draft.start + 1
    draft.short_name = context.text[slice(*label.span("name"))]
    return label.end()


def _set_apart(context: Context, at: int, end: int) -> regex.Match[str] | None:
    """Return the name in parentheses behind a work, where it is in italics or in quotation marks: "(IoT Order)"."""
    named = NAMED.match(context.folded, at, end)
    if named is None or named["quoted"] or named["said"]:
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
    """Let a day reach over the address behind its full stop: "New York Times, December 29, 2010. www.nytimes.com/…"."""
    signs = (". http", ". www.", ", http" if draft.matched_by == "spoken" else ". http")
    if draft.form != "full" or draft.get("url") or draft.get("doi") or not context.folded.startswith(signs, draft.end):
        return
    address = context.tail(draft.end, end)
    if address.items and all(item.field in ("url", "doi", "accessed", "aside") for item in address.items):
        draft.items.extend(item for item in address.items if item.field != "aside")
        draft.end = address.end


def _acronym(draft: Draft) -> str:
    """Return the initials that a title gives itself: "AGSI" in "Aggregated Gas Storage Inventory (AGSI)"."""
    own = WITH_INITIALS.fullmatch(draft.get("title")) if draft.form == "full" else None
    return own["name"] if own and own["name"].casefold() in all_initials(own["words"]) else ""


def with_address(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Let the one work of a note have the address that comment leads to: "*Title*, 21 July 2026. Read in a copy. <https://…>"."""
    pages = [draft for draft in drafts if draft.form == "full" and draft.matched_by == "web" and (draft.get("url") or draft.get("doi"))]
    others = [draft for draft in drafts if draft not in pages]
    works = [draft for draft in others if draft.form == "full" or (draft.get("author") and draft.matched_by == "book")]
    if len(works) != 1 or len(pages) > 1 or (pages and pages[0].start < works[0].end):
        return drafts
    work, end = works[0], len(context.folded)
    named = pages[0].items if pages and pages[0].get("doi") and not pages[0].get("title") else []
    if named and context.folded[work.end : pages[0].start] == ". " and not any(map(work.get, ("container_title", "publisher", "url"))):
        whole = replace(work, items=[*work.items, *named], end=pages[0].end)  # ", 2022, S. 12. OSF Preprints, https://doi.org/…"
        return [whole if draft is work else draft for draft in others]
    first = field_of(pages[0].items, "url") if pages else _address_at_end(context, work.end, end)
    if first is None or work.get("url") or work.get("doi") or (pages and (pages[0].get("issued") or pages[0].get("author"))):
        return drafts
    between = BEFORE_ADDRESS.sub("", SAID.sub("", context.folded[work.end : first.start]))
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
    return tail.items[0] if tail and is_last and tail.items[0].field == "url" else None
