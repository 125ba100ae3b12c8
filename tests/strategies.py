"""Texts as hypothesis makes them: fragments of citations glued together, in prose, parentheses, notes and lists."""

from __future__ import annotations

from hypothesis import strategies as st

from cites.model import Document, Mark, Reference, Span

SOURCES = [
    "TASS",
    "Kyodo",
    "Interfax",
    "EDM",
    "The Japan Times",
    "Mid.ru",
    "T.me/rybar",
    "新华社",
    "Коммерсантъ",
    "الجزيرة",
    "RFE/RL",
    "Somebody Else",
    "Ministry of Defense",
]
DATES = [
    "January 26, 2012", "January 26", "26 января 2012 г.", "2012年1月26日", "26. Januar", "Spring/Summer 1993", "2012", "1/26/2012", "May 3–5, 2014", "December 30–January 2",
    "February 29", "n.d.", "31.12.", "XXXX", "5 Jan 09", "99", "٢٠١٢",
]  # fmt: skip
PEOPLE = [
    "Ko Hirano",
    "Smith",
    "Smith, J.",
    "J. M. Keynes",
    "van der Berg",
    "Wang Yi",
    "A. B. C.",
    "Романов Б. А.",
    "O’Brien",
    "Nye, Jr.",
    "Baev and Toenesson",
    "et al.",
    "———",
]
TITLES = [
    "“Abe Quandary,”",
    "‘The citizens’ right’",
    "«Цена „трубы“»",
    "《北极》",
    "“Going",
    "Eastward”",
    '"A',
    "The Kuril Islands",
    "Arms and Influence",
    "*Nature*",
    "Brown v. Board",
]
WORDS = [
    "Ibid.", "Ibid., 12", "op. cit.", "See also", "cf.", "for example,", "quoted in", "in", "ed.", "eds.", "trans.", "vol. 3", "no. 4", "43(2)", "pp. 12–14", "p. A2", "at 35", "§ 2703(d)", "art. 5",
    "supra note 2", "(n 1)", "accessed May 5, 2015", "https://a.example/b_(c)?d=e.", "doi:10.1000/x.y", "(Oxford: Clarendon Press, 1974)", "(PhD diss., Harvard University, 2010)",
    "(hereafter FBIS SOV)", "FBIS SOV", "[Arabic]", "347 U.S. 483", "[2019] UKSC 41", "S/RES/2202", "FO 371/75758", "f. 17, op. 3", "Box 12", "author’s interview", "(Source: Reuters)", "Photo: TASS",
    "Nothing was signed", "the", "THAAD", "370 kilometers", "said that", "12–18", "(Smith 2010, 45)", "Smith (2010)", "1.", "[1]", "[^1]", "signed.1", "¹", "References", "Notes", "Bibliography",
]  # fmt: skip
MARKS = [
    *" ,.;:()[]{}“”‘’\"'«»„《》「」—–-/\\|*_#<>&%$@!?…（）【】，。；：、",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u3000",
    "\u00ad",
    "\ufeff",
    "\u200b",
    "\u202e",
    "\u200f",
    "\x00",
    "\x1f",
    "\x85",
    "\u2028",
]
ODD = ["😀", "𝔄", "𠀀", "e\u0301", "ß", "İ", "ŉ", "ﬁ", "Ⅻ", "²", "①", "٣", "१२", "א", "ש\u05c1", "\U0010ffff", "\u0130", "ς", "\u1e9e"]

pieces = st.sampled_from([*SOURCES, *DATES, *PEOPLE, *TITLES, *WORDS]) | st.sampled_from(MARKS) | st.sampled_from(ODD) | st.text(max_size=3)
glue = st.sampled_from(["", " ", ", ", "; ", ". ", " (", ") ", "\n", ": "])
glued = st.lists(st.tuples(pieces, glue), max_size=14).map(lambda pairs: "".join(piece + mark for piece, mark in pairs))


def printed(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


sources, dates, people, titles = (st.sampled_from(words) for words in (SOURCES, DATES, PEOPLE, TITLES))
inline = st.one_of(
    printed(sources, st.just(", "), dates),
    printed(sources, st.just(", "), sources, st.just(", "), dates, st.just(", "), st.sampled_from(["28", "March 3, 2014", "p. 2"])),
    printed(st.sampled_from(["see ", "see also ", ""]), sources, st.just(", "), dates, st.just("; "), sources, st.just(", "), dates),
    st.just("Ibid."),
    glued,
)
notes = st.one_of(
    printed(people, st.just(", "), titles, st.just(" "), sources, st.just(", "), dates, st.just(".")),
    printed(people, st.just(", "), titles, st.just(" (Oxford: Clarendon Press, 1974), 9.")),
    st.sampled_from(
        ["Ibid.", "Ibid., 12.", "Hirano, “Abe Quandary.”", "Smith, Arms and Influence, 92.", "See Smith (n 1) 5.", "Smith 2010, 45."]
    ),
    glued,
)
entries = st.one_of(
    printed(people, st.just(" (2010). "), titles, st.just(". London: Routledge.")),
    printed(people, st.just(". "), titles, st.just(". "), sources, st.just(" 43, no. 4 (2015): 318–40.")),
    glued,
)
sentences = inline.map(lambda inside: f"Nothing was signed ({inside}).") | glued


@st.composite
def articles(draw: st.DrawFn) -> str:
    """A text with a head, running text, notes that it calls and a list: each may be missing."""
    head = draw(
        st.sampled_from(["", "Nothing Was Signed\n\nFebruary 20, 2012\n\n", "Publication: Eurasia Daily Monitor Volume: 16 Issue: 38\n\n"])
    )
    said = draw(st.lists(sentences, max_size=5))
    noted = draw(st.lists(notes, max_size=4))
    listed = draw(st.lists(entries, max_size=3))
    label = draw(st.sampled_from(["{}. ", "[{}] ", "{} ", "{}) "]))
    call = "[{}]" if label.startswith("[") else ".{}"
    text = head + " ".join(said + ["So it went on" + call.format(number) for number in range(1, len(noted) + 1)])
    if noted:
        text += draw(st.sampled_from(["\n\nNotes\n\n", "\n\n"])) + "\n".join(
            label.format(number) + note for number, note in enumerate(noted, 1)
        )
    if listed:
        text += "\n\nReferences\n\n" + draw(st.sampled_from(["\n", "\n\n"])).join(listed)
    return text


texts = st.one_of(articles(), articles(), glued, st.text(max_size=60))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A text, and marks that lie anywhere in it."""
    text = draw(texts)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: Span(min(ends), max(ends)))
    marks = st.builds(
        Mark, st.sampled_from(["italic", "link", "heading", "code", "title"]), places, st.sampled_from(["https://a.example/b", "1"])
    )
    about = st.sampled_from(
        [
            Reference(),
            Reference(issued="2012-02-20"),
            Reference(issued="2012"),
            Reference(container_title="Eurasia Daily Monitor", volume="16", issue="38"),
        ]
    )
    return Document("a.txt", text, draw(about), tuple(draw(st.lists(marks, max_size=3))))
