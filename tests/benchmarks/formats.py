"""How well each format is read, against the same articles as plain text: `python tests/benchmarks/formats.py [FORMAT …]`

The articles of the gold sets are rendered by pandoc, once with the notes as the program's own (real) and once as paragraphs with their
labels (typed). Nothing has offsets here: citations are paired by note and words, also those of the text that all are compared with.

    text      as plain text, which the other rows should reach
    metadata  documents whose title (and author and date, where the text prints them) are as the plain text or the page says
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

TOP = Path(__file__).parent.parent.parent
sys.path[:0] = [str(TOP), str(TOP / "tests")]

from gold_sets import SETS, load_scorer  # noqa: E402

from cites.extract import Extractor  # noqa: E402
from cites.library import Library  # noqa: E402
from cites.model import Document, Span  # noqa: E402
from cites.readers import READERS, read, read_bytes  # noqa: E402
from cites.writers import WRITERS  # noqa: E402
from cites.zones import find_zones  # noqa: E402

MADE_OF = {"pdf": "docx"}  # by LibreOffice
FORMATS = {"docx": "docx", "odt": "odt", "rtf": "rtf", "epub": "epub", "html": "html", "latex": "latex"}  # ours: pandoc's
SUFFIXES = {"latex": ".tex"}
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!|<>$~^@\"'-])")


class Article(NamedTuple):
    """A document of the gold sets, what is cited in it, and how pandoc is told of it."""

    document: Document
    gold: dict[str, Any]
    real: str  # Markdown, with the notes as notes
    typed: str  # with the notes as paragraphs
    numbers: dict[str, str]  # the label that each note has where programs number them, in place of its own


def articles(sets: list[str]) -> Iterator[Article]:
    """The articles of the sets whose folders are here."""
    for name in sets:
        folder, documents = SETS[name]
        for path in sorted(folder.glob("*.json")):
            gold = json.loads(path.read_text("utf-8"))
            document = read(documents / gold["file"], f"{name}-{gold['file']}")
            real, numbers = markdown(document, real=True)
            yield Article(document, unplaced(gold, document), real, markdown(document, real=False)[0], numbers)


def unplaced(gold: dict[str, Any], document: Document) -> dict[str, Any]:
    """The gold of an article without offsets, its citations in the words that are seen."""
    seen = [{**item, "start": None, "end": None, "text": words(item["text"], document)} for item in gold["citations"]]
    return {**gold, "file": document.name, "citations": seen, "callouts": None}


def words(text: str, document: Document) -> str:
    return read_bytes(text.encode(), "a.md").text if document.source_text and text.strip() else text


def markdown(document: Document, *, real: bool) -> tuple[str, dict[str, str]]:
    """The article as pandoc's Markdown: its italics, links and headings, and with `real` its notes, with their new numbers."""
    text = document.text
    zones, callouts = find_zones(document)
    notes = {zone.label: zone.span for zone in zones if zone.kind == "note"} if real else {}
    counted = [zone.label for zone in zones if zone.kind == "note"]
    calls = [callout.note for callout in callouts]
    if len(set(counted)) < len(counted) or len(set(calls)) < len(calls):
        notes = {}  # chapters that count anew, or a note that is called twice: pandoc would number them otherwise
    called = [callout for callout in callouts if callout.note in notes]
    cuts: list[tuple[int, int, str]] = []  # where, how much of the text it replaces, by what
    for callout in {callout.span: callout for callout in called}.values():
        cuts.append((callout.span.start, callout.span.end, f"[^{callout.note}]"))
    kept = {callout.note: str(number) for number, callout in enumerate({c.note: c for c in sorted(called, key=lambda c: c.span)}.values(), 1)}
    for zone in zones:
        if zone.kind == "note" and zone.label in kept:
            cuts.append((line_start(text, zone.span.start), zone.span.end, ""))
    for mark in document.marks:
        if mark.kind == "italic" and not any(a < mark.span.end and mark.span.start < b for a, b, _ in cuts):
            cuts.append((*mark.span, f"*{escaped(text[slice(*mark.span)].strip())}*"))
        elif mark.kind == "link" and not any(a < mark.span.end and mark.span.start < b for a, b, _ in cuts):
            cuts.append((*mark.span, f"[{escaped(text[slice(*mark.span)])}](<{mark.value}>)"))
    body = cut(text, Span(0, len(text)), cuts)
    for mark in document.marks:
        if mark.kind == "heading":
            printed = escaped(text[slice(*mark.span)].strip())
            body = body.replace(f"\n{printed}\n", f"\n{'#' * int(mark.value)} {printed}\n", 1)
    inner = [c for c in cuts if c[2]]
    said = "".join(f"\n\n[^{label}]: {indented(note(document, notes[label], inner))}" for label in kept)
    return body + said + "\n", kept


def note(document: Document, span: Span, cuts: list[tuple[int, int, str]]) -> str:
    own = []
    for mark in document.marks:
        if span.start <= mark.span.start and mark.span.end <= span.end and not any(a < mark.span.end and mark.span.start < b for a, b, _ in own):
            printed = escaped(document.text[slice(*mark.span)].strip())
            if mark.kind == "italic":
                own.append((*mark.span, f"*{printed}*"))
            elif mark.kind == "link":
                own.append((*mark.span, f"[{printed}](<{mark.value}>)"))
    return cut(document.text, span, own)


def cut(text: str, span: Span, cuts: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = span.start
    for start, end, instead in sorted(cuts):
        if start >= at and end <= span.end:
            parts += escaped(text[at:start]), instead
            at = end
    parts.append(escaped(text[at : span.end]))
    return "".join(parts)


def escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)


def indented(text: str) -> str:
    return re.sub(r"\n\s*\n\s*", "\n\n    ", text).strip()


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def render(article: Article, source: str, format: str, folder: Path) -> Path:
    """The article as a file of a format; its title, author and date are given to pandoc as they were read."""
    path = folder / (article.document.name.rpartition(".")[0] + SUFFIXES.get(format, f".{format}"))
    command = ["pandoc", "-f", "markdown+hard_line_breaks-yaml_metadata_block-tex_math_dollars-smart", "-t", FORMATS[format], "-s", "--wrap=none", "-o", path]
    about = article.document.about
    command += ["-M", f"title={about.title or 'Untitled'}", "-M", f"date={about.issued}"]
    command += [part for author in about.author for part in ("-M", f"author={author}")]
    subprocess.run(command, input=source.encode(), check=True, stderr=subprocess.DEVNULL)
    return path


def renumbered(article: Article, is_real: bool) -> dict[str, Any]:
    """The gold of an article whose notes were numbered by a program."""
    numbers = article.numbers if is_real else {}
    return {**article.gold, "citations": [{**item, "note": numbers.get(item["note"], item["note"])} for item in article.gold["citations"]]}


def figures(found: list[Article], documents: list[Document], is_real: bool = False) -> list[float]:
    """Citations F1, core fields F1, short forms and "ibid." resolved, and how much of the metadata is as it was."""
    extractor = Extractor()
    library = Library.of(extractor(replace(document, name=article.document.name)) for article, document in zip(found, documents, strict=True))
    output = json.loads(WRITERS["json"].write(library))
    for document in output["documents"]:
        for item in document["citations"]:
            item["start"] = item["end"] = None
    scored = load_scorer().score([renumbered(article, is_real) for article in found], output, [])
    right = [about == other for article, document in zip(found, documents, strict=True) for about, other in said(article.document, document)]
    return [
        scored["citations"]["f1"], scored["core fields"]["f1"], scored["short forms resolved"]["share"] or 0,
        scored["ibid. resolved"]["share"] or 0, sum(right) / len(right),
    ]  # fmt: skip


def said(document: Document, other: Document) -> Iterator[tuple[object, object]]:
    for name in ("title", "author", "issued"):
        if value := getattr(document.about, name):
            yield folded(value), folded(getattr(other.about, name))


def folded(value: object) -> str:
    return re.sub(r"[\W_]+", " ", str(value)).strip().casefold()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    readable = [format for format in FORMATS if format in READERS]
    parser.add_argument("formats", nargs="*", default=readable, metavar="FORMAT", help=f"of {', '.join(readable)} (default: all), or pdf")
    parser.add_argument("--sets", nargs="+", default=[name for name, (folder, _) in SETS.items() if folder.exists()], metavar="SET")
    arguments = parser.parse_args()
    if not shutil.which("pandoc"):
        return print("pandoc is not here") or 2  # type: ignore[func-returns-value]
    found = list(articles(arguments.sets))
    print(f"{len(found)} articles, {sum(len(article.gold['citations']) for article in found):,} citations\n")
    print(f"{'format':<14}{'citations':>10}{'core':>8}{'short':>8}{'ibid.':>8}{'metadata':>10}")
    show("text", figures(found, [read_bytes(article.document.text.encode(), "a.txt") for article in found]))
    show("as it came", figures(found, [article.document for article in found]))
    sources: dict[str, Callable[[Article], str]] = {"real": lambda article: article.real, "typed": lambda article: article.typed}
    for format in arguments.formats:
        for kind, source in sources.items():
            with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
                made_of = MADE_OF.get(format, format)
                paths = list(pool.map(lambda article, s=source, f=made_of, d=folder: render(article, s(article), f, Path(d)), found))
                if format != made_of:
                    command = ["soffice", "--headless", "--convert-to", format, "--outdir", folder, *paths]
                    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                    paths = [path.with_suffix(f".{format}") for path in paths]
                show(f"{format} {kind}", figures(found, [read(path) for path in paths], kind == "real"))
    return 0


def show(name: str, row: list[float]) -> None:
    print(f"{name:<14}" + "".join(f"{figure:>{width}.3f}" for figure, width in zip(row, (10, 8, 8, 8, 10), strict=True)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
