"""What a citation leaves out, for the note has it: who wrote it, as the one before tells, "C. Barlett, The Audit of War (London, 1986); The
Lost Victory (1995)", or the sentence, "Bill Maurer speaks of payment as a commons in ‘Regulation as Ethnography’, …"; of which paper or
programme a later day is, "CNN, “Amanpour”, 1 February; 2 February"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.edtf import has_day
from cites.forms.fields.authors import is_body
from cites.forms.form import Context, Draft, Item, has
from cites.grammar.dates import read_date
from cites.grammar.lexicon import any_of, compile_words, one_of
from cites.grammar.names import ONE, split_people
from cites.grammar.person import is_given
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_station
from cites.knowledge import load

# also "Robert Burns (Athens, 1985) and Reading Burns (London, 2014)", "(Durham, 2012). See also her “Notaries”"
BEHIND = compile_words(rf"\.?;\s(?:and\s)?|(?<=\)),?\sand\s|[.;,]?\s(?:[\p{{L}}\s]{{0,30}}\s)?(?:{one_of('possessives')})\s")
COLLECTED = compile_words(rf"(?:(?:{one_of('articles')})\s)?{any_of(load()['collected'])}\p{{L}}*\b")
GENRES = load().genres
FORMS = frozenset({"book", "titled"})
SPOKEN = frozenset({"interview", "personal_communication"})
PRINTED = ("publisher_place", "publisher", "volume", "issue", "genre")  # one of them is printed with a book or an article, none with news
SUBJECT = compile_words(
    rf"(?:(?:{one_of('arguing.before')})\s)?(?:(?-i:\p{{Lu}}\p{{Ll}}+)\s(?:\p{{Ll}}+\s){{1,2}})??"  # "As ", "Game scholar "
    rf"(?-i:(?P<person>{ONE.pattern}))(?:,\s[^,]{{3,60}},)?\s(?:(?-i:\p{{Ll}}+)\s)?(?:{one_of('arguing')})"
)
POSSESSIVE = compile_words(rf"(?<!\p{{L}})(?:{one_of('possessives')})\s$")
LAST_NAMED = compile_words(  # I owe this point to Mary Vincent; see her *Spain 1833-2002*
    rf"(?-i:(?<![\p{{L}}.-])(?P<person>{ONE.pattern}))[;.,]\s(?:(?:and|but)\s)?(?:{one_of('see')})\s(?:{one_of('possessives')})\s$"
)
LONGEST_POSSESSIVE = 12  # code points
GIVEN = regex.compile(r"[\p{L}-]+")


def take_author(context: Context, draft: Draft, before: Draft | None) -> None:
    """Give a draft the author of the one that stands right before it in the note, where it has none of its own."""
    if before is None or draft.form != "full" or draft.matched_by not in FORMS or before.matched_by not in FORMS:
        return
    people = [item for item in before.items if item.field == "author"]
    if not people or not all(item.person for item in people) or before.get("type") in SPOKEN:
        return
    is_own = any(has(draft.items, field) for field in ("author", "editor", "translator"))
    if GENRES.get(draft.get("genre").casefold()) == "webpage":
        return  # what a body released
    if is_own or not any(has(draft.items, field) for field in PRINTED) or COLLECTED.match(draft.get("title")):
        return
    if BEHIND.fullmatch(context.folded, before.end, draft.start):
        draft.items[:0] = people


def take_subject(context: Context, at: int, draft: Draft) -> None:
    """Give a work that names nobody the subject of the sentence at `at` that leads to it, where that does what authors do."""
    if draft.form != "full" or draft.matched_by not in FORMS or any(has(draft.items, field) for field in ("author", "translator")):
        return
    # "Hornstein connects them. See her “Capture”"
    is_theirs = POSSESSIVE.search(context.folded, max(0, draft.start - LONGEST_POSSESSIVE), draft.start)
    subject = SUBJECT.match(context.folded, 0 if is_theirs else at, draft.start)
    subject = subject or (LAST_NAMED.search(context.folded, 0, draft.start) if is_theirs else None)
    given = GIVEN.match(subject["person"]) if subject else None
    if subject is None or given is None or is_place(subject["person"]) or not (is_given(given[0]) or _is_name(context, subject["person"])):
        return
    span = subject.span("person")
    draft.items[:0] = [Item("author", name, *span) for name in split_people(context.text[slice(*span)])]


def _is_name(context: Context, words: str) -> bool:
    """True for two words or more that no English sentence has and that are no body's: "Adrienne Shaw"."""
    return " " in words and not is_body(words, context) and not any(is_common(word.casefold()) for word in words.split(" "))


def later_day(context: Context, drafts: list[Draft], at: int, end: int) -> list[Draft]:
    """Read a day alone behind a titled source and its day: another article of the paper, the same programme once more."""
    before = drafts[-1] if drafts and drafts[-1].matched_by == "titled" and has_day(drafts[-1].get("issued")) else None
    date = read_date(context.folded, at, end) if before else None
    if before is None or date is None or not date.has_day or context.folded[date.end : date.end + 1] not in ("", ";"):
        return []
    source = before.get("container_title")
    is_programme = is_station(source, context.outlet(source))
    items = [item for item in before.items if item.field == "container_title" or (is_programme and item.field in ("title", "type"))]
    form = "titled" if is_programme else "source_date"
    return [Draft("full", form, at, date.end, [*items, Item.dated(date)], confidence=before.confidence)] if source else []
