"""What the author heard: "Conversations with US analysts, Washington, DC, March 2011", "author's interview, Kyiv, May 5"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms import letters
from cites.forms.assign import ISSUERS
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import find_date
from cites.grammar.imprint import is_place, read_imprint
from cites.grammar.lexicon import compile_words, one_of, stems
from cites.grammar.names import read_people
from cites.grammar.sources import is_body
from cites.model import Name

HEAD = compile_words(
    rf"(?:(?:the\s)?author(?:'s|s')?\s|confidential\s|anonymous\s|personal\s|private\s|telephone\s|phone\s|my\s|(?:skype|zoom|whatsapp|signal|telegram|facebook|e-?mail|written|oral)\s"
    rf"|off-the-record\s|background\s|desk\s|field\s|online\s|group\s|expert\s|in-person\s|follow-up\s){{0,3}}"
    rf"(?P<head>{one_of('spoken.interviews', 'spoken.communications')})(?=[\s,;])"
)
LETTER_TO_AUTHOR = compile_words(  # Letter from W. R. Dickman to the author, 14 June 2008
    r"(?P<title>(?:letter|email|e-mail|note|message|fax)\s(?:to\s(?:the\s)?author\sfrom\s(?P<people>[^,;]{4,60})|from\s(?P<people>[^,;]{4,60}?)\sto\s(?:the\s)?authors?)),\s"
)
PLACE = regex.compile(r",\s(?P<place>\p{Lu}[^,;]*(?:,\s\p{Lu}[^,;\d]{1,20})?),?\s?$")
REPORTED = regex.compile(r"\s(?:was|were|is|are|has|have|had|that|which|took|conducted|held)\s")
INTERVIEW = compile_words(one_of("spoken.interviews"))
LED = regex.compile(r"\s?(?:with|from|mit|con|com|с)\s(?:(?:Dr|Prof|Mr|Mrs|Ms|Gen|Amb|Sen)\.\s)?")
MAX_WORDS = 5  # of an affiliation or a place
MAX = 260  # code points


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    if letter := _letter_to_author(context, at, end) or letters.read(context, at, end):
        return [letter]
    head = HEAD.match(folded, at, end)
    if head and REPORTED.match(folded, head.end(), end):
        return []  # "Interviews were conducted in Kyiv"
    if head is None:
        return read_speech(context, at, end) or read_interview(context, at, end) or read_letter(context, at, end)
    stop = next((i for i in range(head.end(), min(end, at + MAX)) if folded[i] in ";“"), min(end, at + MAX))
    date = find_date(folded, head.end(), stop)
    if date is None or not (date.has_year or date.has_day):
        return []
    last = date.start
    while last > at and folded[last - 1] in " ,(":
        last -= 1
    items = [Item("issued", date.value, date.start, date.end)]
    place = PLACE.search(folded, head.end(), last)
    if place and (is_place(place["place"]) or is_place(place["place"].split(", ")[0])):
        items.append(Item.cut("event_place", text, place.span("place")))
        last = place.start()
    if last - at > 180:
        return []
    kind = "interview" if INTERVIEW.search(folded, at, head.end()) else "personal_communication"
    last, named = _named(context, head.end(), last)
    items += [Item("author", name, *span) for name, span in named]
    items += [Item.cut("title", text, (at, last)), Item("type", kind, at, head.end())]
    finish = date.end
    if finish < end and folded[finish] == ")" and "(" in folded[at:finish]:
        finish += 1
    return [Draft("full", "spoken", at, finish, items, confidence=0.9)]


def _named(context: Context, at: int, end: int) -> tuple[int, list[tuple[Name, tuple[int, int]]]]:
    """Return where the title "Interview with Peter Madden" ends, before what he is or where it was, and who is named in it."""
    folded = context.folded
    comma = folded.find(", ", at, end)
    rest = folded[comma + 2 : end].split(", ") if comma > 0 else []
    aside = all(piece[:1].isupper() and len(piece.split(" ")) < MAX_WORDS for piece in rest)
    stop = comma if comma > 0 and (aside or "(" in folded[comma:end]) else end
    led = LED.match(folded, at, stop)
    people = read_people(folded, context.text, led.end(), stop, whole=True) if led else None
    return stop, [(name, (led.end(), stop)) for name in people.names] if led and people else []


def _letter_to_author(context: Context, at: int, end: int) -> Draft | None:
    """Read "Letter from W. R. Dickman to the author, 14 June 2008"."""
    folded, text = context.folded, context.text
    head = LETTER_TO_AUTHOR.match(folded, at, end)
    people = read_people(folded, text, *head.span("people"), whole=True) if head else None
    date = find_date(folded, head.end(), min(end, head.end() + 40)) if head else None
    if head is None or people is None or date is None:
        return None
    items = [
        *(Item("author", name, *head.span("people")) for name in people.names),
        Item.cut("title", text, head.span("title")),
        Item("issued", date.value, date.start, date.end),
        Item("type", "personal_communication", at, at),
    ]
    return Draft("full", "spoken", at, date.end, items, confidence=0.9)


SPEECH = compile_words(
    r"(?P<people>\p{Lu}[^,;“”]{3,60})(?:,\s(?-i:\p{Lu})[^,;“”(]{2,70}){0,4}?,\s(?P<genre>(?:(?:opening|keynote|closing|introductory)\s)?(?:remarks|speech|address"
    r"|lecture|statement|testimony|talk|presentation|comments|press\sconference))(?:\s(?=(?:given\s|delivered\s|made\s)?(?:at|to|before|during|in|on|for)\s)|(?=,\s))"
)


INTERVIEWED = compile_words(
    rf"(?P<people>\p{{Lu}}[^,;“”]{{3,60}})(?:,\s[^,;“”]{{3,60}})?,\s(?P<head>(?:(?:telephone|phone|personal|email|video|Zoom"
    rf"|WhatsApp)\s)?(?:{one_of('spoken.interviews', 'spoken.communications')}))\s(?:(?:by|with|to)\s(?:the\s)?authors?"
    r"|by\s(?-i:\p{Lu})[^,;“”]{3,40}(?=,))"
)


def read_interview(context: Context, at: int, end: int) -> list[Draft]:
    """Read "Selim Akıncı, interview by the author, Istanbul, May 14, 2022"."""
    folded, text = context.folded, context.text
    head = INTERVIEWED.match(folded, at, end)
    people = read_people(folded, text, *head.span("people"), whole=True) if head else None
    date = find_date(folded, head.end(), min(end, at + MAX)) if head and people else None
    if head is None or people is None or date is None:
        return []
    kind = "interview" if INTERVIEW.search(folded, *head.span("head")) else "personal_communication"
    items = [
        *(Item("author", name, *head.span("people")) for name in people.names),
        Item("issued", date.value, date.start, date.end),
        Item("type", kind, at, at),
    ]
    items.append(Item.cut("genre", text, head.span("head")))
    place = folded[head.end() : date.start].strip(" ,")
    if is_place(place) or is_place(place.split(", ")[0]):
        begin = folded.index(place, head.end())
        items.append(Item("event_place", text[begin : begin + len(place)], begin, begin + len(place)))
    return [Draft("full", "spoken", at, date.end, items, confidence=0.9)]


def read_speech(context: Context, at: int, end: int) -> list[Draft]:
    """Read "John C. Richardson, remarks at the Atlantic Council, Washington, DC, 6 February 2019"."""
    folded, text = context.folded, context.text
    head = SPEECH.match(folded, at, end)
    people = read_people(folded, text, *head.span("people"), whole=True) if head else None
    if head is None or people is None:
        return []
    stop = folded.find(";", at, min(end, at + MAX))
    date = find_date(folded, head.end(), min(end, at + MAX) if stop < 0 else stop)
    if date is None or not date.has_year:
        return []
    items = [Item("author", name, *head.span("people")) for name in people.names]
    for item in read_imprint(folded, text, head.start("genre"), date.end) or ():
        is_host = item.field == "event_title" and (context.outlet(item.value) or is_body(item.value))
        items.append(Item("publisher" if is_host else item.field, item.value, item.start, item.end))
    items.append(Item("type", "speech", *head.span("genre")))
    last = date.start
    while folded[last - 1] in " ,(":
        last -= 1
    place = next((item for item in items if item.field == "event_place"), None)
    last = place.start - 2 if place else last
    items = [item for item in items if item.field not in ("genre", "publisher", "event_title")]
    comma = folded.rfind(", ", head.end("genre"), last)
    outlet = context.outlet(text[comma + 2 : last]) if comma > 0 else None
    if outlet and outlet.kind not in ISSUERS:  # "speech in Vladivostok, Pravda, 29 July 1986"
        items.append(Item.cut("container_title", text, (comma + 2, last)))
        last = comma
    items.append(Item.cut("title", text, (head.start("genre"), last)))  # "remarks at the Atlantic Council"
    finish = date.end + (folded[date.end : date.end + 1] == ")" and "(" in folded[at : date.end])
    for item in context.tail(finish, end).items:
        if item.field not in ("url", "accessed", "aside"):
            break
        items += [Item(*item)] if item.field != "aside" else []
        finish = item.end
    return [Draft("full", "spoken", at, finish, items, confidence=0.9)]


LETTER = regex.compile(r"(?P<people>\p{Lu}[^,;“”]{3,60}?)\sto\s(?P<to>\p{Lu}[^,;“”]{1,60}),\s(?=[^;“”]{0,40}\d{4})")


def read_letter(context: Context, at: int, end: int) -> list[Draft]:
    """Read "Austen Chamberlain to Ida Chamberlain, 31 October 1925"."""
    folded, text = context.folded, context.text
    head = LETTER.match(folded, at, end)
    people = read_people(folded, text, *head.span("people"), whole=True, single=True) if head else None
    if head is None or people is None or not read_people(folded, text, *head.span("to"), whole=True, single=True):
        return []
    date = find_date(folded, head.end(), min(end, head.end() + 60))
    between = folded[head.end() : date.start].strip(" ,") if date else ""
    if date is None or not date.has_month or (between and not is_place(between)):
        return []
    items = [
        *(Item("author", name, *head.span("people")) for name in people.names),
        Item.cut("title", text, (at, head.end("to"))),
        Item("issued", date.value, date.start, date.end),
        Item("type", "personal_communication", at, at),
    ]
    return [Draft("full", "spoken", at, date.end, items, confidence=0.8)]


FORM = Form(
    "spoken",
    read,
    (
        *stems("spoken.interviews", "spoken.communications"),
        " to ",
        "remarks",
        "speech",
        "address",
        "lecture",
        "statement",
        "testimony",
        "talk",
        "presentation",
        "comments",
        "letter",
        "e-mail",
        "memorand",
        "telegram",
    ),
)
