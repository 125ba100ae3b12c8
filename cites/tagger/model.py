"""The weights of the tagger, and the likeliest labels of a string by them: a linear-chain conditional random field.

A model is a text, so that what it has learnt can be read: the labels; how well each follows another; how much each feature speaks for
which label. Weights are whole thousandths, and sums are the same on every machine.

    author title issued …
    author>title 1423
    k=PUBL	publisher 893 title -210
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence

LANE = 32  # bits; the sum of all weights of a token stays far below 2 ** 31
POINTER = 5  # bits that hold a label beside a score


class Model:
    """Labels tokens by their features.

    >>> model = Model("a b\\na>b 500\\nw=x\\ta 700\\n")
    >>> model.best([model.weigh(("w=x",)), model.weigh(("w=y",))])
    ['a', 'b']
    """

    def __init__(self, text: str) -> None:
        first, *lines = text.splitlines()
        self.labels = first.split(" ")
        self._index = {label: number for number, label in enumerate(self.labels)}
        self._follows = [[0] * len(self.labels) for _ in self.labels]  # [label before][label], shifted to make room for a pointer
        self._printed = {}  # weights as the file has them, by feature: most are never asked for
        self._known: dict[str, int] = {}
        for line in lines:
            name, tab, weights = line.partition("\t")
            if tab:
                self._printed[name] = weights
            else:
                pair, _, weight = name.partition(" ")
                before, _, after = pair.partition(">")
                self._follows[self._index[before]][self._index[after]] = int(weight) << POINTER
        self._lead, self._limits = _prune(self._follows)
        self._zero = sum(1 << (LANE - 1) << LANE * lane for lane in range(len(self.labels)))  # lanes count from here: none is negative
        self._lanes = struct.Struct(f"<{len(self.labels)}I")

    def weigh(self, names: tuple[str, ...]) -> int:
        """Return what features weigh together: one long integer with a lane for each label.

        Adding two of these integers adds all their lanes at once, the fastest sum of short vectors that Python has.
        """
        known, printed = self._known, self._printed
        total = 0
        for name in names:
            if name in known:
                total += known[name]
            elif name in printed:
                words = printed[name].split(" ")
                pairs = zip(words[::2], words[1::2], strict=True)
                known[name] = weight = sum([int(weight) << LANE * self._index[label] for label, weight in pairs])
                total += weight
        return total

    def best(self, tokens: Iterable[int]) -> list[str]:
        """Return the likeliest label of each token, given what its features weigh (Viterbi's algorithm).

        A label is followed no further where another is so far ahead of it that no later token can make up for it: what is left
        aside is on no best path.
        """
        zero, unpack, size, follows = self._zero, self._lanes.unpack, self._lanes.size, self._follows
        labels = range(len(self.labels))
        pointers: list[dict[int, int]] = []  # for each token and label the label before it, in the lowest bits of a score
        scores: list[tuple[int, int]] = []  # (score so far, label) of the labels that are followed
        top = 0  # the label that is ahead
        for token in tokens:
            weights = unpack((zero + token).to_bytes(size, "little"))
            if scores:
                # A score carries its label in the lowest bits: the greatest sum tells where it came from.
                behind = [((score << POINTER) + label, follows[label]) for score, label in scores]
                base = weights[top]
                kept = [label for label, weight, limit in zip(labels, weights, self._limits[top], strict=True) if weight - base > limit]
                for _, label in scores:
                    if label not in kept:
                        kept.append(label)
                pointer = {}
                scores = []
                for label in kept:
                    best = 0
                    for score, after in behind:
                        score += after[label]
                        if score > best:
                            best = score
                    pointer[label] = best
                    scores.append((weights[label] + (best >> POINTER), label))
                pointers.append(pointer)
            else:
                scores = [(weight, label) for label, weight in enumerate(weights)]
            most, top = max(scores)
            lead = self._lead[top]
            scores = [item for item in scores if most - item[0] < lead[item[1]]]
        if not scores:
            return []
        path = [top]
        for pointer in reversed(pointers):
            path.append(pointer[path[-1]] & (1 << POINTER) - 1)
        return [self.labels[label] for label in reversed(path)]


def _prune(follows: list[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
    """Return what lets a label be left aside, by the label that is ahead and by that label.

    First the lead: from that difference of scores on, whatever follows, the one ahead stays ahead. Then the limit: how much less a
    token may speak for a label that was not followed so far, before it falls behind by that lead even if it is reached in the best way.
    """
    size = range(len(follows))
    scale = 1 << POINTER
    lead = [[1 + max(follows[label][after] - follows[ahead][after] for after in size) // scale for label in size] for ahead in size]
    reached = [max(follows[before][label] for before in size if before != label) // scale for label in size]
    limits = [[follows[ahead][ahead] // scale - reached[label] - lead[ahead][label] for label in size] for ahead in size]
    return lead, limits


def print_model(labels: Sequence[str], follows: Mapping[tuple[str, str], float], weights: Mapping[tuple[str, str], float]) -> str:
    """Return the text of a model from what was learnt: weights by (label before, label) and by (feature, label)."""
    lines = [" ".join(labels)]
    lines += [f"{before}>{after} {_whole(weight)}" for (before, after), weight in sorted(follows.items()) if _whole(weight)]
    rows: dict[str, list[str]] = {}
    for (name, label), weight in sorted(weights.items()):
        if _whole(weight):
            rows.setdefault(name, []).append(f"{label} {_whole(weight)}")
    lines += [f"{name}\t{' '.join(row)}" for name, row in rows.items()]
    return "\n".join(lines) + "\n"


def _whole(weight: float) -> int:
    return round(1000 * weight)
