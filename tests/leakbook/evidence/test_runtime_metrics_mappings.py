"""Memory as pmap, smaps and a cgroup's memory.stat tell it."""

import pytest

from leakbook.evidence.metrics.reader import RuntimeMetricsReader

from .tool_texts import RESIDENT, notes, series

PMAP = """710:   /srv/shop
Address           Kbytes     RSS   Dirty Mode  Mapping
0000000000400000   14560    2048       0 r-x-- shop
000000c000000000 1277952  409600  409600 rw---   [ anon ]
00007fa44bae7000  132640  102400  102400 rw---   [ anon ]
"""


def test_mappings_are_summed_and_told_apart():
    assert series(PMAP) == {RESIDENT: [(None, 1024 * (2048 + 409600 + 102400))]}
    assert "400.0 MiB lie where Go up to 1.26 keeps its heap" in notes(PMAP)
    assert "100.0 MiB in other anonymous memory" in notes(PMAP)
    assert "2.0 MiB in files" in notes(PMAP)


def test_pages_that_go_gave_back_are_told_as_no_leak():
    text = "".join(
        f"{place}000000-{place}800000 rw-p 00000000 00:00 0 \nSize: 9000 kB\nRss:  9000 kB\nLazyFree:  {lazy} kB\n"
        for place, lazy in (("c000", 8000), ("c001", 0), ("7fff", 0))
    )
    assert series(text) == {RESIDENT: [(None, 27000 * 1024)]}
    assert "7.8 MiB of it was given back by Go (LazyFree)" in notes(text)
    assert "LazyFree" not in notes(text.replace("8000 kB", "10 kB"))


def test_fewer_than_three_mappings_are_a_quotation():
    assert not RuntimeMetricsReader().recognises("\n".join(PMAP.splitlines()[:3]))


def pmap_x(heap: int, *, head: str = "710:   /srv/shop", first: str = "shop") -> str:
    return (
        f"{head}\nAddress           Kbytes     RSS   Dirty Mode  Mapping\n"
        f"0000000000400000   14560    2048       0 r-x-- {first}\n"
        f"000000c000000000 1277952  {heap}  {heap} rw---   [ anon ]\n"
        "00007fa44bae7000  132640  1024  1024 rw---   [ anon ]\n"
        "00007ffd00000000  132  12  12 rw---   [ stack ]\n"
        "---------------- ------- ------- -------\ntotal kB 1 1 1\n"
    )


def headless(listing: str) -> str:
    return "\n".join(line for line in listing.splitlines() if line.startswith("0000")) + "\n"


def smaps(heap: int, *, first: str = "400000", name: str = "/srv/shop") -> str:
    rows = ((first, 2048, f"738 {name}"), ("c000000000", heap, "0 "), ("7fa44bae7000", 1024, "0 "))
    return "".join(f"{at}-{at} rw-p 00000000 103:02 {end}\nRss:  {size} kB\n" for at, size, end in rows)


@pytest.mark.parametrize(
    "text",
    [
        pmap_x(112640) + pmap_x(143360),
        "$ pmap -x 710\n" + pmap_x(112640) + "\n$ pmap -x 710\n" + pmap_x(143360),
        headless(pmap_x(112640)) + headless(pmap_x(143360)),
    ],
)
def test_mappings_of_two_moments_are_a_series(text):
    rest = 2048 + 1024 + 12
    assert series(text) == {RESIDENT: [(None, 1024 * (112640 + rest)), (None, 1024 * (143360 + rest))]}
    assert "The 4 mappings that are listed, of the last of 2 moments, hold 143.0 MiB together." in notes(text)


@pytest.mark.parametrize("head", ["", "$ cat /proc/710/smaps\n", "==> /proc/710/smaps <==\n"])
def test_smaps_of_two_moments_are_a_series(head):
    text = head + smaps(112640) + head + smaps(143360)
    assert series(text) == {RESIDENT: [(None, 1024 * (112640 + 3072)), (None, 1024 * (143360 + 3072))]}


@pytest.mark.parametrize(
    "text",
    [
        pmap_x(112640) + pmap_x(143360, head="711:   /srv/shop"),
        pmap_x(112640) + pmap_x(143360, first="till"),
        "==> /proc/710/smaps <==\n" + smaps(112640) + "==> /proc/711/smaps <==\n" + smaps(143360),
        "$ cat /proc/710/smaps /proc/711/smaps\n" + smaps(112640) + smaps(143360),
        "$ cat /proc/*/smaps\n" + smaps(112640) + smaps(143360),
        smaps(112640) + smaps(143360, first="500000"),
        smaps(112640) + smaps(143360, name="/srv/till"),
        pmap_x(112640, head="4217:   /usr/bin/java -jar shop.jar"),
        smaps(112640, name="/usr/lib/jvm/17/bin/java"),
    ],
)
def test_mappings_of_several_or_other_processes_are_not_taken(text):
    assert not RuntimeMetricsReader().recognises(text)


def test_mappings_sorted_by_size_are_one_moment():
    rows = headless(pmap_x(112640)).splitlines()
    text = "\n".join(sorted(rows, key=lambda row: -int(row.split()[2])))
    assert series(text) == {RESIDENT: [(None, 1024 * (112640 + 2048 + 1024 + 12))]}


KERNEL_5 = """710:   ./shop
         Address Perm   Offset Device  Inode   Size KernelPageSize MMUPageSize    Rss    Pss Mapping
          400000 r-xp 00000000  103:02 131072   4096              4           4   2048   2048 shop
      c000000000 rw-p 00000000  00:00      0 131072              4           4 112640 112640
    7f0000000000 rw-p 00000000  00:00      0   1024              4           4   1024   1024
    7ffd00000000 rw-p 00000000  00:00      0    132              4           4     12     12 [stack]
"""
KERNEL_6 = (
    "710:   ./shop\n         Address Perm   Offset Device  Inode Size KernelPageSize MMUPageSize  Rss "
    + " ".join(f"Column{at}" for at in range(20))
    + " VmFlags Mapping\n"
    + "".join(
        f"    {at} rw-p 00000000  fe:00 260104  188  4  4  {size} {'0 ' * 20} rd wr mr mw me ac {name}\n"
        for at, size, name in (
            ("400000", 2048, "shop"),
            ("c000000000", 112640, ""),
            ("7f0000000000", 1024, ""),
            ("7ffd00000000", 12, "[stack]"),
        )
    )
)


@pytest.mark.parametrize("text", [KERNEL_5, KERNEL_6])
def test_the_head_of_pmap_xx_says_where_rss_stands(text):
    assert series(text) == {RESIDENT: [(None, 1024 * (2048 + 112640 + 1024 + 12))]}
    assert "110.0 MiB lie where Go" in notes(text)
    assert "2.0 MiB in files" in notes(text)
    assert not RuntimeMetricsReader().recognises("\n".join(text.splitlines()[2:]))


def test_a_cgroup_counts_the_processes_of_its_children():
    text = "cache 2000\nrss 0\nmapped_file 0\ninactive_file 0\ntotal_cache 1000\ntotal_rss 943718400\n"
    assert series(text) == {RESIDENT: [(None, 943718400)]}
    assert "cached pages" not in notes(text)
    assert not RuntimeMetricsReader().recognises(text.partition("total_")[0])


def stat(name: str, resident: int) -> str:
    return f"{name}\ncache 9\nrss {resident}\nmapped_file 0\n\n"


@pytest.mark.parametrize(
    "name", ["==> a/memory.stat <==", "# cat /sys/fs/cgroup/memory/memory.stat", "$ cat $CG/memory.stat"]
)
def test_a_cgroup_that_is_read_again_is_a_series(name):
    assert series(stat(name, 100) + stat(name, 200)) == {RESIDENT: [(None, 100), (None, 200)]}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("==> a/memory.stat <==", "==> b/memory.stat <=="),
        ("$ cat /sys/fs/cgroup/*/memory.stat", ""),
        ("$ docker exec a cat /sys/fs/cgroup/memory.stat", "$ docker exec b cat /sys/fs/cgroup/memory.stat"),
        ("root@shop-a:/# cat /sys/fs/cgroup/memory.stat", "root@shop-b:/# cat /sys/fs/cgroup/memory.stat"),
    ],
)
def test_of_several_cgroups_none_is_taken(first, second):
    assert not RuntimeMetricsReader().recognises(stat(first, 100) + stat(second, 200))


def test_a_cgroups_cached_pages_are_not_the_process():
    text = "cache 2800000000\nrss 675840\nmapped_file 0\ninactive_file 2600000000\n"
    assert series(text) == {RESIDENT: [(None, 675840)]}
    assert "2.6 GiB of the 2.6 GiB that the container is charged with are cached pages of files" in notes(text)
    listed = "NAME CPU % MEM USAGE / LIMIT\nshop 2.21% 2.87GB / 3.8GB\n"
    assert series(listed + text) == {RESIDENT: [(None, 675840)]}
    assert "cached pages" not in notes("anon 900\nfile 100\nfile_mapped 5\n")
