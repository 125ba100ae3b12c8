"""A parser whose help starts with an example, and whose errors are one line with what was meant."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

from cites.cli.terminal import printable

WIDTH = 100  # characters of a line of help, whatever the terminal: the docs show the same text


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Options as "-o, --out DIR", in every version of Python."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=WIDTH)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        value = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {value}"


class Parser(argparse.ArgumentParser):
    """A parser of the command line, or of one of its commands."""

    example = ""
    commands: Mapping[str, Parser] = {}

    def format_help(self) -> str:
        return self.example + super().format_help()

    def read(self, arguments: Sequence[str] | None) -> argparse.Namespace:
        """What a command line says; an option that its command does not have is said with the one that it resembles.

        Paths may stand on both sides of an option ("a.md -o out b.md"), of which argparse takes the first only.
        """
        chosen, strange = self.parse_known_args(arguments)
        if "paths" in chosen:
            chosen.paths += [word for word in strange if _is_path(word)]
            strange = [word for word in strange if not _is_path(word)]
        command = self.commands.get(chosen.command, self)
        if "" in getattr(chosen, "paths", ()):  # of a variable that is not set; it would mean this folder
            command.error("a PATH is empty")
        if strange:
            command.error("; ".join(command.describe_strange(word) for word in strange))
        return chosen

    def describe_strange(self, word: str) -> str:
        """ "--format": "there is no --format; did you mean --formats?"."""
        if not word.startswith("-"):
            return f"{word}: one too many"
        name = word.partition("=")[0]
        return f"there is no {name}{_guess(name, self._option_string_actions, '')}"

    def error(self, message: str) -> NoReturn:
        """Print one line, in place of the whole usage before it: "cites build: there is no --format; … (see cites build --help)"."""
        self.exit(2, f"{self.prog}: {printable(message)} (see {self.prog} --help)\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        if action.dest == "command":
            raise argparse.ArgumentError(None, f"there is no command {value!r}{_guess(value, known, 'the commands are')}")
        raise argparse.ArgumentError(action, f"there is no {value!r}{_guess(value, known, 'there are')}")


def _is_path(word: str) -> bool:
    return not word.startswith("-") or word == "-"


def _guess(word: str, known: Iterable[str], otherwise: str) -> str:
    """What was meant; where nothing is near, what there is."""
    known = list(known)
    if near := get_close_matches(word, known, 1):
        return f"; did you mean {near[0]}?"
    return f"; {otherwise} {', '.join(known)}" if otherwise else ""
