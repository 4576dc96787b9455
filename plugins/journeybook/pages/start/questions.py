"""Three questions that the handbook answers: of those that it can, the first ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from journeybook.pages.frame.addresses import address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.start.contents import Contents
from journeybook.pages.start.words import method_word

_COUNT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its answer, and where it stands."""

    question: str
    answer: str
    address: str


def questions(site: Site, contents: Contents) -> tuple[Question, ...]:
    """The questions at the end of a page; none is asked whose answer is not there."""
    return tuple(islice((asked for ask in _ASKED for asked in ask(site, contents)), _COUNT))


def _worst_step(site: Site, contents: Contents) -> Iterator[Question]:
    steps = [item.worst for item in contents.journeys.items if item.worst]
    worst = min(steps, key=lambda visit: visit.step.satisfaction or 0, default=None)
    if worst and worst.step.satisfaction is not None:
        yield Question(
            question=site.text("At which of these steps are %(customers)s least satisfied?"),
            answer=site.text(
                "“%(step)s” in the journey “%(journey)s”: %(score)s of 5.",
                step=worst.step.title,
                journey=worst.journey.title,
                score=site.language.satisfaction(worst.step.satisfaction),
            ),
            address=address_of(worst),
        )


def _next_action(site: Site, contents: Contents) -> Iterator[Question]:
    dated = [item for item in contents.plan.items if item.action.record.due]
    for item in dated[:1]:
        due = item.action.record.due
        yield Question(
            question=site.text("What has to be done next, and by when?"),
            answer=site.text(
                "“%(action)s”, by %(date)s.",
                action=item.action.record.title,
                date=site.language.date(due) if due else "",
            ),
            address=address_of(item.spot),
        )


def _owner(site: Site, contents: Contents) -> Iterator[Question]:
    for item in contents.touchpoints.items:
        owner = item.touchpoint.owner
        if owner and contents.team is None:
            yield Question(
                question=site.text("Who answers for “%(thing)s”?", thing=item.touchpoint.title),
                answer=site.text("The team “%(team)s”.", team=owner.title),
                address=address_of(item.touchpoint),
            )
            return


def _worst_touchpoint(site: Site, contents: Contents) -> Iterator[Question]:
    rated = [item for item in contents.touchpoints.items if item.satisfaction is not None]
    if contents.team and len(rated) > 1:
        worst = rated[0]
        yield Question(
            question=site.text("At which of our touchpoints are %(customers)s least satisfied?"),
            answer=site.text(
                "“%(thing)s”: %(score)s of 5.",
                thing=worst.touchpoint.title,
                score=site.language.satisfaction(worst.satisfaction or 0),
            ),
            address=address_of(worst.touchpoint),
        )


def _persona(site: Site, contents: Contents) -> Iterator[Question]:
    for persona in contents.personas.items:
        goals = persona.record.goals
        if goals:
            yield Question(
                question=site.text("What does %(persona)s want to achieve?", persona=persona.title),
                answer=goals[0],
                address=address_of(persona),
            )
            return


def _meaning(site: Site, contents: Contents) -> Iterator[Question]:  # noqa: ARG001 - as all that ask
    for name in ("moment-of-truth", "touchpoint", "pain-point"):
        word = method_word(site, name)
        yield Question(
            question=site.text("What does “%(word)s” mean?", word=word.title),
            answer=word.definition,
            address=word.address,
        )


_ASKED: tuple[Callable[[Site, Contents], Iterator[Question]], ...] = (
    _worst_step,
    _worst_touchpoint,
    _owner,
    _next_action,
    _persona,
    _meaning,
)
"""What may be asked, the best questions first."""
