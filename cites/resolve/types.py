"""What kind of work it is, in the types of CSL: by what is printed, by the form, and by what is known of the outlet."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import has_day, is_month, is_year
from cites.grammar.genres import bare_genre, is_report
from cites.grammar.journals import spell_out
from cites.grammar.kinds import BLOG, HANDBOOK, HOUSE, JOURNAL, JOURNAL_OF, MEETING_WORD, NUMBERED_SERIES, PAPERS, PROCEEDINGS_WORD, STATION
from cites.grammar.lexicon import any_of, in_names, one_of
from cites.grammar.sources import ACCOUNT_NEXT, body_of, is_body, is_station, lookup
from cites.grammar.urls import is_site
from cites.knowledge import BODIES, load, load_courts
from cites.model import Outlet, Reference
from cites.outlets import Outlets

GENRES = load().genres
PRESS_TYPES = frozenset({"article-newspaper", "article-magazine", "webpage", "post-weblog", "broadcast", "post"})
SERIALS = PRESS_TYPES | {"article-journal"}
FIRST_WEB = "1991"  # the year before which nothing was a page of the web
WEB_PAPERS = "2009"  # the year from which a think tank's work by people is more often a paper than a book
PROCEEDINGS = regex.compile(
    regex.shapes(
        (
            "⟨Proceedings of the 22nd ACM Conference⟩ on Computer Security",  # Fifth International AAAI Conference on Weblogs
            rf"(?i:\b(?:{PROCEEDINGS_WORD}|International|Annual|World|\d{{1,3}}(?:st|nd|rd|th))\b.*\b{MEETING_WORD})",
        ),
        ("Proceedings of ANTS 2002", rf"\b(?i:{PROCEEDINGS_WORD}\sof)\s.*(?:\b(?:19|20)\d\d|\p{{Lu}}{{3}})"),
        ("⟨2019 IEEE Conference⟩ on Robotics", rf"^(?:19|20)\d\d\s.*\b(?i:{MEETING_WORD})"),
        ("Digital Humanities 2007: ⟨Conference Abstracts⟩", rf"\b(?i:{one_of('meetings.books')})"),
    )
)
TREATY = regex.compile(r"(?:Treaty|Convention|Covenant|Protocol|Agreement)\s(?:on|of|between|for|to|concerning)\s")  # signed at a place
NUMBERED_ACT = regex.compile(  # Law No. 13 of 2003 concerning Manpower · Regulation (EU) 2016/679 on the Protection of Natural Persons
    rf"(?:\p{{Lu}}\p{{L}}+\s){{0,2}}{in_names('things.acts')}\s(?:\(\p{{Lu}}{{2,4}}\)\s)?(?:[Nn]o\.?\s)?(?:\p{{Lu}}{{2}}\s)?\d+[/ ]\S"
)
HEARINGS = regex.compile(r"\bHearings?\b")  # The SALT II Treaty: Hearings, of which a testimony is cited
DOI_ADDRESS = regex.compile(r"//(?:dx\.)?doi\.org/10\.")
SAID = frozenset({"speech", "document", "hearing"})  # what bodies give out on their sites
SAID_BY = frozenset("at by delivered before to".split())
PROGRAMME_WORDS = 5
SPAN = regex.compile(r"\p{L}*(?P<first>\d+)[-–]\p{L}*(?P<last>\d+)")  # 145–154 · S17–S26
FEWEST_PAGES = 4  # of an article, which are hardly all cited at one place
NEWS = regex.compile(rf"\b{any_of(load()['stations.news'])}", regex.IGNORECASE)  # of a station's site: BBC News, Channel NewsAsia
LETTER = regex.compile(  # Letter to British Movietone, with its day
    rf"(?=\p{{Lu}})(?i:{one_of('letters')})\s(?:to|from)\s(?:the\s)?(?:\p{{Lu}}|author\b)"
)
HEARD = regex.compile(  # as the MLA has it
    rf"(?=\p{{Lu}})(?i:(?:{one_of('spoken.how')}\s)?interview)(?:\s(?:by|with|of)\s.+)?"
)


def tell_type(reference: Reference, matched_by: str, outlets: Outlets) -> str:
    """Return the CSL type of a work: a title with volume and year in an unknown container is an "article-journal".

    Source: CSL 1.0.2 specification, appendix III.
    """
    outlet = _container(reference, outlets)
    is_press = outlet is not None and outlet.type in PRESS_TYPES and outlet.kind not in BODIES
    kind = _of_genre(reference.genre) if reference.genre else ""
    if kind and (kind == "broadcast" or not is_press or reference.event_title):
        if kind == "paper-conference" and not reference.event_title:
            return "report" if reference.publisher else "document"
        if reference.container_title and kind in SAID and not (reference.author or reference.title or reference.event_title):
            return "webpage"  # ECOWAS communiqué, 27 January; WHO, statement of 3 May
        if kind in ("hearing", "speech") and HEARINGS.search(reference.title):
            return "hearing"
        is_talk = kind == "hearing" and not (reference.number or any(name.literal for name in reference.author))
        return "speech" if is_talk else kind
    if reference.container_title:
        if not (outlet or reference.title) and is_report(reference.container_title) and body_of(reference.container_title, outlets):
            return "report"  # SIPRI Fact Sheet
        return _contained(reference, outlet)
    return _alone(reference, matched_by, outlets)


def _container(reference: Reference, outlets: Outlets) -> Outlet | None:
    printed = reference.container_title
    outlet = lookup(printed, outlets) if printed else None
    return outlet or (lookup(spelt, outlets) if printed.endswith(".") and (spelt := spell_out(printed)) else None)


THESIS_ENDS, THESIS_BEGINS = load()["theses.ends"], load()["theses.begins"]


def _of_genre(genre: str) -> str:
    folded = bare_genre(genre).replace("’", "'")
    if folded.endswith(THESIS_ENDS) or folded.startswith(THESIS_BEGINS):
        return "thesis"
    words = folded.split(" ")
    ends = (" ".join(words[first:]) for first in range(len(words) if len(words) > 2 else 1))  # executive briefing presentation
    return GENRES.get(genre.casefold()) or next((GENRES[end] for end in ends if end in GENRES), "")


def _contained(reference: Reference, outlet: Outlet | None) -> str:
    """Tell what has a container: an issue or an item of a serial, or a part of something else."""
    if reference.container_title in load_courts().gazettes:
        return "legislation"
    if reference.number and reference.publisher and PAPERS.search(reference.container_title):
        return "report"  # Crisis Group Middle East Report N°246, though a magazine has that name
    if not reference.title:
        return _untitled(reference, outlet)
    if is_station(reference.container_title, outlet) and _is_programme(reference):
        return "broadcast"
    is_volume = outlet is not None and outlet.kind in BODIES and reference.volume and reference.issue and reference.page
    if outlet and outlet.kind != "publisher" and outlet.type in SERIALS and not is_volume:  # Pacific Community 7, no. 3: 311–30
        return outlet.type
    return _part(reference, outlet)


def _is_programme(reference: Reference) -> bool:
    """True for what was on the air: a short title, nobody who wrote it, no address: “Politics Today”, Channels TV, 26 February."""
    is_short = reference.title.count(" ") < PROGRAMME_WORDS and not NEWS.search(reference.container_title)
    return is_short and not (reference.author or reference.url or reference.page or reference.genre)


def _untitled(reference: Reference, outlet: Outlet | None) -> str:
    """Tell what is called by its source alone: "Interfax, January 26"."""
    name = reference.container_title
    if ACCOUNT_NEXT.match(name) or name.startswith("@"):
        return "webpage"
    if is_station(name, outlet) and (STATION.search(name) or not ((outlet and outlet.domains) or NEWS.search(name))):
        return "broadcast"  # also of a station that has no site: "Rossiya 1, 3 May"
    if outlet and outlet.kind != "publisher":
        return outlet.type if outlet.type in SERIALS else "webpage"
    if (reference.issue or reference.volume) and not has_day(reference.issued):
        return "article-journal"
    return "webpage" if is_site(name) or is_body(name) else "article-newspaper"


def _part(reference: Reference, outlet: Outlet | None) -> str:
    """Tell what is part of something that nobody knows, by the fields that it has."""
    container, dated = reference.container_title, has_day(reference.issued)
    if PROCEEDINGS.search(container) and not (reference.volume or reference.issue):
        return "paper-conference"
    if reference.publisher and not reference.volume and PAPERS.search(container):
        return "report"
    is_visited = bool(reference.accessed or reference.url) and not (reference.issued or reference.page)
    is_printed = bool(reference.publisher or reference.publisher_place) and not is_visited
    if reference.editor and not is_printed and (JOURNAL.search(container) or (reference.volume and reference.issue)):
        return "article-journal"  # of its special issue
    if reference.editor or (is_printed and not (reference.number or reference.volume or dated)):
        return "report" if reference.genre else "chapter"
    is_series = PAPERS.search(container) or (reference.number and not reference.volume and NUMBERED_SERIES.search(container))
    is_article = reference.volume and reference.issue and reference.page and not reference.publisher  # Climate Change Reports 1(3), 144–154
    if (reference.number and reference.publisher) or ((reference.issue or reference.number) and is_series and not is_article):
        return "report"
    if PAPERS.search(container) and not reference.volume and any(name.literal for name in reference.author):
        return "report"  # World Bank, *Institutions in Action*, GovTech Brief
    if reference.volume and is_printed and not (reference.issue or dated or JOURNAL.search(container)):
        return "chapter"  # in volumes: “Kadı,” İslâm Ansiklopedisi, vol. 23 (Istanbul, 2002), 65–68
    if reference.volume or (reference.issue and not dated):
        return "article-journal"
    if is_report(reference.title) and is_body(container):
        return "report"  # “2014 Full Year Report,” Nigerian Ports Authority, accessed 27 August 2016
    if HANDBOOK.search(container) and not dated and not reference.accessed:
        return "chapter"
    is_paged = _is_paged(reference) and not is_body(container)  # “Tokens and Writing,” SCRIPTA (2009): 145–154, http://…
    if DOI_ADDRESS.search(reference.url) or (JOURNAL_OF.search(container) and not dated) or is_paged:
        return "article-journal"
    if ((reference.url or reference.accessed) and not dated) or is_site(container):
        return "webpage"
    if reference.doi or (is_month(reference.issued) and reference.page and JOURNAL.search(container)):
        return "article-journal"  # BIS Quarterly Review, March 2018, pp. 67-80
    if BLOG.search(container):
        return "post-weblog"
    if dated or is_month(reference.issued.partition("/")[0]):
        return "article-newspaper"
    if reference.page or JOURNAL.search(container):
        return "article-journal"
    return "chapter" if reference.issued else "webpage" if reference.url and not outlet else "article-journal"


def _is_paged(reference: Reference) -> bool:
    """True for what stands on some pages of something printed, and has a year: a page or two may be those that are cited."""
    span = SPAN.fullmatch(reference.page) if is_year(reference.issued) and not reference.accessed else None
    return span is not None and int(span["last"]) - int(span["first"][-len(span["last"]) :]) not in range(FEWEST_PAGES)


def _is_older_book(reference: Reference) -> bool:
    """True for what people wrote and a think tank printed with a place, before such bodies put their papers on the web: a guess."""
    printed = reference.publisher and reference.publisher_place and not (reference.number or reference.genre or reference.url)
    people = any(name.family for name in reference.author)
    return bool(printed) and people and is_year(reference.issued) and reference.issued < WEB_PAPERS


def _is_site(reference: Reference, body: str, outlets: Outlets) -> bool:
    """True for what a site wrote that is no known body and has no word of one: "CANALTECH. Brasil lidera em edtechs. 2025. https://…"."""
    if not (body and reference.url) or reference.publisher or reference.number or reference.genre:
        return False
    known = lookup(body, outlets)
    return known is None and not is_body(body)


def _is_said(reference: Reference) -> bool:
    """True for what a person said on a day, by its title: "Jake Sullivan, “Remarks on Trade,” Warsaw, 26 March 2022"."""
    person = any(name.family for name in reference.author)
    if not (person and has_day(reference.issued)) or reference.publisher:
        return False
    words = reference.title.casefold().split()
    is_led = len(words) > 2 and words[1] in SAID_BY and GENRES.get(words[0]) == "speech"  # Address by the President, with its address
    return is_led or (bool(reference.publisher_place) and any(GENRES.get(word) == "speech" for word in words))


def _alone(reference: Reference, matched_by: str, outlets: Outlets) -> str:
    outlet = lookup(reference.publisher, outlets) if reference.publisher else None
    body = next((name.literal for name in reference.author if name.literal), "")
    press = lookup(body, outlets) if body and not reference.publisher else None
    if press and press.type in PRESS_TYPES and press.kind not in BODIES:
        return press.type  # "Reuters. (2020, March 3). Oil falls again."
    is_dated = has_day(reference.issued) and not reference.publisher
    if body and NUMBERED_ACT.match(reference.title):
        return "legislation"
    if is_dated and matched_by in ("entry", "tagged") and LETTER.match(reference.title):
        return "personal_communication"
    if is_dated and matched_by in ("entry", "tagged", "book", "bluebook") and HEARD.fullmatch(reference.title):
        return "interview"
    if matched_by in ("book", "entry", "tagged", "gost"):
        return _unquoted(reference, matched_by, body, press, outlets)
    if reference.event_title or _is_said(reference):
        return "speech"
    if TREATY.match(reference.title) and reference.publisher_place and not (reference.author or reference.publisher):
        return "treaty"
    if body and reference.url.endswith(".pdf") and is_body(body):
        return "report"
    if reference.url and (has_day(reference.issued) or not reference.publisher):
        return "webpage"
    if outlet and outlet.kind == "publisher":
        return "book"
    if reference.publisher:
        if outlet and outlet.kind in ("think-tank", "international", "ngo"):
            return "report"
        return "document" if has_day(reference.issued) and not reference.publisher_place else "report"
    if body and matched_by == "titled" and reference.issued and not reference.publisher_place:
        return "webpage" if has_day(reference.issued) and not reference.number else "report"
    is_book = matched_by == "titled" and reference.publisher_place and reference.author and reference.issued[4:] == ""
    # Kitty Hart, „Wo die Hoffnung erfriert“, Leipzig 2002
    return "book" if is_book else "report" if is_report(reference.title) else "document"


def _unquoted(reference: Reference, matched_by: str, body: str, press: Outlet | None, outlets: Outlets) -> str:
    """Tell a book from a report and a page of the web; body: the one that wrote it, press: what it is as an outlet."""
    outlet = lookup(reference.publisher, outlets) if reference.publisher else None
    if _is_older_book(reference):
        return "book"
    if _is_site(reference, body, outlets):
        return "webpage"
    # Oppenheim, *International Law*, vol. I (8th edn, 1955)
    is_surname = body and press is None and " " not in body and not body.isupper() and not is_body(body)
    if is_surname and (reference.volume or reference.edition) and not reference.url:
        return "book"
    if (outlet and outlet.kind in BODIES) or (body and not (outlet and outlet.kind == "publisher")) or reference.number:
        return "report"
    if reference.url and not reference.publisher_place and outlet is None and is_body(reference.publisher):
        return "book" if HOUSE.search(reference.publisher) else "report"  # of an association, on its site
    is_bare = not (reference.publisher or (reference.publisher_place and not has_day(reference.issued)))
    is_of_web = matched_by != "book" or not "" < reference.issued[:4] < FIRST_WEB
    return "webpage" if (reference.url or has_day(reference.issued)) and is_bare and is_of_web else "book"  # no book has a day
