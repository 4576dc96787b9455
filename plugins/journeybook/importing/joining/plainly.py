"""Make of what a reader found the values that a header holds: texts without what no file may hold."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from journeybook.frontmatter import without_forbidden
from journeybook.importing.brought_in import Draft, KeyPath

_LINK = re.compile(r"\[\[(?=[a-z-]+:)")


def text_of_others(text: str) -> str:
    """A text as a file may hold it, in which nothing links to things of a handbook."""
    return _LINK.sub("[ [", without_forbidden(text)).strip()


class Plainly:
    """The values of a draft as texts, lists and groups; what says nothing is left out."""

    def __init__(self, draft: Draft) -> None:
        self._old = draft.origins
        self.origins: dict[KeyPath, str] = {}
        """The address of each value that is left, where it stands now."""
        self.header: dict[str, Any] = self._value(draft.header, (), ()) or {}

    def _value(self, value: Any, old: KeyPath, new: KeyPath) -> Any:
        if old in self._old:
            self.origins[new] = self._old[old]
        match value:
            case Mapping():
                return self._group(value, old, new)
            case list() | tuple():
                return self._list(value, old, new)
            case bool():
                return "true" if value else "false"
            case None:
                return None
            case date():
                return value.isoformat()
        return text_of_others(str(value)) or None

    def _group(self, group: Mapping[Any, Any], old: KeyPath, new: KeyPath) -> dict[str, Any] | None:
        made = {}
        for key, item in group.items():
            name = " ".join(without_forbidden(str(key)).split())
            value = self._value(item, (*old, key), (*new, name))
            if value is not None and name:
                made[name] = value
        return made or None

    def _list(self, items: Any, old: KeyPath, new: KeyPath) -> list[Any] | None:
        made: list[Any] = []
        for number, item in enumerate(items):
            value = self._value(item, (*old, number), (*new, len(made)))
            if value is not None:
                made.append(value)
        return made or None


def as_held(value: Any) -> Any:
    """A value of a reader as a file may hold it."""
    if isinstance(value, Mapping):
        return {str(key): as_held(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_held(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else text_of_others(str(value))
