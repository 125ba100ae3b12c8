"""Words that tell a field, beside those of data/languages: "Zeitschrift" a journal, "Verlag" a publisher, "Diss." a thesis.

A kind is what the tagger learns from; the words of one kind are its evidence, in all languages together.
"""

from __future__ import annotations

from functools import cache

from cites.knowledge import load, load_outlets, load_places

SMALL = frozenset(
    """
    a al alla als an and as at au auf aus aux av bei by con da dal dans das de degli dei del della delle dem den der des di die do
    dos du e een ein eine einer el en entre et for fra from für gli het i il im in its l' la las le les lo los met mit na nach nel
    nella no o och of on op or os par para per por pour su sur the their to tra un und une van vom von voor with y zum zur zwischen
    über в до его за и из их к на о от по с
    """.split()
)
KINDS: dict[str, str] = {
    # a periodical
    "JOUR": """
        journal revue rivista zeitschrift review annals annales archiv archives bulletin quarterly magazine acta bollettino
        revista jahrbuch studi studien studies letters transactions mitteilungen blätter beiträge cahiers quaderni вестник
        журнал известия gazette newsletter notes memorie forum rundschau hefte soziale
    """,
    # proceedings and other containers
    "PROC": """
        atti proc. proceedings conference conf. symposium workshop congress kongress tagung colloque convegno congresso simposio
        conferencia colloquium meeting verhandlungen sitzungsberichte actes handbook handbuch encyclopedia enzyklopädie lexikon
        dictionary dictionnaire dizionario companion festschrift essays reader festgabe симпозиум сборник материалы труды
    """,
    # words of abbreviated journals, with their period
    "ABBR": """
        j. j am. int. z. zs. ann. bull. arch. res. sci. lett. phys. chem. med. biol. soc. eur. clin. surg. br. q. jb. jahrb.
        appl. comput. psychol. nat. acad. mag. ges. vjschr. stud. sociol. econ. hist. engl.
    """,
    # an edition
    "EDTN": """
        rev. изд. ed edition edn edn. edn, aufl. aufl auflage édition edizione revised 2nd 3rd 1st 4th 5th ausgabe neuausgabe
    """,
    # a translator
    "TRAN": """
        trans. translated transl. übers. übersetzt traduit trad. traduzione tr. traducción пер.
    """,
    # an issue follows
    "ISSU": """
        n. no. no nr. nr issue number heft h. n° nº núm. num. № вып. fasc. is. iss. suppl. suppl supplement
    """,
    # the same without it, as in medicine
    "MEDJ": """
        am int rev ann bull arch res sci trans lett phys chem med biol soc eur clin surg br proc natl acad engl lancet nature
        science cell blood cancer jama bmj neurosci oncol
    """,
    # a series
    "SERI": """
        lecture series reihe collection schriften schriftenreihe collana serie monographs bd
    """,
    # no year
    "UNDA": """
        press forthcoming submitted appear n.d. o.j. s.d. печати s.a. undated
    """,
    # a publisher
    "PUBL": """
        verlag publishers publishing publications books éditions editions edizioni editore editrice editorial ediciones presses
        editions. издательство изд-во university univ. universität université università universidad universitätsverlag suhrkamp
        springer elsevier wiley routledge sage brill mouton blackwell mcgraw-hill prentice prentice-hall academic inc. ltd. gmbh
        co. co sons söhne fils verl. libreria tipografia tip. наука мысль
    """,
    # an editor
    "EDIT": """
        ed. eds. eds edited editor editors hrsg. hrsg hg. hg hgg. herausgegeben édit. éds. dir. dirs. curatore cura éd. edd.
        coord. coords. comp. comps. ред. redaktion orgs. org. éditeurs
    """,
    # another name
    "AND": """
        & and und et y e u. и with
    """,
    # a report or a thesis
    "GENR": """
        report technical tech. memo memorandum thesis dissertation diss. ph.d. phd m.sc. master's doctoral bericht
        forschungsbericht arbeitspapier working discussion paper papers diplomarbeit habilitation thèse tesi tesis diss preprint
        manuscript unpublished rapport rep.
    """,
    # pages follow
    "PAGE": """
        coll. p. pp. p pp s. ss. seite seiten page pages pag. pagg. págs. pág. с. стр. sp. fol. ff. f. bl. c. cc. col.
    """,
    # a body that issues
    "BODY": """
        department dept. institute institut laboratory center centre school faculty ministry ministère ministerium association
        society council office agency commission committee organization organisation bank fund foundation stiftung bundesamt
        universities institution
    """,
    # a volume follows
    "VOLU": """
        vol. vol volume vols. bd. band bde. jg. jahrg. jahrgang t. tome tom tomo том т. v. voll. vols
    """,
    # a container follows
    "IN": """
        in in: dans en nel nella in, in. à:
    """,
    # an address or the day of a visit
    "WEB": """
        accessed retrieved available url online abgerufen zugriff consulté visited website http internet verfügbar disponible
        consultado letzter eingesehen stand дата обращения
    """,
    # more names
    "ETAL": """
        al. al others u.a. a. др. mitarb. aa. vv. aavv
    """,
}
CUES = {word: kind for kind, words in KINDS.items() for word in words.split()}


@cache
def cues() -> dict[str, str]:
    """Return what single words tell, by the word in lower case: "monday" gives "MON", "pp" gives "PAGE"."""
    words = load()
    found: dict[str, str] = {}
    for name, kind in (
        ("weekdays", "MON"),
        ("in_words", "IN"),
        ("pages", "PAGE"),
        ("volumes", "VOLU"),
        ("issues", "ISSU"),
        ("editions", "EDTN"),
        ("editors.before", "EDIT"),
        ("editors.after", "EDIT"),
        ("translators.before", "TRAN"),
    ):
        for phrase in words[name]:
            if " " not in phrase:
                found[phrase] = kind
    found.update(dict.fromkeys((*words.months, *words.seasons), "MON"))
    found.update({f"{month}.": "MON" for month in words.months})
    found.update({f"{word}.": kind for word, kind in CUES.items() if len(word) > 3 and word[-1].isalpha()})
    found.update(CUES)
    return found


@cache
def place_words() -> frozenset[str]:
    """Return the longer words of the names of places: "york" of New York."""
    return frozenset(word for name in load_places().names for word in name.split(" ") if len(word) > 3)


@cache
def whole_names() -> dict[str, str]:
    """Whole names of journals, newspapers and publishers, lower case."""
    kinds = {"journal": "J", "magazine": "J", "newspaper": "N", "publisher": "P"}
    return {
        name.casefold(): kinds[outlet.kind]
        for outlet in load_outlets().canonical.values()
        if outlet.kind in kinds
        for name in (outlet.name, *outlet.aliases)
    }
