"""The code to open first is the program's own line; the library's function that it waits in is told beside it."""

from dataclasses import replace

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.diagnosis.name_text import LONGEST_NAME
from tests.leakbook.diagnosis.rows_by_hand import dump, group, rows

TAKE, WAIT = "github.com/zoek/gate.(*Gate).take", "github.com/zoek/gate.(*Gate).Wait"
LONG = f"github.com/zoek/gate.Wait[{'x' * 5000}]"
FILES = dict.fromkeys((TAKE, WAIT, LONG), "/go/pkg/mod/github.com/zoek/gate@v1.0.4/gate.go")


def culprit(playbooks, *functions):
    stuck = group(*functions, state="chan send", count=300, growth=270.0, growth_certainty=0.99)
    placed = [replace(frame, file=FILES.get(frame.function, "/src/a.go")) for frame in stuck.frames]
    report = diagnose_rows(rows(replace(stuck, frames=tuple(placed))), [dump()], playbooks)
    return report.diagnoses[0].culprit, report.summary


@pytest.mark.parametrize("own", ["main.main", "shop/crawl.(*Crawler).Run"])
def test_the_function_of_a_library_in_which_the_program_waits_is_told(playbooks, own):
    found, summary = culprit(playbooks, TAKE, WAIT, own)
    assert found.function == own
    assert found.say == f"The wait itself is in a library: {WAIT} (gate.go:31)"
    assert f"{found.say}." in summary


@pytest.mark.parametrize(
    "functions",
    [
        pytest.param(("shop/crawl.(*Queue).put", "main.main"), id="the program's own"),
        pytest.param(("net/http.(*Client).Do", "main.main"), id="the standard library's"),
        pytest.param(("golang.org/x/sync/errgroup.(*Group).Wait", "main.main"), id="what only passes a wait on"),
        pytest.param((TAKE, WAIT), id="nothing of the program"),
    ],
)
def test_nothing_is_told_of_any_other(playbooks, functions):
    found, _ = culprit(playbooks, *functions)
    assert found.say is None


def test_a_name_without_end_is_cut(playbooks):
    found, _ = culprit(playbooks, LONG, "main.main")
    assert len(found.say) < 2 * LONGEST_NAME + 100
