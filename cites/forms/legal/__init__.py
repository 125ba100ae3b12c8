"""What lawyers cite: cases, statutes, bills, hearings, treaties. Their patterns are the tables of data/legal/; the order of trying is here.

The other works in the notes of a law review are read by the forms for books, articles and newspapers.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.assign import take_address
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.legal import cases
from cites.forms.legal.drafts import draft
from cites.forms.legal.tables import Rule, Rules, read_rules
from cites.grammar.patterns import read_patterns
from cites.knowledge import load_courts

# Tried in this order, the first half before the cases in reports, the second after them; the first that fits wins.
EUROPEAN_CASES, CONTINENTAL = read_rules("european", "cases"), read_rules("continental")
FIRST = Rules(
    *EUROPEAN_CASES, *read_rules("european"), *read_rules("international"), *CONTINENTAL, *read_rules("countries"), *read_rules("romance")
)  # fmt: skip
THEN = Rules(
    *read_rules("dockets"), *read_rules("parliament"), *read_rules("treaties"), *read_rules("statutes"), *read_rules("treaties", "loose")
)  # fmt: skip
FILED = Rules(*CONTINENTAL, *EUROPEAN_CASES)
TWICE_TITLED = read_rules("statutes", "twice_titled")[0]
OF_CASES = (  # the likeliest first
    "the ", "re ", "case", " v. ", " v ", " vs. ", " -v- ", " c ", "in re ", "ex parte", "matter of", "estate of", ". at ", "ct. at",
    "h at ", "d at ", " cl. at ", " wl ", " u.s. ", "] ", " k.b. ", " q.b. ", " a.c. ", " wallace ", " wheaton ", " cranch ", " s. ct. ",
    " f.2d ", " f.3d ", " f. 2d ", " f. 3d ", " f. supp. ", "u. s., at",
)  # fmt: skip
OF_PROVISIONS = ("art", "§", " s ", " ss ", " s. ", "recital", "section", " sec. ")
HINTS = tuple(dict.fromkeys((*OF_CASES, *OF_PROVISIONS, *FIRST.hints, *THEN.hints)))
BEHIND, BEFORE = read_patterns("legal/provisions", "BEHIND BEFORE")
AGREED = regex.compile(r"\b(?:Charter|Convention|Covenant|Protocol|Statute|Treaty)\b")
MAX = 520  # code points to look at
# The latest is the Platform Accountability and Transparency Act, S. 1874 · It was enacted in the Communications Decency Act of 1994
# It was so held by the Court in the Asylum Case, I.C.J. Reports, 1950
SAID = regex.compile(
    r"(?:(?:(?:Permanent\s|International\s)?Court(?:\sof\s(?:International\s)?Justice)?|Chamber)\sin\s(?:the|its)\s(?=\p{Lu})"
    r"|(?:The|This|That|These|It|One|Another)\s(?:\p{Ll}+\s){0,8}?(?:is|was|are|were)\s(?:\p{Ll}+\s){0,5}(?=\p{Lu}))"
)
SUBJECTS = ("The ", "This ", "That ", "These ", "It ", "One ", "Another ", "Court ", "Permanent ", "International ", "Chamber ")
ADDRESS = regex.compile(r"[,.]?\s(?=(?:available\sat:?\s)?<?https?://)", regex.IGNORECASE)


def read(context: Context, at: int, end: int) -> list[Draft]:
    """Return the citation that begins at `at`."""
    stop = context.piece_end(at, end, MAX)
    # "(Treaty of Portsmouth, September 5, 1903)" dates what the sentence names, unless it cites an article
    in_note = context.kind != "inline"
    found = (
        cases.read_short(context, at, stop)
        or (_by_rule(FIRST, context, at, stop, end) if in_note else None)
        or cases.read_by_number(context, at, stop)
        or cases.read(context, at, stop, end)
        or (_twice_titled(context, at, stop, end) if in_note else None)
        or _by_rule(THEN, context, at, stop, end)
        or (_provision(context, at, stop) if in_note else cases.read_by_year(context, at, stop))
    )
    is_placed = found is not None and found.get("volume") and found.get("container_title")  # 28 U.S.C. § 1605, 330 UNTS 3
    is_bare = not in_note and not is_placed
    if is_bare and found and (found.get("type") == "legislation" or (found.get("type") == "treaty" and not found.locator)):
        return []
    return [_with_address(context, found, end)] if found else []


def _with_address(context: Context, found: Draft, end: int) -> Draft:
    """Keep the address that follows: "(D.C. Cir. Sept. 4, 2008), available at http://…"."""
    if found.form == "full" and ADDRESS.match(context.folded, found.end, end):
        found.end = take_address(context, found.items, found.end, end)
    return found


def _twice_titled(context: Context, at: int, stop: int, end: int) -> Draft | None:
    """Read a notice of the Federal Register whose title has a semicolon, at which other citations end."""
    if not context.folded.startswith("; ", stop) or "fed. reg." not in context.lowered[stop:end]:
        return None
    match = TWICE_TITLED.pattern.match(context.folded, at, min(end, at + MAX))
    return draft(context, TWICE_TITLED, match, end) if match else None


def _by_rule(rules: Rules, context: Context, at: int, stop: int, end: int) -> Draft | None:
    said = SAID.match(context.folded, at, stop) if context.folded.startswith(SUBJECTS, at) else None
    at = said.end() if said else at
    for rule in rules.held(context.lowered[at:stop], context.held):
        if match := rule.pattern.match(context.folded, at, stop):
            return draft(context, rule, match, end)
    return None


def _provision(context: Context, at: int, stop: int) -> Draft | None:
    """Read a provision of what is known by its letters or its name: "GDPR, art 6(1)(f)", "Art. 101 TFEU", "§ 823 Abs. 1 BGB"."""
    match = BEHIND.match(context.folded, at, stop) or BEFORE.match(context.folded, at, stop)
    if match is None or context.outlet(match["title"]):
        return None
    title = context.text[slice(*match.span("title"))]
    if context.known.has_title(title) or title in context.known.short_names:
        named = Item("title", title, *match.span("title"))
        return Draft("short", "legal", at, match.end(), [named], context.text[slice(*match.span("cited"))], 0.8)
    kind = "treaty" if title in load_courts().treaties or AGREED.search(title) else "legislation"
    return draft(context, Rule(kind, match.re, (), 0.8), match, stop)


def read_by_file(context: Context, at: int, end: int) -> list[Draft]:
    """Return the case, gazette or printed paper that begins at `at`: "BVerfG, Urteil vom 12. März 1991, 2 BvE 3/90",

    "Case C-121/21, Czech Republic v Poland, EU:C:2021:752".
    """
    found = _by_rule(FILED, context, at, context.piece_end(at, end, MAX), end)
    return [found] if found else []


FORM = Form("legal", read, HINTS)
BY_FILE = Form("legal_by_file", read_by_file, FILED.hints)
__all__ = ["BY_FILE", "FIRST", "FORM", "HINTS", "THEN", "read"]
