"""The one composition behind the site, `check` and whatever else reads a handbook."""

from dataclasses import dataclass
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
    """Read and check a journeys folder that messages call `label`; files unchanged since `previous` are not read."""
    folder = read_folder(root, label, previous.folder if previous else None)
    catalogue = build_catalogue(folder)
    return Project(folder=folder, catalogue=catalogue, findings=in_reading_order(check(catalogue)))
