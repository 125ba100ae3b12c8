"""Who wrote what stands behind a semicolon without an author: "C. Barnett, The Audit of War (London, 1986); The Lost Victory (1995)"."""

from __future__ import annotations

from cites.forms.form import Context, Draft, has
from cites.grammar.lexicon import any_of, compile_words, one_of
from cites.knowledge import load
from cites.model import Name

# also "Robert Burns (Athens, 1985) and Reading Burns (London, 2014)", "(Durham, 2010). See also her “Notaries”"
BEHIND = compile_words(rf"\.?;\s(?:and\s)?|(?<=\)),?\sand\s|[.;,]?\s(?:[\p{{L}}\s]{{0,30}}\s)?(?:{one_of('possessives')})\s")
COLLECTED = compile_words(rf"(?:(?:{one_of('articles')})\s)?{any_of(load()['collected'])}\p{{L}}*\b")
GENRES = load().genres
FORMS = frozenset({"book", "titled"})
SPOKEN = frozenset({"interview", "personal_communication"})
PRINTED = ("publisher_place", "publisher", "volume", "issue", "genre")  # one of them is printed with a book or an article, none with news


def take_author(context: Context, draft: Draft, before: Draft | None) -> None:
    """Give a draft the author of the one that stands right before it in the note, where it has none of its own."""
    if before is None or draft.form != "full" or draft.matched_by not in FORMS or before.matched_by not in FORMS:
        return
    people = [item for item in before.items if item.field == "author"]
    if not people or not all(isinstance(item.value, Name) and item.value.family for item in people) or before.get("type") in SPOKEN:
        return
    is_own = any(has(draft.items, field) for field in ("author", "editor", "translator"))
    if GENRES.get(draft.get("genre").casefold()) == "webpage":
        return  # what a body released
    if is_own or not any(has(draft.items, field) for field in PRINTED) or COLLECTED.match(draft.get("title")):
        return
    if BEHIND.fullmatch(context.folded, before.end, draft.start):
        draft.items[:0] = people
