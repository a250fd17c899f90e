"""Whose wait will end by itself: all that it waits for, at the end of every chain, runs or sleeps.

A step of a rollout holds a lock while its workers sleep between two tries. A hundred requests queue for the lock, and
nothing is stuck.
"""

from __future__ import annotations

from collections.abc import Mapping

from .channel_peers import children_of
from .scene import LIVING_STATES, Standing, WaitScene


def living_waits(scene: WaitScene, waits_for: Mapping[int, frozenset[int]]) -> frozenset[int]:
    """Groups that wait, and only for what lives; a group in a cycle of waiting never does."""
    waits = {standing.index: waits_for.get(standing.index, frozenset()) for standing in scene.standings}
    for standing in scene.standings:
        waits[standing.index] |= frozenset(i for i in children_of(scene, standing) if _lives(scene.standings[i]))
    living = {standing.index for standing in scene.standings if _lives(standing)}
    awaiting: set[int] = set()
    waiting = {index for index, others in waits.items() if others and index not in living}
    while True:
        found = {index for index in waiting - awaiting if waits[index] <= living | awaiting}
        if not found:
            return frozenset(awaiting)
        awaiting |= found


def _lives(standing: Standing) -> bool:
    return standing.group.state in LIVING_STATES
