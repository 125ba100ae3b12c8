"""The tokens of a reference string, and what the tagger looks at in each of them.

What depends on a token alone is worked out once and kept; what depends on its place in the string is little and cheap.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import regex

from cites.grammar.names import is_given
from cites.knowledge import load, load_outlets, load_places

NEAR_MARK = 9  # tokens; names and "(eds.)" stand so close together
KEPT = 60_000  # tokens whose features are kept in memory

LOOSE = regex.compile(r"\s+")
BEFORE_MARK = regex.compile(r" (?=[,;:.!?)\]](?:[\s,;:.)\]”\"'’»]|$))")  # "1995 , 12 ( 3 ): 4" is printed for "1995, 12 (3): 4"
AFTER_BRACKET = regex.compile(r"(?<=[(\[]) ")
LOOSE_RANGE = regex.compile(r"(?<=\d) ?([-–—‑‐−]{1,2}) ?(?=\d)")
LOOSE_OPENER = regex.compile(r"(?<=(?:^|[\s(])[«“„‘]|(?:^|[,:;.()]\s)[»'\"]) (?=\p{L})")
LOOSE_CLOSER = regex.compile(r"(?<=[\p{L}\d.?!)]) (?=[»”’«](?:[\s,;:.)]|$)|['\"](?:[,;:.]|$))")
ELISION = regex.compile(
    r"(?<=(?:^|[\s“«‘(])(?:[LlDdMmNnSsCcJjTt]|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all|[Uu]n|[Qq]uest|[Qq]u|[Cc]oll|[Gg]l)['’]) (?=\p{L})"
)  # dell’ arte
LOOSE_SLASH = regex.compile(r"(?<=\b[\dIVXLC]{1,6}) / (?=\d)")  # V / 23

ADDRESS = regex.compile(r"(?i)https?:|www\.|ftp:|doi|10\.\d{4}")
SPLITS = regex.compile(
    r"(?<=[\d)\]][;:,])(?=[\d(])(?<!\d,(?=\d{3}(?!\d)))"  # 2008;12 · ):45 · 12,45
    r"|(?<=[\p{L}\d.,;:])(?=[(\[](?:\d|$))|(?<=[\p{L}])(?=[(\[]$)"  # 12(3) · Wolfgang(1996)
    r"|(?<=[)\]][.,;:]?)(?=[\p{L}\d])"  # (3)45 · (1999)Title
    r"|(?<=[\p{L}.],)(?=[\p{L}\d])|(?<=[\p{L}.];)(?=[\p{L}\d])"  # Res.,104 · Bertsch,W.
    r"|(?<=\p{Ll}{2}[.:])(?=\p{Lu}\p{Ll}|\d)"  # Title.Journal · Berlin:Springer
    r"|(?<=^\d{1,3}[.)\]-])(?=\p{L})"  # 12.Smith
    r"|(?<=\p{L})/(?=\p{Lu}\p{Ll}+,?$)"  # Krüger, Heinz/Marotzki
)
ROMAN = regex.compile(r"[IVXLCDM]{1,8}")
RANGE = regex.compile(r"[A-Za-z]{0,2}\d{1,6}[-–—‑‐−/]{1,2}[A-Za-z]{0,2}\d{1,6}")
YEAR = regex.compile(r"(?:1[4-9]\d\d|20[0-3]\d)[a-h]?")
YEARS = regex.compile(r"(?:1[4-9]|20)\d\d[-–—‑/](?:1[4-9]|20)?\d\d")
INITIALS = regex.compile(r"\p{Lu}\p{Ll}?\.?(?:[- ]?\p{Lu}\.?){0,3}")

OPENERS, CLOSERS = frozenset('“„«‘"»›‹'), frozenset("”“»’\"«›‹'")
QUOTES = frozenset("“”„«»\"‘’‚›‹'`")
SMALL = frozenset(
    """the a an of and in on for to from with by at as or its their der die das des dem den ein eine einer und in im zum zur von vom für auf aus bei mit über nach
    zwischen als le la les l' un une de du et en dans sur pour par au aux il lo gli i e di del della dei degli delle nel nella da dal al alla con per tra fra su
    el los las y del al por para en con entre о в на и с из по к от до за их его o os as do dos das no na het een van voor op met och av""".split()
)
CUES: dict[str, str] = {  # words that tell a field, beside those of data/languages
    **dict.fromkeys("journal revue rivista zeitschrift review annals annales archiv archives bulletin quarterly magazine acta bollettino revista jahrbuch studi studien studies letters transactions mitteilungen blätter beiträge cahiers quaderni вестник журнал известия gazette newsletter notes atti memorie forum rundschau hefte soziale".split(), "JOUR"),
    **dict.fromkeys("j. j am. int. rev. z. zs. ann. bull. arch. res. sci. trans. lett. phys. chem. med. biol. soc. proc. eur. clin. surg. br. q. jb. jahrb. appl. comput. psychol. nat. acad. mag. ges. vjschr. stud. sociol. econ. hist. engl. n.".split(), "ABBR"),
    **dict.fromkeys("am int rev ann bull arch res sci trans lett phys chem med biol soc eur clin surg br proc natl acad engl lancet nature science cell blood cancer jama bmj neurosci oncol".split(), "MEDJ"),
    **dict.fromkeys("proceedings proc. conference conf. symposium workshop congress kongress tagung colloque convegno atti congresso simposio conferencia colloquium meeting verhandlungen sitzungsberichte actes lecture handbook handbuch encyclopedia enzyklopädie lexikon dictionary dictionnaire dizionario companion festschrift essays reader festgabe симпозиум сборник материалы труды".split(), "PROC"),
    **dict.fromkeys("press verlag publishers publishing publications books éditions editions edizioni editore editrice editorial ediciones presses editions. ed. издательство изд-во изд. university univ. universität université università universidad universitätsverlag suhrkamp springer elsevier wiley routledge sage brill mouton blackwell mcgraw-hill prentice prentice-hall academic inc. ltd. gmbh co. co sons & söhne fils verl. libreria tipografia tip. наука мысль".split(), "PUBL"),
    **dict.fromkeys("report technical tech. memo memorandum thesis dissertation diss. ph.d. phd m.sc. master's doctoral bericht forschungsbericht arbeitspapier working discussion paper papers diplomarbeit habilitation thèse tesi tesis diss preprint manuscript unpublished rapport rep.".split(), "GENR"),
    **dict.fromkeys("series lecture reihe collection coll. schriften schriftenreihe collana serie monographs bd".split(), "SERI"),
    **dict.fromkeys("department dept. institute institut laboratory center centre school faculty ministry ministère ministerium association society council office agency commission committee organization organisation bank fund foundation stiftung bundesamt universities institution".split(), "BODY"),
    **dict.fromkeys("p. pp. p pp s. ss. seite seiten page pages pag. pagg. págs. pág. с. стр. sp. fol. ff. f. bl. c. cc. col. coll.".split(), "PAGE"),
    **dict.fromkeys("vol. vol volume vols. bd. band bde. jg. jahrg. jahrgang t. tome tom tomo том т. v. voll. vols".split(), "VOLU"),
    **dict.fromkeys("no. no nr. nr issue number heft h. n° nº n. núm. num. № вып. fasc. is. iss. suppl. suppl supplement".split(), "ISSU"),
    **dict.fromkeys("in in: dans en nel nella in, in. à:".split(), "IN"),
    **dict.fromkeys("ed. eds. eds ed edited editor editors hrsg. hrsg hg. hg hgg. herausgegeben édit. éds. dir. dirs. curatore cura éd. edd. coord. coords. comp. comps. ред. redaktion orgs. org. éditeurs".split(), "EDIT"),
    **dict.fromkeys("translated trans. transl. übers. übersetzt traduit trad. traduzione tr. traducción пер.".split(), "TRAN"),
    **dict.fromkeys("edition edn edn. edn, aufl. aufl auflage édition edizione ed rev. revised 2nd 3rd 1st 4th 5th изд. ausgabe neuausgabe".split(), "EDTN"),
    **dict.fromkeys("accessed retrieved available url online abgerufen zugriff consulté visited website http internet verfügbar disponible consultado letzter eingesehen stand дата обращения".split(), "WEB"),
    **dict.fromkeys("forthcoming submitted appear press n.d. o.j. s.d. печати s.a. undated".split(), "UNDA"),
    **dict.fromkeys("al. al others u.a. a. др. mitarb. aa. vv. aavv".split(), "ETAL"),
    **dict.fromkeys("and und et y e & u. и with".split(), "AND"),
}  # fmt: skip
IN_WORDS = frozenset("in in: dans dans: en: nel nella:".split())


class Token(NamedTuple):
    """A token at `start:end` of the cleaned string."""

    text: str
    start: int
    end: int


def clean(text: str) -> str:
    """Return the string without the loose spaces of scans: "Res Treat 2000 , 63 ( 1 ): 23- 29 ." gives "Res Treat 2000, 63 (1): 23-29."."""
    text = LOOSE.sub(" ", text).strip()
    text = AFTER_BRACKET.sub("", BEFORE_MARK.sub("", text))
    text = LOOSE_RANGE.sub(r"\1", text)
    if "’ " in text or "' " in text:
        text = ELISION.sub("", text)
    if " / " in text:
        text = LOOSE_SLASH.sub("/", text)
    return LOOSE_OPENER.sub("", LOOSE_CLOSER.sub("", text))


def tokenize(cleaned: str) -> list[Token]:
    """Return the words with their punctuation; "12(3):45-67" are three."""
    tokens: list[Token] = []
    at = 0
    for word in cleaned.split(" "):
        for piece in _pieces(word):
            tokens.append(Token(piece, at, at + len(piece)))
            at += len(piece)
        at += 1
    return tokens


_PIECES: dict[str, tuple[str, ...]] = {}
_OWN: dict[str, _Look] = {}


def _pieces(word: str) -> tuple[str, ...]:
    found = _PIECES.get(word)
    if found is None:
        if not word:
            found = ()
        elif word.isalpha() or word[:-1].isalpha():
            found = (word,)
        elif ADDRESS.search(word):
            found = (word,)
        else:
            cuts = [0, *(match.end() for match in SPLITS.finditer(word)), len(word)]
            found = tuple(word[a:b] for a, b in zip(cuts, cuts[1:], strict=False) if a < b)
        if len(_PIECES) > KEPT:
            _PIECES.clear()
        _PIECES[word] = found
    return found


CAPITALIZED = frozenset({"Xx", "XX2", "XX3", "XX4", "Xx-Xx"})
LETTERS = {
    "X": "i",
    "X.X": "i",
    "XX2": "C",
    "XX3": "C",
    "XX4": "C",
    "rom": "C",
    "Xx": "N",
    "Xx-Xx": "N",
    "xX": "N",
    "Xx'": "N",
    "xx": "l",
} | dict.fromkeys(("d1", "d2", "d3", "d4", "d5", "year", "range"), "d")


class _Look(NamedTuple):
    """What a token shows by itself."""

    own: list[str]
    before: list[str]  # for the token before it
    after: list[str]  # for the token after it
    far_before: list[str]
    far_after: list[str]
    core: str
    trail: str
    opens: bool
    closes: bool
    is_year: bool
    ends_segment: bool
    brackets: int
    kind: str
    letter: str


@cache
def _cues() -> dict[str, str]:
    words = load()
    found: dict[str, str] = {}
    for name, kind in (
        ("weekdays", "MON"),
        ("in_words", "IN"),
        ("pages", "PAGE"),
        ("volumes", "VOLU"),
        ("issues", "ISSU"),
        ("editions", "EDTN"),
        ("editors.before", "EDIT"),
        ("editors.after", "EDIT"),
        ("translators.before", "TRAN"),
    ):
        for phrase in words[name]:
            if " " not in phrase:
                found[phrase] = kind
    found.update(dict.fromkeys((*words.months, *words.seasons), "MON"))
    found.update({f"{month}.": "MON" for month in words.months})
    found.update({f"{word}.": kind for word, kind in CUES.items() if len(word) > 3 and word[-1].isalpha()})
    found.update(CUES)
    return found


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word for name in load_places().names for word in name.split(" ") if len(word) > 3)


@cache
def _names() -> dict[str, str]:
    """Whole names of journals, newspapers and publishers, lower case."""
    kinds = {"journal": "J", "magazine": "J", "newspaper": "N", "publisher": "P"}
    return {
        name.casefold(): kinds[outlet.kind]
        for outlet in load_outlets().canonical.values()
        if outlet.kind in kinds
        for name in (outlet.name, *outlet.aliases)
    }


def _shape(core: str) -> str:
    """The shape of a word: "Xx", "xx", "X.X" for initials, "year", "range", "d3" for a number of three digits …"""
    if not core:
        return "-"
    if core.isalpha():
        if len(core) == 1:
            return "X" if core.isupper() else "x"
        if core.isupper():
            return "rom" if ROMAN.fullmatch(core) else f"XX{min(len(core), 4)}"
        if core.islower():
            return "xx"
        return "Xx" if core[0].isupper() and core[1:].islower() else "xX"
    if core[0].isdigit():
        if YEAR.fullmatch(core):
            return "year"
        if core.isdigit():
            return f"d{min(len(core), 5)}"
        if YEARS.fullmatch(core):
            return "years"
        if RANGE.fullmatch(core):
            return "range"
        return "d?" if any(c.isalpha() for c in core) else "d.d"
    if INITIALS.fullmatch(core):
        return "X.X"
    if any(c.isdigit() for c in core):
        return "range" if RANGE.fullmatch(core) else "x?d"
    return ("Xx-Xx" if core[0].isupper() else "xx-xx") if "-" in core else "Xx'" if core[0].isupper() else "xx'"


class _Frame(NamedTuple):
    """What a token shows without its letters; few of them come again and again."""

    own: list[str]
    before: list[str]  # for the token before it
    after: list[str]  # for the token after it
    far_before: list[str]
    far_after: list[str]


@lru_cache(maxsize=KEPT)
def _frame(shape: str, kind: str, flags: str, mark: str, lead: str, word: str) -> _Frame:
    own = [f"s={shape}|{mark}", f"s={shape}", f"t={mark}", f"l={lead[:2]}"]
    if kind:
        own += [f"k={kind}", f"k={kind}|{mark}"]
    if flags:
        own.append(f"f={flags}")
    if word:
        own.append(f"w={word}|{shape[:1]}")
    near = f"{shape}|{kind}"
    return _Frame(
        own=own,
        before=[f"n={near}", f"nw={word}", f"nl={lead[:1]}{flags}", f"nt={shape}{mark}"],
        after=[f"b={near}", f"bt={mark}", f"bw={word}", f"bs={shape}|{mark}{flags}"],
        far_before=[f"nn={shape}|{mark}", f"nnk={kind}"],
        far_after=[f"bb={shape}|{mark}", f"bbk={kind}"],
    )


def _look(token: str) -> _Look:
    core = token
    lead = trail = ""
    if not token.isalpha():
        first, last = 0, len(token)
        while first < last and not token[first].isalnum():
            first += 1
        while last > first and not token[last - 1].isalnum():
            last -= 1
        lead, core, trail = token[:first], token[first:last], token[last:]
        if not core:
            lead, trail = "", token
    low = core.casefold()
    cues = _cues()
    kind = cues.get(low + trail[:1]) or cues.get(low) or "" if core else cues.get(token, "")
    shape = "url" if len(core) > 3 and ADDRESS.match(core) else _shape(core)
    flags = ""
    if shape in CAPITALIZED and len(low) > 2:
        flags = ("g" if is_given(core) else "") + ("l" if low in _place_words() else "")
    mark = trail[:2] if len(trail) < 3 else trail[:1] + trail[-1]
    is_small = low in SMALL
    frame = _frame(shape, kind, flags, mark, lead[:2], low if is_small or kind else "")
    own = frame.own
    if len(low) > 3 and core[-1].isalpha():
        own = [*own, f"x={low[-3:]}", f"y={low[-2:]}{shape[:1]}", f"p={low[:3]}{shape[:1]}"]
    is_initial = shape in ("X", "X.X")
    return _Look(
        own=own, before=frame.before, after=frame.after, far_before=frame.far_before, far_after=frame.far_after,
        core=core, trail=trail,
        opens=bool(lead) and not OPENERS.isdisjoint(lead),
        closes=bool(trail) and not CLOSERS.isdisjoint(trail),
        is_year=shape == "year",
        ends_segment=bool(trail) and trail[0] in ".,;:?!)" and not (is_initial and trail == "."),
        brackets=token.count("(") + token.count("[") - token.count(")") - token.count("]") if lead or trail else 0,
        kind=kind,
        letter=LETTERS.get(shape, "o") if not is_small or is_initial else "w" if kind != "AND" else "&",
    )  # fmt: skip


def look(token: str) -> _Look:
    found = _OWN.get(token)
    if found is None:
        if len(_OWN) > KEPT:
            _OWN.clear()
        found = _OWN[token] = _look(token)
    return found


def _segment(looks: list[_Look]) -> list[str]:
    """What a stretch between two marks shows as a whole: its words of a field, whether it is a place, a journal or a publisher."""
    cores = [item.core for item in looks]
    whole = " ".join(cores)
    low = whole.casefold()
    size = len(cores)
    kinds = sorted({item.kind for item in looks if item.kind and item.kind not in ("AND", "ABBR")})
    lower = sum(core.islower() and len(core) > 3 for core in cores)
    found = [f"sz={min(size, 7)}", f"sl={min(lower, 3)}|{min(size, 7)}", *(f"sk={kind}" for kind in kinds)]
    if size <= 5 and (low in load_places().names or whole in load_places().abbreviations):
        found.append("place")
        if size == 1:
            found.append(f"place{looks[-1].trail[:1]}")
    if name := _names().get(low):
        found.append(f"known={name}")
    pattern = "".join(item.letter for item in looks[:5])
    found.append(f"sp={pattern}")
    return found


def features(tokens: list[Token]) -> list[list[str]]:
    """Return the features of each token: its own, those of its neighbours, of its stretch and of its place in the string."""
    looks = [look(token.text) for token in tokens]
    size = len(looks)
    segments: list[list[str]] = []
    starts: list[int] = []
    begin = 0
    for index, item in enumerate(looks):
        if item.ends_segment or index == size - 1 or (index + 1 < size and looks[index + 1].opens):
            stretch = _segment(looks[begin : index + 1])
            segments += [stretch] * (index + 1 - begin)
            starts += [begin] * (index + 1 - begin)
            begin = index + 1
    marks = [index for index, item in enumerate(looks) if item.kind == "EDIT"]
    last_mark = marks[-1] if marks else -1
    years = [index for index, item in enumerate(looks) if item.is_year]
    first_year = years[0] if years else size
    last_year = years[-1] if years else -1
    seen_in = seen_range = False
    quote = "0"
    depth = sentence = comma = 0
    start_pattern = next((index for index, item in enumerate(looks[:3]) if item.letter in "iNC"), 0)
    rows: list[list[str]] = []
    previous_stretch = ["ps=^"]
    for index, item in enumerate(looks):
        row = item.own + segments[index]
        row.append(f"{segments[start_pattern][-1]}|{segments[index][-1]}")  # names of one list are printed alike
        if starts[index] == index:
            row.append("first")
            if index:
                previous_stretch = [
                    f"ps={looks[index - 1].trail[:1]}{segments[index - 1][1]}",
                    *("p" + name for name in segments[index - 1][2:]),
                ]
        row += previous_stretch
        if index:
            row += looks[index - 1].after
            if index > 1:
                row += looks[index - 2].far_after
        if index + 1 < size:
            row += looks[index + 1].before
            if index + 2 < size:
                row += looks[index + 2].far_before
        if item.opens and quote == "0":
            quote = "1"
        state = "B" if quote == "1" and item.opens else quote
        row.append(f"q={state}{'e' if item.closes else ''}")
        if depth > 0:
            row.append("brackets")
        row.append(f"i={index}" if index < 4 else f"i={10 * index // size}t")
        if size - index < 4:
            row.append(f"e={size - index}")
        row.append(f"c={min(sentence, 4)}|{min(comma, 4)}")
        row.append(f"y={index < first_year}{index > last_year}{seen_in}")
        row.append(f"in={seen_in}|ed={index < last_mark}|{first_year < size // 2}")
        if index < last_mark and any(index <= mark < index + NEAR_MARK for mark in marks):
            row.append("ed=soon")
        if seen_range:
            row.append("after_range")
        rows.append(row)
        if item.closes and quote == "1":
            quote = "2"
        depth = max(0, depth + item.brackets)
        seen_in |= item.kind == "IN" and item.core.casefold() in ("in", "dans") and index > 2
        seen_range |= "range" in item.own[1]
        if item.ends_segment:
            if item.trail[0] == ",":
                comma += 1
            else:
                sentence += 1
                comma = 0
    return rows
