"""What the gold sets say: `python tests/benchmarks/gold.py [SET…]`

    --misses N          the first N differences from the gold of each set
    --against TREE      with the figures of another checkout in brackets, and which differences came and went
    --set GOLD DOCS     a set of your own: the folder of its annotations, and that of its documents
    --docs              write the columns "now" of tests/gold/README.md

Citations, core fields, dates that were inferred and callouts are F1; short forms and "ibid." the share that was resolved.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOP = Path(__file__).parent.parent.parent
PAGE = TOP / "tests" / "gold" / "README.md"
COLUMNS = {  # the scorer's name of each figure, and which of its values
    "citations": ("citations", "f1"),
    "core": ("core fields", "f1"),
    "inferred": ("inferred dates", "f1"),
    "short": ("short forms resolved", "share"),
    "ibid": ("ibid. resolved", "share"),
    "callouts": ("callouts", "f1"),
}


def row(name: str, now: dict, before: dict | None) -> str:
    """Return a line of the table: "notes  0.997 (0.996)  0.972 (0.972) …"."""

    def cell(figures: dict, figure: str, value: str) -> str:
        number = figures[figure][value]
        return "–" if number is None else f"{number:.3f}"

    cells = [cell(now, *figure) + (f" ({cell(before, *figure)})" if before else "") for figure in COLUMNS.values()]
    return f"{name:18}" + "".join(f"{text:>16}" for text in cells)


def changed(now: Iterable[str], before: Iterable[str]) -> list[str]:
    """Which differences came ("+") and which went ("-")."""
    return [f"  + {miss}" for miss in now if miss not in before] + [f"  - {miss}" for miss in before if miss not in now]


def with_row(page: str, name: str, figures: dict) -> str:
    """Return the page with the last two columns of a set as they are now: "| `notes_more` | … | 1.000 | 0.979 |"."""
    cells = " | ".join(f"{figures[figure]['f1']:.3f}" for figure in ("citations", "core fields"))
    return re.sub(rf"^(\| `{name}` \| .*) \| [\d.]+ \| [\d.]+ \|$", rf"\1 | {cells} |", page, flags=re.MULTILINE)


def scores(tree: Path, folders: tuple[str, str]) -> tuple[dict, list[str]]:
    """Ask a checkout for the figures of a set and its differences from the gold, in a process of its own."""
    command = [sys.executable, __file__, "--score", str(tree), *folders]
    figures, misses = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return figures, misses


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help="default: all that are in tests/gold/")
    parser.add_argument("--misses", type=int, default=0, metavar="N")
    parser.add_argument("--against", type=Path, metavar="TREE")
    parser.add_argument("--set", action="append", default=[], nargs=2, metavar=("GOLD", "DOCS"))
    parser.add_argument("--docs", action="store_true")
    parser.add_argument("--score", nargs=3, metavar=("TREE", "GOLD", "DOCS"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()

    sys.path[:0] = [arguments.score[0] if arguments.score else str(TOP), str(TOP / "tests")]
    from gold_sets import SCORER, SETS, GoldSet, score

    if not SCORER.exists():
        sys.exit("the scorer of ../shared is not here")
    if arguments.score:
        print(json.dumps(score([GoldSet(*map(Path, arguments.score[1:]))])))
        return

    chosen = [(name, *map(str, SETS[name])) for name in arguments.sets or (() if arguments.set else SETS)]
    chosen += [(Path(gold).name, gold, documents) for gold, documents in arguments.set]
    page = PAGE.read_text("utf-8")
    print(f"{'':18}" + "".join(f"{column:>16}" for column in COLUMNS))
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # of threads that wait for processes
        now = [pool.submit(scores, TOP, folders) for _, *folders in chosen]
        before = [pool.submit(scores, arguments.against, folders) for _, *folders in chosen] if arguments.against else [None] * len(chosen)
        for (name, *_), of_now, of_before in zip(chosen, now, before, strict=True):
            figures, misses = of_now.result()
            old_figures, old_misses = of_before.result() if of_before else (None, misses)
            print(row(name, figures, old_figures), flush=True)
            for line in [f"  {miss}" for miss in misses[: arguments.misses]] + changed(misses, old_misses):
                print(line)
            page = with_row(page, name, figures)
    if arguments.docs:
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
