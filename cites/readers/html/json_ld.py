"""What a page says of its article in JSON-LD: the object that is the article, with the objects that it points to.

    {"@graph": [{"@type": "NewsArticle", "author": {"@id": "#ann"}}, {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}

Source: schema.org (Article), JSON-LD 1.1 (`@graph`, `@id`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from cites.knowledge import read_tables
from cites.readers.html.tree import Element

SIZE = 2_000_000  # code points of one block; what is larger is a catalogue
ITEMS = 2_000  # objects looked at
DEPTH = 5  # an article in an issue in a volume of a periodical of a site
WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")

ARTICLES: dict[str, str] = read_tables("metadata.toml")["json_ld"]  # type of schema.org: type of CSL
BODIES = ("Organization", "NewsMediaOrganization", "Corporation", "GovernmentOrganization", "NGO")


@dataclass(slots=True)
class Item:
    """The article, {} where no object is one; `known` are the objects of the page by their `@id`."""

    values: Mapping[str, Any] = field(default_factory=dict)
    known: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def type(self) -> str:
        """Its schema.org type, one of ARTICLES, or ""."""
        return _type(self.values)

    def text(self, key: str) -> str:
        return _text(self.values.get(key))

    def deep(self, key: str) -> str:
        """A field of the article, or of the issue or volume that it is part of."""
        value: Any = self.values
        for _ in range(DEPTH):
            if not isinstance(value, dict):
                return ""
            if key in value:
                return _text(value[key])
            value = self._object(value.get("isPartOf"))
        return ""

    def name(self, key: str) -> str:
        """The name of a publisher or a periodical, which may stand behind an issue, a volume, a page."""
        value = self._object(self.values.get(key))
        for _ in range(DEPTH):
            if isinstance(value, str):
                return "" if "://" in value else _text(value)
            if not isinstance(value, dict):
                return ""
            name = _text(value.get("name"))
            if name and _type(value) != "WebPage":
                return name
            value = self._object(value.get("isPartOf"))
        return ""

    def people(self) -> Iterator[tuple[str, str, str]]:
        """The authors: family and given name, or the whole name of a body after two empty texts, or what is printed in the second.

        ("Lee", "Ann", ""), ("", "", "Reuters"), ("", "Ann Lee and Bo Ek", "")
        """
        value = self.values.get("author") or self.values.get("creator")
        for each in value if isinstance(value, list) else [value]:
            person = self._object(each)
            if isinstance(person, str) and "://" not in person:
                yield "", _text(person), ""
            elif isinstance(person, dict):
                name, family = _text(person.get("name")), _text(person.get("familyName"))
                if family:
                    yield family, _text(person.get("givenName")), ""
                elif name:
                    yield ("", "", name) if person.get("@type") in BODIES else ("", name, "")

    def _object(self, value: Any) -> Any:
        """The first of several, and what a mere `{"@id": …}` points to."""
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict) and "name" not in value:
            identity = value.get("@id")
            return self.known.get(identity, value) if isinstance(identity, str) else value
        return value


def find_article(root: Element) -> Item:
    """Return the first object of JSON-LD that is an article; a NewsArticle before a mere WebPage."""
    best: Mapping[str, Any] = {}
    known: dict[str, Mapping[str, Any]] = {}
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "") or not script.text or len(script.text) > SIZE:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            identity = item.get("@id")
            if isinstance(identity, str) and len(item) > 1:
                known.setdefault(identity, item)
            if (kind := _type(item)) and (not best or _type(best) == "WebPage" != kind):
                best = item
    return Item(best, known)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    for _ in range(ITEMS):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item[:ITEMS]
        elif isinstance(item, dict):
            yield item
            waiting += [item[key] for key in WITHIN if isinstance(item.get(key), (dict, list))]


def _type(item: Mapping[str, Any]) -> str:
    kinds = item.get("@type")
    return next((kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str) and kind in ARTICLES), "")


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(unescape(str(value)).split()) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
