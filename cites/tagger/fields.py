"""From labelled pieces of a reference string to the fields of a reference: punctuation off, names and numbers taken apart.

What was parted wrongly is told by the names of outlets: "The new propaganda war. The Atlantic" is no title.
"""

from __future__ import annotations

from typing import Any

from cites import lazy_regex as regex
from cites.grammar.dates import MONTHS, find_date
from cites.grammar.lexicon import one_of
from cites.grammar.locator_shapes import VOLUMES
from cites.grammar.sources import lookup
from cites.grammar.titles import quoted_at
from cites.knowledge import ISSUERS
from cites.model import Reference
from cites.outlets import Outlets
from cites.tagger.people import ET_AL, read_names
from cites.view import fold

Pieces = list[tuple[str, str]]  # (label, text), in printed order

MARKS = " \t,;:·•|=*"
QUOTES = "“”„«»\"‘’‚›‹`'"
LEADING_IN = regex.compile(r"^(?:in|In|IN|dans|Dans|en|En|nel|nella|à)\s?:?\s+(?=\S)|^//\s?")
VOLUME_WORD = regex.compile(rf"(?i)(?:(?:{one_of('volumes')}|v\.|t\.|т\.|vols?\.?|tom[eo]?\.?|volume)\s?)(?=[\dIVXLC])")
ISSUE_WORD = regex.compile(
    rf"(?i)[\s,;:(\[]*(?:(?:{one_of('issues')}|nos?\.?|nr\.?|n[°º.]|№|h\.|heft|issue|is\.|iss\.|number|fasc\.|вып\.|núm\.)\s?)(?=[\dIVXLC])"
)
NUMBERS = regex.compile(
    r"^(?P<volume>[A-Z]?\d+[A-Za-z]?(?:[-–—]\d+)?|[IVXLCDMivxlcdm]+)\s?[,:]?\s?\(\s?(?P<issue>[^()]{1,25}?)\s?\)"  # 139(1-3)
    r"|^(?P<volume>\d{1,4})\s?[./:,]\s?(?P<issue>\d{1,4}(?:[-–—/]\d{1,4})?)$"  # 12.4 · 58/1
)
PAGE_WORD = regex.compile(
    rf"(?i)^[\s,(]*(?:(?:{one_of('pages')}|pp?\.?|pages?|seiten?|s\.|pagg?\.|с\.|стр\.|ss\.|págs?\.)\s?)(?=[\dA-Zivxlc])"
)
PAGED = regex.compile(rf"(?P<name>.+?),\s(?:{one_of('pages')}|pp?\.|S\.)\s?(?P<page>\d+(?:\s?[-–]\s?\d+)?(?:\s?ff?\.?)?)")  # Penguin, S. 12
FOLLOWING = regex.compile(r"(?:^|(?<=\d)\s)ff?\.?$")  # the end of "S. 12 ff."
EXTENT = regex.compile(r"(?i)^[ivxlc\d\s,+]+(?:p|pp|pages?|s|seiten|с|стр|págs?)\.?$")  # 368 p.
YEAR = regex.compile(r"(?<!\d)(?:1[4-9]\d\d|20[0-3]\d)(?!\d)")
URL = regex.compile(r"(?:https?://|www\.|ftp://)\S+")
DOI = regex.compile(r"10\.\d{4,9}/\S+")
PREPRINTS = regex.compile(r"^(arXiv)\s(?:(?:e|pre)-?print\s)?arXiv:?$")  # arXiv preprint arXiv:2301.00002
BALANCED = {"(": ")", "[": "]"}
SMALL = regex.compile(r"(?:of|for|on|and|in)\s\p{L}")  # with which no publisher begins
FAMILIES = regex.compile(r"\p{Lu}\p{Ll}[\p{L}'’-]*")
LEFT = regex.compile(r"(?P<month>\p{L}{3,9})\.?\)[.:]?\s(?=\p{L})")  # of "(2021, July)."
MAX_NAME = 80  # code points of an outlet behind a title


def _strip(text: str) -> str:
    """Take off the marks around a field; a bracket that is closed within it stays."""
    previous = None
    while text != previous:
        previous = text
        text = text.strip(MARKS).strip()
        if text and text[0] in BALANCED and (BALANCED[text[0]] not in text or text.index(BALANCED[text[0]]) == len(text) - 1):
            text = text[1:].removesuffix(BALANCED[text[0]]) if text.count(text[0]) <= text.count(BALANCED[text[0]]) else text[1:]
        if text and text[0] in ")]/":
            text = text[1:]
        if text and text[-1] in ")]" and text.count(")") + text.count("]") > text.count("(") + text.count("["):
            text = text[:-1]
        if text and text[-1] in "([/-–—":
            text = text[:-1]
        if text and text[0] in ".-–—":
            text = text[1:]
        if text.endswith(".") and not text.endswith(".."):
            text = text[:-1]
    return text


def strip_title(text: str) -> str:
    """Return a title without the marks around it: "“Three Paths”," gives "Three Paths"; "“Paths”: Three Essays" keeps its own."""
    text = _strip(text.replace("``", "“").replace("''", "”"))
    if text[:1] not in QUOTES:
        return _strip(_without_loose_close(text))
    quoted = quoted_at(fold(text), 0, len(text))
    if quoted is None or not quoted.closed:
        inner = text.lstrip(QUOTES)
        return _strip(_without_loose_close(inner.rstrip(QUOTES) if set(inner[:-1]).isdisjoint(QUOTES) else inner))
    is_whole = not text[quoted.stop :].strip(MARKS + ".")
    return _strip(text[quoted.start : quoted.end]) if is_whole else text


def _without_loose_close(text: str) -> str:
    opened = sum(map(text.count, "“„«»"))
    return text if opened > 1 else text.rstrip("”»" + '"')


def _numbers(_: str, text: str, fields: dict[str, Any]) -> None:
    """ "Vol. 12, No. 3" gives volume 12 and issue 3."""
    text = _strip(text)
    if VOLUMES.fullmatch(text + "."):  # 2 vols
        return
    text = _strip(VOLUME_WORD.sub("", text, count=1))
    if text.startswith("("):
        text = _strip(text[text.find(")") + 1 :]) or text
    issue = ISSUE_WORD.search(text)
    if issue:
        before, after = _strip(text[: issue.start()]), _strip(text[issue.end() :])
        if before:
            fields.setdefault("volume", before)
        fields.setdefault("issue", after)
        return
    match = NUMBERS.match(text)
    if match:
        fields.setdefault("volume", match["volume"])
        fields.setdefault("issue", _strip(match["issue"]))
        return
    if text:
        fields.setdefault("issue" if "volume" in fields else "volume", text)


def _pages(_: str, text: str, fields: dict[str, Any]) -> None:
    text = _strip(text)
    text = FOLLOWING.sub("", text)
    if EXTENT.match(text):
        return
    text = _strip(PAGE_WORD.sub("", text))
    if text:
        fields.setdefault("page", text)


def _noted(label: str, text: str, fields: dict[str, Any]) -> None:
    """ "S. 12 ff." is no comment."""
    if PAGE_WORD.match(text):
        _pages(label, text, fields)


def _date(_: str, text: str, fields: dict[str, Any]) -> None:
    if len(fields.get("issued", "")) > 4:
        return
    printed = text.strip(" .,;:()[]")
    if YEAR.fullmatch(printed):
        if fields.get("issued", "XXXX").startswith("XXXX"):
            fields["issued"] = printed
        return
    date = find_date(printed)
    year = YEAR.search(text)
    if date and (date.has_year or "issued" not in fields) and (date.has_month or not year or year[0] in date.value):
        fields.setdefault("issued", date.value)
        if fields["issued"].startswith("XXXX") and date.has_year:
            fields["issued"] = date.value
    elif year and ("issued" not in fields or fields["issued"].startswith("XXXX")):
        fields["issued"] = year[0]


def _people(label: str, text: str, fields: dict[str, Any]) -> None:
    if names := read_names(text):
        fields[label] = fields.get(label, ()) + names
        fields |= {"other_authors": "et al."} if label == "author" and ET_AL.search(text) else {}


def _title(label: str, text: str, fields: dict[str, Any]) -> None:
    value = strip_title(LEADING_IN.sub("", text) if label == "container_title" else text)
    value = PREPRINTS.sub(r"\1", value)
    if len(value) > len(fields.get(label, "")):
        fields[label] = value


def _plain(label: str, text: str, fields: dict[str, Any]) -> None:
    value = _strip(text)
    if label == "publisher_place" and label in fields and PAGE_WORD.match(value):
        _pages("page", value, fields)  # Oxford: Oxford University Press, S. 55 f.
    if label == "publisher" and (paged := PAGED.fullmatch(value)):
        value = paged["name"]
        fields.setdefault("page", paged["page"])
    if value:
        fields.setdefault(label, value)


def _address(_: str, text: str, fields: dict[str, Any]) -> None:
    for field, pattern in (("doi", DOI), ("url", URL)):
        if match := pattern.search(text):
            fields.setdefault(field, match[0].rstrip(".,;)>]"))
            break


TAKEN = {
    **dict.fromkeys(("author", "editor", "translator"), _people),
    **dict.fromkeys(("title", "container_title", "collection_title"), _title),
    **dict.fromkeys(("publisher", "publisher_place", "genre", "edition"), _plain),
    **dict.fromkeys(("url", "doi"), _address),
    "volume": _numbers,
    "page": _pages,
    "note": _noted,
    "issued": _date,
}


def to_fields(pieces: Pieces) -> Reference:
    """Return the reference that labelled pieces make; where a label comes twice, the longer piece has the field."""
    fields: dict[str, Any] = {}
    before = ""
    contained = False  # "In", or an editor, has been printed behind the title: another title is that of the container
    for label, text in pieces:
        named_behind = before == "issued" and "title" in fields and text[:1].isupper()  # Life after print. (2019, June 1). The Economist.
        if label == "title" and (contained or named_behind) and "container_title" not in fields:
            label = "container_title"
        before = label
        contained |= label in ("in", "editor") and "title" in fields
        if take := TAKEN.get(label):
            take(label, text, fields)
    if "title" not in fields and "container_title" in fields and not fields.get("volume"):
        fields["title"] = fields.pop("container_title")
    return Reference(**fields)


def _house(first: str, rest: str, outlets: Outlets) -> str:
    """Return the name of a publisher that was parted, "Farrar" and "Straus and Giroux"; "" for what is none."""
    known = lookup(f"{first}, {rest}", outlets) if first and rest else None
    return f"{first}{', ' if ', ' in known.name else ' '}{rest}" if known else ""


def mend(work: Reference, outlets: Outlets) -> Reference:
    """Return the work with its outlet parted from its title, and in the field of its kind.

    "Title. Reuters Institute for the Study" and a publisher "of Journalism" give "Reuters Institute for the Study of Journalism".
    """
    alone = work.publisher and not (work.title or work.container_title or work.author)
    if alone and FAMILIES.fullmatch(work.publisher) and lookup(work.publisher, outlets) is None:
        return work.revised(author=read_names(work.publisher), publisher="")  # Tufekci 2017, 44
    if whole := _house(work.publisher_place, work.publisher, outlets):
        return work.revised(publisher=whole, publisher_place="")
    if (left := LEFT.match(work.title)) and len(work.issued) == len("2021") and (month := MONTHS.get(left["month"].casefold())):
        work = work.revised(title=work.title[left.end() :], issued=f"{work.issued}-{month:02d}")  # (2021, July). How America fractured
    body = lookup(work.container_title, outlets) if work.container_title and not (work.publisher or work.volume or work.page) else None
    if body and body.kind in ISSUERS and work.title and not work.editor:
        return work.revised(publisher=work.container_title, container_title="")
    title, _, last = work.title.rpartition(". ")
    if title and SMALL.match(work.publisher):
        return work.revised(title=title, publisher=f"{last} {work.publisher}")
    if title and (whole := _house(last, work.publisher, outlets)):  # Styles of Radical Will. Farrar | Straus and Giroux
        return work.revised(title=title, publisher=whole)
    if title and len(last) < MAX_NAME and not (work.publisher or work.container_title or work.volume):
        outlet = lookup(last, outlets)
        field = "publisher" if outlet and outlet.kind in ISSUERS else "container_title"
        return work.revised(title=title, **{field: last}) if outlet else work
    outlet = lookup(work.publisher, outlets) if work.publisher and not (work.container_title or work.publisher_place) else None
    if outlet and outlet.kind not in ISSUERS and outlet.type.startswith("article"):
        return work.revised(container_title=work.publisher, publisher="")  # Foreign Policy
    return work
