"""What was read in a parenthesis, and what tells whether it is a citation: by itself, and by the sentence around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.claims import LABEL, MAX_LABEL, find_claim
from cites.edtf import is_year
from cites.forms import Context, Draft
from cites.grammar.prose import states
from cites.knowledge import ISSUERS
from cites.model import Outlet, Zone

CONVINCING = 0.7  # an inline citation of which the source is so likely one convinces by itself
SENTENCE_END = regex.compile(r"[\s)\]”\"'’*_\d]{0,12}(?:[.;!?…。；|]|\n|$)")  # digits: the callout of a note
OWN_SENTENCE = regex.compile(r"[.!?…。][”\"'’*_)\]]{0,3}\d{0,3}\s*$")
SENTENCE_GOES_ON = regex.compile(r"\s\p{Ll}")
SERIAL = frozenset({"language", "issue", "volume", "url"})  # what no place, ship or meeting has
SUPPORT = SERIAL | frozenset({"publisher_place", "genre"})  # what is said of a source, and seldom of a ship


class Inline(NamedTuple):
    """A parenthesis and what was read in it, if anything."""

    zone: Zone
    context: Context
    drafts: list[Draft]


class Cited(NamedTuple):
    """One thing that was read in a parenthesis of a text, which may be no citation."""

    text: str
    inline: Inline
    draft: Draft

    @property
    def convinces(self) -> bool:
        return self.draft.form == "full" and self.draft.confidence >= CONVINCING

    @property
    def name(self) -> str:
        return self.draft.get("container_title").casefold()

    @property
    def outlet(self) -> Outlet | None:
        """What is known of a source that stands with its date: "(NATO, September 2014)"."""
        return self.inline.context.outlet(self.draft.get("container_title")) if self.draft.matched_by == "source_date" else None

    @property
    def is_issuer(self) -> bool:
        """True for a body that gives out what is its own, of which a text may tell as well: "(Bundestag, 26 September 2021)"."""
        return self.outlet is not None and self.outlet.kind in ISSUERS

    @property
    def is_named_alone(self) -> bool:
        """True for a source with its date and nothing that it printed: "Astra, June 3", "“Astra,” June 3"."""
        draft = self.draft
        return draft.matched_by == "source_date" or (draft.matched_by == "titled" and not (draft.get("title") or draft.get("author")))

    @property
    def is_beside(self) -> bool:
        """True for a source that a comma does not part from its day, in a text that sets all so: "(Okeke 26 Oct. 2012)"."""
        name = next((item for item in self.draft.items if item.field == "container_title"), None)
        return self.inline.context.known.days.tight and name is not None and self.inline.context.folded[name.end] == " "

    @property
    def is_italic(self) -> bool:
        """True for a source in italics: "*Astra*, June 3"."""
        name = next((item for item in self.draft.items if item.field == "container_title"), None)
        return name is not None and any(start <= name.start and name.end <= stop for start, stop in self.inline.context.italics)

    @property
    def is_by_year(self) -> bool:
        """True for a paper with a year and nothing else: "(BBC News, 2019)"."""
        is_bare = is_year(self.draft.get("issued")) and not self.draft.locator and not self.has(SUPPORT)
        return is_bare and self.outlet is not None and not self.is_issuer

    @property
    def is_linked(self) -> bool:
        """True where a link begins with the citation: "([World Bank, 12 December 2023](https://…))"."""
        first = self.draft.items[0].end
        return any(start <= self.draft.start and stop >= first for start, stop, _ in self.inline.context.links)

    @property
    def ends_sentence(self) -> bool:
        return ends_sentence(self.text, self.inline.zone)

    @property
    def goes_on(self) -> bool:
        """True amid a sentence that goes on with a small letter."""
        return SENTENCE_GOES_ON.match(self.text, self.inline.zone.span.end + 1) is not None

    @property
    def is_stated(self) -> bool:
        """True where the sentence gives what was said or printed: "“A Tosca of flesh,” wrote a critic (Astra, 3 June 1964)"."""
        claim = find_claim(self.text, self.inline.zone.span.start)
        return claim is not None and states(self.text[slice(*claim)])

    @property
    def is_before_comma(self) -> bool:
        return self.text.startswith(",", self.inline.zone.span.end + 1)

    @property
    def is_named_again(self) -> bool:
        """True for a title that is named elsewhere too, so that this may be a short form."""
        title = self.draft.get("title")[:25]
        return self.text.find(title, self.text.find(title) + 1) >= 0

    def has(self, fields: frozenset[str]) -> bool:
        return any(item.field in fields for item in self.draft.items)

    def others(self) -> Iterator[Cited]:
        """Yield what was read in the same parenthesis, this too."""
        return (self._replace(draft=draft) for draft in self.inline.drafts)


def is_labelled(text: str, at: int) -> bool:
    """True right behind "Source:"."""
    return LABEL.search(text, max(0, at - MAX_LABEL), at) is not None


def ends_sentence(text: str, zone: Zone) -> bool:
    """True for a parenthesis at the end of a sentence, and for one that is a sentence."""
    return bool(SENTENCE_END.match(text, zone.span.end + 1) or OWN_SENTENCE.search(text, max(0, zone.span.start - 12), zone.span.start - 1))
