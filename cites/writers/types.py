"""What each type of CSL is called elsewhere: one row a type, read by several writers.

A type that a format does not have takes the nearest one that shows the same fields; what is lost by that is told in a note.
Sources: the RIS specification with the types that EndNote added, and Zotero's table for it; the reference types of EndNote X9; the source
types of Office Open XML (ECMA-376 part 1, 22.6.2.60 SourceType); TEI P5, 3.12 (levels of titles); Wikipedia, Help:Citation Style 1.
"""

from __future__ import annotations

from typing import NamedTuple

from cites.model import Reference


class Types(NamedTuple):
    """The names of one type: `Types("NEWS", "Newspaper Article", "ArticleInAPeriodical", "a j", "cite news")`."""

    ris: str
    endnote: str  # see endnote.NUMBERS
    word: str
    tei: str  # the level of its title, and of its container's: "a" in something, "m" a book or site, "j" a periodical, "u" not published
    wikipedia: str


DOCUMENT = Types("GEN", "Generic", "Misc", "m m", "cite document")

TYPES: dict[str, Types] = {
    # CSL                               RIS        EndNote                         Word                      TEI    Wikipedia
    "article": Types(                   "JOUR",    "Journal Article",              "JournalArticle",         "a j", "cite journal"),
    "article-journal": Types(           "JOUR",    "Journal Article",              "JournalArticle",         "a j", "cite journal"),
    "article-magazine": Types(          "MGZN",    "Magazine Article",             "ArticleInAPeriodical",   "a j", "cite magazine"),
    "article-newspaper": Types(         "NEWS",    "Newspaper Article",            "ArticleInAPeriodical",   "a j", "cite news"),
    "bill": Types(                      "BILL",    "Bill",                         "Misc",                   "m m", "cite document"),
    "book": Types(                      "BOOK",    "Book",                         "Book",                   "m m", "cite book"),
    "broadcast": Types(                 "MPCT",    "Film or Broadcast",            "Film",                   "a j", "cite AV media"),
    "chapter": Types(                   "CHAP",    "Book Section",                 "BookSection",            "a m", "cite book"),
    "classic": Types(                   "CLSWK",   "Classical Work",               "Book",                   "m m", "cite book"),
    "collection": DOCUMENT,
    "dataset": Types(                   "DATA",    "Dataset",                      "ElectronicSource",       "m m", "cite web"),
    "document": DOCUMENT,
    "entry": Types(                     "ENCYC",   "Encyclopedia",                 "BookSection",            "a m", "cite encyclopedia"),
    "entry-dictionary": Types(          "DICT",    "Dictionary",                   "BookSection",            "a m", "cite dictionary"),
    "entry-encyclopedia": Types(        "ENCYC",   "Encyclopedia",                 "BookSection",            "a m", "cite encyclopedia"),
    "event": DOCUMENT,
    "figure": Types(                    "FIGURE",  "Figure",                       "Art",                    "a m", "cite AV media"),
    "graphic": Types(                   "ART",     "Artwork",                      "Art",                    "m m", "cite AV media"),
    "hearing": Types(                   "HEAR",    "Hearing",                      "Misc",                   "m m", "cite document"),
    "interview": Types(                 "PCOMM",   "Personal Communication",       "Interview",              "a j", "cite interview"),
    "legal_case": Types(                "CASE",    "Case",                         "Case",                   "m m", "cite document"),
    "legislation": Types(               "STAT",    "Statute",                      "Misc",                   "m m", "cite document"),
    "manuscript": Types(                "MANSCPT", "Manuscript",                   "Misc",                   "u m", "cite document"),
    "map": Types(                       "MAP",     "Map",                          "Art",                    "m m", "cite map"),
    "motion_picture": Types(            "MPCT",    "Film or Broadcast",            "Film",                   "m m", "cite AV media"),
    "musical_score": Types(             "MUSIC",   "Music",                        "Misc",                   "m m", "cite document"),
    "pamphlet": Types(                  "PAMP",    "Pamphlet",                     "Book",                   "m m", "cite book"),
    "paper-conference": Types(          "CONF",    "Conference Proceedings",       "ConferenceProceedings",  "a m", "cite conference"),
    "patent": Types(                    "PAT",     "Patent",                       "Patent",                 "m m", "cite document"),
    "performance": Types(               "GEN",     "Generic",                      "Performance",            "u m", "cite document"),
    "periodical": Types(                "JFULL",   "Serial",                       "Misc",                   "j j", "cite periodical"),
    "personal_communication": Types(    "PCOMM",   "Personal Communication",       "Misc",                   "u m", "cite document"),
    "post": Types(                      "ELEC",    "Web Page",                     "InternetSite",           "a m", "cite web"),
    "post-weblog": Types(               "BLOG",    "Blog",                         "InternetSite",           "a j", "cite web"),
    "regulation": Types(                "STAT",    "Legal Rule or Regulation",     "Misc",                   "m m", "cite document"),
    "report": Types(                    "RPRT",    "Report",                       "Report",                 "m m", "cite report"),
    "review": Types(                    "JOUR",    "Journal Article",              "JournalArticle",         "a j", "cite journal"),
    "review-book": Types(               "JOUR",    "Journal Article",              "JournalArticle",         "a j", "cite journal"),
    "software": Types(                  "COMP",    "Computer Program",             "ElectronicSource",       "m m", "cite web"),
    "song": Types(                      "SOUND",   "Audiovisual Material",         "SoundRecording",         "a m", "cite AV media"),
    "speech": Types(                    "SLIDE",   "Unpublished Work",             "Misc",                   "u m", "cite speech"),
    "standard": Types(                  "STAND",   "Standard",                     "Misc",                   "m m", "cite document"),
    "thesis": Types(                    "THES",    "Thesis",                       "Report",                 "m m", "cite thesis"),
    "treaty": Types(                    "STAT",    "Legal Rule or Regulation",     "Misc",                   "m m", "cite document"),
    "webpage": Types(                   "ELEC",    "Web Page",                     "DocumentFromInternetSite", "a m", "cite web"),
}  # fmt: skip


def types_of(reference: Reference) -> Types:
    """The row of a work's type; an unknown type is a document."""
    return TYPES.get(reference.type, DOCUMENT)
