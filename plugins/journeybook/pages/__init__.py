"""Make the pages of a handbook from its catalogue: addresses, titles, search entries and HTML.

Each name is imported when it is asked for: a comparison says what changed in the words of pages, and starts
without the modules of all of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journeybook.pages.frame.addresses import address_of, header_links, link_target
    from journeybook.pages.frame.files import Download
    from journeybook.pages.frame.fingerprints import Fingerprints
    from journeybook.pages.frame.page import Crumb, Page, PageSection, Rendered, SearchEntry
    from journeybook.pages.frame.preview import Preview
    from journeybook.pages.render import Renderer
    from journeybook.pages.site import Site, site_files, site_pages
    from journeybook.pages.wording.labels import default_titles

__all__ = [
    "Crumb",
    "Download",
    "Fingerprints",
    "Page",
    "PageSection",
    "Preview",
    "Rendered",
    "Renderer",
    "SearchEntry",
    "Site",
    "address_of",
    "default_titles",
    "header_links",
    "link_target",
    "site_files",
    "site_pages",
]

_HOMES = {
    "frame.addresses": ("address_of", "header_links", "link_target"),
    "frame.files": ("Download",),
    "frame.fingerprints": ("Fingerprints",),
    "frame.page": ("Crumb", "Page", "PageSection", "Rendered", "SearchEntry"),
    "frame.preview": ("Preview",),
    "render": ("Renderer",),
    "site": ("Site", "site_files", "site_pages"),
    "wording.labels": ("default_titles",),
}


def __getattr__(name: str) -> Any:
    """Import a name from the module that it is of."""
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{home}"), name)
