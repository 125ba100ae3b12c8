"""Words in quotation marks that are no title: what somebody said, a byname, a phrase, the beginning of a title that has no marks itself."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import has_day, is_month
from cites.forms.fields.family_first import read_family_first
from cites.forms.form import Context, Draft, Item
from cites.grammar.dates import find_date
from cites.grammar.kinds import PROCEEDINGS_WORD
from cites.grammar.lexicon import AND, IN, compile_words, one_of
from cites.grammar.names import read_people
from cites.grammar.person import has_given
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.titles import Quoted

NEAR = 60  # code points between a title and its date, where what stands between them is not understood
BEGINS_TITLE = regex.compile(
    regex.shapes(
        ("“Vaterland⟨”: ⟩Die", r"[”\"’'»]\s?(?::\s|\s\p{Lu}\p{L}+[\s?:]|\s-\s\p{Ll})"),
        (
            "„Heimat⟨“ in der ⟩Literatur",  # „Volk“ und „Nation“
            r"[”“\"«»]\s(?:(?:in|aus|von|zu|bei|mit)\s(?:der|den|dem|die|das)|im|zur|zum|vom|als|und|in\s(?:de|het))\s",
        ),
        ("“We Will Bury You⟨” and Other ⟩Misquotations", rf"[”\"’'»]\s(?i:{one_of('joins.other')})\s(?=\p{{Lu}})"),
    )
)
NEWS_NEXT = regex.compile(  # ’ The Times (London, 27 February 2018)
    rf"[”\"’']\s(?:\p{{Lu}}[^,;()“”]{{2,50}}\s\((?:\p{{Lu}}[^(),]{{2,30}},\s)?\d{{1,2}}\s\p{{L}}+\s\d{{4}}\)|{PROCEEDINGS_WORD}\sof\s)"
)
IMPRINT_NEXT = regex.compile(  # ‘Britain Awake!’ The Labour Party and Popular Politics in 1940s Britain (Manchester, 1994)
    r"[”\"’']\s\p{Lu}[\p{L}\d'-]+(?:,?\s[\p{L}\d'-]+){3,16}\s\((?P<place>\p{Lu}[\p{L} -]{2,30})(?::\s[^():]{2,60})?,\s(?:1[5-9]|20)\d\d\)"
)
COLON_NEXT = regex.compile(rf":\s[^;:()“”]{{5,160}}[,.?!]\s{IN}\s?:\s\p{{Lu}}")  # „Wir Armen“: Bettelnde in der Stadt, in: …
YEAR = r"(?:1[5-9]|20)\d\d"
QUOTED_LAST = regex.compile(r",\s[‘'“\"]\p{Lu}[^“”\"]{4,}[’'”\"]$")
QUOTED_WITHIN = regex.compile(r"\p{L}[,.][”\"]\s\p{L}")
LATER = compile_words(rf"[,.]?\s(?:{one_of('ibid')})(?=[\s,.;:)\]]|$)")  # “The Soviet leaders saw no contradiction.” Ibid., 512
POINTER_NEXT = regex.compile(  # “One may see it as a larger whole” (Motta e Tiberi 2009)
    rf"\s\((?P<name>\p{{Lu}}[\p{{L}}'-]+)(?P<more>,?\s{AND}\s\p{{Lu}}[\p{{L}}'-]+|,?\set\sal\.)?,?\s{YEAR}[a-h]?(?:(?:,"
    rf"|:)\s[\divxlc,\s-]+)?\)"
)
SENTENCE = regex.compile(r"(?:\s\p{Ll}+){6}")  # titles have capitals
BOOK_NEXT = regex.compile(rf"\s\(\p{{Lu}}[^():]{{2,40}}:\s[^():]{{2,80}},\s{YEAR}\)")
AHEAD = regex.compile(r",\s[“\"‘']\p{Lu}")  # a title in quotation marks


def ends_with_quoted(context: Context, begin: int, stop: int) -> bool:
    """True for a sentence that leads to a quoted title: "An excellent question, put in Paul Kennedy, 'Dreamers and Doers'"."""
    if context.kind != "note" or QUOTED_LAST.search(context.folded, begin, stop) is None:
        return False
    return not any(begin <= start < stop for start, _ in context.italics)


def holds_quoted(context: Context, begin: int, stop: int) -> bool:
    """True for a sentence amid which a quoted title stands: "Thompson's seminal article, “The Moral Economy,” Past and Present"."""
    within = QUOTED_WITHIN.search(context.folded, begin, stop) if context.kind == "note" else None
    return within is not None and not any(start < within.start() < finish for start, finish in context.italics)


def is_said_in_ibid(folded: str, quoted: Quoted, end: int) -> bool:
    """True for what somebody said in the work before: “… no contradiction.” Ibid., 512; another title of that newspaper has its day."""
    later = LATER.match(folded, quoted.stop, end)
    date = find_date(folded, later.end(), min(end, later.end() + NEAR)) if later else None
    return later is not None and not (date and date.has_day and not folded[later.end() : date.start].strip(" .,"))


def begins_title(context: Context, quoted: Quoted, end: int) -> bool:
    """True for a word or two in quotation marks with which a title begins that has none of its own."""
    folded = context.folded
    if context.begins_italics(quoted.stop + 1):
        return False  # ‘Counting Ships’ *Proceedings of the Eighth Conference*: what it stands in
    if quoted.end - quoted.start > 27 or quoted.end + 1 != quoted.stop:
        return False
    if COLON_NEXT.match(folded, quoted.stop, end):
        return True
    if folded[quoted.end - 1] not in ".,?!":
        return BEGINS_TITLE.match(folded, quoted.end, end) is not None and NEWS_NEXT.match(folded, quoted.end, end) is None
    book = IMPRINT_NEXT.match(folded, quoted.end, end) if folded[quoted.end - 1] in "?!" else None
    return book is not None and is_place(book["place"])


def dates_a_phrase(context: Context, author: list[Item], title: Item, items: list[Item]) -> bool:
    """True for "(“peaceful rise,” 2003)" and a picture, "(Rembrandt, “The Night Watch,” 1642)"; not for a body's report of a month."""
    if context.kind != "inline" or title.field != "title" or str(title.value) in context.linked:
        return False
    if [item.field for item in items] != ["issued"] or has_day(dated := str(items[0].value)):
        return False
    is_body = bool(author) and all(item.body for item in author)
    return not is_body and not (author and is_month(dated))


def is_phrase(context: Context, author: list[Item], title: Item, locator: str, stop: int, end: int) -> bool:
    """True for words in quotation marks that name no work: "the Latin “manus.”", what somebody said."""
    printed = str(title.value)
    if context.known.is_unsigned(printed):
        return False
    if author:
        return not locator and printed[:1].islower() and not any(context.known.has(item.value) for item in author)
    if not printed[:1].isupper() or len(printed.split()) < 2:
        return True
    after = find_date(context.folded, stop, min(end, stop + NEAR))
    dated = after is not None and after.has_year
    return context.kind == "note" and not (locator or dated) and not context.known.has_title(printed)


def is_byname(context: Context, quote: int, quoted: Quoted, items: tuple[Printed, ...]) -> bool:
    """True for a word or two that no comma parts from the name before them, and nothing but a date may follow: a nom de guerre."""
    folded = context.folded
    if quote < 2 or not folded[quote - 2].isalpha() or folded[quoted.end] in ",.?!" or len(folded[quoted.start : quoted.end].split()) > 2:
        return False
    return all(item.field == "issued" for item in items) and not folded.startswith(",", quoted.stop)


def is_quotation(context: Context, quoted: Quoted, end: int) -> bool:
    """True for words that somebody said: they begin with a small letter, and no date or address of a work follows them."""
    if context.kind == "note" and is_pointed(context, quoted, end):
        return True
    if context.folded[quoted.stop - 2] in ".?!" and context.kind == "note" and _is_followed(context, quoted, end):
        return True
    if context.folded[quoted.stop - 2] in ".?!" and context.kind == "note" and SENTENCE.search(context.folded, quoted.start, quoted.stop):
        people = read_family_first(context, quoted.stop + 1, end, any_given=True)
        return people is not None and context.folded.startswith(". ", people.end)  # “They sat down.” Smith, Ann. The Road. London: …
    if not context.folded[quoted.start].islower() or context.folded[quoted.start : quoted.start + 2] in ("e-", "iP"):
        return False
    fields = {item.field for item in context.tail(quoted.stop, end).items}
    return not (fields & {"issued", "url", "doi"})


def said_until(context: Context, draft: Draft) -> int:
    """Return where words end that are quoted from the work before, 0 for a title: "… (2026-05-30). “It has moved.” https://…"."""
    title = next((item for item in draft.items if item.field == "title"), None)
    told = {item.field for item in draft.items} - {"title", "url", "accessed"}
    is_unknown = told <= {"container_title"} and context.outlet(draft.get("container_title")) is None
    if title is None or draft.matched_by != "titled" or not is_unknown or not context.folded.endswith(". ", 0, draft.start):
        return 0
    words = context.folded[title.start : title.end].split(" ")
    is_ended = any(sign in ".?!" for sign in context.folded[title.end - 1 : title.end + 1])
    return title.end + 2 if is_ended and 2 * sum(word[:1].islower() for word in words[1:]) > len(words) > 3 else 0


def is_pointed(context: Context, quoted: Quoted, end: int) -> bool:
    """True for a sentence behind which it is said where it stands, by author and date."""
    pointer = POINTER_NEXT.match(context.folded, quoted.stop - 1, end) or POINTER_NEXT.match(context.folded, quoted.stop, end)
    is_sentence = pointer is not None and SENTENCE.search(context.folded, quoted.start, quoted.stop) is not None
    return pointer is not None and bool(pointer["more"] or (is_sentence and not context.outlet(pointer["name"])))


def _is_followed(context: Context, quoted: Quoted, end: int) -> bool:
    """True where people and their work, set apart, stand behind it: “They call it love.” Sylvie Federigo, *Wages* (…)."""
    begin = quoted.stop + 1
    is_sentence = SENTENCE.search(context.folded, quoted.start, quoted.stop) is not None
    if is_sentence and BOOK_NEXT.match(context.folded, context.italics_end(begin) or end):
        return True  # “They say it is all the same to them.” *Wages* (Oakland: PM, 2012), 15
    people = read_people(context.folded, context.text, begin, end, single=True)  # … is to be changed.” Marx and Engels, *Manifesto*
    if people is None or not context.folded.startswith(", ", people.end):
        return False
    are_known = all(map(context.known.has, people.names))
    if any(not (has_given(name) or (not name.given and (is_sentence or are_known))) for name in people.names):
        return False
    if context.begins_italics(people.end + len(", ")):
        return True
    return is_sentence and (are_known or AHEAD.match(context.folded, people.end, end) is not None)
