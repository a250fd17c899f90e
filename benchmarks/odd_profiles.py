"""Profiles in shapes that no ordinary program gives: where a reader may fall off a cliff."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from leakbook.evidence.profile_pb2 import Profile

TYPES: Final = (("inuse_objects", "count"), ("inuse_space", "bytes"))


def _unpacked_class() -> Any:
    """The Profile message whose lists are written number by number, as the Go runtime writes short ones."""
    file = descriptor_pb2.FileDescriptorProto()
    Profile.DESCRIPTOR.file.CopyToProto(file)
    file.name = "benchmarks/unpacked.proto"
    sample = next(message for message in file.message_type if message.name == "Sample")
    for field in sample.field:
        if field.label == field.LABEL_REPEATED and field.type != field.TYPE_MESSAGE:
            field.options.packed = False
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(Profile.DESCRIPTOR.full_name))


class _Maker:
    """Adds to one profile; strings are numbered as they come."""

    def __init__(self, make: Callable[[], Any] = Profile) -> None:
        self.profile = make()
        self._strings: dict[str, int] = {"": 0}
        for kind, unit in TYPES:
            self.profile.sample_type.add(type=self.text(kind), unit=self.text(unit))
        self.profile.period_type.type, self.profile.period_type.unit = self.text("space"), self.text("bytes")
        self.profile.period = 1

    def text(self, value: str) -> int:
        return self._strings.setdefault(value, len(self._strings))

    def places(
        self, count: int, *, ids: Callable[[int], int] = lambda number: number, has_lines: bool = True
    ) -> list[int]:
        """That many functions with a location each; the locations' ids."""
        file = self.text("/src/shop/orders/orders.go")
        for number in range(1, count + 1):
            name = self.text(f"bench.example/shop/orders.(*Service).Handle{number}")
            self.profile.function.add(id=ids(number), name=name, filename=file)
            location = self.profile.location.add(id=ids(number), address=0x400000 + 16 * number)
            if has_lines:
                location.line.add(function_id=ids(number), line=number)
        return [ids(number) for number in range(1, count + 1)]

    def sample(self, stack: list[int], value: int) -> Any:
        return self.profile.sample.add(location_id=stack, value=[1, value])

    def written(self) -> bytes:
        self.profile.string_table.extend(text.encode() for text in self._strings)
        return self.profile.SerializeToString()


def _walks(dice: random.Random, places: list[int], count: int, depth: int) -> Iterator[list[int]]:
    for _ in range(count):
        yield dice.choices(places, k=depth)


def _plain(seed: int, *, functions: int, samples: int, depth: int, maker: _Maker | None = None, **places: Any) -> bytes:
    dice, made = random.Random(seed), maker or _Maker()
    known = made.places(functions, **places)
    for stack in _walks(random.Random(7), known, samples, depth):
        made.sample(stack, dice.randrange(16, 4096))
    return made.written()


def _labelled(seed: int) -> bytes:
    dice, made = random.Random(seed), _Maker()
    known = made.places(400)
    for stack in _walks(random.Random(7), known, 20_000, 10):
        sample = made.sample(stack, dice.randrange(16, 4096))
        for label in range(6):
            sample.label.add(key=made.text(f"key{label}"), str=made.text(f"value{dice.randrange(50)}"))
    return made.written()


def _one(seed: int) -> bytes:
    made = _Maker()
    made.sample(made.places(400) * 4, 4096 * seed)
    return made.written()


def _none(seed: int) -> bytes:
    made = _Maker()
    made.places(400)
    for number in range(60_000):
        made.sample([], number % 512 * seed + 1)
    return made.written()


SHAPES: Final[dict[str, tuple[str, Callable[[int], bytes]]]] = {
    "functions": ("200,000 functions", lambda seed: _plain(seed, functions=200_000, samples=50_000, depth=8)),
    "deep": ("1,500 stacks of 1,000 frames", lambda seed: _plain(seed, functions=4_000, samples=1_500, depth=1_000)),
    "unpacked": (
        "200,000 samples, lists unpacked",
        lambda seed: _plain(seed, functions=400, samples=200_000, depth=2, maker=_Maker(_unpacked_class())),
    ),
    "labels": ("six labels a sample", _labelled),
    "sparse": (
        "ids of 64 bits",
        lambda seed: _plain(
            seed, functions=5_000, samples=20_000, depth=20, ids=lambda number: number * 0x9E3779B97F4A7C15 % 2**64 | 1
        ),
    ),
    "addresses": (
        "locations without lines",
        lambda seed: _plain(seed, functions=5_000, samples=20_000, depth=20, has_lines=False),
    ),
    "one": ("one stack", _one),
    "none": ("no stack at all", _none),
}
"""Name -> what it is, and what makes it; the seed tells the two profiles of a pair apart."""


def made_in(folder: Path, name: str) -> tuple[Path, Path]:
    """The pair of that shape, made now where it is missing."""
    files = folder / f"odd-{name}-0.pb.gz", folder / f"odd-{name}-1.pb.gz"
    for seed, file in enumerate(files, 1):
        if not file.exists():
            file.write_bytes(gzip.compress(SHAPES[name][1](seed), compresslevel=6))
    return files
