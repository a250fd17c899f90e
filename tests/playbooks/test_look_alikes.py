"""Healthy shapes beside the leaks they look like, as rows: what tells the two apart must be measured, not named."""

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.rows.goroutines.group_climb import with_climb
from leakbook.rows.heap.floor import with_floor
from leakbook.rows.process.model import ProcessRow
from tests.leakbook.diagnosis.rows_by_hand import dump, group, rows, site


def confidence(playbooks, playbook, *those, captures=None, **process):
    report = diagnose_rows(rows(*those, **process), captures or [dump()], playbooks)
    return max((one.confidence for one in report.diagnoses if one.playbook == playbook), default=0.0)


PIPE = ("os.(*File).read", "os.(*File).Read", "shop/helpers.(*helper).hear")


def readers(names=PIPE, **features):
    """Readers of pipes, started one at a time all along the life of the process."""
    measured = {"state": "IO wait", "count": 26, "share": 0.3, "state_known": True, "dated": True, "born_apart": 0.9}
    measured |= {"birth_spread": 1.0, "joins_ended": 0.0, "spawners": 0.08, "orphaned": 0.0, "creator_returned": 1.0}
    return group(*names, creator="shop/helpers.start", **(measured | features))


def test_readers_that_one_living_loop_starts_may_be_replaced_one_by_one(playbooks):
    assert confidence(playbooks, "goroutine/io-wait", readers()) <= 0.48
    assert confidence(playbooks, "goroutine/io-wait", readers(spawners=1.0, orphaned=1.0)) > 0.7


def test_readers_of_one_loop_that_were_never_woken_since_they_began_are_stuck(playbooks):
    assert confidence(playbooks, "goroutine/io-wait", readers(ages_in_order=1.0)) > 0.7


def test_clients_that_one_loop_accepts_and_that_only_listen_may_be_in_use(playbooks):
    """In one dump a subscriber, who never sends, reads as does one that is gone."""
    listens = {"spawners": 0.01, "ages_in_order": 1.0, "count": 400, "share": 0.46}
    names = ("net.(*netFD).Read", "net.(*conn).Read", "bids/hub.(*Hub).read")
    assert confidence(playbooks, "goroutine/io-wait", readers(names, **listens)) <= 0.48
    listens |= {"wait": 900.0, "wait_median": 450.0}
    assert confidence(playbooks, "goroutine/io-wait", readers(names, **listens)) > 0.6


def test_readers_of_one_loop_that_have_waited_for_hours_are_no_helpers_it_replaces(playbooks):
    aged = {"count": 3000, "share": 0.95, "spawners": 0.0003, "age_spread": 0.9}
    assert confidence(playbooks, "goroutine/io-wait", readers(wait=900.0, wait_median=450.0, **aged)) > 0.7
    assert confidence(playbooks, "goroutine/io-wait", readers(wait=40.0, wait_median=20.0, **aged)) <= 0.48


def slabs(**features):
    """A site that made most of the heap's gain and has freed nothing."""
    measured = {"resource": "none", "looks": 3, "inuse": 25_000_000, "share": 0.98, "growth": 20_000_000.0}
    measured |= {"growth_certainty": 1.0, "growth_share": 1.0, "retention": 1.0, "retention_shown": 0.97}
    return site("shop/slab.(*Yard).Take", **(measured | features))


def test_a_site_grew_but_the_live_heap_is_level_by_now(playbooks):
    level = {"live_heap_plateau": 0.74, "live_heap_trend": 0.02}
    assert confidence(playbooks, "cache/unbounded-map", floored(slabs(), **level), **level) < 0.5
    climbing = {"live_heap_plateau": 0.6, "live_heap_trend": 0.4}
    assert confidence(playbooks, "cache/unbounded-map", slabs(floor_climbs=0.4), **climbing) > 0.7
    assert confidence(playbooks, "cache/unbounded-map", slabs()) > 0.9


def floored(row, **process):
    (one,) = with_floor([row], ProcessRow(evidence=("metrics",), **process))
    return one


def test_a_level_heap_says_nothing_of_a_site_that_it_would_hide(playbooks):
    level = {"live_heap_plateau": 0.75, "live_heap_trend": 0.02}
    hidden = floored(slabs(share=0.0125), **level)
    assert hidden.floor_level == 0
    assert confidence(playbooks, "cache/unbounded-map", hidden, **level) > 0.7
    assert floored(slabs(share=0.04, growth=25e6), **level).floor_level == 0.375
    assert floored(slabs(share=0.5, growth=None), **level).floor_level == 0.75
    assert floored(slabs(), live_heap_plateau=0.75, live_heap_trend=0.2).floor_level is None


def test_more_memory_of_served_connections_may_be_more_clients(playbooks):
    kept = slabs(resource="http_server", growth_ratio=2.0, printed=False)
    assert 0.4 <= confidence(playbooks, "heap/goroutine-growth", kept) < 0.5


def test_a_queue_that_is_outrun_is_named_though_its_members_change(playbooks):
    measured = {"state": "sync.Mutex.Lock", "state_known": True, "count": 345, "share": 0.66, "growth": 273.0}
    measured |= {"growth_certainty": 0.2, "stayed": 0.0, "is_victim": True, "holder_finishes": True}
    queue = group("sync.(*Mutex).Lock", "shop/gauge.(*Gauge).Sample", creator="shop/gauge.Watch.func1", **measured)
    climbs = {"goroutines_trend": 0.94, "goroutines_growth_ratio": 2.2}
    report = diagnose_rows(rows(queue, **climbs), [dump("a"), dump("b")], playbooks)
    first = report.diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("heap/goroutine-growth", "shop/gauge.(*Gauge).Sample")


def test_a_sampled_request_more_than_before_may_be_under_way(playbooks):
    requests = {"resource": "http_client", "own_transports": 0.03, "looks": 2, "inuse": 1_500_000, "growth": 500_000.0}
    requests |= {"growth_certainty": 0.5, "growth_share": 1.0}

    def sure(**more):
        return confidence(playbooks, "resource/http-body", site("net/http.send", "shop/poll.call", **requests, **more))

    assert 0.4 < sure(sampled=3.0, retention=0.33) < 0.5
    assert 0.4 < sure(sampled=2.0, retention=1.0) < 0.5
    assert sure(sampled=3.0, retention=0.75) > 0.5


def streams(**features):
    """Handlers of HTTP/2 streams, opened one at a time among short requests."""
    measured = {"state": "select", "count": 312, "share": 0.93, "state_known": True, "born_apart": 1.0, "dated": True}
    measured |= {"birth_spread": 0.9, "joins_ended": 0.0, "request_scoped": True, "inside_call": True}
    names = ("shop/feed.(*Desk).stream", "net/http/internal/http2.(*serverConn).runHandler")
    creator = "net/http/internal/http2.(*serverConn).scheduleHandler"
    return group(*names, creator=creator, **(measured | features))


def test_one_look_at_streams_whose_connections_are_open_convicts_none(playbooks):
    assert 0.4 <= confidence(playbooks, "goroutine/select", streams(orphaned=0.0)) <= 0.48
    assert confidence(playbooks, "goroutine/select", streams()) <= 0.48
    assert confidence(playbooks, "goroutine/select", streams(orphaned=1.0, orphaned_apart=1.0, spawners=0.1)) > 0.7
    assert confidence(playbooks, "goroutine/select", streams(growth=250.0, growth_certainty=0.99)) > 0.7


def test_connections_taken_over_from_a_server_may_only_be_those_of_more_clients(playbooks):
    grown = {"resource": "socket", "looks": 2, "inuse": 3_500_000, "share": 0.3, "sampled": 7.0, "growth": 2_500_000.0}
    grown |= {"growth_certainty": 0.9, "growth_share": 0.6, "retention": 1.0, "retention_shown": 0.85}
    taken = site("bufio.NewReaderSize", "github.com/gorilla/websocket.(*Upgrader).Upgrade", "shop/hub.Serve", **grown)
    dialled = site("bufio.NewReaderSize", "github.com/gorilla/websocket.(*Dialer).DialContext", "shop/hub.Ask", **grown)
    assert confidence(playbooks, "resource/net-conn", dialled) > 0.7
    assert 0.3 < confidence(playbooks, "resource/net-conn", taken) <= 0.48
    pile_up = {"open_fds": 300, "open_fds_trend": 0.95}
    assert confidence(playbooks, "resource/net-conn", taken, **pile_up) > 0.7


def senders(**features):
    """Senders left by requests that have gone, in one whole look without ages."""
    measured = {
        "state": "chan send",
        "count": 30,
        "share": 0.3,
        "state_known": True,
        "dated": True,
        "inside_call": True,
    }
    measured |= {"orphaned": 1.0, "orphaned_apart": 1.0, "one_starter": False, "spawners": 1.0, "victims": 0}
    return group("shop/slots.(*Breaker).Maybe", "shop/web.handle", creator="shop/web.serve", **(measured | features))


def test_senders_whose_queue_moves_are_no_pile_up_of_one_look(playbooks):
    assert confidence(playbooks, "goroutine/chan-send", senders(queues=False)) > 0.7
    assert confidence(playbooks, "goroutine/chan-send", senders(queues=True)) <= 0.48
    assert confidence(playbooks, "goroutine/chan-send", senders(queues=True, growth_certainty=1.0)) > 0.7


def sleepers(**features):
    """Goroutines that sleep, started by requests that have gone."""
    measured = {"state": "sleep", "count": 30, "share": 0.3, "state_known": True, "dated": True, "family_share": 1.0}
    measured |= {"orphaned": 1.0, "orphaned_apart": 1.0, "one_starter": False, "spawners": 1.0, "creator_returned": 1.0}
    measured |= {"birth_spread": 0.8, "born_apart": 0.97, "joins_ended": 0.0}
    return group("time.Sleep", "shop/vow.work", creator="shop/vow.Go", **(measured | features))


def test_what_a_request_leaves_behind_may_sleep_once(playbooks):
    assert 0.3 < confidence(playbooks, "goroutine/no-exit-loop", sleepers()) <= 0.48
    assert confidence(playbooks, "goroutine/no-exit-loop", sleepers(count=300)) > 0.7
    assert confidence(playbooks, "goroutine/no-exit-loop", sleepers(growth_certainty=1.0)) > 0.7


def receivers(**features):
    """A few goroutines that receive inside a call, started by goroutines that have gone."""
    measured = {"state": "chan receive", "count": 6, "share": 0.1, "state_known": True, "dated": True}
    measured |= {"orphaned": 1.0, "orphaned_apart": 1.0, "one_starter": False, "inside_call": True}
    return group("shop/halt.Wait", "shop/web.handle", creator="shop/web.serve", **(measured | features))


def test_the_fewer_starters_have_gone_the_less_it_says(playbooks):
    several = confidence(playbooks, "goroutine/chan-receive", receivers())
    few = confidence(playbooks, "goroutine/chan-receive", receivers(count=3))
    together = confidence(playbooks, "goroutine/chan-receive", receivers(orphaned_apart=None, one_starter=True))
    assert several > 0.7 > few > together
    assert few <= 0.48


def test_nobody_left_in_the_package_says_that_a_wait_will_not_end(playbooks):
    unknown = {"orphaned": None, "orphaned_apart": None, "one_starter": None, "in_library_only": False}
    unknown |= {"known_idle": False, "excerpt": False}
    for playbook, state in (
        ("goroutine/chan-receive", "chan receive"),
        ("goroutine/chan-send", "chan send"),
        ("goroutine/select", "select"),
        ("goroutine/waitgroup", "sync.WaitGroup.Wait"),
    ):
        alone = confidence(playbooks, playbook, receivers(state=state, package_alone=True, **unknown))
        others = confidence(playbooks, playbook, receivers(state=state, package_alone=False, **unknown))
        assert alone > max(0.4, others + 0.2), playbook


def loops(**features):
    """Loops by their name, which receive in the function they were started with."""
    measured = {"inside_call": False, "listens_for_stop": True, "count": 10, "in_library_only": False, "spawners": 1.0}
    return receivers(**(measured | features))


def test_who_watches_waits_for_others_and_who_polls_for_a_clock(playbooks):
    assert confidence(playbooks, "goroutine/no-exit-loop", loops(awaits_events=False)) > 0.1  # one of two readings
    assert confidence(playbooks, "goroutine/no-exit-loop", loops(awaits_events=True)) == 0
    assert confidence(playbooks, "goroutine/chan-receive", loops(awaits_events=True)) > 0.4


def test_what_a_function_is_called_does_not_settle_whether_its_receivers_leak(playbooks):
    for count in (4, 12):
        named, unnamed = (
            confidence(
                playbooks, "goroutine/chan-receive", loops(count=count, awaits_events=False, listens_for_stop=loop)
            )
            for loop in (True, False)
        )
        assert named == unnamed > 0.4


def test_a_few_loops_whose_starters_live_are_rather_at_work_for_them(playbooks):
    few = {"count": 4, "orphaned_apart": 0.0, "growth_certainty": 0.8, "born_apart": None, "spawners": None}
    unknown, living = ({"orphaned": orphaned} | few for orphaned in (None, 0.0))
    sure, unsure = (confidence(playbooks, "goroutine/no-exit-loop", sleepers(**one)) for one in (unknown, living))
    assert unsure < sure


def test_a_queue_that_the_count_shows_to_grow_is_named_by_what_it_waits_for(playbooks):
    measured = {"state": "sync.Cond.Wait", "state_known": True, "count": 290, "share": 0.9, "growth": 190.0}
    measured |= {"growth_certainty": 0.1, "stayed": 0.3, "veterans_stayed": 0.3, "joined": 0.0, "birth_spread": 1.0}
    waiters = group("sync.(*Cond).Wait", "shop/ropes.(*Rack).Take", creator="shop/band.Peal", **measured)
    climbs = {"goroutines_trend": 0.94, "goroutines_growth_ratio": 3.0}
    (borne_out,) = with_climb([waiters], climbs["goroutines_trend"], 190.0)
    report = diagnose_rows(rows(borne_out, **climbs), [dump("a"), dump("b")], playbooks)
    first = report.diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("goroutine/waitgroup", "shop/ropes.(*Rack).Take")
    assert first.confidence > 0.7


def pulled(**features):
    """Iterators that were pulled from, each in its yield."""
    measured = {"state": "coroutine", "state_known": True, "count": 130, "share": 0.7, "dated": True}
    measured |= {"birth_spread": 1.0, "orphaned": 0.0, "creator_returned": 1.0, "inside_call": True}
    names = ("iter.Pull[...].func1.1", "shop/rows.(*Table).From.func1", "iter.Pull[...].func1")
    return group(*names, creator="iter.Pull[...]", **(measured | features))


def test_iterators_in_their_yield_are_cursors_until_they_pile_up(playbooks):
    assert confidence(playbooks, "goroutine/chan-send", pulled()) <= 0.48
    growing = {"growth": 120.0, "growth_certainty": 1.0}
    assert confidence(playbooks, "goroutine/chan-send", pulled(**growing)) > 0.9


def test_the_servers_own_goroutine_of_a_connection_is_no_loop_that_is_started_again(playbooks):
    measured = {"state": "runnable", "state_known": True, "count": 6, "growth": 5.0, "growth_certainty": 0.95}
    measured |= {"in_library_only": True, "request_scoped": True, "birth_spread": 1.0, "spawners": 0.3, "dated": True}
    served = group("net/http.(*conn).serve", creator="net/http.(*Server).Serve", **measured)
    assert confidence(playbooks, "goroutine/no-exit-loop", served) == 0


def test_of_a_heap_that_nobody_has_collected_since_nothing_is_sure(playbooks):
    climbs = {"live_heap_trend": 0.8, "live_heap_growth_ratio": 3.0}
    assert confidence(playbooks, "cache/unbounded-map", floored(slabs(), **climbs), **climbs) > 0.9
    assert confidence(playbooks, "heap/live-growth", **climbs) > 0.7
    overdue = climbs | {"collection_gap": 2.2}
    assert confidence(playbooks, "cache/unbounded-map", floored(slabs(), **overdue), **overdue) <= 0.48
    assert confidence(playbooks, "heap/live-growth", **overdue) <= 0.48


def supervised(**features):
    """Loops that closures of run groups call, in a profile, which prints no waits and no numbers."""
    measured = {"state": "select", "count": 60, "share": 0.13, "state_known": True, "inside_call": True}
    measured |= {"victims": 30, "victims_each": 0.5, "supervised": True, "excerpt": False}
    return group("lead/lease.duty", "lead/lease.Stand.func2", **(measured | features))


def test_that_a_parent_counts_its_loops_down_is_no_sign_that_they_are_stuck(playbooks):
    assert 0.4 < confidence(playbooks, "goroutine/select", supervised()) <= 0.48
    assert confidence(playbooks, "goroutine/select", supervised(supervised=False)) > 0.7
    piled_up = {"age_spread": 0.9, "wait": 300.0, "wait_median": 150.0, "dated": True}
    assert confidence(playbooks, "goroutine/select", supervised(**piled_up)) > 0.7


def answers(**features):
    """Most of a process in a profile, which tells nothing of when they began to send."""
    measured = {"state": "chan send", "count": 181, "share": 0.61, "state_known": True, "inside_call": False}
    measured |= {"dated": False, "excerpt": False, "queues": False, "may_be_gathered": False}
    return group("shop/shards.(*Index).ask", **(measured | features))


def test_many_answers_of_shards_beside_enough_searches_may_be_gathered(playbooks):
    assert 0.4 < confidence(playbooks, "goroutine/chan-send", answers(may_be_gathered=True)) <= 0.48
    assert confidence(playbooks, "goroutine/chan-send", answers()) > 0.7


def test_two_looks_at_run_groups_that_do_not_grow_clear_them(playbooks):
    looked_twice = {"looks": 2, "growth": 0.0, "growth_certainty": 0.0, "spawners": 0.5, "dated": True}
    assert confidence(playbooks, "goroutine/select", supervised(**looked_twice)) < 0.3
    grown = looked_twice | {"growth": 40.0, "growth_certainty": 0.99}
    assert confidence(playbooks, "goroutine/select", supervised(**grown)) > 0.7
