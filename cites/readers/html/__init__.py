"""A saved web page: the visible text of its article, what its metadata says about it, and its notes.

    tree.py     parsing, what tags mean           notes.py drawn_out.py unlinked.py    notes: linked, within sentences, without anchors
    article.py  what is the article, what not     text.py lists.py links.py styles.py  its text and the marks of its tags
    about.py json_ld.py titles.py                 what it says of itself
    marks.py    the text of each note

There are no offsets into the file: `pieces` is None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

from cites.errors import ReadError
from cites.marks import without_callouts
from cites.model import Document, Mark, Reference
from cites.readers.decode import decode, report_guess
from cites.readers.head import fill, read_head, read_publication, without_mark
from cites.readers.html.about import Said, read_about, read_word
from cites.readers.html.article import Article, find_article
from cites.readers.html.drawn_out import draw_out
from cites.readers.html.links import is_wiki
from cites.readers.html.marks import marks_of
from cites.readers.html.notes import Notes, find_notes
from cites.readers.html.styles import italic_classes
from cites.readers.html.text import Flow
from cites.readers.html.titles import settle
from cites.readers.html.tree import Element, declared_encoding, drop_spoken, names_of, parse, short_text
from cites.readers.html.unlinked import complete, find_unlinked

TITLE = 300  # code points
TITLES = frozenset(("title", "mso-title", "entry-title", "post-title", "article-title", "article-headline", "headline"))
NEAR = 12  # paragraphs from the beginning


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document; the metadata says more about it than its first lines do."""
    return read_page(data, name, warn)


def read_page(data: bytes, name: str, warn: Callable[[str], None], encoding: str = "", url: str = "") -> Document:
    """Return the document of a page whose encoding and address somebody else names, too: an archive that it is kept in."""
    decoded = decode(data, name, encoding or declared_encoding(data))
    report_guess(decoded, name, warn)
    root = parse(decoded.text.removeprefix("\ufeff"))
    if root is None:
        raise ReadError(name, "has no text to read", "")
    said = read_about(root, url)
    drop_spoken(root)
    draw_out(root)
    notes = find_notes(root)
    if notes.notes:
        complete(root, notes)
    else:
        notes = find_unlinked(root)
    article = find_article(root, {note.block for note in notes.notes if note.whole})
    flow = _write(root, article, notes, said.about)
    text = flow.text()
    if not text.strip():
        raise ReadError(name, "has no text to read", "a page that is drawn by a script must be saved after it was drawn")
    marks = marks_of(flow, notes)
    return Document(name, text, fill(_about(said, text, marks), read_word(decoded.text)), marks, None)


def _about(said: Said, text: str, marks: Iterable[Mark]) -> Reference:
    """The metadata, then what is seen; "Publication: Eurasia Daily Monitor Volume: 9" is closer than the site's name."""
    heading = next((without_callouts(text, marks, mark.span) for mark in marks if mark.kind == "title"), "")
    about, seen = settle(said, heading), read_head(without_callouts(text, marks))
    printed = read_publication(about.title) if not heading else None
    first = next((without_callouts(text, marks, mark.span) for mark in marks if mark.kind == "heading"), "")
    if printed and first:  # the page is called by its periodical: "Gulf Historical Quarterly, Vol. 6, No. 2, April 2001"
        about = replace(fill(printed, about), title=" ".join(first.split()))
    if heading:
        seen = replace(seen, title=without_mark(" ".join(heading.split())))
    if seen.volume and not about.volume:
        about = replace(about, container_title=seen.container_title, volume=seen.volume, issue=seen.issue)
    return fill(about, seen)


def _write(root: Element, article: Article, notes: Notes, about: Reference) -> Flow:
    heading = _heading(root, article, about)
    if heading is None:
        heading = _named_title(article)
    wanted = {element for note in notes.notes for element in (note.target, note.block)} | notes.labels
    flow = Flow(notes, article.asides, wanted | set(notes.callouts), about.url, heading, italic_classes(root), is_wiki(root))
    above = list(heading.iterancestors()) if heading is not None else []
    if heading is not None and not article.asides.isdisjoint(above):  # in the banner of the page
        flow.read(heading)
        flow.read(article.element)
    elif heading is None or article.element in above:
        flow.read(article.element)
    else:  # the title, what stands between it and the article (byline, date), the article
        around = set(article.element.iterancestors())
        common = next(element for element in above if element in around)
        flow.read(common, heading, article.element)
    for element in article.notes:
        flow.read(element)
    for note in notes.notes:
        if note.block not in flow.places and note.whole:
            flow.read(note.block)
    return flow


def _named_title(article: Article) -> Element | None:
    """What its class calls the title, where there is no `<h1>`: `<p class=MsoTitle>`, `<h3 class="entry-title">`."""
    for element in islice(article.element.iter("h2", "h3", "p", "div"), NEAR):
        if not TITLES.isdisjoint(names_of(element)) and short_text(element, TITLE):
            return element
    return None


def _heading(root: Element, article: Article, about: Reference) -> Element | None:
    """The `<h1>` that is the title: the first one in the article, else the one before it that the metadata knows, or the last."""
    known = about.title.casefold()
    last = None
    is_inside = False
    for element in root.iter("h1", article.element.tag):
        is_inside = is_inside or element is article.element
        printed = (short_text(element, TITLE) or "").casefold() if element.tag == "h1" else ""
        if not printed:
            continue
        above = set(element.iterancestors())
        if is_inside and article.element not in above:
            break  # after the article
        if not article.asides.isdisjoint(above):  # in the banner of the page, which often has the name of the site
            if printed == known:
                return element
        elif is_inside:
            return element
        elif not known or known.startswith(printed) or last is None:
            last = element
    return last
