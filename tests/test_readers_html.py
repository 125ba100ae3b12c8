"""HTML: the text of the article, its notes, and what the page's metadata says of it."""

import pytest

from cites.errors import ReadError
from cites.model import Document, Span
from cites.readers import in_file, read_bytes

PARAGRAPH = "<p>Although analysts generally talk up the success of the pivot to Asia, little came of it in ten years.</p>"


def html(page: str) -> Document:
    return read_bytes(page.encode(), "a.html")


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    """What is marked as `kind`, each with its value."""
    return [(document.text[mark.span.start : mark.span.end], mark.value) for mark in document.marks if mark.kind == kind]


# -- text ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One\n  <b>and</b>  the same</p>\n<p>Two</p>", "One and the same\n\nTwo"),
        ("<p>One<br>two<br/><br/>three</p>", "One\ntwo\n\nthree"),
        ("<p>Islands<sup>1</sup> are</p>", "Islands1 are"),
        ("<p>München <sup>3</sup>1995</p>", "München ³1995"),
        ("<p>A&nbsp;b &amp; c</p>", "A\u00a0b & c"),
        ("<p>He said <q>no </q>twice</p>", "He said “no” twice"),
        ("<table><tr><td>1</td><td>TASS</td></tr><tr><td>2</td><td>RIA</td></tr></table>", "1 TASS\n2 RIA"),
        ("<ol><li><p>TASS</p></li><li value=5>RIA</li><li>6. Trud</li></ol>", "1. TASS\n\n5. RIA\n\n6. Trud"),
        ("<ul><li>TASS</li></ul>", "TASS"),
        ("<p>a<!-- b --><script>c</script><style>d</style>e</p>", "ae"),
        ("<html><body><p>One</p></body></html><p>and two</p></BODY ><html><body>three</html>", "One\n\nand two\n\nthree"),
        ("plain text", "plain text"),
    ],
)
def test_the_text_is_what_is_seen(page: str, text: str) -> None:
    assert html(page).text == text


@pytest.mark.parametrize(
    "beside",
    [
        "<nav>Beside</nav>",
        "<header>Beside</header>",
        "<footer>Beside</footer>",
        "<aside>Beside</aside>",
        "<form>Beside</form>",
        "<div role='complementary'>Beside</div>",
        "<div class='cookie-banner'>Beside</div>",
        "<div class='no-print'>Beside</div>",
        "<div class='relatedPosts'>Beside</div>",
        "<div class='article__share-buttons'>Beside</div>",
        "<div id='comments'><p>Beside</p></div>",
        "<div style='display: none'>Beside</div>",
        "<div aria-hidden='true'>Beside</div>",
        "<div hidden>Beside</div>",
    ],
)
def test_what_stands_beside_the_article_is_left_aside(beside: str) -> None:
    assert "Beside" not in html(f"<body>{beside}{PARAGRAPH}{PARAGRAPH}{beside}</body>").text


def test_a_page_within_a_form_is_read() -> None:
    assert "pivot to Asia" in html(f"<body><form>{PARAGRAPH}</form></body>").text


def test_the_class_of_the_whole_page_is_no_reason_to_leave_it_aside() -> None:
    assert "pivot to Asia" in html(f"<body class='comments sidebar'><article class='post share'>{PARAGRAPH}</article></body>").text


def test_comments_may_be_longer_than_the_article() -> None:
    page = f"<article>{PARAGRAPH}</article><section id='comments'><article>{'<p>I think so too.</p>' * 50}</article></section>"
    assert "I think so" not in html(page).text


def test_teasers_are_not_the_article() -> None:
    page = f"<main><div class='story'>{PARAGRAPH * 3}</div></main><article><h3><a href='/b'>Read on</a></h3><p>Short.</p></article>"
    assert "Short." not in html(page).text


def test_a_note_of_the_heading_is_none_of_the_title() -> None:
    note = '<p id="fn1"><a href="#r1">1</a> Thanks.</p>'
    document = html(f'<article><h1>A Failure<sup><a href="#fn1" id="r1">1</a></sup></h1><p>Text.</p>{note}</article>')
    assert document.about.title == "A Failure"


def test_the_title_above_the_article_belongs_to_it() -> None:
    page = f"<div class='top'>Latest</div><h1>A Failure in Asia</h1><p>By Stephen Blank</p><article>{PARAGRAPH}</article><p>More</p>"
    document = html(page)
    assert document.text.startswith("A Failure in Asia\n\nBy Stephen Blank\n\nAlthough")
    assert document.text.endswith("ten years.")
    assert marked(document, "title") == [("A Failure in Asia", "")]


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(ReadError, match="has no text to read"):
        html("<html><body><script>draw()</script></body></html>")


def test_html_has_no_offsets() -> None:
    document = html(PARAGRAPH)
    assert document.pieces is None
    assert in_file(document, Span(0, 8)) is None


@pytest.mark.parametrize("tag", ["div", "b", "font", "blockquote"])
def test_text_nested_by_the_thousand_is_not_lost(tag: str) -> None:
    assert html(f"<p>Before</p>{f'<{tag}>word ' * 5_000}<p>After</p>").text.count("word") == 5_000


@pytest.mark.parametrize(
    ("declared", "encoding"), [("gb2312", "gb18030"), ("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("shift_jis", "cp932")]
)
def test_the_encoding_is_the_one_that_the_page_names(declared: str, encoding: str) -> None:
    text = {"gb18030": "新华社", "cp1251": "Интерфакс", "cp1252": "“é”", "cp932": "時事通信"}[encoding]
    assert read_bytes(f"<meta charset={declared}><p>{text}</p>".encode(encoding), "a.html").text == text


def test_a_wrong_declaration_is_survived() -> None:
    assert html("<meta charset='iso-8859-1'><p>Москва – Токио</p>").text == "Москва – Токио"


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", ""])
@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "О большом порте говорят двадцать лет, и ни один кран за это время там не встал. Губернатор отвечал, что всё идёт по плану."),
        ("gb18030", "新华社北京三月十二日电：两国外长在东京举行会谈，讨论了油气田问题。据《人民日报》报道，双方同意继续磋商。"),
        ("cp932", "読売新聞は三月十二日、北方領土をめぐる交渉がふたたび行き詰まったと報じた。会談は東京で開かれる予定である。"),
        ("cp1252", "Die Süddeutsche Zeitung berichtete über die Brücke, die nach München führt; in Köln hörte man davon nur später."),
    ],
)
def test_a_page_that_is_called_what_it_is_not_is_read_as_what_it_is(encoding: str, text: str, declared: str) -> None:
    page = f"<html><head><meta charset='{declared}'><title>x</title></head><body><p>{text}</p></body></html>"
    assert read_bytes(page.encode(encoding), "a.html").text == text


# -- marks -----------------------------------------------------------------------------------------------------------


def test_italics_links_and_headings_are_marked() -> None:
    document = html("<h2>Sources</h2><p><em>Izvestiya</em>, <a href='https://iz.ru/1'>March 3</a>, <a href='#top'>up</a></p>")
    assert marked(document, "italic") == [("Izvestiya", "")]
    assert marked(document, "link") == [("March 3", "https://iz.ru/1")]
    assert marked(document, "heading") == [("Sources", "2")]


def test_items_without_a_number_are_marked() -> None:
    document = html("<h2>Notes</h2><ul><li id=a>TASS, May 1.</li><li>RIA, May 2.</li></ul><ol><li>Trud</li></ol>")
    assert marked(document, "item") == [("TASS, May 1.", ""), ("RIA, May 2.", "")]


def test_links_are_led_back_to_the_page() -> None:
    page = "<link rel='canonical' href='https://iz.ru/a/b'><p><a href='../c'>TASS</a> <a href='http://[x'>RIA</a></p>"
    assert marked(html(page), "link") == [("TASS", "https://iz.ru/c"), ("RIA", "http://[x")]


@pytest.mark.parametrize(
    ("page", "callout", "label"),
    [
        ('<p>So.<sup><a href="#fn1" id="r1">1</a></sup></p><ol><li id="fn1"><p>TASS, May 1. <a href="#r1">↩</a></p></li></ol>', "1", "1"),
        ('<p>So.<sup>[<a href="#fn1">1</a>]</sup></p><ol><li id="fn1">TASS, May 1.</li></ol>', "[1]", "1"),
        ('<p>So.<a href="#_ftn1" name="_ftnref1">[1]</a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> TASS, May 1.</p>', "[1]", "1"),
        ('<p>So.<a href="#_edn3">[3]</a></p><p id="_edn3"><a href="#_ednref3">[3]</a> TASS, May 1.</p>', "[3]", "3"),
        (
            '<p>So.<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1"><span>[</span>1<span>]</span></a></sup></p>'
            '<ol class="references"><li id="cite_note-a-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-a_1-0"><sup>a</sup></a></span>'
            " <span>TASS, May 1.</span></li></ol>",
            "[1]",
            "1",
        ),
        (
            '<p>So.<a href="https://x.org/a#en1" role="doc-noteref">1</a></p><div role="doc-endnotes"><p id="en1">1. TASS, May 1.</p></div>',
            "1",
            "1",
        ),
        (
            '<p>So.<a id="footnote-anchor-1" href="#footnote-1" class="footnote-anchor">1</a></p>'
            '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1">1</a><div><p>TASS, May 1.</p></div></div>',
            "1",
            "1",
        ),
        ('<p>So.<a href="#sn" epub:type="noteref">*</a></p><aside id="sn"><p>* TASS, May 1.</p></aside>', "*", "*"),
        ('<p>So.<sup><a href="#n1">1</a></sup></p><dl><dt id="n1">1</dt><dd>TASS, May 1.</dd></dl>', "1", "1"),
        ('<p>So.<sup><a href="#n1">1</a></sup></p><div hidden id="n1">TASS, May 1.</div>', "1", "1"),
        ('<p>So.<a id="D1" href="#F1"><sup>1</sup></a></p><h5><a id="F1" href="#D1">(1)</a></h5><p>TASS, May 1.</p>', "1", "1"),
        ('<p>So.<sup><a href="#n1">1</a></sup></p><ul><li><b id="n1">1</b><span class="endnote-text">TASS, May 1.</span></li></ul>', "1", "1"),
    ],
)
def test_notes_and_callouts_in_all_their_shapes(page: str, callout: str, label: str) -> None:
    document = html(f"<body>{PARAGRAPH}{page}</body>")
    assert marked(document, "callout") == [(callout, label)]
    assert marked(document, "note") == [("TASS, May 1.", label)]


def test_a_note_is_found_by_its_way_back_where_the_way_to_it_is_broken() -> None:
    notes = '<ol><li id="fn1">TASS, May 1. <a href="#a1">#</a></li><li id="2">Kyodo, May 2. <a href="#a2">#</a></li></ol>'
    document = html(f'<body>{PARAGRAPH}<p>So<sup id="a1"><a href="#fn1">[1]</a></sup> and<sup id="a2"><a href="#fn2">[2]</a></sup>.</p>{notes}')
    assert marked(document, "note") == [("TASS, May 1.", "1"), ("Kyodo, May 2.", "2")]


def test_notes_may_stand_in_one_paragraph() -> None:
    page = '<p>So<sup><a href="#n1">1</a></sup>, and<sup><a href="#n2">2</a></sup>.<br><a name="n1"></a>1. TASS.<br><a name="n2"></a>2. RIA.<br><br>End</p>'
    assert marked(html(page), "note") == [("TASS.", "1"), ("RIA.", "2")]


def test_notes_outside_of_the_article_are_kept() -> None:
    page = f'<article>{PARAGRAPH}<p>So.<sup><a href="#fn1">1</a></sup></p></article><div><section class="footnotes"><ol><li id="fn1">TASS.</ol></section></div>'
    assert marked(html(page), "note") == [("TASS.", "1")]


def test_a_list_of_references_without_callouts_has_no_notes() -> None:
    document = html(f"<article>{PARAGRAPH}<h2>References</h2><ol class='references'><li id='ref1'>Smith, J. (2010).</li></ol></article>")
    assert document.text.endswith("References\n\n1. Smith, J. (2010).")
    assert marked(document, "note") == []


def test_a_link_within_the_page_is_no_callout() -> None:
    page = f"<p>See part <a href='#part2'>2</a> and <a href='#page3'>3</a>.</p><h2 id='part2'>Two</h2>{PARAGRAPH}<p id='page3'>x</p>"
    assert marked(html(page), "callout") == []


def test_control_characters_are_survived_where_text_is_moved() -> None:
    document = html(f"<body>{PARAGRAPH}<p>\x01So<a><span class='sr-only'>Note</span>\x02\ufffe</a>.<span class='sidenote'>\x03TASS, May 1.</span>\x04</p></body>")
    assert marked(document, "note") == [("TASS, May 1.", "1")]


# -- metadata --------------------------------------------------------------------------------------------------------


def test_json_ld_speaks_for_the_article() -> None:
    about = html(
        """<link rel="canonical" href="https://example.org/a"><script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "x"},
        {"@type": "NewsArticle", "headline": "A Failure &amp; More", "datePublished": "2019-03-12T23:30:00-05:00",
        "author": [{"@type": "Person", "name": "Stephen Blank"}], "publisher": {"name": "Eurasia Daily Monitor"}}]}</script>"""
        + PARAGRAPH
    ).about
    assert (about.type, about.title, about.issued) == ("article-newspaper", "A Failure & More", "2019-03-12")
    assert (about.container_title, about.url) == ("Eurasia Daily Monitor", "https://example.org/a")
    assert [str(name) for name in about.author] == ["Stephen Blank"]


def test_journals_name_volume_and_issue() -> None:
    about = html(
        "<meta name=citation_title content='A Dispute'><meta name=citation_journal_title content='Europe-Asia Studies'>"
        "<meta name=citation_author content='Blank, Stephen'><meta name=citation_publication_date content='2015/08'>"
        "<meta name=citation_volume content=67><meta name=citation_issue content=6><meta name=citation_doi content='doi:10.1080/x.1'>"
        + PARAGRAPH
    ).about
    assert (about.type, about.container_title, about.volume, about.issue) == ("article-journal", "Europe-Asia Studies", "67", "6")
    assert (about.issued, about.doi, about.author[0].family) == ("2015-08", "10.1080/x.1", "Blank")


def test_open_graph_and_time_are_read() -> None:
    about = html(
        "<title>A Failure | The Monitor</title><meta property='og:site_name' content='The Monitor'><article>"
        f"<time class='updated' datetime='2020-01-01'></time><time class='published' datetime='2019-03-12T10:00Z'></time>{PARAGRAPH}</article>"
    ).about
    assert (about.title, about.container_title, about.issued) == ("A Failure", "The Monitor", "2019-03-12")


@pytest.mark.parametrize(("made", "title"), [("Microsoft Word 15", "A Failure"), ("LibreOffice 7.4", "A Failure"), ("WordPress 6.5", "The Monitor Asks")])
def test_the_title_that_a_word_processor_keeps_is_seldom_looked_at(made: str, title: str) -> None:
    head = f"<meta name=generator content='{made}'><title>The Monitor Asks</title>"
    assert html(f"<html><head>{head}</head><body><h1>A Failure</h1>{PARAGRAPH}</body></html>").about.title == title


def test_what_is_seen_fills_in_for_metadata() -> None:
    about = html(
        f"<main><h1>A Failure</h1><p>Publication: Eurasia Daily Monitor Volume: 16 Issue: 38</p><p>March 14, 2019</p>{PARAGRAPH}</main>"
    ).about
    assert (about.title, about.container_title, about.volume, about.issued) == ("A Failure", "Eurasia Daily Monitor", "16", "2019-03-14")


@pytest.mark.parametrize("json", ["{", "[" * 5_000, '{"@type": ["NewsArticle"], "author": [3, null], "isPartOf": [{}]}', '{"@type": 3}'])
def test_broken_json_ld_is_passed_over(json: str) -> None:
    assert html(f'<script type="application/ld+json">{json}</script>{PARAGRAPH}').about.issued == ""


# -- notes within the sentences --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "note",
    [
        '<span class="footnote">TASS, January 28, 2012.</span>',
        '<sup>1</sup><span class="sidenote">TASS, January 28, 2012.</span>',
        '<label for="sn" class="sidenote-number"></label><input id="sn"><span class="sidenote">TASS, January 28, 2012.</span>',
        '<span><label for="a" class="sidenote-number"></label><input id="a"><input id="b"><label for="b" class="sidenote">TASS, January 28, 2012.</label></span>',
        '<sup title="TASS, January 28, 2012.">1</sup>',
        '<a href="javascript:void(0)" data-footnote="TASS, January 28, 2012.">[1]</a>',
    ],
)
def test_a_note_within_a_sentence_is_drawn_out(note: str) -> None:
    document = html(f"<body>{PARAGRAPH}<p>Nothing was signed.{note} Nobody was surprised.</p></body>")
    assert marked(document, "note") == [("TASS, January 28, 2012.", "1")]
    assert marked(document, "callout") == [("1", "1")]
    assert "signed.1 Nobody" in document.text


def test_notes_below_the_text_stay_where_they_are() -> None:
    document = html(f'<body>{PARAGRAPH}<p>Nothing was signed.<sup>1</sup></p><div><span class="footnote">1. TASS, May 3.</span></div></body>')
    assert document.text.endswith("1. TASS, May 3.")


@pytest.mark.parametrize(
    "notes",
    [
        "<ol><li>TASS, May 1.</li><li>Ibid.</li></ol>",
        "<p><sup>1</sup> TASS, May 1.</p><p><sup>2</sup> Ibid.</p>",
        "<p>1. TASS, May 1.</p><p>2. Ibid.</p>",
        "<div>[1] TASS, May 1.</div><div>[2] Ibid.</div>",
    ],
)
def test_raised_numbers_call_notes_without_anchors(notes: str) -> None:
    page = f"<body>{PARAGRAPH}<p>In the days of CFC-11<sup>1</sup> it took 10<sup>3</sup> roubles, or 10<sup>1</sup>.<sup>2</sup></p>{notes}</body>"
    document = html(page)
    assert marked(document, "note") == [("TASS, May 1.", "1"), ("Ibid.", "2")]
    assert [label for _, label in marked(document, "callout")] == ["1", "2"]
    assert "CFC-111" in document.text


def test_a_note_without_anchors_may_be_called_again() -> None:
    calls = "Signed.<sup>1</sup> Paid.<sup>2</sup> Signed again,<sup>1</sup> for 7<sup>1</sup> roubles."
    document = html(f"<body>{PARAGRAPH}<p>{calls}</p><p><sup>1</sup> TASS, May 1.</p><p><sup>2</sup> Ibid.</p></body>")
    assert [label for _, label in marked(document, "callout")] == ["1", "2", "1"]


@pytest.mark.parametrize("between", ["", "<p>[1] TASS, May 1.</p><p>[2] Ibid.</p>"])
def test_chapters_that_count_anew_have_notes_below_each_or_below_all(between: str) -> None:
    first, last = (between, "") if between else ("", "<p>[1] TASS, May 1.</p><p>[2] Ibid.</p>")
    calls = "<p>Signed.<sup>[1]</sup> Paid.<sup>[2]</sup></p>", "<p>Lost.<sup>[1]</sup></p>"
    document = html(f"<body>{PARAGRAPH}{calls[0]}{first}<h2>Two</h2>{PARAGRAPH}{calls[1]}{last}<p>[1] RIA, May 3.</p></body>")
    assert marked(document, "note") == [("TASS, May 1.", "1"), ("Ibid.", "2"), ("RIA, May 3.", "1")]
    assert [label for _, label in marked(document, "callout")] == ["1", "2", "1"]


def test_points_below_each_chapter_are_no_notes_where_a_list_behind_them_is() -> None:
    chapter = "<p>Signed.<sup>1</sup> Paid.<sup>2</sup></p><ol><li>We need more ships.</li><li>We need more ports.</li></ol>"
    notes = "<h2>References</h2><ol><li>TASS, May 1.</li><li>RIA, May 3.</li></ol>"
    document = html(f"<body>{PARAGRAPH}{chapter}<h2>Two</h2>{PARAGRAPH}{chapter}{notes}</body>")
    assert marked(document, "note") == [("TASS, May 1.", "1"), ("RIA, May 3.", "2")]


def test_a_note_may_begin_with_the_number_of_a_book() -> None:
    page = '<p>So.<a href="#n2" id="r2"><sup>2</sup></a></p><p id="n2"><a href="#r2">2.</a> 2 Thessalonians 2:3.</p>'
    assert marked(html(f"<body>{PARAGRAPH}{page}</body>"), "note") == [("2 Thessalonians 2:3.", "2")]


def test_a_note_of_a_linked_list_that_no_anchor_calls_is_a_note_too() -> None:
    called = "".join(f'<p>So.<a href="#fn{number}"><sup>{number}</sup></a></p>' for number in (1, 2))
    listed = '<ol><li id="fn1">TASS, May 1.</li><li id="fn2">Ibid.</li><li>Interfax, May 3.</li><li>TASS, May 4.</li></ol>'
    document = html(f"<body>{PARAGRAPH}{called}<p>Then.<sup>3</sup> It took 10<sup>4</sup> men.</p>{listed}</body>")
    assert marked(document, "note") == [("TASS, May 1.", "1"), ("Ibid.", "2"), ("Interfax, May 3.", "3"), ("TASS, May 4.", "4")]
    assert [label for _, label in marked(document, "callout")] == ["1", "2", "3"]


def test_raised_numbers_that_no_list_answers_call_nothing() -> None:
    page = f"<body>{PARAGRAPH}<p>It took 10<sup>3</sup> men and 5 m<sup>2</sup>.</p><ol><li>One</li><li>Two</li><li>Three</li></ol></body>"
    assert marked(html(page), "callout") == []


def test_a_note_may_follow_its_number_without_a_space() -> None:
    page = '<p>So.<a href="#s1" name="a1"><sup>1</sup></a></p><p><a name="s1" href="#a1">1</a>TASS, May 1.</p>'
    assert marked(html(f"<body>{PARAGRAPH}{page}</body>"), "note") == [("TASS, May 1.", "1")]


def test_an_entry_of_a_list_of_references_may_have_blocks() -> None:
    page = "<h2>References</h2><ol class='references'><li><div>Peduzzi, P.</div><div>Sand, rarer than one thinks. 2014.</div></li></ol>"
    assert html(f"<body>{PARAGRAPH}{page}</body>").text.endswith("1. Peduzzi, P.\nSand, rarer than one thinks. 2014.")


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        ("<abbr class='published' title='2009-05-04T21:14:00+03:00'>9:14</abbr>", "issued", "2009-05-04"),
        ("<meta name='dc.identifier' content='Survival, Vol. 30, No. 2, April 2017, pp. 201–219'>", "page", "201-219"),
        ("<title>Sand :: The Sea</title><h1>Sand</h1>", "container_title", "The Sea"),
        ("<title>Draft 3</title><meta name=Generator content='Microsoft Word 15'><h1>Sand</h1>", "title", "Sand"),
        ("<title>Sand | The Sea</title><div><h1>The Sea</h1></div>", "title", "Sand"),
        ("<h3 class='entry-title'>Sand</h3>", "title", "Sand"),
        ("<title>三峡--时政--人民网</title><h1>三峡</h1>", "container_title", "人民网"),
        ("<div><h1><a href='/'>Estuary Diary</a></h1></div><h2 class='post-title'>Fog</h2>", "container_title", "Estuary Diary"),
    ],
)
def test_what_a_page_says_of_itself_in_other_ways(body: str, field: str, value: str) -> None:
    assert getattr(html(f"<html><body>{body}{PARAGRAPH}</body></html>").about, field) == value


def test_an_account_is_no_author() -> None:
    assert html(f"<meta name=author content=admin>{PARAGRAPH}").about.author == ()
    assert str(html(f"<meta name=author content=editor><meta name=dc.creator content='Ann Lee'>{PARAGRAPH}").about.author[0]) == "Ann Lee"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Toby Young", ["Toby Young"]),
        ("Written by Toby Young | Reuters", ["Toby Young"]),
        ("Young,Toby", ["Toby Young"]),
        ("Toby Young,Ann Lee", ["Toby Young", "Ann Lee"]),
        ("de la Cruz, Ana", ["Ana de la Cruz"]),
        ("Lee, Ann; Ek, Bo", ["Ann Lee", "Bo Ek"]),
    ],
)
def test_authors_as_metadata_print_them(said: str, names: list[str]) -> None:
    assert [str(name) for name in html(f"<meta name=author content='{said}'>{PARAGRAPH}").about.author] == names


@pytest.mark.parametrize("said", ["2019-03-12T10:00Z", "20190312", "20190312T1000Z", "2019/3/12", "2019年3月12日", "12.03.2019", "12 mars 2019"])
def test_dates_as_metadata_print_them(said: str) -> None:
    assert html(f"<meta name=date content='{said}'>{PARAGRAPH}").about.issued == "2019-03-12"



def test_a_body_that_opens_within_a_note_is_survived() -> None:
    page = "<html><head><section><p>Signed.<span class='sidenote'>TASS, <body>January 28, 2012.</span> Nobody came.</p></section>"
    assert html(page).text == "Signed.TASS,\n\nJanuary 28, 2012. Nobody came."


# -- what else programs write ----------------------------------------------------------------------------------------


def test_word_names_the_author_in_a_comment() -> None:
    word = "<html><head><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Liv Ols&oslash;n</o:Author></xml><![endif]--></head>"
    assert str(html(f"{word}<body>{PARAGRAPH}</body></html>").about.author[0]) == "Liv Olsøn"
    assert str(html(f"{word}<body><p>Sand</p><p>By Ann Lee</p>{PARAGRAPH}</body></html>").about.author[0]) == "Ann Lee"


def test_links_within_a_wiki_are_no_sources_and_its_entries_no_italics() -> None:
    entry = "<cite class='citation book cs1'>King. <i>Seals</i>. <a href='/wiki/ISBN_(identifier)'>ISBN</a> 0-19-217667-4. "
    entry += "<a class='external text' href='https://a.org/1'>At a site</a></cite>"
    page = html(f"<html><head><meta name=generator content='MediaWiki 1.44'></head><body>{PARAGRAPH}<p>{entry}</p></body></html>")
    assert marked(page, "link") == [("At a site", "https://a.org/1")]
    assert marked(page, "italic") == [("Seals", "")]
    assert marked(html(f"{PARAGRAPH}<p><a href='https://a.org/wiki/B'>B</a></p>"), "link") == [("B", "https://a.org/wiki/B")]


def test_a_page_as_the_parser_of_a_wiki_hands_it_out_is_one_of_a_wiki() -> None:
    back = "<a href='#cite_ref-1'><span class='mw-linkback-text'>↑ </span></a>"
    entry = f"{back}King. <a rel='mw:WikiLink' href='./Seals'>Seals</a>. <a rel='mw:ExtLink' href='https://a.org/1'>At a site</a>"
    page = html(f"<html><body>{PARAGRAPH}<ol><li id='cite_note-1'>{entry}</li></ol></body></html>")
    assert marked(page, "link") == [("At a site", "https://a.org/1")]
    assert "↑" not in page.text


def test_an_escaped_doi_is_as_it_is_printed() -> None:
    page = html(f"{PARAGRAPH}<p><a href='https://doi.org/10.1371%2Fjournal.pone.0043130'>Article</a></p>")
    assert marked(page, "link") == [("Article", "https://doi.org/10.1371/journal.pone.0043130")]


def test_a_page_that_is_called_by_its_periodical() -> None:
    about = html(f"<title>Gulf Quarterly, Vol. 6, No. 2, April 2003</title><body><h2>Caravans</h2>{PARAGRAPH}").about
    assert (about.title, about.container_title, about.volume, about.issue) == ("Caravans", "Gulf Quarterly", "6", "2")


def test_a_name_between_a_title_and_a_date_is_the_author() -> None:
    assert str(html(f"<h1>Sand</h1><p>Nargiza Yuldasheva</p><p>9 March 2018</p>{PARAGRAPH}").about.author[0]) == "Nargiza Yuldasheva"
    for line in ("Foreign Affairs", "New Delhi", "Council of Europe"):
        assert html(f"<h1>Sand</h1><p>{line}</p><p>9 March 2018</p>{PARAGRAPH}").about.author == ()
