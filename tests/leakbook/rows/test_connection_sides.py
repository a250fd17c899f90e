"""Goroutines that have to be there because somebody reads the connection they serve."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.rows.goroutines.groups import goroutine_group_rows
from tests.playbooks.programs import PLAYBOOKS

from .captured import dump, goroutine, written

READ = ("internal/poll.runtime_pollWait(0x7f0000000000, 0x72):351", "net.(*conn).Read(0xc000010000, {}):196")
COND = ("sync.runtime_notifyListWait(0xc000020000, 0x1):617", "sync.(*Cond).Wait(0xc000020040):71")


def session(number: int, *, creator: str, reads: bool = True, parent: str = "") -> list[str]:
    """A reader and a goroutine that repeats what was not confirmed, numbered in a row."""
    reader = goroutine(number, "IO wait", *READ, "fleet/broker.(*session).read(0xc000030000):51", creator=creator)
    repeater = goroutine(
        number + 1,
        "sync.Cond.Wait, 2 minutes",
        *COND,
        "fleet/broker.(*pending).wait(0xc000030028):99",
        "fleet/broker.(*session).repeat(0xc000030000):86",
        creator=f"fleet/broker.open{parent}:39",
    )
    return [reader, repeater] if reads else [repeater]


def repeaters(text: str):
    rows = goroutine_group_rows(written(text), ("fleet",))
    return next(row for row in rows if row.state == "sync.Cond.Wait")


def sessions(count: int = 60, **options) -> str:
    return dump([text for number in range(20, 20 + 40 * count, 40) for text in session(number, **options)])


@pytest.mark.parametrize(
    ("options", "served"),
    [
        ({"creator": "fleet/broker.(*Broker).Accept in 7:22", "parent": " in 7"}, True),
        ({"creator": "fleet/broker.(*Broker).Accept:22"}, True),  # before Go 1.21: by numbers in a row
        ({"creator": "", "parent": " in 7", "reads": False}, False),
    ],
)
def test_whoever_was_started_beside_a_reader_serves_its_connection(options, served):
    assert repeaters(sessions(**options)).has_reader is served


def test_each_may_have_been_started_by_the_reader_itself():
    texts = []
    for number in range(20, 2000, 40):
        reader, _ = session(number, creator="fleet/broker.Serve in 7:22")
        texts += [reader, session(number, creator="", parent=f" in {number}", reads=False)[0]]
    assert repeaters(dump(texts)).has_reader


def test_a_reader_far_away_by_number_is_another_connections():
    readers = [session(number, creator="fleet/broker.(*Broker).Accept:22")[0] for number in range(40, 2440, 40)]
    waiting = [session(number, creator="", reads=False)[0] for number in range(19, 2419, 40)]
    assert repeaters(dump([*readers, *waiting])).has_reader is False


def told(text: str, playbook: str) -> float:
    report = diagnose(written(text), PLAYBOOKS)
    return max((one.confidence for one in report.diagnoses if one.playbook == playbook), default=0.0)


def test_what_repeats_for_a_connection_that_is_read_is_no_pile_up():
    served = sessions(300, creator="fleet/broker.(*Broker).Accept in 7:22", parent=" in 7")
    alone = sessions(300, creator="", parent=" in 7", reads=False)
    assert told(served, "goroutine/waitgroup") < 0.3
    assert told(alone, "goroutine/waitgroup") > 0.48


PROXY = "net/http/httputil.(*ReverseProxy).handleUpgradeResponse"


def upgraded(number: int, *, copies: bool) -> list[str]:
    handler = goroutine(
        number,
        "chan receive, 2 minutes",
        f"{PROXY}(0xc000040000):884",
        "edge/gate.(*gate).ServeHTTP(0xc000050000):37",
        "net/http.(*conn).serve(0xc000060000):2157",
        creator="net/http.(*Server).Serve in 12:3604",
    )
    both = [
        goroutine(
            number + place,
            "IO wait",
            *READ,
            f"net/http/httputil.switchProtocolCopier.{name}(0xc000070000):899",
            creator=f"{PROXY} in {number}:882",
        )
        for place, name in ((3, "copyFromBackend"), (4, "copyToBackend"))
    ]
    watcher = goroutine(number + 2, "select, 2 minutes", f"{PROXY}.func1():851", creator=f"{PROXY} in {number}:848")
    return [handler, watcher, *(both if copies else ())]


def test_a_library_that_waits_for_the_readers_it_started_is_at_work():
    def proxied(*, copies: bool) -> str:
        return dump([text for number in range(60, 8060, 40) for text in upgraded(number, copies=copies)])

    assert told(proxied(copies=True), "goroutine/chan-receive") < 0.5
    assert told(proxied(copies=False), "goroutine/chan-receive") > 0.8


POLLED = ("internal/poll.runtime_pollWait", "internal/poll.(*FD).Read", "net.(*conn).Read", "io.ReadAtLeast")


def profile_of(*records: tuple[int, tuple[str, ...]]) -> str:
    """A goroutine profile in text whose records end where a paste was cut."""
    lines = [f"goroutine profile: total {sum(count for count, _ in records)}"]
    for count, functions in records:
        lines.append(f"{count} @ " + " ".join(f"{0x460000 + at:#x}" for at in range(len(functions) + 2)))
        lines += [f"#\t{0x460000 + at:#x}\t{name}+0x54\t/src/x.go:{at + 9}" for at, name in enumerate(functions)]
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("readers", "stack", "beside"),
    [
        (90, POLLED, True),
        (20, POLLED, False),  # of other connections
        (90, (*POLLED, "fleet/broker.(*session).read"), None),  # a whole stack says whose it is
    ],
)
def test_a_stack_cut_off_in_a_read_may_be_the_reader_of_a_client_with_as_many_loops(readers, stack, beside):
    text = profile_of((100, ("google.golang.org/grpc.(*addrConn).resetTransport",)), (readers, stack))
    rows = goroutine_group_rows(written(text), ("fleet",), PLAYBOOKS.idle)
    assert next(row for row in rows if row.stack[0] == POLLED[0]).beside_client is beside


def connections(living: int, *, left: int) -> str:
    """As many readers that each started a repeater, and repeaters whose reader has ended."""
    texts = []
    for number in range(20, 20 + 40 * (living + left), 40):
        reader, _ = session(number, creator="fleet/broker.Serve in 7:22")
        lives = number < 20 + 40 * living
        texts += [reader] * lives + [session(number, creator="", parent=f" in {number}", reads=False)[0]]
    return dump(texts)


@pytest.mark.parametrize(
    ("later", "served"),
    [
        (connections(60, left=20), False),  # a quarter has no reader, and by so many they have grown
        (connections(78, left=2), True),  # as many connections more, two of which close just now
        (connections(60, left=0), True),
    ],
)
def test_those_that_a_group_has_grown_by_need_readers_too(later, served):
    rows = goroutine_group_rows(written(connections(60, left=0), later), ("fleet",))
    assert next(row for row in rows if row.state == "sync.Cond.Wait").has_reader is served


def tunnel(number: int, *, lives: bool = True, each: int = 1) -> list[str]:
    """A caller for each connection, the reader that a library has started for it, and what answers beside it."""
    caller = goroutine(
        number,
        "chan receive, 2 minutes",
        "fleet/quay.(*Quay).land(0xc000080000):61",
        creator="fleet/quay.(*Quay).Serve in 6:44",
    )
    reader = goroutine(
        number + 1,
        "IO wait",
        *READ,
        "golang.org/x/crypto/ssh.(*handshakeTransport).readLoop(0xc000081000):178",
        creator=f"golang.org/x/crypto/ssh.newServerTransport in {number}:98",
    )
    answering = [
        goroutine(
            number + 2 + place,
            "chan receive",
            "fleet/quay.answer(0xc000082000):72",
            creator=f"fleet/quay.(*Quay).land in {number}:58",
        )
        for place in range(each)
    ]
    return [*([caller] if lives else []), reader, *answering]


@pytest.mark.parametrize(
    ("options", "served"),
    [({}, True), ({"lives": False}, False), ({"each": 5}, False)],
)
def test_whoever_lives_and_has_a_library_read_serves_its_connection_with_a_few_of_its_own(options, served):
    text = dump([text for number in range(60, 3260, 40) for text in tunnel(number, **options)])
    rows = goroutine_group_rows(written(text), ("fleet",))
    answering = next(row for row in rows if (row.stack or ("",))[0].endswith(".answer"))
    assert answering.has_reader is served


def test_a_pooled_connection_of_the_http_client_is_no_reader_of_its_callers():
    text = dump([text for number in range(60, 3260, 40) for text in tunnel(number)])
    text = text.replace("golang.org/x/crypto/ssh.(*handshakeTransport).readLoop", "net/http.(*persistConn).readLoop")
    rows = goroutine_group_rows(written(text), ("fleet",))
    assert next(row for row in rows if (row.stack or ("",))[0].endswith(".answer")).has_reader is False
