"""The README and the pages in docs/ with what the program says today: `make docs` writes them, tests/test_docs.py compares them.

A table between `<!-- formats -->` and `<!-- end -->` is made of those that the program has. A block of code after a comment such as these is filled in:

    <!-- run: cites --help -->                                  what a command prints
    <!-- entries: tass2019-01-22 … -->                          these entries of out/references.bib
    <!-- citation: seeds/kuril-talks.txt January 17 -->         a citation of a file, and its reference, as JSON
    <!-- corrected: arcticcouncilarctic2009 -->                 these entries with the corrections that the page about them shows
    <!-- unfit: note = "23" => note = "26" -->                  what is said of these corrections with that change
"""

from __future__ import annotations

import io
import json
import re
import tempfile
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from pathlib import Path

from cites.cli import main
from cites.links.judge import RULES
from cites.links.options import NUMBERS
from cites.links.settings import Settings
from cites.readers import READERS
from cites.readers.bundles import BUNDLES

TOP = Path(__file__).parent.parent
README = TOP / "README.md"
PAGES = (README, *sorted((TOP / "docs").glob("*.md")))
CORRECTED = TOP / "docs" / "corrections.md"
CORRECTIONS = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"(<!-- (?P<what>\w+): (?P<detail>.*?) -->\n```\w*\n).*?(```\n)", re.DOTALL)


def run(command: str) -> str:
    """What a command prints in the checkout, first on stdout, then on stderr; its results go nowhere."""
    out, err = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(out), redirect_stderr(err), chdir(TOP):
        with suppress(SystemExit):  # of --help
            main([f"{folder}/out" if word == "out" else word for word in command.split()[1:]])
        return (out.getvalue() + err.getvalue()).replace(f"{folder}/out", "out")


def corrections_shown() -> str:
    """The cites.toml that stands in the page about corrections."""
    shown = CORRECTIONS.search(CORRECTED.read_text("utf-8"))
    assert shown, "the page shows no corrections"
    return shown[1]


def run_with(corrections: str, command: str) -> str:
    """What a command prints that takes these corrections, as if they stood beside the sample articles."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cites.toml"
        path.write_text(corrections, "utf-8")
        return run(f"{command} --corrections {path}").replace(str(path), "seeds/cites.toml")


def corrected(keys: str) -> str:
    return _entries(keys, run_with(corrections_shown(), "cites extract seeds --format biblatex"))


def unfit(change: str) -> str:
    corrections = corrections_shown()
    old, new = change.split(" => ")
    assert old in corrections
    return run_with(corrections.replace(old, new), "cites extract seeds -o out")


def entries(keys: str) -> str:
    return _entries(keys, run("cites extract seeds --format biblatex"))


def _entries(keys: str, bibliography: str) -> str:
    found = {match[1]: match[0] for match in re.finditer(r"^@\w+\{(.*?),\n.*?^\}\n", bibliography, re.MULTILINE | re.DOTALL)}
    return "\n".join(found[key] for key in keys.split())


def citation(detail: str) -> str:
    file, _, text = detail.partition(" ")
    read = json.loads(run(f"cites extract {file}"))
    cited = next(item for item in read["documents"][0]["citations"] if item["text"] == text)
    reference = next(item for item in read["references"] if item["id"] == cited["reference"])
    return "".join("{\n" + ",\n".join(_fields(item)) + "\n}\n" for item in (cited, reference))


def _fields(record: dict[str, object]) -> list[str]:
    return [f'  "{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in record.items()]


SHOWN: dict[str, Callable[[str], str]] = {"run": run, "entries": entries, "citation": citation, "corrected": corrected, "unfit": unfit}


# --- tables: of formats in the README, of rules and limits in the page about links

TABLE = re.compile(r"(<!-- (?P<what>\w+) -->\n).*?(<!-- end -->\n)", re.DOTALL)


def formats() -> str:
    rows = []
    for name, format in (READERS | BUNDLES).items():
        needs = f'`pip install "cites[{format.extra}]"`' if format.extra else ""
        asked = f"`{name}`" if name in READERS else ""
        rows.append(f"| {format.title} | {', '.join(format.suffixes)} | {asked} | {needs} |\n")
    return "| format | files | `--from` | needs |\n|---|---|---|---|\n" + "".join(rows)


def rules() -> str:
    rows = (f"| `{rule.verdict}` | `{rule.name}` | {re.sub(r'{.*?}', '…', rule.reason)} |\n" for rule in RULES)
    return "| verdict | rule | reason |\n|---|---|---|\n" + "".join(rows)


def limits() -> str:
    usual, fast = Settings(), Settings().fast()
    rows = []
    for name, (_, _, words) in NUMBERS.items():
        value, hasty = (getattr(settings, name.replace("-", "_")) for settings in (usual, fast))
        rows.append(f"| `{name}` | {value:,g}{f', with `--fast` {hasty:,g}' if hasty != value else ''} | {words} |\n")
    return "| setting | usual | what it limits |\n|---|---|---|\n" + "".join(rows)


TABLES: dict[str, Callable[[], str]] = {"formats": formats, "rules": rules, "limits": limits}


def render(page: str) -> str:
    """A page with its blocks and tables filled in."""
    page = TABLE.sub(lambda table: table[1] + TABLES[table["what"]]() + table[3], page)
    return BLOCK.sub(lambda block: block[1] + SHOWN[block["what"]](block["detail"]) + block[4], page)


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(render(page.read_text("utf-8")), "utf-8")
