"""How well and how fast `cites parse` reads reference strings: `python tests/benchmarks/parse.py SET.jsonl…`.

Without a set the strings are rendered from the invented records of tools/tagger (other records than those that the model has seen):
that tells whether something broke, not how well the world is read. A set has one {"text", "fields"} a line, fields in the names of
CSL-JSON ("pages" for the page); `--scorer` runs a scorer of your own on the sets instead (it is given the sets and `--cmd`).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

TOP = Path(__file__).parent.parent.parent
sys.path[:0] = [str(TOP), str(TOP / "tools" / "tagger")]

from cites.extract import Extractor  # noqa: E402
from cites.model import Reference  # noqa: E402
from cites.parse import parse  # noqa: E402
from cites.tagger.fields import to_fields  # noqa: E402

FIELDS = {
    "author": "author",
    "editor": "editor",
    "title": "title",
    "container-title": "container_title",
    "date": "issued",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "publisher-place": "publisher_place",
}
UNSEEN = 1_000_000  # the first record that training never draws


def letters(value: object) -> str:
    if isinstance(value, tuple):
        return "".join(sorted(re.findall(r"[^\W\d_]+", " ".join(map(str, value)).casefold())))
    return re.sub(r"[\W_]+", "", str(value or "").casefold())


def rendered(count: int) -> Iterable[tuple[str, dict[str, object]]]:
    import random

    from records import invent  # of tools/tagger
    from styles import Style, print_record

    for number in range(UNSEEN, UNSEEN + count):
        dice = random.Random(f"cites {number}")
        record = invent(dice)
        pieces = [(field, text) for field, text in print_record(record, Style(dice, record)) if text]
        wanted = to_fields(pieces)
        yield "".join(text for _, text in pieces), {name: getattr(wanted, field) for name, field in FIELDS.items()}


def score(strings: list[tuple[str, dict[str, object]]], extractor: Extractor) -> tuple[float, float]:
    """F1 over all fields, and strings a second."""
    began = time.perf_counter()
    answers = [next(iter(parse(text, extractor)), Reference()) for text, _ in strings]
    seconds = time.perf_counter() - began
    hits = asked = answered = 0
    for (_, wanted), answer in zip(strings, answers, strict=True):
        for name, field in FIELDS.items():
            a, b = letters(wanted.get(name)), letters(getattr(answer, field))
            if name == "date":
                a, b = a[:4], b[:4]
            asked += bool(a)
            answered += bool(b)
            hits += bool(a) and a == b
    return 200 * hits / max(1, asked + answered), len(strings) / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, nargs="*")
    parser.add_argument("--count", type=int, default=2_000, help="strings to render where no set is given (default: 2000)")
    parser.add_argument("--scorer", type=Path, help="a scorer to run on the sets instead")
    chosen = parser.parse_args()
    if chosen.scorer:
        sys.exit(
            subprocess.run(
                [sys.executable, chosen.scorer, *chosen.sets, "--cmd", f"{sys.executable} -m cites parse"], check=False
            ).returncode
        )
    extractor = Extractor()
    parse("Rivers, Anna. The Long Bridge. London: Routledge, 2009.", extractor)  # loads what is loaded once
    for path in chosen.sets:
        records = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        f1, rate = score([(record["text"], record["fields"]) for record in records if "fields" in record], extractor)
        print(f"{path.stem:<30} n={len(records):<6} F1 {f1:5.1f}  {rate:6.0f}/s")
    if not chosen.sets:
        f1, rate = score(list(rendered(chosen.count)), extractor)
        print(f"rendered strings               n={chosen.count:<6} F1 {f1:5.1f}  {rate:6.0f}/s")


if __name__ == "__main__":
    main()
