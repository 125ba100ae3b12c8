"""A name or a title, and a place in it as older books and classicists print it: "Burnet, i. 436", "Will. Tyr. lib. xxi. cap. 27"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.forms.books.canonical import IN_FULL
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import ONE, SINGLE, split_people
from cites.grammar.prose import is_prose
from cites.grammar.publisher_places import is_place

WORDS = one_of("volumes", "sections", "pages", "divisions")
ROMAN = r"(?-i:[ivxlc]{1,8}|[IVXLC]{1,8})(?![\p{L}'])"
DIGITS = rf"(?:{ROMAN}|\d{{1,4}}(?!\d))"
STEP = rf"(?:{WORDS}\s?)?{DIGITS}(?:(?:\s?-\s?|,\s|,?\sand\s){DIGITS})*(?:\s?ff?\.?(?!\p{{L}})|,?\set\sseq\.)?"
PLACE = compile_words(  # i. 436 · xxxvii, 77 · lib. xxi. cap. 29 · part iv., vol. i., p. 303 · i, pt. ii, p. 245 · 1: xliv-xlvi · 13, 23
    rf"(?P<place>\d{{1,2}}:\d{{1,4}}(?:-\d{{1,4}})?|{STEP}(?:[.,:]{{1,2}}\s{STEP}){{0,4}}(?:\snote)?)"
    r"(?=\s?\.?(?:$|[;)])|[.,]\s(?-i:\p{Lu})|--)"
)
TOLD = compile_words(rf"{ROMAN}[.,:]|{one_of('divisions')}|.*[,.:]\s{ROMAN}")  # what no date, no page and no number of an issue has
VOLUME = compile_words(rf"(?:{one_of('volumes')}\s?)?(?P<volume>{ROMAN}|\d{{1,4}}(?=,\sp))[.,:]{{1,2}}\s(?:{one_of('pages')}\s?)?(?=\d)")
NO_PLACE = regex.compile(r"(?:1[5-9]|20)\d\d(?!\d)|^(?!\p{L}+\.\s\p{Ll})\D+$")  # years; not "lib. xx. xxi."
GAP = regex.compile(r"(?<=[\p{L}.'”)]),?\s(?=[\divxlcIVXLC]|\p{L}{1,6}[.\s])")
NAMED = r"(?:\p{Lu}[\p{L}'.&-]*|\p{Ll}{1,5}|\p{L}{1,7}\.)"
HEAD = regex.compile(rf"(?:\d\s)?\p{{Lu}}[\p{{L}}'.-]*(?:,?\s{NAMED}){{0,9}}")
OWNED = regex.compile(r"(?:\p{Lu}\p{L}*\.?\s)*\p{Lu}(?:'?[\p{L}-])+?(?P<owner>'s\s)(?=\p{Lu})")  # Hallam's Const. Hist.
PART = compile_words(rf"{WORDS}\s?[IVXLC\d]|{WORDS}$")
LONGEST = 120  # code points


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    if context.kind != "note" or not (folded[at].isupper() or folded[at].isdigit()):
        return []
    for gap in GAP.finditer(folded, at + 2, min(end, at + LONGEST)):
        set_apart = next((start for start, stop in context.italics if stop in (gap.start(), gap.start() + 1) and start >= at), None)
        place = PLACE.match(folded, gap.end(), end)
        # of bare numbers only those are places that stand right behind a title in italics: Reinach, *BF* 13, 23 · *Encyclopédie*, 7:887
        is_told = place and set_apart is not None and (folded[gap.start()] == " " or (set_apart == at and ":" in place["place"]))
        is_told = is_told or (place and TOLD.match(place["place"]) and not NO_PLACE.search(place["place"]))
        is_amid = place and folded.startswith(", ", place.end()) and not (place[0].isdigit() and context.begins_italics(place.end() + 2))
        if place and is_told and not is_amid and (draft := _of(context, at, gap.start(), place, set_apart)):
            return [draft]
    return []


def _of(context: Context, at: int, stop: int, place: regex.Match[str], italics: int | None) -> Draft | None:
    """Return the work that is called by what stands from `at` to `stop`: by its author, by its title, by both."""
    folded, known = context.folded, context.known
    begin, named = (at, stop) if italics is None else (italics, italics - 2)  # `named`: where names, or the words of a title, end
    if folded.count("(", at, stop) or PART.match(folded, at, stop) or (named > at and not HEAD.fullmatch(folded, at, named)):
        return None  # Chapter III, p. 132
    owned, comma = OWNED.match(folded, at, stop), folded.find(", ", at, stop)
    head, rest = owned.span("owner") if owned else (comma, comma + 2) if comma > 0 else (stop, stop)
    head, rest = (max(at, begin - 2), begin) if italics is not None else (head, rest)
    names = split_people(context.text[at:head]) if head > at else ()
    is_new = rest == stop and italics is None and not all(map(known.has, names))
    is_numbered = folded[stop] == " " and folded[place.start()].isupper()  # Napoleon III, ii. 4
    if is_new and (is_numbered or is_place(folded[at:stop]) or is_common(folded[at:stop].lower())):
        return None  # Rome, i. 4 · Column, ii. 5
    is_one = ONE.fullmatch(folded, at, head) is not None and (rest < stop or all(map(known.has, names)))
    people = names if is_one or SINGLE.fullmatch(folded, at, head) else ()
    begin = rest if people else begin
    if not people and (begin > at or context.press(context.text[at:stop]) or (italics is None and is_prose(folded[begin:stop]))):
        return None
    in_journal = any(known.wrote_in(name, context.text[begin:stop]) for name in people)  # Feaver, *Survival* 48, p. 94
    title = [Item.cut("container_title" if in_journal else "title", context.text, (begin, stop))] if begin < stop else []
    is_met = all(known.has(name) or name.family in known.bodies for name in people) if people else known.has_title(context.text[begin:stop])
    volume = None if people and people[0].family in IN_FULL else VOLUME.match(folded, place.start(), place.end())
    items = [*(Item("author", name, at, head) for name in people), *title]
    items += [Item.cut("volume", context.text, volume.span("volume"))] if volume else []
    sure = 0.9 if people and (title or is_met) else 0.85 if title else 0.7
    locator = context.text[volume.end() if volume else place.start() : place.end("place")]
    return Draft("short" if is_met else "full", "book", at, place.end("place"), items, locator, sure)


FORM = Form("placed", read)
