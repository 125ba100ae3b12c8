"""Laws, decrees and judgments in French, Italian, Spanish, Portuguese and Polish, and the gazettes that print them:

"Loi n° 2004-228 du 15 mars 2004 encadrant …, Journal officiel, 17 mars 2004", "Legge 20 maggio 1970, n. 300, art. 18",
"Ley 52/2007, de 26 de diciembre, BOE núm. 310". The date is that of the act, not of the gazette.
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
    r"(?P<title>(?:Ley(?:\sOrgánica)?|Real\sDecreto(?:-ley|\sLegislativo)?|Decreto(?:-ley)?|Orden\s\p{Lu}{2,4})\s"
    r"(?P<number>\d{1,4}/(?P<year>\d{4})),\sde\s(?P<day>\d{1,2}\sde\s\p{Ll}{4,10})(?:,\s(?:de|por|sobre)\s[^;,]{4,200}?)?)"
    r"(?:,\s(?P<container>BOE|Boletín\sOficial\sdel\sEstado)(?:,?\s(?:núm\.|n\.º|nº|no\.)?\s?(?P<issue>\d+))?"
    r"(?:,\s(?:de\s)?\d{1,2}\s(?:de\s\p{Ll}+\sde|\p{L}+)\s\d{4})?(?:,\spp?\.\s(?P<page>\d[\d-]*))?)?(?:,\s(?P<cited>art\.\s\d+))?(?=[.;,)]|$)"
)
ITALIAN_CASE = regex.compile(  # Cass., sez. un., 11 novembre 2008, n. 26972, in Foro it., 2009, I, c. 120 · Corte cost., sent. n. 1/2014
    r"(?P<authority>(?:C(?:orte|\.)\s?(?:costituzionale|[Cc]ost\.|di\scassazione|dei\sconti)|Cass(?:azione|\.)|Cons(?:iglio|\.)\s(?:di\s)?Stato|T\.?A\.?R\.?\s\p{Lu}\p{L}+(?:,\s\p{Lu}\p{L}+)?"
    r"|(?:Trib(?:unale|\.)|(?:Corte\s(?:d')?)?[Aa]pp(?:ello|\.))\s(?:di\s)?\p{Lu}\p{L}+)"
    r"(?:,?\s(?:sez(?:ione|\.)(?:\s(?:un(?:ite|\.)|[IVX]+|\p{Ll}{2,8}\.?))+|ad(?:unanza|\.)\splen(?:aria|\.)|S\.?U\.?|civ(?:ile|\.)|pen(?:ale|\.)))*),?\s"
    r"(?:(?:[Ss]ent(?:enza|\.)|[Oo]rd(?:inanza|\.)|decreto)\s)?(?:n\.\s?(?P<number>\d{1,5}/(?P<year>\d{4}))"
    r"|(?P<date>\d{1,2}°?\s\p{Ll}{3,9}\s\d{4})(?:,\sn\.\s?(?P<number>\d{1,5}))?|n\.\s?(?P<number>\d{1,5})\sdel\s(?P<date>\d{1,2}°?\s\p{Ll}{3,9}\s\d{4}))"
    r"(?:,\sin\s(?P<container>\p{Lu}[^,;]{2,40}),\s(?P<volume>\d{4})(?:,\s[IVX]+)?,\s(?:pp?|cc?)\.\s(?P<page>\d+))?"
)
PORTUGUESE_CASE = regex.compile(  # Acórdão do TC n.º 187/2001, de 2 de maio de 2001 · STF, ADI 855-2/PR, Rel. Min. O. Gallotti, j. 6.3.2008
    r"Ac(?:órdão|\.)\sd[oe]\s(?P<authority>Tribunal\s\p{Lu}\p{L}+|Supremo\sTribunal\s\p{Lu}[\p{L} ]+?|TC|STJ|STA|TJUE)\s"
    r"(?:n\.?º\s(?P<number>[\d/]+),?\s)?de\s(?P<date>\d{1,2}\sde\s\p{Ll}+\sde\s\d{4})"
    r"|(?P<authority>ST[FJ]|TS[TE]|TJ/?\p{Lu}{2}|TRF-?\d),\s(?P<number>(?:\p{Lu}[\p{L}.]*\s){1,3}(?:n\.?\s?º?\s)?\d[\d.-]*(?:/\p{Lu}{2})?),\s"
    r"(?:[Rr]el\.[^;,]{4,60},\s)?(?:[^;,]{2,10},\s)?(?:j\.|julgado\sem|D[Jj]e?|de)\s(?P<date>\d{1,2}[./]\d{1,2}[./]\d{4})(?:,\sDJe?\s[\d./]+\d)?"
)
POLISH_CASE = regex.compile(  # Wyrok TK z dnia 25 lutego 1999 r., K 23/98, OTK 1999, nr 2, poz. 25
    r"(?:[Ww]yrok|[Pp]ostanowienie|[Uu]chwała|[Oo]rzeczenie)\s(?:składu\s\d+\ssędziów\s)?(?P<authority>\p{Lu}[^,;\d]{1,60}?)\sz\s(?:dnia\s)?"
    r"(?P<date>\d{1,2}\s\p{Ll}+\s\d{4})(?:\sr\.|\sroku)?,\s(?:sygn\.\s(?:akt\s)?)?(?P<number>\p{Lu}[\p{L}\d .-]{0,16}\s?\d{1,5}/\d{2})"
    r"(?:,\s(?P<container>OTK(?:-A|\sZU)?|OSNC?P?|ONSA(?:iWSA)?)\s(?:(?P<volume>\d{4}),?\s)?(?:nr|z\.)\s(?P<issue>[\w/]+),\spoz\.\s(?P<page>\d+))?"
)
POLISH_ACT = regex.compile(  # Art. 31 ust. 3 Konstytucji … z dnia 2 kwietnia 1997 r. (Dz.U. 1997 nr 78, poz. 483)
    r"(?:(?P<cited>[Aa]rt\.\s\d+\p{Ll}?(?:\s(?:ust\.|pkt|lit\.|§)\s?\w+)*),?\s)?"
    r"(?P<title>(?:[Uu]staw[ay]|Konstytucj[ai]|[Rr]ozporządzeni[ea])(?=\s)[^;,()“”\d]{0,120}?\sz\s(?:dnia\s)?(?P<date>\d{1,2}\s\p{Ll}+\s\d{4})"
    r"\s(?:r\.|roku)(?:\s[^;,()“”\d]{3,200}?)?)(?:,?\s\(?(?:t\.\s?j\.\s)?(?P<container>Dz\.\s?U\.|M\.\s?P\.)\s(?:z\s)?\d{4}(?:\sr\.)?,?\s"
    r"(?:[Nn]r\s(?P<issue>\d+),?\s)?poz\.\s(?P<page>\d+)(?:\sze\szm\.)?\)?)?(?=[.;,)]|$)"
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
    Rule("legislation", ITALIAN_ACT, ("legge ", "decreto", "lgs.", "d.l", "r.d", "d. l", "r. d", "d.p.r", "d. p. r")),
    Rule("legal_case", ITALIAN_CASE, ("cost", "cass", "stato", "tar ", "t.a.r", "trib", "app", "corte ")),
    Rule("legal_case", PORTUGUESE_CASE, ("acórdão ", "ac. d", ", rel.", ", j. ", ", dj")),
    Rule("legal_case", POLISH_CASE, ("wyrok ", "postanowienie ", "uchwała ", "orzeczenie ")),
    Rule("legislation", POLISH_ACT, ("ustaw", "konstytucj", "rozporządzeni")),
    Rule("legal_case", SPANISH_CASE, ("sentencia", ", auto", "corte ", "cámara ", "audiencia ", "tribunal ", "stc ", "atc ", "sts ", "ats ", "san ", "stsj ", "sap ")),
    Rule("legislation", SPANISH_ACT, ("ley ", "decreto", "stc ", "orden ")),
)
