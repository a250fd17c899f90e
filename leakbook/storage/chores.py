"""What one worker at a time does for all: by a lease in the database, on its clock."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Engine, insert, select, update
from sqlalchemy.exc import IntegrityError

from .database import reading, writing
from .schema import chores, database_now

LEASE_SECONDS = 60.0
FAR = 10
"""A due time or a lease further ahead than so many times its length is of a clock since set back."""


class Chore:
    """One recurring piece of work, of one process that would do it."""

    def __init__(self, engine: Engine, name: str, *, every_seconds: float) -> None:
        """`name` is the same wherever the same work is done."""
        self._engine = engine
        self._name = name
        self._every = int(every_seconds * 1000)
        self._lease = int(LEASE_SECONDS * 1000)
        self._me = uuid.uuid4().hex

    def take(self) -> bool:
        """Whether it is due and nobody has it; it is ours then until `done`, or until the lease lapses."""
        with reading(self._engine) as connection:
            known = connection.execute(select(chores.c.name).where(chores.c.name == self._name)).first()
            if known and not connection.execute(select(chores.c.name).where(self._is_free())).first():
                return False
        if not known:
            self._introduce()
        return self._write(self._is_free(), {"holder": self._me, "lease_until": database_now() + self._lease})

    def extend(self) -> bool:
        """While it goes on. False: it was too slow, another has it."""
        return self._write(chores.c.holder == self._me, {"lease_until": database_now() + self._lease})

    def done(self) -> bool:
        """Until the next time."""
        values = {"holder": None, "lease_until": None, "due_at": database_now() + self._every}
        return self._write(chores.c.holder == self._me, values)

    def _is_free(self) -> ColumnElement[bool]:
        now, until = database_now(), chores.c.lease_until
        due = (chores.c.due_at <= now) | (chores.c.due_at > now + FAR * self._every)
        free = until.is_(None) | (until < now) | (until > now + FAR * self._lease)
        return (chores.c.name == self._name) & due & free

    def _introduce(self) -> None:
        try:
            with writing(self._engine) as connection:
                connection.execute(insert(chores).values(name=self._name, due_at=0))
        except IntegrityError:
            return  # another worker did at the same moment

    def _write(self, where: ColumnElement[bool], values: Mapping[str, Any]) -> bool:
        step = update(chores).where(chores.c.name == self._name, where).values(**values)
        with writing(self._engine) as connection:
            return connection.execute(step).rowcount == 1
