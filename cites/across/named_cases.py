"""The name of a case that the sentence has, and its note has not: "the shift in *Arnold v Britton*,[46]" and "46. [2015] UKSC 36".

Who writes in the style of Oxford or Australia leaves out of the note what the sentence has said. Source: OSCOLA, 4th edition, 2.1.1.
Courts have the report in the sentence too, "See United States v. Salvini, 481 U. S. 739 (1987).": there statutes count, and "Id., at 5".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from cites import lazy_regex as regex
from cites.across.whole import Whole
from cites.claims import find_sentence
from cites.forms import Known, bluebook, legal
from cites.forms.contexts import to_citation, to_context
from cites.forms.order import first_fit
from cites.forms.press import source_date
from cites.forms.short import ibid, supra
from cites.forms.signals import skip_signals
from cites.grammar.courts import VERSUS, is_reporter, name_court
from cites.grammar.lexicon import any_of, one_of
from cites.grammar.patterns import read_part
from cites.grammar.prose import ABBREVIATED
from cites.knowledge import load_abbreviations
from cites.marks import Marked
from cites.model import Citation, Part, Span, Zone
from cites.view import fold

LONGEST = 160  # code points of a name; of the pages, the court and the year behind a report
GAP = 4  # code points between a name in italics and its mark: its plural, a comma, a closing quotation mark
SHORTENED = any_of(word[1:] for word in load_abbreviations("bodies") if len(word) > len("Corp."))  # Broad. · Univ. ends no sentence
WORD = (
    rf"[\p{{Lu}}\d(](?:-\n|(?!(?<=\p{{Ll}}{{2}}[.!?])\d)[^\s,;:“”\[\]])*(?:(?<!\p{{Ll}}{{4}}\.|\)\.)|(?<=\p{{Lu}}{SHORTENED}))"
    r"(?:,\s(?:Inc|Ltd|Co|Corp|L\.L\.C|L\.P)\.|,\sLLC)?"  # Barlow's, Inc.
)
SMALL = one_of("small_words", "small_words.cases")
PARTY = rf"{WORD}(?:\s(?:{SMALL}|{WORD}))*?"
CALLED = regex.shapes(
    (
        "West Rand Mining Co. v. R.",
        rf"(?!(?<=[\w.,;:!?”’\")])\d)(?!(?:\d+\s)?(?i:{one_of('small_words.leads')})\s)(?:(?:In\sre|Re|Ex\sparte)\s)?{PARTY}\sv\.?\s"
        rf"(?:the\s)?{WORD}(?:\s(?:{SMALL}(?=\s)|{WORD}))*?",
    ),
    ("In re Gault", rf"(?:In\sre|Re|Ex\sparte)(?:\s(?:{SMALL}|{WORD}))+?"),
    ("Right of Passage over Indian Territory Case (Portugal-India)", rf"{PARTY}\sCases?(?:\s\([^()]{{3,40}}\))?"),
)
NAME = regex.compile(rf"(?P<name>{CALLED})[,.;:”’\"']{{0,2}}\s?$")
REPORTER = read_part("legal/parts", "REPORTER")
REPORTS = regex.shapes(
    ("⟨481 U. S. 739⟩ (1987)", rf"\d{{1,4}}\s(?P<series>{REPORTER})\s(?:\d{{1,8}}|_{{2,}})(?=[,;.)]|\s[(\[]|\s?$)"),  # not "3 F. 2 sets"
    ("⟨[2019] UKSC 41⟩ had", r"\[(?:1[89]|20)\d\d\]\s(?:\d\s)?(?P<series>\p{Lu}[\p{L}.]{1,7}(?:\s\p{Lu}[\p{L}.]{1,5}){0,2})\s\d{1,5}\b"),
    ("⟨No. 09-50161⟩ (9th Cir. 2009)", r"(?P<series>Nos?\.)\s\d[\w:-]{2,}\d(?=,\s\d{4}\s(?:U\.S\.\s|F\.\s)?\p{Lu}|\s\([^()]*\d{4}\))"),
)
REPORT = rf"(?P<report>{REPORTS})"
REPORTED = regex.compile(rf"(?<![\w.-]){REPORT}")
BRIEFLY = rf"(?!(?i:{one_of('small_words.leads')})\s)[*_]{{0,2}}\p{{Lu}}[^\s,;()“”]+(?:\s\p{{Lu}}[^\s,;()“”]+)?"
CITED_SHAPES = regex.shapes(
    ("⟨42 U.S.C. § 1⟩983", r"\d{1,2}\s(?:U\.\s?S\.\s?C\.|C\.\s?F\.\s?R\.)(?:\sApp\.|\sAnn\.|A\.)?\s(?:§+\s?|[Ss]ections?\s)?\d"),
    ("⟨481 U. S. 739⟩ (1987)", REPORT),
    ("⟨Case C-131/12⟩ Berg v Lund EU:C:2014:317", r"(?:Joined\s)?Cases?\s[CFT]\W\d{1,3}/\d\d(?=[^\n;()]{3,140}EU:[CFT]:\d{4})"),
    ("⟨Salerno, 481 U. S., at 7⟩46", rf"{BRIEFLY},\s\d{{1,4}}\s{REPORTER},?\sat\s\d"),
    ("Id., at 5", r"[Ii]d\.,?\sat\s\d"),
    ("⟨Alito, supra, at ⟩12", r"\p{Lu}[^\s,;()“”]+(?:\s\p{Lu}[^\s,;()“”]+)?,\ssupra,\sat\s"),
    (
        "⟨Cal. Penal Code Ann. § 1⟩2",
        r"(?![IVX]+\.\s)\p{Lu}\p{L}{0,3}\.\s(?:\p{Lu}\p{L}*\.?\s){0,3}(?:Stat\.|Laws|Code)(?:\sAnn\.)?(?:,?\s(?:ch|tit)\.\s[\w-]+,)?\s§+\s?\d",
    ),
)
CITED = regex.compile(rf"(?<![\w.-])(?:{CITED_SHAPES})")
AMID = (ibid.FORM, legal.FORM, supra.FORM)
OF_SENTENCES = (legal.FORM, bluebook.FORM, source_date.FORM)
WORD_BEFORE = (  # not Mass. · not amend.
    r"\p{Ll}{4}(?<!\bamend)[.?!]|"
    r"(?<!\p{L})(?!(?:al|app|art|ch|cl|col|eds?|ex|n|no|pp?|pt|rev|sec|tit|vol|v)\.)\p{Ll}{1,3}[.?!]"
)
SENTENCE = regex.compile(rf"(?:(?<={WORD_BEFORE}|[)\d”\"’][.?!;]|[.?!][)”\"’]|;)\s|\n)(?=[\p{{Lu}}\d]|see\s)")
BETWEEN = regex.compile(r"[_*]*\sv\.?\s[_*]*")  # the parties of a case, each in italics
TOLD = regex.compile(r"§+\s?\d|\bConst\.|\b(?:Stat|Rec|Reg)\.\s\d|\((?:[^()]*\s)?\d{4}\)|,\sp\.\s\p{Lu}?\d")  # 82 Stat. 50
ENDS = regex.compile(r"(?:\s\([^()]*\))*[.;]?\s*$")


def take_name(marked: Marked, zone: Zone, citation: Citation) -> Citation:
    """Return a case that its note gives by its report alone with the name before the mark of the note, where a name is there."""
    fields = {part.field for part in citation.parts}
    is_case = any(part.field == "type" and part.value == "legal_case" for part in citation.parts)
    if citation.form != "full" or not is_case or "title" in fields or zone.callout is None or citation.span.start > zone.span.start + GAP:
        return citation
    if (name := _name_before(marked, zone.callout.start)) is None:
        return citation
    title = Part("title", " ".join(marked.document.text[slice(*name)].split()).rstrip(","), name)
    return replace(citation, parts=(citation.parts[0], title, *citation.parts[1:]))


def read_opinions(whole: Whole) -> Iterator[Citation]:
    """Yield the cases, statutes and short forms that stand in sentences, where a text so cites cases in reports."""
    text = whole.text
    reported = REPORTED.finditer(text) if VERSUS.search(text) else ()
    running = ((" ".join(match["series"].split()), match) for match in reported if whole.is_running(Span(*match.span())))
    known = (match for series, match in running if is_reporter(series) or match[0][0] == "N" or (match[0][0] == "[" and name_court(series)))
    named = {match.start(): name.start for match in known if (name := _name_before(whole.marked, match.start()))}
    done = 0
    for begin, stop, is_whole in sorted(_stretches(text, named)) if named or "EU:C:" in text else ():  # which takes much longer
        if begin < done or not whole.is_running(Span(begin, stop if is_whole else begin + 1)):
            continue
        zone = Zone("inline", Span(begin, stop))
        context = to_context(whole.marked, replace(zone, kind="note"), whole.outlets, Known())
        end = len(context.folded)
        at = skip_signals(context.folded, 0, end)
        tried = (first_fit((form,), context, at, end) for form in OF_SENTENCES) if is_whole else iter([first_fit(AMID, context, at, end)])
        for draft in next((found for found in tried if found and (not is_whole or ENDS.match(context.folded, found[-1].end))), []):
            yield (citation := _in_sentence(text, to_citation(draft, context.view, zone, whole.marked)))
            done = citation.span.end


def _in_sentence(text: str, citation: Citation) -> Citation:
    """Return the citation with its own sentence as its claim where that is one, "We rely on Roe v. Wade, 410 U.S. 113 (1973)." """
    sentence = find_sentence(text, *citation.span)
    told = fold(text[sentence.start : citation.span.end])
    is_amid = skip_signals(told, 0, len(told)) < citation.span.start - sentence.start
    return replace(citation, claim=sentence) if is_amid else citation


def _stretches(text: str, named: Mapping[int, int]) -> Iterator[tuple[int, int, bool]]:
    """Yield where something may be cited, and until where: sentences that are nothing but that, and places amid others."""
    for match in CITED.finditer(text):
        begin = named.get(match.start(), -1) if match["report"] else match.start()
        stop = text.find("\n\n", match.end(), match.end() + LONGEST)
        if begin >= 0:
            yield begin, stop if stop > 0 else min(len(text), match.end() + LONGEST), False
    for begin, stop in pairwise([match.end() for match in SENTENCE.finditer(text)] + [len(text)]):
        if stop - begin <= 2 * LONGEST and TOLD.search(text, begin, stop):
            yield begin, stop, True


def _name_before(marked: Marked, mark: int) -> Span | None:
    """Return where the case is named that stands before the mark of a note: in italics, or with its parties."""
    text = marked.document.text
    italics = marked.italics.touching(Span(max(mark - GAP - 1, 0), mark))
    if italics and "\n" not in text[italics[-1].span.end : mark] and _may_be_name(text[slice(*italics[-1].span)]):
        last = italics[-1].span
        first = marked.italics.touching(Span(max(last.start - GAP * 2, 0), last.start))  # *Zablocki* v. *Redhail*
        parted = first and BETWEEN.fullmatch(text, first[0].span.end, last.start)
        return Span(first[0].span.start, last.end) if parted else last
    if (named := NAME.search(text, max(mark - LONGEST, 0), mark)) is None:
        return None
    start, end = named.span("name")
    ends_sentence = text[end - 1] == "." and not ABBREVIATED.match(text, end - 1)  # "Berg v. Lund.", not "Berg v. R."
    return Span(start, end - ends_sentence)


def _may_be_name(italics: str) -> bool:
    """False for words that are only stressed: "the *ratio decidendi*"; a case has a capital, or two parties."""
    return not italics[:1].islower() or VERSUS.search(italics) is not None
