"""The catalogue in, the pages of the handbook out: addresses, titles, search entries and HTML."""

from journeybook.pages.addresses import address_of, link_target
from journeybook.pages.downloads import Download, downloads
from journeybook.pages.labels import stage_titles
from journeybook.pages.page import Crumb, Entry, Page, Rendered, Section
from journeybook.pages.proposal import Proposal
from journeybook.pages.render import Renderer
from journeybook.pages.site import Site, site_pages

__all__ = [
    "Crumb",
    "Download",
    "Entry",
    "Page",
    "Proposal",
    "Rendered",
    "Renderer",
    "Section",
    "Site",
    "address_of",
    "downloads",
    "link_target",
    "site_pages",
    "stage_titles",
]
