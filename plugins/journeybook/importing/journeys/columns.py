"""Say of each place of a table which stage and which step it belongs to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.importing.journeys.account import Account, in_short
from journeybook.importing.journeys.grid import Grid, GridCell
from journeybook.importing.journeys.rows import IGNORED, TableRow, lanes_of_table, why_aside
from journeybook.importing.journeys.tables import JourneyTable
from journeybook.importing.words.mapping import NameMapping

_LEVELS = ("title", "stage", "phase")
_LONGEST_HEAD = 90
_OF_STEPS = frozenset({"actions", "satisfaction", "touchpoints", "channel"})


@dataclass(kw_only=True)
class StepColumn:
    """The places of a step, with the heads above them."""

    places: list[int]
    phase: GridCell | None = None
    stage: GridCell | None = None
    title: GridCell | None = None


@dataclass
class _Reading:
    """One going through the places of a table."""

    table: JourneyTable
    heads: Mapping[str, TableRow]
    lanes: Sequence[TableRow]
    numbers: Sequence[TableRow]
    mapping: NameMapping
    account: Account
    columns: list[StepColumn] = field(default_factory=list)
    last: dict[str, GridCell] = field(default_factory=dict)
    is_after_gap: bool = False

    @property
    def grid(self) -> Grid:
        return self.table.grid

    def read(self) -> list[StepColumn]:
        for place in range(self.table.names_at + 1, self.table.last_place + 1):
            heads = {level: spot for level in self.heads if (spot := self.head(level, place))}
            aside = next((why for spot in self.names(place, heads) if (why := self.aside(spot))), "")
            if aside:
                self.leave(place, aside, heads)
            elif heads or self.has_values(place):
                self.take(place, heads)
                self.is_after_gap = False
            else:
                self.is_after_gap = True
        return self.columns

    def head(self, level: str, place: int) -> GridCell | None:
        """The cell that names a place on a level, be it by merging."""
        return next((spot for line in self.heads[level].lines if (spot := self.grid.at(line, place))), None)

    def names(self, place: int, heads: Mapping[str, GridCell]) -> list[GridCell]:
        """The cells that may say that a place is no step: its heads, and its number."""
        numbers = (self.grid.own(line, place) for row in self.numbers for line in row.lines)
        return [*heads.values(), *filter(None, numbers)]

    def aside(self, spot: GridCell) -> str:
        """Why a place is no step: a total, notes, a legend, or one that the mapping file leaves out."""
        if self.mapping.is_ignored(spot.text):
            return IGNORED
        return why_aside(spot.text)

    def leave(self, place: int, why: str, heads: Mapping[str, GridCell]) -> None:
        name = in_short(self.names(place, heads)[0].text)
        for line in range(self.table.first_line, self.table.last_line + 1):
            spot = self.grid.own(line, place)
            if spot and (spot.places == 1 or spot in heads.values()):
                self.account.leave(spot, why, name=name)

    def has_values(self, place: int) -> bool:
        return any(self.grid.at(line, place) for row in self.lanes for line in row.lines)

    def take(self, place: int, heads: Mapping[str, GridCell]) -> None:
        new = {level: spot for level, spot in heads.items() if spot is not self.last.get(level)}
        if self.is_beside(place, new):
            return
        if self.is_more_of_last(place, new):
            self.columns[-1].places.append(place)
            return
        for level, spot in new.items():
            self.last[level] = spot
            if level == "stage":
                self.last.pop("title", None)
        stage, title = self.last.get("stage"), heads.get("title")
        self.columns.append(
            StepColumn(places=[place], phase=self.last.get("phase"), stage=stage, title=title)
        )

    def is_beside(self, place: int, new: Mapping[str, GridCell]) -> bool:
        """Whether what stands here is no part of the table: nothing names it, or it is a remark below it."""
        if not self.heads:
            return self.is_after_gap and bool(self.columns)
        if not self.columns:
            return not new
        if not new:
            return self.is_after_gap and not self.is_covered(place)
        has_more = self.has_values(place) or "title" in new or self.is_covered(place)
        longest = max(len(spot.text) for spot in new.values())
        return (self.is_after_gap and not has_more) or (
            longest > _LONGEST_HEAD and not self.has_values(place)
        )

    def is_covered(self, place: int) -> bool:
        """Whether a head goes on over this place, or one lies before it that could."""
        return any(spot.places > 1 for level in self.heads if (spot := self.head(level, place)))

    def is_more_of_last(self, place: int, new: Mapping[str, GridCell]) -> bool:
        """Whether a place tells more of the step before it."""
        if not self.columns:
            return False
        last = self.columns[-1]
        title, stage = new.get("title"), new.get("stage")
        if title:
            is_same_stage = not stage or _same(stage, last.stage)
            return is_same_stage and _same(title, last.title)
        if stage and not _same(stage, last.stage):
            return False
        if "title" in self.heads:
            return last.title is not None or not stage
        return self.grid.is_turned and not self.begins_step(place)

    def begins_step(self, place: int) -> bool:
        """Whether a row without a name of its own is a step: it says what customers do, meet or feel."""
        rows = [row for row in self.lanes if row.field in _OF_STEPS]
        return any(self.grid.own(line, place) for row in rows for line in row.lines)


def _same(one: GridCell | None, other: GridCell | None) -> bool:
    return one is not None and other is not None and one.text.casefold() == other.text.casefold()


def read_columns(
    table: JourneyTable,
    heads: Mapping[str, TableRow],
    rows: Sequence[TableRow],
    mapping: NameMapping,
    account: Account,
) -> list[StepColumn]:
    """Go through the places of a table, from the first to the last."""
    lanes = lanes_of_table(rows, heads)
    numbers = [row for row in rows if row.field == "number"]
    return _Reading(table, heads, lanes, numbers, mapping, account).read()


def stage_groups(columns: Sequence[StepColumn]) -> Iterator[list[StepColumn]]:
    """The columns of each stage, one after the other."""
    group: list[StepColumn] = []
    for column in columns:
        if group and column.stage is not group[-1].stage and not _same(column.stage, group[-1].stage):
            yield group
            group = []
        group.append(column)
    if group:
        yield group
