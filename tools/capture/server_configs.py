"""What the real servers are configured with: texts of files, and the script that makes two devices of Syncthing.

Placeholders are those of `server_list.py`.
"""

PROMETHEUS_YML = """
global: {scrape_interval: 2s, evaluation_interval: 5s}
rule_files: [rules.yml]
scrape_configs:
  - {job_name: self, static_configs: [{targets: ["127.0.0.1:$a"]}]}
  - {job_name: east, static_configs: [{targets: ["127.0.0.1:$a", "localhost:$a"], labels: {zone: east}}]}
  - {job_name: west, static_configs: [{targets: ["127.0.0.1:$a", "localhost:$a"], labels: {zone: west}}]}
  - {job_name: down, static_configs: [{targets: ["127.0.0.1:9", "127.0.0.1:10"]}]}
  - {job_name: found, file_sd_configs: [{files: ["$home/found*.json"], refresh_interval: 10s}]}
"""
RULES_YML = """
groups:
  - name: load
    rules:
      - {record: "job:http:rate", expr: "sum by (job) (rate(prometheus_http_requests_total[1m]))"}
      - {alert: Down, expr: "up == 0", for: 10s}
"""
ALERTMANAGER_YML = """
route: {receiver: sink, group_by: [service], group_wait: 2s, group_interval: 5s, repeat_interval: 10s}
receivers: [{name: sink, webhook_configs: [{url: "http://127.0.0.1:$d/hook"}]}]
"""
CADDYFILE = """
{
  admin 127.0.0.1:$a
  servers {
    metrics
  }
  auto_https disable_redirects
  skip_install_trust
}
http://127.0.0.1:$b {
  root * $home/site
  handle /files/* {
    uri strip_prefix /files
    file_server browse
  }
  handle {
    reverse_proxy 127.0.0.1:$d
  }
}
https://localhost:$c {
  tls internal
  respond "ok"
}
"""
NATS_CONF = """
host: 127.0.0.1
port: $b
http: "127.0.0.1:$c"
prof_port: $a
jetstream { store_dir: "$home/js", max_mem: 32MB, max_file: 64MB }
"""
REGISTRY_YML = """
version: 0.1
storage: {filesystem: {rootdirectory: $home/store}, delete: {enabled: true}, cache: {blobdescriptor: inmemory}}
http: {addr: "127.0.0.1:$b", debug: {addr: "127.0.0.1:$a", prometheus: {enabled: true, path: /metrics}}}
health: {storagedriver: {enabled: true, interval: 10s, threshold: 3}}
"""
CONTAINERD_TOML = """
version = 2
root = "$home/root"
state = "$home/state"
disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.snapshotter.v1.btrfs"]
[grpc]
  address = "$home/containerd.sock"
[debug]
  address = "127.0.0.1:$a"
[metrics]
  address = "127.0.0.1:$b"
"""
MTAIL_PROGRAM = r"""counter requests by method
histogram latency buckets 1, 5, 10, 50, 100
/^(?P<method>[A-Z]+) \S+ (?P<took>\d+)/ {
  requests[$$method]++
  latency = $$took
}
"""
GOBGP_TOML = """
[global.config]
  as = {own}
  router-id = "10.0.0.{number}"
  port = ${port}
  local-address-list = ["127.0.0.1"]
[[neighbors]]
  [neighbors.config]
    neighbor-address = "127.0.0.1"
    peer-as = {other}
  [neighbors.transport.config]
    remote-port = ${peer_port}
    passive-mode = {passive}
  [neighbors.ebgp-multihop.config]
    enabled = true
    multihop-ttl = 5
  [neighbors.timers.config]
    connect-retry = 5
"""
CHASQUID_CONF = """
hostname: "mail.example.test"
smtp_address: "127.0.0.1:$b"
submission_address: "127.0.0.1:$c"
monitoring_address: "127.0.0.1:$a"
data_dir: "$home/state"
mail_log_path: "$home/mail.log"
mail_delivery_agent_bin: "/bin/cat"
"""
GARAGE_YML = """
proto: amqp-rabbit
users: [{username: guest, password: 084e0343a0486ff05530df6c705c8bb4}]
tcp: {ip: 127.0.0.1, port: $b, nodelay: false, readBufSize: 196608, writeBufSize: 196608}
admin: {ip: 127.0.0.1, port: $c}
queue: {shardSize: 8192, maxMessagesInRam: 131072}
db: {defaultPath: $home/db, engine: badger}
vhost: {defaultPath: /}
security: {passwordCheck: md5}
connection: {channelsMax: 4096, frameMaxSize: 65536}
"""
V2RAY_JSON = """
{"log": {"loglevel": "warning"},
 "inbounds": [{"port": $a, "listen": "127.0.0.1", "protocol": "http", "settings": {"timeout": 300}},
              {"port": $b, "listen": "127.0.0.1", "protocol": "socks", "settings": {"auth": "noauth"}}],
 "outbounds": [{"protocol": "freedom"}]}
"""
INFLUX_CONF = """
reporting-disabled = true
bind-address = "127.0.0.1:$b"
[meta]
  dir = "$home/meta"
[data]
  dir = "$home/data"
  wal-dir = "$home/wal"
[http]
  bind-address = "127.0.0.1:$a"
  pprof-enabled = true
"""

# Two devices that know each other and share one folder; discovery and relays are off, so that nothing leaves loopback.
SYNCTHING_PAIR = r"""
set -e
one=$$(HOME=$home $root/usr/bin/syncthing --home=one --device-id)
two=$$(HOME=$home $root/usr/bin/syncthing --home=two --device-id)
write() {
  mkdir -p $home/$$1/shared
  cat > $home/$$1/config.xml <<END
<configuration version="36">
  <folder id="shared" label="shared" path="$home/$$1/shared" type="sendreceive"
    rescanIntervalS="20" fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="$$one"></device><device id="$$two"></device>
  </folder>
  <device id="$$one" name="one" compression="metadata"><address>tcp://127.0.0.1:$b</address></device>
  <device id="$$two" name="two" compression="metadata"><address>tcp://127.0.0.1:$d</address></device>
  <gui enabled="true" tls="false"><address>127.0.0.1:$$3</address><apikey>key</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:$$2</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><urAccepted>-1</urAccepted>
    <startBrowser>false</startBrowser><crashReportingEnabled>false</crashReportingEnabled>
    <reconnectionIntervalS>5</reconnectionIntervalS>
  </options>
</configuration>
END
}
write one $b $c
write two $d $e
"""
