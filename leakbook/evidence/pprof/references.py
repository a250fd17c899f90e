"""Paths of references, as goref writes them: what is kept, and at the root of the path the variable that keeps it.

Two samples of a profile, leaf first::

    $mapval. (*cart.Entry) < entries. (map[string]*cart.Entry) < shop.carts. (*cart.Store)
    name. (string) < $mapval. (*cart.Entry) < entries. (map[string]*cart.Entry) < shop.carts. (*cart.Store)

What an element is made of, and each element of a slice (`[0]. (*Item)`), is a frame of its own. A leak is in none of
them but in the container that gets more and more elements: the paths end there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from ..columns import IntArray, offsets_of
from ..names import has_blanks
from .stacks import ProfileStacks

_PATH_FRAME: Final = re.compile(r"\.\s\(|^\$(?:mapkey|mapval)\b|^\[\d")
"""goref names frames by what holds a reference: `cache.entries. (map[string]*Entry)`, `$mapval. (*Entry)`."""

_ELEMENT: Final = re.compile(r"\$map(?:key|val)\b|\[\d")

_Hashes = npt.NDArray[np.uint64]
_Floats = npt.NDArray[np.float64]


def is_reference_path(function_names: Sequence[str]) -> bool:
    """Whether the names are goref's: paths of references instead of calls."""
    named = list(filter(None, function_names))
    text = ",".join(("", *named))
    if ",$" not in text and ",[" not in text and not has_blanks(text):
        return False
    # All but the names that have blanks in them or begin oddly are spared the search at each of their characters.
    likely = [name for name in named if " " in name or name[0] in "$[" or not name.isprintable()]
    return 2 * sum(map(bool, map(_PATH_FRAME.search, likely))) > len(named)


def up_to_containers(stacks: ProfileStacks, counts: IntArray) -> ProfileStacks:
    """Each path up to the container that has most elements for each element of the one around it.

    `counts` are the samples' objects. Of ten tenants with a map of a million sessions each the sessions are meant, of
    a million sessions with a map of ten headers each the sessions as well.
    """
    places, owners, starts = stacks.stack_locations, stacks.locations.owners, stacks.stack_offsets[:-1]
    named = np.array([_ELEMENT.match(name) is not None for name in stacks.locations.functions], dtype=np.bool_)
    elements = np.flatnonzero(named.take(owners.take(stacks.locations.offsets[:-1])).take(places))
    samples = _samples_at(elements, stacks)
    inside = elements + 1 < stacks.stack_offsets.take(samples + 1)  # one without its container is left as it is
    elements, samples = elements[inside], samples[inside]
    if not len(elements):
        return stacks
    paths = _path_hashes(stacks)
    at_leaf = elements == starts.take(samples)
    known, numbers = np.unique(paths.take(elements[at_leaf] + 1), return_inverse=True)
    weights = counts.take(samples[at_leaf]).astype(np.float64)
    totals = np.bincount(numbers, weights=weights, minlength=len(known)).astype(np.float64)
    itself = starts[np.diff(stacks.stack_offsets) > 0]
    is_container = np.zeros(len(places), dtype=np.bool_)
    is_container[elements + 1] = True
    is_container[itself[np.isin(paths.take(itself), known)]] = True
    containers = np.flatnonzero(is_container)
    samples = _samples_at(containers, stacks)
    have = _looked_up(paths.take(containers), known, totals)
    around = np.ones(len(have))
    nested = samples[:-1] == samples[1:]
    around[:-1][nested] = np.maximum(have[1:][nested], 1)
    # Of containers with as many the one nearest to the root comes last.
    order = np.lexsort((containers, have / around, samples))
    last = order[np.append(np.flatnonzero(np.diff(samples[order])), len(order) - 1)]
    kept_from = starts.copy()
    kept_from[samples[last]] = containers[last]
    kept = np.arange(len(places)) >= np.repeat(kept_from, np.diff(stacks.stack_offsets))
    offsets = offsets_of(stacks.stack_offsets[1:] - kept_from)
    return replace(stacks, stack_offsets=offsets, stack_locations=places[kept])


def _samples_at(positions: IntArray, stacks: ProfileStacks) -> IntArray:
    found: IntArray = np.searchsorted(stacks.stack_offsets, positions, side="right") - 1
    return found


def _looked_up(paths: _Hashes, known: _Hashes, totals: _Floats) -> _Floats:
    """The totals of paths, 0 of those that are not known."""
    if not len(known):
        return np.zeros(len(paths))
    numbers = np.minimum(np.searchsorted(known, paths), len(known) - 1)
    return np.where(known.take(numbers) == paths, totals.take(numbers), 0.0)


def _path_hashes(stacks: ProfileStacks) -> _Hashes:
    """For each frame of each stack a number for the path from the root to it: equal paths have equal numbers."""
    depths = np.diff(stacks.stack_offsets)
    from_root = np.repeat(stacks.stack_offsets[1:], depths) - np.arange(len(stacks.stack_locations))
    each = _mixed(len(stacks.locations)).take(stacks.stack_locations)
    each *= _mixed(int(depths.max(initial=0)) + 1).take(from_root)
    upwards = np.append(np.cumsum(each[::-1])[::-1], np.uint64(0))
    hashes: _Hashes = upwards[:-1] - np.repeat(upwards.take(stacks.stack_offsets[1:]), depths)
    return hashes


def _mixed(most: int) -> _Hashes:
    """For each of 0, 1, 2, ... an odd number that has nothing to do with the others'."""
    mixed = np.arange(most, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0x94D049BB133111EB)
    return (mixed ^ (mixed >> np.uint64(32))) | np.uint64(1)
