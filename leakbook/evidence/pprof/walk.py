"""The plain decoder: the generated classes of `profile_pb2`, walked message by message.

It is right for whatever protobuf accepts, some twenty times slower than `pprof.wire`, and serves as its fallback for
messages of odd shape and as its measure in the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from ..columns import offsets_of
from ..profile_pb2 import Function, Location, Sample
from .tables import FunctionTable, LocationTable, SampleTable

Whole = TypeVar("Whole", np.uint64, np.int64)


def walk_samples(messages: Sequence[bytes]) -> SampleTable:
    """Decode serialised `Sample`s. Raises google.protobuf's DecodeError."""
    samples = [Sample.FromString(message) for message in messages]
    labels = [(index, label) for index, sample in enumerate(samples) for label in sample.label]
    return SampleTable(
        location_offsets=offsets_of([len(sample.location_id) for sample in samples]),
        location_ids=_run([sample.location_id for sample in samples], np.uint64),
        value_offsets=offsets_of([len(sample.value) for sample in samples]),
        values=_run([sample.value for sample in samples], np.int64),
        label_samples=np.array([index for index, _ in labels], dtype=np.int64),
        labels=np.array(
            [(label.key, label.str, label.num, label.num_unit) for _, label in labels], dtype=np.int64
        ).reshape(len(labels), 4),
    )


def walk_locations(messages: Sequence[bytes]) -> LocationTable:
    """Decode serialised `Location`s. Raises google.protobuf's DecodeError."""
    locations = [Location.FromString(message) for message in messages]
    lines = [line for location in locations for line in location.line]
    return LocationTable(
        ids=np.array([location.id for location in locations], dtype=np.uint64),
        addresses=np.array([location.address for location in locations], dtype=np.uint64),
        line_offsets=offsets_of([len(location.line) for location in locations]),
        line_functions=np.array([line.function_id for line in lines], dtype=np.uint64),
        line_numbers=np.array([line.line for line in lines], dtype=np.int64),
    )


def walk_functions(messages: Sequence[bytes]) -> FunctionTable:
    """Decode serialised `Function`s. Raises google.protobuf's DecodeError."""
    functions = [Function.FromString(message) for message in messages]
    return FunctionTable(
        ids=np.array([function.id for function in functions], dtype=np.uint64),
        names=np.array([function.name for function in functions], dtype=np.int64),
        system_names=np.array([function.system_name for function in functions], dtype=np.int64),
        files=np.array([function.filename for function in functions], dtype=np.int64),
    )


def _run(lists: Iterable[Iterable[int]], whole: type[Whole]) -> npt.NDArray[Whole]:
    """A repeated field of all messages."""
    return np.fromiter(chain.from_iterable(lists), whole)
