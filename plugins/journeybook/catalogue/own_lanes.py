"""Put the lanes of a handbook's own beside those that every handbook has, and add up what stands in them."""

from collections.abc import Iterable, Mapping

from journeybook import model
from journeybook.catalogue.mean import mean
from journeybook.catalogue.things import JourneyStage
from journeybook.model.lanes import LANES, Lane, LaneKind, Side

_KINDS: Mapping[str, LaneKind] = {
    "text": LaneKind.ENTRIES,
    "number": LaneKind.NUMBERS,
    "link": LaneKind.ADDRESSES,
}


def all_lanes(own: Iterable[model.OwnLane]) -> tuple[Lane, ...]:
    """Every lane of a handbook; its own stand behind the others of their side."""
    return (*LANES, *map(_lane, own))


def _lane(record: model.OwnLane) -> Lane:
    return Lane(
        name=record.id,
        label=record.title,
        side=Side(record.side),
        kind=_KINDS[record.kind],
        is_own=True,
        description=record.description or "",
        aggregate=record.aggregate if record.kind == "number" else "none",
    )


def total_of(lane: Lane, stage: JourneyStage) -> float | None:
    """Sum or average the numbers of a stage and its steps, as the lane says; nothing where there are none."""
    if lane.aggregate == "none":
        return None
    numbers = [float(entry.text) for part in stage.parts for entry in part.entries.get(lane.name, ())]
    if not numbers:
        return None
    return sum(numbers) if lane.aggregate == "sum" else mean(numbers)
