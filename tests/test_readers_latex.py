"""LaTeX: what is printed, and what is not."""

from __future__ import annotations

import pytest

from cites import extract
from cites.errors import ReadError
from cites.model import Document
from cites.readers import read_bytes


def read(text: str, told: list[str] | None = None) -> Document:
    return read_bytes(text.encode(), "a.tex", warn=([] if told is None else told).append)


def article(body: str, preamble: str = "") -> str:
    return f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    return [(mark.value, document.text[mark.span.start : mark.span.end]) for mark in document.marks if mark.kind == kind]


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("Russia's ``new `Asian Pivot' of 2012''", "Russia’s “new ‘Asian Pivot’ of 2012”"),
        ("It was ``old'' --- very --- in 1938--45.", "It was “old” — very — in 1938–45."),
        ("Na\\\"ive Stra\\ss e of \\'Emile, 50\\% of R\\&D~now.", "Naïve Straße of Émile, 50% of R&D now."),
        ("One line\nand the next. % not this\n", "One line and the next."),
        ("\\textbf{Bold} and \\textsc{small}.", "Bold and small."),
        ("\\enquote{quoted} by \\foreignlanguage{french}{elle}.", "“quoted” by elle."),
        ("Before\\label{a} and \\index{x}after.", "Before and after."),
        ("As $x_1$ shows.\\begin{equation}a=b\\end{equation}", "As x_1 shows."),
        ("\\newcommand{\\foo}[1]{#1}It rained.", "It rained."),
    ],
)
def test_what_is_printed(source: str, printed: str) -> None:
    assert read(article(source)).text == printed


def test_paragraphs_headings_and_lists() -> None:
    document = read(article("\\section{The Port}\nOne.\n\nTwo.\\par Three.\\begin{itemize}\\item Four.\\item Five.\\end{itemize}"))
    assert document.text.split("\n\n") == ["The Port", "One.", "Two.", "Three.", "Four.", "Five."]
    assert marked(document, "heading") == [("2", "The Port")]


def test_footnotes_stand_after_the_text() -> None:
    note = "John C.~K. Daly, ``Caspian Ferries,'' \\emph{Eurasia Daily Monitor}, May 14, 2018, \\url{https://jamestown.org/a_b\\%20c}."
    document = read(article(f"It rained.\\footnote{{{note}}} It snowed.\\footnote{{Ibid.}}"))
    assert document.text.startswith("It rained.1 It snowed.2")
    assert marked(document, "callout") == [("1", "1"), ("2", "2")]
    assert marked(document, "italic") == [("", "Eurasia Daily Monitor")]
    assert marked(document, "link") == [("https://jamestown.org/a_b%20c", "https://jamestown.org/a_b%20c")]
    first, second = extract(document).citations
    assert (first.form, second.form, first.reference) == ("full", "ibid", second.reference)


def test_footnotes_keep_the_numbers_that_they_are_given() -> None:
    body = (
        "It rained.\\footnotemark[138]\\footnotetext[138]{6 Del. C. § 1 (2025).} It snowed.\\footnotemark{} "
        "It froze.\\footnotetext{Ibid.} It thawed.\\footnote[140]{Ibid.} It ended.\\footnotetext[141]{Ibid.}"
    )
    document = read(article(body))
    assert document.text.startswith("It rained.138 It snowed.1 It froze. It thawed.140 It ended.141")
    assert [label for label, _ in marked(document, "callout")] == ["138", "1", "140", "141"]
    assert [label for label, _ in marked(document, "note")] == ["138", "1", "140", "141"]


def test_a_list_of_its_own_is_called_by_numbers() -> None:
    entries = "\\bibitem{a} Kofman, Michael. \\emph{The Long Road}. London: Penguin, 1999.\n\\bibitem{b} Smith, John. \\emph{Short Roads}. Paris: Seuil, 2001."
    body = f"It rained \\cite[12]{{b}}.\\footnote{{Ibid.}}\n\\begin{{thebibliography}}{{9}}\n{entries}\n\\end{{thebibliography}}"
    document = read(article(body))
    assert document.text.startswith("It rained [2], 12.1")
    assert marked(document, "callout") == [("[2]", "[2]"), ("1", "1")]
    assert [label for label, _ in marked(document, "note")] == ["1", "[1]", "[2]"]
    reading = extract(document)
    assert [work.title for work in reading.references] == ["The Long Road", "Short Roads"]
    assert next(c.claim for c in reading.citations if c.note == "[2]") is not None


def test_what_the_article_says_of_itself() -> None:
    preamble = "\\title{Ferries of \\\\ the \\textcolor{blue}{\\texttt{Caspian}}\\thanks{No funds.}}\\author{Ada Berg\\thanks{Oslo} \\and Ko Hirano}\\date{March 12, 2019}"
    document = read(article("\\maketitle It rained.", preamble))
    assert document.text == "Ferries of \n the Caspian\n\nIt rained."
    assert (document.about.title, document.about.issued) == ("Ferries of the Caspian", "2019-03-12")
    assert [name.family for name in document.about.author] == ["Berg", "Hirano"]


def test_what_is_not_understood_or_not_read_is_told() -> None:
    told: list[str] = []
    read(article("\\strange{} It rained. \\input{chapter2}"), told)
    assert told == [
        "a.tex: chapter2 would be read here by LaTeX, and is not read",
        "a.tex: macros that are not understood: strange",
    ]


@pytest.mark.parametrize("source", ["{" * 50_000, "\\emph{" * 5_000 + "x" + "}" * 5_000])
def test_groups_without_end_are_refused(source: str) -> None:
    with pytest.raises(ReadError, match=r"is LaTeX that cannot be read"):
        read(source)


def test_a_file_without_text() -> None:
    with pytest.raises(ReadError, match="has no text to read"):
        read(article("\\label{a}"))
