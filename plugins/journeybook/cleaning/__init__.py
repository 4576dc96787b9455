"""Clean the HTML and the pictures of authors by lists of what is allowed, and tell by them what goes."""

from journeybook.cleaning.embedding import host_of
from journeybook.cleaning.html import (
    clean_html,
    drops_address,
    drops_attribute,
    drops_tag,
    holds_address,
    is_element,
    is_html,
    may_lack_end,
    needs_end,
)
from journeybook.cleaning.svg import NotDrawable, clean_svg

__all__ = [
    "NotDrawable",
    "clean_html",
    "clean_svg",
    "drops_address",
    "drops_attribute",
    "drops_tag",
    "holds_address",
    "host_of",
    "is_element",
    "is_html",
    "may_lack_end",
    "needs_end",
]
