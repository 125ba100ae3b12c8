"""The way from what a rule of law matched to a draft: its fields, its dates, what it is called."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Item, field_of, has, value_of
from cites.forms.legal.tables import Rule
from cites.forms.signals import skip_signals
from cites.grammar.courts import VERSUS
from cites.grammar.dates import find_date, read_date
from cites.grammar.lexicon import one_of
from cites.grammar.names import read_people
from cites.grammar.patterns import read_part, read_patterns
from cites.grammar.sources import is_body
from cites.model import Name

NICKNAME, SPOKEN, OWN_INITIALS, NAMED_BY = read_patterns("legal/called", "NICKNAME SPOKEN OWN_INITIALS NAMED_BY")
YEAR = read_part("legal/parts", "YEAR")
YEAR_ALONE = regex.compile(YEAR)
NUMBERED_BY_YEAR = regex.compile(  # 2024/1689 · 2017/1938 · 715/2009 · 95/46/EC
    rf"(?P<year>{YEAR})/(?:(?P<second>{YEAR})$)?|\d+/(?P<year>{YEAR})$|(?P<of_century>[5-9]\d)/\d+/(?:EC|EEC|ECSC)$"
)
OF_YEAR = regex.compile(rf"(?<=\bAct\sof\s){YEAR}$")  # American Rescue Plan Act of 2021

FIELDS = {
    "title": "title", "hearing": "note", "volume": "volume", "container": "container_title", "page": "page", "number": "number",
    "issue": "issue", "section": "section", "authority": "authority", "court": "authority", "place": "event_place",
    "imprint": "publisher_place", "genre": "genre", "publisher": "publisher", "edition": "edition",
}  # fmt: skip

KINDS_OF_ACTS = frozenset({"Act", "Bill", "Code", "Regulations", "Rules", "Ordinance"})
WORD_OF = regex.compile(r"\p{L}+")
PARTY_WORD = regex.compile(r"\S+")
ON_BEHALF = regex.compile(r"(?<=\p{Ll}\s)(?:Ex\sparte|In\sre)\s(?=\p{Lu})")  # The State relies on Ex parte Young
LEADS_TO = regex.compile(rf"{one_of('small_words.leads')}\s")
PARTY_SMALL = frozenset(
    "of the and for ex rel. p parte de la del du des van von den der y et e al. on v v. c a an application others another"
    " plc doo kft sro und".split()
)


def printed(context: Context, match: regex.Match[str]) -> list[Item]:
    """Return the fields that the groups of a match are."""
    groups = match.groupdict()
    items = [
        Item(field, context.text[slice(*match.span(group))].strip(' ,“”"‘’'), *match.span(group))
        for group, field in FIELDS.items()
        if groups.get(group) and groups[group].strip(" _-")
    ]
    if groups.get("author"):
        items += _authors(context, match)
    if groups.get("families"):  # Fuhlrott/Hiéramente
        items += [Item("author", Name(family=family), *match.span("families")) for family in groups["families"].split("/")]
    if groups.get("year"):
        items.append(Item("issued", _years(groups["year"]), *match.span("year")))
    return items


def _authors(context: Context, match: regex.Match[str]) -> list[Item]:
    """Return who is named, people where the names are those of people: "Kenneth Katzner, Cong. Rsch. Serv."."""
    span = match.span("author")
    people = read_people(context.folded, context.text, *span, whole=True)
    if people and all(name.given for name in people.names) and not is_body(context.text[slice(*span)]):
        return [Item("author", name, *span) for name in people.names]
    return [Item("author", Name(literal=context.text[slice(*span)]), *span)]


def short_name(title: str) -> str:
    """Return by what a later note may call a case: "R (Miller) v Prime Minister" gives "Miller"."""
    match = NAMED_BY.match(title)
    name = match["name"].strip(" ,") if match else ""
    return name if len(name) > len("S.") else ""


def is_own_name(printed: str, title: str) -> bool:
    """True for what a title is called: "CRAG" of "Constitutional Reform and Governance Act 2012", "ALRC Act"."""
    if " " in printed:
        return printed.rpartition(" ")[2] in KINDS_OF_ACTS
    begun = iter(word[0].upper() for word in WORD_OF.findall(title))
    return len(printed) > 2 and printed.isupper() and all(letter in begun for letter in printed)


def before_parties(folded: str, at: int, end: int) -> int:
    """Return where a case begins after a sentence that leads to it: in "It is so. See Katz v. United States" at "Katz"."""
    versus = VERSUS.search(folded, at, end) or ON_BEHALF.search(folded, at, end)
    if versus and (versus[0][1:2] == "c" or folded.count("(", at, versus.start()) > folded.count(")", at, versus.start())):
        return at  # "Procureur général c Moses", "Coastal State Rights in the Black Sea (Ukraine v. Russian Federation)"
    start = at
    for word in PARTY_WORD.finditer(folded, at, versus.start() if versus else at):
        if word[0].islower() and word[0][0].isalpha() and word[0].rstrip(",") not in PARTY_SMALL and word[0] != "re":
            start = word.end() + 1
    while start > at and (led := LEADS_TO.match(folded, start, end)):  # We rely on Roe v. Wade
        start = led.end()
    return skip_signals(folded, start, end) if start > at else at


def is_in_italics(context: Context, at: int, until: int) -> bool:
    """True where the markup sets apart a name: all of "*Centrum för Rättvisa v Sweden*", small words too."""
    return any(start == at and abs(stop - until) <= 2 for start, stop in context.italics)


def _years(shown: str) -> str:
    """Return the year or the session as EDTF: "2021-22" and "2021/22" give "2021/2022"."""
    first, _, last = shown.replace("/", "-").partition("-")
    return f"{first}/{first[: 4 - len(last)]}{last}" if last else first


def nickname(context: Context, finish: int, end: int) -> tuple[int, str]:
    """Return where a name that the note gives the work ends, and the name: "[hereinafter Audubon]"."""
    match = NICKNAME.match(context.folded, finish, end)
    if match:
        return match.end(), context.text[slice(*match.span("name"))]
    spoken = SPOKEN.match(context.folded, finish, end)
    return (spoken.end() if spoken else finish), ""


def draft(context: Context, rule: Rule, match: regex.Match[str], end: int) -> Draft:
    """Return the citation that a rule has found."""
    folded, at = context.folded, match.start()
    groups = match.groupdict()
    items = [Item("type", rule.type, at, at), *printed(context, match)]
    # the title goes on behind its colon: "Russia in the Arctic: Hearing before the House Committee on …"
    if groups.get("hearing") and not groups.get("apart"):
        start = match.start("title") if groups["title"] else match.start("hearing")
        items = [item for item in items if item.field not in ("title", "note")]
        items.append(Item.cut("title", context.text, (start, match.end("hearing"))))
    if issued := _date_of_work(folded, rule, match):
        items = [*(item for item in items if item.field != "issued"), issued]
    if not has(items, "issued"):
        items += _year_of_act(folded, rule, match)
    if groups.get("gazetted") and not has(items, "issued") and (date := read_date(folded, match.start("gazetted"))):
        items.append(Item.dated(date))
    if rule.dated_by_title and not has(items, "issued"):
        items += _year_of_number(match)
    finish, name = nickname(context, at + len(folded[at : match.end()].rstrip(" ,")), end)
    authority = field_of(items, "authority")
    if authority and is_own_name(str(authority.value), groups.get("title") or ""):  # Constitutional Reform and Governance Act 2012 (CRAG)
        items.remove(authority)
        name = name or str(authority.value)
    items, own = _without_initials(items) if rule.type == "treaty" else (items, "")
    name = name or groups.get("short") or own
    if not name and rule.type == "legal_case":
        name = short_name(value_of(items, "title"))
    return Draft("full", "legal", at, finish, items, groups.get("cited") or "", rule.confidence, name)


def _without_initials(items: list[Item]) -> tuple[list[Item], str]:
    """Part a title from its own initials: "International Covenant on Civil and Political Rights (ICCPR)"."""
    called = next((match for item in items if item.field == "title" and (match := OWN_INITIALS.fullmatch(str(item.value)))), None)
    if called is None:
        return items, ""
    cut = called.end("title")
    shorter = [item._replace(value=called["title"], end=item.start + cut) if item.field == "title" else item for item in items]
    return shorter, called["name"]


def _date_of_work(folded: str, rule: Rule, match: regex.Match[str]) -> Item | None:
    """Return the date of the work, where more is printed than the year that the pattern has: that may be of the gazette."""
    groups = match.groupdict()
    if groups.get("date") and (date := read_date(folded, match.start("date"))):
        return Item.dated(date)
    if groups.get("day") and (date := read_date(folded, *match.span("day"))):  # 1996 I.C.J. Rep. 226 (July 8)
        return Item("issued", f"{groups['year']}{date.value[4:]}", *match.span("day"))
    if rule.dated_by_title and (date := find_date(folded, match.end("number"), match.end("title"))) and date.has_day and date.has_year:
        return Item.dated(date)
    if rule.type not in ("legislation", "bill") and not groups.get("year"):
        date = find_date(folded, match.end("number") if groups.get("number") else match.start(), match.end())
        return Item.dated(date) if date and date.has_year else None
    return None


def _year_of_act(folded: str, rule: Rule, match: regex.Match[str]) -> list[Item]:
    """Return the year in "American Rescue Plan Act of 2021", and the volume of session laws that is one: "1913 Cal. Stat. 1012"."""
    groups = match.groupdict()
    if rule.type != "legislation" or not groups.get("title"):
        return []
    of_title = OF_YEAR.search(folded, *match.span("title"))
    items = [Item("issued", of_title[0], *of_title.span())] if of_title else []
    if YEAR_ALONE.fullmatch(groups.get("volume") or ""):
        items.append(Item("issued", groups["volume"], *match.span("volume")))
    return items


def _year_of_number(match: regex.Match[str]) -> list[Item]:
    """Return the year in "Regulation (EU) 2024/1689", "Regulation (EC) No 1906/2006", "Directive 95/46/EC"."""
    found = NUMBERED_BY_YEAR.match(match["number"] or "")
    if found is None:
        return []
    is_counted = " No" in match["title"][: match.start("number") - match.start("title")]
    year = (found["second"] if is_counted else "") or found["year"] or f"19{found['of_century']}"
    return [Item("issued", year, *match.span("number"))]
