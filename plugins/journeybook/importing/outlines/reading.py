"""Read journeys that are kept as data in JSON or YAML."""

from pathlib import PurePath

from journeybook.importing.brought_in import BroughtIn, Draft, ListEntry, Note, Telling
from journeybook.importing.journeys import read_journeys
from journeybook.importing.outlines.finding import data_journeys
from journeybook.importing.outlines.parts import DataJourney
from journeybook.importing.outlines.places import Parsed, parsed
from journeybook.importing.outlines.table import sheet_of_journey
from journeybook.importing.sketch import Sketch
from journeybook.importing.words.mapping import NameMapping
from journeybook.messages import N_
from journeybook.workbooks import Book, NotReadable

_MOST = 500


def read_outline(source: str, text: str) -> BroughtIn | None:
    """Read the journeys of a text; nothing if it holds none, `NotReadable` if it is damaged."""
    found = parsed(source, text)
    journeys = data_journeys(found.data) if found else []
    if len(journeys) > _MOST:
        raise NotReadable(f"The file holds more than {_MOST} journeys.")
    return read_data_journeys(source, journeys, found) if found and journeys else None


def read_data_journeys(source: str, journeys: list[DataJourney], found: Parsed) -> BroughtIn:
    """Read journeys of data as tables, and put together what came of each."""
    drafts: list[Draft] = []
    entries: list[ListEntry] = []
    notes: list[Note] = []
    for number, journey in enumerate(journeys, 1):
        name = journey.title or (PurePath(source).stem + (f" {number}" if len(journeys) > 1 else ""))
        sheet = sheet_of_journey(journey, name, found.address)
        mapping = NameMapping(title=name, persona=tuple(dict.fromkeys(journey.personas)))
        brought = read_journeys(Book(path=source, form="data", sheets=(sheet,)), mapping)
        drafts += brought.drafts
        entries += brought.entries
        notes += (*_notes(journey, found), *(note for note in brought.notes if not _is_ours(note)))
    return BroughtIn(source=source, drafts=tuple(drafts), entries=tuple(entries), notes=tuple(notes))


def _is_ours(note: Note) -> bool:
    """Whether a note tells of a head of the table that the data do not have."""
    return note.telling is Telling.TAKEN and not note.address


def _notes(journey: DataJourney, found: Parsed) -> list[Note]:
    sketch = Sketch()
    if journey.technical:
        keys = ", ".join(sorted(journey.technical))
        message = N_("What stands under these keys tells readers nothing and is left out: %(keys)s.")
        sketch.left(found.address(journey.path), message, keys=keys)
    return sketch.notes
