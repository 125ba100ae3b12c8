"""A person's bibliography with further works behind it: each byte that was there stays, in its order."""

from __future__ import annotations

from cites.bibliographies import Bibliography
from cites.errors import ReadError


def append(kept: Bibliography, entries: str) -> str:
    """The text of a bibliography and further entries, which are a text in the same format; line ends are those of the file."""
    if "\r\n" in kept.text:
        entries = entries.replace("\n", "\r\n")
    if kept.format == "csl-json":
        return _into_array(kept, entries)
    if not entries.strip():
        return kept.text
    end = "\r\n" if "\r\n" in kept.text else "\n"
    gap = "" if not kept.text.strip("\ufeff") else end if kept.text.endswith("\n") else end * 2
    return kept.text + gap + entries


def _into_array(kept: Bibliography, entries: str) -> str:
    """The items of one array put before the bracket that closes another."""
    items = entries.strip().removeprefix("[").removesuffix("]").strip("\r\n")
    bracket = kept.text.rfind("]")
    if bracket < 0 or kept.text.lstrip("\ufeff \t\r\n")[:1] != "[":
        raise ReadError(kept.name, "is no array of works", "export it as CSL-JSON: [{…}, {…}]")
    if not items.strip():
        return kept.text
    before = kept.text[:bracket].rstrip()
    end = "\r\n" if "\r\n" in kept.text else "\n"
    return before + ("" if before.endswith("[") else ",") + end + items + end + kept.text[bracket:]
