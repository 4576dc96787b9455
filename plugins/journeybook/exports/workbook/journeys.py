"""Write the sheet of a journey: stages across, a row for each field of its steps, its own fields below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from journeybook.exports.workbook.choices import Choices
from journeybook.exports.workbook.content import Content
from journeybook.exports.workbook.heights import row_height
from journeybook.exports.workbook.looks import Looks
from journeybook.exports.workbook.tracks import Track, tracks
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.notation.cells import Written
from journeybook.notation.sections import narrative_sections
from journeybook.notation.tables import BODY, FILE, MORE, PHASE, cell_pieces

_JOURNEY, _STEP = ThingKind.JOURNEY, ThingKind.STEP
_FIRST = 2
"""The first column of steps, behind the names and the labels."""
_WIDE, _LABELS, _KEYS = 30, 20, 9
_SPAN = 6
"""Over how many columns a text of the journey itself goes at least."""
_ALWAYS = {
    _JOURNEY: "title personas summary goal scenario trigger outcome status owner reviewed evidence",
    PHASE: "stage goal",
    _STEP: (
        "title id satisfaction actions thoughts feelings touchpoints channel pain_points opportunities "
        "moment_of_truth quotes"
    ),
}
_HEADS = 3
"""The rows that stay in sight: the journey's title, stages, steps."""


@dataclass(slots=True)
class JourneySheet:
    """A sheet of a journey in the making."""

    sheet: Worksheet
    looks: Looks
    choices: Choices
    content: Content
    file: Mapping[str, Any]
    row: int = 0

    @property
    def stages(self) -> list[dict[str, Any]]:
        """The stages of the journey."""
        return list(self.file["header"].get("stages", ()))

    @property
    def last(self) -> int:
        """The last column of the steps."""
        count = sum(len(stage["steps"]) for stage in self.stages)
        return _FIRST + max(count, 1) - 1

    def write(self) -> None:
        """Write everything."""
        self._set_up()
        header = {name: value for name, value in self.file["header"].items() if name != "stages"}
        own = list(tracks(_JOURNEY, [header], _ALWAYS[_JOURNEY]))
        self._own(own[0], look="title")
        self._phases()
        self.row += 1
        for track in own[1:]:
            self._own(track)
        self._named(_JOURNEY, FILE, self.content.speak(N_("File")))
        self._wide([self.file["file"]], "id")
        self._narrative()
        self.sheet.print_area(0, 1, self.row, self.last)

    def _set_up(self) -> None:
        self.looks.begin(self.sheet, width=_WIDE)
        self.sheet.set_column(0, 0, _KEYS, self.looks["key"])
        self.sheet.set_column(1, 1, _LABELS, self.looks["label"])
        self.sheet.freeze_panes(_HEADS, _FIRST)
        self.sheet.set_landscape()
        self.sheet.set_paper(9 if self.last - _FIRST < _MOST_ON_A4 else 8)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0, _HEADS - 1)

    def _phases(self) -> None:
        """Write the heads of stages, the steps, and what holds for a stage as a whole."""
        phases = [{name: value for name, value in stage.items() if name != "steps"} for stage in self.stages]
        steps = [step for stage in self.stages for step in stage["steps"]]
        stage_track, *of_phases = tracks(PHASE, phases, _ALWAYS[PHASE])
        self._phase_row(stage_track, "stage")
        title, *of_steps = tracks(_STEP, steps, _ALWAYS[_STEP])
        for track in (title, *of_steps):
            self._step_row(track, "column" if track is title else track.look)
        for track in of_phases:
            self._phase_row(track, track.look)

    def _named(self, room: str, name: str, label: str) -> None:
        self.looks.write(self.sheet, self.row, 0, f"{room}/{name}", "key")
        self.looks.write(self.sheet, self.row, 1, label, "label")

    def _pieces(self, track: Track, at: int) -> Sequence[Written]:
        """Return the cells of a column: one, or as many as a long text needs."""
        if track.values[at] is None:
            return [""]
        written = self.content.written(track.room, track.name, track.values[at])
        return cell_pieces(written) if isinstance(written, str) else [written]

    def _rows(self, track: Track, look: str) -> Iterator[tuple[list[Written], str]]:
        """Yield the rows of a track, named, and go on to the next."""
        pieces = [self._pieces(track, at) for at in range(len(track.values))]
        label = self.content.label(track.room, track.name)
        if track.room == PHASE and look != "stage":
            label = f"{self.content.label(PHASE, 'stage')}: {label}"
        for number in range(max(map(len, pieces), default=1)):
            self._named(track.room, track.name + MORE * bool(number), label)
            yield [each[number] if number < len(each) else "" for each in pieces], look
            self.row += 1

    def _step_row(self, track: Track, look: str) -> None:
        first = self.row
        for cells, seen in self._rows(track, look):
            for column, value in enumerate(cells, _FIRST):
                self.looks.write(self.sheet, self.row, column, value, seen)
            self.sheet.set_row(self.row, row_height(cells, [_WIDE] * len(cells)))
        area = (first, _FIRST, self.row - 1, self.last)
        self.choices.offer(self.sheet, _STEP, track.name, area)
        if track.field == "satisfaction":
            self.sheet.conditional_format(*area, _SCALE)

    def _phase_row(self, track: Track, look: str) -> None:
        counts = [len(stage["steps"]) for stage in self.stages]
        first = self.row
        for cells, seen in self._rows(track, look):
            column = _FIRST
            for value, count in zip(cells, counts, strict=True):
                self.looks.merge(self.sheet, self.row, column, column + count - 1, value, seen)
                column += count
            if seen != "stage":
                widths = [count * _WIDE for count in counts]
                self.sheet.set_row(self.row, row_height(cells, widths))
        self.choices.offer(self.sheet, PHASE, track.name, (first, _FIRST, self.row - 1, self.last))

    def _own(self, track: Track, look: str = "") -> None:
        """Write a field of the journey itself."""
        first = self.row
        for cells, seen in self._rows(track, look or track.look):
            self._wide(cells, seen, advance=False)
        if first < self.row:
            self.choices.offer(self.sheet, _JOURNEY, track.name, (first, _FIRST, self.row - 1, _FIRST))

    def _wide(self, cells: Sequence[Written], look: str, *, advance: bool = True) -> None:
        last = max(min(self.last, _FIRST + _SPAN), _FIRST + 2)
        self.looks.merge(self.sheet, self.row, _FIRST, last, cells[0], look)
        self.sheet.set_row(
            self.row, row_height(cells, [(last - _FIRST + 1) * _WIDE], is_title=look == "title")
        )
        self.row += advance

    def _narrative(self) -> None:
        """Write the text below the header, a row for each of its sections."""
        self.row += 1
        for section in narrative_sections(self.file.get("body", "")):
            for number, piece in enumerate(cell_pieces(section)):
                name = BODY + MORE * bool(number)
                self._named(_JOURNEY, name, self.content.speak(N_("Narrative")))
                self._wide([piece], "text")


_MOST_ON_A4 = 8
"""Steps that a sheet of A4 holds."""
_SCALE = {
    "type": "3_color_scale",
    "min_type": "num",
    "mid_type": "num",
    "max_type": "num",
    "min_value": 1,
    "mid_value": 3,
    "max_value": 5,
    "min_color": "#f4b6a6",
    "mid_color": "#fbeeb8",
    "max_color": "#b5dfb8",
}
