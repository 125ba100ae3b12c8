"""What a word on the command line means: each function reads one, or raises ArgumentTypeError, which argparse tells with the option."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

SUFFIXES = {"txt": "text", "md": "markdown", "htm": "html", "tsv": "csv", "ndjson": "jsonl"}  # what people write for them
BROKEN = ("dead", "soft404", "parked", "drifted")
VERDICTS = ("alive", "moved", *BROKEN, "restricted", "unknown", "dead?", "insecure", "refused", "unchecked")  # see cites/links/judge.py


def read_number(least: float, most: float, kind: type[float] = float) -> Callable[[str], float]:
    """What reads a number within bounds, both of which are allowed: `read_number(1, 16, int)("4")`."""

    def read(text: str) -> float:
        try:
            number = kind(text)
        except ValueError:
            number = kind(-1)
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"{text} is not a number from {least:g} to {most:g}")
        return number

    return read


def read_fresh(text: str) -> tuple[str, float]:
    """A verdict and for how many days it holds: "dead=7" gives ("dead", 7.0)."""
    verdict, mark, days = text.partition("=")
    if verdict not in VERDICTS or not mark:
        raise argparse.ArgumentTypeError(f"{text}: write VERDICT=DAYS; the verdicts are {', '.join(VERDICTS)}")
    return verdict, read_number(0, 3650)(days)


def read_file(text: str) -> str:
    """The name of a file that is there."""
    if not Path(text).is_file():
        raise argparse.ArgumentTypeError(f"{text} is not a file")
    return text


def read_folder(text: str) -> Path:
    """A folder that is there."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return path


def read_into_folder(text: str) -> Path:
    """A folder for results, which may be made: what stands in its place is said before a document is read."""
    if not text:
        raise argparse.ArgumentTypeError("its name is empty; name a folder")
    path = Path(text)
    _check_folder(next((folder for folder in (path, *path.parents) if folder.exists()), path))
    return path


def _check_folder(folder: Path) -> None:
    """What keeps a file from being made in a folder is said before a document is read."""
    if folder.is_file():
        raise argparse.ArgumentTypeError(f"{folder} is a file; name a folder")
    if not folder.exists():
        raise argparse.ArgumentTypeError(f"there is no folder {folder}; make it, or name another")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise argparse.ArgumentTypeError(f"nothing may be written in {folder}; check its permissions, or name another folder")


def read_into_file(text: str) -> Path:
    path = Path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{path} is a folder; name a file")
    if not path.exists():
        _check_folder(path.parent)
    return path


def read_output(text: str) -> Path | None:
    """A file for what would be printed; none where "-" names stdout."""
    return None if text == "-" else read_into_file(text)


def read_network(text: str) -> str:
    """A network of addresses: "10.1.0.0/16"."""
    import ipaddress

    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a network such as 10.1.0.0/16") from None
    return text


def read_verdicts(text: str) -> frozenset[str]:
    """Verdicts from "dead,soft404"."""
    words = frozenset(word.strip() for word in text.split(",") if word.strip())
    strange = words - set(VERDICTS)
    if strange:
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(strange))}: the verdicts are {', '.join(VERDICTS)}")
    return words


def read_pattern(text: str) -> str:
    """A pattern of citation keys that can be understood: "auth.lower + year"."""
    from cites.errors import PatternError
    from cites.keys import check_pattern

    try:
        return check_pattern(text)
    except PatternError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def read_input_format(text: str) -> str:
    """A format by its name or its suffix: "md" is markdown."""
    return SUFFIXES.get(text.casefold().removeprefix("."), text)
