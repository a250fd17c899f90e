"""Excerpts: what a few pasted stacks prove depends on how they came to be pasted."""

import pytest

from leakbook.diagnosis.finding import SUSPECT_FROM
from leakbook.trial.run import FALSE_ALARM_FROM

from .excerpts import confidence_of, report_of

LOOP = """goroutine {number} [select, 9 minutes]:
corp.example/shop/{package}.(*Server).follow(0xc0000b4100)
	/src/shop/{package}/server.go:40 +0x1d
created by corp.example/shop/{package}.Start
	/src/shop/{package}/server.go:31 +0x9f
"""


@pytest.mark.parametrize(
    "beginning",
    [
        "\t/src/shop/mail/queue.go:22 +0x1d\nmain.main()\n\t/src/shop/main.go:17 +0x9f\n",
        "runtime.selectgo(0xc000070fa0, 0x0, 0x1)\n\t/go/src/runtime/select.go:327 +0x7be\n"
        "main.main()\n\t/src/shop/main.go:17 +0x9f\n",
        "created by corp.example/shop/mail.Start\n\t/src/shop/mail/queue.go:17 +0x9f\n",
        "corp.example/shop/mail.drain(0xc0001)\n\t/src/shop/mail/queue.go:22 +0x1d\n"
        "created by corp.example/shop/mail.Start\n\t/src/shop/mail/queue.go:17 +0x9f\n",
    ],
)
def test_nobody_picked_out_what_stands_in_a_dump_that_begins_inside_a_stack(playbooks, beginning):
    two = LOOP.format(number=8, package="stock") + "\n" + LOOP.format(number=9, package="price")
    assert confidence_of(report_of(playbooks, two)) >= FALSE_ALARM_FROM
    assert confidence_of(report_of(playbooks, beginning + "\n" + two)) < FALSE_ALARM_FROM


@pytest.mark.parametrize(
    "line", ["main.go:12", "store/queue.go:44", "/src/app/x.go:44", "created by me", "runtime.Stack()", "main.go:12\n"]
)
def test_one_line_that_could_stand_in_a_stack_does_not_make_it_part_of_a_cut_dump(playbooks, line):
    two = LOOP.format(number=8, package="stock") + "\n" + LOOP.format(number=9, package="price")
    assert confidence_of(report_of(playbooks, f"{line}\n{two}")) == confidence_of(report_of(playbooks, two))


def test_one_whole_stack_without_its_header_is_what_somebody_shows(playbooks):
    text = """runtime.gopark(0xc0000)
	/usr/local/go/src/runtime/proc.go:381 +0xd6
runtime.chansend(0xc00)
	/usr/local/go/src/runtime/chan.go:259 +0x42c
corp.example/shop/job.(*Job).finish(0xc0)
	/src/shop/job/job.go:44 +0x1d
created by corp.example/shop/job.Start
	/src/shop/job/job.go:10 +0x1
"""
    first = report_of(playbooks, text).diagnoses[0]
    assert (first.playbook, first.confidence >= FALSE_ALARM_FROM) == ("goroutine/chan-send", True)


def test_a_stack_cut_off_inside_the_standard_library_may_be_anything_at_rest(playbooks):
    read = """goroutine 23 [IO wait, 2 minutes]:
internal/poll.runtime_pollWait(0x79580833d958, 0x72)
	/usr/local/go/src/runtime/netpoll.go:306 +0x89
internal/poll.(*FD).Read(0xc00029d480, {0xc000352000, 0x1000, 0x1000})
	/usr/local/go/src/internal/poll/fd_unix.go:165 +0x2ae
net.(*conn).Read(0xc0001, {0xc000352000, 0x1000, 0x1000})
	/usr/local/go/src/net/net.go:183 +0x45
"""
    rest = "corp.example/shop/line.(*Line).read(0xc0001)\n\t/src/shop/line/line.go:9 +0x45\n"
    assert confidence_of(report_of(playbooks, read)) < FALSE_ALARM_FROM
    assert confidence_of(report_of(playbooks, read + rest)) >= FALSE_ALARM_FROM


def test_main_is_known_by_its_number_where_its_stack_is_cut(playbooks):
    banner = "SIGQUIT: quit\nPC=0x475921 m=0 sigcode=0\n\n"
    stack = "[select]:\ncorp.example/shop/run.Wait(0xc0001)\n\t/src/shop/run/run.go:9 +0x45\n"
    assert confidence_of(report_of(playbooks, f"{banner}goroutine 1 {stack}")) < FALSE_ALARM_FROM
    assert confidence_of(report_of(playbooks, f"{banner}goroutine 7 {stack}")) >= FALSE_ALARM_FROM


def test_a_lone_goroutine_beside_thousands_was_not_what_somebody_wanted_to_show(playbooks):
    text = (
        "goroutine profile: total 4730\n4724 @ 0x10420bec0 0x10420fe30 0x1043af918 0x104213c54\n"
        "#\t0x10420fe2f\ttime.Sleep+0x14f\t\t\t/usr/local/go/src/runtime/time.go:363\n"
        "#\t0x1043af917\tcorp.example/shop/job.poll+0x27\t/src/shop/job/job.go:90\n\n"
        "1 @ 0x10420bec0 0x1041a486c 0x1041a4444 0x1043af7e8 0x104213c54\n"
        "#\t0x1043af7e7\tcorp.example/shop/run.wait+0x67\t/src/shop/run/run.go:79\n"
    )
    first = report_of(playbooks, text).diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("goroutine/no-exit-loop", "corp.example/shop/job.poll")


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(
            "goroutine 17 [syscall, 26 minutes]:\nruntime.goexit()\n\t/go/src/proc.c:1445\n", id="the runtime's"
        ),
        pytest.param(
            "goroutine 37 [IO wait]:\nnet.(*TCPListener).Accept(0xc0001)\n\t/go/src/net/tcpsock.go:9 +0x1\n"
            "corp.example/shop/api.(*Api).Serve(0xc1)\n\t/src/shop/api/api.go:9 +0x1\n"
            "created by corp.example/shop/api.Start\n\t/src/shop/api/api.go:3 +0x1\n",
            id="a listener's",
        ),
    ],
)
def test_beside_what_nobody_shows_for_its_own_sake_nothing_was_picked_out(playbooks, beside):
    loop = LOOP.format(number=8, package="stock")
    assert confidence_of(report_of(playbooks, loop)) >= FALSE_ALARM_FROM
    assert confidence_of(report_of(playbooks, f"{loop}\n{beside}")) < FALSE_ALARM_FROM


def counts_page(waiting, reading):
    return (
        f"goroutine profile: total {waiting + reading + 16}\n"
        f"{waiting} @ 0x43f430 0x414108 0x4140de 0x413e0b 0x82c7cf 0x46a611\n"
        "#\t0x413e0a\truntime.chanrecv2+0x2a\t\t/usr/local/go/src/runtime/chan.go:460\n"
        "#\t0x82c7ce\tcorp.example/shop/pool.(*Pool).serve+0x9e\t/src/shop/pool/pool.go:103\n\n"
        f"{reading} @ 0x43f430 0x43952a 0x438af5 0x5b7138 0x840bd5 0x46a611\n"
        "#\t0x438af4\tinternal/poll.runtime_pollWait+0x54\t/usr/local/go/src/runtime/netpoll.go:184\n"
        "#\t0x5b7137\tnet.(*conn).Read+0x67\t/usr/local/go/src/net/net.go:184\n"
        "#\t0x840bd4\tcorp.example/shop/desk.(*Conn).Read+0x54\t/src/shop/desk/conn.go:41\n"
    )


def test_in_a_page_that_begins_with_the_largest_a_tenth_of_it_is_shown_by_the_way(playbooks):
    by_the_way = report_of(playbooks, counts_page(waiting=365, reading=23)).diagnoses
    assert by_the_way[0].culprit.function == "corp.example/shop/pool.(*Pool).serve"
    assert "goroutine/io-wait" not in {found.playbook for found in by_the_way if found.confidence >= SUSPECT_FROM}
    shown = report_of(playbooks, counts_page(waiting=365, reading=180)).diagnoses
    assert "goroutine/io-wait" in {found.playbook for found in shown if found.confidence >= SUSPECT_FROM}


def test_watchers_of_connections_that_failed_are_known_to_wait_in_a_select(playbooks):
    text = (
        "100 @ 0x102df2a 0x103d014 0x103bc7c 0x132e738 0x1059b61\n"
        "#\t0x132e737\tgithub.com/go-sql-driver/mysql.(*mysqlConn).startWatcher.func1+0x287\t/src/mysql/c.go:189\n"
    )
    assert report_of(playbooks, text).diagnoses[0].playbook == "goroutine/select"


HEARTBEAT = (
    "{count} @ 0x42febb 0x43febd 0x863fc7 0x45df91\n"
    "#\t0x863fc6\tgithub.com/streadway/amqp.(*Connection).heartbeater+0x186\t/src/amqp/connection.go:546\n\n"
)


def test_residents_within_their_usual_number_are_no_leak_by_one_count(playbooks):
    assert confidence_of(report_of(playbooks, HEARTBEAT.format(count=20))) < SUSPECT_FROM
    assert confidence_of(report_of(playbooks, HEARTBEAT.format(count=200))) >= FALSE_ALARM_FROM
    one, more = (f"goroutine profile: total {40 + n}\n{HEARTBEAT.format(count=n)}" for n in (8, 20))
    assert confidence_of(report_of(playbooks, one + "later\n" + more)) >= SUSPECT_FROM


def test_of_thousands_of_loops_the_largest_group_is_named_though_it_is_named_as_a_resident(playbooks):
    text = "goroutine profile: total 7802\n" + "".join(
        f"{count} @ 0x4b532e 0x491dc5 0x{address:x} 0x4bd4e1\n"
        f"#\t0x{address - 1:x}\tcorp.example/shop/bus.(*Client).{name}+0x238\t/src/shop/bus/bus.go:{count}\n\n"
        for count, address, name in ((3483, 0x1077579, "reapLoop"), (275, 0x1130B2F, "pushMetrics"))
    )
    first = report_of(playbooks, text).diagnoses[0]
    assert first.culprit.function == "corp.example/shop/bus.(*Client).reapLoop"


@pytest.mark.parametrize(("half_closed", "told"), [(6, True), (2, False)])
def test_connections_that_their_peers_have_ended_and_nobody_closes_are_told(playbooks, half_closed, told):
    states = ["CLOSE_WAIT"] * half_closed + ["ESTABLISHED"] * (7 - half_closed)
    text = "COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME\n" + "".join(
        f"shop 4217 app {9 + place}u IPv4 {81230 + place} 0t0 TCP 10.0.0.1:4596{place}->10.0.0.9:https ({state})\n"
        for place, state in enumerate(states)
    )
    report = report_of(playbooks, text)
    found = [one for one in report.diagnoses if one.playbook == "resource/net-conn" and one.confidence >= SUSPECT_FROM]
    assert bool(found) is told
    assert confidence_of(report) < FALSE_ALARM_FROM


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/var/log/shop/access.log.1 (deleted)", True),
        ("/var/log/shop/access.log.1", False),
        ("/memfd:sort-{n} (deleted)", False),
    ],
)
def test_files_that_were_removed_and_are_held_are_told_unless_they_are_temporary(playbooks, path, told):
    text = "COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME\n" + "".join(
        f"shop 4217 app {9 + n}r REG 202,1 4023474729 {524848 + n} {path.format(n=n)}\n" for n in range(8)
    )
    report = report_of(playbooks, text)
    found = [one for one in report.diagnoses if one.playbook == "resource/file" and one.confidence >= SUSPECT_FROM]
    assert bool(found) is told


@pytest.mark.parametrize(("state", "told"), [("CLOSE_WAIT", True), ("ESTABLISHED", False)])
def test_a_table_of_sockets_that_their_peers_have_left_is_told_and_one_of_connections_in_use_is_not(
    playbooks, state, told
):
    text = "".join(f"tcp 32 0 10.0.0.1:{4000 + n} 10.0.0.9:443 {state} 795/shop\n" for n in range(90))
    report = report_of(playbooks, text)
    found = [one for one in report.diagnoses if one.playbook == "resource/net-conn" and one.confidence >= SUSPECT_FROM]
    assert bool(found) is told
    assert confidence_of(report) < FALSE_ALARM_FROM


TWO_AT_REST = """goroutine 8 [{state}, 506 minutes]:
corp.example/shop/peer.(*Peer).run(0xc0001)
	/src/shop/peer/peer.go:40 +0x1d
created by corp.example/shop/peer.Start
	/src/shop/peer/peer.go:31 +0x9f

goroutine 9 [{state}]:
corp.example/shop/line.(*Line).next(0xc0002)
	/src/shop/line/line.go:40 +0x1d
"""


@pytest.mark.parametrize("state", ["select", "chan receive", "sync.Cond.Wait"])
@pytest.mark.parametrize("tail", ["corp.example/shop/line.(*Li", "\ngoroutine 10"])
def test_what_stands_among_others_in_a_text_that_breaks_off_was_not_picked_out(playbooks, state, tail):
    whole = TWO_AT_REST.format(state=state)
    end = "created by corp.example/shop/line.Start\n\t/src/shop/line/line.go:31 +0x9f\n"
    assert confidence_of(report_of(playbooks, whole + end)) >= FALSE_ALARM_FROM
    assert confidence_of(report_of(playbooks, f"{whole}{tail}\n")) < FALSE_ALARM_FROM


def test_who_sends_in_a_text_that_breaks_off_is_a_possibility_only(playbooks):
    whole = TWO_AT_REST.format(state="chan send").replace(", 506 minutes", "")
    end = "created by corp.example/shop/line.Start\n\t/src/shop/line/line.go:31 +0x9f\n"
    assert confidence_of(report_of(playbooks, whole + end)) >= 0.8
    assert confidence_of(report_of(playbooks, f"{whole}created by corp.example/shop/li")) < FALSE_ALARM_FROM


@pytest.mark.parametrize(("minutes", "told"), [((41,) * 5, False), ((12, 21, 30, 36, 41), True)])
@pytest.mark.parametrize("state", ["select", "chan receive"])
def test_those_that_all_began_to_wait_in_one_minute_are_rather_of_one_start(playbooks, state, minutes, told):
    text = "\n".join(
        LOOP.replace("select, 9", f"{state}, {wait}").format(number=wait + place, package="stock")
        for place, wait in enumerate(minutes, start=7)
    )
    assert (confidence_of(report_of(playbooks, text)) >= FALSE_ALARM_FROM) is told


def test_a_library_s_goroutine_is_not_at_rest_at_a_lock(playbooks):
    text = """\t/src/shop/run.go:9 +0x45
created by corp.example/shop.Run
	/src/shop/run.go:3 +0x45

goroutine 55 [semacquire, 106 minutes]:
sync.runtime_Semacquire(0xc420347448)
	/usr/lib/go/src/runtime/sema.go:47 +0x30
sync.(*RWMutex).Lock(0xc420347440)
	/usr/lib/go/src/sync/rwmutex.go:91 +0x98
github.com/syndtr/goleveldb/leveldb/cache.(*Cache).Close(0xc420347440)
	/go/src/github.com/syndtr/goleveldb/leveldb/cache/cache.go:516 +0x42
github.com/syndtr/goleveldb/leveldb.(*session).close(0xc420098580)
	/go/src/github.com/syndtr/goleveldb/leveldb/session.go:12 +0x42
"""
    first = report_of(playbooks, text).diagnoses[0]
    assert (first.playbook, first.confidence >= SUSPECT_FROM) == ("goroutine/lock", True)


def test_one_that_waits_for_its_child_waits_for_as_long_as_the_child_is_needed(playbooks):
    text = """goroutine 12 [syscall, 12 minutes]:
syscall.wait4(0x10947, 0xc20801b5a4, 0x0, 0xc208158000)
	/usr/local/go/src/syscall/zsyscall_linux_amd64.go:32 +0x79
os.(*Process).wait(0xc20815e6a0, 0x0)
	/usr/local/go/src/os/exec_unix.go:22 +0x103
{caller}(0xc208043cc0)
	/src/shop/plugin/client.go:234 +0x9d
created by corp.example/shop/plugin.Start
	/src/shop/plugin/client.go:247 +0xeff
"""
    child = text.format(caller="corp.example/shop/plugin.run")
    other = child.replace("os.(*Process).wait", "corp.example/shop/plugin.poll")
    assert confidence_of(report_of(playbooks, child)) < confidence_of(report_of(playbooks, other))


def test_a_stack_that_was_cut_off_in_the_runtime_names_nobody(playbooks):
    text = (
        "goroutine profile: total 384\n"
        "328 @ 0x4379e0 0x43096a\n"
        "#\t0x42fed4\tinternal/poll.runtime_pollWait+0x54\t/go/n.go:3\n"
    )
    first = report_of(playbooks, text).diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("goroutine/io-wait", None)


DISK = """goroutine 7 [{state}]:
syscall.Syscall(0x4b, 0x9, 0x0, 0x0)
	/usr/local/go/src/syscall/asm_linux_amd64.s:18 +0x5
syscall.{call}(0x9, 0x0, 0x0)
	/usr/local/go/src/syscall/zsyscall_linux_amd64.go:472 +0x4a
corp.example/shop/ledger.(*Book).flush(0xc0000b4100)
	/src/shop/ledger/book.go:40 +0x1d
corp.example/shop/ledger.(*Book).Enter(0xc0000b4100)
	/src/shop/ledger/book.go:31 +0x9f
"""


@pytest.mark.parametrize(("call", "told"), [("Fdatasync", False), ("Read", True)])
def test_a_write_to_a_disk_waits_for_no_peer(playbooks, call, told):
    report = report_of(playbooks, DISK.format(state="syscall", call=call))
    assert (confidence_of(report) >= SUSPECT_FROM) is told


@pytest.mark.parametrize(
    ("function", "told"),
    [("k8s.io/client-go/util/workqueue.(*Type).Get", False), ("corp.example/shop/till.(*Drawer).Await", True)],
)
def test_a_worker_whose_queue_is_empty_is_at_rest(playbooks, function, told):
    text = f"""goroutine 251 [sync.Cond.Wait]:
sync.runtime_notifyListWait(0xc0003d7690, 0xc00001ef0d)
	/usr/local/go/src/runtime/sema.go:510 +0xf9
sync.(*Cond).Wait(0xc0003d7680)
	/usr/local/go/src/sync/cond.go:56 +0x91
{function}(0xc0003d8f60)
	/src/queue.go:145 +0x90
corp.example/shop/control.(*Controller).next(0xc00033e3f0)
	/src/shop/control/controller.go:251 +0x51
corp.example/shop/control.(*Controller).work(0xc00033e3f0)
	/src/shop/control/controller.go:246 +0x58
"""
    assert (confidence_of(report_of(playbooks, text)) >= SUSPECT_FROM) is told


@pytest.mark.parametrize(
    ("function", "told"),
    [
        ("google.golang.org/grpc/transport.(*http2Server).HandleStreams", False),
        ("corp.example/shop/feed.(*Reader).follow", True),
    ],
)
def test_the_connections_of_a_grpc_server_are_as_many_as_its_clients(playbooks, function, told):
    text = f"""goroutine profile: total 3829
584 @ 0x42f0bc 0x42a1ca 0x4297c7 0x493f5e 0x7d053a 0x7fed30 0x45e3a1
#	0x4297c6	internal/poll.runtime_pollWait+0x56	/usr/local/go/src/runtime/netpoll.go:173
#	0x493f5d	net.(*conn).Read+0xad	/usr/local/go/src/net/net.go:176
#	0x7d0539	{function}+0x39	/go/src/x.go:390
#	0x7fed2f	corp.example/shop/serve.Serve+0x14f	/go/src/y.go:500
"""
    assert (confidence_of(report_of(playbooks, text)) >= SUSPECT_FROM) is told


def test_where_a_text_breaks_off_in_the_name_of_a_creator_the_path_is_no_function(playbooks):
    text = """goroutine 24 [chan send, 143 minutes]:
corp.example/shop/feed.(*Reader).follow(0xc0004e0700)
	/src/shop/feed/reader.go:127 +0x15b
created by corp.example/sh"""
    (found,) = report_of(playbooks, text).diagnoses
    assert found.culprit.function == "corp.example/shop/feed.(*Reader).follow"
    assert found.culprit.created_by is None


def test_a_table_of_goroutines_is_said_to_lack_their_stacks(playbooks):
    text = """Type: goroutine
Showing nodes accounting for 28, 100% of 28 total
      flat  flat%   sum%        cum   cum%
        24 85.71% 85.71%         24 85.71%  runtime.gopark
         4 14.29%   100%          4 14.29%  net/http.(*connReader).backgroundRead
"""
    report = report_of(playbooks, text)
    assert report.evidence[0].summary == "a pprof table of 28 goroutines by 2 functions"
    assert "it shows neither their stacks" in report.summary
    assert "not looked at" not in " ".join(one for one in report.warnings if "goroutine" in one)


CHOOSES = """goroutine 4217 [select{waited}]:
corp.example/shop/book.(*Entry).await(0xc0000b4100, {{0xa72740, 0x353388ca22d0}})
	/src/shop/book/entry.go:61 +0xf9
corp.example/shop/book.(*Book).Read(0xc0000b4000)
	/src/shop/book/book.go:33 +0x6c
created by corp.example/shop/desk.(*Desk).ask
	/src/shop/desk/desk.go:17 +0x9f
"""


@pytest.mark.parametrize(("waited", "told"), [(", 1 minutes", False), (", 9 minutes", True), ("", True)])
def test_a_select_has_an_end_of_its_own_that_a_minute_does_not_rule_out(playbooks, waited, told):
    report = report_of(playbooks, CHOOSES.format(waited=waited))
    assert (confidence_of(report) >= FALSE_ALARM_FROM) is told


def test_a_test_that_is_stuck_in_a_select_for_a_minute_is_told(playbooks):
    tests = "testing.tRunner(0xc0001)\n\t/go/src/testing/testing.go:447 +0x134\ncreated by testing.(*T).Run"
    text = CHOOSES.format(waited=", 1 minutes").replace("created by corp.example/shop/desk.(*Desk).ask", tests)
    assert confidence_of(report_of(playbooks, text)) >= FALSE_ALARM_FROM


@pytest.mark.parametrize(
    ("waited", "end", "told"),
    [
        ("", "\ncreated by corp.example/shop/de", False),
        ("", "", True),
        (", 9 minutes", "\ncreated by corp.example/shop/de", True),
    ],
)
def test_some_that_choose_where_a_text_breaks_off_are_what_a_dump_happens_to_show(playbooks, waited, end, told):
    three = "\n".join(CHOOSES.replace("4217", str(number)) for number in (4217, 5304, 6120))
    report = report_of(playbooks, three.format(waited=waited) + "\ngoroutine 7004 [select]:" * bool(end) + end)
    assert (confidence_of(report) >= FALSE_ALARM_FROM) is told


BODY = """goroutine {number} [sync.Cond.Wait{waited}]:
sync.runtime_notifyListWait(0xc0003d7690, 0xc00001ef0d)
	/usr/local/go/src/runtime/sema.go:510 +0xf9
sync.(*Cond).Wait(0xc0003d7680)
	/usr/local/go/src/sync/cond.go:56 +0x91
net/http.(*http2pipe).Read(0xc0003d7678, {{0xc00050c000, 0x1000, 0x1000}})
	/usr/local/go/src/net/http/h2_bundle.go:3774 +0xeb
net/http.http2transportResponseBody.Read({{0xc00033e3f0}}, {{0xc00050c000, 0x1000, 0x1000}})
	/usr/local/go/src/net/http/h2_bundle.go:9105 +0x65
corp.example/shop/feed.(*Feed).next(0xc00033e3f0)
	/src/shop/feed/feed.go:50 +0x51
created by corp.example/shop/feed.Open
	/src/shop/feed/feed.go:31 +0x58
"""


@pytest.mark.parametrize(("waited", "told"), [("", False), (", 41 minutes", True)])
@pytest.mark.parametrize("count", [1, 3])
def test_a_few_that_read_bodies_and_no_minute_tell_no_more_than_a_few_that_read_connections(
    playbooks, count, waited, told
):
    text = "\n".join(BODY.format(number=4217 + 800 * place, waited=waited) for place in range(count))
    report = report_of(playbooks, text)
    assert report.diagnoses[0].playbook == "goroutine/io-wait"
    assert (confidence_of(report) >= FALSE_ALARM_FROM) is told


IN_A_POOL = """goroutine {number} [{state}]:
sync.runtime_notifyListWait(0xc0003d7690, 0xc00001ef0d)
	/usr/local/go/src/runtime/sema.go:510 +0xf9
sync.(*Cond).Wait(0xc0003d7680)
	/usr/local/go/src/sync/cond.go:56 +0x91
corp.example/shop/till.(*Drawer).take(0xc0003d8f60)
	/src/shop/till/drawer.go:145 +0x90
corp.example/shop/till.Open.func1()
	/src/shop/till/drawer.go:31 +0x58
created by corp.example/shop/till.Open
	/src/shop/till/drawer.go:30 +0x58
"""
CUT_OFF = "\ngoroutine 7004 [runnable]:\ncreated by corp.example/shop/de"


@pytest.mark.parametrize(
    ("state", "end", "told"),
    [
        ("sync.Cond.Wait", CUT_OFF, False),
        ("sync.Cond.Wait", "", True),
        ("sync.Cond.Wait, 41 minutes", CUT_OFF, True),
    ],
)
def test_a_pool_s_workers_wait_on_a_condition_in_whatever_a_dump_happens_to_show(playbooks, state, end, told):
    text = "\n".join(IN_A_POOL.format(number=4217 + 800 * place, state=state) for place in range(3)) + end
    assert (confidence_of(report_of(playbooks, text)) >= FALSE_ALARM_FROM) is told


PROPAGATES = """goroutine {number} [select{waited}]:
context.(*cancelCtx).propagateCancel.func2()
	/usr/local/go/src/context/context.go:513 +0xb1
created by context.(*cancelCtx).propagateCancel in goroutine {starter}
	/usr/local/go/src/context/context.go:512 +0x3e6
"""


@pytest.mark.parametrize(
    ("waited", "end", "told"), [("", CUT_OFF, False), ("", "", True), (", 41 minutes", CUT_OFF, True)]
)
def test_contexts_in_use_stand_in_whatever_a_dump_happens_to_show(playbooks, waited, end, told):
    text = "\n".join(
        PROPAGATES.format(number=4217 + 800 * place, starter=4210 + 800 * place, waited=waited) for place in range(3)
    )
    report = report_of(playbooks, text + end)
    assert report.diagnoses[0].playbook == "goroutine/context-not-cancelled"
    assert (confidence_of(report) >= FALSE_ALARM_FROM) is told
