"""Build the model of the spotter from the gold sets: `python tools/spotter/train.py`.

What a careful reader found in the articles of tests/gold is what the spotter learns from; the same articles give the same bytes each time.
To see what it does in texts that it has not met, leave a set out (`--without mixed_eleventh`), and score that set.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable
from itertools import chain
from pathlib import Path

HERE = Path(__file__).parent
TOP = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(TOP)]

from annotated import Labelled, read_set  # noqa: E402
from crf import fit  # noqa: E402
from negatives import read_negatives  # noqa: E402

from cites.outlets import load_outlets  # noqa: E402
from cites.spotter.features import Features, name_outlets  # noqa: E402
from cites.spotter.spot import MODEL  # noqa: E402

GOLD = TOP / "tests" / "gold"
SETTINGS = {"c1": 0.8, "c2": 0.8, "max_iterations": 120, "feature.minfreq": 4}  # c1 keeps the model small, c2 its weights
REPEATED = 2  # times that each zone is shown in which nothing is cited: they are few, and what they guard against is bad
FEATURES = Features(tuple)  # as their names


def sets(only: Collection[str] = (), without: Collection[str] = ()) -> list[Path]:
    """Return the folders of the gold sets that have their documents beside them."""
    folders = (folder for folder in GOLD.iterdir() if (folder / "docs").is_dir() and folder.name not in without)
    return sorted(folder for folder in folders if not only or folder.name in only)


def train(zones: Iterable[Labelled], path: Path, **settings: float) -> int:
    """Write the model, return how many zones it has seen."""
    find = load_outlets().find
    words = ((zone, [zone.folded[slice(*span)] for span in zone.spans]) for zone in zones)
    rows = ((FEATURES(printed, name_outlets(zone.folded, zone.spans, find), zone.setting), zone.labels) for zone, printed in words)
    return fit(rows, path, {**SETTINGS, **settings})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--only", nargs="*", default=[], metavar="SET", help="gold sets to learn from (default: all)")
    parser.add_argument("--without", nargs="*", default=[], metavar="SET", help="gold sets to leave out")
    parser.add_argument("--iterations", type=int, default=SETTINGS["max_iterations"], metavar="N", help="of the optimiser, at the most")
    chosen = parser.parse_args()
    annotated = (zone for folder in sets(chosen.only, chosen.without) for zone in read_set(folder))
    count = train(chain(annotated, list(read_negatives()) * REPEATED), chosen.out, max_iterations=chosen.iterations)
    sys.stdout.write(f"{chosen.out}: {chosen.out.stat().st_size / 1e6:.2f} MB from {count} zones\n")


if __name__ == "__main__":
    main()
