"""A work by its number, or by who made it and what it is: "GAO-19-321, 27", "FM 3-0, 6-44", "Ricci interview, 5", "Kennan to Marshall".

Every word of it stands in one full citation that was met, or is short for words there; nothing else tells that it is a citation.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms.echoes import SMALL, Echo, Word, is_initials, words_in
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.short.supra import BACK
from cites.grammar.called import initials
from cites.grammar.dates import MONTHS, read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.locators import read_locator
from cites.grammar.titles import CLOSERS, find_quote
from cites.knowledge import load
from cites.model import Name

PLACE = (
    r"(?:(?:(?:\p{Ll}{1,10}\.?|Bl\.|Abs\.|R[nz]\.|(?:Art(?:icle)?|Annex|Chapter|Part|Principle|Section|Schedule|Table)s?\.?|\p{Lu}\.|§§?"
    r"|¶¶?)\s){0,2}"
    r"(?:\p{L}?\d(?:[\p{L}\d.:()-]*[\p{L}\d)])?(?:(?:,\s?|,?\sand\s)\d[\d-]*)*(?:\s?ff?\.?)?|(?:\p{Lu}|[ivxlc]+|[IVXLC]+)(?!\p{L}))"
    r"|preamble|annex(?:es)?|passim)"
)
PIN = regex.compile(rf"{PLACE}(?:,\s{PLACE})?")  # 27 · 2:188 · para. 4 · app. C · fols. 18-22 · 6-44 · op. para. 4 · p. 72, para. 3
END = compile_words(  # what is cited ends there: "…, 26. For the older practice", "…, and PPS/23", "…, again"
    r"\.?(?:$|[;)])|\s\((?-i:\p{Ll})|(?<=\p{L}{4}|\d)\.\s(?=(?-i:\p{Lu}))(?!Aufl|(?:Corp|Co|Inc|Ltd)\.,)"
    rf"|,?\s(?:{one_of('joins')})\s(?=(?-i:\p{{Lu}}))|,\s(?-i:\p{{Ll}}{{4,}})(?![^;]*https?:)[\s.;]"
)
COMMA = compile_words(rf",\s|\sat\s(?=\d)|[.;)!?](?:\s|$)|\s\(|\s(?:{one_of('joins')})\s|(?<!\.)$")
GAP = regex.compile(r",\s|[.!?]\s(?=[\p{L}]{1,2}\.\s\d)|\s(?=at\s\d)")  # ", 27" · ". С. 40" · " at 44"
NUMBER = regex.compile(r"\d")
SPACE = regex.compile(r",?\s")  # (n 18) paras 1.22-1.25
NUMBERED = regex.compile(r"(?=\D*\d\D*\d)(?=.*\p{Lu})[\p{L}\d]+(?:[-/.][\p{L}\d()]+)+")  # GAO-19-321 · PPS/35 · IP/24/501
TO = regex.compile(r"(?P<one>\p{Lu}[\p{L}'-]*)\s(?:to|an|à|al|к)\s(?P<other>\p{Lu}[\p{L}'-]*)")  # Kennan to Marshall
SIGNED = regex.compile(r"\p{L}?\d[\d./-]*\d")  # the number in "C 312", "Nr. 4412", "FM 3-0" and "MS A59"
YEAR = regex.compile(r"(?:1[5-9]|20)\d\d")  # which is a number behind "Res." only
JOIN = regex.compile(r",?\s(?:\p{L}+|&)\s")  # another work goes on behind it
AT = regex.compile(r"\sat\s\d")  # a case in its reports: "419 Md. at 362-65"
BEHIND = compile_words(  # (JenaU 22) · (hereinafter ARSIWA) · , known as the Whitford report
    rf"[,;]?\s[(\[](?:(?:{one_of('hereafter')})\s)?(?:the\s)?[“‘\"']?(?P<label>(?-i:(?:(?:1[5-9]"
    rf"|20)\d\d\s)?\p{{Lu}})[^()\[\]“”‘’\"]{{1,40}})[”’\"']?[)\]]"
    rf"|(?:,\s(?:\p{{Ll}}{{3,}}ly\s)?(?:known|referred\sto|cited\sbelow)\sas|\.\s(?:{one_of('hereafter')})\s(?:cited|referred\sto)\sas)"
    r"\s(?:the\s)?[“‘\"']?(?P<label>(?-i:\p{Lu})[^()\[\]“”‘’\",;.]{1,40})"  # …, para. 12. Hereafter cited as Road Report
)
JOINS = frozenset(load()["joins"])
KINDS = frozenset(load()["echoes"])
LAWS = frozenset(load()["echoes.laws"])
ROLES = frozenset(word.rstrip(".") for word in (*load()["translators.after"], *load()["editors.after"]))
LAWFUL = frozenset({"legal", "united_nations", "decrees"})  # forms of what these words name
LEAST_INITIALS = 3
SURE, LIKELY = 0.9, 0.85
MOST_OF_NAMES = 0.65  # a short form without a number has no more words than this share of what it is short for
LAST = 12  # code points of " (ICCPR)"
MAX = 120  # code points
KNOWN_OUTLET = 0.8  # how far a name is an outlet: "Vesti, 24"


class Called(NamedTuple):
    """By what words a work is called, and what tells that it is one."""

    words: list[Word]
    printed: str
    echo: Echo
    locator: str
    is_over: bool  # nothing else stands in its sentence


def read(context: Context, at: int, end: int) -> list[Draft]:
    """Read what its number tells, or what it is, or its initials."""
    return _read_longest(context, at, end, _how_sure)


def read_phrase(context: Context, at: int, end: int) -> list[Draft]:
    """Read what is nothing but words that stand side by side in one citation: "Accessions Register, fol. 88v"."""
    return _read_longest(context, at, end, _is_phrase)


def _read_longest(context: Context, at: int, end: int, how_sure: Callable[[Context, Called], float]) -> list[Draft]:
    folded = context.folded
    at += len("the ") * folded.startswith("the ", at)  # the Casani report, 31
    first = next(words_in(folded[at : at + 40].split(" ", 1)[0]), None)
    if context.kind != "note" or first is None or folded[at] in CLOSERS or not context.known.echoes.may_begin(first.printed):
        return []
    stops = [match.start() for match in COMMA.finditer(folded, at + 1, context.piece_end(at, end, MAX))]
    found = (_read(context, at, stop, end, how_sure) for stop in reversed(stops))
    return next(([draft] for draft in found if draft), [])


def _read(context: Context, at: int, stop: int, end: int, how_sure: Callable[[Context, Called], float]) -> Draft | None:
    """Read what is called by the words up to `stop`, if nothing but a place in the work follows them."""
    folded = context.folded
    finish, locator = stop, ""
    if back := next((back for gap in (0, 1, 2) if (back := BACK.match(folded, stop + gap, end))), None):
        finish = back.end()
    gap = GAP.match(folded, finish, end) if back is None else SPACE.match(folded, finish, end)
    pin = PIN.match(folded, gap.end(), end) if gap else None
    if pin and END.match(folded, pin.end(), end) and not _is_day(folded, pin, end):
        place = read_locator(folded, context.text, pin.start(), pin.end())
        finish, locator = pin.end(), place[0][0].value if place and place[1] == pin.end() else context.text[slice(*pin.span())]
    over = END.match(folded, finish, end)
    if over is None or folded.count("(", at, finish) != folded.count(")", at, finish):
        return None
    if AT.search(folded, at, stop) or find_quote(folded, at, stop) is not None:
        return None
    words = list(words_in(folded[at:stop] + ("." if folded.startswith(".", stop) else "")))
    if back and len(words) == 1:
        return None  # "Ward, op. cit., p. 50" says more by its note than by its name
    echo = context.known.echoes.find(words)
    is_over = (JOIN.fullmatch(over[0]) is None and not over[0].startswith(" (")) or bool(locator and over[0].strip(" ,") in JOINS)
    if echo is None or not (sure := how_sure(context, Called(words, folded[at:stop], echo, locator, is_over))):
        return None
    behind = next(words_in(folded[stop + 2 : stop + 40]), None) if folded.startswith(". ", stop) else None
    if behind and (words[-1].plain, behind.plain) in pairwise(echo.order):
        return None  # of "Migrations of Concepts. From Text to Scene, cit., p. 9", whose title goes on
    finish += folded.startswith(".", finish) and finish == stop and words[-1].plain not in echo.words  # 5 Jan.
    items = [Item("echo", str(echo.at), at, at), *(Item("author", name, at, at) for name in echo.people)]
    return Draft("short", "echoed", at, finish, items, locator, sure)


def _is_day(folded: str, pin: regex.Match[str], end: int) -> bool:
    """True for the "v. 23" of "BGH, Urt. v. 22. Februar 2011"."""
    number = NUMBER.search(folded, *pin.span())
    date = read_date(folded, number.start(), end) if number else None
    return date is not None and date.has_month and date.has_year


def _how_sure(context: Context, called: Called) -> float:
    """Return how sure it is that words are more than a name: with a number, with the kind of a paper, between two people, with initials."""
    words, printed, echo = called.words, called.printed, called.echo
    if between := TO.match(printed):
        return SURE if echo.is_before(between["one"].casefold(), between["other"].casefold()) else 0.0
    if any(NUMBERED.fullmatch(word.printed) for word in words) or (called.locator and printed.casefold() == echo.label):
        return SURE
    if len(words) > echo.count * MOST_OF_NAMES or not called.is_over:
        return 0.0
    if len(words) == 1:  # "Butler, para. 597" after "[the Butler Report]"; of who was met, and of a short name, `named` says more
        is_new = printed[0].isupper() and context.evidence(printed) < KNOWN_OUTLET and not context.known.has(Name(family=printed))
        return LIKELY if is_new and _is_placed(called) else 0.0
    if numbers := _numbers(words, echo):
        return LIKELY if all(map(str.isdigit, numbers)) else SURE
    if any(word.plain in KINDS or (word.plain in LAWS and echo.form in LAWFUL) for word in words):
        return LIKELY
    return LIKELY if any(_are_initials(word, echo) for word in words) and not _is_paper(context, printed) else 0.0


def _numbers(words: list[Word], echo: Echo) -> list[str]:
    """Return the numbers that stand behind the same word there, and in no date: "3-0" of "FM 3-0"."""
    return [
        number.plain
        for before, number, behind in zip(words, words[1:], [*words[2:], Word("", "")], strict=False)
        if SIGNED.fullmatch(number.plain)
        and (before.is_cut or not YEAR.fullmatch(number.plain))
        and before.printed[0].isupper()
        and MONTHS.keys().isdisjoint((before.plain, behind.plain))
        and echo.has_pair(before, number.plain)
    ]


def _are_initials(word: Word, echo: Echo) -> bool:
    """True for "WuG" and "NDAA"; not for a word that the citation prints with capitals within it: "iPhone"."""
    if word.plain in SMALL or len(word.plain) < LEAST_INITIALS:
        return False
    return is_initials(word.printed) and (word.printed.isupper() or word.plain not in echo.words)


def _is_phrase(context: Context, called: Called) -> float:
    """Return how sure it is that a work is called by words that stand together in its citation."""
    told = [word for word in called.words if word.plain not in SMALL]
    if called.words[-1].plain in ROLES:
        return 0.0  # The Low Road, trans.
    is_placed = _is_placed(called)
    if len(told) < (2 if is_placed else 3) or len(called.words) > called.echo.count * MOST_OF_NAMES or not called.is_over:
        return 0.0
    # not "National Archives, Kew", nor "The Second World War" for a history of it
    if not is_placed and not any(name.family and name.family in called.printed for name in called.echo.people):
        return 0.0
    is_outlet = context.outlet(called.printed.partition(", ")[0]) is not None or "(" in called.printed  # "Deep Dive Series (2024), 11-15"
    return LIKELY if called.echo.has_run(called.words) and not is_outlet and not _is_paper(context, called.printed) else 0.0


def _is_placed(called: Called) -> bool:
    """True where a place in the work follows: not in "London: Penguin, 1986", nor in "March, 12"."""
    return any(map(str.isdigit, called.locator)) and not YEAR.fullmatch(called.locator) and called.words[-1].plain not in MONTHS


def _is_paper(context: Context, printed: str) -> bool:
    """True for a paper and its day, which is cited in full: "TBO, March 31, 2021"."""
    name, _, behind = printed.partition(", ")
    return context.press(name) is not None or read_date(behind, 0) is not None


def keep(context: Context, drafts: list[Draft]) -> None:
    """Keep the words of full citations, and what stands in parentheses at their end or right behind: "… MS 22 (JenaU 22)"."""
    folded = context.folded
    for draft in drafts if context.kind == "note" else ():
        if draft.form == "full":
            within = folded.rfind(" [", draft.start, draft.end) if folded[draft.end - 1] == "]" else draft.end - LAST  # [Franks Report]
            behind = BEHIND.match(folded, draft.end) or BEHIND.search(folded, max(draft.start, within), draft.end)
            people = draft.names("author")
            begin = context.view.span(draft.start, draft.end).start
            by_initials = not people and draft.matched_by == "book"  # CAH, IV, 420
            label = behind["label"] if behind else initials(draft.get("title")).upper() if by_initials else ""
            context.known.echoes.keep(begin, folded[draft.start : draft.end], label, people, draft.matched_by, draft.short_name)


FORM = Form("echoed", read)
PHRASE = Form("echoed", read_phrase)
