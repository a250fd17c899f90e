"""What captures themselves tell of their order, process and binary, where what is stated is wrong or missing."""

from __future__ import annotations

import pytest

from leakbook.diagnosis.report import Verdict
from tests.playbooks.test_times import answer, files

AT_REST = ("healthy/counters-go1.27", "healthy/flightrec-go1.27", "healthy/livewire-go1.27")
"""Of whose goroutines hardly one ends or begins between two dumps."""


def order_warnings(report) -> list[str]:
    return [warning for warning in report.warnings if warning.startswith("order: ")]


@pytest.mark.parametrize("program", [*AT_REST, "healthy/accountsvc-go1.27", "goroutine/audit-go1.27"])
def test_the_dump_that_ended_a_process_is_its_last(playbooks, program):
    living, ended = [*files(program, "dump.txt"), *files(program, "sigquit.txt")][-2:]
    assert not order_warnings(answer(playbooks, living, ended))
    (said,) = order_warnings(answer(playbooks, ended, living))
    assert "in the order 1.txt, then 0.txt" in said


@pytest.mark.parametrize("program", AT_REST)
def test_swapped_times_of_a_service_at_rest_are_told_by_its_waits(playbooks, program):
    first, last = files(program, "dump.txt")
    assert not order_warnings(answer(playbooks, first, last, minutes=1.25))
    (said,) = order_warnings(answer(playbooks, last, first, minutes=1.25))
    assert "in the order 1.txt, then 0.txt; the times stated of them" in said


def test_a_process_that_goes_on_after_its_end_is_another(playbooks):
    (ended,) = files("healthy/counters-go1.27", "sigquit.txt")
    report = answer(playbooks, ended, files("healthy/counters-go1.27", "dump.txt")[-1], minutes=5)
    assert report.warnings[0].startswith("other_process: ")


def test_heap_profiles_of_two_binaries_are_not_compared(playbooks):
    one, other = (files(f"healthy/{program}-go1.27", "heap.pb")[0] for program in ("finder", "counters"))
    report = answer(playbooks, one, other, minutes=5)
    assert report.verdict is not Verdict.HEALTHY
    assert report.warnings[0].startswith("other_process: The profiles are of different binaries (finder of build id ")
    assert report.warnings[0].endswith("Judged: 1.txt; not compared with it: 0.txt.")


def test_profiles_of_one_binary_are_compared(playbooks):
    report = answer(playbooks, *files("goroutine/audit-go1.27", "heap.pb"), minutes=5)
    assert not [warning for warning in report.warnings if warning.startswith("other_process")]
    assert "left aside" not in report.summary
