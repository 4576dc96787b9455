"""The page of a preview: everything that it changes, the worst first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.diff import Break, Change, ChangedThing, ToldChange
from journeybook.findings import Severity
from journeybook.kinds import ThingKind
from journeybook.pages.curves.two_versions import TwoVersions, two_versions
from journeybook.pages.frame.addresses import REVIEW, stage_address
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.preview import Preview
from journeybook.pages.proposal import proposal_of
from journeybook.pages.review.preview import anchor, base_name, thing_address
from journeybook.pages.shown.figures import Figure
from journeybook.pages.wording.sentences import placed_sentence, sentence, where

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPlace:
    """The changes in one place of a thing, such as a step."""

    where: str
    """Empty where it is the thing itself."""
    address: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingGroup:
    """The changes of one thing."""

    kind: str
    title: str
    anchor: str
    address: str
    """Of its page; empty where it has none."""
    weights: tuple[tuple[Severity, str], ...]
    """How often rules of each weight speak, in words."""
    worst: str
    """The sentence of the worst change, with its place."""
    places: tuple[ChangedPlace, ...]
    """The worst first."""
    curves: TwoVersions | None
    """Both curves of a journey, where they differ."""
    shown: int
    total: int


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
    base = base_name(site.language, preview)
    yield Page(
        address=REVIEW,
        template="review",
        title=site.text("What this proposal changes"),
        description=site.text("Compared with %(base)s, the worst first.", base=base),
        context=lambda: _context(site, preview, base),
        wide=True,
    )


def _context(site: Site, preview: Preview, base: str) -> Mapping[str, Any]:
    groups = tuple(_groups(site, preview))
    return {
        "base": base,
        "figures": tuple(_figures(site, preview)),
        "warned": tuple(_warned(site, preview)),
        "groups": groups,
        "notes": tuple(_notes(site, preview)),
        "shown": sum(group.shown for group in groups),
        "total": len(preview.tree.changes),
        "proposal": proposal_of(site.language, preview.tree),
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
        shown = thing.changes[:share]
        before = thing.pair.before if thing.pair else None
        yield ThingGroup(
            kind=thing.subject.kind,
            title=_title(site, thing),
            anchor=anchor(thing.subject),
            address=thing_address(site, thing.subject),
            weights=tuple(_weights(site, thing)),
            worst=placed_sentence(site.language, thing.changes[0].change),
            places=tuple(_places(site, shown)),
            curves=two_versions(before, site.catalogue.journeys.get(thing.subject.journey)),
            shown=len(shown),
            total=len(thing.changes),
        )


def _weights(site: Site, thing: ChangedThing) -> Iterator[tuple[Severity, str]]:
    """Yield how often rules speak, the worst weight first."""
    plural, found = (
        site.language.plural,
        Counter(one.severity for told in thing.changes for one in told.breaks),
    )
    breaking, warnings, hints = (found[level] for level in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    if breaking:
        yield Severity.ERROR, plural("%(num)s breaking change", "%(num)s breaking changes", breaking)
    if warnings:
        yield Severity.WARNING, plural("%(num)s warning", "%(num)s warnings", warnings)
    if hints:
        yield Severity.INFO, plural("%(num)s hint", "%(num)s hints", hints)


def _places(site: Site, changes: Sequence[ToldChange]) -> Iterator[ChangedPlace]:
    """Gather changes by the place where they show, in the order of the worst of each."""
    found: dict[str, list[ChangeRow]] = {}
    for told in changes:
        row = _row(site, told)
        found.setdefault(row.where, []).append(row)
    for where_it_is, rows in found.items():
        yield ChangedPlace(where=where_it_is, address=rows[0].address, rows=tuple(rows))


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


def _notes(site: Site, preview: Preview) -> Iterable[str]:
    """Yield what has to be known beside the changes."""
    if not preview.tree.difference.before.source.exists():
        yield site.text("The base has no such folder: everything counts as new.")
    for item in preview.tree.difference.unread:
        yield site.text("Not compared, because it cannot be read on one side: %(place)s", place=item.finding)
