"""Names and years as texts that cite by author and date print them: "Lee and Park 2012", "Smith 2010b, 45", "n.d."."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import AND, one_of

NAME = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]os|[Tt]er|al-|[Ll]a|[Ll]e|[Dd]u|[Dd]i|[Dd]a)\s){0,3}+\p{Lu}[\p{L}'’-]+"
    r"(?:\s(?:de\sla|de\slos|de\slas|dos|del|della)\s\p{Lu}[\p{L}'’-]+)?"  # Féaux de la Croix
)
ONE = rf"{NAME}(?:(?:,\s{NAME}){{0,9}}+,?\s{AND}\s{NAME}|(?:\s?/\s?{NAME}){{1,9}}+)?"
SMALL = one_of("small_words")
REST = rf"(?:(?:\s{SMALL}){{0,2}}\s\p{{Lu}}[\p{{L}}'’-]+){{0,6}}?"  # Bank for Reconstruction and Development
OTHER_AUTHORS = r"(?P<others>,?\set\sal\.?|\s[ue]\.\s?a\.)?"
INITIALS = r"(?P<initials>(?:\p{Lu}\.[\s-]?){1,3}(?<=\s))?"  # J. M. Taylor & Neimeyer 2015, where there are two Taylors
NAMES = rf"(?P<names>{ONE}{REST}){OTHER_AUTHORS}"
WITH_COMMA = rf"(?P<names>(?:{NAME},\s){{1,3}}?{NAME}){OTHER_AUTHORS}"  # (Berg, Hall 2015)
BRIEFLY = r"(?:\s\[(?=\p{L}*\p{Lu}\p{L}*\p{Lu})[\p{L}\d-]{2,10}\])?"  # Mekong River Commission [MRC], 2016 · [DfE]
FIRST_YEAR = (  # of the work, before that of the edition: 1962/1989, [1922] 1978, (1922) 1978
    r"(?:(?:1[5-9]|20)\d\d\s?/\s?|\[(?:1[5-9]|20)\d\d\]\s?|\((?:1[5-9]|20)\d\d\)\s)?"
)
OTHER_YEAR = (  # behind that of the edition, or the last of some volumes: 1978 [1922], 2005–2008
    r"(?:\s?\[(?:1[5-9]|20)\d\d\]|\s\((?:1[5-9]|20)\d\d\)|[-–](?:(?:1[5-9]|20)\d\d|\d\d|present)(?=\s?[,;:)]|$))?"
)
UNDATED = one_of("undated", "unprinted")  # n.d. · no date · forthcoming
YEAR = rf"{FIRST_YEAR}(?P<year>(?:1[5-9]|20)\d\d|(?i:{UNDATED}))(?:(?P<letter>[a-h])|\s(?P<letter>[a-h])(?=\s?[,;:/)]|$))?{OTHER_YEAR}"
PAGES = (
    rf"(?:(?:,|\s?:)\s?(?:(?i:{one_of('pages')})\s?)?"
    rf"(?P<locator>(?:(?i:{one_of('sections')})\s?)?(?!(?:19|20)\d\d[a-h]?\s?(?:[,;)]|$))[\p{{Lu}}e]?\d+"
    r"(?:\s?[-–]\s?\d+)?(?:,\s\d+(?:[-–]\d+)?)*|(?!c\b)[ivxlc]+)(?!\d))?"
)
LEADS = rf"(?i:{one_of('see', 'see.pointers')}),?\s"  # see · cf. · e.g.,
LED = rf"(?<=[(\[;]\s?|{LEADS})"  # what stands before a pointer: "(see Smith 45; Lee 12)"
EACH_NAME = regex.compile(NAME)
