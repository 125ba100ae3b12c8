"""Which forms are tried where, and in which order: the first that reads something wins."""

from __future__ import annotations

from cites.forms import bluebook, cjk, conversations, gost, legal, spoken
from cites.forms.archives import archival, fond, sectioned
from cites.forms.books import book, dated, headed
from cites.forms.entry import inverted, listed
from cites.forms.form import Form
from cites.forms.hints import Hints
from cites.forms.links import labelled, linked, linked_title, posted, tagged, web
from cites.forms.official import collected, decrees, figures, issued_by, released, submitted, united_nations
from cites.forms.press import periodical, source_date
from cites.forms.quoted import reviewed, titled
from cites.forms.short import author_year, echoed, ibid, idem, named, recalled, same_file, supra

# Of a note: what points back, what its first words tell, what its numbers tell, what only the order of its fields tells, what is left.
FORMS: tuple[Form, ...] = (
    idem.FORM, same_file.FORM, ibid.FORM, inverted.FORM,
    cjk.FORM, released.FORM, fond.FORM, decrees.FORM, gost.FORM, named.FORM, recalled.FORM, echoed.FORM, collected.FORM, sectioned.FORM,
    archival.FORM, legal.FORM, supra.FORM, united_nations.FORM, submitted.FORM, issued_by.FORM,
    conversations.FORM, spoken.FORM, posted.FORM, reviewed.FORM, bluebook.FORM, listed.FORM, dated.FORM, titled.FORM,
    echoed.PHRASE, figures.FORM, source_date.FORM, named.AUTHOR, book.FORM, periodical.FORM, author_year.FORM, web.FORM,
    linked_title.FORM, tagged.FORM, labelled.FORM,
)  # fmt: skip

# Of a parenthesis in running text, where a source and a date are the rule.
INLINE_FORMS: tuple[Form, ...] = (
    same_file.FORM, ibid.FORM,
    cjk.FORM, fond.FORM, decrees.FORM, gost.FORM, spoken.FORM, archival.FORM, united_nations.FORM, issued_by.FORM,
    legal.BY_FILE, supra.FORM, titled.FORM, headed.FORM, source_date.FORM, legal.FORM, named.FORM, named.AUTHOR, book.FORM,
    linked.FORM,
)  # fmt: skip

# That may begin within a sentence ("the argument is that of Goncharov, Lewis and Xue, Uncertain Partners, p. 92"), and how sure of itself
# each must be there; what is not in the second table must be quite sure.
AMID: tuple[Form, ...] = (
    ibid.FORM, gost.FORM, supra.FORM, named.FORM, recalled.FORM, echoed.FORM, collected.FORM, archival.FORM, legal.FORM,
    bluebook.FORM, dated.FORM,
    titled.FORM, source_date.FORM, named.AUTHOR, periodical.FORM, book.FORM, author_year.FORM, united_nations.FORM, tagged.FORM,
)  # fmt: skip
SURE_AMID = {
    "author_year": 0.9, "gost": 0.9, "ibid": 0.9, "named": 0.9, "recalled": 0.9, "supra": 0.9, "legal": 0.9, "collected": 0.9,
    "archival": 0.9, "echoed": 0.9,
    "bluebook": 0.9, "source_date": 0.9, "united_nations": 0.9, "titled": 0.8, "book": 0.8, "tagged": 0.7,
}  # fmt: skip

# That take what is left: where they find neither who published a work nor what it is part of, the tagger is asked too.
LOOSE: tuple[Form, ...] = (book.FORM, web.FORM)

HINTS = Hints(hint for form in (*FORMS, *INLINE_FORMS) for hint in form.hints)
