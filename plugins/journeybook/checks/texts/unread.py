"""Find files beside journeys that are neither read nor published."""

from collections.abc import Iterator
from itertools import groupby
from posixpath import basename, dirname, splitext

from journeybook.checks.inspection import Inspection, found_at
from journeybook.findings import Finding, Place

_NOTES = ("readme", "license", "licence", "copying", "notice", "authors", "codeowners", "makefile")
_OF_PROGRAMS = ("thumbs.db", "desktop.ini", "icon\r")
_SETTINGS = {".toml", ".json", ".lock"}
_MOST_TOLD = 3


def unread_files(inspection: Inspection) -> Iterator[Finding]:
    """Files whose contents no page shows, those of one folder and ending in one."""
    folder = inspection.catalogue.folder
    paths = sorted(
        filter(_is_told, folder.assets - folder.judged.keys()), key=lambda path: (_group(path), path)
    )
    for _, group in groupby(paths, key=_group):
        inside, *more = group
        names = [f"'{basename(path)}'" for path in (inside, *more)]
        told = ", ".join([*names[:_MOST_TOLD], f"… ({len(names)})"] if len(names) > _MOST_TOLD else names)
        yield found_at(Place(path=f"{folder.label}/{inside}"), "unread-file", names=told)


def _group(inside: str) -> tuple[str, str, str]:
    return dirname(inside), splitext(inside)[1].lower(), inside if "." not in basename(inside) else ""


def _is_told(inside: str) -> bool:
    """Whether somebody may take a file for part of the handbook."""
    name = basename(inside).lower()
    is_locked = name.startswith("~$")
    return not (is_locked or name.startswith((*_NOTES, *_OF_PROGRAMS)) or splitext(name)[1] in _SETTINGS)
