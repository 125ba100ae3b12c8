"""Laws, decrees and judgments in French, Italian and Spanish, and the gazettes that print them: "Loi n° 2004-228 du 15 mars 2004
encadrant …, Journal officiel, 17 mars 2004", "Legge 20 maggio 1970, n. 300, art. 18", "Ley 52/2007, de 26 de diciembre, BOE núm. 310".

The date is that of the act, not of the gazette.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.legal.parts import Rule

FRENCH_DAY = r"(?P<date>\d{1,2}(?:er)?\s\p{Ll}{3,9}\.?\s\d{4})"
FRENCH_ACT = regex.compile(  # Loi n° 2004-228 du 15 mars 2004 encadrant … · Décret du 19 février 1962, JORF du 21 février 1962, p. 1789
    r"(?P<title>(?:Loi|Décret(?:-loi)?|Ordonnance|Arrêté|Circulaire)(?:\s(?:constitutionnelle|organique|ministérielle?|royale?|impérial))?"
    rf"(?:\sn°\s?(?P<number>\d[\d/.-]*))?\sdu\s{FRENCH_DAY}(?:\s(?:\([^()]{{2,60}}\)|[^;“”«»]{{4,300}}?(?=,\s(?:Journal\sof|J\.?O|Bulletin\s))|[^;,“”«»]{{4,240}}?))??)"
    r"(?:,\s(?P<container>(?:Journal\sofficiel|J\.?O\.?(?:R\.?F\.?)?|Bulletin\sofficiel|Bulletin\sdes\slois)(?:\s[\p{L}' ]{3,40}?)?)"
    r"(?:(?:,|\sdu)\s\d{1,2}(?:er)?\s\p{Ll}{3,9}\s\d{4})?(?:,\sp\.\s(?P<page>\d[\d-]*))?)?(?:,\s(?P<cited>art(?:icle|\.)\s[\w.-]*\w))?"
    r"(?=[.;,)]|$)"
)
ITALIAN_ACT = regex.compile(  # Legge 20 maggio 1970, n. 300, art. 18 · d.lgs. 30 giugno 2003, n. 196
    r"(?P<title>(?:[Ll]egge(?:\s(?:costituzionale|delega|regionale))?|[Dd]ecreto(?:[ -](?:legge|legislativo))?|[Rr]egio\sdecreto|[Dd]\.\s?"
    r"[Ll]gs\.|[Dd]\.\s?[Ll]\.|[Rr]\.\s?[Dd]\.|[Dd]\.\s?[Pp]\.\s?[Rr]\.)\s(?P<date>\d{1,2}°?\s\p{Ll}{3,9}\s\d{4}),\sn\.\s(?P<number>\d+))"
    r"(?:,\s(?P<cited>artt?\.\s\d[\d-]*))?"
)
SPANISH_ACT = regex.compile(  # Ley 52/2007, de 26 de diciembre, por la que …, BOE núm. 310, de 27 de diciembre de 2007
    r"(?P<title>(?:Ley(?:\sOrgánica)?|Real\sDecreto(?:-ley|\sLegislativo)?|Decreto(?:-ley)?|STC|Orden\s\p{Lu}{2,4})\s"
    r"(?P<number>\d{1,4}/(?P<year>\d{4})),\sde\s(?P<day>\d{1,2}\sde\s\p{Ll}{4,10})(?:,\s(?:de|por|sobre)\s[^;,]{4,200}?)?)"
    r"(?:,\s(?P<container>BOE|Boletín\sOficial\sdel\sEstado)(?:,?\s(?:núm\.|n\.º|nº|no\.)?\s?(?P<issue>\d+))?"
    r"(?:,\s(?:de\s)?\d{1,2}\s(?:de\s\p{Ll}+\sde|\p{L}+)\s\d{4})?(?:,\spp?\.\s(?P<page>\d[\d-]*))?)?(?:,\s(?P<cited>art\.\s\d+))?(?=[.;,)]|$)"
)
ROMANCE_CASE = regex.compile(  # Tribunal Supremo, sentencia de 4 de mayo de 2012 · Corte costituzionale, sentenza n. 238/2014
    r"(?P<authority>(?:Tribunal|Corte|Audiencia)\s(?:\p{Lu}\p{L}+|costituzionale|suprema|di\scassazione|d'appello)(?:\sde\s(?:la\s)?\p{Lu}\p{L}+)?),\s"
    r"(?:[Ss]enten(?:cia|za)|[Aa]uto|[Oo]rdinanza)"
    r"(?=,?\s(?:n|STC|d|\d))(?:\s(?:n(?:úm|\.º|º|°)?\.?\s)?(?P<number>\d{1,5}/(?P<year>(?:19|20)\d\d)|\d{1,5}))?"
    r"(?:,?\sd[ei]l?\s(?P<date>\d{1,2}\s(?:de\s)?\p{Ll}{4,10}\s(?:de\s)?\d{4}))?(?=[.;,)]|$)"
)
RULES: tuple[Rule, ...] = (
    Rule("legislation", FRENCH_ACT, ("loi ", "décret", "ordonnance ", "arrêté ", "circulaire ")),
    Rule("legislation", ITALIAN_ACT, ("legge ", "decreto", "lgs.", "d.l", "r.d", "d. l", "r. d", "d.p.r", "d. p. r")),
    Rule("legal_case", ROMANCE_CASE, ("sentencia", "sentenza", ", auto", "ordinanza")),
    Rule("legislation", SPANISH_ACT, ("ley ", "decreto", "stc ", "orden ")),
)
