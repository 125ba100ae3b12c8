"""The spotter: what it looks at, what it learns from, what it tells of a zone, and what becomes of that in a text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cites
from cites.model import Span, Zone
from cites.outlets import load_outlets
from cites.readers import read_bytes
from cites.spotter.features import Features, Setting, name_outlets, shape
from cites.spotter.spot import MODEL, setting_of, spot
from cites.tagger.model import LANE, SCORE, Model

TOP = Path(__file__).parent.parent
TOOLS = TOP / "tools" / "spotter"
COMPANY = "Nothing was signed (TASS, January 28, 2012). Nobody was surprised (Reuters, January 29, 2012)."
AT_END = Setting("(", "early", "cut", ".")

with_tools = pytest.mark.skipif(not TOOLS.exists(), reason="the tools are not in the installed package")


@pytest.mark.parametrize(("word", "made"), [("Interfax", "Aa"), ("TASS", "A"), ("Kun.uz", "Aa.a"), ("26", "d2"), ("1998", "year"), ("www.x.org/1", "url")])
def test_the_shape_of_a_word(word: str, made: str) -> None:
    assert shape(word) == made


def test_words_of_known_outlets_are_marked() -> None:
    spans = [(0, 3), (4, 8), (9, 14), (14, 15), (16, 19)]
    assert name_outlets("New York Times, May", spans, load_outlets().find) == ["B newspaper", "I newspaper", "I newspaper", "", ""]
    assert name_outlets("the rain", [(0, 3), (4, 8)], load_outlets().find) == ["", ""]


def test_what_stands_around_a_parenthesis() -> None:
    text = "It fell, Anna said (Astra, May 3). Then"
    assert setting_of(text, Zone("inline", Span(20, 32))) == Setting("(", "said", "A", ".")


def test_a_shape_that_no_form_has() -> None:
    [stretch] = spot("Kaya Voss, IUCN Red List 2021: e.T60344A1", AT_END, load_outlets())
    assert (stretch.start, stretch.is_short) == (0, False) and stretch.margin > 3000
    assert stretch.pieces[0].label == "author"


@pytest.mark.parametrize("gloss", ["370 kilometres", "see below", "she was born in 1952", "later adding a second base"])
def test_a_gloss_is_none(gloss: str) -> None:
    assert not [stretch for stretch in spot(gloss, AT_END, load_outlets()) if stretch.margin > 3000]


@given(st.text(max_size=60))
def test_any_text_can_be_asked_about(text: str) -> None:
    for stretch in spot(text, AT_END, load_outlets()):
        assert 0 <= stretch.start < stretch.end <= len(text)
        assert stretch.pieces[0].start == stretch.start and stretch.pieces[-1].end == stretch.end


def test_it_says_so_and_is_not_sure() -> None:
    text = f"{COMPANY} The reed was cut early (Kaya Voss, IUCN Red List 2021: e.T60344A1)."
    [found] = [citation for citation in cites.extract(read_bytes(text.encode(), "a.txt")).citations if citation.matched_by == "spotted"]
    assert "IUCN Red List" in text[slice(*found.span)] and found.confidence <= 0.6
    assert all(part.span is None or text[slice(*part.span)] for part in found.parts)


def test_a_text_that_cites_nothing_is_not_asked() -> None:
    text = "The reed was cut early (Kaya Voss, IUCN Red List 2021: e.T60344A1)."
    assert not [citation for citation in cites.extract(read_bytes(text.encode(), "a.txt")).citations if citation.matched_by == "spotted"]


def test_somebody_and_a_number_are_no_citation() -> None:
    text = f"{COMPANY} A pilot (Bert T., 61) took four thousand ships through."
    assert len(cites.extract(read_bytes(text.encode(), "a.txt")).citations) == 2


def test_the_score_of_labels() -> None:
    model = Model("a b\na>b 500\nw=x\ta 700 b -20\n")
    tokens = [model.weigh(("w=x",)), model.weigh(("w=y",))]
    assert [model.score(labels, tokens) for labels in (["a", "b"], ["b", "b"])] == [1200, -20]


def test_features_have_names_that_can_be_printed() -> None:
    words = ["Astra", ",", "May", "\x1e", "3"]
    names = [name for names in Features(tuple)(words, [""] * 5, AT_END) for name in names]
    assert len(names) > 100 and not any("\t" in name or "\n" in name for name in names)


def test_the_model_is_small() -> None:
    assert 10_000 < MODEL.stat().st_size < 1_000_000


def test_weights_leave_room_in_their_lanes() -> None:
    weights = [abs(int(word)) for line in MODEL.read_text("utf-8").splitlines()[1:] for word in line.partition("\t")[2].split(" ")[1::2]]
    assert 90 * max(weights) < 1 << LANE - 2 - SCORE  # a word has fewer features than that


@with_tools
@pytest.mark.parametrize(
    ("words", "form", "work", "labels"),
    [
        ("Kyodo , May 3", "full", {"container-title": "Kyodo", "issued": "2012-05-03"}, "container rest issued issued"),
        (
            "Berg , Road , 12",
            "short",
            {"author": [{"family": "Berg", "given": "Anna"}], "title": "The Long Road"},
            "short:author short:rest short:title short:rest short:page",
        ),
        ("Ibid . , 12", "ibid", {}, "short:back short:back short:back short:page"),
    ],
)
def test_labels_of_the_gold(words: str, form: str, work: dict[str, object], labels: str) -> None:
    code = f"import sys; sys.path[:0] = [{str(TOOLS)!r}, {str(TOOLS.parent)!r}]; from labels import label; print(*label({words.split(' ')}, {form!r}, {work!r}))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=TOP)
    assert done.stdout.split() == labels.split()


@with_tools
def test_training_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        command = [sys.executable, str(TOOLS / "train.py"), "--only", "seeds", "mixed", "--iterations", "5", "--out", str(tmp_path / name)]
        subprocess.run(command, check=True, capture_output=True)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
