from __future__ import annotations

import gzip
import io
import random
import tarfile
import zipfile
from dataclasses import replace

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from leakbook.errors import EmptyEvidence, Malformed, OverLimit
from leakbook.evidence.model import Submission
from leakbook.evidence.unpacking.inflate import Allowance, inflation_of
from leakbook.evidence.unpacking.unpack import Unpacked, label, unpack
from leakbook.limits import DEFAULT_LIMITS, Limits
from tests.leakbook.evidence.shop import failure

TEXT = b"goroutine 1 [running]:\nmain.main()\n\t/src/main.go:7 +0x1d\n" * 2000
NOISE = random.Random(20).randbytes(300_000)


def opened(content: bytes, limits: Limits = DEFAULT_LIMITS, name: str = "a.bin") -> Unpacked:
    return unpack(Submission(name=name, content=content), Allowance(limits))


def contents(unpacked: Unpacked) -> list[bytes]:
    return [leaf.content for leaf in unpacked.leaves]


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


@pytest.mark.parametrize(
    "packed",
    [
        TEXT,
        gzip.compress(TEXT),
        zstd.compress(TEXT),
        gzip.compress(TEXT[:5000]) + gzip.compress(TEXT[5000:]),
        zstd.compress(TEXT[:5000]) + zstd.compress(TEXT[5000:]),
        gzip.compress(TEXT) + bytes(512),
        gzip.compress(zstd.compress(gzip.compress(TEXT))),
        zipped({"dump.txt": TEXT}),
        tarred({"dump.txt": TEXT}),
        tarred({"dump.txt": TEXT}, "w:gz"),
        zipped({"dump.txt.gz": gzip.compress(TEXT)}),
        tarred({"a/" * 120 + "dump.txt": TEXT}),
    ],
)
def test_the_same_bytes_come_out_of_every_container(packed: bytes) -> None:
    assert contents(opened(packed)) == [TEXT]


@pytest.mark.parametrize(
    ("packed", "head"),
    [
        (gzip.compress(TEXT), TEXT[:10]),
        (zstd.compress(TEXT), TEXT[:10]),
        (gzip.compress(NOISE), NOISE[:10]),
        (gzip.compress(TEXT[:5]) + gzip.compress(TEXT[5:]), TEXT[:5]),
        (gzip.compress(TEXT)[:14], b""),
        (gzip.compress(TEXT)[:10] + b"\xff" * 40, b""),
    ],
    ids=["gzip", "zstd", "what hardly shrinks", "a first member of five bytes", "cut", "damaged"],
)
def test_the_first_bytes_are_had_without_counting_them(packed: bytes, head: bytes) -> None:
    allowance = Allowance(DEFAULT_LIMITS)
    inflation = inflation_of(packed, allowance)
    assert inflation is not None
    assert (inflation.head(10), allowance.taken) == (head, 0)


def test_no_bytes_are_no_evidence() -> None:
    with pytest.raises(EmptyEvidence) as caught:
        opened(b"", name="heap.pb.gz")
    assert caught.value.part == "heap.pb.gz"


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_what_came_out_of_a_cut_stream_is_used_with_a_note(pack: object) -> None:
    packed = pack(NOISE)  # type: ignore[operator]
    (leaf,) = opened(packed[: len(packed) // 2]).leaves
    assert len(leaf.content) > 100_000
    assert NOISE.startswith(leaf.content)
    assert "cut" in leaf.notes[0]


def test_a_damaged_stream_gives_what_came_before_the_damage() -> None:
    packed = bytearray(gzip.compress(NOISE))
    packed[-6] ^= 0xFF
    (leaf,) = opened(bytes(packed)).leaves
    assert NOISE.startswith(leaf.content)
    assert leaf.content
    assert "damaged" in leaf.notes[0]


def test_a_stream_that_gives_nothing_is_malformed_with_its_offset() -> None:
    with pytest.raises(Malformed) as caught:
        opened(gzip.compress(TEXT)[:11])
    assert caught.value.offset == 0
    assert caught.value.found


def test_bytes_behind_a_stream_are_noted() -> None:
    (leaf,) = opened(gzip.compress(b"x") + b"trailing").leaves
    assert "8 bytes after the end" in leaf.notes[0]


def test_unpacked_bytes_are_allowed_up_to_the_limit_and_not_one_more() -> None:
    exact = replace(DEFAULT_LIMITS, unpacked_bytes=len(TEXT))
    assert contents(opened(gzip.compress(TEXT), exact)) == [TEXT]
    with pytest.raises(OverLimit) as caught:
        opened(gzip.compress(TEXT), replace(exact, unpacked_bytes=len(TEXT) - 1))
    assert caught.value.limit == "unpacked_bytes"


def test_all_parts_share_the_unpacked_bytes() -> None:
    allowance = Allowance(replace(DEFAULT_LIMITS, unpacked_bytes=2 * len(TEXT) - 1))
    unpack(Submission(name="one", content=gzip.compress(TEXT)), allowance)
    with pytest.raises(OverLimit) as caught:
        unpack(Submission(name="two", content=gzip.compress(TEXT)), allowance)
    assert caught.value.part == "two"


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress, lambda content: zipped({"zeros": content})])
def test_a_bomb_is_refused_by_its_ratio_soon_after_eight_megabytes(pack: object) -> None:
    bomb = pack(bytes(64 * 2**20))  # type: ignore[operator]
    allowance = Allowance(DEFAULT_LIMITS)
    with pytest.raises(OverLimit) as caught:
        unpack(Submission(name="bomb", content=bomb), allowance)
    assert caught.value.limit == "ratio"


def test_a_bomb_inside_a_bomb_is_refused_too() -> None:
    with pytest.raises(OverLimit):
        opened(gzip.compress(gzip.compress(bytes(64 * 2**20))))


def test_the_ratio_does_not_matter_below_its_threshold() -> None:
    (leaf,) = opened(gzip.compress(bytes(4 * 2**20))).leaves
    assert len(leaf.content) == 4 * 2**20


def test_layers_are_counted_up_to_the_limit() -> None:
    packed = TEXT
    for _ in range(DEFAULT_LIMITS.nesting):
        packed = gzip.compress(packed)
    assert contents(opened(packed)) == [TEXT]
    with pytest.raises(OverLimit) as caught:
        opened(gzip.compress(packed))
    assert caught.value.limit == "nesting"


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_members_are_counted_up_to_the_limit(pack: object) -> None:
    limits = replace(DEFAULT_LIMITS, bundle_members=3)
    bundle = pack({f"{n}.txt": b"x" for n in range(3)})  # type: ignore[operator]
    assert len(opened(bundle, limits).leaves) == 3
    with pytest.raises(OverLimit) as caught:
        opened(pack({f"{n}.txt": b"x" for n in range(4)}), limits)  # type: ignore[operator]
    assert caught.value.limit == "bundle_members"


def test_a_million_empty_gzip_members_are_refused_quickly() -> None:
    with pytest.raises(OverLimit) as caught:
        opened(gzip.compress(b"") * 50_000)
    assert caught.value.limit == "bundle_members"


def test_an_unreadable_member_is_a_warning_and_the_rest_is_read() -> None:
    bundle = bytearray(zipped({"bad.txt": NOISE, "good.txt": TEXT}))
    place = bundle.find(NOISE[1000:1020])
    bundle[place] ^= 0xFF
    unpacked = opened(bytes(bundle), name="b.zip")
    assert contents(unpacked)[-1] == TEXT
    told = " ".join((*unpacked.warnings, *(note for leaf in unpacked.leaves for note in leaf.notes)))
    assert "bad.txt" in told
    assert "damaged" in told


def test_an_encrypted_member_is_a_warning() -> None:
    bundle = bytearray(zipped({"secret.txt": b"s", "good.txt": TEXT}))
    bundle[6] |= 1
    bundle[bundle.find(b"PK\x01\x02") + 8] |= 1
    unpacked = opened(bytes(bundle))
    assert contents(unpacked) == [TEXT]
    assert "encrypted" in unpacked.warnings[0]


def test_a_cut_tar_gives_its_whole_members_and_the_start_of_the_last() -> None:
    bundle = tarred({"one.txt": TEXT, "two.txt": TEXT})
    first, second = opened(bundle[: len(TEXT) + 4096]).leaves
    assert first.content == TEXT
    assert not first.notes
    assert TEXT.startswith(second.content)
    assert "cut" in second.notes[0]


def test_a_member_of_a_bundle_that_gives_nothing_is_a_warning() -> None:
    unpacked = opened(tarred({"a.gz": gzip.compress(TEXT)[:11], "b.txt": TEXT, "empty": b""}))
    assert contents(unpacked) == [TEXT]
    assert [warning.split(":")[1].strip() for warning in unpacked.warnings] == ["a.gz", "empty"]


@pytest.mark.parametrize("left", [20, 34])
def test_a_zip_of_which_nothing_is_left_is_said_to_be_cut(left: int) -> None:
    with pytest.raises(Malformed) as caught:
        opened(zipped({"long-name.txt": TEXT})[:left])
    assert caught.value.detail.startswith(f"The zip file is cut after {left} bytes")
    assert caught.value.offset == left


class Unseekable(io.RawIOBase):
    """Sizes are written behind the data, as Go's archive/zip does, since nobody can go back to put them before."""

    def __init__(self) -> None:
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        self.written += bytes(piece)
        return len(piece)


def streamed_zip(members: dict[str, bytes]) -> bytes:
    out = Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.written


def stored_zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("pack", [zipped, streamed_zip, stored_zip])
def test_a_cut_zip_gives_its_whole_members_and_the_start_of_the_last(pack) -> None:
    bundle = pack({"one.txt": TEXT, "dir/": b"", "two.txt": NOISE})
    cut = bundle[: len(bundle) - len(NOISE) // 2]
    unpacked = opened(cut, name="b.zip")
    first, second = unpacked.leaves
    assert (first.name, first.content, first.notes) == ("b.zip: one.txt", TEXT, ())
    assert second.content
    assert NOISE.startswith(second.content)
    assert "it is cut" in second.notes[0]
    assert unpacked.warnings[-1].startswith(f"b.zip: The zip file is cut after {len(cut)} bytes")


def test_a_cut_zip_is_read_as_far_as_its_members_may_be() -> None:
    bundle = zipped({"secret.txt": b"s" * 50, "good.txt": TEXT})
    locked = bundle[:6] + bytes([bundle[6] | 1]) + bundle[7 : bundle.find(b"PK\x01\x02")]
    unpacked = opened(locked)
    assert contents(unpacked) == [TEXT]
    assert "encrypted" in unpacked.warnings[0]


def test_a_cut_zip_unpacks_no_more_than_is_allowed() -> None:
    bundle = zipped({"zeros": bytes(2**22), "more": b"x"})
    with pytest.raises(OverLimit) as caught:
        opened(bundle[:-40], replace(DEFAULT_LIMITS, unpacked_bytes=2**20))
    assert caught.value.limit == "unpacked_bytes"


def test_a_cut_zip_that_holds_a_whole_one_is_still_cut() -> None:
    unpacked = opened(stored_zip({"inner.zip": zipped({"one.txt": TEXT}), "two.txt": NOISE})[:-200_000])
    assert contents(unpacked)[0] == TEXT
    assert "has no list of members" in unpacked.warnings[-1]


def test_what_is_damaged_in_a_cut_zip_hides_no_member_after_it() -> None:
    bundle = bytearray(zipped({"one.txt": TEXT, "two.txt": TEXT[:900]}))
    bundle[40:50] = b"\xff" * 10
    unpacked = opened(bytes(bundle[: bundle.find(b"PK\x01\x02")]))
    assert contents(unpacked) == [TEXT[:900]]
    assert "it is damaged" in unpacked.warnings[0]


def test_directories_of_a_cut_zip_are_counted_too() -> None:
    directories = zipped({"d/": b""})
    one = directories[: directories.find(b"PK\x01\x02")]
    with pytest.raises(OverLimit) as caught:
        opened(one * 9, replace(DEFAULT_LIMITS, bundle_members=4))
    assert caught.value.limit == "bundle_members"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/abs/./heap.pb.gz", "abs/heap.pb.gz"),
        ("C:\\dumps\\g.txt", "dumps/g.txt"),
        ("a\x00b\nc\u202etxt", "a?b?c?txt"),
        ("..", ""),
    ],
)
def test_names_become_labels_without_a_way_out(name: str, safe: str) -> None:
    assert label(name) == safe


def test_a_label_is_never_long() -> None:
    assert len(label("x/" * 5000 + "end.txt")) <= 200
    assert label("x/" * 5000 + "end.txt").endswith("end.txt")


SEEDS = [
    gzip.compress(TEXT),
    zstd.compress(TEXT),
    zipped({"a": TEXT, "b/c": b"x"}),
    streamed_zip({"a": TEXT}),
    tarred({"a": TEXT, "b": b""}),
]


@given(st.sampled_from(SEEDS), st.integers(0, 3000), st.binary(max_size=12), st.integers(0, 3000))
@settings(max_examples=200)
def test_damage_anywhere_raises_nothing_but_evidence_errors(seed: bytes, at: int, put: bytes, cut: int) -> None:
    damaged = (seed[:at] + put + seed[at + len(put) :])[: max(1, len(seed) - cut)]
    unpacked: list[Unpacked] = []
    error = failure(lambda: unpacked.append(opened(damaged)))
    assert error is None or error.part == "a.bin"
    assert sum(len(leaf.content) for opening in unpacked for leaf in opening.leaves) <= 2 * len(TEXT)
