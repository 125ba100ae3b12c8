"""Every format that is known: those that are read, with the module that reads them, and those that are not read yet.

    "docx": Format("Word (.docx)", (".docx",), "cites.readers.docx", magic=ZIP, inside=("[Content_Types].xml", "word/"))

To add one: its file in this folder, with `read(data, name, warn) -> Document`, its row in READERS (and out of UNREAD), and its
name in `INPUTS` of cites/cli/arguments.py.
"""

from __future__ import annotations

from typing import NamedTuple


class Format(NamedTuple):
    """How files of a format are called, how they begin, and what reads them."""

    title: str  # for people: "Word (.docx)"
    suffixes: tuple[str, ...]
    module: str = ""  # whose `read` reads it; "" where nothing does yet
    magic: tuple[bytes, ...] = ()  # the first bytes; none for what is text
    inside: tuple[str, ...] = ()  # of a ZIP container: its mimetype and members, each by how it begins; all must be there
    opening: bytes = b""  # of what is text: a pattern for its first bytes, in lower case, where the suffix says nothing
    extra: str = ""  # what has the library that reads it: pip install "cites[pdf]"


HIDDEN = (".", "~$")  # how names begin that nobody wants read: Word keeps "~$article.docx" while it has article.docx open
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)

READERS = {
    "text": Format("plain text", (".txt", ".text"), "cites.readers.text"),
    "markdown": Format("Markdown", (".md", ".markdown"), "cites.readers.markdown"),
    "mhtml": Format(  # before HTML, with which its first part begins
        "MHTML", (".mhtml", ".mht"), "cites.readers.mhtml", opening=rb"\A\s*(?:[\w-]+:(?s:.{0,900}?)\n)?content-type:\s*multipart/related"
    ),
    "html": Format("HTML", (".html", ".htm", ".xhtml"), "cites.readers.html", opening=rb"<!doctype html|<html"),
    "epub": Format("EPUB", (".epub",), "cites.readers.epub", magic=ZIP, inside=("META-INF/container.xml",)),
    "fb2": Format("FictionBook", (".fb2",), "cites.readers.fb2", opening=rb"<fictionbook"),
    "webarchive": Format(
        "Web archive (.webarchive)", (".webarchive",), "cites.readers.webarchive",
        magic=(b"bplist00",), opening=rb"<plist[^>]*>\s*<dict>\s*<key>webmainresource",
    ),
    "pdf": Format("PDF", (".pdf",), "cites.readers.pdf", magic=(b"%PDF-",), extra="pdf"),
    "docx": Format("Word (.docx)", (".docx", ".docm", ".dotx"), "cites.readers.docx", ZIP, inside=("[Content_Types].xml", "word/")),
    "odt": Format(
        "OpenDocument (.odt)", (".odt", ".ott", ".fodt"), "cites.readers.odt",
        magic=ZIP, inside=("application/vnd.oasis.opendocument.text",), opening=rb"<office:document\b",  # a flat one is a single XML file
    ),
    "rtf": Format("RTF", (".rtf",), "cites.readers.rtf", (b"{\\rtf",)),
    "latex": Format("LaTeX", (".tex", ".ltx"), "cites.readers.latex"),
}
UNREAD = {
    "pptx": Format("PowerPoint", (".pptx",), magic=ZIP, inside=("[Content_Types].xml", "ppt/")),
    "xlsx": Format("Excel", (".xlsx",), magic=ZIP, inside=("[Content_Types].xml", "xl/")),
    "zip": Format("ZIP", (".zip",), magic=ZIP),  # after all that are containers of this kind
    "doc": Format("Word (.doc)", (".doc", ".dot"), magic=OLE),
    "mobi": Format("MOBI", (".mobi", ".azw", ".azw3")),
    "djvu": Format("DjVu", (".djvu",), magic=(b"AT&TFORM",)),
    "picture": Format(
        "a picture", (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".svg"),
        magic=(b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*"),
    ),
    "bibliography": Format("a bibliography", (".bib", ".ris", ".enw", ".nbib")),
    "json": Format("JSON", (".json",)),
    "compressed": Format(
        "a compressed file", (".gz", ".bz2", ".xz", ".7z", ".rar"), magic=(b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")
    ),
}
KNOWN = READERS | UNREAD
MISSED = ("doc", "pptx", "xlsx", "mobi", "djvu")  # of UNREAD: what may be an article, so that it is said where a folder has it
