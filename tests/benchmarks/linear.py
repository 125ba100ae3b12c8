"""How long hostile text takes: it must cost time in proportion to its length. `python tests/benchmarks/linear.py`

Prints the seconds that extraction takes for n, 2n and 4n code points of each input, and calls an input super-linear where twice the
text costs clearly more than twice the time, and slow where less than one million code points a second are read. Exit code 1 says so too.

    python tests/benchmarks/linear.py                   the inputs of INPUTS
    python tests/benchmarks/linear.py --matrix          each of PIECES repeated in a text, a parenthesis, a note and an entry of a list
    python tests/benchmarks/linear.py --only quote      those with that in their names
    python tests/benchmarks/linear.py --profile NAME    where the time goes, for one input
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count, takewhile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

Make = Callable[[int], str]  # a text of so many code points, or a few more

LIMIT = 60.0  # seconds; an input that takes longer counts as super-linear
SUPER = 2.8  # times as long for twice the text; 2 is linear, and short measurements are not exact
SHORT = 0.3  # seconds; below it a ratio says nothing
SLOW = 1e6  # code points a second


def repeat(piece: str) -> Make:
    return lambda size: piece * (size // len(piece) + 1)


def text(make: Make) -> Make:
    return lambda size: "Nothing was signed (TASS, January 28, 2012). " + make(size)


def parenthesis(make: Make) -> Make:
    """Many parentheses, each as long as one may be."""
    return lambda size: "".join(f"Nothing was signed ({make(1400)}). " for _ in range(size // 1400 + 1))


def notes(make: Make) -> Make:
    """One note that goes on and on."""
    return lambda size: f"Nothing was signed.1\n\nNotes\n\n1. {make(size)}"


def entries(make: Make) -> Make:
    """One entry of a bibliography that goes on and on."""
    return lambda size: f"Nothing was signed (Smith 2010).\n\nReferences\n\nSmith, J. (2010). {make(size)}"


def nested(size: int) -> str:
    depth = 2000
    return ("(" * depth + "TASS, January 28, 2012" + ")" * depth + " and ") * (size // (2 * depth) + 1)


def numbered(sentence: str, note: str) -> Make:
    """Sentences that call notes, and the notes."""

    def make(size: int) -> str:
        many = size // (len(sentence) + len(note) + 8) + 1
        called = " ".join(sentence.format(n=n) for n in range(1, many + 1))
        return called + "\n\nNotes\n\n" + "\n".join(f"{n}. {note.format(n=n)}" for n in range(1, many + 1))

    return make


def listed(entry: str) -> Make:
    def make(size: int) -> str:
        lines = takewhile(lambda n: n * len(entry) < size, count())
        return "As was said (Smith 2010).\n\nReferences\n\n" + "\n\n".join(entry.format(n=n, year=1900 + n % 120) for n in lines)

    return make


def both(size: int) -> str:
    """Notes and a list."""
    half = numbered("Nothing was signed.{n}", BRIEF)(size // 2)
    return half + listed("Smith{n}, J. ({year}). The work of the year {n}. London: Routledge.")(size // 2).partition("(Smith 2010).")[2]


def pointed(size: int) -> str:
    """A list, and sentences that point to it."""
    half = listed("Smith{n}, J. ({year}). The work of the year {n}. London: Routledge.")(size // 2)
    return "".join(f"Smith{n} ({1900 + n % 120}) said it (Smith{n} {1900 + n % 120}, 45). " for n in range(size // 80)) + half


def pointed_to_one(size: int) -> str:
    """A list of one author, and sentences that point to it."""
    half = listed("Smith, J. ({year}). The work of the year {n}. London: Routledge.")(size // 2)
    return "".join(f"It was said (Smith {1900 + n % 120}, 45). " for n in range(size // 60)) + half


WARM = (
    "Nothing was signed (TASS, January 28, 2012).1\n\nNotes\n\n1. Ko Hirano, “Abe Quandary,” Kyodo News, September 11, 2015; Smith (n 1).\n\n"
    "References\n\nSmith, J. (2010). The work. London: Routledge."
)
BRIEF = "Ko Hirano, “Abe Quandary {n},” Kyodo News, September 11, 2015."

INPUTS: dict[str, Make] = {
    "one line of prose": text(repeat("Nothing was signed and nobody had thought that it would be ")),
    "one word without end": text(repeat("a")),
    "spaces": text(repeat(" ")),
    "empty lines": text(repeat("\n")),
    "lines of one letter": text(repeat("a\n")),
    "nested parentheses": nested,
    "unclosed parentheses": text(repeat("(TASS, January 28 ")),
    "nothing but (": text(repeat("(")),
    "nothing but )": text(repeat(")")),
    "nothing but [": text(repeat("[")),
    "nothing but “": text(repeat("“")),
    "nothing but ;": text(repeat(";")),
    "nothing but digits": text(repeat("1 2 3 ")),
    "empty parentheses": text(repeat("() ")),
    "See also": text(repeat("See also ")),
    "citations in parentheses": text(repeat("It was said (TASS, January 28, 2012; Kyodo, January 27, 28). ")),
    "unknown names in parentheses": text(repeat("It was said (Somebody Else, January 28). ")),
    "parenthesis of Ibid.;": parenthesis(repeat("Ibid.; ")),
    "parenthesis of semicolons": parenthesis(repeat("1; ")),
    "parenthesis of names": parenthesis(repeat("Smith, 1 ")),
    "parenthesis of sources": parenthesis(repeat("TASS, Kyodo, ")),
    "parenthesis of dates": parenthesis(repeat("January 5, ")),
    "parenthesis of quotes": parenthesis(repeat("“A 1 ")),
    "parenthesis of parentheses": parenthesis(repeat("(1 ")),
    "note of prose": notes(repeat("Nothing was signed and nobody had thought that it would be, ")),
    "note of sentences": notes(repeat("Nothing was signed. Nobody thought so. ")),
    "note of See also": notes(repeat("See also ")),
    "note of Ibid.;": notes(repeat("Ibid.; ")),
    "note of Smith,": notes(repeat("Smith, ")),
    "note of initials": notes(repeat("A. B. C. ")),
    "note of names without and": notes(repeat("A. B. Smith, C. D. Jones, ")),
    "note of writers": notes(repeat(", by Aa Bb")),
    "note of brackets": notes(repeat("[Studies in Aa, Bb] ")),
    "note of law reviews": notes(repeat(", 68 Mich. L. Rev. 471, 490 (1970)")),
    "note of et al.": notes(repeat("et al. ")),
    "note of commas": notes(repeat(", ")),
    "note of İ": notes(repeat("İ")),  # of which the lower case has two code points
    "note of pages": notes(repeat("pp. 3-4, ")),
    "note of dates": notes(repeat("January 5, ")),
    "note of semicolons": notes(repeat(";")),
    "note of (": notes(repeat("(")),
    "note of “": notes(repeat("“")),
    "note of unclosed quotes": notes(repeat("“And then ")),
    'note of "': notes(repeat('"')),
    "note of quotes": notes(repeat("“And then” ")),
    "note of titles": notes(repeat(BRIEF.format(n=1)[:-1] + "; ")),
    "note of digits": notes(repeat("1 2 3 ")),
    "note of addresses": notes(repeat("https://example.org/a/b/c ")),
    "note of broken addresses": notes(repeat("https://example.org/a-\n")),
    "note of cases": notes(repeat("Brown v. Board of Education, 347 U.S. 483, 495 (1954); ")),
    "notes": numbered("Nothing was signed.{n}", BRIEF),
    "notes of Ibid.": numbered("Nothing was signed.{n}", "Ibid., {n}."),
    "notes of short forms": numbered("Nothing was signed.{n}", "Hirano, “Abe Quandary.”"),
    "notes of supra": numbered("Nothing was signed.{n}", "Hirano, supra note {n}."),
    "notes of one author": numbered("Nothing was signed.{n}", "Ko Hirano, Abe Quandary (London: Routledge, 2015), {n}."),
    "titles of one author": lambda size: "".join(f"It was said (Ko Hirano, “Abe Quandary {n},” Kyodo, May 5, 2015). " for n in range(size // 65)),
    "notes that give short names": numbered("Nothing was signed.{n}", "The Treaty of the Year {n}, May 5, 1951, 136 U.N.T.S. 45 (hereafter TY{n})."),
    "callouts in brackets": numbered("Nothing was signed [{n}].", "Kyodo, January 27."),
    "numbered lines": lambda size: "".join(f"{n}. x\n" for n in range(1, size // 8)),
    "lines that all are 1.": repeat("1. x\n"),
    "entries of a list": listed("Smith{n}, J. ({year}). The work of the year {n}. London: Routledge."),
    "entries of one author": listed("Smith, J. ({year}). The work of the year {n}. London: Routledge."),
    "entries of one title": listed("Smith{n}, J. ({year}). The work. London: Routledge."),
    "entries of a line": lambda size: listed("Smith{n}, J. ({year}). The work of the year {n}. London: Routledge.")(size).replace("\n\nSmith", "\nSmith"),
    "notes and a list": both,
    "author and date": pointed,
    "author and date of one author": pointed_to_one,
    "entry of names": entries(repeat("Smith, J., ")),
    "entry of sentences": entries(repeat("The work of it. ")),
    "headings of a list": repeat("References\n\n"),
    "headings of a list, and entries": repeat("References\n\nSmith, J. (2010). The work. London: Routledge.\n\n"),
    "Markdown: links": text(repeat("It was said ([TASS](https://tass.com/1), January 28, 2012). ")),
    "Markdown: italics": text(repeat("It was *said* (TASS, January 28, 2012). ")),
    "Markdown: headings": repeat("# Nothing was signed\n\nIt was said (TASS, January 28, 2012).\n\n"),
    "Markdown: footnotes": lambda size: "".join(f"It was said.[^{n}]\n\n[^{n}]: TASS, *January* 28, 2012.\n\n" for n in range(1, size // 55)),
    "HTML: links": text(repeat("<p>It was said (<a href='https://tass.com/1'>TASS</a>, January 28, 2012).</p>\n")),
    "HTML: italics": text(repeat("<p>It was <i>said</i> (TASS, January 28, 2012).</p>\n")),
    "headings of clippings": repeat("4. Moscow Times: Anna Berg, The Darker Side.\n“Ё” ж\n"),
    "Markdown: items of a list": lambda size: "# References\n\n" + "- x\n" * (size // 4),
    "Markdown: headings of lists": repeat("# References\n\n"),
    "Markdown: a link of bars": lambda size: f"# References\n\n- [A b{' - |' * (size // 4)} - BBC News](https://example.org/a)\n",
    "headings of notes": repeat("Notes\n\n1. Kyodo, January 27.\n\n"),
}  # fmt: skip

PIECES = (
    "(", ")", "((", "[", "]", "()", "“", "”", "“A ", "“A” ", '"', '"A ', "'", "'A ", "‘A ", "’", "«", "» ", "„A ", "《", "《书》", "「", "日", "日本", "É",
    "a", "A", "A ", "a ", "Aa ", "Aa, ", "Aa Bb ", "Aa Bb, ", "Aa and ", "A. ", "A. B. C. ", "A.B.", "Aa, A., ", "Aa, A. and ", "Aa A. ", "Aa-", "O'", "van der ", "de ", "et al. ", "(eds.) ", "eds. ", "ed. ",
    "trans. ", "edited by ", "1", "1 ", "1, ", "1-", "1 2 3 ", "1(", "1 (1) ", "12(3), ", "1. ", "1) ", "[1] ", "a1 ", "2012", "2012 ", "2012, ", "(2012) ", "(2012). ", "2012-", "January ", "January 5, ", "January 5-",
    "January 5, 2012 ", "5 January ", "5. 1. ", "2012年1月", "5.1.2012 ", "Monday, ", ";", "; ", "A; ", ". ", ", ", ": ", ".", ",", "...", "- ", "—", "// ", "| ", "/", "\n", "\n\n", "a\n", "\t", "\r\n", "\xad", "\ufeff",
    "and ", "in ", "In: ", "See ", "see also ", "See also ", "cf. ", "For it, see ", "for a ", "for a, see ", "quoted in ", "Ibid. ", "Ibid.; ", "Id. at 5, ", "op. cit. ", "Aa, op. cit., ", "supra note 4, ", "Aa (n 5) 12 ", "(n 1", "note 1 ",
    "http", "http://", "https://a.bc/d ", "https://a.bc/d\n", "www.a.bc ", "<https://a.bc/", "a.bc/", "doi: ", "10.1000/", "10.1000/a ", "accessed ", "accessed January 5, 2012 ", "available at ", "vol. ", "vol. 1, ", "no. 3, ", "p. ", "p. 5, ",
    "pp. 1-2, ", "§ ", "art. 5, ", "U.S. ", "347 U.S. 483 ", "Aa v. Bb ", "Aa v. Bb, 347 U.S. 483 (1954); ", "Aa Act ", "Aa Act 1990 ", "Case C-1/12 ", "Treaty of ", "Treaty, ", "S/RES/1 ", "UN Doc ", "Box 1, ", "f. 17, op. 3, ", "FO 371/1, ", "interview ",
    "interview, ", "TASS", "TASS, ", "TASS; ", "TASS, January 5; ", "TASS, January 27, 28, ", "TASS, no. 1, ", "The Times ", "Ministry of ", "(London: ", "London: ", "London: Routledge, 2010 ", "(London: Routledge, 2010) ", "(PhD diss., ", "(hereafter ", "(hereafter A) ",
    "[Arabic] ", "1st ed. ", "chap. 3, ", "Б. А. ", "Романов Б. А. ", "Правда. ", "Там же. ", "——. ", "___. ", "Aa (2010) ", "Aa's (2010", "Aa 2010, ", "(Aa 5; ", "Aa, “B,” ", "Aa, “B ", "“A,” Bb, January 5, 2012; ", "ibid", "الجزيرة ", "\u202e", "😀", "\x00",
)  # fmt: skip
WHERE: dict[str, Callable[[Make], Make]] = {"text": text, "parenthesis": parenthesis, "note": notes, "entry": entries}
MATRIX = {f"{where} of {piece!r}": wrap(repeat(piece)) for piece in PIECES for where, wrap in WHERE.items()}


class Timing(NamedTuple):
    sizes: list[int]
    seconds: list[float]

    @property
    def ratio(self) -> float:
        return self.seconds[-1] / self.seconds[-2] if len(self.seconds) > 1 and self.seconds[-2] else 0.0

    @property
    def verdict(self) -> str:
        stopped = ": stopped" if len(self.seconds) < len(self.sizes) else ""
        if stopped and len(self.seconds) < 2:
            return "VERY SLOW" + stopped
        if self.seconds[-1] > SHORT and self.ratio > SUPER:
            return "SUPER-LINEAR" + stopped
        if stopped:
            return "slow" + stopped
        if self.seconds[-1] > SHORT and self.sizes[-1] / self.seconds[-1] < SLOW:
            return "slow"
        return ""


SUFFIXES = {"Markdown": ".md", "HTML": ".html"}  # of inputs that are so called; others are plain text


def extract(printed: str, name: str = "a.txt") -> float:
    """Extract from a text; return the seconds of the processor that it took: what else runs on the machine does not count."""
    from cites.extract import Extractor
    from cites.readers import read_bytes

    extractor = Extractor()
    extractor(read_bytes(WARM.encode(), "a.txt"))  # loads the outlets and compiles what is compiled late
    data = printed.encode("utf-8", "replace")
    began = time.process_time()
    extractor(read_bytes(data, name))
    return time.process_time() - began


def file_of(name: str) -> str:
    return "a" + SUFFIXES.get(name.partition(":")[0], ".txt")


def measure(name: str, sizes: list[int], limit: float) -> Timing:
    """Each size in a process of its own, so that one that goes on for ever can be stopped."""
    seconds: list[float] = []
    for size in sizes:
        command = [sys.executable, __file__, "--one", name, "--size", str(size)]
        try:
            run = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=True)
        except subprocess.TimeoutExpired:
            break
        except subprocess.CalledProcessError as error:
            sys.exit(f"{name}: {error.stderr}")
        seconds.append(float(run.stdout))
    return Timing(sizes, seconds)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--size", type=int, default=0, metavar="N", help="the longest of the three (default: 5,000,000; with --matrix 200,000)"
    )
    parser.add_argument("--matrix", action="store_true", help="take MATRIX instead of INPUTS")
    parser.add_argument("--only", default="", metavar="WORDS", help="only inputs with this in their names")
    parser.add_argument("--limit", type=float, default=LIMIT, metavar="SECONDS", help="stop an input after so long (default: %(default)s)")
    parser.add_argument("--bad", action="store_true", help="print only what is super-linear or slow")
    parser.add_argument("--jobs", type=int, default=1, help="measure so many inputs at a time (default: 1)")
    parser.add_argument("--profile", metavar="NAME", help="print the functions in which the time is spent")
    parser.add_argument("--one", metavar="NAME", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    every = {**INPUTS, **MATRIX}
    if chosen.one:
        print(extract(every[chosen.one](chosen.size), file_of(chosen.one)))
        return 0
    if chosen.profile:
        extract(WARM)
        profile = cProfile.Profile()
        profile.runcall(extract, every[chosen.profile](chosen.size or 50_000), file_of(chosen.profile))
        pstats.Stats(profile).sort_stats("cumulative").print_stats(25)
        return 0
    longest = chosen.size or (200_000 if chosen.matrix else 5_000_000)
    sizes = [longest // 4, longest // 2, longest]
    names = [name for name in (MATRIX if chosen.matrix else INPUTS) if chosen.only in name]
    bad = 0
    print(f"{'seconds for code points':<40}" + "".join(f"{size:>11,}" for size in sizes) + "   ×2   M/s")
    with ThreadPoolExecutor(chosen.jobs) as pool:
        for name, timing in zip(names, pool.map(lambda name: measure(name, sizes, chosen.limit), names), strict=True):
            bad += bool(timing.verdict)
            if not chosen.bad or timing.verdict:
                columns = "".join(f"{seconds:11.2f}" for seconds in timing.seconds) + " " * 11 * (len(sizes) - len(timing.seconds))
                speed = timing.sizes[len(timing.seconds) - 1] / timing.seconds[-1] / 1e6 if timing.seconds else 0.0
                print(f"{name:<40}{columns} {timing.ratio:4.1f} {speed:5.1f}  {timing.verdict}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
