"""What leads to a citation and does not belong to it: "see also", "cf.", "For Yeltsin's quote, see"."""

from __future__ import annotations

from collections.abc import Sequence

from cites import lazy_regex as regex
from cites.grammar.dates import read_date
from cites.grammar.lexicon import WORDS, compile_words, first_words, in_names, leading, one_of
from cites.grammar.locator_shapes import AND_WHAT
from cites.grammar.person import SMALL, is_given
from cites.grammar.publisher_places import is_place
from cites.grammar.separators import skip
from cites.knowledge import load

OPENS = r"(?:[\p{Lu}\p{Lo}“\"‘«„]|'(?=\p{Lu}))"  # a name or a title
BETWEEN = r"(?:e\.g\.,?\s|for\sexample,?\s|p\.\sex\.,?\s|inter\salia,?\s|generally\s)?"  # a signal and what it leads to
SIGNAL = compile_words(
    rf"(?:(?!in\sre\s|accord\s(?-i:d[eu]s?)\s)(?:see(?=\s(?-i:Further)\s)|{one_of('signals')}"  # See Further Details on Modular Contracting
    r"|v\.(?=\s(?:[“\"«]|www\.|https?:)|,\sp\.\sex\.)"  # v. “La presse”, not v. Berg
    rf")\s?[,:]?\s{BETWEEN})+"
    r"(?=[\p{Lu}\d“\"‘«„《『@\p{Han}\p{Cyrillic}]"
    r"|www\.|http|t\.me|\p{Ll}+\.\p{Ll}{2,4}\b"  # see lenta.ru
    r"|ibid|al-|the\s\p{Lu}|'\p{Lu}"
    rf"|(?:{SMALL})\s(?:\p{{Ll}}{{2,3}}\s)?\p{{Lu}}"  # see van der Berg
    r"|author|conversation|interview"
    r"|[eî]?\p{Ll}\p{Lu})"  # see iStories
)
SIGNAL_WORDS = first_words("signals") | {"v"}
FAMILY_NEXT = regex.compile(r"\s\p{Lu}[\p{L}-]+,\s[“\"‘]")  # Anders Berg, “On Ships”: no signal
LEAD_WORDS = frozenset(load()["leads"])
DONE = rf"(?:{one_of('leads.be')})\s(?:\p{{Ll}}+\s)?(?:{one_of('leads.done')})\s(?:{one_of('leads.by')})"  # was first reprinted by
KEPT = rf"(?:{one_of('leads.kept')})\s(?:of\s[\p{{Ll}}\s]{{3,40}}\s)?(?:{one_of('leads.be')})\sin"  # The list of members is in Berg
VERSION = (  # A fuller version is in Berg · The classic study of cranes remains Berg
    rf"(?:{one_of('leads.which')})\s(?:\p{{Ll}}+\s){{0,2}}(?:{one_of('leads.versions')})\s"
    r"(?:(?:of|on|to|in)\s[^“”\"«»„;.()\d]{3,80}?\s)?"
    rf"(?:{one_of('leads.be')})(?:\sstill)?(?:\s(?:that\sof|in))?"
)
LEAD = compile_words(  # For the text see Berg
    r"\p{L}+\b[^“”\"«»„;.()\d]{0,170}?[\s,]"
    rf"(?:{one_of('leads.to')}|{one_of('see')}|(?<=,\s)v\.|{DONE}|{KEPT}|{VERSION})[,:]?\s(?={OPENS}|\d+\s\p{{Lu}})"
)
LEAD_QUOTED = regex.compile(  # On “practical knowledge” and ballooning, see Marie Thébaud-Sorger, “…
    rf"{in_names('leads.quoted')}\s(?:[^;.()\d]{{3,160}}?[,\s]{one_of('see')}(?:,?\s{one_of('leads.also')},?)?"
    rf"|{one_of('leads.of_it')}\s(?:\p{{Ll}}[\p{{Ll}}'-]*\s?){{1,6}}[,:]"  # On the relays, ‘Las charlas’
    r"|(?-i:\p{Lu})[\p{L}-]+'s?(?:\s(?-i:\p{Ll}+)){1,4},)"  # On FitzAlan's office, Katharine Anderson, …
    rf"\s(?={OPENS})"
)
COLON = regex.compile(  # "this was carried by every paper: Gazeta, May 3" · "full text: kremlin.ru, May 3"
    rf"\s*\p{{Ll}}{{3,}}\s?[^“”\"«»„,;:.()\d]{{0,80}}:\s(?={OPENS}|[\p{{Ll}}\d-]+\.\p{{Ll}}{{2,3}}\b)"
)
LABEL = compile_words(rf"(?:{one_of('source_labels')})\s?:\s?")  # "Quelle: dpa, 12.03.2014"
LABEL_WORDS = first_words("source_labels")
HAN = regex.compile(r"(?:转?引自|[参參詳详另又]?[见見]于?|[参參]看|据)[:,]?\s?(?=[《『「])")  # 参见《光明日报》
WHERE = regex.compile(rf"\p{{Ll}}+(?:\s\p{{Ll}}+){{0,3}}\s?:\s(?={OPENS})")  # "See " before "his preface: "
# After what a full stop ends no sentence: "Gen. Berg", "op. cit.", "(J. Berg".
SHORT = r"(?<!\b(?:Parl|Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Prof|Jr|Sr|vs?|No|Nos|Supp|op|cit|ed|eds|trans|vol))(?<!(?:[(-]\s?|\s)(?-i:\p{Lu}))"
BOUNDARY = compile_words(
    regex.shapes(
        ("; ", r"(?P<semicolon>;\s?)"),
        (
            "It was said⟨. ⟩Berg",  # the end of a sentence
            rf"(?P<stop>(?<=[\p{{Ll}}\d)\]”’\"'%]){SHORT}\.[”\"’']?\s(?=[\p{{Lu}}“\"‘«„\d]|<http))",
        ),
        (
            "…⟨ quoted in ⟩Berg",
            rf"(?P<signal>[\s(](?:{one_of('see', 'quoted')}|(?<=,\s)v\.),?:?\s(?={OPENS}|\d{{1,3}}\s(?:U\.S\.C|C\.F\.R)\.))",
        ),
        ("S. 176⟨ - ⟩ebd., S. 178", rf"(?P<dash>\s-\s(?={one_of('ibid', 'idem', 'see')}))"),
        ("a letter⟨ ⟩“Title”", r"(?P<quote>\s(?=[“«„](?-i:[\p{Lu}\p{Lo}\d])))"),
        (
            'the president⟨, ⟩"Постимеэс", Эстония, 24.03',
            r"(?P<paper>,\s(?=[\"«](?-i:\p{Lu})[^\"»,]{2,40}[\"»],\s(?:(?-i:\p{Lu})\p{L}+,\s)?\d))",
        ),
        flags=WORDS,
    )
)
ANOTHER = regex.compile(  # "Watkin (n 18) 652 and Crain (n 8) 700" · "Dulac 2011 and, for Bolivia, Goldstern" · "S. 176 - ebd., S. 178"
    rf",?\s{one_of('joins', 'joins.also')}"
    r"(?:,?\s(?:for|on|für|zu|pour|sur)\s[^,;.()]{3,40},)?"  # and, for Bolivia,
    rf"{AND_WHAT}"  # and, more recently, · and the reply in
    r"(?:\s(?:of|by|in|from|on))?\s(?=[\p{Lu}“‘]|\d{1,3}\s(?:U\.?S\.?C|C\.?F\.?R)\b)"  # and by Goldstein · and 22 U.S.C. § 3104
    r"|\s-\s(?=\p{L})"
)
JOINED = compile_words(rf"(?-i:{one_of('joins')}),?\s(?={OPENS}|(?:{one_of('see')})\s)")  # "op. cit., p. 4 ; et G. Le Bouëdec"
TO_NOTE = rf"(?:{one_of('see', 'see.short')})\s(?:{one_of('notes.above')}\s)?(?:{one_of('notes')})\s\d{{1,3}},?\s"
ABOVE = compile_words(rf"{TO_NOTE}(?=(?-i:\p{{Lu}})[^;()]{{2,80}}\scit\.)")  # "V. nota 5, L. Cervelli, cit.": the other note is not cited
FOR_WHAT = compile_words(  # "See, for the attribution to Lothian, A.J.P. Tyler" · "Vgl. zum ganzen Abschnitt Gouldin, Cecil, Michelangelo"
    rf"(?:{one_of('see', 'see.short')})(?:,\s(?:for|on)\s(?!(?:example|instance)\b)[^,;.()“”\"\d]{{3,80}},\s"
    r"|\s(?:zum|zur|zu)\s(?-i:\p{Ll}+\s){0,3}(?-i:\p{Lu}\p{Ll}+)?:?\s)"
    r"(?=(?-i:\p{Lu}(?:\p{Ll}+\s|\.[\s-]?)){1,3}(?-i:\p{Lu})[\p{L}'-]+,\s|(?-i:\p{Lu})[\p{L}-]+,\s(?-i:\p{Lu})[\p{L}.]+,\s)"
)
SEE_WORDS = first_words("see", "see.short")
ABOUT = regex.compile(  # for the Sahel, Ann Berg and Jo Lind, Web Trafficking; not "For Whom the Bell Tolls, Ernest Hemingway"
    r"(?:[Ff]or|[Oo]n)\s(?:the\s)?(?P<thing>[^,;:.()“”\"\d]{3,60}),\s"
    r"(?P<given>(?:\p{Lu}\.[\s-]?){1,3}(?=\p{Lu}\p{Ll})|\p{Lu}[\p{L}-]+)[^,;()\d]{2,60},\s(?P<title>[“\"‘«„\p{Lu}])"
)
IN_BOOK = compile_words(  # "No livro Counterfeit Gods (Dutton, 2009)", "In his book The Long Road"
    rf"(?:{one_of('in_book.before')})\s?(?:(?:{one_of('possessives', 'articles')})\s)?(?:{one_of('in_book.works')})\s"
    r"(?=(?-i:\p{Lu})|[“„«\"])"
)
IN_BOOK_WORDS = first_words("in_book.before")
QUOTING = regex.compile(  # Minutes, 1/29/1700⟨ quoted in ⟩J. W. Frost · The Future of Europe, report⟨. Cited in ⟩Mertens
    rf",?\s(?:(?<=[.,)”\"'»]\s)(?i:{one_of('quoted')})|{one_of('quoted')})\s(?=[\p{{Lu}}“\"‘«„])"
)
MAX_SAYING = 300  # code points before its colon; it has nineteen words
PLAIN = regex.compile(r"[\p{L}\d\s,'-]++")  # all that stands in what follows before its colon: a quick look
SAYING = compile_words(
    regex.shapes(
        (
            "⟨For the position of the museum, as its chairman put it: ⟩Berg",
            rf"\s*(?-i:{in_names('leads.quoted')}(?:\s\p{{Ll}}+){{2}}(?:,?\s[\p{{L}}'-]+){{0,14}}\s?:\s)(?={OPENS})",
        ),
        (
            "⟨Start with this one: ⟩Berg",
            rf"\s*(?-i:\p{{Lu}}\p{{Ll}}+(?:'s)?(?=[^:]*\b{one_of('sentences.small')})(?:,?\s[\p{{Ll}}\d'-]+){{1,18}}\s?:\s)(?={OPENS})",
        ),
        (
            "⟨As Sweden did: ⟩Berg",  # The High Commissioner was bolder:
            rf"\s*(?-i:{in_names('sentences.subjects')}(?:\s[\p{{L}}'-]+){{0,6}}?\s{one_of('sentences.verbs')}(?:\s\p{{Ll}}+){{0,3}}\s?:\s)"
            rf"(?={OPENS})",
        ),
        (
            "⟨Dazu ist noch zu sagen: ⟩Berg",
            rf"\s*(?-i:\p{{Lu}}\p{{L}}+(?=[^:.]*\b{one_of('sentences')})(?:\s[\p{{L}}'-]+|,\s\p{{Ll}}[\p{{L}}'-]*){{3,25}}\s?:\s)(?={OPENS})",
        ),
        ("⟨Russian wording: ⟩“Who", r"\s*(?-i:\p{Lu}\p{Ll}+(?:,?\s[\p{Ll}'-]+){1,8}\s?:\s)(?=[“\"‘«„@]|https?:)"),
        flags=WORDS,
    )
)


def skip_signals(folded: str, at: int, end: int, italics: Sequence[tuple[int, int]] = ()) -> int:
    """Return where the citation itself begins: after "See also " in "See also Mikhail Barabanov".

    No colon amid italics leads to it: "For the machine there is Berg's *Dialysis: A History*".
    """
    at = skip(folded, at, end, " ,.;:")
    if at < end and folded[at] > "\u4e00" and (han := HAN.match(folded, at, end)):
        return han.end()
    if folded.endswith("; ", 0, at) and (joined := JOINED.match(folded, at, end)):
        at = joined.end()
    word = leading(folded, at)
    if word in LABEL_WORDS and (label := LABEL.match(folded, at, end)):
        return label.end()
    lead = LEAD.match(folded, at, end) or LEAD_QUOTED.match(folded, at, end) if word in LEAD_WORDS else None
    if word in SIGNAL_WORDS and not (FAMILY_NEXT.match(folded, at + len(word)) and is_given(word.capitalize())):
        lead = lead or SIGNAL.match(folded, at, end)
    if lead and folded[lead.end() - 2] == "," and (date := read_date(folded, lead.end(), end)) and date.has_day:
        return at  # "Veja, 1 Jan.": a magazine
    lead = lead or (IN_BOOK.match(folded, at, end) if word in IN_BOOK_WORDS else None)
    if word in SEE_WORDS:
        lead = FOR_WHAT.match(folded, at, end) or lead or ABOVE.match(folded, at, end)
    if lead:
        lead = WHERE.match(folded, lead.end(), end) or lead
    elif word in ("for", "on") and (about := ABOUT.match(folded, at, end)) and _is_person_next(about, italics):
        return about.start("given")
    elif (colon := folded.find(":", at, min(end, at + MAX_SAYING))) > 0:
        lead = COLON.match(folded, at, end) or (SAYING.match(folded, at, end) if PLAIN.fullmatch(folded, at, colon) else None)
    if lead and folded[lead.end() - 2] == ":" and any(start < lead.end() < stop for start, stop in italics):
        return at
    return lead.end() if lead else at


def _is_person_next(about: regex.Match[str], italics: Sequence[tuple[int, int]]) -> bool:
    """True for somebody behind what a work is about; a sentence that begins with a capital must lead to quotation marks or italics."""
    is_person = about["given"][-1] in ". " or is_given(about["given"]) or is_place(about["thing"])
    is_apart = about["title"] in '“"‘«„' or any(start == about.start("title") for start, _ in italics)
    return is_person and (is_apart or about[0][0].islower())


def quoting_work(folded: str, at: int, end: int) -> int:
    """Return where the work is announced in which another one is quoted."""
    quoting = QUOTING.search(folded, at, end)
    return quoting.start() if quoting else end


def next_boundary(folded: str, at: int, end: int) -> int:
    """Return the next place where a citation may begin after something that is none."""
    match = BOUNDARY.search(folded, at + 1, end)
    return match.end() if match else end
