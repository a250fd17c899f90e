"""What the documents promise exists."""

import re
from pathlib import Path

import pytest

from leakbook.storage.settings import NUMBERS, PREFIX

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text())
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_operations_page_names_every_numeric_setting():
    text = (ROOT / "docs" / "operations.md").read_text()
    assert [name for name in NUMBERS if f"`{PREFIX}{name.upper()}`" not in text] == []
