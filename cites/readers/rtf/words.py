"""The words of Rich Text Format: what each control word prints, hides or switches.

Source: Microsoft, Rich Text Format (RTF) Specification 1.9.1.
"""

from __future__ import annotations

import codecs
import re

TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?\ ?"
    r"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    r"|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)"
    r"|[\r\n]+|\\",
    re.DOTALL,
)
PRINTED = {  # words and signs that stand for characters
    "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip
SKIPPED = frozenset(  # destinations whose text is not on the page; what is marked "\*" and not known here is skipped too
    "colortbl filetbl pict object header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor atrfstart"
    " atrfend xe tc rxe txe bkmkstart bkmkend nonshppict shppict themedata colorschememapping listtable listoverridetable revtbl"
    " rsidtbl generator datastore xmlnstbl latentstyles ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn do pntxtb pntxta pnseclvl sp"
    " objdata result shprslt fldtype formfield keywords comment doccomm company operator manager category hlinkbase subject".split()
)
READ = frozenset(["shpinst"])  # though marked "\\*"
CHARSETS = {  # of a font, by the number that Windows gives it
    2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
WHOLE = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}  # of the file
PAGES = {10000: "mac_roman", 936: "gb18030", 65001: "utf-8"}  # code pages that Python calls otherwise
EACH = {"nar": "decimal", "nalc": "alc", "nauc": "auc", "nrlc": "rlc", "nruc": "ruc", "nchi": "chi"}
FORMATS = {f"{kind}{word}": (kind, format) for kind in ("ftn", "aftn") for word, format in EACH.items()}  # "\aftnnrlc": endnotes i, ii
FORMATS |= {f"s{word}": said for word, said in FORMATS.items()}  # of a section


def page_of(number: int) -> str:
    """The encoding of a code page: 1251 gives "cp1251"; Windows-1252 for one that nobody knows."""
    name = PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
