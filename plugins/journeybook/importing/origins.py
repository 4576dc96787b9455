"""Find the address of a value in the file that it came from."""

from collections.abc import Mapping

from journeybook.importing.brought_in import KeyPath


def origin_of(path: KeyPath, origins: Mapping[KeyPath, str]) -> str:
    """The address of a value; of something that it holds where it has none, or of what holds it."""
    if path in origins:
        return origins[path]
    tops = (path[:length] for length in range(len(path) - 1, -1, -1))
    return next((found for top in (path, *tops) if (found := _first_within(top, origins))), "")


def _first_within(path: KeyPath, origins: Mapping[KeyPath, str]) -> str:
    within = (address for key, address in origins.items() if key[: len(path)] == path)
    return origins.get(path) or next(within, "")
