"""Cases that the sentence names and the note reports: what stands before the mark of a note is their name."""

from __future__ import annotations

import pytest

from cites.extract import Extractor
from cites.readers import read_bytes


@pytest.mark.parametrize(
    ("sentence", "note", "title"),
    [
        ("The shift came in *Arnold v Britton*,[^1] and stayed.", "[2015] UKSC 36", "Arnold v Britton"),
        ("One test was set out in West Rand Central Gold Mining Co. v. R.[^1] There it stayed.", "(1905), 2 K.B. 391.",
         "West Rand Central Gold Mining Co. v. R."),
        ("So it was in _Berg_ v. _Lund,_[^1] and later.", "(1905), 2 K.B. 391.", "Berg v. Lund"),
        ("That is the rule in Berg v. Lund.[^1]", "(1905), 2 K.B. 391.", "Berg v. Lund"),
        ("So was the Right of Passage over Indian Territory Case (Portugal-India),[^1] as it is called.", "I.C.J. Reports (1960), 6.",
         "Right of Passage over Indian Territory Case (Portugal-India)"),
        ("Nothing was said of that.[^1]", "[2015] UKSC 36", ""),
        ("The *Arnold* line was left, and nothing was said of that.[^1]", "[2015] UKSC 36", ""),
        ("That was no more than *obiter*.[^1]", "[2015] UKSC 36", ""),
        ("That is the rule in *de Freitas v Berg*.[^1]", "[1999] 1 AC 69", "de Freitas v Berg"),
        ("The shift came in *Arnold v Britton*.[^1]", "PS Berg, *Rise and Fall* (OUP 1985)", "Rise and Fall"),
    ],
)  # fmt: skip
def test_a_report_is_of_the_case_before_its_mark(sentence: str, note: str, title: str) -> None:
    [work] = Extractor()(read_bytes(f"{sentence}\n\n[^1]: {note}\n".encode(), "case.md")).references
    assert work.title == title


def test_a_later_note_points_to_such_a_case() -> None:
    text = "As in *Arnold v Britton*,[^1] or so.[^2] Or not.[^3]\n\n[^1]: [2015] UKSC 36\n[^2]: ibid [17]\n[^3]: *Arnold* (n 1) [18]\n"
    reading = Extractor()(read_bytes(text.encode(), "case.md"))
    assert [work.title for work in reading.references] == ["Arnold v Britton"]
    assert [citation.locator for citation in reading.citations] == ["", "17", "18"]
