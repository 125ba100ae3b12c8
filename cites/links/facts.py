"""What was learnt of a link, before anyone judges it: frozen values from `probe` and `page` to `judge`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page says of itself. Texts have single blanks and neither control codes nor bidirectional marks."""

    title: str = ""
    heading: str = ""  # the first h1
    text: str = ""  # the start of what a person sees
    is_empty: bool = False  # not one byte came, and none was missing
    refresh: str = ""  # where <meta http-equiv="refresh"> sends a reader within a few seconds


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
class Facts:
    """All that was learnt of one address: its answers hop by hop; of several tries of a hop, the last one."""

    url: str
    answers: tuple[Answer, ...]
    tries: int = 1  # 1, and one more for each request that was repeated

    @property
    def first(self) -> Answer:
        return self.answers[0]

    @property
    def last(self) -> Answer:
        return self.answers[-1]
