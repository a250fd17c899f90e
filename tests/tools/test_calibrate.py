"""The fit of the numbers behind the words: folds by program, words in order, no choice by luck."""

from __future__ import annotations

import numpy as np
import pytest

from leakbook.playbook.model import DEFAULT_CALIBRATION
from leakbook.playbook.shared_files import read_calibration
from leakbook.playbook.yaml_marks import read_yaml
from tools.accuracy.calibrate import FOLDS, fit, fold_of
from tools.accuracy.tables_of_odds import WORDS, calibration_yaml, candidates, distance, is_in_order


def test_every_table_tried_keeps_its_words_in_order() -> None:
    tried = candidates(DEFAULT_CALIBRATION, 20, seed=3)
    assert tried[0] == DEFAULT_CALIBRATION
    assert len(set(tried)) == len(tried) > 40
    assert all(is_in_order(table, getattr(one, table)) for one in tried for table in WORDS)
    assert tried == candidates(DEFAULT_CALIBRATION, 20, seed=3)


def test_a_table_that_helps_everywhere_is_chosen() -> None:
    errors = np.column_stack([np.full(50, 0.2), np.full(50, 0.1), np.full(50, 0.15)])
    found = fit(errors, [n % FOLDS for n in range(50)], [0, 0, 0])
    assert found.chosen == 1
    assert (found.start, found.held_out, found.in_sample) == pytest.approx((0.2, 0.1, 0.1))


def test_a_table_that_only_suits_what_it_was_chosen_on_is_found_out() -> None:
    folds = [n % FOLDS for n in range(50)]
    start = np.full(50, 0.2)
    lucky = [np.where(np.asarray(folds) == fold, 0.5, 0.15) for fold in range(FOLDS)]
    found = fit(np.column_stack([start, *lucky]), folds, [0.0] * (FOLDS + 1))
    assert found.held_out > found.start


def test_a_distant_table_must_earn_its_way() -> None:
    errors = np.column_stack([np.full(10, 0.2), np.full(10, 0.19)])
    folds = [n % FOLDS for n in range(10)]
    assert fit(errors, folds, [0, 0.02]).chosen == 0
    assert fit(errors, folds, [0, 0.001]).chosen == 1


def test_a_program_has_one_fold_and_all_folds_are_used() -> None:
    assert {fold_of(f"program{n}") for n in range(200)} == set(range(FOLDS))


def test_the_file_is_read_as_it_was_written() -> None:
    moved = candidates(DEFAULT_CALIBRATION, 1, seed=5)[-1]
    document = read_yaml("_calibration.yaml", calibration_yaml(moved, programs=9, brier=0.05))
    assert document.problems == []
    assert distance(read_calibration(document), moved) < 0.1
