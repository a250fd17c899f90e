"""What two scrapes tell, taken when they really were: growth that has gone on at one pace since the process started."""

from datetime import UTC, datetime

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Verdict
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.playbooks_path import default_fixtures
from tests.playbooks.programs import PROGRAMS

SCRAPED = [program for program in PROGRAMS if len(program.files(["metrics.txt"])) == 2]
HEALTHY = [program for program in SCRAPED if program.label == "healthy"]
PILING_UP = ("goroutine/checkout-go1.27", "goroutine/feeds-go1.27", "goroutine/dispatch-go1.27")


def report_of(playbooks, program):
    submissions = [
        Submission(name=path, content=(default_fixtures() / path).read_bytes(), captured_at=at)
        for path, at in program.files(["metrics.txt"]).items()
    ]
    return diagnose(read_evidence(submissions).captures, playbooks)


@pytest.mark.parametrize("name", PILING_UP)
def test_goroutines_gained_at_one_pace_since_the_start_are_suspected_and_no_more(playbooks, name):
    report = report_of(playbooks, next(program for program in SCRAPED if program.name == name))
    assert report.verdict is Verdict.SUSPECT
    assert report.diagnoses[0].playbook == "heap/goroutine-growth"
    assert "one-pace" in {reason.signal for reason in report.diagnoses[0].because}


@pytest.mark.parametrize("program", HEALTHY, ids=lambda program: program.name)
def test_two_scrapes_of_a_healthy_program_are_no_leak(playbooks, program):
    assert report_of(playbooks, program).verdict is not Verdict.LEAK


START = 1_795_867_375


def scrape(age: float, goroutines: int, allocated: float) -> Submission:
    lines = (
        f"process_start_time_seconds {START}",
        f"go_goroutines {goroutines}",
        f"go_memstats_alloc_bytes_total {allocated}",
    )
    text = "".join(f"{line} {round((START + age) * 1000)}\n" for line in lines)
    return Submission(name=f"at-{age}", content=text.encode())


@pytest.mark.parametrize(
    ("age", "allocated", "told"),
    [
        (3_600, (3.6e9, 7.2e9), True),
        (3_600, (3.6e9, 14.4e9), False),  # three times the work makes three times the goroutines
        (864_000, (864e9, 867.6e9), False),  # of ten days 300 were left, so 500 in an hour are a swing
    ],
)
def test_work_and_age_tell_a_pile_up_from_a_swing(playbooks, age, allocated, told):
    evidence = read_evidence([scrape(age, 300, allocated[0]), scrape(age + 3_600, 800, allocated[1])])
    report = diagnose(evidence.captures, playbooks)
    assert (report.verdict is Verdict.SUSPECT) is told


def test_listings_of_files_that_pile_up_are_not_doubted_for_two_scrapes_beside_them(playbooks):
    def posted(minute: int, text: str) -> Submission:
        at = datetime.fromtimestamp(START + 60 * minute, UTC)
        return Submission(name=f"{len(text)}-{minute}", content=text.encode(), captured_at=at)

    def files(count: int) -> str:
        return "".join(f"lr-x------ 1 a a 64 Nov 25 03:44 {n} -> /data/{n}\n" for n in range(3, 3 + count))

    began = f"process_start_time_seconds {START - 3600}\n"
    listed = [posted(0, files(100)), posted(60, files(5_000))]
    scraped = [posted(0, f"{began}process_open_fds 105\n"), posted(60, f"{began}process_open_fds 5005\n")]
    for submissions in (listed, [*listed, *scraped]):
        report = diagnose(read_evidence(submissions).captures, playbooks)
        assert (report.verdict, report.diagnoses[0].playbook) == (Verdict.LEAK, "resource/file")
