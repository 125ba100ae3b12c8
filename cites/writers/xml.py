"""Elements of XML with nothing that XML does not allow; names of elements and the order are the formats' own."""

from __future__ import annotations

import re

from lxml import etree

from cites.writers.placing import one_line

Element = etree._Element
NOT_A_NAME = re.compile(r"[^A-Za-z0-9_.-]")


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add a child: `add(record, "titles")`, `add(title, "title", "Islands", level="m")`; attributes that are empty are left out."""
    namespace = etree.QName(parent).namespace
    child = etree.SubElement(parent, f"{{{namespace}}}{tag}" if namespace else tag)
    for name, value in attributes.items():
        if value:
            child.set(name, one_line(value))
    child.text = one_line(text) or None
    return child


def to_text(root: Element) -> str:
    """The document with its declaration, indented."""
    etree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def to_id(key: str) -> str:
    """A citation key as an XML name: "1984orwell" gives "_1984orwell"."""
    name = NOT_A_NAME.sub("_", key)
    return name if name[:1].isalpha() else f"_{name}"
