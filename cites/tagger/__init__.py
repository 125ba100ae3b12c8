"""A reader for reference strings that the forms do not use up: a small linear-chain CRF labels the words, rules make fields of the labels.

    text ──features──▶ tokens, each with its features ──tag──▶ a label for each ──fields──▶ Reference

The model (data/tagger.tsv) is built by `python tools/tagger/train.py` from strings that the project renders or tagged itself.
"""

from __future__ import annotations
