"""Debian's chromium, driven by Playwright: `visit(browser, path)` opens a page that was written, and watches that it behaves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or ""
# No sandbox, for tests run as root too; and nothing that Chromium asks of the network by itself.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
LOCAL = ("file:", "data:", "blob:")


@contextmanager
def started() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, path: Path, fragment: str = "", **options: Any) -> Iterator[Page]:
    """A page of its own; at the end nothing may have been asked of the network or complained of in the console."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **options})
    context.set_default_timeout(10_000)  # milliseconds
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(LOCAL) else None)
    page.goto(f"{path.as_uri()}{fragment}")
    yield page
    context.close()
    assert wrong == []
