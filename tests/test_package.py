"""What `import cites` gives, and what it does not load."""

from __future__ import annotations

import subprocess
import sys

import pytest
from sample_cli import environment

import cites


@pytest.mark.parametrize("first", ["import cites", "import cites.extract", "from cites.extract import Extractor; import cites"])
def test_public_names_stay_what_they_are(first: str) -> None:
    code = f"{first}; import cites; from cites.extract import extract as same; assert cites.extract is same, cites.extract; cites.Library.of(())"
    assert subprocess.run([sys.executable, "-c", code], env=environment()).returncode == 0


def test_every_public_name_is_there() -> None:
    assert set(cites.__all__) == set(cites.PUBLIC)
    for name in cites.__all__:
        assert getattr(cites, name) is not None
    assert not hasattr(cites, "nothing")
