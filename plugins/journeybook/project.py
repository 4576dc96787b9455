"""The one composition behind the site, `check` and whatever else reads a handbook."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journeybook.catalogue import Catalogue, build_catalogue
from journeybook.checks import check
from journeybook.findings import Finding, in_reading_order
from journeybook.load import Folder, read_folder
from journeybook.rules import Severity, severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A journeys folder, read and checked."""

    folder: Folder
    catalogue: Catalogue
    findings: tuple[Finding, ...]
    """Everything that is wrong, in reading order."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail a build."""
        return tuple(finding for finding in self.findings if severity(finding.rule) is Severity.ERROR)


def read(root: Path, label: str, previous: Project | None = None) -> Project:
    """Read and check a folder that messages call `label`; of `previous`, unchanged files are kept."""
    with _without_collector():
        folder = read_folder(root, label, previous.folder if previous else None)
        catalogue = build_catalogue(folder)
        return Project(folder=folder, catalogue=catalogue, findings=in_reading_order(check(catalogue)))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the garbage collector, which takes a third of the time of a reading and finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def today() -> date:
    """The day that a build takes for today: JOURNEYBOOK_TODAY, so that builds repeat, or the clock's."""
    written = os.environ.get("JOURNEYBOOK_TODAY")
    return date.fromisoformat(written) if written else date.today()  # noqa: DTZ011 - the reader's own day
