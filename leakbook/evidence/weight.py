"""How much there is to read: evidence is judged by what comes out of it, since a dump shrinks twenty to sixty times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..errors import EvidenceError, OverLimit
from ..limits import Limits
from .inflate import Allowance
from .model import Submission
from .unpack import unpack


def weight_of(submissions: Sequence[Submission], limits: Limits, *, enough: int) -> int:
    """Bytes of all the evidence once unpacked, at least as many as were posted.

    Counted by unpacking, as no stated size can be trusted, and no further than `enough`: who needs to know how much
    more there is must read it. What cannot be unpacked within the limits, a bomb, counts as `enough`.
    """
    posted = sum(len(submission.content) for submission in submissions)
    if posted >= enough:
        return posted
    allowance = Allowance(replace(limits, unpacked_bytes=enough))
    for submission in submissions:
        try:
            unpack(submission, allowance)
        except OverLimit:
            return enough
        except EvidenceError:
            continue  # damage, of which the reading tells; what came out before it was counted
    return max(posted, min(allowance.taken, enough))
