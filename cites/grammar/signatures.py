"""Signatures of records, and the names of what keeps them: "FO 371/75758", "R 43/I 1234", "8 S 112", "box 12", "Riksarkivet"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import Either, any_of
from cites.grammar.patterns import read_each, read_part, read_patterns
from cites.knowledge import load

SIGNATURE = Either(*read_each("archives/parts", "SIGNATURE"))
OWN, LONE, PAPERS, PIECE, VOLUME, SHELF_MARK, LEAVES = read_patterns("archives/parts", "OWN LONE PAPERS PIECE VOLUME SHELF_MARK LEAVES")
NUMBER, WITHIN, COLLECTION, HOLDING, FONDS = read_patterns("archives/parts", "NUMBER WITHIN COLLECTION HOLDING FONDS")
KEEPER_WORDS = f"(?i:{any_of(load()['archives'] + load()['archives.libraries'])})"
KEEPS = KEEPER_WORDS + "|[Rr]ecords"  # words of what keeps records, and what a collection of them may be called
KEEPER = regex.compile(rf".*(?:{KEEPER_WORDS}).*")
ARCHIVE = regex.compile(  # also an acronym: TNA · P.R.O. · PA AA · SAPMO-BArch · AD Gard · AN · TsKhSD
    rf"(?:.*(?:{KEEPS}).*|\p{{Lu}}{{3,8}}|(?:\p{{Lu}}\p{{Ll}}){{1,2}}\p{{Lu}}{{2,6}}"
    rf"|\p{{Lu}}{{2,8}}\p{{Ll}}{{0,4}}[-/]\p{{Lu}}{{1,5}}\p{{Ll}}{{0,5}}|\p{{Lu}}{{2,4}}\s\p{{Lu}}{{2,4}}|(?:\p{{Lu}}\.){{3,5}}"
    rf"|A[DMC]\s\p{{Lu}}[\p{{L}} '-]{{2,30}}|AN|BL|BnF|Bodl\."
    rf"|Arch\.\s(?:nat|dép|mun|comm|dioc|gén|roy)\.(?:\s[^,]{{2,40}})?)(?:\s?\([^)]*\))?"
)
HEAD = regex.compile(  # TNA: FO 371/75758 · British Library Add MS 6783 · BArch, R 43/1234 · Bundesarchiv (BArch) R 43/I 1234
    r"(?P<archive>\p{Lu}{3,8}):?\s(?=\p{Lu}{2,5}\s\d{1,4}/\d)"
    rf"|MS\.?\s(?:of|in)\sthe\s(?P<archive>\p{{Lu}}[^,;()]{{0,60}}{KEEPER_WORDS})\s(?=No\.\s\d)"
    rf"|(?P<archive>(?:\p{{Lu}}[\p{{L}}'-]+\s){{1,4}}{KEEPER_WORDS})\s(?=(?:\p{{Lu}}\p{{L}}+\.?\s)?(?:M[Ss]{{1,2}}\.?"
    rf"|Manuscript)\s[^,;]{{0,30}}\d)|(?P<archive>\p{{L}}*[Aa]rch\p{{L}}*(?:\s[\p{{L}}-]+){{0,3}}(?:\s\(\p{{L}}+\))?)[,:]?\s"
    rf"(?={read_part('archives/parts', 'GERMAN')})"
)
