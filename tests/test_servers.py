"""What a machine without a program does: skip, unless it was told that nothing may be skipped, as CI is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.servers import INSTALLED, lack

CI = (Path(__file__).parents[1] / ".ci/run").read_text()


def test_a_missing_program_skips_here_and_fails_where_all_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEAKBOOK_TEST_SERVERS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="promtool"):
        lack("promtool")
    monkeypatch.setenv("LEAKBOOK_TEST_SERVERS", "required")
    with pytest.raises(pytest.fail.Exception, match="promtool"):
        lack("promtool")


def test_ci_requires_all_and_installs_each() -> None:
    assert "export LEAKBOOK_TEST_SERVERS=required" in CI
    for program in (*INSTALLED, "prometheus", "systemd", "panicparse"):
        assert program in CI
