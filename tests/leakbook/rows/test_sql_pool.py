"""A jam at a pool of connections is one story: those who ask for one wait for whoever holds one and is stuck."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from tests.leakbook.rows.captured import dump, goroutine, written
from tests.playbooks.programs import PLAYBOOKS

SERVE = "net/http.(*Server).Serve in 1:3086"
ASK = ("database/sql.(*DB).conn(0xc0000aa000):1360", "database/sql.(*DB).query(0xc0000aa000):1750")
WAIT = ("chan receive, 13 minutes", "shop/web.(*Hub).wait(0xc00002):30", "shop/web.Export():25")
MORE = ("select, 13 minutes", *ASK, "shop/web.(*Hub).wait(0xc00002):30", "shop/web.Export():25")
READ = ("IO wait, 13 minutes", "net.(*conn).Read():9", "shop/web.(*Hub).wait(0xc00002):30", "shop/web.Export():25")


def report_of(hold: tuple[str, ...]):
    asking = [
        goroutine(n, "select, 12 minutes", *ASK, "shop/store.(*Store).Count(0xc00001):31", creator=SERVE)
        for n in range(100, 500, 10)
    ]
    holding = [goroutine(n, *hold, creator=SERVE) for n in range(20, 30)]
    opened = [
        goroutine(n + 30, "select, 13 minutes", "database/sql.(*Tx).awaitDone(0xc0000bb000):2212",
                  creator=f"database/sql.(*DB).beginDC in {n}:1928")
        for n in range(20, 30)
    ]  # fmt: skip
    return diagnose(written(dump([*asking, *holding, *opened])), PLAYBOOKS)


def test_those_who_ask_for_a_connection_stand_under_whoever_holds_them_and_is_stuck():
    (first, *others) = report_of(WAIT).diagnoses
    assert (first.playbook, first.culprit.function) == ("goroutine/chan-receive", "shop/web.(*Hub).wait")
    assert {victim.function for victim in first.victims} >= {"shop/store.(*Store).Count"}
    assert "resource/sql-rows" not in {one.playbook for one in others}


@pytest.mark.parametrize("hold", [MORE, READ])
def test_those_who_hold_one_and_ask_for_more_or_are_at_work_are_no_other_cause(hold):
    first = report_of(hold).diagnoses[0]
    assert first.playbook == "resource/sql-rows"
    assert not first.victims
