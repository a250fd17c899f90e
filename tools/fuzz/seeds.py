"""Where fuzzing starts from: captures of real programs, the crashers of earlier runs, and the playbooks themselves."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from leakbook.errors import EvidenceError
from leakbook.evidence.model import Submission
from leakbook.evidence.unpacking.inflate import Allowance
from leakbook.evidence.unpacking.text_bytes import is_text
from leakbook.evidence.unpacking.unpack import unpack
from leakbook.limits import DEFAULT_LIMITS
from leakbook.playbooks_path import default_folder

from .targets import NEXT_PART

ROOT: Final = Path(__file__).resolve().parents[2]
KEPT: Final = ROOT / "tests" / "hostile" / "corpus"
CAPTURES: Final = (ROOT / "tests" / "fixtures", ROOT / "tests" / "leakbook" / "evidence" / "captures")

_LARGEST: Final = 24 * 2**10
"""Bytes of a seed; longer ones make every run slow and are cut (text) or left out."""
_MOST: Final = 80


def seeds(target: str) -> Iterator[bytes]:
    """Inputs to begin with, the same in every run."""
    for path in sorted(KEPT.rglob("*")):
        if path.is_file():
            yield path.read_bytes()
    if target == "playbooks":
        yield from (path.read_bytes() for path in sorted(default_folder().rglob("*.yaml")))
        return
    packed = [content for content in _captures() if len(content) <= _LARGEST]
    plain = [leaf for content in packed for leaf in _leaves(content)]
    yield from packed if target == "unpack" else _spread(plain)
    if target == "answer":
        wanted = _spread(plain)
        yield from (NEXT_PART.join(pair) for pair in itertools.pairwise(wanted))


def write_seeds(target: str, folder: Path) -> int:
    """Write the seeds as files named by content; their number."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for content in seeds(target):
        if content:
            (folder / hashlib.sha256(content).hexdigest()[:16]).write_bytes(content)
            written += 1
    return written


def _captures() -> Iterator[bytes]:
    for folder in CAPTURES:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in {".py", ".md"}:
                yield path.read_bytes()


def _leaves(content: bytes) -> Iterator[bytes]:
    try:
        leaves = unpack(Submission(name="seed", content=content), Allowance(DEFAULT_LIMITS)).leaves
    except EvidenceError:  # captures of damaged files are seeds as they are
        yield content
        return
    for leaf in leaves:
        if len(leaf.content) <= _LARGEST:
            yield leaf.content
        elif is_text(leaf.content):
            yield leaf.content[:_LARGEST]


def _spread(contents: list[bytes]) -> list[bytes]:
    """Some of the inputs, evenly taken from all."""
    step = max(len(contents) // _MOST, 1)
    return contents[::step]
