"""Who stands first in an entry: "Smith, J.", "Baev, Pavel K.", "FOLHA DE S.PAULO", "———"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.authors import DESK, is_body, read_author
from cites.forms.form import Context, Item
from cites.grammar.inverted_names import read_inverted
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import ONE, People, read_people, split_people
from cites.grammar.person import is_given
from cites.grammar.publisher_places import is_place
from cites.model import Name

SAME_AUTHOR = compile_words(  # ——— · ———, eds.
    rf"(?:[—–-]{{2,}}|_{{3,}})(?:,?\s\(?(?:(?P<editor>{one_of('editors.after')})|(?P<translator>{one_of('translators.after')}))\)?)?"
    r"(?=[.,:;\s(])|[—–-](?=\s\(\d{4})"
)
YEAR_FIRST = regex.compile(  # below the authors of the entry above; not "1968 Papers of the Convention. Chicago, 1970"
    r"(?:1[5-9]|20)\d\d[a-h]?(?=[.,]?\s[\p{Lu}“\"‘])(?!.*\b(?:1[5-9]|20)\d\d\b)"
)
INITIALS_LAST = regex.compile(r"\s\p{Lu}(?:\.?[ -]?\p{Lu}){0,2}$")  # ADLER J., a person
FIELD_END = regex.compile(r"\p{Ll}{3}\.\s\p{Lu}")
YEAR_NEXT = regex.compile(r",\s(?:1[5-9]|20)\d\d[a-h]?[.:]\s")
BODY_AND_YEAR = regex.compile(r"(?P<body>\p{Lu}[^.,:;()\d]{1,80}?)\s(?:1[5-9]|20)\d\d[a-h]?[.:]\s(?=[\p{Lu}“\"‘'])")  # NATO 2022. ‘Concept’
ACRONYM = regex.compile(r"\p{Lu}{2,8}(?=,)")  # APPA, 2014. Discussion Paper
CAPITALS = regex.compile(r"[\p{Lu}\d][^\p{Ll},.;:()\"“]{2,80}(?:\.[^\p{Ll},.;:()\"“\s]{2,20})?(?=\.\s)")  # FOLHA DE S.PAULO
CATALOGUED = regex.compile(  # United States. Bureau of the Census. 1973: as library catalogues head what a state's body wrote
    r"(?P<state>\p{Lu}[\p{L} ]{2,30})\.\s(?P<body>\p{Lu}[^.,:;()\d]{3,90})(?=\.\s)"
)
BODY = regex.compile(
    r"(?:\p{Lu}[\p{Lu}&-]{1,9}\s\(\p{Lu}[^()\d]{6,90}\)|(?:[^.(“\"]|(?<=\b\p{Lu})\.){3,140}?)"
    r"(?:\s\((?!\d{4}[a-h]?\))(?:[\p{Lu}\d][\p{L}\d&-]{1,9}|\p{Lu}[\p{L} ]{1,30})\))?"  # (UNESCO) · (Republic of Ghana)
    rf"(?<!\b\p{{Lu}})(?=\.\s|\s\((?:\d{{1,2}}\s\p{{L}}+\s)?(?:(?:1[5-9]|20)\d\d|(?i:{one_of('undated', 'unprinted')})\))|,?\s“)"
)
MADE_BY = compile_words(rf"\.\s(?:\p{{L}}+\sby|{one_of('editors.before', 'translators.before')})\s(?-i:\p{{Lu}})")  # Get Out. Directed by
AND_OTHERS = regex.compile(r"(?P<name>\p{Lu}[\p{L}'-]+),?\set\sal\.?,?\s(?=[“\"„«])")  # Thoppil et al., “LaMDA”
SMALL = regex.compile(r"(?P<family>\p{Ll}{3,15}),\s(?P<given>\p{Ll}{2,15})(?=\.\s(?:[“\"‘«\p{Lu}(]|(?:1[5-9]|20)\d\d))")  # boyd, danah
ORDERED_TO_YEAR = regex.compile(  # Ranjay Gulabi, Sameer B. Srivatsa, (2013), “Bringing Agency Back …”
    rf"(?P<names>{ONE.pattern}(?:,\ {ONE.pattern})+),?\ \((?:1[5-9]|20)\d\d[a-h]?\)"
)
MIDDLE = regex.compile(r"(?:^|,\ )\p{Lu}\p{Ll}+\ \p{Lu}\.\ \p{Lu}\p{Ll}")  # , Sameer B. Srivastava
MIDDLE_TO_DATE = regex.compile(  # Lenneal J. Hendricks. May 2002.
    r"(?P<names>\p{Lu}\p{Ll}+ \p{Lu}\. \p{Lu}[\p{L}'-]+)\. (?:\p{L}{3,9}\.? )?(?:\d{1,2}(?:, | \p{L}{3,9} ))?(?:1[5-9]|20)\d\d\. "
)
NAME_ALONE = regex.compile(r"[^\d.:;()“”\"]+")
PARTED = (" (", ". “", '. "')
LATIN = 4  # code points of "et al"
MAX_AUTHORS = 500  # code points


def read_authors(context: Context, at: int, end: int, before: tuple[Name, ...]) -> tuple[list[Item], int]:
    """Return the authors of an entry, and where they end; `before` are those of the entry above, for "———"."""
    folded, text = context.folded, context.text
    if same := SAME_AUTHOR.match(folded, at, end):
        role = "editor" if same["editor"] else "translator" if same["translator"] else "author"
        return [Item(role, name, at, same.end()) for name in before], same.end()
    if before and (year := YEAR_FIRST.match(folded, at, end)):
        return [Item("author", name, *year.span()) for name in before], at
    linked = next((start for start, _, _ in context.links if start > at), end)  # a title: "Jared Spool, [Net Promoter Score](https://…)"
    is_parted = folded.endswith(", ", at, linked) or (folded.endswith(": ", at, linked) and is_body(text[at : linked - 2], context))
    if linked < end and is_parted and (author := read_author(context, at, linked)):
        return author, linked
    limit = min(end, at + MAX_AUTHORS, _before_italics(context, at, end))
    comma = folded.find(", ", at, limit)
    if marked := _body_by_marks(context, at, comma, limit, end) or _people_by_marks(context, at, limit):
        return marked
    people = read_inverted(folded, text, at, limit)
    if people and _is_straight(people):
        people = read_people(folded, text, at, folded.find(", ", at))
    if people:
        return [Item(people.role, name, at, people.end) for name in people.names], people.end
    if (body := BODY.match(folded, at, end)) and MADE_BY.match(folded, body.end(), end):
        return [], at  # Get Out. Directed by Jordan Peele
    straight = _given_first(context, at, end)
    whole = _begins_in_italics(context, at) if straight and " " in text[at : straight.end] else 0
    if straight and whole and (whole > straight.end + 1 or not is_given(text[at:].split(" ")[0])):
        straight = None  # *Pauline Thomson Annotated: On the Fringes*
    if straight:
        return [Item(straight.role, name, at, straight.end) for name in straight.names], straight.end
    is_outlet = body is not None and context.outlet(text[at : _begins_in_italics(context, at)]) is not None
    if body and not is_outlet and (whole := _begins_in_italics(context, at)) and whole < end and not folded.startswith(PARTED, whole):
        return [], at  # *British Universities Newsreel Database*. Learning on Screen: a title
    if body and (author := read_author(context, at, body.end())) and body.end() < end:
        return author, body.end()
    return [], at


def _body_by_marks(context: Context, at: int, comma: int, limit: int, end: int) -> tuple[list[Item], int] | None:
    """Read a body that an office, a dash or capitals tell: "European Commission, Directorate-General for Energy (2014)"."""
    folded, text = context.folded, context.text
    dated = BODY_AND_YEAR.match(folded, at, limit)
    if dated and (dated["body"].isupper() or is_body(dated["body"], context)):
        return _body(context, at, dated.end("body"))
    headed = CATALOGUED.match(folded, at, limit)
    if headed and is_place(headed["state"]) and is_body(headed["body"], context):
        return _body(context, at, headed.end())
    may_be_body = comma > 0 and " " in folded[at:comma] and is_body(text[at:comma], context)
    may_be_body = may_be_body and FIELD_END.search(folded, at, comma) is None  # U.S. Department of State. Foreign Relations …, 1948.
    is_dated = comma > 0 and YEAR_NEXT.match(folded, comma, limit) is not None  # World Bank, 2014. Doing Business
    if is_dated and (may_be_body or ACRONYM.match(folded, at, limit) or DESK.match(folded, at, comma)):
        return _body(context, at, comma)
    office = BODY.match(folded, at, end) if may_be_body else None
    if office and office.end() > comma:
        return _body(context, at, office.end())
    is_source = folded.startswith((', "', ", “"), comma) and (ACRONYM.match(folded, at) or context.periodical(text[at:comma]))
    begins_title = may_be_body and not is_given(folded[comma + 2 : limit].split(" ")[0].rstrip(",."))
    if (is_source or begins_title) and NAME_ALONE.fullmatch(folded, at, comma):
        return _body(context, at, comma)  # Yale Law & Policy Review, “Warrants” · European Commission, Second Programme, March 2012
    capitals = CAPITALS.match(folded, at, limit)
    if capitals and not is_given(capitals[0].split(" ")[0].title()) and not INITIALS_LAST.search(capitals[0]):
        return _body(context, at, capitals.end())
    return None


def _people_by_marks(context: Context, at: int, limit: int) -> tuple[list[Item], int] | None:
    """Read "Thoppilan et al.", "boyd, danah", and several names in their usual order before a year."""
    if others := AND_OTHERS.match(context.folded, at, limit):
        return [Item("author", Name(family=others["name"]), at, others.end("name"))], others.end()
    if small := SMALL.match(context.folded, at, limit):
        return [Item("author", Name(family=small["family"], given=small["given"]), at, small.end())], small.end()
    return _ordered(context, at, limit)


def _ordered(context: Context, at: int, limit: int) -> tuple[list[Item], int] | None:
    """Read several names in their usual order before a year in parentheses; not "García Canclini, Néstor Raúl (1990)"."""
    ordered = MIDDLE_TO_DATE.match(context.folded, at, limit) or ORDERED_TO_YEAR.match(context.folded, at, limit)
    names = split_people(context.text[slice(*ordered.span("names"))]) if ordered else ()
    if ordered is None or not (is_given(names[0].given.split(" ")[0]) or MIDDLE.search(ordered["names"])):
        return None
    return [Item("author", name, at, ordered.end("names")) for name in names], ordered.end("names")


def _before_italics(context: Context, at: int, end: int) -> int:
    """Return where a title in italics begins, so that "Cose di Cosa Nostra, Rizzoli" are no people; "et al." may be in italics too."""
    return next((start for start, stop in context.italics if start > at and " " in context.folded[start:stop][LATIN:]), end)


def _begins_in_italics(context: Context, at: int) -> int:
    """Return where the italics end that an entry begins with, 0 where it does not."""
    return next((stop for start, stop in context.italics if start == at and " " in context.folded[start:stop]), 0)


def _body(context: Context, at: int, end: int) -> tuple[list[Item], int]:
    return [Item("author", Name(literal=context.text[at:end]), at, end)], end


def _given_first(context: Context, at: int, end: int) -> People | None:
    """Read "Nicole Starosielski." in its usual order; a body is none, and a word before a period is the beginning of a title."""
    folded, text = context.folded, context.text
    people = read_people(folded, text, at, min(end, at + MAX_AUTHORS))
    if people is None or is_body(text[at : people.end].strip(" ."), context):
        return None
    is_parted = people.end < end and folded[people.end] in ",.:("
    is_word = folded[people.end : people.end + 1] == "." and " " not in text[at : people.end]
    return people if is_parted and not is_word else None


def _is_straight(people: People) -> bool:
    """True for one name in its usual order, with the first word of a title behind it: "Andreas Jacobsen, Old Rival Is Reinstated"."""
    words, given = people.names[0].family.split(" "), people.names[0].given.split(" ")[0].rstrip(".")
    return len(people.names) == 1 and len(words) > 1 and is_given(words[0]) and not is_given(given)
