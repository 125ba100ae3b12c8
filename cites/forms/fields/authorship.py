"""Who wrote a work without quotation marks: people, a body, or a body and those who stand behind the number of its report."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Item, has, value_of
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import split_people
from cites.grammar.person import has_given, is_given
from cites.model import Name

OF_FIGURES = compile_words(rf"(?P<body>[^,]+),\s(?P<whole>[^,]*\b{one_of('figures')})")
INITIALS_ALONE = regex.compile(r"\p{Lu}{3,6}")


def are_people(author: list[Item]) -> bool:
    """True for people, False for a body and for nobody."""
    return bool(author) and all(item.person for item in author)


def is_by_body(author: list[Item]) -> bool:
    """True for one body."""
    return len(author) == 1 and bool(author[0].body)


def as_body(context: Context, author: list[Item], items: list[Item], title: str) -> list[Item]:
    """Who publishes under the name of the author is no person: "Audit Scotland, *New Bridges* (Edinburgh: Audit Scotland, 2022)";

    nor are two who are known as one: "White & Case".
    """
    publisher = value_of(items, "publisher")
    whole = context.text[author[0].start : author[-1].end] if len(author) > 1 and not any(map(has_given_name, author)) else ""
    if whole and (whole == publisher or context.outlet(whole)):
        return [author[0]._replace(value=Name(literal=whole), end=author[-1].end)]
    if len(author) > 1 and not title.isupper() and all(map(_is_of_capitals, author)):
        return [item._replace(value=Name(literal=str(item.value))) for item in author]  # WHO/UNICEF
    name = author[0].person if len(author) == 1 else None
    if name is None:
        return author
    if INITIALS_ALONE.fullmatch(str(name)) and not title.isupper():  # NIST
        return [author[0]._replace(value=Name(literal=str(name)))]
    if str(name) == publisher:
        return [author[0]._replace(value=Name(literal=publisher))]
    return author


def has_given_name(item: Item) -> bool:
    """True for a person whose first given name is a frequent one, or an initial."""
    return item.person is not None and has_given(item.person)


def _is_of_capitals(item: Item) -> bool:
    """True for a name that begins with two capitals and has no other with it: "UNESCO", "UN-Water"."""
    name = item.person
    return name is not None and not name.given and name.family[:2].isupper() and name.family[:2].isalpha()


def with_writers(author: list[Item], items: list[Item]) -> tuple[list[Item], list[Item]]:
    """Take who stands behind the number of a body's report for who wrote it: "CRS, *Navy Columbia Program* (R41129), Roland O'Rorke"."""
    body = author[0].body if len(author) == 1 else ""
    behind = next((item for item in items if item.field in ("publisher", "container_title")), None)
    if not (body and behind and has(items, "number")):
        return author, items
    people = split_people(str(behind.value))
    if not all(name.given and is_given(name.given.split(" ")[0]) for name in people):
        return author, items
    found = [behind._replace(field="author", value=name) for name in people]
    return found, [author[0]._replace(field="publisher", value=body), *(item for item in items if item is not behind)]


def of_figures(author: list[Item], items: list[Item], context: Context) -> tuple[list[Item], list[Item]]:
    """Part a body from its figures, of which a title in quotation marks is one: "World Bank, World Development Indicators, “GDP,” …"."""
    parts = OF_FIGURES.fullmatch(str(author[0].value)) if len(author) == 1 and not has(items, "container_title") else None
    if parts is None or context.outlet(parts["body"]) is None:
        return author, items
    body, start = author[0]._replace(value=Name(literal=parts["body"])), author[0].start
    return [body], [*items, Item("container_title", parts["whole"], start + parts.start("whole"), start + parts.end("whole"))]


def is_lone(author: list[Item], context: Context) -> bool:
    """True for one bare family name that was not met before: it needs more to be an author than others do."""
    person = author[0].value if len(author) == 1 else None
    return (
        isinstance(person, Name)
        and bool(person.family)
        and not (person.given or context.known.has(person) or context.known.wrote(person))
    )


def is_unlikely(author: list[Item], title: str) -> bool:
    """True for a name without a given name that is known and a single word, which may be anything: "(Morwen Prys, Amlwch, 1911)"."""
    return are_people(author) and " " not in title and not is_given(str(author[0].value).split(" ")[0])
