"""What is installed from a wheel does the main job, far from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from sample_cli import TOP

pytestmark = pytest.mark.slow
NO_INDEX = ("No matching distribution", "Could not find a version", "Connection", "Temporary failure in name resolution")


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PIP_CONSTRAINT", "VIRTUAL_ENV")}
    return subprocess.run([*map(str, command)], cwd=folder, env=clean, capture_output=True, text=True, timeout=300)


def install(python: Path | str, *arguments: str | Path, folder: Path) -> None:
    """Run pip; skip where no package index can be reached."""
    ran = run(python, "-m", "pip", *arguments, folder=folder)
    if ran.returncode and any(sign in ran.stderr for sign in NO_INDEX):
        pytest.skip(f"no package index can be reached: {ran.stderr.strip().splitlines()[-1]}")
    assert ran.returncode == 0, ran.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # From a copy, so that nothing is left in the checkout.
    left_out = shutil.ignore_patterns(".*", "out", "tests", "build", "dist", "__pycache__")
    copy = Path(shutil.copytree(TOP, folder / "copy", ignore=left_out))
    install(sys.executable, "wheel", "--no-deps", "--quiet", "--wheel-dir", folder, copy, folder=folder)
    return next(folder.glob("cites-*.whl"))


def test_the_wheel_holds_what_is_needed(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {f"cites/{path.relative_to(TOP)}" for path in (TOP / "templates").rglob("*") if path.is_file()}
    data = {str(path.relative_to(TOP)) for suffix in ("toml", "tsv", "txt") for path in (TOP / "cites").rglob(f"*.{suffix}")}
    assert shipped | data | {"cites/py.typed"} <= names
    assert not [name for name in names if name.startswith(("tests", "seeds", "out"))]


def test_the_main_job_runs_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    programs = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    install(programs / "python", "install", "--quiet", "-c", TOP / "constraints.txt", wheel, folder=tmp_path)
    shutil.copytree(TOP / "seeds", tmp_path / "articles")
    ran = run(programs / "cites", "build", "articles", "-o", "out", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.splitlines()[-1].startswith("wrote ")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"references.bib", "references.json", "citations.csv", "report.html"}
    assert "<script" in (tmp_path / "out" / "report.html").read_text("utf-8")
