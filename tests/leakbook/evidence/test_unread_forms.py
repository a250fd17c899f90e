"""Texts that cannot tell what stays are refused by their name, with what to send instead."""

from base64 import b64encode, encodebytes

import pytest

from leakbook.errors import NotRecognised
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence

DOCKER = "CONTAINER ID   NAME   CPU %   MEM USAGE / LIMIT\n"
TOP = "PID USER PR NI VIRT RES SHR S %CPU %MEM TIME+ COMMAND\n"
PS = "USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n"
SHOP = "app 710 3.1 9.0 2245623 9120 ? Sl Nov13 186:03 ./shop\n"
MAPPINGS = "0000000000400000 9 5 9 r-x-- shop\nc000000000 9 8 9 rw--- [ anon ]\n7ffd00000000 9 6 9 rw--- [ stack ]\n"


def refusal(text: str) -> str:
    with pytest.raises(NotRecognised) as refused:
        read_evidence([Submission(name="paste", content=text.encode())])
    return refused.value.detail


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("/home/ann/dump.txt", "name of a file"),
        ("heap-1.pb.gz\n", "name of a file"),
        (
            "init errors @0.29 ms, 0.005 ms clock, 0 bytes, 0 allocs\n"
            "init main @1.6 ms, 0.32 ms clock, 3 bytes, 3 allocs",
            "inittrace",
        ),
        ("SCHED 1003ms: gomaxprocs=8 idleprocs=2 threads=10 spinningthreads=1 runqueue=5 [2 0 1]", "schedtrace"),
        ("scav 0 KiB work (bg), 3 KiB work (eager), 4096 KiB now, 62% util", "scavenger's lines alone"),
        (
            "[55181.04] Memory cgroup out of memory: Kill process 15 (shop) score 1861 or sacrifice child",
            "out-of-memory kill",
        ),
        ("runtime: out of memory: cannot allocate 310378496-byte block (3610640384 in use)", "Go's last word"),
        (
            "00402000-004a4000 r-xp 00002000 00:47 738   /srv/shop\nc000000000-c000400000 rw-p 00000000 00:00 0",
            "address space",
        ),
        ("00010000   7272K r-x-- shop\n02000000 118784K rw---   [ anon ]\n total   813360K", "address space"),
        ("VmPeak:\t   18676 kB\nVmSize:\t   18676 kB", "without VmRSS"),
        ("   Main PID: 710 (shop)\n      Tasks: 12\n     Memory: 1.2G (peak: 1.5G)", "systemd's Memory"),
        ("404 page not found\n", "no such page"),
        ("Unknown profile\n", "no such page"),
        ("# cat /sys/fs/cgroup/memory.current\n2869575680", "usage of a cgroup"),
        ("              total        used        free\nMem:           62Gi        48Gi       1.1Gi", "whole machine"),
        ("      1 ESTABLISHED\n  28230 TIME_WAIT", "sockets by state"),
        ("  PID    VSZ   RSS COMMAND\n  710 558590 9120 shop\n  711 558590 9120 till", "Several processes"),
        ("NAME   CPU(cores)   MEMORY(bytes)\nshop-a   21m   240Mi\nshop-b   21m   240Mi", "Several containers"),
        ("POD  NAME  CPU(cores)  MEMORY(bytes)\nshop-a  web  2m  240Mi\nshop-a  log  2m  40Mi", "Several containers"),
        (f"{DOCKER}d79d70c61f08   redis-server   2%   1GiB / 3GiB\n", "another program"),
        (f"{DOCKER}d79d70c61f08   shop   --   -- / --\n", "One container is listed"),
        (DOCKER, "without a row"),
        ("NAME  CPU(cores)  CPU%  MEMORY(bytes)  MEMORY%\nnode-1  250m  12%  1800Mi  45%\n", "whole machines"),
        (f"{TOP}710 app 20 0 5359548 4.907g 201724 S 0.6 31.6 10:41.46 java\n", "another program"),
        (f"{TOP}710 app 20 0 5359548 4.907x 201724 S 0.6 31.6 10:41.46 shop\n", "One process is listed"),
        (f"{PS}ann 999 0.0 0.0 64 7 pts/0 S+ 10:00 0:00 grep shop\n", "Only the search"),
        (f"{PS}{SHOP}{PS}{SHOP.replace('710', '810')}", "started anew"),
        (f"{PS}{SHOP}{SHOP.replace('710', '810')}", "Several processes"),
        (f"{PS}{SHOP}{PS}{SHOP.replace('710', '810')}{PS}{SHOP}{PS}{SHOP.replace('710', '810')}", "Several processes"),
        ("c000000000 1 1 1 rw---   [ anon ]\n", "Fewer than 3 mappings"),
        ("4217:   /usr/bin/java -jar\n" + MAPPINGS, "mappings of another program"),
        ("710:   ./shop\n" + MAPPINGS + "711:   ./shop\n" + MAPPINGS, "mappings of several processes"),
        (MAPPINGS + "0000000000500000 9 9 9 rw--- till\n", "in no order of their addresses"),
        ("      c000000000 rw-p 00000000  103:02      0 131072 112640 112640\n", "under a head"),
        ("cache 9000000\nrss 0\nmapped_file 0\ninactive_file 0\n", "no memory of processes"),
        ("==> a/memory.stat <==\nrss 5\nmapped_file 0\n==> b/memory.stat <==\nrss 5\n", "Several memory.stat"),
        ("BenchmarkPut-8   \t  40676\t     32230 ns/op\t  0 B/op", "results of benchmarks"),
        ("==25064== 352 bytes in 1 blocks are possibly lost\n==25064==    at 0x4837B65: calloc", "valgrind"),
        (
            "big.Int                          27775312  1524.560 MB\ntypes.Transaction   4598258   673.195 MB",
            "table of types",
        ),
        ("    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137\n", "OOMKilled"),
        (
            "REPORT RequestId: 0f3d\tDuration: 9 ms\tMemory Size: 512 MB\tMax Memory Used: 96 MB\n",
            "most that it ever used",
        ),
        ("PeriodType: space bytes\nPeriod: 524288\nSamples:\ninuse_space/bytes\n  1 8: 1 2\nLocations\n", "pprof -raw"),
        ("(gdb) info goroutines\n  1 waiting  runtime.gopark\n* 17 running  runtime.futex\n", "gdb's list"),
        ("main.main;net/http.(*Server).Serve;shop.Open 73400320\nmain.main;shop.load 1048576\n", "folded stacks"),
    ],
)
def test_the_form_is_named_and_what_to_send_instead(text, name):
    detail = refusal(text)
    assert name in detail
    assert "Send" in detail or "send" in detail


@pytest.mark.parametrize("text", ["nothing of any kind\n", "Memory: good times\nread-only memory.current is\n"])
def test_other_texts_are_of_no_kind(text):
    assert refusal(text) == f"No evidence was found in it: text beginning {text.splitlines()[0]!r}."


def test_beside_evidence_such_a_text_is_left_aside_by_its_name():
    trace = b"gc 1 @0.1s 0%: 0+0+0 ms clock, 0+0/0/0+0 ms cpu, 4->4->4 MB, 8 MB goal, 4 P\n"
    parts = [Submission(name="gc.log", content=trace), Submission(name="free.txt", content=b"Mem: 62Gi 48Gi 1.1Gi\n")]
    evidence = read_evidence(parts)
    assert len(evidence.captures) == 1
    assert any("whole machine" in warning and "left aside" in warning for warning in evidence.warnings)


@pytest.mark.parametrize("encode", [b64encode, encodebytes])
@pytest.mark.parametrize(
    "plain", [b"\x1f\x8b\x08\x00\x00\x00\x00\x00" + bytes(range(90)), b"goroutine 1 [running]:\nmain.main()\n" * 9]
)
def test_base64_without_its_encoding_is_known_for_what_it_is(encode, plain):
    assert '"encoding": "base64"' in refusal(encode(plain).decode())


@pytest.mark.parametrize(
    "text",
    [
        "deadbeef" * 40,
        "x" * 400,
        b64encode(bytes(range(256))).decode(),
        b64encode(b'{"kid": "a key of ours", "alg": "RS256"}' * 9).decode(),
        "word " * 40,
    ],
)
def test_other_long_words_are_no_base64(text):
    assert "base64" not in refusal(text)
