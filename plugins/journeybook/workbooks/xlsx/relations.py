"""Find the parts of a workbook by what others say of them; what lies outside of the file is nothing."""

import posixpath
from dataclasses import dataclass

from journeybook.workbooks.package import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPart:
    """A part that another part names."""

    id: str
    kind: str
    """The last word of its type: `worksheet`, `sharedStrings`, `comments`."""
    part: str


def named_parts(package: Package, part: str = "") -> tuple[NamedPart, ...]:
    """The parts that one part names, or that the file begins with."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in package:
        return ()
    return tuple(
        NamedPart(
            id=item.attributes.get("Id", ""),
            kind=item.attributes.get("Type", "").rpartition("/")[2],
            part=posixpath.normpath(posixpath.join("/", folder, item.attributes.get("Target", ""))).lstrip(
                "/"
            ),
        )
        for item in package.elements(listed, opened={"Relationship"})
        if item.attributes.get("TargetMode") != "External"
    )
