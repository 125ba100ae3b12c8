"""Which forms are tried where, and in which order: the first that reads something wins (`first_fit`)."""

from __future__ import annotations

from cites.forms import bluebook, cjk, conversations, gbt, gost, legal, spoken
from cites.forms.archives import archival, fond, sectioned
from cites.forms.books import book, canonical, dated, headed, placed
from cites.forms.entry import inverted, listed
from cites.forms.form import Context, Draft, Form
from cites.forms.hints import Hints
from cites.forms.links import labelled, linked, linked_title, posted, tagged, web
from cites.forms.official import collected, decrees, figures, issued_by, released, submitted, united_nations
from cites.forms.press import periodical, source_date
from cites.forms.quoted import headword, reviewed, titled
from cites.forms.short import author_year, echoed, ibid, idem, named, recalled, same_file, supra
from cites.forms.signals import ANOTHER

# Of a note: what points back, what its first words tell, what its numbers tell, what only the order of its fields tells, what is left.
FORMS: tuple[Form, ...] = (
    idem.FORM, same_file.FORM, ibid.FORM, gbt.FORM, canonical.FORM, inverted.FORM,
    cjk.FORM, released.FORM, fond.FORM, decrees.FORM, gost.FORM, named.FORM, recalled.FORM, echoed.FORM, collected.FORM, sectioned.FORM,
    legal.FORM, archival.FORM, decrees.GAZETTED, supra.FORM, united_nations.FORM, submitted.FORM, issued_by.FORM,
    conversations.FORM, spoken.FORM, posted.FORM, headword.FORM, reviewed.FORM, bluebook.FORM, listed.FORM, placed.FORM, dated.FORM,
    titled.FORM, echoed.PHRASE, figures.FORM, source_date.FORM, named.AUTHOR, periodical.FORM, book.FORM, periodical.LAST, author_year.FORM,
    web.FORM, linked_title.FORM, tagged.FORM, labelled.FORM,
)  # fmt: skip

# Of a parenthesis in running text, where a source and a date are the rule.
INLINE_FORMS: tuple[Form, ...] = (
    same_file.FORM, ibid.FORM, canonical.FORM,
    cjk.FORM, fond.FORM, decrees.FORM, gost.FORM, spoken.FORM, archival.FORM, united_nations.FORM, issued_by.FORM, figures.FORM,
    legal.BY_FILE, supra.FORM, bluebook.IN_CAPITALS, titled.FORM, headed.FORM, periodical.FORM, source_date.FORM, legal.FORM,
    named.FORM, named.AUTHOR, book.FORM, linked.FORM,
)  # fmt: skip

# That point back: a note in which nothing was read is read by them again once all works are known.
SHORT_FORMS: tuple[Form, ...] = (named.FORM, recalled.FORM, echoed.FORM, echoed.PHRASE, named.AUTHOR)

# That may begin within a sentence ("the argument is that of Gorchakov, Lennox and Xin, Unequal Partners, p. 91"), and how sure of itself
# each must be there: those of the table so much, others `SURE`.
AMID: tuple[Form, ...] = (
    idem.FORM, ibid.FORM, canonical.FORM,
    gost.FORM, supra.FORM, named.FORM, recalled.FORM, echoed.FORM, collected.FORM, archival.FORM, legal.FORM,
    bluebook.FORM, placed.FORM, dated.FORM, titled.FORM, source_date.FORM, named.AUTHOR, periodical.FORM, book.FORM, author_year.FORM,
    united_nations.FORM, tagged.FORM,
)  # fmt: skip
SURE = 0.9
SURE_AMID = {"periodical": 0.85, "titled": 0.8, "book": 0.8, "tagged": 0.7}

# That take what is left: where they find neither who published a work nor what it is part of, the tagger is asked too.
LOOSE: tuple[Form, ...] = (book.FORM, web.FORM)

HINTS = Hints(hint for form in (*FORMS, *INLINE_FORMS) for hint in form.hints)
CONTAINED = ("container_title", "publisher", "publisher_place", "url")  # what tells that a work appeared in something


def first_fit(forms: tuple[Form, ...], context: Context, at: int, end: int) -> list[Draft]:
    """Return what the first form that fits reads at `at`, nothing where none does."""
    for form in forms:
        if context.may_hold(form) and (found := form.read(context, at, end)):
            return _second_opinion(found, context, at, end) if form in LOOSE else found
    return []


def _second_opinion(found: list[Draft], context: Context, at: int, end: int) -> list[Draft]:
    """Return what the tagger reads instead, where that is more and the rules found a title with nothing that it appeared in."""
    first = found[0]
    if context.kind == "inline" or first.form != "full" or any(map(first.get, CONTAINED)) or _is_whole(context, first, end):
        return found
    other = tagged.FORM.read(context, at, end)
    return other if other and other[0].end > first.end else found


def _is_whole(context: Context, draft: Draft, end: int) -> bool:
    """True for a work with author and date that is a link, or in italics with another behind: "Berg, *Road* (1953), and Falk, *Law* …"."""
    span = next(((item.start, item.end) for item in draft.items if item.field == "title"), None)
    is_followed = context.folded.startswith("; ", draft.end) or ANOTHER.match(context.folded, draft.end, end) is not None
    is_set = (is_followed and span in context.italics) or any(link[:2] == span for link in context.links)
    return is_set and bool(draft.get("author") and draft.get("issued"))
