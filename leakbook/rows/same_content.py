"""Whether captures hold the same, however they were packed, named or posted."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from ..evidence.columns import IntArray, PlaceArray
from ..evidence.locations import Locations
from ..evidence.model import Content, StackProfile


def content_key(content: Content) -> Hashable:
    """Equal for two contents that say the same, stacks and all; found in a set at once, among however many."""
    if not isinstance(content, StackProfile):
        return content
    stated = (content.types, content.period, content.duration_seconds, content.is_delta, content.scaled)
    columns = (content.values, content.object_bytes, content.stack_offsets, content.stack_locations)
    return stated, content.metrics, _in_bytes(*columns), _in_locations(content.locations)


def _in_locations(locations: Locations) -> Hashable:
    names = tuple(locations.functions), tuple(locations.files), locations.addresses
    return names, locations.inlined.tobytes(), _in_bytes(locations.offsets, locations.owners, locations.lines)


def _in_bytes(*columns: IntArray | PlaceArray) -> tuple[bytes, ...]:
    return tuple(np.asarray(column, dtype=np.int64).tobytes() for column in columns)
