"""The process row, the ledger and the forecast, from readings of every kind."""

from __future__ import annotations

import pytest

from leakbook.evidence.model import Capture, EvidenceKind, GoroutineGroup, GoroutineSnapshot, Reading
from leakbook.rows.process.forecast import forecast_of
from leakbook.rows.process.ledger import memory_ledger
from leakbook.rows.process.process import process_scene
from leakbook.rows.statistics.trend import trend_of

from .process_texts import MB, START, capture_of, captured, process_row, scrape, trace
from .profiles import profile


def snapshot(total: int, *, order: int, minute: float | None, complete: bool = True) -> Capture:
    group = GoroutineGroup(state="select", frames=(), created_by=None, count=total)
    content = GoroutineSnapshot(groups=(group,), total=total, complete=complete, go_version="go1.22.3")
    return capture_of(Reading(kind=EvidenceKind.GOROUTINE_DUMP, content=content), order=order, minute=minute)


def test_nothing_known_is_none_everywhere():
    row = process_row([])
    assert row.evidence == ()
    assert {row.goroutines, row.live_heap, row.live_heap_trend, row.rss, row.open_fds, row.gc_cpu, row.uptime} == {None}
    assert row.has_heap_sites is False


def test_gctrace_gives_live_heap_rates_and_age():
    row = process_row([captured(trace([10 + 2 * i for i in range(24)]))])
    assert row.live_heap == 56 * MB
    assert row.live_heap_per_minute == pytest.approx(24 * MB, rel=0.02)
    assert row.live_heap_trend is not None
    assert row.live_heap_trend >= 0.9
    assert row.gcs_per_minute == pytest.approx(12)
    assert row.gc_cpu == 0.03
    assert row.uptime == pytest.approx(2.0)
    assert row.alloc_per_minute is not None
    assert row.churn is not None
    assert row.goroutines is None


def test_a_restart_does_not_hide_the_climb_before_it():
    row = process_row([captured(trace([10 + 2 * i for i in range(24)]) + "\n" + trace([10, 12, 14]))])
    assert row.live_heap_trend is not None
    assert row.live_heap_trend >= 0.9


def test_a_flat_trace_is_level():
    row = process_row([captured(trace([30, 31] * 12))])
    assert row.live_heap_trend is not None
    assert row.live_heap_trend < 0.1
    assert row.live_heap_plateau is not None
    assert row.live_heap_plateau > 0.5


def test_one_megabyte_of_stacks_more_is_a_step_of_rounding():
    lives = [8, 8, 9, 12, 11, 12, 12, 13, 12, 12, 13, 13, 14]

    def row_with(stacks):
        lines = zip(trace(lives, seconds=7.0).splitlines(), stacks, strict=True)
        return process_row(
            [
                captured(
                    "\n".join(
                        line.replace("MB goal,", f"MB goal, {held} MB stacks, 0 MB globals,") for line, held in lines
                    )
                )
            ]
        )

    stepped = row_with([0] * 3 + [1] * 10)
    assert stepped.live_heap_trend == row_with([0] * 13).live_heap_trend
    assert stepped.live_heap_trend < 0.5
    assert row_with(range(13)).live_heap_trend > 0.7


def test_a_trace_without_a_clock_has_a_shape_but_no_rate():
    lines = "\n".join(f"gc{i}(2): 0+1+77+0 us, {2 * i + 30} -> {i + 15} MB, 1 (2-1) objects" for i in range(1, 25))
    row = process_row([captured(lines)])
    assert row.live_heap_trend is not None
    assert row.live_heap_trend > 0.7
    assert (row.live_heap_per_minute, row.gcs_per_minute, row.observed) == (None, None, None)


def test_scrapes_posted_one_by_one_are_one_series_at_their_capture_times():
    captures = [captured(f"go_goroutines {100 + 40 * i}\n", order=i, minute=2 * i) for i in range(8)]
    row = process_row(captures[::-1])
    assert row.goroutines == 380
    assert row.goroutines_per_minute == pytest.approx(20)
    assert row.goroutines_trend is not None
    assert row.goroutines_trend >= 0.8
    assert row.observed == 14


@pytest.mark.parametrize(("seconds", "rate"), [(42, None), (1200, 15.0)])
def test_the_times_of_collections_are_a_clock_for_long_stretches_only(seconds, rate):
    """The last collection may be two minutes past at a scrape: of 42 seconds between two nothing follows."""
    scrapes = [
        f"go_goroutines {100 + 300 * n}\ngo_memstats_last_gc_time_seconds {1.79e9 + seconds * n}\n" for n in range(2)
    ]
    row = process_row([captured(text, order=n) for n, text in enumerate(scrapes)])
    assert (row.goroutines, row.goroutines_growth_ratio) == (400, 4)
    assert row.goroutines_per_minute == (None if rate is None else pytest.approx(rate))


def test_totals_of_dumps_are_followed_and_excerpts_are_not():
    whole = [snapshot(100 + 300 * i, order=i, minute=i) for i in range(3)]
    row = process_row(whole)
    assert (row.goroutines, row.goroutines_per_minute) == (700, pytest.approx(300))
    assert row.go_version == (1, 22)
    assert process_row([snapshot(5, order=0, minute=0, complete=False)]).goroutines is None


def test_dumps_without_times_have_no_rate():
    row = process_row([snapshot(100, order=0, minute=None), snapshot(400, order=1, minute=None)])
    assert row.goroutines_growth_ratio == 4
    assert row.goroutines_per_minute is None


def test_heap_profiles_that_hold_less_than_nothing_have_no_trend():
    row = process_row([profile(order, (("main.f",), 64, 0, -objects)) for order, objects in enumerate((1, 3))])
    assert (row.live_heap, row.live_heap_trend) == (-192, 0.0)


def test_of_several_instances_the_one_that_grows_is_judged():
    text = "".join(
        f'go_goroutines{{instance="a"}} 50 {int(START.timestamp() + 60 * i)}\n'
        f'go_goroutines{{instance="b"}} {50 + 30 * i} {int(START.timestamp() + 60 * i)}\n'
        for i in range(12)
    )
    row = process_row([captured(text)])
    assert row.goroutines == 380


def test_a_restart_in_metrics_cuts_the_series():
    counters = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2]
    text = "".join(
        scrape(i, go_goroutines=10 * count, go_memstats_mallocs_total=1000 * count) for i, count in enumerate(counters)
    )
    row = process_row([captured(text)])
    assert row.goroutines == 80
    assert row.mallocs_per_second == pytest.approx(1000 / 60)


def test_a_table_of_sockets_beside_a_listing_tells_their_states_and_not_how_many_descriptors_there_are():
    links = "".join(f"lr-x------ 1 a a 64 Nov 25 03:44 {fd} -> /data/{fd}\n" for fd in range(9))
    link = "lrwx------ 1 a a 64 Nov 25 03:44 9 -> socket:[1]\n"
    table = "tcp 1 0 10.0.0.1:4180 10.0.0.9:443 CLOSE_WAIT 7/shop\n"
    row = process_row([captured(links + link, minute=0), captured(table, order=1, minute=1)])
    assert (row.open_fds, row.open_files, row.open_fds_trend) == (10, 9, None)
    assert (row.half_closed_sockets, row.half_closed_share, row.dialled_share) == (1, 1.0, 1.0)
    assert process_row([captured(table, minute=0)]).open_sockets == 1


def test_what_was_allocated_since_the_last_collection_is_no_live_heap():
    def prints(*collections: int) -> str:
        return "".join(
            f"m=+{60 * minute}.5 HeapAlloc: {(10 + 30 * minute) * MB} HeapSys: 1 NumGC: {count}\n"
            for minute, count in enumerate(collections)
        )

    assert process_row([captured(prints(5, 5, 5, 5, 5))]).live_heap == 10 * MB
    climbing = process_row([captured(prints(5, 6, 7, 8, 9))])
    assert climbing.live_heap_trend is not None
    assert climbing.live_heap_trend > 0.7


def test_descriptors_are_followed_by_sort_and_against_the_limit():
    def listing(files: int) -> str:
        rows = [f"lr-x------ 1 a a 64 Nov 25 03:44 {n} -> /data/{n}" for n in range(3, 3 + files)]
        return "\n".join([*rows, "lrwx------ 1 a a 64 Nov 25 03:44 999 -> 'socket:[1]'"])

    captures = [captured(listing(10 + 20 * i), order=i, minute=i) for i in range(3)]
    captures.append(captured("process_max_fds 100\nprocess_open_fds 51\n", order=9, minute=2))
    row = process_row(captures)
    assert (row.open_fds, row.open_files, row.open_sockets) == (51, 50, 1)
    assert row.open_files_per_minute == pytest.approx(20)
    assert row.open_fds_trend is not None
    assert 0.4 < row.open_fds_trend < 0.7
    assert row.open_sockets_per_minute == 0
    assert row.fds_of_limit == pytest.approx(0.51)


def listing(*, files: int, sockets: int) -> str:
    rows = [f"lr-x------ 1 a a 64 Nov 25 03:44 {n} -> /data/{n}" for n in range(3, 3 + files)]
    return "\n".join(
        rows + [f"lrwx------ 1 a a 64 Nov 25 03:44 {n} -> 'socket:[{n}]'" for n in range(500, 500 + sockets)]
    )


def test_a_list_of_sockets_counts_no_files() -> None:
    rows = "".join(f"tcp 0 0 10.0.0.1:{n} 10.0.0.9:443 ESTABLISHED 7/shop\n" for n in range(40))
    row = process_row([captured(rows)])
    assert (row.open_sockets, row.open_files) == (40, None)


def counted(*totals: int, goroutines: int = 40) -> list[Capture]:
    texts = [f"process_open_fds {total}\ngo_goroutines {goroutines}\n" for total in totals]
    return [captured(text, order=i, minute=i) for i, text in enumerate(texts)]


def test_one_listing_after_a_series_of_totals_bounds_what_each_sort_gained() -> None:
    row = process_row([*counted(20, 60, 100), captured(listing(files=3, sockets=97), order=9, minute=2)])
    # No more than 20 can have been sockets at the start, so 77 of the 80 gained are; at most 3 are files.
    assert row.open_sockets_per_minute == pytest.approx(40 * 77 / 80)
    assert row.open_files_per_minute == 0
    assert row.sockets_per_goroutine == pytest.approx(97 / 40)
    assert row.files_per_goroutine == pytest.approx(3 / 40)


@pytest.mark.parametrize(("totals", "files", "sockets"), [((90, 95, 100), 50, 50), ((20, 21, 20), 3, 17)])
def test_one_listing_tells_nothing_of_growth_where_all_may_have_been_open_before(totals, files, sockets) -> None:
    row = process_row([*counted(*totals), captured(listing(files=files, sockets=sockets), order=9, minute=2)])
    assert (row.open_files_per_minute, row.open_sockets_per_minute) == (None, None)


def test_a_listing_from_before_the_growth_does_not_tell_what_grew() -> None:
    row = process_row([*counted(20, 60, 100), captured(listing(files=3, sockets=17), order=9, minute=0)])
    assert (row.open_files_per_minute, row.open_sockets_per_minute) == (None, None)


LEDGER = {
    "go_memstats_heap_alloc_bytes": 90 * MB,
    "go_memstats_heap_inuse_bytes": 100 * MB,
    "go_memstats_heap_idle_bytes": 60 * MB,
    "go_memstats_heap_released_bytes": 40 * MB,
    "go_memstats_stack_sys_bytes": 8 * MB,
    "go_memstats_gc_sys_bytes": 6 * MB,
    "go_memstats_sys_bytes": 174 * MB,
}


def test_the_ledger_takes_resident_memory_apart():
    scene = process_scene([captured(scrape(0, **LEDGER, process_resident_memory_bytes=234 * MB))])
    ledger = memory_ledger(scene.figures, 50 * MB)
    assert ledger is not None
    assert (ledger.live_heap, ledger.garbage) == (50 * MB, 50 * MB)
    assert (ledger.idle_unreturned, ledger.idle_returned) == (20 * MB, 40 * MB)
    assert (ledger.stacks, ledger.runtime) == (8 * MB, 6 * MB)
    assert (ledger.rss, ledger.outside_go) == (234 * MB, 100 * MB)
    assert ledger.says.startswith(
        "RSS is 234.0 MiB, 4.7 times the live heap of 50.0 MiB: 100.0 MiB is outside Go's heap"
    )


def test_headroom_is_named_when_it_is_the_largest_part():
    scene = process_scene([captured(scrape(0, **LEDGER, process_resident_memory_bytes=134 * MB))])
    ledger = memory_ledger(scene.figures, 50 * MB)
    assert ledger is not None
    assert "GOGC allows, not a leak" in ledger.says
    assert ledger.outside_go == 0


def test_without_figures_there_is_no_ledger_and_without_rss_no_outside():
    assert memory_ledger(None, 5) is None
    ledger = memory_ledger(process_scene([captured(scrape(0, **LEDGER))]).figures, None)
    assert ledger is not None
    assert (ledger.rss, ledger.outside_go, ledger.live_heap, ledger.garbage) == (None, None, None, None)
    assert ledger.says.startswith("The runtime's own figures make up 134.0 MiB: 100.0 MiB is heap in use")


def test_free_heap_that_was_given_back_is_told_beside_a_small_rest():
    ledger = memory_ledger(
        process_scene([captured(scrape(0, **{**LEDGER, "go_memstats_heap_released_bytes": 400 * MB}))]).figures, None
    )
    assert ledger is not None
    assert "400.0 MiB more of free heap were given back to the system" in ledger.says
    assert "no leak" in ledger.says


def test_memory_within_what_the_runtime_obtained_may_be_given_back_lazily():
    figures = {**LEDGER, "go_memstats_heap_released_bytes": 400 * MB, "go_memstats_sys_bytes": 534 * MB}
    within, beyond = (
        memory_ledger(
            process_scene([captured(scrape(0, **figures, process_resident_memory_bytes=rss))]).figures, 50 * MB
        )
        for rss in (530 * MB, 600 * MB)
    )
    assert within is not None
    assert beyond is not None
    assert "may only not be taken yet" in within.says
    assert "is outside Go's heap: cgo" in beyond.says


def test_outside_and_idle_shares_stand_in_the_row():
    row = process_row([captured(scrape(0, **LEDGER, process_resident_memory_bytes=234 * MB))])
    assert row.rss_outside_heap == pytest.approx(100 / 234)
    assert row.idle_unreleased == pytest.approx(20 / 160)


def test_resident_memory_alone_has_a_trend():
    text = "".join(scrape(i, process_resident_memory_bytes=(200 + 10 * i) * MB) for i in range(20))
    row = process_row([captured(text)])
    assert row.rss_per_minute == pytest.approx(10 * MB)
    assert row.rss_trend is not None
    assert row.rss_trend >= 0.9
    assert (row.live_heap, row.rss_outside_heap) == (None, None)


def test_a_certain_climb_is_forecast_with_an_interval():
    trend = trend_of([(float(i), 100.0 * MB + i * MB + (i % 3) * 0.1 * MB) for i in range(30)])
    forecast = forecast_of(trend, current=130.0 * MB, limit_bytes=190 * MB, now=START)
    assert forecast is not None
    assert forecast.reaches_limit_at is not None
    assert forecast.earliest is not None
    assert forecast.latest is not None
    assert forecast.earliest <= forecast.reaches_limit_at <= forecast.latest
    assert (forecast.reaches_limit_at - START).total_seconds() / 60 == pytest.approx(60, rel=0.05)


def test_no_limit_no_climb_no_forecast():
    flat = trend_of([(float(i), 100.0 + i % 2) for i in range(30)])
    climbing = trend_of([(float(i), 100.0 + 10 * i) for i in range(30)])
    assert forecast_of(flat, current=100.0, limit_bytes=500, now=START) is None
    assert forecast_of(climbing, current=100.0, limit_bytes=None, now=START) is None
    unknown = forecast_of(climbing, current=100.0, limit_bytes=500, now=None)
    assert unknown is not None
    assert unknown.reaches_limit_at is None


def test_a_limit_already_passed_is_reached_now():
    climbing = trend_of([(float(i), 100.0 + 10 * i) for i in range(30)])
    forecast = forecast_of(climbing, current=600.0, limit_bytes=500, now=START)
    assert forecast is not None
    assert forecast.reaches_limit_at == START


def test_views_of_one_moment_do_not_count_as_several():
    captures = [
        captured(text, order=3 * moment + view, minute=moment + view / 60)
        for moment in range(2)
        for view, text in enumerate(
            (f"go_memstats_sys_bytes {moment + 5}\n", f"Sys = {moment + 5} HeapAlloc = 5 Alloc = 5")
        )
    ]
    figures = process_scene(captures).figures
    assert figures is not None
    assert [value for _, value in figures.figures["go_memstats_sys_bytes"].points] == [5, 6]


@pytest.mark.parametrize(
    "text",
    [
        "$ ps -o rss= -p {pid}\n{figure}\n",
        "  PID   RSS COMMAND\n{pid:5} {figure:5} shop\n",
        "Pid:\t{pid}\nVmRSS:\t{figure} kB\n",
        "NAME CPU(cores) MEMORY(bytes)\ndesk-{pid}   21m   {figure}Ki\n",
        "NAME CPU % MEM USAGE / LIMIT\ndesk-{pid}   2.5%   {figure}KiB / 2GiB\n",
    ],
)
def test_files_of_several_pids_are_no_series_of_one(text):
    def resident(*pids: int) -> tuple[float | None, float | None]:
        figures = [text.format(pid=pid, figure=75_000 + 9_000 * n) for n, pid in enumerate(pids)]
        row = process_row([captured(figure, order=n, minute=10.0 * n) for n, figure in enumerate(figures)])
        return row.rss, row.rss_per_minute

    assert resident(7, 7, 7) == (1024 * 93_000, 1024 * 900)
    assert resident(7, 8, 9)[1] is None


def test_what_tools_took_of_one_pid_is_of_the_process_without_labels():
    heap = captured(scrape(1, go_memstats_heap_alloc_bytes=5 * MB), order=0, minute=0.0)
    ps, other = (captured(f"$ ps -o rss= -p {pid}\n9000\n", order=pid, minute=1.0) for pid in (7, 8))
    assert process_row([heap, ps]).rss == 1024 * 9000
    assert process_row([heap, ps, other]).rss is None


@pytest.mark.parametrize("row", ["desk-{name}   21m   9000Ki\n", "desk-{name}   2.5%   9000KiB / 2GiB\n"])
def test_what_is_told_of_one_container_is_of_the_process_without_labels(row):
    heap = captured(scrape(1, go_memstats_heap_alloc_bytes=5 * MB), order=0, minute=0.0)
    listed, other = (captured(row.format(name=name), order=place, minute=1.0) for place, name in ((1, "a"), (2, "b")))
    assert process_row([heap, listed]).rss == 1024 * 9000
    assert process_row([heap, listed, other]).rss is None
    ps = captured("$ ps -o rss= -p 7\n8000\n", order=3, minute=1.0)
    assert process_row([heap, ps, listed]).rss == 1024 * 8000


def test_a_page_of_sampled_objects_stands_for_all_there_are():
    """debug=1 prints what was sampled: of objects of a kilobyte one in 513, at the usual rate."""
    stack = "@ 0x1 0x2\n#\t0x1\tshop.put+0x1\t/src/put.go:3\n#\t0x2\tshop.serve+0x1\t/src/put.go:9\n"
    row = process_row([captured(f"heap profile: 2: 2048 [6: 6144] @ heap/1048576\n2: 2048 [6: 6144] {stack}")])
    assert row.live_heap == pytest.approx(2 * 513 * 1024, rel=0.01)
    assert row.heap_sampled == row.live_heap
    assert row.churn == pytest.approx(3)
