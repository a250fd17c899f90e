"""What a generator wrote does its caller's work: what its decoders allocate is kept by whoever decodes."""

import pytest

from leakbook.evidence.frames import Frame
from leakbook.evidence.names import Origin, origin
from leakbook.rows import build_rows

from .captured import written

HEAP = """\
heap profile: 40: 8388608 [80: 16777216] @ heap/1048576
40: 8388608 [80: 16777216] @ 0x4a1 0x4a2 0x4a3 0x4a4 0x4a5
#	0x4a1	shop/wire.(*Item).UnmarshalVT+0x1	/src/wire/shop_vtproto.pb.go:90
#	0x4a2	shop/wire.(*Page).UnmarshalVT+0x1	/src/wire/shop_vtproto.pb.go:40
#	0x4a3	shop/stock.(*Shelf).Restore+0x1	/src/stock/shelf.go:17
#	0x4a4	shop/api.Serve+0x1	/src/api/api.go:8
#	0x4a5	main.main+0x1	/src/main.go:5
"""


def test_what_a_generated_decoder_allocates_is_booked_to_whoever_decodes():
    (row,) = build_rows(written(HEAP)).heap_sites
    assert row.site is not None
    assert row.site.function == "shop/stock.(*Shelf).Restore"


@pytest.mark.parametrize(
    "file",
    ["shop.pb.go", "shop.pb.gw.go", "shop_grpc.pb.go", "users.sql.go", "item_easyjson.go", "zz_generated.deepcopy.go"],
)
def test_a_generators_file_is_no_programs_own(file):
    assert (
        origin(Frame(function="shop/wire.(*Item).Copy", file=f"/src/wire/{file}"), ("main", "shop")) is Origin.LIBRARY
    )


@pytest.mark.parametrize("file", ["/src/wire/pb.go", "/src/db/sql.go", "/src/shop/generated.go", "/src/token_gen.go"])
def test_a_name_that_people_give_their_files_too_is_not_taken_for_a_generators(file):
    assert origin(Frame(function="shop/wire.(*Item).Copy", file=file), ("main", "shop")) is Origin.APPLICATION
