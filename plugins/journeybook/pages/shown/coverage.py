"""Count where things meet stages: the cells of heat maps, and the steps behind each cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeybook.catalogue import Visit, of_customers
from journeybook.catalogue.spots import mean_satisfaction
from journeybook.model import Stage
from journeybook.model.fields import HIGHEST
from journeybook.pages.frame.context import Site

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The use of a thing in a stage, or in all of them."""

    stage: Stage | None
    """None for all stages together."""
    count: int
    """Steps."""
    satisfaction: float | None
    is_planned: bool = False
    """Whether the thing is meant to be used there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageGroup:
    """Some steps of one stage."""

    stage: Stage
    visits: tuple[Visit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageGroups:
    """Steps by their stages, in the order of the handbook; of too many, the worst of each stage."""

    items: tuple[StageGroup, ...]
    total: int
    """Steps, those that are not shown included."""

    @property
    def shown(self) -> int:
        """Steps that are shown."""
        return sum(len(group.visits) for group in self.items)


def stage_cells(site: Site, visits: Iterable[Visit], planned: Iterable[Stage] = ()) -> tuple[Cell, ...]:
    """Count the steps of customers in each stage of the handbook."""
    found = _by_stage(site, of_customers(visits))
    meant = {stage.id for stage in planned}
    return tuple(
        Cell(
            stage=stage,
            count=len(found[key]),
            satisfaction=mean_satisfaction(found[key]),
            is_planned=key in meant,
        )
        for key, stage in site.catalogue.stages.items()
    )


def total_cell(visits: Sequence[Visit]) -> Cell:
    """Count the steps of customers in all stages together."""
    return Cell(stage=None, count=len(of_customers(visits)), satisfaction=mean_satisfaction(visits))


def by_stage(site: Site, visits: Sequence[Visit]) -> StageGroups:
    """Put steps under their stages; each stage with steps shows at least one, to which a cell can lead."""
    found = {key: steps for key, steps in _by_stage(site, visits).items() if steps}
    if len(visits) > _MOST:
        share = max(1, _MOST // len(found))
        found = {key: sorted(steps, key=_satisfaction)[:share] for key, steps in found.items()}
    stages = site.catalogue.stages
    items = tuple(StageGroup(stage=stages[key], visits=tuple(steps)) for key, steps in found.items())
    return StageGroups(items=items, total=len(visits))


def _by_stage(site: Site, visits: Iterable[Visit]) -> dict[str, list[Visit]]:
    found: dict[str, list[Visit]] = {key: [] for key in site.catalogue.stages}
    for visit in visits:
        if visit.stage.stage:
            found[visit.stage.stage.id].append(visit)
    return found


def _satisfaction(visit: Visit) -> float:
    return HIGHEST + 1 if visit.step.satisfaction is None else visit.step.satisfaction
