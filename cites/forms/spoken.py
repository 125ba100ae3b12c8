"""What was said: "Conversations with US analysts, Washington, DC, March 2011", "author's interview, Kyiv, May 5",
"John C. Richardson, remarks at the Atlantic Council, 6 February 2019", "own observation, Kyiv, 5 May"; `letters.py` reads letters
and days of diaries.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.forms.archives import letters
from cites.forms.archives.archival import with_keeper
from cites.forms.fields.assign import take_address
from cites.forms.form import Context, Draft, Form, Item, field_of
from cites.grammar.dates import find_date
from cites.grammar.imprint import read_imprint
from cites.grammar.lexicon import WORDS, compile_words, one_of, stems
from cites.grammar.names import ONE, People, read_people, split_people
from cites.grammar.person import is_given
from cites.grammar.publisher_places import begins_with_place
from cites.grammar.separators import back
from cites.grammar.sources import is_body
from cites.model import Name

WITHHELD = regex.compile(r"\s\p{Lu}\.$")  # "interview with Ahmad K.", whose family's name is not said
HOW = rf"(?:{one_of('spoken.how')}\s)"
SPOKEN = one_of("spoken.interviews", "spoken.communications", "spoken.observations")
HEAD = compile_words(
    rf"(?:an?\s(?=\p{{L}}+\s(?:with|mit)\s))?(?:(?:the\s)?author(?:'s|s')?\s|my\s|{HOW}){{0,3}}(?P<head>{SPOKEN})(?=[\s,;])"
)
LED_BY = compile_words(  # Crisis Group telephone interview, NGO worker, Goma, 4 June 2012
    rf"(?P<body>(?-i:\p{{Lu}})[^,;:.“”()]{{1,60}}?)(?:'s)?\s{HOW}{{0,3}}(?P<head>{SPOKEN})(?=,\s|\swith\s)"
)
PLACES = (  # at the end of a stretch, with or without what the place lies in
    regex.compile(r",\s(?P<place>\p{Lu}[^,;]*,\s\p{Lu}[^,;\d]{1,20}),?\s?$"),
    regex.compile(r",\s(?P<place>\p{Lu}[^,;]*),?\s?$"),
)
STOP = regex.compile(r";|(?<!\swith\s)“")  # but "interview with “Fatima”, Maiduguri"
REPORTED = regex.compile(r"\s(?:was|were|is|are|has|have|had|that|which|took|conducted|held)\s")
WITH = regex.compile(rf"(?P<about>\swith\s(?P<people>{ONE.pattern})(?:,?\s(?:of|from|at)\s[^.,;]{{2,60}})?)\.?\s*")
INTERVIEW = compile_words(one_of("spoken.interviews"))
SEEN = compile_words(one_of("spoken.observations"))
LED = regex.compile(r"\s?(?:(?:del|de\sla)\sautora?\s)?(?:with|from|mit|avec|con|com|с)\s(?:(?:Dr|Prof|Mr|Mrs|Ms|Gen|Amb|Sen)\.\s)?")
SPEECH = compile_words(
    r"(?P<people>\p{Lu}[^,;“”]{3,60})(?:,\s(?-i:\p{Lu})[^,;“”(]{2,70}){0,4}?,\s"
    rf"(?P<genre>(?:{one_of('spoken.kinds')}\s)?{one_of('spoken.speeches')})"
    r"(?:\s(?=(?:given\s|delivered\s|made\s)?(?:at|to|before|during|in|on|for)\s)|(?=,\s)"
    r"|\s(?=of\s[^,;()]{0,30}(?P=people)))"  # Ajit Pai, Chairman, …, Remarks of Chairman Ajit Pai on Restoring Internet Freedom
)
SAID = compile_words(  # Gen. Dan Crane remarks, March 2 · Jane Hall's speech at Oxford, 5 May
    rf"(?P<people>(?-i:\p{{Lu}})[^,;:“”()]{{3,60}}?)(?:'s)?\s(?P<genre>(?:{one_of('spoken.kinds')}\s)?{one_of('spoken.speeches')})"
    r"(?=,\s|\s(?:at|to|before)\s)"
)
SAID_BY = compile_words(  # Speech by President Putin at the Munich Conference, February 10, 2007
    rf"(?=(?-i:\p{{Lu}}))(?P<genre>(?:joint\s)?(?:{one_of('spoken.kinds')}\s)?{one_of('spoken.speeches')})\s(?:by|of|from|von|de[rs]?|du"
    rf"|par)\s(?:the\s)?(?P<people>(?-i:\p{{Lu}})[^;:“”()]{{3,80}}?)(?=,\s|\s(?:at|to|before|during|on|in|vor|auf|bei|devant|à|au)\s)"
)
TO_AUTHOR = regex.shapes(  # what tells that the author heard it
    ("anonymous interview⟨⟩ (", r"(?<=\p{L}\sinterview)(?=\s\()"),
    (
        "confidential interview⟨⟩, Kyiv",
        r"(?<=(?:anonymous|confidential|personal)\sinterview|personal\s(?:communication|correspondence))(?=[,.])",
    ),
    ("interview⟨ by the author⟩", r"\s(?:by|with|to)\s(?:the\s)?authors?(?!\p{L})"),
    ("interview⟨⟩, Cardiff, May 3", r"(?<=interview|conversation)(?=,\s(?P<where>(?-i:\p{Lu})[^,;()\d]{2,40}),\s[\w. ]{3,14}\d)"),
    (
        "interview⟨ mit dem Spiegel⟩, 3. Mai",
        rf"\s(?:{one_of('spoken.given')}\s(?-i:the\s)?|(?-i:\p{{Cyrillic}}{{4,12}}[уюеи]\s|(?=«)))"
        r"[“\"„«]?(?P<other>(?-i:\p{Lu}|\d+\s?\p{L})[^,;“”»\"(]{1,40})[\"”“»]?(?=,|\s\()",
    ),
    flags=WORDS,
)
INTERVIEWED = compile_words(
    rf"(?P<people>\p{{Lu}}[^,;“”]{{3,60}}?)(?:,\s[^,;“”]{{3,60}})?(?:,\s|\sim\s|\s(?=interview\s\()|\.\s(?=personal\sinterview\.))"
    rf"(?P<head>{HOW}?(?:{SPOKEN}))(?:{TO_AUTHOR})"
)
SESSION = regex.compile(r",\s\d+\w\w\sCong(?:\.|ress)(?:,\s[^,;]{2,8}\s[Ss]ess(?:\.|ion))?$")  # …, 118th Cong., 1st sess.
WAY = compile_words(rf"(?:by|via|over|per)\s{one_of('spoken.ways')}|online|in\sperson")
ISSUE = regex.compile(r",\s(?:no|nr|č|issue)\.?\s(?P<issue>\d{1,4}(?:/\d{2,4})?)$")
BORN = regex.compile(r"\((?:b\.|born|geb\.|Jg\.|Jahrgang|née?|р\.|ur\.)\s[^()]{4,30}\)")  # V. P. Sidorov (b. 1911), Samara, 4 June 1993
CONTAINED = regex.compile(r",\s(?:(?:(?:quoted|cited|printed|reprinted|published)\s)?in\s)?|\sin\s")
SENTENCE = regex.compile(r"[^;“”]{3,300}\p{Ll}{2}\.\s(?=\p{Lu}[^.;“”]{3,60},\s[^.;,“”]{0,12}\b(?:interview|communication|e-?mail))")
MAX_WORDS = 5  # of an affiliation or a place
MAX = 260  # code points
MAX_TITLE = 180  # code points before the date


def read(context: Context, at: int, end: int) -> list[Draft]:
    for read_written in (letters.read_to_author, letters.read_in_parentheses, letters.read_diary):
        if written := read_written(context, at, end):
            return [with_keeper(context, written, end)]
    if head := HEAD.match(context.folded, at, end):
        draft = _heard(context, head, end)
    elif led := _led_by(context, at, end):
        draft = _heard(context, led[0], end)
        if draft and context.periodical(str(led[1].value)):
            draft.items.append(led[1])
    else:
        draft = _speech(context, at, end) or _interview(context, at, end) or letters.read_between_others(context, at, end)
    return [with_keeper(context, draft, end)] if draft else []


def _led_by(context: Context, at: int, end: int) -> tuple[regex.Match[str], Item] | None:
    """Return the beginning of "Human Rights Watch interview with Ahmad K." and the body that asked."""
    head = LED_BY.match(context.folded, at, end)
    words = context.text[at : head.start("head")].split() if head else []
    for count in range(len(words), 0, -1):  # "Crisis Group telephone": the body is the longest name that is known
        body = " ".join(words[:count]).removesuffix("'s").removesuffix("’s")
        if head and (context.outlet(body) or (count == len(words) and is_body(body))):
            return head, Item("container_title", body, at, at + len(body))
    return None


def _heard(context: Context, head: regex.Match[str], end: int) -> Draft | None:
    """Read "Conversations with US analysts, Washington, DC, March 2011"."""
    folded, text = context.folded, context.text
    at = head.start()
    if REPORTED.match(folded, head.end(), end):
        return None  # "Interviews were conducted in Kyiv"
    stop = next((match.start() for match in STOP.finditer(folded, head.end(), min(end, at + MAX))), min(end, at + MAX))
    born = BORN.search(folded, head.end(), stop)
    date = find_date(folded, born.end() if born else head.end(), stop)
    if date is None or not (date.has_year or date.has_day):
        begins = at == 0 or folded.endswith(". ", 0, at)  # It was a matter of money. Personal communication with Maurice Suckley.
        return _undated(context, head, end) if date is None and begins and context.kind == "note" else None
    last = back(folded, at, date.start, " ,(")
    items = [Item.dated(date)]
    published: list[Item] = []
    if place := _place(folded, head.end(), last):
        items.append(Item.cut("event_place", text, place))
        last = place[0] - 2
    elif published := _published(context, head.end(), last):
        items += published
        led = _led_to(folded, head.end(), published[0].start)
        last = led.start() if led else head.end()
    if last - at > MAX_TITLE:
        return None
    kind = _kind(folded, at, head.end())
    last, named = _named(context, head.end(), last)
    items += [Item("author", name, *span) for name, span in named]
    if last > head.end() + 2 or not published:
        items.append(Item.cut("title", text, (at, last)))
    items.append(Item("type", kind, at, head.end()))
    finish = date.end + (folded.startswith(")", date.end, end) and "(" in folded[at : date.start])
    return Draft("full", "spoken", at, finish, items, confidence=0.9)


def _undated(context: Context, head: regex.Match[str], end: int) -> Draft | None:
    """Read a note that is nothing but "Interview with Eli Silva of Occupy Tulsa"."""
    whole = WITH.fullmatch(context.folded, head.end(), end)
    if whole is None:
        return None
    items = [Item("author", name, *whole.span("people")) for name in split_people(context.text[slice(*whole.span("people"))])]
    items += [Item.cut("title", context.text, (head.start(), whole.end("about"))), Item("type", _kind(context.folded, *head.span()), 0, 0)]
    return Draft("full", "spoken", head.start(), whole.end("about"), items, confidence=0.8)


def _place(folded: str, at: int, end: int) -> tuple[int, int] | None:
    """Return the span of the place that ends a stretch: of "Kyiv, Ukraine" in "with officials, Kyiv, Ukraine"."""
    found = (match for pattern in PLACES if (match := pattern.search(folded, at, end)))
    return next((match.span("place") for match in found if begins_with_place(match["place"])), None)


def _led_to(folded: str, at: int, end: int) -> regex.Match[str] | None:
    """Return the last comma or "in" of a stretch: ", quoted in " before "Daily Telegraph"."""
    return next(reversed(list(CONTAINED.finditer(folded, at, end))), None)


def _published(context: Context, at: int, end: int) -> list[Item]:
    """Return the magazine of "Interview with Petr Pavel, Respekt, no. 5, 2024", "interview in Respekt, no. 5, 2022", "with Respekt"."""
    issue = ISSUE.search(context.folded, at, end)
    stop = issue.start() if issue else end
    led = _led_to(context.folded, at, stop) or LED.match(context.folded, at, stop)
    start = led.end() if led else stop
    if context.periodical(context.text[start:stop]) is None:
        return []
    number = [Item.cut("issue", context.text, issue.span("issue"))] if issue else []
    return [Item.cut("container_title", context.text, (start, stop)), *number]


def _kind(folded: str, start: int, end: int) -> str:
    if INTERVIEW.search(folded, start, end):
        return "interview"
    return "document" if SEEN.search(folded, start, end) else "personal_communication"


def _named(context: Context, at: int, end: int) -> tuple[int, list[tuple[Name, tuple[int, int]]]]:
    """Return where the title "Interview with Peter Maddox" ends, before what he is or where it was, and who is named in it."""
    folded = context.folded
    if folded.startswith(", ", at):
        return end, []  # "interview, official, Ministry of Defence"
    comma = folded.find(", ", at, end)
    rest = folded[comma + 2 : end].split(", ") if comma > 0 else []
    aside = all(map(_is_aside, rest))
    stop = comma if comma > 0 and (aside or "(" in folded[comma:end]) else end
    led = LED.match(folded, at, stop)
    withheld = WITHHELD.search(folded, at, stop)
    born = BORN.search(folded, at, stop)
    people = read_people(folded, context.text, led.end(), born.start() - 1 if born else stop, whole=True) if led and not withheld else None
    return stop, [(name, (led.end(), stop)) for name in people.names] if led and people else []


def _is_aside(piece: str) -> bool:
    """True for what somebody is, and for the way of an interview: "Solicitor", "by video"; not for "Trade and Industry" of a ministry."""
    return bool(piece[:1].isupper() or WAY.fullmatch(piece)) and " and " not in piece and len(piece.split(" ")) < MAX_WORDS


def _interview(context: Context, at: int, end: int) -> Draft | None:
    """Read "Salim Akkaya, interview by the author, Istanbul, May 12, 2021"."""
    folded, text = context.folded, context.text
    if sentence := SENTENCE.match(folded, at, end):  # It has said both. Jane Hall, personal communication, May 4, 2020
        at = sentence.end()
    head = INTERVIEWED.match(folded, at, end)
    people = read_people(folded, text, *head.span("people"), whole=True, single=True) if head else None
    people = people if people and _is_somebody(people, context) else None
    date = find_date(folded, head.end(), min(end, at + MAX)) if head else None
    if head is None or date is None or (people is None and (head["other"] or head["where"])):
        return None
    items = [
        *(Item("author", name, *head.span("people")) for name in (people.names if people else ())),
        Item.dated(date),
        Item("type", _kind(folded, *head.span("head")), at, at),
        Item.cut("genre", text, head.span("head")),
    ]
    begin = head.end() + 2
    stop = back(folded, begin, date.start, " ,(")
    is_where = head["where"] and " " not in head["where"] and not context.outlet(head["where"])
    if begin < stop and (is_where or begins_with_place(folded[begin:stop])):
        items.append(Item.cut("event_place", text, (begin, stop)))
    spans = [head.span("other"), (begin, stop)] if head["other"] else []
    outlets = [span for span in spans if span[0] < span[1] and context.periodical(text[slice(*span)])]
    # "interview with Henry Kissinger, CNN", "interview with Fox News"
    items += [Item.cut("container_title", text, span) for span in outlets[:1]]
    if head["where"] and items[-1].field not in ("event_place", "container_title"):
        return None
    if head["other"] and head.span("other") not in outlets:
        items.append(Item.cut("title", text, (head.start("head"), head.end())))
    if people is None:  # "Senior official, interview with author"
        items.append(Item.cut("title", text, (at, head.end())))
    finish = date.end + (folded[date.end : date.end + 1] == ")" and "(" in folded[at : date.start])
    return Draft("full", "spoken", at, finish, items, confidence=0.9)


def _is_somebody(people: People, context: Context) -> bool:
    """True for names with a given part, and for those of families that are no word and no place: "Nasser", not "Officials", "PGMOL"."""
    families = [str(name) for name in people.names if not (name.given or context.known.has(name))]
    return not any(name.isupper() or is_common(name.lower()) or begins_with_place(name) or context.outlet(name) for name in families)


def _speech(context: Context, at: int, end: int) -> Draft | None:
    """Read "John C. Richardson, remarks at the Atlantic Council, Washington, DC, 6 February 2017"."""
    folded, text = context.folded, context.text
    parted = SPEECH.match(folded, at, end)
    by = SAID_BY.match(folded, at, end)
    head = parted or by or SAID.match(folded, at, end)
    people = read_people(folded, text, *head.span("people"), whole=True, single=parted is not None) if head else None
    is_named = people is not None and ((parted and _is_somebody(people, context)) or is_given(people.names[0].given.split(" ")[0]))
    if head is None or not (is_named or by):
        return None
    if context.kind == "inline" and is_body(text[slice(*head.span("people"))]):
        return None  # Darfur Bar Association, statement, 28 May
    date = find_date(folded, head.end(), context.piece_end(at, end, MAX))
    if date is None or not (date.has_year or (date.has_day and context.kind == "inline")):
        return None
    names = (Name(literal=head["people"]),) if parted and is_body(head["people"]) else people.names if people and is_named else ()
    items = [Item("author", name, *head.span("people")) for name in names]
    for item in read_imprint(folded, text, head.start("genre"), date.end) or ():
        if item.field in ("publisher_place", "event_place") and str(item.value)[0].islower():
            continue  # on Restoring Internet Freedom
        is_host = item.field == "event_title" and (context.outlet(item.value) or is_body(item.value))
        field = "publisher" if is_host else "event_place" if item.field == "publisher_place" else item.field
        items.append(Item(field, item.value, item.start, item.end))
    items.append(Item("type", "speech", *head.span("genre")))
    last = back(folded, at, date.start, " ,(")
    place = field_of(items, "event_place")
    last = place.start - 2 if place else last
    items = [item for item in items if item.field not in ("genre", "publisher", "event_title")]
    comma = folded.rfind(", ", head.end("genre"), last)
    if comma > 0 and context.periodical(text[comma + 2 : last]):  # "speech in Vladivostok, Pravda, 27 July 1985"
        items.append(Item.cut("container_title", text, (comma + 2, last)))
        last = comma
    last = session.start() if (session := SESSION.search(folded, head.end("genre"), last)) else last
    items.append(Item.cut("title", text, (head.start("genre"), last)))  # "remarks at the Atlantic Council"
    finish = date.end + (folded[date.end : date.end + 1] == ")" and "(" in folded[at : date.end])
    finish = take_address(context, items, finish, end)
    return Draft("full", "spoken", at, finish, items, confidence=0.9)


FORM = Form(
    "spoken",
    read,
    (*stems("spoken.interviews", "spoken.communications", "spoken.observations", "spoken.speeches", "diaries", "letters.to"),
     " to ", " an ", " à ", "letter", "e-mail", "memorand", "telegram"),
)  # fmt: skip
