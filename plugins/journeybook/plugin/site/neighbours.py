"""Tell which pages stand beside one in the navigation, where tabs show no more of them than the first."""

from collections.abc import Iterator, Mapping

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page as MkDocsPage

from journeybook.pages import Crumb, Page
from journeybook.pages.frame.groups import GROUPED

Specs = Mapping[str, Page]
"""Our pages by the source path of their files."""


def pages_beside(page: MkDocsPage, specs: Specs) -> tuple[Crumb, ...]:
    """Return the pages in the part of the navigation where a page of a group stands, itself among them.

    The things that lists have an entry for are left out, and so is a page that stands alone.
    """
    spec = specs.get(page.file.src_uri)
    sections = [above for above in page.ancestors if isinstance(above, Section)]
    if spec is None or spec.address not in GROUPED or not sections:
        return ()
    above = page.file.dest_uri.removesuffix(f"{spec.address}index.html")
    found = tuple(_pages(sections[-1], page, specs, above))
    return found if len(found) > 1 else ()


def _pages(section: Section, page: MkDocsPage, specs: Specs, above: str) -> Iterator[Crumb]:
    """Yield the pages of a section; the handbook may lie in a folder `above` them all, that of a language."""
    for child in section.children:
        if isinstance(child, MkDocsPage):
            if _leads_on(child, specs):
                yield Crumb(title=str(child.title), address=child.url.removeprefix(above))
        elif isinstance(child, Section):
            led = [each for each in _leaves(child) if _leads_on(each, specs)]
            if page in led and len(led) > 1:
                yield from _pages(child, page, specs, above)
            elif led:
                yield Crumb(title=child.title, address=led[0].url.removeprefix(above))


def _leaves(section: Section) -> Iterator[MkDocsPage]:
    for child in section.children:
        if isinstance(child, MkDocsPage):
            yield child
        elif isinstance(child, Section):
            yield from _leaves(child)


def _leads_on(page: MkDocsPage, specs: Specs) -> bool:
    """Whether a page is one of a group or the site's own, not that of a thing."""
    spec = specs.get(page.file.src_uri)
    return spec is None or spec.address in GROUPED
