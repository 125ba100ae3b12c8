"""Documents and resolutions of the United Nations, by their symbol: "S.C. Res. 2202, U.N. Doc. S/RES/2202 (February 17, 2015)",
"UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373".

Source: United Nations Editorial Manual, document symbols; Bluebook rule 21.7; OSCOLA, 4th edition, appendix.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.assign import take_address
from cites.forms.fields.authors import read_author
from cites.forms.fields.bodies import whole_body
from cites.forms.form import Context, Draft, Form, Item, has, replaced
from cites.forms.legal.drafts import nickname
from cites.grammar.dates import Date, find_date, find_last_date, read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.patterns import read_patterns
from cites.grammar.separators import back, skip
from cites.grammar.signatures import KEEPER
from cites.grammar.titles import CLOSERS, find_quote, quoted_at, read_quoted
from cites.knowledge import load_courts
from cites.model import Name

RESOLUTION, RESOLUTIONS, ONE_OF_SEVERAL, ANOTHER = read_patterns("legal/united_nations", "RESOLUTION RESOLUTIONS ONE_OF_SEVERAL ANOTHER")
SYMBOL, ADOPTED, LOCATOR, PLACED, CALLED = read_patterns("legal/united_nations", "SYMBOL ADOPTED LOCATOR PLACED CALLED")
IN_OFFICE, RAPPORTEUR, WRITER, RECORDED = read_patterns("legal/united_nations", "IN_OFFICE RAPPORTEUR WRITER RECORDED")
NO_REPORT, LABEL = read_patterns("legal/united_nations", "NO_REPORT LABEL")
BODIES = {"s": "United Nations Security Council", "g": "United Nations General Assembly", "h": "United Nations Human Rights Council"}
SPEECH = compile_words(one_of("spoken.speeches"))
MAX = 360  # code points before the symbol


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    stop = at + len(folded[at:end].partition(";")[0])
    if several := _several(context, at, stop):
        return several
    resolution = RESOLUTION.match(folded, at, stop)
    symbol = SYMBOL.search(folded, at, min(stop, at + MAX))
    if resolution is None and (symbol is None or (symbol.start() > at and not _is_head(folded, at, symbol.start()))):
        return []
    kind = Item("type", _kind(folded, at, symbol), at, at)
    items = _resolution(text, resolution, has_symbol=symbol is not None) if resolution else [kind]
    finish = resolution.end() if resolution else at
    begin = skip(folded, finish, stop, " ,:")
    if symbol:
        items += _with_symbol(context, begin, symbol, resolution)
        finish = _closed(folded, at, symbol.end(), stop)
    else:
        title, finish = _title_behind(folded, finish, stop)
        items += [Item.cut("title", text, title)] if title else []
    if resolution and not has(items, "title"):
        comma = folded.find(", ", at, resolution.start("number"))  # UN Security Council, resolution 2102
        items.append(Item.cut("title", text, (comma + 2 if comma > 0 else at, resolution.end())))
    issued, finish = _issued(folded, finish, stop, _date_before(folded, begin, symbol.start()) if symbol else None)
    of_year = Item.each(text, resolution, issued="year") if resolution else []
    of_year = of_year or _year_before(folded, begin, symbol)
    if context.kind == "inline" and folded.startswith(("UNSCR", "UNGAR"), at) and not (issued or of_year):
        return []  # "(UNSCR 2397)" names what the sentence is about
    said, items = _without_place(items)
    if locator := LOCATOR.match(folded, finish, stop):
        finish = locator.end()
        if not issued and folded.startswith(" (", finish):  # ¶ 20 (Dec. 17, 2009)
            issued, finish = _issued(folded, finish, stop, None)
    finish, label = nickname(context, _closed(folded, at, finish, stop), stop)
    items += issued or of_year
    finish = take_address(context, items, finish, end)
    if locator is None and (locator := LOCATOR.match(folded, finish, stop)):  # https://… (accessed August 2, 2016), para. 20
        finish = locator.end()
    return [Draft("full", "united_nations", at, finish, items, locator["locator"] if locator else said, 0.9, label)]


def _closed(folded: str, at: int, finish: int, stop: int) -> int:
    """Return where the parenthesis ends that is open at `finish`, `finish` where none is."""
    is_open = finish < stop and folded[finish] == ")" and folded.count("(", at, finish) > folded.count(")", at, finish)
    return finish + is_open


def _several(context: Context, at: int, stop: int) -> list[Draft]:
    """Read "UN Security Council Resolutions 1267 (1999), 1333 (2000) and 1390 (2002)"; in a parenthesis they may be what is spoken of."""
    folded, text, drafts = context.folded, context.text, []
    head = RESOLUTIONS.match(folded, at, stop)
    one = ONE_OF_SEVERAL.match(folded, head.end(), stop) if head else None
    begin = at
    while head and one:
        issued, finish = Item.each(text, one, issued="year"), one.end()
        if not issued and folded.startswith(" of ", finish):
            issued, finish = _issued(folded, finish, stop, None)
        body = Item("authority", BODIES[head["body"].removeprefix("UN").casefold()[0]], begin, begin)
        items = [Item("type", "legislation", begin, begin), body, Item.cut("number", text, one.span("number")), *issued]
        drafts.append(Draft("full", "united_nations", begin, finish, items, "", 0.9))
        another = ANOTHER.match(folded, finish, stop)
        one = ONE_OF_SEVERAL.match(folded, another.end(), stop) if another else None
        begin = another.end() if another else finish
    is_plural = head is not None and folded.endswith("s ", at, head.end())  # "UNSC Res. 1540, 2004"
    is_cited = (is_plural and context.kind != "inline") or all(has(draft.items, "issued") for draft in drafts)
    return drafts if len(drafts) > 1 and is_cited else []


def _without_place(items: list[Item]) -> tuple[str, list[Item]]:
    """Part the paragraph from the title before it: "General Comment No. 34, para. 12"; "" where none is printed."""
    for item in items:
        place = PLACED.search(item.value) if item.field == "title" and isinstance(item.value, str) else None
        if place:
            title = item._replace(value=str(item.value)[: place.start()], end=item.start + place.start())
            return place["locator"], replaced(items, item, title)
    return "", items


def _body_of(symbol: str) -> str:
    """Return the body among whose documents a symbol stands: "A/HRC/17/4" is the Human Rights Council's; "" where that is not known."""
    return next((body for begun, body in load_courts().symbols.items() if symbol.startswith(begun)), "")


def _title_behind(folded: str, at: int, stop: int) -> tuple[tuple[int, int] | None, int]:
    """Return where the title of a resolution stands behind it, and where that ends: "Resolution 71/67, “Nuclear Disarmament”"."""
    if quoted := quoted_at(folded, skip(folded, at, stop, " ,:"), stop):
        return (quoted.start, quoted.end), quoted.stop
    called = CALLED.match(folded, at, stop)
    return (called.span("title"), called.end()) if called else (None, at)


def _with_symbol(context: Context, at: int, symbol: regex.Match[str], resolution: regex.Match[str] | None) -> list[Item]:
    """Return what a symbol tells and what stands before it: its number, whose it is, the author and the title."""
    number = Item.cut("number", context.text, symbol.span("number"))
    before = _before(context, at, symbol.start(), may_have_author=resolution is None)
    by_body = any(item.body for item in before)
    body = _body_of(str(number.value)) if resolution is None and (not by_body or ADOPTED.match(symbol["number"])) else ""
    return [number, *([number._replace(field="authority", value=body)] if body else []), *before]


def _kind(folded: str, at: int, symbol: regex.Match[str] | None) -> str:
    """Return what a document without the number of a resolution is: most with a body or an author before their symbols are reports."""
    if symbol and "/RES/" in symbol["number"]:
        return "legislation"
    if symbol is None or symbol.start() == at:
        return "document"
    if not NO_REPORT.match(folded, at, symbol.end()):
        return "report"
    return "speech" if SPEECH.search(folded, at, symbol.start()) else "document"  # Statement of Acting SRSG Williams, S/PV.8739


def _resolution(text: str, resolution: regex.Match[str], *, has_symbol: bool) -> list[Item]:
    """Read "UNSC Res 1373": a body, and the number where no symbol has it."""
    at = resolution.start()
    body = BODIES.get(resolution["body"].removeprefix("UN").strip().casefold()[:1], "")
    number = [] if has_symbol else [Item.cut("number", text, resolution.span("number"))]
    stop = resolution.end("body")  # a comma parts an author: "UN General Assembly, Resolution 251 (III), ‘Participation …’"
    author = [Item("author", Name(literal=text[at:stop]), at, stop)] if text.startswith(", ", stop) else []
    return [Item("type", "legislation", at, at), Item("authority", body, *resolution.span("body")), *author, *number]


def _issued(folded: str, finish: int, stop: int, before: Date | None) -> tuple[list[Item], int]:
    """Return the date before the symbol, or else the one behind it, and where the citation ends with that."""
    behind = _dated(folded, finish, stop)
    date = behind if behind and behind.has_day else before if before and before.has_month else behind
    if date is None:
        return [], finish
    finish = max(finish, *(one.end + folded.startswith(")", one.end) for one in (date, behind or date)))
    later = _dated(folded, finish, stop) if not date.has_month else None
    if later and later.has_month:  # "S/RES/2270 (2016), March 2, 2016"
        date, finish = later, later.end
    return [Item.dated(date)], finish


def _date_before(folded: str, at: int, stop: int) -> Date | None:
    """Return the date between a head and its symbol; days of a title in quotation marks only where no day stands behind that."""
    quote = find_quote(folded, at, stop)
    quoted = read_quoted(folded, quote, stop) if quote is not None else None
    return (find_date(folded, quoted.stop, stop) if quoted else None) or _last_date(folded, at, stop)


def _last_date(folded: str, at: int, stop: int) -> Date | None:
    """Return the date right before the symbol, for a title may have a year: "the 2030 Agenda, 4 May 2016, A/HRC/32/38"; else the first."""
    return find_last_date(folded, at, back(folded, at, stop, " ,(")) or find_date(folded, at, stop)


def _year_before(folded: str, at: int, symbol: regex.Match[str] | None) -> list[Item]:
    """Return the year between a title and the symbol: "‘Articles on Responsibility of States’ (2001) UN Doc A/56/10"."""
    bracket = folded.rfind("(", at, symbol.start()) if symbol else -1
    date = _dated(folded, bracket, symbol.start()) if symbol and bracket > 0 else None
    return [Item.dated(date)] if date and folded.startswith(")", date.end) else []


def _is_head(folded: str, at: int, stop: int) -> bool:
    """True where only a body, a title and a date stand before the symbol, and not who keeps it: "Barnsley Archives, A/123/M/5"."""
    head = folded[at:stop]
    return (head[:1].isupper() or head[:1] in CLOSERS) and (KEEPER.match(folded, at, stop) is None or "United Nations" in head)


def _before(context: Context, at: int, stop: int, *, may_have_author: bool) -> list[Item]:
    """Read author and title between the head and the symbol."""
    folded, text = context.folded, context.text
    recorded = RECORDED.search(folded, at, stop)
    stop = recorded.start() if recorded else back(folded, at, stop, " ,(")
    date = _last_date(folded, at, stop)
    if date and date.end >= stop - 1:
        stop = back(folded, at, date.start, " ,(")
    if stop - at < 4 or LABEL.fullmatch(folded, at, stop):
        return []
    quote = find_quote(folded, at, stop)
    if quote is not None and (quoted := read_quoted(folded, quote, stop)):
        author = read_author(context, at, quote) if may_have_author else []
        return [*(author or []), Item.cut("title", text, (quoted.start, quoted.end))]
    comma = folded.find(", ", at, stop)
    comma = whole_body(context, at, comma, stop) if comma > 0 else comma
    if may_have_author and (named := IN_OFFICE.fullmatch(folded, at, stop)) and (author := read_author(context, *named.span("people"))):
        return author
    if may_have_author and comma > 0 and not NO_REPORT.match(folded, at, comma) and (author := read_author(context, at, comma)):
        stop = next((after for start, after in context.italics if start == comma + 2 < after < stop), stop)  # 27th session follows
        stop = back(folded, comma, stop, " ,")
        writer = WRITER.search(folded, comma, stop) if RAPPORTEUR.search(folded, comma, stop) else None
        return [*author, Item.cut("title", text, (comma + 2, writer.start() if writer else stop))]
    return [Item.cut("title", text, (at, stop))]


def _dated(folded: str, at: int, end: int) -> Date | None:
    at = skip(folded, at + 3 * folded.startswith(" of ", at), end, " ,(")
    date = read_date(folded, at, end)
    return date if date and date.has_year else None


HINTS = (
    " res", "unscr", "ungar", "security council", "general assembly", "doc", "s/", "a/", "e/", "t/", "hrc/", "cd/", "circ/", "ccpr/",
    "cerd/", "cedaw/", "crc/", "crpd/", "cmw/", "unep/", "league of nations",
)  # fmt: skip
FORM = Form("united_nations", read, HINTS)
