"""Which goroutines stand in a queue that moves: whom they wait for is at work, or others are past where they wait.

A queue says nothing once its members have waited for minutes.
"""

from __future__ import annotations

from typing import Final

from ...evidence.names import package_of
from ...evidence.packages import is_stdlib
from .channel_peers import CALLER_STATES, is_of_one_kind, leaf_words, same_object
from .scene import AT_WORK_STATES, LIVING_STATES, Standing, WaitScene


def is_served(scene: WaitScene, waiter: Standing) -> bool:
    """Whether a loop of the object that the waiter is inside of, or has its channel, is at work on something else.

    Then the waiter stands in a queue: the loop comes back to it. A loop that rests in a receive would have taken what
    is offered, so it proves nothing; neither does one that is stuck, nor any once the waiter prints a wait of minutes.
    """
    group = waiter.group
    if group.state not in CALLER_STATES or waiter.lock is not None or not group.frames or waiter.waits_minutes:
        return False
    owner = waiter.owners[waiter.own_leaf]
    words = (index for word in leaf_words(waiter) for index in scene.loops_by_word.get(word, ()))
    loops = [scene.standings[index] for index in (*scene.loops_by_type.get(owner or "", ()), *words)]
    return any(
        loop.group.state in AT_WORK_STATES
        and not loop.waits_minutes
        and loop.index != waiter.index
        and (not is_of_one_kind(waiter, loop) or _takes_from(scene, loop, waiter))
        and not is_stdlib(package_of(loop.group.frames[loop.entry].function))
        and (owner is None or same_object(waiter, loop, owner))
        for loop in loops
    )


PER_READER: Final = 3
"""Most senders for each goroutine that started them and takes what they send: the stages of one pipeline."""


def feeds_its_creator(scene: WaitScene, waiter: Standing) -> bool:
    """Whether goroutines that are at work in the very function that started these take what they send.

    So it is with the stages of a pipeline whose reader stands at its end; a stage sends in a select, too. A loop that
    starts one more sender in every round and takes no answer has many of them.
    """
    group = waiter.group
    starter, numbers = group.created_by, group.created_in
    if group.state not in {"chan send", "select"} or starter is None or not numbers or waiter.waits_minutes:
        return False
    if group.count > PER_READER * len(numbers):
        return False
    readers = [scene.standings[index] for number in numbers if (index := scene.by_goroutine.get(number)) is not None]
    return len(readers) == len(numbers) and all(
        reader.group.state in AT_WORK_STATES and not reader.waits_minutes and reader.own_function == starter.function
        for reader in readers
    )


FAN_OUT: Final = 32
"""Most senders for each goroutine at work beside them that may take what they send, as when all shards are asked."""


def may_be_gathered(scene: WaitScene, sender: Standing) -> bool:
    """Whether goroutines at work in code of the sender's type, or package, are enough to gather what all of them send.

    A profile tells neither who started whom nor since when. Where a search asks 24 shards and sleeps between two
    answers, hundreds of senders stand beside some tens of searches, and all are gone in a second.
    """
    group, place = sender.group, sender.own_leaf
    if group.state != "chan send" or not group.frames or sender.waits_minutes:
        return False
    at_work = scene.living_in.get(sender.owners[place] or sender.packages[place], 0)
    return group.count <= FAN_OUT * at_work


def awaits_turn(scene: WaitScene, waiter: Standing) -> bool:
    """Whether others that came the same way are farther down in the function it waits in, at work.

    So it is with a task that first takes a slot of a semaphore made of a channel: what it waits for comes before the
    work, and the work of others will end. A result that nobody takes is sent after the work.
    """
    group = waiter.group
    if group.state not in CALLER_STATES or not group.frames or waiter.waits_minutes:
        return False
    here = group.frames[waiter.own_leaf]
    came_as_far = (group.frames[waiter.entry].function, waiter.entry - waiter.own_leaf, here.function)
    siblings = scene.moving.get(came_as_far, ())
    return any(_is_farther(scene.standings[index], place, waiter) for index, place in siblings)


def _is_farther(other: Standing, place: int, waiter: Standing) -> bool:
    """Whether the other stands behind the line that the waiter waits at, in the same function and the same object.

    Their outer frames are the same, line for line. What a function does itself behind that line, it may do once more
    for a channel of its own: then the receivers, where they are printed, must be one.
    """
    mine, theirs = waiter.group.frames, other.group.frames
    here, there = mine[waiter.own_leaf], theirs[place]
    if here.line is None or there.line is None or there.line <= here.line:
        return False
    came_alike = all(
        one.function == another.function and one.line == another.line
        for one, another in zip(mine[waiter.own_leaf + 1 : waiter.entry + 1], theirs[place + 1 :], strict=False)
    )
    return came_alike and _may_share(waiter, waiter.own_leaf, other, place)


def _may_share(one: Standing, place: int, other: Standing, its_place: int) -> bool:
    """Whether frames of two goroutines print the same first word, or one of them prints none."""
    mine, theirs = one.words_at(place), other.words_at(its_place)
    return not mine or not theirs or bool(mine & theirs)


def _takes_from(scene: WaitScene, loop: Standing, waiter: Standing) -> bool:
    """Whether a sender's sibling may be who takes what it sends: few, and all of them busy, none of them reads.

    A queue may have both its ends as methods, `go q.bring()` and `go q.store()`. What reads from a connection beside
    who writes to it (`listen`, `speak`) is its other half and takes nothing. A loop that starts the senders
    (`go p.fetch()` in every round of `p.loop`) is what they come from; that it sleeps shows no receive.
    """
    creator = waiter.group.created_by
    if creator is not None and any(frame.function == creator.function for frame in loop.group.frames):
        return False
    taker, sender = loop.group.frames[loop.entry].function, waiter.group.frames[waiter.entry].function
    if waiter.group.state != "chan send" or taker == sender:
        return False
    takers = [scene.standings[index].group for index in scene.by_entry.get(taker, ())]
    return all(one.state in LIVING_STATES for one in takers) and sum(one.count for one in takers) < waiter.group.count
