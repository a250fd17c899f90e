"""What tests of several parts share."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import make_url

from leakbook.playbook.model import Playbooks
from leakbook.storage.database import open_engine
from leakbook.storage.migrate import migrate
from leakbook.storage.playbook_files import read_playbooks
from leakbook.storage.settings import Settings
from tests.servers import Servers

# How fast anything is, benchmarks measure: on a busy machine an example that takes long is no failure.
settings.register_profile("leakbook", deadline=None)
settings.load_profile("leakbook")


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


@pytest.fixture(scope="session")
def shipped() -> Playbooks:
    """The shipped playbooks, loaded once: they are frozen, and half a second each time."""
    return read_playbooks()


@pytest.fixture(scope="session")
def make_tables(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Settings], None]:
    """Give an embedded store that is not there yet its tables: a copy of one that was migrated once."""
    model = tmp_path_factory.mktemp("migrated") / "leakbook.sqlite3"
    engine = open_engine(Settings.from_environ({"LEAKBOOK_DATA_DIR": str(model.parent)}))
    migrate(engine)
    engine.dispose()  # the last connection to close leaves nothing in the write-ahead log
    assert [path.name for path in model.parent.iterdir()] == [model.name]

    def make(settings: Settings) -> None:
        database = make_url(settings.database_url).database
        assert database is not None
        Path(database).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(model, database)

    return make
