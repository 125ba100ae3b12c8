"""How records are printed: the parts of a style are drawn one by one, so that more styles come out than any handbook has.

A style is a way to print names, a place for the year, marks around titles, an order of imprint and numbers; families of styles
(author and date, Vancouver, notes, IEEE, German, Italian, French) bind the choices that go together.
"""

# ruff: noqa: E501

from __future__ import annotations

import random
from collections.abc import Iterator

from noise import Piece, spoil
from phrases import ACCESSED, EDITION, REPORT, THESIS, TRANSLATED
from records import Record, invent
from style import Style, date_of, later_names, name, names, pages, quoted, who


def imprint(record: Record, style: Style, end: str, *, year: str = "", glue: str = ", ") -> list[Piece]:
    """Place and publisher in the order of the style, with the year behind them where there is one."""
    dice = style.dice
    order = style.imprint
    out: list[Piece] = []
    if order == "place: publisher":
        out = [("publisher_place", record.place + dice.choice((": ", ": ", ": ", " : "))), ("publisher", record.publisher)]
    elif order == "publisher, place":
        out = [("publisher", record.publisher + dice.choice((", ", ", ", ". "))), ("publisher_place", record.place)]
    elif order == "place, publisher":
        out = [("publisher_place", record.place + ", "), ("publisher", record.publisher)]
    elif order == "place":
        out = [("publisher_place", record.place)]
    else:
        out = [("publisher", record.publisher)]
    if year:
        label, text = out[-1]
        out[-1] = (
            label,
            text + (dice.choice((" ", " ", ", ")) if order in ("place", "place, publisher") and style.family == "note" else glue),
        )
        out.append(("issued", year))
    label, text = out[-1]
    out[-1] = (label, text + end)
    return out


def numbers(record: Record, style: Style, *, year: str = "", end: str = ".") -> list[Piece]:
    """Volume, issue, year and pages of an article."""
    dice = style.dice
    volume, issue = record.volume, record.issue
    if dice.random() < 0.06:
        return [("issued", f"{year}, ")] * bool(year) + [("page", pages(record, style) + end)]
    shape = dice.choice(("v(i)", "v(i)", "v", "v, no. i", "v.i", "v/i", "v, i", "v (i)", "v: i", "no. i")) if issue else "v"
    printed = {
        "v(i)": f"{volume}({issue})", "v (i)": f"{volume} ({issue})", "v": volume, "v, no. i": f"{volume}, {style.issue}{issue}", "v.i": f"{volume}.{issue}",
        "v/i": f"{volume}/{issue}", "v, i": f"{volume}, {issue}", "v: i": f"{volume}: {issue}", "no. i": f"{style.issue}{issue}",
    }[shape]  # fmt: skip
    word = style.volume if not (style.family == "vancouver" and dice.random() < 0.8) and shape != "no. i" else ""
    printed = word + printed
    if year:
        order = dice.choice(("v (y), p", "v (y): p", "v (y) p", "y, v: p", "y; v: p", "v, y, p", "v, p, y", "v, p (y)", "v:p, y"))
        if style.family == "note":
            order = dice.choice(("v (y), p", "v (y), p", "v, y, p", "v, y, p", "v (y): p", "y, v, p"))
        if style.family == "vancouver":
            order = dice.choice(("y;v:p", "y;v:p", "y; v: p", "y, v: p", "v (y) p", "v:p, y"))
        between = {"v (y), p": ", ", "v (y): p": ": ", "v (y) p": " "}
        if order in between:
            return [("volume", printed + " "), ("issued", f"({year}){between[order]}"), ("page", pages(record, style) + end)]
        if order == "v, y, p":
            return [("volume", printed + ", "), ("issued", f"{year}, "), ("page", pages(record, style) + end)]
        if order == "y, v, p":
            return [("issued", f"{year}, "), ("volume", printed + ", "), ("page", pages(record, style) + end)]
        if order.startswith("y"):
            mark, colon = (", ", ": ") if order[1] == "," else (";", ":") if order == "y;v:p" else ("; ", ": ")
            return [("issued", year + mark), ("volume", printed + colon), ("page", pages(record, style, "") + end)]
        if order == "v, p (y)":
            return [("volume", printed + ", "), ("page", pages(record, style) + " "), ("issued", f"({year}){end}")]
        glue = ":" if order == "v:p, y" else ", "
        return [("volume", printed + glue), ("page", pages(record, style, "" if glue == ":" else None) + ", "), ("issued", year + end)]
    glue = dice.choice((", ", ": ", ":", ", ", " "))
    return [("volume", printed + glue), ("page", pages(record, style, "" if glue in (":", ": ") and dice.random() < 0.8 else None) + end)]


def container(record: Record, style: Style, end: str, separators: str) -> list[Piece]:
    """ "In Editor (ed.), Title, Place: Publisher, pages" in one of its orders."""
    dice = style.dice
    out: list[Piece] = []
    editors = later_names(record.editors, style) if record.editors else ""
    role = style.role[len(record.editors) > 1]
    mark = dice.choice((", ", ", ", ". ")) if separators != "," else ", "
    if record.kind == "proceedings" and dice.random() < 0.15:
        pass
    elif not (record.language == "it" and dice.random() < 0.05):
        out.append(("in", style.in_word))
    if record.kind == "chapter" and record.language == "en" and separators == "." and dice.random() < 0.05:  # biblical studies
        return [
            ("page", f"Pages {pages(record, style, '')} "),
            ("in", "in "),
            ("container_title", record.container + ". "),
            ("editor", f"Edited by {editors or 'Anna Weber'}. "),
            *imprint(record, style, end),
        ]
    if style.family == "vancouver" and editors and dice.random() < 0.5:
        if dice.random() < 0.4:
            out = []
        return [
            *out,
            ("editor", f"{names(record.editors, style)}, {dice.choice(('eds. ', 'editors. ', 'ed. '))}"),
            ("container_title", record.container + ". "),
            *imprint(record, style, "; ", year=date_of(record, style), glue="; "),
            ("page", pages(record, style, dice.choice(("p. ", "pp. "))) + end),
        ]
    if editors and dice.random() < 0.62:
        out.append(("editor", editors + role + dice.choice((", ", ", ", ": ", " "))))
        out.append(("container_title", record.container))
    else:
        out.append(("container_title", record.container))
        if editors:
            label, text = out[-1]
            out[-1] = (label, text + dice.choice((", ", ", ", ". ", " ")))
            out.append(
                ("editor", (style.edited_by + editors) if dice.random() < 0.8 else f"({editors}{role.replace('(', '').replace(')', '')})")
            )
    if record.series and dice.random() < 0.5:
        out[-1] = (out[-1][0], out[-1][1] + mark)
        out.append(("collection_title", record.series))
        if dice.random() < 0.4:
            out.append(("volume", f", {style.volume}{record.volume}"))
    elif dice.random() < 0.06:
        out[-1] = (out[-1][0], out[-1][1] + mark)
        out.append(("volume", f"{dice.choice(('vol. ', 'Vol. ', 'Bd. ', 't. '))}{record.volume}"))
    if separators == "(" and dice.random() < 0.75:
        out.append(("page", f" ({pages(record, style)})"))
        out[-1] = (out[-1][0], out[-1][1] + ". ")
        return out + imprint(record, style, end)
    out[-1] = (out[-1][0], out[-1][1] + mark)
    year = date_of(record, style) if separators == "," else ""
    roll = dice.random()
    if (
        year and style.family == "note" and record.language in ("en", "de") and dice.random() < 0.4
    ):  # "in Title, ed. X (London: Routledge, 1990), 12–34"
        out[-1] = (out[-1][0], out[-1][1].rstrip(",. ") + " ")
        style.imprint = style.imprint if style.imprint in ("place: publisher", "place") else "place: publisher"
        pieces = imprint(record, style, "), ", year=year)
        return [*out, (pieces[0][0], f"({pieces[0][1]}"), *pieces[1:], ("page", pages(record, style) + end)]
    if roll < 0.5:
        return [*out, *imprint(record, style, ", ", year=year), ("page", pages(record, style) + end)]
    if roll < 0.7:
        return [*out, ("page", pages(record, style) + dice.choice((". ", ", "))), *imprint(record, style, end, year=year)]
    if roll < 0.85:
        return out + imprint(record, style, end, year=year)
    if year:
        return (
            [*out, ("page", pages(record, style) + ", "), ("issued", year + end)] if dice.random() < 0.6 else [*out, ("issued", year + end)]
        )
    return [*out, ("page", pages(record, style) + end)]


def extras(record: Record, style: Style) -> list[Piece]:
    """Edition, series and genre of a work that stands alone, with the mark behind each."""
    dice = style.dice
    out: list[Piece] = []
    mark = dice.choice((". ", ", ")) if style.family in ("author_date", "chicago", "german") else ", "
    if record.edition:
        edition = dice.choice(EDITION[record.language]).format(n=record.edition)
        out.append(("edition", edition + mark if not edition.endswith(".") or mark != ". " else edition + " "))
    if record.kind == "thesis":
        out.append(("genre", dice.choice(THESIS[record.language]) + mark))
    elif record.kind == "report" and dice.random() < 0.7:
        out.append(("genre", dice.choice(REPORT[record.language]).format(n=dice.randint(1, 400)) + mark))
    if record.series:
        out.append(
            (
                "collection_title",
                f"({record.series}{dice.choice(('', f' {record.volume}', f', {style.volume}{record.volume}'))}){mark}"
                if dice.random() < 0.4
                else record.series + mark,
            )
        )
    elif dice.random() < 0.05:
        out.append(("volume", f"{style.volume or 'vol. '}{dice.choice((record.volume, '1', 'II', 'I'))}{mark}"))
    return out


def ending(record: Record, style: Style) -> list[Piece]:
    dice = style.dice
    out: list[Piece] = []
    if record.doi:
        out.append(
            ("doi", dice.choice((" doi:", " https://doi.org/", " DOI: ", " http://dx.doi.org/")) + record.doi + dice.choice(("", ".")))
        )
    if record.url:
        lead = dice.choice((" ", " Available at: ", " URL: ", " Online: ", " <", " Retrieved from ", " Available from ", " ["))
        if lead.strip() and lead not in (" <", " ["):
            out.append(("note", lead))
            lead = ""
        out.append(("url", lead + record.url + {" <": ">", " [": "]"}.get(lead, "") + dice.choice(("", ".", ""))))
        if dice.random() < 0.4:
            day = f"{record.day} {record.month} {record.year % 18 + 2000}"
            out.append(("note", dice.choice(ACCESSED[record.language]).format(d=day)))
    if dice.random() < 0.02 and record.kind in ("book", "edited"):
        out.append(("page", f" {dice.randint(80, 700)} {dice.choice(('p.', 'pp.', 'S.', 'pages'))}"))
    return out


def print_record(record: Record, style: Style) -> list[Piece]:
    """The pieces of a record in one style."""
    dice = style.dice
    label, head = who(record, style)
    end = style.end
    early = style.family in ("author_date", "german") or (style.family == "chicago" and dice.random() < 0.3)
    out: list[Piece] = []
    title_mark = ","
    title_first = not early and dice.random() < 0.025
    if early:
        year = date_of(record, style)
        if dice.random() < 0.02:
            year = dice.choice(("forthcoming", "n.d.", "in press", "o. J."))
        if style.family == "german":
            shape = dice.choice(
                (" ({y}): ", " ({y}): ", ", {y}: ", " ({y}), ", ": ", ", {y}: ", " {y}: ", "({y}): ", ". ({y}). ", " ({y}) ")
            )
        else:
            shape = dice.choice(
                (
                    " ({y}). ",
                    " ({y}). ",
                    " ({y}) ",
                    ". {y}. ",
                    ", {y}. ",
                    ". ({y}). ",
                    " {y}. ",
                    ", {y}, ",
                    " {y} ",
                    " ({y}), ",
                    ". {y} ",
                    ": {y}. ",
                    " [{y}]. ",
                    " ({y}): ",
                )
            )
            shape = shape.lstrip(".") if head.endswith(".") else shape
        if not head:
            shape = shape.lstrip(" ,.:")
        before, _, after = shape.partition("{y}")
        if "{y}" in shape:
            out = [(label, head + before)] if head else []
            if before.endswith("(") and head:
                out = [(label, head + before[:-1]), ("issued", f"({year}{after}")]
            else:
                out.append(("issued", f"{year}{after}"))
        else:
            out = [(label, head + shape)]
            early = False
        comma = shape.rstrip().endswith(",") or dice.random() < (0.35 if style.family == "german" else 0.12)
        title_mark = "," if comma else "."
    else:
        mark = {"chicago": ". ", "vancouver": ". ", "note": ", ", "computing": ". ", "short": ", "}.get(style.family, ", ")
        if style.family == "vancouver" and dice.random() < 0.25:
            mark = ": "
        if style.family == "computing" and dice.random() < 0.35:
            mark = ", "
        if style.family == "note" and dice.random() < 0.2:
            mark = dice.choice((": ", ". ", " "))
        title_mark = "," if mark == ", " or (style.family == "note" and dice.random() < 0.85) else "."
        if style.family == "note" and dice.random() < 0.1 and record.language == "it":
            title_mark = "."
        if head:
            out = [(label, head + (mark if not (head.endswith(".") and mark[0] == ".") else " "))]
    if (
        not early and out and dice.random() < (0.05 if record.language == "it" else 0.012)
    ):  # chronological lists: "1841 G. Rossi, Memorie, Venezia."
        year = str(record.year)
        return [
            ("issued", year + dice.choice((" ", " ", ": ", ", "))),
            *out,
            ("title", quoted(record, style, title_mark) + " "),
            *body(record, style, "", end, title_mark),
        ]
    if record.kind == "article" and record.language == "en" and style.family == "note" and dice.random() < 0.1:  # law reviews
        title = f"{record.title}, " if dice.random() < 0.7 else f"“{record.title},” "
        mark = dice.choice((", ", ", ", " "))
        return [
            *out,
            ("title", title),
            ("volume", f"{record.volume} "),
            ("container_title", f"{record.container} "),
            ("page", f"{record.pages[0]}{dice.choice(('', f'-{record.pages[1]}')) if record.pages[1] else ''} "),
            ("issued", f"({record.year}){mark.strip() and end}"),
        ]
    title_end = quoted(record, style, title_mark)
    if style.family == "note" and record.kind == "book" and record.language == "en" and dice.random() < 0.35:
        title_end = title_end.rstrip(".,")
    title: list[Piece] = [("title", title_end + " ")]
    if dice.random() < 0.015 and out:
        title = []
    out = title + out if title_first else out + title
    year = "" if early else date_of(record, style)
    return out + body(record, style, year, end, title_mark) + ending(record, style)


def body(record: Record, style: Style, year: str, end: str, title_mark: str) -> list[Piece]:
    """What stands behind the title."""
    dice = style.dice
    if record.kind in ("article", "news"):
        journal = record.container
        if record.language in ("it", "fr") and dice.random() < 0.5:
            journal = dice.choice((f"«{journal}»", f"“{journal}”", f"« {journal} »"))
        mark = dice.choice((", ", " ", ". ", ", ", ", ")) if style.family != "vancouver" else dice.choice((". ", " ", ". "))
        mark = " " if journal.endswith(".") and mark == ". " else mark
        out: list[Piece] = []
        if (record.language == "de" and dice.random() < 0.65) or dice.random() < 0.05:
            out.append(("in", dice.choice(("In: ", "in: ", "in: ", "in "))))
            mark = dice.choice((", ", " ", ". ", ", "))
        out.append(("container_title", journal + mark))
        if record.kind == "news":
            if year or dice.random() < 0.3:
                out.append(("issued", (year or f"{record.day} {record.month}") + ", "))
            return (
                [*out[:-1], (out[-1][0], out[-1][1].rstrip(", ") + ", "), ("page", pages(record, style) + end)]
                if dice.random() < 0.6
                else [*out[:-1], (out[-1][0], out[-1][1].rstrip(", ") + end)]
            )
        return out + numbers(record, style, year=year, end=end)
    if record.kind in ("chapter", "proceedings"):
        if year and title_mark == "." and style.family in ("chicago", "computing", "vancouver"):
            pieces = container(record, style, "", "." if dice.random() < 0.7 else "(")
            label, text = pieces[-1]
            month = f"{record.month} " if dice.random() < 0.15 and record.language == "en" else ""
            return [*pieces[:-1], (label, text.rstrip(".,; ") + dice.choice((", ", ", ", ". ", "; "))), ("issued", month + year + end)]
        return container(record, style, end, "," if year else dice.choice((".", "(", ".", ".")))
    out = extras(record, style)
    if record.kind == "web":
        site = [("publisher", record.publisher + ". ")] if dice.random() < 0.3 else []
        return [*out, *site, ("issued", f"{year}.")] if year else [*out, *site]
    if dice.random() < 0.05:
        out.append(
            ("editor", style.edited_by + names(record.editors or (record.authors[:1] or ()), style, "Given Family") + ", ")
            if (record.editors or record.authors)
            else ("note", "")
        )
        out = [piece for piece in out if piece[1]]
    elif dice.random() < 0.06:
        someone = name(record.authors[0], "Given Family", style) if record.authors else "Anna Weber"
        out.append(("translator", dice.choice(TRANSLATED[record.language]) + someone + dice.choice((", ", ". "))))
    if style.family == "short":
        return (
            [*out, *imprint(record, style, f", {year})" + end if year and dice.random() < 0.5 else end, year="")]
            if not year
            else [*out, ("publisher", f"({record.publisher}, "), ("issued", f"{year}){end}")]
            if dice.random() < 0.5
            else [*out, ("publisher_place", f"({record.place}, "), ("publisher", f"{record.publisher}, "), ("issued", f"{year}){end}")]
        )
    if year and dice.random() < (0.5 if style.family == "note" and record.language == "en" else 0.08):
        style.imprint = style.imprint if style.imprint in ("place: publisher", "place") else "place: publisher"
        if out[-1:] and dice.random() < 0.8:
            out[-1] = (out[-1][0], out[-1][1].rstrip(", ") + " ")
        if style.family == "note" and dice.random() < 0.4:  # the page that a note cites
            pieces = imprint(record, style, "), ", year=year)
            pieces.append(("page", pages(record, style, dice.choice(("p. ", "pp. ", ""))) + end))
        else:
            pieces = imprint(record, style, f"){end}", year=year)
        return [*out, (pieces[0][0], f"({pieces[0][1]}"), *pieces[1:]]
    pieces = imprint(record, style, end, year=year)
    if style.family == "vancouver" and year and len(pieces) > 1:
        label, text = pieces[-2]
        pieces[-2] = (label, text.rstrip(", ") + dice.choice(("; ", ";", ", ", ". ")))
    if record.kind == "report" and dice.random() < 0.3:
        label, text = pieces[-1]
        pieces[-1] = (label, text.rstrip(".,") + ". ")
        pieces.append(("issued", f"{record.month}."))
    if dice.random() < 0.05 and record.kind in ("book", "edited"):
        pieces[-1] = (pieces[-1][0], pieces[-1][1].rstrip(".,") + ", ")
        pieces.append(("page", pages(record, style, style.page or "p. ") + end))
    return out + pieces


def render(count: int) -> Iterator[list[Piece]]:
    """Yield `count` strings in pieces, the same each time."""
    for number in range(count):
        dice = random.Random(f"cites {number}")
        record = invent(dice)
        pieces = [(field, text) for field, text in print_record(record, Style(dice, record)) if text]
        yield spoil(pieces, f"noise {number}")
