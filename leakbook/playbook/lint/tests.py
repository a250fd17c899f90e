"""What the tests inside a playbook must cover."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Playbook
from .base import Complaint, Lint


class TestsHaveBothPolarities(Lint):
    """One test finds the pattern, one stays silent on what only looks like it."""

    is_mistake = False

    def check(self, playbook: Playbook) -> Iterable[Complaint]:
        """Count both sorts."""
        expectations = [test.expect for test in playbook.tests]
        if all(expect.nothing for expect in expectations):
            yield Complaint(playbook=playbook, path=("tests",), message="no test expects the pattern to be found")
        if not any(expect.nothing for expect in expectations):
            yield Complaint(playbook=playbook, path=("tests",), message="no test expects nothing")
