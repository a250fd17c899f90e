"""Which of several processes that a listing tells of is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

_Row = TypeVar("_Row")


def of_narrowed(rows: Sequence[_Row], process: Callable[[_Row], str], listing: Callable[[_Row], int]) -> list[_Row]:
    """As `of_one_process`; where that is open, the rows of the one that some listing shows alone.

    `kubectl top pods`, then `kubectl top pod shop-7f9c`, says by itself which of the pods is meant. `listing` numbers
    the heads that a row may stand under.
    """
    clear = of_one_process(rows, process)
    if clear:
        return clear
    sizes = Counter(map(listing, rows))
    alone = {process(row) for row in rows if sizes[listing(row)] == 1}
    return [row for row in rows if process(row) in alone] if len(alone) == 1 else []


def of_one_process(rows: Sequence[_Row], process: Callable[[_Row], str]) -> list[_Row]:
    """The rows of the one process that is listed again and again, or of the only one; of several none is meant."""
    ranked = Counter(map(process, rows)).most_common(2)
    is_clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1] == 1)
    return [row for row in rows if process(row) == ranked[0][0]] if is_clear else []
