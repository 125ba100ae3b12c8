"""A library made by hand for the tests of numbers and of the report: five short articles, written for it.

A sentence is written as it is printed, with `{key|printed}` around each citation (`{key|printed|ibid}` for another form, no key for
a credit) and `^3` where a note is called; the notes follow the sentences. The spans are cut from that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sample_texts import ARTICLES, FINDINGS, LINKS, LOW, OUTLETS, WORKS

from cites.library import Library
from cites.model import Citation, Document, Finding, Inferred, Link, Name, Outlet, Part, Reading, Reference, Span

CITED = re.compile(r"\{(?P<key>[^|}]*)\|(?P<printed>[^|}]*)(?:\|(?P<form>[^}]*))?\}")


def sample_library() -> Library:
    """Five documents, some 120 citations, 26 sources, with findings, links, notes and several scripts."""
    return Library(
        readings=tuple(_reading(number, *article) for number, article in enumerate(ARTICLES)),
        references=tuple(sorted(WORK.values(), key=_order)),
        outlets={row[0]: Outlet(row[0], kind=row[1], country=row[2], owner=row[3], language=row[4]) for row in OUTLETS},
        links={row[0]: Link(row[0], verdict=row[1], status=row[2], reason=row[3], moved_to=row[4]) for row in LINKS},
    )


def made_library(documents: int, citations: int, works: int = 0, outlets: int = 1) -> Library:
    """A library of a given size, for the tests of speed and size: `citations` in each document, the sample's texts over and over.

    With `outlets` there are so many times more sources: "Interfax", "Interfax 2" …
    """
    sample = sample_library()
    references = tuple(
        Reference(id=f"{work.id}-{turn}", **{name: getattr(work, name) for name in FIELDS}, source=_turn(work.source, turn % outlets))
        for turn in range(max(1, (works or documents * citations // 2) // len(sample.references)))
        for work in sample.references
    )
    return Library(
        readings=tuple(_made(sample, number, citations, references) for number in range(documents)),
        references=references,
        outlets={_turn(name, turn): replace(outlet, name=_turn(name, turn)) for turn in range(outlets) for name, outlet in sample.outlets.items()},
        links=sample.links,
    )


FIELDS = [name for name in Reference.__slots__ if name not in ("id", "url", "source")]


def _turn(name: str, turn: int) -> str:
    return f"{name} {turn + 1}" if name and turn else name


def _made(sample: Library, number: int, citations: int, references: Sequence[Reference]) -> Reading:
    like = sample.readings[number % len(sample.readings)]
    length = len(like.document.text)
    made, works = [], {}
    for turn in range(citations):
        again, index = divmod(turn, len(like.citations))
        citation = like.citations[index]
        work = references[(number * 7 + turn * 13) % len(references)]
        works[work.id] = work
        made.append(replace(
            citation, kind="inline", note="", reference=work.id, span=_later(citation.span, again * length), claim=_later(citation.claim, again * length)
        ))  # fmt: skip
    text = like.document.text * (1 + (citations - 1) // len(like.citations))
    return Reading(Document(f"{number:05}.txt", text, like.document.about), tuple(made), tuple(works.values()), findings=like.findings)


def _later(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None


def _order(reference: Reference) -> tuple[str, str]:
    first = reference.author[0] if reference.author else None
    return (first.family or first.literal if first else reference.source or reference.title).casefold(), reference.issued


def _reference(key: str, fields: Mapping[str, object]) -> Reference:
    values = dict(fields)
    names = {role: tuple(_name(name) for name in values.pop(role)) for role in ("author", "editor") if role in values}
    inferred = tuple(Inferred(*row) for row in values.pop("inferred", ()))
    return Reference(id=key, **{"type": "article-newspaper", **values, **names}, inferred=inferred)


def _name(printed: str) -> Name:
    given, _, family = printed.rpartition(" ")
    return Name(family=family, given=given)


WORK = {key: _reference(key, fields) for key, fields in WORKS.items()}


def _reading(number: int, name: str, about: Mapping[str, str], sentences: str, notes: str) -> Reading:
    text, citations = "", []
    callouts: dict[str, Span] = {}
    for paragraph in sentences.strip().split("\n\n"):
        for line in paragraph.split("\n"):
            start = len(text)
            plain, found = _cut(line, start)
            for match in re.finditer(r"\^(\d+)", plain):
                callouts[match[1]] = Span(start, start + len(plain))
            text += plain
            citations += [(span, key, form, "", Span(start, len(text))) for span, key, form in found]
            text += " "
        text = text[:-1] + "\n\n"
    for line in filter(None, notes.strip().split("\n")):
        label = line.split(".", 1)[0]
        plain, found = _cut(line, len(text))
        text += plain + "\n"
        citations += [(span, key, form, label, callouts.get(label)) for span, key, form in found]
    return Reading(
        Document(name, text, Reference(**about)),
        tuple(_citation(number, text, *row) for row in citations),
        references=tuple(WORK[key] for key in dict.fromkeys(key for _, key, *_ in citations) if key in WORK),
        findings=tuple(_findings(number, text)),
    )


def _cut(line: str, offset: int) -> tuple[str, list[tuple[Span, str, str]]]:
    """A line without its braces, and the span, key and form of each citation."""
    plain, found, end = "", [], 0
    for match in CITED.finditer(line):
        plain += line[end : match.start()]
        span = Span(offset + len(plain), offset + len(plain) + len(match["printed"]))
        found.append((span, match["key"], match["form"] or "full"))
        plain += match["printed"]
        end = match.end()
    return plain + line[end:], found


def _citation(number: int, text: str, span: Span, key: str, form: str, label: str, claim: Span | None) -> Citation:
    kind = "note" if label else "inline"
    if not key:
        return Citation(span, "credit", "full", "credit")
    locator = re.search(r"(\d+)$", text[span.start : span.end]) if form != "full" else None
    return Citation(
        span,
        kind,
        form,
        matched_by="ibid" if form == "ibid" else "short_titled" if form == "short" else "source_date",
        parts=(Part("source", WORKS.get(key, {}).get("source", ""), None),),
        locator=locator[1] if locator else "",
        note=label,
        claim=claim,
        reference="" if key == "?" else key,
        confidence=0.6 if (number, text[span.start : span.end]) in LOW else 0.95,
    )


def _findings(number: int, text: str) -> Iterator[Finding]:
    for document, code, severity, message, printed, ground, fix in FINDINGS:
        if document == number:
            start = text.rfind(printed)
            yield Finding(code, message, severity, Span(start, start + len(printed)) if printed else None, ground, fix)
