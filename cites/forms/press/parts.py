"""The part of a paper or of a station's day: an edition, a section before its page, a programme."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, holds_any
from cites.forms.press.source_names import Step
from cites.grammar.lexicon import one_of
from cites.grammar.sources import EDITION_NOTE, is_station
from cites.knowledge import load

PROGRAMME = regex.compile(  # BBC Radio 4, Today programme · RTB TV, evening news
    r"(?P<title>\p{Lu}[^,;:()]{1,40}?\s(?:(?:news|talk|radio|TV)\s)?(?:programme|program|show|podcast|newscast|bulletin))(?=\s?(?:[,;)]|$))"
    r"|(?:(?:the\s)?(?:evening|morning|midday|nightly|daily|main|late|\d{1,2}(?::\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)?)\s)(?:news|bulletin"
    r"|newscast)(?=\s?(?:[,;)]|$))"
)
# Sunday Times, 22 September 2024, Business, p. 3
SECTION = regex.compile(rf"(?:\p{{Lu}}[\p{{L}} &]{{3,24}}|[Ss]ec(?:tion|\.)\s\w{{1,3}})(?=,\s?(?:{one_of('pages')})\s?\w?\d)")
ON_AIR = ("program", "show", "podcast", "newscast", "bulletin", " news")  # a quick look for what most parentheses do not hold
EDITIONS = tuple(load()["edition_notes.editions"])


def read_part(context: Context, last: Step, at: int, end: int) -> list[Step] | None:
    """Return the part that stands behind a source or its day, None where none does; `last` is the step before it."""
    folded = context.folded
    if last.kind == "source" and holds_any(context.lowered, EDITIONS) and (edition := EDITION_NOTE.match(folded, at, end)):
        return read_edition(context, last, edition)
    is_dated = last.kind in ("date", "day")
    if is_dated and (section := SECTION.match(folded, at, end)) and context.evidence(section[0]) < 1.0:
        return [Step("aside", section[0], at, section.end())]
    is_on_air = (is_dated or last.kind == "source") and holds_any(context.lowered, ON_AIR)
    programme = PROGRAMME.match(folded, at, end) if is_on_air else None
    if programme is None:
        return None
    title = programme["title"]
    return [Step("type", "broadcast", at, at), Step("title" if title else "aside", title or programme[0], at, programme.end())]


def read_edition(context: Context, last: Step, edition: regex.Match[str]) -> list[Step]:
    """Read "Dainik Bhaskar, Raipur edition"; of a station it is a programme: "NPR, Morning Edition"."""
    is_programme = edition[0].istitle() and last.kind == "source" and is_station(last.value, context.outlet(last.value))
    on_air = [Step("type", "broadcast", edition.start(), edition.start())] if is_programme else []
    return [*on_air, Step("title" if is_programme else "aside", edition[0], *edition.span())]
