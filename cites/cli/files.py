"""Files that are replaced whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from cites.errors import WriteError


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Give a file to write to that takes the place of `path` at the end, if all went well; before that nothing is seen of it.

    A link is followed, permissions are kept; what is no regular file (/dev/null, a pipe) is written to as it is.
    Raises WriteError; what was there is unchanged then.
    """
    target = Path(os.path.realpath(path))
    try:
        before = target.stat() if target.exists() else None
        if before and not stat.S_ISREG(before.st_mode):
            with open(target, "w", encoding="utf-8", errors="replace", newline="\n") as file:
                yield file
            return
        # In the same folder, because a file can be renamed within its file system only. The umask gives the permissions of a new file.
        new = target.with_name(f".{target.name}.{os.getpid()}.new")
        try:
            with open(new, "x", encoding="utf-8", errors="replace", newline="\n") as file:
                if before:
                    os.chmod(file.fileno(), stat.S_IMODE(before.st_mode))
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(new, target)
        except BaseException:
            with suppress(FileNotFoundError):
                new.unlink()
            raise
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(str(path), error.strerror or str(error)) from error


def write_all(texts: Mapping[Path, str]) -> None:
    """Write several files that belong together: none is replaced before all are written.

    Raises WriteError, also where their folder cannot be made.
    """
    with ExitStack() as stack:
        for path, text in texts.items():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise WriteError(str(path), error.strerror or str(error)) from error
            file = stack.enter_context(replacing(path))
            try:
                file.write(text)
                file.flush()
            except OSError as error:
                raise WriteError(str(path), error.strerror or str(error)) from error
