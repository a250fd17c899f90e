"""What was found out about a name is remembered for the captures after it, across jobs: so it has a bound in bytes.

A program's names have a hundred bytes, and so many of them are bound by their number. A line of a dump may be one name
of 16 KiB; 65,536 of those would be a gigabyte.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, ParamSpec, TypeVar, cast

LONG: Final = 512
"""Characters of a text from which on it is counted."""
LONG_KEPT: Final = 2**20
"""Characters of long texts that one memory holds at most; then it begins anew."""

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def remembered(entries: int) -> Callable[[Callable[Asked, Found]], Callable[Asked, Found]]:
    """`lru_cache` of so many entries, which is also bounded in the length of the texts that it was asked about.

    They are counted when they are new: what is remembered is answered as fast as by `lru_cache` itself.
    """

    def remember(find: Callable[Asked, Found]) -> Callable[Asked, Found]:
        held = 0

        @wraps(find)
        def found(*asked: Asked.args, **named: Asked.kwargs) -> Found:
            nonlocal held
            for text in asked:
                if isinstance(text, str | bytes) and len(text) > LONG:
                    held += len(text)
                    if held > LONG_KEPT:
                        memory.cache_clear()
                        held = len(text)
            return find(*asked, **named)

        memory = lru_cache(maxsize=entries)(found)
        return cast(Callable[Asked, Found], memory)

    return remember
