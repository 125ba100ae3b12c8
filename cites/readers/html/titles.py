"""What a page is called: the heading that a person sees decides between the names that its metadata give.

    <title>Why the Night Train Came Back | Slow Rails | Medium</title> … <h1>Why the Night Train Came Back</h1>

gives "Why the Night Train Came Back", and where nothing else names the site, "Medium".
"""

from __future__ import annotations

import re

from cites.grammar.firms import OWNER
from cites.model import Reference
from cites.readers.html.about import Said

BETWEEN = re.compile(r"\s+[|•·–—-]+\s+|\s*[|»]\s*|\s+:{1,2}\s+|\s*::\s*|\s*--+\s*|_+")  # a title and the site, a section, an author
LONGEST_SITE = 60  # code points


def settle(said: Said, heading: str) -> Reference:
    """Return the work with its title, and the site where only the page's `<title>` names it; `heading` may be ""."""
    about, shown = said.about, " ".join(heading.split())
    titles = tuple(filter(None, (_without_site(title, (about.container_title, said.site)) for title in said.titles)))
    site = _site(said.titles, shown)
    title = _title(titles, shown, said.by_office)
    if (title == shown and shown and not about.container_title) or (site and not said.site and OWNER.search(about.container_title)):
        about = about.revised(container_title=site)
    if shown and not about.container_title and (rest := _before(titles[0] if titles else "", shown)):
        return about.revised(title=rest, container_title=shown)  # the heading is the name of the site
    return about.revised(title=title)


def _title(titles: tuple[str, ...], shown: str, by_office: bool) -> str:
    first = titles[0] if titles else ""
    if not shown:  # of "The Ferry | News" and "The Ferry" the second
        return next((title for title in titles if _follows(first, title)), first)
    if any(title.casefold() == shown.casefold() or _follows(title, shown) for title in titles):
        same = next((title for title in titles if title.casefold() == shown.casefold()), shown)
        return same if shown.isupper() else shown  # a heading in capitals is a matter of looks
    return shown if by_office or not first else first


def _follows(title: str, start: str) -> bool:
    """Whether `title` is `start` and something parted from it: "The Ferry | News"."""
    if not title.casefold().startswith(start.casefold()) or len(title) == len(start):
        return False
    return BETWEEN.match(title, len(start)) is not None


def _before(title: str, site: str) -> str:
    """What stands before the name of a site at the end of a title: "The Ferry | News" and "News" give "The Ferry"."""
    if not title.casefold().endswith(site.casefold()):
        return ""
    parted = re.fullmatch(rf"(?P<title>.+?)(?:{BETWEEN.pattern})", title[: -len(site)])
    return parted["title"] if parted else ""


def _site(titles: tuple[str, ...], shown: str) -> str:
    """The last part of a title that begins with the heading."""
    for title in titles:
        if shown and _follows(title, shown):
            last = BETWEEN.split(title[len(shown) :])[-1].strip()
            return last if len(last) <= LONGEST_SITE and any(map(str.isalpha, last)) else ""
    return ""


def _without_site(title: str, names: tuple[str, ...]) -> str:
    """ "Russia Launches New Initiative - The Jamestown Foundation" without what it is parted from."""
    for name in filter(None, names):
        title = re.sub(
            rf"(?:{BETWEEN.pattern}){re.escape(name)}\s*$|^{re.escape(name)}(?:{BETWEEN.pattern})", "", title, flags=re.IGNORECASE
        )
    return title.strip()
