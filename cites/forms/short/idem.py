"""Another work of the author cited just before: "idem, Nubia, the Nile and the West (London: Weidenfeld & Nicolson, 1982), ch. 2".

Also the same work in another language, by its title there: "(Paris: Galilée, 1981), 10 f.; dt.: Agonie des Realen (Berlin: Merve, 1978)".
"""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.forms.books import book
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.quoted import titled
from cites.forms.short import recalled
from cites.grammar.lexicon import compile_words, one_of, stems
from cites.grammar.titles import CLOSERS

HEAD = compile_words(rf"(?:{one_of('idem')}|-{{3,}})(?:[,:]|(?<=\.)|\.)\s(?=(?-i:[\p{{Lu}}“\"‘'«„]))")
IN_TRANSLATION = compile_words(  # dt.: · dt. Übers.: · trad. it. · English translation: · translated into French as
    rf"(?:{one_of('translations.adjectives')})(?:\s\p{{L}}{{0,6}}(?:{one_of('translations.nouns')})\.?)?:|(?:{one_of('translations')}):?"
    r"|(?:translated\sinto|(?:published\s|available\s)?in)\s\p{L}+\sas"
)
TITLE_NEXT = regex.compile(r"\s(?=[\p{Lu}“\"‘«„])")
HINTS = (*stems("idem"), *stems("translations", "translations.adjectives"), "translat", " as ", "---")


def read(context: Context, at: int, end: int) -> list[Draft]:
    translated = IN_TRANSLATION.match(context.folded, at, end) if context.known.title else None
    if translated and (title := TITLE_NEXT.match(context.folded, translated.end(), end)):
        begin = title.end()
        author = [Item("author", name, begin, begin) for name in context.known.written_by]
        return _read_titled(context, begin, begin, end, author) or book.read_titled(context, begin, end, author)
    authors = context.known.authors
    head = HEAD.match(context.folded, at, end)
    if head is None:
        return []
    author = [Item("author", name, at, head.end() - 2) for name in authors]
    books = [replace(draft, start=at) for draft in book.read_titled(context, head.end(), end, author)]
    works = _read_titled(context, at, head.end(), end, author) or books
    is_whole = any(draft.get("publisher") and draft.get("issued") for draft in works)
    again = None if is_whole else recalled.read_of(context, at, head.end(), end, authors)
    if is_whole or again or not authors or context.folded[head.end() - 2] == ".":  # not "Id. The court held"
        return works if is_whole else [again] if again else []
    return works


def _read_titled(context: Context, at: int, begin: int, end: int, author: list[Item]) -> list[Draft]:
    """Read what begins with a title in quotation marks."""
    found = titled.read(context, begin, end) if context.folded[begin] in CLOSERS else []
    return [Draft(draft.form, "titled", at, draft.end, [*author, *draft.items], draft.locator, draft.confidence) for draft in found[:1]]


FORM = Form("idem", read, HINTS)
