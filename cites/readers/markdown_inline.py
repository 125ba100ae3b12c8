"""The inline markup of one Markdown paragraph: emphasis, links, notes, code, tags.

Walked once from left to right, with a stack of open brackets and a list of emphasis marks, as CommonMark's appendix
describes it; positions are those of the text given. Left out is its "rule of three" (`5*3**2*1`), which no article needs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import unescape

from cites.model import Span
from cites.readers.markdown_blocks import Found
from cites.readers.markdown_emphasis import ESCAPED_ITALICS, Delimiter, pair_up
from cites.readers.markdown_links import AUTOLINK, clean_url, fold_label, read_target
from cites.readers.markdown_raised import RAISED, RAISED_BY_TEX, read_pointer

OPEN = 1_000  # brackets that may be open at a time, at least

# What may be markup; "://" is here so that the underscores of a bare address are not taken for emphasis.
TOKEN = re.compile(r"[\\`*_\[\]<]|!\[|\^\[|%%|==|\$[{^]|://[^\s<>\[\]*`\\\"“”]*+")
# Obsidian: a page, a page shown by other words, an embedded one; a comment; a highlight; what kind of box a quotation is.
PAGE = re.compile(r"!?\[\[(?!\^?\d+\]\])(?:[^\[\]|\r\n]{1,300}+\|)?+(?P<shown>[^\[\]|\r\n]{1,300}+)\]\](?!\()")
COMMENT = re.compile(r"%%[^%]*+%%")
HIGHLIGHT = re.compile(r"==(?=[^\s=])[^=\r\n]*+(?<!\s)==")
ATTRIBUTES = re.compile(r"\{(?:[.#][A-Za-z_]|[A-Za-z][\w:-]{0,30}+=)[^{}]{0,120}+\}")  # of a span or a link: {.smallcaps}, {lang=es}
BOX = re.compile(r"\[![A-Za-z-]{1,30}+\][+-]?")
PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
CALLOUT = re.compile(r"\[\^([^\[\]\s]{1,99}+)\]")
WORD = re.compile(r"\w+")
TICKS = re.compile(r"`++")
STARS = {"*": re.compile(r"\*++"), "_": re.compile(r"_++")}
TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?P<rest>\s[^<>]*+|/)?>")
HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE)
ITALIC_TAGS = frozenset(("i", "em", "cite"))


@dataclass(slots=True)
class Bracket:
    """An open `[`, `![` or `^[`."""

    start: int
    inside: int  # where its text begins
    delimiters: int  # how many there were before it


@dataclass(slots=True)
class Inline:
    """What was found in all paragraphs so far; neither list is in order."""

    links: Mapping[str, str]
    labels: Collection[str]
    hidden: list[Span] = field(default_factory=list)
    marks: list[Found] = field(default_factory=list)
    notes: int = 0  # inline notes, which are numbered

    def scan(self, text: str, start: int, end: int) -> None:
        """Read the paragraph `text[start:end]`."""
        if first := TOKEN.search(text, start, end):
            _Paragraph(self, text, start, end).scan(first.start())

    def hide(self, start: int, end: int) -> None:
        self.hidden.append(Span(start, end))

    def mark(self, start: int, end: int, kind: str, value: str = "") -> None:
        if start < end:
            self.marks.append(Found(start, end, kind, value))


class _Paragraph:
    """The open brackets and emphasis marks of one paragraph."""

    def __init__(self, found: Inline, text: str, start: int, end: int) -> None:
        self.found, self.text, self.start, self.end = found, text, start, end
        self.delimiters: list[Delimiter] = []
        self.brackets: list[Bracket] = []
        self.dead = 0  # a link holds no links: this many of the open "[" lie around one already
        self.tags: dict[str, list[tuple[int, str]]] = {}
        self.ticks: dict[int, list[int]] | None = None  # starts of the runs of backticks by their length, last first
        self.no_comment = False  # no "-->" follows

    def scan(self, at: int) -> None:
        text, end = self.text, self.end
        take = {"\\": self._escape, "`": self._code, "*": self._stars, "_": self._stars, "[": self._open, "]": self._close,
                "<": self._angle, "!": self._open, "^": self._open, ":": self._address, "%": self._comment,
                "=": self._highlight, "$": self._formula}  # fmt: skip
        while token := TOKEN.search(text, at, end):
            at = take[text[token.start()]](token.start(), token.end())
        self._pair(0)

    def _past(self, run: re.Pattern[str], at: int) -> int:
        match = run.match(self.text, at, self.end)
        return match.end() if match else at

    def _escape(self, at: int, past: int) -> int:
        if past < self.end and self.text[past] in PUNCTUATION:
            italics = ESCAPED_ITALICS.match(self.text, at, self.end)
            self.found.hide(at, past + bool(italics))
            if italics:
                self.found.hide(italics.end() - 1, italics.end())
                self.found.mark(past + 1, italics.start("close"), "italic")
            return past + 1
        if past < self.end and self.text[past] in "\r\n":
            self.found.hide(at, past)  # a hard line break
        return past

    def _address(self, at: int, past: int) -> int:
        while self.text[past - 1] == "_":
            past -= 1
        return past

    def _code(self, at: int, past: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for run in TICKS.finditer(self.text, at, self.end):
                self.ticks.setdefault(run.end() - run.start(), []).append(run.start())
            for starts in self.ticks.values():
                starts.reverse()
        run_end = self._past(TICKS, at)
        size = run_end - at
        starts = self.ticks.get(size, [])
        while starts and starts[-1] < run_end:
            starts.pop()
        if not starts:
            return run_end
        close = starts.pop()
        self.found.hide(at, run_end)
        self.found.hide(close, close + size)
        self.found.mark(run_end, close, "code")
        return close + size

    def _stars(self, at: int, past: int) -> int:
        text = self.text
        character = text[at]
        past = self._past(STARS[character], at)
        before = text[at - 1] if at > self.start else " "
        after = text[past] if past < self.end else " "
        left = not after.isspace() and (after.isalnum() or not before.isalnum())  # stands before a word
        right = not before.isspace() and (before.isalnum() or not after.isalnum())
        if character == "_":  # snake_case is no emphasis
            left, right = left and (not right or not before.isalnum()), right and (not left or not after.isalnum())
        ends_line = before == " " and (past == self.end or after == "\n")  # "*Id. *", set apart to the end of its line
        if left or right or ends_line:
            self.delimiters.append(Delimiter(character, at, past, left, right))
        return past

    def _comment(self, at: int, past: int) -> int:
        comment = COMMENT.match(self.text, at, self.end)
        if comment:
            self.found.hide(at, comment.end())
        return comment.end() if comment else past

    def _highlight(self, at: int, past: int) -> int:
        highlight = HIGHLIGHT.match(self.text, at, self.end)
        if highlight:
            self.found.hide(at, past)
            self.found.hide(highlight.end() - 2, highlight.end())
        return past

    def _formula(self, at: int, past: int) -> int:
        raised = RAISED_BY_TEX.match(self.text, at, self.end)
        if raised is None:
            return past
        self.found.hide(at, raised.start("label"))
        self.found.hide(raised.end("label"), raised.end())
        self.found.mark(*raised.span("label"), "raised", raised["label"])
        return raised.end()

    def _page(self, at: int) -> int:
        """Read "[[Tea Road|the road]]", of which "the road" is seen; an embedded page or picture is not; 0 where it is something else."""
        page = PAGE.match(self.text, at, self.end)
        if page is None or fold_label(page["shown"]) in self.found.links:
            return 0
        if self.text[at] == "!":
            self.found.hide(at, page.end())
            return page.end()
        self.found.hide(at, page.start("shown"))
        self.found.hide(page.end("shown"), page.end())
        return page.end()

    def _open(self, at: int, past: int) -> int:
        if self.text.startswith("[[", past - 1) and (after := self._page(at)):
            return after
        if at == self.start and (box := BOX.match(self.text, at, self.end)):
            self.found.hide(at, box.end())
            return box.end()
        if past == at + 1:
            callout = CALLOUT.match(self.text, at, self.end)
            if callout and (fold_label(callout[1]) in self.found.labels or WORD.fullmatch(callout[1])):
                self.found.mark(at, callout.end(), "callout", callout[1])
                return callout.end()
        self.brackets.append(Bracket(at, past, len(self.delimiters)))
        if len(self.brackets) > 2 * OPEN:  # "[" by the million: the oldest will not be closed
            del self.brackets[:OPEN]
            self.dead = max(0, self.dead - OPEN)
        return past

    def _close(self, at: int, past: int) -> int:
        if not self.brackets:
            return past
        opened = self.brackets.pop()
        is_dead, self.dead = len(self.brackets) < self.dead, min(self.dead, len(self.brackets))
        kind = self.text[opened.start]
        if kind == "^" and (self.text.startswith("(#", past, self.end) or ATTRIBUTES.match(self.text, past, self.end)):  # ^[1](#fn1)^
            opened, kind = Bracket(opened.start + 1, opened.inside, opened.delimiters), "["
        if kind == "^":
            self._note(opened, at)
            return past
        if is_dead and kind == "[":
            return past
        label = self.text[opened.inside : at] if self.found.links and at - opened.inside < 999 else ""
        target = read_target(self.text, past, self.end, label, self.found.links)
        if target is None:
            return self._span(opened, at, past) if kind == "[" else past
        pointer = read_pointer(self.text[opened.inside : at], target.url)
        if kind == "!" and not pointer:  # "So there![1](#fn1)" shows no picture
            del self.delimiters[opened.delimiters :]
            self.found.hide(opened.start, target.end)
            return target.end
        self._pair(opened.delimiters)
        attributes = ATTRIBUTES.match(self.text, target.end, self.end)
        end = attributes.end() if attributes else target.end
        self.found.hide(opened.inside - 1, opened.inside)
        self.found.hide(at, end)
        if pointer:
            self.found.mark(opened.inside, at, *pointer)
        if not pointer or target.url[0] != "#":
            self.found.mark(opened.inside, at, "link", target.url)
        self.dead = len(self.brackets)
        return end

    def _span(self, opened: Bracket, at: int, past: int) -> int:
        """`[Smith]{.smallcaps}`, as pandoc has it: only the words are shown."""
        attributes = ATTRIBUTES.match(self.text, past, self.end)
        if attributes is None:
            return past
        self._pair(opened.delimiters)
        self.found.hide(opened.start, opened.inside)
        self.found.hide(at, attributes.end())
        return attributes.end()

    def _note(self, opened: Bracket, at: int) -> None:
        """`^[Interfax, January 26]`: the caret calls it; its number is the next that no note of the file has."""
        self._pair(opened.delimiters)
        self.found.notes += 1
        while str(self.found.notes) in self.found.labels:
            self.found.notes += 1
        self.found.mark(opened.start, opened.start + 1, "callout", str(self.found.notes))
        self.found.mark(opened.inside, at, "note", str(self.found.notes))

    def _angle(self, at: int, past: int) -> int:
        text = self.text
        link = AUTOLINK.match(text, at, self.end)
        if link:
            self.found.hide(at, past)
            self.found.hide(link.end() - 1, link.end())
            if ":" in link["url"]:
                self.found.mark(past, link.end() - 1, "link", clean_url(link["url"]))
            return link.end()
        if text.startswith("<!--", at) and not self.no_comment:
            close = text.find("-->", at, self.end)
            self.no_comment = close < 0
            if close >= 0:
                self.found.hide(at, close + 3)
                return close + 3
        tag = TAG.match(text, at, self.end)
        if tag is None:
            return past
        return self._tag(tag)

    def _tag(self, tag: re.Match[str]) -> int:
        name = tag["name"].casefold()
        if name != "br" or self._is_open(tag.start() - 1) or self._is_open(tag.end()):
            self.found.hide(tag.start(), tag.end())
        opened = self.tags.setdefault(name, [])
        if not tag["close"]:
            href = HREF.search(tag["rest"] or "") if name == "a" else None
            opened.append((tag.end(), unescape(href[1] or href[2] or href[3] or "") if href else ""))
        elif opened:
            start, url = opened.pop()
            if name in ITALIC_TAGS:
                self.found.mark(start, tag.start(), "italic")
            elif url and not url.startswith("#"):
                self.found.mark(start, tag.start(), "link", url)
            elif name == "sup" and RAISED.fullmatch(self.text, start, tag.start()):
                self.found.mark(start, tag.start(), "raised", self.text[start : tag.start()])
        return tag.end()

    def _is_open(self, at: int) -> bool:
        """Whether white space or the end is there: a `<br>` between two words stays, for it parts them."""
        return not self.start <= at < self.end or self.text[at].isspace()

    def _pair(self, bottom: int) -> None:
        """Pair the emphasis marks from `bottom` on, and take them off the list."""
        for pair in pair_up(self.text, self.delimiters[bottom:], self.start, self.end):
            self.found.hidden += pair.hidden
            self.found.mark(*pair.span, pair.kind)
        del self.delimiters[bottom:]
