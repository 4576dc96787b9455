"""Tell whether a workbook is as an export has written it: programs that save one say when."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from journeybook.exports.workbook.whole import CREATED

_PROPERTIES = "docProps/core.xml"
_LARGEST = 10_000


def is_untouched(path: Path) -> bool:
    """Whether nobody has saved a workbook since it was written."""
    try:
        with ZipFile(path) as archive, archive.open(_PROPERTIES) as file:
            return file.read(_LARGEST).count(CREATED.isoformat().encode()) == 2  # noqa: PLR2004 - created, modified
    except (BadZipFile, KeyError, OSError):
        return False
