"""A look at evidence before it is accepted: cheap, bounded, and never stricter than the full reading.

Small evidence is read as a whole. Of larger evidence only the first bytes are looked at, and refused when no reader
could ever claim them: an image, an archive of another kind, random bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..errors import EvidenceError, OverLimit
from ..limits import Limits
from .inflate import GZIP_MAGIC, ZSTD_MAGIC
from .model import Submission
from .read import BINARY_READERS, may_be_left_aside, read_evidence, read_leaf
from .text_bytes import is_text
from .unpack import Leaf

SMALL_BYTES: Final = 64 * 2**10
UNPACKED_BYTES: Final = 2**20
HEAD_BYTES: Final = 4096
_TAR_MARK: Final = slice(257, 262)


def first_look(submissions: Sequence[Submission], limits: Limits) -> None:
    """Raises the EvidenceError of the first piece that is certainly of no use; says nothing of the others.

    Texts in which nothing is found are of no use only where there is nothing else.
    """
    bounded = replace(limits, unpacked_bytes=min(limits.unpacked_bytes, UNPACKED_BYTES))
    idle: list[EvidenceError] = []
    for submission in submissions:
        try:
            if len(submission.content) <= SMALL_BYTES:
                _read(submission, bounded)
            else:
                _look_at_head(submission, limits)
        except EvidenceError as error:
            if not may_be_left_aside(error, submission):
                raise
            idle.append(error)
    if idle and len(idle) == len(submissions):
        raise idle[0]


def _read(submission: Submission, bounded: Limits) -> None:
    try:
        read_evidence((submission,), bounded)
    except OverLimit:
        return  # the worker has a larger allowance, and answers for its limits


def _look_at_head(submission: Submission, limits: Limits) -> None:
    head = submission.content[:HEAD_BYTES]
    packed = head.startswith((GZIP_MAGIC, ZSTD_MAGIC, b"PK")) or head[_TAR_MARK] == b"ustar"
    if packed or is_text(head) or any(reader.recognises(head) for reader in BINARY_READERS):
        return
    try:
        read_leaf(Leaf(name=submission.name, content=head), limits)
    except EvidenceError as error:
        raise error.in_part(submission.name) from error
