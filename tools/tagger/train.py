"""Build the model of the tagger from rendered and tagged references: `python tools/tagger/train.py`.

The same words and styles give the same bytes each time. What is learnt from: strings that this folder renders from invented
records (records.py, styles.py, words/), references tagged by hand (tagged.txt), and those of the gold sets in notes and lists
(annotated.py).

To see what it does with texts that it has not met, leave their sets out (`--without mixed_eleventh`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]

from annotated import load_annotated  # noqa: E402
from crf import fit  # noqa: E402
from noise import spoil  # noqa: E402
from styles import Piece, render  # noqa: E402
from tagged import load_tagged  # noqa: E402

from cites.tagger.features import Features  # noqa: E402
from cites.tagger.tag import MODEL  # noqa: E402
from cites.tagger.tokens import clean, locate, tokenize  # noqa: E402

RENDERED = 8_000  # strings; more of them change little
REPEATED = 24  # times that each tagged reference is shown, each time with other noise
SETTINGS = {"c1": 0.12, "c2": 0.8, "max_iterations": 160, "feature.minfreq": 2}  # c1 keeps the model small, c2 its weights
FEATURES = Features(tuple)  # as their names


def label(pieces: Iterable[Piece]) -> tuple[list[tuple[str, ...]], list[str]]:
    """Return the features and the labels of a string that is given in pieces."""
    text = ""
    owners: list[tuple[int, str]] = []  # where each piece ends, in letters and digits, for cleaning moves spaces only
    count = 0
    for field, piece in pieces:
        text += piece
        count += sum(not c.isspace() for c in piece)
        owners.append((count, field))
    cleaned = clean(text)
    tokens = tokenize(cleaned)
    labels = []
    seen = at = 0
    for start, end in locate(cleaned, tokens):
        seen += sum(not c.isspace() for c in cleaned[at:start])
        while seen >= owners[0][0] and len(owners) > 1:
            owners.pop(0)
        labels.append(owners[0][1])
        seen += sum(not c.isspace() for c in cleaned[start:end])
        at = end
    return FEATURES(tokens), labels


def examples(rendered: int, without: Collection[str]) -> Iterable[list[Piece]]:
    yield from render(rendered)
    yield from load_annotated(without)
    for turn in range(REPEATED):
        for number, pieces in enumerate(load_tagged()):
            yield spoil(pieces, f"{turn}.{number}", share=0.0 if turn == 0 else 0.35)


def train(path: Path, rendered: int = RENDERED, without: Collection[str] = (), **settings: float) -> int:
    """Write the model, return how many strings it has seen."""
    return fit(map(label, examples(rendered, without)), path, {**SETTINGS, **settings})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--rendered", type=int, default=RENDERED, metavar="N", help=f"how many strings to render (default: {RENDERED})")
    parser.add_argument("--without", nargs="*", default=[], metavar="SET", help="gold sets to leave out")
    parser.add_argument("--iterations", type=int, default=SETTINGS["max_iterations"], metavar="N", help="of the optimiser, at the most")
    chosen = parser.parse_args()
    count = train(chosen.out, chosen.rendered, chosen.without, max_iterations=chosen.iterations)
    sys.stdout.write(f"{chosen.out}: {chosen.out.stat().st_size / 1e6:.2f} MB from {count} strings\n")


if __name__ == "__main__":
    main()
