"""Choose the reader of a file by what stands in it, and read it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.diagrams import read_diagrams
from journeybook.importing.exported.json_export import read_json_export
from journeybook.importing.handbook_file import read_handbook_file
from journeybook.regular import read_regular
from journeybook.workbooks import NotReadable

AS = ("journey", "persona", "touchpoints", "opportunities", "metrics")
"""What people may say a file is, where it is not seen by itself."""

_LARGEST = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The wishes of people for a file that they bring in."""

    kind: str = ""
    """One of `AS`; empty if it is to be found out."""
    mapping: Path | None = None
    """A file that says what labels stand for."""


_OF_TEXT: tuple[Callable[[str, str], BroughtIn | None], ...] = (
    read_json_export,
    read_handbook_file,
    read_diagrams,
)
"""The readers of text files, the surest first: each takes the file's name and text, or returns nothing."""


def bring_in(path: Path, source: str, wanted: Wanted) -> BroughtIn:  # noqa: ARG001 - readers of sheets take it
    """Read a file that messages call `source`; `NotReadable` if it is refused, or nobody knows its form."""
    try:
        raw = read_regular(path, _LARGEST)
    except OSError as error:
        raise NotReadable(f"'{source}' cannot be read. Is it there, and may you read it?") from error
    if len(raw) > _LARGEST:
        raise NotReadable(f"'{source}' is larger than {_LARGEST // 1024**2} MB.")
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    found = next((read for reader in _OF_TEXT if (read := reader(source, text))), None)
    if found is None:
        raise NotReadable(f"'{source}' is no sheet, board, diagram or export that is known.")
    return found
