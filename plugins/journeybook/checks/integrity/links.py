"""Find [[kind:id]] links that lead nowhere."""

from collections.abc import Iterable, Iterator

from journeybook.catalogue import Catalogue
from journeybook.checks.integrity.names import KnownIds, Titles, few, names_of, stages_of
from journeybook.findings import MOST_ADVISED, Finding, Place, listed, quoted
from journeybook.kinds import LINKED, ThingKind
from journeybook.links import Link
from journeybook.model import did_you_mean


def unknown_links(catalogue: Catalogue) -> Iterator[Finding]:
    """Links in headers, and in the bodies of journeys, personas and touchpoints, that lead nowhere."""
    names = names_of(catalogue)
    for document in catalogue.folder.documents:
        yield from broken_links(catalogue, names, document.path, document.links)


def broken_links(
    catalogue: Catalogue, names: KnownIds, path: str, links: Iterable[Link]
) -> Iterator[Finding]:
    """Of the links in one text, those that lead nowhere."""
    number = 0
    for link in links:
        found = _broken(catalogue, names, link, advises=number < MOST_ADVISED)
        if found:
            number += 1
            rule, message = found
            place = Place(path=path, line=link.line, column=link.column)
            yield Finding(place=place, rule=rule, message=message, at=link.at)


def _broken(catalogue: Catalogue, names: KnownIds, link: Link, *, advises: bool) -> tuple[str, str] | None:
    if link.kind not in LINKED:
        hint = did_you_mean(link.kind, LINKED) or f" The kinds are {listed(LINKED, 'and')}."
        return "unknown-kind", f"'{link.kind}' is not a kind of thing that can be linked.{hint}"
    kind, name, stage = ThingKind(link.kind), link.id, ""
    if kind is ThingKind.JOURNEY:
        name, _, stage = link.id.partition("/")
    missing = names.missing(kind, name, advises=advises)
    if missing:
        return f"unknown-{link.kind}", missing
    journey = catalogue.journeys.get(name)
    if stage and journey is not None and stage not in stages_of(journey):
        stages = stages_of(journey)
        titles = Titles(tuple((known.title, known.id) for known in journey.stages))
        hint = (titles.advice(stage, stages) or few(ThingKind.STAGE, stages)) if advises else ""
        return "unknown-stage", f"No stage {quoted(stage)} in the journey '{name}'.{hint}"
    return None
