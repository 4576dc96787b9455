"""A draft while it is put together, value by value, each with the place that it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

from journeybook.importing.brought_in import Draft, KeyPath, Note, Telling
from journeybook.importing.journeys.values import TAKEN
from journeybook.importing.words.scales import OURS, decide
from journeybook.kinds import ThingKind
from journeybook.messages import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    path: KeyPath
    number: Decimal
    address: str


@dataclass(kw_only=True)
class Sketch:
    """A header that grows, with its origins and with what must be said of it."""

    header: dict[str, Any] = field(default_factory=dict)
    origins: dict[KeyPath, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    _scored: list[_Scored] = field(default_factory=list)

    def put(self, path: KeyPath, value: Any, address: str) -> None:
        """Set a value; the groups and lists that lead to it are made, and lists are filled in their order."""
        inner: Any = self.header
        for key, following in pairwise(path):
            inner = _entry(inner, key, [] if isinstance(following, int) else {})
        _set(inner, path[-1], value)
        self.origins[path] = address

    def add(self, path: KeyPath, value: Any, address: str) -> None:
        """Add an entry to a list, unless it stands there already."""
        entries = self.get(path) or []
        if value not in entries:
            self.put((*path, len(entries)), value, address)

    def get(self, path: KeyPath) -> Any:
        """The value at a path, or nothing."""
        inner: Any = self.header
        for key in path:
            inner = _value(inner, key)
        return inner

    def score(self, path: KeyPath, number: Decimal, address: str) -> None:
        """Remember a score; on which scale it lies is decided by all of them."""
        self._scored.append(_Scored(path=path, number=number, address=address))

    def settle_scores(self) -> None:
        """Put all scores on the scale from 1 to 5, and say so where they were on another."""
        decided = decide([scored.number for scored in self._scored]) if self._scored else None
        for scored in self._scored:
            score = decided.scale.score(scored.number) if decided else None
            if score is not None:
                self.put(scored.path, score, scored.address)
            else:
                message = N_("The scores lie on no scale that is known; “%(score)s” is left out.")
                self.left(scored.address, message, score=str(scored.number))
        if decided and decided.scale != OURS:
            message = N_("The scores were read on a scale of %(scale)s and turned into 1 to 5.")
            self.guessed(self._scored[0].address, message, scale=str(decided.scale))
        elif any(scored.number % 1 for scored in self._scored):
            self.guessed(self._scored[0].address, N_("Scores between two numbers were rounded."))
        self._scored.clear()

    def guessed(self, address: str, message: str, **values: str) -> None:
        """Say what was guessed."""
        self._note(Telling.GUESSED, address, message, values)

    def left(self, address: str, message: str, **values: str) -> None:
        """Say what was left over."""
        self._note(Telling.LEFT, address, message, values)

    def _note(self, telling: Telling, address: str, message: str, values: dict[str, str]) -> None:
        self.notes.append(Note(telling=telling, address=address, message=message, values=values))

    def taken_as(self, address: str, message: str, **values: str) -> None:
        """Say what was taken."""
        self._note(Telling.TAKEN, address, message, values)

    def taken(self) -> Iterator[Note]:
        """Yield where each value comes from, once for a field and a place."""
        title = str(self.header.get("title", ""))
        places = {(address, _field(path)): None for path, address in self.origins.items() if address}
        for address, field_name in places:
            values = {"field": field_name, "of": title}
            yield Note(telling=Telling.TAKEN, address=address, message=TAKEN, values=values)

    def draft(self, kind: ThingKind, body: Sequence[str] = ()) -> Draft:
        """Finish the draft; the paragraphs become its narrative."""
        return Draft(kind=kind, header=self.header, body="\n\n".join(body), origins=self.origins)


def _field(path: KeyPath) -> str:
    """The innermost key of a value."""
    return next(key for key in reversed(path) if isinstance(key, str))


def _entry(inner: Any, key: str | int, empty: Any) -> Any:
    """The group or list under a key or at the end of a list."""
    found = _value(inner, key)
    if found is None:
        _set(inner, key, empty)
        return empty
    return found


def _value(inner: Any, key: str | int) -> Any:
    if isinstance(inner, list) and isinstance(key, int):
        return inner[key] if key < len(inner) else None
    return inner.get(key) if isinstance(inner, dict) else None


def _set(inner: Any, key: str | int, value: Any) -> None:
    if isinstance(inner, list) and key == len(inner):
        inner.append(value)
    else:
        inner[key] = value
