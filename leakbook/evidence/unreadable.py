"""Pieces that cannot be read: which may be left aside, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..errors import EmptyEvidence, EvidenceError, Malformed, NotGo, NotRecognised
from .model import Submission

UNREADABLE: Final = (EmptyEvidence, Malformed, NotGo, NotRecognised)
MOST_NAMED: Final = 5
"""Pieces of which it is said why none could be read; a bundle's worth of reasons is read by nobody."""


def may_be_left_aside(error: EvidenceError, submission: Submission) -> bool:
    """Whether other evidence may be judged without the piece: the client did not say of what kind it must be."""
    return isinstance(error, UNREADABLE) and submission.kind is None


def left_aside(errors: Sequence[EvidenceError]) -> Iterator[str]:
    """A warning on each piece that was not read: what it is, and once what would have been."""
    said: set[str | None] = {None}
    for error in errors:
        expected = "" if error.expected in said else f" Expected was {error.expected}."
        said.add(error.expected)
        yield f"{error.part}: {error.detail.rstrip('.')}. It was left aside.{expected}"


def nothing_readable(errors: Sequence[EvidenceError]) -> EvidenceError:
    """The error of a request of which no piece can be read: that of the first, which also tells of the others."""
    first, *others = errors
    if not others:
        return first
    told = [f"{error.part}: {error.detail.rstrip('.')}" for error in others[: MOST_NAMED - 1]]
    if len(others) > len(told):
        told.append(f"{len(others) - len(told)} more")
    detail = f"{first.detail.rstrip('.')}. Nor could the others be read: {'; '.join(told)}."
    return type(first)(
        detail, part=first.part, line=first.line, offset=first.offset, found=first.found, expected=first.expected
    )
