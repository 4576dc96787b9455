"""Links and pictures of a narrative: whether what they lead to is there, and on this site."""

from collections.abc import Iterator

from journeybook.bodies import meant_paths
from journeybook.checks.inspection import Inspection, found_below
from journeybook.findings import Finding
from journeybook.kinds import IN_FILES


def broken_addresses(inspection: Inspection) -> Iterator[Finding]:
    """Links and pictures that lead to nothing below the journeys folder; what lies outside is not known."""
    folder = inspection.catalogue.folder
    pages = {document.inside for document in folder.documents if document.kind in IN_FILES}
    for document, body in inspection.bodies:
        top = document.inside.rpartition("/")[0]
        for target in body.targets():
            if _is_broken(meant_paths(target.address, top), pages, folder.published):
                place = body.place(target.start)
                yield found_below(document, place, "broken-link", address=target.address)


def _is_broken(paths: tuple[str, ...], pages: set[str], files: frozenset[str]) -> bool:
    if not paths or paths[0].startswith("..") or any(path in pages or path in files for path in paths):
        return False
    is_file = "." in paths[0].rpartition("/")[2].strip(".")
    return is_file or any(f"{path}.md" in pages for path in paths)


def pictures_of_other_hosts(inspection: Inspection) -> Iterator[Finding]:
    """Pictures that a reader's browser would ask another host for."""
    for document, body in inspection.bodies:
        pictures = [(target.start, target.address) for target in body.targets() if target.is_picture]
        for tag in body.tags():
            src = dict(tag.attributes).get("src", "")
            pictures += [(tag.start, src)] if tag.name == "img" else []
        for start, address in pictures:
            if address.lower().startswith(("https://", "http://", "//")):
                yield found_below(document, body.place(start), "picture-of-another-host", address=address)
