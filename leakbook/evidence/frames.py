"""A call on a stack."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One call on a stack. `function` is the full Go symbol, normalised by `names.normalise`."""

    function: str
    file: str | None = None
    line: int | None = None
    inlined: bool = False
