"""How much of anything is read. One frozen value, passed to every reader.

Each limit is tested at its value and one past it. Readers raise
`leakbook.errors.OverLimit` for sizes and depths that make the rest unreadable,
and cut with a note where a part of the evidence still gives an answer.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one request and on the work its evidence may cause. Sizes are bytes."""

    request_bytes: int = 64 * 2**20
    unpacked_bytes: int = 256 * 2**20
    """All parts together, after decompression."""
    ratio: int = 400
    """Unpacked over packed, once more than `ratio_from_bytes` came out. Real dumps compress 20 to 60 times."""
    ratio_from_bytes: int = 8 * 2**20
    parts: int = 100
    bundle_members: int = 400
    nesting: int = 3
    """Layers of compression and bundling inside one part."""
    line_bytes: int = 16 * 2**10
    frames_per_stack: int = 2_000
    stacks: int = 100_000
    """Distinct stacks in one capture, each of which takes a fifth of a millisecond; the rest is counted and noted."""
    profile_samples: int = 2_000_000
    profile_strings: int = 2_000_000
    profile_frames: int = 20_000_000
    """Frames of all samples together, inlined ones counted: a location is written once and used by every sample."""
    cycles: int = 20_000
    """GC cycles kept of one run in a log; of more, evenly spaced ones are."""
    metric_points: int = 2_000_000
    members_per_group: int = 64
    """Goroutines of a group kept one by one (id, wait, addresses)."""
    ids_per_group: int = 20_000


DEFAULT_LIMITS = Limits()
