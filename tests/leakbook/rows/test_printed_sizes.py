"""Object sizes in the figures of a printed table: a sampled object of S bytes stands for S / (1 - exp(-S/512 KiB))."""

import math

import pytest

from leakbook.evidence.model import TopRow
from leakbook.rows.heap.printed_sizes import object_size, prints_sizes

PERIOD = 512 * 1024


def printed(*objects: tuple[int, int]) -> int:
    """Bytes of (size, sampled objects), as a table shows them: to a hundredth of a kilobyte."""
    scaled = sum(int(count * size / -math.expm1(-size / PERIOD)) for size, count in objects)
    return round(float(f"{scaled / 1024:.2f}") * 1024)


@pytest.mark.parametrize(
    ("size", "count"), [(16, 6), (80, 10), (1024, 45), (16384, 61), (27264, 35), (49152, 3), (28983296, 1), (2**20, 6)]
)
def test_one_size_explains_its_own_figure(size, count):
    assert object_size(printed((size, count))) == size


def test_of_unlike_small_objects_the_mean_is_told():
    assert object_size(printed((16, 7), (32, 7))) == pytest.approx(24, abs=2)


@pytest.mark.parametrize("figure", [printed((1280, 9), (41984, 4)), printed((9472, 21), (5376, 13)), 4096, 0])
def test_sums_of_unlike_sizes_and_less_than_one_object_tell_nothing(figure):
    assert object_size(figure) is None


def test_figures_in_megabytes_are_too_coarse():
    def rows(*megabytes: float) -> list[TopRow]:
        return [TopRow(function="shop.Put", flat=round(figure * 2**20), cum=0) for figure in megabytes]

    assert not prints_sizes(rows(61.12, 8, 0.5))
    assert prints_sizes(rows(61.12, 0.50031))
