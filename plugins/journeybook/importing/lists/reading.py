"""Read a sheet that lists personas, touchpoints, opportunities or pain points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from journeybook.importing.brought_in import BroughtIn, Draft, LooseOpportunity, Note
from journeybook.importing.lists import kinds
from journeybook.importing.lists.filling import FieldWay, ThingFilling
from journeybook.importing.lists.layout import FieldNames, layout_of
from journeybook.importing.lists.loose import loose
from journeybook.importing.lists.records import ListedThing, ListedThings, ListedValue, all_values, records_of
from journeybook.importing.lists.scoring import ListScores, scores_of
from journeybook.importing.sketch import Sketch
from journeybook.importing.words.labels import is_among
from journeybook.importing.words.mapping import NameMapping
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.workbooks import Sheet

_SCORED = ("rating", "importance", "digital_skill", "impact", "effort", "severity")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListKind:
    """A kind of list that sheets hold."""

    kind: ThingKind
    part: str
    """The part of the synonyms with its names."""
    ways: Mapping[str, FieldWay]

    @property
    def is_loose(self) -> bool:
        """Whether its things belong to steps of journeys."""
        return self.kind in {ThingKind.OPPORTUNITY, ThingKind.PAIN_POINT}


PERSONA_LIST = ListKind(kind=ThingKind.PERSONA, part="persona", ways=kinds.OF_PERSONA)
TOUCHPOINT_LIST = ListKind(kind=ThingKind.TOUCHPOINT, part="touchpoint", ways=kinds.OF_TOUCHPOINT)
OPPORTUNITY_LIST = ListKind(kind=ThingKind.OPPORTUNITY, part="opportunity", ways=kinds.OF_OPPORTUNITY)
PAIN_POINT_LIST = ListKind(kind=ThingKind.PAIN_POINT, part="pain_point", ways=kinds.OF_PAIN_POINT)


def read_list(source: str, sheet: Sheet, listed: ListKind, mapping: NameMapping | None = None) -> BroughtIn:
    """Read a sheet as a list of a kind; every cell is taken, guessed or left over."""
    names = FieldNames(part=listed.part, mapping=mapping or NameMapping())
    layout = layout_of(sheet, names)
    found = records_of(sheet, layout, names) if layout else _nothing(sheet)
    reading = _Reading(source, sheet, listed, found)
    notes = [*_notes_on_labels(found, listed), *_notes_on_rest(found)]
    if listed.is_loose:
        items = tuple(item for record in found.found if (item := reading.loose(record)))
        return BroughtIn(source=source, opportunities=items, notes=(*notes, *reading.notes))
    drafts = tuple(draft for record in found.found if (draft := reading.draft(record)))
    return BroughtIn(source=source, drafts=drafts, notes=(*notes, *reading.notes))


def _nothing(sheet: Sheet) -> ListedThings:
    return ListedThings(left=[(sheet.address(*place), cell.text) for place, cell in sheet.cells.items()])


def _notes_on_labels(found: ListedThings, listed: ListKind) -> Iterator[Note]:
    """Tell how names were read that do not say it themselves."""
    sketch = Sketch()
    for label in found.labels:
        if label.field and not label.is_guess:
            message = N_("“%(name)s” is read as %(field)s.")
            sketch.taken_as(label.address, message, name=label.label, field=label.field)
        elif label.field and label.label:
            message = N_("The name '%(label)s' was read as '%(field)s'.")
            sketch.guessed(label.address, message, label=label.label, field=label.field)
        elif not label.field and label.label and "" in listed.ways:
            message = N_("The name '%(label)s' means no field; what belongs to it is kept under this name.")
            sketch.guessed(label.address, message, label=label.label)
        elif label.label:
            message = N_("The name '%(label)s' means no field.")
            sketch.left(label.address, message, label=label.label)
    yield from sketch.notes


def _notes_on_rest(found: ListedThings) -> Iterator[Note]:
    sketch = Sketch()
    for address, text in found.left:
        sketch.left(address, N_("This belongs to nothing in the list: “%(text)s”."), text=text)
    yield from sketch.notes


class _Reading:
    """One reading of the things of a sheet."""

    def __init__(self, source: str, sheet: Sheet, listed: ListKind, found: ListedThings) -> None:
        self._source = source
        self._sheet = sheet
        self._listed = listed
        self._is_alone = len(found.found) == 1
        self._scores = {name: self._column(found, name) for name in _SCORED if name in listed.ways}
        self.notes: list[Note] = []

    def _column(self, found: ListedThings, name: str) -> ListScores:
        return scores_of(name, all_values(found.found, name))

    def draft(self, record: ListedThing) -> Draft | None:
        """Make a draft of a thing; nothing if it has no name."""
        filling = ThingFilling(sketch=Sketch(), scores=self._scores)
        filling.fill(record, self._listed.ways)
        self._name(filling.sketch, record)
        self.notes += (*filling.sketch.taken(), *filling.sketch.notes)
        if not filling.sketch.get(("title",)):
            self._leave(record.values)
            return None
        return filling.sketch.draft(self._listed.kind, filling.body)

    def _name(self, sketch: Sketch, record: ListedThing) -> None:
        """Call a thing that is alone on its sheet, and has no name, like the sheet or the file."""
        if sketch.get(("title",)) or not self._is_alone:
            return
        own = self._sheet.name.strip()
        name = own if own and not is_among(own, "generic") else PurePath(self._source).stem
        address = record.values[0].address if record.values else ""
        sketch.put(("title",), name, address)
        sketch.guessed(address, N_("No name is given; '%(name)s' stands for it."), name=name)

    def loose(self, record: ListedThing) -> LooseOpportunity | None:
        """Make an opportunity or pain point of a thing; nothing if it has no title."""
        filling = ThingFilling(sketch=Sketch(), scores=self._scores)
        filling.fill(record, self._listed.ways)
        item = loose(filling, record, self._listed.kind)
        self.notes += (*filling.sketch.taken(), *filling.sketch.notes)
        if item is None:
            self._leave(record.values)
        return item

    def _leave(self, values: list[ListedValue]) -> None:
        sketch = Sketch()
        for value in values:
            message = N_("It has no name: “%(text)s”.")
            sketch.left(value.address, message, text=value.cell.text)
        self.notes += sketch.notes
