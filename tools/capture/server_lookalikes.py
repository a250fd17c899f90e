"""The real servers under heavy loads that they keep up with or bound by themselves: what only looks like a leak."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import server_heavy_loads as heavy
from server_variants import BASE, REMOTE_YML, SCRAPED_YML, with_file

LOOKALIKES: Final = (
    replace(
        BASE["etcd"],
        name="etcd-held-watches",
        load=heavy.held_watches,
        mechanism="Three hundred watches that are all wanted, read slowly; puts, leases and compaction go on.",
    ),
    replace(
        BASE["prometheus"],
        name="prometheus-filling-head",
        load=heavy.filling_head,
        level_after=7200,
        files=with_file(BASE["prometheus"], "prometheus.yml", SCRAPED_YML),
        mechanism="Four thousand fixed series: the head fills until its block is cut after two hours.",
    ),
    replace(
        BASE["prometheus"],
        name="prometheus-stuck-receiver",
        load=heavy.stuck_receiver,
        files=with_file(BASE["prometheus"], "prometheus.yml", REMOTE_YML),
        level_after=60,
        mechanism="Remote write to a receiver that hangs: a bounded number of shards waits, the rest stays on disk.",
        follows=("prometheus/prometheus#5750",),
    ),
    replace(
        BASE["alertmanager"],
        name="alertmanager-many-alerts",
        load=heavy.many_alerts,
        mechanism="Six hundred alerts that keep firing, each in a group of its own.",
    ),
    replace(
        BASE["nats-server"],
        name="nats-many-subscribers",
        load=heavy.many_subscribers,
        mechanism="Four hundred subscribers that stay; some read slowly.",
    ),
    replace(
        BASE["caddy"],
        name="caddy-held-tunnels",
        load=heavy.held_tunnels,
        level_after=100,  # the collector runs once in two minutes there, and profiles are as old
        mechanism="Two hundred websockets through the proxy, opened once and used now and then.",
    ),
    replace(
        BASE["blackbox-exporter"],
        name="blackbox-hanging-targets",
        load=heavy.hanging_targets,
        files=(("blackbox.yml", "modules: {http_2xx: {prober: http, timeout: 8s}, tcp: {prober: tcp}}"),),
        mechanism="Forty probes under way at any time, each of a target that hangs, each ended by its timeout.",
    ),
    replace(
        BASE["containerd"],
        name="containerd-many-readers",
        load=heavy.many_readers,
        mechanism="A hundred and twenty subscribers of events, all of which read.",
    ),
    replace(
        BASE["pushgateway"],
        name="pushgateway-same-groups",
        load=heavy.same_groups,
        level_after=60,
        mechanism="Five hundred grouping keys, full after seconds and pushed again and again.",
    ),
)
