"""A look at evidence before it is accepted: cheap, bounded, and never stricter than the full reading.

It is unpacked once, to be weighed: a dump shrinks twenty to sixty times, and no stated size can be trusted. Small
evidence is read as a whole, as long as the request has not much of it. Of all other only the first bytes are looked at,
and refused when no reader could ever claim them: an image, an archive of another kind, random bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..errors import EvidenceError, OverLimit
from ..limits import Limits
from .model import Submission
from .read import BINARY_READERS, read_leaf, read_unpacked
from .unpacking.inflate import GZIP_MAGIC, ZSTD_MAGIC, Allowance
from .unpacking.text_bytes import is_text
from .unpacking.unpack import Leaf, Unpacked, unpack
from .unreadable import may_be_left_aside, nothing_readable

SMALL_BYTES: Final = 64 * 2**10
"""A piece of at most so many, as posted, is small."""
READ_BYTES: Final = 2**19
"""Of all small pieces of a request together, unpacked: what reading them may cost whoever accepts, some 0.2 seconds."""
HEAD_BYTES: Final = 4096
_TAR_MARK: Final = slice(257, 262)


def first_look(submissions: Sequence[Submission], limits: Limits, *, enough: int) -> int:
    """Bytes of all the evidence once unpacked, at least as many as were posted.

    Counted no further than `enough`: who needs to know how much more there is must read it. What cannot be unpacked
    within the limits, a bomb, counts as `enough`.

    Raises the EvidenceError of the first piece that is certainly of no use and may not be left aside; that of a piece
    which may, where there is nothing else.
    """
    posted = sum(len(submission.content) for submission in submissions)
    look = _Look(limits, enough=None if posted >= enough else enough)
    idle: list[EvidenceError] = []
    for submission in submissions:
        try:
            look.at(submission)
        except EvidenceError as error:
            if not may_be_left_aside(error, submission):
                raise
            idle.append(error)
    if idle and len(idle) == len(submissions):
        raise nothing_readable(idle)
    return max(posted, look.weight)


class _Look:
    """What is known of a request, piece by piece, and what may still be spent on it."""

    def __init__(self, limits: Limits, *, enough: int | None) -> None:
        """With `enough` None nothing needs to be weighed."""
        self.weight = 0
        self._limits = limits
        self._enough = enough
        self._scales = Allowance(replace(limits, unpacked_bytes=enough or 0))
        self._left = READ_BYTES

    def at(self, submission: Submission) -> None:
        """Weigh the piece and look at it, whole or at its head. Raises EvidenceError."""
        is_small = len(submission.content) <= SMALL_BYTES
        unpacked = self._opened(submission, is_small=is_small)
        if not is_small or unpacked is None or not self._may_be_read(unpacked):
            _look_at_head(submission, self._limits)
            return
        try:
            read_unpacked(submission, unpacked, [], self._limits)
        except OverLimit:
            return  # the worker answers for its limits
        except EvidenceError as error:
            raise error.in_part(submission.name) from error

    def _opened(self, submission: Submission, *, is_small: bool) -> Unpacked | None:
        """The piece unpacked; None when that is of no use, or too much. Raises EvidenceError for a small piece."""
        try:
            if self._enough is not None:
                return self._weighed(submission, self._enough)
            return self._tried(submission) if is_small else None
        except EvidenceError:
            if is_small:
                raise
            return None  # damage, of which the reading tells; what came out before it was counted

    def _weighed(self, submission: Submission, enough: int) -> Unpacked | None:
        try:
            return unpack(submission, self._scales)
        except OverLimit:
            self._enough = None
            return None
        finally:
            self.weight = enough if self._enough is None else min(self._scales.taken, enough)

    def _tried(self, submission: Submission) -> Unpacked | None:
        """Nothing is weighed any more: unpacked to be read, as far as there is something left for it."""
        allowance = Allowance(replace(self._limits, unpacked_bytes=self._left))
        try:
            return unpack(submission, allowance)
        except OverLimit:
            self._left = max(self._left - allowance.taken, 0)
            return None

    def _may_be_read(self, unpacked: Unpacked) -> bool:
        size = sum(len(leaf.content) for leaf in unpacked.leaves)
        if size > self._left:
            return False
        self._left -= size
        return True


def _look_at_head(submission: Submission, limits: Limits) -> None:
    head = submission.content[:HEAD_BYTES]
    packed = head.startswith((GZIP_MAGIC, ZSTD_MAGIC, b"PK")) or head[_TAR_MARK] == b"ustar"
    is_hole = not head.strip(b"\0")  # what follows it is not seen here
    if packed or is_hole or is_text(head) or any(reader.recognises(head) for reader in BINARY_READERS):
        return
    try:
        read_leaf(Leaf(name=submission.name, content=head), limits)
    except EvidenceError as error:
        raise error.in_part(submission.name) from error
