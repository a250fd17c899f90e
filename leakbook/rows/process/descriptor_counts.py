"""Open descriptors: how many, of which sort, and how fast each sort grows.

A scrape counts all descriptors, a listing tells their sorts. Several listings follow each sort; a single one beside a
series of totals still bounds it: there were never fewer than none, nor more than all descriptors at the start.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from ...evidence.model import Capture, DescriptorListing
from ..moments import in_time_order
from ..statistics.trend import Trend
from .pace import age_of, keeps_pace
from .series import Figure, ProcessFigures, finer, placed

SORTS: Final = (("file", "open_files"), ("socket", "open_sockets"))
"""Sorts of a listing that have features of their own, and what those are called."""

LIKE_IT: Final = {"file": ("file", "pipe"), "socket": ("socket",)}
"""Sorts that grow with one: the end of a pipe is an os.File as well, which somebody opened and has to close."""

MOST_OF: Final = 0.5
"""From this part of what was gained on, a sort is what grows."""

HARDLY_ANY: Final = 0.1
"""Up to this part of what was gained, other sorts are what grows."""

FEWEST_GAINED: Final = 3
"""Files gained of which it counts how many stay open."""

AT_LIMIT: Final = 0.95
"""Part of the limit from which a process can hardly open more: that its descriptors stay level tells nothing."""


def descriptor_features(captures: Sequence[Capture], figures: ProcessFigures | None) -> dict[str, Any]:
    """The process's features of descriptors by name; None, or left out, where no evidence measures them."""
    listings = in_time_order([c for c in captures if isinstance(c.reading.content, DescriptorListing)])
    listed = [capture for capture in listings if not _listing(capture).only_sockets] or listings
    totals = placed([(capture, float(_listing(capture).total)) for capture in listed])
    open_fds = finer(figures.get("process_open_fds") if figures else None, totals)
    limit = figures.value("process_max_fds") if figures else None
    growing = None if _always_at(limit, open_fds) else open_fds
    trend = None if growing is None else _trend(growing)
    features: dict[str, Any] = {
        "open_fds": round(open_fds.last) if open_fds else None,
        "open_fds_per_minute": growing.per_minute() if growing else None,
        "open_fds_trend": None if trend is None else trend.climbs,
        "open_fds_plateau": None if trend is None else trend.levelled,
        "open_fds_growth_ratio": None if trend is None else trend.growth_ratio,
        "open_fds_keep_pace": keeps_pace(growing, trend, age_of(figures)) if growing else None,
        "fds_of_limit": open_fds.last / limit if open_fds and limit else None,
    }
    lists_files = any(not _listing(capture).only_sockets for capture in listed)
    for sort, name in SORTS:
        if sort == "file" and not lists_files:
            continue
        counted = placed([(capture, float(_count(_listing(capture), sort))) for capture in listed])
        features[name] = round(counted.last) if counted else None
        alike = placed([(capture, float(_alike(_listing(capture), sort))) for capture in listed])
        features[f"{name}_per_minute"] = alike.per_minute() if alike else None
        if len(listed) == 1 and open_fds is not None:
            features[f"{name}_per_minute"] = _gained_at_least(sort, _listing(listed[0]), open_fds)
        if lists_files:
            features[f"{sort}s_of_gain"] = _part_of_gain(sort, [_listing(capture) for capture in listed])
    features["gained_files_stayed"] = _gained_files_stayed([_listing(capture) for capture in listed])
    named = [listing for listing in map(_listing, listed) if listing.deleted_files is not None]
    if named:
        features["deleted_files"] = named[-1].deleted_files
        features["deleted_share"] = (named[-1].deleted_files or 0) / max(1, _count(named[-1], "file"))
    return features | _connection_features([_listing(capture) for capture in listings])


def _always_at(limit: float | None, open_fds: Figure | None) -> bool:
    if not limit or open_fds is None:
        return False
    return min(value for _, value in open_fds.points) >= AT_LIMIT * limit


def _connection_features(listings: Sequence[DescriptorListing]) -> dict[str, Any]:
    """What the newest listing that has it tells of connections: of two listings only one may show their states."""
    features: dict[str, Any] = {}
    dialled = [one.dialled_share for one in listings if one.dialled_share is not None]
    if dialled:
        features["dialled_share"] = dialled[-1]
    with_states = [one for one in listings if one.half_closed is not None]
    if with_states:
        features["half_closed_sockets"] = with_states[-1].half_closed
        features["half_closed_share"] = (with_states[-1].half_closed or 0) / max(1, _count(with_states[-1], "socket"))
    return features


def _trend(open_fds: Figure) -> Trend | None:
    """A gain counts from what connections in passing use differ by at any moment: from 47 to 50 is none yet."""
    in_use = math.sqrt(max(open_fds.last, 1.0))
    return open_fds.trend(resolution=max(1.0, in_use / 2.5), noise=math.sqrt(open_fds.points[0][1]))


def _gained_at_least(sort: str, listing: DescriptorListing, totals: Figure) -> float | None:
    """Descriptors of a sort gained a minute, at least, by one listing near the end of a series of totals.

    None where the bounds are too wide to tell: many of the sort may have been open from the start.
    """
    first, per_minute = totals.points[0][1], totals.per_minute()
    gained, count = listing.total - first, _alike(listing, sort)
    if per_minute is None or per_minute <= 0 or gained < MOST_OF * (totals.last - first) or gained <= 0:
        return None
    at_least, at_most = max(0.0, count - first), float(count)
    if at_least < MOST_OF * gained and at_most > HARDLY_ANY * gained:
        return None
    return per_minute * min(1.0, at_least / gained)


def _part_of_gain(sort: str, listings: Sequence[DescriptorListing]) -> float | None:
    """The part of a sort in what the last listing has more than the first, whose times need not be known."""
    if len(listings) < 2 or listings[-1].total <= listings[0].total:
        return None
    gained = _alike(listings[-1], sort) - _alike(listings[0], sort)
    return min(1.0, max(0.0, gained / (listings[-1].total - listings[0].total)))


def _gained_files_stayed(listings: Sequence[DescriptorListing]) -> float | None:
    """Of the files that listings before the last have more than the one before them, the part that is open at last.

    None where these are too few to tell, or a listing is too long for all paths to be kept. A store closes what it
    opened and opens others, a leak closes none.
    """
    if any(len(listing.files) < _count(listing, "file") for listing in listings):
        return None
    files = [Counter(listing.files) for listing in listings]
    gained = [later - earlier for earlier, later in pairwise(files[:-1])]
    count = sum(one.total() for one in gained)
    if count < FEWEST_GAINED:
        return None
    return sum((one & files[-1]).total() for one in gained) / count


def _listing(capture: Capture) -> DescriptorListing:
    content = capture.reading.content
    if not isinstance(content, DescriptorListing):
        raise TypeError(f"{capture.name} lists no descriptors")
    return content


def _count(listing: DescriptorListing, sort: str) -> int:
    return sum(counted.count for counted in listing.counts if counted.sort == sort)


def _alike(listing: DescriptorListing, sort: str) -> int:
    return sum(_count(listing, one) for one in LIKE_IT[sort])
