"""What a person put right, once and for every run: a small text file `cites.toml` beside the documents.

[document."a.txt"]                      what the article itself is; its date tells the years of what it cites
issued = 2012-02-21

[outlets."Kyodo News"]                  a new outlet, or more about a known one
aliases = ["KNWS"]

[[reference]]                           a work, by its citation key or by what is printed of it
match = {source = "Interfax", issued = "XXXX-01-26"}
set = {issued = "2012-01-26"}

[[skip]]                                what is read there is no citation
file = "a.txt"
note = "12"

[[citation]]                            which work is cited there
file = "a.txt"
note = "13"
key = "bergrain2001"

entries.py   the values: Corrections and its entries     parse.py    text to Corrections
outlets.py   (Outlets, Corrections) → Outlets            lines.py    on which line an entry stands
apply.py     Document, citations                         works.py    references, in one reading or in a library
pointers.py  which work a citation leads to              printed.py  where the words stand that an entry quotes
"""

from __future__ import annotations

from cites.corrections.entries import FILE, NOTHING, Account, Corrections
from cites.corrections.parse import parse_corrections

__all__ = ["FILE", "NOTHING", "Account", "Corrections", "parse_corrections"]
