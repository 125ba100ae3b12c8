"""A title in quotation marks: "Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015",
"“Country Report: Japan,” The Asan Forum 3, no. 3 (2015): 228-230"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.announced import read_announced
from cites.forms.assign import assign
from cites.forms.family_first import is_set_apart, read_family_first
from cites.forms.form import Context, Draft, Form, Item, has
from cites.forms.held import read_held
from cites.forms.papers import ISSUERS
from cites.forms.small_outlet import small_outlet
from cites.forms.title_end import QUOTED_PERIODICAL
from cites.grammar.couples import read_pair
from cites.grammar.dates import find_date
from cites.grammar.imprint import Item as Printed
from cites.grammar.imprint import find_last_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import INITIALED_ONE, MANY, ONE, read_people, split_people
from cites.grammar.prose import COMMENT
from cites.grammar.sources import is_body as has_body_word
from cites.grammar.titles import CLOSERS, OPENER, Quoted, opens_quote, read_quoted
from cites.model import Name

NEAR = 60  # code points between a title and its date, where what stands between them is not understood
MAX_HEAD = 220  # code points of the names before a title
JOINED = regex.compile(r"[,;]?\s(?:and|und|et|и)\s(?=[\p{Lu}“\"‘«„])")
PRESS = frozenset({"article-newspaper", "article-magazine", "post-weblog", "broadcast"})
POINTERS = frozenset({"page", "section", "cited", "volume"})  # after a short form nothing else follows
SHORTENED = POINTERS | {"in", "translated"}
BEGINS_TITLE = regex.compile(r"[”\"’'»]\s?(?::\s|\s\p{Lu}\p{L}+[\s?:]|\s-\s\p{Ll})")
NEWS_NEXT = regex.compile(  # ’ The Times (London, 28 February 2019)
    r"[”\"’']\s\p{Lu}[^,;()“”]{2,50}\s\((?:\p{Lu}[^(),]{2,30},\s)?\d{1,2}\s\p{L}+\s\d{4}\)"
)
STATE = regex.compile(
    r"(?:U\.S\.|U\.K\.|U\.N\.|United (?:States|Kingdom|Nations)|Republic of|People's Republic|European Union|EU|UN|NATO|HM"
    r"|Her Majesty's|State)\s\p{Lu}"
)
LATER = compile_words(rf"[,.]?\s(?:{one_of('ibid')})(?=[\s,.;:)\]]|$)")  # “The Soviet leaders saw no contradiction.” Ibid., 512
NAME_POINT = regex.compile(r"(?:\b\p{Lu}|\b(?:eds?|Jr|Sr|al|Hrsg|Hg))\.$")
ACRONYM = regex.compile(r"\p{Lu}{3,7}")
PARENTHESIS = regex.compile(r"\s\([^)]*\)")
CALLED = regex.compile(r"\s\((?:\p{Lu}[\p{L}&.-]{1,9}|(?P<handle>@\w+))\)$")
OF_YEAR = regex.compile(r"\d{1,3}/(?:19|20)\d\d")
AGAIN = compile_words(rf"\s(?:in:?\s)?(?P<ibid>{one_of('ibid')})(?!\p{{L}})")  # “Further Remarks,” ibid. 243 (1945): 404
BY = regex.compile(r"\s?,?\sby\s(?=\p{Lu})")  # “Moscow Turns East,” by Ivan Sokolov
SENTENCE_NEXT = regex.compile(  # “Japan's Chip Veterans.” I asked them about orders
    r"\.[”\"’']\s(?:I|We|He|She|They|It|This|These|Those|My|Our|His|Her|Their|But|Yet|However|There|Both|Neither),?\s\p{Ll}"
)
SENTENCES = regex.compile(r"(?<!\b\p{Lu})[.;]\s")
SENTENCE = regex.compile(r"(?:\s\p{Ll}+){6}")  # titles have capitals
EDITORIAL = regex.compile(r"(?:(?:the\s)?editors?|editorial(?:\sboard)?|anonymous|anon\.?)$", regex.IGNORECASE)


def read(context: Context, at: int, end: int) -> list[Draft]:
    quote = _first_quote(context.folded, at, min(end, at + MAX_HEAD))
    if quote is None or _is_container(context, at, quote, end):
        return []
    announced = read_announced(context, at, quote)
    author = announced[:1] or read_author(context, at, quote)
    if (
        author
        and (begun := read_quoted(context.folded, quote, end))
        and BEGINS_TITLE.match(context.folded, begun.end, end)
        and begun.end - begun.start < 28
        and begun.end + 1 == begun.stop
        and context.folded[begun.end - 1] not in ".,?!"
        and not NEWS_NEXT.match(context.folded, begun.end, end)
    ):
        return []  # "Quested, “Matey” Imperialists? The Tsarist Russians …": the quotation is the beginning of a title
    quoted = read_quoted(context.folded, quote, end) if author is not None else None
    if author is None or quoted is None or quoted.end - quoted.start < 2:
        return []
    if any(start <= quote < quoted.stop + 3 < stop for start, stop in context.italics):
        return []  # *"Aba Riots" or Igbo "Women's War"? Ideology, Stratification, and the Invisibility of Women*
    if not author and (LATER.match(context.folded, quoted.stop, end) or _is_quotation(context, quoted, end)):
        return []
    listed = _is_listed(context, author, quote, quoted)
    title = Item.cut("title", context.text, (quoted.start, quoted.end))
    following = _joined(context, quoted, end)
    if following:
        last = following[0]
        shared = [item for item in last.items if item.field not in ("author", "title", "page")]
        own = [item for item in shared if item.field != "url"]
        return [Draft(last.form, "titled", at, quoted.stop, [*author, title, *own], confidence=0.9), *following]
    if context.folded[quoted.stop - 2] == ";":  # "Rozman, “Japan's Approach;” Gady, …": the semicolon parts two works
        return [Draft("short", "titled", at, quoted.stop, [*author, title], confidence=0.9)]
    by = BY.match(context.folded, quoted.stop, end) if not author else None
    people = read_people(context.folded, context.text, by.end(), end) if by else None
    if by and people:
        author = [Item("author", name, by.end(), people.end) for name in people.names]
        quoted = quoted._replace(stop=people.end)
    again = AGAIN.match(context.folded, quoted.stop, end) if context.known.container else None
    if SENTENCE_NEXT.match(context.folded, quoted.stop - 2, end):
        end = quoted.stop
    small = None if again else small_outlet(context, quoted.stop, end)
    tail = context.tail(again.end() if again else small.end if small else quoted.stop, end, listed=listed)
    items, locator, short_name = assign(tail.items, context, titled=True)
    if small:
        items = [small, *(item._replace(field="publisher") if item.field == "container_title" else item for item in items)]
    items = _of_year(_in_italics(items, context))
    items += [item for item in announced[1:] if not has(items, item.field)]
    held = read_held(context, tail.end, end)
    items += held
    if again:
        items.append(Item("container_title", context.known.container, *again.span("ibid")))
    if not locator and [item.field for item in tail.items] == ["issued"] and _is_recalled(author, title, context):
        items, locator = [], str(tail.items[0].value)  # “Short-Term Impact,” 1990: a page
    if len(author) == 1 and has(items, "issued") and not has(items, "container_title") and (name := outlet_before(author[0], context)):
        author = []  # 'Reuters, "Turkey halts an attempt to search a ship," 23 November 2020'
        items.append(name)
    stop = max([small.end if small else quoted.stop, *(item.end for item in tail.items), *(item.end for item in held)])
    if tail.items and tail.end > stop and context.folded[tail.end - 1] in ")]>":
        stop = tail.end
    if (
        not author
        and not held
        and has(items, "issued")
        and not (has(items, "container_title") or has(items, "publisher"))
        and (context.evidence(str(title.value)) >= 0.9 or (context.kind == "inline" and len(str(title.value).split()) <= 3))
    ):
        if str(title.value)[:1].islower():
            return []  # "“president” since December 16, 2016"
        title = title._replace(field="container_title")  # an outlet in quotation marks: "Izvestia," December 18
    if (
        not has(items, "issued")
        and (date := find_last_date(context.folded, quoted.start, quoted.end))
        and date.has_day
        and date.has_year
    ):
        items.append(Item("issued", date.value, date.start, date.end))  # "… Press Conference, New York, October 1, 2015,”"
    if (
        context.kind == "inline"
        and title.field == "title"
        and [item.field for item in items] == ["issued"]
        and len(str(items[0].value)) < 10
    ):
        return []  # "(“peaceful rise,” 2003)" dates a phrase
    is_short = again is None and not (announced or small)
    is_short = is_short and (bool(locator and not items) or all(item.field in SHORTENED for item in tail.items))
    if is_short and author and not locator and str(title.value)[:1].islower() and not any(context.known.has(item.value) for item in author):
        return []  # "the Latin “manus.”"
    if _is_byname(context, quote, quoted, tail.items) and not _is_recalled(author, title, context):
        return []  # "Andrzej Jabłonowski „Śmigło”", "Zbigniew „Klamra” 31 lipca 1944"
    confidence = 0.97 if quoted.closed else 0.85
    if not author and is_short:
        if not str(title.value)[:1].isupper() or len(str(title.value).split()) < 2:
            return []  # a phrase in quotation marks
        after = find_date(context.folded, quoted.stop, min(end, quoted.stop + NEAR))
        dated = after is not None and after.has_year
        if context.kind == "note" and not (locator or dated) and not context.known.has_title(str(title.value)):
            return []  # what somebody said
        confidence = 0.5
    return [
        Draft(
            "short" if is_short else "full", "titled", at, max(stop, quoted.stop), [*author, title, *items], locator, confidence, short_name
        )
    ]


def _is_container(context: Context, at: int, quote: int, end: int) -> bool:
    """True for the journal in "M. Nowicka, Gospodarka Galicji, „Kwartalnik Historyczny” R. 98, 1991": its title stands before it."""
    one = ONE.match(context.folded, at, quote) if QUOTED_PERIODICAL.match(context.folded, quote, end) else None
    if one is None or not context.folded.startswith(", ", one.end()) or one.end() + 4 > quote:
        return False
    return not INITIALED_ONE.match(context.folded, context.folded.rfind(", ", at, quote - 2) + 2, quote)


def _is_byname(context: Context, quote: int, quoted: Quoted, items: tuple[Printed, ...]) -> bool:
    """True for a word or two that no comma parts from the name before them, and nothing but a date may follow: a nom de guerre."""
    folded = context.folded
    if quote < 2 or not folded[quote - 2].isalpha() or folded[quoted.end] in ",.?!" or len(folded[quoted.start : quoted.end].split()) > 2:
        return False
    return all(item.field == "issued" for item in items) and not folded.startswith(",", quoted.stop)


def _is_listed(context: Context, author: list[Item], quote: int, quoted: Quoted) -> bool:
    """True where full stops part the fields, as in a bibliography: "Buchanan, Scott. “Herman Talmadge.” New Georgia Encyclopedia. …"."""
    folded = context.folded
    if folded[quoted.stop - 2] not in ".?!" or quoted.stop >= len(folded):
        return False
    inverted = author and folded[quote - 2 : quote] == ". " and ", " in folded[author[0].start : author[0].end]
    return bool(inverted or (not author and any(start == quoted.stop + 1 for start, _ in context.italics)))


def _is_recalled(author: list[Item], title: Item, context: Context) -> bool:
    """True for a title of people who were both met before."""
    return bool(author) and all(context.known.has(item.value) for item in author) and context.known.has_title(str(title.value))


def _in_italics(items: list[Item], context: Context) -> list[Item]:
    """Give a container all of its italics, commas too: "*Comparative Studies of South Asia, Africa and the Middle East*"."""
    for item in items:
        stop = next((stop for start, stop in context.italics if start == item.start and item.end < stop), None)
        if item.field == "container_title" and stop and not any(sign.isdigit() for sign in context.folded[item.end : stop]):
            whole = Item.cut("container_title", context.text, (item.start, item.start + len(context.text[item.start : stop].rstrip(" .,"))))
            return [whole if one is item else one for one in items if one is item or not item.start < one.start < stop]
    return items


def _of_year(items: list[Item]) -> list[Item]:
    """Part an issue from its year where nothing else dates it: „Polityka”, nr 12/2010."""
    found = next((item for item in items if item.field == "issue" and OF_YEAR.fullmatch(str(item.value))), None)
    if found is None or has(items, "issued"):
        return items
    number, _, year = str(found.value).partition("/")
    parts = (found._replace(value=number, end=found.end - len(year) - 1), Item("issued", year, found.end - len(year), found.end))
    return [part for item in items for part in (parts if item is found else (item,))]


def outlet_before(author: Item, context: Context) -> Item | None:
    """Return the newspaper, agency or broadcaster that stands where authors do, as the container; None for people and other bodies."""
    name = author.value.literal if isinstance(author.value, Name) else ""
    outlet = context.outlet(name) if name else None
    if outlet is None or outlet.kind in ISSUERS or (outlet.type not in PRESS and outlet.kind != "social"):
        return None
    return author._replace(field="container_title", value=name)


def _is_quotation(context: Context, quoted: Quoted, end: int) -> bool:
    """True for words that somebody said: they begin with a small letter, and no date or address of a work follows them."""
    if context.folded[quoted.stop - 2] in ".?!" and context.kind == "note" and SENTENCE.search(context.folded, quoted.start, quoted.stop):
        people = read_family_first(context, quoted.stop + 1, end, any_given=True)
        return people is not None and context.folded.startswith(". ", people.end)  # “They sat down.” Smith, Ann. The Road. London: …
    if not context.folded[quoted.start].islower() or context.folded[quoted.start : quoted.start + 2] in ("e-", "iP"):
        return False
    fields = {item.field for item in context.tail(quoted.stop, end).items}
    return not (fields & {"issued", "url", "doi"})


def _first_quote(folded: str, at: int, limit: int) -> int | None:
    depth = 0
    for match in OPENER.finditer(folded, at, limit):
        index, char = match.start(), match[0]
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == ";" and not depth:
            return None
        elif depth == 0 and char in CLOSERS and opens_quote(folded, index):
            return index
    return None


def read_author(context: Context, at: int, stop: int) -> list[Item] | None:
    """Return who stands in `at:stop`: people, or a body; an empty list where nobody does, None for anything else."""
    folded, text = context.folded, context.text
    while stop > at and folded[stop - 1] in " ,:.":
        if folded[stop - 1] == "." and NAME_POINT.search(folded[at:stop]):
            break
        stop -= 1
    if stop <= at:
        return []
    name = text[at:stop]
    if "/" in name and (channel := context.outlet(name)) and channel.kind == "social":  # YouTube/Perun
        return [Item("author", Name(literal=name), at, stop)]
    people = read_people(folded, text, at, stop, whole=True, single=True)
    if people is None and context.kind == "note" and ", " in name:
        inverted = read_family_first(context, at, stop, any_given=folded[stop : stop + 2] == ". " or is_set_apart(context, at, len(folded)))
        if inverted and inverted.end == stop:
            return [Item(inverted.role, person, at, stop) for person in inverted.names]
    if ACRONYM.fullmatch(name) and not context.known.has(Name(family=name)):
        return [Item("author", Name(literal=name), at, stop)]  # FDIC
    if people and (len(people.names) > 1 or not (is_body(name, context) or (" " not in name and context.outlet(name)))):
        return [Item(people.role, person, at, stop) for person in people.names]
    if people is None and " and " in name and len(known := split_people(name)) > 1 and all(map(context.known.has, known)):
        return [Item("author", person, at, stop) for person in known]  # "Cyphers and Gennie Gebhart", of whom one is named in full
    if (pair := read_pair(name)) and not is_body(name, context):
        return [Item("author", person, at, stop) for person in pair]
    bare = PARENTHESIS.sub("", name)  # "Dmitry (Dima) Adamsky", "Lars Brekke (@handle)"
    if bare != name and MANY.fullmatch(bare):
        return [Item("author", person, at, stop) for person in split_people(bare)]
    if EDITORIAL.match(name):
        return []
    own = CALLED.search(name) if folded.startswith(",", stop) else None
    if own and (is_body(bare, context) or own["handle"]):  # "Federal Ministry for Economic Affairs (BMWK)"
        return [Item("author", Name(literal=bare), at, at + own.start())]
    first, joined, second = name.partition(" and ")
    if joined and is_body(first, context) and is_body(second, context) and has_body_word(" ".join(second.split(" ")[:2])):
        cut = at + len(first)  # "Ministry of Commerce and General Administration of Customs"
        return [Item("author", Name(literal=first), at, cut), Item("author", Name(literal=second), cut + len(joined), stop)]
    if is_body(name, context) or (folded[at].isupper() and ", " not in name and context.evidence(name) >= 0.5):
        return [Item("author", Name(literal=name), at, stop)]
    return None


def is_body(name: str, context: Context) -> bool:
    """True for what has the name of an outlet, a state or an institution: "World Bank", "U.S. Department of State"."""
    if context.outlet(name):
        return True
    if STATE.match(name) and ", " not in name:
        return True
    is_name = name[:1].isupper() and name.count(" ") < 12 and has_body_word(name) and not SENTENCES.search(name)
    return is_name and COMMENT.isdisjoint(name.split()[1:])  # not "What the museum made of them is told in Megan Metcalf"


def _joined(context: Context, quoted: Quoted, end: int) -> list[Draft]:
    """Read "…,” and Dmitri Streltsov, “Implications …” (…)": two titles that share what follows the second."""
    match = JOINED.match(context.folded, quoted.stop, end)
    if match is None:
        return []
    following = read(context, match.end(), end)
    return following if following and following[0].end - match.end() < 600 else []


FORM = Form("titled", read)
