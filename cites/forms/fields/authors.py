"""Who stands before a title: people, a body, or an outlet, "Ko Hirano", "World Bank", "Reuters"."""

from __future__ import annotations

from functools import lru_cache

from cites import lazy_regex as regex
from cites.forms.fields.family_first import is_set_apart, read_family_first
from cites.forms.form import Context, Item
from cites.grammar.firms import FIRM
from cites.grammar.kinds import PORTFOLIO, STATION
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import MANY, ONE, People, read_people, split_people
from cites.grammar.person import has_given, is_given, is_nobody, without_ranks
from cites.grammar.prose import COMMENT
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body as has_body_word
from cites.grammar.syllabic_names import split_syllabic
from cites.grammar.titles import opens_quote
from cites.knowledge import domain_of, fold_name, load
from cites.model import Name

NEWS_TYPES = frozenset({"article-newspaper", "article-magazine", "post-weblog", "broadcast"})
STATE = regex.compile(
    r"(?:U\.S\.|U\.K\.|U\.N\.|United (?:States|Kingdom|Nations)|Republic of|People's Republic|European Union|EU|UN|NATO|HM"
    r"|Her Majesty's|State)\s\p{Lu}"
)
NAME_POINT = regex.compile(r"(?:\b\p{Lu}|\b(?:eds?|Jr|Sr|al|Hrsg|Hg))\.$")
INITIALS_ALONE = regex.compile(r"\p{Lu}{3,7}")
PARENTHESIS = regex.compile(r"\s(?:\([^)]*\)|\[[^\]]*\])")
CALLED = regex.compile(r"\s\((?:\p{Lu}[\p{L}&.-]{1,9}|(?P<handle>@\w+))\)$")
COUPLE = regex.compile(r"(?P<first>\p{Lu}[^(),;]+)\s\(\p{Lu}{2,9}\),?\s(?:and|&)\s(?P<second>\p{Lu}[^(),;]+)(?:\s\(\p{Lu}{2,9}\))?")
SENTENCES = regex.compile(r"(?<!\b\p{Lu}\p{L}{0,4})\.\s|;\s|['’]s\s\p{Ll}")  # not "Fin. Crimes Enf't Network"; the Commission's troubles
# Words of the Bluebook's table T6 that only a body has in its name: "Apache Software Found.", "Delaware Div. of Corps."
SHORTENED_BODY = regex.compile(r"\b(?:(?:Comm|Dep|Gov|Ass|Soc|Fed|Enf)['’][nty]|Att['’]y\sGen\b"
                               r"|(?:Found|Div|Bd|Ctr|Auth|Bur|Corps)(?:\.(?=\s|$)|$))")
BRANCH = regex.compile(r"\p{Lu}{2,5}\s(?P<place>\p{Lu}\p{Ll}{3,})")
OF_PURPOSE = regex.compile(  # The Budget Lab at Yale · Campaign Against Arms Trade
    r"(?:The\s)?(?!\p{L}+ed\s|Letter|Quot|Excerpt|Translat|Data|Adapted|Not[ei]|Remark|Speech|Report|Memo|Telegram|Cable|Statement"
    r"|Evidence|Text"
    r"|Interview|Testi|Conversation|Talk|Lecture|Address|Article|Essay|Review|Comment|Minute|Dispatch|Despatch|Message|Plea|Case|Arg)"
    r"(?:\p{Lu}\p{L}+\s){1,4}(?:at|for|[Aa]gainst|without)\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,3}"
)
REGIONS = frozenset(load()["regions"])
PAPERS = frozenset(load()["source_endings"])
HOST = regex.compile(rf",\s{one_of('spoken.hosts')}$")
OWNED = compile_words(rf"(?<=\p{{L}})'s(?:\s(?:\p{{Ll}}+\s){{0,3}}(?:{one_of('in_book.works', 'headlined', 'pieces')}))?$")
LONGEST_INITIALS = 3  # code points of what somebody has before a name; "UNICEF Data" is a body's
DIVISION = compile_words(rf"(?:{one_of('sections', 'volumes')}|part|book)\s[\divxlc]+\.?")
ACCOUNT = regex.compile(r"@\w{2,30}")  # @vicemedia, "What happened to local TV?"
HAN_PEOPLE = regex.compile(r"\p{Han}{2,4}(?:[,、，]\s?\p{Han}{2,4})*")
DESK = compile_words(rf"(?:(?-i:\p{{Lu}})\p{{L}}+\s){{1,3}}(?:{one_of('newsroom')})$")  # Our Correspondent · Political Editor
DESK_LAST = frozenset(word.rpartition(" ")[2] for word in load()["newsroom"])
ITS_KIND = regex.compile(r"(?<=\p{Lu}[^,]+)\s(?P<kind>report|letter|memo|memorandum|cable|email|record|study|briefing|statement)$")


def read_author(context: Context, at: int, stop: int) -> list[Item] | None:
    """Return who stands in `at:stop`: people, or a body; an empty list where nobody does, None for anything else."""
    stop = _without_signs(context.folded, at, stop)
    if at < stop and (host := HOST.search(context.folded, at, stop)):  # Ryan Evers, host, "The Merchant Fleet"
        stop = host.start()
    if stop <= at:
        return []
    if owned := OWNED.search(context.folded, at, stop):  # Reva Siedel's “The Rule of Thumb” · D. N. Card's paper, “Learning from …”
        stop = owned.start()
    name = context.text[at:stop]
    is_point = "." in context.folded[stop - 1 : stop + 1]
    if name.count('"') % 2 or name.count("“") != name.count("”") or (is_point and DIVISION.fullmatch(name)):
        return None  # Ibid., “Conversation and the Use of Signs”. “On a project …” · opening of Part I. “A model is …”
    if ACCOUNT.fullmatch(name) and context.folded.startswith((",", "."), stop):
        return [Item("author", Name(literal=name), at, stop)]
    if HAN_PEOPLE.fullmatch(name):  # 谈英武, 刘新
        return [Item("author", person, at, stop) for person in split_syllabic(name)]
    is_signed = name[name.rfind(" ") + 1 :].casefold() in DESK_LAST
    if is_signed and DESK.match(context.folded, at, stop) and not is_given(name.split(" ")[0]):
        return [Item("author", Name(literal=name), at, stop)]
    people = read_people(context.folded, context.text, at, stop, whole=True, single=True)
    bare = without_ranks(name.split(" ")) if people is None else []
    if len(bare) > 1 and (person := ONE.fullmatch(" ".join(bare))):
        return [Item("author", split_people(person[0])[0], at, stop)]  # Secretary of State John Kerry
    if people is None and not has_body_word(name[name.rfind(" ") + 1 :]) and (inverted := _family_first(context, at, stop)):
        return [Item(inverted.role, person, at, stop) for person in inverted.names]
    is_firm = people and FIRM.search(name)
    if is_firm or (INITIALS_ALONE.fullmatch(name) and not context.known.has(Name(family=name))):
        return [Item("author", Name(literal=name), at, stop)]  # FDIC · Sidley Austin LLP
    is_joint = people is not None and _is_joint(name, people, context)
    are_several = people is not None and len(people.names) > 1 and not is_joint
    of_body = "," not in name and any(word.isupper() and len(word) > LONGEST_INITIALS and context.outlet(word) for word in name.split())
    if people and (are_several or not (of_body or is_body(name, context) or (" " not in name and context.outlet(name)))):
        return [Item(people.role, person, at, stop) for person in people.names]
    if several := _people_otherwise(context, name, people):
        return [Item("author", person, at, stop) for person in several]
    return _bodies(context, at, stop) or None


def _is_joint(name: str, people: People, context: Context) -> bool:
    """True for a body whose name seems that of two people: "United Nations Food and Agriculture Organization"."""
    return len(people.names) == 2 and not any(map(has_given, people.names)) and is_body(name, context)


def _without_signs(folded: str, at: int, stop: int) -> int:
    """Return where a name ends without the signs behind it; the point of "Smith Jr." is its own."""
    while stop > at and folded[stop - 1] in " ,:.":
        if folded[stop - 1] == "." and NAME_POINT.search(folded[at:stop]):
            break
        stop -= 1
    return stop


def _family_first(context: Context, at: int, stop: int) -> People | None:
    """Read "Smith, John" in a note."""
    if context.kind != "note" or ", " not in context.folded[at:stop]:
        return None
    end = len(context.folded)
    is_point = context.folded.startswith(". ", stop) or (context.folded[stop - 1] == "." and opens_quote(context.folded, stop + 1))
    any_given = is_point or is_set_apart(context, at, end)
    people = read_family_first(context, at, stop, any_given=any_given)
    return people if people and people.end == stop else None


def _people_otherwise(context: Context, name: str, people: People | None) -> tuple[Name, ...]:
    """Return people whom no pattern of names tells: by who was met, or without what stands in brackets."""
    known = split_people(name) if people is None and (" and " in name or ", " in name) else ()
    if len(known) > 1 and all(map(context.known.has, known)) and (" and " in name or not any(person.given for person in known)):
        return known  # "Cypress and Gennie Gerhart", of whom one is named in full; "Данилин-Данков, Гельман"
    bare = PARENTHESIS.sub("", name)  # "Dmitry (Dima) Adamsky", "Lars Brekke (@handle)"
    names = split_people(bare) if bare != name and MANY.fullmatch(bare) else ()
    return () if any(is_body(str(name), context) for name in (bare, *names)) else names


def _bodies(context: Context, at: int, stop: int) -> list[Item]:
    """Return the body that stands here, or two of them that "and" joins."""
    name = context.text[at:stop]
    bare = PARENTHESIS.sub("", name)
    own = CALLED.search(name) if context.folded.startswith(",", stop) else None
    if own and (is_body(bare, context) or own["handle"]):  # "Federal Ministry for Economic Affairs (BMWK)"
        return [Item("author", Name(literal=bare), at, at + own.start())]
    if (kind := ITS_KIND.search(name)) and context.folded.startswith(("“", '"'), stop + 2) and not context.periodical(name[: kind.start()]):
        who = Item("author", Name(literal=name[: kind.start()]), at, at + kind.start())  # TSA report, "Selectee Status of …"
        return [who, Item("genre", kind["kind"], at + kind.start("kind"), stop)]
    first, joined, second = name.partition(" and ")
    if joined and _is_one_body(first, second, context):
        return [Item("author", Name(literal=name), at, stop)]
    if called := COUPLE.fullmatch(name):  # Amnesty International (AI) and Human Rights Watch (HRW)
        return [Item("author", Name(literal=called[part]), at + called.start(part), at + called.end(part)) for part in ("first", "second")]
    is_portfolio = second.count(" ") < 2 and PORTFOLIO.match(second)  # Department of Health and Human Services
    headed = has_body_word(" ".join(second.split(" ")[:2])) and not is_portfolio
    if joined and is_body(first, context) and is_body(second, context) and (headed or second.isupper()):
        cut = at + len(first)  # "Ministry of Commerce and General Administration of Customs"
        return [Item("author", Name(literal=first), at, cut), Item("author", Name(literal=second), cut + len(joined), stop)]
    is_likely = context.folded[at].isupper() and ", " not in name and (context.evidence(name) >= 0.5 or OF_PURPOSE.fullmatch(name))
    return [Item("author", Name(literal=name), at, stop)] if is_body(name, context) or is_likely else []


def _is_one_body(first: str, second: str, context: Context) -> bool:
    """True for a known body, whatever it belongs to: "United Nations Food" and "Agriculture Organization"."""
    words = first.split(" ")
    return any(context.outlet(f"{' '.join(words[begin:])} and {second}") for begin in range(len(words)))


def is_body(name: str, context: Context) -> bool:
    """True for what has the name of an outlet, a state, an institution or a firm: "World Bank", "U.S. Department of State", "IDC Japan"."""
    return context.outlet(name) is not None or _has_name_of_body(name)


@lru_cache(maxsize=8192)  # one form after the other asks
def _has_name_of_body(name: str) -> bool:
    if FIRM.search(name):
        return True
    branch = BRANCH.fullmatch(name)
    if branch and is_place(branch["place"]):
        return True  # IDC Japan
    if _ends_in(name, REGIONS):
        return True
    if STATE.match(name) and ", " not in name:
        return True
    has_word = has_body_word(name) or SHORTENED_BODY.search(name) is not None
    is_name = name[:1].isupper() and name.count(" ") < 12 and has_word and not SENTENCES.search(name)
    return is_name and COMMENT.isdisjoint(name.split()[1:])  # not "What the museum made of them is told in Megan Metzler"


def _ends_in(name: str, endings: frozenset[str]) -> bool:
    """True for three words or more without a given name, the last one of these: "Dam Removal Europe" for continents."""
    *words, last = name.split(" ")
    is_name = len(words) > 1 and all(word[:1].isupper() and word.isalpha() for word in (*words, last))
    return is_name and last.casefold() in endings and not any(map(is_given, words))


def is_small_outlet(name: str, context: Context) -> bool:
    """True for what nobody listed and ends as papers do: "Tech Policy Press"."""
    return _ends_in(name, PAPERS) and context.outlet(name) is None


def outlet_before(author: Item, context: Context, *, dated: bool = False, url: str = "") -> Item | None:
    """Return what brings news and stands where authors do, as the container; dated: with its day, where one word is no person."""
    name = author.body
    if (not name or is_nobody(name)) and is_small_outlet(str(author.value), context):
        return author._replace(field="container_title", value=str(author.value))
    printed = context.text[author.start : author.end]  # of a station, not of a person: "LRT Radijas", "Marsabit FM"; in lists "Cook FM"
    is_met = printed in context.known.people or context.outlet(printed)
    is_brought = dated and context.kind == "inline" and printed.isalpha() and not is_met  # Unitel, «Telepaís», 29 June
    if is_brought or (STATION.search(printed) and (context.kind == "inline" or not printed.endswith(" FM"))):
        return author._replace(field="container_title", value=printed)
    is_site = " " in printed and url and fold_name(printed) in map(fold_name, domain_of(url).split("."))
    if is_site and author.person and not has_given(author.person):
        return author._replace(value=Name(literal=printed))  # GPU Corner, “…” https://www.gpucorner.com/…
    outlet = context.periodical(name) if name else None
    if outlet is None or (outlet.type not in NEWS_TYPES and (outlet.type != "webpage" or outlet.country)):
        return None
    return author._replace(field="container_title", value=name)
