"""What a part stands in, behind "in": "in Citizenship, ed. G. Andrews", "in: Hermann Korte (Hrsg.), Einführung", "[w:] Akcja"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.dates import find_date
from cites.grammar.imprint_fields import UNBRACKETED_IMPRINT
from cites.grammar.inverted_names import read_inverted
from cites.grammar.lexicon import AND, compile_words, first_words, one_of
from cites.grammar.lexicon import IN as IN_WORD
from cites.grammar.names import INITIALED, ONE, PERSONS, People, read_people
from cites.grammar.person import is_given
from cites.grammar.printed import Found, Point, Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.unnamed import IMPRINT_NEXT
from cites.knowledge import load

LONGEST_NAMES = 160  # code points of editors before "(eds.)"
LONGEST_HEAD = 300  # of an author and a title before "in"
IN = compile_words(  # "in", also "in: dies. (Hrsg.), ", where the author is the editor too
    rf"(?:{one_of('in_words')})(?:\s?:)?\s(?:(?:{one_of('possessives')})\s(?=(?-i:[\p{{Lu}}“\"‘«„])))?(?:(?:{one_of('idem')})(?:\s\("
    rf"(?:{one_of('editors.after')})\)|,\s(?:{one_of('editors.after')})(?=,))?(?:,?\s|/))?"
    r"(?=[\p{Lu}“\"‘«„»《『\p{Han}])"
)
IN_WORDS = first_words("in_words")
BY_WRITER = regex.compile(rf",?\sby\s{PERSONS}(?=,\s|\s\()")
ROLES: dict[str, tuple[str, ...]] = {  # by what stands behind the names: "Eds." has editors, "Ed. & Trans." both
    **dict.fromkeys(load()["editors.after"], ("editor",)),
    **dict.fromkeys(load()["translators.after"], ("translator",)),
    **{word: ("editor", "translator") for word in load()["editors.after"] if "trans" in word},
}
IN_BRACKETS = regex.compile(rf"\[{IN_WORD}:?\]:?\s(?=[\p{{Lu}}“\"‘«„])")
CAPITALS = r"\p{Lu}{2,}(?:[\ -]\p{Lu}{3,})*(?:,\ \p{Lu}\.)?"  # WILCOX · PIPER, J.
WITHOUT_ROLE = regex.compile(  # [w:] G. Ostrasz, A. Zagórny, Akcja · in: WILCOX, The State of Our Unions · in: Kern/Held, Wasserwege
    rf"(?P<people>{INITIALED}(?:,\ {INITIALED})*|{CAPITALS}(?:\ {AND}\ {CAPITALS})?),\ (?=\p{{Lu}}\p{{Ll}}|[AI]\ |[“\"‘«„])"
    r"|(?P<people>\p{Lu}[\p{L}-]{2,}(?:/\p{Lu}[\p{L}-]{2,})+),\ (?=\p{Lu}[\p{L}-]{3})(?!Heft|Band)"
)
ROLE_AFTER = compile_words(rf"(?P<people>.+?),?\s\(?(?:{one_of('editors.after')})\)?,?\s?")
LEADING_ROLE = regex.compile(r"(?:\.|\sdi)\s$")  # "hg. ", "a cura di ": no bracket and no comma, so that names may follow
BY_WHOM = regex.compile(r"(?:by|von|v\.|par|por)\s")
LED = rf"(?:(?:{one_of('editors.before', 'translators.before')})\s(?-i:\p{{Lu}})|(?:{one_of('volumes', 'pages')})\s?[\dIVX])"
TOWN_AND_YEAR = (  # , Köln/Wien: Böhlau 1990
    r",\s(?-i:\p{Lu}[\p{L}-]+(?:[\s./]+\p{L}+){0,3}\.?)(?::\s[^,;:()\d]{2,60})?,?\s(?:1[5-9]|20)\d\d(?=,\s|[.;]?$)"
)
TOWN_NEXT = regex.compile(TOWN_AND_YEAR)
ONLY_NAMES = regex.compile(r"\p{Lu}[\p{L}'-]+(?:\s(?:&\s)?\p{Lu}[\p{L}'-]+){0,2}|\d.*")  # Routledge · 353-362. New York
TITLE_WITH_COMMAS = compile_words(
    rf"(?P<title>(?-i:\p{{Lu}})[^;,()“”«»]{{2,70}},(?!\s{LED})[^;()“”«»]{{2,140}}?)(?=[,:]?\s{LED}|\s\((?:eds?\."
    # (Oxford: Oxford University Press, 1992) · (Cambridge, 1991)
    rf"|(?-i:\p{{Lu}})[^():]{{2,40}}:\s|(?-i:\p{{Lu}})[^():.,\d]{{2,40}},\s(?:1[5-9]|20)\d\d\))|{TOWN_AND_YEAR})"
)
PAGES_OVER = regex.compile(r"\d;\s")  # 64 (2011): 42-69; Anton Tantner (ed.)
WHOLE_TITLE = compile_words(  # ", Phenomenology of Spirit, translated by", ", Upheavals of Thought ("
    rf",\s(?-i:\p{{Lu}})[^,;()“”\"]{{5,120}}(?:,\s(?:{one_of('volumes')})\s?[\dIVX]+)?"
    rf"(?:,\s(?:{one_of('editors.before', 'translators.before')})\s"
    r"|\s\((?-i:\p{Lu})[^():]{2,40}:\s|,\s(?-i:\p{Lu})[^,:;()]{2,40}:\s(?-i:\p{Lu})[^,:;()]{2,60},\s(?:1[5-9]|20)\d\d"
    rf"|{TOWN_AND_YEAR})"
)
FAMILIES = regex.compile(  # "Blake and Roger Louis (eds)"
    rf"(?P<people>\p{{Lu}}[\p{{Ll}}'-]+(?:,\s\p{{Lu}}[\p{{Ll}}'-]+)*,?\s(?:and|&)\s(?:{ONE.pattern}|\p{{Lu}}[\p{{Ll}}'-]+))\s\((?:eds?"
    rf"|Hrsg)\.?\),?\s"
)
OWNER = regex.compile(
    rf"(?P<people>{PERSONS})(?P<role>,?\s\(?(?:trans\.|eds?\.|trans\.\sand\seds?\.|eds?\.\sand\strans\.|editors?)\)?)?,\s"
)
YEARS = regex.compile(r",\s(?:1\d|20)\d\d(?P<until>-(?:(?:1\d|20)\d\d|\d\d))?$")  # what a collection is about
BEHIND_COMMA = regex.compile(r",[”\"’']?\s?$")
INITIALS_LAST = regex.compile(r"\p{Lu}[\p{L}'-]+\s\p{Lu}{1,3}")  # In: Hall RW, ed. Patient Flow
LISTING_TITLE = compile_words(  # Comparative American Identities: Race, Sex, and Nationality in the Modern Text, edited by
    rf"(?P<text>(?-i:\p{{Lu}})[^;()“”\"\d]{{2,80}},\s[^;()“”\"\d,]{{2,40}},?\s{AND}\s[^;()“”\"\d]{{2,100}}?)"
    rf"(?=,\s(?:{one_of('editors.before')})\s(?-i:\p{{Lu}}))"
)
EDITOR_ALONE = regex.compile(r"\p{Lu}[\p{L}-]+(?=,?\s\(|,\s\d)")


def read_container(point: Point) -> Found | None:
    """Read "in Citizenship, ed. G. Andrews", "[w:] Akcja", and "in: Hermann Korte, Bernhard Schäfers (Hrsg.), Einführung …"."""
    folded, text, end = point.folded, point.text, point.end
    match = point.match(IN) if point.word in IN_WORDS else point.match(IN_BRACKETS) if point.char == "[" else None
    if match is None or (match[0][0] == "I" and folded[match.end()].islower()) or point.wholes.get(point.at, 0) > match.end():
        return None  # "… 417-457. In this article": the next sentence; *In Other Worlds*
    at = match.end()
    behind = BEHIND_COMMA.search(folded, match.start() - 4, match.start()) if folded[match.start()] == "I" and ":" not in match[0] else None
    if behind:
        return None  # “… Non-Linear War,” In Moscow's Shadows (blog)
    items = [Printed("in", "in", match.start(), at)]
    if (owner := OWNER.match(folded, at, end)) and owner.end() in point.wholes:
        return items, at  # in Hal Foster, *The Anti-Aesthetic*: `read_owner` is next
    named = _with_role(folded, text, at, min([end, *(start for start in point.wholes if start > at)]))
    editors = _all_of(folded, text, *named.span("people")) if named else None
    if named and editors is None and (comma := _before_editors(folded, text, *named.span("people"))):
        title = Printed.cut("text", text, (at, comma))
        return [*items, title, Printed.cut("editor", text, (comma + 2, named.end("people")))], named.end()
    if named and editors:
        items.append(Printed.cut("editor", text, (at, editors.end)))
        at = named.end()
    elif plain := FAMILIES.match(folded, at, end) or WITHOUT_ROLE.match(folded, at, end):
        items.append(Printed.cut("editor", text, plain.span("people")))
        at = plain.end()
    elif (owner := ONE.match(folded, at, end)) and (_is_owner(folded, owner, end) or _is_same(folded, match.start(), owner)):
        at = owner.end() + 2
    elif (owners := read_people(folded, text, at, end)) and _are_owners(folded, owners, end):
        at = owners.end + 2
    title_end = _end_of_title(folded, at, end)
    if title_end and at < (whole := point.wholes.get(at) or folded.find(", by ", at, title_end)) < title_end:
        writer = BY_WRITER.match(folded, whole, end)  # in *Collected Stories*, by Ada Berg, trans. Jo Lind
        items.append(Printed.cut("text", text, (at, at + len(folded[at:whole].rstrip(" .,")))))
        return ([*items, Printed.cut("aside", text, writer.span())], writer.end()) if writer else (items, whole)
    return ([*items, Printed.cut("text", text, (at, title_end))], title_end) if title_end else (items, at)


def _with_role(folded: str, text: str, at: int, end: int) -> regex.Match[str] | None:
    """Return what stands before "(Hrsg.)", with that; None where the names follow: "Imperial Decline, ed. by S. Blank"."""
    over = PAGES_OVER.search(folded, at, min(end, at + LONGEST_NAMES))
    named = ROLE_AFTER.match(folded, at, over.start() if over else min(end, at + LONGEST_NAMES))
    if named is None or INITIALS_LAST.fullmatch(named["people"]) or not LEADING_ROLE.search(folded, named.end("people"), named.end()):
        return named
    by = BY_WHOM.match(folded, named.end(), end)
    after = by.end() if by else named.end()
    following = read_people(folded, text, after, end)
    if not by and _are_several(folded, text, named) and (following is None or len(following.names) == 1):
        return named
    return None if following or EDITOR_ALONE.match(folded, after, end) else named


def _are_several(folded: str, text: str, named: regex.Match[str]) -> bool:
    """True for the editors in "Markku Eskola and Raine Koskela, eds. CyberText Yearbook", which no comma parts from the title."""
    people = _all_of(folded, text, *named.span("people"))
    if people is None or any(" " in name.family and is_given(name.family.split(" ")[0]) for name in people.names):
        return False  # John Graves, Pyramidographia and Other Writings, ed. John Buckler
    return len(people.names) > 1 and all(name.given or ", " in named["people"] for name in people.names)


def _end_of_title(folded: str, at: int, end: int) -> int | None:
    """Return where a title with commas ends: "Security in the Third World, Regional and Global, ed. Edward Kolodziej"."""
    whole = TITLE_WITH_COMMAS.match(folded, at, end)
    if whole is None or find_date(folded, at, _before_years(folded, whole)) or _is_imprint_before(folded, whole):
        return None
    return whole.end("title")


def _is_owner(folded: str, one: regex.Match[str], end: int) -> bool:
    """True for who wrote the book that a chapter stands in: "in G. W. F. Hegel, Phenomenology of Spirit, translated by …"."""
    given = one[0].split(" ")[0]
    return "'s " not in one[0] and WHOLE_TITLE.match(folded, one.end(), end) is not None and (given.endswith(".") or is_given(given))


def _are_owners(folded: str, people: People, end: int) -> bool:
    """True for who wrote the book in "in Carol R. Saiwitz and Sylvia Woodley, Soviet-Third World Relations (Boulder: Westview, 1984)"."""
    are_named = len(people.names) > 1 and all(is_given(regex.split("[ -]", one.given)[0]) for one in people.names)  # Ernst-Otto
    return are_named and WHOLE_TITLE.match(folded, people.end, end) is not None


def _is_same(folded: str, before: int, one: regex.Match[str]) -> bool:
    """True for who wrote the chapter too: "Woody Allen, ‘Nanny Dearest’, in Woody Allen, Mere Anarchy", "in: ders./Günter Wieselmann, "."""
    is_again = " " in one[0] and f"{one[0]}, " in folded[max(0, before - LONGEST_HEAD) : before]
    return folded.startswith(", ", one.end()) and (is_again or folded[one.start() - 1] == "/")


def _before_years(folded: str, whole: regex.Match[str]) -> int:
    """Return where "Early Modern Things, 1500-1800" ends without the years that it is about; one is so only before an imprint's own."""
    years = YEARS.search(folded, *whole.span("title"))
    is_about = years and (years["until"] or IMPRINT_NEXT.match(folded, years.end()))
    return years.start() if years and is_about else whole.end("title")


def _before_editors(folded: str, text: str, start: int, end: int) -> int | None:
    """Return where the title ends in "Oral History and Identity, T. Hall" that stands before "(ed.)"; None where it is something else."""
    comma = folded.find(", ", start, end)
    while comma > start:
        people = read_people(folded, text, comma + 2, end, whole=True)
        if people and sum(is_given(name.given.split(" ")[0]) for name in people.names) * 3 >= len(people.names) + 1:
            return comma
        comma = folded.find(", ", comma + 2, end)
    return None


def _is_imprint_before(folded: str, whole: regex.Match[str]) -> bool:
    """True for "in Citizenship, London: Sage (ed. X)": a place and a publisher are no part of a title."""
    last = folded[whole.start("title") : whole.end("title")].rpartition(", ")[2]
    match = UNBRACKETED_IMPRINT.match(last)
    if (match is not None and is_place(match["place"])) or is_place(last):
        return True
    return ONLY_NAMES.fullmatch(last) is not None and TOWN_NEXT.match(folded, whole.end("title")) is not None  # Routledge, London 2002


def _all_of(folded: str, text: str, start: int, end: int) -> People | None:
    """Read names that fill the stretch, in their usual order or family first: "Gaugler, E." before "(Hrsg.)"."""
    people = read_people(folded, text, start, end, whole=True, single=True)
    if people is None and (inverted := read_inverted(folded, text, start, end)) and inverted.end >= end - (folded[end - 1] == "."):
        return inverted
    return people


def read_listing(point: Point) -> Found | None:
    """Read what holds a work, behind its title, though commas stand in its own before it says who edited it."""
    title = None if point.items or not point.char.isupper() else point.match(LISTING_TITLE)
    return (Printed.each(point.text, title, "text"), title.end()) if title else None


def read_role(point: Point) -> Found | None:
    """Return who edited or translated, as the APA prints it behind a title: "(T. Burger, Trans.)", "(G. Roth & C. Wittich, Eds.)"."""
    inside = point.at + 1
    close = point.folded.find(")", point.at, point.end)
    names, _, role = point.folded[inside : max(inside, close)].rpartition(", ")
    roles = ROLES.get(role.casefold(), ()) if names else ()
    span = (inside, inside + len(names))
    if not roles or not read_people(point.folded, point.text, *span, whole=True):
        return None
    return [Printed.cut(role, point.text, span) for role in roles], close + 1


def read_owner(point: Point) -> Found | None:
    """Read who wrote or edited the book of a chapter: "in Bernard Hubert, *An Exceptional Dialogue, 1925-1948*"."""
    owner = point.match(OWNER) if point.last == "in" and point.wholes else None
    if owner is None or owner.end() not in point.wholes:
        return None
    return [Printed.cut("editor" if "ed" in (owner["role"] or "") else "aside", point.text, owner.span("people"))], owner.end()
