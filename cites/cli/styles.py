"""Which formatted bibliographies a command line asks for: `--format apa`, `--style mine --templates DIR`, `--csl FILE`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from difflib import get_close_matches
from functools import partial

from cites.cli.formats import DEFAULT, FORMATS, MARKUPS, STYLES
from cites.errors import StyleError
from cites.library import Library
from cites.writers import WRITERS, ascii

Write = Callable[[Library], str]


def writer_of(arguments: Namespace) -> tuple[Write, bool]:
    """What writes the format that `cites extract` is asked for, and whether it is a style, which asks what kinds of outlets there are.

    Raises StyleError for what is neither a format nor a style, before a document is read.
    """
    if arguments.csl and arguments.format != DEFAULT:
        raise StyleError(f"--csl {arguments.csl} and --format {arguments.format} ask for two formats", "leave one of them out")
    if arguments.format in FORMATS and not arguments.csl:
        if arguments.markup != MARKUPS[0]:
            known = f"a style is one of {', '.join(STYLES)}, yours, or a file for --csl"
            raise StyleError(f"--markup {arguments.markup} is for styles, and {arguments.format} is none", known)
        writer = WRITERS[arguments.format]
        return partial(ascii.write, writer) if arguments.ascii else writer.write, False
    return _styled(arguments, arguments.format)(arguments.markup), True


def writers_of(arguments: Namespace) -> dict[str, Write]:
    """What `cites build` writes besides: `{"bibliography.md": …}` for `--style` and `--csl`. Raises StyleError."""
    from cites.writers.styles.marks import MARKUPS as KNOWN

    if not arguments.style and not arguments.csl:
        return {}
    if arguments.style and arguments.csl:
        raise StyleError("--style and --csl would both be bibliography.html", "name one of them")
    write = _styled(arguments, arguments.style)
    stem = "notes" if arguments.style == "chicago-notes" else "bibliography"
    return {f"{stem}{KNOWN[markup].suffix}": write(markup) for markup in MARKUPS}


def _styled(arguments: Namespace, style: str) -> Callable[[str], Write]:
    """For a markup, what writes a style in it; whether the style is there is found out now."""
    from cites.writers.styles import csl, list_styles, load_style

    folders = [arguments.templates] if arguments.templates else []
    if arguments.csl:
        csl.processor()
        return lambda markup: partial(csl.write, csl=arguments.csl, markup=markup)
    if style in STYLES:
        load_style(WRITERS[style].options["style"], folders)
        return lambda markup: partial(WRITERS[style].write, markup=markup, template_dirs=folders)
    if style not in list_styles(folders):
        what, known = ("style", STYLES) if "style" in arguments else ("format or style", (*FORMATS, *STYLES))
        page = "; `cites build` writes html" if style == "html" else ""
        if near := get_close_matches(style, known, 1, 0.7):  # "xml" is no "mla"
            raise StyleError(f"there is no {what} {style!r}", f"did you mean {near[0]}?")
        raise StyleError(f"there is no {what} {style!r}", f"there are {', '.join(known)}, and yours, DIR/styles/NAME.j2{page}")
    load_style(style, folders)
    return lambda markup: partial(WRITERS["chicago"].write, style=style, markup=markup, template_dirs=folders)
