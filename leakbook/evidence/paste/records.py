"""Taking the program's own lines out of the records that loggers and log stores keep them in.

::

    {"time":"2024-…","level":"ERROR","msg":"goroutine 1 [running]:"}               slog, zap, zerolog: a line a record
    {"log":"goroutine 1 [running]:\\n","stream":"stderr"}                           docker's json-file
    [{"textPayload": "goroutine 1 [running]:", "timestamp": "2024-…"}, …]          an export; one document
    {"data":{"result":[{"stream":{…},"values":[["1700000000000000000","goroutine 1 [running]:"]]}]}}      Loki
    time="2024-…" level=info msg="goroutine 1 [running]:"                          logfmt: logrus, slog
    Date,Host,Message                                                              a table whose head names the column
    2024-…,web-1,goroutine 1 [running]:

What is taken out must hold evidence; text in which it does not comes back as it is. Log stores show the newest record
first: where the times of all records only go back, the order is turned round.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from operator import ge
from typing import Final

from .signs import holds_evidence, is_saved

MESSAGE_KEYS: Final = (
    "textPayload",
    "@message",
    "message",
    "msg",
    "log",
    "MESSAGE",
    "line",
    "_raw",
    "content",
    "body",
    "text",
)
"""Names under which a record keeps the line, in this order where it has several."""

_TIME_KEYS: Final = ("timestamp", "@timestamp", "time", "ts", "_time", "date")
_NAMED: Final = (*(f'"{key}"' for key in MESSAGE_KEYS), '"streams"')
"""What a text with records must have in it; Loki's have no name for the line."""

_STARTS: Final = ('{"', '{ "', "{\n")
_COLUMNS: Final = frozenset(key.lower() for key in MESSAGE_KEYS)
_NESTED: Final = 3
_OBJECT: Final = re.compile(r'\{ {0,40}"')
_DECODER: Final = json.JSONDecoder()
_DOCKER_PART: Final = 16_000
"""Characters that may be the 16 KiB at which docker splits a line."""

_RUNTIME_LINE: Final = re.compile(r"\S{19,40} std(?:out|err) ([FP]) ")
_NANOSECONDS: Final = re.compile(r"\d{16,20}")
_LOGFMT: Final = re.compile(r'msg=(?:"((?:[^"\\\n]|\\[^\n])*)"|([^\s"]*))(?=\s|$)')
_LOGFMT_START: Final = re.compile(r"(?:^|[ \t])(?=msg=)")
_ESCAPE: Final = re.compile(r'\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtabfv"\\/]))')
_ESCAPED: Final = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
_CELL: Final = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')

_Line = tuple[object, str]
"""A record's time, None when it states none, and its message."""


def take_records(text: str) -> str | None:
    """The messages of the records, one after the other; None when the text is no such log. Linear."""
    if is_saved(text):
        return None
    before = text
    for _ in range(_NESTED):
        taken = next((found for form in _FORMS if (found := form(text)) is not None), None)
        if taken is None:
            break
        text = taken
    return None if text is before else text


def unescape(written: str) -> str:
    """A string of JSON, logfmt or Go's %q without its escapes."""
    return _ESCAPE.sub(_character, written)


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code is not None else _ESCAPED.get(escape[3], "")


def _take_json(text: str) -> str | None:
    if '"' not in text or not any(start in text for start in _STARTS) or not any(key in text for key in _NAMED):
        return None
    whole = _document(text)
    if whole is not None:
        return _told(list(_messages(whole)))
    lines: list[_Line] = []
    taken: list[str] = []
    others = 0
    for line in text.removesuffix("\n").split("\n"):
        start = line.find("{")
        found = list(_messages(_record_in(line, start))) if start >= 0 else []
        taken += [message for _, message in found]
        others += not found
        lines += found or [(None, f"{line}\n")]
    return _joined(lines, turn=others == 0) if taken and holds_evidence("\n".join(taken)) else None


def _document(text: str) -> object | None:
    """The JSON value that the whole text is, when it goes over several lines or is a list."""
    begins = text.lstrip()[:1]
    if begins not in {"[", "{"} or (begins == "{" and _record_in(text.partition("\n")[0], 0) is not None):
        return None
    try:
        whole: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return whole


def _record_in(line: str, start: int) -> object | None:
    while start >= 0 and _OBJECT.match(line, start) is None:
        start = line.find("{", start + 1)
    if start < 0:
        return None
    try:
        record: object = _DECODER.raw_decode(line, start)[0]
    except (ValueError, RecursionError):
        return None
    return record


def _messages(value: object) -> Iterator[_Line]:
    """The messages of all records inside a JSON value, in order."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, dict):
            message = _message_of(inner)
            if message is not None:
                at = next((inner[key] for key in _TIME_KEYS if key in inner), None)
                several = [string for string in strings_in(inner) if "\n" in string.rstrip()]
                yield from ((at, string) for string in several or [message])
            else:
                held = (string for string in inner.values() if isinstance(string, str) and "\n" in string.rstrip())
                yield from ((None, string) for string in held)
                waiting.extend(reversed([each for each in inner.values() if isinstance(each, (dict, list))]))
        elif isinstance(inner, list) and inner and all(isinstance(each, str) for each in inner):
            # Loki: [["1700000000000000000", "goroutine 1 [running]:"], …]
            if len(inner) == 2 and _NANOSECONDS.fullmatch(inner[0]):
                yield inner[0], inner[1]
            else:
                yield from ((None, string) for string in inner)
        elif isinstance(inner, list):
            waiting.extend(reversed(inner))


def _message_of(record: dict[str, object]) -> str | None:
    for key in MESSAGE_KEYS:
        value = record.get(key)
        if isinstance(value, dict):  # OpenTelemetry: {"body":{"stringValue":"…"}}
            value = value.get("stringValue")
        if isinstance(value, str):
            return value
    return None


def strings_in(value: object) -> Iterator[str]:
    """All strings inside a JSON value, in order."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, str):
            yield inner
        elif isinstance(inner, dict):
            waiting.extend(reversed(list(inner.values())))
        elif isinstance(inner, list):
            waiting.extend(reversed(inner))


def _take_logfmt(text: str) -> str | None:
    if "=" not in text or "msg=" not in text:
        return None
    lines = text.removesuffix("\n").split("\n")
    messages = [_logfmt_message(line) for line in lines]
    taken = [message for message in messages if message is not None]
    if not taken or not holds_evidence("\n".join(taken)):
        return None
    told = (line if message is None else message for line, message in zip(lines, messages, strict=True))
    return _joined([(None, line) for line in told], turn=False)


def _logfmt_message(line: str) -> str | None:
    start = _LOGFMT_START.search(line)
    found = _LOGFMT.match(line, start.end()) if start is not None else None
    if found is None or "\\n" in line[found.end() :] or "\\n" in line[: found.start()]:
        return None  # no message, or another of its strings is the longer one
    return unescape(found[1]) if found[1] is not None else found[2]


def _take_table(text: str) -> str | None:
    text = text.lstrip("\n")
    head = text.partition("\n")[0]
    if len(head) > 2000 or not any(column in head.lower() for column in _COLUMNS):
        return None
    for separator in ",\t;":
        names = [name.strip('" ').lower() for name in head.split(separator)]
        if len(names) > 1 and not _COLUMNS.isdisjoint(names):
            return _column(text, separator, names)
    return None


def _column(text: str, separator: str, names: list[str]) -> str | None:
    column = min(at for at, name in enumerate(names) if name in _COLUMNS)
    clock = next((at for at, name in enumerate(names) if name in _TIME_KEYS), None)
    lines: list[_Line] = []
    for row in _rows(text, separator):
        if len(row) > column:
            lines.append((row[clock] if clock is not None and clock < len(row) else None, row[column]))
        elif any(row):
            return None
    return _told(lines[1:])


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """The cells of each row; a quote that never closes ends the table."""
    row: list[str] = []
    plain = re.compile(rf"[^{separator}\n]*+")
    at = 0
    while at < len(text):
        quoted = _CELL.match(text, at) if text[at] == '"' else None
        found = quoted if quoted is not None else plain.match(text, at)
        if found is None or (quoted is None and text[at] == '"'):
            yield row
            return
        row.append(found[1].replace('""', '"') if quoted is not None else found[0])
        at = found.end()
        if at >= len(text) or text[at] == "\n":
            yield row
            row = []
        at += 1
    if row:
        yield row


def _told(lines: list[_Line]) -> str | None:
    """The messages as text when they hold evidence."""
    text = _joined(lines, turn=True)
    return text if holds_evidence(text) else None


def _joined(lines: list[_Line], *, turn: bool) -> str:
    """The messages one after the other; what docker split is joined, where only the last part has a line end."""
    messages = [message for _, message in lines]
    if turn and goes_back([at for at, _ in lines]):
        messages.reverse()
    if 2 * sum(1 for message in messages if message.endswith("\n")) > len(messages):
        return "".join(messages).replace("\r\n", "\n")
    return "".join(
        message if _is_split(message) else message.removesuffix("\n").removesuffix("\r") + "\n" for message in messages
    )


def _is_split(message: str) -> bool:
    return len(message) >= _DOCKER_PART and "\n" not in message


def goes_back(times: Sequence[object]) -> bool:
    """Whether each time is at most the one before it, and the last is earlier than the first."""
    if all(isinstance(at, str) for at in times):
        written = [str(at) for at in times]
        return len(set(written)) > 1 and all(map(ge, written, written[1:]))
    if all(isinstance(at, (int, float)) for at in times):
        told = [float(str(at)) for at in times]
        return len(set(told)) > 1 and all(map(ge, told, told[1:]))
    return False


def join_partial(text: str) -> str | None:
    """Lines that the Kubernetes runtime split, `… stderr P first part` and `… stderr F the rest`, in one."""
    if is_saved(text) or (" stderr P " not in text and " stdout P " not in text):
        return None
    pieces: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        found = _RUNTIME_LINE.match(line)
        pieces += (line[found.end() :],) if goes_on and found is not None else ("\n", line)
        goes_on = found is not None and found[1] == "P"
    return "".join(pieces[1:])


_FORMS: Final[tuple[Callable[[str], str | None], ...]] = (_take_json, _take_logfmt, _take_table)
