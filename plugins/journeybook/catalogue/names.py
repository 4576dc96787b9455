"""Give steps, pain points and opportunities of a journey their ids, written or made from their titles."""

from collections.abc import Iterable, Iterator

from journeybook import model
from journeybook.catalogue.things import NextStep, PainPoint


def unique_ids(
    written: Iterable[tuple[str | None, str]], *, fallback: str, reserved: Iterable[str] = ()
) -> Iterator[str]:
    """Yield an id for each (written id, title); an id made from a title gives way to the written ones."""
    items = list(written)
    taken = {own for own, _ in items if own}.union(reserved)
    counts: dict[str, int] = {}
    for number, (own, title) in enumerate(items, 1):
        yield own or _free(model.slug(title, fallback=f"{fallback}-{number}"), taken, counts)


def _free(base: str, taken: set[str], counts: dict[str, int]) -> str:
    """Count up from an id to one that is not taken, and take it."""
    free = base
    while free in taken:
        counts[base] = counts.get(base, 1) + 1
        free = f"{base}-{counts[base]}"
    taken.add(free)
    return free


class NamesInJourney:
    """The ids of steps, pain points and opportunities, which are unique within their journey."""

    def __init__(self, journey: model.Journey) -> None:
        self._records = [step for stage in journey.stages for step in stage.steps]
        written = ((step.id, step.title) for step in self._records)
        self.steps = list(unique_ids(written, fallback="step", reserved=("end",)))
        self._targets = frozenset((*self.steps, "end"))
        parts = [part for stage in journey.stages for part in stage.parts]
        pains = [pain for part in parts for pain in part.pain_points]
        opportunities = [opportunity for part in parts for opportunity in part.opportunities]
        pain_ids = unique_ids(((pain.id, pain.title) for pain in pains), fallback="pain")
        opportunity_ids = unique_ids(
            ((opportunity.id, opportunity.title) for opportunity in opportunities), fallback="idea"
        )
        self._pain_ids = dict(zip(map(id, pains), pain_ids, strict=True))
        self._opportunity_ids = dict(zip(map(id, opportunities), opportunity_ids, strict=True))

    def pain_points(self, part: model.PartRecord) -> Iterator[PainPoint]:
        """The pain points of a step or a stage, with their ids."""
        return (PainPoint(id=self._pain_ids[id(pain)], record=pain) for pain in part.pain_points)

    def opportunities(self, part: model.PartRecord) -> Iterator[tuple[str, model.Opportunity]]:
        """The opportunities of a step or a stage, each behind its id."""
        return ((self._opportunity_ids[id(opportunity)], opportunity) for opportunity in part.opportunities)

    def paths(self, number: int) -> tuple[NextStep, ...]:
        """The steps that a step leads to: the following one, or the end, where nothing is written."""
        written = self._records[number].next
        if written:
            reachable = (path for path in written if path.to in self._targets)
            return tuple(NextStep(to=path.to, when=path.when or "") for path in reachable)
        following = self.steps[number + 1] if number + 1 < len(self.steps) else "end"
        return (NextStep(to=following),)
