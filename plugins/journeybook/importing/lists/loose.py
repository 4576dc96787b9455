"""Make opportunities and pain points of a list, with the place in a journey that each belongs to."""

from journeybook.importing.brought_in import LooseOpportunity
from journeybook.importing.journeys.cells import entries_of
from journeybook.importing.journeys.values import TAKEN
from journeybook.importing.lists import filling as ways
from journeybook.importing.lists.filling import ThingFilling, lines_joined
from journeybook.importing.lists.records import ListedThing, ListedValue
from journeybook.kinds import ThingKind
from journeybook.messages import N_

_PLACES = ("journey", "stage", "step")
_PLACED = frozenset({*_PLACES, "action", "owner", "due", "solves", "number"})
"""Fields that are no fields of the thing itself, and have a place nevertheless."""


def loose(filling: ThingFilling, record: ListedThing, kind: ThingKind) -> LooseOpportunity | None:
    """Finish a thing whose own fields are filled; nothing if it has no title."""
    if not filling.sketch.get(("title",)):
        return None
    if kind is ThingKind.OPPORTUNITY:
        _solves(filling, record)
        _actions(filling, record)
    _leave_rest(filling)
    for value in (value for name in _PLACES for value in record.texts(name)):
        of = str(filling.sketch.get(("title",)))
        filling.sketch.taken_as(value.address, TAKEN, field=value.field, of=of)
    where = {name: lines_joined(_joined(record.texts(name))) for name in _PLACES}
    return LooseOpportunity(
        fields=filling.sketch.header,
        journey=where["journey"],
        step=where["step"],
        stage=where["stage"],
        address=record.texts("title")[0].address,
        kind=kind,
    )


def _joined(values: list[ListedValue]) -> str:
    return ", ".join(value.cell.text for value in values)


def _solves(filling: ThingFilling, record: ListedThing) -> None:
    for value in record.texts("solves"):
        ways.put_texts(filling, value)


def _actions(filling: ThingFilling, record: ListedThing) -> None:
    """Make actions of what is to be done; who does an idea, and until when, belongs to an action like it."""
    titles = [
        (entry, value.address) for value in record.texts("action") for entry in entries_of(value.cell.text)
    ]
    others = [value for name in ("owner", "due") for value in record.texts(name)]
    if not titles and others:
        title = filling.sketch.get(("title",))
        titles = [(title, others[0].address)]
        message = N_("Who does “%(title)s”, or until when, stands in an action of the same name.")
        filling.sketch.guessed(others[0].address, message, title=title)
    for number, (title, address) in enumerate(titles):
        action = ThingFilling(sketch=filling.sketch, under=("actions", number))
        filling.sketch.put(("actions", number, "title"), title, address)
        for value in others:
            (ways.put_day if value.field == "due" else ways.put_name)(action, value)


def _leave_rest(filling: ThingFilling) -> None:
    """Tell of what has no place: remarks, personas and touchpoints, which the step has already."""
    for value in filling.unplaced:
        if value.field not in _PLACED:
            message = N_("'%(label)s' has no place in it: “%(text)s”.")
            filling.sketch.left(
                value.address, message, label=value.label or value.field, text=value.cell.text
            )
