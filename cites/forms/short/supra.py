"""A work that another note cites: "Freeman, supra note 24, at 12", "Smith (n 5) 12", "Panov, op. cit., p. 9"."""

from __future__ import annotations

from itertools import takewhile

from cites import lazy_regex as regex
from cites.forms.form import POINTERS, Context, Draft, Form, Item, has
from cites.forms.signals import skip_signals
from cites.grammar.inverted_names import read_inverted
from cites.grammar.lexicon import Either, any_of, one_of
from cites.grammar.names import EDITS, WORD, People, read_people
from cites.grammar.patterns import read_each
from cites.grammar.printed import Printed
from cites.grammar.separators import back
from cites.grammar.syllabic_names import split_syllabic
from cites.grammar.titles import find_quote, read_quoted
from cites.knowledge import load
from cites.model import Name

NOTE = rf"{any_of(load()['notes.again'])}\.?\s?(?P<note>\d+)"
BEFORE = one_of("notes.led")
OPERA = read_each("op_cit", "OPERA")  # op. cit. · art. cit. · a. a. O. · указ. соч. · 前掲書
OPERE = rf"(?P<op>{'|'.join(OPERA)})"
BACK = Either(
    rf"\((?:{BEFORE},?\s)*{NOTE}(?:\sabove)?\)",  # (n 5) · (oben N. 7) · (wie Anm. 1)
    rf"(?<!\p{{L}})(?:see\s)?(?:{BEFORE},?\s)+{NOTE}(?:\sabove)?",  # supra note 24 · above n 5 · wie Anm. 3
    r"(?<=\p{L}\.?,\s)supra(?=,?\sat\s\*?\d|,\s[§¶]|\s§|\.?$|;)",  # Laqueur & Copus, supra, at 153
    r"(?:(?:see|refer\sto)\s)?\b(?:(?:foot)?note|n\.?)\s(?P<note>\d+)\s(?:above|supra)",  # note 5 above
    r"(?<=[\p{L}.”’],\s)(?P<bare>(?-i:n))\s(?P<note>\d+)(?=,?\s(?:at|pp?|\[)\s?\d|\.?$|;|\.\s(?-i:\p{Lu}))",  # Scott, n 2, p 33
    r"(?:see|siehe)\s(?:the\s)?(?:references|bibliography|literaturverzeichnis)",  # Hirschfeld, A., see References
    # op. cit. (1998), n. 4 · op. cit., 1998, p. 4 · op. cit. [3] · op. cit. (14), p. 88
    *(
        rf"(?P<op>{op})(?:\s\((?P<year>\d{{4}})\)|,\s(?P<year>(?:1[6-9]|20)\d\d)(?=,\s\p{{L}}))?"
        rf"(?:,?\s\(?(?:{BEFORE}\s|in\s|à\sla\s)?{NOTE}(?:\sabove)?\)?|\s[\[(](?P<note>\d{{1,3}})[\])])?"
        for op in OPERA
    ),
    flags=regex.VERBOSE | regex.IGNORECASE,
)
IN_ANOTHER = regex.compile(r"[’”'\"»],?\s(?:in|dans|en)\s(?=\p{Lu})", regex.IGNORECASE)  # ‘Company Law’ in Thomas, op. cit., n. 8
SYLLABIC = regex.compile(r"\p{Hangul}{2,4}|\p{Han}{2,4}")  # 박영희, 앞의 책 · 李明前引书
FAMILIES = regex.compile(rf"{WORD}(?:,\ {WORD})+")
# numbers of acts and documents may stand in a head: "Directive 2011/92/EU (n 15)", "COM(2020) 66 (n 6)", "WP251 (n 10)"
COUNT = r"(?:[Nn]o\.?\s)?(?:[IVX]{1,4}|\d{1,2})"  # Georgia v Russia (II)
NO_HEAD = regex.compile(
    rf"(?:\p{{Ll}}{{2}}|\d%)\.\s\p{{Lu}}(?!\.)|\((?!{EDITS}(?!\p{{L}})|\d{{4}}\)\s?\d|{COUNT}\))|(?<!\b{EDITS}\.?|\p{{Lu}}\s?\(\d{{4}}"
    rf"|\({COUNT})\)|(?<![\d/(-]|\p{{Lu}}{{2}})(?!(?<=,\s)(?:1[5-9]|20)\d\d\s\p{{L}}{{4}})\d{{3}}(?!\d?[/-]\d|\)\s?\d)|;|https?:"
)
OTHER_SENTENCE = regex.compile(r"\d\.\s\p{Lu}\p{Ll}+\s\p{Lu}")  # “The Covenant”, § 15. Veja STOTT, op. cit.
LAST_NAME = regex.compile(r"\s\p{Ll}+\s(?P<name>\p{Lu}[\p{L}'-]+)$")
PIN = regex.compile(
    r"(?:,(?=\s[\p{L}¶§]))?\s(?:at\s)?(?P<cited>(?:¶¶|§§|paras)\s\d{1,4}(?:-\d{1,4})?(?:,\s\d{1,4}(?:-\d{1,4})?)+"
    r"|(?:(?:¶+|§+|paras?\.?|arts?\.?|ss?\.?|rr?|regs?\.?|sch|cls?\.?|recitals?)\s)?\d{1,4}(?:\(\w{1,4}\))*(?:\s?-\s?\d{1,4})?)"
    r"(?=[.,;]|$|\s\(|\s(?:and|with)\s[\p{Lu}“‘])"
)
CALLED = regex.compile(r",?\s-\s(?P<title>\p{L}[^,;()]{2,60}?)\s-(?=[\s.,;]|$)")  # BGH, (Fn. 15), - Dritte Tierarztmeinung II - Rn. 22
AGAIN = regex.compile(r"(?:i(?:bi)?d|ebda?)\.", regex.IGNORECASE)
SEVERAL = regex.compile(r"\b(?:notes|nn)\b", regex.IGNORECASE)  # see supra notes 10-11: what they say, not a work
WORDS_OF = regex.compile(r"\sand\s(?:accompanying|the)\s")  # see supra note 5 and accompanying text
YEAR = regex.compile(  # Bramley 1990 · Mertens, B. (2025) · McKinsey (October 2024) · Mertens (2023), Working Paper 18/2024
    r"(?<=\p{L}\.?)(?:,?\s\(?(?P<year>(?:1[6-9]|20)\d\d)\)?$|\s\((?:\p{L}{3,9}\.?\s)?(?P<year>(?:1[6-9]|20)\d\d)\)(?:$|,\s(?=\p{Lu})))"
)
KINDS = {"these": "thesis", "memoire": "thesis", "rapport": "report", "article": "article", "art": "article"}  # thèse citée · art. cit.
MAX_HEAD = 160  # code points of names and title before "supra note"


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    pointer = BACK.search(folded, at, min(end, at + MAX_HEAD))
    if pointer is None:
        return []
    stop = back(folded, at, pointer.start(), " ,")
    if stop <= at and (SEVERAL.search(pointer[0]) or WORDS_OF.match(folded, pointer.end(), end)):
        return []
    head = _head(context, at, stop)
    if pointer["bare"] and not (head and _is_met(head, context)):
        return []  # "*The Long Road*, n 5" may be a note of the book
    if head is None or (head and AGAIN.fullmatch(pointer[0]) and not _is_named(head, context)):
        return []  # "A third account of the same walk, ibid., 498"
    if head and head[0].field == "title" and (known := _last_known(context, at, stop)):  # "Die Angabe bei Andersch, a. a. O."
        head, at = [known], known.start
    after = pointer.end()
    if head and (called := CALLED.match(folded, after, end)):
        head.append(Item.cut("title", context.text, called.span("title")))
        after = called.end()
    printed = context.tail(after, end).items
    items = [*takewhile(lambda item: item.field in POINTERS, _behind_journal(printed) if pointer["op"] else printed)]
    after = items[-1].end if items else after
    if not items and (pin := PIN.match(folded, after, end)):  # "Watkin (n 18) 652 and Crain"
        items.append(Printed("page", context.text[slice(*pin.span("cited"))], *pin.span("cited")))
        after = pin.end()
    after += folded.startswith(("쪽", "면", "页", "頁"), after)
    if not (head or items or pointer["op"]) and any(char.isalnum() for char in folded[skip_signals(folded, 0, end) : at]):
        return []  # "TNA, FO 371/110216; see n. 18 above": nothing is cited by it
    locator = next((item.value for item in items if item.field != "volume"), "")
    if has(head, "title") and (inside := IN_ANOTHER.search(folded, at, pointer.start())):  # a chapter of a book that was cited
        head = [item for item in head if item.end <= inside.start() + 1]
        return [Draft("short", "titled", at, after, head, locator, 0.8)] if head else []
    head += Item.each(folded, pointer, issued="year")
    if kind := KINDS.get((pointer["kind"] or "").casefold().replace("é", "e").replace("è", "e")):
        head.append(Item("kind", kind, *pointer.span("kind")))
    form = "short" if head or pointer["note"] or not pointer["op"] else "ibid"
    return [Draft(form, "supra", at, after, head, locator, 0.95, points_to=pointer["note"] or "")]


def is_again(context: Context, at: int, end: int) -> bool:
    """True where names lead to "op. cit.", and no title in quotation marks stands between: "Mertens, B. (2024), op. cit. They say"."""
    again = BACK.search(context.folded, at, min(end, at + MAX_HEAD)) if context.kind == "note" and context.may_hold(FORM) else None
    return again is not None and bool(again["op"]) and find_quote(context.folded, at, again.start()) is None


def _behind_journal(items: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """Leave out a journal that is named once more: "Z. Lazarewicz, „Klamra”…, dz. cyt., „ZHW” nr 4, s. 88"."""
    fields = [item.field for item in items[:4]]
    page = fields.index("page") if "page" in fields else 0
    is_journal = page > 0 and fields[0] in ("quoted", "text") and set(fields[1:page]) <= {"issue", "volume", "issued"}
    return items[page:] if is_journal else items


def _is_met(head: list[Item], context: Context) -> bool:
    """True for people, bodies and titles of which each was met before."""
    people = [item.value for item in head if isinstance(item.value, Name)]
    titles = [item.value for item in head if isinstance(item.value, str)]
    known = context.known
    return all(known.has(name) or known.wrote(name) for name in people) and all(map(known.has_title, titles))


def _is_named(head: list[Item], context: Context) -> bool:
    """True for names, and for a title that was met: not for what a sentence says before "ibid."."""
    return head[0].field == "author" or any(item.field == "title" and context.known.has_title(str(item.value)) for item in head)


def _last_known(context: Context, at: int, stop: int) -> Item | None:
    """Return the author at the end of a clause, where it is a family name that was met and small words lead to it."""
    match = LAST_NAME.search(context.folded, at, stop)
    name = Name(family=context.text[slice(*match.span("name"))]) if match else None
    return Item("author", name, *match.span("name")) if match and name and context.known.has(name) else None


def _head(context: Context, at: int, stop: int) -> list[Item] | None:
    """Read the names and the title before the back reference; None where something else stands there."""
    folded, text = context.folded, context.text
    if stop <= at:
        return []
    items: list[Item] = []
    if year := YEAR.search(folded, at, stop):
        items.append(Item.cut("issued", text, year.span("year")))
        items += [Item.cut("title", text, (year.end(), stop))] if year.end() < stop else []
        stop = year.start()
    if NO_HEAD.search(folded, at, stop):
        return None
    quote = find_quote(folded, at, stop)
    if quote is not None:
        quoted = read_quoted(folded, quote, stop)
        if quoted is None or OTHER_SENTENCE.search(folded, quoted.stop, stop):
            return None
        behind = read_people(folded, text, quoted.stop + folded.startswith(" ", quoted.stop), stop, whole=True, single=True)
        if behind and any(map(context.known.has, behind.names)):
            return None  # “All of it was seen.” Balkin, supra note 50
        items.append(Item.cut("title", text, (quoted.start, quoted.end)))
        stop = at + len(folded[at:quote].rstrip(" ,"))
        if stop <= at:
            return items
    return _names(context, at, stop, items)


def _names(context: Context, at: int, stop: int, behind: list[Item]) -> list[Item] | None:
    """Read names and a title without quotation marks; `behind` has a title or a year that follows them."""
    folded, text = context.folded, context.text
    if SYLLABIC.fullmatch(folded, at, stop):
        return [*(Item("author", name, at, stop) for name in split_syllabic(text[at:stop])), *behind]
    if context.known.wrote(body := Name(literal=text[at:stop])):
        return [Item("author", body, at, stop), *behind]
    if FAMILIES.fullmatch(folded, at, stop) and all(name in context.known.people for name in text[at:stop].split(", ")):
        return [*(Item("author", Name(family=name), at, stop) for name in text[at:stop].split(", ")), *behind]  # "Lucas, Ohana, op. cit."
    comma = folded.find(", ", at, stop)
    first = read_people(folded, text, at, comma, whole=True, single=True) if comma > 0 else None
    listed = None if behind else read_people(folded, text, at, stop)
    if listed and _is_list(context, listed) and folded.startswith(", ", listed.end):  # Jeanne Moreau, Paul Petit (dir.), Le sel
        first, comma = listed, listed.end
    people = read_people(folded, text, at, stop, whole=True, single=True)
    is_titled = comma > 0 and context.known.has_title(text[comma + 2 : stop])  # "Commission, Minutes", and not "Тренин Д. В."
    if people is None and not is_titled and (inverted := read_inverted(folded, text, at, stop)) and inverted.end >= stop:
        people = inverted
    if first and people and not behind and _is_title_of(context, first, text[comma + 2 : stop], people):
        people = None
    is_name = people is None or behind or " " not in text[at:stop] or any(map(context.known.has, people.names))
    if not is_name and context.known.has_title(text[at:stop]):
        return [Item.cut("title", text, (at, stop))]  # "Vienna Convention (n 7)" is nobody's name
    if people:
        return [Item("author", name, at, stop) for name in people.names] + behind
    title = Item.cut("title", text, (comma + 2, stop))
    if first is None and is_titled:
        return [Item("author", Name(literal=text[at:comma]), at, comma), title]  # "Joint Committee on Printing, Style Manual"
    if first:
        return [*(Item("author", name, at, comma) for name in first.names), title]
    if folded[at].isupper() and len(folded[at:stop].split()) <= 12:
        return [Item.cut("title", text, (at, stop))]
    return None


def _is_list(context: Context, people: People) -> bool:
    """True for several people who are editors, or who were all met."""
    return len(people.names) > 1 and (people.role == "editor" or all(map(context.known.has, people.names)))


def _is_title_of(context: Context, first: People, title: str, people: People) -> bool:
    """True for a title behind a name that was met: "Taylor, Origins, loc. cit." after The Origins of the Second World War."""
    one = len(people.names) == 1 and context.known.has(first.names[0])
    return one or (all(map(context.known.has, first.names)) and context.known.has_words(title, first.names))


HINTS = (
    "supra", "above", "cit", "o.c.", "o. c.", "l.c.", "l. c.", "(n", ", n ", "note",
    "cyt", "cit. d", "c. d.", "a.w.", "a. w.", "tamże", "oben", "a.g", "a. g", "nav", "i. m", "i.m", "ό.",
    "préc", "соч", "раб", "прац", "a. a.", "a.a.", "aao", "vorige", "anm", "fn", ", id.", ", ibid.", ", ebd", "前", "앞의", "위의",
    "references", "bibliography", "literaturverzeichnis", "as above",
)  # fmt: skip
FORM = Form("supra", read, HINTS)
