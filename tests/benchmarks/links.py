"""How right, how quick and how gentle `cites check` is, on a small web that misbehaves on purpose: `python tests/benchmarks/links.py`.

The web is `fakeweb`, a folder with `make_corpus.py`, `fakeweb.py` and `score_links.py`, which is no part of this project: it is looked for
in `../shared/fakeweb`, or where `--fakeweb` says. Options after `--` go to `cites check`:

    python tests/benchmarks/links.py --seed 11 --median 0.12 -- --fast
    python tests/benchmarks/links.py --mix each --misses 20
    python tests/benchmarks/links.py --mix ok --median 0.12 --lychee .venv/bin/lychee -- --fast
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

TOP = Path(__file__).resolve().parent.parent.parent
NETWORK = "127.40.0.0/16"  # every host of the web has an address in it
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Run(NamedTuple):
    """What a program took: `Run(21.3, 3.9, 84.0, 1)`."""

    seconds: float
    cpu: float  # seconds
    megabytes: float  # of memory, at the most
    code: int


def find_fakeweb(named: Path | None) -> Path:
    folder = named or TOP.parent / "shared" / "fakeweb"
    missing = [name for name in ("make_corpus.py", "fakeweb.py", "score_links.py") if not (folder / name).is_file()]
    if missing:
        sys.exit(f"{folder}: there is no {missing[0]}; say with --fakeweb where the simulated web is")
    return folder


def measure(command: list[str], out: Path) -> Run:
    """Run a program in a process of its own, its standard output in a file."""
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    began = time.perf_counter()
    with open(out, "wb") as file:
        process = subprocess.Popen(command, stdout=file, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    memory = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return Run(seconds, usage.ru_utime + usage.ru_stime, memory, process.returncode)


@contextmanager
def serving(fakeweb: Path, corpus: Path, chosen: argparse.Namespace) -> Iterator[str]:
    """Serve a corpus, and give the address of the server's own account."""
    command = [chosen.python, str(fakeweb / "fakeweb.py"), str(corpus / "truth.json"), "--median", str(chosen.median)]
    if chosen.certificates:
        command += ["--ca-out", str(corpus / "ca.pem")]
    server = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        if not server.stdout or not server.stdout.readline():  # it says a line when it listens
            sys.exit("the simulated web did not start: its certificates need `cryptography` (--python names another Python)")
        yield f"http://127.0.0.1:{chosen.port}/__fakeweb__"
    finally:
        server.terminate()
        server.wait()


def ask(address: str) -> Any:
    with DIRECT.open(address, timeout=30) as answer:
        return answer.read()


def check(corpus: Path, ledger: str, fakeweb: Path, chosen: argparse.Namespace) -> None:
    """Run `cites check`, and print its score and the server's account."""
    checked = corpus / "checked.json"
    command = [sys.executable, "-m", "cites", "check", str(corpus / chosen.input), "--format", "json", "--allow-network", NETWORK]
    command += ["--store", str(corpus / "links.sqlite"), "--quiet"]
    command += ["--archive-base", f"http://127.40.255.1:{chosen.port}"] if chosen.archive else ["--no-archive"]
    command += ["--ca-bundle", str(corpus / "ca.pem")] if chosen.certificates else []
    command += ["--proxy", f"http://127.0.0.1:{chosen.port}"] if chosen.proxy else []
    for _ in range(chosen.runs):
        ask(f"{ledger}/reset")
        run = measure([*command, *chosen.options], checked)
        links = json.loads((corpus / "truth.json").read_text())["links"]
        print(
            f"cites      {run.seconds:6.2f} s wall  {run.cpu:5.2f} s CPU ({1000 * run.cpu / len(links):.2f} ms a link)  "
            f"{run.megabytes:4.0f} MB  exit {run.code}"
        )
        if run.code > 1:
            sys.exit(f"it could not run: {' '.join(command)}")
        score = [sys.executable, str(fakeweb / "score_links.py"), str(corpus / "truth.json"), str(checked), "--ledger"]
        score += [ledger.removesuffix("/__fakeweb__"), "--misses", str(chosen.misses)] + (["--kinds"] if chosen.kinds else [])
        print(subprocess.run(score, capture_output=True, text=True, check=True).stdout)


def peer(corpus: Path, ledger: str, program: str) -> None:
    """Run lychee as it is out of the box, for its time on the same web."""
    ask(f"{ledger}/reset")
    run = measure([program, "--no-progress", "--format", "json", str(corpus / "urls.txt")], corpus / "lychee.json")
    stats = json.loads(ask(f"{ledger}/stats"))
    print(
        f"lychee     {run.seconds:6.2f} s wall  {run.cpu:5.2f} s CPU  {run.megabytes:4.0f} MB  "
        f"{stats['requests']} requests, at once {stats['max_busy_per_host']}, a second {stats['max_rps_per_host']}"
    )


def main() -> None:
    argv = sys.argv[1:]
    cut = argv.index("--") if "--" in argv else len(argv)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fakeweb", type=Path, metavar="DIR", help="where the simulated web is (default: ../shared/fakeweb)")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="a corpus that was made before")
    parser.add_argument("--mix", choices=("realistic", "ok", "each"), default="realistic", help="of the corpus (default: realistic)")
    parser.add_argument("--only", nargs="*", default=[], metavar="KIND", help="with --mix each: these kinds only")
    parser.add_argument("--links", type=int, default=2000, help="default: 2000")
    parser.add_argument("--hosts", type=int, default=200, help="default: 200")
    parser.add_argument("--seed", type=int, default=7, help="default: 7")
    parser.add_argument("--port", type=int, default=8800, help="default: 8800")
    parser.add_argument("--median", type=float, default=0.12, metavar="SECONDS", help="of the first byte (default: 0.12)")
    parser.add_argument("--input", default="links.txt", choices=("links.txt", "links.md", "links.html", "urls.txt"), help="what is checked")
    parser.add_argument("--proxy", action="store_true", help="hosts by name, through the web's proxy")
    parser.add_argument("--archive", action="store_true", help="look for copies, in the web's archive")
    parser.add_argument("--certificates", action="store_true", help="serve the kinds that need TLS")
    parser.add_argument("--lychee", metavar="PROGRAM", help="a lychee to measure beside it")
    parser.add_argument("--python", default=sys.executable, help="the Python that serves the web; quicker where it has uvloop")
    parser.add_argument("--runs", type=int, default=1, help="with the same store: the second finds all links fresh")
    parser.add_argument("--kinds", action="store_true", help="what was said of each kind, worst first")
    parser.add_argument("--misses", type=int, default=0, help="list so many wrong verdicts")
    chosen = parser.parse_args(argv[:cut])
    chosen.options = argv[cut + 1 :]
    fakeweb = find_fakeweb(chosen.fakeweb)
    with tempfile.TemporaryDirectory() as name:
        corpus = chosen.corpus or Path(name)
        if not chosen.corpus:
            make = [sys.executable, str(fakeweb / "make_corpus.py"), "--out", name, "--mix", chosen.mix, "--links", str(chosen.links)]
            make += ["--hosts", str(chosen.hosts), "--seed", str(chosen.seed), "--port", str(chosen.port)]
            make += ["--mode", "proxy"] if chosen.proxy else []
            make += ["--only", *chosen.only] if chosen.only else []
            subprocess.run(make, check=True)
        chosen.port = json.loads((corpus / "truth.json").read_text())["port"]
        with serving(fakeweb, corpus, chosen) as ledger:
            if chosen.lychee:
                peer(corpus, ledger, chosen.lychee)
            check(corpus, ledger, fakeweb, chosen)


if __name__ == "__main__":
    main()
