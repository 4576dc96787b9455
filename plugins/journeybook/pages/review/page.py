"""The page of a preview: everything that it changes, the worst first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.diff import Break, Change, ChangedThing, Subject, ToldChange
from journeybook.findings import Severity
from journeybook.kinds import ThingKind
from journeybook.pages.curves.two_versions import TwoVersions, two_versions
from journeybook.pages.frame.addresses import REVIEW, stage_address
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.preview import Preview
from journeybook.pages.review.preview import anchor, thing_address
from journeybook.pages.shown.excerpt import Excerpt, excerpt
from journeybook.pages.shown.figures import Figure
from journeybook.pages.shown.lists import Filter, attributes, filters
from journeybook.pages.wording.labels import choices
from journeybook.pages.wording.sentences import sentence, where

_MOST = 600
"""Rows; where there are more, each thing shows its worst."""
_MOST_USES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRule:
    """A rule that speaks of a change."""

    title: str
    why: str
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A change as readers see it."""

    sentence: str
    where: str
    """Stage and step; empty where it is the thing itself."""
    address: str
    """The address where it shows; empty where no page does."""
    places: tuple[str, ...]
    """The places before and after, as `path:line`."""
    uses: tuple[str, ...]
    """The places that still use what is gone."""
    rules: tuple[BrokenRule, ...]
    attributes: Mapping[str, str]
    """The attributes of the row that scripts read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingGroup:
    """The changes of one thing."""

    kind: str
    title: str
    anchor: str
    address: str
    """Of its page; empty where it has none."""
    rows: Excerpt[ChangeRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A change that a reviewer should not overlook."""

    title: str
    """Of the thing that changes."""
    row: ChangeRow


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of the preview, where there is one."""
    preview = site.preview
    if preview is None:
        return
    yield Page(
        address=REVIEW,
        template="review",
        title=site.text("What this proposal changes"),
        description=site.text("Compared with “%(base)s”, the worst first.", base=preview.base),
        context=lambda: _context(site, preview),
        wide=True,
    )


def _context(site: Site, preview: Preview) -> Mapping[str, Any]:
    groups = tuple(_groups(site, preview))
    return {
        "base": preview.base,
        "figures": tuple(_figures(site, preview)),
        "warned": tuple(_warned(site, preview)),
        "curves": tuple(_curves(site, preview)),
        "groups": groups,
        "filters": _filters(site, groups),
        "notes": tuple(_notes(site, preview)),
        "shown": sum(len(group.rows.items) for group in groups),
        "total": len(preview.tree.changes),
    }


def _figures(site: Site, preview: Preview) -> Iterator[Figure]:
    """Yield how many changes there are, and how many of each weight should not be overlooked."""
    number, tree = site.language.number, preview.tree
    things = site.language.plural("in %(num)s place", "in %(num)s places", len(tree.things))
    yield Figure(value=number(len(tree.changes)), title=site.text("Changes"), detail=things)
    titles = {
        Severity.ERROR: site.text("Breaking changes"),
        Severity.WARNING: site.text("Warnings"),
        Severity.INFO: site.text("Hints"),
    }
    for level, title in titles.items():
        count = tree.weights[level]
        if count:
            is_bad = level is Severity.ERROR
            yield Figure(value=number(count), title=title, address=f"{REVIEW}#not_to_overlook", is_bad=is_bad)


def _groups(site: Site, preview: Preview) -> Iterator[ThingGroup]:
    things = preview.tree.things
    share = len(preview.tree.changes)
    if share > _MOST:
        share = max(1, _MOST // len(things))
    for thing in things:
        shown = excerpt(thing.changes, share)
        rows = tuple(_row(site, told) for told in shown.items)
        yield ThingGroup(
            kind=thing.subject.kind,
            title=_title(site, thing),
            anchor=anchor(thing.subject),
            address=thing_address(site, thing.subject),
            rows=Excerpt(items=rows, total=shown.total),
        )


def _warned(site: Site, preview: Preview) -> Iterator[Warned]:
    """Yield what rules speak of, each change once, the worst first."""
    for thing, told in preview.tree.breaking:
        yield Warned(title=_title(site, thing), row=_row(site, told))


def _title(site: Site, thing: ChangedThing) -> str:
    if thing.subject.kind is ThingKind.HANDBOOK:
        return site.text("What all journeys share")
    # a journey of which only values changed was not read for the comparison, so it has no title there
    unread = site.catalogue.journeys.get(thing.subject.journey)
    return thing.title if thing.pair or unread is None else unread.title


def _row(site: Site, told: ToldChange) -> ChangeRow:
    change = told.change
    return ChangeRow(
        sentence=sentence(site.language, change),
        where=where(site.language, change),
        address=_address(site, change),
        places=change.places,
        uses=tuple(place.line_of_file for place in change.uses[:_MOST_USES]),
        rules=tuple(_rule(site, item) for item in told.breaks),
        attributes=attributes(_facets(change.subject, told.breaks), {}),
    )


def _rule(site: Site, item: Break) -> BrokenRule:
    rule = item.rule
    return BrokenRule(title=site.text(rule.title), why=site.text(rule.why), severity=item.severity)


def _address(site: Site, change: Change) -> str:
    """The address where a change shows: at its step, on its stage's page, or on its thing's."""
    journey = site.catalogue.journeys.get(change.subject.journey)
    for stage in journey.stages if journey else ():
        if journey and any(step.id == change.step for step in stage.steps):
            return f"{stage_address(journey, stage)}#{change.step}"
    for stage in journey.stages if journey else ():
        if journey and stage.id == change.stage:
            return stage_address(journey, stage)
    return thing_address(site, change.subject)


def _facets(subject: Subject, breaks: Sequence[Break]) -> dict[str, str]:
    """The words that filters look for, by the filter's name."""
    return {
        "thing": subject.kind,
        "severity": " ".join(item.severity.value for item in breaks),
        "where": anchor(subject),
    }


def _filters(site: Site, groups: Sequence[ThingGroup]) -> tuple[Filter, ...]:
    rows = [
        {name.removeprefix("data-"): value for name, value in row.attributes.items()}
        for group in groups
        for row in group.rows.items
    ]
    labelled = choices(site.language)
    offered = (
        ("thing", site.text("Kind"), labelled("thing")),
        ("severity", site.text("Weight"), labelled("breaking")),
        ("where", site.text("Where"), [(group.anchor, group.title) for group in groups]),
    )
    return tuple(filters(rows, offered))


def _curves(site: Site, preview: Preview) -> Iterator[TwoVersions]:
    """Yield both curves of each journey where they differ, in the order of the changes."""
    for thing in preview.tree.things:
        before = thing.pair.before if thing.pair else None
        drawn = two_versions(before, site.catalogue.journeys.get(thing.subject.journey))
        if drawn:
            yield drawn


def _notes(site: Site, preview: Preview) -> Iterable[str]:
    """Yield what has to be known beside the changes."""
    if not preview.tree.difference.before.source.exists():
        yield site.text("The base has no such folder: everything counts as new.")
    for item in preview.tree.difference.unread:
        yield site.text("Not compared, because it cannot be read on one side: %(place)s", place=item.finding)
