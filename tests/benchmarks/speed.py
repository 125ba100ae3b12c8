"""How fast `cites extract` reads, how soon it starts, how much memory it takes: `python tests/benchmarks/speed.py`.

The documents are those of a folder, again and again under other names; figures are for one process, all of it included.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parent.parent.parent


class Run(NamedTuple):
    seconds: float
    megabytes: float  # of memory, at the most


def measure(*arguments: str | Path) -> Run:
    """Run the command line in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "cites", *map(str, arguments)], stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"cites {' '.join(map(str, arguments))}: exit code {process.returncode}")
    return Run(seconds, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))


def repeat(documents: Path, folder: Path, size: float) -> float:
    """Fill a folder with the documents under other names, `size` million bytes at least; return how many there are."""
    files = sorted(path for path in documents.iterdir() if path.is_file())
    written = number = 0
    while written < size * 1e6:
        number += 1
        for file in files:
            data = file.read_bytes()
            (folder / f"{number:05d}-{file.name}").write_bytes(data)
            written += len(data)
    return written / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path, nargs="?", default=TOP / "seeds", help="folder with documents (default: seeds)")
    parser.add_argument("--size", type=float, nargs="+", default=[1, 10], metavar="MB", help="how much to read (default: 1 10)")
    parser.add_argument("--format", default="jsonl", help="of the output (default: jsonl)")
    chosen = parser.parse_args()

    print(f"cites --help                {min(measure('--help').seconds for _ in range(3)):6.2f} s")
    with tempfile.TemporaryDirectory() as name:
        one = Path(name) / "one.txt"
        one.write_text("Nothing was signed (TASS, January 28, 2012).\n", "utf-8")
        print(f"a document of one sentence  {min(measure('extract', one).seconds for _ in range(3)):6.2f} s")
    for size in chosen.size:
        with tempfile.TemporaryDirectory() as name:
            read = repeat(chosen.documents, Path(name), size)
            run = measure("extract", name, "--format", chosen.format, "--quiet")
            print(
                f"{read:5.1f} MB as {chosen.format:<17} {run.seconds:6.2f} s  {read / run.seconds:5.2f} MB/s  {run.megabytes:5.0f} MB of memory"
            )


if __name__ == "__main__":
    main()
