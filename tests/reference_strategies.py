"""References as hypothesis makes them: any script, TeX specials, unbalanced braces, quotation marks, line ends, impossible dates."""

from __future__ import annotations

from hypothesis import strategies as st

from cites.csl import all_types
from cites.model import Document, Inferred, Name, Reading, Reference

TRICKY = [
    *"{}\\%&#_$~^@\"'=,;\n\t -–—[]()<>`|\x00\x85\u2028\u00a0\U0001ffff",
    " and ", "\\textbf{", "@article{", "@comment{", "@", "{{", "}}", "\\}", "--", "Путин", "日本", "العربية", "हिन्दी", "e\u0301", "😀",
    "NATO", "KyodoNews", "S-400", "others", "given=x", "van der", "http://a.b/c?d=%20&e={}#f", "=1+1", "XXXX",
]  # fmt: skip
DATES = [
    "2012-01-26", "2012-01", "2012", "1993-21", "1993-21/1993-22", "2016-12-15/2016-12-16", "2011/2012", "XXXX-03-04", "XXXX-03",
    "XXXX", "XXXX-12-30/XXXX-01-02", "2012-02-30", "2012-13", "1900~", "2012?", "199X", "19XX", "2012-XX", "2012-01-XX", "../2012",
    "2012/..", "..", "/", "0044", "-0044", "January",
]  # fmt: skip

texts = st.one_of(st.text(max_size=20), st.lists(st.sampled_from(TRICKY) | st.text(max_size=3), max_size=6).map("".join))
names = st.builds(Name, family=texts, given=texts, particle=texts, suffix=texts) | st.builds(Name, literal=texts)
people = st.just(()) | st.lists(names, max_size=3).map(tuple)
dates = st.just("") | st.sampled_from(DATES) | texts
guesses = st.builds(Inferred, st.sampled_from(["issued", "container_title", "source"]), texts, st.floats(0, 1))

SPECIAL = {
    "type": st.sampled_from([*sorted(all_types()), "odd"]),
    "author": people,
    "editor": people,
    "translator": people,
    "issued": dates,
    "accessed": dates,
    "volume": st.sampled_from(["", "9", "XII", "12A", "１２"]) | texts,
    "page": st.sampled_from(["", "1-5", "228–230", "A1", "1, 3", "-5", ",", "xii–xx"]) | texts,
    "isbn": st.sampled_from(["", "978-3-16-148410-0", "3-16-148410-X", "316148410"]),
    "language": st.sampled_from(["", "en", "ru-RU", "xx"]),
    "inferred": st.just(()) | st.lists(guesses, max_size=2).map(tuple),
}
FIELDS = [field for field in Reference.__slots__ if field not in SPECIAL]
references = st.builds(Reference, **SPECIAL, **{field: st.just("") | texts for field in FIELDS})


def reading_of(references: list[Reference], name: str = "a.txt") -> Reading:
    """A reading without citations that has these references, in this order."""
    return Reading(Document(name, ""), references=tuple(references))
