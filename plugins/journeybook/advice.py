"""Word the commands that messages advise, so that they work as they stand in the folder of the last one."""

import shlex
from collections.abc import Iterable

DEFAULT_FOLDER = "journeys"
"""The folder that commands read unless another one is named."""


def check_command(journeys: str, *options: str) -> str:
    """Return a call of `journeybook check` for the same folder of journeys."""
    return _shell("check", *_unless_default(journeys), *options)


def command(name: str, words: Iterable[str], journeys: str) -> str:
    """Return a call of any other command for the same folder of journeys."""
    folder = _unless_default(journeys)
    return _shell(name, *words, *(("--journeys-dir", *folder) if folder else ()))


def _unless_default(journeys: str) -> tuple[str, ...]:
    return () if journeys.rstrip("/") == DEFAULT_FOLDER else (journeys,)


def _shell(*words: str) -> str:
    return " ".join(("journeybook", *map(shlex.quote, words)))
