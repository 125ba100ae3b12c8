"""Conditional random fields of chains: from labelled tokens to the text of a model that `cites.tagger.model` reads."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pycrfsuite  # of python-crfsuite, which only training needs

from cites.tagger.model import print_model


def fit(examples: Iterable[tuple[Sequence[Sequence[str]], Sequence[str]]], path: Path, settings: Mapping[str, float]) -> int:
    """Write the model that is learnt from the features and the labels of each example; return how many examples it has seen."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(settings)
    count = 0
    for rows, labels in examples:
        if rows:
            trainer.append(rows, labels)
            count += 1
    with tempfile.NamedTemporaryFile() as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        learnt = tagger.info()
    path.write_text(print_model(sorted(learnt.labels), learnt.transitions, learnt.state_features), "utf-8", newline="\n")
    return count
