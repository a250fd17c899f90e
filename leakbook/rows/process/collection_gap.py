"""Whether the collector still comes round: what it found last may be of a time long past.

The live heap, and every heap profile, is of the last collection. As memory is allocated the next one comes, at one pace
of allocation after about as long as the last took, or as much longer as the heap has grown. Where it has been out for
a multiple of that, much less is allocated by now than while the heap grew: the work may have ended, and its memory with
it, which nobody has looked at since: a heap profile of a time when the runtime has collected again is such a look.
"""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import Final

from .series import Figure

LEAST_COLLECTIONS: Final = 4
"""Collections seen between scrapes from which there is a longest pause to compare with."""


FORCED_SECONDS: Final = 2 * 120.0
"""Seconds within which a process has collected twice: where nothing else does, the runtime forces a collection every
two minutes (forcegcperiod), and a profile is of the collection before the last."""


def collection_gap(collected: Figure | None, profiled: datetime | None = None) -> float | None:
    """Time since the last collection over the longest pause before it; None where scrapes saw too few collections.

    `collected` is the time of the last collection at each scrape: of several between two scrapes it shows one.
    `profiled` is when the newest heap profile was taken: long after the last scrape it is of a later collection, which
    the scrapes know nothing of.
    """
    if collected is None or not collected.timed:
        return None
    if profiled is not None and collected.ends is not None and profiled.timestamp() > collected.ends + FORCED_SECONDS:
        return None
    seen = [at for (_, before), (at, after) in pairwise(collected.points) if after != before]
    if len(seen) < LEAST_COLLECTIONS:
        return None
    longest = max(after - before for before, after in pairwise(seen))
    return (collected.points[-1][0] - seen[-1]) / longest
