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
OLD_PLACE = regex.compile(  # Ibid. ii. 45; not "Ibid., ll. 29-38", leaves
    r"\.?,?\s(?P<volume>x{0,3}(?:ix|iv|vi{0,3}|i{1,3})|x{1,3})\.\s(?P<page>\d{1,4}(?:-\d{1,4})?(?:,\s\d{1,4}(?:-\d{1,4})?)*)"
    r"(?=\s?\.?$|[;,)]|\.\s\p{Lu})"
)
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
    is_leaf = context.folded[places : places + 1] in ("", ".", ";") and fond.LEAVES.fullmatch(context.folded, begin + 2, places)  # , l. 91
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
    if not items and (told := OLD_PLACE.match(context.folded, stop, end)):
        items += [Printed(field, context.text[slice(*told.span(field))], *told.span(field)) for field in ("volume", "page")]
        stop = told.end("page")
    locator = next((item.value for item in items if item.field in ("page", "section")), "") or next((item.value for item in items), "")
    if context.folded[stop : stop + 1] in ("页", "頁", "쪽"):  # 同上,第15页
        stop += 1
    parts = [Item("locator", locator, items[0].start, items[-1].end)] if items else []
    return [Draft("ibid", "ibid", at, stop, parts, locator)]


FORM = Form("ibid", read, stems("ibid", "as_above"))
