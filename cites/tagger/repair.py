"""What the labels of words get wrong, and the order of the whole tells: pieces in, pieces out."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.tagger.fields import Pieces
from cites.tagger.looks import CLOSERS, kind_of

ROLE = regex.compile(r"(?i)[(,\s](?:eds?|edd|editors?|hrsg|hg|hgg|dirs?|éds?|édit|a cura di|ред|coords?|comps?)\.?\)?[,.:;]?\s(?=\S)")
BY = regex.compile(r"(?i)^\W*(?:in\W+)?(?:eds?\.|edited|hrsg\.|hg\.|herausgegeben|sous|éds?\.|dirs?\.|под|отв|a cura|editado|trans)")
SUFFIX = regex.compile(r"(?:Jr|Sr|II|III)[.,]+\s(?=\S)")
SENTENCE = regex.compile(r"(?<=\p{Ll}{3}[.?!]|\p{Ll}{3}[.?!][”»\"])\s(?=[\p{Lu}«“])")
SENTENCE_WORDS = 3
OPEN_END = regex.compile(r"[^.,;:!?)\]]$")
IMPRINT = frozenset({"publisher_place", "publisher", "collection_title"})
CONTAINERS = frozenset({"JOUR", "PROC", "ABBR", "MEDJ", "GENR", "BODY"})


def repair(pieces: Pieces) -> Pieces:
    """Return the pieces with labels that fit each other: no author behind the title, no title behind "(eds.)" in one piece."""
    return _join_titles(_find_title(_split_roles(_place_people(_join_dates(_join_suffixes(pieces))))))


def _join_suffixes(pieces: Pieces) -> Pieces:
    """A "Jr." before the title belongs to the name: "Dana, Richard Henry, Jr. Two Years before the Mast"."""
    out: Pieces = []
    for label, text in pieces:
        suffix = SUFFIX.match(text) if label == "title" and out and out[-1][0] == "author" else None
        out += [("author", suffix[0].strip()), (label, text[suffix.end() :])] if suffix else [(label, text)]
    return out


def _join_dates(pieces: Pieces) -> Pieces:
    """A date amid a title is part of it, where the work has another: “The Coup of August 1991 and the Press.”"""
    dates = [index for index, (label, _) in enumerate(pieces) if label == "issued"]
    for index in dates[: len(dates) if len(dates) > 1 else 0]:
        first = next((at for at in range(index - 1, -1, -1) if pieces[at][0] != "container_title"), 0)
        is_amid = [label for label, _ in (*pieces[first : first + 1], *pieces[index + 1 : index + 2])] == ["title", "title"]
        if is_amid and OPEN_END.search(pieces[index - 1][1]) and not pieces[index][1].startswith("("):
            whole = " ".join(text for _, text in pieces[first : index + 2])
            return _join_dates([*pieces[:first], ("title", whole), *pieces[index + 2 :]])
    return pieces


def _place_people(pieces: Pieces) -> Pieces:
    """People behind "in" are editors; behind the title they are none, but part of what stands before them."""
    out: Pieces = []
    titled = False
    for index, (label, text) in enumerate(pieces):
        if label == "author" and titled and any(name in ("author", "editor") for name, _ in out):
            before = out[-1][0]
            if before == "in" or (before == "editor" and len(out) > 1):
                label = "editor"
            elif OPEN_END.search(out[-1][1]) or text[:1].islower() or (index + 1 < len(pieces) and pieces[index + 1][0] == before):
                label = before
        titled |= label == "title"
        if out and out[-1][0] == label and label not in ("label", "issued", "volume", "page"):
            out[-1] = (label, f"{out[-1][1]} {text}")
        else:
            out.append((label, text))
    return out


def _split_roles(pieces: Pieces) -> Pieces:
    """ "J. Latacz (Hrsg.), Homers Ilias" in one piece are an editor and a title."""
    out: Pieces = []
    for label, text in pieces:
        role = ROLE.search(text) if label in ("author", "editor") and not BY.search(text) else None
        if role and len(text) - role.end() > 3:
            out.append(("editor", text[: role.end()].strip()))
            out.append(("container_title" if any(name == "title" for name, _ in out) else "title", text[role.end() :]))
        else:
            out.append((label, text))
    return out


def _find_title(pieces: Pieces) -> Pieces:
    """Where no title was found, what looks like a first imprint is one: "Odessa: Glory and Death (New York: Norton, 2011)"."""
    labels = [label for label, _ in pieces]
    if "title" in labels or "container_title" in labels or "publisher_place" not in labels:
        return pieces
    last = len(labels) - 1 - labels[::-1].index("publisher_place")
    first = next((index for index, label in enumerate(labels[:last]) if label in IMPRINT), last)
    if any(label not in IMPRINT for label in labels[first:last]) or first == last:
        return pieces
    return [*pieces[:first], ("title", " ".join(text for _, text in pieces[first:last])), *pieces[last:]]


def _join_titles(pieces: Pieces) -> Pieces:
    """A second sentence of a title is no container: what follows "Migration?" up to "European Journal of …" belongs to it."""
    out: Pieces = []
    labels = {label for label, _ in pieces}
    for label, text in pieces:
        if label == "container_title" and out and out[-1][0] == "title":
            cut = _first_sentence(text, goes_on=out[-1][1][-1:] in CLOSERS and text[:1].islower())
            if cut:
                out[-1] = ("title", f"{out[-1][1]} {text[:cut].strip()}")
                text = text[cut:]
            elif (
                not labels & {"in", "volume", "page", "url", "doi"}
                and labels & {"publisher", "publisher_place"}
                and not _is_container(text)
            ):
                out[-1] = ("title", f"{out[-1][1]} {text}")
                continue
        out.append((label, text))
    return out


def _first_sentence(text: str, goes_on: bool) -> int:
    """Where a sentence of small words, or what goes on behind “War”, ends before something that looks like a container, else 0."""
    match = SENTENCE.search(text)
    if match is None:
        return 0
    words = text[: match.start()].split(" ")
    small = sum(word[:1].islower() and len(word) > 3 for word in words)
    is_sentence = goes_on or (len(words) > SENTENCE_WORDS and small >= 2)
    return match.end() if is_sentence and not _is_container(text[: match.start()]) else 0


def _is_container(text: str) -> bool:
    return any(kind_of(word) in CONTAINERS for word in text.split(" "))
