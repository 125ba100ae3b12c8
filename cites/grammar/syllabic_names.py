"""Names in Han, kana or Hangul, where the family stands first and nothing parts it: 费孝通, 山田一郎・佐藤花子, 杜威·佛克马, 김민수."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.knowledge import load_names
from cites.model import Name

SYLLABLE = r"[\p{Han}\p{Hangul}]"
BETWEEN = regex.compile(r"[,、，]\s?|(?<=\p{Han})・(?=\p{Han})|(?<=\p{Hangul})[·・](?=\p{Hangul})")  # not the point of 杜威·佛克马
MORE = regex.compile(r"[,、，]?\s?等$|\s?[외등]$|(?:他|ほか)\s*$")  # 王力等
ALL = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}·・,、，. ]{2,}")
NAMELESS = frozenset({"佚名", "无名氏", "無名氏"})
FAMILIES_OF_TWO = load_names("families_of_two")
LONGEST_NAME = 5  # characters of a person without a point between the names
BODY = regex.compile(r"\p{L}{2,}[省庁厅廳部局社院会會委署府부처]|\p{L}{3,}원")  # 防衛省 · 新华社 · 국방부
POINTS = regex.compile("[·・]")


def split_syllabic(printed: str, *, japanese: bool = False) -> list[Name]:
    """Return the people and bodies that are printed one behind the other; of 王力等 the one who is named."""
    names = BETWEEN.split(MORE.sub("", printed.strip(" .")))
    return [to_author(name.strip(), japanese=japanese) for name in names if name.strip() and name not in NAMELESS]


def to_author(printed: str, *, japanese: bool) -> Name:
    """Return a person, or a body: 军事科学院军事战略研究部 is too long for a person."""
    is_body = BODY.fullmatch(printed) or (len(printed) > LONGEST_NAME and not POINTS.search(printed))
    return Name(literal=printed) if is_body else to_name(printed, japanese=japanese)


def to_name(printed: str, *, japanese: bool) -> Name:
    """Part family from given name: one character in Chinese, mostly two in Japanese, the last word where points divide: "杜威·佛克马"."""
    given, point, family = printed.replace("・", "·").rpartition("·")
    if point:
        return Name(family=family, given=given)
    # A Korean family name is one syllable, whatever the brackets are.
    cut = 2 if (japanese and len(printed) > 2 and printed < "가") or len(printed) == 4 or printed[:2] in FAMILIES_OF_TWO else 1
    return Name(family=printed) if len(printed) < 3 and japanese else Name(family=printed[:cut], given=printed[cut:])
