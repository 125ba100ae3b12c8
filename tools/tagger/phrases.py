"""What is printed around the fields, by language: "(eds.)", "hrsg. von", "pp.", quotation marks."""

# ruff: noqa: E501

from __future__ import annotations

ROLES = {
    "en": ((" (ed.)", " (eds.)"), (", ed.", ", eds."), (" (Ed.)", " (Eds.)"), (", editor", ", editors"), (" ed.", " eds."), (" (ed)", " (eds)")),
    "de": ((" (Hrsg.)", " (Hrsg.)"), (" (Hg.)", " (Hg.)"), (", Hrsg.", ", Hrsg."), (" (Hg.)", " (Hgg.)"), (" (Ed.)", " (Eds.)")),
    "fr": ((" (dir.)", " (dir.)"), (" (éd.)", " (éds.)"), (" (ed.)", " (eds.)"), (" dir.", " dirs.")),
    "it": ((" (a cura di)", " (a cura di)"), (" (ed.)", " (edd.)")), "es": ((" (ed.)", " (eds.)"), (" (coord.)", " (coords.)"), (" (comp.)", " (comps.)")),
    "ru": ((" (ред.)", " (ред.)"),),
}  # fmt: skip
EDITED_BY = {
    "en": ("edited by ", "ed. by ", "ed. ", "Ed. "),
    "de": ("hrsg. von ", "hg. von ", "Hrsg. v. "),
    "fr": ("sous la direction de ", "éd. par ", "dir. "),
    "it": ("a cura di ", "a cura di "),
    "es": ("editado por ", "ed. "),
    "ru": ("под ред. ", "отв. ред. "),
}
AND = {
    "en": (" and ", " & ", ", and ", ", & ", ", "),
    "de": (" und ", "/", "/ ", "; ", " & ", ", "),
    "fr": (" et ", ", ", " & ", " - "),
    "it": (" - ", ", ", " e ", ", "),
    "es": (" y ", ", ", "; "),
    "ru": (", ", " и "),
}
IN = {
    "en": ("In ", "In: ", "in ", "in: ", "In "),
    "de": ("In: ", "in: ", "In: ", "In "),
    "fr": ("in ", "In ", "dans ", "In : "),
    "it": ("in ", "in ", "In "),
    "es": ("En ", "en ", "En: ", "In: "),
    "ru": ("// ", "В кн.: ", "В: "),
}
PAGE = {
    "en": ("pp. ", "", "pages ", "p. ", "pp ", "", ""),
    "de": ("S. ", "S. ", "", "S.", "Seite "),
    "fr": ("p. ", "pp. ", "", "p."),
    "it": ("pp. ", "pp. ", "p. ", "", "pp "),
    "es": ("pp. ", "págs. ", "", "p. "),
    "ru": ("С. ", "с. ", "стр. "),
}
VOLUME = {
    "en": ("", "", "vol. ", "Vol. ", "Volume "),
    "de": ("", "Bd. ", "Jg. ", ""),
    "fr": ("", "vol. ", "t. ", "tome "),
    "it": ("", "", "vol. ", ""),
    "es": ("", "vol. ", "Vol. "),
    "ru": ("Т. ", "т. ", ""),
}
ISSUE = {
    "en": ("no. ", "No. ", "issue ", "nr. "),
    "de": ("Nr. ", "H. ", "Heft "),
    "fr": ("n° ", "no ", "n. "),
    "it": ("n. ", "fasc. ", "n° "),
    "es": ("núm. ", "n.º ", "no. "),
    "ru": ("№ ", "№", "Вып. "),
}
THESIS = {
    "en": ("PhD thesis", "Ph.D. dissertation", "PhD diss.", "Master's thesis", "Doctoral dissertation"),
    "de": ("Diss.", "Dissertation", "Habilitationsschrift", "Diplomarbeit"),
    "fr": ("thèse de doctorat", "Thèse de 3e cycle", "mémoire de master"),
    "it": ("tesi di laurea", "tesi di dottorato"),
    "es": ("tesis doctoral", "tesis de maestría"),
    "ru": ("дис. канд. ист. наук",),
}
REPORT = {
    "en": ("Technical Report {n}", "Tech. Rep. {n}", "Working Paper No. {n}", "Discussion Paper {n}", "Report No. {n}", "Technical report"),
    "de": ("Arbeitspapier Nr. {n}", "Forschungsbericht {n}", "Bericht"),
    "fr": ("Rapport {n}", "document de travail n° {n}"),
    "it": ("rapporto {n}",),
    "es": ("Documento de trabajo {n}", "informe {n}"),
    "ru": ("доклад",),
}
EDITION = {
    "en": ("{n}th ed.", "{n}nd edition", "third edition", "2nd edn", "rev. ed.", "second edition"),
    "de": ("{n}. Aufl.", "{n}., überarb. Aufl.", "{n}. Auflage"),
    "fr": ("{n}e éd.", "2e édition"),
    "it": ("{n}ª ed.", "2a ed."),
    "es": ("{n}ª ed.", "2a. ed."),
    "ru": ("изд. {n}-е", "{n}-е изд."),
}
QUOTES = {
    "en": (("", ""), ("", ""), ("“", "”"), ('"', '"'), ("‘", "’"), ("``", "''")),
    "de": (("", ""), ("", ""), ("„", "“"), ("»", "«"), ('"', '"')),
    "fr": (("« ", " »"), ("“", "”"), ("", ""), ("«", "»")),
    "it": (("", ""), ("", ""), ("«", "»"), ("‘", "’"), ('"', '"')),
    "es": (("“", "”"), ("", ""), ('"', '"'), ("«", "»")),
    "ru": (("", ""), ("", ""), ("«", "»")),
}
TRANSLATED = {
    "en": ("trans. ", "translated by ", "Trans. ", "Translated by "),
    "de": ("übers. von ", "aus dem Englischen von "),
    "fr": ("trad. ", "traduit par "),
    "it": ("trad. di ", "traduzione di "),
    "es": ("trad. de ", "traducción de "),
    "ru": ("пер. ",),
}
ACCESSED = {
    "en": (" Accessed {d}.", " (accessed {d}).", " [Accessed {d}].", " Retrieved {d}."),
    "de": (" (Zugriff am {d}).", " [letzter Zugriff: {d}].", " (abgerufen am {d})."),
    "fr": (" (consulté le {d}).",),
    "it": (" (ultima consultazione {d}).",),
    "es": (" [consulta: {d}].",),
    "ru": (" (дата обращения: {d}).",),
}
