"""What a tail passes over: "transcript" in "“Press Conference,” transcript, CPAC", "posted by mishima", the type of a resource."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import compile_words, first_words, one_of
from cites.grammar.prose import COMMENT

DESCRIPTION = regex.compile(
    r"(?!(?:see|quoted|cited|and|in|as|by|for|from|with|at|on|of|to|esp|especially|vol|no|pp|ed|eds|trans)\b)\p{Ll}(?:\p{Ll}|-(?=\p{Ll})){3,}"
    r"(?:\s\p{Ll}{4,})?(?=,\s[\p{Lu}\d])|(?:[Vv]ersion|release)\s\d[\d.]*(?=[,;)\s]|$)"
)
VOLUME_TITLE = regex.compile(  # Bd. 4: Vom Beginn des Ersten Weltkriegs bis 1949
    r"\p{Lu}[^,;()“”]{3,160}(?:,\s\d{4}-\d{2,4})?(?=,\s|\s\(|$)"
)
RESOURCE = regex.compile(  # the type of a resource in a catalogue: “Herman Talmadge.” Text. New Georgia Encyclopedia
    r"(?:text|image|sound|video|audio|dataset|still\s?image|moving\s?image|webpage|web\spage)(?:;\s?(?:text|image|still\s?image|moving\s?image))*"
    r"(?=[.,]\s\p{Lu})", regex.IGNORECASE
)
ISSUE_EDITION = regex.compile(r"edition(?=[,.;)]|$)")  # as Zotero prints the issue of a newspaper: "Vol. 78, No. 30 edition"
NO_PAGES = regex.compile(  # of a web page: "2019, n.p. [cited 4 June 2021]"
    r"n\.\s?(?:p|pag)\.(?=\s?[\[,;]|\.?\s(?:Online|Available)|\.?$)"
)
POSTED_WORDS = frozenset({"posted", "uploaded", "post", "blog"})
POSTED = regex.compile(
    r"(?:posted|uploaded)\sby\s[^,;]{2,60}(?=,\s)|(?:(?:blog\s)?post\s)?(?:posted|published|uploaded)\son\s(?=\p{Lu}[\p{L}.]*,)"
)
ROLE_WORDS = first_words("editors.after")
ROLE_LEFT = regex.compile(r"\p{L}+\.(?=\s\(\p{Lu}[^():]{2,40}:\s)")  # The Shape of Data, dir. (Abingdon: Routledge, 2019)
EXHIBITED = compile_words(one_of("exhibited"))  # (Ausst.-Kat. Bundeskunsthalle, Bonn 2015)
PART_BEHIND = regex.compile(  # Leviathan (I. XI), ed. … · Ethics (Id7), trans. …: a part of the work, right behind its title
    r"(?:[IVXLC]{1,6}|\p{Lu}?\p{Ll}?\d{1,3})(?:[.,:]\s?(?:[IVXLC]{1,6}|\d{1,3})){0,3}\.?"
)
READ_IN = regex.compile(r"\((?:read|received|presented|published|printed|issued|written)\s[^()]{0,16}\b(?:1[5-9]|20)\d\d\)")
FIRST_IN = regex.compile(r"\[(?:1[5-9]|20)\d\d\]")  # Routledge 2011 [1993]
TITLE_IN = regex.compile(  # The Condition of the Working Class [1845], ed. … · Kisō no hon [Berg: An Anthology], ed. Ken Hirano
    r"\[(?:1[5-9]|20)\d\d\](?=,\s\p{L}|\s\((?:\p{Lu}|\d{4}\))|[.;]?$)"
    r"|\[(?=[\p{Lu}“\"‘'])[^\[\]\d]{2,}\s[^\[\]]{2,260}\](?=,?\s[\p{Ll}(])"
    r"|\((?:PDF|pdf|HTML|html)(?:,\s[\d.]+\s?[KMkm][Bb])?\)"  # [Poverty at a Glance](https://…) (PDF), May 2012
)
ORIGINALLY = compile_words(rf"\((?:{one_of('originally')})(?:\sin)?\s[^()]{{0,30}}?(?:1[5-9]|20)\d\d[^()]{{0,20}}\)")  # APA 7, section 9.41
TRANSLATED = regex.compile(  # «Почему Россия» (Why Russia), Kommersant
    r"\((?=[\p{Lu}“\"‘'])[^()\d]{2,}\s[^()]{2,260}\)(?=,?\s(?:\p{Lu}|https?:)|[,;.]\s|\.?$)"
)
# of the address before it: [https://perma.cc/8NPX-YR4A], which a line may break anywhere
ARCHIVED_COPY = regex.compile(r"\[(?:archived\sat\s)?h\s?t\s?t\s?p\s?s?\s?:[^\]]{6,160}\]", regex.IGNORECASE)
NATIVE = regex.compile(  # People's Music (人民音乐), no. 9
    r"\([\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}][^()A-Za-z]{1,80}\)(?=[,;.]|$|\s(?:\d|\(|no\.|vol\.))"
)
NATIVE_BESIDE = regex.compile(  # *Shisō* 思想 45 · *Taishōki no fujin* 大正期の婦人 (Tokyo: Domesu Shuppan, 1983)
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー・：、]{2,60}(?=,?\s(?:[(\[]|\d)|,|\.?$)"
)
CATALOGUED = regex.compile(  # as Wikipedia prints them
    r"(?:PMID|PMC|S2CID|OCLC|ISSN|LCCN|JSTOR|SSRN|Bibcode|arXiv|hdl|ASIN|Zbl|MR)\s?:?\s(?=\S*\d)[\w.:/&-]+(?<![.:])"
)
SPECIAL = compile_words(  # International Journal of Approximate Reasoning, Special section on graphical models, 50, no. 7
    rf"(?:{one_of('special_issues')})(?!\p{{L}})[^;()“”\"]{{0,120}}?(?=,\s(?:vol(?:\.|ume)\s)?\d{{1,3}}(?:[,:]|\s\()|[.;]|$)"
)
SPECIAL_WORDS = first_words("special_issues")
OF_PAPER = regex.compile(r"sec\.\s\p{Lu}[^.,;()\d]{1,40}(?=\.?$|[.,]\s)")  # August 10, 2017, sec. Guardian Careers. https://…
EXTENT = regex.compile(r"\d{1,4}\sp\.?(?=\.?$|[.,]\s)")  # Culture Machine, vol. 12, 22 p.
NOWHERE = regex.compile(r"\[?[sS]\.\s?[lL]\.(?:\s?[nN]\.)?\]?(?=,\s)")  # [s.l.], without a place
DEFENDED = compile_words(rf"(?:{one_of('defended')})\s?")  # soutenue à l'Université Rennes 2
DEFENDED_WORDS = first_words("defended")
RECORDED = frozenset({"genre", "aside"})  # before how long a recording is: "YouTube video, 14:38"

# Foreign Affairs 93, no. 4 · American Journal of Science, 5th ser., 16 · The New York Times, 3 May 2012 · in Osteuropa 60 (2010)
PERIODICAL_NEXT = (
    r"(?:in:?\s)?\p{Lu}[^,;()“”\d]{2,80}?(?:,?\s(?:vol\.?\s|no\.\s|Jg\.\s|Bd\.\s|t\.\s)?\d{1,4}(?:[,:/(]|\.\d|\s\(|\sno)|,\s\d{1,2}\s\p{L}+\s\d{4}"
    r"|,\s\p{L}+\s\d{1,2},\s\d{4}|,\s\d\w+\ss[eé]r|\s\((?:1[5-9]|20)\d\d\))"
)
REVIEW_OF = regex.compile(  # “Does Mahan Help?,” review of Red Star over the Pacific, by Toshi Yoshihara, Asia Policy 12 (July 2011)
    rf"review(?:\sessay)?\sof\s[^;“”]{{3,240}}?,?\sby\s\p{{Lu}}[^,;:“”\d]{{2,80}}?(?=,\s{PERIODICAL_NEXT})"
)


def read_aside(folded: str, at: int, end: int, word: str, gap: str, last: str) -> regex.Match[str] | None:
    """Return what says nothing of a work at `at`, where `word` begins; `gap` and `last` are the separator and the field before it."""
    if (folded[at : at + 1].islower() or word == "version") and (not last or "," in gap):
        said = DESCRIPTION.match(folded, at, end)
        if said and not COMMENT & set(said[0].split()):
            return said
    if gap == " " and word[:1] >= "\u1100" and (native := NATIVE_BESIDE.match(folded, at, end)):
        return native
    if not last and word == "review" and (review := REVIEW_OF.match(folded, at, end)):
        return review
    if (not last or "." in gap) and (resource := RESOURCE.match(folded, at, end)):
        return resource
    if word in SPECIAL_WORDS and last == "text" and (special := SPECIAL.match(folded, at, end)):
        return special
    if nowhere := NOWHERE.match(folded, at, end):
        return nowhere
    if word in DEFENDED_WORDS and (defended := DEFENDED.match(folded, at, end)):
        return defended
    if last in ("volume", "issue") and not word and (extent := EXTENT.match(folded, at, end)):
        return extent
    if last == "issued" and word == "sec" and (section := OF_PAPER.match(folded, at, end)):
        return section
    if last == "issued" and word == "n" and (unpaged := NO_PAGES.match(folded, at, end)):
        return unpaged
    if word in POSTED_WORDS and (posted := POSTED.match(folded, at, end)):
        return posted
    if last == "issue" and (edition := ISSUE_EDITION.match(folded, at, end)):
        return edition
    return VOLUME_TITLE.match(folded, at, end) if ":" in gap and last == "volume" else None
