"""Markdown: what is seen, what is marked, and the way back to the file."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cites.errors import ReadError
from cites.model import Document, Span
from cites.readers import in_file, read_bytes
from cites.zones import find_zones


def markdown(text: str) -> Document:
    return read_bytes(text.encode(), "a.md")


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    """What is marked as `kind`, each with its value."""
    return [(document.text[mark.span.start : mark.span.end], mark.value) for mark in document.marks if mark.kind == kind]


def original(source: str, seen: str) -> str:
    """What stands in the file for a stretch of what is seen."""
    document = markdown(source)
    start = document.text.index(seen)
    span = in_file(document, Span(start, start + len(seen)))
    assert span is not None
    return document.source_text[slice(*span)]


# -- what is seen ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("A [link](https://tass.com/1 'title') here", "A link here"),
        ("A [link](https://en.wikipedia.org/wiki/Treaty_(law)) here", "A link here"),
        ("A [link](<https://tass.com/a b>) here", "A link here"),
        ("A [see below](see page 3) here", "A [see below](see page 3) here"),
        ("At <https://tass.com/1> here", "At https://tass.com/1 here"),
        ("A ![picture](a.png) here", "A  here"),
        ("A [![picture](a.png)](b) here", "A  here"),
        ("*Izvestiya*, _Trud_, **Pravda**, ***RIA***", "Izvestiya, Trud, Pravda, RIA"),
        ("*See *Fowler, *supra *note 1,* *at 2", "See Fowler, supra note 1, at 2"),
        ("*Id. *\nnext", "Id. \nnext"),
        ("2 *\n3 *\n4", "2 *\n3 *\n4"),
        ("a price* and *another", "a price* and *another"),
        ("_Order_ , ( _Notice_ ); _Id._ .", "Order, (Notice); Id.."),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("https://tass.com/_a_/b_c_ _x_", "https://tass.com/_a_/b_c_ x"),
        (r"\*not\* \[a\](link)", "*not* [a](link)"),
        ("Seen<!-- not seen --> again", "Seen again"),
        ("x<sup>1</sup> <i>Trud</i>", "x1 Trud"),
        ("Tokyo<br>Moscow", "Tokyo<br>Moscow"),
        ("# Heading #\n\nText", "Heading\n\nText"),
        ("Heading\n=======\n\nText", "Heading\n\n\nText"),
        ("- one\n* two\n1. three", "one\ntwo\n1. three"),
        ("> quoted\n> text", "quoted\ntext"),
        ("a  \nb\\\nc", "a  \nb\nc"),
        ("a\r\n*b*\r\n", "a\r\nb\r\n"),
        ("<!--\nnot\n\nseen\n-->\nseen", "\nseen"),
    ],
)
def test_markup_is_out_of_sight(source: str, seen: str) -> None:
    assert markdown(source).text == seen


def test_reference_links_find_their_definitions() -> None:
    document = markdown("[TASS][t], [t] and [other][x]\n\n[T]: https://tass.com/1 'The agency'\n")
    assert document.text == "TASS, t and [other][x]\n\n\n"
    assert marked(document, "link") == [("TASS", "https://tass.com/1"), ("t", "https://tass.com/1")]


def test_a_numbered_source_is_no_definition() -> None:
    assert markdown("[1]: Interfax, January 26, 2012").text == "[1]: Interfax, January 26, 2012"


def test_front_matter_speaks_for_the_article() -> None:
    document = markdown(
        "---\ntitle: 'A Failure: Asia'\nauthor:\n  - Stephen Blank\ndate: 2019-03-12\npublication: Eurasia Daily Monitor\n---\n# Other\n"
    )
    about = document.about
    assert document.text == "Other\n"
    assert (about.title, about.container_title, about.issued) == ("A Failure: Asia", "Eurasia Daily Monitor", "2019-03-12")
    assert [str(name) for name in about.author] == ["Stephen Blank"]


def test_a_text_between_two_rules_is_no_front_matter() -> None:
    assert "Moscow said no." in markdown("---\nMoscow said no.\n---\n").text


def test_a_note_of_the_heading_is_none_of_the_title() -> None:
    assert markdown("# A Failure in Asia[^1]\n\nText.\n\n[^1]: Thanks.\n").about.title == "A Failure in Asia"


def test_the_heading_is_the_title() -> None:
    assert markdown("# A *Failure* in Asia\n\nMarch 12, 2019\n\nText\n").about.title == "A Failure in Asia"


def test_front_matter_alone_is_no_text() -> None:
    with pytest.raises(ReadError, match="has no text"):
        markdown("---\ntitle: A\n---\n")


# -- what is marked --------------------------------------------------------------------------------------------------


def test_italics_and_links_are_marked() -> None:
    document = markdown("(*Izvestiya*, [March 3](https://iz.ru/1))")
    assert marked(document, "italic") == [("Izvestiya", "")]
    assert marked(document, "link") == [("March 3", "https://iz.ru/1")]


def test_items_are_marked() -> None:
    document = markdown("- One\n  and two\n- Three\n\n4. Four\n   and five\n")
    assert [text for text, _ in marked(document, "item")] == ["One\nand two", "Three", "4. Four\nand five"]


def test_headings_are_marked_with_their_level() -> None:
    assert marked(markdown("# One\n\nTwo\n---\n"), "heading") == [("One", "1"), ("Two", "2")]


def test_a_paragraph_above_a_rule_is_no_heading() -> None:
    assert marked(markdown(f"{'Moscow said no. ' * 40}\n---\n"), "heading") == []


def test_notes_and_their_callouts_are_marked() -> None:
    document = markdown("Said so.[^1]\n\n[^1]: *Trud*,\n    March 3.\n\n    And more.\n\nNot the note.\n")
    assert marked(document, "callout") == [("[^1]", "1")]
    assert marked(document, "note") == [("Trud,\nMarch 3.\n\nAnd more.", "1")]


def test_notes_may_follow_each_other_without_a_blank_line() -> None:
    assert marked(markdown("[^1]: TASS\n[^b]: RIA\n"), "note") == [("TASS", "1"), ("RIA", "b")]


def test_a_note_within_the_line_is_numbered() -> None:
    document = markdown("One^[TASS, *May 1*] and two[^1]\n\n[^1]: RIA")
    assert marked(document, "callout") == [("^", "2"), ("[^1]", "1")]
    assert marked(document, "note") == [("TASS, May 1", "2"), ("RIA", "1")]


def test_raised_numbers_are_notes_where_lines_begin_with_them() -> None:
    document = markdown(
        "Held so in 2012.<sup>75</sup> Over 10<sup>2</sup> boats,\nsaid he.<sup>76</sup>\n\n"
        "<sup>75</sup>. *Id.* at 3,\nand 4.\n<sup>76</sup> *Trud*.\n\nHe went on<sup>77</sup>."
    )
    assert marked(document, "callout") == [("75", "75"), ("76", "76")]
    assert marked(document, "note") == [("Id. at 3,\nand 4.", "75"), ("Trud.", "76")]


@pytest.mark.parametrize(
    ("calls", "notes"),
    [
        (r"One[\[1\]](#_ftn1), two[\[2\]](#_ftn2).", "[\\[1\\]](#_ftnref1) TASS, May 1.\n\n[\\[2\\]](#_ftnref2) Ibid."),
        ("One[1](#fn1sym), two[2](#fn2sym).", "[1](#fn1anc)TASS, May 1.\n\n[2](#fn2anc)Ibid."),
        ("One[1](https://a.org/p#fn-1-8)!![2](https://a.org/p#fn-2-8)", "[1](https://a.org/p#ref-1-8)\n\nTASS, May 1.\n\n[2](https://a.org/p#ref-2-8)\n\nIbid."),
        ("One^[\\[1\\]](#n1){#r1}^[, two]{.c8}^[\\[2\\]](#n2){#r2}^", "::: {.c0}\n[\\[1\\]](#r1){#n1}[TASS, May 1.]{.c8}\n:::\n\n[\\[2\\]](#r2){#n2} Ibid."),
        ("One${ }^{1}$, two${ }^{2}$.", "[^1]:    ${ }^{1}$ TASS, May 1.\n\n[^2]:    ${ }^{2}$ Ibid.\n\nThe end."),
        ("One${ }^{1}$, two${ }^{2}$.", "[^0]\n[^0]:    ${ }^{1}$ TASS, May 1.\n    ${ }^{2}$ Ibid.\n"),
        ("One $^{1}$, two $^{2}$.", "\\footnotetext{\n$^{1}$ TASS, May 1.\n$^{2}$ Ibid.\n}\nof the plan."),
        ("One[1](#fn1), two [2](#fn2).", "- \nTASS, May 1. [↩](#fnref-1)\n- \nIbid. [↩](#fnref-2)"),
    ],
)  # fmt: skip
def test_notes_as_converters_write_them(calls: str, notes: str) -> None:
    document = markdown(f"{calls}\n\n{notes}\n")
    assert marked(document, "note") == [("TASS, May 1.", "1"), ("Ibid.", "2")]
    assert [label for _, label in marked(document, "callout")] == ["1", "2"]


def test_a_note_goes_on_to_the_next_one_where_links_tell_them() -> None:
    document = markdown("So[1](#fn1) and[2](#fn2).\n\n[1](#r1) At length:\n\nTASS, May 1.\n\n[2](#r2) Ibid.\n\nThe end.\n")
    assert marked(document, "note") == [("At length:\n\nTASS, May 1.", "1"), ("Ibid.", "2")]


def test_a_callout_may_begin_a_line() -> None:
    document = markdown("[1](#fn1) says so.\n\nIt is[2](#fn2) and was[1](#fn1).\n\n[1](#r1) TASS.\n\n[2](#r2) RIA.\n")
    assert [label for _, label in marked(document, "callout")] == ["1", "2", "1"]
    assert marked(document, "note") == [("TASS.", "1"), ("RIA.", "2")]


def test_references_are_called_again_by_raised_numbers() -> None:
    calls = "The revival began.<sup>1</sup> It went on<sup>2,3</sup> for 10<sup>3</sup> km, with R<sup>2</sup>, and failed.<sup>2</sup>"
    document = markdown(f"{calls}\n\n#### Works cited\n\n1. TASS, May 1, 2012.\n2. RIA, May 2, 2012.\n3. AFP, May 3, 2012.\n")
    assert [callout.note for callout in find_zones(document).callouts] == ["1", "2", "3", "2"]


@pytest.mark.parametrize(
    "source",
    [
        "[1](#one) The Sea\n[2](#two) The Land\n\nOf both, see chapters [1](#one) and [2](#two).",
        "Table [1](#page-2) and Figure [2](#page-3) have it.\n\n1. Table\n2. Figure\n",
        "It took $10^{3}$ men, 5 km$^{2}$ and R$^{2}$.\n\n1. One\n2. Two\n3. Three\n",
        "[1](#one) The Sea\n[2](#two) The Land\n\n1. [The Sea](#sea)\n2. [The Land](#land)\n",
        "Go [↑](#section-1) up.\n\nGo [↑](#section-2) up.",
        "The links [1](https://a.org/x#one) and [2](https://b.org/y#two).",
    ],
)
def test_links_and_powers_that_are_no_callouts(source: str) -> None:
    document = markdown(source)
    assert not marked(document, "note") and not marked(document, "callout")
    assert all(zone.kind != "note" for zone in find_zones(document).zones)


@pytest.mark.parametrize("source", ["One<sup>1</sup>, two<sup>2</sup>.", "x<sup>1</sup>\n\n<sup>1</sup> a\n<sup>2</sup> b", "<sup>1</sup> a"])
def test_raised_numbers_alone_are_no_notes(source: str) -> None:
    assert not [mark for mark in markdown(source).marks if mark.kind != "raised"]


@pytest.mark.parametrize("source", ["`(*TASS*)`", "```\n(*TASS*)\n```", "    (*TASS*)", "~~~ py\n(*TASS*)\n~~~"])
def test_code_is_shown_as_it_is(source: str) -> None:
    assert marked(markdown(source), "code")[0][0].strip() == "(*TASS*)"


def test_marks_come_outer_before_inner() -> None:
    spans = [mark.span for mark in markdown("[*a*](b) *c [d](e)*").marks]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))


# -- back to the file ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "seen", "expected"),
    [
        ("([TASS](https://tass.com/1), March 12)", "TASS, March 12", "[TASS](https://tass.com/1), March 12"),
        ("([TASS, March 12](https://tass.com/1))", "TASS, March 12", "TASS, March 12"),
        ("([TASS, March 12](https://tass.com/1))", "March 12", "March 12"),
        ("(May 3, [TASS](a_(b)))", "May 3, TASS", "May 3, [TASS](a_(b))"),
        ("([TASS, March](a) 12; x)", "March 12", "[TASS, March](a) 12"),
        ("(TASS, <https://tass.com/1>)", "TASS, https://tass.com/1", "TASS, <https://tass.com/1>"),
        ("(TASS, [May][m])\n\n[m]: /may", "TASS, May", "TASS, [May][m]"),
        ("(*Izvestiya*, March 3)", "Izvestiya, March 3", "*Izvestiya*, March 3"),
        ("(*Izvestiya*, March 3)", "Izvestiya", "Izvestiya"),
        ("(March 3, **Trud**)", "March 3, Trud", "March 3, **Trud**"),
        ("([*Trud*](a), May)", "Trud, May", "[*Trud*](a), May"),
        ("(*[Trud](a)*, May)", "Trud, May", "*[Trud](a)*, May"),
        ("> ([TASS,\n> May](a) 3)", "TASS,\nMay 3", "[TASS,\n> May](a) 3"),
    ],
)
def test_a_stretch_of_the_file_never_cuts_a_link(source: str, seen: str, expected: str) -> None:
    assert original(source, seen) == expected


TOKENS = [*"ab1 *_[]()<>`^!\\\n#-:&\"'~=\t.", "[^1]", "[^1]: ", "](", "https://x.org/a_b", "**", "\n\n", "    ", "> ", "- ", "1. ", "```"]
TOKENS += ["<!--", "-->", "---", "\r\n", "\r", "[a]: http://b\n", "é", "(TASS, March 3)", "<i>", "</i>", "<a href=u>", "</a>", "\ufeff"]
SOURCES = st.lists(st.sampled_from(TOKENS), max_size=60).map("".join) | st.text()


@given(SOURCES, st.integers(0), st.integers(0))
def test_text_and_file_agree(source: str, one: int, other: int) -> None:
    """Pieces cover the text and repeat the file; every stretch of the text lies in its stretch of the file."""
    try:
        document = markdown(source.encode(errors="replace").decode())
    except ReadError:
        assume(False)
    pieces = document.pieces or ()
    ends = [piece.start for piece in pieces[1:]] + [len(document.text)]
    assert pieces[0].start == 0
    for piece, end in zip(pieces, ends, strict=True):
        assert document.text[piece.start : end] == document.source_text[piece.origin : piece.origin + end - piece.start] != ""
    for mark in document.marks:
        assert 0 <= mark.span.start < mark.span.end <= len(document.text)
    start, end = sorted((one % (len(document.text) + 1), other % (len(document.text) + 1)))
    origin = in_file(document, Span(start, end))
    assert origin is not None
    assert 0 <= origin.start <= origin.end <= len(document.source_text)
    if start < end:
        rest = iter(document.source_text[slice(*origin)])
        assert all(character in rest for character in document.text[start:end])


# -- Obsidian and front matter ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The [[Tea Road|road]] of [[Kyakhta]]", "The road of Kyakhta"),
        ("![[map of road.png|300]]Here", "Here"),
        ("Long %%check this%% ago, ==and *cold*==", "Long  ago, and cold"),
        ("> [!note]- A box", " A box"),
        ("a == b, 100%% sure, [[1]] and [[^2]]", "a == b, 100%% sure, [[1]] and [[^2]]"),
        ("[[1]](https://a.org)", "[1]"),
    ],
)
def test_the_signs_of_obsidian_are_not_seen(source: str, text: str) -> None:
    assert markdown(source).text == text


def test_a_page_in_an_inline_note_does_not_end_it() -> None:
    assert marked(markdown("It is so^[Interfax, January 26; [[Smith 2010]].]."), "note") == [("Interfax, January 26; Smith 2010.", "1")]


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("title: The *Salt* Road", "title", "The Salt Road"),
        ("title: >-\n  The long\n  title", "title", "The long title"),
        ('title: "The long\n  title"', "title", "The long title"),
        ("title: A * B and snake_case_x", "title", "A * B and snake_case_x"),
        ('title: x\nauthor: "[[Jane Doe]]"', "author", "Jane Doe"),
        ("title: x\nauthor:\n  name: Jane Doe\n  email: a@b.org", "author", "Jane Doe"),
        ("title: x\nauthor: Jane Doe; Ann Lee", "author", "Jane Doe; Ann Lee"),
    ],
)
def test_front_matter_as_people_write_it(front: str, field: str, value: str) -> None:
    found = getattr(markdown(f"---\n{front}\n---\n\nText of it.\n").about, field)
    assert (found if isinstance(found, str) else "; ".join(map(str, found))) == value


def test_attributes_of_kramdown_are_not_seen() -> None:
    document = markdown("1. Contents\n{:toc}\n\n<sup>23</sup>. TASS, January 28, 2012.\n{: .small}\n<sup>24</sup>. *Ibid.*\n{: .small}\n\n{see: below}\n")
    assert document.text.split() == "1. Contents 23. TASS, January 28, 2012. 24. Ibid. {see: below}".split()
