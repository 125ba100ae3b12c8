"""Citation keys: readable, unique, the same for the same works."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_strategies import references

from cites.keys import assign_keys
from cites.model import Name, Reference

MCCURRY = Name(family="McCurry", given="Justin")
MFA = "Ministry of Foreign Affairs of the Russian Federation"


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        (Reference(author=(MCCURRY,), title="Vladimir Putin’s Visit Postponed", issued="2015-10-15"), "mccurry2015vladimir"),
        (Reference(author=(MCCURRY,), title="The Island’s People", issued="2015"), "mccurry2015island"),
        (Reference(author=(MCCURRY,), source="Interfax", issued="2015-10-15"), "mccurry2015-10-15"),
        (Reference(author=(Name(family="Berg", particle="van den"),), title="Kuriles"), "vandenbergndkuriles"),
        (Reference(author=(Name(literal=MFA),), title="Statement", issued="2015"), "mfarf2015statement"),
        (Reference(author=(Name(family="Путин", given="Владимир"),), title="Россия и мир", issued="2012"), "putin2012rossiya"),
        (Reference(author=(Name(family="Παππάς"),), title="Ελλάδα", issued="2012"), "pappas2012ellada"),
        (Reference(type="book", editor=(Name(family="Rozman"),), title="Japan", source="Nauka", issued="1972"), "rozman1972japan"),
        (Reference(source="Interfax", issued="2012-01-26"), "interfax2012-01-26"),
        (Reference(source="Interfax", container_title="Interfax-AVN", issued="XXXX-03-04"), "interfaxnd-03-04"),
        (Reference(source="Kyodo News", issued="2016-12-15/2016-12-16"), "kyodonews2016-12-15"),
        (Reference(source=MFA, issued="2015-12-03"), "mfarf2015-12-03"),
        (Reference(container_title="Der Spiegel", issued="1993-21"), "spiegel1993-21"),
        (Reference(title="A Report on the Russia–Japan Islands Question", issued="2016-05"), "reportrussiajapan2016"),
        (Reference(title="To Be or Not To Be"), "tobeornd"),
        (Reference(), "worknd"),
        (Reference(title="???", author=(Name(family="…"),)), "worknd"),
    ],
)
def test_key_says_what_the_work_is(reference: Reference, key: str) -> None:
    assert assign_keys([reference]) == (key,)


def test_like_keys_get_letters_by_date_title_and_appearance() -> None:
    smith = (Name(family="Smith"),)
    works = [
        Reference(author=smith, title="Islands II", issued="2012-05"),
        Reference(author=smith, title="Islands I", issued="2012-05"),
        Reference(author=smith, title="Islands III", issued="2012-01"),
        Reference(author=smith, title="Islands I", issued="2012-05"),
        Reference(author=smith, title="Treaty", issued="2012"),
    ]
    assert assign_keys(works) == ("smith2012islandsd", "smith2012islandsb", "smith2012islandsa", "smith2012islandsc", "smith2012treaty")


def test_letters_pass_by_a_key_that_another_work_has() -> None:
    works = [Reference(source="Tass"), Reference(source="Tass"), Reference(source="Tass", issued="a")]
    assert assign_keys(works) == ("tassnda", "tassndb", "tassa")
    works = [
        Reference(source="Mid nd"),
        Reference(source="Mid nd"),
        Reference(source="Mid", issued="nd"),
        Reference(source="Mid", issued="nda"),
    ]
    assert len(set(assign_keys(works))) == len(works)


def test_letters_do_not_end_at_z() -> None:
    keys = assign_keys([Reference(source="Tass", issued="2012")] * 60)
    assert keys[25:28] == ("tass2012z", "tass2012aa", "tass2012ab")


@settings(max_examples=50)
@given(st.lists(references, max_size=6))
def test_every_work_has_a_key_of_its_own_that_bibtex_takes(works: list[Reference]) -> None:
    keys = assign_keys(works)
    assert len(set(keys)) == len(works)
    assert all(re.fullmatch(r"[a-z0-9:_-]+", key) for key in keys)
