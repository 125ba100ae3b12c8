"""Courts and the reports of their cases: "9th Cir.", "E.D. Va.", "Cal. Ct. App.", "U.S.", "F. Supp. 2d", "[2015] UKSC"."""

from __future__ import annotations

from functools import cache

from cites import lazy_regex as regex
from cites.knowledge import load_courts, load_places
from cites.view import fold

VERSUS = regex.compile(r"\s(?:v\.?|vs\.?|-v-|c\.?|gegen)\s")  # between the parties of a case
SERIES_NUMBER = regex.compile(r"\s?(?:App\.\s?)?(?:\d(?:d|th|st|nd|rd)\.?)$")  # Cal. 4th · Wis. 2d
DISTRICT = regex.compile(r"(?P<part>[NSEWCM]\.)?D\.\s?(?P<state>\p{Lu}.*)")  # E.D. Va. · S.D.N.Y. · D. Haw.
JOURNAL = regex.compile(
    r"\bRev\b|\bL\.\s?(?:J|Q|F)\.|\bL\.J|L\.Q\.|\bLaw\b|\bJ\.|Quarterly|Journal|Yearbook|Y\.B\.|\bInst\b|\bForum\b|\bL\.\s?&|&\sL\.$"
    r"|Pol'y|^(?:MLR|CLJ|LQR|OJLS|PL|LS|ICLQ|EJIL|AJIL)$",
    regex.IGNORECASE,
)
CASES = regex.compile(r"\b(?:Reports?|Reporter|Cases|Decisions)$")  # Commonwealth Law Reports
FULL_NAME = regex.compile(r"\p{Lu}[\p{L}' ]*\b(?:Court|Tribunal)\b(?:(?:\s(?:of|for|the))+\s\p{Lu}[\p{L} ]*)?")  # High Court of Australia
CODE = regex.compile(r"(?!GC\b)\p{Lu}{2,6}(?:\s(?:Civ|Crim|CA|CJ|SC|PC))?")  # HL · CA · EWCA Civ · ON SC

OF_STRASBOURG = regex.compile(r"\d{4,5}/\d\d(?:,?\s(?:and\s)?\d{4,5}/\d\d)*")  # 38433/09 · 8384/78, 8406/78; Luxembourg had 26/62


def is_reporter(printed: str) -> bool:
    """True for a series of reports: "F.3d", "Cal. App. 4th", "WLR", also as older books and courts set them: "W.L.R.", "U. S.", "F. 3d"."""
    return not load_courts().reporters.isdisjoint((printed, printed.replace(".", ""), printed.replace(". ", ".")))


def is_journal(printed: str) -> bool:
    """True for what must be a law review: "Stan. L. Rev."; a name of another shape may be one too."""
    return printed not in load_courts().reporters and JOURNAL.search(printed) is not None and CASES.search(printed) is None


def may_be_label(printed: str) -> bool:
    """True for capitals that are no court of which we know, so that they may be what a text calls a case: "GCHQ"."""
    return len(printed) > 2 and printed.isalpha() and printed.isupper() and printed not in load_courts().names and not name_court(printed)


def is_court(printed: str) -> bool:
    """True for a court that may stand alone after a report: "HL", "CA", "Cal."; not "Brennan J"."""
    if printed in load_courts().names or any(shape.fullmatch(printed) for shape in (CODE, FULL_NAME)):
        return True
    return bool(name_court(printed) or name_court(f"{printed}."))  # OSCOLA leaves the point out: "2d Cir"


def court_of_number(number: str, title: str = "") -> str:
    """Return the court that numbers its cases in a way: "C-131/12" gives "Court of Justice of the European Union"; "" if unknown.

    "38433/09" is one of Strasbourg's where the title has a state after "v.".
    """
    folded = fold(number)  # "C‑131/12" with a hyphen that does not break
    state = VERSUS.split(title)[-1].strip().removeprefix("the ")
    if OF_STRASBOURG.fullmatch(folded) and (load_places().is_land(state) or load_places().is_land(f"the {state}")):
        return "European Court of Human Rights"
    return next((court for prefix, court in load_courts().numbers.items() if folded.startswith(prefix)), "")


def name_code(printed: str) -> str:
    """Return the name of a state's code: "Cal. Water Code" gives "California Water Code"; as printed where more of it is abbreviated."""
    for state, name in load_courts().states.items():
        if printed.startswith(f"{state} "):
            rest = printed[len(state) :]
            return printed if "." in rest else name + rest
    return ""


@cache
def name_court(printed: str) -> str:
    """Return the name of a court or legislature, "" if it is unknown: "Cal. Ct. App." gives "California Court of Appeal".

    A report of one state's highest court stands for it: "Wis. 2d" gives "Supreme Court of Wisconsin".
    """
    courts = load_courts()
    court, chamber, _ = printed.partition(", sez")  # Cass., sez. un. · Cons. Stato, sez. VI
    known = (courts.names.get(name) for name in (court + chamber, court, court.rstrip("."), court.replace(". ", ".")))  # ICJ Rep. · U. S.
    if name := next(filter(None, known), ""):
        return name
    if (district := DISTRICT.fullmatch(printed)) and district["state"] in courts.states:
        part = f"the {courts.parts[district['part']]} District of " if district["part"] else "the District of "
        return f"United States District Court for {part}{courts.states[district['state']]}"
    state = SERIES_NUMBER.sub("", printed)
    if state in courts.states or (state != printed and state in courts.names):
        return courts.names.get(state) or f"Supreme Court of {courts.states[state]}"
    for abbreviation, name in courts.levels.items():
        if printed.endswith(f" {abbreviation}") and (state := printed[: -len(abbreviation) - 1]) in courts.states:
            return name.format(state=courts.states[state])
    return ""
