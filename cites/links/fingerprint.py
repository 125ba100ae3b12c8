"""A few numbers that stand for a text, so that two visits can be compared without keeping what was read. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from cites.links.titles import words

KEPT = 24  # numbers; two texts that share half of their phrases are told from two that share none with one error in thousands
WORDS = 3  # in a phrase
MOST = 1000  # code points; the beginning of an article, to which comments and "more stories" are not added from day to day


def fingerprint(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of a text's phrases, in order; () for a text of fewer than three words.

    Source: A. Broder, "On the resemblance and containment of documents", 1997 (bottom-k sketches).
    """
    tokens = words(text, MOST)
    phrases = {zlib.crc32(" ".join(tokens[at : at + WORDS]).encode()) for at in range(len(tokens) - WORDS + 1)}
    return tuple(sorted(phrases)[:KEPT])


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Return about how much of their phrases two texts share, from their fingerprints: 0 to 1."""
    if not one or not other:
        return 0.0
    smallest = sorted({*one, *other})[: min(len(one), len(other))]
    return len(set(smallest) & set(one) & set(other)) / len(smallest)
