"""One article in every format: `python tests/render_formats.py` makes tests/data/formats/ anew from article.md, with pandoc, LibreOffice
and LuaLaTeX from Debian; tests/test_formats.py wants the same references from each. Only what was made anew changes, so run it seldom.
"""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "formats"
PANDOC = "pandoc -s article.md -o {file}"
OFFICE = "soffice --headless --convert-to {suffix} --outdir {folder} {source}"
LATEX = "pandoc -s article.md -o {file} --pdf-engine=lualatex -V geometry:margin=2.5cm"
RENDERED = {  # file: the command that makes it, and for LibreOffice the file that it is made from
    "article.docx": (PANDOC, ""),
    "article.odt": (PANDOC, ""),
    "article.rtf": (PANDOC, ""),
    "article.epub": (PANDOC, ""),
    "article.html": (PANDOC, ""),
    "article.tex": (PANDOC, ""),
    "libreoffice.docx": (OFFICE, "article.odt"),
    "libreoffice.odt": (OFFICE, "article.docx"),
    "libreoffice.fodt": (OFFICE, "article.docx"),
    "libreoffice.rtf": (OFFICE, "article.odt"),
    "libreoffice.html": (OFFICE, "article.odt"),
    "libreoffice.pdf": (OFFICE, "article.odt"),
    "article.pdf": (LATEX, ""),
    "two-columns.pdf": (f"{LATEX} -V classoption=twocolumn", ""),
}


def render(file: str) -> None:
    """Make one of the files."""
    command, source = RENDERED[file]
    stem, _, suffix = file.rpartition(".")
    with tempfile.TemporaryDirectory() as folder:
        line = command.format(file=file, suffix=suffix, folder=folder, source=source)
        subprocess.run(shlex.split(line), cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)
        if source:
            (Path(folder) / f"{Path(source).stem}.{suffix}").rename(FOLDER / f"{stem}.{suffix}")


if __name__ == "__main__":
    for file in RENDERED:
        render(file)
        print(file, (FOLDER / file).stat().st_size)
