"""What was learnt of a link, before anyone judges it: frozen values from `probe` and `page` to `judge`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page says of itself. Texts have single blanks and neither control codes nor bidirectional marks."""

    title: str = ""
    heading: str = ""  # the first h1
    names: tuple[str, ...] = ()  # what else it may be called: og:title, its headline in metadata, further headings
    text: str = ""  # the start of what a person sees
    prose: str = ""  # the same without menus, links, side bars and forms
    size: int = 0  # code points of all such prose, as far as the page was read
    is_empty: bool = False  # not one byte came, and none was missing
    refresh: str = ""  # where <meta http-equiv="refresh"> sends a reader within a few seconds
    published: str = ""  # "2012-01-27", from its metadata
    language: str = ""  # as it says: "ru-RU"
    asks_password: bool = False
    has_scripts: bool = False
    has_links: bool = False
    wall: str = ""  # the name by which a wall against programs is known, in a page that has little else
    parking: str = ""  # the script or frame of a dealer in domains
    anchors: tuple[tuple[str, bool], ...] = ()  # the fragments that were asked for, and whether they are there


@dataclass(frozen=True, slots=True)
class Answer:
    """One hop: what came of asking one address. Either `status` or `problem` is set.

    problems: the rows of judge.RULES that begin with "problem", e.g. "no-name", "closed", "timeout".
    """

    url: str
    status: int | None = None
    problem: str = ""
    detail: str = ""  # of a problem, for a reader: "127.0.0.1"
    target: str = ""  # where it sends on, as a whole address
    wait: float | None = None  # seconds, from Retry-After
    sets_cookie: bool = False
    wall: str = ""  # the header by which a wall against programs shows itself
    page: Page | None = None  # None where the answer is not HTML


@dataclass(frozen=True, slots=True)
class Wanted:
    """A URL as it is cited, and what is cited there, as far as the citing texts say.

    `Wanted("https://tass.com/1", ("Talks Resume",), "2012-01-27")`.
    """

    url: str
    titles: tuple[str, ...] = ()  # more than one where places differ
    issued: str = ""  # EDTF
    words: tuple[str, ...] = ()  # of links: they may be titles, or anything else


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of a page that was alive: enough to tell whether another one stands in its place today."""

    title: str
    fingerprint: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was learnt of one address: its answers hop by hop; of several tries of a hop, the last one."""

    url: str
    answers: tuple[Answer, ...]
    tries: int = 1  # 1, and one more for each request that was repeated
    seconds: float = 0.0  # of asking, waiting for a turn left out
    sibling: Answer | None = None  # the last answer for an address beside it that nobody ever gave out
    before: Seen | None = None  # what stood here when it was last seen alive

    @property
    def first(self) -> Answer:
        return self.answers[0]

    @property
    def last(self) -> Answer:
        return self.answers[-1]
