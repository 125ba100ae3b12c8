"""How citations are printed: one file a form, the order of the forms in `order`, notes and parentheses in `reading`, entries in `entry`."""

from __future__ import annotations

from cites.forms.entry import read_entry
from cites.forms.entry.bibliography import read_listed
from cites.forms.form import Context, Draft, Form, Known
from cites.forms.order import FORMS, HINTS, INLINE_FORMS
from cites.forms.reading import read_again, read_inline, read_note

__all__ = [
    "FORMS", "HINTS", "INLINE_FORMS", "Context", "Draft", "Form", "Known", "read_again", "read_entry", "read_inline", "read_listed",
    "read_note",
]  # fmt: skip
