"""References as a Markdown list, each with its key: "- **mccurry2015visit** McCurry, Justin. “Visit Postponed.” *The Guardian* …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cites.grammar.urls import with_scheme
from cites.library import Library
from cites.model import Link, Reference
from cites.writers.addresses import encode
from cites.writers.csljson import seen_on
from cites.writers.dates import format_date
from cites.writers.placing import NOT_TEXT, one_line
from cites.writers.plain import MAX_NAMES, Run, format_reference
from cites.writers.words import WORDS, annotate, left_over, tell_copy

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&@^])")
NOT_IN_ADDRESS = re.compile(r"[\s<>\\]")


def write(library: Library) -> str:
    """One item a reference."""
    return "".join(f"- **{_escape(work.id)}** {to_line(work, library.links.get(work.url))}\n" for work in library.references)


def to_line(reference: Reference, link: Link | None = None) -> str:
    """A reference as one line of Markdown, with a full stop; what the line has no place for follows in brackets."""
    runs = format_reference(reference)
    line = "".join(map(_run, runs))
    line += "" if line.endswith((".", ".*", "?", "!", ".”", "?”", "!”")) else "."
    day = reference.accessed or (seen_on(link) if link else "")
    copy, _, address = tell_copy(link)
    grounds = [ground for ground in annotate(reference) if ground.partition("source: ")[2] not in {run.text for run in runs if run.text}]
    notes = [*left_over(reference, _told(reference, runs)), f"accessed {format_date(day)}" if day else "", *grounds]
    told = [_escape(note) for note in map(one_line, notes) if note]
    told += [f"{_escape(copy.removesuffix(address))}<{encode(address, NOT_IN_ADDRESS)}>"] if copy else []
    return f"{line} [{'; '.join(told)}]" if told else line


def _told(reference: Reference, runs: Sequence[Run]) -> set[str]:
    """The fields that stand in the line: a line names no more than so many people, and of an address and a DOI only one."""
    texts, shown = {run.text for run in runs if run.field != "url"}, {run.field for run in runs}
    told = {field for field in WORDS if field in shown or getattr(reference, field) in texts}
    told -= {role for role in ("author", "editor") if len(getattr(reference, role)) > MAX_NAMES}
    told |= {"collection_number"} if "collection_title" in shown else set()
    if reference.doi and "url" in shown:  # the line has the DOI as its address
        told = (told | {"doi"}) - {"url"}
    return told


def _run(run: Run) -> str:
    if run.field == "url":
        return f"<{encode(with_scheme(run.text), NOT_IN_ADDRESS)}>"
    text = _escape(re.sub(r"\s+", " ", NOT_TEXT.sub(" ", run.text)))
    return f"*{text}*" if run.italic and text == text.strip() else text


def _escape(text: str) -> str:
    r"""A text that Markdown shows as it is: "a*b" gives "a\*b"."""
    return SPECIAL.sub(r"\\\1", text)
