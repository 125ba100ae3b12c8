"""How citations are printed: one file a form, in the order in which they are tried; the first that fits wins."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms import (
    archival,
    author_year,
    bluebook,
    book,
    cjk,
    collected,
    conversations,
    dated,
    decrees,
    fond,
    gost,
    ibid,
    idem,
    legal,
    linked,
    listed,
    named,
    periodical,
    released,
    source_date,
    spoken,
    supra,
    tagged,
    titled,
    united_nations,
    web,
)
from cites.forms.bibliography import read_listed
from cites.forms.captions import is_caption
from cites.forms.entry import read_entry
from cites.forms.form import Context, Draft, Form, Known
from cites.forms.signals import next_boundary, skip_signals
from cites.knowledge import load

# Of a note, from the most particular to the loosest.
FORMS: tuple[Form, ...] = (
    idem.FORM, ibid.FORM, cjk.FORM, released.FORM, fond.FORM, decrees.FORM, gost.FORM, collected.FORM, archival.FORM, legal.FORM,
    supra.FORM, united_nations.FORM, conversations.FORM, spoken.FORM, bluebook.FORM, listed.FORM, dated.FORM, titled.FORM, source_date.FORM,
    named.FORM, book.FORM, periodical.FORM, author_year.FORM, web.FORM, tagged.FORM,
)  # fmt: skip
# Of a parenthesis in running text.
INLINE_FORMS: tuple[Form, ...] = (
    ibid.FORM, cjk.FORM, fond.FORM, decrees.FORM, gost.FORM, spoken.FORM, archival.FORM, united_nations.FORM,
    titled.FORM, source_date.FORM, legal.FORM, supra.FORM, named.FORM, book.FORM, linked.FORM,
)  # fmt: skip
# That may begin within a sentence: "the argument is that of Goncharov, Lewis and Xue, Uncertain Partners, p. 92".
AMID: tuple[Form, ...] = (
    ibid.FORM, gost.FORM, supra.FORM, collected.FORM, legal.FORM, bluebook.FORM, dated.FORM, titled.FORM, source_date.FORM, named.FORM,
    periodical.FORM, book.FORM, author_year.FORM, united_nations.FORM, tagged.FORM,
)  # fmt: skip


def read_note(context: Context) -> list[Draft]:
    """Return the citations of a note, one after the other; what is comment between them is left out."""
    drafts: list[Draft] = []
    folded, end = context.folded, len(context.folded)
    at = skip_signals(folded, 0, end)
    while at < end:
        found = first_fit(FORMS, context, at, end) or find_amid(context, at, next_boundary(folded, at, end), end)
        if found:
            drafts.extend(found)
            context.known.learn(found)
            at = max(found[-1].end, at + 1)
            if found[-1].form != "full" and (more := ANOTHER.match(folded, at)):  # "Watson (n 19) 651 and Craig and Schønberg (n 8) 700"
                at = more.end()
                continue
            rest = "" if folded[at - 1] == "." else folded[at : at + 2]  # "22 декабря 1929 г.", "S. 201 ff."
            if rest and rest[0] not in ",.;:)]" and not rest.isspace() and folded[at - 2 : at - 1] != ";":
                at = next_boundary(folded, at - 1, end)
        else:
            at = next_boundary(folded, at, end)
        at = skip_signals(folded, at, end)
    return drafts or _in_comment(context)


def _in_comment(context: Context) -> list[Draft]:
    """Return what a note that is comment cites in parentheses, and the addresses that it gives: "They are at https://…"."""
    folded, end = context.folded, len(context.folded)
    found = [draft for match in PARENTHESIS.finditer(folded) for draft in read_inline(context, *match.span("inside"))]
    return [draft for draft in found if draft.confidence >= (0.9 if draft.form == "full" else 0.8)] or [
        draft for match in ADDRESS.finditer(folded) for draft in web.FORM.read(context, match.start(), end)[:1]
    ]


ANOTHER = regex.compile(r"\s(?:and|with)\s(?=[\p{Lu}“‘])")
ADDRESS = regex.compile(r"https?://")
PARENTHESIS = regex.compile(r"\((?P<inside>[^()]{6,400})\)")  # in a note that is comment: "(Interfax, January 26, 2012)"


def find_amid(context: Context, at: int, stop: int, end: int) -> list[Draft]:
    """Return the citation that a sentence leads to: "the argument is that of Goncharov, Lewis and Xue, Uncertain Partners, p. 92"."""
    for match in AMID_START.finditer(context.folded, at + 1, stop):
        found = first_fit(AMID, context, match.end(), end)
        if found and _is_certain(found[0]):
            return found
    return []


AMID_START = regex.compile(
    r"(?<=(?<!\p{L})\p{Ll}[\p{L}'-]*[,):]?[”\"]?\s)(?=\p{Lu})|(?<=\p{L}[,):]?\s)(?="  # not within a name: "Military Balance"
    + "|".join(regex.escape(word) for word in load()["ibid"])
    + ")"
)
CERTAIN = {
    "author_year": 0.9, "gost": 0.9, "ibid": 0.9, "named": 0.9, "supra": 0.9, "legal": 0.9, "collected": 0.9, "bluebook": 0.9,
    "titled": 0.8, "book": 0.8, "source_date": 0.9, "tagged": 0.7, "united_nations": 0.9,
}  # fmt: skip


def _is_certain(draft: Draft) -> bool:
    if draft.confidence < CERTAIN.get(draft.matched_by, 1.0):
        return False
    if draft.matched_by == "book" and draft.get("publisher_place") and draft.get("publisher"):
        return True
    if draft.matched_by in ("bluebook", "titled", "book", "supra", "gost"):
        return bool(draft.get("author"))
    if draft.matched_by == "united_nations":
        return "/" in draft.get("number") and draft.items[0].start == draft.items[1].start
    return draft.matched_by != "source_date" or len(draft.get("issued")) >= 7


def first_fit(forms: tuple[Form, ...], context: Context, at: int, end: int) -> list[Draft]:
    for form in forms:
        if context.may_hold(form) and (found := form.read(context, at, end)):
            return _second_opinion(found, context, at, end) if form in UNSURE else found
    return []


APPEARED = ("container_title", "publisher", "publisher_place", "url")
UNSURE = (book.FORM, web.FORM)  # where they find neither who published a work nor what it is part of, the tagger is asked


def _second_opinion(found: list[Draft], context: Context, at: int, end: int) -> list[Draft]:
    first = found[0]
    if context.kind == "inline" or first.form != "full" or any(first.get(field) for field in APPEARED):
        return found
    other = tagged.FORM.read(context, at, end)
    return other if other and other[0].end > first.end else found


def read_inline(context: Context, at: int = 0, end: int | None = None) -> list[Draft]:
    """Return the citations of a parenthesis in running text; nothing unless what stands there is used up."""
    folded = context.folded
    end = len(folded) if end is None else end
    drafts: list[Draft] = []
    at = skip_signals(folded, at, end)
    while at < end:
        found = first_fit(INLINE_FORMS, context, at, end) or find_amid(context, at, next_boundary(folded, at, end), end)
        if found:
            cited = [draft for draft in found if not is_caption(context, draft)]
            drafts.extend(cited)
            context.known.learn(cited)
            at = max(found[-1].end, at + 1)
        at = next_boundary(folded, at - 1 if found else at, end)
        at = skip_signals(folded, at, end)
    return drafts


__all__ = ["FORMS", "INLINE_FORMS", "Context", "Draft", "Form", "Known", "read_entry", "read_inline", "read_listed", "read_note"]
