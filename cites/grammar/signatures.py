"""Signatures of records, and the names of what keeps them: "FO 371/75758", "R 43/I 1234", "8 S 112", "box 12", "Riksarkivet"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import Either, any_of
from cites.knowledge import load

NO_SYMBOL = r"(?!(?:S|A|E|T|ST|HRC)/(?:RES|PRST|PV|\d\d)|C(?:CPR|ERD|EDAW|AT|RC|RPD|MW)/C/)"  # of a document of the United Nations
# R 43/I 1234 · R 43-I/1234 · NS 6/123 · DY 30/J IV 2/2/1289
GERMAN = r"\p{Lu}{1,3}\s\d{1,4}(?:[-\s/][IVX]{1,3})?(?:\s?/\s?(?:\p{Lu}\s)?[IVX]{1,3})?[\s/]\d[\w/.-]*"
# 8 S 112 · GR 7 N 2762 · F/7/13025 · F1a 4750
FRENCH = r"(?!A/\d\d/)(?:(?:GR\s)?\d{1,4}\s?\p{Lu}{1,2}\s\d{1,6}|\p{Lu}{1,2}/?\d{1,3}[a-z]{0,2}\*?[\s/]\d{3,6})(?=[,.;]|$)"
PAPERS_OF = r"(?:[Pp]rivate\s[Pp]|P)apers\sof\s(?:the\s|Lord\s|Sir\s)?\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){0,3}"
PEOPLE_WITH = (
    r"(?!(?:\p{L}+\s){0,3}(?:Parliamentary|Sessional|Command|Working|Discussion)\s)\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){0,2}\s"
)
PAPERS_END = r"(?=,\s|\s\([^()]{4,60}\)|;|\.?$)"
SIGNATURE = Either(
    r"\p{Lu}{1,6}(?:\s\p{Lu}{1,4})?\s?\d{1,4}[a-z]?/\d[\w/.-]*",  # FO 371/75758 · CAB 129/37 · NCR 16a/12
    r"(?<=[),]\s)\p{Lu}{1,4}\d{1,4}(?:/[\p{Lu}\d]{1,5}){2,}(?=[,.;]|$)",  # P69/BEN2/A/1
    r"(?:(?:\p{Lu}\.){2,4}|Cab\.|Prem\.)\s?\d{1,4}/\d[\w/.-]*",  # F.O. 371/19888 · Cab. 23/83
    NO_SYMBOL + r"\p{Lu}{1,3}/\d+(?:/(?:\d+|\p{Lu}{1,3}))+",  # R/15/6/256 · CLA/071/AD/01/001
    NO_SYMBOL + r"\p{Lu}{1,5}(?:[./]\p{Lu}{1,5})+/\d[\w/.-]*",  # DT.WA/1/1
    r"\p{Lu}{1,4}(?:\.\p{Lu}{2,5}){1,2}\.?,?\s\d{1,4}/\d{1,5}",  # Y.PRK.ASK 45/12
    r"(?<=\p{Lu}{2}[),:]{0,2}\s)\p{Lu}{1,2}\s\d{3,6}(?!\d)",  # PA AA, R 94576
    r"MSS?\.?\s\p{Lu}[\p{L}. ]{2,40}\d+",  # MS Macmillan dep. d. 23
    # Dulles Papers; not those that a parliament printed
    rf"{PEOPLE_WITH}Papers{PAPERS_END}",
    rf"{PEOPLE_WITH}MSS\.?{PAPERS_END}",
    rf"(?<=\d,\s){PAPERS_OF}(?=\s\(|[,.;]|$)",  # 17 Dec. 1976, Private papers of Guy Hartcup
    r"(?i:f(?:ond)?|ф)\.?\s?(?:[РRПP]-)?\d+\w?(?=[,.]?\s(?i:op(?:is'?)?|оп|d|д|inv|dans|дан)(?!\p{L}))",  # f. 17, op. 3 · Ф. Р-17. Оп. 162
    r"(?i:sygn|zesp|inv|sign|mf)\.\s?(?:(?:nr|no)\.?\s)?\d[\w/.-]*",  # AAN, MSZ, sygn. 5431 · inv.nr. 88
    r"(?:RG|Record\sGroup)\s?\d+",
    r"(?:(?:[Nn]ummer\s)?[Tt]oegang(?:snummer)?\s)?\d\.\d\d\.\d\d(?:\.\d\d)?(?=,\sinv)",  # Nationaal Archief, 2.10.54, inv.nr. 89
    r"(?<=[Aa]rchives?,\s)[Ff]older\s\d+",
    r"(?:(?<=\d{4},\s)\p{Lu}[\p{L} ]{2,40}\s[Ff]older,\s)?(?:[Ff]older\s\d+(?=,\s[Bb]ox)|[Bb]ox(?:es)?\s\d+)",
    # Add MS 35414 · Ms STN 1204 · Ms. fol. 1988 · Ms. A.1.2
    r"(?:Add\.?\s)?(?:MSS?|Mss?\.?)\s(?:\p{Lu}+\s|fol\.\s)?(?:\w*\d+|\p{Lu}(?:\.\d+)+)",
    r"(?:M[Ss]|ms)\.?\s(?:fr|lat|gr|n\.\s?a\.\s?(?:fr|lat))\.\s\d{1,5}",  # BnF, ms. fr. 6680
    # Egerton MS 2245 · Additional Manuscript 6783 · Cotton MS Nero D. iv · Royal MS 12 C. xix · Vat. lat. 3256
    r"\p{Lu}\p{L}+\.?\s(?:MSS?|Mss?\.|Manuscript)\s(?:\p{Lu}\p{L}+\s)?(?:\d+(?:\s\p{Lu}\.\s?[ivxl]+)?|\p{Lu}\.\s?(?:[ivxl]+|\d+))"
    r"(?![\p{L}\d])",
    r"(?<=MS\.?\s(?:of|in)\sthe\s[^,;()]{3,60}\s|Ibid\.,\s)No\.\s\d[\d/]*(?=[,.;]|$)",  # MS of the Dresden Royal Library No. 140
    r"(?:Vat|Reg|Pal|Urb|Ottob|Barb|Chig)\.\s(?:lat|gr|germ|ebr)\.\s\d{1,5}",
    r"\d{3}[A-Z]?\.\d{1,4}[A-Z]?(?:-[A-Z]{2,4})?/\d{1,2}-\d{3,4}",  # 782.5611/5-961, 745K.5-MSP/7-2458, of the Department of State
    r"B\s?Arch,?\s\w+\s?\d+",
    r"Ref\.\s?\p{Lu}\d{8,11}",  # JACAR, Ref. A05020168900
    r"(?<=,\s)#\d{2,6}(?=,\s[^,]{3,60}\s(?:Collections?|Papers|Records),\s)",  # #76208, General Map Collection, GLO
    r"\p{Lu}{1,5}(?:(?:-\d{1,4}){4,}|(?<=,\s\p{Lu})-\d{3,5}(?:-\d{2,4}){2,3})(?=[,.;]|$)",  # NLC-10-4-7-18-6 · S-0864-0002-07
    rf"(?<=[),:]\s|\p{{Ll}}\s){GERMAN}",
    rf"(?<=[),:]\s){FRENCH}",
    r"(?<=,\s)(?:Ordner|Mappe|Kiste|Faszikel|(?:Field\s)?(?:Note|Letter|Minute)\s?[Bb]ook)\s\d+(?=[,.;]|$)",  # AdsD, Bahr, Ordner 392
    r"(?<=,\s)(?:b(?:usta|\.)|fasc(?:icolo|\.)|[Cc]aja|[Ll]eg(?:ajo|\.)|[Kk]arton|cx\.|caixa"
    r"|mç\.|maço):?\s\d[\d/-]*(?=[,.;]|$)",  # ACS, b. 12
)
# What may follow the beginning of a signature, between commas.
# Letters of the departments whose records the National Archives at Kew hold. By themselves, with a day, they tell a record whose archive
# is not named, "Minute by Dixon, 13 March 1940, FO371/25222", from the number of a paper, "EUCO 21/22".
KEW = "ADM|AIR|AVIA|BT|CAB|CO|DEFE|DO|ED|FCO|FO|GFM|HO|HS|HW|INF|IR|KV|LAB|MAF|MEPO|MH|MT|POWE|PREM|PRO|SUPP|T|TS|WO"
OWN = regex.compile(rf"(?:{KEW})\s?\d{{1,4}}/\d[\w/.-]*")
LONE = regex.compile(rf"(?!(?:T|TS|ED|IR|MT|PRO)\s)(?:{KEW})\s\d{{1,4}}/\d{{2,}}[\w/.-]*")  # what needs no day beside it
PAPERS = regex.compile(  # Lester Pearson Papers (Library and Archives Canada)
    PAPERS_OF + r"|\p{Lu}[^,;()]{2,60}\s(?:Papers|MSS)(?:\s\([^()]{4,60}\))?"
)
PIECE = regex.compile(
    regex.shapes(
        ("MSS fol. 3", r"(?:MSS?|Mss?\.)\s(?:fol\.\s)?\d+"),
        ("12 (43) 5", r"\d{1,3}\s?\(\d{2}\)\s?\d{1,2}"),
        ("FO 371/12345", r"\p{Lu}{0,6}\s?\d*[/.-]?\p{Lu}*\d[\w/.-]*"),
        ("R. IV", r"\p{Lu}\.\s[IVXLC]+\.?(?:\s?\d+)?"),
        ("PA AA/12", r"\p{Lu}{1,4}\s\p{Lu}{1,5}/\d[\w/.-]*"),
        (
            "op. 12",
            r"(?i:f|fond|op|opis'?|d|delo|loc|dans|h/n|k|p|ф|оп|д|к|п|inv|карт|leg|legajo|caja|cx|caixa|mç|maço|sygn|zesp|mappe|carton"
            r"|b|busta|fasc|fascicolo|exp|expediente|karton|ordner)(?:\.|:(?=\s))?\s?(?:[РRПP]-)?\d+(?:/\d+(?:-\d+)?)*\w?",
        ),
        ("Record Group 59", r"(?:RG|Record\sGroup|[Bb]ox(?:es)?|[Ff]older|[Ff]ile|[Rr]eel|[Ee]ntry|[Ss]eries|[Cc]arton)\s[\w.-]+"),
        ("Nr. 12a", r"Nr\.\s\d+\w*|inv(?:entaris)?\.?\s?(?:nr\.?|nummer)\s?\d+"),
        ("II A 5", r"[IVX]{1,4}(?:\s\p{L})?\s\d{1,4}\w?"),
        ("Chamberlain Papers 12-14", r"[^,]{3,60}\s(?:[Ff]iles?|[Pp]apers|[Cc]ollection|[Ss]eries)(?:\s[\d–-]+)?"),
    )
)
VOLUME = regex.compile(r"(?:vol|tome|t|Bd|carton|dossier|box|file|liasse)\.?\s\d+[\w/-]*")
# What may follow the name of an archive that stands first: "Tit. XLVI", "2.1.3", "Rep. 77", "G. XXI. 14".
SHELF_MARK = regex.compile(
    rf"(?<!\p{{L}})(?:{VOLUME.pattern})|(?<=[,:]\s)(?:(?:Tit|Rep|Best|Abt|Loc|cod|Cod|cart|reg)\.\s(?:[IVXLC]+|\d+)\w*|\d{{1,3}}"
    rf"(?:[.-]\d{{1,3}}){{1,3}}|\p{{Lu}}\p{{Ll}}+(?:amt|akten|rat|ministerium|direktion|regierung|verwaltung)\s\d{{1,5}}"
    rf"|\p{{Lu}}{{1,3}}\s?\d{{2,6}}|\d{{3,5}}/\d{{1,5}}|(?:f(?:ilza)?|reg(?:istro)?|mazzo)\.?\s\d{{1,5}}(?:bis)?)(?=,\s|\.?\s?$)"
)
LEAVES = regex.compile(r"(?i:(?:ll?|лл?|f|bll?|kk?|cc?)\.|list(?:y|ov)?(?=\s)|(?:fols?|ff|fos?|fs|fls)\.?)\s?(?:\d[\drv\s–,-]*\w*°?)")
NUMBER = regex.compile(  # CP (49) 214 · W.P. (43) 195 · CP 73 (36) · WP(G)(39)10 · 1977MOGADI01234 · tel. 587
    r"(?P<number>(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,5})(?:\s?\(\p{Lu}\))?\s?(?:\(\d{2,4}\)\s?\d+|\d{1,3}\s\(\d{2}\))"
    r"|\d{2,4}\p{Lu}{4,16}\d{1,6})|(?:[Tt]el|[Tt]elegram|[Nn]o|[Cc]able|[Dd][ei]sp(?:atch)?)\.?\s(?P<number>\d+)"
)
WITHIN = regex.compile(  # of a paper
    r"pp?\.\s\d+(?:\s?-\s?\d+)?|(?:point|item|paragraph|para\.?|minute|conclusion|appendix|annex|enclosure|enclo?\.?)\s(?:[\dIVX]+|[A-H])"
)
KEEPER_WORDS = f"(?i:{any_of(load()['archives'] + load()['archives.libraries'])})"
KEEPS = KEEPER_WORDS + "|[Rr]ecords"  # words of what keeps records, and what a collection of them may be called
KEEPER = regex.compile(rf".*(?:{KEEPER_WORDS}).*")
ARCHIVE = regex.compile(  # also an acronym: TNA · P.R.O. · PA AA · SAPMO-BArch · AD Gard · AN · TsKhSD
    rf"(?:.*(?:{KEEPS}).*|\p{{Lu}}{{3,8}}|(?:\p{{Lu}}\p{{Ll}}){{1,2}}\p{{Lu}}{{2,6}}"
    rf"|\p{{Lu}}{{2,8}}\p{{Ll}}{{0,4}}[-/]\p{{Lu}}{{1,5}}\p{{Ll}}{{0,5}}|\p{{Lu}}{{2,4}}\s\p{{Lu}}{{2,4}}|(?:\p{{Lu}}\.){{3,5}}"
    rf"|A[DMC]\s\p{{Lu}}[\p{{L}} '-]{{2,30}}|AN|BL|BnF|Bodl\."
    rf"|Arch\.\s(?:nat|dép|mun|comm|dioc|gén|roy)\.(?:\s[^,]{{2,40}})?)(?:\s?\([^)]*\))?"
)
COLLECTION = regex.compile(  # National Security Files, before "box 35" · Mother Art records
    r"\p{Lu}[^,]{2,60}\s(?:Files?|[Pp]apers|[Cc]ollection|[Rr]ecords|Series)|(?:General\s)?(?:Records|Papers)\sof\s[^,]{3,60}"
)
HOLDING = regex.compile(  # what a signature belongs to
    r"(?:\d{1,2}(?:er|e|ère|ème)\s)?(?:fonds|série|versement|serie|fondo|Bestand|Nachlass|Nachlaß|Depositum)(?:\s\S|$)"
)
FONDS = regex.compile(r"(?:\p{Lu}\p{L}+,\s)?(?:The\s)?(?:\p{Lu}[^,;]{0,60}[Aa]rchiv|[Aa]rchi(?:v[eo]s?|vio|wum)\s|\p{Lu}\p{Ll}*archiv)")
HEAD = regex.compile(  # TNA: FO 371/75758 · British Library Add MS 6783 · BArch, R 43/1234 · Bundesarchiv (BArch) R 43/I 1234
    r"(?P<archive>\p{Lu}{3,8}):?\s(?=\p{Lu}{2,5}\s\d{1,4}/\d)"
    rf"|MS\.?\s(?:of|in)\sthe\s(?P<archive>\p{{Lu}}[^,;()]{{0,60}}{KEEPER_WORDS})\s(?=No\.\s\d)"
    rf"|(?P<archive>(?:\p{{Lu}}[\p{{L}}'-]+\s){{1,4}}{KEEPER_WORDS})\s(?=(?:\p{{Lu}}\p{{L}}+\.?\s)?(?:M[Ss]{{1,2}}\.?"
    rf"|Manuscript)\s[^,;]{{0,30}}\d)|(?P<archive>\p{{L}}*[Aa]rch\p{{L}}*(?:\s[\p{{L}}-]+){{0,3}}(?:\s\(\p{{L}}+\))?)[,:]?\s(?={GERMAN})"
)
