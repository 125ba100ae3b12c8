"""Another work of the author cited just before: "idem, Arabia, the Gulf and the West (London: Weidenfeld & Nicolson, 1980), ch. 2"."""

from __future__ import annotations

from cites.forms import book, titled
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.lexicon import compile_words

HEAD = compile_words(r"(?:idem|eadem|ders\.|dies\.|id\.|ead\.),\s(?=[\p{Lu}“\"‘'«„])")


def read(context: Context, at: int, end: int) -> list[Draft]:
    head = HEAD.match(context.folded, at, end)
    if head is None or not context.known.authors:
        return []
    author = [Item("author", name, at, head.end() - 2) for name in context.known.authors]
    found = titled.read(context, head.end(), end)
    if not found:
        return [_from(draft, at) for draft in book.read_titled(context, head.end(), end, author)]
    return [Draft(draft.form, "titled", at, draft.end, [*author, *draft.items], draft.locator, draft.confidence) for draft in found[:1]]


def _from(draft: Draft, at: int) -> Draft:
    draft.start = at
    return draft


FORM = Form("idem", read, ("idem", "eadem", "ders.", "dies.", "id.", "ead."))
