"""The row of a goroutine group: one stack, followed through all captures."""

from __future__ import annotations

from dataclasses import dataclass

from ...evidence.frames import Frame
from ..features import Unit, feature


@dataclass(slots=True, kw_only=True)
class GoroutineGroupRow:
    """A group of goroutines with one state, stack and creator, through all captures of the request.

    `frames` are leaf first without runtime frames. `evidence` names the captures it was seen in. Nobody changes a row;
    it is not frozen, since eighty frozen fields take four times as long to set, a fifteenth of all judging.
    """

    frames: tuple[Frame, ...]
    creator: Frame | None
    evidence: tuple[str, ...]
    waits_for: tuple[tuple[str, ...], ...] = ()
    """Stacks (function names, leaf first) of the rows that this one's goroutines wait for."""
    spawned_in: Frame | None = None
    """Application frame that a creating goroutine, still alive, stands in: the code behind a library's goroutines."""

    state: str | None = feature(Unit.WORD, "Go's wait reason, as the newest capture prints it", told="{}")
    stack: tuple[str, ...] | None = feature(Unit.STACK, "functions on the stack, leaf first")
    created_by: str | None = feature(Unit.FUNCTION, "the function that started these goroutines")
    count: int | None = feature(Unit.COUNT, "goroutines in the newest capture", told="goroutines: {}")
    share: float | None = feature(
        Unit.RATIO, "part of all goroutines of the newest complete capture", told="{} of all goroutines"
    )
    observes: bool | None = feature(Unit.FLAG, "the test harness waiting for its tests, or a goroutine of the runtime")
    excerpt: bool | None = feature(Unit.FLAG, "the evidence is an excerpt of a few stacks somebody chose to show")
    breaks_off: bool | None = feature(
        Unit.FLAG,
        "an excerpt of several stacks, or of three goroutines and more, breaks off inside one, as part of something "
        "longer does",
    )
    cut_short: bool | None = feature(
        Unit.FLAG, "the outer part of the stack was cut off, and what is left is the standard library's"
    )
    overshadowed: bool | None = feature(
        Unit.FLAG,
        "another stack of the newest capture has a hundred times as many goroutines, or ten times in a page of counts",
    )
    left_behind: bool | None = feature(Unit.FLAG, "a leak checker (goleak, leaktest) lists them: they outlived a test")
    after_all_tests: bool | None = feature(
        Unit.FLAG,
        "the leak checker looked once, after all tests: it lists what is kept for the process as well, unless a "
        "goroutine other than main's made it, as a test's own does",
    )
    looks: int | None = feature(
        Unit.COUNT, "captures in the series that the group was looked for in", told="captures: {}"
    )
    part: bool | None = feature(Unit.FLAG, "the newest capture shows part of the process: picked out, or cut")
    shown: int | None = feature(
        Unit.COUNT,
        "goroutines that the newest capture shows, on whatever stack; not of a process that a fault ended",
        told="goroutines shown: {}",
    )
    wait: float | None = feature(Unit.MINUTES, "longest wait in the group", told="waits for {}")
    wait_median: float | None = feature(
        Unit.MINUTES, "median wait of those with a printed wait", told="half wait for {} and more"
    )
    stood: float | None = feature(
        Unit.MINUTES,
        "how long half of them have stood there at least: by their waits, or, where none is printed, by the time "
        "between captures that show the same goroutines",
    )
    age_spread: float | None = feature(
        Unit.RATIO, "how evenly waits are spread: 0 all began together, as a pool does; 1 all ages, as a pile-up has"
    )
    ages_in_order: float | None = feature(
        Unit.CERTAINTY,
        "how surely the member started first waits longest: 1 nobody was served in between, a half in any order",
    )
    birth_spread: float | None = feature(
        Unit.RATIO,
        "how widely goroutine numbers are spread over the process's life: 0 one burst, 1 all along",
    )
    born_apart: float | None = feature(
        Unit.RATIO,
        "part of the members around whose number most goroutines have ended: 0 a burst, as a pool is, 1 one at a time",
    )
    joins_ended: float | None = feature(
        Unit.CERTAINTY,
        "how surely no more members join, by goroutine numbers: 0 as many of late as ever, 1 none of late",
    )
    spawners: float | None = feature(
        Unit.RATIO,
        "distinct creating goroutines per member: near 0 one loop started them, near 1 each request its own",
        told="starters of their own: {}",
    )
    one_starter: bool | None = feature(
        Unit.FLAG, "one goroutine started all of them, as a start-up's does; nothing shows that more are started"
    )
    creator_returned: float | None = feature(
        Unit.RATIO,
        "part of the members whose creator has left the function that started them; a fan-out under way waits in it",
    )
    growth: float | None = feature(Unit.COUNT, "goroutines gained between the first and the last capture")
    growth_per_minute: float | None = feature(Unit.PER_MINUTE, "gain over the time between the captures")
    growth_certainty: float | None = feature(
        Unit.CERTAINTY, "how sure it is that the group grows: monotone and beyond the noise of arrivals"
    )
    count_climbs: float | None = feature(
        Unit.CERTAINTY,
        "how surely the process's goroutines climb by what the group gained: their trend, if between dumps taken "
        "meanwhile it gained most of what they did, and more than coming and going make",
    )
    levels_off: float | None = feature(
        Unit.CERTAINTY, "with three or more captures: how surely the growth has ended, 0 still as fast as ever"
    )
    stayed: float | None = feature(
        Unit.RATIO, "part of the first capture's members that are still there, same goroutine and stack, in the last"
    )
    veterans_stayed: float | None = feature(
        Unit.RATIO, "`stayed` of the older half of the first capture's members: where work ends, old ones leave too"
    )
    unreachable: bool | None = feature(Unit.FLAG, "the garbage collector proved members unreachable (goroutineleak)")
    unreachable_count: int | None = feature(Unit.COUNT, "members the garbage collector proved unreachable")
    known_idle: bool | None = feature(Unit.FLAG, "a resident goroutine of a known library in its usual number")
    library_instance: bool | None = feature(
        Unit.FLAG, "a goroutine that a known library runs for each client, pool or other object until that is closed"
    )
    times_usual: float | None = feature(
        Unit.QUOTIENT, "members over the usual number of such residents of a known library; unmeasured for others"
    )
    in_library_only: bool | None = feature(Unit.FLAG, "no application frame on the stack nor as creator")
    in_dependency_only: bool | None = feature(
        Unit.FLAG, "every file on the stack, the creator's too, lies in the module cache or a vendor folder"
    )
    request_scoped: bool | None = feature(
        Unit.FLAG, "stack or creator is work for one request, message or connection, not a service loop"
    )
    started_by_init: bool | None = feature(
        Unit.FLAG, "the creator is a package's own initialisation, which runs once in the life of the process"
    )
    listens_for_stop: bool | None = feature(
        Unit.FLAG, "a named loop of a service, worker, watcher or subscriber whose business is to wait"
    )
    awaits_events: bool | None = feature(
        Unit.FLAG, "named for waiting on what others do (watch, listen, consume), not for work at intervals"
    )
    orphaned: float | None = feature(
        Unit.RATIO, "part of the members whose creating goroutine has ended", told="starters gone: {}"
    )
    orphaned_apart: float | None = feature(
        Unit.RATIO, "`orphaned`, but not measured where one goroutine started all and is gone, as a start-up's is"
    )
    joined: float | None = feature(
        Unit.RATIO, "part of the last capture's members that are new while the first capture's stayed"
    )
    ticks: bool | None = feature(
        Unit.FLAG, "something wakes them again and again, a ticker for one: older than a minute, none waits for one"
    )
    accepted: bool | None = feature(
        Unit.FLAG, "started by a goroutine that accepts, so that each serves a connection of a listener"
    )
    has_reader: bool | None = feature(
        Unit.FLAG,
        "the same functions started about as many goroutines that read from the network, or each was started by one"
        " that does, or that lives and has a library read: live connections",
    )
    has_writer: bool | None = feature(
        Unit.FLAG,
        "it reads from the network, and the same functions started about as many goroutines that rest in a select, a "
        "receive or on a queue's condition: the other half of connections in use",
    )
    beside_client: bool | None = feature(
        Unit.FLAG,
        "its stack is cut off inside the standard library, and about as many loops that a known library runs for a "
        "client stand beside it, whose reader it can be",
    )
    shared_object: bool | None = feature(
        Unit.FLAG, "all were started with the same receiver or first argument: the workers of one pool, for one"
    )
    deadlock: bool | None = feature(
        Unit.FLAG, "the runtime proved that no goroutine of the process can ever run again, and this one is blocked"
    )
    crash: bool | None = feature(
        Unit.FLAG,
        "blocked, in a dump of a few goroutines that a deadlock, a signal or an alarm wrote; no panic's or fault's",
    )
    stuck_test: bool | None = feature(
        Unit.FLAG, "a test's own goroutine is stuck in the code under test; False: in the test itself, observing"
    )
    inside_call: bool | None = feature(
        Unit.FLAG, "stands in a function that the one it was started with has called: in the middle of some work"
    )
    sql_busy: bool | None = feature(Unit.FLAG, "executing or reading a query, not merely waiting for a connection")
    results_busy: float | None = feature(
        Unit.RATIO, "of the transactions and result sets that are open, the part whose query is under way just now"
    )
    starts_no_more: bool | None = feature(
        Unit.FLAG, "one goroutine started them all and has waited for minutes since, though not for their end"
    )
    none_waits_minutes: bool | None = feature(Unit.FLAG, "none has waited a minute, though others in the dump have")
    shared_connections: float | None = feature(
        Unit.RATIO,
        "of HTTP client connections: the part that serve a request of a goroutine younger than they are now, and"
        " so were taken from a pool",
    )
    owner_at_work: float | None = feature(
        Unit.RATIO,
        "of transactions and result sets that are open, the part that go with a goroutine of the program each, alive "
        "and at work: the one that opened it and no other, or, where no numbers tell, one of a group that is as large "
        "all along",
    )
    state_known: bool | None = feature(Unit.FLAG, "the evidence tells what state the group is in")
    headers_only: bool | None = feature(
        Unit.FLAG, "only headers of goroutines are listed, so all that are in one state are one group, whatever they do"
    )
    is_victim: bool | None = feature(
        Unit.FLAG, "another group in the evidence explains why these wait: they end when that one does"
    )
    victims: int | None = feature(
        Unit.COUNT, "goroutines that wait for this group, by the wait-for picture", told="waiting for it: {}"
    )
    holds_lock: bool | None = feature(
        Unit.FLAG, "members are inside a critical section, blocked elsewhere, while others wait for that lock"
    )
    has_handed_locks: bool | None = feature(
        Unit.FLAG, "members came back with locks from a call in which others wait, some at each of several locks"
    )
    victims_each: float | None = feature(
        Unit.QUOTIENT, "`victims` per goroutine of the group: a fan-out has one that waits for all, a culprit has many"
    )
    lock_queue: int | None = feature(Unit.COUNT, "most goroutines waiting on one lock address of this group")
    lock_cycle: bool | None = feature(Unit.FLAG, "members hold a lock and wait for one whose holder waits for theirs")
    self_deadlock: bool | None = feature(
        Unit.FLAG,
        "the stack takes a lock that a method already on it holds: the lock lies in the object of that method too",
    )
    may_self_deadlock: bool | None = feature(
        Unit.FLAG,
        "a method of the same type is further out on the stack, and no address tells whether of the same object; "
        "nobody else is seen that could hold the lock",
    )
    holder_finishes: bool | None = feature(
        Unit.FLAG,
        "who holds the lock these wait for runs or sleeps, or waits only for what does, and none has stood there for "
        "ten minutes: mere contention",
    )
    awaits_living: bool | None = feature(
        Unit.FLAG,
        "all that it waits for, through others or directly, runs or sleeps and so will go on by itself; it has not "
        "waited for an hour",
    )
    awaits_own_work: bool | None = feature(
        Unit.FLAG,
        "it waits in the very function that started as many goroutines, which are there in the middle of some work",
    )
    supervised: bool | None = feature(
        Unit.FLAG,
        "it chooses, or receives in its loop, and only those wait for it that started it and count down its end, as a "
        "run group does",
    )
    may_be_gathered: bool | None = feature(
        Unit.FLAG,
        "it sends, none for a minute, and so many goroutines are at work in code of its type or package that they may "
        "take what all of these send",
    )
    awaits_reply: bool | None = feature(
        Unit.FLAG, "it waits in a method of an object whose own loop reads from a connection: a client's caller"
    )
    queues: bool | None = feature(
        Unit.FLAG,
        "none has waited a minute, and it waits in a queue that moves: the loop of the object it is inside of is at "
        "work, or others started with the same function are farther down in it",
    )
    dated: bool | None = feature(
        Unit.FLAG, "numbers, waits or an earlier capture tell since when they stand there; False: only their count"
    )
    holder_absent: bool | None = feature(
        Unit.FLAG, "waits for a lock while no other goroutine of a whole dump is in code of the package that takes it"
    )
    package_alone: bool | None = feature(
        Unit.FLAG,
        "waits on a channel, WaitGroup or condition while no other goroutine of a whole dump is in, or was started by, "
        "code of the package that waits",
    )
    lock_waiters: int | None = feature(Unit.COUNT, "goroutines that wait, directly, for a lock this group holds")
    lock_waited: float | None = feature(
        Unit.MINUTES,
        "how long half of those who wait for a lock it holds have waited at least, where printed",
        told="half of those wait for {} and more",
    )
    running_share: float | None = feature(
        Unit.RATIO, "part of all goroutines started with the same function that run or are runnable rather than wait"
    )
    family_share: float | None = feature(
        Unit.RATIO, "part of all goroutines started with the same function that are in this group"
    )
    count_ratio: float | None = feature(
        Unit.QUOTIENT, "only with `over: goroutine_group`: goroutines of all matching rows per goroutine of the subject"
    )
