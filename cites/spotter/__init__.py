"""Citations in shapes that no form has: a small linear-chain CRF labels the words of parentheses and notes that the forms leave.

    zone ──features──▶ words, each with its features ──spot──▶ a label for each, and stretches that are citations

The model (data/spotter.tsv) is built by `python tools/spotter/train.py` from the gold sets of the project.
"""

from __future__ import annotations
