"""The demo's last line leads somewhere: to a service that runs, or to how to start it."""

from __future__ import annotations

import pytest

from tools import demo

PAGE = "http://127.0.0.1:8080/v1/diagnoses/1"


def test_a_page_is_promised_only_while_something_serves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8090")
    assert demo.page_hint(PAGE, kept_running=True) == f"The same as a page: open {PAGE}"
    assert "PORT=8090 ./dev run" in demo.page_hint(PAGE, kept_running=False)


def test_a_capture_that_is_not_there_is_named(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main([str(tmp_path / "gone.txt")]) == 1
    assert "gone.txt" in capsys.readouterr().err
