"""How playbooks refer to each other."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Playbook
from .base import Complaint, Lint


class SpecialisesIsATree(Lint):
    """`specialises` names a playbook that exists and never leads back."""

    def check(self, playbook: Playbook) -> Iterable[Complaint]:
        """Look the parent up and walk to the root."""
        if playbook.specialises is None:
            return
        path = ("specialises",)
        if self.playbooks.by_id(playbook.specialises) is None:
            if not self.partial:
                yield Complaint(playbook=playbook, path=path, message=f"there is no playbook {playbook.specialises!r}")
        elif playbook.id in self.playbooks.ancestors(playbook):
            yield Complaint(playbook=playbook, path=path, message="leads back to this playbook")
