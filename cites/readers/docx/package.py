"""The parts of a Word document and how they are related.

Source: ECMA-376, part 1 (WordprocessingML) and part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

import posixpath
from functools import cache
from itertools import islice
from urllib.parse import unquote

from cites.errors import ReadError
from cites.readers.containers import Container
from cites.readers.xml_tree import Element, parse_xml

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = (  # the names in "Strict Open XML", and those that everybody else uses
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATED.encode()),
)
USUAL_MAIN = "word/document.xml"
MAX_RELATED = 100_000  # relationships of a part


@cache
def w(name: str) -> str:
    """The name of an element or attribute of WordprocessingML: w("p")."""
    return f"{{{MAIN}}}{name}"


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of an element, "" where there is neither."""
    return "" if element is None else element.get(w(name), "")


def is_on(element: Element | None) -> bool:
    """Whether a property such as `<w:i/>` is there and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


class Package:
    """A document's container: its main part, and the others by what they are to it ("styles", "footnotes")."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.container = Container(data, name)
        roots = [target for kind, target, _ in self._related("", "_rels/.rels").values() if kind == "officeDocument"]
        self.main = next((target for target in roots if target in self.container), USUAL_MAIN)
        if self.main not in self.container:
            raise ReadError(name, "has no text of a Word document in it", "open it in Word, and save it again")
        self._parts = {kind: target for kind, target, _ in self._relations(self.main).values()}

    def root(self, path: str) -> Element:
        """The root element of a part."""
        data = self.container.read(path)
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        return parse_xml(data, self.name, path)

    def path(self, kind: str) -> str:
        """Where the part of a kind is: "word/footnotes.xml"; "" where there is none."""
        path = self._parts.get(kind, "")
        return path if path in self.container else ""

    def part(self, kind: str) -> Element | None:
        """The root of the part of a kind, None where there is none."""
        path = self.path(kind)
        return self.root(path) if path else None

    def links(self, path: str) -> dict[str, str]:
        """The addresses that a part links to, by the ids of the relationships."""
        return {key: target for key, (kind, target, is_outside) in self._relations(path).items() if is_outside and kind == "hyperlink"}

    def properties(self) -> Element | None:
        """The root of docProps/core.xml."""
        roots = (target for kind, target, _ in self._related("", "_rels/.rels").values() if kind == "core-properties")
        path = next((target for target in roots if target in self.container), "docProps/core.xml")
        return self.root(path) if path in self.container else None

    def _relations(self, path: str) -> dict[str, tuple[str, str, bool]]:
        folder, file = posixpath.split(path)
        return self._related(folder, posixpath.join(folder, "_rels", f"{file}.rels"))

    def _related(self, folder: str, path: str) -> dict[str, tuple[str, str, bool]]:
        """Relationships by id: the last word of the type, the target (a member's name, or an address), whether it is outside."""
        if path not in self.container:
            return {}
        found = {}
        for relation in islice(self.root(path), MAX_RELATED):
            target = relation.get("Target", "")
            is_outside = relation.get("TargetMode") == "External"
            if not is_outside:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[relation.get("Id", "")] = posixpath.basename(relation.get("Type", "")), target, is_outside
        return found
