"""How often a pool child looks for garbage in cycles: between jobs, hardly ever in one.

A job makes a few million values that live until its answer is written and hold no cycles. Python's collector would
walk all of them again and again: after every 700 new ones two fifths of the time that 25,000 distinct stacks take,
after every 100,000 still a fifth. What a job leaves behind is walked when it is done: that is next to nothing then.
"""

from __future__ import annotations

import gc

NEW_VALUES = 5_000_000
"""More than a job makes; what bounds the memory of one that does leave cycles behind."""
LOOKS = 1_000
"""Jobs after which all is looked at that they left behind: mostly what is cached, some ten milliseconds."""


def collect_seldom() -> None:
    """Leave alone what was loaded before the fork, and look at the rest only after very many new values."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_VALUES, 20, 100)


def collect_between_jobs() -> None:
    """Look at what the last job has left behind, seldom at all that jobs have left."""
    _, _, looks = gc.get_count()
    gc.collect(2 if looks >= LOOKS else 1)
