"""A work by its number, or by who made it and what it is: "GAO-19-321, 27", "FM 3-0, 6-44", "Ricci interview, 5", "Kennan to Marshall".

Every word of it stands in one full citation that was met, or is short for words there; nothing else tells that it is a citation.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.echoes import Echo, Word, is_initials, words_in
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.short.supra import BACK
from cites.grammar.dates import MONTHS, read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.locators import read_locator
from cites.grammar.titles import CLOSERS, opens_quote
from cites.knowledge import load

PIN = regex.compile(  # 27 · para. 4 · app. C · box 8.1 · fols. 18-22 · 6-44 · op. para. 4 · sec. 125(b)
    r"(?:(?:\p{Ll}{1,10}\.?|Bl\.|S\.|Abs\.|Art\.|§§?|¶¶?)\s){0,2}(?:\p{L}?\d(?:[\p{L}\d.()-]*[\p{L}\d)])?(?:,\s?\d[\d-]*)*(?:\s?ff?\.?)?|\p{Lu}|[ivxlc]+)|preamble|annex(?:es)?|passim"
)
END = compile_words(  # what is cited ends there: "…, 27. For the older practice", "…, and PPS/23", "…, again"
    r"\.?(?:$|[;)])|\s\((?-i:\p{Ll})|(?<=\p{L}{4}|\d)\.\s(?=(?-i:\p{Lu}))"
    rf"|,?\s(?:{one_of('joins')})\s(?=(?-i:\p{{Lu}}))|,\s(?-i:\p{{Ll}}{{4,}})(?![^;]*https?:)[\s.;]"
)
COMMA = compile_words(rf",\s|[.;)](?:\s|$)|\s\(|\s(?:{one_of('joins')})\s|(?<!\.)$")
NUMBERED = regex.compile(r"(?=[^\d]*\d)(?=.*\p{Lu})[\p{L}\d]+(?:[-/.][\p{L}\d()]+)+")  # GAO-19-321 · PPS/35 · IP/24/501
TO = regex.compile(r"(?P<one>\p{Lu}[\p{L}'-]*)\s(?:to|an|à|al|к)\s(?P<other>\p{Lu}[\p{L}'-]*)")  # Kennan to Marshall
SIGNED = regex.compile(r"(?!(?:1[5-9]|20)\d\d$)\d[\d./-]*\d")  # the number in "C 312", "Nr. 4412" and "FM 3-0"; no year
AT = regex.compile(r"\sat\s\d")  # a case in its reports: "419 Md. at 362-65"
BEHIND = regex.compile(r"\s\(\p{Lu}[^()]{1,40}\)")
KINDS = frozenset(load()["echoes"])
LEAST_INITIALS = 3
SURE, LIKELY = 0.9, 0.85
MOST_OF_NAMES = 0.5  # a short form without a number has no more words than this share of what it is short for
MAX = 120  # code points


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, known = context.folded, context.known.echoes
    first = next(words_in(folded[at : at + 40].split(" ", 1)[0]), None)
    if context.kind != "note" or first is None or folded[at] in CLOSERS or not known.may_begin(first.printed):
        return []
    limit = min(end, at + MAX)
    stops = [match.start() for match in COMMA.finditer(folded, at + 1, limit)]
    for stop in reversed(stops):
        if found := _read(context, at, stop, end):
            return found
    return []


def _read(context: Context, at: int, stop: int, end: int) -> list[Draft]:
    """Read what is called by the words up to `stop`, if nothing but a place in the work follows them."""
    folded = context.folded
    finish, locator = stop, ""
    if back := next((back for gap in (0, 1, 2) if (back := BACK.match(folded, stop + gap, end))), None):
        finish = back.end()
    if folded.startswith(", ", finish) and (pin := PIN.match(folded, finish + 2, end)) and END.match(folded, pin.end(), end):
        place = read_locator(folded, context.text, finish + 2, pin.end())
        finish, locator = pin.end(), place.fields[0][1] if place and place.end == pin.end() else context.text[slice(*pin.span())]
    if not END.match(folded, finish, end) or folded.count("(", at, finish) != folded.count(")", at, finish):
        return []
    if AT.search(folded, at, stop) or any(char in CLOSERS and opens_quote(folded, index) for index, char in enumerate(folded[at:stop], at)):
        return []
    words = list(words_in(folded[at:stop] + ("." if folded.startswith(".", stop) else "")))
    echo = context.known.echoes.find(words)
    sure = _how_sure(context, at, stop, words, echo) if echo else 0.0
    if echo is None or not sure:
        return []
    if folded.startswith(".", finish) and finish == stop and words[-1].printed.casefold() not in echo.words:
        finish += 1  # 5 Jan.
    return [Draft("short", "echoed", at, finish, [Item("echo", str(echo.at), at, at)], locator, sure)]


def _how_sure(context: Context, at: int, stop: int, words: list[Word], echo: Echo) -> float:
    """Return how sure it is that words are more than a name: with a number, with the kind of a paper, between two people, with initials."""
    plain = [word.printed.casefold() for word in words]
    if between := TO.match(context.folded, at, stop):
        return SURE if echo.is_before(between["one"].casefold(), between["other"].casefold()) else 0.0
    if any(NUMBERED.fullmatch(word.printed) for word in words):
        return SURE
    if len(words) == 1 or len(words) > echo.count * MOST_OF_NAMES:
        return 0.0
    signs = [
        right
        for word, left, right, behind in zip(words, plain, plain[1:], [*plain[2:], ""], strict=False)
        if SIGNED.fullmatch(right) and word.printed[0].isupper() and not {left, behind} & MONTHS.keys() and (left, right) in echo.pairs
    ]
    if signs:
        return LIKELY if all(map(str.isdigit, signs)) else SURE
    is_initial = any(is_initials(word.printed) and len(word.printed) >= LEAST_INITIALS for word in words)
    name, _, behind = context.folded[at:stop].partition(", ")
    is_paper = context.press(name) or read_date(behind, 0)  # "TBO, March 31, 2021" is cited in full
    return LIKELY if any(word in KINDS for word in plain) or (is_initial and not is_paper) else 0.0


def keep(context: Context, drafts: list[Draft]) -> None:
    """Keep the words of full citations, and what stands in parentheses right behind them: "… MS 22 (JenaU 22)"."""
    for draft in drafts if context.kind == "note" else ():
        if draft.form == "full":
            behind = BEHIND.match(context.folded, draft.end)
            context.known.echoes.keep(
                context.view.span(draft.start, draft.end).start, context.folded[draft.start : behind.end() if behind else draft.end]
            )


FORM = Form("echoed", read)
