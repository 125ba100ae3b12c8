"""How long the report of a large corpus takes to be written and to open: `python tests/benchmarks/report.py [documents] [citations of each]`.

The corpus is the tests' sample, over and over. Chromium is asked when the page could first be seen, and when it could be used.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))
from sample_browser import started, visit
from sample_library import made_library

from cites.writers import html

TIMES = """() => {
  const at = performance.getEntriesByType("navigation")[0];
  return [performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0, at.domContentLoadedEventEnd, at.loadEventEnd];
}"""


def main(documents: int = 2000, citations: int = 30) -> None:
    library = made_library(documents, citations, outlets=40)
    start = time.process_time()
    page = html.write(library)
    print(f"{documents:,} documents, {documents * citations:,} citations, {len(library.references):,} works")
    print(f"written in {time.process_time() - start:.1f} s of the processor, {len(page.encode()) / 1e6:.1f} MB")
    with TemporaryDirectory() as folder, started() as browser:
        path = Path(folder) / "report.html"
        path.write_text(page, "utf-8")
        with visit(browser, path) as opened:
            seen, usable, loaded = (value / 1000 for value in opened.evaluate(TIMES))
            print(f"seen after {seen:.2f} s, usable after {usable:.2f} s, loaded after {loaded:.2f} s")
            for what in ("coast guard", "coast guards"):
                begun = time.perf_counter()
                opened.locator("nav input").fill(what)
                opened.wait_for_timeout(300)  # until the search has begun
                opened.locator(".found[aria-busy=false]").wait_for(state="attached", timeout=120_000)
                print(f"searched for “{what}” in {time.perf_counter() - begun:.1f} s: {opened.locator('.found').inner_text()}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
