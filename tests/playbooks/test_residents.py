"""Residents of libraries in the shipped list, beside goroutines of the program that wait inside the same library."""

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from tests.leakbook.diagnosis.rows_by_hand import dump, group, rows

JOB = "shop/work.(*Job).save"
PAHO = "github.com/eclipse/paho.mqtt.golang."
GOCQL = "github.com/gocql/gocql."
YAMUX = "github.com/hashicorp/yamux.(*Session)."
ETCD = "go.etcd.io/etcd/server/v3/etcdserver.(*EtcdServer)."
GRPC = "google.golang.org/grpc.(*Server).serveStreams.func2.1"
MEMBERS = "github.com/hashicorp/memberlist."
SERF = "github.com/hashicorp/serf/serf."
CACHE = "k8s.io/client-go/tools/cache."
STORE = "go.etcd.io/etcd/server/v3/storage/mvcc.(*watchableStore)."


def entry(playbooks, *functions, creator=None):
    is_app = [name.startswith("shop") for name in functions]
    return playbooks.idle.entry_for(None, functions, is_app, creator)


@pytest.mark.parametrize(
    "functions",
    [
        (PAHO + "(*client).Publish", JOB),
        (PAHO + "(*client).Publish",),
        (GOCQL + "(*writeCoalescer).Write", GOCQL + "(*Conn).exec", JOB),
        (GOCQL + "(*writeCoalescer).Write", GOCQL + "(*Conn).exec"),
        (YAMUX + "OpenStream", JOB),
        (YAMUX + "OpenStream",),
        (ETCD + "processInternalRaftRequestOnce", ETCD + "Put", GRPC),
        (MEMBERS + "(*NetTransport).DialTimeout", JOB),
        (SERF + "(*Snapshotter).Wait", JOB),
        (SERF + "(*Serf).handleQuery", JOB),
        (STORE + "watch", STORE + "NewWatchStream", JOB),
        ("github.com/syndtr/goleveldb/leveldb.(*DB).Write", JOB),
        (JOB, PAHO + "(*router).matchAndDispatch.func1"),
        (JOB, CACHE + "(*processorListener).run"),
    ],
)
def test_who_waits_inside_a_library_is_no_resident_of_it(playbooks, functions):
    assert entry(playbooks, *functions, creator="shop/work.Start") is None


@pytest.mark.parametrize(
    ("functions", "creator"),
    [
        ((PAHO + "startCommsWorkers.func1", PAHO + "keepalive"), PAHO + "startCommsWorkers"),
        ((GOCQL + "(*writeCoalescer).writeFlusher",), GOCQL + "newWriteCoalescer"),
        (("io.ReadFull", YAMUX + "recvLoop", YAMUX + "recv"), YAMUX[:-11] + "newSession"),
        ((ETCD + "run",), ETCD + "start"),
        ((MEMBERS + "(*NetTransport).tcpListen",), MEMBERS + "NewNetTransport"),
        ((SERF + "(*Snapshotter).stream",), SERF + "NewSnapshotter"),
        ((STORE + "syncWatchersLoop",), STORE[:-16] + "newWatchableStore"),
        ((CACHE + "(*sharedIndexInformer).Run", "shop/work.Watch.func1"), "shop/work.Watch"),
        ((CACHE + "(*controller).processLoop", "k8s.io/apimachinery/pkg/util/wait.(*Group).Start.func1"), None),
        (("shop/tcp.(*listener).Accept", "github.com/hashicorp/raft.(*NetworkTransport).listen"), None),
        (("net.(*TCPListener).Accept", "net/http.(*Server).Serve", "shop/work.Serve"), "main.main"),
    ],
)
def test_what_a_library_starts_for_itself_is_a_resident(playbooks, functions, creator):
    assert entry(playbooks, *functions, creator=creator) is not None


def test_where_only_a_wildcard_fits_the_library_must_have_started_it(playbooks):
    write = ("github.com/syndtr/goleveldb/leveldb.(*DB).Write",)
    assert entry(playbooks, *write, creator="shop/work.Start") is None
    assert entry(playbooks, *write, creator="github.com/syndtr/goleveldb/leveldb.openDB") is not None


SARAMA = "github.com/Shopify/sarama."
KAFKA = "github.com/segmentio/kafka-go."
RISTRETTO = "github.com/dgraph-io/ristretto."
OTEL = "go.opentelemetry.io/otel/sdk/trace."


@pytest.mark.parametrize(
    ("functions", "a_client"),
    [
        ((SARAMA + "(*client).backgroundMetadataUpdater", SARAMA + "withRecover"), 1),
        ((SARAMA + "(*Broker).responseReceiver", SARAMA + "withRecover"), 16),
        ((KAFKA + "(*Writer).run",), 1),
        ((KAFKA + "(*Conn).readLoop",), 8),
        ((RISTRETTO + "(*defaultPolicy).processItems",), 2),
        ((OTEL + "(*batchSpanProcessor).processQueue", OTEL + "NewBatchSpanProcessor.func1"), 2),
        (("github.com/DataDog/datadog-go/statsd.(*Client).watch",), 4),
        (("github.com/allegro/bigcache.newBigCache.func1",), 1),
        (("github.com/ReneKroon/ttlcache.(*Cache).startExpirationProcessing",), 1),
        (("github.com/samuel/go-zookeeper/zk.(*Conn).sendLoop",), 3),
    ],
)
def test_residents_are_counted_for_each_client(playbooks, functions, a_client):
    found = entry(playbooks, *functions)
    assert (found.per, found.at_most) == ("pool", a_client)


def test_a_session_s_loops_are_counted_for_each_connection(playbooks):
    assert entry(playbooks, "github.com/xtaci/smux.(*Session).shaperLoop").per == "connection"


def test_clients_whose_makers_live_may_be_in_use(playbooks):
    """Two hundred downloads under way have a client's object each; of those left behind the makers are gone."""

    def told(**starters):
        measured = {"state": "select", "count": 200, "share": 0.5, "library_instance": True, "in_library_only": True}
        measured |= {"times_usual": 50.0, "state_known": True, "dated": True, "spawners": 1.0} | starters
        loop = group("go.mongodb.org/mongo-driver/x/mongo/driver/topology.(*Server).update", **measured)
        found = diagnose_rows(rows(loop), [dump()], playbooks).diagnoses
        return max((one.confidence for one in found if one.playbook == "resource/library-client"), default=0.0)

    assert told(orphaned=0.0) < 0.3
    assert told(orphaned=1.0) > 0.5


def told_of(playbooks, playbook, row):
    found = diagnose_rows(rows(row), [dump()], playbooks).diagnoses
    return max((one.confidence for one in found if one.playbook == playbook), default=0.0)


@pytest.mark.parametrize(("count", "told"), [(1, False), (40, True)])
def test_a_body_that_is_open_for_days_may_be_a_stream_that_is_read(playbooks, count, told):
    """A member of a cluster follows another by one response that never ends."""
    measured = {"state": "select", "count": count, "wait": 3400.0, "wait_median": 3400.0, "state_known": True}
    measured |= {"excerpt": True, "left_behind": False, "in_library_only": True, "dated": True}
    loop = group("net/http.(*persistConn).readLoop", creator="net/http.(*Transport).dialConn", **measured)
    assert (told_of(playbooks, "resource/http-body", loop) >= 0.5) is told


@pytest.mark.parametrize(("dated", "told"), [(False, False), (True, True)])
def test_questions_with_an_asker_each_are_asked_just_now_where_nothing_tells_since_when(playbooks, dated, told):
    """Nineteen watchers whose long poll is open, and their parents, who count them down."""
    measured = {"state": "chan receive", "count": 19, "state_known": True, "excerpt": False, "inside_call": True}
    measured |= {"victims": 19, "victims_each": 1.0, "supervised": False, "dated": dated}
    call = group("shop/rpc.(*Conn).Call", "shop/watch.(*Loop).next", "shop/watch.(*Loop).run.func1", **measured)
    assert (told_of(playbooks, "goroutine/chan-receive", call) >= 0.5) is told
