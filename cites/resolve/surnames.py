"""People with two family names, as a later short form tells: "Tulio Halperín Donghi" is Halperín Donghi where another note has
"Halperín Donghi, *Revolución y guerra*, 81".
"""

from __future__ import annotations

from dataclasses import replace

from cites.grammar.person import is_given
from cites.model import Citation, Name, Reference


def with_both_surnames(reference: Reference, short: Citation) -> Reference:
    """Return a work with the family names of its people as the short form has them."""
    field = "author" if reference.author else "editor"
    people: tuple[Name, ...] = getattr(reference, field)
    said = [part.value for part in short.parts if part.field in ("author", "editor") and isinstance(part.value, Name)]
    whole = tuple(next((both for name in said if (both := _join(one, name))), one) for one in people)
    return reference if whole == people else reference.revised(**{field: whole})


def _join(full: Name, short: Name) -> Name | None:
    """Return "Tulio | Halperín Donghi" of "Tulio Halperín | Donghi" and "Halperín | Donghi"; not where a second given name is called."""
    first, _, last = (short.literal or f"{short.given} {short.family}").strip().rpartition(" ")
    if last != full.family or not first[:1].isupper() or "." in first or is_given(first.split()[0]) or not full.given.endswith(f" {first}"):
        return None
    return replace(full, given=full.given[: -len(first) - 1], family=f"{first} {full.family}")
