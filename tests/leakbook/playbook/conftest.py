from pathlib import Path

import pytest

from leakbook.playbooks_path import read_folder

SET = Path(__file__).resolve().parents[2] / "playbook_set"


@pytest.fixture
def files():
    """The text of a small valid set of playbooks, to be spoiled by tests."""
    return read_folder(SET)
