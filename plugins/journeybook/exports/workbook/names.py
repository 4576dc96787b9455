"""Name the sheets of a workbook: at most 31 letters, none that programs refuse, no two alike."""

import re

from journeybook.notation.tables import units

_LONGEST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff]")
_TAKEN_BY_EXCEL = {"history"}


class SheetNames:
    """Makes names that are valid and unique."""

    def __init__(self) -> None:
        self._taken = set(_TAKEN_BY_EXCEL)

    def make(self, title: str) -> str:
        """Make the name of a sheet of a title."""
        name = " ".join(_REFUSED.sub(" ", title).split()).strip("' ") or "-"
        number, made = 1, _short(name, _LONGEST)
        while made.casefold() in self._taken:
            number += 1
            ending = f" ({number})"
            made = _short(name, _LONGEST - len(ending)) + ending
        self._taken.add(made.casefold())
        return made


def _short(name: str, longest: int) -> str:
    while units(name) > longest:
        name = name[:-1]
    return name.rstrip("' ") or "-"
