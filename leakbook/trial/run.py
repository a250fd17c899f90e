"""Run the tests that stand in playbooks: given evidence through the real readers, against the whole set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..diagnosis.diagnose import diagnose
from ..diagnosis.finding import SUSPECT_FROM
from ..diagnosis.report import Diagnosis, Report
from ..errors import EvidenceError
from ..evidence.names import stable_name
from ..playbook.model import Expectation, Given, Playbook, Playbooks, PlaybookTest
from .evidence import Shelf
from .shown import Difference, diff_lines, named, score_lines

HEALTHY = "healthy/"
FALSE_ALARM_FROM = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A test that did not come out as expected: what was wrong, and the answer to see why (None: unusable evidence)."""

    playbook: str
    test: str
    given: tuple[str, ...]
    wrong: tuple[Difference, ...]
    report: Report | None

    def lines(self) -> Iterator[str]:
        """The failure as text: given evidence, a diff of expected and got, the score lines."""
        yield f"FAILED {self.playbook}: {self.test}"
        yield from (f"  given {one}" for one in self.given)
        yield from diff_lines(self.wrong)
        if self.report is not None:
            yield from score_lines(self.report, self.playbook)


class Trial:
    """A set of playbooks on trial. `fixtures` are files by path in their folder; what several tests share runs once."""

    def __init__(self, playbooks: Playbooks, fixtures: Mapping[str, bytes]) -> None:
        self.playbooks = playbooks
        self.shelf = Shelf(fixtures)
        self._reports: dict[tuple[Given, ...], Report] = {}

    def run(self, playbook: Playbook, test: PlaybookTest) -> Failure | None:
        """One test, judged by all playbooks; None when it passes."""
        try:
            report = self._report(test.given)
        except (EvidenceError, ValueError) as error:
            unusable = Difference(expected="evidence that can be read", got=str(error))
            return _failure(playbook, test, (unusable,), None)
        wrong = (*_differences(playbook, test.expect, report), *_false_alarms(test, report))
        return _failure(playbook, test, wrong, report) if wrong else None

    def _report(self, given: tuple[Given, ...]) -> Report:
        if given not in self._reports:
            self._reports[given] = diagnose(self.shelf.given(given), self.playbooks)
        return self._reports[given]


def run_tests(
    playbooks: Playbooks, fixtures: Mapping[str, bytes], only: Sequence[str] = ()
) -> Iterator[Failure | None]:
    """Each test of each playbook (or of those whose ids are in `only`) in order; None for one that passes."""
    trial = Trial(playbooks, fixtures)
    for playbook in playbooks.playbooks:
        if only and playbook.id not in only:
            continue
        for test in playbook.tests:
            yield trial.run(playbook, test)


def missing_fixtures(playbooks: Playbooks, fixtures: Mapping[str, bytes]) -> tuple[str, ...]:
    """Named fixtures that do not exist, each as `file: test: fixture`."""
    return tuple(
        f"{playbook.file}: {test.name}: there is no fixture {given.file}"
        for playbook in playbooks.playbooks
        for test in playbook.tests
        for given in test.given
        if given.file is not None and given.file not in fixtures
    )


def _failure(playbook: Playbook, test: PlaybookTest, wrong: tuple[Difference, ...], report: Report | None) -> Failure:
    given = tuple(one.file or "; ".join(one.sketch) or "text" for one in test.given)
    return Failure(playbook=playbook.id, test=test.name, given=given, wrong=wrong, report=report)


def _differences(playbook: Playbook, expect: Expectation, report: Report) -> Iterator[Difference]:
    own = next((one for one in report.diagnoses if one.playbook == playbook.id), None)
    if expect.nothing:
        if own is not None and own.confidence >= SUSPECT_FROM:
            yield Difference(expected="nothing", got=named(own))
        return
    if own is None:
        yield Difference(
            expected=playbook.id, got=named(report.diagnoses[0]) if report.diagnoses else "no diagnosis at all"
        )
        return
    yield from _compared(expect, own)


def _compared(expect: Expectation, own: Diagnosis) -> Iterator[Difference]:
    if expect.rank is not None and own.rank != expect.rank:
        yield Difference(expected=f"rank {expect.rank}", got=f"rank {own.rank}")
    if expect.culprit is not None and stable_name(own.culprit.function or "") != stable_name(expect.culprit):
        yield Difference(expected=f"culprit {expect.culprit}", got=f"culprit {own.culprit.function}")
    said = f"confidence {own.confidence:.3f}"
    if expect.confidence_at_least is not None and own.confidence < expect.confidence_at_least:
        yield Difference(expected=f"confidence at least {expect.confidence_at_least:.2f}", got=said)
    if expect.confidence_at_most is not None and own.confidence > expect.confidence_at_most:
        yield Difference(expected=f"confidence at most {expect.confidence_at_most:.2f}", got=said)


def _false_alarms(test: PlaybookTest, report: Report) -> Iterator[Difference]:
    """No playbook at all may be sure of a leak in what is known to be healthy."""
    if not all(given.file is not None and given.file.startswith(HEALTHY) for given in test.given):
        return
    for one in report.diagnoses:
        if one.confidence >= FALSE_ALARM_FROM and one.is_leak:
            yield Difference(expected=f"no leak from {FALSE_ALARM_FROM:.2f} in a healthy fixture", got=named(one))
