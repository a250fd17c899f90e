"""Whose a row of `kubectl top pods` or `docker stats` is, by the names before its figures.

::

    NAME                          CPU(cores)   MEMORY(bytes)
    desk-7fb96c846b-4x8kz         49m          224Mi                            a Deployment's pod
    POD                           NAME         CPU(cores)   MEMORY(bytes)       --containers
    desk-7fb96c846b-4x8kz         istio-proxy  49m          224Mi
    NAMESPACE   NAME                           CPU(cores)   MEMORY(bytes)       --all-namespaces
    kafka       desk-7fb96c846b-4x8kz          49m          224Mi
    CONTAINER ID   NAME         CPU %   MEM USAGE / LIMIT                       docker stats, under Compose
    d79d70c61f08   shop-redis-1 27.82%  3.689GiB / 3.855GiB

A namespace is called after whatever runs beside the program as often as after it.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from typing import Final

from .points import Labels

_SAFE: Final = "[bcdfghjklmnpqrstvwxz0-9]"
"""Kubernetes makes no words by chance: no vowels. Source: k8s.io/apimachinery/pkg/util/rand."""
_POD: Final = re.compile(rf"-(?:{_SAFE}{{6,10}}-)?{_SAFE}{{5}}$")
"""What a Deployment, DaemonSet or Job puts behind its name to call a pod."""
_SERVICE: Final = (
    r"(?:redis|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|rabbitmq|elasticsearch|kibana|logstash|memcached|nginx"
    r"|haproxy|envoy|istio-proxy|linkerd-proxy|fluent-?bit|fluentd|zookeeper|kafka)"
)
_NO_GO_SERVICE: Final = re.compile(rf"{_SERVICE}|(?:\S{{1,250}}[_-])?{_SERVICE}[_-]\d{{1,3}}")
"""A service that is not written in Go, alone or as Compose and StatefulSets number it: `istio-proxy`, `shop-redis-1`,
`kafka-0`. `orders-kafka` is a program that has to do with one."""
_OTHER_PROGRAM: Final = re.compile(r"proxy|exporter|agent|sidecar|operator|backup|pgbouncer|envoy|migrat\w{0,9}|init")
"""Words behind a program's name in a pod's that make another program of it; others say what it is for, or which."""
_HEAD: Final = 120
"""Characters of a head before its word for memory."""


class Heads:
    """The heads that a text's rows stand under, by the word of them that is told."""

    def __init__(self, text: str, word: str) -> None:
        self._starts = [found.start() for found in re.finditer(re.escape(word), text)]
        lines = (text[max(0, start - _HEAD) : start].rpartition("\n")[2] for start in self._starts)
        self._have_namespaces = ["NAMESPACE" in line for line in lines]

    def above(self, row: re.Match[str]) -> int:
        """The number of the row's head, 0 above the first."""
        return bisect(self._starts, row.start())

    def pod(self, row: re.Match[str]) -> Labels:
        """The pod of a row, with its namespace or its container where the row tells them."""
        first, *rest = row["process"].split()
        if not rest:
            return (("pod", first),)
        head = self.above(row)
        has_namespace = self._have_namespaces[head - 1] if head else _is_pod(rest[0]) and not _is_pod(first)
        return (("namespace", first), ("pod", rest[0])) if has_namespace else (("container", rest[0]), ("pod", first))

    def of_own_container(self, rows: list[re.Match[str]]) -> list[re.Match[str]]:
        """Of one pod's containers the rows of the one that the pod is called after; all where there is none."""
        whose = [dict(self.pod(row)) for row in rows]
        pods = {names["pod"] for names in whose}
        if len(pods) != 1 or not all("container" in names for names in whose):
            return rows
        (pod,) = pods
        own = [row for row, names in zip(rows, whose, strict=True) if _is_called_after(pod, names["container"])]
        return own or rows


def is_no_go_service(names: Sequence[str]) -> bool:
    """Whether a pod or container is called as a service that is not written in Go."""
    return any(_NO_GO_SERVICE.fullmatch(_POD.sub("", name)) is not None for name in names)


def _is_called_after(pod: str, container: str) -> bool:
    """Whether what the pod's name has beside the container's tells no other program: `db-proxy-0` is none of `db`."""
    begins, same, rest = f"{_POD.sub('', pod)}-".partition(f"{container}-")
    return bool(same) and not begins and not any(_OTHER_PROGRAM.fullmatch(word) for word in rest.split("-"))


def _is_pod(name: str) -> bool:
    return _POD.search(name) is not None
