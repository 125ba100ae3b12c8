"""A library in ASCII, for tools that read nothing else: "Путин" becomes "Putin", "日本" "RiBen", "“" a straight quotation mark."""

from __future__ import annotations

from dataclasses import fields, replace
from urllib.parse import quote

from anyascii import anyascii

from cites.library import Library
from cites.model import Name, Reference
from cites.writers import Writer

KEPT = frozenset({"id", "type", "issued", "accessed", "language"})  # ASCII as they are, or no text
ADDRESSES = frozenset({"url", "doi"})  # percent-encoded, so that they still lead there


def write(writer: Writer, library: Library) -> str:
    """The output of a writer in ASCII: `write(WRITERS["ris"], library)`."""
    return anyascii(writer.write(to_ascii(library)))  # a second time for the dashes of dates, which are the writer's own


def to_ascii(library: Library) -> Library:
    """Return the library with every name, title and note of its references transliterated; the readings stay as they are."""
    links = {_address(url): link for url, link in library.links.items()}
    return replace(library, references=tuple(map(transliterate, library.references)), links=links)


def transliterate(reference: Reference) -> Reference:
    """Return a work in ASCII: the family name "Лавров" is "Lavrov"."""
    changes = {field.name: _value(field.name, getattr(reference, field.name)) for field in fields(Reference) if field.name not in KEPT}
    inferred = tuple(replace(guess, ground=anyascii(guess.ground)) for guess in reference.inferred)
    return reference.revised(**changes | {"inferred": inferred})


def _value(field: str, value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_name(item) if isinstance(item, Name) else item for item in value)
    if not isinstance(value, str):
        return value
    return _address(value) if field in ADDRESSES else anyascii(value)


def _name(name: Name) -> Name:
    return Name(*(anyascii(getattr(name, field.name)).replace("`", "'") for field in fields(Name)))


def _address(url: str) -> str:
    """An address with what is not ASCII as its UTF-8 bytes: "https://a.org/б" gives "https://a.org/%D0%B1"."""
    return quote(url, safe="".join(map(chr, range(0x21, 0x7F))), errors="replace")
