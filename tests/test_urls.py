"""Addresses that are printed over the end of a line."""

from __future__ import annotations

import pytest

from cites.grammar.urls import read_url


@pytest.mark.parametrize(
    ("printed", "below", "whole"),
    [
        ("https://perma.cc/A3V8-3U7B.", "9", "https://perma.cc/A3V8-3U7B"),  # the number of the page
        ("https://www.wsj.com/articles/putin-", "pitches-plan", "https://www.wsj.com/articles/putin-pitches-plan"),
        ("https://a.example.org/?t=1&divisi", "on=&title=6", "https://a.example.org/?t=1&division=&title=6"),
        ("https://a.example.org/Domestic-P", "artnerships.pdf", "https://a.example.org/Domestic-Partnerships.pdf"),
        ("https://", "arxiv.org/abs/2303.08774", "https://arxiv.org/abs/2303.08774"),
    ],
)
def test_an_address_goes_on_below_where_it_may(printed: str, below: str, whole: str) -> None:
    text = f"{printed} {below}"
    found = read_url(text, 0, len(text), frozenset({len(printed)}))
    assert found is not None
    assert found.value == whole


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("https://suspilne dot media/765123-strike/", "https://suspilne.media/765123-strike/"),
        ("https://armyinform.com dot ua", "https://armyinform.com.ua"),
        ("https://t[.]me/rybar/1", "https://t.me/rybar/1"),
        ("https://t (dot) me/rybar/1", "https://t.me/rybar/1"),
        ("https://www.bbc.co.uk/news", "https://www.bbc.co.uk/news"),
    ],
)
def test_an_address_that_nobody_should_follow_is_read_as_it_works(printed: str, value: str) -> None:
    text = f"{printed}. It says so."
    found = read_url(text, 0, len(text))
    assert found is not None
    assert (text[: found.end], found.value) == (printed, value)
