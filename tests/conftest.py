"""What tests of several parts share."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import Servers


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--examples", type=int, help="cases of each operation, and chains of requests, for schemathesis")


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    # Not below pytest's own directory: the servers run as users who may not enter it.
    directory = Path(tempfile.mkdtemp(prefix="leakbook-servers-"))
    directory.chmod(0o755)
    servers = Servers(directory)
    yield servers
    servers.stop()
    shutil.rmtree(directory)
