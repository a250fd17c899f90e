"""Memory that Go's heap does not explain, as metrics of a process or of its container tell it."""

import json

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Subject, Verdict
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.playbooks_path import default_fixtures
from leakbook.report.json import report_json
from leakbook.report.terminal import report_terminal

START = 1_795_867_375
MB = 2**20
CONTAINER = {"namespace": "shop", "pod": "api-7f9c", "container": "api"}


def answer(**series: tuple[dict[str, str], list[float]]) -> str:
    result = [
        {
            "metric": {"__name__": name, **labels},
            "values": [[START + 60 * minute, str(value)] for minute, value in enumerate(values)],
        }
        for name, (labels, values) in series.items()
    ]
    return json.dumps({"status": "success", "data": {"resultType": "matrix", "result": result}})


def report_of(playbooks, text: str):
    return diagnose(read_evidence([Submission(name="range", content=text.encode())]).captures, playbooks)


CLIMBS = [(200 + 4 * minute) * MB for minute in range(60)]
LEVEL = [(80 + minute % 3) * MB for minute in range(60)]


@pytest.mark.parametrize(
    "name", ["process_resident_memory_bytes", "container_memory_working_set_bytes", "container_memory_rss"]
)
def test_resident_memory_alone_is_suspected_and_not_explained(playbooks, name):
    report = report_of(playbooks, answer(**{name: (CONTAINER, CLIMBS)}))
    assert report.verdict is Verdict.SUSPECT
    (found,) = report.diagnoses
    assert found.playbook == "heap/live-growth"
    assert found.confidence < 0.5
    assert "The live heap" not in report.summary
    assert "Resident memory climbs by" in report.summary
    assert report.memory is not None
    assert "not measured" in report.memory.says


@pytest.mark.parametrize(("step", "verdict"), [(0.5, Verdict.INCONCLUSIVE), (60, Verdict.SUSPECT)])
def test_seconds_of_resident_memory_are_those_of_a_start(playbooks, step, verdict):
    lines = [f"shop: @{round(step * n, 1)}s rss: {98 + 26 * n} MiB\n" for n in range(1, 6)]
    assert report_of(playbooks, "".join(lines)).verdict is verdict


@pytest.mark.parametrize(
    "values", [[547 * MB, 3900 * MB], [200 * MB] * 30, [min(100 + 20 * minute, 300) * MB for minute in range(40)]]
)
def test_two_readings_or_a_level_are_no_climb_of_resident_memory(playbooks, values):
    report = report_of(playbooks, answer(process_resident_memory_bytes=(CONTAINER, values)))
    assert report.verdict is Verdict.INCONCLUSIVE


@pytest.mark.parametrize(
    "measured", ["go_memstats_sys_bytes", "go_memstats_heap_inuse_bytes", "go_memstats_heap_sys_bytes"]
)
def test_where_the_runtime_tells_what_it_has_resident_memory_is_not_alone(playbooks, measured):
    report = report_of(playbooks, answer(process_resident_memory_bytes=({}, CLIMBS), **{measured: ({}, LEVEL)}))
    assert not [one for one in report.diagnoses if one.confidence >= 0.4]


def test_goroutines_that_climb_hold_what_is_resident(playbooks):
    goroutines = [30.0 + 25 * minute for minute in range(60)]
    report = report_of(playbooks, answer(process_resident_memory_bytes=({}, CLIMBS), go_goroutines=({}, goroutines)))
    assert [one.playbook for one in report.diagnoses if one.confidence >= 0.4] == ["heap/goroutine-growth"]


def test_a_heap_without_a_collection_clears_no_process_whose_memory_climbs(playbooks):
    minutes = range(24)
    series = {
        "process_resident_memory_bytes": ({}, [(55 + minute) * MB for minute in minutes]),
        "go_memstats_heap_alloc_bytes": ({}, [(45 + minute) * MB for minute in minutes]),
        "go_memstats_next_gc_bytes": ({}, [90 * MB + 17 for _ in minutes]),
        "go_gc_duration_seconds_count": ({}, [5 for _ in minutes]),
        "go_goroutines": ({}, [69 for _ in minutes]),
    }
    report = report_of(playbooks, answer(**series))
    assert report.verdict is Verdict.INCONCLUSIVE
    assert "Resident memory climbs by" in report.summary


def test_what_climbs_beside_a_level_heap_is_not_called_healthy(playbooks):
    grows = answer(process_resident_memory_bytes=({}, CLIMBS), go_memstats_heap_alloc_bytes=({}, LEVEL))
    report = report_of(playbooks, grows)
    assert report.verdict is Verdict.INCONCLUSIVE
    assert "resident memory beyond it climbs" in report.summary
    level = answer(process_resident_memory_bytes=({}, CLIMBS[:1] * 60), go_memstats_heap_alloc_bytes=({}, LEVEL))
    assert report_of(playbooks, level).verdict is Verdict.HEALTHY


def test_memory_that_the_runtime_obtained_is_not_outside_of_it(playbooks):
    """Resident memory follows what the runtime obtained: room that its collector has not given back, no other's."""
    series = {
        "process_resident_memory_bytes": ({}, CLIMBS),
        "go_memstats_sys_bytes": ({}, [value + 5 * MB for value in CLIMBS]),
        "go_memstats_heap_released_bytes": ({}, [0.0] * 60),
        "go_memstats_heap_alloc_bytes": ({}, LEVEL),
    }
    assert report_of(playbooks, answer(**series)).verdict is Verdict.HEALTHY
    series["go_memstats_sys_bytes"] = ({}, [150.0 * MB] * 60)
    assert "resident memory beyond it climbs" in report_of(playbooks, answer(**series)).summary


def test_a_containers_memory_completes_the_metrics_of_its_process(playbooks):
    process = {"instance": "10.0.0.7:9090", "namespace": "shop", "pod": "api-7f9c"}
    text = answer(
        go_memstats_heap_alloc_bytes=(process, LEVEL),
        container_memory_working_set_bytes=(CONTAINER, CLIMBS),
    )
    report = report_of(playbooks, text)
    assert report.memory is not None
    assert report.memory.rss == CLIMBS[-1]
    other = answer(
        go_memstats_heap_alloc_bytes=(process, LEVEL),
        container_memory_working_set_bytes=({**CONTAINER, "pod": "web-11aa"}, CLIMBS),
    )
    memory = report_of(playbooks, other).memory
    assert memory is not None
    assert memory.rss is None


def test_two_views_of_one_containers_memory_are_not_mixed(playbooks):
    text = answer(
        container_memory_rss=(CONTAINER, LEVEL),
        container_memory_working_set_bytes=(CONTAINER, CLIMBS),
    )
    memory = report_of(playbooks, text).memory
    assert memory is not None
    assert memory.rss == LEVEL[-1]


@pytest.mark.parametrize(
    ("gains", "verdict"), [((0, 11, 20, 28), Verdict.INCONCLUSIVE), ((0, 1, 0, 1), Verdict.HEALTHY)]
)
def test_four_readings_of_memory_outside_of_go_that_rises_are_not_called_healthy(playbooks, gains, verdict):
    series = {
        "process_resident_memory_bytes": ({}, [(70 + 23 + gained) * MB for gained in gains]),
        "go_memstats_sys_bytes": ({}, [95.0 * MB] * 4),
        "go_memstats_heap_released_bytes": ({}, [72.0 * MB] * 4),
        "go_memstats_heap_alloc_bytes": ({}, [value * MB for value in (6.8, 7.8, 6.4, 8.0)]),
    }
    text = answer(**series).replace(f"[{START}", f"[{START - 300}")  # a longer first step: eight minutes in all
    assert report_of(playbooks, text).verdict is verdict


DOCKER = "CONTAINER ID   NAME       CPU %    MEM USAGE / LIMIT   MEM %    PIDS\n"


def stats(limit: str) -> str:
    return "".join(
        f"2026-11-25T03:{minute:02d}:00Z\n{DOCKER}"
        f"3f1b2c4d5e6f   ledgerd    12.01%   {200 + 6 * minute}MiB / {limit}   24%   18\n"
        for minute in range(0, 50, 5)
    )


def test_the_limit_that_docker_stats_prints_is_forecast_and_the_heap_is_asked_for_first(playbooks):
    report = report_of(playbooks, stats("1GiB"))
    assert report.verdict is Verdict.SUSPECT
    assert report.next_evidence[0].evidence == "heap_profile_pair"
    assert report.forecast is not None
    assert report.forecast.limit_bytes == 2**30
    assert report.forecast.reaches_limit_at.strftime("%H:%M") == "05:17"


def test_a_limit_that_somebody_states_wins(playbooks):
    captures = read_evidence([Submission(name="stats", content=stats("1GiB").encode())]).captures
    report = diagnose(captures, playbooks, Subject(memory_limit_bytes=500 * MB))
    assert report.forecast.limit_bytes == 500 * MB


@pytest.mark.parametrize("limit", [0.0, 400.0 * MB])
def test_a_clusters_limit_of_the_container_is_taken_and_zero_is_none(playbooks, limit):
    own = {"container_memory_working_set_bytes": (CONTAINER, CLIMBS)}
    report = report_of(playbooks, answer(**own, container_spec_memory_limit_bytes=(CONTAINER, [limit] * 60)))
    assert (report.forecast.limit_bytes if report.forecast else 0) == limit


@pytest.mark.parametrize(
    ("values", "because"),
    [
        (CLIMBS[:2], "2 figures of resident memory are too few to be sure that it climbs."),
        (CLIMBS[:1], "resident memory was measured once only."),
        (CLIMBS[::-1], "resident memory did not grow."),
        (LEVEL, "resident memory"),
    ],
)
def test_why_a_stated_limit_has_no_forecast_is_said(playbooks, values, because):
    text = answer(process_resident_memory_bytes=(CONTAINER, values)).encode()
    captures = read_evidence([Submission(name="range", content=text)]).captures
    report = diagnose(captures, playbooks, Subject(memory_limit_bytes=2**30))
    said = f"No forecast of the limit of 1.0 GiB, because {because}"
    assert report.forecast is None
    assert report.no_forecast.startswith(said)
    assert report_json(report)["warnings"][-1] == f"no_forecast: {report.no_forecast}"
    assert report.no_forecast in " ".join(report_terminal(report).split())
    assert diagnose(captures, playbooks).no_forecast == ""


@pytest.mark.parametrize(("used", "is_told"), [("487.3MiB", True), ("121.3MiB", False)])
def test_a_limit_that_is_nearly_met_is_told_though_nobody_asked(playbooks, used, is_told):
    text = (
        "CONTAINER ID   NAME       CPU %     MEM USAGE / LIMIT   MEM %     NET I/O       BLOCK I/O   PIDS\n"
        f"f3a1b2c4d5e6   checkout   3.21%     {used} / 512MiB   50.00%    12MB / 9MB    0B / 0B     17\n"
    )
    captures = read_evidence([Submission(name="docker.txt", content=text.encode())]).captures
    said = "No forecast of the limit of 512 MiB, 95 % of which is used, because resident memory was measured once only."
    assert diagnose(captures, playbooks).no_forecast == (said if is_told else "")


def test_the_pace_of_what_was_found_stands_in_for_a_forecast_of_the_whole(playbooks):
    profiles = [
        path.read_bytes() for path in sorted((default_fixtures() / "heap" / "planweave-go1.27").rglob("heap.pb.gz"))
    ]
    submissions = [Submission(name=str(place), content=content) for place, content in enumerate(profiles)]
    report = diagnose(read_evidence(submissions).captures, playbooks, Subject(memory_limit_bytes=2**34))
    assert "a minute, it would be met about" in report.no_forecast


def test_a_forecast_leaves_nothing_to_explain(playbooks):
    text = answer(process_resident_memory_bytes=(CONTAINER, CLIMBS)).encode()
    captures = read_evidence([Submission(name="range", content=text)]).captures
    report = diagnose(captures, playbooks, Subject(memory_limit_bytes=2**30))
    assert report.forecast is not None
    assert report.no_forecast == ""
