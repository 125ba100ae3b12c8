"""What the table of verdicts may ask: facts and what was cited, made into questions with a yes or a no. Pure.

A question about what was cited has three answers: the page shows it (`shows_cited`), it shows something else (`lacks_cited`), or that
cannot be told, because no title is cited or the title is a translation (neither).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from urllib.parse import urlsplit

from anyascii import anyascii

from cites.edtf import days_between
from cites.links import paths, phrases
from cites.links.facts import Answer, Facts, Page, Wanted
from cites.links.fingerprint import fingerprint, resemblance
from cites.links.titles import OTHER, SAME, are_comparable, is_telling, likeness, stands_in, words

SHORT = 600  # code points of all text on a page, menus included; shorter than that is a notice rather than an article
HARDLY_ANY = 15  # code points: a word or two, as "Loading…"
FEW = 200  # code points of prose: a sentence or two
START = 1500  # code points of prose in which a title counts as being at the start
OWN = 0.6  # of a heading; a notice that takes up so much of it is what the page is about
PERMANENT = (301, 308, 200)  # 200: sent on by the page itself (meta refresh), which has no temporary form
GIVES_A_PAGE = (200, 203, 206)
NOTHING = Page()


@dataclass(frozen=True)
class Case:
    """The facts about one address, and what is cited there."""

    facts: Facts
    wanted: Wanted = field(default_factory=lambda: Wanted(""))

    @property
    def last(self) -> Answer:
        return self.facts.last

    @property
    def page(self) -> Page:
        return self.last.page or NOTHING

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The title and the first heading, whole and in parts, made plain."""
        return (*phrases.parts(self.page.title), *phrases.parts(self.page.heading))

    @cached_property
    def is_short(self) -> bool:
        return len(self.page.text) < SHORT

    # --- what was cited

    @cached_property
    def likeness(self) -> float:
        """How like the cited title is to the most fitting name of the page: 0 to 1; a title at the start of the text counts as 1."""
        shown = [name for name in (self.page.title, self.page.heading, *self.page.names) if name]
        best = 0.0
        for cited in self.wanted.titles:
            for name in shown:
                best = max(best, likeness(cited, name))
                if best == 1.0:
                    return best
        if any(stands_in(cited, self.page.prose[:START]) for cited in self.wanted.titles):
            return 1.0
        return max([best, *(likeness(cited, part) for cited in self.wanted.titles for part in self.heads)])

    @cached_property
    def shows_cited(self) -> bool:
        """The cited title is that of the page; the words of a link may be a title too, but their absence says nothing."""
        if self.last.page is None:
            return False
        names = (self.page.title, self.page.heading, *self.page.names)
        return self.likeness >= SAME or any(
            len(words(link)) > 3 and likeness(link, name) >= SAME for link in self.wanted.words for name in names if name
        )

    @cached_property
    def lacks_cited(self) -> bool:
        """The page, in the language of the cited title, has another one."""
        return (
            self.last.page is not None
            and any(is_telling(words(cited)) for cited in self.wanted.titles)
            and self.likeness < OTHER
            and any(are_comparable(cited, self._called, self.page.language) for cited in self.wanted.titles)
        )

    @cached_property
    def _called(self) -> str:
        return self.page.heading or self.page.title or next(iter(self.page.names), "") or self.page.prose[:START]

    @cached_property
    def is_of_the_address(self) -> bool:
        """The address is made of the words of the page's title, or the page is of the cited day: another headline, but the same page."""
        slug = paths.slug_of(self.facts.first.url)
        name = anyascii(f"{self.page.title} {self.page.heading}").lower()
        if slug and sum(word in name for word in slug) >= 0.6 * len(slug):
            return True
        days = days_between(self.page.published, self.wanted.issued)
        return days is not None and abs(days) <= 1

    # --- walls, log-ins, notices

    @cached_property
    def is_wall(self) -> bool:
        """A wall against programs, by its header, its scripts, or what it says; on a page, only where there is little else."""
        return is_wall(self.last) and not self.shows_cited

    @cached_property
    def is_login(self) -> bool:
        """The address of a log-in page, or a page with hardly more than a form that asks for a password."""
        if self.is_redirected and paths.is_login(self.last.url, self.facts.first.url):
            return True
        is_headed = any(phrases.says_login(part) for part in self.heads)
        asks = self.page.asks_password and (self.lacks_cited or is_headed)
        return self.page.size < SHORT and (asks or (is_headed and self.is_redirected))

    @cached_property
    def says_not_found(self) -> bool:
        """ "Page not found | The Journal" as title or heading.

        What may mean something else counts on a short page, or where the cited title is missing.
        """
        if any(phrases.is_notice(part) or phrases.says_gone(part) > OWN * len(part) for part in self.heads):
            return True
        is_likely = self.lacks_cited or (self.is_short and not self.wanted.titles)
        return is_likely and any(phrases.is_apology(part) or phrases.says_gone(part) for part in self.heads)

    @cached_property
    def has_notice(self) -> bool:
        """A very short page that says "this article is no longer available"; or one that starts so, with the cited title missing."""
        text = self.page.text if self.is_short else ""
        if not text and self.lacks_cited:
            text = self.page.prose[: SHORT if self.page.size < 2 * SHORT else FEW]
        return any(phrases.says_gone(sentence) for sentence in phrases.sentences(text) if len(sentence) < 2 * FEW)

    @cached_property
    def is_parked(self) -> bool:
        """Ends at a dealer in domains, or offers the domain in its title or, where there is little else, in its text or by its scripts."""
        host = paths.host_of(self.last.url)
        if self.is_redirected and any(host.endswith("." + site) for site in phrases.PARKING_SITES):
            return True
        if len(self.page.text) > 4 * SHORT:  # such pages list "related searches"
            return False
        if any(phrases.says_for_sale(part) for part in self.heads):
            return True
        few = self.page.size < SHORT
        return few and (bool(self.page.parking) or any(phrases.says_for_sale(line) for line in phrases.sentences(self.page.prose)))

    @cached_property
    def is_drawn_by_script(self) -> bool:
        """Nothing but scripts, which a browser would run: what it would show is not known."""
        return self.page.has_scripts and len(self.page.text) < HARDLY_ANY and not self.page.heading

    @cached_property
    def is_gate(self) -> bool:
        """A sentence or two, a script, and no way to go anywhere: it looks a browser over. A notice has a link to the front page."""
        return self.lacks_cited and self.page.has_scripts and not self.page.has_links and len(self.page.text) < FEW

    @cached_property
    def is_article(self) -> bool:
        """A page with a name of its own and something to read."""
        return self.page.size >= SHORT and bool(self.page.title or self.page.heading)

    # --- redirects

    @cached_property
    def is_redirected(self) -> bool:
        return len(self.facts.answers) > 1 and not paths.is_same(self.facts.first.url, self.last.url)

    @cached_property
    def is_moved(self) -> bool:
        """The answer that led away from the cited address (not to a variant of it only) did so for good; what follows may be temporary."""
        hops = pairwise(self.facts.answers)
        away = next((one for one, other in hops if not paths.is_same(self.facts.first.url, other.url)), None)
        return away is not None and away.status in PERMANENT and self.is_redirected

    @cached_property
    def went_to_error(self) -> bool:
        return self.is_redirected and paths.is_error(self.last.url)

    @cached_property
    def went_to_front(self) -> bool:
        """An article's address that leads to a front page: /2012/05/talks-00017 to /, /news/ or /index.html."""
        old, new = urlsplit(self.facts.first.url), urlsplit(self.last.url)
        is_far = paths.is_deep(old) and old.hostname not in phrases.RESOLVERS
        return self.is_redirected and is_far and paths.is_front(new) and (not new.query or self.lacks_cited)

    # --- other answers

    @cached_property
    def is_what_all_get(self) -> bool:
        """An address beside it that nobody ever gave out has the same answer: the same page, or a redirect to the same address."""
        sibling = self.facts.sibling
        if sibling is None or sibling.status not in GIVES_A_PAGE or sibling.page is None:
            return False
        if self.is_redirected and paths.is_same(sibling.url, self.last.url):
            return True
        is_named_so = (sibling.page.title, sibling.page.heading) == (self.page.title, self.page.heading)
        return is_named_so and (sibling.page.text == self.page.text or resemblance(fingerprint(sibling.page.prose), self.fingerprint) > 0.8)

    @cached_property
    def fingerprint(self) -> tuple[int, ...]:
        return fingerprint(self.page.prose)

    @cached_property
    def has_changed(self) -> bool:
        """What stood here when it was last seen alive had another title, and another text."""
        before = self.facts.before
        if before is None or not before.title or not self.page.title or len(before.fingerprint) < 8:
            return False
        return likeness(before.title, self.page.title) < OTHER and resemblance(before.fingerprint, self.fingerprint) < 0.1


def is_wall(answer: Answer) -> bool:
    """Whether an answer is that of a wall against programs; see `Case.is_wall`."""
    if answer.status is None or answer.status in (404, 410):
        return False
    page = answer.page or NOTHING
    is_error = answer.status not in GIVES_A_PAGE  # ordinary pages behind such a wall carry its scripts and headers, too
    if is_error and (answer.wall or page.wall):
        return True
    heads = (*phrases.parts(page.title), *phrases.parts(page.heading))
    if any(phrases.says_wall(part) for part in heads) and (is_error or len(page.text) < SHORT):
        return True
    if len(page.text) < (2 * SHORT if is_error else FEW) and phrases.says_wall(phrases.plain(page.text)):
        return True
    return bool(page.wall) and page.size < FEW and page.has_scripts
