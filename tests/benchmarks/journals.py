"""How notes are read as journals print them: `python tests/benchmarks/journals.py STYLES…` takes note styles, or folders of them, in CSL.

The works of `works/LANG.json` (CSL-JSON) are cited in an article, some of them again, and pandoc sets its notes in each style whose
language has works; `cites` reads the page. A field counts where the style prints it; a repeat ("ibid.", a short form) is right where it
leads to its work. A style that names a work by less than its title at first is passed over.

    en  notes 1,176  missed 0.031  fields 0.931  repeats 0.977

Thousands of styles are at the CSL project, and in packages that carry them; none is a part of this one.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

TOP = Path(__file__).parent.parent.parent
sys.path.insert(0, str(TOP))

from cites.extract import Extractor  # noqa: E402
from cites.model import Reading, Reference  # noqa: E402
from cites.readers import read  # noqa: E402
from cites.zones import find_zones  # noqa: E402

WORKS = Path(__file__).parent / "works"
NOTE_STYLE = re.compile(r'<style[^>]*class="note"')
LOCALE = re.compile(r'default-locale="(\w\w)')
RANGE = re.compile(r"\d+\s?[-–]\s?\d+")
PAGED = frozenset({"book", "chapter", "article-journal", "thesis", "report"})
FAIR = 0.7  # of the works must be named by their titles when they are first cited
FIELDS = {
    "title": "title",
    "container-title": "container_title",
    "publisher": "publisher",
    "publisher-place": "publisher_place",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "URL": "url",
}
Work = dict[str, Any]


class Note(NamedTuple):
    """A note: the work that it cites, the page, and whether that was cited before."""

    work: Work
    page: str
    again: bool


def plan(works: list[Work]) -> list[Note]:
    """Return the notes of an article: each work, every third right again, every fourth once more behind others."""
    notes: list[Note] = []
    for number, work in enumerate(works):
        notes.append(Note(work, page_of(work, number), again=False))
        if number % 3 == 1:
            notes.append(Note(work, page_of(work, number + 2), again=True))
        if number % 4 == 3 and number > 5:
            notes.append(Note(works[number - 4], page_of(works[number - 4], number + 5), again=True))
    return notes


def page_of(work: Work, number: int) -> str:
    if work["type"] not in PAGED:
        return ""
    first, last = map(int, re.findall(r"\d+", work.get("page", "12–400"))[:2])
    return str(first + 1 + 7 * number % max(1, last - first - 1))


def article(notes: list[Note]) -> str:
    sentence = "The port was quiet in that part of the long story number {}.[@{}{}]\n\n"
    return "".join(sentence.format(number, note.work["id"], note.page and f", {note.page}") for number, note in enumerate(notes, 1))


def set_notes(style: Path, works: Path, language: str, text: str, page: Path) -> bool:
    """Let pandoc print the article in a style; False where it cannot."""
    options = ["-M", "suppress-bibliography=true", "-M", f"lang={language}", "-M", "title=A Long Story", "-f", "markdown", "-t", "html", "-s"]
    command = ["pandoc", "--citeproc", "--csl", str(style), "--bibliography", str(works), *options, "-o", str(page)]
    return subprocess.run(command, input=text, text=True, capture_output=True, check=False).returncode == 0


def letters(value: object) -> str:
    return re.sub(r"[\W_]+", "", str(value).casefold())


def families(work: Work) -> list[str]:
    people = work.get("author") or work.get("editor") or []
    return sorted(letters(name.get("family") or name["literal"]) for name in people)


def judge(note: Note, printed: str, found: Reference | None) -> Iterator[tuple[str, bool]]:
    """Yield each field that a style printed, and whether it was read."""
    all_of, year = letters(printed), str(note.work["issued"]["date-parts"][0][0])
    for name, field in FIELDS.items():
        wanted = str(note.work.get(name, ""))
        # A number must stand by itself: not as the 1 of "1–14", nor as the page that is cited.
        alone = re.search(rf"(?<!\d){re.escape(wanted)}(?!\d)", RANGE.sub("", printed).replace(f" {note.page}", "", 1)) if wanted else None
        elsewhere = letters([note.work.get(other, "") for other in ("title", "publisher", "author")])
        if name == "publisher-place" and letters(wanted) in elsewhere:
            continue  # "Cambridge" in "Cambridge University Press"
        if wanted and (alone if wanted.isdigit() else letters(wanted) in all_of):
            yield name, found is not None and letters(getattr(found, field)) == letters(wanted)
    if year in printed:
        yield "issued", found is not None and found.issued.startswith(year)
    if all(name in all_of for name in families(note.work)):
        people = (found.author or found.editor) if found else ()
        yield "author", sorted(letters(name.literal or name.family) for name in people) == families(note.work)


def count(reading: Reading, notes: list[Note]) -> Counter[str] | None:
    """Count what was read of an article; None where its style names works by less than their titles."""
    zones = {zone.label: zone.span for zone in find_zones(reading.document).zones if zone.kind == "note"}
    printed = [reading.document.text[slice(*zones.get(str(at), (0, 0)))] for at in range(1, len(notes) + 1)]
    named = [letters(note.work["title"])[:18] in letters(text) for note, text in zip(notes, printed, strict=True) if not note.again]
    if sum(named) < FAIR * len(named):
        return None
    first = {citation.note: citation.reference for citation in reversed(reading.citations)}
    works = {reference.id: reference for reference in reading.references}
    counted: Counter[str] = Counter()
    cited: dict[str, str] = {}
    for at, (note, text) in enumerate(zip(notes, printed, strict=True), 1):
        reference = first.get(str(at), "")
        counted.update({"notes": 1, "missed": str(at) not in first})
        if note.again:
            counted.update({"repeats": 1, "repeats right": bool(reference) and reference == cited[note.work["id"]]})
            continue
        cited[note.work["id"]] = reference
        for name, is_right in judge(note, text, works.get(reference)):
            counted.update({"fields": 1, "fields right": is_right, name: 1, f"{name} right": is_right})
    return counted


def styles_in(paths: list[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the note styles with their language, English where they say none."""
    for path in sorted(style for given in paths for style in (given.rglob("*.csl") if given.is_dir() else [given])):
        text = path.read_text("utf-8")
        if NOTE_STYLE.search(text):
            locale = LOCALE.search(text)
            yield locale[1] if locale else "en", path


def share(counted: Counter[str], part: str, whole: str) -> str:
    return f"{counted[part] / counted[whole]:.3f}" if counted[whole] else "-"


def line(name: str, counted: Counter[str]) -> str:
    return (
        f"{name}  notes {counted['notes']:,}  missed {share(counted, 'missed', 'notes')}"
        f"  fields {share(counted, 'fields right', 'fields')}  repeats {share(counted, 'repeats right', 'repeats')}"
    )


def measure(source: Path, styles: list[Path], extract: Extractor) -> Iterator[tuple[str, Counter[str]]]:
    """Yield the name of each style that can be counted, with what was read of the article in it."""
    notes = plan(json.loads(source.read_text("utf-8")))
    text, language = article(notes), source.stem[:2]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        pages = [Path(folder) / f"{style.stem}.html" for style in styles]
        are_set = pool.map(lambda style, page: set_notes(style, source, language, text, page), styles, pages)
        for page, is_set in zip(pages, are_set, strict=True):
            if is_set and (counted := count(extract(read(page)), notes)):
                yield page.stem, counted


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("styles", nargs="+", type=Path)
    parser.add_argument("--each", action="store_true", help="a line for each style too, the worst first")
    arguments = parser.parse_args()
    by_language: dict[str, list[Path]] = {}
    for language, path in styles_in(arguments.styles):
        by_language.setdefault(language, []).append(path)
    for source in sorted(WORKS.glob("*.json")):
        by_style = [*measure(source, by_language.get(source.stem[:2], []), Extractor())]
        if arguments.each:
            by_style.sort(key=lambda pair: pair[1]["fields right"] / max(1, pair[1]["fields"]))
            print(*(line(name, counted) for name, counted in by_style), sep="\n")
        total = sum((counted for _, counted in by_style), Counter[str]())
        print(line(f"{source.stem}, {len(by_style)} styles", total))
        print("  " + "  ".join(f"{name} {share(total, f'{name} right', name)}" for name in (*FIELDS, "issued", "author")))


if __name__ == "__main__":
    main()
