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


class TestsUseCaptures(Lint):
    """A pattern is tested on what real processes printed, not on sketches alone: what it finds and what it leaves."""

    is_mistake = False

    def check(self, playbook: Playbook) -> Iterable[Complaint]:
        """Look for a captured file on either side."""
        for nothing, what in ((False, "a find"), (True, "nothing")):
            tests = [test for test in playbook.tests if test.expect.nothing == nothing]
            if tests and all(given.file is None for test in tests for given in test.given):
                message = f"no test that expects {what} has a captured fixture (file:)"
                yield Complaint(playbook=playbook, path=("tests",), message=message)
