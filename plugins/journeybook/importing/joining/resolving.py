"""Put ids in the place of the names that a draft says, and add to the handbook what it does not have yet."""

from collections.abc import Callable, Mapping
from typing import Any

from journeybook.importing.brought_in import KeyPath, Note, Telling
from journeybook.importing.joining.additions import Additions
from journeybook.importing.joining.known import KnownNames
from journeybook.importing.joining.paths import drop, put_value, sorting_key, value_at
from journeybook.importing.origins import origin_of
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.load.document import MODELS
from journeybook.messages import N_
from journeybook.model import Use, is_id, references, slug

_ADDED = N_("“%(name)s” is new; handbook.yml has it now in its list %(list)s as %(id)s.")
_NEAR = N_("“%(name)s” is new as %(id)s. Is it the same as “%(other)s” (%(other_id)s)? Then change it there.")
_LEFT_AS_TEXT = N_("“%(name)s” stays a text. Is it the same as “%(other)s” (%(other_id)s)? Then write that.")
_NOT_THERE = N_("“%(name)s” names nothing that the handbook has, and is left out.")
_UNKNOWN_CHANNEL = N_("The touchpoint “%(name)s” has no channel; it got the channel %(id)s.")


class Resolving:
    """The names of one draft, put to those of the handbook."""

    def __init__(self, kind: ThingKind, header: dict[str, Any], origins: dict[KeyPath, str]) -> None:
        self.kind, self.header, self._origins = kind, header, origins
        self.notes: list[Note] = []
        self._told: set[tuple[ThingKind, str]] = set()
        self._left: list[KeyPath] = []

    def resolve(self, additions: Additions) -> None:
        """Let every name be an id; what names nothing is left out, with a note."""
        uses = sorted(references(MODELS[self.kind], self.header), key=_order)
        keys: list[tuple[KeyPath, str]] = []
        for use in uses:
            own_id = self._of_journey(use) if use.kind in _WITHIN else self._id(use, additions)
            if not own_id:
                self._left.append(use.path)
            elif use.at_key:
                keys.append((use.path, own_id))
            else:
                put_value(self.header, use.path, own_id)
        for path, own_id in keys:
            _rename_key(self.header, path, own_id)
        for path in sorted(self._left, key=sorting_key, reverse=True):
            drop(self.header, path, self._origins)

    def resolve_known(self, known: KnownNames, within: KeyPath) -> None:
        """Let the names below a path be ids; what the handbook does not have is left out, with a note."""
        uses = references(MODELS[self.kind], self.header)
        below = (use for use in uses if use.path[: len(within)] == within)
        for use in sorted(below, key=lambda each: sorting_key(each.path), reverse=True):
            own_id = self._of_journey(use) if use.kind in _WITHIN else known.same(use.kind, use.id)
            if own_id:
                put_value(self.header, use.path, own_id)
            elif not use.or_text:
                if use.kind not in _WITHIN:
                    self.tell(Telling.LEFT, use.path, _NOT_THERE, name=use.id)
                drop(self.header, use.path, self._origins)

    def tell(self, telling: Telling, path: KeyPath, message: str, **values: str) -> None:
        """Note what became of the value at a path."""
        address = origin_of(path, self._origins)
        self.notes.append(Note(telling=telling, address=address, message=message, values=values))

    def _id(self, use: Use, additions: Additions) -> str:
        known, name = additions.known, " ".join(use.id.split())
        same = known.same(use.kind, name)
        if same or (use.until_listed and not known.has_any(use.kind)):
            return same or name
        near = known.near(use.kind, name)
        if use.or_text:
            if near:
                self._ask(use, _LEFT_AS_TEXT, Telling.LEFT, near, known, made="")
            return name
        if use.kind is ThingKind.JOURNEY:
            self.tell(Telling.LEFT, use.path, _NOT_THERE, name=name)
            return ""
        own_id = self._added(use, name, additions)
        if near:
            self._ask(use, _NEAR, Telling.GUESSED, near, known, made=own_id)
        elif use.kind in IN_HANDBOOK:
            self.tell(Telling.GUESSED, use.path, _ADDED, name=name, list=use.kind.row.plural, id=own_id)
        return own_id

    def _ask(  # noqa: PLR0913 - a question names both things
        self, use: Use, message: str, telling: Telling, near: str, known: KnownNames, *, made: str
    ) -> None:
        if (use.kind, use.id) in self._told:
            return
        self._told.add((use.kind, use.id))
        values = {"name": use.id, "other": known.title(use.kind, near), "other_id": near}
        self.tell(telling, use.path, message, **values, id=made)

    def _added(self, use: Use, name: str, additions: Additions) -> str:
        if use.kind in IN_HANDBOOK:
            return additions.entry(use.kind, {"title": name})
        header: dict[str, Any] = {"title": name}
        if use.kind is ThingKind.TOUCHPOINT:
            header["channel"] = self._channel(use, name, additions)
        return additions.thing(use.kind, header, origin_of(use.path, self._origins))

    def _channel(self, use: Use, name: str, additions: Additions) -> str:
        """The channel of a new touchpoint: that of its step, or the unknown one."""
        step = (
            value_at(self.header, use.path[: use.path.index("touchpoints")])
            if "touchpoints" in use.path
            else {}
        )
        channel = step.get("channel") if isinstance(step, dict) else None
        if channel:
            return str(channel)
        own_id = additions.unknown_channel()
        self.tell(Telling.GUESSED, use.path, _UNKNOWN_CHANNEL, name=name, id=own_id)
        return own_id

    def _of_journey(self, use: Use) -> str:
        """The id of a step or pain point of the same journey, which gets one if it has none yet."""
        if use.kind is ThingKind.STEP and use.id == "end":
            return "end"
        parts = _WITHIN[use.kind](self.header)
        name = slug(use.id, fallback="")
        for path, item in parts:
            group = item if isinstance(item, dict) else {"title": item}
            if use.id == group.get("id") or name == slug(str(group.get("title", "")), fallback=""):
                own_id = str(group.get("id") or _free(name, parts))
                put_value(self.header, path, {**group, "id": own_id})
                return own_id
        self.tell(Telling.LEFT, use.path, _NOT_THERE, name=use.id)
        return ""


def _order(use: Use) -> tuple[bool, ...]:
    """Channels first, which new touchpoints take; what may stay a text later; parts of the journey last."""
    return use.kind in _WITHIN, use.or_text, use.kind is not ThingKind.CHANNEL


def _rename_key(header: dict[str, Any], path: KeyPath, own_id: str) -> None:
    """Give a key another name, in its place."""
    group = value_at(header, path[:-1])
    renamed = {own_id if key == path[-1] else key: value for key, value in group.items()}
    group.clear()
    group.update(renamed)


_Parts = list[tuple[KeyPath, Any]]


def _listed(data: Any, path: KeyPath, key: str) -> _Parts:
    group = value_at(data, path)
    items = group.get(key) if isinstance(group, dict) else None
    if isinstance(items, list):
        return [((*path, key, number), item) for number, item in enumerate(items)]
    return [((*path, key), items)] if items is not None else []


def _steps(header: Any) -> _Parts:
    return [step for stage, _ in _listed(header, (), "stages") for step in _listed(header, stage, "steps")]


def _pain_points(header: Any) -> _Parts:
    stages = _listed(header, (), "stages")
    return [pain for part, _ in (*stages, *_steps(header)) for pain in _listed(header, part, "pain_points")]


_WITHIN: Mapping[ThingKind, Callable[[Any], _Parts]] = {
    ThingKind.STEP: _steps,
    ThingKind.PAIN_POINT: _pain_points,
}
"""Kinds of things within a journey, with where they stand."""


def _free(name: str, parts: _Parts) -> str:
    taken = {str(item.get("id")) for _, item in parts if isinstance(item, dict)}
    wanted = name if is_id(name) and name != "end" else "step"
    number, own_id = 2, wanted
    while own_id in taken:
        own_id, number = f"{wanted}-{number}", number + 1
    return own_id
