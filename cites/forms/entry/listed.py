"""A work in a note that is printed as in a bibliography, family name first: "Solomon, S., Garcia, R. R. On the depletion …",
or as in Wikipedia: "“Title”. Site. 7 September 2017."
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.entry import read_stretch
from cites.forms.entry.bibliography import read_listed
from cites.forms.fields.authors import is_body
from cites.forms.fields.family_first import title_follows
from cites.forms.form import Context, Draft, Form
from cites.forms.links import tagged
from cites.forms.short.supra import is_again
from cites.forms.signals import quoting_work
from cites.grammar.lexicon import one_of
from cites.grammar.names import read_people
from cites.grammar.person import has_given
from cites.grammar.prose import TOLD, VERBS

INITIALS = r"(?:\p{Lu}\.[\s-]?){1,3}"
LATIN = rf"\p{{Lu}}[\p{{L}}'-]+,\s{INITIALS}"  # Solomon, S.
HEAD = regex.compile(rf"(?<!\b\p{{Lu}}\.\s?){LATIN}(?:,\s{LATIN})*(?:,?\s&\s{LATIN})?(?:\set\sal\.\s)?(?=\s?[\p{{Lu}}«“\"//(])")
LATIN_HEAD = regex.compile(LATIN)
FAMILY = r"\p{Lu}[\p{L}'-]+"
YEAR_AND_VOLUME = r"[^;]{3,300}\s(?:1[89]|20)\d\d;\s?\d"  # the rest of "Water. Slavic Review 2015; 12: 45-7"
ABBREVIATED = regex.compile(  # Vancouver: "Molina MJ, Rowland FS. Stratospheric sink …", not "Oles M. Smolansky"
    rf"(?:{FAMILY}\s\p{{Lu}}{{2,3}}|{FAMILY}\s\p{{Lu}}(?=,|\.\s\p{{Lu}}{YEAR_AND_VOLUME}))(?:,\s{FAMILY}\s\p{{Lu}}{{1,3}})*"
    rf"(?:,\set\sal)?\.\s(?=\p{{Lu}}(?:[^.]{{10,300}}\.\s|{YEAR_AND_VOLUME}))"
)
# "K. Thomas, C. Grieve, V. Paxton. Adjusting Social Spam …", "P.N. Howard and S.C. Woolley, 2016. “Bots …": at least two
IN_ORDER = regex.compile(
    rf"{INITIALS}\s?{FAMILY}(?:,\s{INITIALS}\s?{FAMILY})*(?:,\s|,?\s(?:and|&)\s){INITIALS}\s?{FAMILY}(?:\.|,?\s\(?(?:1[5-9]"
    rf"|20)\d\d[a-h]?\)?[.:,])\s(?=[\p{{Lu}}“\"‘][^.]{{10,300}}[.?!,])"
)
# Springer: "Geyer R, van der Ent R, Damsteeg J-W (2016) Making, use, and loss …", "Wegner M, Lamberg S (eds) (2017) …"
INITIALS_LAST = rf"(?:\p{{Ll}}{{2,3}}\s){{0,2}}{FAMILY}(?:\s{FAMILY})?\s\p{{Lu}}{{1,4}}(?:-\p{{Lu}})?"
YEAR_BEHIND = regex.compile(
    rf"{INITIALS_LAST}(?:,\s{INITIALS_LAST})*(?:,?\set\sal\.?)?(?:\s\(eds?\.?\))?\s\((?:1[5-9]|20)\d\d[a-h]?\)\.?\s(?=[\p{{Lu}}\d“\"‘])"
)
DATE_BEHIND = regex.compile(  # John Markov. October 21, 1992. [Plan …](https://…). · Beth Blauer. 2012. Why Facts Must Guide Choices …
    r"(?P<names>\p{Lu}[^.()\d;:“”\"]{2,40}(?:\.[^.()\d;:“”\"]{2,40}){0,3}?)\.\s(?:(?:\p{L}{3,9}\.?\s)?(?:\d{1,2}(?:,\s|\s\p{L}{3,9}\s))?)"
    r"(?:1[5-9]|20)\d\d\.\s(?=[\p{Lu}“\"‘])"
)
FIELD_NEXT = regex.compile(r"[“\"‘]|[^.;]{10,300}[.?!,]\s[<\p{Lu}\p{Ll}]")
BODY = regex.compile(  # World Meteorological Organization. Scientific Assessment of Ozone Depletion: 2016. …
    r"(?P<name>\p{Lu}[^.,;:()“”\"\d]{6,80})\.\s(?=\p{Lu}[^.;“”\"]{10,200}\.\s\p{Lu}[^;]{4,160}(?:1[5-9]|20)\d\d)"
)
# "“Title”. Site. 7 September 2017." and "Ebihara, Naoto; Fukaumi, Yasushi (2006). …", as in Wikipedia.
WIKI = regex.compile(
    r"[“\"][^“”\"]{4,300}[”\"](?:\s\[[^\[\]]{2,300}\])?\.\s\p{Lu}|(?:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s[^()“”\"]{1,240}?"
    r"|\p{Lu}[^.()“”\"]{2,120}?)(?<!\s(?:1[5-9]|20)\d\d)\s\((?:\d{1,2}\s\p{L}+\s)?(?:\p{L}+\s(?:\d{1,2},\s)?)?(?:1[5-9]|20)\d\d[a-h]?\)\.\s"
)
QUOTES = frozenset("“\"")
# Not of "…; available at https://…", of "Springer; 2006:211-252.", of "Springer; 2002. p. 93-113"
STOP = regex.compile(rf";\s(?!(?:{one_of('available')})\b|(?:1[89]|20)\d\d[.:;,]|\d{{1,4}}\s?(?:\([^()]{{1,12}}\)\s?)?:)|{TOLD}|$")
# The next entry of the same note: "…, 12, 44-55; Swan, J. A. (2019). …"
NEXT_ENTRY = regex.compile(
    rf";\s(?:and\s)?(?={LATIN}[^();“”\"]{{0,160}}\((?:1[5-9]|20)\d\d[a-h]?\)[.,:]?\s)|;\s(?={DATE_BEHIND.pattern})|{TOLD}|$"
)


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, end = context.folded, quoting_work(context.folded, at, end)
    if (context.italics and title_follows(context, at, end)) or is_again(context, at, end):
        return []
    is_closed = ")" in folded[at:end]  # behind a year
    first = WIKI.match(folded, at, end) if is_closed or folded[at] in QUOTES else None
    first = first or (YEAR_BEHIND.match(folded, at, end) if is_closed else None) or _dated_behind(context, at, end)
    if first := first or (IN_ORDER.match(folded, at, end) if folded[at + 1 : at + 2] == "." else None):
        following = NEXT_ENTRY.search(folded, first.end(), end)
        return read_stretch(context, at, following.start() if following else end)
    linked = next((start for start, _, _ in context.links if folded.endswith((". ", ": "), at, start) and start < end), at)
    if at < linked and is_body(context.text[at : linked - 2], context):  # U.S. Census Bureau: [Publishing Results](https://…). Accessed …
        return read_stretch(context, at, end)
    body = BODY.match(folded, at, end)
    if not any(pattern.match(folded, at, end) for pattern in (HEAD, ABBREVIATED)) and not (body and is_body(body["name"], context)):
        return []
    if LATIN_HEAD.match(folded, at, end) and (found := tagged.FORM.read(context, at, end)):
        return found
    stop = next(match.start() for match in STOP.finditer(folded, at, end))
    return read_listed(context) if stop - at == len(folded) else read_stretch(context, at, stop)


def _dated_behind(context: Context, at: int, end: int) -> regex.Match[str] | None:
    """Match a name and a date between full stops: that a title is a link, or that the given name is known, tells that somebody wrote it."""
    dated = DATE_BEHIND.match(context.folded, at, end)
    if dated is None or any(start == dated.end() for start, _, _ in context.links):
        return dated
    people = read_people(context.folded, context.text, at, dated.end("names"), whole=True)
    is_author = people is not None and has_given(people.names[0]) and not context.outlet(dated["names"])
    titled = FIELD_NEXT.match(context.folded, dated.end(), end)
    is_told = titled is None or not VERBS.isdisjoint(titled[0].split(" "))  # Peter Jackson. 1952. He was born in London, and …
    return dated if is_author and not is_told else None


FORM = Form("listed", read, (". ", "? "))
