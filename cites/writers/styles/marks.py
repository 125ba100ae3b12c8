"""Italics, quotation marks and links as single characters in a text, and what text, Markdown and HTML make of them.

A template sets `{{ work.title | quoted }}` and knows nothing of markup; where a full stop goes, and what is escaped, is decided here.
The characters are control codes, which `clean` takes out of all that comes from a document.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cites import __version__
from cites.writers import tex
from cites.writers.addresses import web_address
from cites.writers.templates import make_environment

ITALIC, ROMAN, QUOTE, UNQUOTE, LINK, SHOWN, UNLINK = "\x0e\x0f\x10\x11\x12\x13\x14"
CODES = re.compile(r"[\x0e-\x14]")
LINKED = re.compile(f"{LINK}([^{SHOWN}]*){SHOWN}([^{UNLINK}]*){UNLINK}")
CLOSING = f"{UNQUOTE}{ROMAN}{UNLINK}”’"  # what a full stop or a comma may have to pass
STOPS = ".?!…。？！"
INNER = re.compile(r"“([^“”]*)”|(?<!\w)\"([^\"]*)\"(?!\w)")  # quoted in a title that will be quoted itself
OUTER = re.compile(r"(?<![\w’])[‘']((?:[^‘’']|[’'](?=\w))*)[’'](?!\w)")  # quoted by a text that quoted the title


def clean(text: str) -> str:
    """One line without control characters, and so without marks."""
    return tex.clean(text)


def italic(text: str) -> str:
    """Text in italics: titles of books and papers."""
    return f"{ITALIC}{re.sub(f'[{ITALIC}{ROMAN}]', '', text)}{ROMAN}" if text else ""


def quoted(text: str) -> str:
    """Text in double quotation marks; inside, those change places: "After “Russian” Plane" is “After ‘Russian’ Plane”."""
    inside = INNER.sub(lambda fit: f"‘{unquoted(fit[1] or fit[2] or '')}’", text)
    return f"{QUOTE}{inside}{UNQUOTE}" if text else ""


def unquoted(text: str) -> str:
    """A title that is not quoted: single quotation marks become double ones, unless they stand inside of double ones."""
    return text if "“" in text else OUTER.sub(r"“\1”", text)


def link(text: str, address: str) -> str:
    """Text that leads to an address, where the markup has links and the address is one of the web."""
    target = web_address(address)
    return f"{LINK}{target}{SHOWN}{text}{UNLINK}" if text and target else text


def between(text: object, before: str = "", after: str = "") -> str:
    """Text with words around it, nothing where it is empty: `"14" | between("vol. ")` gives "vol. 14"."""
    text = str(text).strip() if text else ""
    return f"{before}{text}{after}" if text else ""


def commas(parts: Iterable[object]) -> str:
    """The parts that are not empty with commas between them, which go inside quotation marks: “Title,” Guardian, 2015."""
    return _join(parts, ",", "")


def sentences(parts: Iterable[object], end: str = ".") -> str:
    """The parts that are not empty with full stops between them and `end` at the end; none after "?" or another full stop."""
    return _join(parts, ".", end)


def _join(parts: Iterable[object], mark: str, end: str) -> str:
    texts = [text for part in parts if part and (text := str(part).strip())]
    return " ".join([_stop(text, mark) for text in texts[:-1]] + [_stop(text, end) for text in texts[-1:]])


def _stop(text: str, mark: str) -> str:
    """The text with a full stop or a comma where American printers put it: inside quotation marks, after italics."""
    body = text
    while body and body[-1] in CLOSING and not (body[-1] == "’" and "‘" not in body):
        body = body[:-1]
    if not mark or body.endswith(mark) or (mark == "." and body.endswith(tuple(STOPS))):
        return text
    tail = text[len(body) :]
    inside = re.search(f"[{UNQUOTE}”’]", tail)
    place = len(body) + (inside.start() if inside else len(tail))
    return text[:place] + mark + text[place:]


class Section(NamedTuple):
    """Lines that stand together, with a title above them where there are several: the notes of one document."""

    title: str
    entries: Sequence[tuple[str, str]]  # (key, line), the line as its markup has it


@dataclass(frozen=True, slots=True)
class Markup:
    """How a bibliography is written: `MARKUPS["markdown"]`."""

    suffix: str  # of the file
    escape: Callable[[str], str]
    italic: tuple[str, str]
    link: Callable[[str, str], str]  # (text, address): the text escaped, the address as a browser takes it
    page: Callable[[str, Sequence[Section]], str]

    def render(self, marked: str) -> str:
        """A line with marks as this markup has it."""
        marked = re.sub(rf"\s+([{UNQUOTE}{ROMAN}{UNLINK}])", r"\1 ", " ".join(marked.split()))
        out, end = [], 0
        for fit in LINKED.finditer(marked):
            out += [self._plain(marked[end : fit.start()]), self.link(self._plain(fit[2]), fit[1])]
            end = fit.end()
        return "".join([*out, self._plain(marked[end:])]).strip()

    def _plain(self, text: str) -> str:
        begin, stop = self.italic
        marks = {ITALIC: begin, ROMAN: stop, QUOTE: "“", UNQUOTE: "”"}
        return "".join(marks.get(piece, "") if CODES.match(piece) else self.escape(piece) for piece in re.split(r"([\x0e-\x14])", text))


# Source: CommonMark 0.31, section 2.4: any of these may be escaped; what is left out here means something at the head of a line only.
SPECIAL = re.compile(r"([\\`*_\[\]<>~|$^])|&(?=#?\w+;)|@(?=\w)|(?<=!)(?=\[)")
HEAD = re.compile(r"^(#|[-+=]+(?=[ .=-]|$)|\d{1,9}(?=[.)] ))")


def _markdown(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)


def _head(line: str) -> str:
    """A line that begins neither a list nor a heading: "1984. …" gives "1984\\. …"."""
    fit = HEAD.match(line)
    if fit is None:
        return line
    return f"{line[: fit.end()]}\\{line[fit.end() :]}" if fit[0].isdigit() else f"\\{line}"


def _text_page(heading: str, sections: Sequence[Section]) -> str:
    """The lines with an empty one between them; a heading would be in the way where they are pasted."""
    return "\n".join(f"{line}\n" for title, entries in sections for line in (*([title] if title else []), *(line for _, line in entries)))


def _markdown_page(heading: str, sections: Sequence[Section]) -> str:
    lines = [f"# {heading}"]
    for title, entries in sections:
        lines += ([f"## {_markdown(title)}"] if title else []) + [_head(line) for _, line in entries]
    return "\n".join(f"{line}\n" for line in lines)


def html_page(heading: str, sections: Sequence[Section], body: str = "") -> str:
    """A page with nothing but a bibliography, which asks for nothing; `body` is one that is HTML already."""
    template = make_environment((), autoescape=True).get_template("bibliography.html.j2")
    return template.render(heading=heading, sections=sections, body=body, version=__version__)


MARKUPS = {
    "text": Markup(".txt", str, ("", ""), lambda text, address: text, _text_page),
    "markdown": Markup(
        ".md",
        _markdown,
        ("*", "*"),
        lambda text, address: f"<{address}>" if text == _markdown(address) else f"[{text}](<{address}>)",
        _markdown_page,
    ),
    "html": Markup(".html", html.escape, ("<i>", "</i>"), lambda text, address: f'<a href="{html.escape(address)}">{text}</a>', html_page),
}
