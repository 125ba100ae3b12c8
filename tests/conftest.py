"""Fixtures for the command line; and a rule: in CI a test that is skipped fails, since all that one may need is there (see .ci/run)."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from sample_cli import ARTICLE, Cites, Ran

from cites.cli import main

os.environ["XDG_CACHE_HOME"] = str(Path(__file__).parent.parent / ".pytest_cache" / "of_cites")  # not the user's; a second run is faster
NOT_HERE = "../shared"  # what a reason names that lies outside the repository, and that CI may lack


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
    if os.environ.get("CITES_CI") and report.skipped and not hasattr(report, "wasxfail") and NOT_HERE not in reason:
        report.outcome = "failed"
        report.longrepr = f"in CI nothing is skipped; {reason}"
    return report


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for what earlier checks learnt, and no proxies: no test knows of another, or of this computer."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def cites(capsys: pytest.CaptureFixture[str]) -> Cites:
    """Run a command in this process: `cites("extract", path).out`."""

    def run(*arguments: object) -> Ran:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:  # argparse
            code = int(stopped.code or 0)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "visit.txt"
    path.write_text(ARTICLE, "utf-8")
    return path
