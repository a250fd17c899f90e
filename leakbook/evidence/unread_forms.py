"""Texts that people send and that cannot tell what stays: each is refused by its name, with what to send instead.

They are asked after all readers, so that a text that holds one of them beside evidence is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from .metrics import cgroup, mappings
from .signs import LineSign, Sign
from .unread_lists import unread_containers, unread_processes

_HEAP: Final = "/debug/pprof/heap, twice some minutes apart"
_RESIDENT: Final = "the process's own is VmRSS of /proc/PID/status"


class _Form(NamedTuple):
    sign: Sign | LineSign
    says: str | Callable[[str], str | None]


def _unread_mappings(text: str) -> str | None:
    why = mappings.refusal(text)
    return f"{why} Send /proc/PID/smaps or pmap -x of one Go process, whole, and {_HEAP}." if why else None


def _unread_cgroup(text: str) -> str | None:
    why = cgroup.refusal(text)
    return f"{why} Send the whole memory.stat of one container, again and again, and {_HEAP}." if why else None


_FORMS: Final = (
    _Form(
        Sign(r"\A\s{0,8}[\w.~/\\:-]{0,300}[/.\\][\w.-]{1,200}\s{0,8}\Z", "/", ".", "\\"),
        "This is the name of a file, not what is in it. With curl write @ before it: send --data-binary @FILE, or "
        "-F evidence=@FILE.",
    ),
    _Form(
        LineSign(r"\W{0,8}init [\w./-]{1,200} @[\d.]{1,12} ms, [\d.]{1,12} ms clock, \d", " ms clock, "),
        "This is GODEBUG=inittrace: what packages make once, at the start. It cannot show what grows. "
        f"Send {_HEAP}, or GODEBUG=gctrace=1 lines.",
    ),
    _Form(
        LineSign(r"[^\n]{0,80}SCHED \d{1,9}ms: gomaxprocs=", "gomaxprocs="),
        "This is GODEBUG=schedtrace: threads and run queues, not memory. Send GODEBUG=gctrace=1 lines or "
        "/debug/pprof/goroutine?debug=2.",
    ),
    _Form(
        LineSign(r"[^\n]{0,200}\bscav \d{1,9} [KMG]?i?B work", " work"),
        "These are the scavenger's lines alone (GODEBUG=scavtrace): what the runtime gave back, not what the program "
        "keeps. Send the gc lines beside them (GODEBUG=gctrace=1).",
    ),
    _Form(
        LineSign(
            r"[^\n]{0,200}\b(?:invoked oom-killer:|oom-kill:|Memory cgroup out of memory|Out of memory:)",
            "oom",
            "ut of memory",
        ),
        "This is the kernel's report on an out-of-memory kill without the line `Killed process … anon-rss:`. It cannot "
        f"show what held the memory. Send {_HEAP}, before the limit is reached, or GODEBUG=gctrace=1 lines.",
    ),
    _Form(
        Sign(r"\bruntime: out of memory: cannot allocate \d{1,18}-byte block \(\d{1,18} in use\)", "cannot allocate"),
        "This is Go's last word when the system gave no more memory: how much was in use, not by whom. "
        f"Send the stacks that follow it, and {_HEAP}.",
    ),
    _Form(Sign(r"\br[w-]", "rw-"), _unread_mappings),
    _Form(Sign(r"_file|file_", "inactive_file", "mapped_file", "file_mapped"), _unread_cgroup),
    _Form(
        LineSign(r"\s{0,8}(?:404 page not found|Unknown profile)[ \t\r]*$", "404 page not found", "Unknown profile"),
        "This is the answer of a server that has no such page, not a profile: net/http/pprof is not served there, or "
        "the path is another. Look which it has at /debug/pprof/, and send what it then answers.",
    ),
    _Form(
        LineSign(
            r"[ \t>|]{0,8}[0-9a-f]{6,16}(?:-[0-9a-f]{6,16})?[ \t]{1,20}(?:\d{1,12}K[ \t]{1,9})?[r-][w-][xs-][sp-]",
            "r-",
            "rw",
        ),
        "This lists the address space of a process (pmap or /proc/PID/maps), and not, under a head, what of it is "
        "resident. "
        f"Send /proc/PID/smaps or pmap -x, and {_HEAP}.",
    ),
    _Form(
        Sign(r"\bVm(?:Peak|Size|HWM|Data):\s{0,20}\d", "VmPeak:", "VmSize:", "VmHWM:", "VmData:"),
        "This is of /proc/PID/status, but without VmRSS: VmSize and VmPeak are address space, of which Go reserves "
        f"much and uses little. Send VmRSS, twice some minutes apart, and {_HEAP}.",
    ),
    _Form(
        LineSign(r"[ \t>|]{0,24}Memory: [\d.]{1,12}[KMGT](?:[ \t]{0,4}\(|[ \t\r]*$)", "Memory: "),
        f"systemd's Memory counts the cached pages of files that the unit read; {_RESIDENT}. Send {_HEAP}.",
    ),
    _Form(
        Sign(r"\bmemory\.(?:usage_in_bytes|current|max_usage_in_bytes|peak)\b[ \t:=]{0,8}\s{0,4}\d", "memory."),
        "The usage of a cgroup counts cached pages of files, which the kernel takes back. "
        f"Send its memory.stat, and {_HEAP}.",
    ),
    _Form(
        LineSign(r"[^\n]{0,12}(?:Mem|Swap):[ \t]{1,20}[\d.]{1,12}[KMGTi]{0,2}[ \t]{1,20}[\d.]{1,12}", "Mem:", "Swap:"),
        "This is the memory of the whole machine (free), not of one process. "
        f"Send VmRSS of /proc/PID/status, and {_HEAP}.",
    ),
    _Form(
        LineSign(
            r"[ \t]{0,12}\d{1,9}[ \t]{1,9}(?:ESTAB(?:LISHED)?|CLOSE[_-]WAIT|TIME[_-]WAIT|FIN[_-]WAIT[_-]?[12])[ \t\r]*$"
        ),
        "These are numbers of sockets by state, of the whole machine; those in TIME_WAIT belong to no process. "
        "Send the list itself, of one process: lsof -p PID, or ss -tanp.",
    ),
    _Form(
        Sign(r"\bPID\b[^\n]{0,80}\b(?:RSS|RES)\b", "RSS", "RES"),
        lambda text: unread_processes(text, _HEAP),
    ),
    _Form(
        Sign(r"\bMEMORY\(bytes\)|\bMEM USAGE / LIMIT\b", "MEMORY(bytes)", "MEM USAGE / LIMIT"),
        lambda text: unread_containers(text, _HEAP),
    ),
    _Form(
        LineSign(r"Benchmark\w{1,120}(?:-\d{1,4})?[ \t]{1,40}\d{1,12}[ \t]{1,40}[\d.]{1,20} ns/op", " ns/op"),
        "These are results of benchmarks: what an operation allocates, not what stays. Send the heap profile of the "
        "running program, or of the test with -memprofile.",
    ),
    _Form(
        LineSign(r"==\d{1,9}== ", "== "),
        "This is valgrind's report, which sees C's memory but not Go's heap. For that part it is the right tool; "
        f"for Go's send {_HEAP}.",
    ),
    _Form(
        LineSign(
            r"[ \t>|]{0,8}\*?(?:\[\])?[\w./]{0,120}\w\.[A-Z]\w{0,80}[ \t]{2,60}\d{1,12}[ \t]{1,40}"
            r"\d{1,9}\.\d{1,3} [KMG]?B[ \t\r]*$"
        ),
        "This is a table of types with their numbers and sizes: who keeps them does not stand in it. "
        f"Send {_HEAP}: its stacks name the functions.",
    ),
    _Form(
        LineSign(r"[ \t>|]{0,40}Reason:[ \t]{1,40}OOMKilled\b", "OOMKilled"),
        "This says that the container was killed at its memory limit (OOMKilled), not what held the memory. "
        f"Send {_HEAP}, before the limit is reached, or kubectl top pod again and again.",
    ),
    _Form(
        LineSign(r"REPORT RequestId: [^\n]{1,300}Max Memory Used: ", "Max Memory Used: "),
        "Of a function's environment this is the most that it ever used: it never falls, and lines of several "
        "environments are mixed. Send GODEBUG=gctrace=1 lines of one of them, or its heap profile.",
    ),
    _Form(
        LineSign(r"PeriodType: [^\n]{0,80}\n(?:[^\n]{0,400}\n){1,6}Samples:", "PeriodType: "),
        "This is a profile as pprof -raw prints it. Send the profile itself, the file that pprof was given.",
    ),
    _Form(
        LineSign(
            r"[ \t]{0,8}\*?[ \t]{1,6}\d{1,9}[ \t]{1,8}(?:waiting|running|runnable|syscall|idle)[ \t]{1,8}runtime\.\w"
        ),
        "This is gdb's list of goroutines, which tells their states without their stacks. "
        "Send /debug/pprof/goroutine?debug=2, or what SIGQUIT prints.",
    ),
    _Form(
        LineSign(r"[^\s;]{1,300}(?:;[^\s;]{1,300}){1,200} \d{1,18}[ \t\r]*$", ";"),
        "These are folded stacks of a flame graph: what their figures count does not stand there. "
        f"Send the profile that it was drawn of, or {_HEAP}.",
    ),
)


def named_form(text: str) -> str | None:
    """What the text is and what to send instead, when it is a known form that cannot help; None for any other."""
    standing = (form.says for form in _FORMS if form.sign.stands_in(text))
    said = (says if isinstance(says, str) else says(text) for says in standing)
    return next((one for one in said if one is not None), None)
