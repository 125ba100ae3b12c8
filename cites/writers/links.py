"""Links that were checked, in one of several formats: `FORMATS["markdown"](links, cited)`.

Titles and addresses come from strangers: what each format would take for a command, a formula or markup is made harmless here.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from xml.sax.saxutils import escape, quoteattr

from cites.model import Link
from cites.places import Place
from cites.stats import BROKEN
from cites.writers.table import to_cell

WORKS = ("alive", "moved")
NAMES = tuple(field.name for field in fields(Link))
WIDTH = 10  # of the verdict in a text
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~$&])")

Cited = Mapping[str, Sequence[Place]]


def visible(text: str) -> str:
    """Return a text on one line, its control codes and bidirectional marks spelt out: none of them may reach a terminal."""
    return "".join(c if c.isprintable() else " " if c.isspace() else c.encode("unicode_escape", "replace").decode() for c in text)


def evidence(link: Link) -> list[str]:
    """What the verdict rests on, line by line: the rule, the hops, the titles, the copy."""
    took = f"{link.tries} {'try' if link.tries == 1 else 'tries'}, {link.seconds:.1f} s" if link.tries and link.hops else ""
    kept = f"as of {link.checked}" if link.is_kept else ""
    lines = [f"{link.reason} [{'; '.join(part for part in (link.rule, took, kept) if part)}]"]
    if len(link.hops) > 1 or (link.hops and link.final_url not in ("", link.url)):
        lines.append(" → ".join(f"{url} ({status})" for url, status in link.hops))
    if link.title_cited and link.title and link.verdict in BROKEN and link.status == 200:
        lines.append(f"cited as “{link.title_cited}”, found “{link.title}”")
    lines += link.findings
    if link.since and link.verdict not in WORKS and link.since != link.checked:
        lines.append(f"so since {link.since[:10]}")
    if link.archive:
        lines.append(f"archived {distance(link.archive.days, link.archive.timestamp)}: {link.archive.url}")
    elif link.archive_note:
        lines.append(link.archive_note)
    return lines


def distance(days: int | None, timestamp: str) -> str:
    """How far a capture is from the cited date: "on the cited day", "12 days after the cited date"; its date where none is cited."""
    day = f"{timestamp[:4]}-{timestamp[4:6]}-{timestamp[6:8]}"
    if days is None:
        return f"on {day}"
    if days == 0:
        return "on the cited day"
    return f"{abs(days):,} day{'' if abs(days) == 1 else 's'} {'after' if days > 0 else 'before'} the cited date ({day})"


def to_text(links: Iterable[Link], cited: Cited, verbose: bool = False) -> str:
    """For a reader: the verdict and the address; below it, unless all is well, why, and where it is cited."""
    lines = []
    for link in links:
        lines.append(f"{link.verdict:<{WIDTH}}  {link.url}")
        if verbose or link.verdict != "alive" or link.findings:
            lines += [f"{'':<{WIDTH}}  {line}" for line in evidence(link)]
            lines.append(f"{'':<{WIDTH}}  in {'; '.join(map(str, cited[link.url]))}")
    return "".join(f"{visible(line)}\n" for line in lines)


def to_json(links: Iterable[Link], cited: Cited) -> str:
    """A JSON array, one object a link: the fields of `cites.Link`, and "cited_in"."""
    objects = []
    for link in links:
        places = [{"file": at.file, "line": at.line, "note": at.note, **at.known()} for at in cited[link.url]]
        told = {"archive": asdict(link.archive) if link.archive else None, "cited_in": places}
        objects.append({name: getattr(link, name) for name in NAMES} | told)
    lines = (_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(item, ensure_ascii=False)) for item in objects)
    return "[" + ",".join(f"\n{line}" for line in lines) + "\n]\n"


def to_csv(links: Iterable[Link], cited: Cited) -> str:
    """A table, one row a link; the hops are left out."""
    plain = [name for name in NAMES if name not in ("hops", "archive", "findings")]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*plain, "findings", "archive_url", "archive_timestamp", "archive_days", "cited_in"])
    for link in links:
        copy = link.archive
        found = [getattr(link, name) for name in plain] + ["; ".join(link.findings)]
        found += [copy.url, copy.timestamp, copy.days] if copy else ["", "", ""]
        writer.writerow([to_cell(_UNSEEN.sub("", v) if isinstance(v, str) else v) for v in (*found, "; ".join(map(str, cited[link.url])))])
    return out.getvalue()


def to_markdown(links: Iterable[Link], cited: Cited) -> str:
    """A table of all that want a look, for a pull request or an issue."""
    wanted = [link for link in links if link.verdict != "alive" or link.findings]
    if not wanted:
        return "All links work.\n"
    rows = ["| verdict | link | why | copy | cited in |", "|---|---|---|---|---|"]
    for link in wanted:
        copy = f"[{link.archive.timestamp[:8]}]({_bare(link.archive.url)})" if link.archive else ""
        why = "<br>".join(map(_markdown, (link.reason, *link.findings)))
        where = "<br>".join(_markdown(str(place)) for place in cited[link.url])
        rows.append(f"| {link.verdict} | <{_bare(link.url)}> | {why} | {copy} | {where} |")
    return "\n".join(rows) + "\n"


def _markdown(text: str) -> str:
    r"""A text that Markdown takes as it is: "a|b <i>" gives "a\|b \<i\>"."""
    return _MARKDOWN.sub(r"\\\1", visible(text)).replace("://", ":\u200b//")


def _bare(url: str) -> str:
    """An address that ends neither a link nor a cell: what would is percent-encoded."""
    return re.sub(r"[\s<>|()\[\]\\`*\"']", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), visible(url))


def to_junit(links: Iterable[Link], cited: Cited) -> str:
    """A JUnit report: one test case a link; broken links are failures, what could not be known is skipped."""
    links = list(links)
    failed = sum(link.verdict in BROKEN for link in links)
    skipped = sum(_is_open(link) for link in links)
    head = f'<testsuite name="cites check" tests="{len(links)}" failures="{failed}" errors="0" skipped="{skipped}">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head]
    for link in links:
        places = cited[link.url]
        file = _attribute(places[0].file if places else "")
        lines.append(f'  <testcase classname={file} name={_attribute(link.url)} time="{link.seconds:.3f}">')
        text = _xml("\n".join([*evidence(link), *(f"in {place}" for place in places)]))
        if link.verdict in BROKEN:
            lines.append(f'    <failure type="{link.verdict}" message={_attribute(link.reason)}>{text}</failure>')
        elif _is_open(link):
            lines.append(f"    <skipped message={_attribute(f'{link.verdict}: {link.reason}')}/>")
        lines.append("  </testcase>")
    return "\n".join([*lines, "</testsuite>\n"])


def _is_open(link: Link) -> bool:
    return link.verdict not in (*BROKEN, *WORKS)


def _xml(text: str) -> str:
    return escape(_UNSEEN.sub("", _NOT_XML.sub("", text)))


def _attribute(text: str) -> str:
    return quoteattr(_UNSEEN.sub("", _NOT_XML.sub("", text)).replace("\n", " "))


LEVELS = {**dict.fromkeys(BROKEN, "error"), **dict.fromkeys(("dead?", "moved", "insecure"), "warning")}


def to_github(links: Iterable[Link], cited: Cited) -> str:
    """Workflow commands for GitHub Actions, which shows them beside the lines: "::error file=a.md,line=3,title=dead link::…".

    Source: GitHub Docs, "Workflow commands for GitHub Actions": what is escaped in messages and in properties.
    """
    lines = []
    for link in links:
        level = LEVELS.get(link.verdict, "notice" if link.findings else "")
        message = _command("; ".join((link.url, *evidence(link))))
        for place in cited[link.url] if level else ():
            where = f"file={_property(place.file)}" + (f",line={place.line}" if place.line else "")
            lines.append(f"::{level} {where},title={_property(f'{link.verdict} link')}::{message}\n")
    return "".join(lines)


def _command(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Link], Cited], str]] = {
    "text": to_text,
    "json": to_json,
    "csv": to_csv,
    "markdown": to_markdown,
    "junit": to_junit,
    "github": to_github,
}
