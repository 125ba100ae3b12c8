"""Which addresses a document has, and where."""

from __future__ import annotations

import pytest

from cites.extract import extract
from cites.links.cited import find_urls
from cites.readers import read_bytes


def find(name: str, text: str) -> list[tuple[str, str]]:
    """The addresses of a text, each with the words of its place."""
    reading = extract(read_bytes(text.encode(), name))
    return [(url, reading.document.text[slice(*span)]) for url, span, *_ in find_urls(reading)]


def test_works_links_and_bare_addresses_in_the_order_of_the_text() -> None:
    text = "See [here](https://a.org/1). It rained ([TASS](https://tass.com/2), March 12, 2015; *Le Monde*, March 13, 2015). Or https://b.org/3).\n"
    assert find("a.md", text) == [
        ("https://a.org/1", "here"),
        ("https://tass.com/2", "TASS, March 12, 2015"),
        ("https://b.org/3", "https://b.org/3"),
    ]


def test_an_address_may_be_broken_over_the_lines_of_one_paragraph() -> None:
    text = "Read https://a.org/news/the-\nministers-met today.\n\nRead https://a.org/news-\n\n2. Next.\n"
    assert [url for url, _ in find("a.txt", text)] == ["https://a.org/news/the-ministers-met", "https://a.org/news-"]


@pytest.mark.parametrize("text", ["https://a.org/1\nftp://b.org/2\n", "# two\n\n  https://a.org/1\r\nftp://b.org/2"])
def test_a_list_of_addresses(text: str) -> None:
    assert [url for url, _ in find("a.txt", text)] == ["https://a.org/1", "ftp://b.org/2"]


@pytest.mark.parametrize("doi", ["doi:10.1080/1.2", "https://doi.org/10.1080/1.2"])
def test_a_doi_is_asked_at_its_resolver_once(doi: str) -> None:
    text = f"It is so.[^1]\n\n[^1]: Alan Thornley, “Guns for Gold,” The RUSI Journal 165, no. 4 (2020): 40–51, {doi}.\n"
    assert [url for url, _ in find("a.md", text)] == ["https://doi.org/10.1080/1.2"]


def test_what_is_no_web_address_is_left_out() -> None:
    assert find("a.md", "Write to [us](mailto:a@b.org) or see [below](#notes).\n") == []
