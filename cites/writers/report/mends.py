"""The lines of cites.toml that would settle a finding, ready to be copied; docs/corrections.md says what they may hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import PurePath

from cites.model import Finding, Reading, Reference
from cites.stats import Use
from cites.writers.report.anchors import squeeze

MAX_WORDS = 200  # code points of a text that a line of TOML quotes
OPEN_YEAR = "XXXX"
TELLING = ("title", "container_title", "publisher", "issued")  # fields of a work by which one sees whether it was read rightly
LED_NOWHERE = frozenset({"ibid-without-work", "short-form-unresolved"})
CANDIDATES = 3  # works that an "ibid." may mean


def settle(finding: Finding, reading: Reading, use: Use | None) -> str:
    """The lines for a finding; `use` is the citation that it is about, "" where no correction settles it.

    "Cinia" that is no citation gives `[[skip]]`, `file = "baltic-cables.md"`, `text = "Cinia"`.
    """
    write = MENDS.get(finding.code)
    return write(finding, reading, use) if write else ""


def _skip(finding: Finding, reading: Reading, use: Use | None) -> str:
    place = _place(finding, reading, use)
    read = _as_read(use.reference) if use and use.reference else ""
    return f"[[skip]]  # if it is no citation\n{place}{read}" if place else ""


def _as_read(work: Reference) -> str:
    """What was read, to be put right where it is wrong: an entry that counts for nothing until its "#" are taken out."""
    names = ", ".join(_quoted(name.literal or f"{name.family}, {name.given}".rstrip(", ")) for name in work.author)
    fields = [f"author = [{names}]"] if names else []
    fields += [f"{name} = {_quoted(value)}" for name in TELLING if (value := str(getattr(work, name)))]
    return f"\n\n# [[reference]]  # or as it should be, if it is read wrongly\n# key = {_quoted(work.id)}\n# set = {{{', '.join(fields)}}}"


def _citation(finding: Finding, reading: Reading, use: Use | None) -> str:
    place = _place(finding, reading, use)
    keys = ", ".join(_candidates(finding, reading, use))
    meant = f"with the key of the work that is meant{': ' if keys else ''}{keys}"
    other = "; or [[skip]] without a key, if it is no citation" if finding.code in LED_NOWHERE else ""
    return f'[[citation]]  # {meant}{other}\n{place}\nkey = "…"' if place else ""


def _candidates(finding: Finding, reading: Reading, use: Use | None) -> list[str]:
    """The keys of the works that it may mean: those of the same author, and for an "ibid." the last that were cited before it."""
    if use and use.reference and finding.code.startswith("short-form"):
        families = {name.family or name.literal for name in use.reference.author}
        others = [work for work in reading.references if work.id != use.reference.id or finding.code not in LED_NOWHERE]
        return [work.id for work in others if families & {name.family or name.literal for name in work.author}]
    before = (citation.reference for citation in reversed(reading.citations) if finding.span and citation.span < finding.span)
    return list(dict.fromkeys(filter(None, before)))[:CANDIDATES]


def _place(finding: Finding, reading: Reading, use: Use | None) -> str:
    """Where it stands: its words where they stand there alone, else its note where that has no other citation."""
    if finding.span is None:
        return ""
    text, printed = reading.document.text, reading.document.text[slice(*finding.span)]
    file = f"file = {_quoted(PurePath(reading.document.name).name)}"
    if len(printed) <= MAX_WORDS and squeeze(text).count(squeeze(printed)) == 1:
        return f"{file}\ntext = {_quoted(squeeze(printed))}"
    note = use.citation.note if use else ""
    alone = sum(citation.note == note for citation in reading.citations) == 1
    return f"{file}\nnote = {_quoted(note)}" if note and alone else ""


def _year(finding: Finding, reading: Reading, use: Use | None) -> str:
    if use is None or use.reference is None or not use.reference.issued.startswith(OPEN_YEAR):
        return ""
    issued = use.reference.issued.replace(OPEN_YEAR, "YYYY")
    return f"[[reference]]  # with its year in place of YYYY\nkey = {_quoted(use.reference.id)}\nset = {{issued = {_quoted(issued)}}}"


def _alias(finding: Finding, reading: Reading, use: Use | None) -> str:
    if use is None or use.reference is None or not finding.fix:
        return ""
    return f"[outlets.{_quoted(finding.fix)}]  # if it is the same source\naliases = [{_quoted(use.reference.container_title)}]"


def _outlet(finding: Finding, reading: Reading, use: Use | None) -> str:
    name = reading.document.text[slice(*finding.span)].partition(",")[0].strip() if finding.span else ""
    return f'[outlets.{_quoted(name)}]  # if it is a source\nkind = "newspaper"' if name else ""


def _quoted(text: str) -> str:
    """A string of TOML. Source: TOML 1.0, basic strings; JSON escapes all that they must, but for one control code."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


MENDS: Mapping[str, Callable[[Finding, Reading, Use | None], str]] = {
    "ibid-ambiguous": _citation,
    "ibid-without-work": _citation,
    "note-unread": _skip,
    "outlet-near-miss": _alias,
    "reading-uncertain": _skip,
    "short-form-ambiguous": _citation,
    "short-form-unresolved": _citation,
    "source-unknown": _outlet,
    "year-unknown": _year,
}
