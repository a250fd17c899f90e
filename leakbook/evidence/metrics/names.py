"""The one vocabulary of runtime numbers: the Prometheus Go collector's names.

Other sources are translated here: `runtime.MemStats` fields (expvar, heap debug=1, programs' own prints),
runtime/metrics as client_golang exports them, and OpenTelemetry's Go runtime instrumentation.
Sources: client_golang `prometheus/go_collector.go`, runtime/mstats.go, OpenTelemetry semantic conventions for Go.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model import MetricSeries

RUNTIME_METRICS_NAMES: Final[Mapping[str, str]] = {
    "/sched/goroutines:goroutines": "go_goroutines",
    "/sched/threads/total:threads": "go_threads",
    "/memory/classes/heap/objects:bytes": "go_memstats_heap_alloc_bytes",
    "/memory/classes/heap/released:bytes": "go_memstats_heap_released_bytes",
    "/memory/classes/heap/stacks:bytes": "go_memstats_stack_inuse_bytes",
    "/memory/classes/total:bytes": "go_memstats_sys_bytes",
    "/gc/heap/live:bytes": "go_gc_heap_live_bytes",
    "/gc/heap/goal:bytes": "go_memstats_next_gc_bytes",
    "/gc/heap/objects:objects": "go_memstats_heap_objects",
    "/gc/heap/allocs:bytes": "go_memstats_alloc_bytes_total",
    "/gc/heap/allocs:objects": "go_memstats_mallocs_total",
    "/gc/cycles/total:gc-cycles": "go_gc_duration_seconds_count",
    # Go 1.26: parts of the number, which must not be taken for it
    "/sched/goroutines-created:goroutines": "go_sched_goroutines_created_goroutines_total",
    "/sched/goroutines/not-in-go:goroutines": "go_sched_goroutines_not_in_go_goroutines",
    "/sched/goroutines/runnable:goroutines": "go_sched_goroutines_runnable_goroutines",
    "/sched/goroutines/running:goroutines": "go_sched_goroutines_running_goroutines",
    "/sched/goroutines/waiting:goroutines": "go_sched_goroutines_waiting_goroutines",
}
"""The keys of the package runtime/metrics, as programs print them."""

MEMSTATS_NAMES: Final[Mapping[str, str]] = {
    **RUNTIME_METRICS_NAMES,
    "Alloc": "go_memstats_alloc_bytes",
    "TotalAlloc": "go_memstats_alloc_bytes_total",
    "Sys": "go_memstats_sys_bytes",
    "Mallocs": "go_memstats_mallocs_total",
    "Frees": "go_memstats_frees_total",
    "HeapAlloc": "go_memstats_heap_alloc_bytes",
    "HeapSys": "go_memstats_heap_sys_bytes",
    "HeapIdle": "go_memstats_heap_idle_bytes",
    "HeapInuse": "go_memstats_heap_inuse_bytes",
    "HeapReleased": "go_memstats_heap_released_bytes",
    "HeapObjects": "go_memstats_heap_objects",
    "Stack": "go_memstats_stack_inuse_bytes",
    "StackInuse": "go_memstats_stack_inuse_bytes",
    "StackSys": "go_memstats_stack_sys_bytes",
    "MSpan": "go_memstats_mspan_inuse_bytes",
    "MSpanInuse": "go_memstats_mspan_inuse_bytes",
    "MSpanSys": "go_memstats_mspan_sys_bytes",
    "MCache": "go_memstats_mcache_inuse_bytes",
    "MCacheInuse": "go_memstats_mcache_inuse_bytes",
    "MCacheSys": "go_memstats_mcache_sys_bytes",
    "BuckHashSys": "go_memstats_buck_hash_sys_bytes",
    "GCSys": "go_memstats_gc_sys_bytes",
    "OtherSys": "go_memstats_other_sys_bytes",
    "NextGC": "go_memstats_next_gc_bytes",
    "NumGC": "go_gc_duration_seconds_count",
    "NumForcedGC": "go_gc_cycles_forced_gc_cycles_total",
    "GCCPUFraction": "go_memstats_gc_cpu_fraction",
    "MaxRSS": "process_max_resident_memory_bytes",
    "NumGoroutine": "go_goroutines",
    # what programs write before the figure, and the keys of their loggers
    "HeapRelease": "go_memstats_heap_released_bytes",
    "heapAlloc": "go_memstats_heap_alloc_bytes",
    "heapSys": "go_memstats_heap_sys_bytes",
    "heapIdle": "go_memstats_heap_idle_bytes",
    "heapInuse": "go_memstats_heap_inuse_bytes",
    "heapInUse": "go_memstats_heap_inuse_bytes",
    "heapReleased": "go_memstats_heap_released_bytes",
    "heapObjects": "go_memstats_heap_objects",
    "totalAlloc": "go_memstats_alloc_bytes_total",
    "nextGC": "go_memstats_next_gc_bytes",
    "numGC": "go_gc_duration_seconds_count",
    "numGoroutine": "go_goroutines",
    "numGoroutines": "go_goroutines",
    "heap_alloc": "go_memstats_heap_alloc_bytes",
    "heap_sys": "go_memstats_heap_sys_bytes",
    "heap_idle": "go_memstats_heap_idle_bytes",
    "heap_inuse": "go_memstats_heap_inuse_bytes",
    "heap_released": "go_memstats_heap_released_bytes",
    "total_alloc": "go_memstats_alloc_bytes_total",
    "next_gc": "go_memstats_next_gc_bytes",
    "num_goroutine": "go_goroutines",
    "goroutines": "go_goroutines",
    "Goroutines": "go_goroutines",
    "goroutine count": "go_goroutines",
    "Goroutine count": "go_goroutines",
    # as programs of other countries print it
    "goroutine num": "go_goroutines",
    "goroutine \u6570\u91cf": "go_goroutines",
    "goroutine\u6570\u91cf": "go_goroutines",
    "goroutine \u6570": "go_goroutines",
    "goroutine\u6570": "go_goroutines",
    "Goroutine \u6570\u91cf": "go_goroutines",
    "Goroutine\u6570\u91cf": "go_goroutines",
    "Goroutine \u6570": "go_goroutines",
    "Goroutine\u6570": "go_goroutines",
    "\u534f\u7a0b\u6570\u91cf": "go_goroutines",
    "\u534f\u7a0b\u6570": "go_goroutines",
    "\u30b4\u30eb\u30fc\u30c1\u30f3\u6570": "go_goroutines",
    "\uace0\ub8e8\ud2f4 \uc218": "go_goroutines",
    "\u0433\u043e\u0440\u0443\u0442\u0438\u043d": "go_goroutines",
    "\u0413\u043e\u0440\u0443\u0442\u0438\u043d": "go_goroutines",
    "Goroutinen": "go_goroutines",
    "RSS": "process_resident_memory_bytes",
    "rss": "process_resident_memory_bytes",
    "Resident size": "process_resident_memory_bytes",
    # InfluxDB's own measurement `runtime`
    "HeapInUse": "go_memstats_heap_inuse_bytes",
    # hashicorp/go-metrics, and Telegraf's `internal_memstats`
    "alloc_bytes": "go_memstats_alloc_bytes",
    "total_alloc_bytes": "go_memstats_alloc_bytes_total",
    "sys_bytes": "go_memstats_sys_bytes",
    "malloc_count": "go_memstats_mallocs_total",
    "free_count": "go_memstats_frees_total",
    "heap_alloc_bytes": "go_memstats_heap_alloc_bytes",
    "heap_sys_bytes": "go_memstats_heap_sys_bytes",
    "heap_idle_bytes": "go_memstats_heap_idle_bytes",
    "heap_in_use_bytes": "go_memstats_heap_inuse_bytes",
    "heap_released_bytes": "go_memstats_heap_released_bytes",
    "heap_objects": "go_memstats_heap_objects",
    "num_goroutines": "go_goroutines",
    "num_gc": "go_gc_duration_seconds_count",
    # NSQ's page of statistics
    "next_gc_bytes": "go_memstats_next_gc_bytes",
    "gc_total_runs": "go_gc_duration_seconds_count",
    "total_gc_runs": "go_gc_duration_seconds_count",
    # google/gops, `memstats` and `stats`
    "total-alloc": "go_memstats_alloc_bytes_total",
    "heap-alloc": "go_memstats_heap_alloc_bytes",
    "heap-sys": "go_memstats_heap_sys_bytes",
    "heap-idle": "go_memstats_heap_idle_bytes",
    "heap-in-use": "go_memstats_heap_inuse_bytes",
    "heap-released": "go_memstats_heap_released_bytes",
    "heap-objects": "go_memstats_heap_objects",
    "stack-in-use": "go_memstats_stack_inuse_bytes",
    "stack-sys": "go_memstats_stack_sys_bytes",
    "num-gc": "go_gc_duration_seconds_count",
    "OS threads": "go_threads",
}
"""`MaxRSS` (heap debug=1 only) is the largest resident size ever seen, hence a name of its own."""

OF_THE_SYSTEM: Final = frozenset({"RSS", "rss", "Resident size"})
"""No fields of MemStats: some print kilobytes of these, some pages, so only figures with a unit count."""

NANOSECOND_NAMES: Final[Mapping[str, str]] = {"LastGC": "go_memstats_last_gc_time_seconds"}
"""MemStats fields in nanoseconds since 1970, kept in seconds."""

RESIDENT: Final = "process_resident_memory_bytes"
MEMORY_LIMIT: Final = "container_spec_memory_limit_bytes"
"""cAdvisor's name; zero where there is none. `docker stats` prints the machine's memory then."""

ALIASES: Final[Mapping[str, str]] = {
    # runtime/metrics through client_golang's WithGoCollectorRuntimeMetrics
    "go_sched_goroutines_goroutines": "go_goroutines",
    "go_gc_cycles_total_gc_cycles_total": "go_gc_duration_seconds_count",
    "go_gc_heap_goal_bytes": "go_memstats_next_gc_bytes",
    "go_gc_heap_allocs_bytes_total": "go_memstats_alloc_bytes_total",
    "go_gc_heap_allocs_objects_total": "go_memstats_mallocs_total",
    "go_gc_heap_objects_objects": "go_memstats_heap_objects",
    "go_memory_classes_heap_objects_bytes": "go_memstats_heap_alloc_bytes",
    "go_memory_classes_heap_released_bytes": "go_memstats_heap_released_bytes",
    "go_memory_classes_heap_stacks_bytes": "go_memstats_stack_inuse_bytes",
    "go_memory_classes_total_bytes": "go_memstats_sys_bytes",
    # OpenTelemetry, before and since semantic conventions 1.29
    "process_runtime_go_goroutines": "go_goroutines",
    "process_runtime_go_gc_count": "go_gc_duration_seconds_count",
    "process_runtime_go_gc_count_total": "go_gc_duration_seconds_count",
    "process_runtime_go_mem_heap_alloc_bytes": "go_memstats_heap_alloc_bytes",
    "process_runtime_go_mem_heap_idle_bytes": "go_memstats_heap_idle_bytes",
    "process_runtime_go_mem_heap_inuse_bytes": "go_memstats_heap_inuse_bytes",
    "process_runtime_go_mem_heap_objects": "go_memstats_heap_objects",
    "process_runtime_go_mem_heap_released_bytes": "go_memstats_heap_released_bytes",
    "process_runtime_go_mem_heap_sys_bytes": "go_memstats_heap_sys_bytes",
    "go_goroutine_count": "go_goroutines",
    "go_memory_allocated_bytes_total": "go_memstats_alloc_bytes_total",
    "go_memory_allocations_total": "go_memstats_mallocs_total",
    "go_memory_gc_goal_bytes": "go_memstats_next_gc_bytes",
    # cAdvisor, what a cluster's dashboards show of a container: its pages that are in use, without or with cached files
    "container_memory_rss": "process_resident_memory_bytes",
    "container_memory_working_set_bytes": "process_resident_memory_bytes",
}
"""Two names of one quantity in one scrape are one series: the collector's own name wins."""

PROCESS_NAMES: Final = frozenset(
    {
        "process_open_fds",
        "process_max_fds",
        "process_resident_memory_bytes",
        "process_max_resident_memory_bytes",
        "process_virtual_memory_bytes",
        "process_start_time_seconds",
        "process_cpu_seconds_total",
        "process_threads",
        MEMORY_LIMIT,
    }
)


def is_kept(name: str) -> bool:
    """Whether a Prometheus name is a runtime's or process's number rather than the program's own."""
    return name in PROCESS_NAMES or name in ALIASES or (name.startswith("go_") and not name.endswith("_bucket"))


def memstats_series(values: Mapping[str, float], at: float | None) -> tuple[MetricSeries, ...]:
    """MemStats fields of one moment (`at` in unix seconds, None when unknown) as series, sorted by name.

    `values` holds bytes and counts under the field names of `runtime.MemStats`, or of the `# Name = value` lines that
    end a heap debug=1 text (`Stack`, `MSpan` and `MCache` there print `inuse / sys`; the first is meant). Fields that
    no feature needs (`Lookups`, `PauseNs`, `DebugGC`) are dropped.
    """
    translated: dict[str, float] = {}
    for field, value in values.items():
        if field in MEMSTATS_NAMES:
            translated.setdefault(MEMSTATS_NAMES[field], float(value))
        elif field in NANOSECOND_NAMES and value > 0:
            translated.setdefault(NANOSECOND_NAMES[field], value / 1e9)
    return tuple(MetricSeries(name=name, points=((at, value),)) for name, value in sorted(translated.items()))
