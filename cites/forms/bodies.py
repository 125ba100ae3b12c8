"""Bodies that are printed from the whole to the part: "U.S. Congress, Senate, Committee on Foreign Relations",
"Great Britain, Foreign Office", "U.S. Department of State, Bureau of Democracy, Human Rights, and Labor".

Source: The Chicago Manual of Style, 17th edition, 14.290 and 14.291; Turabian, 9th edition, 17.11.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.authors import is_body
from cites.forms.form import Context
from cites.grammar.imprint import is_place

KIND = (
    r"(?:(?:Sub)?[Cc]ommittee|Commission|Office|Department|Dept\.|Bureau|Division|Directorate(?:-General)?|Secretariat|Ministry|Section"
    r"|Branch|Board|Service|Staff|Agency|Ausschuss|Ausschuß|Abteilung|Referat|Hauptabteilung|Comité|Direction|Ministère|Commissione|Comisión|Dirección|Ministerio)"
)
PART = regex.compile(  # "Committee on Commerce, Science, and Transportation", "Foreign Office", "Senate"
    rf",\s(?:(?:(?:Select|Joint|Standing|Special|Permanent)\s){{0,2}}{KIND}\s(?:on|of|for|für|des|de|der|per)\s[^,;:()“”\"]{{3,70}}?"
    r"(?:(?:,\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?){1,3},?\s(?:and|und|et|y|e)\s\p{Lu}[^,;:()“”\"]{2,40}?)?"
    rf"|(?:\p{{Lu}}[\p{{L}}'-]+\s){{1,4}}{KIND}|House(?:\sof\s(?:Representatives|Commons|Lords))?|Senate|Parliament|Auswärtiges Amt)(?=,\s[\p{{Lu}}“\"‘«„])"
)
MAX_PARTS = 4


def whole_body(context: Context, at: int, comma: int, end: int) -> int:
    """Return where a body ends that began as `at:comma` and is named with its parts, `comma` itself where it has none."""
    name = context.text[at:comma]
    if not (is_body(name, context) or is_place(name)):
        return comma
    stop = comma
    for _ in range(MAX_PARTS):
        part = PART.match(context.folded, stop, end)
        if part is None:
            break
        stop = part.end()
    return stop
