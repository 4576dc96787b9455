"""Read what people remarked on the cells of a sheet, in notes of old and in threads of today."""

from collections.abc import Iterable, Mapping

from journeybook.workbooks.package import Package
from journeybook.workbooks.places import cell_of
from journeybook.workbooks.xlsx.relations import NamedPart
from journeybook.workbooks.xlsx.strings import rich_text


def read_comments(package: Package, relations: Iterable[NamedPart]) -> Mapping[tuple[int, int], str]:
    """The remarks by row and column; a thread replaces the note that Excel keeps for old readers."""
    notes: dict[tuple[int, int], str] = {}
    threads: dict[tuple[int, int], str] = {}
    for relation in relations:
        if relation.kind == "comments" and relation.part in package:
            for item in package.elements(relation.part, whole={"comment"}):
                text = item.child("text")
                _add(notes, item.attributes.get("ref", ""), rich_text(text).text if text else "")
        elif relation.kind == "threadedComment" and relation.part in package:
            for item in package.elements(relation.part, whole={"threadedComment"}):
                text = item.child("text")
                _add(threads, item.attributes.get("ref", ""), text.text if text else "")
    return {**notes, **threads}


def _add(comments: dict[tuple[int, int], str], reference: str, text: str) -> None:
    place = cell_of(reference)
    if place and text.strip():
        before = comments.get(place)
        comments[place] = f"{before}\n{text.strip()}" if before else text.strip()
