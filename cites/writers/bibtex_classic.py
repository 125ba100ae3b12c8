"""BibLaTeX entries as classic BibTeX has them: year and month for date, journal for journaltitle, @techreport for @report."""

from __future__ import annotations

import re

from cites.knowledge import read_tables
from cites.writers import tex
from cites.writers.bibtex import UNKNOWN, Entry
from cites.writers.dates import SEASONS, format_date
from cites.writers.editions import alone

CLASSIC = read_tables("biblatex.toml")["classic"]
NOTED = ("titleaddon", "eventtitle", "venue", "version", "library", "addendum")  # of these, what is kept in the note
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # macros of every BibTeX style
UNDATED = "n.d."  # the styles miss a year, and print nothing for it
DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[~?%]?(?:/(?P<last>\d{4})?.*)?")


def to_classic(entry: Entry) -> Entry:
    """The same work for BibTeX: the date "2012-01-26" becomes the year 2012 and the month "26~" # jan."""
    known = dict(entry.fields)
    kind = CLASSIC["types"].get(entry.type, entry.type)
    if kind == "phdthesis":
        kind = "mastersthesis" if "master" in known["type"].lower() else kind
        known["school"] = known.pop("institution")
    if known.get("type") == "thesis":  # what BibTeX says by itself; of a report it would say that it is technical
        del known["type"]
    if kind == "misc" and "howpublished" not in known:
        known["howpublished"] = known.pop("organization", "")
    notes = [known.get("note", ""), *(known.get(name, "") for name in NOTED)]
    if "addendum" in known:  # plain BibTeX styles do not load the package url
        notes[-1] = re.sub(r"\\url\{(.*)\}$", lambda found: tex.escape(found[1]), notes[-1])
    if "urldate" in known:
        notes.append(f"accessed {tex.escape(format_date(known['urldate']))}")
    if "edition" in known:  # the styles add the word
        known["edition"] = alone(known["edition"])
    if not known.get("author") and not known.get("editor"):  # what the styles sort by then
        known["key"] = known.get("title", "")
    known |= _date(known["date"])
    known["note"] = "; ".join(note for note in notes if note)
    renamed = {CLASSIC["fields"].get(name, name): value for name, value in known.items() if value}
    return Entry(kind, entry.key, {name: value for name, value in renamed.items() if name})


def _date(edtf: str) -> dict[str, str]:
    """Year and month; of a range the years of both ends, and the first month: "1993-21/1993-22" gives 1993 and {Spring}.

    A work without a year has "n.d.".
    """
    fit = DATE.fullmatch(edtf)
    if fit is None:
        return {"year": UNDATED if edtf.startswith(UNKNOWN) else tex.escape(format_date(edtf))}
    year, month, last = fit["year"], fit["month"] or "", fit["last"] or ""
    fields = {"year": f"{year}--{last}" if last not in ("", year) else year}
    if month in SEASONS:
        fields["month"] = f"{{{SEASONS[month]}}}"
    elif month:
        day = f"{{{int(fit['day'])}~}} # " if fit["day"] else ""
        fields["month"] = day + MONTHS[int(month) - 1]
    return fields
