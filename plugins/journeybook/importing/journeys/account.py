"""Account for every cell: taken, guessed, or left over."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from journeybook.importing.brought_in import Note, Telling
from journeybook.importing.journeys.grid import CellKey, GridCell
from journeybook.messages import N_


@dataclass
class Account:
    """The notes on the cells of a file, in the order in which they are looked at."""

    notes: list[Note] = field(default_factory=list)
    told: set[CellKey] = field(default_factory=set)
    """The cells of which something is said."""
    is_closed: bool = False
    """Whether all has been said of the sheet as a whole."""

    def take(self, spot: GridCell, message: str, **values: str) -> None:
        """Say that a cell is taken, and as what."""
        self._say(Telling.TAKEN, spot, message, values)

    def guess(self, spot: GridCell, message: str, **values: str) -> None:
        """Say what a cell is taken as, which people should look at."""
        self._say(Telling.GUESSED, spot, message, values)

    def leave(self, spot: GridCell, message: str, **values: str) -> None:
        """Say that nothing of a cell is taken, and why."""
        self._say(Telling.LEFT, spot, message, values)

    def say(self, telling: Telling, address: str, message: str, **values: str) -> None:
        """Say something of a place that is no single cell in sight."""
        self.notes.append(Note(telling=telling, address=address, message=message, values=values))

    def is_told(self, spot: GridCell) -> bool:
        """Whether something was said of a cell."""
        return spot.key in self.told

    def close(self, sheet: str, message: str) -> None:
        """Say of a whole sheet that nothing of it is taken."""
        self.is_closed = True
        self.say(Telling.LEFT, sheet, message, sheet=sheet)

    def leave_rest(self, spots: Iterable[GridCell]) -> None:
        """Leave over whatever nothing was said of."""
        for spot in spots:
            if not self.is_told(spot):
                self.leave(spot, N_("“%(text)s” has no place in a journey."), text=in_short(spot.text))

    def _say(self, telling: Telling, spot: GridCell, message: str, values: dict[str, str]) -> None:
        self.told.add(spot.key)
        self.say(telling, spot.address, message, **values)


def in_short(text: str, limit: int = 60) -> str:
    """Show the beginning of a text in one line."""
    line = " ".join(text.split())
    return f"{line[: limit - 1]}…" if len(line) > limit else line
