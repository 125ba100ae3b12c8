"""Names of firms, by what they end in: "Sidley Austin LLP", "Chambers and Partners", "BASF SE"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import any_of
from cites.knowledge import load_names

FORMS, SHORT, PARTNERS, OWNERS = (
    rf"{any_of(load_names(kind))}(?!\p{{L}})\.?" for kind in ("firms", "firms_in_capitals", "partners", "owners")
)
FIRM = regex.compile(rf"\s{FORMS}$|\p{{Lu}}{{3}}\s{SHORT}$|\p{{L}}\s(?:and|&)\s{PARTNERS}(?:,\s{FORMS})?$")
FORM_NEXT = regex.compile(rf",\s{FORMS}")  # "International Exchange, Inc." is one name
END = regex.compile(rf"(?:,?\s(?:&|and)\s{PARTNERS}|,?\s(?:{FORMS}|{SHORT}))$", regex.IGNORECASE)  # what "McKinsey & Co." is called without
OWNER = regex.compile(rf",? (?:{FORMS}|{OWNERS})$", regex.IGNORECASE)  # who runs a site
