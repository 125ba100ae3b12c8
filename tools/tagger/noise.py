"""What happens to a reference between its author and the reader: loose spaces, capitals, lost marks, numbers of lists, hyphens of lines."""

from __future__ import annotations

import random

Piece = tuple[str, str]  # (label, text)

CURLY = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "«": '"', "»": '"'}


def spoil(pieces: list[Piece], seed: str, share: float = 0.3) -> list[Piece]:
    """Return the pieces with noise in a `share` of them; the seed decides which."""
    dice = random.Random(seed)
    if dice.random() < 0.1:  # scans of Italian and French books: "dell’ arte", "Re - pubblica"
        pieces = [(field, text.replace("’", "’ ") if field in ("title", "container_title") else text) for field, text in pieces]
    if dice.random() >= share:
        return pieces
    kind = dice.choice(
        ("loose", "loose", "loose_some", "lost", "plain", "capitals", "label", "label", "hyphen", "dash", "rubbish", "commas", "tight")
    )
    out: list[Piece] = []
    for field, text in pieces:
        if kind == "loose" or (kind == "loose_some" and dice.random() < 0.4):
            for mark in ",:;)." if kind == "loose" and dice.random() < 0.5 else ",:)":
                text = text.replace(f"{mark} ", f" {mark} ") if field not in ("author", "editor") or dice.random() < 0.2 else text
            text = text.replace("(", "( ")
        elif kind == "lost" and dice.random() < 0.25:
            text = text.replace(". ", " ").replace(", ", " ") if field not in ("author", "editor", "title") else text
        elif kind == "plain":
            text = "".join(CURLY.get(c, c) for c in text)
        elif kind == "capitals" and (field == "author" or (field == "title" and dice.random() < 0.3)):
            text = text.upper()
        elif kind == "hyphen" and field in ("title", "container_title") and len(text) > 40:
            at = text.find(" ", len(text) // 2) + 5
            if at < len(text) - 4 and text[at - 3 : at + 3].isalpha():
                text = text[:at] + dice.choice(("- ", " - ")) + text[at:]
        elif kind == "dash":
            text = (
                text.replace("–", dice.choice(("-", "--", " - ", "‑"))).replace("-", dice.choice(("-", "–", " - ")))
                if field == "page"
                else text
            )
        elif kind == "commas" and field in ("title", "publisher", "container_title"):
            text = text.replace(". ", ", ") if text.endswith(". ") else text
        elif kind == "tight" and field in ("author", "volume", "issued", "page"):
            text = text.replace(". ", ".").replace(", ", ",") if dice.random() < 0.5 else text
            text = text if text.endswith(" ") else text + " "
        out.append((field, text))
    if kind == "label":
        number = dice.randint(1, 180)
        out.insert(
            0,
            (
                "label",
                dice.choice((f"{number}. ", f"[{number}] ", f"{number} ", f"({number}) ", "• ", f"{number}) ", f"{number}.", f"{number}-")),
            ),
        )
    elif kind == "rubbish":
        field, text = out[-1]
        out[-1] = (field, text.rstrip() + " ")
        out.append(
            (
                "note",
                dice.choice(
                    (
                        "PMID: 1034221.",
                        "[PubMed]",
                        "[CrossRef]",
                        f"{dice.randint(2, 300)}",
                        "(in German).",
                        "In Russian.",
                        "Print.",
                        "Web.",
                        "[in Italian]",
                        "with 3 figures.",
                        "(cited on page 12).",
                        "ill.",
                    )
                ),
            )
        )
    return out
