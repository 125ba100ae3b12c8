"""What the control words of RTF do to the text that is read: switches, paragraphs, tables, fields, notes."""

from __future__ import annotations

from dataclasses import replace

from cites.readers.counters import print_number
from cites.readers.manuscript import Note, Paragraph, Run, as_row, drop_label
from cites.readers.rtf.text import Story, Text, Word
from cites.readers.rtf.words import CHARSETS, NUMBERS, page_of
from cites.readers.word_fields import Field

CALL = "\ue000"  # stands for the number of a note until it is known; of the private use area, which no text means
MAX_MARK = 4  # characters of a mark that an author typed in place of a number


def _switch(name: str) -> Word:
    return lambda text, number: setattr(text.state, name, number != 0)


def _number_of(name: str, otherwise: int) -> Word:
    return lambda text, number: setattr(text.state, name, otherwise if number is None else number)


def _go_into(name: str, within: tuple[str, ...] = ("text",)) -> Word:
    """A destination that is read where it stands in one of these; elsewhere it is skipped with what is around, and a second one too."""

    def go_into(text: Text, _: int | None) -> None:
        text.state.into = name if text.state.into in within and not text.said.get(name) else ""

    return go_into


def _plain(text: Text, _: int | None) -> None:
    text.state.italic = text.state.is_hidden = text.state.is_deleted = False
    text.state.font = text.usual_font


def _pard(text: Text, _: int | None) -> None:
    text.state.style, text.state.outline, text.state.in_table = 0, -1, False


def _cell(text: Text, _: int | None) -> None:
    if text.state.into == "text":
        text.end_paragraph()
        story = text.state.story
        story.cells.append([paragraph for paragraph in story.paragraphs[story.cell_from :] if paragraph.runs])
        del story.paragraphs[story.cell_from :]


def _row(text: Text, _: int | None) -> None:
    story = text.state.story
    if text.state.into == "text" and story.cells:
        story.paragraphs += as_row(story.cells)
        story.cells, story.cell_from = [], len(story.paragraphs)


def _usual_font(text: Text, number: int | None) -> None:
    text.usual_font = text.state.font = number or 0


def _charset(text: Text, number: int | None) -> None:
    if text.state.into == "fonts" and number in CHARSETS:
        text.fonts[text.state.font] = CHARSETS[number]


def _page(text: Text, number: int | None) -> None:
    text.page = page_of(number or 0)


def _skip(text: Text, number: int | None) -> None:
    text.state.skip = max(0, 1 if number is None else number)


def _marker(text: Text, number: int | None) -> None:
    text.marker = ""
    _go_into("marker")(text, number)


def _created(form: str) -> Word:
    def add(text: Text, number: int | None) -> None:
        if text.state.into == "created":
            text.said["created"] += form.format(abs(number or 0))

    return add


# -- fields ----------------------------------------------------------------------------------------------------------


def _field(text: Text, _: int | None) -> None:
    text.state.fields = (*text.state.fields, Field())


def _code(text: Text, _: int | None) -> None:
    if text.state.into in ("text", "code") and text.state.fields:
        text.state.into = "code"
        text.state.at_end = text.state.fields[-1].show
    else:
        text.state.into = ""


def _result(text: Text, _: int | None) -> None:
    if text.state.into in ("text", "code") and text.state.fields:
        text.state.into = "text"
        if text.state.fields[-1].in_code:
            text.state.fields[-1].show()


# -- notes and boxes -------------------------------------------------------------------------------------------------


def _call(text: Text, _: int | None) -> None:
    if text.state.into == "text" and text.state.story is text.body:
        text.state.story.current.runs.append(Run(CALL))


def _footnote(text: Text, _: int | None) -> None:
    if text.state.into != "text" or text.state.story is not text.body:
        text.state.into = ""
        return
    called_in, note = text.body.current, Note("")
    text.notes.append(note)
    text.state = replace(text.state, story=Story(), fields=(), italic=False, in_table=False)

    def end() -> None:
        text.end_paragraph()
        note.paragraphs = text.state.story.paragraphs
        _label(text, note, called_in)

    text.state.at_end = end


def _label(text: Text, note: Note, called_in: Paragraph) -> None:
    """Give a note the number that it is called by, or the sign that its author typed there and before the note."""
    runs = called_in.runs
    last = runs[-1] if runs else Run("")
    typed = last.text.strip()
    if last.text != CALL and 0 < len(typed) <= MAX_MARK and not any(map(str.isalpha, typed)):
        note.label = typed
        runs[-1] = last._replace(text=last.text.rstrip(), callout=typed)
        drop_label(note.paragraphs, typed)
        return
    note.label = _number(text, "aftn" if note.is_endnote else "ftn")
    if last.text == CALL:
        runs.pop()
    runs.append(Run(note.label, callout=note.label))


def _number(text: Text, kind: str) -> str:
    count = text.counts[kind] = text.counts.get(kind, text.starts[kind] - 1) + 1
    return print_number(count, text.formats[kind])


def _section(text: Text, _: int | None) -> None:
    text.end_paragraph()
    for kind in text.restarts:
        text.counts.pop(kind, None)


def _numbering(kind: str) -> dict[str, Word]:
    """The words that tell how the notes of a kind are numbered, in all of the file and in a section of it: "ftnstart", "sftnstart"."""

    def form(name: str) -> Word:
        return lambda text, _: text.formats.update({kind: name})

    words: dict[str, Word] = {word: form(name) for word, name in NUMBERS.items()}
    words["start"] = lambda text, number: text.starts.update({kind: max(1, number or 1)})
    words["restart"] = lambda text, _: text.restarts.add(kind)
    words["rstcont"] = lambda text, _: text.restarts.discard(kind)
    return {f"{whole}{kind}{word}": do for whole in ("", "s") for word, do in words.items()}


def _endnote(text: Text, _: int | None) -> None:
    if text.notes and text.state.story is not text.body:
        text.notes[-1].is_endnote = True


def _box(text: Text, _: int | None) -> None:
    if text.state.into != "text":
        return
    around = text.state.story
    text.state.story = Story()

    def end() -> None:
        text.end_paragraph()
        around.paragraphs += text.state.story.paragraphs

    text.state.at_end = end


WORDS: dict[str, Word] = {
    "i": _switch("italic"), "v": _switch("is_hidden"), "deleted": _switch("is_deleted"), "plain": _plain, "pard": _pard,
    "par": lambda text, _: text.end_paragraph(), "nestcell": lambda text, _: text.end_paragraph(), "intbl": _switch("in_table"),
    "cell": _cell, "row": _row, "sect": _section, "s": _number_of("style", 0), "outlinelevel": _number_of("outline", -1),
    "f": _number_of("font", 0), "deff": _usual_font, "fcharset": _charset, "ansicpg": _page, "uc": _skip, "listtext": _marker,
    "pntext": _marker, "fonttbl": _go_into("fonts"), "stylesheet": _go_into("styles"), "info": _go_into("info"),
    "title": _go_into("title", ("info",)), "author": _go_into("author", ("info",)),
    "creatim": _go_into("created", ("info",)), "yr": _created("{:04}"), "mo": _created("-{:02}"),
    "dy": _created("-{:02}"), "field": _field, "fldinst": _code, "fldrslt": _result, "chftn": _call, "footnote": _footnote,
    "ftnalt": _endnote, "shptxt": _box, **_numbering("ftn"), **_numbering("aftn"),
}  # fmt: skip
