"""The atlas of journeys: which there are, which detail which, and through which stages of life each goes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import Atlas, AtlasEntry, Journey, Visit, atlas, mean
from journeybook.kinds import ThingKind
from journeybook.model import Stage
from journeybook.pages.frame.addresses import ATLAS, JOURNEYS, stage_address
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.journey.list import ListedJourney, listed_journey
from journeybook.pages.shown.lists import Filter, attributes, filters, pairs
from journeybook.pages.wording.labels import choices

_ID = ATLAS.removeprefix(JOURNEYS).rstrip("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasCell:
    """A journey in a stage of life."""

    stage: Stage
    is_there: bool
    is_assumed: bool
    """Whether it is only known from the larger journey."""
    address: str
    """Of the stage in the journey; empty where it has none yet."""
    step_count: int
    satisfaction: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasRow:
    """A journey in the atlas."""

    entry: AtlasEntry
    listed: ListedJourney
    cells: tuple[AtlasCell, ...]
    """One for each stage of the handbook."""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of its row that scripts read."""
        return attributes(self.facets, {})

    @property
    def facets(self) -> dict[str, str]:
        """The words that filters look for, by the filter's name."""
        return {**self.listed.facets, "level": str(self.entry.level)}


def atlas_pages(site: Site) -> Iterator[Page]:
    """Yield the atlas; nothing where there is no journey, or one has its address."""
    journeys = site.catalogue.journeys
    if not journeys or _ID in journeys:
        return
    yield Page(
        address=ATLAS,
        template="atlas/atlas",
        shows=(ThingKind.JOURNEY, ThingKind.HANDBOOK),
        title=site.text("Atlas"),
        description=site.text(
            "All journeys and the stages they go through, each followed by those that detail it."
        ),
        context=lambda: _context(site),
        wide=True,
    )


def _context(site: Site) -> Mapping[str, Any]:
    found = atlas(site.catalogue)
    rows = [_row(site, entry) for entry in found.entries]
    return {
        "rows": rows,
        "stages": tuple(site.catalogue.stages.values()),
        "atlas": found,
        "filters": _filters(site, found, rows),
    }


def _filters(site: Site, found: Atlas, rows: list[AtlasRow]) -> tuple[Filter, ...]:
    catalogue = site.catalogue
    labelled = choices(site.language)
    levels = [(str(level), site.language.number(level)) for level in range(1, found.depth + 1)]
    offered = (
        ("level", site.text("Level"), levels),
        ("persona", site.text("Persona"), pairs(catalogue.personas.values())),
        ("stage", site.text("Stage"), pairs(catalogue.stages.values())),
        ("owner", site.text("Owner"), pairs(catalogue.teams.values())),
        ("status", site.text("Status"), labelled("status")),
        ("state", site.text("Current or future"), labelled("state")),
    )
    return tuple(filters([row.facets for row in rows], offered))


def _row(site: Site, entry: AtlasEntry) -> AtlasRow:
    journey = entry.journey
    lived = {stage: _visits(journey, stage) for stage in entry.stages}
    cells = (_cell(entry, stage, lived.get(stage)) for stage in site.catalogue.stages.values())
    return AtlasRow(entry=entry, listed=listed_journey(site, journey), cells=tuple(cells))


def _visits(journey: Journey, stage: Stage) -> list[Visit]:
    return [visit for visit in journey.visits if visit.stage.stage is stage]


def _cell(entry: AtlasEntry, stage: Stage, visits: list[Visit] | None) -> AtlasCell:
    is_counted = not entry.journey.is_planned
    return AtlasCell(
        stage=stage,
        is_there=visits is not None,
        is_assumed=entry.is_assumed,
        address=stage_address(entry.journey, visits[0].stage) if visits else "",
        step_count=len(visits or ()),
        satisfaction=mean(visit.step.satisfaction for visit in visits or () if is_counted),
    )
