import pytest

from leakbook.playbooks_path import default_fixtures, read_fixtures
from leakbook.trial.run import Trial
from tests.playbooks.programs import PLAYBOOKS


@pytest.fixture(scope="session")
def playbooks():
    """The shipped set."""
    return PLAYBOOKS


@pytest.fixture(scope="session")
def trial():
    """The shipped set on trial; every committed capture is read once for all tests."""
    return Trial(PLAYBOOKS, read_fixtures(default_fixtures()))
