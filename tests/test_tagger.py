"""The tagger of reference strings: tokens, fields, the model that ships, and how it is built."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cites.extract import Extractor
from cites.model import Name
from cites.parse import parse
from cites.tagger.features import Features
from cites.tagger.fields import strip_title, to_fields
from cites.tagger.model import LANE, SCORE, Model, print_model
from cites.tagger.people import read_names
from cites.tagger.repair import repair
from cites.tagger.tag import MODEL, read, tag
from cites.tagger.tokens import clean, locate, tokenize

TOP = Path(__file__).parent.parent
TRAIN = TOP / "tools" / "tagger" / "train.py"

with_tools = pytest.mark.skipif(not TRAIN.exists(), reason="the tools are not in the installed package")


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("Res Treat 2000 , 63 ( 1 ): 23- 29 .", "Res Treat 2000, 63 (1): 23-29."),
        ("« La ville » , Paris", "«La ville», Paris"),
        ("Storia dell’ arte, V / 23", "Storia dell’arte, V/23"),
    ],
)
def test_loose_spaces_of_scans_go(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("2008;12(3):45-67.", ["2008;", "12", "(3):", "45-67."]),
        ("Wolfgang(1996):", ["Wolfgang", "(1996):"]),
        ("https://example.org/a(1);b", ["https://example.org/a(1);b"]),
        ("12.Smith", ["12.", "Smith"]),
    ],
)
def test_tokens(word: str, pieces: list[str]) -> None:
    assert tokenize(word) == pieces


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Müller, Jan/ Weber, Eva (Hg.):", ["Jan Müller", "Eva Weber"]),
        ("Agrup M, Stal O, Olsen K, et al.", ["M Agrup", "O Stal", "K Olsen"]),
        ("T. E. Hull and M. S. Cohen.", ["T. E. Hull", "M. S. Cohen"]),
        ("Eggers, F., D.J. Hansen & A.E. Davis", ["F. Eggers", "D.J. Hansen", "A.E. Davis"]),
        ("World Health Organization.", ["World Health Organization"]),
        ("Rid, Thomas.", ["Thomas Rid"]),
        ("Powers, Richard Gid, and J. Edgar Hoover.", ["Richard Gid Powers", "J. Edgar Hoover"]),
        ("King, Martin Luther, Jr.", ["Martin Luther King Jr"]),
    ],
)
def test_names_in_any_order(printed: str, names: list[str]) -> None:
    assert [str(name) for name in read_names(printed)] == names


def test_fields_of_labelled_pieces() -> None:
    pieces = [
        ("author", "Utgoff, P.E."),
        ("issued", "(1989)"),
        ("title", "“Incremental Induction of Decision Trees.”"),
        ("in", "in"),
        ("title", "Machine Learning,"),
    ]
    pieces += [("volume", "Vol. 4, No. 2,"), ("page", "pp. 161-186.")]
    found = to_fields(repair(pieces))
    assert (found.title, found.container_title) == ("Incremental Induction of Decision Trees", "Machine Learning")
    assert (found.volume, found.issue, found.page, found.issued) == ("4", "2", "161-186", "1989")


def test_a_date_amid_a_title_is_part_of_it() -> None:
    printed = [("title", "“The Coup of August"), ("issued", "1991"), ("title", "and the Press.”"), ("issued", "(1996)")]
    found = to_fields(repair(printed))
    assert (found.title, found.issued) == ("The Coup of August 1991 and the Press", "1996")
    assert to_fields(repair(printed[:3])).issued == "1991"  # which is the only one


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("“Three Paths”,", "Three Paths"),
        ("“Agents of change”: The diffusion of reform.", "“Agents of change”: The diffusion of reform"),
        ("\"‘We are not machines’: Hotel workers organize.\"", "‘We are not machines’: Hotel workers organize"),
        ("“War” and “Peace” as metaphors.", "“War” and “Peace” as metaphors"),
        ("``Old habits''.", "Old habits"),
        ("“Lost paths,", "Lost paths"),
        ("Lost paths”", "Lost paths"),
    ],
)
def test_the_marks_around_a_title_go_and_those_within_stay(printed: str, title: str) -> None:
    assert strip_title(printed) == title


def test_a_title_goes_on_behind_its_first_word_in_quotation_marks() -> None:
    printed = [("author", "Jones, A."), ("issued", "(2003)."), ("title", "“War”"), ("container_title", "and “Peace” as metaphors. Discourse,")]
    found = to_fields(repair([*printed, ("volume", "4(2),")]))
    assert (found.title, found.container_title) == ("“War” and “Peace” as metaphors", "Discourse")


def test_a_suffix_before_a_title() -> None:
    found = to_fields(repair([("author", "Dana, Richard Henry,"), ("title", "Jr. Two Years before the Mast."), ("issued", "1840.")]))
    assert (found.author[0].suffix, found.title) == ("Jr", "Two Years before the Mast")


def test_a_role_ends_the_names() -> None:
    found = to_fields(repair([("author", "A. Latz (Hrsg.), Homers Welt,"), ("publisher_place", "München"), ("issued", "2000.")]))
    assert str(found.editor[0]) == "A. Latz" and found.title == "Homers Welt" and not found.author


STYLES = {  # a string of each style: what must be read from it
    "Rivers, Anna, and Tom Brook. 2009. The Long Bridge: Trade in Northern Waters. London: Routledge.": {"title": "The Long Bridge: Trade in Northern Waters", "publisher": "Routledge", "publisher_place": "London", "issued": "2009"},
    "Rivers AB, Brook T. Early response in chronic infection. Int J Neurosci. 2005;14(2):135-66.": {"container_title": "Int J Neurosci", "volume": "14", "issue": "2", "page": "135-66", "issued": "2005"},
    "T. Brook and A. Rivers. Caching for adaptive systems. In Proceedings of the 5th Workshop on Operating Systems, pages 46-55, 1993.": {"title": "Caching for adaptive systems", "page": "46-55", "issued": "1993"},
    "Bach, Eva/Strom, Jan (1998): Wandel der Arbeit, in: Soziale Welt, 49 (3), S. 12-34.": {"title": "Wandel der Arbeit", "container_title": "Soziale Welt", "volume": "49", "issue": "3", "page": "12-34"},
    "RIVIÈRE Anne, Les ponts du Nord, Paris, Gallimard, 1987.": {"title": "Les ponts du Nord", "publisher": "Gallimard", "publisher_place": "Paris", "issued": "1987"},
    "A. Fiume, Le acque della Terraferma, Venezia 1962, pp. 10-12.": {"title": "Le acque della Terraferma", "publisher_place": "Venezia", "issued": "1962", "page": "10-12"},
    "A. Fiume, La laguna nel Settecento, «Ateneo veneto», XL, 1959, pp. 229-241.": {"title": "La laguna nel Settecento", "container_title": "Ateneo veneto", "volume": "XL", "page": "229-241"},
    "Anna Rivers, Odessa: Glory and Death (New York: W. W. Norton, 2011), p. 81.": {"title": "Odessa: Glory and Death", "publisher": "W. W. Norton", "publisher_place": "New York", "issued": "2011"},
    "12. Rivers, A. B. (2011). Memory and place. Cambridge, MA: MIT Press. doi:10.1000/xyz.123": {"title": "Memory and place", "publisher": "MIT Press", "doi": "10.1000/xyz.123"},
}  # fmt: skip


@pytest.mark.parametrize("text", STYLES)
def test_styles(text: str) -> None:
    reference = parse(text, Extractor())[0]
    assert {name: getattr(reference, name) for name in STYLES[text]} == STYLES[text]
    assert reference.author and reference.type != ""


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Lessig, Lawrence (2004): Free Culture. New York: Penguin, S. 12 ff.", {"publisher": "Penguin", "page": "12"}),
        (
            "Newman, Nic, et al. Reuters Institute Digital News Report 2023. Reuters Institute for the Study of Journalism, 2023.",
            {"title": "Reuters Institute Digital News Report 2023", "publisher": "Reuters Institute for the Study of Journalism",
             "other_authors": "et al."},
        ),
        (
            "Newman N, Fletcher R, et al. Reuters Institute digital news report 2022. Reuters Institute for the Study of Journalism; 2022.",
            {"title": "Reuters Institute digital news report 2022", "publisher": "Reuters Institute for the Study of Journalism"},
        ),
        (
            "Applebaum, A. (2024, May 6). The new propaganda war. The Atlantic.",
            {"type": "article-magazine", "title": "The new propaganda war", "container_title": "The Atlantic"},
        ),
        (
            "Pomerantsev, P. (2014, September 9). How Putin is reinventing warfare. Foreign Policy.",
            {"title": "How Putin is reinventing warfare", "container_title": "Foreign Policy", "publisher": ""},
        ),
        ("Tufekci 2017, 44", {"author": (Name(family="Tufekci"),), "publisher": "", "issued": "2017"}),
        ("Kahneman, D. (2011). Thinking, fast and slow. Farrar, Straus and Giroux.", {"publisher": "Farrar, Straus and Giroux"}),
        (
            "Knight Foundation/Gallup, American Views 2020: Trust, Media and Democracy (Washington, DC, 2020)",
            {"author": (Name(literal="Knight Foundation/Gallup"),), "title": "American Views 2020: Trust, Media and Democracy"},
        ),
        (
            "A.V. ex rel. Vanderhye v. iParadigms, LLC, 562 F.3d 630 (4th Cir. 2009).",
            {"type": "legal_case", "title": "A.V. ex rel. Vanderhye v. iParadigms, LLC", "page": "630"},
        ),
        (
            "FED. TRADE COMM'N, A LOOK BEHIND THE SCREENS 12 (2024), https://www.ftc.gov/reports/look-behind-screens",
            {"type": "report", "title": "A LOOK BEHIND THE SCREENS", "container_title": "", "source": "Federal Trade Commission"},
        ),
    ],
)  # fmt: skip
def test_outlets_and_law_tell_what_is_parted_wrongly(text: str, fields: dict[str, object]) -> None:
    (work,) = parse(text, Extractor())
    assert {name: getattr(work, name) for name in fields} == fields


def test_notes_stay_with_the_forms() -> None:
    (reference,) = parse("Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015.", Extractor())
    assert reference.issued == "2015-09-11" and reference.source == "Kyodo News" and reference.type == "article-newspaper"
    assert parse("no reference at all", Extractor()) == ()


def test_a_chapter_of_a_book_that_was_cited_before_needs_no_author() -> None:
    (reference,) = parse("22 P. Hale ‘Of Towers and Tides: A History’ in Birks op. cit., n. 1, p. 59.", Extractor())
    assert reference.author[0].family == "Hale"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text is too odd; each token has its features, and what is printed is in the pieces."""
    cleaned = clean(text)
    tokens = tokenize(cleaned)
    assert len(Features(tuple)(tokens)) == len(tokens)
    assert [cleaned[start:end] for start, end in locate(cleaned, tokens)] == tokens
    assert "".join(piece for _, piece in tag(text)).replace(" ", "") == cleaned.replace(" ", "")
    read(text)


def test_the_model_is_small() -> None:
    assert 10_000 < MODEL.stat().st_size < 1_000_000


LABELS = "abcdefghijklmnopqr"
WEIGHTS = st.floats(-6, 6).map(lambda weight: round(weight, 3))


@settings(deadline=None)
@given(
    follows=st.dictionaries(st.tuples(st.sampled_from(LABELS), st.sampled_from(LABELS)), WEIGHTS, max_size=80),
    weights=st.dictionaries(st.tuples(st.sampled_from("xyz"), st.sampled_from(LABELS)), WEIGHTS, max_size=40),
    printed=st.lists(st.sampled_from(["x", "y", "z", "xy", "xyz", ""]), max_size=7),
)
def test_the_best_labels_are_best(
    follows: dict[tuple[str, str], float], weights: dict[tuple[str, str], float], printed: list[str]
) -> None:
    """What is left aside on the way is on no best path: no labels score more than those that are found, by a search that leaves none out."""
    model = Model(print_model(list(LABELS), follows, weights))
    found = model.best([model.weigh(tuple(names)) for names in printed])
    best = dict.fromkeys(LABELS, 0.0)
    for index, names in enumerate(printed):
        reached = best if not index else {two: max(best[one] + follows.get((one, two), 0) for one in LABELS) for two in LABELS}
        best = {label: score + sum(weights.get((name, label), 0) for name in names) for label, score in reached.items()}
    score = sum(weights.get((name, label), 0) for names, label in zip(printed, found, strict=True) for name in names)
    score += sum(follows.get(pair, 0) for pair in pairwise(found))
    assert score == pytest.approx(max(best.values()) if printed else 0)


@with_tools
@pytest.mark.parametrize(
    ("words", "work", "labels"),
    [
        (
            "Berg , A. , ed. , Road , Vol . 2 ( Oslo , 1998 ) , p . 12",
            {"editor": [{"family": "Berg", "given": "A."}], "title": "Road", "volume": "2", "publisher-place": "Oslo", "issued": "1998"},
            "editor editor editor rest editor rest title rest volume rest volume rest publisher_place rest issued rest rest page rest page",
        ),
        ("Berg , Road , of which more", {"author": [{"family": "Berg"}], "title": "Road"}, ""),
        ("Berg , Roads", {"author": [{"family": "Berg"}], "title": "The Long Road"}, ""),
    ],
)
def test_labels_of_the_gold(words: str, work: dict[str, object], labels: str) -> None:
    folders = [str(TRAIN.parent), str(TRAIN.parent.parent)]
    code = f"import sys; sys.path[:0] = {folders!r}; from annotated import label; print(*label({words.split(' ')}, {work!r}, '12'))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=TOP)
    assert done.stdout.split() == labels.split()


@with_tools
def test_training_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        subprocess.run(
            [sys.executable, TRAIN, "--out", tmp_path / name, "--rendered", "60", "--iterations", "5"], check=True, capture_output=True
        )
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_model_is_loaded_when_it_is_needed() -> None:
    code = "import sys, cites.parse; from cites.tagger.tag import load; sys.exit(load.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_weights_leave_room_in_their_lanes() -> None:
    weights = [abs(int(word)) for line in MODEL.read_text("utf-8").splitlines()[1:] for word in line.partition("\t")[2].split(" ")[1::2]]
    assert 100 * max(weights) < 1 << LANE - 2 - SCORE  # a token has fewer features than that
