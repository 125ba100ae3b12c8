"""What a tail passes over: "transcript" in "“Press Conference,” transcript, CPAC", "posted by mishima", the type of a resource."""

from __future__ import annotations

from collections.abc import Collection

from cites import lazy_regex as regex
from cites.grammar.lexicon import any_of, compile_words, first_words, in_names, one_of
from cites.grammar.printed import Found, Point, Printed
from cites.grammar.prose import COMMENT
from cites.knowledge import load_names

DESCRIPTION = regex.compile(
    r"(?!(?:see|quoted|cited|and|in|as|by|for|from|with|at|on|of|to|esp|especially|vol|no|pp|ed|eds|trans)\b)\p{Ll}(?:\p{Ll}|-"
    r"(?=\p{Ll})){3,}"
    r"(?:\s\p{Ll}{4,})?(?=,\s[\p{Lu}\d])|(?:DVD|Blu-ray|VHS|LP|CD|CD-ROM|MP3(?:\saudio)?|PC)(?=[,.;)]|$)|(?:[Vv]ersion|release)\s\d[\d.]*"
    r"(?=[,;)\s]|$)"
)
VOLUME_TITLE = regex.compile(  # Bd. 4: Vom Beginn des Ersten Weltkriegs bis 1949
    r"\p{Lu}[^,;()“”]{3,160}(?:,\s\d{4}-\d{2,4})?(?=,\s|\s\(|$)"
)
RESOURCE = regex.compile(  # the type of a resource in a catalogue: “Herman Tallmadge.” Text. New Georgia Encyclopedia
    r"(?:text|image|sound|video|audio|dataset|still\s?image|moving\s?image|webpage|web\spage)(?:;\s?(?:text|image|still\s?image"
    r"|moving\s?image))*"
    r"(?=[.,]\s\p{Lu})", regex.IGNORECASE
)
ISSUE_EDITION = regex.compile(r"edition(?=[,.;)]|$)")  # as Zotero prints the issue of a newspaper: "Vol. 78, No. 30 edition"
NO_PAGES = regex.compile(  # of a web page: "2019, n.p. [cited 4 June 2021]"
    r"n\.\s?(?:p|pag)\.(?=\s?[\[,;]|\.?\s(?:Online|Available)|\.?$)"
)
MEDIA = frozenset({"version", "dvd", "blu", "vhs", "lp", "cd", "mp", "pc"})
POSTED = regex.compile(
    r"(?:posted|uploaded)\sby\s[^,;]{2,60}(?=,\s)|(?:(?:blog\s)?post\s)?(?:posted|published|uploaded)\son\s(?=\p{Lu}[\p{L}.]*,)"
)
ROLE_LEFT = regex.compile(r"\p{L}+\.(?=\s\(\p{Lu}[^():]{2,40}:\s)")  # The Form of Data, dir. (Abingdon: Routledge, 2018)
EXHIBITED = compile_words(one_of("exhibited"))  # (Ausst.-Kat. Bundeskunsthalle, Bonn 2015)
CATALOGUE = compile_words(rf"{EXHIBITED.pattern}(?=\s?[(,;]|$)")  # Photographs from a Collection, exh. cat. (Chicago: Art Institute, 1976)
PART_BEHIND = regex.compile(  # Leviathan (I. XI), ed. … · Ethics (Id7), trans. …: a part of the work, right behind its title
    r"[(\[](?:[IVXLC]{1,6}|\p{Lu}?\p{Ll}?\d{1,3})(?:[.,:]\s?(?:[IVXLC]{1,6}|\d{1,3})){0,3}\.?[)\]](?=,\s)"
)
RENAMED = regex.compile(r"\((?:formerly|previously)\s\p{Lu}[^()]{1,60}\)")  # X (formerly Twitter)
READ_IN = regex.compile(r"\((?:read|received|presented|published|printed|issued|written)\s[^()]{0,16}\b(?:1[5-9]|20)\d\d\)")
INITIALS = regex.compile(  # Clean Air (CREA), March 12, 2023 · Washington Post (Monkey Cage), April 16, 2018 · CSET (translation), May 3
    r"\((?:\p{Lu}{2,8}|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+|translation|excerpts?|paywall(?:ed)?|subscription(?:\srequired)?)\)(?=,\s(?:\p{Lu}\p{L}{2,8}\.?\s\d|\d{1,2}\s\p{L}|https?:))"
)
NAMED_IN = regex.compile(  # Ezhegodnik (History of Philosophy Yearbook) 36 (2022) · Przegląd (Warszawa) 12, nr 3
    r"(?:\(\p{Lu}[^():;\d]{2,120}\)\s?){1,2}(?<=\s)(?=\d{1,4}(?:[,:]|\s\(|\.\d)|(?:no|nr|vol)\.\s\d)"
)
FIRST_IN = regex.compile(r"\[(?:1[5-9]|20)\d\d\]")  # Routledge 2011 [1993]
TITLE_IN = regex.compile(  # The Condition of the Working Class [1845], ed. … · Kisō no hon [Berg: An Anthology], ed. Ken Hirano
    r"\[(?:1[5-9]|20)\d\d\](?=,\s\p{L}|\s\((?:\p{Lu}|\d{4}\))|[.;]?$)|\[(?=[\p{Lu}“\"‘'])[^\[\]\d]{2,}\s[^\[\]]{2,260}\](?=,?\s[\p{Ll}(])"
    r"|\((?:PDF|pdf|HTML|html)(?:,\s[\d.]+\s?[KMkm][Bb])?\)"  # [Poverty at a Glance](https://…) (PDF), May 2012
)
FIRST_PRINTED = rf"(?:{one_of('originally')})(?:\sin)?\s[^().;]{{0,30}}?(?:1[5-9]|20)\d\d"
ORIGINALLY = compile_words(rf"\({FIRST_PRINTED}[^()]{{0,20}}\)")  # APA 7, section 9.41
TRANSLATED = regex.compile(  # «Почему Россия» (Why Russia), Kommersant
    r"\((?=[\p{Lu}“\"‘'])[^()\d]{2,}\s[^()]{2,260}\)(?=,?\s(?:\p{Lu}|https?:)|[,;.]\s|\.?$)"
)
# of the address before it: [https://perma.cc/8NPX-YR4A], which a line may break anywhere
ARCHIVED_COPY = regex.compile(r"\[(?:archived\sat\s)?h\s?t\s?t\s?p\s?s?\s?:[^\]]{6,160}\]", regex.IGNORECASE)
NATIVE = regex.compile(  # People's Music (人民音乐), no. 9
    r"\([\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}][^()A-Za-z]{1,80}\)(?=[,;.]|$|\s(?:\d|\(|no\.|vol\.))"
)
NATIVE_BESIDE = regex.compile(  # *Shisō* 思想 45 · *Taishōki no fujin* 大正期の婦人 (Tokyo: Domesu Shuppan, 1982)
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー・：、]{2,60}(?=,?\s(?:[(\[]|\d)|,|\.?$)"
)
ISBN = regex.compile(r"ISBN(?:-1[03])?\s?:?\s?(?P<isbn>(?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dXx])(?![\d-])")
CATALOGUED = regex.compile(  # as Wikipedia prints them; JSTOR, www.jstor.org/stable/3041712
    r"(?:PMID|PMC|(?:S2)?CID|OCLC|ISSN|LCCN|JSTOR|SSRN|Bibcode|arXiv|hdl|ASIN|Zbl|MR)\s?:?\s(?=\S*\d)[\w.:/&-]+(?<![.:])"
    rf"|{any_of(load_names('libraries'))}(?=,\s(?:doi|https?:|www\.))"
)
OF_SESSION = regex.compile(  # First Report of Session 2016-17
    r"\p{Lu}\p{Ll}+(?:-\p{Ll}+)?\s(?:\p{Lu}\p{Ll}+\s)?Report\sof\sSession\s\d{4}-\d{2,4}"
)
SPECIAL = compile_words(  # International Journal of Approximate Reasoning, Special section on graphical models, 50, no. 7
    rf"(?:{one_of('special_issues')})(?!\p{{L}})[^;()“”\"]{{0,120}}?(?=,\s(?:vol(?:\.|ume)\s)?\d{{1,3}}(?:[,:]|\s\()|[.;]|$)"
)
OF_PAPER = regex.compile(r"sec\.\s\p{Lu}[^.,;()\d]{1,40}(?=\.?$|[.,]\s)")  # August 11, 2016, sec. Guardian Careers. https://…
EXTENT = regex.compile(r"\d{1,4}\sp\.?(?=\.?$|[.,]\s)")  # Culture Machine, vol. 11, 21 p.
QUARTER = regex.compile(r"\d(?:er?|[eè]me|re|o|º)\s(?:tri|se)mestre(?:\sde)?\s(?=\d{4})")  # n° 102, 4e trimestre 1994
NOWHERE = regex.compile(r"\[?[sS]\.\s?[lL]\.(?:\s?[nN]\.|:\s[sS]\.\s?[nN]\.)?\]?(?=,\s)")  # [s.l.], [S.l.: s.n.]: without a place
DEFENDED = compile_words(rf"(?:{one_of('defended')})\s?")  # soutenue à l'Université Rennes 2
ASKED_IN = regex.compile(r"(?P<genre>interview)\s(?:in|with|for)\s(?=\p{Lu})")  # “La France”, interview in *Jeune Afrique*
LICENCE = regex.compile(  # License: CC BY 4.0 · licensed under CC BY-SA 3.0 · CC BY-NC 4.0
    r"(?:[Ll]icen[cs]e(?::|d\sunder)\s(?:an?\s)?)?(?:CC|Creative\sCommons)[\s-]\p{L}[\w\s-]{1,40}?\d\.\d(?:\s\p{Lu}\p{Ll}+)?(?:\sLicen[cs]e)?"
)
MEDIUM = regex.compile(rf"{in_names('media')}(?=\.?$)")  # Chicago: U of Chicago P, 1999. Print.
RECORDED = frozenset({"genre", "aside"})  # before how long a recording is: "YouTube video, 14:38"

# Foreign Affairs 93, no. 4 · American Journal of Science, 5th ser., 15 · The New York Times, 3 May 2012 · in Osteuropa 60 (2010)
PERIODICAL_NEXT = (
    r"(?:in:?\s)?\p{Lu}[^,;()“”\d]{2,80}?(?:,?\s(?:vol\.?\s|no\.\s|Jg\.\s|Bd\.\s|t\.\s)?\d{1,4}(?:[,:/(]|\.\d|\s\(|\sno)"
    r"|,\s\d{1,2}\s\p{L}+\s\d{4}|,\s\p{L}+\s\d{1,2},\s\d{4}|,\s\d\w+\ss[eé]r|\s\((?:1[5-9]|20)\d\d\))"
)
REVIEW_OF = regex.compile(  # “Does Mahan Help?,” review of Red Star over the Pacific, by Toshi Yoshihara, Asia Policy 11 (July 2012)
    rf"[Rr]eview(?:\sessay)?\sof\s[^;“”]{{3,240}}?,?\sby\s\p{{Lu}}[^,;:“”\d]{{2,80}}?(?=(?:,|(?<!\b\p{{Lu}})\.)\s{PERIODICAL_NEXT})"
)
IN_BRACKETS = {"text": (RENAMED, INITIALS, NAMED_IN), "issued": (READ_IN, FIRST_IN)}  # by what stands before it
# The words that may begin it, what may stand before it ("" is the beginning), and the pattern; () is any.
ASIDES: tuple[tuple[Collection[str], tuple[str, ...], regex.Pattern[str]], ...] = (
    (first_words("editors.after"), (), ROLE_LEFT),
    (("review",), ("",), REVIEW_OF),
    (first_words("special_issues"), ("text",), SPECIAL),
    ((), (), NOWHERE),
    (first_words("defended"), (), DEFENDED),
    (("",), ("volume", "issue"), EXTENT),
    (("",), ("volume", "issue", "text"), QUARTER),
    (("sec",), ("issued",), OF_PAPER),
    (("license", "licence", "licensed", "cc", "creative"), (), LICENCE),
    (("n",), ("issued",), NO_PAGES),
    (("posted", "uploaded", "post", "blog"), (), POSTED),
    ((), ("issue",), ISSUE_EDITION),
    (first_words("exhibited"), (), CATALOGUE),
    (first_words("media"), ("issued", "page"), MEDIUM),
)


def read_aside(point: Point) -> Found | None:
    """Pass over what says nothing of a work; "interview in" says what it is."""
    if point.word == "interview" and (asked := point.match(ASKED_IN)):
        return [Printed("genre", "interview", *asked.span("genre")), Printed("in", "in", asked.end("genre") + 1, asked.end())], asked.end()
    aside = _aside(point)
    return point.whole("aside", aside) if aside else None


def _aside(point: Point) -> regex.Match[str] | None:
    word, gap, last = point.word, point.gap, point.last
    if (point.char.islower() or word in MEDIA) and (not last or "," in gap):
        said = point.match(DESCRIPTION)
        if said and not COMMENT & set(said[0].split()):
            return said
    is_named = point.folded[point.at - 3] == ","  # “深入贯彻新发展理念,” 人民日报, March 22, 2021
    if gap == " " and word[:1] >= "\u1100" and not is_named and (native := point.match(NATIVE_BESIDE)):
        return native
    if (not last or "." in gap) and (resource := point.match(RESOURCE)):
        return resource
    tried = (pattern for words, behind, pattern in ASIDES if (not words or word in words) and (not behind or last in behind))
    found = next(filter(None, map(point.match, tried)), None)
    return found or (point.match(VOLUME_TITLE) if ":" in gap and last == "volume" else None)


def read_aside_in_brackets(point: Point) -> Found | None:
    """Pass over "(first published 1962)", "[s.l.]", "1865 (read in 1864)", "2011 [1993]"; a title's translation has a name."""
    if passed := next(filter(None, map(point.match, (NOWHERE, ORIGINALLY, *IN_BRACKETS.get(point.last, ())))), None):
        return point.whole("aside", passed)
    if point.fields & {"url", "doi"} and (copy := point.match(ARCHIVED_COPY)):
        return point.whole("aside", copy)
    first = None if point.items else point.match(TITLE_IN)
    return point.whole("aside" if first[0][1].isdigit() else "translated", first) if first else None


def read_part(point: Point) -> Found | None:
    """Pass over a part of the work that stands right behind its title."""
    part = None if point.items else point.match(PART_BEHIND)
    return point.whole("aside", part) if part else None


def read_other_script(point: Point) -> Found | None:
    """Pass over a name in its own letters, "People's Music (人民音乐)", and name the translation of a title, "(Why Russia)"."""
    if native := point.match(NATIVE):
        return point.whole("aside" if point.items else "translated", native)
    translated = None if point.items else point.match(TRANSLATED)
    return point.whole("translated", translated) if translated else None


def read_catalogued(point: Point) -> Found | None:
    """Read "ISBN 0-19-217667-4", and pass over the number of a work in other catalogues: "PMID 22984418"."""
    if not (point.char.isupper() or point.char in "ha"):
        return None
    if isbn := point.match(ISBN):
        return ([] if "isbn" in point.fields else [Printed.cut("isbn", point.text, isbn.span("isbn"))]), isbn.end()
    number = point.match(CATALOGUED) or point.match(OF_SESSION)
    return point.whole("aside", number) if number else None
