"""Clean the HTML and the pictures of authors by lists of what is allowed, and tell by them what goes."""

from journeybook.cleaning.addresses import asks_another_host, drops_address
from journeybook.cleaning.diagrams import asked_by_diagram
from journeybook.cleaning.embedding import host_of
from journeybook.cleaning.html import (
    clean_html,
    drops_attribute,
    drops_tag,
    holds_address,
    is_element,
    is_html,
    may_lack_end,
    needs_end,
)
from journeybook.cleaning.names import is_closed_class, is_closed_id, published_id
from journeybook.cleaning.svg import NotDrawable, clean_svg
from journeybook.cleaning.tips import as_tip

__all__ = [
    "NotDrawable",
    "as_tip",
    "asked_by_diagram",
    "asks_another_host",
    "clean_html",
    "clean_svg",
    "drops_address",
    "drops_attribute",
    "drops_tag",
    "holds_address",
    "host_of",
    "is_closed_class",
    "is_closed_id",
    "is_element",
    "is_html",
    "may_lack_end",
    "needs_end",
    "published_id",
]
