"""Bring files into a handbook, for the commands that do: read them all first, then write, then report."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from journeybook import edits, scaffold
from journeybook.catalogue import Catalogue
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, Failure
from journeybook.cli.terminal.files import write_files
from journeybook.cli.terminal.streams import tell, write
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.joining import Plan, plan
from journeybook.importing.reading import Wanted, WrongMapping, bring_in
from journeybook.language import language as language_called
from journeybook.messages import N_
from journeybook.report.imports import as_document, on_screen
from journeybook.workbooks import NotReadable


class NothingTaken(Failure):
    """A file that is refused, or of which nothing can be taken."""

    exit_code = PROBLEMS


def read_sources(files: Iterable[str], wanted: Wanted) -> list[BroughtIn]:
    """Read all files, or refuse them with the first that cannot be read."""
    try:
        return [bring_in(Path(file), file, wanted) for file in files]
    except NotReadable as error:
        raise NothingTaken(str(error)) from error
    except WrongMapping as error:
        raise Failure(str(error)) from error


def planned_for(
    catalogue: Catalogue, sources: Sequence[BroughtIn], spoken: str, *, applies: bool = False
) -> Plan:
    """Plan what becomes of sources in a handbook, in a language."""
    unknown = language_called(spoken).text(N_("Unknown"))
    try:
        return plan(catalogue, sources, unknown=unknown, applies=applies)
    except scaffold.NotPossible as error:
        raise Failure(f"{error} Nothing is written.") from error


def write_planned(planned: Plan, spoken: str, *, is_dry: bool = False, report: str | None = None) -> int:
    """Write what is planned, and tell of it; return the exit code."""
    if not is_dry:
        write_files(planned.changes)
    language = language_called(spoken)
    if report:
        _write_report(report, as_document(planned.told, language))
    write("".join(f"{change.path}\n" for change in planned.changes))
    tell(on_screen(planned.told, language).rstrip("\n"))
    return CLEAN if planned.changes or any(each.has_taken for each in planned.told) else PROBLEMS


def refuse_report(file: str, read: Iterable[str]) -> None:
    """Refuse a report that would take the place of a file that is read, or has no folder to lie in."""
    path = Path(file)
    if any(os.path.realpath(path) == os.path.realpath(name) for name in read):
        raise Failure(f"The report would take the place of '{file}'. Name another file.")
    if os.path.isdir(path):  # noqa: PTH112 - a name that the disk does not take is none
        raise Failure(f"'{file}' is a folder. Name a file for the report.")
    if not path.parent.is_dir():
        raise Failure(f"There is no folder '{path.parent}' for the report.")


def _write_report(file: str, text: str) -> None:
    try:
        edits.write_whole(Path(file), text.encode())
    except OSError as error:
        message = f"The report '{file}' cannot be written. Does its folder exist, and is the disk not full?"
        raise Failure(message) from error
