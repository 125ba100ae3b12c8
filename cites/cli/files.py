"""Files that are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from cites.errors import WriteError


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Give a file to write to; at the end, if all went well, it takes the place of `path`. Until then nothing is seen of it.

    A link is followed, permissions are kept, a write-protected file is left as it is; what is no regular file (/dev/null,
    /dev/stdout, a pipe) is written to.
    Raises WriteError; what was there is unchanged then.
    """
    target = Path(os.path.realpath(path))
    # In the same folder, since a file can be renamed within its file system only.
    new = target.with_name(f".cites-{os.urandom(4).hex()}.new")
    try:
        before = path.stat() if path.exists() else None  # /dev/stdout leads to "pipe:[17]", which only itself can open
        if before and not stat.S_ISREG(before.st_mode):
            with open(path, "w", encoding="utf-8", errors="replace", newline="\n") as file:
                yield file
            return
        if before and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "write-protected")
        with open(new, "x", encoding="utf-8", errors="replace", newline="\n") as file:
            if before:
                os.chmod(new, stat.S_IMODE(before.st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(str(path), error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            new.unlink()


def write_all(texts: Mapping[Path, str]) -> None:
    """Write several files that belong together: all are written before the first takes its place.

    Raises WriteError, also where a folder cannot be made.
    """
    with ExitStack() as files:
        for path, text in texts.items():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise WriteError(str(path), f"the folder {path.parent} cannot be made: {error.strerror or error}") from error
            file = files.enter_context(replacing(path))
            file.write(text)
            file.flush()
