"""The ways to part names from a title without quotation marks: "Stylianos A. Sotiriou, Russian Energy Strategy", "Smith: Long Road"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common, is_ordinary
from cites.forms.books.italics import begins_set_apart, names_set_apart
from cites.forms.books.title_end import MAX_TITLE
from cites.forms.fields.authors import is_body, read_author
from cites.forms.fields.bodies import read_edited, several_bodies, whole_body
from cites.forms.fields.family_first import read_before_italics
from cites.forms.form import Context, Item
from cites.grammar.firms import FORM_NEXT
from cites.grammar.inverted_names import LONE_ROLE
from cites.grammar.lexicon import one_of
from cites.grammar.names import ET_AL, GIVEN_FIRST, ONE, PERSONS, SINGLE, People, read_pair, read_people, split_people
from cites.grammar.person import has_given, is_given
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body as has_body_word
from cites.grammar.syllabic_names import split_syllabic
from cites.knowledge import load_places
from cites.model import Name
from cites.tagger.tag import read_pieces

OWNED = regex.compile(r"(?<!\p{P}\sin\s)(?P<name>(?:\p{Lu}[\p{L}-]*\.?\s){1,3}\p{Lu}[\p{L}-]+)'s\s(?=\p{Lu})")  # Julie Greene's Canal
TRANSLATED = regex.compile(rf"(?P<people>{PERSONS}),?\s\(?(?i:{one_of('translators.after')})\)?,\s(?=\p{{Lu}})")  # Ann Berg, trans., Ships
INVERTED_ALONE = regex.compile(r"(?P<family>\p{Lu}\p{Ll}[\p{L}'-]+),\s(?P<given>\p{Lu}\p{Ll}+)(?:\s\p{Lu}\.){0,2},\s(?=\p{Lu})")
HAN_PEOPLE = regex.compile(r"(?P<people>\p{Han}{2,4}(?:,\s\p{Han}{2,4})*),\s(?P<title>(?=\p{Han}{5}))?(?!\p{Han}{2,4},)")
IMPRINT = regex.compile(r"[\p{L}.][,(]?\s\(?\p{Lu}[\p{L}. ]{2,30}(?:,\s\p{Lu}[\p{L}.]{1,6})?:\s\p{Lu}[^:;]{2,90}(?:1[5-9]|20)\d\d")
BODY_HEAD = regex.compile(r"(?P<name>\p{Lu}[^,;:.()“”\"\d]{1,60}):\s(?=\p{Lu})")
LISTED = regex.compile(rf"(?P<people>{ONE.pattern}(?:,\s{ONE.pattern}){{1,5}}):\s(?=\p{{Lu}})")
MAX_LISTED = 160  # code points
LIFE = regex.compile(  # Fiona MacCarthy, William Morris: A Life for Our Time (London: Faber, 1994)
    r":\s\p{Lu}[^;:()“”]{2,160}\s\(\p{Lu}[^();:]{2,40}(?::\s[^();]{2,80})?,\s(?:1[5-9]|20)\d\d"
)
AND_OTHERS = regex.compile(ET_AL)
LONGEST_ET_AL = len(", and others")
OTHERS = regex.compile(rf"(?:{ET_AL})?[,:]\s")
# before a title in italics: "E-Control, *Strom-Monitoringbericht*"
BODY = regex.compile(r"\p{Lu}[\p{L}&'-]*(?:\s(?:\p{Lu}[\p{L}&'-]*|&|and|of|for|the|on|at|into|from|to|und|für|der|et|de|des|du)){0,15}")
ARTICLE = regex.compile(r"The\s\p{Lu}")  # "The Pandas Development Team"
AFTER_NAMES = regex.compile(r"\s\(\p{Lu}[\p{L}&.-]{1,9}\),\s|[,:]\s|\s(?=\()")  # also "International Energy Agency (IEA), "

PUBLISHED = regex.compile(r":\s[^,;:()]{2,60},\s(?:1[5-9]|20)\d\d")  # Nova York: Anchor, 1973

Way = tuple[list[Item], int]  # the names, and where the title begins


def part_names(context: Context, at: int, end: int) -> list[Way]:
    """Return the ways to part names from the title, the likeliest first."""
    if begins_set_apart(context, at, end):
        return [*names_set_apart(context, at, end), ([], at)]
    if edited := read_edited(context, at, end):
        return [edited]
    mark = context.folded.find("'s ", at, min(end, at + MAX_LISTED))  # Ann Berg, Jo Lind, and Eva Holm's *Rethinking Ships*
    if mark > 0 and context.begins_italics(mark + len("'s ")):
        owners = read_people(context.folded, context.text, at, mark, whole=True, single=True)
        if owners and len(owners.names) > 1:
            return [([Item("author", name, at, mark) for name in owners.names], mark + len("'s ")), ([], at)]
    if translated := TRANSLATED.match(context.folded, at, end):
        names = split_people(context.text[slice(*translated.span("people"))])
        return [([Item("translator", name, *translated.span("people")) for name in names], translated.end()), ([], at)]
    owner = OWNED.match(context.folded, at, end)
    if owner and (is_given(owner["name"].split(" ")[0]) or not any(map(is_ordinary, owner["name"].casefold().split(" ")))):
        return [([Item("author", split_people(owner["name"])[0], *owner.span("name"))], owner.end()), ([], at)]
    if inverted := _inverted_alone(context, at, end) or _before_colon(context, at, end):
        return [inverted, ([], at)]
    if firm := _firm(context, at, end) or _in_han(context, at, end):
        return [firm]
    people = _people(context, at, end)
    single = SINGLE.match(context.folded, at, end)
    comma = context.folded.find(", ", at, min(context.piece_end(at, end, MAX_TITLE), at + 120))
    several = people is not None and len(people.names) > 1 and _are_sure(context, people)
    ways = [
        *([] if several else _met_before(context, at, end, {single.end("people") if single else 0, comma})),
        *_by_shape(context, people, at, end),
    ]
    if single and not people and not ways:
        ways = _family_alone(context, single, comma, end)
    if comma > 0:
        bodies = [*_body_before_colon(context, at, end), *several_bodies(context, at, end), *_whole_body_before(context, at, comma, end)]
        ways = [*bodies, *_pair_before(context, at, comma), *ways, *_body_before(context, at, comma, people, end)]
        ways = [way for way in ways if not _is_before_place(context, way)]
    return [*ways, *_body_before_colon(context, at, end), *_body_by_point(context, at, end), ([], at)]


def _is_before_place(context: Context, way: Way) -> bool:
    """True for a title that was taken for a body: "Report of the Dominions Commission, London, HMSO, 1917"."""
    (author, *_), begin = way
    comma = context.folded.find(", ", begin, begin + MAX_LISTED)
    is_title = author.body or (author.person and author.person.given and not is_given(author.person.given.split(" ")[0]))
    return bool(is_title) and comma > 0 and load_places().has_city(context.folded[begin:comma].rstrip(" 0123456789"))


def _firm(context: Context, at: int, end: int) -> Way | None:
    """Part "Renova Care Holdings, Inc., Form 10-K": what kind of firm it is stands behind a comma."""
    comma = context.folded.find(", ", at, min(end, at + MAX_LISTED))
    form = FORM_NEXT.match(context.folded, comma, end) if comma > at else None
    if form is None or not context.folded.startswith(", ", form.end()) or not BODY.fullmatch(context.folded, at, comma):
        return None
    return [Item("author", Name(literal=context.text[at : form.end()]), at, form.end())], form.end() + 2


def _in_han(context: Context, at: int, end: int) -> Way | None:
    """Part "王志坚, *国际海峡法研究* (北京: 法律出版社, 2011)": Chinese names and a title with English marks."""
    people = HAN_PEOPLE.match(context.folded, at, end)
    if people is None or not (context.begins_italics(people.end()) or people["title"] is not None):
        return None
    return [Item("author", name, *people.span("people")) for name in split_syllabic(people["people"])], people.end()


def _inverted_alone(context: Context, at: int, end: int) -> Way | None:
    """Part "Friedman, Lawrence, Restraint, Cambridge, UK: Polity, 2002", as RAND prints one author."""
    name = INVERTED_ALONE.match(context.folded, at, end)
    if name is None or is_given(name["family"]):
        return None
    with_initial = name.end("given") + len(", ") < name.end()  # Nicastro, Luke A.,
    if not with_initial and (not is_given(name["given"]) or is_place(name["family"])):
        return None
    if context.outlet(name["family"]) or IMPRINT.search(context.folded, name.end(), context.piece_end(at, end, MAX_TITLE)) is None:
        return None
    person = Name(family=context.text[slice(*name.span("family"))], given=context.text[name.start("given") : name.end() - 2])
    return [Item("author", person, at, name.end() - 2)], name.end()


def _before_colon(context: Context, at: int, end: int) -> Way | None:
    """Part "Alexander Liebman, Michael Rochnitz: Regions in Chile and Bolivia"."""
    is_likely = context.known.colons >= 0 and ", " in context.folded[at : max(at, context.folded.find(": ", at, end))]
    listed = LISTED.match(context.folded, at, end) if is_likely else None
    names = listed["people"].split(", ") if listed else []
    if listed is None or not all(is_given(name.partition(" ")[0]) for name in names):
        return None
    if _is_life(context, listed.end("people"), names) or any(at < start < listed.end() for start, _ in context.italics):
        return None  # "James E. B. Breslow, *Mark Rothka: A Biography*"
    people = [name for printed in context.text[slice(*listed.span("people"))].split(", ") for name in split_people(printed)]
    return [Item("author", name, *listed.span("people")) for name in people], listed.end()


def _people(context: Context, at: int, end: int) -> People | None:
    """Return the names in their usual order; of several that are rather one name and a title, the first."""
    folded = context.folded
    people = read_before_italics(context, at, end) or read_people(folded, context.text, at, end)
    if people is None or len(people.names) < 2:
        return people
    if people.role == "editor":
        return people
    if _is_life(context, people.end, folded[at : people.end].split(", ")):
        return _first_person(context, at, end)
    if _are_words(people, folded, at) or not AFTER_NAMES.match(folded, people.end, end) or _is_one(context, people, at, end):
        return _first_person(context, at, end)
    return people


def _is_life(context: Context, stop: int, names: list[str]) -> bool:
    """True where the second of two names begins a title: two authors before a colon have "and" between them, or no brackets behind."""
    is_titled = context.known.colons < 0 or LIFE.match(context.folded, stop) is not None
    return len(names) == 2 and is_titled and context.folded.startswith(": ", stop)


def _are_sure(context: Context, people: People) -> bool:
    """True for names that cannot be a title: of editors, before a colon or italics, with known given names or initials, of who was met."""
    is_closed = people.role == "editor" or context.folded.startswith(":", people.end) or context.begins_italics(people.end + 2)
    return is_closed or all(name.given.endswith(".") or has_given(name) or context.known.has(name) for name in people.names)


def _by_shape(context: Context, people: People | None, at: int, end: int) -> list[Way]:
    """Part "Stylianos A. Sotiriou, Russian Energy Strategy"."""
    folded, text = context.folded, context.text
    ways: list[Way] = []
    if people is None:
        return ways
    is_town = PUBLISHED.match(folded, people.end, end) and is_place(text[at : people.end])
    if not is_town and (after := AFTER_NAMES.match(folded, people.end, end)):
        if is_body(text[at : people.end], context):
            ways.append(([Item("author", Name(literal=text[at : people.end]), at, people.end)], after.end()))
        else:
            ways.append(([Item(people.role, name, at, people.end) for name in people.names], after.end()))
    stop = people.end + folded.startswith(". ", people.end)  # Rosenthal, ed. *Nietzsche* · Katie Hafner. *Where Sailors Stay Up Late*
    if (people.role == "editor" or stop > people.end) and context.begins_italics(stop + 1):
        ways.append(([Item(people.role, name, at, people.end) for name in people.names], stop + 1))
    if len(people.names) > 1 and (one := _first_person(context, at, end)) and folded.startswith(", ", one.end):
        ways.append(([Item("author", one.names[0], at, one.end)], one.end + 2))  # the other names were the title's beginning
    return ways


def _met_before(context: Context, at: int, end: int, stops: set[int]) -> list[Way]:
    """Part "Schilling, Ships and Influence" (the longer one is no list of names) and "Smith's Long Road", where the names were met."""
    folded, text = context.folded, context.text
    ways: list[Way] = []
    for stop in stops:
        after = OTHERS.match(folded, stop, end) if stop > at else None
        if after and (GIVEN_FIRST.fullmatch(folded, at, stop) or SINGLE.fullmatch(folded, at, stop)):
            names = split_people(text[at:stop])
            if names and all(context.known.has(person) for person in names):
                ways.insert(0, ([Item("author", person, at, stop) for person in names], after.end()))
    return ways


def _family_alone(context: Context, single: regex.Match[str], comma: int, end: int) -> list[Way]:
    """Part "Wirsing, Probleme des Vergleichs, Sociologus 25 (1975)", "Naroll/Cohen (Hrsg.), A Handbook", "Berg, Holm, and Lind, Road"."""
    role = LONE_ROLE.match(context.folded, single.end(), end)
    stop = (role or single).end()
    names = split_people(context.text[slice(*single.span("people"))])
    are_words = any(is_common(name.family.lower()) for name in names[1:])
    if are_words and context.text[single.start() : comma] == names[0].family:  # Gibbon, Decline and Fall, vol. 3, 112
        names, role, stop = names[:1], None, comma
    if stop != comma and (not context.folded.startswith((", ", ": "), stop) or is_common(names[0].family.lower())):
        return []
    return [([Item("editor" if role else "author", name, single.start(), stop) for name in names], stop + 2)]


def _whole_body_before(context: Context, at: int, comma: int, end: int) -> list[Way]:
    """Part "U.S. Congress, House, Committee on Foreign Affairs, Russian Relief"."""
    stop = whole_body(context, at, comma, end)
    return [([Item("author", Name(literal=context.text[at:stop]), at, stop)], stop + 2)] if stop > comma else []


def _pair_before(context: Context, at: int, comma: int) -> list[Way]:
    """Part "Will and Ariel Durant, The Lessons of History"."""
    printed = context.text[at:comma]
    pair = read_pair(printed)
    is_firm = is_body(printed, context) or context.outlet(printed.rpartition(" ")[0]) is not None  # Ernst & Young Baltic
    return [([Item("author", name, at, comma) for name in pair], comma + 2)] if pair and not is_firm else []


def _body_before(context: Context, at: int, comma: int, people: People | None, end: int) -> list[Way]:
    """Part "World Bank, Prices", and before italics any name, "E-Control, *Strom-Monitoringbericht*"; before a link initials too."""
    printed = context.text[at:comma]
    after = AFTER_NAMES.match(context.folded, people.end, end) if people else None
    if not after and is_body(printed, context) and (author := read_author(context, at, comma)):
        return [(author, comma + 2)]
    is_name = not people or has_body_word(printed)
    is_apart = context.begins_italics(comma + 2) or (printed.isupper() and any(start == comma + 2 for start, _, _ in context.links))
    if is_name and is_apart and BODY.fullmatch(context.folded, at, comma):
        return [([Item("author", Name(literal=printed), at, comma)], comma + 2)]
    return []


def _body_before_colon(context: Context, at: int, end: int) -> list[Way]:
    """Part "Weltbank: Bericht 2019. Berlin 2020", as Germans print it."""
    head = BODY_HEAD.match(context.folded, at, end) if context.kind == "note" else None
    name = context.text[slice(*head.span("name"))] if head else ""
    if head is None or not is_body(name, context) or is_place(name):
        return []
    return [([Item("author", Name(literal=name), *head.span("name"))], head.end())]


def _body_by_point(context: Context, at: int, end: int) -> list[Way]:
    """Part "University of Texas at Austin. *Statistics Online*, https://…": a body, a full stop, a title in italics."""
    start = next((start for start, _ in context.italics if at < start < min(end, at + MAX_LISTED)), at)
    stop = start - 2
    if not context.folded.endswith(". ", at, start) or not BODY.fullmatch(context.folded, at, stop):
        return []
    printed = context.text[at:stop]
    is_name = is_body(printed, context) or (" " in printed and ARTICLE.match(printed))
    return [([Item("author", Name(literal=printed), at, stop)], start)] if is_name else []


def _are_words(people: People, folded: str, at: int) -> bool:
    """True for "Christina Eckert, EU Anti-Fraud Policies and Elementary Rights: …": a title was taken for further names."""
    return (
        len(people.names) > 1
        and people.role == "author"
        and "," in folded[at : people.end]
        and folded[people.end : people.end + 1] == ":"
        and not all(map(has_given, people.names))
    )


def _is_one(context: Context, people: People, at: int, end: int) -> bool:
    """True for "Eugene Gholm, Light Metal Alloys and Regional Safety, Energy Report": one author, and a title like names.

    No further name has a known given name, and the tagger too sees one author.
    """
    first, *others = people.names
    if not has_given(first) or any(has_given(name) or not name.given or name.given[1:2] == "." for name in others):
        return False
    one = _first_person(context, at, end)
    if one is None or not context.folded.startswith(", ", one.end):
        return False
    if AND_OTHERS.search(context.folded, one.end, people.end + LONGEST_ET_AL):
        return False
    pieces = read_pieces(context.text[at : context.piece_end(at, end, MAX_TITLE)])
    return bool(pieces) and pieces[0][0] == "author" and len(pieces[0][1]) <= one.end - at + 1


def _first_person(context: Context, at: int, end: int) -> People | None:
    one = ONE.match(context.folded, at, end)
    return People(split_people(context.text[at : one.end()]), one.end()) if one else None
