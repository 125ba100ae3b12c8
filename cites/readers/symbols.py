"""Signs of symbol fonts, which word processors keep as numbers: `<w:sym w:font="Symbol" w:char="F061"/>` is "α"."""

from __future__ import annotations

PRIVATE = 0xF000  # to this the numbers of symbol fonts are added
# What the font Symbol has from 0x20 on, "\ufffd" where there is nothing to print. Source: Adobe, symbol.txt.
SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
    + "\ufffd" * 33
    + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\u23d0\u23af↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
)


def read_symbol(number: str, font: str) -> str:
    """Return the sign; "" for one of a font that is not known, for its number says nothing."""
    try:
        code = int(number, 16)
    except ValueError:
        return ""
    if font.casefold() == "symbol":
        code -= PRIVATE if code >= PRIVATE else 0
        sign = SYMBOL[code - 0x20] if 0x20 <= code < 0x20 + len(SYMBOL) else "\ufffd"
        return "" if sign == "\ufffd" else sign
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0x110000 else ""
