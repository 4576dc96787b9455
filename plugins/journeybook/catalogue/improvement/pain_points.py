"""Gather pain points: what is named in several places by the same written id or title is one.

Two that have nothing in common are still one where a third has the id of this and the title of that.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from journeybook import model
from journeybook.catalogue.improvement.answers import (
    Answer,
    Proposal,
    answer_near,
    best_answer,
    proposals_near,
)
from journeybook.catalogue.spots import Spot, of_customers, visits_at
from journeybook.catalogue.things import Journey, PainPoint, PainPointKey, Persona, Touchpoint, Visit
from journeybook.catalogue.vocabulary import Stage, Team, value


@value
class Occurrence:
    """A pain point as it is written at one spot."""

    spot: Spot
    pain: PainPoint


@value
class GatheredPainPoint:
    """A pain point with everywhere it is named, and what is planned against it.

    As long as it hurts in any journey of today, it tells of today alone.
    """

    occurrences: tuple[Occurrence, ...]
    """The most severe first."""
    states: tuple[str, ...]
    """`current` where it hurts today, `future` where it still shall."""
    proposals: tuple[Proposal, ...]
    """The opportunities that name it, and those beside it that name nothing."""
    answer: Answer
    """How far the furthest of them has got."""
    journeys: tuple[Journey, ...]
    """The journeys of customers that it touches."""
    personas: tuple[Persona, ...]
    """The customers who take part in the steps where it hurts; of a whole stage in any of its steps."""
    touchpoints: tuple[Touchpoint, ...]
    """Those at these steps."""
    stages: tuple[Stage, ...]
    """The stages of the handbook where it hurts, in journeys of staff as well."""
    teams: tuple[Team, ...]
    """The teams that answer for what is there."""

    @property
    def id(self) -> str:
        """The id of the most severe, which is unique only within its journey."""
        return self.occurrences[0].pain.id

    @property
    def title(self) -> str:
        """The title of the most severe."""
        return self.occurrences[0].pain.title

    @property
    def other_titles(self) -> tuple[str, ...]:
        """Titles that it has elsewhere."""
        titles = {item.pain.title.casefold(): item.pain.title for item in reversed(self.occurrences)}
        titles.pop(self.title.casefold())
        return tuple(reversed(titles.values()))

    @property
    def severity(self) -> int:
        """1 to 5, where it is the most severe."""
        return self.occurrences[0].pain.record.severity

    @property
    def categories(self) -> tuple[str, ...]:
        """The common pain points that it is one of, as the most severe has it first."""
        named = (item.pain.record.category for item in self.occurrences)
        return tuple(dict.fromkeys(category for category in named if category))

    @property
    def evidence(self) -> tuple[model.Evidence, ...]:
        """Everything that shows it."""
        return joint_evidence(item.pain for item in self.occurrences)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The steps, and the stages as a whole, where it hurts."""
        return tuple(dict.fromkeys(item.spot for item in self.occurrences))

    @property
    def is_open(self) -> bool:
        """Whether no opportunity that is done solves it."""
        return self.answer is not Answer.SOLVED

    @property
    def reach(self) -> int:
        """The number of journeys, personas and touchpoints that it touches, together."""
        return len(self.journeys) + len(self.personas) + len(self.touchpoints)

    @property
    def urgency(self) -> int:
        """Severity times reach."""
        return self.severity * self.reach

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """Sorts those without an opportunity first, what is solved last, in between the most urgent first."""
        return not self.is_open, not self.answer.is_missing, -self.urgency, -self.severity


def joint_evidence(same: Iterable[PainPoint]) -> tuple[model.Evidence, ...]:
    """The evidence of what is the same pain point at several places, each piece once."""
    found: list[model.Evidence] = []
    for piece in chain.from_iterable(pain.record.evidence for pain in same):
        if piece not in found:
            found.append(piece)
    return tuple(found)


def gather(
    occurrences: Sequence[Occurrence], proposals: Mapping[PainPointKey, tuple[Proposal, ...]]
) -> Mapping[PainPointKey, GatheredPainPoint]:
    """Put together what is the same, and find it under each of its names."""
    first = _first_names(occurrence.pain for occurrence in occurrences)
    names: dict[PainPointKey, list[PainPointKey]] = {}
    for name, root in first.items():
        names.setdefault(root, []).append(name)
    members: dict[PainPointKey, list[Occurrence]] = {}
    for occurrence in occurrences:
        members.setdefault(first[occurrence.pain.names[0]], []).append(occurrence)
    found: dict[PainPointKey, GatheredPainPoint] = {}
    for root, same in members.items():
        named = tuple(chain.from_iterable(proposals.get(name, ()) for name in names[root]))
        found |= dict.fromkeys(names[root], _gathered(same, named))
    return found


def _first_names(pains: Iterable[PainPoint]) -> dict[PainPointKey, PainPointKey]:
    """For each name the one that stands for all names of the same pain point."""
    parents: dict[PainPointKey, PainPointKey] = {}

    def root(name: PainPointKey) -> PainPointKey:
        while parents.setdefault(name, name) != name:
            parents[name] = name = parents[parents[name]]
        return name

    for pain in pains:
        for name in pain.names:
            parents[root(name)] = root(pain.names[0])
    return {name: root(name) for name in list(parents)}


def _gathered(everywhere: Sequence[Occurrence], named: tuple[Proposal, ...]) -> GatheredPainPoint:
    today = [item for item in everywhere if item.spot.journey.record.state == "current"]
    occurrences = today or everywhere
    beside = [proposal for item in occurrences for proposal in proposals_near(item.spot)]
    visits = list({visit.step: visit for item in occurrences for visit in visits_at(item.spot)}.values())
    met = of_customers(visits)
    return GatheredPainPoint(
        occurrences=tuple(sorted(occurrences, key=lambda item: -item.pain.record.severity)),
        states=tuple(dict.fromkeys(item.spot.journey.record.state for item in everywhere)),
        proposals=tuple({item.opportunity: item for item in (*named, *beside)}.values()),
        answer=max(best_answer(named), *(answer_near(item.spot) for item in occurrences)),
        journeys=tuple(dict.fromkeys(visit.journey for visit in met)),
        personas=tuple(dict.fromkeys(persona for visit in met for persona in visit.step.personas)),
        touchpoints=tuple(dict.fromkeys(point for visit in met for point in visit.step.touchpoints)),
        stages=tuple(dict.fromkeys(visit.stage.stage for visit in visits if visit.stage.stage)),
        teams=tuple(dict.fromkeys(team for visit in visits for team in teams_at(visit))),
    )


def teams_at(visit: Visit) -> tuple[Team, ...]:
    """The teams that answer for a step, for its stage, or for a touchpoint there, each once."""
    owners = (visit.step.owner, visit.stage.owner, *(point.owner for point in visit.step.touchpoints))
    return tuple(dict.fromkeys(owner for owner in owners if owner))
