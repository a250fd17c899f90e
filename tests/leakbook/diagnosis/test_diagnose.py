import io
import json
import zipfile
from itertools import pairwise

from leakbook.diagnosis.diagnose import diagnose, diagnose_rows
from leakbook.diagnosis.report import Subject, Tier, Verdict
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.playbook.load import load_playbooks
from leakbook.playbooks_path import default_folder, read_folder
from leakbook.report.json import report_json
from tests.leakbook.diagnosis.rows_by_hand import dump, gctrace, group, rows, site

SENDER = "shop/orders.(*Notifier).Publish.func1"


def senders(**changed):
    measured = {
        "state": "chan send", "count": 300, "share": 0.8, "growth": 270.0, "growth_per_minute": 27.0,
        "growth_certainty": 0.99, "wait_median": 20.0, "known_idle": False, "unreachable": None,
    }  # fmt: skip
    return group(SENDER, creator="shop/orders.(*Notifier).Publish", **(measured | changed))


def diagnosed(playbooks, *those, captures=None, **process):
    return diagnose_rows(rows(*those, **process), captures or [dump("a"), dump("b")], playbooks)


def ids(report):
    return [one.playbook for one in report.diagnoses]


def test_a_growing_group_of_senders_is_a_leak_with_its_line_and_reasons(playbooks):
    report = diagnosed(playbooks, senders())
    (first,) = report.diagnoses
    assert report.verdict is Verdict.LEAK
    assert (first.playbook, first.culprit.function, first.culprit.line) == ("goroutine/chan-send", SENDER, 31)
    assert first.culprit.package == "shop/orders"
    assert first.culprit.created_by == "shop/orders.(*Notifier).Publish"
    assert first.confidence > 0.9
    assert {reason.signal for reason in first.because} >= {"growing", "waiting-long", "many"}
    assert all(a.weight >= b.weight > 1 for a, b in pairwise(first.because))
    assert [reason.signal for reason in first.not_measured] == ["proved"]
    assert first.not_measured[0].weight is None
    assert first.tier is Tier.HEURISTIC


def test_in_a_family_only_the_strongest_speaks(playbooks):
    (first,) = diagnosed(playbooks, senders()).diagnoses
    signals = [reason.signal for reason in first.because]
    assert "many" in signals
    assert "dominates" not in signals


def test_one_dump_is_held_under_the_ceiling_and_says_why(playbooks):
    (first,) = diagnosed(playbooks, senders(growth=None, growth_per_minute=None, growth_certainty=None)).diagnoses
    assert first.confidence == 0.7
    assert first.capped == "One dump cannot tell a slow receiver from a missing one"


def test_the_collector_lifts_the_ceiling_and_is_named_as_proof(playbooks):
    report = diagnosed(playbooks, senders(growth_certainty=None, unreachable=True))
    (first,) = report.diagnoses
    assert first.tier is Tier.PROOF
    assert first.confidence > 0.9
    assert "the garbage collector proved it" in report.summary


def test_a_steady_pool_is_no_diagnosis_and_says_what_spoke_against_it(playbooks):
    steady = senders(count=20, growth=0.0, growth_certainty=0.0, wait_median=None, share=0.1)
    report = diagnosed(playbooks, steady, goroutines_watched=10.0)
    assert report.diagnoses == ()
    assert report.verdict is Verdict.HEALTHY
    assert "did not grow" in report.summary
    because = {one.playbook: one.because for one in report.ruled_out}
    assert because["goroutine/chan-send"].startswith("Not the case here: the group grows between the captures")


def test_known_residents_are_set_aside_with_the_reason(playbooks):
    report = diagnosed(playbooks, senders(known_idle=True))
    assert report.diagnoses == ()
    because = {one.playbook: one.because for one in report.ruled_out}
    assert because["goroutine/chan-send"] == (
        f"A resident goroutine of a known library, in its usual number (300 in {SENDER})."
    )


def test_the_special_pattern_leads_and_includes_the_general_one(playbooks):
    loops = group(
        "net/http.(*persistConn).readLoop", creator="net/http.(*Transport).dialConn", state="select", count=300,
        growth_certainty=0.99, growth=270.0, known_idle=False,
    )  # fmt: skip
    client = site("net/http.(*Client).do", "shop/feed.fetch")
    (first,) = diagnosed(playbooks, loops, client, has_heap_sites=True).diagnoses
    assert first.playbook == "resource/http-body"
    assert first.includes == ("goroutine/select",)
    assert first.culprit.function == "shop/feed.fetch"


def test_without_a_caller_the_culprit_is_said_in_words(playbooks):
    loops = group("net/http.(*persistConn).readLoop", state="select", count=300, growth_certainty=0.99, growth=270.0)
    report = diagnosed(playbooks, loops)
    assert report.diagnoses[0].culprit.function is None
    assert "look for Client.Do without Body.Close" in report.summary


def test_opposing_evidence_wins_over_numbers(playbooks):
    loops = group("net/http.(*persistConn).readLoop", state="select", count=300)
    readers = group("net/http.(*bodyEOFSignal).Read", "shop/feed.read", state="IO wait", count=300)
    assert "resource/http-body" not in ids(diagnosed(playbooks, loops, readers))


def test_an_unknown_state_leaves_the_pattern_undetermined(playbooks):
    report = diagnosed(playbooks, group("shop.f", count=900), captures=[dump()])
    assert report.diagnoses == ()
    assert "goroutine/chan-send" in {one.playbook for one in report.undetermined}
    assert "goroutine/chan-send" not in {one.playbook for one in report.ruled_out}


def test_memory_that_goroutines_hold_is_the_same_cause(playbooks):
    kept = site(
        "shop/orders.encode", SENDER, inuse=50 * 2**20, growth=40e6, growth_certainty=0.999, retention=0.95,
        goroutine_held=0.9,
    )  # fmt: skip
    report = diagnosed(playbooks, senders(), kept, has_heap_sites=True)
    first = report.diagnoses[0]
    assert first.playbook == "goroutine/chan-send"
    assert first.impact.bytes == 50 * 2**20
    assert "cache/unbounded-map" in first.includes
    assert ids(report) == ["goroutine/chan-send"]


def test_victims_stand_under_what_they_wait_for(playbooks):
    holder = senders(count=1, growth_certainty=0.99, victims=200)
    stuck = group(
        "shop/api.(*Server).handle", state="select", count=200, growth_certainty=0.99, growth=190.0, is_victim=True,
        waits_for=((SENDER,),), known_idle=False,
    )  # fmt: skip
    report = diagnosed(playbooks, holder, stuck)
    assert ids(report) == ["goroutine/chan-send"]
    (victim,) = report.diagnoses[0].victims
    assert (victim.function, victim.goroutines) == ("shop/api.(*Server).handle", 200)
    assert "Only waiting for it, elsewhere: 200 goroutines." in report.summary


def test_two_readings_of_one_row_do_not_both_stand(playbooks):
    kept = site("shop/users.lookup", inuse=2**26, growth=40e6, growth_certainty=0.999, retention=0.95, map_insert=True)
    report = diagnosed(playbooks, kept, captures=[gctrace()], has_heap_sites=True)
    assert ids(report) == ["cache/unbounded-map"]
    assert report.diagnoses[0].includes == ("heap/live-growth",)


def test_what_is_said_of_the_process_goes_under_the_code_that_explains_it(playbooks):
    kept = site("shop/users.lookup", inuse=2**26, growth=40e6, growth_certainty=0.999, retention=0.95, map_insert=True)
    report = diagnosed(playbooks, kept, captures=[gctrace()], has_heap_sites=True, live_heap_trend=0.95)
    assert ids(report) == ["cache/unbounded-map"]


def test_a_climbing_floor_alone_is_a_leak_that_asks_for_stacks(playbooks):
    report = diagnosed(playbooks, captures=[gctrace()], live_heap_trend=0.95, live_heap_per_minute=3e6)
    assert report.verdict is Verdict.LEAK
    assert ids(report) == ["heap/live-growth"]
    assert report.next_evidence[0].evidence == "heap_profile"
    assert report.next_evidence[0].cost == "Forces one garbage collection."
    assert "goroutine/chan-send" in {one.playbook for one in report.undetermined}


def test_a_level_floor_alone_is_healthy_and_says_what_was_not_seen(playbooks):
    report = diagnosed(
        playbooks, captures=[gctrace()], live_heap_trend=0.05, live_heap_plateau=0.9, live_heap_watched=9.0
    )
    assert report.verdict is Verdict.HEALTHY
    assert "stays level" in report.summary
    assert "The goroutines were not looked at." in report.summary
    counted = diagnosed(playbooks, captures=[gctrace()], live_heap_plateau=0.9, goroutines=40)
    assert "too few to show whether it grows" in counted.summary


def test_a_rise_of_few_sampled_objects_is_not_cleared_by_sites_that_do_not_show_it(playbooks):
    still = site("shop.load", growth=0, growth_certainty=0.1)
    rose = {"live_heap_trend": 0.5, "live_heap_plateau": 0.1, "heap_watched": 9.0, "live_heap_watched": 9.0}
    scattered = diagnosed(playbooks, still, live_heap=24 * 2**20, live_heap_growth_ratio=1.1, **rose)
    assert scattered.verdict is Verdict.INCONCLUSIVE
    assert "it has not levelled off" in scattered.summary
    seen = diagnosed(playbooks, still, live_heap=240 * 2**20, live_heap_growth_ratio=1.1, **rose)
    assert seen.verdict is Verdict.HEALTHY
    doubled = diagnosed(playbooks, still, live_heap=240 * 2**20, live_heap_growth_ratio=2.0, **rose)
    assert doubled.verdict is Verdict.INCONCLUSIVE


def test_one_dump_of_residents_is_healthy_for_that_moment_only(playbooks):
    those = [
        group(f"shop.(*Hub).run{number}", state="select", count=1, known_idle=True, listens_for_stop=True)
        for number in range(4)
    ]
    report = diagnosed(playbooks, *those, captures=[dump()])
    assert report.verdict is Verdict.HEALTHY
    stuck = group("main.main", state="semacquire", count=1, known_idle=True)
    assert diagnosed(playbooks, *those, stuck, captures=[dump()]).verdict is Verdict.INCONCLUSIVE
    assert diagnosed(playbooks, *those[:2], captures=[dump()]).verdict is Verdict.INCONCLUSIVE
    assert "This is one moment" in report.summary


def test_names_of_service_loops_do_not_make_one_dump_healthy(playbooks):
    named = [
        group(f"shop.(*Hub).run{number}", state="select", count=1, known_idle=False, listens_for_stop=True)
        for number in range(4)
    ]
    assert diagnosed(playbooks, *named, captures=[dump()]).verdict is Verdict.INCONCLUSIVE


def test_one_dump_with_a_stuck_goroutine_is_not_called_healthy(playbooks):
    lone = group("shop.(*Hub).send", state="chan send", count=1, known_idle=False, listens_for_stop=False)
    assert diagnosed(playbooks, lone, captures=[dump()]).verdict is Verdict.INCONCLUSIVE


def test_two_looks_within_seconds_do_not_make_healthy(playbooks):
    lone = group("shop.(*Hub).send", state="chan send", count=2, growth=0.0, growth_certainty=0.0, known_idle=False)
    assert diagnosed(playbooks, lone, observed=10.0, goroutines_watched=0.1).verdict is Verdict.INCONCLUSIVE
    assert diagnosed(playbooks, lone, observed=10.0, goroutines_watched=10.0).verdict is Verdict.HEALTHY


def test_two_dumps_alike_without_times_are_told_to_state_them(playbooks):
    text = b"goroutine 7 [select, 3 minutes]:\nshop.(*Hub).run(0xc000010000)\n\t/src/shop/hub.go:31 +0x1d\n"
    alike = [Submission(name=name, content=text) for name in ("one.txt", "two.txt")]
    report = diagnose(read_evidence(alike).captures, playbooks)
    assert "state captured_at" in report.summary
    (how,) = (warning for warning in report.warnings if warning.startswith("times_unknown: "))
    manifest = json.loads(how[how.index("manifest=") + 9 : how.index("'", how.index("manifest="))])
    assert [one["name"] for one in manifest["evidence"]] == ["one.txt", "two.txt"]
    assert manifest["evidence"][1]["captured_at"] == "2026-11-29T09:10:00Z"
    lone = diagnose(read_evidence(alike[:1]).captures, playbooks)
    assert "captured_at" not in " ".join((lone.summary, *lone.warnings))


def test_moments_in_one_piece_are_told_to_be_posted_apart(playbooks):
    text = b"goroutine 7 [select, 3 minutes]:\nshop.(*Hub).run(0xc000010000)\n\t/src/shop/hub.go:31 +0x1d\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        bundle.writestr("one.txt", text)
        bundle.writestr("two.txt", text + b"\n")
    report = diagnose(read_evidence([Submission(name="both.zip", content=packed.getvalue())]).captures, playbooks)
    (how,) = (warning for warning in report.warnings if warning.startswith("times_unknown: "))
    assert "as a piece of its own" in how
    assert "one.txt" not in how


def test_growth_without_a_known_pattern_is_not_healthy(playbooks):
    unknown = group("shop.f", state="IO wait", count=300, growth=270.0, growth_certainty=0.99, known_idle=False)
    assert diagnosed(playbooks, unknown, observed=10.0).verdict is Verdict.INCONCLUSIVE


def test_evidence_that_pulls_apart_is_said(playbooks):
    report = diagnosed(
        playbooks, captures=[gctrace()], live_heap_trend=0.95, goroutines_per_minute=-3.0, goroutines_trend=0.0
    )
    assert "Goroutines become fewer while the live heap grows" in report.summary


def test_the_fingerprint_outlives_lines_closures_and_instances(playbooks):
    one = diagnosed(playbooks, senders()).diagnoses[0].fingerprint
    moved = group(
        "shop/orders.(*Notifier).Publish.func7.2", state="chan send", count=90, growth_certainty=0.99, growth=80.0
    )
    elsewhere = group("shop/orders.(*Notifier).Retry.func1", state="chan send", count=90, growth_certainty=0.99)
    assert diagnosed(playbooks, moved).diagnoses[0].fingerprint == one
    assert diagnosed(playbooks, elsewhere).diagnoses[0].fingerprint != one
    assert len(one) == 16


def test_rows_of_one_function_are_one_diagnosis_with_their_costs_together(playbooks):
    report = diagnosed(playbooks, senders(), senders(count=100, growth_per_minute=3.0))
    (first,) = report.diagnoses
    assert (first.impact.goroutines, first.impact.goroutines_per_minute) == (400, 30.0)


def test_what_go_does_not_offer_is_not_asked_for(playbooks):
    lone = senders(growth_certainty=None, growth=None)
    old = diagnosed(playbooks, lone, captures=[dump()], go_version=(1, 22))
    new = diagnosed(playbooks, lone, captures=[dump()], go_version=(1, 27))
    assert "goroutineleak_profile" not in {step.evidence for step in old.next_evidence}
    assert "goroutineleak_profile" in {step.evidence for step in new.next_evidence}


def test_the_answer_is_the_same_every_time(playbooks):
    those = [senders(), group("shop.g", state="select", count=50, growth_certainty=0.9, growth=40.0)]
    one = report_json(diagnosed(playbooks, *those))
    assert one == report_json(diagnosed(playbooks, *those))
    assert one["service"] is None


def test_a_report_names_the_service(playbooks):
    report = diagnose_rows(rows(senders()), [dump()], playbooks, subject=Subject(service="checkout"))
    assert report.summary.startswith("checkout: leak, ")


def printed(at, megabytes):
    """A table of pprof's with one large site, whose figures tell nothing of a map."""
    return Submission(
        name=at,
        content=f"""Type: inuse_space
Time: 2026-05-01 {at}:00 UTC
Showing nodes accounting for {megabytes + 40}MB, 100% of {megabytes + 40}MB total
      flat  flat%   sum%        cum   cum%
  {megabytes}.31MB 90.00% 90.00%   {megabytes}.31MB 90.00%  shop/books.(*Desk).Add
   39.69MB 10.00%   100%    39.69MB 10.00%  shop/till.(*Roll).Print
""".encode(),
    )


def test_size_alone_is_told_as_such_and_growth_lifts_that():
    shipped = load_playbooks(read_folder(default_folder()))
    one = diagnose(read_evidence([printed("15:00", 360)]).captures, shipped)
    two = diagnose(read_evidence([printed("15:00", 120), printed("15:20", 360)]).captures, shipped)
    assert {reason.signal for reason in one.diagnoses[0].because} == {"large-part"}
    assert "by its size at one moment alone" in one.summary
    assert "looks the same. Memory is kept at one place, likely as entries of a map, in " in one.summary
    assert two.diagnoses
    assert "by its size" not in two.summary


def test_sorts_of_descriptors_of_another_moment_are_no_part_of_their_number():
    shipped = load_playbooks(read_folder(default_folder()))
    counted = {"open_fds": 267, "open_fds_trend": 0.9, "open_files": 3, "sockets_of_gain": 0.9}
    older, other = (
        diagnosed(shipped, captures=[gctrace()], open_sockets=sockets, **counted).summary for sockets in (260, 272)
    )
    assert "267 descriptors are open, of them 3 files and 260 sockets." in older
    assert "267 descriptors are open." in other


def test_headers_of_one_dump_are_not_said_to_climb():
    shipped = load_playbooks(read_folder(default_folder()))
    headers = "".join(f"goroutine {n} [chan receive, {n % 50 + 1} minutes]:\n" for n in range(1, 900))
    report = diagnose(read_evidence([Submission(name="heads", content=headers.encode())]).captures, shipped)
    assert report.diagnoses[0].playbook == "heap/goroutine-growth"
    assert "by their number at one moment alone" in report.summary
    assert "climbs" not in report.summary


def test_what_was_ever_allocated_is_no_look_at_what_is_kept(playbooks):
    ever = site("shop/books.(*Desk).Add", allocated=400 * 2**20, alloc_share=0.9)
    report = diagnosed(playbooks, ever, captures=[gctrace()])
    assert "what is kept stands in inuse_space" in report.summary
    kept = diagnosed(playbooks, site("shop/books.(*Desk).Add", inuse=5, allocated=9), captures=[gctrace()])
    assert "inuse_space" not in kept.summary


def test_a_printed_heap_stands_in_the_ledger_beside_resident_memory():
    """`top` and `pprof -top` of one comment: the one without the other leaves open whether it is Go's heap."""

    def says(resident):
        row = f"  733 app  20   0 5359548 {resident} 9724 S   0.6 31.6  10:41.46 desk\n".encode()
        posted = printed("15:00", 360)
        both = Submission(name=posted.name, content=row + posted.content)
        shipped = load_playbooks(read_folder(default_folder()))
        return diagnose(read_evidence([both]).captures, shipped).memory.says

    assert "2.5 times the live heap of 400.0 MiB" in says("1000m")
    assert "live heap" not in says("300m")


def test_callers_without_a_figure_of_their_own_are_no_moment_before():
    shipped = load_playbooks(read_folder(default_folder()))

    def signals(*posted):
        report = diagnose(read_evidence(posted).captures, shipped)
        return {reason.signal for one in report.diagnoses for reason in one.because}

    callers = b"                                  610.25MB 81.00% |   shop/books.(*Guard).until\n"
    later = printed("15:20", 360)
    assert "inuse-grows" in signals(printed("15:00", 120), later)
    assert "inuse-grows" not in signals(Submission(name="peek.txt", content=callers), later)
    assert "inuse-grows" not in signals(Submission(name="both.txt", content=callers + later.content))


def test_what_moves_the_odds_by_nothing_that_shows_is_no_reason(playbooks):
    reports = [diagnosed(playbooks, senders(growth_certainty=n / 200, wait_median=n / 20)) for n in range(1, 200)]
    reasons = [reason for report in reports for one in report.diagnoses for reason in (*one.because, *one.against)]
    assert reasons
    assert not [reason for reason in reasons if f"{max(reason.weight, 1 / reason.weight):.2g}" == "1"]
