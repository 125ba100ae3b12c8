"""Plain text: the text is the decoded file itself."""

from __future__ import annotations

from collections.abc import Callable

from cites.model import Document
from cites.readers.decode import decode, report_guess
from cites.readers.head import read_head


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; what it says about itself ("Publication: …", "By …") comes from its first lines."""
    decoded = decode(data, name)
    report_guess(decoded, name, warn)
    return Document(name=name, text=decoded.text, about=read_head(decoded.text))
