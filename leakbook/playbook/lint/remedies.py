"""What a playbook must say to whoever is on call."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Playbook
from .base import Complaint, Lint


class LeaksHaveRelief(Lint):
    """Of each leak it is said what helps before the code is changed, and whether it comes back."""

    is_mistake = False

    def check(self, playbook: Playbook) -> Iterable[Complaint]:
        """What only looks like a leak needs none."""
        if playbook.leak and playbook.remediation.at_once is None:
            yield Complaint(playbook=playbook, path=("remediation",), message="at_once is missing")
