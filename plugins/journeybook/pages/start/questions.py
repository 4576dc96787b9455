"""Three questions that the handbook answers: of those that it can, the first ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from journeybook.pages.frame.addresses import address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.start.week import FirstWeek
from journeybook.pages.start.words import method_word

_COUNT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question with its answer, and where it stands."""

    question: str
    answer: str
    address: str


def questions(site: Site, week: FirstWeek) -> tuple[AskedQuestion, ...]:
    """The questions at the end of a page; none is asked whose answer is not there."""
    return tuple(islice((asked for ask in _ASKED for asked in ask(site, week)), _COUNT))


def _worst_step(site: Site, week: FirstWeek) -> Iterator[AskedQuestion]:
    steps = [item.worst for item in week.journeys.items if item.worst]
    worst = min(steps, key=lambda visit: visit.step.satisfaction or 0, default=None)
    if worst and worst.step.satisfaction is not None:
        yield AskedQuestion(
            question=site.text("At which of these steps are %(customers)s least satisfied?"),
            answer=site.text(
                "“%(step)s” in the journey “%(journey)s”: %(score)s of 5.",
                step=worst.step.title,
                journey=worst.journey.title,
                score=site.language.satisfaction(worst.step.satisfaction),
            ),
            address=address_of(worst),
        )


def _next_action(site: Site, week: FirstWeek) -> Iterator[AskedQuestion]:
    dated = [item for item in week.plan.items if item.action.record.due]
    for item in dated[:1]:
        due = item.action.record.due
        yield AskedQuestion(
            question=site.text("What has to be done next, and by when?"),
            answer=site.text(
                "“%(action)s”, by %(date)s.",
                action=item.action.record.title,
                date=site.language.date(due) if due else "",
            ),
            address=address_of(item.spot),
        )


def _owner(site: Site, week: FirstWeek) -> Iterator[AskedQuestion]:
    for item in week.touchpoints.items:
        owner = item.touchpoint.owner
        if owner and week.team is None:
            yield AskedQuestion(
                question=site.text("Who answers for “%(thing)s”?", thing=item.touchpoint.title),
                answer=site.text("The team “%(team)s”.", team=owner.title),
                address=address_of(item.touchpoint),
            )
            return


def _worst_touchpoint(site: Site, week: FirstWeek) -> Iterator[AskedQuestion]:
    rated = [item for item in week.touchpoints.items if item.satisfaction is not None]
    if week.team and len(rated) > 1:
        worst = rated[0]
        yield AskedQuestion(
            question=site.text("At which of our touchpoints are %(customers)s least satisfied?"),
            answer=site.text(
                "“%(thing)s”: %(score)s of 5.",
                thing=worst.touchpoint.title,
                score=site.language.satisfaction(worst.satisfaction or 0),
            ),
            address=address_of(worst.touchpoint),
        )


def _persona(site: Site, week: FirstWeek) -> Iterator[AskedQuestion]:
    for persona in week.personas.items:
        goals = persona.record.goals
        if goals:
            yield AskedQuestion(
                question=site.text("What does %(persona)s want to achieve?", persona=persona.title),
                answer=goals[0],
                address=address_of(persona),
            )
            return


def _meaning(site: Site, week: FirstWeek) -> Iterator[AskedQuestion]:  # noqa: ARG001 - as all that ask
    for name in ("moment-of-truth", "touchpoint", "pain-point"):
        word = method_word(site, name)
        yield AskedQuestion(
            question=site.text("What does “%(word)s” mean?", word=word.title),
            answer=word.definition,
            address=word.address,
        )


_ASKED: tuple[Callable[[Site, FirstWeek], Iterator[AskedQuestion]], ...] = (
    _worst_step,
    _worst_touchpoint,
    _owner,
    _next_action,
    _persona,
    _meaning,
)
"""What may be asked, the best questions first."""
