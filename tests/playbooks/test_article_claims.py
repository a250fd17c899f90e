"""Every claim of the article that Leakbook began with, each with the place in the playbooks that says or measures it.

The claims are told in our words. `part` is a field of the playbook; `features` are the row features its signals name.
"""

import dataclasses
import re

import pytest

CLAIMS = [
    # goroutines that should have ended
    (
        "a goroutine that never ends keeps its closure, buffers and arguments alive",
        "goroutine/chan-send",
        "description",
        "everything it references",
    ),
    ("the number of goroutines keeps rising", "heap/goroutine-growth", "features", "goroutines_trend"),
    ("debug=2 shows masses of them blocked: sends", "goroutine/chan-send", "subjects", "chan send"),
    ("debug=2 shows masses of them blocked: receives", "goroutine/chan-receive", "subjects", "chan receive"),
    ("debug=2 shows masses of them blocked: selects", "goroutine/select", "subjects", "select"),
    (
        "debug=2 shows masses of them blocked: an empty select",
        "goroutine/nil-channel",
        "subjects",
        "select \\(no cases\\)",
    ),
    ("debug=2 shows masses of them blocked: locks", "goroutine/lock", "subjects", "Mutex"),
    ("debug=2 shows masses of them blocked: I/O", "goroutine/io-wait", "subjects", "IO wait"),
    ("a loop without a way out", "goroutine/no-exit-loop", "before", "for \\{"),
    ("a context rules the life, a select listens to Done", "goroutine/no-exit-loop", "after", "ctx\\.Done\\(\\)"),
    ("cancel before leaving", "goroutine/select", "steps", "defer cancel\\(\\)"),
    ("defer cancel is forgotten", "goroutine/context-not-cancelled", "after", "defer cancel\\(\\)"),
    (
        "cancel inside the goroutine ends its siblings early",
        "goroutine/context-not-cancelled",
        "steps",
        "siblings early",
    ),
    ("goleak in TestMain", "goroutine/chan-receive", "libraries", "goleak\\.VerifyTestMain\\(m\\)"),
    # caches that only grow
    ("a map as a cache without size, age or eviction", "cache/unbounded-map", "summary", "size, by age"),
    (
        "sessions, answers and reflected fields are the usual contents",
        "cache/unbounded-map",
        "description",
        "(?s)session.*respons.*(reflect|field)",
    ),
    ("the insert without any clean-up", "cache/unbounded-map", "before", "\\[\\w+\\] = "),
    ("an LRU with a time to live", "cache/unbounded-map", "libraries", "hashicorp/golang-lru"),
    ("AfterFunc with sync.Map for timed deletion", "cache/unbounded-sync-map", "steps", "time\\.AfterFunc"),
    (
        "top -cum with mapassign, then the line of the insert",
        "cache/unbounded-map",
        "steps",
        "(?s)top -cum.*runtime\\.mapassign.*list",
    ),
    (
        "top -cum with makeslice, then the line",
        "cache/unbounded-slice",
        "steps",
        "(?s)top -cum.*runtime\\.makeslice.*list",
    ),
    ("the insert is measured, not only told", "cache/unbounded-map", "features", "map_insert"),
    ("sync.Map is safe, not bounded", "cache/unbounded-sync-map", "steps", "safe, it does not limit"),
    # what Go does not close
    ("an open file holds its descriptor", "resource/file", "after", "defer f\\.Close\\(\\)"),
    ("files are opened and left", "resource/file", "before", "os\\.(Open|Create)"),
    ("a timer is used and not stopped", "resource/timer", "after", "Stop\\(\\)"),
    ("a body is a Closer too", "resource/http-body", "after", "defer resp\\.Body\\.Close\\(\\)"),
    ("a connection is a Closer too", "resource/net-conn", "after", "Close\\(\\)"),
    ("bound the pool: open connections", "resource/sql-pool", "steps", "SetMaxOpenConns"),
    ("bound the pool: life of a connection", "resource/sql-pool", "steps", "SetConnMaxLifetime"),
    ("close rows after a query", "resource/sql-rows", "steps", "defer rows\\.Close\\(\\)"),
    ("a transport of one's own needs MaxIdleConns", "resource/http-transport", "steps", "MaxIdleConns"),
    ("and IdleConnTimeout", "resource/http-transport", "steps", "IdleConnTimeout"),
    ("the heap shows many net.Conn", "resource/net-conn", "subjects", "heap_site"),
    ("the heap shows many os.File", "resource/file", "subjects", "heap_site"),
    ("the heap shows many timers", "resource/timer", "subjects", "heap_site"),
    # how to look
    ("serve profiles on localhost:6060", "heap/live-growth", "steps", "(?s)net/http/pprof.*localhost:6060"),
    ("two snapshots some minutes apart", "heap/live-growth", "next_evidence", "heap_profile_pair"),
    ("compare what is in use and what was ever allocated", "heap/live-growth", "steps", "(?s)in-use.*alloc"),
    ("some leaks show better in alloc_space", "heap/live-growth", "steps", "alloc_space"),
    ("top -cum, list, web", "heap/live-growth", "steps", "(?s)top -cum.*list.*web.*Graphviz"),
    (
        "a goroutine that keeps a large slice: look at the goroutines too",
        "heap/live-growth",
        "features",
        "goroutine_held",
    ),
    ("do not leave out debug=2", "heap/goroutine-growth", "steps", "goroutine\\?debug=2"),
    ("in production gctrace first", "heap/live-growth", "steps", "(?s)GODEBUG=gctrace=1.*profile when"),
    ("a rising live heap in gctrace", "heap/live-growth", "features", "live_heap_trend"),
    ("allocations a second rise and Alloc gains 50 MB a minute", "heap/live-growth", "steps", "50 MB a minute"),
    ("much allocation alone is pressure, not a leak", "heap/alloc-churn", "features", "alloc_per_minute"),
]


def text_of(playbook, part):
    """The part of a playbook as text."""
    remedy = playbook.remediation
    if part in ("before", "after"):
        return getattr(remedy.code, part)
    if part == "features":
        return " ".join(sorted(features(playbook)))
    holder = playbook if hasattr(playbook, part) else remedy
    return spoken(getattr(holder, part))


def features(playbook):
    """Names of the row features that the signals and subjects look at."""
    found = {signal.measure for signal in playbook.signals if signal.measure}
    for rule in (*playbook.signals, *playbook.subjects):
        found |= {test.feature for condition in rule.where for test in condition.tests}
    return found


def spoken(value):
    """All words of a value, however deep."""
    if isinstance(value, tuple):
        return "\n".join(spoken(one) for one in value)
    if dataclasses.is_dataclass(value):
        return "\n".join(spoken(getattr(value, field.name)) for field in dataclasses.fields(value))
    return str(value)


@pytest.mark.parametrize(("claim", "playbook", "part", "words"), CLAIMS, ids=[claim[0] for claim in CLAIMS])
def test_the_claim_has_its_place(claim, playbook, part, words, playbooks):
    text = text_of(playbooks.by_id(playbook), part)
    assert re.search(words, text), f"{playbook} {part} says:\n{text}"
