"""The things that are typed as `KIND:ID`."""

from journeybook.cli.terminal.failure import Failure
from journeybook.kinds import NAMED, ThingKind


def typed_thing(typed: str) -> tuple[ThingKind, str]:
    """Return the kind and the id of what was typed, or say how it is written."""
    kind, _, name = typed.partition(":")
    if kind not in NAMED or not name:
        raise Failure(f"'{typed}' names nothing. Write KIND:ID; the kinds are {', '.join(NAMED)}.")
    return ThingKind(kind), name
