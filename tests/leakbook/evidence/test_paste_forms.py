"""Each kind of text reads the same whatever a log, a log store, an editor or a mailer made of it."""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
from pathlib import Path

import pytest

from leakbook.evidence.model import Submission
from leakbook.evidence.paste.clean import clean
from leakbook.evidence.read import read_evidence

FIXTURES = Path(__file__).parents[2] / "fixtures"
SHOP = Path(__file__).parent / "captures" / "shop"
CHECKOUT = FIXTURES / "goroutine" / "checkout-go1.27" / "2"
STOREFRONT = FIXTURES / "cache" / "storefront-go1.27" / "2"
POD = "dispatch-7d9f5c8b6d-x2x9z"
LSOF = "COMMAND  PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME\n" + "".join(
    f"shop    4217  app  {fd:3d}u  IPv4  {81230 + fd}      0t0  TCP 10.0.0.1:80->10.0.0.9:{51234 + fd} (ESTABLISHED)\n"
    for fd in range(9, 40)
)


def text_of(path):
    if path.exists():
        return path.read_text()
    return gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()).decode()


KINDS = {
    "dump": text_of(CHECKOUT / "dump.txt"),
    "signal": text_of(STOREFRONT / "sigquit.txt"),
    "goroutine page": text_of(CHECKOUT / "goroutine.debug1.txt"),
    "heap page": text_of(STOREFRONT / "heap.debug1.txt"),
    "gctrace": text_of(STOREFRONT / "gctrace.log"),
    "top": text_of(STOREFRONT / "top.txt"),
    "peek": text_of(SHOP / "peek.txt"),
    "traces": text_of(SHOP / "traces.txt"),
    "scrape": text_of(STOREFRONT / "metrics.txt"),
    "ls": text_of(CHECKOUT / "fd.txt"),
    "lsof": LSOF,
}


def clock(at):
    return f"2026-11-28T{9 + at // 3600:02d}:{at // 60 % 60:02d}:{at % 60:02d}"


def lines(form):
    return lambda text: "".join(f"{form(at, line)}\n" for at, line in enumerate(text.removesuffix("\n").split("\n")))


def records(form):
    return lines(lambda at, line: json.dumps(form(at, line)))


def listed(form, *, newest_first=False):
    def write(text):
        told = [form(at, line) for at, line in enumerate(text.removesuffix("\n").split("\n"))]
        return told[::-1] if newest_first else told

    return write


def table(head, row, separator=","):
    def write(text):
        written = io.StringIO()
        writer = csv.writer(written, delimiter=separator)
        writer.writerow(head)
        writer.writerows(row(at, line) for at, line in enumerate(text.removesuffix("\n").split("\n")))
        return written.getvalue()

    return write


def streams(entries):
    return json.dumps({"data": {"resultType": "streams", "result": [{"stream": {"app": "x"}, "values": entries}]}})


def logfmt(line):
    return json.dumps(line) if line == "" or any(mark in line for mark in ' ="\t') else line


entry = listed(lambda at, line: [str(1700000000000000000 + at), line])
entry_back = listed(lambda at, line: [str(1700000000000000000 + at), line], newest_first=True)
exported = listed(lambda at, line: {"textPayload": line, "timestamp": clock(at)}, newest_first=True)
events = listed(lambda at, line: {"timestamp": 1700000000000 + at, "message": line})
hits = listed(lambda at, line: {"_source": {"@timestamp": clock(at), "message": line}})

FORMS = {
    "heroku": lines(lambda at, line: f"{clock(at)}.{at * 7919 % 10**6:06d}+00:00 app[web.1]: {line}".rstrip()),
    "process": lines(lambda at, line: f"{clock(at)}Z app[{12 + at % 3}]: {line}"),
    "fly": lines(lambda at, line: f"{clock(at)}Z app[4d891234b23e18] ams [info]{line}"),
    "cloud foundry": lines(lambda at, line: f"   {clock(at)}.00+0000 [APP/PROC/WEB/0] ERR {line}"),
    "stern": lines(lambda _, line: f"{POD} dispatch {line}"),
    "stern with times": lines(lambda at, line: f"{POD} dispatch {clock(at)}.{at:09d}Z {line}"),
    "kubectl --prefix": lines(lambda at, line: f"[pod/{POD}-{'of-a-long-name-' * 4}/dispatch] {clock(at)}Z {line}"),
    "kubernetes": lines(lambda at, line: f"{clock(at)}.{at:09d}Z stderr F {line}"),
    "compose": lines(lambda _, line: f"\x1b[36mweb-1  | \x1b[0m{line}"),
    "swarm": lines(lambda _, line: f"web.1.x2k9z0@node-1    | {line}".rstrip()),
    "logcli": lines(lambda at, line: f'{clock(at)}Z {{app="web", pod="{POD}"}} {line}'),
    "logcli --output=jsonl": records(lambda at, line: {"labels": {"app": "x"}, "line": line, "timestamp": clock(at)}),
    "loki": lambda text: streams(entry(text)),
    "loki, newest first": lambda text: streams(entry_back(text)),
    "slog": lambda text: (
        records(lambda at, line: {"time": clock(at), "level": "ERROR", "msg": line})(text)
        .replace(">", "\\u003e")
        .replace("<", "\\u003c")
    ),
    "zap": records(lambda at, line: {"level": "error", "ts": 1.7e9 + at, "caller": "web/main.go:12", "msg": line}),
    "zerolog": records(lambda at, line: {"level": "error", "time": clock(at), "message": line}),
    "elastic": records(lambda at, line: {"_index": "l", "_source": {"@timestamp": clock(at), "message": line}}),
    "elastic's answer": lambda text: json.dumps({"took": 1, "hits": {"hits": hits(text)}}, indent=2),
    "google": records(lambda at, line: {"jsonPayload": {"message": line}, "timestamp": clock(at)}),
    "google's export, newest first": lambda text: json.dumps(exported(text), indent=2),
    "cloudwatch": records(lambda at, line: {"@timestamp": clock(at), "@message": line, "@ptr": "Cl"}),
    "cloudwatch's answer": lambda text: json.dumps({"events": events(text)}, indent=4),
    "open telemetry": records(lambda at, line: {"timeUnixNano": str(at), "body": {"stringValue": line}}),
    "docker": records(lambda at, line: {"stream": "stderr", "log": f"{line}\n", "time": clock(at)}),
    "docker of json": records(lambda _, line: {"log": f"{json.dumps({'level': 'error', 'msg': line})}\n"}),
    "kubernetes of json": lines(lambda at, line: f"{clock(at)}.{at:09d}Z stderr F {json.dumps({'msg': line})}"),
    "one record": lambda text: (
        f"{json.dumps({'msg': 'up'})}\n{json.dumps({'level': 'error', 'msg': 'x', 'stack': text})}\n"
    ),
    "one record over lines": lambda text: json.dumps({"level": "error", "msg": text}, indent=2),
    "one record in another": lambda text: json.dumps({"log": json.dumps({"level": "error", "msg": text})}),
    "slack": lambda text: json.dumps([{"type": "message", "text": f"```{html.escape(text, quote=False)}```"}]),
    "logrus": lines(lambda at, line: f'time="{clock(at)}Z" level=info msg={json.dumps(line)} pid=12'),
    "logrus, one record": lambda text: f'time="{clock(1)}Z" level=info msg={json.dumps(text)}\n',
    "slog's text": lines(lambda at, line: f"time={clock(at)}.000Z level=ERROR msg={logfmt(line)}"),
    "quoted lines": lines(lambda _, line: json.dumps(f"{line}\n") + " +"),
    "datadog": table(["Date", "Host", "Message"], lambda at, line: [clock(at), "web-1", line]),
    "splunk": table(["_raw", "_time", "host"], lambda at, line: [line, clock(at), "h"]),
    "tabbed table": table(["time", "pod", "log"], lambda at, line: [clock(at), POD, line], "\t"),
    "table without a head": lines(lambda at, line: f'"{clock(at)}","web","' + line.replace('"', '""') + '"'),
    "syslog": lines(lambda at, line: f"<11>1 {clock(at)}.000Z host web 12 - - {line}"),
    "rsyslog": lines(lambda at, line: f"<11>Nov 28 09:00:{at % 60:02d} host web[12]: {line}".replace("\t", "#011")),
    "journald with ISO times": lines(lambda at, line: f"{clock(at)}+0000 host web[123]: {line}"),
    "zap's console": lines(lambda at, line: f"{clock(at)}.000Z\tERROR\tweb/main.go:12\t{line}"),
    "github job": lines(
        lambda at, line: f"test (1.27, ubuntu-latest)\tRun go test ./...\t{clock(at)}.{at:07d}Z {line}"
    ),
    "mail": lines(lambda _, line: f">> {line}".rstrip()),
    "diff": lines(lambda _, line: f"+{line}"),
    "diff with a blank": lines(lambda _, line: f"- {line}"),
    "grep": lines(lambda at, line: f"/var/log/web.log:{at + 1}:{line}"),
    "grep -A": lines(lambda at, line: f"{at + 1}{'-' if at % 5 else ':'}{line}"),
    "cat -n": lines(lambda at, line: f"{at + 1:6d}\t{line}"),
    "indented": lines(lambda _, line: f"    {line}".rstrip()),
    "asciidoc": lambda text: f"[source,go]\n----\n{text}----\n",
    "html": lambda text: html.escape(text).replace("+", "&#43;"),
    "windows": lambda text: FORMS["heroku"](text).replace("\n", "\r\n"),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "100 columns": lines(lambda _, line: "\n".join(line[cut : cut + 100] for cut in range(0, len(line), 100))),
}


def contents(text):
    """What was read, with profiles as values that can be compared."""
    told = []
    for capture in read_evidence([Submission(name="pasted", content=text.encode())]).captures:
        content = capture.reading.content
        told.append((capture.reading.kind, list(content.samples()) if hasattr(content, "locations") else content))
    return told


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", FORMS)
def test_evidence_reads_the_same_in_every_form(form, kind):
    assert contents(FORMS[form](KINDS[kind])) == contents(KINDS[kind])


@pytest.mark.parametrize("form", ["heroku", "stern", "slog", "datadog", "loki, newest first", "logrus"])
def test_the_answer_says_what_was_taken_off(form):
    (capture,) = read_evidence([Submission(name="x", content=FORMS[form](KINDS["dump"]).encode())]).captures
    assert any("taken o" in note for note in capture.reading.notes)


@pytest.mark.parametrize(
    "log",
    [
        '{"level":"info","msg":"up"}\n{"level":"info","msg":"mem","HeapAlloc":4669544,"NumGoroutine":17}\n' * 3,
        'level=info msg="mem" HeapAlloc=4669544 HeapInuse=4669544\n' * 3,
        "time,message,HeapAlloc\n1,mem,4669544\n",
    ],
)
def test_numbers_beside_the_message_stay(log):
    assert clean(log) == (log, ())


def test_a_dump_beside_the_records_of_a_log_stays():
    text = '{"level":"info","msg":"up"}\n' + KINDS["dump"]
    assert contents(text) == contents(KINDS["dump"])


def test_logs_of_several_pods_one_after_the_other_are_several_dumps():
    pods = [lines(lambda _, line, pod=pod: f"web-5f-{pod} web {line}")(KINDS["dump"]) for pod in ("abcde", "fghij")]
    first, second = contents("".join(pods))
    ((_, alone),) = contents(KINDS["dump"])
    assert (first[1].groups, second[1].groups) == (alone.groups, alone.groups)


def test_a_plain_log_that_shows_the_newest_first_is_turned_round():
    newest = KINDS["dump"].removesuffix("\n").split("\n")[::-1]
    text = "".join(f'{clock(10_000 - at)}Z {{app="web"}} {line}\n' for at, line in enumerate(newest))
    assert contents(text) == contents(KINDS["dump"])


def pieces(text, size=2**14):
    return [text[cut : cut + size] for cut in range(0, len(text), size)]


@pytest.mark.parametrize("beside", [0, 100])
def test_a_record_that_docker_split_is_put_together(beside):
    record = json.dumps({"level": "error", "msg": "x", "stack": KINDS["dump"]}) + "\n"
    split = [json.dumps({"log": piece, "stream": "stderr"}) for piece in pieces(record)]
    other = [json.dumps({"log": "up\n", "stream": "stderr"})] * beside
    assert contents("\n".join(other + split)) == contents(KINDS["dump"])


def test_a_record_that_the_container_runtime_split_is_put_together():
    told = pieces(json.dumps({"level": "error", "msg": KINDS["dump"]}))
    text = "".join(f"{clock(9)}.000000001Z stderr {'F' if piece is told[-1] else 'P'} {piece}\n" for piece in told)
    assert contents(text) == contents(KINDS["dump"])


def test_the_middle_of_a_stack_is_found_behind_the_times_of_a_log():
    stack = (
        "\t/go/src/internal/poll/fd_poll_runtime.go:87 +0x45",
        "internal/poll.(*FD).Read(0xc0006fb200, 0x0)",
        "\t/go/src/internal/poll/fd_unix.go:169 +0x1d4",
        "corp.example/shop/feed.(*Reader).follow(0xc0001dca80)",
        "\t/src/shop/feed/reader.go:139 +0x32",
    )
    logged = "".join(f"2026-04-16T11:10:47.388423{at}Z {line}\n" for at, line in enumerate(stack))
    frames = [
        group.frames
        for text in ("\n".join(stack), logged)
        for capture in read_evidence([Submission(name="x", content=text.encode())]).captures
        for group in capture.reading.content.groups
    ]
    assert len(frames) == 2
    assert frames[0] == frames[1]


def test_rows_of_a_table_behind_the_marks_of_a_diff_are_read():
    rows = [
        f"+ {mib}MB {share}% {total}%  {mib}MB {share}%  shop/{name}.Add"
        for mib, share, total, name in (("1233.86", "11.85", "27.48", "cart"), ("1199.99", "11.52", "39.00", "till"))
    ]
    (capture,) = read_evidence([Submission(name="review.txt", content="\n".join(rows).encode())]).captures
    assert [row.function for row in capture.reading.content.rows] == ["shop/cart.Add", "shop/till.Add"]
