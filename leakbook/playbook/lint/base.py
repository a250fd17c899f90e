"""What a check of sense looks like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from ..model import Playbook, Playbooks
from ..yaml_marks import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A mistake found in a playbook, at a path in its file."""

    playbook: Playbook
    path: Path
    message: str


class Lint:
    """One check. `check` sees each playbook, `finish` comes when all were seen.

    What a check with `is_mistake` False finds is missing work: `leakbook check` reports it, loading goes on.
    """

    is_mistake: ClassVar[bool] = True

    def __init__(self, playbooks: Playbooks, *, partial: bool) -> None:
        """`partial`: some files could not be read, so absence proves nothing."""
        self.playbooks = playbooks
        self.partial = partial

    def check(self, playbook: Playbook) -> Iterable[Complaint]:  # noqa: ARG002 - part of the interface
        """Mistakes that show in one playbook."""
        return ()

    def finish(self) -> Iterable[Complaint]:
        """Mistakes that show only in all of them together."""
        return ()
