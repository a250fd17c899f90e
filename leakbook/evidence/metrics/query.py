"""Answers of Prometheus' HTTP API (matrix and vector) and VictoriaMetrics' export lines.

::

    {"status":"success","data":{"resultType":"matrix","result":[
      {"metric":{"__name__":"go_goroutines","instance":"a:9090"},"values":[[1700000000,"12"],[1700000015,"13"]]}]}}
    {"metric":{"__name__":"go_goroutines"},"value":[1700000000,"12"]}
    {"metric":{"__name__":"go_goroutines"},"values":[12,13],"timestamps":[1700000000000,1700000015000]}

An answer can hold millions of points and can be cut or pretty-printed, so it is searched, not decoded as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from ...limits import Limits
from .names import is_kept
from .points import Gathered, Labels

_METRIC: Final = re.compile(r'"metric"\s*:\s*(\{(?:[^{}"]|"(?:[^"\\\n]|\\.)*+"?)*+\}?)')
"""Takes what follows whether the object ends or not, so that no stretch is tried twice; json refuses the unended."""
_PAIR: Final = re.compile(r'\[\s*(\d{1,12}(?:\.\d{1,9})?)\s*,\s*"([^"\n]{1,40})"\s*\]')
_VALUES: Final = re.compile(r'"values"\s*:\s*\[\s*([-+\d.eE][-+\d.eE,\s]*)\]')
_STAMPS: Final = re.compile(r'"timestamps"\s*:\s*\[\s*(\d[\d,\s]*)\]')


def recognises(text: str) -> bool:
    """Whether some result has a metric name that is kept."""
    return '"metric"' in text and any(is_kept(name) for name, _, _, _ in _results(text))


def gather(text: str, limits: Limits) -> Gathered:
    """Every kept result. Expressions without a name (`rate(…)`) cannot be told apart and are counted as foreign."""
    gathered = Gathered(limits=limits)
    for name, labels, start, end in _results(text):
        if not is_kept(name):
            gathered.foreign += 1
            continue
        for at, value in _points(text, start, end):
            gathered.add(name, labels, at, value)
    return gathered


def _results(text: str) -> Iterator[tuple[str, Labels, int, int]]:
    """Name, labels and the stretch of text up to the next metric."""
    pending: re.Match[str] | None = None
    for match in _METRIC.finditer(text):
        if pending is not None:
            yield (*_named(pending.group(1)), pending.end(), match.start())
        pending = match
    if pending is not None:
        yield (*_named(pending.group(1)), pending.end(), len(text))


def _named(written: str) -> tuple[str, Labels]:
    try:
        labels = json.loads(written)
    except (ValueError, RecursionError):
        return "", ()  # a label object with a cut in it: foreign
    name = str(labels.pop("__name__", ""))
    return name, tuple(sorted((str(key), str(value)) for key, value in labels.items()))


def _points(text: str, start: int, end: int) -> Iterator[tuple[float, float]]:
    values = _VALUES.search(text, start, end)
    stamps = _STAMPS.search(text, start, end)
    if values and stamps:
        for at, value in zip(stamps.group(1).split(","), values.group(1).split(","), strict=False):
            yield _number(at) / 1000, _number(value)
        return
    for pair in _PAIR.finditer(text, start, end):
        yield float(pair.group(1)), _number(pair.group(2))


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return float("nan")  # "+Inf" is a float, "12..3" is broken and counted
