"""The canonical names of sources that are printed in short."""

from __future__ import annotations

import pytest

from cites.grammar.journals import spell_out
from cites.model import Name, Reference
from cites.outlets import load_outlets
from cites.resolve.sources import name_source


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("Va. L. Rev.", "Virginia Law Review"),
        ("Stan. Envtl. L.J.", "Stanford Environmental Law Journal"),
        ("Duke Envtl. L. & Pol’y F.", "Duke Environmental Law & Policy Forum"),
        ("Harv. C.R.-C.L. L. Rev.", "Harvard Civil Rights–Civil Liberties Law Review"),
        ("U. Pa. L. Rev.", "University of Pennsylvania Law Review"),
        ("Ecology L.Q.", "Ecology Law Quarterly"),
        ("Cap. Mkts. L.J.", ""),  # a word that is not known: nothing is guessed
        ("Historische Zeitschrift", ""),
    ],
)
def test_law_reviews_are_spelt_out(printed: str, full: str) -> None:
    assert spell_out(printed) == full


@pytest.mark.parametrize(
    ("reference", "source"),
    [
        (Reference(type="article-journal", title="A", container_title="Va. L. Rev."), "Virginia Law Review"),
        (Reference(type="book", title="A", publisher="Duke UP"), "Duke University Press"),
        (Reference(type="book", title="A", publisher="U of Iowa P"), "University of Iowa Press"),
        (Reference(type="book", title="A", publisher="Routledge for the Royal Institute of International Affairs"), "Routledge"),
        (Reference(type="legal_case", title="Lund v. Berg", container_title="Ohio St. 3d", page="1"), "Supreme Court of Ohio"),
        (Reference(type="legislation", title="EIA Directive 2011/92/EU"), "European Union"),
        (Reference(type="document", archive="The Parish Archive of Bath"), "The Parish Archive of Bath"),
        (Reference(type="personal_communication", title="A to B", archive="Riksarkivet", author=(Name(family="A"),)), "Riksarkivet"),
    ],
)
def test_sources_in_full(reference: Reference, source: str) -> None:
    assert name_source(reference, load_outlets(), {}).source == source
