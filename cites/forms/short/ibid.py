"""The work cited just before: "Ibid.", "Ibid., 12", "Id. at 45", "Ebd., S. 3", "Там же. С. 12", "As above"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import is_year
from cites.forms.archives import fond
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.short.supra import OPERE, PIN
from cites.grammar.lexicon import compile_words, one_of, stems
from cites.grammar.printed import Printed

HEAD = compile_words(rf"(?:{one_of('ibid')})(?=[\s,.;:()（\]]|$)")
INITIALS = regex.compile(r"(?:\p{Lu}\.\s?){2,3}\s\p{Lu}\p{Ll}")  # A.E. Eiben
PLAIN = compile_words(rf"{one_of('as_above')}(?=\.?(?:;|$))")  # and no more: "As above, the ministry says"
ALSO = compile_words(rf",?\s{OPERE}")  # Ders., a. a. O., S. 150
UNITS = regex.compile(r"\p{L}\.?\s?\d")  # of a signature: "Op.11, D.1605"
REST = frozenset({"page", "section", "volume", "issue", "cited", "issued"})


def read(context: Context, at: int, end: int) -> list[Draft]:
    head = None if INITIALS.match(context.folded, at, end) else HEAD.match(context.folded, at, end)
    if head is None and context.kind == "note" and (plain := PLAIN.match(context.folded, at, end)):
        return [Draft("ibid", "ibid", at, plain.end())]
    if head is None:
        return []
    head = ALSO.match(context.folded, head.end(), end) or head
    begin = head.end() + context.folded.startswith(".", head.end())
    places = fond.read_places(context.folded, begin, end)
    is_over = context.folded[places : places + 1] in ("", ".", ";")
    is_leaf = is_over and fond.LEAVES.fullmatch(context.folded, begin + len(", "), places)  # Ibid., l. 91
    if is_leaf or (places > begin and len(UNITS.findall(context.folded, begin, places)) > 1):  # Там же. Д. 124. Л. 9
        locator = context.text[begin:places].strip(" .,")
        return [Draft("ibid", "ibid", at, places, [Item("locator", locator, begin, places)], locator)]
    tail = context.tail(begin, end)
    items = []
    stop = head.end()
    for item in tail.items:
        if item.field not in REST or (item.field == "issued" and not is_year(item.value)):
            break
        items.append(item)
        stop = item.end
    if not items and (pin := PIN.match(context.folded, head.end(), end)):  # "ibid s 49"
        items.append(Printed("section", context.text[slice(*pin.span("cited"))], *pin.span("cited")))
        stop = pin.end()
    locator = next((item.value for item in items if item.field in ("page", "section")), "") or next((item.value for item in items), "")
    if context.folded[stop : stop + 1] in ("页", "頁", "쪽"):  # 同上,第15页
        stop += 1
    parts = [Item("locator", locator, items[0].start, items[-1].end)] if items else []
    return [Draft("ibid", "ibid", at, stop, parts, locator)]


FORM = Form("ibid", read, stems("ibid", "as_above"))
