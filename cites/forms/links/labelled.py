"""What no other form reads and the text gives a name for later: "Report of the Commissioners Appointed to Inquire into …, Parliamentary
Papers, 1854 [1818], XXXV (hereafter Cholera Inquiry)".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import read_date
from cites.grammar.lexicon import compile_words, one_of, stems
from cites.grammar.publisher_places import is_place

CALLED = compile_words(
    rf"\s[(\[](?:{one_of('hereafter')})(?:\s(?:cited|quoted|referred\sto)?\s?as)?[,:]?\s[“‘\"'„«]?(?P<name>(?-i:\p{{Lu}})[^;()\[\]]{{1,60}}?)"
    r"[”’\"'»]?[)\]]"
)
TITLE = regex.compile(  # up to ", bearb. v. …", ", Boppard 1968", ", Parliamentary Papers, 1854"
    r"(?P<title>\p{Lu}.{7,400}?)(?:,\s(?:\p{Ll}{2,6}\.\s[^,]+,\s)?(?P<in>(?:\p{Lu}[\p{L}.-]*\s?){1,4}),?\s|,\s|\s\(|$)"
    r"(?=(?P<year>(?:1[5-9]|20)\d\d)(?!\d)|$)"
)
MAX = 500  # code points before the name


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    called = CALLED.search(folded, at, context.piece_end(at, end, MAX)) if folded[at].isupper() else None
    head = TITLE.match(folded, at, called.start()) if called else None
    if called is None or head is None:
        return []
    items = [Item.cut("title", text, head.span("title"))]
    if head["in"]:
        field = "publisher_place" if is_place(head["in"].strip()) else "container_title"
        items.append(Item(field, text[slice(*head.span("in"))].strip(), *head.span("in")))
    if head["year"] and (date := read_date(folded, head.start("year"), called.start())):
        items.append(Item.dated(date))
    return [Draft("full", "labelled", at, called.end(), items, confidence=0.6, short_name=text[slice(*called.span("name"))])]


FORM = Form("labelled", read, stems("hereafter"))
