"""The real servers once more, made to leak as their users report.

Each is a server of `server_list.py` with another load, which stands in `server_leak_loads.py`. What is a leak was
decided by what the project's own people say in what a case `follows`: a bug of this very version, or growth that only
the operator can stop. Heavy loads that only look like it: `server_lookalikes.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import server_leak_loads as leaks
from server_variants import (
    BASE,
    HOOKS,
    MTAIL_CLIENTS,
    PATIENT_NATS,
    POLLED_JSON,
    SCRAPED_YML,
    UPSTREAMS,
    with_file,
)

PUSHGATEWAY = "github.com/prometheus/pushgateway/storage.(*DiskMetricStore)."
MTAIL = "github.com/google/mtail/internal/"
PROMETHEUS = "github.com/prometheus/prometheus/"
SILENCE = "github.com/prometheus/alertmanager/silence."
ETCD = "go.etcd.io/etcd/"
RPC = ETCD + "etcdserver/api/v3rpc."
NATS = "github.com/nats-io/nats-server/server."
INFLUX = "github.com/influxdata/influxdb/"
CADDY = "github.com/caddyserver/caddy/"
CONTAINERD = "github.com/containerd/containerd/"
SYNCTHING = "github.com/syncthing/syncthing/lib/"


LEAKING: Final = (
    replace(
        BASE["pushgateway"],
        name="pushgateway-new-groups",
        load=leaks.new_groups,
        label="cache/unbounded-map",
        also=("cache/unbounded-slice",),
        culprit=PUSHGATEWAY + "processWriteRequest",
        culprit_any=(
            PUSHGATEWAY + "loop",
            PUSHGATEWAY + "setPushTimestamp",
            "github.com/prometheus/pushgateway/handler.Push.func1",
            "github.com/prometheus/pushgateway/handler.Push.func2",
        ),
        follows=("prometheus/pushgateway#442", "prometheus/pushgateway#19"),
        mechanism="Each push has a grouping key of its own; groups stay until somebody deletes them.",
    ),
    replace(
        BASE["mtail"],
        name="mtail-new-labels",
        load=leaks.new_labels,
        files=with_file(BASE["mtail"], "progs/requests.mtail", MTAIL_CLIENTS),
        label="cache/unbounded-map",
        also=("cache/unbounded-slice",),
        culprit=MTAIL + "metrics.(*Metric).GetDatum",
        culprit_any=tuple(
            MTAIL + name
            for name in (
                "metrics.(*Metric).AppendLabelValue",
                "metrics.buildLabelValueKey",
                "metrics.newDatum",
                "metrics/datum.NewInt",
                "metrics/datum.MakeInt",
                "metrics/datum.NewFloat",
                "runtime/vm.(*VM).execute",
            )
        ),
        follows=("google/mtail#61", "google/mtail#1006"),
        mechanism="A label with the client's name; label values never expire unless the program deletes them.",
    ),
    replace(
        BASE["mtail"],
        name="mtail-new-files",
        load=leaks.new_files,
        label="goroutine/no-exit-loop",
        also=("goroutine/select", "resource/file"),
        culprit=MTAIL + "tailer/logstream.(*fileStream).stream.func1",
        culprit_any=(
            MTAIL + "tailer/logstream.(*fileStream).stream",
            MTAIL + "tailer/logstream.newFileStream",
            MTAIL + "tailer/logstream.New",
            MTAIL + "tailer.(*Tailer).TailPath",
            MTAIL + "tailer.(*Tailer).PollLogPatterns",
            MTAIL + "tailer.(*Tailer).doPatternGlob",
        ),
        follows=("google/mtail#300",),
        mechanism="A log file for each session is followed for ever: a goroutine and a descriptor each.",
    ),
    replace(
        BASE["prometheus"],
        name="prometheus-new-series",
        load=leaks.new_series,
        files=with_file(BASE["prometheus"], "prometheus.yml", SCRAPED_YML),
        label="cache/unbounded-map",
        also=("heap/live-growth", "cache/unbounded-slice"),
        culprit=PROMETHEUS + "tsdb.(*Head).getOrCreateWithID",
        culprit_any=tuple(
            PROMETHEUS + name
            for name in (
                "scrape.(*scrapeLoop).append",
                "scrape.(*scrapeCache).addRef",
                "tsdb.(*Head).getOrCreate",
                "tsdb.(*headAppender).Append",
                "tsdb.(*stripeSeries).getOrSet",
                "tsdb.newMemSeries",
                "tsdb.(*Head).getOrCreateWithID.func1",
                "tsdb.(*memSeries).append",
                "tsdb.(*memSeries).cutNewHeadChunk",
                "tsdb/index.(*MemPostings).Add",
                "tsdb/index.(*MemPostings).addFor",
            )
        ),
        follows=("prometheus/prometheus#4164",),
        mechanism="A label that is new with every scrape: series pile up in the head.",
    ),
    replace(
        BASE["alertmanager"],
        name="alertmanager-renewed-silences",
        load=leaks.renewed_silences,
        label="cache/unbounded-map",
        culprit=SILENCE + "matcherCache.add",
        culprit_any=(
            SILENCE + "(*matcherCache).add",
            SILENCE + "matcherCache.Get",
            SILENCE + "(*matcherCache).Get",
            SILENCE + "(*Silences).Set",
            SILENCE + "(*Silences).setSilence",
            SILENCE + "cloneSilence",
            SILENCE + "(*Silences).toMeshSilence",
            "github.com/prometheus/alertmanager/api/v2.(*API).postSilencesHandler",
            "github.com/prometheus/alertmanager/api/v2.PostableSilenceToProto",
        ),
        follows=("prometheus/alertmanager#2659", "prometheus/alertmanager#3930"),
        mechanism="The cache of compiled matchers is keyed by a silence's address; an update leaves the old one there.",
    ),
    replace(
        BASE["etcd"],
        name="etcd-abandoned-watches",
        load=leaks.abandoned_watches,
        label="goroutine/chan-send",
        culprit=RPC + "(*serverWatchStream).recvLoop",
        culprit_any=(RPC + "(*watchServer).Watch", RPC + "(*watchServer).Watch.func2"),
        follows=("etcd-io/etcd#18704", "etcd-io/etcd#18739"),
        mechanism="recvLoop answers a cancel on ctrlStream, whose reader has returned because the stream was closed.",
    ),
    replace(
        BASE["etcd"],
        name="etcd-new-watches",
        load=leaks.new_watches,
        label="cache/unbounded-map",
        also=("cache/unbounded-slice",),
        culprit=ETCD + "mvcc.(*watchableStore).watch",
        culprit_any=(
            ETCD + "mvcc.(*watchStream).Watch",
            ETCD + "mvcc.(*watcherGroup).add",
            ETCD + "mvcc.watcherGroup.add",
            ETCD + "mvcc.watcherSetByKey.add",
            ETCD + "mvcc.watcherSet.add",
            RPC + "(*serverWatchStream).recvLoop",
        ),
        follows=("etcd-io/etcd#11350", "etcd-io/etcd#6134"),
        mechanism="One stream, on which another key is watched for every job and none is cancelled.",
    ),
    replace(
        BASE["etcd"],
        name="etcd-new-streams",
        load=leaks.new_streams,
        label="goroutine/select",
        also=("resource/grpc-conn", "goroutine/chan-receive", "goroutine/no-exit-loop"),
        culprit=RPC + "(*watchServer).Watch",
        culprit_any=(
            RPC + "(*serverWatchStream).recvLoop",
            RPC + "(*serverWatchStream).sendLoop",
            RPC + "(*watchServer).Watch.func1",
            RPC + "(*watchServer).Watch.func2",
        ),
        follows=("etcd-io/etcd#13122", "etcd-io/etcd#10009"),
        mechanism="A client opens a stream for every job and never cancels it: three goroutines each.",
    ),
    replace(
        BASE["etcd"],
        name="etcd-new-leases",
        load=leaks.new_leases,
        label="cache/unbounded-map",
        also=("heap/live-growth", "cache/unbounded-slice"),
        culprit=ETCD + "lease.(*lessor).Grant",
        culprit_any=(
            ETCD + "lease.(*lessor).Attach",
            ETCD + "mvcc.(*treeIndex).Put",
            ETCD + "mvcc.(*keyIndex).put",
            ETCD + "mvcc.(*storeTxnWrite).put",
            ETCD + "lease.NewLessor",
            ETCD + "lease.(*LeaseQueue).Push",
            ETCD + "raft.(*MemoryStorage).Append",
        ),
        follows=("etcd-io/etcd#11495",),
        mechanism="Workers register under leases of a day that nobody revokes, and register anew after each restart.",
    ),
    replace(
        BASE["nats-server"],
        name="nats-new-consumers",
        load=leaks.new_consumers,
        label="goroutine/select",
        also=("goroutine/no-exit-loop", "cache/unbounded-map", "cache/unbounded-sync-map"),
        culprit=NATS + "(*consumer).loopAndGatherMsgs",
        culprit_any=(
            NATS + "(*consumer).processInboundAcks",
            NATS + "(*consumer).setLeader",
            NATS + "(*stream).addConsumerWithAssignment",
            NATS + "(*stream).addConsumer",
            NATS + "(*Server).jsDurableCreateRequest",
            NATS + "getHashSize",
        ),
        follows=("nats-io/nats-server#4289",),
        mechanism="A durable consumer for each request; a durable stays until it is deleted, with its goroutines.",
    ),
    replace(
        BASE["nats-server"],
        name="nats-new-subjects",
        load=leaks.new_subjects,
        label="cache/unbounded-map",
        also=("cache/unbounded-slice",),
        culprit=NATS + "(*Sublist).Insert",
        culprit_any=(
            NATS + "(*client).processSub",
            NATS + "(*client).processSubEx",
            NATS + "(*client).parseSub",
            NATS + "(*client).parse",
            NATS + "newNode",
            NATS + "newLevel",
            NATS + "(*level).addNode",
        ),
        follows=("nats-io/nats-server#5833",),
        mechanism="A client subscribes to an inbox for each request and never unsubscribes.",
    ),
    replace(
        BASE["nats-server"],
        name="nats-unread-messages",
        load=leaks.unread_messages,
        files=(("nats.conf", PATIENT_NATS),),
        label="cache/unbounded-slice",
        also=("goroutine/io-wait", "heap/live-growth"),
        culprit=NATS + "(*client).queueOutbound",
        culprit_any=(
            NATS + "(*client).deliverMsg",
            NATS + "(*client).flushOutbound",
            NATS + "nbPoolGet",
            NATS + "glob..func1",
        ),
        mechanism="Subscribers hang; max_pending and write_deadline are so large that their bytes pile up.",
    ),
    replace(
        BASE["influxdb"],
        name="influxdb-new-series",
        load=leaks.new_tags,
        label="cache/unbounded-map",
        also=("cache/unbounded-slice", "heap/live-growth"),
        culprit=INFLUX + "tsdb/index/inmem.(*Index).CreateSeriesListIfNotExists",
        culprit_any=tuple(
            INFLUX + name
            for name in (
                "tsdb/index/inmem.newSeries",
                "tsdb/index/inmem.(*measurement).AddSeries",
                "tsdb/index/inmem.newTagKeyValueEntry",
                "tsdb/index/inmem.(*tagKeyValue).InsertSeriesIDByte",
                "tsdb/index/inmem.(*ShardIndex).CreateSeriesListIfNotExists",
                "tsdb.(*SeriesFile).CreateSeriesListIfNotExists",
                "tsdb.(*SeriesPartition).CreateSeriesListIfNotExists",
                "tsdb.(*SeriesIndex).Insert",
                "tsdb.(*Shard).validateSeriesAndFields",
                "tsdb.(*Shard).WritePoints",
                "tsdb/engine/tsm1.(*Cache).WriteMulti",
                "tsdb/engine/tsm1.(*ring).write",
                "tsdb/engine/tsm1.newEntryValues",
                "tsdb/engine/tsm1.(*Engine).WritePoints",
            )
        ),
        follows=("influxdata/influxdb#10178", "influxdata/influxdb#9293"),
        mechanism="A tag with the request's id: every point is a series, and the index is kept in memory.",
    ),
    replace(
        BASE["rclone-rcd"],
        name="rclone-kept-jobs",
        load=leaks.kept_jobs,
        arguments=(*BASE["rclone-rcd"].arguments, "--rc-job-expire-duration=24h"),
        label="cache/unbounded-map",
        also=("cache/unbounded-slice", "heap/live-growth"),
        culprit="github.com/rclone/rclone/fs/rc/jobs.(*Jobs).NewJob",
        culprit_any=tuple(
            "github.com/rclone/rclone/" + name
            for name in (
                "fs/rc/jobs.(*Job).run",
                "fs/rc/jobs.NewJob",
                "fs/rc/rcserver.(*Server).handlePost",
                "fs/operations.rcList",
                "fs/operations.rcList.func1",
                "fs/operations.ListJSON",
                "fs/operations.ListJSON.func1",
                "fs/operations.(*listJSON).entry",
            )
        ),
        follows=("rclone/rclone#7098",),
        mechanism="Results of background jobs are kept for a day, as their users ask for.",
    ),
    replace(
        BASE["caddy"],
        name="caddy-polled-config",
        load=leaks.polled_config,
        arguments=("run", "--config", "$home/caddy.json"),
        files=(("caddy.json", POLLED_JSON),),
        label="goroutine/context-not-cancelled",
        also=(
            "resource/timer",
            "goroutine/select",
            "goroutine/no-exit-loop",
            "cache/unbounded-map",
            "heap/live-growth",
        ),
        culprit=CADDY + "v2.finishSettingUp",
        culprit_any=(
            CADDY + "v2.finishSettingUp.func1",
            CADDY + "v2.run",
            CADDY + "v2.unsyncedDecodeAndRun",
            CADDY + "v2.changeConfig",
            "github.com/caddyserver/caddy.finishSettingUp",
            "github.com/caddyserver/caddy.finishSettingUp.func1",
            "github.com/caddyserver/caddy.run",
        ),
        follows=("caddyserver/caddy#5158",),
        mechanism="Each poll of the configuration leaves an HTTP connection behind whose answer nobody closed.",
    ),
    replace(
        BASE["caddy"],
        name="caddy-hanging-upstream",
        load=leaks.hanging_upstream,
        files=with_file(BASE["caddy"], "Caddyfile", UPSTREAMS),
        label="goroutine/io-wait",
        also=("goroutine/select", "resource/http-body", "resource/http-transport"),
        culprit=CADDY + "v2/modules/caddyhttp/reverseproxy.(*Handler).reverseProxy",
        culprit_any=tuple(
            prefix + name
            for prefix in (CADDY + "v2/modules/caddyhttp/reverseproxy.",)
            for name in (
                "(*Handler).reverseProxy",
                "(*Handler).proxyLoopIteration",
                "(*Handler).ServeHTTP",
                "Handler.ServeHTTP",
                "(*HTTPTransport).RoundTrip",
                "(*HTTPTransport).NewTransport.func1",
            )
        ),
        follows=("caddyserver/caddy#2050", "caddyserver/caddy#4823"),
        mechanism="An upstream accepts and never answers, and no response_header_timeout is set.",
    ),
    replace(
        BASE["webhook"],
        name="webhook-hanging-command",
        load=leaks.hanging_command,
        files=(("hooks.json", HOOKS),),
        label="goroutine/io-wait",
        also=("goroutine/waitgroup", "goroutine/chan-receive", "resource/file"),
        culprit="main.handleHook",
        culprit_any=("main.hookHandler",),
        follows=("adnanh/webhook#744",),
        mechanism="A hook's command hangs and nothing ends it: a process, a pipe and a request each.",
    ),
    replace(
        BASE["containerd"],
        name="containerd-unread-events",
        load=leaks.unread_events,
        label="cache/unbounded-slice",
        also=("cache/unbounded-map", "heap/live-growth"),
        culprit="github.com/docker/go-events.(*Queue).Write",
        culprit_any=(
            CONTAINERD + "events/exchange.(*Exchange).Forward",
            CONTAINERD + "events/exchange.(*Exchange).Publish",
            CONTAINERD + "services/events.(*service).Publish",
            CONTAINERD + "services/events.(*service).Forward",
            CONTAINERD + "services/events.(*service).Subscribe",
        ),
        mechanism="A subscriber stopped reading; the queue in front of it has no bound.",
    ),
    replace(
        BASE["syncthing"],
        name="syncthing-new-event-masks",
        load=leaks.new_event_masks,
        label="goroutine/no-exit-loop",
        also=("goroutine/chan-receive", "goroutine/select", "cache/unbounded-map"),
        culprit=SYNCTHING + "events.(*bufferedSubscription).pollingLoop",
        culprit_any=(
            SYNCTHING + "events.NewBufferedSubscription",
            SYNCTHING + "api.(*service).getEventSub",
            SYNCTHING + "events.(*logger).Subscribe",
        ),
        mechanism="A subscription is kept for every selection of events that was ever asked for.",
    ),
    replace(
        BASE["garagemq"],
        name="garagemq-new-channels",
        load=leaks.new_channels,
        label="goroutine/select",
        also=("goroutine/no-exit-loop", "goroutine/chan-receive"),
        culprit="github.com/valinurovam/garagemq/server.(*Channel).handleIncoming",
        culprit_any=(
            "github.com/valinurovam/garagemq/server.(*Channel).start",
            "github.com/valinurovam/garagemq/server.(*Channel).start.func1",
            "github.com/valinurovam/garagemq/server.NewChannel",
            "github.com/valinurovam/garagemq/server.(*Connection).handleIncoming",
        ),
        follows=("valinurovam/garagemq#5",),
        mechanism="A client opens a channel for every message and closes none.",
    ),
)
