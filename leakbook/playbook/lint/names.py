"""Names: unique where they must be, and as the folders say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from ..model import Playbook
from .base import Complaint, Lint


class _Unique(Lint):
    """A field that no two playbooks may share."""

    field: str

    def finish(self) -> Iterable[Complaint]:
        """One complaint for every playbook after the first."""
        value: Callable[[Playbook], str] = lambda playbook: str(getattr(playbook, self.field)).casefold()  # noqa: E731
        seen: dict[str, Playbook] = {}
        for playbook in self.playbooks.playbooks:
            first = seen.setdefault(value(playbook), playbook)
            if first is not playbook:
                yield Complaint(playbook=playbook, path=(self.field,), message=f"is already that of {first.file}")


class IdsAreUnique(_Unique):
    """No two files describe the same id."""

    field = "id"


class TitlesAreUnique(_Unique):
    """No two patterns read the same in an answer."""

    field = "title"


class FileNamesMatch(Lint):
    """`<category>/<name>.yaml` is where the id `<category>/<name>` lives."""

    def check(self, playbook: Playbook) -> Iterable[Complaint]:
        """Compare the id with category and path."""
        category, name = playbook.id.split("/")
        if playbook.category != category:
            yield Complaint(playbook=playbook, path=("category",), message=f"the id {playbook.id} says {category}")
        path = PurePosixPath(playbook.file)
        if path.stem != name or (path.parent.name and path.parent.name != category):
            yield Complaint(playbook=playbook, path=("id",), message=f"belongs in {playbook.id}.yaml")


class SignalIdsAreUnique(Lint):
    """Within a playbook an id names one signal or one rule-out; tests have their own names."""

    def check(self, playbook: Playbook) -> Iterable[Complaint]:
        """Report every id after its first use."""
        lists = {
            "signals": [signal.id for signal in playbook.signals],
            "rule_out": [reason.id for reason in playbook.rule_out],
            "tests": [test.name for test in playbook.tests],
        }
        for name, ids in lists.items():
            places: dict[str, list[int]] = defaultdict(list)
            for index, one in enumerate(ids):
                places[one].append(index)
            for one, indexes in places.items():
                for index in indexes[1:]:
                    key = "name" if name == "tests" else "id"
                    yield Complaint(playbook=playbook, path=(name, index, key), message=f"{one!r} is written twice")
