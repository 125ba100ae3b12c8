"""Numbers of volumes and pages that are told by where they stand: "1856, 10:27-83", "151 (152)", "A1" of a newspaper."""

from __future__ import annotations

from cites import lazy_regex as regex

PAGE_BEFORE_YEAR = regex.compile(r"\p{L}?\d+(?:\s?-\s?\d+)?(?=\s\((?:1[89]|20)\d\d\))")
PAGE_AND_CITED = regex.compile(
    r"(?P<page>\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?ff?\.)?)\s\((?P<cited>\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?ff?\.?)?)\)"
)
YEAR_FIRST = regex.compile(  # 1856, 10:27-83
    r"(?<=(?:1[5-9]|20)\d\d,\s)(?P<volume>\d{1,4}):\s?(?P<page>\d{1,5}(?:\s?-\s?\d{1,5})?)(?=[.,;]|$)"
)
VOLUME_AND_PAGE = regex.compile(  # 2:65 (6 October 1783)
    r"(?P<volume>\d{1,2}):(?P<page>\d{1,4}(?:-\d{1,4})?)(?=\s\(\d{1,2}\s\p{L}+\s\d{4}\))"
)
SECTION_PAGE = regex.compile(r"\p{Lu}\d{1,3}(?:\s?[-,]\s?\p{Lu}\d{1,3})?(?=[.,;)]|$)")  # A1, of a newspaper
