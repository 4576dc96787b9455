"""Join the author's headings and ids with those of the template, without a clash."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count

from markupsafe import escape
from mkdocs.structure.toc import AnchorLink, TableOfContents

from journeybook.cleaning import published_id
from journeybook.pages import PageSection

_ID = re.compile(r' id="([^"]+)"')
_NAME = re.compile(r'(?P<before>\s(?:id|for)="|\shref="#)(?P<name>[^"]+)(?=")')


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The author's part of a page, as HTML, with its headings."""

    html: str
    toc: TableOfContents


def ids_in(html: str) -> list[str]:
    """The ids of a piece of HTML, in their order."""
    return _ID.findall(html)


def clashes(own: Own, page: str) -> set[str]:
    """The ids that an author's text shares with the page around it: steps and sections keep theirs."""
    written = ids_in(own.html)
    if not written:
        return set()
    around = Counter(ids_in(page))
    around.subtract(written)
    return {name for name in written if around[name] > 0}


def renamed(own: Own, names: set[str]) -> Own:
    """Give the ids of an author's text, and the links to them, other names."""
    taken = {*ids_in(own.html), *names}
    new = {name: _free(name, taken) for name in sorted(names)}

    def replace(found: re.Match[str]) -> str:
        return found["before"] + new.get(found["name"], found["name"])

    for link in _every(own.toc):
        link.id = new.get(link.id, link.id)
    return Own(html=_NAME.sub(replace, own.html), toc=own.toc)


def close_names(toc: TableOfContents) -> None:
    """Give the headings of an author the ids that cleaning has given them."""
    for link in _every(toc):
        link.id = published_id(link.id)


def _free(name: str, taken: set[str]) -> str:
    """Count up as Markdown does; no id of ours ends in an underscore and a number."""
    return next(free for number in count(1) if (free := f"{name}_{number}") not in taken)


def _every(links: Iterable[AnchorLink]) -> Iterable[AnchorLink]:
    return chain.from_iterable((link, *_every(link.children)) for link in links)


TITLE = "page_title"
"""The id of a page's title, to which themes lead who skips the navigation."""


def contents(title: str, sections: Iterable[PageSection], own: TableOfContents) -> TableOfContents:
    """The headings of a page: an author's below "The story" or before ours, all of them below one title."""
    above = list(own)
    links: list[AnchorLink] = []
    for section in sections:
        link = AnchorLink(str(escape(section.title)), section.id, 2)
        if section.is_narrative:
            link.children, above = above, []
        links.append(link)
    if not (above and above[0].level == 1):
        ours = AnchorLink(str(escape(title)), TITLE, 1)
        ours.children, above = above, [ours]
    # Themes list what lies below a title, and nothing beside it.
    above[-1].children.extend(links)
    return TableOfContents(above)
