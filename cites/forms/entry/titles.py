"""The title of a work of a list, in quotation marks or up to the period that ends it."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms.form import Context, Item
from cites.grammar.genres import OF_REPORT
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.preprints import ARXIV
from cites.grammar.prose import ABBREVIATED
from cites.grammar.titles import goes_on, quoted_at
from cites.knowledge import load

TITLE_END = regex.compile(
    regex.shapes(
        (
            "⟨, ⟩2nd edition",
            r",\s(?=(?:\d+(?:st|nd|rd|th)|rev(?:ised|\.)|enlarged|expanded|updated|new|second|third)\s(?:edn|ed\b|edition))",
        ),
        ("⟨. ⟩Oxford", rf"[.?!]\s(?=[\p{{Lu}}\d“\"‘(\[«]|https?:|{ARXIV}[\s:.,])"),
        ("Title⟨.⟩", r"\.$"),
        ("Title⟨⟩", r"$"),
        ("⟨, ⟩in: Handbuch", r",\s(?=in:?\s\p{Lu}|pp?\.|S\.|vol\.|Bd\.|no\.)"),
        (
            "⟨ ⟩(Oxford: Clarendon, 1957)",  # (Vol. 2) · (1998) · (Suhrkamp, 1979) · (2nd ed.)
            r"\s(?=\((?:Vol(?![^()]*\):)|(?:1[5-9]|20)\d\d[a-h]?[),]|\p{Lu}[\p{L} .,-]+:|\p{Lu}[^():]{3,60},\s(?:1[5-9]|20)\d\d\)"
            rf"|(?:{OF_REPORT})\)|\d+(?:st|nd|rd|th)\sed))",
        ),
        ("⟨, ⟩available at: https://…", rf",\s(?=(?:(?i:{one_of('available')})(?:\sat)?:?\s)?<?https?://)"),
        ("⟨ ⟩https://…", r"\s(?=<?https?://)"),
        ("⟨ ⟩In: Handbuch", r"[.,]?\s(?=In:?\s\p{Lu}|//)"),
        ("⟨, ⟩„Studia”, nr 3", r",\s(?=[„«]\p{Lu}[^”»“]{2,80}[”»“],?\s(?:nr|Nr|t\.|vol|R\.|z\.|\d))"),
    )
)
SENTENCE_CASE = regex.compile(r"[^.,(?!]*\s\p{Ll}{4,}[^.,(?!]*\s\p{Ll}{4,}")
GENRE_NEXT = regex.compile(r"\s(?=[\[(](?P<genre>[^,\])]{4,40})[,\])])")  # Remittances [Doctoral dissertation, University of Leeds]
ROLE_NEXT = compile_words(  # (T. Burger, Trans.)
    rf"\s(?=\((?-i:\p{{Lu}})[^()]{{3,80}},\s(?:{one_of('editors.after', 'translators.after')})\)$)"
)
SUBTITLE = regex.compile(r":\s\p{Lu}[^.\d]{5,120}\.\s\p{Lu}")  # of ‘Everything Is Under Control’: Moscow Braces for Snow. The Daily …
SUBTITLE_BEHIND = regex.compile(  # Krell, Gert (2017): Leitbilder und Weltpolitik. Eine Einführung. 5. Aufl., Baden-Baden: Nomos
    r"\.\s(?!In:?\s)\p{Lu}[^.:;()\d]{8,140}(?:[.,]\s\d{1,2}\.,?\s(?:[\p{L}.]+\s){0,3}Aufl|\.\s\p{Lu}[^.:;()\d]{2,30}:\s\p{Lu})"
)
# "Friends with Benefits? Russian-Chinese Relations. Moscow: …" · "… Consistent? A Review. American Review, 101(3)"
PLACED_LATER = regex.compile(r"[^.?!]{5,140}\.\s\p{Lu}(?:[^.:]{2,30}:\s|[^.;:()\d]{3,80},?\s\d{1,4}\s?\()")
GENRES = load().genres


class Title(NamedTuple):
    """A title, and where what follows it begins."""

    item: Item
    end: int
    quoted: bool


def read_title(context: Context, at: int, end: int) -> Title:
    """Return the title that begins at `at`, in quotation marks, in italics or up to what ends it."""
    folded, text = context.folded, context.text
    quoted = quoted_at(folded, at, end)
    if quoted and not goes_on(folded, quoted) and not SUBTITLE.match(folded, quoted.stop, end):
        return Title(Item.cut("title", text, (quoted.start, quoted.end)), quoted.stop, quoted=True)
    stop = _before_imprint(context, at, _title_end(context, at, end))
    return Title(Item("title", text[at:stop].rstrip(" .,"), at, stop), stop, quoted=False)


def _title_end(context: Context, at: int, end: int) -> int:
    for start, finish in context.italics:
        if at - 1 <= start <= at + 1:
            return finish
    for start, finish, _ in context.links:
        if at - 1 <= start <= at + 1 and finish < end and " " in context.folded[start:finish]:
            return finish
    for match in TITLE_END.finditer(context.folded, at + 2, end):
        where = match.start()
        mark = context.folded[where : where + 1]
        if mark == "." and ABBREVIATED.match(context.folded, where):
            continue
        if mark == "." and context.folded[at - 2] == ":" and SUBTITLE_BEHIND.match(context.folded, where, end):
            continue
        if mark in ("?", "!") and any(later.match(context.folded, where + 2, end) for later in (PLACED_LATER, SENTENCE_CASE)):
            continue  # "Discomfiture of democracy? The 2005 election crisis in Ethiopia, African Affairs 105"
        return min(end, where + (mark in ("?", "!")))
    return end


def _before_imprint(context: Context, at: int, stop: int) -> int:
    """Return where a title ends before its genre in brackets, or before a publisher and a place that only commas part from it."""
    for match in GENRE_NEXT.finditer(context.folded, at + 2, stop):
        if match["genre"].casefold() in GENRES:
            return match.start()
    role = ROLE_NEXT.search(context.folded, at + 2, stop)
    return role.start() if role else stop
