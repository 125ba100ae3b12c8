"""What words say of a work, in brackets and outside: "hereafter Memoirs", "in Russian", "2nd rev. ed.", "updated May 3", "n.d."."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import WORDS, any_of, compile_words, first_words, leading, one_of
from cites.knowledge import load

LANGUAGES = load().languages
HEREAFTER = compile_words(rf"(?:cited\s)?(?:{one_of('hereafter')})(?:\s(?:cited|referred\sto)(?:\sas)?)?[,:]?\s(?P<name>.+)")
LANGUAGE = compile_words(
    rf"(?:in\s|на\s|en\s)?(?P<language>{any_of(LANGUAGES)})(?:\slanguage)?"
    r"(?=\s?(?:$|[,;)\]]|\.(?!\p{L})|\d{4}\sgmt|\d{1,2}\s\p{L}))"
)
LANGUAGE_WORDS = frozenset(leading(word, 0) for word in (*LANGUAGES, "in", "на", "en"))
REVISED_ONE = rf"(?:{one_of('editions.revised')})"
REVISED = rf"{REVISED_ONE}(?:\s(?:{one_of('joins')})\s{REVISED_ONE}|,?\s{REVISED_ONE})*"
ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ|d|e|è?me|\.?[aªº°]|\.)?|first|second|third|fourth|fifth|primera|segunda|tercera|cuarta|quinta|prima"
    r"|seconda|terza|primeira|terceira|rev\.?|revised|new|2nd\srev\.|expanded|enlarged|enl\.|abridged|international|paperback|updated"
    r"|reprint)"
)
EDITION_SHAPES = regex.shapes(
    ("Spring 2012 ed.", rf"{any_of(load().seasons)}\s(?:1[5-9]|20)\d\d\s(?:{one_of('editions')})"),
    ("2., überarb. Aufl.", rf"\d{{1,2}}\.?,?\s{REVISED}\s(?:{one_of('editions')})"),
    (
        "3rd rev. ed.",
        rf"{ORDINAL}(?:\s(?:rev\.|revised|and\sexpanded|enl\.|anniv\.|anniversary))?(?:\s|(?<=\d\.))(?:{one_of('editions')})",
    ),
    ("Japanese ed.", rf"(?:{any_of(LANGUAGES)})\s(?:{one_of('editions')})(?![\p{{L}}])"),
    ("⟨Repr.⟩ (Oxford: Oxford University Press, 1996)", rf"(?:{one_of('reprints')})(?=\s\()"),
    ("wyd. II", r"(?:wyd|vyd|изд)\.\s(?:[IVX]{1,4}|\d{1,2}(?:-?е)?)(?![\p{L}\d])"),
    flags=WORDS,
)
EDITION = compile_words(rf"(?P<edition>{EDITION_SHAPES})")
EDITION_WORDS = frozenset(
    {"", "first", "second", "third", "fourth", "fifth", "rev", "revised", "new", "expanded", "updated", "wyd", "vyd", "изд", "reprint"}
    | {leading(word, 0) for word in (*load().seasons, *LANGUAGES, *load()["reprints"])}
    | {"primera", "segunda", "tercera", "cuarta", "quinta", "prima", "seconda", "terza", "primeira", "terceira"}
)  # with which it begins
EDITED = compile_words(rf"(?:{one_of('editors.before')})\s(?P<people>\p{{Lu}}.+)")
TRANSLATED = compile_words(rf"(?:{one_of('translators.before')})\s(?P<people>\p{{Lu}}.+)")
UPDATED = compile_words(rf"(?:{one_of('updated')})\s?:?(?:on\s)?")
UPDATED_DAY = compile_words(  # last updated February 13, 2020
    rf"(?:{one_of('updated')})\s?:?(?:on\s)?(?-i:\d{{1,2}}\.?\s\p{{L}}{{3,9}}\.?,?\s|\p{{Lu}}\p{{Ll}}{{2,8}}\.?\s(?:\d{{1,2}},\s)?)"
    rf"(?:1[5-9]|20)\d\d(?!\d)"
)
UPDATE_WORDS = first_words("updated")
UNDATED = compile_words(rf"{one_of('undated')}(?!\p{{L}})")  # not the S.D. of "S.D.N.Y."
YEARLESS = compile_words(rf"(?P<nd>{one_of('undated', 'unprinted')})(?!\p{{L}})")
YEARLESS_WORDS = first_words("undated", "unprinted")
