"""Look up, change and drop values of a header by the keys and positions that lead to them."""

from collections.abc import Mapping
from typing import Any

from journeybook.importing.brought_in import KeyPath


def value_at(data: Any, path: KeyPath) -> Any:
    """The value at a path; nothing where the path leads nowhere."""
    for key in path:
        is_there = key in data if isinstance(data, Mapping) else _is_position(data, key)
        if not is_there:
            return None
        data = data[key]
    return data


def _is_position(data: Any, key: str | int) -> bool:
    return isinstance(data, list) and isinstance(key, int) and key < len(data)


def put_value(data: Any, path: KeyPath, value: Any) -> None:
    """Put a value in the place of the one at a path; a plain text may stand for a whole group."""
    above = value_at(data, path[:-1])
    if isinstance(above, str):
        put_value(data, path[:-1], value)
    else:
        above[path[-1]] = value


def drop(data: Any, path: KeyPath, origins: dict[KeyPath, str]) -> None:
    """Remove the value at a path, and what holds nothing else than it; the addresses of others move along."""
    above = value_at(data, path[:-1])
    if isinstance(above, str):
        drop(data, path[:-1], origins)
    elif value_at(data, path) is not None:
        del above[path[-1]]
        _forget(path, origins)
        if not above and len(path) > 1:
            drop(data, path[:-1], origins)


def _forget(path: KeyPath, origins: dict[KeyPath, str]) -> None:
    """Remove the addresses at and below a path; in a list, those behind it move up."""
    size, last = len(path), path[-1]
    old = dict(origins)
    origins.clear()
    for place, address in old.items():
        at = place[size - 1] if len(place) >= size and place[: size - 1] == path[:-1] else None
        if isinstance(at, int) and isinstance(last, int) and at > last:
            origins[(*place[: size - 1], at - 1, *place[size:])] = address
        elif at != last or at is None:
            origins[place] = address


def existing_path(data: Any, path: KeyPath) -> KeyPath:
    """The path as far as it leads, where a single value may stand for a list of one."""
    found: list[str | int] = []
    for key in path:
        if key == 0 and not isinstance(data, list):
            continue
        if value_at(data, (key,)) is None:
            break
        data = data[key]
        found.append(key)
    return tuple(found)


def sorting_key(path: KeyPath) -> tuple[str, ...]:
    """The key by which paths sort as their values stand in lists."""
    return tuple(f"{part:08}" if isinstance(part, int) else part for part in path)
