"""How fast Word documents are read, beside mammoth and docx2python: `python tests/benchmarks/word.py FILE.docx …`

Each reads all files in turn, five times over; the seconds are the processor's, and what is compared is their ratio in the same round.
The others must be installed for this: pip install mammoth docx2python.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from cites.readers import read_bytes

ROUNDS = 5


def readers() -> dict[str, Callable[[Path, bytes], object]]:
    """What reads a Word document here, by name."""
    found: dict[str, Callable[[Path, bytes], object]] = {"cites": lambda path, data: read_bytes(data, path.name)}
    try:
        import mammoth

        found["mammoth"] = lambda path, data: mammoth.convert_to_html(io.BytesIO(data)).value
    except ImportError:
        print("mammoth is not here", file=sys.stderr)
    try:
        from docx2python import docx2python

        found["docx2python"] = lambda path, data: docx2python(io.BytesIO(data)).text
    except ImportError:
        print("docx2python is not here", file=sys.stderr)
    return found


def main() -> None:
    files = [(Path(name), Path(name).read_bytes()) for name in sys.argv[1:]]
    seconds: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, read in readers().items():
            start = time.process_time()
            for path, data in files:
                read(path, data)
            seconds.setdefault(name, []).append(time.process_time() - start)
    for name, taken in seconds.items():
        ratio = statistics.median(one / own for one, own in zip(taken, seconds["cites"], strict=True))
        print(f"{name:<12} {statistics.median(taken):>8.3f} s  {ratio:>6.2f} × cites")


if __name__ == "__main__":
    main()
