"""Pain points and opportunities as cards of a map: one cell for each stage, a card below its step."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from journeybook.catalogue import (
    EvidenceMark,
    JourneyPart,
    JourneyStage,
    Opportunity,
    PainPoint,
    evidence_mark,
    worth,
)
from journeybook.catalogue.vocabulary import Team
from journeybook.pages.curves.columns import MapColumn, spans

T = TypeVar("T")

_WIDEST = 4
"""Columns that a card may take."""
_FEW = 3
"""Cards of a stage that stay where there is no room for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Generic[T]):
    """Something at a step, or of a stage as a whole."""

    item: T
    column: MapColumn
    """The first of its stage, if it is of the whole stage."""
    span: int
    """Columns that it takes: empty ones that follow, those of the next stage included."""
    rank: int = 1
    """Among the cards of its stage, counted from 1: the more important, the smaller."""
    is_whole: bool = False
    """Whether it is of the stage as a whole."""

    @property
    def is_minor(self) -> bool:
        """Whether it waits until there is room."""
        return self.rank > _FEW

    @property
    def own_span(self) -> int:
        """Of these columns, those of its stage."""
        return min(self.span, len(self.column.stage.steps) - self.column.place + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCards(Generic[T]):
    """The cards of a stage."""

    stage: JourneyStage
    cards: tuple[Card[T], ...]
    room: int = 0
    """Columns that they may take together: those of the stage, or of empty stages that follow a short one."""

    @property
    def is_stacked(self) -> bool:
        """Whether they stand one below the other, since one column alone would be too narrow for words."""
        return len(self.stage.steps) > 1 and any(card.span == 1 for card in self.cards)

    @property
    def minor_count(self) -> int:
        """The count of cards that wait until there is room."""
        return sum(card.is_minor for card in self.cards)


@dataclass(frozen=True, slots=True, kw_only=True)
class PainCard:
    """A pain point with how far it is proven."""

    pain: PainPoint
    mark: EvidenceMark

    @property
    def id(self) -> str:
        """The id of the pain point."""
        return self.pain.id


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityCard:
    """An opportunity with how its actions stand."""

    opportunity: Opportunity
    overdue: int
    """Actions that should have been done."""
    teams: tuple[Team, ...]
    """Who does them."""

    @property
    def id(self) -> str:
        """The id of the opportunity."""
        return self.opportunity.id


def pain_cards(columns: Sequence[MapColumn], today: date) -> tuple[StageCards[PainCard], ...]:
    """Place the pain points, the most severe of a stage first."""

    def made(part: JourneyPart) -> Iterator[PainCard]:
        for pain in part.pain_points:
            yield PainCard(pain=pain, mark=evidence_mark(pain.record.evidence, today))

    return _placed(columns, made, lambda card: (-card.pain.record.severity,))


def opportunity_cards(columns: Sequence[MapColumn], today: date) -> tuple[StageCards[OpportunityCard], ...]:
    """Place the opportunities, those with most impact for least effort first."""

    def made(part: JourneyPart) -> Iterator[OpportunityCard]:
        for opportunity in part.opportunities:
            owners = (action.owner for action in opportunity.actions if action.owner)
            yield OpportunityCard(
                opportunity=opportunity,
                overdue=sum(action.is_overdue(today) for action in opportunity.actions),
                teams=tuple(dict.fromkeys(owners)),
            )

    return _placed(columns, made, lambda card: worth(card.opportunity))


def _placed(
    columns: Sequence[MapColumn],
    made: Callable[[JourneyPart], Iterable[T]],
    order: Callable[[T], tuple[int, ...]],
) -> tuple[StageCards[T], ...]:
    items = [tuple(made(column.step)) for column in columns]
    wholes = {column.stage: tuple(made(column.stage)) for column in columns if column.is_first}
    # What crosses from the stage before would lie over a card that takes all columns.
    taken = [
        bool(each) or (column.is_first and bool(wholes[column.stage]))
        for column, each in zip(columns, items, strict=True)
    ]
    widths = spans(columns, taken, _WIDEST, crosses=True)
    found: dict[JourneyStage, list[Card[T]]] = {stage: [] for stage in wholes}
    for column, each, span in zip(columns, items, widths, strict=True):
        if column.is_first:
            found[column.stage] += (_whole(item, column) for item in wholes[column.stage])
        found[column.stage] += (Card(item=item, column=column, span=span) for item in each)
    rooms = _rooms(found)
    return tuple(
        StageCards(stage=stage, cards=_ranked(cards, order), room=rooms[stage])
        for stage, cards in found.items()
    )


def _whole(item: T, column: MapColumn) -> Card[T]:
    return Card(item=item, column=column, span=len(column.stage.steps), is_whole=True)


def _rooms(found: Mapping[JourneyStage, Sequence[object]]) -> dict[JourneyStage, int]:
    rooms: dict[JourneyStage, int] = {}
    free = 0
    for stage, cards in reversed(list(found.items())):
        own = len(stage.steps)
        rooms[stage] = max(own, min(_WIDEST, own + free))
        free = 0 if cards else free + own
    return rooms


def _ranked(cards: Sequence[Card[T]], order: Callable[[T], tuple[int, ...]]) -> tuple[Card[T], ...]:
    best = sorted(range(len(cards)), key=lambda at: order(cards[at].item))
    ranks = {at: rank for rank, at in enumerate(best, start=1)}
    return tuple(replace(card, rank=ranks[at]) for at, card in enumerate(cards))
