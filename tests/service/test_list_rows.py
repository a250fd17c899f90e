"""What a bot or a portal reads off a row of the list, without fetching the answer."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import update

from leakbook.storage.database import open_engine, writing
from leakbook.storage.schema import jobs

AUDIT = Path(__file__).parents[1] / "fixtures/goroutine/audit-go1.27"
FIRST = ("confidence", "culprit", "fingerprint")


def only_row(client) -> dict:
    (row,) = client.get("/v1/diagnoses").json["diagnoses"]
    return row


def test_a_row_has_of_the_first_diagnosis_what_the_answer_has(client, desk) -> None:
    captures = [(BytesIO(path.read_bytes()), path.name) for path in sorted(AUDIT.glob("*/dump.txt*"))]
    location = client.post("/v1/diagnoses", data={"evidence": captures}).headers["Location"]
    assert set(FIRST).isdisjoint(only_row(client))
    desk.clear()
    row, answer = only_row(client), client.get(location).json
    first = answer["diagnoses"][0]
    assert row["playbook"] == first["playbook"]
    assert {name: row[name] for name in FIRST} == {name: first[name] for name in FIRST}
    assert row["culprit"]["function"] == "corp.example.net/core/audit/internal/trail.(*Trail).Record"


def test_a_row_without_a_believed_diagnosis_has_nulls(client, desk) -> None:
    client.post("/v1/diagnoses", data=b"goroutine 1 [running]:\nmain.main()\n\t/src/shop/main.go:12 +0x2d\n")
    desk.clear()
    assert only_row(client)["verdict"] == "inconclusive"
    assert [only_row(client)[name] for name in ("playbook", *FIRST)] == [None] * 4


def test_a_row_of_an_earlier_release_has_nulls_too(client, settings, dump, desk) -> None:
    client.post("/v1/diagnoses", data=dump)
    desk.clear()
    with writing(open_engine(settings)) as connection:
        connection.execute(update(jobs).values(first=None))
    assert [only_row(client)[name] for name in FIRST] == [None] * 3


@pytest.mark.parametrize("priority", ["low", "normal", "high"])
def test_the_priority_is_shown_wherever_the_job_is(client, dump, desk, priority: str) -> None:
    posted = client.post("/v1/diagnoses", query_string={"priority": priority}, data=dump)
    desk.clear()
    told = [posted.json, client.get(posted.headers["Location"]).json, only_row(client)]
    assert [one["priority"] for one in told] == [priority] * 3
