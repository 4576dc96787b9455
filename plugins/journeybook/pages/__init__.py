"""Make the pages of a handbook from its catalogue: addresses, titles, search entries and HTML."""

from journeybook.pages.downloads import downloads
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
    "downloads",
    "header_links",
    "link_target",
    "site_files",
    "site_pages",
]
