"""Where a paper is kept, as bibliographies print it behind its date: "MG368, Box 2, Folder 60. University of Idaho Library"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Item

HELD = regex.compile(
    r"\.\s(?P<archive_location>\p{Lu}[^.;“”()]{0,60}(?:\([^()]{2,30}\))?[^.;“”()]{0,30}\b(?:Box|Folder|Carton|Reel|MSS?|Series|Folio"
    r"|File)\s"
    r"[^.;“”()]{1,80}(?:\s\([^()]{2,120}\))?)\.\s"
    r"(?P<archive>\p{Lu}[^.;“”]{0,90}\b(?:Archives?|Library|Libraries|Collections?|Museum|Society|Center|Centre)\b[^.;“”]{0,60})(?=\.|$)"
)
SIGNS = ("Box ", "Folder ", "Carton ", "Reel ", "MS", "Series ", "Folio ", "File ")


def read_held(context: Context, at: int, end: int) -> list[Item]:
    """Return the signature and the archive that stand behind the full stop at `at`, and the type; nothing where they do not."""
    match = HELD.match(context.folded, at, end) if any(sign in context.text for sign in SIGNS) else None
    if match is None:
        return []
    found = [Item.cut(field, context.text, match.span(field)) for field in ("archive_location", "archive")]
    return [*found, Item("type", "document", at, at)]
