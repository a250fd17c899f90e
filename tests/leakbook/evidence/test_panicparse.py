"""The groups of real dumps against the buckets that panicparse makes of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.gobuild import PANICPARSE, build_buckets
from benchmarks.pairing import Asked
from leakbook.evidence.model import GoroutineSnapshot, Submission
from leakbook.evidence.read import read_evidence
from tests.servers import lack

FIXTURES = Path(__file__).parents[2] / "fixtures"
DUMPS = sorted(FIXTURES.glob("*/*-go1.27/*/dump.txt"))


@pytest.fixture(scope="session")
def buckets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not PANICPARSE.is_dir():
        lack("panicparse")
    return build_buckets(tmp_path_factory.mktemp("buckets"))


def test_groups_are_as_many_and_as_large_as_panicparses_buckets(buckets: Path, tmp_path: Path) -> None:
    assert len(DUMPS) > 5
    differing = {}
    with Asked(buckets) as peer:
        for dump in DUMPS:
            # It predates Go 1.21 and takes "in goroutine 7" for a part of the creator's name.
            plain = tmp_path / "dump.txt"
            plain.write_bytes(re.sub(rb" in goroutine \d+$", b"", dump.read_bytes(), flags=re.MULTILINE))
            _, answer = peer.ask(plain)
            theirs = sorted(map(int, answer.partition("[")[2].rstrip("]").split()), reverse=True)
            (capture,) = read_evidence([Submission(name="dump.txt", content=dump.read_bytes())]).captures
            assert isinstance(capture.reading.content, GoroutineSnapshot)
            ours = sorted((group.count for group in capture.reading.content.groups), reverse=True)
            if ours != theirs:
                differing[str(dump.relative_to(FIXTURES))] = (ours, theirs)
    assert differing == {}
