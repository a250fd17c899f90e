from pathlib import Path

import pytest

from leakbook.playbook.load import load_playbooks
from leakbook.playbooks_path import read_folder

SET = Path(__file__).resolve().parents[1] / "playbook_set"


@pytest.fixture(scope="session")
def playbooks():
    """A small valid set."""
    return load_playbooks(read_folder(SET))
