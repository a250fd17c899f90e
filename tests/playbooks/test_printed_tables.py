"""What one pasted table of pprof can tell: whose memory it is by what is kept together, and never that it grows."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Report, Verdict
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence

HEAD = "      flat  flat%   sum%        cum   cum%\n"


def table(*rows: tuple[str, float, float], total: float, kind: str | None = "inuse_space", unit: str = "MB") -> str:
    lines = [
        f"{flat:.2f}{unit} {100 * flat / total:.2f}% 0% {cum:.2f}{unit} {100 * cum / total:.2f}%  {name}\n"
        for name, flat, cum in rows
    ]
    typed = f"Type: {kind}\n" if kind else ""
    return f"{typed}Showing nodes accounting for {total:.2f}{unit}, 100% of {total:.2f}{unit} total\n{HEAD}" + "".join(
        lines
    )


def answer(playbooks, *texts: str) -> Report:
    posted = [Submission(name=f"table-{place}.txt", content=text.encode()) for place, text in enumerate(texts)]
    return diagnose(read_evidence(posted).captures, playbooks)


KINDS = {
    "buffers of connections alone": (
        [("bufio.NewReaderSize", 300, 300), ("bufio.NewWriterSize", 280, 280), ("shop/orders.Load", 20, 20)],
        "resource/net-conn",
    ),
    "buffers beside those of gRPC": (
        [("google.golang.org/grpc/internal/transport.newBufWriter", 150, 150), ("bufio.NewReaderSize", 140, 140)],
        "resource/grpc-conn",
    ),
    "connections with what transports keep": (
        [
            ("net/http.(*Transport).dialConn", 400, 410),
            ("net/http.(*Transport).tryPutIdleConn", 60, 70),
            ("net/http.(*Transport).RegisterProtocol", 50, 50),
        ],
        "resource/http-transport",
    ),
    "contexts among their parent's children": (
        [("context.(*cancelCtx).propagateCancel", 350, 500), ("shop/orders.(*Book).Watch", 20, 520)],
        "goroutine/context-not-cancelled",
    ),
    "descriptors of goroutines": (
        [("runtime.malg", 90, 90), ("shop/orders.Load", 10, 10)],
        "heap/goroutine-growth",
    ),
    "state of compressors, which no map has entries of": (
        [("compress/flate.NewWriter", 600, 900), ("compress/flate.(*compressor).init", 300, 300)],
        "heap/live-growth",
    ),
    "contents of a buffer": (
        [("bytes.makeSlice", 700, 700), ("shop/orders.(*Reader).next", 0, 700)],
        "cache/unbounded-slice",
    ),
}


@pytest.mark.parametrize(("rows", "playbook"), KINDS.values(), ids=KINDS)
def test_one_table_tells_the_kind_by_what_is_kept_together_but_no_growth(playbooks, rows, playbook: str):
    report = answer(playbooks, table(*rows, total=sum(flat for _, flat, _ in rows)))
    assert report.diagnoses[0].playbook == playbook
    assert report.diagnoses[0].confidence < 0.5
    assert report.verdict in {Verdict.SUSPECT, Verdict.INCONCLUSIVE}


def test_goroutine_descriptors_may_be_left_of_a_burst(playbooks):
    report = answer(playbooks, table(("runtime.malg", 90, 90), ("shop/orders.Load", 10, 10), total=100))
    assert report.verdict is Verdict.INCONCLUSIVE
    assert report.next_evidence[0].evidence == "goroutine_dump"


def test_a_pools_new_is_no_maps_entry(playbooks):
    report = answer(playbooks, table(("shop/wire.init.0.func1", 200, 200), ("shop/orders.Load", 20, 20), total=220))
    assert report.diagnoses[0].playbook == "heap/live-growth"
    assert report.diagnoses[0].culprit.function == "shop/wire.init.0.func1"


@pytest.mark.parametrize(
    ("keeper", "playbook"),
    [(("shop/live.(*Room).join", 0), "cache/unbounded-map"), (None, "heap/live-growth")],
    ids=["kept by a function of the program", "of nobody"],
)
def test_compressors_that_grow_between_two_tables_are_a_maps_where_the_program_keeps_them(playbooks, keeper, playbook):
    def moment(held: float) -> str:
        above = [(*keeper, held)] if keeper else []
        rows = ("compress/flate.NewWriter", held, held), ("shop/rules.Read", 30, 30), *above
        return table(*(rows if keeper else rows[:1]), total=held + 30)

    report = answer(playbooks, *map(moment, (40, 180, 400)))
    assert report.diagnoses[0].playbook == playbook
    assert report.verdict is Verdict.LEAK


def test_a_table_of_objects_names_its_largest_site(playbooks):
    rows = ("shop/label.Pairs", 900_000, 900_000), ("strings.(*Builder).grow", 300_000, 300_000)
    for kind in ("inuse_objects", None):
        report = answer(playbooks, table(*rows, total=1_200_000, kind=kind, unit=""))
        assert report.diagnoses[0].culprit.function == "shop/label.Pairs"
        assert report.verdict is (Verdict.SUSPECT if kind else Verdict.INCONCLUSIVE)


def test_counts_that_stand_in_waits_are_no_objects(playbooks):
    rows = ("runtime.gopark", 4000, 4000), ("shop/orders.Watch", 10, 3000)
    assert answer(playbooks, table(*rows, total=4010, kind=None, unit="")).diagnoses == ()


def test_a_table_of_callers_only_names_the_one_nearest_to_the_allocation(playbooks):
    rows = ("runtime.goexit", 0, 990), ("shop/region.(*Client).lookUp", 0, 750), ("shop/region.decode", 0, 700)
    report = answer(playbooks, table(*rows, total=1000))
    assert report.diagnoses[0].culprit.function == "shop/region.decode"


def test_what_was_ever_allocated_never_makes_a_process_healthy(playbooks):
    small, large = (
        table(("shop/orders.Render", size, size), total=size + 10, kind="alloc_space") for size in (100.0, 900.0)
    )
    assert answer(playbooks, small, large).verdict is Verdict.INCONCLUSIVE
    difference = table(("shop/orders.Render", 40, 40), ("shop/orders.Load", -20, -20), total=900, kind="alloc_space")
    assert answer(playbooks, difference).verdict is Verdict.INCONCLUSIVE


def test_two_views_of_one_session_are_no_growth(playbooks):
    kept = table(("shop/orders.Load", 2, 2), total=2)
    made = table(("shop/lines.Read", 60, 100), ("shop/orders.Load", 12, 110), total=160, kind=None)
    report = answer(playbooks, f"{kept}(pprof) alloc_space\n(pprof) top\n{made}")
    assert report.verdict is Verdict.INCONCLUSIVE


def test_a_listings_part_is_of_the_whole_heap(playbooks):
    listing = (
        "Total: 100MB\nROUTINE ======================== database/sql.OpenDB in /go/src/database/sql/sql.go\n"
        "    9MB     9MB (flat, cum)  9.00% of Total\n    9MB     9MB    781:func OpenDB(c driver.Connector) *DB {\n"
    )
    few, most = (answer(playbooks, text).diagnoses[0] for text in (listing, listing.replace("100MB", "10MB")))
    assert "much-of-the-table" not in {reason.signal for reason in few.because}
    assert "much-of-the-table" in {reason.signal for reason in most.because}


def test_pools_by_the_megabyte_are_thousands_and_a_process_needs_one(playbooks):
    def first(bytes_held: float) -> tuple[str, float]:
        report = answer(
            playbooks, table(("shop/index.Load", 90, 90), ("database/sql.OpenDB", bytes_held, 8), total=100)
        )
        found = [one for one in report.diagnoses if one.playbook == "resource/sql-pool"]
        return (found[0].playbook, found[0].confidence) if found else ("", 0.0)

    assert first(0.5) == ("", 0.0)
    assert 0.4 <= first(8)[1] < 0.5


def test_pools_that_are_level_between_two_tables_are_not_held_against_the_process(playbooks):
    one = table(("shop/index.Load", 90, 90), ("database/sql.OpenDB", 2.4, 2.4), total=92.4)
    another = one.replace("90.00MB", "90.20MB")
    assert not [found for found in answer(playbooks, one, another).diagnoses if found.confidence >= 0.4]


def test_connections_objects_by_the_hundred_thousand_are_of_no_pool(playbooks):
    def first(objects: float) -> float:
        rows = [("net/http.(*Transport).dialConn", objects, 2 * objects), ("shop/feed.Parse", 6 * objects, 6 * objects)]
        report = answer(playbooks, table(*rows, total=7 * objects, kind="inuse_objects", unit=""))
        return max((one.confidence for one in report.diagnoses if one.playbook == "resource/http-transport"), default=0)

    assert first(2_350_405) > first(20_000)


def test_buffers_of_grpc_that_fill_a_heap_are_suspected(playbooks):
    def confidence(part: float) -> float:
        rows = [
            ("google.golang.org/grpc/internal/transport.newBufWriter", part, part),
            ("shop/a.B", 100 - part, 100 - part),
        ]
        found = answer(playbooks, table(*rows, total=100)).diagnoses
        return max((one.confidence for one in found if one.playbook == "resource/grpc-conn"), default=0.0)

    assert confidence(20) < 0.2
    assert 0.4 <= confidence(60) < 0.5


def test_who_decodes_or_reads_a_frame_is_not_known_to_keep_it_in_a_map(playbooks):
    for name in ("shop/wire.(*Entry).Unmarshal", "shop/wire.(*framer).readFrame", "io.copyBuffer"):
        report = answer(playbooks, table((name, 900, 900), ("shop/orders.Load", 100, 100), total=1000))
        assert (report.diagnoses[0].playbook, report.diagnoses[0].culprit.function) == ("heap/live-growth", name)


def test_a_listing_of_a_function_in_a_table_is_no_second_moment(playbooks):
    top = table(("shop/wire.(*Desk).Put", 7.67, 7.67), total=13.83, unit="GB")
    listing = (
        "Total: 13.83GB\nROUTINE ======================== shop/wire.(*Desk).Put in /src/shop/wire/desk.go\n"
        "    7.67GB     7.67GB (flat, cum) 55.46% of Total\n    7.67GB     7.67GB    428:\td.kept[key] = entry\n"
    )
    alone = answer(playbooks, top).diagnoses[0].confidence
    for views in ((top, listing), (listing, top)):
        first = answer(playbooks, *views).diagnoses[0]
        assert first.culprit.function == "shop/wire.(*Desk).Put"
        assert first.confidence >= alone > 0.4


def test_two_tables_of_a_level_heap_are_two_moments(playbooks):
    top = table(("shop/wire.(*Desk).Put", 7.67, 7.67), total=13.83, unit="GB")
    report = answer(playbooks, top, top.replace("Showing", "Dropped 12 nodes (cum <= 0.07GB)\nShowing"))
    assert report.verdict is Verdict.INCONCLUSIVE


def culprits(report: Report) -> list[str | None]:
    return [one.culprit.function for one in report.diagnoses]


SERVED = (("shop/book.(*Shelf).Put", 60, 60), ("shop/tables.Load", 90, 110), ("fmt.Sprintf", 20, 20))
CALLERS = (
    ("main.main", 0, 110),
    ("runtime.main", 0, 110),
    ("net/http.(*conn).serve", 0, 60),
)


def test_what_main_must_have_loaded_is_left_aside(playbooks):
    report = answer(playbooks, table(*SERVED, *CALLERS, total=170))
    assert report.diagnoses[0].culprit.function == "shop/book.(*Shelf).Put"
    assert report.verdict is Verdict.SUSPECT
    alone = answer(playbooks, table(*SERVED, total=170))
    assert alone.diagnoses[0].culprit.function == "shop/tables.Load"


def test_a_small_part_of_the_heap_is_none_the_larger_for_tables_of_the_start(playbooks):
    rows = ("shop/geo.init.0", 900, 900), ("shop/orders.Load", 80, 80), ("runtime.doInit", 0, 900)
    report = answer(playbooks, table(*rows, total=1000))
    assert report.verdict is Verdict.INCONCLUSIVE
    small = [found for found in report.diagnoses if found.culprit.function == "shop/orders.Load"]
    assert not [one for found in small for one in found.because if one.signal == "large-part"]


def called_by_main(put: float) -> str:
    rows = ("shop/cache.(*C).Put", put, put), ("shop/feed.Parse", 150, 150), ("main.main", 0, put + 150)
    return table(*rows, total=put + 160)


def test_a_site_that_grows_between_tables_was_not_loaded_by_main_which_may_call_a_consumer(playbooks):
    first = answer(playbooks, called_by_main(80), called_by_main(800)).diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("cache/unbounded-map", "shop/cache.(*C).Put")
    assert first.confidence > 0.6


def test_a_caller_with_the_same_figure_is_the_one_that_asked(playbooks):
    rows = (
        ("encoding/json.(*decodeState).literalStore", 70, 70),
        ("shop/tables.Load", 75, 75),
        ("shop/book.(*Shelf).Decode", 0, 70),
        ("shop/book.(*Shelf).Handle", 0, 80),
    )
    assert "shop/book.(*Shelf).Decode" in culprits(answer(playbooks, table(*rows, total=160)))


def test_a_row_that_passes_nothing_on_called_nobody(playbooks):
    rows = ("strings.Clone", 80, 80), ("shop/tables.Load", 90, 90), ("shop/book.Keep", 0, 80)
    assert "shop/book.Keep" in culprits(answer(playbooks, table(*rows, total=180)))


def test_the_buffer_of_a_formats_reader_is_no_connections(playbooks):
    made, asked = ("bufio.NewReaderSize", 300, 300), ("shop/imports.(*Job).Open", 0, 310)
    found = [
        answer(playbooks, table(made, (reader, 10, 310), asked, ("shop/x.F", 40, 40), total=350)).diagnoses[0].playbook
        for reader in ("encoding/csv.NewReader", "net/textproto.NewConn")
    ]
    assert found[0] != "resource/net-conn" == found[1]


def test_gigabytes_of_connections_are_weighed_without_overflow(playbooks):
    rows = (
        ("net/http.(*Transport).dialConn", 41_000, 43_000),
        ("net/http.(*Transport).tryPutIdleConn", 9_000, 10_000),
        ("net/http.(*Transport).RegisterProtocol", 9_000, 9_000),
    )
    assert answer(playbooks, table(*rows, total=60_000)).diagnoses[0].playbook == "resource/http-transport"


def test_the_buffers_of_tls_are_those_of_connections(playbooks):
    rows = [("crypto/tls.(*block).reserve", 740, 740), ("crypto/tls.(*halfConn).newBlock", 16, 16)]
    report = answer(playbooks, table(*rows, ("shop/orders.Load", 30, 30), total=800))
    assert report.diagnoses[0].playbook == "resource/net-conn"


@pytest.mark.parametrize(("objects", "verdict"), [(1, Verdict.INCONCLUSIVE), (183, Verdict.SUSPECT)])
def test_one_large_object_that_is_all_there_ever_was_does_not_pile_up(playbooks, objects: int, verdict: Verdict):
    size = objects * 16_777_216
    report = answer(
        playbooks,
        f"heap profile: {objects}: {size} [54762: 612664248] @ heap/1048576\n"
        f"{objects}: {size} [{objects}: {size}] @ 0x42874c 0x49357e 0x40215d\n"
        "#\t0x49357d\tshop/table.(*Table).Set+0x88\t/src/shop/table/table.go:21\n"
        "#\t0x40215c\tshop/orders.(*Store).Update+0x8ed\t/src/shop/orders/store.go:164\n",
    )
    assert report.verdict is verdict


def test_what_a_function_passes_on_it_passes_on_once(playbooks):
    # The table's names are all that loading it passes on, so compiled expressions are somebody else's.
    text = table(
        ("corp.example/geo.Load", 9.05, 15.05),
        ("fmt.Sprintf", 6.0, 6.0),
        ("regexp/syntax.(*compiler).inst", 5.5, 5.5),
        ("regexp/syntax.(*parser).newRegexp", 4.0, 4.0),
        ("corp.example/waf/match.(*Filters).compiled", 1.0, 10.5),
        ("corp.example/waf/serve.(*Front).Handle", 0, 10.5),
        ("main.main", 0, 15.05),
        ("runtime.main", 0, 15.05),
        total=25.55,
    )
    assert culprits(answer(playbooks, text))[0] == "corp.example/waf/match.(*Filters).compiled"


def goroutines(waiting: int, others: int, wait: str, *, at: str = "1:35am") -> str:
    total = waiting + others
    rows = [
        ("runtime.gopark", total, total),
        (f"runtime.{wait}", 0, waiting),
        ("shop/desk.(*Till).post", 0, waiting),
        ("runtime.selectgo", 0, others),
    ]
    lines = [
        f"{flat} {100 * flat / total:.2f}% 100% {cum} {100 * cum / total:.2f}%  {name}\n" for name, flat, cum in rows
    ]
    shown = f"Showing nodes accounting for {total}, 100% of {total} total\n"
    return f"Type: goroutine\nTime: Apr 6, 2026 at {at} (UTC)\n{shown}{HEAD}" + "".join(lines)


def test_a_table_of_goroutines_names_those_that_are_stuck_but_is_no_proof(playbooks):
    report = answer(playbooks, goroutines(4990, 50, "chansend1"))
    (first, *_) = report.diagnoses
    assert (report.verdict, first.playbook) == (Verdict.SUSPECT, "goroutine/chan-send")
    assert first.culprit is not None
    assert first.culprit.function == "shop/desk.(*Till).post"


def test_a_table_of_idle_workers_accuses_nobody(playbooks):
    assert answer(playbooks, goroutines(100, 20, "chanrecv2")).verdict is Verdict.INCONCLUSIVE


def test_two_tables_of_goroutines_show_which_group_grows(playbooks):
    report = answer(playbooks, goroutines(1190, 50, "chansend1"), goroutines(4990, 50, "chansend1", at="1:55am"))
    assert report.verdict is Verdict.LEAK
    assert report.diagnoses[0].playbook == "goroutine/chan-send"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("shop/audit.Record", 28304.0, 28304.0)], "cache/unbounded-slice"),  # one array of 28983296 bytes
        ([("shop/flow.(*Machine).Step", 23062.51, 23062.51)], "heap/live-growth"),  # 45 sampled objects of 1024
        (
            [("shop/page.render", 24158.12, 24158.12), ("shop/page.(*Cache).Get", 536.37, 24694.50)],  # a map's table
            "cache/unbounded-map",
        ),
    ],
)
def test_the_sizes_of_objects_that_figures_tell_tell_what_keeps_them(playbooks, rows, expected):
    other = ("shop/web.Serve", 514.63, 514.63)
    text = table(*rows, other, total=sum(flat for _, flat, _ in (*rows, other)), unit="kB")
    first = answer(playbooks, text).diagnoses[0]
    assert first.playbook == expected
    assert first.confidence < 0.5


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("b.events = append(b.events, e)", "cache/unbounded-slice"),
        ("b.byKey[key] = &entry{text: text}", "cache/unbounded-map"),
    ],
)
def test_the_line_of_source_that_list_shows_tells_the_container(playbooks, code, expected):
    text = (
        "Total: 412.51MB\nROUTINE ======================== shop/book.(*Book).Note in /src/book/book.go\n"
        "  400.50MB   400.50MB (flat, cum) 97.09% of Total\n"
        "         .          .     21:func (b *Book) Note(key, text string) {\n"
        f"  400.50MB   400.50MB     22:\t{code}\n"
        "         .          .     23:}\n"
    )
    first = answer(playbooks, text).diagnoses[0]
    assert (first.playbook, first.culprit.function) == (expected, "shop/book.(*Book).Note")
    assert first.confidence < 0.5


def test_a_library_that_keeps_requests_in_a_map_of_its_own_is_named(playbooks):
    rows = [
        ("net/textproto.(*Reader).ReadMIMEHeader", 30, 31),
        ("github.com/gorilla/context.Set", 13, 13),
        ("net/http.(*Request).WithContext", 6, 10),
        ("shop/orders.Load", 5, 5),
    ]
    found = answer(playbooks, table(*rows, total=100)).diagnoses
    named = [one for one in found if one.culprit.function == "github.com/gorilla/context.Set"]
    assert [one.playbook for one in named][:1] == ["cache/unbounded-map"]
    assert 0.3 < named[0].confidence < 0.5
