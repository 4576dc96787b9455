"""Sort measured values by what they were measured for, and each sort by date."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from journeybook.model import SCOPES, Value

Scope = tuple[str | None, ...]
"""The scope of a value, in the order of `SCOPES`."""
EVERYTHING: Scope = (None,) * len(SCOPES)
"""The scope of what is measured for everything together."""
scope_of = attrgetter(*SCOPES)
"""Gives the scope of a value."""


def courses(values: Iterable[Value]) -> Mapping[str, Mapping[Scope, tuple[Value, ...]]]:
    """Sort the values of each metric by their scopes, in the order of their dates."""
    found: dict[str, dict[Scope, list[Value]]] = {}
    for item in values:
        found.setdefault(item.metric, {}).setdefault(scope_of(item), []).append(item)
    by_date = attrgetter("date")
    return {
        metric: {scope: tuple(sorted(items, key=by_date)) for scope, items in scopes.items()}
        for metric, scopes in found.items()
    }
