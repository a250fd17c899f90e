from dataclasses import replace

import pytest

from leakbook.playbook.yaml_marks import read_yaml
from leakbook.trial.calibrate import brier, calibration_yaml, cases_of, fit


def spoiled(playbooks):
    """The set with supports so weak that true patterns are not believed."""
    weak = (("weak", 1.1), ("moderate", 1.3), ("strong", 1.6), ("decisive", 3.0))
    return replace(playbooks, calibration=replace(playbooks.calibration, supports=weak))


def test_a_fit_never_makes_the_score_worse_and_mends_a_spoiled_table(playbooks):
    cases = [case for case in cases_of(playbooks, {}) if case.playbook == "goroutine/chan-send"]
    found = fit(spoiled(playbooks), cases)
    assert found.after < found.before
    assert found.after == pytest.approx(brier(playbooks, found.calibration, cases))
    for table in ("supports", "absence", "prevalence"):
        numbers = [number for _, number in getattr(found.calibration, table)]
        assert numbers == sorted(numbers)


def test_the_table_is_written_as_it_is_read(playbooks):
    cases = [case for case in cases_of(playbooks, {}) if case.playbook == "goroutine/chan-send"]
    document = read_yaml("_calibration.yaml", calibration_yaml(fit(playbooks, cases)))
    assert document.problems == []
    assert set(document.value) == {"schema", "supports", "absence", "prevalence", "fitted"}


def test_without_cases_nothing_is_fitted(playbooks):
    with pytest.raises(ValueError, match="no cases"):
        fit(playbooks, [])
