"""The lines that Elastic's Beats write of themselves."""

import pytest

from leakbook.evidence.metrics.reader import RuntimeMetricsReader

from .tool_texts import RESIDENT, series

LINE = (
    '2026-01-02T10:00:{second:02}.5Z INFO [monitoring] log/log.go:144 Non-zero metrics in the last 30s {{"monitoring": '
    '{{"metrics": {{"beat":{{"handles":{{"limit":{{"hard":4096,"soft":1024}},"open":{fds}}},"info":{{"ephemeral_id":'
    '"{whose}","uptime":{{"ms":30043}}}},"memstats":{{"gc_next":900,"memory_alloc":{alloc},"memory_sys":3000,'
    '"memory_total":7000,"rss":4000}},"runtime":{{"goroutines":45}}}},"libbeat":{{"pipeline":{{"clients":2}}}}}}}}}}\n'
)


def line(second: int, *, whose: str = "a9db", alloc: int = 500, fds: int = 13) -> str:
    return LINE.format(second=second, whose=whose, alloc=alloc, fds=fds)


def test_a_beats_line_every_half_minute_is_a_series():
    found = series(line(1) + "INFO harvester started\n" + line(31, alloc=650))
    assert [value for _, value in found["go_memstats_alloc_bytes"]] == [500, 650]
    (first, _), (second, _) = found[RESIDENT]
    assert second - first == 30
    last = {name: points[-1][1] for name, points in found.items()}
    assert last["process_open_fds"] == 13
    assert (last["go_goroutines"], last["go_memstats_next_gc_bytes"], last["go_memstats_sys_bytes"]) == (45, 900, 3000)


def test_the_older_spelling_and_a_line_that_breaks_off():
    old = "INFO Non-zero metrics in the last 30s: beat.memstats.memory_alloc=500 beat.memstats.rss=4000 read=7\n"
    assert series(old) == {"go_memstats_alloc_bytes": [(None, 500)], RESIDENT: [(None, 4000)]}
    torn = line(1)
    assert series(torn[: torn.index("}}", torn.index("rss"))] + "}")[RESIDENT][0][1] == 4000
    assert RESIDENT not in series(torn[: torn.index("000}", torn.index("rss"))])


@pytest.mark.parametrize(
    "text",
    [
        line(1) + line(1, whose="b7aa"),
        '{"memory_alloc": "see below", "memstats": {}}\n',
        '{"query":{"memory_alloc":{"memstats":{}}}}\n',
    ],
)
def test_lines_of_several_beats_or_of_nothing_are_not_read(text):
    assert not RuntimeMetricsReader().recognises(text)
