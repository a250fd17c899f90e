"""Whether the signals of a playbook add up to sensible belief under the present calibration."""

from __future__ import annotations

from collections.abc import Iterable

from ..belief import Belief, confidence
from ..model import Playbook, Playbooks
from .base import Complaint, Lint


class _BeliefLint(Lint):
    """A check that needs the numbers behind the words."""

    def __init__(self, playbooks: Playbooks, *, partial: bool) -> None:
        super().__init__(playbooks, partial=partial)
        self.belief = Belief(playbooks.calibration)


class WeakSignalsStayWeak(_BeliefLint):
    """No single weak signal makes a pattern more likely than not."""

    def check(self, playbook: Playbook) -> Iterable[Complaint]:
        """Add each weak signal alone to the prior."""
        prior = self.belief.prior(playbook)
        for index, signal in enumerate(playbook.signals):
            if signal.supports == "weak" and confidence(prior + self.belief.contribution(signal, 1.0)) >= 0.5:
                yield Complaint(playbook=playbook, path=("signals", index), message="weak, yet reaches 0.5 alone")


class RequiredSignalsSupport(Lint):
    """What `requires_any` names speaks for the pattern."""

    def check(self, playbook: Playbook) -> Iterable[Complaint]:
        """Find required signals that oppose."""
        opposing = {signal.id for signal in playbook.signals if signal.opposes is not None}
        for index, name in enumerate(playbook.requires_any):
            if name in opposing:
                yield Complaint(playbook=playbook, path=("requires_any", index), message=f"{name!r} opposes")


class RequiredEvidenceConvinces(_BeliefLint):
    """All required signals in full make the pattern more likely than not: else it can only be found by accident."""

    def check(self, playbook: Playbook) -> Iterable[Complaint]:
        """Sum the strongest of each family of required signals."""
        best: dict[str, float] = {}
        for signal in playbook.signals:
            if signal.id in playbook.requires_any:
                family = signal.family or signal.id
                best[family] = max(best.get(family, 0.0), self.belief.contribution(signal, 1.0))
        reached = confidence(self.belief.prior(playbook) + sum(best.values()))
        if reached < 0.5:
            yield Complaint(
                playbook=playbook,
                path=("requires_any",),
                message=f"the required signals together reach {reached:.2f}, under 0.5",
            )
