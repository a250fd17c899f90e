"""Memory of containers and pods as docker and kubectl list it."""

import pytest

from leakbook.evidence.metrics.reader import RuntimeMetricsReader
from leakbook.limits import DEFAULT_LIMITS

from .tool_texts import MB, RESIDENT, series

LIMIT = "container_spec_memory_limit_bytes"
OF_MACHINE = [(None, 3.8 * 1024 * MB)]
"""`3.8GiB`, as docker prints it for a container without a limit of its own."""


def test_containers_as_docker_lists_them_again_and_again():
    head = "CONTAINER ID   NAME   CPU %   MEM USAGE / LIMIT   MEM %   NET I/O\n"
    rows = [f"d79d70c61f08   shop   27.82%   {used} / 3.8GiB   95.69%   2MB / 6MB\n" for used in ("120MiB", "1.5GiB")]
    assert series(head + head.join(rows)) == {RESIDENT: [(None, 120 * MB), (None, 1536 * MB)], LIMIT: OF_MACHINE}


def test_the_pod_that_is_listed_alone_is_meant_in_the_lists_above_too():
    head = "NAME                CPU(cores)   MEMORY(bytes)\n"
    desk, till = "desk-66c-x7k2m   49m   {}Mi\n", "till-5d4-9wq1z   5m   264Mi\n"
    both = f"$ kubectl top pods\n{head}{till}{desk.format(224)}"
    alone = f"$ kubectl top pods\n{head}{desk.format(178)}"
    assert series(both + both + alone) == {RESIDENT: [(None, 224 * MB), (None, 224 * MB), (None, 178 * MB)]}
    assert not RuntimeMetricsReader().recognises(both + both)
    assert not RuntimeMetricsReader().recognises(both + alone + head + till)


@pytest.mark.parametrize("name", ["shop-redis-1", "kafka-0", "mysql", "shop_postgres_1", "istio-proxy"])
def test_services_that_are_not_written_in_go_are_not_meant(name):
    head = "CONTAINER ID   NAME   CPU %   MEM USAGE / LIMIT\n"
    row = "{}   {}   27.82%   {}MiB / 3.8GiB\n"
    rows = [row.format("d79d70c61f08", "shop-desk-1", used) + row.format("a79d", name, 900) for used in (120, 150)]
    assert series(head + head.join(rows)) == {RESIDENT: [(None, 120 * MB), (None, 150 * MB)], LIMIT: OF_MACHINE}


@pytest.mark.parametrize("name", ["redis-exporter", "kafka-entity-operator-5d4f", "mysqlproxy", "envoy-gateway"])
def test_programs_named_after_a_service_may_be_in_go(name):
    row = "{}   27.82%   120MiB / 3.8GiB\n"
    assert not RuntimeMetricsReader().recognises(
        f"NAME CPU % MEM USAGE / LIMIT\n{row.format('desk')}{row.format(name)}"
    )


POD = "-7fb96c846b-4x8kz"
NAMED = "NAME                CPU(cores)   MEMORY(bytes)\n"
EVERYWHERE = "NAMESPACE   NAME      CPU(cores)   MEMORY(bytes)\n"
CONTAINERS = "POD   NAME      CPU(cores)   MEMORY(bytes)\n"


def top_pods(head: str, names: str) -> str:
    return "".join(f"{head}{names}   49m   {used}Mi\n" for used in (120, 150))


@pytest.mark.parametrize(
    ("head", "names", "labels"),
    [
        (NAMED, f"desk{POD}", {"pod": f"desk{POD}"}),
        (NAMED, "orders-kafka", {"pod": "orders-kafka"}),
        (NAMED, f"orders-kafka{POD}", {"pod": f"orders-kafka{POD}"}),
        (EVERYWHERE, f"shop   desk{POD}", {"namespace": "shop", "pod": f"desk{POD}"}),
        (EVERYWHERE, f"kafka   desk{POD}", {"namespace": "kafka", "pod": f"desk{POD}"}),
        (EVERYWHERE, "ingress-nginx   desk-0", {"namespace": "ingress-nginx", "pod": "desk-0"}),
        ("10:00:00 ", f"nginx   desk{POD}", {"namespace": "nginx", "pod": f"desk{POD}"}),
        (CONTAINERS, f"desk{POD}   server", {"container": "server", "pod": f"desk{POD}"}),
        ("", f"desk{POD}   server", {"container": "server", "pod": f"desk{POD}"}),
    ],
)
def test_a_pod_is_told_by_its_own_name_wherever_it_runs(head, names, labels):
    (reading,) = RuntimeMetricsReader().read(top_pods(head, names), DEFAULT_LIMITS)
    (told,) = reading.content.series
    assert dict(told.labels) == labels
    assert [value for _, value in told.points][-1] == 150 * MB


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (NAMED, f"nginx{POD}"),
        (NAMED, "fluent-bit-x7k2m"),
        (NAMED, "shop-kafka-0"),
        (EVERYWHERE, f"shop   redis{POD}"),
        (EVERYWHERE, "shop   mysql-0"),
        (CONTAINERS, f"desk{POD}   istio-proxy"),
        (CONTAINERS, f"desk{POD}   java"),
    ],
)
def test_a_pod_of_a_service_that_is_not_written_in_go_is_not_meant(head, names):
    assert not RuntimeMetricsReader().recognises(top_pods(head, names))


def test_a_container_named_after_a_service_it_works_with_is_read():
    rows = "".join(f"orders-kafka   2.0%   {used}MiB / 4GiB\n" for used in (120, 150))
    assert series(f"NAME   CPU %   MEM USAGE / LIMIT\n{rows}") == {
        RESIDENT: [(None, 120 * MB), (None, 150 * MB)],
        LIMIT: [(None, 4096 * MB)],
    }


def test_a_row_behind_a_comment_sign_is_read():
    assert series("# NAME CPU(cores) MEMORY(bytes)\n# shop-7f9c-xk2   21m   240Mi\n") == {RESIDENT: [(None, 240 * MB)]}


def listed(*names: str) -> str:
    rows = "".join(f"{name}   21m   {100 + 10 * at}Mi\n" for at, name in enumerate(names))
    return f"POD   NAME   CPU(cores)   MEMORY(bytes)\n{rows}"


def test_of_a_pod_with_a_sidecar_the_container_it_is_called_after_is_meant():
    pod = "checkout-api-7d9f8b6c5-x2x4x"
    (told,) = (
        RuntimeMetricsReader().read(listed(f"{pod} agent", f"{pod} checkout-api"), DEFAULT_LIMITS)[0].content.series
    )
    assert (dict(told.labels)["container"], told.points) == ("checkout-api", ((None, 110 * MB),))
    twice = listed(f"{pod} agent", f"{pod} checkout") * 2
    assert series(twice) == {RESIDENT: [(None, 110 * MB)] * 2}


@pytest.mark.parametrize(
    ("pod", "names", "meant"),
    [
        ("db-proxy-0", ("db", "agent"), None),
        ("db-proxy-0", ("db", "db-proxy"), "db-proxy"),
        ("shop-db-proxy-7d9f8b6c5-x2x4x", ("shop", "agent"), None),
        ("db-0", ("db", "agent"), "db"),
        ("checkout-api-v2-0", ("checkout", "agent"), "checkout"),
    ],
)
def test_a_container_called_as_the_first_word_of_another_program_s_pod_is_not_meant(pod, names, meant):
    text = listed(*(f"{pod} {name}" for name in names))
    if meant is None:
        assert not RuntimeMetricsReader().recognises(text)
        return
    (told,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)[0].content.series
    assert dict(told.labels)["container"] == meant


def test_of_containers_of_which_none_tells_that_it_is_meant_none_is_taken():
    pod = "checkout-7d9f8b6c5-x2x4x"
    for names in (("server", "agent"), ("check", "out")):
        assert not RuntimeMetricsReader().recognises(listed(*(f"{pod} {name}" for name in names)))
