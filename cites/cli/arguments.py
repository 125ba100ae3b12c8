"""Every command and option, on one page; nothing heavy is imported, so that `cites --help` answers at once."""

from __future__ import annotations

import argparse
from pathlib import Path

from cites import __version__
from cites.cli.formats import DEFAULT, DEFAULTS, FORMATS, MARKUPS, RESULTS, STYLES, read_format, read_results
from cites.cli.parser import Formatter, Parser
from cites.cli.values import (
    BROKEN,
    VERDICTS,
    read_file,
    read_folder,
    read_fresh,
    read_input_format,
    read_into_file,
    read_into_folder,
    read_network,
    read_number,
    read_output,
    read_pattern,
    read_verdicts,
)  # fmt: skip

BIBLIOGRAPHIES = ("bibtex", "csl-json", "ris")  # read for their addresses only
PATHS = "a file, a folder, a web address, or - for stdin; a ZIP, a table or a list of addresses is read document by document"
INPUTS = (  # the keys of cites.readers.READERS
    "text", "markdown", "mhtml", "html", "epub", "fb2", "webarchive", "pdf", "docx", "odt", "rtf", "latex",
)  # fmt: skip
HOLDING = ("zip", "tar", "warc", "jsonl", "csv")  # those of cites.readers.bundles.BUNDLES
LINK_FORMATS = ("text", "json", "csv", "markdown", "junit", "github")  # of cites.writers.links.FORMATS
PICKS = ("nearest", "before")  # likewise
ARCHIVES = ("broken", "all", "none")  # see cites/links/settings.py

EXAMPLE = """\
example: read the articles of a folder into a bibliography and a source report

    cites build articles/ -o out

"""
EXAMPLES = {
    "build": "cites build articles/ -o out",
    "extract": "cites extract article.txt --format csl-json > references.json",
    "parse": "cites parse references.txt --format bibtex",
    "check": "cites check articles/",
    "show": "cites show article.docx",
}


def make_parser() -> Parser:
    parser = Parser(
        prog="cites",
        description="Reads the citations of articles: which works and sources they point to.",
        epilog="exit codes: 0 clean, 1 findings or broken links where asked for, 2 could not run or could not read a file",
        formatter_class=Formatter,
        allow_abbrev=False,
    )
    parser.example = EXAMPLE
    parser.add_argument("--version", action="version", version=f"cites {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    parser.commands = commands.choices
    add_build(_command(commands, "build", "write a bibliography and a source report of all documents"))
    add_extract(_command(commands, "extract", "print what was read: citations, works, findings"))
    add_parse(_command(commands, "parse", "read reference strings, one a line"))
    add_check(_command(commands, "check", "ask whether the links that are cited still work"))
    add_show(_command(commands, "show", "print documents as they were read: paragraphs, notes, links"))
    return parser


def _command(commands: argparse._SubParsersAction[Parser], name: str, does: str) -> Parser:
    command = commands.add_parser(
        name, help=does, description=f"{does[0].upper()}{does[1:]}.", formatter_class=Formatter, allow_abbrev=False
    )
    command.example = f"example: {EXAMPLES[name]}\n\n"
    return command


def add_build(command: Parser) -> None:
    _add_inputs(command)
    into = "folder for the results (default: out)"
    command.add_argument("-o", "--out", type=read_into_folder, default=Path("out"), metavar="DIR", help=into)
    command.add_argument(
        "--formats",
        type=read_results,
        default=DEFAULTS,
        metavar="LIST",
        help=f"what to write, with commas between: any of {', '.join(RESULTS)} (default: {','.join(DEFAULTS)})",
    )
    command.add_argument("--bibtex-classic", action="store_true", help="write references.bib for BibTeX of old, not for biber")
    _add_ascii(command)
    merged = "your bibliography (.bib, CSL-JSON, RIS): its works keep their keys and words, and further ones are put behind them"
    command.add_argument("--merge", type=read_file, metavar="FILE", help=merged)
    into = "write the merged bibliography to this file, which may be yours (default: references.* in DIR)"
    command.add_argument("--merge-into", type=read_into_file, metavar="FILE", help=into)
    command.add_argument("--title", help="of the report")
    command.add_argument("--date", help="to stand in the report; none by default, so that the same input gives the same bytes")
    named = f"also write bibliography.txt, .md and .html in a style: {', '.join(STYLES)}, or one of yours, DIR/styles/NAME.j2"
    command.add_argument("--style", metavar="NAME", help=named)
    _add_styles(command)
    command.add_argument("--check", action="store_true", help="ask whether the links still work; what is broken never stops the build")
    _add_keys(command)
    _add_jobs(command)
    _add_strict(command)
    _add_quiet(command)
    _add_links(command)


def add_extract(command: Parser) -> None:
    _add_inputs(command)
    _add_format(command, "json")
    _add_keys(command)
    _add_output(command)
    _add_jobs(command)
    _add_strict(command)
    _add_quiet(command)


def add_parse(command: Parser) -> None:
    command.add_argument("file", nargs="?", default="-", metavar="FILE", help="reference strings, one a line (default: -, stdin)")
    _add_format(command, "json, one object a line")
    _add_keys(command)
    _add_output(command)
    _add_jobs(command)
    _add_quiet(command)


def add_check(command: Parser) -> None:
    paths = "a file, a folder, a bibliography (.bib, CSL-JSON, RIS), a list of addresses, or - for stdin"
    _add_inputs(command, paths, (*INPUTS, *HOLDING, *BIBLIOGRAPHIES))
    command.add_argument("--format", choices=LINK_FORMATS, default="text", metavar="FORMAT", help="one of %(choices)s (default: text)")
    command.add_argument(
        "--fail-on",
        type=read_verdicts,
        default=frozenset(BROKEN),
        metavar="VERDICTS",
        help=f"verdicts that end with exit code 1 (default: {','.join(BROKEN)}), of {', '.join(VERDICTS)}",
    )
    _add_output(command)
    command.add_argument("-v", "--verbose", action="store_true", help="the evidence for links that are alive, too (text)")
    _add_jobs(command)
    _add_quiet(command)
    _add_links(command)
    history = command.add_argument_group("history")
    history.add_argument("--offline", action="store_true", help="report what earlier checks learnt, and ask nothing")
    history.add_argument("--history", action="store_true", help="show what earlier checks found of each link, and since when; ask nothing")


def add_show(command: Parser) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    _add_format_of_input(command, (*INPUTS, *HOLDING))
    _add_columns(command)
    choices = ("text", "json")
    command.add_argument("--format", choices=choices, default="text", metavar="FORMAT", help="one of %(choices)s (default: text)")
    _add_quiet(command)


def _add_inputs(command: Parser, paths: str = PATHS, formats: tuple[str, ...] = (*INPUTS, *HOLDING)) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help=paths)
    _add_format_of_input(command, formats)
    command.add_argument(
        "--corrections", type=Path, metavar="FILE", help="your corrections, in place of each cites.toml beside the documents"
    )
    _add_columns(command)


def _add_format_of_input(command: Parser, formats: tuple[str, ...]) -> None:
    command.add_argument(
        "--from",
        dest="input_format",
        choices=formats,
        type=read_input_format,
        metavar="FORMAT",
        help="one of %(choices)s (default: as content and name say)",
    )


def _add_keys(command: Parser) -> None:
    how = 'how citation keys are made, as in Better BibTeX: "auth.lower + shorttitle(3,3) + year"'
    command.add_argument("--key-pattern", type=read_pattern, metavar="PATTERN", help=how)


def _add_styles(command: Parser) -> None:
    command.add_argument("--csl", type=read_file, metavar="FILE", help="any other style, from a CSL file: needs pandoc or cites[csl]")
    command.add_argument("--templates", type=read_folder, metavar="DIR", help="folder with your own templates, which come before ours")


def _add_format(command: Parser, default: str) -> None:
    styles = f"or a style of bibliographies: {', '.join(STYLES)}, or yours, DIR/styles/NAME.j2"
    kinds = f"one of {', '.join(FORMATS)} (default: {default}), {styles}"
    command.add_argument("--format", default=DEFAULT, type=read_format, help=kinds, metavar="FORMAT")
    _add_ascii(command)
    _add_styles(command)
    command.add_argument("--markup", choices=MARKUPS, default="text", metavar="MARKUP", help="of a style: %(choices)s (default: text)")


def _add_columns(command: Parser) -> None:
    tables = command.add_argument_group("tables (.csv, .jsonl)")
    tables.add_argument("--text-field", metavar="NAME", help="the column that has the texts (default: one of the usual names)")
    tables.add_argument("--date-field", metavar="NAME", help="the column that has their dates (default: one of the usual names)")


def _add_output(command: Parser) -> None:
    out = "write to a file, which is replaced whole or not at all; - is stdout"
    command.add_argument("-o", "--out", type=read_output, metavar="FILE", help=out)


def _add_ascii(command: Parser) -> None:
    command.add_argument("--ascii", action="store_true", help="transliterate bibliographies, for tools that read ASCII only")


def _add_jobs(command: Parser) -> None:
    default = "one a processor, once it takes long"
    command.add_argument("--jobs", type=read_number(1, 512, int), metavar="N", help=f"processes that read (default: {default})")


def _add_strict(command: Parser) -> None:
    command.add_argument("--strict", action="store_true", help="exit code 1 where there are errors or warnings")


def _add_quiet(command: Parser) -> None:
    command.add_argument("-q", "--quiet", action="store_true", help="say nothing but what went wrong")


def _add_links(command: Parser) -> None:
    asking = command.add_argument_group("how links are asked")
    asking.add_argument("--fast", action="store_true", help="4 requests at once to one host and 50 ms between them, in place of 2 and 100")
    asking.add_argument("--host-jobs", type=read_number(1, 16, int), metavar="N", help="requests at once to one host (default: 2)")
    asking.add_argument("--host-gap", type=read_number(0, 3600), metavar="SECONDS", help="between two requests to one host (default: 0.1)")
    asking.add_argument("--user-agent", metavar="TEXT", help="what servers are told that we are (default: cites …)")
    asking.add_argument("--proxy", metavar="URL", help="default: $https_proxy or $http_proxy, but for $no_proxy; \"\" for none")
    asking.add_argument("--ca-bundle", type=read_file, metavar="FILE", help="a PEM file with further certificate authorities")
    asking.add_argument(
        "--allow-network",
        action="append",
        default=[],
        type=read_network,
        metavar="CIDR",
        help="a private network that may be asked, as 10.1.0.0/16",
    )
    copies = command.add_argument_group("archived copies")
    for_which = "links for which one is looked for: %(choices)s (default: broken)"
    copies.add_argument("--archive", choices=ARCHIVES, default="broken", metavar="WHICH", help=for_which)
    copies.add_argument("--no-archive", action="store_const", dest="archive", const="none", help="look for none")
    copies.add_argument("--archive-base", metavar="URL", help="of a Memento archive (default: https://web.archive.org)")
    pick = "nearest to the cited date (default), or before: the last within 90 days before it, else the first after it"
    copies.add_argument("--archive-pick", choices=PICKS, metavar="WHICH", help=pick)
    copies.add_argument("--archive-gap", type=read_number(0, 3600), metavar="SECONDS", help="between two questions (default: 1)")
    kept = command.add_argument_group("earlier checks")
    kept.add_argument("--store", type=Path, metavar="FILE", help="where they are kept (default: cites/links.sqlite in your state folder)")
    kept.add_argument("--no-store", action="store_true", help="keep nothing, and use nothing that was kept")
    kept.add_argument("--recheck", action="store_true", help="ask all links, also those of which enough is known")
    kept.add_argument(
        "--fresh",
        action="append",
        default=[],
        type=read_fresh,
        metavar="VERDICT=DAYS",
        help="for how long a verdict holds (default: 7 for alive and moved, 0 for unknown, 1 for the others)",
    )
