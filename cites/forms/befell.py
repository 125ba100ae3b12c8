"""What befell a body, or who served it, behind which its name with a day is no source: "(elected to the Duma, 4 December 2011)"."""

from __future__ import annotations

from cites.forms.form import Context, Draft
from cites.grammar.lexicon import compile_words, one_of

# A deed and the body behind it with nothing but small words between: not "signed a letter to The Times", "elected, according to TASS".
DEED = compile_words(rf"(?<!\p{{L}})(?:{one_of('befell', 'befell.posts')})\s(?:(?:{one_of('befell.small')})\s){{0,3}}$")
SERVED = compile_words(rf"(?:{one_of('befell.posts')}),\s$")  # editor, The Observer, 3 May 1990
ACT = compile_words(  # Law on the Periodical Press
    r"(?<!\p{L})(?:law|act|decree|bill|code|regulations?|ordinance)\s(?:on|of|for)(?:\sthe)?\s$"
)
MAX_DEED = 60  # code points


def befell(context: Context, start: int, draft: Draft) -> bool:
    """True for a source and its day that what stands before them, from `start` on, makes an event."""
    if draft.matched_by != "source_date":
        return False
    begin = max(start, draft.start - MAX_DEED)
    told = DEED.search(context.folded, begin, draft.start) or ACT.search(context.folded, begin, draft.start)
    return bool(told or SERVED.match(context.folded, start, draft.start))
