"""Who wrote what a sentence leads to: its subject, in "Bill Maurer speaks of payment as a commons in ‘Regulation as Ethnography’, …"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.forms.fields.authors import is_body
from cites.forms.form import Context, Draft, Item, has
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import ONE, split_people
from cites.grammar.person import is_given
from cites.grammar.publisher_places import is_place

SUBJECT = compile_words(
    rf"(?:(?:{one_of('arguing.before')})\s)?(?:(?-i:\p{{Lu}}\p{{Ll}}+)\s(?:\p{{Ll}}+\s){{1,2}})??"  # "As ", "Game scholar "
    rf"(?-i:(?P<person>{ONE.pattern}))(?:,\s[^,]{{3,60}},)?\s(?:(?-i:\p{{Ll}}+)\s)?(?:{one_of('arguing')})"
)
POSSESSIVE = compile_words(rf"(?<!\p{{L}})(?:{one_of('possessives')})\s$")
LAST_NAMED = compile_words(  # I owe this point to Mary Vincent; see her *Spain 1833-2002*
    rf"(?-i:(?<![\p{{L}}.-])(?P<person>{ONE.pattern}))[;.,]\s(?:(?:and|but)\s)?(?:{one_of('see')})\s(?:{one_of('possessives')})\s$"
)
LONGEST = 12  # code points of a possessive
GIVEN = regex.compile(r"[\p{L}-]+")
FORMS = frozenset({"book", "titled"})


def take_subject(context: Context, at: int, draft: Draft) -> None:
    """Give a work that names nobody the subject of the sentence at `at` that leads to it, where that does what authors do."""
    if draft.form != "full" or draft.matched_by not in FORMS or any(has(draft.items, field) for field in ("author", "translator")):
        return
    # "Hornstein connects them. See her “Capture”"
    is_theirs = POSSESSIVE.search(context.folded, max(0, draft.start - LONGEST), draft.start)
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
