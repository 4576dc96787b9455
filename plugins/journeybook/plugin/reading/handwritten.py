"""Find broken [[kind:id]] links in handwritten pages."""

from mkdocs.structure.files import Files

from journeybook.checks import broken_links, names_of
from journeybook.findings import Finding, typed
from journeybook.links import find_links
from journeybook.project import Project


def links_of_docs(read: Project, files: Files) -> list[Finding]:
    """Links of handwritten pages that lead nowhere."""
    names = names_of(read.catalogue)
    found: list[Finding] = []
    for file in files.documentation_pages():
        if file.abs_src_path is None:
            continue
        try:
            text = file.content_string
        except (OSError, ValueError):
            continue
        path = typed(file.abs_src_path)
        found.extend(broken_links(read.catalogue, names, path, find_links(text)))
    return found
