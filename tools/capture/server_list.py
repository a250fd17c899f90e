"""Which real servers are captured, how each is started, and under which load. Loads stand in `server_loads.py`.

In command lines, files and URLs `$home` is the throw-away folder, `$root` what the packages were unpacked into, and
`$a` … `$f` are free loopback ports. `$a` is asked for `ready` unless `ready_port` says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import server_image_loads as image_loads
import server_loads as loads
from server_configs import (
    ALERTMANAGER_YML,
    CADDYFILE,
    CHASQUID_CONF,
    CONTAINERD_TOML,
    GARAGE_YML,
    GOBGP_TOML,
    INFLUX_CONF,
    MTAIL_PROGRAM,
    NATS_CONF,
    PROMETHEUS_YML,
    REGISTRY_YML,
    RULES_YML,
    SYNCTHING_PAIR,
    V2RAY_JSON,
)
from server_traffic import Traffic

MOMENTS = (30.0, 100.0, 190.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """One server. `pprof` is the URL in front of a profile's name, `metrics` that of the Prometheus text; or empty."""

    name: str
    packages: tuple[str, ...]
    binary: str
    arguments: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    before: tuple[str, ...] = ()
    """Shell commands that run in the home folder before the start."""
    ready: str = "/"
    ready_port: str = "a"
    pprof: str = "http://127.0.0.1:$a/debug/pprof/"
    metrics: str = "http://127.0.0.1:$a/metrics"
    load: Callable[[Traffic], None]
    moments: tuple[float, ...] = MOMENTS
    level_after: int = 0
    label: str = "healthy"
    also: tuple[str, ...] = ()
    culprit: str = ""
    culprit_any: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    mechanism: str = "A released server under a steady load that it keeps up with."


SERVERS = (
    Server(
        name="prometheus",
        packages=("prometheus",),
        binary="usr/bin/prometheus",
        arguments=(
            "--config.file=$home/prometheus.yml",
            "--storage.tsdb.path=$home/tsdb",
            "--web.listen-address=127.0.0.1:$a",
            "--web.enable-lifecycle",
        ),
        files=(("prometheus.yml", PROMETHEUS_YML), ("rules.yml", RULES_YML)),
        ready="/-/ready",
        load=loads.prometheus,
    ),
    Server(
        name="alertmanager",
        packages=("prometheus-alertmanager",),
        binary="usr/bin/prometheus-alertmanager",
        arguments=(
            "--config.file=$home/am.yml",
            "--storage.path=$home/data",
            "--web.listen-address=127.0.0.1:$a",
            "--cluster.listen-address=127.0.0.1:$b",
            "--cluster.peer=127.0.0.1:$c",
            "--cluster.settle-timeout=5s",
        ),
        files=(("am.yml", ALERTMANAGER_YML),),
        ready="/-/ready",
        load=loads.alertmanager,
    ),
    Server(
        name="node-exporter",
        packages=("prometheus-node-exporter",),
        binary="usr/bin/prometheus-node-exporter",
        arguments=("--web.listen-address=127.0.0.1:$a",),
        load=loads.exporter,
    ),
    Server(
        name="pushgateway",
        packages=("prometheus-pushgateway",),
        binary="usr/bin/prometheus-pushgateway",
        arguments=("--web.listen-address=127.0.0.1:$a", "--persistence.file=$home/kept", "--persistence.interval=15s"),
        ready="/-/ready",
        load=loads.pushgateway,
    ),
    Server(
        name="blackbox-exporter",
        packages=("prometheus-blackbox-exporter",),
        binary="usr/bin/prometheus-blackbox-exporter",
        arguments=("--web.listen-address=127.0.0.1:$a", "--config.file=$home/blackbox.yml"),
        files=(("blackbox.yml", "modules: {http_2xx: {prober: http}, tcp: {prober: tcp}}"),),
        load=loads.blackbox,
    ),
    Server(
        name="etcd",
        packages=("etcd-server", "etcd-client"),
        binary="usr/bin/etcd",
        arguments=(
            "--data-dir=$home/data",
            "--enable-pprof",
            "--listen-client-urls=http://127.0.0.1:$a",
            "--advertise-client-urls=http://127.0.0.1:$a",
            "--listen-peer-urls=http://127.0.0.1:$b",
            "--initial-advertise-peer-urls=http://127.0.0.1:$b",
            "--initial-cluster=default=http://127.0.0.1:$b",
            "--auto-compaction-mode=periodic",
            "--auto-compaction-retention=1m",
        ),
        ready="/health",
        load=loads.etcd,
    ),
    Server(
        name="caddy",
        packages=("caddy",),
        binary="usr/bin/caddy",
        arguments=("run", "--config", "$home/Caddyfile", "--adapter", "caddyfile"),
        environment=(("XDG_DATA_HOME", "$home/share"), ("XDG_CONFIG_HOME", "$home/config")),
        files=(("Caddyfile", CADDYFILE), ("site/index.html", "<p>a page</p>" * 200)),
        ready="/config/",
        load=loads.caddy,
    ),
    Server(
        name="nats-server",
        packages=("nats-server",),
        binary="usr/sbin/nats-server",
        arguments=("-c", "$home/nats.conf"),
        files=(("nats.conf", NATS_CONF),),
        ready="/debug/pprof/",
        metrics="",
        load=loads.nats,
    ),
    Server(
        name="syncthing",
        packages=("syncthing",),
        binary="usr/bin/syncthing",
        arguments=("serve", "--home=$home/one", "--no-browser", "--no-upgrade", "--no-restart"),
        environment=(("STPROFILER", "127.0.0.1:$a"), ("STNODEFAULTFOLDER", "1"), ("STMONITORED", "yes")),
        before=(
            "HOME=$home $root/usr/bin/syncthing generate --home=one --skip-port-probing",
            "HOME=$home $root/usr/bin/syncthing generate --home=two --skip-port-probing",
            SYNCTHING_PAIR,
        ),
        ready="/debug/pprof/",
        metrics="",
        load=loads.syncthing,
        moments=(60.0, 240.0, 470.0),
    ),
    Server(
        name="rclone-rcd",
        packages=("rclone",),
        binary="usr/bin/rclone",
        arguments=("rcd", "--rc-no-auth", "--rc-addr=127.0.0.1:$a", "--rc-enable-metrics", "--rc-serve"),
        environment=(("RCLONE_CONFIG", "$home/rclone.conf"),),
        files=tuple((f"from/{number}.txt", f"file {number}\n" * 500) for number in range(40)),
        ready="/metrics",
        load=loads.rclone,
    ),
    Server(
        name="mtail",
        packages=("mtail",),
        binary="usr/bin/mtail",
        arguments=("-address=127.0.0.1", "-port=$a", "-progs=$home/progs", "-logs=$home/logs/*.log"),
        files=(("progs/requests.mtail", MTAIL_PROGRAM), ("logs/first.log", "")),
        load=loads.mtail,
    ),
    Server(
        name="influxdb",
        packages=("influxdb",),
        binary="usr/bin/influxd",
        arguments=("run", "-config", "$home/influxdb.conf"),
        files=(("influxdb.conf", INFLUX_CONF),),
        ready="/ping",
        load=loads.influx,
        moments=(60.0, 240.0, 470.0),
    ),
    Server(
        name="victoria-metrics",
        packages=("victoria-metrics",),
        binary="usr/bin/victoria-metrics",
        arguments=("-httpListenAddr=127.0.0.1:$a", "-storageDataPath=$home/data", "-memory.allowedBytes=200MB"),
        load=loads.victoria,
    ),
    Server(
        name="vmagent",
        packages=("victoria-metrics",),
        binary="usr/bin/vmagent",
        arguments=(
            "-httpListenAddr=127.0.0.1:$a",
            "-remoteWrite.url=http://127.0.0.1:$d/write",
            "-promscrape.config=$home/scrape.yml",
            "-promscrape.config.strictParse=false",
            "-remoteWrite.tmpDataPath=$home/queue",
        ),
        files=(
            ("scrape.yml", PROMETHEUS_YML.split("rule_files", maxsplit=1)[0] + PROMETHEUS_YML.split("[rules.yml]")[1]),
        ),
        load=loads.scraper,
    ),
    Server(
        name="containerd",
        packages=("containerd", "runc"),
        binary="usr/bin/containerd",
        arguments=("--config", "$home/c.toml"),
        files=(("c.toml", CONTAINERD_TOML),),
        ready="/debug/pprof/",
        metrics="http://127.0.0.1:$b/v1/metrics",
        load=image_loads.containerd,
    ),
    Server(
        name="dockerd",
        packages=("docker.io", "containerd", "runc"),
        binary="usr/sbin/dockerd",
        arguments=(
            "--data-root=$home/data",
            "--exec-root=$home/run",
            "--pidfile=$home/pid",
            "--bridge=none",
            "--iptables=false",
            "--debug",
            "--tls=false",
            "--host=tcp://127.0.0.1:$a",
            "--storage-driver=vfs",
            "--metrics-addr=127.0.0.1:$b",
            "--experimental",
        ),
        environment=(("PATH", "$root/usr/bin:$root/usr/sbin:/usr/bin:/usr/sbin:/bin:/sbin"),),
        ready="/_ping",
        metrics="http://127.0.0.1:$b/metrics",
        load=image_loads.dockerd,
    ),
    Server(
        name="docker-registry",
        packages=("docker-registry",),
        binary="usr/bin/docker-registry",
        arguments=("serve", "$home/registry.yml"),
        files=(("registry.yml", REGISTRY_YML),),
        ready="/metrics",
        load=image_loads.registry,
    ),
    Server(
        name="gobgpd",
        packages=("gobgpd",),
        binary="usr/bin/gobgpd",
        arguments=("-f", "$home/one.toml", "--api-hosts=127.0.0.1:$b", "--pprof-host=127.0.0.1:$a"),
        files=(
            (
                "one.toml",
                GOBGP_TOML.replace("{own}", "64512")
                .replace("{other}", "64513")
                .replace("{number}", "1")
                .replace("{port}", "c")
                .replace("{peer_port}", "d")
                .replace("{passive}", "false"),
            ),
            (
                "two.toml",
                GOBGP_TOML.replace("{own}", "64513")
                .replace("{other}", "64512")
                .replace("{number}", "2")
                .replace("{port}", "d")
                .replace("{peer_port}", "c")
                .replace("{passive}", "true"),
            ),
        ),
        ready="/debug/pprof/",
        metrics="",
        load=loads.gobgp,
    ),
    Server(
        name="chasquid",
        packages=("chasquid",),
        binary="usr/bin/chasquid",
        arguments=("-config_dir=$home/etc", "-alsologtostderr"),
        files=(("etc/chasquid.conf", CHASQUID_CONF), ("etc/domains/example.test/aliases", "all: eve@example.test\n")),
        before=(
            "mkdir -p etc/certs/mail.example.test && openssl req -x509 -newkey rsa:2048 -nodes -days 9 -subj"
            " /CN=mail.example.test -keyout etc/certs/mail.example.test/privkey.pem"
            " -out etc/certs/mail.example.test/fullchain.pem",
        ),
        metrics="",  # its page has counters of its own only, none of the runtime's
        load=loads.chasquid,
    ),
    Server(
        name="garagemq",
        packages=("garagemq",),
        binary="usr/bin/garagemq",
        arguments=("--config=$home/garage.yml", "--hprof", "--hprof-host=127.0.0.1", "--hprof-port=$a"),
        files=(("garage.yml", GARAGE_YML),),
        ready="/debug/pprof/",
        metrics="",
        load=loads.amqp,
    ),
    Server(
        name="snmp-exporter",
        packages=("prometheus-snmp-exporter",),
        binary="usr/bin/prometheus-snmp-exporter",
        arguments=("--web.listen-address=127.0.0.1:$a", "--config.file=$home/snmp.yml"),
        files=(("snmp.yml", "if_mib: {walk: [1.3.6.1.2.1.2], version: 2, max_repetitions: 25, timeout: 2s}\n"),),
        load=loads.snmp,
    ),
    Server(
        name="v2ray",
        packages=("v2ray",),
        binary="usr/bin/v2ray",
        arguments=("-config", "$home/v2ray.json"),
        files=(("v2ray.json", V2RAY_JSON),),
        ready="",
        pprof="",
        metrics="",
        load=loads.proxied,
    ),
    Server(
        name="webhook",
        packages=("webhook",),
        binary="usr/bin/webhook",
        arguments=("-ip=127.0.0.1", "-port=$a", "-hooks=$home/hooks.json"),
        files=(("hooks.json", '[{"id": "build", "execute-command": "/bin/true", "response-message": "ok"}]'),),
        pprof="",
        metrics="",
        load=loads.webhook,
    ),
    Server(
        name="hugo",
        packages=("hugo", "libsass1", "libwebp7"),
        binary="usr/bin/hugo",
        environment=(("LD_LIBRARY_PATH", "$root/usr/lib/x86_64-linux-gnu"),),
        arguments=("server", "--bind=127.0.0.1", "--port=$a", "--source=$home/site", "--watch"),
        files=(
            ("site/config.toml", 'baseURL = "http://127.0.0.1/"\ntitle = "a site"\n'),
            ("site/layouts/index.html", "<body>{{ range .Site.RegularPages }}<p>{{ .Title }}</p>{{ end }}</body>"),
            ("site/layouts/_default/single.html", "<body>{{ .Content }}</body>"),
            *((f"site/content/page{number}.md", f"# page {number}\n" * 20) for number in range(60)),
        ),
        pprof="",
        metrics="",
        load=loads.hugo,
    ),
    Server(
        name="aptly-api",
        packages=("aptly",),
        binary="usr/bin/aptly",
        arguments=("api", "serve", "-listen=127.0.0.1:$a", "-config=$home/aptly.json"),
        files=(("aptly.json", '{"rootDir": "$home/aptly"}'),),
        ready="/api/version",
        pprof="",
        metrics="",
        load=loads.aptly,
    ),
    Server(
        name="postgres-exporter",
        packages=("prometheus-postgres-exporter",),
        binary="usr/bin/prometheus-postgres-exporter",
        arguments=("--web.listen-address=127.0.0.1:$a",),
        environment=(("DATA_SOURCE_NAME", "postgresql://nobody@127.0.0.1:$f/none?sslmode=disable"),),
        pprof="",
        load=loads.exporter,
    ),
)
