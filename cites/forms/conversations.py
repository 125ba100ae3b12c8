"""What the author was told or written, in Russian, Ukrainian and Belarusian: "письмо В. К. Дегтерева авторам, 12 февраля 2008 г.",
"Интервью автора с Н. П. Жилиной. Екатеринбург, 4 октября 2007 г."

The name stands in the genitive or in the instrumental case, and is turned back where its ending tells how.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import read_date
from cites.grammar.gost_names import nominative
from cites.grammar.lexicon import WORDS
from cites.grammar.patterns import read_patterns
from cites.model import Name

LETTER, INTERVIEW = read_patterns("gost", "LETTER INTERVIEW", WORDS)
KINDS = ((LETTER, "personal_communication", "genitive"), (INTERVIEW, "interview", "instrumental"))
AFTER = regex.compile(r"(?:\s\([^()]{4,40}\))?[.,](?:\s(?P<place>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)[.,])?\s|\s(?:от|від)\s")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    for pattern, kind, case in KINDS:
        match = pattern.match(folded, at, end)
        after = AFTER.match(folded, match.end(), end) if match else None
        date = read_date(folded, after.end(), end) if after else None
        if match is None or after is None or date is None or not date.has_year:
            continue
        name = Name(family=nominative(match["family"], case), given=match["given"].strip())
        items = [
            Item("type", kind, at, at),
            Item("author", name, match.start("given"), match.end("family")),
            Item.cut("title", text, match.span("head")),
            Item.dated(date),
            *Item.each(text, after, event_place="place"),
        ]
        return [Draft("full", "conversations", at, date.end, items, confidence=0.9)]
    return []


FORM = Form("conversations", read, ("автор", "интерв", "беседа", "разговор", "інтерв", "розмова", "інтэрв", "гутарка"))
