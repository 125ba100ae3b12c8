"""PDFs made by hand: text at its place, with the fonts that every reader has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

FONTS = {"roman": "Times-Roman", "italic": "Times-Italic", "bold": "Times-Bold"}


class Put(NamedTuple):
    """A piece of text on a page: where its first letter stands, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 12.0
    font: str = "roman"
    turned: bool = False  # it is read upwards


class Linked(NamedTuple):
    """A link on a page, by the corners of its box."""

    box: tuple[float, float, float, float]
    url: str


class Ruled(NamedTuple):
    """A thin line on a page, from its left end."""

    x: float
    y: float
    length: float


def column(x: float, y: float, lines: Iterable[str], size: float = 12.0) -> list[Put]:
    """Lines below one another."""
    return [Put(x, y - index * size * 1.2, line, size) for index, line in enumerate(lines)]


def make_pdf(pages: Sequence[Sequence[Put | Linked | Ruled]], title: str = "", author: str = "") -> bytes:
    """Return a PDF of A4 pages."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    fonts = {
        name: add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>") for name, base in FONTS.items()
    }
    resources = "<< /Font << " + " ".join(f"/{name} {number} 0 R" for name, number in fonts.items()) + " >> >>"
    kids = []
    for page in pages:
        shown = b"\n".join(_shown(put) for put in page if not isinstance(put, Linked))
        contents = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        links = [add(_link(link)) for link in page if isinstance(link, Linked)]
        annotations = f"/Annots [{' '.join(f'{number} 0 R' for number in links)}] " if links else ""
        box = "/MediaBox [0 0 595 842]"
        kids.append(add(f"<< /Type /Page /Parent PARENT {box} {annotations}/Resources {resources} /Contents {contents} 0 R >>"))
    tree = add(f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>")
    objects[:] = [body.replace(b"PARENT", b"%d 0 R" % tree) for body in objects]
    info = add(f"<< /Title ({title}) /Author ({author}) >>")
    catalogue = add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    return _file(objects, catalogue, info)


def _shown(put: Put | Ruled) -> bytes:
    if isinstance(put, Ruled):
        return f"{put.x} {put.y} {put.length} 0.5 re f".encode()
    text = put.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    matrix = "0 1 -1 0" if put.turned else "1 0 0 1"
    return f"BT /{put.font} {put.size} Tf {matrix} {put.x} {put.y} Tm (".encode() + text + b") Tj ET"


def _link(link: Linked) -> str:
    box = " ".join(map(str, link.box))
    return f"<< /Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0] /A << /S /URI /URI ({link.url}) >> >>"


def _file(objects: Sequence[bytes], catalogue: int, info: int) -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % start for start in starts)
    data += b"trailer << /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, catalogue, info, table)
    return bytes(data)
