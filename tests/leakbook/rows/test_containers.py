import math
import random

import pytest

from leakbook.rows.heap.containers import (
    SizePattern,
    allocated_size,
    bucket_array_sizes,
    climbs_a_ladder,
    full_table_sizes,
    made_tables,
    map_shape,
    of_no_growing_map,
    slice_shape,
)


def pattern(*sizes):
    return [SizePattern(sizes=sizes)]


@pytest.mark.parametrize(
    ("wanted", "given"), [(800, 896), (6400, 6528), (9216, 9472), (25600, 27264), (32768, 32768), (33792, 40960)]
)
def test_objects_get_a_size_class_or_whole_pages(wanted, given):
    assert allocated_size(wanted) == given


def test_a_full_table_of_a_map_from_string_to_pointer_is_one_of_the_sizes():
    assert 27264 in full_table_sizes()


@pytest.mark.parametrize(
    ("sizes", "shape"),
    [
        (((27264, 196, 354),), 0.8),
        (((13568, 0, 3), (27264, 196, 354)), 1.0),
        (((16384, 2000, 3700),), 0.0),
        (((32768, 500, 500),), 0.0),
        (((10880, 0, 340), (21760, 0, 221), (49152, 223, 223)), 0.0),
        (((20480, 0, 26), (81920, 0, 6), (319488, 0, 2), (1253376, 1, 1)), 1.0),
    ],
    ids=[
        "tables",
        "tables after half-filled ones",
        "chunks",
        "buffers",
        "many slices that doubled",
        "buckets before 1.24",
    ],
)
def test_sizes_that_a_map_makes_are_told_from_others(sizes, shape):
    assert map_shape(pattern(*sizes)) == shape


@pytest.mark.parametrize(
    ("sizes", "at_least", "at_most"),
    [
        (((548864, 0, 1), (712704, 0, 1), (917504, 0, 1), (1171456, 0, 1), (1490944, 1, 1)), 0.9, 1.0),
        (((9728, 0, 326), (20480, 0, 313), (40960, 319, 319)), 0.8, 0.8),
        (((27264, 196, 354),), 0.0, 0.0),
        (((16384, 2000, 3700),), 0.0, 0.0),
        (((27264, 0, 39), (28672, 18, 18), (32768, 33, 49), (40960, 79, 119), (49152, 33, 44)), 0.0, 0.2),
        (((24576, 9, 20), (27264, 19, 39), (28672, 18, 18), (32768, 16, 16), (36864, 39, 66)), 0.0, 0.2),
    ],
    ids=[
        "one slice",
        "many slices",
        "tables",
        "chunks",
        "buffers as long as what came, half and full ones among them",
        "buffers as long as what came",
    ],
)
def test_sizes_that_append_makes_are_told_from_others(sizes, at_least, at_most):
    assert at_least <= slice_shape(pattern(*sizes)) <= at_most


def test_nothing_large_is_not_measured_rather_than_no_container():
    assert map_shape([]) is None
    assert slice_shape([]) is None


def test_a_bucket_array_of_old_has_a_sixteenth_more_for_overflow():
    # 2^12 buckets of map[uint64]*T, 144 bytes each, and 256 more: 626,688 bytes in whole pages.
    assert 630784 in bucket_array_sizes()


@pytest.mark.parametrize(
    ("sizes", "seen"),
    [
        (((27264, 0, 0),), True),
        (((21760, 0, 24), (49152, 0, 0)), True),
        (((630784, 1, 1),), True),
        (((14336, 2595, 2595),), False),
        (((16384, 130, 454),), False),
        (((548864, 0, 1), (712704, 0, 1), (917504, 0, 1), (1171456, 0, 1), (1490944, 1, 1)), False),
        (((27264, 0, 39), (28672, 18, 18), (32768, 33, 49), (40960, 79, 119), (49152, 33, 44)), False),
        (((27264, 19, 19), (32768, 20, 20), (40960, 20, 20), (49152, 55, 55)), False),
        (((8192, 387, 451), (9472, 0, 1)), True),
    ],
    ids=[
        "listed without a count",
        "freed",
        "buckets before 1.24",
        "the values",
        "buffers",
        "one slice",
        "buffers as long as what came",
        "buffers whose longest are most",
        "one buffer's size beside a table's",
    ],
)
def test_a_single_table_may_be_seen_where_no_shape_can(sizes, seen):
    assert made_tables(pattern(*sizes)) is seen


@pytest.mark.parametrize(
    ("sizes", "climbs"),
    [
        ((896, 6528), True),
        ((6528,), False),
        ((384, 768, 1536, 3072), False),
        ((288, 576), False),
        ((2048, 4096), False),
    ],
    ids=["a growing table", "one size", "a slice of 24-byte elements", "small ones", "buffers that double"],
)
def test_two_sizes_of_one_table_show_that_it_grows(sizes, climbs):
    assert climbs_a_ladder(sizes) is climbs


def test_buffers_of_a_tables_size_of_which_none_was_given_up_are_no_tables():
    assert map_shape(pattern((9472, 3000, 3000))) < 0.1
    assert map_shape(pattern((9472, 3000, 6000))) == pytest.approx(0.8)


def test_buffers_of_a_tables_size_in_passing_use_are_no_tables():
    assert map_shape(pattern((73728, 38, 190))) < 0.1


def test_tables_of_no_growing_map_that_were_each_made_in_one_go_are_no_growing_map():
    made_in_one_go, growing = pattern((13568, 400, 400)), pattern((13568, 400, 800))
    assert map_shape(made_in_one_go) < 0.1
    assert map_shape(growing) == pytest.approx(0.8)
    assert (of_no_growing_map(made_in_one_go), of_no_growing_map(growing)) == (True, False)
    assert not of_no_growing_map(pattern((14336 - 2000, 900, 900)))


def test_hardly_any_growing_map_is_denied_for_the_tables_that_chance_sampled():
    sampling, size, tables = -math.expm1(-27264 / 524288), 27264, 300
    draw = random.Random(5)

    def seen() -> float:
        return round(sum(draw.random() < sampling for _ in range(tables)) / sampling)

    grown = [(in_use, in_use + seen()) for in_use in (seen() for _ in range(400))]
    denied = sum(of_no_growing_map(pattern((size, in_use, made))) for in_use, made in grown)
    assert denied < 0.02 * len(grown)
    assert map_shape(pattern((27264, 355, 513))) > 0.5
    assert map_shape(pattern((21760, 73, 73))) < 0.5


def test_one_sampled_object_of_a_tables_size_shows_no_map():
    assert map_shape(pattern((9472, 55, 55))) < 0.5
