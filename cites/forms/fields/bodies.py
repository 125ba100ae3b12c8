"""Bodies that are printed from the whole to the part: "U.S. Congress, Senate, Committee on Foreign Relations",
"Great Britain, Foreign Office", "U.S. Department of State, Bureau of Democracy, Human Rights, and Labor".

Source: The Chicago Manual of Style, 17th edition, 14.290 and 14.291; Turabian, 9th edition, 17.11.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.authors import is_body
from cites.forms.form import Context, Item, holds_any
from cites.grammar.kinds import PORTFOLIO
from cites.grammar.lexicon import AND, WORDS, compile_words, one_of
from cites.grammar.names import EDITS, read_people
from cites.grammar.person import has_given
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body as has_body_word
from cites.grammar.titles import CLOSERS
from cites.model import Name

KIND = one_of("body_parts")
# ", Science, and Transportation"
OTHERS = rf"(?:(?:,\s(?-i:\p{{Lu}})[\p{{L}}-]+(?:\s(?-i:\p{{Lu}})[\p{{L}}-]+)?){{1,3}},?\s{AND}\s(?-i:\p{{Lu}})[^,;:()“”\"]{{2,40}}?)?"
OFFICES = regex.shapes(
    (
        "Select Committee on Commerce, Science, and Transportation",
        rf"(?:(?:select|joint|standing|special|permanent)\s){{0,2}}(?-i:(?=\p{{Lu}})){KIND}\s(?:on|of|for|für|des|de|der|per)\s"
        rf"[^,;:()“”\"]{{3,70}}?{OTHERS}(?=$|,)",
    ),
    ("Foreign Office", rf"(?-i:\p{{Lu}}[\p{{L}}'-]+\s){{1,4}}(?-i:(?=\p{{Lu}})){KIND}"),
    ("Senate", rf"(?-i:(?=\p{{Lu}})){KIND}"),
    flags=WORDS,
)
PART = compile_words(rf",\s(?:{OFFICES})(?=,\s(?-i:[\p{{Lu}}“\"‘«„]))")
# "Department for Environment, Food and Rural Affairs", "United Nations Educational, Scientific and Cultural Organization"
NOUN = r"(?-i:\p{Lu})[\p{L}'-]+(?:\s(?-i:\p{Lu})[\p{L}'-]+){0,2}"
LISTED = compile_words(rf"(?:,\s{NOUN}){{1,4}},?\s{AND}\s(?P<last>{NOUN})(?P<called>\s\((?-i:\p{{Lu}}{{2,}})\))?(?=,\s)")
OVER_SOMETHING = compile_words(rf"(?:.*\s)?(?-i:(?=\p{{Lu}})){KIND}\s(?:of|for|on|für|für\sdie|de|des|der)\s[^,]{{3,60}}")
MAX_PARTS = 4
CALLED = r"(?:\s\(\p{Lu}[\p{L}&.-]{1,9}\))"  # International Energy Agency (IEA)
SEVERAL = regex.compile(
    rf"(?P<names>(?:\p{{Lu}}[^,;:()“”\"\d]{{1,60}}{CALLED}?,\s){{0,7}}(?:\p{{Lu}}[^,;:()“”\"\d]{{1,60}}?{CALLED}?,?\s)?(?:and|&)\s"
    rf"\p{{Lu}}[^,;:()“”\"\d]{{1,60}}{CALLED}?),\s(?=\p{{Lu}})"
)
JOINS = ("and ", "& ")
BETWEEN = regex.compile(r"(?P<name>\p{Lu}(?:(?!,|\s(?:and|&)\s(?=\p{Lu})).)+)")
CALLED_BODY = regex.compile(rf"(?P<name>\p{{Lu}}[^,;:()]*[^\s,;:()]){CALLED}?")  # "Clean Air (CREA)", "World Bank" behind it
EDITORS = regex.compile(  # Stiftung Stadtgeschichte / Verein für Heimatkunde (Hrsg.), Unser Dorf
    rf"(?P<names>\p{{Lu}}(?:[^,;:.()“”„\"\d]|(?<=\p{{Lu}})\.|(?<=\se)\.\s?V\.(?:,\s)?){{4,110}}?)\s\({EDITS}\),?:?\s(?=[\p{{Lu}}„“«\"‘*])"
)
NAME = regex.compile(  # Naturfreunde Rostock e. V.
    r"\p{Lu}[\p{L}&'.-]*(?:\s(?:\p{Lu}[\p{L}&'.-]*|&|of|for|the|and|für|der|des|und|zur|zum|im|von|de|du|des|la|et|per|di)){0,8}(?:\se\.\s?V\.)?"
)
SLASH = regex.compile(r"\s?/\s?|(?<=\se\.\s?V\.),\s")


def whole_body(context: Context, at: int, comma: int, end: int) -> int:
    """Return where a body ends that began as `at:comma` and is named with its parts, `comma` itself where it has none."""
    name = context.text[at:comma]
    stop = _listed_end(context, at, comma, end)
    if not (is_body(name, context) or is_place(name) or (stop > comma and name.isalpha())):
        return comma  # but "Environment, Food and Rural Affairs Committee"
    for _ in range(MAX_PARTS):
        part = PART.match(context.folded, stop, end)
        if part is None:
            break
        stop = part.end()
    return stop


def _listed_end(context: Context, at: int, comma: int, end: int) -> int:
    """Return where a name ends that lists what a body is for, `comma` where what stands behind that is rather a title.

    A title in italics or quotation marks behind the list tells it, and so does the last word of what a ministry is for.
    """
    listed = LISTED.match(context.folded, comma, end)
    if listed is None or any(comma <= start < listed.end() for start, _ in context.italics):
        return comma
    last = context.text[slice(*listed.span("last"))]
    if not (OVER_SOMETHING.fullmatch(context.folded, at, comma) or has_body_word(last)):
        return comma
    begin = listed.end() + len(", ")
    is_apart = context.folded[begin : begin + 1] in CLOSERS or context.begins_italics(begin)
    return listed.end() if is_apart or listed["called"] or has_body_word(last) or PORTFOLIO.match(last) else comma


def read_edited(context: Context, at: int, end: int) -> tuple[list[Item], int] | None:
    """Return the bodies that edited a work, with the people among them, and where its title begins; None where no body did."""
    editors = EDITORS.match(context.folded, at, end)
    if editors is None:
        return None
    start, stop = editors.span("names")
    cuts = [start, *(cut for slash in SLASH.finditer(context.folded, start, stop) for cut in slash.span()), stop]
    items: list[Item] = []
    for first, last in zip(cuts[::2], cuts[1::2], strict=True):
        people = read_people(context.folded, context.text, first, last, whole=True, single=True)
        if people and (all(map(has_given, people.names)) or not is_body(context.text[first:last], context)):
            items += [Item("editor", name, first, last) for name in people.names]
        elif not (is_body(context.text[first:last], context) or NAME.fullmatch(context.folded, first, last)):
            return None  # There are in addition three chapters in P. Hennessey and A. Selden (eds)
        else:
            items.append(Item("editor", Name(literal=context.text[first:last]), first, last))
    return (items, editors.end()) if any(item.body for item in items) else None


def several_bodies(context: Context, at: int, end: int) -> list[tuple[list[Item], int]]:
    """Return several bodies before a title, and where it begins: "FAO, IFAD, UNICEF, and World Bank, The State of Food Security"."""
    listed = SEVERAL.match(context.folded, at, end) if holds_any(context.folded[at:end], JOINS) else None
    if listed is None:
        return []
    are_called = listed["names"].count("(") > 1
    names = list((CALLED_BODY if are_called else BETWEEN).finditer(context.folded, *listed.span("names")))
    printed = [context.text[slice(*name.span("name"))] for name in names]
    known = [is_body(name, context) for name in printed]
    if not all(known) and not (sum(known) > 2 and known.count(False) == 1 and context.begins_italics(listed.end())):
        return []
    is_known_pair = len(printed) == 2 and all(map(context.outlet, printed)) and not context.outlet(listed["names"])
    if not (are_called or "," in listed["names"] or is_known_pair):
        return []  # two that no comma parts are known ones: "Human Rights Watch and Amnesty International"
    return [([Item("author", Name(literal=name), *match.span("name")) for name, match in zip(printed, names, strict=True)], listed.end())]
