"""What a profile of references tells of the containers that keep memory."""

import pytest

from leakbook.rows import build_rows

from .captured import written

SESSIONS = "sessions. (map[string]*shop.Session)"
CHILDREN = "children. (map[context.canceler]struct {})"


def printed(*rows):
    lines = [f"{size}MB {size / 400:.2%} 0% {size}MB {size / 400:.2%}  {name}" for size, name in rows]
    head = "Showing nodes accounting for 400MB, 100% of 400MB total"
    return "\n".join(("File: -", "Type: inuse_space", head, "flat  flat%   sum%        cum   cum%", *lines))


@pytest.mark.parametrize(
    ("name", "resource", "in_map"),
    [
        (SESSIONS, "none", True),
        ("$mapval. (*shop.Session)", "none", True),
        (CHILDREN, "context", True),
        ("children. (map[string]*shop.Node)", "none", True),
        ("payload. ([]uint8)", "none", False),
        ("shop.(*Store).load", "none", False),
    ],
)
def test_a_map_is_told_by_its_type(name, resource, in_map):
    rows = build_rows(written(printed((300, name), (100, "shop.store. (*shop.Store)")))).heap_sites
    (row,) = [row for row in rows if row.site.function == name]
    assert (row.resource, bool(row.map_insert), row.puts_entries) == (resource, in_map, in_map)
