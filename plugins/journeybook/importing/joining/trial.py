"""Read a handbook as it would be, to leave out of drafts what would be an error in them."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from journeybook import clock
from journeybook.catalogue import build_catalogue
from journeybook.checks import CHECKS, Inspection
from journeybook.checks.journeys.structure import circles
from journeybook.findings import Finding, Severity
from journeybook.load import DiskFiles, Identity, NotTaken, read_files
from journeybook.rules import RULES
from journeybook.settings import Limits


class Changed(DiskFiles):
    """The files below a folder, some of them with texts that are not written yet."""

    def __init__(self, root: Path, texts: Mapping[str, str]) -> None:
        super().__init__(root)
        self._texts = texts

    def exists(self) -> bool:
        """Whether there is such a folder, or will be."""
        return bool(self._texts) or super().exists()

    def paths(self) -> Iterator[str | NotTaken]:
        """Yield the paths on the disk, and those of new files."""
        there = set()
        for path in super().paths():
            there.add(path)
            yield path
        yield from (path for path in self._texts if path not in there)

    def identity(self, inside: str) -> Identity | NotTaken | None:
        """The text itself of a file that is not written yet."""
        return self._texts.get(inside) or super().identity(inside)

    def read(self, inside: str) -> bytes:
        """Read a file as it shall be."""
        return self._texts[inside].encode() if inside in self._texts else super().read(inside)


def errors(root: Path, label: str, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what would be an error in files that are written anew, by their paths below the folder."""
    catalogue = build_catalogue(read_files(Changed(root, texts), label), {})
    inspection = Inspection(catalogue=catalogue, limits=Limits(), today=clock.today())
    paths = {f"{label}/{inside}" for inside in texts}
    found = chain(chain.from_iterable(run(catalogue) for run in CHECKS), circles(inspection))
    for finding in found:
        if finding.place.path in paths and RULES[finding.rule].severity is Severity.ERROR:
            yield finding
