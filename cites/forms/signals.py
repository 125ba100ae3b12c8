"""What leads to a citation and does not belong to it: "see also", "cf.", "For Yeltsin's quote, see"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import compile_words, first_words, leading, one_of

SIGNAL = compile_words(
    rf"(?:(?!in\sre\s)(?:{one_of('signals')}|v\.(?=\s(?:[“\"«]|www\.|https?:)|,\sp\.\sex\.))[,:]?\s(?:e\.g\.,?\s|for\sexample,?\s|p\.\sex\.,?\s|inter\salia,?\s"
    rf"|generally\s)?)+(?=[\p{{Lu}}\d“\"‘«„《『\p{{Han}}\p{{Cyrillic}}]|www\.|http|t\.me|\p{{Ll}}+\.\p{{Ll}}{{2,4}}\b|ibid|al-"
    rf"|the\s\p{{Lu}}|(?:van|von|de|der|den|di|da|du|la|le|bin|ibn|ter|zu)\s(?:\p{{Ll}}{{2,3}}\s)?\p{{Lu}}|author"
    rf"|conversation|interview|[eî]?\p{{Ll}}\p{{Lu}})"
)
SIGNAL_WORDS = first_words("signals") | {"v"}
LEAD_WORDS = frozenset(
    "for on in as this these the but a an similar such that some other others many more compare data figures my our author both here it "
    "all details quoted cited another among to also one part text i "
    "zu zum zur für über pour sur per sulla sul sulle para sobre".split()
)
LEAD = compile_words(
    r"\p{L}+\b"
    r"[^“”\"«»„;.()\d]{0,170}?[\s,](?:see\salso|see,\sfor\sexample,|see,\se\.g\.,|see\se\.g\.|see|cf\.|compare|consult"
    r"|quoted\sin|cited\sin|vgl\.|siehe|voir|см\.|(?<=,\s)v\.|cfr\.|si\sveda(?:no)?|vedi|véase|zob\.|por\.|zie"
    r"|(?:is|are|was|were)\s(?:\p{Ll}+\s)?(?:described|discussed|given|told|found|set\sout|listed|recorded"
    r"|summari[sz]ed|treated|traced|analy[sz]ed|reported|explained|(?:re)?(?:printed|published|produced))\s(?:in|by)"
    r"|(?:text|list|tables?|figures|account|documents?|letters?|numbers|data)\s(?:of\s[\p{Ll}\s]{3,40}\s)?(?:is|are)\sin"
    r"|(?:text|is|are|was|were)\sin|(?:quote|cite|translate)\s(?:here\s)?from|leave\saside|on\swhom"
    r"|(?:full|fuller|fullest|longer|shorter|earlier|later|latest|final)\s(?:version|text|account)\s(?:is|in)"
    r")[,:]?\s(?=[\p{Lu}“\"‘«„]|\d+\s\p{Lu})"
)
LEAD_QUOTED = regex.compile(  # On “practical knowledge” and ballooning, see Marie Thébaud-Sorger, “…
    r"(?:On|For|About|Regarding|As for)\s[^;.()\d]{3,160}?[,\s](?:see\salso|see|cf\.)"
    r"(?:,?\s(?:e\.g\.|for\sexample|especially|esp\.|in\sparticular),?)?\s"
    r"(?=[\p{Lu}“\"‘«„])"
)
COLON = regex.compile(r"\s*\p{Ll}{3,}\s?[^“”\"«»„,;:.()\d]{0,80}:\s(?=[\p{Lu}“\"‘«„])")  # "this was carried by every paper: Gazeta, May 3"
LABEL = compile_words(rf"(?:{one_of('source_labels')})\s?:\s?")  # "Quelle: dpa, 12.03.2014"
LABEL_WORDS = first_words("source_labels")
HAN = regex.compile(r"(?:转?引自|[参參詳详另又]?[见見]于?|[参參]看|据)[:,]?\s?(?=[《『「])")  # 参见《光明日报》
WHERE = regex.compile(r"\p{Ll}+(?:\s\p{Ll}+){0,3}:\s(?=[\p{Lu}“\"‘«„])")  # "See " before "his preface: "
NEXT = compile_words(
    r"(?P<semicolon>;\s?)|(?P<stop>(?<=[\p{Ll}\d)\]”’\"'])(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Prof|Jr|Sr|vs?|No|Nos"
    r"|op|cit|ed|eds|trans|vol))(?<![(-]\s?(?-i:\p{Lu}))\.[”\"’]?\s(?=[\p{Lu}“\"‘«„\d]))|(?P<signal>[\s(](?:see\salso|see"
    r"|cf\.|quoted\sin|cited\sin|reprinted\sin|reproduced\sin|translated\sin|quoting|citing|vgl\.|siehe|voir|см\.|цит\.\sпо"
    r"|cfr\.|si\sveda(?:no)?|véase|(?<=,\s)v\.|zob\.|cyt\.\sza|apud|com\so\stítulo|sous\sle\stitre|unter\sdem\stitel|con\s(?:il\stitolo|el\stítulo)"
    r"|under\sthe\stitle"
    r"|рец\.),?:?\s(?=[\p{Lu}“\"‘«„]))|"
    r"(?P<dash>\s-\s(?=(?:ebd|ebda|ibid|ders|dies|idem|vgl|siehe|voir|cf)\b))|"
    r"(?P<quote>\s(?=[“«„](?-i:[\p{Lu}\p{Lo}\d])))"
    r"|(?P<paper>,\s(?=[\"«](?-i:\p{Lu})[^\"»,]{2,40}[\"»],\s(?:(?-i:\p{Lu})\p{L}+,\s)?\d))"  # the president, "Постимеэс", Эстония, 24.03
)


ABOVE = compile_words(  # "V. nota 5, L. Cervelli, cit., p. 307": the other note is not cited by it
    r"(?:v\.|vedi|cfr\.|cf\.|vgl\.|siehe|s\.|voir|véase|zob\.)\s(?:sopra\s|oben\s|supra\s)?(?:nota|note|n\.|anm\.|fn\.|przyp\.)\s\d{1,3},?\s"
    r"(?=(?-i:\p{Lu})[^;()]{2,80}\scit\.)"
)
TO_ALL_OF = compile_words(  # "Vgl. zum ganzen Abschnitt Gould, Cecil, Michelangelo"
    r"(?:vgl\.|siehe|s\.)\s(?:zum|zur|zu)\s(?-i:\p{Ll}+\s){0,3}(?-i:\p{Lu}\p{Ll}+)?:?\s(?=(?-i:\p{Lu})[\p{L}-]+,\s(?-i:\p{Lu})[\p{L}.]+,\s)"
)
IN_BOOK = compile_words(  # "No livro Counterfeit Gods (Dutton, 2009)", "In his book The Long Road"
    r"(?:n[oa]|em|nel|nell'|en|dans|im|in|w)\s?(?:seu\s|sua\s|su\s|suo\s|son\s|le\s|el\s|his\s|her\s|their\s|the\s|seinem\s|ihrem\s)?"
    r"(?:livro|artigo|libro|artículo|articolo|livre|article|ouvrage|buch|aufsatz|beitrag|book|essay|study|książce|artykule)\s"
    r"(?=(?-i:\p{Lu})|[“„«\"])"
)
IN_BOOK_WORDS = frozenset("no na em nel nell en dans im in w".split())
ABOVE_WORDS = frozenset({"v", "vedi", "cfr", "cf", "vgl", "siehe", "s", "voir", "véase", "zob"})
MAX_SAYING = 300  # code points before its colon; it has nineteen words
SAYING = compile_words(  # "Start here: ", "For the museum's position, as its chairman put it: "
    r"\s*(?-i:(?:For|On)(?:\s\p{Ll}+){2}(?:,?\s[\p{L}'-]+){0,14}:\s)(?=[\p{Lu}“\"‘«„])|\s*(?-i:\p{Lu}\p{Ll}+(?=[^:]*\b(?:here|recently|is|are|was|were|see|from|put|text|this|these|following|account|version|also"
    r"|includes?|sources?|examples?|instances?|exceptions?|references?|studies|works)\b)"
    r"(?:,?\s[\p{Ll}'-]+){1,18}:\s)(?=[\p{Lu}“\"‘«„])"
    r"|\s*(?-i:\p{Lu}\p{L}+(?=[^:.]*\b(?:ist|sind|war|waren|wird|werden|hat|haben|dass|daß|geht|gilt|est|sont|était|étaient|è|sono|jest|są)\b)"
    r"(?:\s[\p{L}'-]+|,\s\p{Ll}[\p{L}'-]*){3,25}:\s)(?=[\p{Lu}“\"‘«„])"
    r"|\s*(?-i:\p{Lu}\p{Ll}+(?:,?\s[\p{Ll}'-]+){1,8}:\s)(?=[“\"‘«„@]|https?:)"
)


def skip_signals(folded: str, at: int, end: int) -> int:
    """Return where the citation itself begins: after "See also " in "See also Mikhail Barabanov"."""
    while at < end and folded[at] in " ,.;:":
        at += 1
    if at < end and folded[at] > "\u4e00" and (han := HAN.match(folded, at, end)):
        return han.end()
    word = leading(folded, at)
    if word in LABEL_WORDS and (label := LABEL.match(folded, at, end)):
        return label.end()
    lead = LEAD.match(folded, at, end) or LEAD_QUOTED.match(folded, at, end) if word in LEAD_WORDS else None
    lead = lead or (SIGNAL.match(folded, at, end) if word in SIGNAL_WORDS else None)
    lead = lead or (IN_BOOK.match(folded, at, end) if word in IN_BOOK_WORDS else None)
    if word in ABOVE_WORDS:
        lead = TO_ALL_OF.match(folded, at, end) or lead or ABOVE.match(folded, at, end)
    if lead:
        lead = WHERE.match(folded, lead.end(), end) or lead
    elif folded.find(":", at, min(end, at + MAX_SAYING)) > 0:
        lead = COLON.match(folded, at, end) or SAYING.match(folded, at, end)
    return lead.end() if lead else at


def next_boundary(folded: str, at: int, end: int) -> int:
    """Return the next place where a citation may begin after something that is none."""
    match = NEXT.search(folded, at + 1, end)
    return match.end() if match else end
