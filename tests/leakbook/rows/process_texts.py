"""Texts that tell of a process over time, read as captures, and the process row they make."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from leakbook.evidence.debug1.heap import HeapTextReader
from leakbook.evidence.descriptors import DescriptorReader
from leakbook.evidence.gctrace import GcTraceReader
from leakbook.evidence.metrics.reader import RuntimeMetricsReader
from leakbook.evidence.model import Capture, Reading
from leakbook.limits import DEFAULT_LIMITS
from leakbook.rows.process import process
from leakbook.rows.process.model import ProcessRow
from leakbook.rows.process.process import process_scene

START = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
MB = 2**20
READERS = (GcTraceReader(), HeapTextReader(), RuntimeMetricsReader(), DescriptorReader())


def captured(text: str, *, order: int = 0, minute: float | None = None) -> Capture:
    reader = next(reader for reader in READERS if reader.recognises(text))
    (reading,) = reader.read(text, DEFAULT_LIMITS)
    return capture_of(reading, order=order, minute=minute)


def capture_of(reading: Reading, *, order: int = 0, minute: float | None = None) -> Capture:
    at = reading.captured_at if minute is None else START + timedelta(minutes=minute)
    return Capture(name=f"part-{order}", order=order, reading=reading, captured_at=at, sha256="", size=0)


def trace(lives: list[float], *, seconds: float = 5.0, first: int = 1) -> str:
    """As GODEBUG=gctrace=1 prints it with GOGC=100, in megabytes cut off; `lives` is what each collection leaves."""
    return "\n".join(
        f"gc {first + i} @{(i + 1) * seconds:.3f}s 3%: 0.1+1+0.1 ms clock, 0.2+0/1/0+0.1 ms cpu, "
        f"{int(2 * live)}->{int(2 * live)}->{int(live)} MB, {int(2 * before)} MB goal, 4 P"
        for i, (before, live) in enumerate(zip([2, *lives], lives, strict=False))
    )


def scrape(minute: float, **values: float) -> str:
    stamp = int((START.timestamp() + minute * 60) * 1000)
    return "".join(f"{name} {value} {stamp}\n" for name, value in values.items())


def process_row(captures: list[Capture]) -> ProcessRow:
    return process.process_row(process_scene(captures))
