"""Texts that tools print, as the reader of runtime metrics tells them."""

from leakbook.evidence.metrics.reader import RuntimeMetricsReader
from leakbook.limits import DEFAULT_LIMITS

RESIDENT = "process_resident_memory_bytes"
MB = 2**20


def series(text: str) -> dict[str, list[tuple[float | None, float]]]:
    (reading,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)
    return {one.name: list(one.points) for one in reading.content.series}


def notes(text: str) -> str:
    (reading,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)
    return "\n".join(reading.notes)
