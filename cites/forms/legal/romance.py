"""Laws, decrees and judgments in French and Spanish, and the gazettes that print them; those of other countries are shapes in courts.toml:

"Loi n° 2004-228 du 15 mars 2004 encadrant …, Journal officiel, 17 mars 2004",
"Ley 52/2007, de 26 de diciembre, BOE núm. 310". The date is that of the act, not of the gazette.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.legal.parts import Rule
from cites.knowledge import load_courts

FRENCH_DAY = r"(?P<date>\d{1,2}(?:er)?\s\p{Ll}{3,9}\.?\s\d{4})"
FRENCH_ACT = regex.compile(  # Loi n° 2004-228 du 15 mars 2004 encadrant … · Décret du 19 février 1962, JORF du 21 février 1962, p. 1789
    r"(?P<title>(?:Loi|Décret(?:-loi)?|Ordonnance|Arrêté|Circulaire)(?:\s(?:constitutionnelle|organique|ministérielle?|royale?|impérial))?"
    rf"(?:\sn°\s?(?P<number>\d[\d/.-]*))?\sdu\s{FRENCH_DAY}(?:\s(?:\([^()]{{2,60}}\)|[^;“”«»]{{4,300}}?(?=,\s(?:Journal\sof|J\.?O|Bulletin\s))|[^;,“”«»]{{4,240}}?))??)"
    r"(?:,\s(?P<container>(?:Journal\sofficiel|J\.?O\.?(?:R\.?F\.?)?|Bulletin\sofficiel|Bulletin\sdes\slois)(?:\s[\p{L}' ]{3,40}?)?)"
    r"(?:(?:,|\sdu)\s\d{1,2}(?:er)?\s\p{Ll}{3,9}\s\d{4})?(?:,\sp\.\s(?P<page>\d[\d-]*))?)?(?:,\s(?P<cited>art(?:icle|\.)\s[\w.-]*\w))?"
    r"(?=[.;,)]|$)"
)
SPANISH_ACT = regex.compile(  # Ley 52/2007, de 26 de diciembre, por la que …, BOE núm. 310, de 27 de diciembre de 2007
    r"(?P<title>(?:Ley(?:\sOrgánica)?|Real\sDecreto(?:-ley|\sLegislativo)?|Decreto(?:-ley)?|Orden\s\p{Lu}{2,4})\s"
    r"(?P<number>\d{1,4}/(?P<year>\d{4})),\sde\s(?P<day>\d{1,2}\sde\s\p{Ll}{4,10})(?:,\s(?:de|por|sobre)\s[^;,]{4,200}?)?)"
    r"(?:,\s(?P<container>BOE|Boletín\sOficial\sdel\sEstado)(?:,?\s(?:núm\.|n\.º|nº|no\.)?\s?(?P<issue>\d+))?"
    r"(?:,\s(?:de\s)?\d{1,2}\s(?:de\s\p{Ll}+\sde|\p{L}+)\s\d{4})?(?:,\spp?\.\s(?P<page>\d[\d-]*))?)?(?:,\s(?P<cited>art\.\s\d+))?(?=[.;,)]|$)"
)
SPANISH_COURT = (  # Corte de Apelaciones de Santiago · Corte Suprema de Justicia de la Nación, Sala Penal
    r"(?P<authority>(?:Tribunal|Corte|Audiencia|Cámara|Juzgado)\s(?:de\s(?=\p{Lu}))?(?:\p{Lu}\p{L}+|suprema)(?:\s(?:y\s|del?\s(?:las?\s|los?\s)?)?\p{Lu}\p{L}+)*"
    r"(?:,\s(?:Sala|Sección|Secc?\.)\s[^,;\d]{1,40})?)"
)
SPANISH_FILE = (
    r"(?:[Rr]ol|[Cc]ausa|[Ee]xp(?:ediente|te)?\.?|[Rr]adica(?:do|ción)|[Rr]ad\.)\s(?:[Nn](?:úm|ro)?\.?\s?[º°]?\s?)?"
    r"(?P<number>\d(?:[\w./-]*\w)?)"
)
SPANISH_DAY = r"(?P<date>\d{1,2}\s(?:de\s)?\p{Ll}{4,10}\s(?:de(?:l)?\s)?\d{4})"
SPANISH_CASE = regex.compile(  # Tribunal Supremo, sentencia de 4 de mayo de 2012 · STC 66/1995, de 8 de mayo, FJ 5
    rf"(?:{SPANISH_COURT},\s(?:[Ss]entencia|[Aa]uto|[Ff]allo)"
    r"(?=,?\s(?:n|STC|d|\d|\p{Lu}+-\d))(?:\s(?:n(?:úm|\.º|º|°)?\.?\s)?(?P<number>\d{1,5}/(?P<year>(?:19|20)\d\d)|\p{Lu}{1,2}-\d+(?:/\d\d|\sde\s(?P<year>\d{4}))|\d{1,5}))?"
    rf"(?:,?\sdel?\s(?:{SPANISH_DAY}|(?P<day>\d{{1,2}}\sde\s\p{{Ll}}{{4,10}})))?(?:,\s{SPANISH_FILE})?"
    # Corte de Apelaciones de Valparaíso, 12 de marzo de 2010, rol n° 23-2010 · Corte Suprema, "Arriola", 25 de …
    rf"|{SPANISH_COURT},\s(?:[“\"«](?P<title>[^“”\"«»]{{4,120}})[”\"»],\s)?(?:{SPANISH_FILE},\s)?{SPANISH_DAY}(?:,\s{SPANISH_FILE})?"
    r"|(?:(?:Tribunal\s\p{Lu}\p{L}+),\s)?(?P<authority>STC|ATC|STS|ATS|SAN|STSJ\s\p{Lu}\p{L}+|SAP\s\p{Lu}\p{L}+)\s(?P<number>\d{1,5}/(?P<year>\d{4}))"
    r"(?:,\sde\s(?P<day>\d{1,2}\sde\s\p{Ll}{4,10}))?(?:\s\(ECLI:[\w:.]+\))?)(?:,\s(?P<cited>(?:FF?\.?\s?JJ?\.?|f\.\s?j\.)\s?\d+))?(?=[.;,)]|$)"
)
RULES: tuple[Rule, ...] = (
    Rule("legislation", FRENCH_ACT, ("loi ", "décret", "ordonnance ", "arrêté ", "circulaire ")),
    *(Rule(row["type"], regex.compile("".join(row["shape"])), tuple(row["hints"])) for row in load_courts().filed),
    Rule("legal_case", SPANISH_CASE, ("sentencia", ", auto", "corte ", "cámara ", "audiencia ", "tribunal ", "stc ", "atc ", "sts ", "ats ", "san ",
                                      "stsj ", "sap ")),
    Rule("legislation", SPANISH_ACT, ("ley ", "decreto", "stc ", "orden ")),
)
