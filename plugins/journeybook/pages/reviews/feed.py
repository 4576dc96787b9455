"""Feeds of what changed, as RFC 4287 has them: one for all, one for each team."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from journeybook.catalogue import Team
from journeybook.pages.changes import Latest, ToldLine, TouchedThing, first_lines, latest_changes, of_team
from journeybook.pages.frame.addresses import HOME, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.files import Download

_NAME = "feed.xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_MOST_LINES = 40
"""The most changes of a commit that an entry tells."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document of XML may hold."""


def feed_address(team: Team | None) -> str:
    """The address of a team's feed, or of that for all."""
    return f"{address_of(team) if team else HOME}{_NAME}"


def feeds(site: Site) -> Iterator[Download]:
    """Yield the feed of everything, and those of teams for whom anything changed.

    There are none where the site does not say where it lies: programs ask for whole addresses.
    """
    told = tuple(latest_changes(site)) if site.url else ()
    name = site.name or site.text("Customer journeys")
    if told:
        yield _file(site, None, name, told)
    for team in site.catalogue.teams.values():
        own = tuple(of_team(told, team.id))
        if own:
            yield _file(site, team, f"{name}: {team.title}", own)


def _file(site: Site, team: Team | None, title: str, told: Sequence[Latest]) -> Download:
    address, page = feed_address(team), address_of(team) if team else HOME
    own = f"{site.url}{address}"
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": site.language.code})
    _add(feed, "id", own)
    _add(feed, "title", title)
    _add(feed, "updated", told[0].commit.time.isoformat())
    ET.SubElement(feed, "link", {"rel": "self", "href": own})
    ET.SubElement(feed, "link", {"rel": "alternate", "href": site.whole_address(page) or ""})
    for item in told:
        feed.append(_entry(site, item, own))
    written = ET.tostring(feed, encoding="unicode")
    return Download(
        address=address, page=page, content=f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'
    )


def _entry(site: Site, item: Latest, feed: str) -> ET.Element:
    entry = ET.Element("entry")
    _add(entry, "id", f"{feed}#{item.commit.id}")
    _add(entry, "title", _title(site, item))
    _add(entry, "updated", item.commit.time.isoformat())
    author = ET.SubElement(entry, "author")
    _add(author, "name", item.commit.author or site.text("nobody yet"))
    things = (line.thing for line in item.lines if line.thing)
    address = next((thing.address for thing in (*things, *item.untold) if thing.address), HOME)
    ET.SubElement(entry, "link", {"rel": "alternate", "href": site.whole_address(address) or ""})
    _add(entry, "content", _content(site, first_lines(item, _MOST_LINES))).set("type", "html")
    return entry


def _title(site: Site, item: Latest) -> str:
    """The worst of what changed, and how much there is beside it."""
    left = len(item.lines) + len(item.untold) - 1
    first = _plain(site, item.lines[0]) if item.lines else item.untold[0].title
    more = site.language.plural("and %(num)s more change", "and %(num)s more changes", left)
    return f"{first} ({more})" if left else first


def _plain(site: Site, line: ToldLine) -> str:
    title = line.thing.title if line.thing else ""
    return ": ".join(filter(None, (title, line.sentence or site.text("new"))))


def _content(site: Site, item: Latest) -> str:
    """The changes as a list of HTML, in which texts of authors are text."""
    lines = [
        Markup("{}{}").format(
            Markup("{}: ").format(_linked(site, line.thing)) if line.thing else "",
            line.sentence or site.text("new"),
        )
        for line in item.lines
    ]
    lines += [_linked(site, thing) for thing in item.untold]
    if item.more:
        lines.append(
            Markup("{}").format(
                site.language.plural("and %(num)s more change", "and %(num)s more changes", item.more)
            )
        )
    return Markup("<ul>{}</ul>").format(Markup().join(Markup("<li>{}</li>").format(line) for line in lines))


def _linked(site: Site, thing: TouchedThing) -> Markup:
    if not thing.address:
        return Markup("{}").format(thing.title)
    return Markup('<a href="{}">{}</a>').format(site.whole_address(thing.address), thing.title)


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = _NO_XML.sub("", str(text))
    return element
