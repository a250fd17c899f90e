"""Findings that show one cause from two sides, by the shipped playbooks."""

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.playbook.load import load_playbooks
from leakbook.playbooks_path import default_folder, read_folder
from tests.leakbook.diagnosis.rows_by_hand import dump, group, rows, site

SHIPPED = load_playbooks(read_folder(default_folder()))
SERVED = ("net/http.HandlerFunc.ServeHTTP", "net/http.serverHandler.ServeHTTP", "net/http.(*conn).serve")
GROWS = {
    "growth": 270.0, "growth_per_minute": 27.0, "growth_certainty": 0.99, "stayed": 1.0, "joined": 0.9,
    "known_idle": False, "observes": False, "excerpt": False, "crash": False,
}  # fmt: skip
KEPT = {"looks": 2, "inuse": 2**22, "growth": 2.0**22, "growth_certainty": 0.99, "retention": 1.0, "sampled": 12.0}

MANY = {"resource": "none", "sampled": 400.0, "share": 0.5, "growth_share": 0.6, "floor_climbs": 0.95}


def diagnosed(*those):
    return diagnose_rows(rows(*those, has_heap_sites=True), [dump("a"), dump("b")], SHIPPED).diagnoses


def handlers(state="chan send", count=300):
    return group("shop/desk.Order", *SERVED, state=state, count=count, share=0.9, request_scoped=True, **GROWS)


def accepted():
    return site("net.(*netFD).accept", "net/http.(*Server).Serve", resource="socket", **KEPT)


def test_connections_of_handlers_that_are_stuck_are_their_symptom():
    first, *others = diagnosed(handlers(), accepted())
    assert (first.playbook, first.culprit.function) == ("goroutine/chan-send", "shop/desk.Order")
    assert "resource/net-conn" in first.includes
    assert "resource/net-conn" not in {one.playbook for one in others}


def test_connections_that_the_program_accepts_itself_stay_a_finding_of_their_own():
    own = site("net.(*netFD).accept", "shop/wire.(*Server).accept", resource="socket", **KEPT)
    assert "resource/net-conn" in {one.playbook for one in diagnosed(handlers(), own)}


def test_a_few_slow_handlers_do_not_explain_connections():
    found = {one.playbook for one in diagnosed(handlers(count=3), accepted())}
    assert "resource/net-conn" in found


def test_streams_of_a_library_are_named_by_the_memory_of_the_same_pattern():
    stream = "google.golang.org/grpc.newClientStream.func5"
    streams = group(stream, creator="google.golang.org/grpc.newClientStream", state="select", count=300, **GROWS)
    memory = site("google.golang.org/grpc.newClientStream", "shop/wall.(*Wall).First", resource="grpc", **KEPT)
    first, *others = diagnosed(streams, memory)
    assert (first.playbook, first.culprit.function) == ("resource/grpc-conn", "shop/wall.(*Wall).First")
    assert first.impact.goroutines == 300
    assert "resource/grpc-conn" not in {one.playbook for one in others}


def test_values_whose_own_method_sets_timers_are_kept_by_those():
    timers = site("time.newTimer", "shop/wire.(*Pipe).wakeAt", resource="timer", **KEPT)
    together, apart = (
        diagnosed(timers, site(f"shop/wire.{maker}", "shop/wire.Listen", **(KEPT | MANY)))
        for maker in ("NewPipe", "NewHub")
    )
    assert [one.culprit.function for one in together] == ["shop/wire.(*Pipe).wakeAt"]
    assert sorted(one.culprit.function for one in apart) == ["shop/wire.(*Pipe).wakeAt", "shop/wire.NewHub"]


SOCKETS = {
    "open_fds": 140, "open_fds_per_minute": 90.0, "open_fds_trend": 0.94, "open_sockets": 130,
    "open_sockets_per_minute": 90.0, "open_files_per_minute": 0.0, "sockets_per_goroutine": 12.0,
}  # fmt: skip


def acceptor(function, *beneath):
    return group("net.(*TCPListener).Accept", function, *beneath, state="IO wait", count=1, known_idle=True)


def unsampled(*groups):
    made = rows(*groups, has_heap_sites=True, **SOCKETS)
    return next(
        one
        for one in diagnose_rows(made, [dump("a"), dump("b")], SHIPPED).diagnoses
        if one.playbook == "resource/net-conn"
    )


def test_sockets_that_no_sample_names_are_put_down_to_the_only_function_that_accepts_and_it_is_said():
    found = unsampled(acceptor("shop/wire.(*Server).take"), acceptor("net/http.(*Server).Serve", "shop/web.Run"))
    assert found.rank == 1
    assert found.culprit.function == "shop/wire.(*Server).take"
    assert found.culprit.say.startswith("Inferred:")


def test_where_two_functions_accept_neither_is_named():
    found = unsampled(acceptor("shop/wire.(*Server).take"), acceptor("shop/admin.take"))
    assert found.culprit.function is None


READER = ("net.(*netFD).Read", "bufio.(*Reader).ReadString", "shop/wire.(*Member).listen")


def reading(**features):
    return group(*READER, creator="shop/wire.Enter", state="IO wait", count=300, inside_call=False, **features, **GROWS)


def test_readers_of_accepted_connections_that_grow_with_the_descriptors_are_connections_left_open():
    made = rows(reading(accepted=True), has_heap_sites=True, **SOCKETS)
    first, *others = diagnose_rows(made, [dump("a"), dump("b")], SHIPPED).diagnoses
    assert (first.playbook, first.culprit.function) == ("resource/net-conn", "shop/wire.(*Member).listen")
    assert "goroutine/io-wait" in first.includes
    assert {"resource/net-conn", "resource/file"}.isdisjoint({one.playbook for one in others})


def test_a_read_of_something_dialled_or_without_descriptors_is_a_read_without_a_deadline():
    dialled = rows(reading(accepted=False), has_heap_sites=True, **SOCKETS)
    assert diagnose_rows(dialled, [dump("a"), dump("b")], SHIPPED).diagnoses[0].playbook == "goroutine/io-wait"
    assert diagnosed(reading(accepted=True))[0].playbook == "goroutine/io-wait"


def test_goroutines_that_accept_and_pile_up_are_listeners_left_open():
    loops = group(
        "net.(*TCPListener).Accept", "net/http.(*Server).Serve", creator="shop/box.Open", state="IO wait", count=300,
        **GROWS,
    )  # fmt: skip
    first = diagnosed(loops)[0]
    assert (first.playbook, first.culprit.function) == ("resource/net-conn", "shop/box.Open")


def test_a_pool_that_fills_a_little_takes_no_memory_from_a_surer_leak():
    history = site(
        "shop/audit.Record", resource="none", slice_shape=0.9, growth_per_minute=2.0**24,
        **{**KEPT, "inuse": 2**25, "growth": 2.0**24},
    )  # fmt: skip
    filling = {**SOCKETS, "open_fds": 37, "open_fds_per_minute": 6.0, "open_fds_trend": 0.6, "open_sockets": 30}
    made = rows(history, has_heap_sites=True, **filling)
    first, *_ = diagnose_rows(made, [dump("a"), dump("b")], SHIPPED).diagnoses
    assert (first.playbook, first.culprit.function) == ("cache/unbounded-slice", "shop/audit.Record")


def test_a_level_count_contradicts_memory_that_speaks_of_more_goroutines():
    served = site("net/http.newBufioWriterSize", resource="http_server", printed=False, **KEPT)

    def told(**counted):
        report = diagnose_rows(rows(served, has_heap_sites=True, **counted), [dump("a"), dump("b")], SHIPPED)
        return {one.playbook: one.confidence for one in report.diagnoses}

    assert told()["heap/goroutine-growth"] >= 0.4
    assert "heap/goroutine-growth" not in told(goroutines=580, goroutines_trend=0.0, goroutines_growth_ratio=1.0)
    assert told(goroutines=580, goroutines_trend=0.4, goroutines_growth_ratio=1.6)["heap/goroutine-growth"] >= 0.4
