"""What the pieces of a reference to a record tell: its date, its signature, its archive, what describes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cites import lazy_regex as regex
from cites.forms.archives.letters import read_writer
from cites.forms.echoes import is_initials
from cites.forms.form import Context, Item, has
from cites.grammar.dates import find_last_date, read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import read_people
from cites.grammar.patterns import read_part, read_patterns
from cites.grammar.prose import is_prose
from cites.grammar.publisher_places import is_place
from cites.grammar.signatures import ARCHIVE, COLLECTION, HOLDING, KEEPER, LEAVES, NUMBER, PIECE, SIGNATURE, VOLUME, WITHIN
from cites.grammar.sources import is_body as has_body_word
from cites.grammar.titles import CLOSERS, quoted_at
from cites.grammar.wordings import HEREAFTER
from cites.model import Name

MORE, APPOSED, BETWEEN, SLASHED, INVENTORY, YEARS = read_patterns("archives/record", "MORE APPOSED BETWEEN SLASHED INVENTORY YEARS")
DATED, OF_OTHER_CALENDAR, IN_PARENTHESES, KIND = read_patterns("archives/record", "DATED OF_OTHER_CALENDAR IN_PARENTHESES KIND")
ONLY_GENRE, MADE, DEPARTMENT, PART, UNPAGED = read_patterns("archives/record", "ONLY_GENRE MADE DEPARTMENT PART UNPAGED")
UNDATED = compile_words(rf"(?:{one_of('undated')})(?:\s(?=\[)|$)")  # "undated", "undated [March 1970]"
GENRE = read_part("archives/record", "GENRE")
MADE_IN = regex.compile(rf"(?P<title>{GENRE}|copy)\sin\s(?:the\s)?(?=\p{{Lu}})", regex.IGNORECASE)  # Script in BBC Written Archives Centre
MAX_TITLE = 200  # of what describes it
MAX_PLACE = 60  # of where the archive is


@dataclass
class Record:
    """What the pieces that were read so far tell; each `take_…` is False where a piece is not its own."""

    context: Context
    begin: int  # where the record begins
    signed: int  # where its signature begins
    items: list[Item] = field(default_factory=list)
    where: list[tuple[int, int]] = field(default_factory=list)  # the pieces of the signature
    locator: str = ""
    short_name: str = ""

    def take_date(self, start: int, end: int) -> bool:
        """Take "28 April 1949", "[18 February 1854]", and the bare "1949-50" behind a signature."""
        folded = self.context.folded
        if INVENTORY.fullmatch(folded, start, end) and self.items and self.items[-1].end + 2 == start and self.items[-1].field == "archive":
            self.where.append((start, end))
            return True
        if said := UNDATED.match(folded, start, end):
            if said.end() >= end:
                return True
            start = said.end()
        undated = not has(self.items, "issued")
        if folded[start] == "[" and folded[end - 1] == "]" and undated:
            inside = read_date(folded, start + 1, end - 1)
            if inside and inside.end == end - 1:
                self.items.append(Item.dated(inside))
                return True
        if undated and (other := OF_OTHER_CALENDAR.fullmatch(folded, start, end)) and (known := read_date(folded, *other.span("date"))):
            self.items.append(Item("issued", known.value, *other.span("date")))
            return True
        date = read_date(folded, start + len("circa ") * folded.startswith("circa ", start), end)
        if date is None or date.end != end or (self.where and SLASHED.fullmatch(folded, start, end)):
            return False
        is_year = undated and (self.where or has(self.items, "title")) and YEARS.fullmatch(folded, start, end)
        if not (date.has_month or "-" in date.value or is_year):
            return False
        self.items.append(Item("issued", date.value, start, end))
        return True

    def take_number(self, start: int, end: int) -> bool:
        """Take a piece of the signature, the leaves behind it, or the number of a paper: "Box 12", "fol. 3", "CP (49) 214"."""
        piece = self.context.folded[start:end]
        is_sequel = self.where and (PIECE.fullmatch(piece) or VOLUME.fullmatch(piece))
        is_collection = end + 2 == self.signed and has(self.items, "title") and COLLECTION.fullmatch(piece)
        if self.locator and not piece.strip("0123456789rv-"):  # fols. 132v, 21v
            self.locator += self.context.text[start - 2 : end]
        elif start == self.signed or is_sequel or is_collection or SIGNATURE.match(self.context.folded, start):
            self.where.append((start, end))
        elif UNPAGED.fullmatch(piece):
            return True
        elif WITHIN.fullmatch(piece) or ((self.where or has(self.items, "issued")) and LEAVES.fullmatch(piece)):
            self.locator = self.context.text[start:end]
        elif self.where and (leaves := LEAVES.match(piece)) and piece.startswith(": ", leaves.end()):  # Bl. 14: Bericht vom 3. Mai 1962
            self.locator = piece[: leaves.end()]
            return self.take_title(start + leaves.end() + 2, end)
        elif number := NUMBER.fullmatch(self.context.folded, start, end):
            self.items.append(Item.cut("number", self.context.text, number.span("number")))
        else:
            return False
        return True

    def take_archive(self, start: int, end: int) -> bool:
        """Take an archive, where it is, and what it is called from now on: "Kew (hereafter TNA)"."""
        if not self.items and (made := MADE_IN.match(self.context.folded, start, end)):
            self.items.append(Item.cut("title", self.context.text, made.span("title")))
            start = made.end()
        piece = self.context.folded[start:end]
        known = has(self.items, "archive")
        if known and not self.where and ARCHIVE.fullmatch(piece) and COLLECTION.fullmatch(str(self.items[-1].value)):
            self.items.pop()  # "Sister Art records, GRI, box 2"
            known = False
        first = self.items[0] if self.items else None
        if first and first.field == "archive" and end + 2 == self.signed and has(self.items, "title") and ARCHIVE.fullmatch(piece):
            self.items[0] = first._replace(field="author", value=Name(literal=str(first.value)))  # JMK, ‘Prospectus’, KCAC, JMK/PP/64
            known = False
        is_keeper = KEEPER.fullmatch(piece) or piece in self.context.known.short_names or (piece.isupper() and piece.isalpha())  # JFKL
        if known and self.where and is_keeper and self._is_collection_first():
            # "ARA Russian Operational Records, box 22, Hoover Institution Archives"
            collection = self.items.pop()
            self.where.insert(0 if collection.end < self.signed else len(self.where), (collection.start, collection.end))
            known = False
        is_collection = has(self.items, "title") and not self.where and COLLECTION.fullmatch(piece)  # Berg papers, GRI
        if not known and (is_collection or _is_archive(piece, self.context, after_signature=bool(self.where))):
            self.items.append(Item("archive", bare(self.context.text[start:end]), start, end))
            self.short_name = self.short_name or initials(piece)
        elif known and self.where and DEPARTMENT.fullmatch(str(self.items[-1].value)) and has_body_word(piece):
            self.items[-1] = self.items[-1]._replace(value=self.context.text[self.items[-1].start : end], end=end)
        elif is_place(bare(piece)) or (known and not self.where and initials(piece)):
            self.short_name = self.short_name or initials(piece)  # "Kew (PRO)"
        elif HOLDING.match(piece) and start < self.signed:
            return True
        elif known and (named := hereafter(piece)):
            self.short_name = named
        else:
            return known and self._take_beside(piece, start, end)
        return True

    def _take_beside(self, piece: str, start: int, end: int) -> bool:
        """Take a part of what an archive keeps, "NSF, Meetings and Memoranda", or where it is: "BBC Written Archives, Caversham"."""
        if start >= self.signed or end - start >= MAX_PLACE or piece[0] in CLOSERS or any(map(str.isdigit, YEARS.sub("", piece))):
            return False
        last, is_next = self.items[-1], self.items[-1].end + 2 == start
        if is_next and last.field == "archive" and str(last.value).isupper() and PART.fullmatch(piece):
            self.items[-1] = last._replace(end=end)
            return True
        is_town = is_next and piece.istitle() and piece.isalpha()  # also "Eisenhower Library, Abilene, Dulwich Papers", before a title
        return not self.where and (is_town or not has(self.items, "title"))

    def _is_collection_first(self) -> bool:
        """True where what stands right beside the signature was taken for the archive, and is the collection of another one."""
        last = self.items[-1]
        is_beside = last.end + 2 in (self.signed, self.where[-1][0]) or last.start == self.where[-1][1] + 2
        is_collection = COLLECTION.fullmatch(str(last.value)) or str(last.value).isupper()  # NSF, box 16, LBJ Library
        return last.field == "archive" and is_beside and bool(is_collection)

    def take_title(self, start: int, end: int) -> bool:
        """Take what describes the record, with its date: "Vermerk vom 3. Mai 1962", "Stevenson to Bevin"."""
        folded, text = self.context.folded, self.context.text
        is_kind = ONLY_GENRE.fullmatch(folded, start, end)
        if self._take_made(start, end):
            return True
        if has(self.items, "title") and not has(self.items, "genre") and is_kind:
            self.items.append(Item.cut("genre", text, (start, end)))
            return True
        if has(self.items, "title"):
            return self._take_writer(start, end) or self._take_more(start, end)
        dated = DATED.fullmatch(folded, start, end)
        day = find_last_date(folded, start, end) if dated else None
        if dated and day and day.has_day:
            kind = "genre" if dated["title"].isalpha() and folded[start].islower() else "title"  # "report of 9 November 1763"
            self.items += [Item.cut(kind, text, dated.span("title")), Item.dated(day)]
            return True
        char = folded[start]
        is_named = char in CLOSERS or MORE.match(folded, start, end) or KIND.match(folded, start, end) or (self.where and char.isalpha())
        if end - start >= MAX_TITLE or not is_named:
            return False
        title = _unquoted(folded, start, end)
        day = find_last_date(folded, *title)
        self.items.append(Item.cut("title", text, title))
        if day and day.has_day and day.has_year and day.end == title[1]:  # “Minutes of the Harbour Committee, 3 May 1950,” CAB 134/220
            self.items.append(Item.dated(day))
        return True

    def _take_writer(self, start: int, end: int) -> bool:
        """Take who wrote a record, behind its title: "‘Foreign Broadcasts’, memorandum by Arthur E. Barlow", "memo from Hall to Prett"."""
        folded, text = self.context.folded, self.context.text
        said = KIND.match(folded, start, end)
        stop = folded.find(" to ", said.end(), end) if said and said[0].endswith("from ") else end
        is_by = said is not None and stop > 0 and said[0].endswith(("by ", "from "))
        people = read_people(folded, text, said.end(), stop, whole=True) if said and is_by else None
        self.items += [Item("author", name, start, end) for name in people.names] if people else []
        return people is not None

    def _take_made(self, start: int, end: int) -> bool:
        """Take what somebody wrote whose name stood first: "Simone Forti, untitled proposal for a workshop, Simone Forti papers, box 3"."""
        folded, text = self.context.folded, self.context.text
        if [(item.field, item.start) for item in self.items] != [("title", self.begin)] or not MADE.fullmatch(folded, start, end):
            return False
        stop = self.items[0].end
        if people := read_people(folded, text, self.begin, stop, whole=True):
            self.items = [*(Item("author", name, self.begin, stop) for name in people.names), Item.cut("title", text, (start, end))]
        return people is not None

    def _is_place_first(self) -> bool:
        """True where one word before the archive was taken for a title: "Caversham, BBC Written Archives Centre, E2/365, ‘Broadcasts’"."""
        first, second = self.items[0], self.items[min(1, len(self.items) - 1)]
        return first.field == "title" and first.start == self.begin and str(first.value).isalpha() and second.field == "archive"

    def _take_more(self, start: int, end: int) -> bool:
        """Take what goes on describing the record: "Political Agent, Muscat, to Political Resident", or its own title behind its kind."""
        if self.context.folded[start] in CLOSERS and self._is_place_first():
            self.items[0] = Item.cut("title", self.context.text, _unquoted(self.context.folded, start, end))
            return True
        last = self.items[-1]
        dated = last if last.field == "issued" and last.end + 2 == start and self.context.folded[start] in CLOSERS else None
        if dated:  # Memo, Rostow to the President, March 3, 1967, “Vietnam,”
            last = self.items[-2]
        if last.field != "title" or end - last.start >= MAX_TITLE or any(last.start < begin for begin, _ in self.where):
            return False
        said = self.context.folded[last.start : end]
        is_apposed = self.begin == 0 and end < self.signed and APPOSED.fullmatch(said) and not is_prose(said)
        if not (self.where or is_apposed or MORE.match(self.context.folded, start, end)):
            return False
        if self.context.folded[start] in CLOSERS:  # "Memorandum of Conversation, “Meeting with Chancellor Brandt,” June 15, 1971"
            title = Item.cut("title", self.context.text, _unquoted(self.context.folded, start, end))
            self.items = [item for item in self.items if item is not dated]
            people = read_people(self.context.folded, self.context.text, last.start, last.end, whole=True)
            if people:  # Vitalii Kataev, “How the USSR reacted,” manuscript
                self.items[-1:] = [*(Item("author", name, last.start, last.end) for name in people.names), title]
                return True
            is_body = has_body_word(str(last.value)) and ":" not in str(last.value)  # Department of the Army, “War Reserve,” memorandum
            what = last._replace(field="author", value=Name(literal=str(last.value))) if is_body else last._replace(field="genre")
            kind = [] if BETWEEN.search(str(last.value)) else [what]
            self.items[-1:] = [*(read_writer(self.context, [last]) or kind), title, *([dated] if dated else [])]
        else:
            self.items[-1] = last._replace(value=self.context.text[last.start : end], end=end)
        return True


def _is_archive(piece: str, context: Context, *, after_signature: bool) -> bool:
    if ARCHIVE.fullmatch(piece) or piece in context.known.short_names:
        return True
    return after_signature and piece[:1].isupper() and has_body_word(piece)


def hereafter(piece: str) -> str:
    """Return the short name that a piece introduces: "TNA" in "Kew (hereafter TNA)"."""
    inside = IN_PARENTHESES.search(piece)
    named = HEREAFTER.fullmatch(inside[1]) if inside else None
    return str(named["name"]) if named else ""


def initials(piece: str) -> str:
    """Return the initials behind the name of an archive: "PRO" in "Kew (PRO)", "StAHH" in "Staatsarchiv Hamburg (StAHH)"."""
    inside = IN_PARENTHESES.search(piece)
    return inside[1] if inside and (inside[1].isupper() or is_initials(inside[1])) else ""


def bare(printed: str) -> str:
    """Return the name of an archive without what stands in parentheses behind it, and the "in: " that leads to it."""
    return IN_PARENTHESES.sub("", printed).removeprefix("in: ").rstrip()


def _unquoted(folded: str, start: int, until: int) -> tuple[int, int]:
    quoted = quoted_at(folded, start, until)
    return (quoted.start, quoted.end) if quoted else (start, until)
