"""Cases in the sentences of an opinion, a brief or an essay on law: "See United States v. Salerno, 481 U. S. 739, 751 (1987)."

A report that is known tells; with one there, statutes count too, and what points back: "Id., at 539".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cites import lazy_regex as regex
from cites.across.whole import Whole
from cites.forms import Known, legal
from cites.forms.contexts import to_citation, to_context
from cites.forms.legal.parts import REPORTER
from cites.forms.order import first_fit
from cites.forms.short import ibid, supra
from cites.forms.signals import skip_signals
from cites.grammar.courts import is_reporter
from cites.grammar.prose import ABBREVIATED
from cites.model import Citation, Span, Zone

FORMS = (ibid.FORM, legal.FORM, supra.FORM)
WORD = r"[\p{Lu}\d&](?:-\n|[^\s,;“”\[\]])*,?\s"  # Cater-⏎ing
LEFT = rf"{WORD}(?:(?:(?:of|the|and|for|ex|rel\.|de|la|del|on|to|in)\s)|{WORD})*?v\."
NAME = regex.compile(rf"(?<!\S)(?=\p{{Lu}})(?:{LEFT}|(?:In\sre|Ex\sparte)\s{WORD})\s?[^;“”()]{{2,150}}?,\s$")  # Chicago v. Morales,
ENDS = regex.compile(r"(?<=(?:\p{Ll}{3}|\d|[)”])\.[”\"’]?)\s(?=\p{Lu})")
CITED = regex.compile(
    rf"(?<![\w.-])(?:(?P<report>\d{{1,4}}\s(?P<series>{REPORTER})\s(?:\d{{1,8}}(?![\w/])|_{{2,}}))"
    r"|\d{1,2}\sU\.\s?S\.\s?C\.(?:\sApp\.|\sAnn\.|A\.)?\s§+\s?\d|[Ii]d\.,?\sat\s\d|\p{Lu}[^\s,;()“”]+(?:\s\p{Lu}[^\s,;()“”]+)?,\ssupra,\sat\s)"
)
BEFORE, BEHIND = 240, 160  # code points of a name; of pages, a court and a year


def read_opinions(whole: Whole) -> Iterator[Citation]:
    """Yield the cases, statutes and short forms that stand in sentences, where a text so cites cases in reports."""
    text = whole.text
    if " v. " not in text and " v.\n" not in text:
        return
    found = [match for match in CITED.finditer(text) if whole.is_running(Span(*match.span()))]
    begins = [_begin(text, match) if match["report"] else match.start() for match in found]
    if not any(match["report"] and begin is not None for match, begin in zip(found, begins, strict=True)):
        return
    done = 0
    for match, begin in zip(found, begins, strict=True):
        if begin is None or begin < done:
            continue
        stop = text.find("\n\n", match.end(), match.end() + BEHIND)
        zone = Zone("inline", Span(begin, stop if stop > 0 else min(len(text), match.end() + BEHIND)))
        context = to_context(whole.marked, replace(zone, kind="note"), whole.outlets, Known())
        end = len(context.folded)
        for draft in first_fit(FORMS, context, skip_signals(context.folded, 0, end), end):
            yield (citation := to_citation(draft, context.view, zone, whole.marked))
            done = citation.span.end


def _begin(text: str, report: regex.Match[str]) -> int | None:
    """Return where the name of a case begins that stands before a report that is known, None where there is none."""
    if not is_reporter(" ".join(report["series"].split())):
        return None
    floor = max(0, report.start() - BEFORE, text.rfind("\n\n", 0, report.start()) + 1)
    ends = [end.end() for end in ENDS.finditer(text, floor, report.start()) if not ABBREVIATED.match(text, end.start() - 1)]
    named = NAME.search(text, ends[-1] if ends else floor, report.start())
    return named.start() if named else None
