"""The English words that are no names: `python tools/common_words.py` writes cites/data/common-words.txt.

A style that sets titles in sentence case has to tell "Talks" from "Putin". The list has each word that stands in small letters in
the English texts of this project or among the words of which the tagger's records are made, unless it begins with a capital eight
times as often ("march" is a month more than a walk) or is a family name ("brown"); and those that headlines and titles are made of.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

from cites.readers import find_files, read

TOP = Path(__file__).parent.parent
HEADLINES = TOP / "tools" / "headline-words.txt"  # what stands in headlines and titles more than in running text
LIST = TOP / "cites" / "data" / "common-words.txt"
ADDRESS = re.compile(r"\S*[\w)][/.@_=]\w\S*")
WORD = re.compile(r"(?<![\w’'.-])[a-z]{2,}(?![\w’'-])")
INSIDE = re.compile(r"(?<=[a-z,;] )(?<![A-Z]\w{9} )[A-Za-z]{2,}\b")  # not at the head of a sentence
ENGLISH = re.compile(r"\b(?:the|of|and|that|was|with)\b")
OFTEN = 5  # times in small letters: more than a slip, as of "king"
MOST = 8  # capitals for each small letter: titles that are quoted have many
DENSE = 0.08  # of the words of an English text are among these


def main() -> None:
    texts = [read(path).text for path in find_files([TOP / "tests" / "gold", TOP / "seeds"])]
    texts += [path.read_text("utf-8") for path in (*TOP.glob("*.md"), *TOP.glob("docs/*.md"), *TOP.glob("tests/cases/*.txt"))]
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for paragraph in "\n".join(texts).split("\n"):
        paragraph = ADDRESS.sub(" ", paragraph)
        if len(ENGLISH.findall(paragraph)) >= DENSE * len(paragraph.split()):
            small.update(WORD.findall(paragraph))
            large.update(word.lower() for word in INSIDE.findall(paragraph) if word[0].isupper())
    invented = tomllib.loads((TOP / "tools" / "tagger" / "words" / "en.toml").read_text("utf-8"))
    names = {word.lower() for table in ("given", "family") for word in invented[table].split()}
    small.update(word for table in invented.values() if isinstance(table, str) for word in WORD.findall(table))
    common = {word for word in small if MOST * small[word] >= large[word] and (small[word] >= OFTEN or word not in names)}
    common |= set(HEADLINES.read_text("utf-8").split())
    LIST.write_text("\n".join(sorted(common)) + "\n", "utf-8")
    print(f"{LIST.relative_to(TOP)}: {len(common):,} words")


if __name__ == "__main__":
    main()
