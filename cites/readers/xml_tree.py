"""XML as a tree, with nothing fetched and no entity expanded: the members of containers, feeds."""

from __future__ import annotations

from typing import Any

from lxml import etree

from cites.errors import ReadError

Element = etree._Element

MEND = "open it in the program that made it, and save it again"


def text_of(element: Element | None) -> str:
    """What a reader sees of an element in one line; "" for none."""
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def parse_xml(data: bytes, name: str, part: str = "") -> Element:
    """Return the root element; `part` names the member of a container in messages.

    libxml2's own limits stay in force: 256 elements within each other, ten million bytes in one text.
    Raises ReadError for XML that is not well-formed, that declares entities, or that goes beyond these limits.
    """
    what = f"{part} " if part else ""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(name, f"{what}is damaged XML ({' '.join(str(error.msg).split())})".lstrip(), MEND) from None
    except (ValueError, AssertionError) as error:  # a null byte, an encoding that nobody has
        raise ReadError(name, f"{what}is no XML ({error})".lstrip(), MEND) from None
    declared: Any = root.getroottree().docinfo.internalDTD  # the stubs do not know its entities
    if declared is not None and declared.entities():
        raise ReadError(name, f"{what}declares entities of its own, and these are not read", MEND)
    return root
