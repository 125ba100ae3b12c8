"""Citation keys: readable, unique, the same for the same works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_strategies import references
from sample_cli import Cites

from cites.errors import PatternError
from cites.keys import DEFAULT, assign_keys, letter_of
from cites.model import Name, Reference

MCCURRY = Name(family="McCurry", given="Justin")
MFA = "Ministry of Foreign Affairs of the Russian Federation"


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        (Reference(author=(MCCURRY,), title="Vladimir Putin’s Visit Postponed", issued="2015-10-15"), "mccurryvladimir2015"),
        (Reference(author=(MCCURRY,), title="The Island’s People", issued="2015"), "mccurryisland2015"),
        (Reference(author=(MCCURRY,), source="Interfax", issued="2015-10-15"), "mccurry2015-10-15"),
        (Reference(author=(Name(family="Berg", particle="van den"),), title="Kuriles"), "vandenbergkurilesnd"),
        (Reference(author=(Name(literal=MFA),), title="Statement", issued="2015"), "mfarfstatement2015"),
        (Reference(author=(Name(family="Путин", given="Владимир"),), title="Россия и мир", issued="2012"), "putinrossiya2012"),
        (Reference(author=(Name(family="Παππάς"),), title="Ελλάδα", issued="2012"), "pappasellada2012"),
        (Reference(type="book", editor=(Name(family="Rozman"),), title="Japan", source="Nauka", issued="1972"), "rozmanjapan1972"),
        (Reference(source="Interfax", issued="2012-01-26"), "interfax2012-01-26"),
        (Reference(source="Interfax", container_title="Interfax-AVN", issued="XXXX-03-04"), "interfaxnd-03-04"),
        (Reference(source="Kyodo News", issued="2016-12-15/2016-12-16"), "kyodonews2016-12-15"),
        (Reference(source=MFA, issued="2015-12-03"), "mfarf2015-12-03"),
        (Reference(container_title="Der Spiegel", issued="1993-21"), "spiegel1993-21"),
        (Reference(title="A Report on the Russia–Japan Islands Question", issued="2016-05"), "reportrussiajapan2016"),
        (Reference(title="To Be or Not To Be"), "tobeornd"),
        (Reference(author=(Name(literal="Thucydides"),), title="History", issued="-0430"), "thucydideshistory-0430"),
        (Reference(type="legal_case", title="Campbell v. Acuff-Rose Music, Inc.", source="X", issued="1994"), "campbell1994"),
        (Reference(type="legal_case", title="Complaint, United States v. Nixon", issued="1974"), "nixon1974"),
        (Reference(type="legal_case", title="In re Gault", issued="1967"), "gault1967"),
        (Reference(type="legal_case", title="Reed v. Town of Gilbert", issued="2015"), "reed2015"),
        (Reference(type="legal_case", title="A.V. ex rel. Vanderhye v. iParadigms, LLC", issued="2009"), "av2009"),
        (Reference(type="bill", number="H.R. 7913", issued="2024"), "hr79132024"),
        (Reference(), "worknd"),
        (Reference(title="???", author=(Name(family="…"),)), "worknd"),
    ],
)
def test_key_says_what_the_work_is(reference: Reference, key: str) -> None:
    assert assign_keys([reference]) == (key,)


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        (Reference(author=(MCCURRY,), title="Vladimir Putin’s Visit", issued="2015"), "mccurryVladimirPutinVisit2015"),
        (Reference(title="The Island’s People", source="TASS", issued="2015-03-04"), "IslandPeople2015"),
        (Reference(author=(MCCURRY,), source="TASS", issued="2015"), "mccurry2015"),
        (Reference(source="Interfax", issued="2012-01-26"), "interfax2012-01-26"),
        (Reference(), "worknd"),
    ],
)
def test_a_pattern_passes_by_what_a_work_does_not_have(reference: Reference, key: str) -> None:
    assert assign_keys([reference], "auth.lower + shorttitle(3,3) + year") == (key,)


def test_the_first_of_like_works_keeps_the_key_and_the_others_get_letters() -> None:
    smith = (Name(family="Smith"),)
    works = [
        Reference(author=smith, title="Islands II", issued="2012-05"),
        Reference(author=smith, title="Islands I", issued="2012-05"),
        Reference(author=smith, title="Islands III", issued="2012-01"),
        Reference(author=smith, title="Islands I", issued="2012-05"),
        Reference(author=smith, title="Treaty", issued="2012"),
    ]
    assert assign_keys(works) == ("smithislands2012d", "smithislands2012b", "smithislands2012", "smithislands2012c", "smithtreaty2012")


def test_a_later_work_changes_no_key() -> None:
    smith = (Name(family="Smith"),)
    works = [Reference(author=smith, title="Islands", issued="2012-05"), Reference(source="Tass", issued="2012-05-01")]
    more = [
        *works,
        Reference(author=smith, title="Islands Again", issued="2012-06"),
        Reference(source="Tass", issued="2012-05-01", title=""),
    ]
    assert assign_keys(more)[:2] == assign_keys(works)


def test_a_typo_that_is_mended_changes_no_key() -> None:
    smith = (Name(family="Smith", given="Jon"),)
    typo = Reference(author=smith, title="Islands and teh “Law”", issued="2012-05", container_title="Guardain")
    mended = Reference(
        author=(Name(family="Smith", given="John"),), title="The Islands’ Law", issued="2012-05-02", container_title="Guardian"
    )
    assert assign_keys([typo]) == assign_keys([mended]) == ("smithislands2012",)


def test_a_key_has_a_letter() -> None:
    assert assign_keys([Reference(title="1984", issued="2021"), Reference(source="38 North", issued="2021")]) == ("work19842021", "38north2021")


def test_letters_pass_by_a_key_that_another_work_has() -> None:
    works = [Reference(source="Tass"), Reference(source="Tass"), Reference(source="Tass", issued="b")]
    assert assign_keys(works) == ("tassnd", "tassndb", "tassb")
    assert assign_keys([Reference(source="Tass")], taken=["tassnd", "tassndb"]) == ("tassndc",)
    works = [
        Reference(source="Mid nd"),
        Reference(source="Mid nd"),
        Reference(source="Mid", issued="nd"),
        Reference(source="Mid", issued="ndb"),
    ]
    assert len(set(assign_keys(works))) == len(works)


def test_letters_do_not_end_at_z() -> None:
    keys = assign_keys([Reference(source="Tass", issued="2012")] * 60)
    assert keys[25:28] == ("tass2012z", "tass2012aa", "tass2012ab")


def test_letters_of_many_like_works_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr("cites.keys.letter_of", lambda number: asked.append(number) or letter_of(number))
    keys = assign_keys([Reference(source="Interfax", issued="2012-01-26", title=f"Talks {n}") for n in range(2000)])
    assert len(set(keys)) == 2000
    assert len(asked) < 3 * 2000  # "aab" asks for "aa" and "a"



WORK = Reference(
    type="article-newspaper", author=(Name(family="van den Berg", given="Eva"), Name(family="Öz")), title="The Law of the Sea, Again",
    source="The Guardian", publisher="GNM", issued="2012-05-02",
)  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        (DEFAULT, "vandenberglaw2012"),
        ("auth.lower + shorttitle(3,3) + year", "vandenbergLawSeaAgain2012"),
        ("auth + shorttitle + year", "vandenBerglawseaagain2012"),
        ("auth(3).upper + '-' + year + month + day", "VAN-20120502"),
        ("authors(1) + date", "vandenBergEtAl2012-05-02"),
        ('authors + ":" + title', "vandenBergOz:LawSeaAgain"),
        ("source.lower+'_'+publisher", "guardian_GNM"),
        ("type.capitalize", "Articlenewspaper"),
        ("'a-' + year", "a-2012"),
        ("publisher | year", "GNM"),
    ],
)
def test_a_pattern_says_how_keys_are_made(pattern: str, key: str) -> None:
    assert assign_keys([WORK], pattern) == (key,)


def test_the_first_alternative_that_says_something_makes_the_key() -> None:
    assert assign_keys([Reference(title="Law", issued="2012")], "auth + year | title + year") == ("Law2012",)
    assert assign_keys([Reference(issued="2012")], "auth | title") == ("work2012",)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("auth + yeer", "no word is called 'yeer'; use 'year'"),
        ("auth + xyzzy", "no word is called 'xyzzy'; there are auth, authors, shorttitle,"),
        ("auth.lowr", "no filter is called 'lowr'; use 'lower'"),
        ("auth + ", "a term is missing"),
        ("", "a term is missing"),
        ("auth year", "'auth year' is no term"),
        ("year(4)", "'year' takes no numbers"),
        ("auth(1,2)", "'auth' takes 1 number"),
        ("auth + '{'", "'{' cannot stand in a key"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said(pattern: str, said: str) -> None:
    with pytest.raises(PatternError, match=re.escape(said)):
        assign_keys([WORK], pattern)


def test_the_pattern_comes_from_the_command_line_or_cites_toml(article: Path, cites: Cites) -> None:
    keys = "source.upper + year"
    assert '"id": "TASS2012"' in cites("extract", article, "--format", "csl-json", "--key-pattern", keys).out
    ran = cites("extract", article, "--key-pattern", "source + jaar")
    assert ran.code == 2 and "no word is called 'jaar'" in ran.err
    own = article.with_name("cites.toml")
    own.write_text(f'[keys]\npattern = "{keys}"\n', "utf-8")
    for format in ("csl-json", "jsonl"):
        assert "TASS2012" in cites("extract", article, "--format", format).out
    own.write_text('[keys]\npattern = "source + jaar"\n', "utf-8")
    ran = cites("extract", article)
    assert ran.code == 2 and "cites.toml:2: pattern of keys: no word is called 'jaar'" in ran.err


@settings(max_examples=50)
@given(st.lists(references, max_size=6))
def test_every_work_has_a_key_of_its_own_that_bibtex_takes(works: list[Reference]) -> None:
    keys = assign_keys(works)
    assert len(set(keys)) == len(works)
    assert all(re.fullmatch(r"[a-z0-9:_-]+", key) for key in keys)
