"""Whether profiles are of one program: a pprof profile in protobuf names the binary it is of.

Another build id is another binary, so another process: what one holds and the other does not says nothing of growth.
Where a build id is not told of both, the binaries' names are compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..evidence.model import Binary, Capture
from .lineage import Lineage, judged_says
from .moments import in_time_order


def of_one_program(captures: Sequence[Capture]) -> Lineage:
    """All captures but the profiles of other programs: that with most profiles is kept, of equals the newest.

    Evidence that names no binary is kept: nothing tells whose it is.
    """
    programs: list[list[Capture]] = []
    for capture in in_time_order([capture for capture in captures if capture.reading.binary is not None]):
        same = next((found for found in programs if all(_may_be_one(capture, other) for other in found)), None)
        if same is None:
            programs.append(same := [])
        same.append(capture)
    if len(programs) < 2:
        return Lineage(captures=tuple(captures))
    kept = max(enumerate(programs), key=lambda found: (len(found[1]), found[0]))[1]
    left = [capture for program in programs if program is not kept for capture in program]
    orders = {capture.order for capture in left}
    return Lineage(
        captures=tuple(capture for capture in captures if capture.order not in orders),
        doubts=(
            f"other_process: The profiles are of different binaries ({', '.join(_names(programs))}), by the build ids "
            f"or names in them: these are several programs, or one was replaced. {judged_says(kept, left)}",
        ),
    )


def _may_be_one(one: Capture, other: Capture) -> bool:
    first, second = one.reading.binary, other.reading.binary
    if first is None or second is None:
        return True
    if first.build_id and second.build_id:
        return first.build_id == second.build_id
    return not (first.name and second.name) or first.name == second.name


_SHOWN = 12
"""First characters of a build id by which people tell two apart."""


def _names(programs: Sequence[Sequence[Capture]]) -> list[str]:
    binaries = [binary for program in programs if (binary := program[0].reading.binary) is not None]
    return [_name(binary) for binary in binaries]


def _name(binary: Binary) -> str:
    build = f"build id {binary.build_id[:_SHOWN]}"
    if not binary.build_id:
        return binary.name
    return f"{binary.name} of {build}" if binary.name else build
