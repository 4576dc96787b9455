"""The atlas: every journey once, each below the larger one that it details, with the stages of each."""

from collections.abc import Iterator
from typing import Literal

from journeybook.catalogue.catalogue import Catalogue
from journeybook.catalogue.things import Journey, Persona
from journeybook.catalogue.vocabulary import Stage, value

Relation = Literal["", "variant", "future"]
"""What a journey is to the one that it stands behind at its level: the same elsewhere, or as it shall be."""


@value
class AtlasEntry:
    """A journey in its place."""

    journey: Journey
    level: int
    """1 for a journey that details none, 2 for one that details such a one, and so on."""
    relation: Relation
    stages: tuple[Stage, ...]
    """Of the handbook, in its order: those that the journey goes through."""
    is_assumed: bool
    """Whether its stages are those of the larger journey, or of its original, for it has none yet."""


@value
class Atlas:
    """All journeys with their places, and what no journey is about."""

    entries: tuple[AtlasEntry, ...]
    """A journey before those that detail it, and before these its future ones and its variants."""
    untravelled: tuple[Stage, ...]
    """Stages of the handbook that no journey of today goes through."""
    unheard: tuple[Persona, ...]
    """Personas that walk no journey which is mapped, those aside who are no customers to be won."""

    @property
    def planned(self) -> tuple[AtlasEntry, ...]:
        """The journeys that are to be mapped."""
        return tuple(entry for entry in self.entries if entry.journey.is_planned)

    @property
    def depth(self) -> int:
        """The number of levels."""
        return max((entry.level for entry in self.entries), default=0)


def atlas(catalogue: Catalogue) -> Atlas:
    """Put every journey of a handbook in its place."""
    current = [journey for journey in catalogue.mapped if journey.record.state == "current"]
    travelled = {stage for journey in current for stage in _own_stages(catalogue, journey)}
    heard = {persona for journey in catalogue.mapped for persona in journey.personas}
    return Atlas(
        entries=tuple(_entries(catalogue)),
        untravelled=tuple(stage for stage in catalogue.stages.values() if stage not in travelled),
        unheard=tuple(
            persona
            for persona in catalogue.personas.values()
            if persona not in heard and persona.record.type not in {"negative", "staff"}
        ),
    )


def _entries(catalogue: Catalogue) -> Iterator[AtlasEntry]:
    """Yield each journey that stands below and behind nothing with all that follows it.

    Those that lead back to themselves come last.
    """
    first = [journey for journey in catalogue.journeys.values() if _leader(catalogue, journey) is None]
    placed: dict[Journey, AtlasEntry] = {}
    for journey in (*first, *catalogue.journeys.values()):
        waiting: list[tuple[Journey, AtlasEntry | None, Relation]] = [(journey, None, "")]
        while waiting:
            found, leader, relation = waiting.pop()
            if found not in placed:
                placed[found] = _entry(catalogue, found, leader, relation)
                waiting.extend(reversed(list(_following(catalogue, placed[found]))))
    yield from placed.values()


def _leader(catalogue: Catalogue, journey: Journey) -> Journey | None:
    """The journey behind or below which another stands."""
    hierarchy = catalogue.hierarchy
    return hierarchy.current(journey) or hierarchy.original(journey) or hierarchy.parent(journey)


def _following(
    catalogue: Catalogue, leader: AtlasEntry
) -> Iterator[tuple[Journey, AtlasEntry | None, Relation]]:
    """Yield what stands behind a journey at its level, then what details it."""
    hierarchy, journey = catalogue.hierarchy, leader.journey
    for future in hierarchy.futures(journey):
        yield future, leader, "future"
    for variant in hierarchy.variants(journey):
        yield variant, leader, "variant"
    for part in hierarchy.below(journey):
        if _leader(catalogue, part) is journey:
            yield part, leader, ""


def _entry(
    catalogue: Catalogue, journey: Journey, leader: AtlasEntry | None, relation: Relation
) -> AtlasEntry:
    own = _own_stages(catalogue, journey)
    level = 1 if leader is None else leader.level if relation else leader.level + 1
    return AtlasEntry(
        journey=journey,
        level=level,
        relation=relation,
        stages=own or (_assumed(catalogue, journey, leader) if leader else ()),
        is_assumed=not own,
    )


def _own_stages(catalogue: Catalogue, journey: Journey) -> tuple[Stage, ...]:
    found = {stage.stage for stage in journey.stages}
    return tuple(stage for stage in catalogue.stages.values() if stage in found)


def _assumed(catalogue: Catalogue, journey: Journey, leader: AtlasEntry) -> tuple[Stage, ...]:
    """The stages in which the larger journey names the smaller one at a step, or else all of its stages."""
    naming = {
        stage.stage
        for stage in leader.journey.stages
        if any(step.record.journey == journey.id for step in stage.steps)
    }
    return tuple(stage for stage in catalogue.stages.values() if stage in naming) or leader.stages
