"""Sentences of comment in a note, which cite nothing: "Late changes were costly. James O. Coplien, Lean Architecture 218 (2010)"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, holds_any
from cites.forms.signals import next_boundary
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.prose import ABBREVIATED, COMMENT, VERBS
from cites.knowledge import load, load_abbreviations

STOP = regex.compile(r"(?<=\p{Ll}{3}|[\p{Ll}\d%)\]][”\"’')\]]|\p{Lu}{2}|\d{2}|\p{Ll}\))\.[”\"’')\]]{0,2}\s+(?=[\p{Lu}“\"‘«\[])")
WORDS = regex.compile(r"[\p{L}'-]+")
LAST_WORD = regex.compile(r"\p{Lu}[\p{L}']*\.$")  # Envtl.
FROM_A_WORK = regex.compile(  # what no sentence says that cites nothing
    regex.shapes(
        ("see ", r"\b(?:[Ss]upra|[Ii]bid|[Ii]d|op\. cit|[Ss]ee|[Cc]f|v|vol|no|pp?|eds?|trans|quoted|cited)\b[ .,]"),
        ("https:", r"https?:|www\."),
        ("§", r"§|¶|;"),
        ("⟨Loi du 2⟩9 juillet 1881", r"^(?:Loi|Décret|Arrêté|Ordonnance|Circulaire|Gesetz|Verordnung)\s(?:du|n°|vom|Nr\.)\s?\d"),
        ("as follows⟨: “⟩", r":\s[“\"]"),
        ("Berg ⟨(Oslo 2012)⟩", r"\((?:[^()]*\s)?(?:1[5-9]|20)\d\d[a-z]?\)"),
        ("Ber⟨g 2012, 4⟩5", r"\p{Ll}\s(?:1[5-9]|20)\d\d[:,]\s?\d"),
        ("⟨at 1⟩2", r"\bat\s\d"),
        ("⟨(n 5⟩)", r"\(nn?\.?\s\d"),
        ("“Title⟨,” ⟩", r",[”\"]\s"),
        ("Oslo, ⟨2012.⟩", r"(?<!\s\p{Ll}{2,12}\s)\b(?:1[5-9]|20)\d\d\.$"),
        ("Memoirs⟨, 12-14.⟩", r",\s\d{1,4}(?:-\d{1,4})?[,.]"),
        ("described here⟨: Dami Choi and Eva Berg.⟩", r":\s(?:(?:\p{Lu}[\p{L}.'-]*|and|&)(?:,?\s|\.$))+$"),
    )
)
SIGNAL = compile_words(rf"(?<!\p{{L}}){one_of('see', 'see.short', 'ibid')}")
SIGNALLED = regex.compile(r"(?:Cf|But|Id|Compare|For|As)\b")
# What archives print at the foot of each page.
COPY_NOTICE = r"(?:Electronic\scopy\savailable\sat|(?:This\scontent\sd|D)ownloaded\sfrom):?\s"
ADDRESS = regex.compile(
    rf"(?P<copy>{COPY_NOTICE})?https?://\S+(?:\s(?:by\s[\p{{L}} ]{{2,40}}\s)?on\s\d{{1,2}}\s\p{{Lu}}\p{{L}}+\s\d{{4}})?\s*"
)
ADDRESS_BEGINS = frozenset("hETD")
DEGREE = r"(?:J\.?D|Ph\.?D|D\.?Phil|LL\.?[BMD]|M\.?D|[BM]\.?[AS]c?|M\.?Phil|M\.?B\.?A)\.?"
WHO_WRITES = regex.compile(  # J.D. Candidate, 2025, Harvard · Associate Professor, Lakeshore College of Law (J.D. 2009).
    rf"(?=\p{{Lu}}\p{{L}}?\.){DEGREE}(?:,|\s[Cc]andidate)|(?:\p{{Lu}}[\p{{L}}.-]*\s){{0,3}}(?:Professor|Lecturer|Fellow|Candidate|Student"
    r"|Researcher|Scholar)(?:(?<=\s\p{L}+),|\s(?:of|at|in|for)\s)"
)
LICENSED = regex.compile(  # Published under CC BY 4.0: https://creativecommons.org/licenses/by/4.0
    r"\p{Lu}(?:[^“”\"«»„;:.]{0,90}?\s(?:under|unter|sous|sotto|bajo|sob)\s|[^“”\"«»„;:.]{0,90}?\bli[cz]en\p{Ll}+:?\s|i[cz]en\p{Ll}+:\s)"
    r"[^“”\"«»„;:]{0,80}?[:,(]?\s(?:at\s)?(?:<?https?://\S*(?:licen[cs]e|publicdomain)\S*|(?<=\bCC[\s-]?(?:0|BY)[^:;]{0,20})(?=https?://))"
)
BEFORE = regex.compile(rf"{COPY_NOTICE}$")
THANKS = frozenset(load()["remarks.thanks"])
TELLING = tuple(word for table in ("thanks", "begins", "kept") for word in load()[f"remarks.{table}"]) + load()["remarks"]
BEGINS = compile_words(rf"{one_of('remarks.begins')}|{one_of('remarks')}\.?$")
QUOTES = frozenset("“\"«„「『《")
YEAR_ALONE = regex.compile(r",\s(?:1[5-9]|20)\d\d(?=,|$)")
KEPT = compile_words(rf"(?:^|[^,;:()\d]+\s){one_of('remarks.kept')}[^,;:()\d]*$")  # Interview data on file with author
FEWEST = 8  # words of a remark, unless a signal follows it
MOST = 900  # code points of a sentence
ITALIC = 20  # code points in italics that may be a title


def skip_remarks(context: Context, at: int, end: int) -> int:
    """Return where the first sentence at `at` or behind it begins that may cite something.

    A remark is a sentence most words of which are small, with a verb; further ones need none.
    """
    folded = context.folded
    begun = False
    address = ADDRESS.match(folded, at, end) if folded[at : at + 1] in ADDRESS_BEGINS else None
    if address and (address["copy"] or BEFORE.search(folded, max(at - 40, 0), at)):
        at = address.end()
    if at == 0 and "https:" in folded and (licensed := LICENSED.match(folded, at, end)):
        at = licensed.end()
    while at < end:
        stop = _own_words_end(context, at, end)
        if not stop and not ((stop := _sentence_end(folded, at, end)) and _is_remark(context, at, stop, begun=begun)):
            break
        at, begun = stop, True
    return at


def _own_words_end(context: Context, at: int, end: int) -> int:
    """Return where a sentence ends that thanks somebody, or tells who writes or what lies where; else 0."""
    folded = context.folded
    is_by = WHO_WRITES.match(folded, at, end)
    if is_by or not holds_any(context.lowered, TELLING):
        return (_sentence_end(folded, at, end) or end) if is_by else 0
    begins = BEGINS.match(folded, at, end)
    stop = (_sentence_end(folded, at, end) or end) if begins else next_boundary(folded, at, end)
    sentence = folded[at:stop].rstrip(" .;")
    is_said = begins or KEPT.match(sentence) or not THANKS.isdisjoint(map(str.casefold, WORDS.findall(sentence)))
    is_said = is_said and QUOTES.isdisjoint(sentence) and not FROM_A_WORK.search(YEAR_ALONE.sub("", sentence))
    return stop if is_said and not any(start < stop and at < finish - ITALIC > start for start, finish in context.italics) else 0


def _sentence_end(folded: str, at: int, end: int) -> int:
    """Return where the next sentence begins, 0 where there is none."""
    for match in STOP.finditer(folded, at, min(end, at + MOST)):
        word = LAST_WORD.search(folded, at, match.start() + 1)
        if not (ABBREVIATED.match(folded, match.start()) or (word and word[0] in load_abbreviations("periodicals"))):
            return match.end()
    return 0


def _is_remark(context: Context, at: int, stop: int, *, begun: bool) -> bool:
    folded = context.folded
    sentence = folded[at:stop].rstrip()
    is_within = sentence.count("“") > sentence.count("”")  # Nicole Perlroth, “A Cyberattack Had a Goal. Experts Fear Another,” …
    if not sentence[:1].isupper() or is_within or FROM_A_WORK.search(sentence) or SIGNAL.search(sentence, 1):
        return False
    words = WORDS.findall(sentence)
    if words and words[0] in context.known.people:  # "Nash, Other Missiles, makes a similar point."
        return False
    small = sum(word[0].islower() for word in words)
    signalled = SIGNALLED.match(folded, stop) or SIGNAL.match(folded, stop)
    if small * (2.5 if signalled else 2) < len(words) or len(words) < 4 or not (begun or signalled or VERBS.intersection(words)):
        return False
    if len(words) < FEWEST and not signalled:
        return False
    if any(start < stop and at < finish and finish - start > ITALIC for start, finish in context.italics):
        return False
    name = folded[stop : folded.find(",", stop, stop + 60)]
    return begun or len(words) >= 2 * FEWEST or bool(COMMENT.intersection(words[1:3])) or context.outlet(name.strip()) is None
