"""How fast `cites extract` reads, whether the time grows with the text alone, how soon it starts: `python tests/benchmarks/speed.py`

Each figure is of one process, all of it included; the seconds are the processor's, so that what else runs on the machine counts little.

    news       the articles of seeds/ and tests/gold/inline*, each followed by as much prose without citations
    dense      the same without the prose: a citation in every other sentence
    notes      the articles of tests/gold/notes*: more notes than text
    one file   all of the news in one text
    hostile    inputs of linear.py, a note or a parenthesis that goes on and on

All with patterns that an earlier run has compiled. The articles are taken again and again, with other days in their dates, so that no copy is like another.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import linear

TOP = Path(__file__).parent.parent.parent
ARTICLES = {
    "news": ("seeds/*", "tests/gold/inline*/docs/*"),
    "dense": ("seeds/*", "tests/gold/inline*/docs/*"),
    "notes": ("tests/gold/notes*/docs/*",),
}
HOSTILE = (
    "nested parentheses", "unclosed parentheses", "nothing but [", "nothing but “", "nothing but digits", "one line of prose",
    "parenthesis of semicolons", "parenthesis of dates", "note of prose", "note of Ibid.;", "note of pages", "note of names without and",
    "note of et al.", "note of commas", "notes of one author", "titles of one author", "entries of one author",
)  # fmt: skip
DAY = re.compile(r"(?<=[a-z]\s)\d{1,2}(?=[,;)])")
PLAIN = re.compile(r"[^()\[\]\d<>#*_\n]{40,400}?[.!?]\s")


class Run(NamedTuple):
    seconds: float  # of the processor
    megabytes: float  # of memory, at the most
    output: bytes


def measure(*arguments: str | Path) -> Run:
    """Run the command line in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([sys.executable, "-m", "cites", *map(str, arguments)], stdout=out, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"cites {' '.join(map(str, arguments))}: exit code {process.returncode}")
        out.seek(0)
        memory = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        return Run(usage.ru_utime + usage.ru_stime, memory, out.read())


def articles(kind: str) -> Iterator[tuple[str, str]]:
    """Yield articles without end, each with a name."""
    files = sorted(file for pattern in ARTICLES[kind] for file in TOP.glob(pattern) if file.is_file())
    texts = {file: file.read_text("utf-8") for file in files}
    sentences = [sentence for text in texts.values() for sentence in PLAIN.findall(text)]
    chance = random.Random(1)
    for number in count():
        for file, text in texts.items():
            text = DAY.sub(lambda day: str(chance.randint(1, 28)), text)
            if kind == "news" and file.suffix != ".html":
                text += "\n\n" + prose(sentences, len(text), chance)
            yield f"{number:05d}-{file.name}", text


def prose(sentences: list[str], size: int, chance: random.Random) -> str:
    """Return paragraphs of so many code points, or a few more."""
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        paragraphs.append("".join(chance.choices(sentences, k=5)))
    return "\n\n".join(paragraphs) + "\n"


def fill(folder: Path, kind: str, size: float, *, one: bool = False) -> float:
    """Write articles of `size` million bytes at least into a folder; return how many there are. one: as one plain text."""
    written = 0
    for name, text in articles(kind):
        if one and not name.endswith(".txt"):
            continue
        data = text.encode() + b"\n\n"
        with (folder / ("all.txt" if one else name)).open("ab") as file:
            file.write(data)
        written += len(data)
        if written >= size * 1e6:
            break
    return written / 1e6


def show(kind: str, size: float, idle: float, *, one: bool = False) -> None:
    with tempfile.TemporaryDirectory() as name:
        read = fill(Path(name), kind, size, one=one)
        run = measure("extract", name, "--format", "jsonl", "--quiet", "--jobs", "1")
    citations = run.output.count(b'"matched_by": ')
    print(
        f"{kind + (' in one file' if one else ''):<20}{read:7.1f}{run.seconds:9.2f}{read / run.seconds:8.2f}"
        f"{read / (run.seconds - idle):11.2f}{1e6 * read / citations:11.0f}{run.megabytes:9.0f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--size", type=float, nargs="+", default=[1, 4], metavar="MB", help="how much to read (default: 1 4; slow: 1 10 100)"
    )
    parser.add_argument("--one", type=float, nargs="+", default=[1, 2, 4, 8], metavar="MB", help="of one file (default: 1 2 4 8)")
    parser.add_argument("--hostile", type=int, default=200_000, metavar="N", help="code points, then twice as many (default: 200,000)")
    chosen = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        for kind in ARTICLES:
            fill(Path(name), kind, 0.5)
        measure("extract", name, "--format", "jsonl", "--quiet", "--jobs", "1")  # compiles the patterns, which are kept from then on
    with tempfile.TemporaryDirectory() as name:
        article = Path(name) / "one.txt"
        article.write_text("Nothing was signed (TASS, January 28, 2012).\n", "utf-8")
        idle = min(measure("extract", article).seconds for _ in range(3))
    print(f"cites --help    {min(measure('--help').seconds for _ in range(3)):5.2f} s")
    print(f"a first article {idle:5.2f} s\n")
    print(f"{'':<20}{'MB':>7}{'seconds':>9}{'MB/s':>8}{'once begun':>11}{'B/citation':>11}{'memory':>9}")
    for kind in ARTICLES:
        for size in chosen.size:
            show(kind, size, idle)
    for size in chosen.one:
        show("news", size, idle, one=True)
    print(f"\n{'hostile, seconds for':<28}{chosen.hostile:>9,}{2 * chosen.hostile:>9,}   ×2")
    for name in HOSTILE:
        timing = linear.measure(name, [chosen.hostile, 2 * chosen.hostile], limit=300)
        print(f"{name:<28}" + "".join(f"{seconds:9.2f}" for seconds in timing.seconds) + f"{timing.ratio:5.1f}", flush=True)


if __name__ == "__main__":
    main()
