"""Changes that keep a shape: of profiles message by message, of text line by line, of containers inside.

Blind byte changes rarely get past a gzip checksum or a protobuf's lengths; these reach the code behind them. The same
seed makes the same change.
"""

from __future__ import annotations

import gzip
import random
import re
import zlib
from collections.abc import Callable
from typing import Final

from google.protobuf.message import DecodeError

from leakbook.evidence.profile_pb2 import Profile
from leakbook.evidence.unpacking.text_bytes import is_text

from .targets import NEXT_PART

Mutate = Callable[[bytes, int], bytes]

NUMBERS: Final = (0, 1, 2, 127, 128, 2**31 - 1, 2**32, 2**53, 2**63 - 1)
WORDS: Final = (
    *("goroutine 1 [chan send, 5 minutes]:", "[select (no cases)]", "[sync.Mutex.Lock, locked to thread]", "(leaked)"),
    *("created by main.main in goroutine 1", "\t/src/main.go:12 +0x1d", "main.(*T).F(0xc000123456, {0x1, 0x2}, ...)"),
    *("...additional frames elided...", "goroutine profile: total 3", "1 @ 0x1 0x2", "#\t0x1\tmain.f+0x1d\t/a.go:1"),
    *("heap profile: 1: 2 [3: 4] @ heap/1048576", "# runtime.MemStats", "# HeapAlloc = 1", 'labels: {"a":"b"}'),
    *("gc 1 @0.1s 1%: 0.1+0.2+0.3 ms clock, 0.1+0/0/0+0 ms cpu, 4->5->6 MB, 7 MB goal, 8 P", "SIGQUIT: quit"),
    *('go_goroutines{a="b"} 1e3 1700000000000', "# TYPE go_goroutines gauge", "NaN", "+Inf", "-1", "1e309", "0x"),
    *("Showing nodes accounting for 1MB, 100% of 1MB total", "      flat  flat%   sum%        cum   cum%", "Type: x"),
    *("lr-x------ 1 a a 64 Jan 1 00:00 3 -> socket:[1]", "```", "> ", "<pre>", "&lt;", "\\n\\t", "\ufeff", "\u202e"),
    *("panic: no account 4711", "\tof ann", "-----BEGIN PRIVATE KEY-----", "MIIEow", "-----END PRIVATE KEY-----"),
    *('password="a \\"b', '\\"token\\": \\"x\\"', "--pwd x", "Cookie: a=b", "http://u:p@h.example/?q=r", "a@b.example"),
    *("goroutine 7 [select] {user: ann}:", "Bearer abcdefgh", "W9x2kPq7Zr4LmT8vBn3Yc6Hd", "api_key=1"),
    *(
        "\x1b[31m",
        "@here",
        "<!channel>",
        "](http://x)",
        "`",
        "'",
        '"',
        "<script>",
        "\u2028",
        "\ud7ff",
        "\x00",
        "{",
        "}",
    ),
)


def mutate(content: bytes, most: int, seed: int, blind: Mutate) -> bytes:
    """One changed input of at most `most` bytes; `blind` is the fuzzer's own way of changing bytes."""
    chance = random.Random(seed)
    if chance.random() < 0.25:
        return blind(content, most)
    parts = content.split(NEXT_PART)
    at = chance.randrange(len(parts))
    parts[at] = _part(parts[at], chance, most, blind)
    if chance.random() < 0.02:
        parts.append(parts[chance.randrange(len(parts))])
    return NEXT_PART.join(parts)[:most]


def _part(part: bytes, chance: random.Random, most: int, blind: Mutate) -> bytes:
    if part.startswith(b"\x1f\x8b"):
        try:
            inner = zlib.decompressobj(31).decompress(part, 2**20)
        except zlib.error:
            return blind(part, most)
        return gzip.compress(_part(inner, chance, most, blind), 1, mtime=0)
    if is_text(part):
        return _lines(part.decode("utf-8", "replace"), chance).encode("utf-8", "replace")
    try:
        profile = Profile.FromString(part)
    except DecodeError:
        return blind(part, most)
    for _ in range(chance.randint(1, 4)):
        chance.choice(PROFILE_CHANGES)(profile, chance)
    return profile.SerializeToString()


def _lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        chance.choice(TEXT_CHANGES)(lines, chance)
        if not lines:
            lines = [""]
    return "\n".join(lines)


def _at(lines: list[str], chance: random.Random) -> int:
    return chance.randrange(len(lines)) if lines else 0


def _drop(lines: list[str], chance: random.Random) -> None:
    start = _at(lines, chance)
    del lines[start : start + chance.randint(1, 5)]


def _repeat(lines: list[str], chance: random.Random) -> None:
    start = _at(lines, chance)
    block = lines[start : start + chance.randint(1, 20)]
    lines[start:start] = block * chance.randint(1, 8)


def _swap(lines: list[str], chance: random.Random) -> None:
    if lines:
        one, other = _at(lines, chance), _at(lines, chance)
        lines[one], lines[other] = lines[other], lines[one]


def _insert_word(lines: list[str], chance: random.Random) -> None:
    lines.insert(_at(lines, chance), chance.choice(WORDS))


def _change_line(lines: list[str], chance: random.Random) -> None:
    if lines:
        at = _at(lines, chance)
        line = lines[at]
        place = chance.randint(0, len(line))
        rest = line[place + chance.randint(0, 6) :]
        lines[at] = line[:place] + chance.choice((*WORDS, "", " ", "\t", "(", ")", "[", "]", ":", "=", ",")) + rest


def _change_number(lines: list[str], chance: random.Random) -> None:
    at = _at(lines, chance)
    for line in range(at, min(at + 10, len(lines))):
        numbers = list(re.finditer(r"\d+", lines[line]))
        if numbers:
            found = chance.choice(numbers)
            number = str(chance.choice((*NUMBERS, 10**30, -1, "1e400", "0x" + "f" * 17)))
            lines[line] = lines[line][: found.start()] + number + lines[line][found.end() :]
            return


def _join(lines: list[str], chance: random.Random) -> None:
    at = _at(lines, chance)
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def _prefix_all(lines: list[str], chance: random.Random) -> None:
    prefix = chance.choice(("> ", "    ", "web-1  | ", "2024-01-02T15:04:05Z stdout F ", "[x] ", "// ", "7: "))
    lines[:] = [prefix + line for line in lines]


TEXT_CHANGES: Final[tuple[Callable[[list[str], random.Random], None], ...]] = (
    _drop,
    _repeat,
    _swap,
    _insert_word,
    _change_line,
    _change_line,
    _change_number,
    _change_number,
    _join,
    _prefix_all,
)


def _number(chance: random.Random, *, signed: bool) -> int:
    number = chance.choice((*NUMBERS, chance.randrange(64)))
    return -number if signed and chance.random() < 0.3 else number


def _sample(profile: Profile, chance: random.Random) -> None:
    if not profile.sample:
        profile.sample.add(location_id=[1], value=[1] * len(profile.sample_type))
        return
    sample = chance.choice(profile.sample)
    match chance.randrange(6):
        case 0:
            sample.location_id.append(_number(chance, signed=False))
        case 1 if sample.value:
            sample.value[chance.randrange(len(sample.value))] = _number(chance, signed=True)
        case 2:
            sample.value.append(_number(chance, signed=True))
        case 3:
            strings = max(len(profile.string_table), 1)
            key, text = chance.randrange(strings), chance.randrange(strings)
            sample.label.add(key=key, str=text, num=_number(chance, signed=True))
        case 4:
            del sample.location_id[chance.randrange(len(sample.location_id) + 1) :]
        case _:
            sample.location_id.extend(list(sample.location_id) * chance.randint(1, 20))


def _table(profile: Profile, chance: random.Random) -> None:
    table = chance.choice((profile.sample, profile.location, profile.function, profile.mapping))
    if not table:
        return
    at = chance.randrange(len(table))
    if chance.random() < 0.5:
        del table[at : at + chance.randint(1, 8)]
    else:
        table.extend([table[at]] * chance.randint(1, 50))


def _reference(profile: Profile, chance: random.Random) -> None:
    if profile.location and chance.random() < 0.5:
        location = chance.choice(profile.location)
        location.id = _number(chance, signed=False)
        line = location.line.add()
        line.function_id, line.line = _number(chance, signed=False), _number(chance, signed=True)
    elif profile.function:
        function = chance.choice(profile.function)
        setattr(function, chance.choice(("name", "system_name", "filename")), _number(chance, signed=True))


def _string(profile: Profile, chance: random.Random) -> None:
    if profile.string_table:
        at = chance.randrange(len(profile.string_table))
        old = profile.string_table[at]
        word = chance.choice(WORDS).encode("utf-8", "replace")
        profile.string_table[at] = chance.choice((word, old + word, b"", old * 3))[:5000]


def _head(profile: Profile, chance: random.Random) -> None:
    name = chance.choice(("period", "time_nanos", "duration_nanos", "default_sample_type", "drop_frames"))
    setattr(profile, name, _number(chance, signed=True))
    if chance.random() < 0.3:
        strings = max(len(profile.string_table), 1)
        profile.sample_type.add(type=chance.randrange(strings), unit=chance.randrange(strings))
    elif profile.sample_type and chance.random() < 0.3:
        del profile.sample_type[chance.randrange(len(profile.sample_type))]


PROFILE_CHANGES: Final[tuple[Callable[[Profile, random.Random], None], ...]] = (
    _sample,
    _sample,
    _table,
    _reference,
    _string,
    _head,
)
