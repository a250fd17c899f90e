"""Every input that once went wrong, and the seeds beside them, through every target."""

from __future__ import annotations

from pathlib import Path

import pytest

from leakbook.errors import EvidenceError, PlaybookError
from tools.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())


def test_the_kept_corpus_is_there_and_small():
    assert len(FILES) >= 6
    assert sum(path.stat().st_size for path in FILES) < 2**20


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_once_crashed_is_answered_or_refused(path, target):
    code = "answered"
    try:
        TARGETS[target](path.read_bytes())
    except (EvidenceError, PlaybookError) as error:
        code = error.code
    assert code
