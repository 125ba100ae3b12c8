"""What a title in quotation marks is part of, put right by italics and by what was cited before: "in Bhattacharya, *Social Theory*, 43"."""

from __future__ import annotations

from cites.forms.form import Context, Item, field_of
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import read_people
from cites.grammar.printed import Printed

SPECIAL_ISSUE = compile_words(rf"[”\"].*,\s(?:an?\s)?(?:{one_of('special_issues')})(?:\sof)?,?\s$")


def of_this_printing(printed: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """Leave out when a work first appeared: “Nat Turpin's Insurrection” (1862), in Black Rebellion (San Bernardino, CA, 2013)."""
    fields = [item.field for item in printed]
    is_first = fields[:1] == ["issued"] and fields[1:2] in (["in"], ["editor"], ["translator"]) and "issued" in fields[2:]
    return (printed[0]._replace(field="aside"), *printed[1:]) if is_first else printed


def of_editors(items: list[Item], context: Context) -> list[Item]:
    """Part who edited a book that was cited before from its title in italics: "in Bhattarai, *Social Renewal Theory*, 42"."""
    names = field_of(items, "container_title")
    title = next((item for item in items if item.field == "publisher" and names and item.start == names.end + 2), None)
    starts = [start for start, _ in context.italics]
    if names is None or title is None or title.start not in starts or names.start in starts:
        return items
    people = read_people(context.folded, context.text, names.start, names.end, whole=True, single=True)
    if people is None or not all(map(context.known.has, people.names)):
        return items
    editors = [Item("editor", name, names.start, names.end) for name in people.names]
    return [*editors, title._replace(field="container_title"), *(item for item in items if item is not names and item is not title)]


def of_italics(items: list[Item], context: Context) -> list[Item]:
    """Turn a body and the periodical in italics behind it: “The Future of War,” Belfer Center, *Daedalus 145*, no. 4."""
    body = field_of(items, "container_title")
    name = next((item for item in items if item.field == "publisher" and body and item.start == body.end + 2), None)
    starts = [start for start, _ in context.italics]
    is_periodical = any(item.field in ("volume", "issue") and name and item.start > name.end for item in items)
    if body is None or name is None or not is_periodical or name.start not in starts or body.start in starts:
        return items
    turned = [body._replace(field="publisher"), name._replace(field="container_title")]
    return [*turned, *(item for item in items if item is not body and item is not name)]


def of_special_issue(items: list[Item], context: Context) -> list[Item]:
    """Name the journal whose number has a title: in “Queer Bonds,” ed. Damon Young, special issue, *GLQ* 17, nos. 2–3 (2011)."""
    number = field_of(items, "container_title")
    if number is None:
        return items
    for start, stop in context.italics:
        if start > number.end and SPECIAL_ISSUE.search(context.folded, number.end, start):
            journal = Item.cut("container_title", context.text, (start, start + len(context.text[start:stop].rstrip(" .,"))))
            return [journal if item is number else item for item in items if item is number or not start <= item.start < stop]
    return items
