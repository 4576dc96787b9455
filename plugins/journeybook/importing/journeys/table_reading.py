"""Turn a table into journeys: one, or one for each that a line of it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.importing.journeys.account import Account, in_short
from journeybook.importing.journeys.cells import entries_of
from journeybook.importing.journeys.columns import StepColumn, read_columns, stage_groups
from journeybook.importing.journeys.finishing import take_personas
from journeybook.importing.journeys.grid import GridCell
from journeybook.importing.journeys.headlines import name_and_rest
from journeybook.importing.journeys.lines import kind_of_lane, name_personas, settle, side_of
from journeybook.importing.journeys.listed import Listed
from journeybook.importing.journeys.parts import DraftJourney, DraftStage, DraftStep
from journeybook.importing.journeys.rows import LANE, TableRow, heads_of, lanes_of_table, read_table_rows
from journeybook.importing.journeys.scoring import Scoring
from journeybook.importing.journeys.tables import JourneyTable
from journeybook.importing.journeys.times import unit_in
from journeybook.importing.journeys.values import Filling
from journeybook.importing.words.labels import plain_name, without_numbering
from journeybook.importing.words.mapping import NameMapping
from journeybook.importing.words.scales import ScoreScale
from journeybook.messages import N_

_HEADS = {
    "phase": N_("Names the phase “%(name)s”."),
    "stage": N_("Names the stage “%(name)s”."),
    "title": N_("Names the step “%(name)s”."),
}
_LONGEST_TITLE = 80


@dataclass(kw_only=True)
class _Reading:
    """One reading of a table."""

    table: JourneyTable
    mapping: NameMapping
    account: Account
    listed: Listed
    legend: ScoreScale | None
    rows: list[TableRow] = field(default_factory=list)
    guessed: set[str] = field(default_factory=set)

    def read(self) -> list[DraftJourney]:
        rows = read_table_rows(self.table, self.mapping, self.account)
        self.rows = rows
        heads = heads_of(rows)
        self.use_lists_as_actions(heads)
        lanes = lanes_of_table(rows, heads)
        columns = read_columns(self.table, heads, rows, self.mapping, self.account)
        places = {place for column in columns for place in column.places}
        scorings = {}
        for row in lanes:
            spots = [spot for spot in self.spots(row) if any(self.covers(spot, place) for place in places)]
            if found := settle(row, spots, self.mapping, self.legend, self.account):
                scorings[row.lines[0]] = found
        scored = [row for row in lanes if row.lines[0] in scorings and row.field == "satisfaction"]
        name_personas(scored, lanes)
        self.tell_rows(rows)
        return [self.journey(name, found, lanes, scorings) for name, found in self.journeys(columns, lanes)]

    def use_lists_as_actions(self, heads: dict[str, TableRow]) -> None:
        """Take several steps in the cell of a stage for what customers do there."""
        row = heads.get("title")
        spots = self.spots(row) if row and "stage" in heads else []
        lists = [spot for spot in spots if len(entries_of(spot.text)) > 1]
        if row and row.name and spots and len(lists) * 2 >= len(spots):
            row.field = "actions"
            del heads["title"]
            message = N_("“%(name)s” lists several in a cell: they are taken as actions.")
            self.account.guess(row.name, message, name=in_short(row.name.text))

    def spots(self, row: TableRow) -> list[GridCell]:
        """The cells of a line, without its name."""
        return [
            spot
            for line in row.lines
            for spot in self.table.grid.in_line(line, self.table.names_at + 1, self.table.last_place)
        ]

    @staticmethod
    def covers(spot: GridCell, place: int) -> bool:
        return spot.place <= place <= spot.last_place

    def tell_rows(self, rows: Sequence[TableRow]) -> None:
        """Say how the name of each line is understood, and leave over the lines that are no lanes."""
        for row in rows:
            if row.why_left or row.field == "number" or not row.field:
                self.leave(row)
            elif row.name and not self.account.is_told(row.name):
                self.tell_name(row, row.name)

    def leave(self, row: TableRow) -> None:
        why = row.why_left or N_("“%(name)s” is no name of a line.")
        for spot in [*([row.name] if row.name else []), *self.spots(row)]:
            if self.account.is_told(spot):
                continue
            if row.field == "number":
                self.account.take(spot, N_("“%(name)s” counts the steps."), name=in_short(row.label))
            else:
                self.account.leave(spot, why, name=in_short(row.label))

    def tell_name(self, row: TableRow, name: GridCell) -> None:
        values = {"name": in_short(name.text), "field": row.field}
        if row.field == LANE:
            side = side_of(row, self.rows)
            kind = kind_of_lane(self.spots(row))
            self.listed.add_lane(row.lane, name.address, side=side, kind=kind)
            self.account.take(name, N_("“%(name)s” is a lane of its own."), name=in_short(name.text))
        elif row.field == "head":
            self.account.take(
                name, N_("“%(name)s” stands before the heads of columns."), name=in_short(name.text)
            )
        elif row.found and row.found.others:
            message = N_("“%(name)s” is read as %(field)s; it may be %(others)s as well.")
            self.account.guess(name, message, **values, others=", ".join(row.found.others))
        elif row.found and row.found.is_guess:
            self.account.guess(name, N_("“%(name)s” is probably %(field)s."), **values)
        else:
            self.account.take(name, N_("“%(name)s” is read as %(field)s."), **values)

    def journeys(
        self, columns: Sequence[StepColumn], lanes: Sequence[TableRow]
    ) -> Iterator[tuple[GridCell | None, list[StepColumn]]]:
        """Part columns by the journey that they name, if a line names it."""
        row = next((row for row in lanes if row.field == "journey"), None)
        found: dict[str, tuple[GridCell | None, list[StepColumn]]] = {}
        last: GridCell | None = None
        for column in columns:
            spots = [self.table.grid.at(row.lines[0], place) for place in column.places] if row else []
            last = next((spot for spot in spots if spot), last)
            if last and not self.account.is_told(last):
                self.account.take(last, N_("Names the journey “%(name)s”."), name=in_short(last.text))
            found.setdefault(last.text if last else "", (last, []))[1].append(column)
        return iter(found.values())

    def journey(
        self,
        name: GridCell | None,
        columns: Sequence[StepColumn],
        lanes: Sequence[TableRow],
        scorings: Mapping[int, Scoring],
    ) -> DraftJourney:
        title = " ".join(without_numbering(name.text).split()) if name else ""
        journey = DraftJourney(name=title, address=name.address if name else "")
        step_of: dict[int, tuple[DraftStage, DraftStep]] = {}
        for group in stage_groups(columns):
            stage = self.stage(group)
            journey.stages.append(stage)
            for number, column in enumerate(group, 1):
                step = self.step(stage, column, group, number, lanes)
                stage.steps.append(step)
                step_of |= dict.fromkeys(column.places, (stage, step))
        self.fill(lanes, step_of, scorings)
        for row in lanes:
            if row.persona and row.name:
                journey.add("personas", row.persona, row.name.address)
        take_personas(journey)
        return journey

    def stage(self, group: Sequence[StepColumn]) -> DraftStage:
        """Make the stage of columns; what stands below its name in the cell is its goal."""
        spot = group[0].stage
        if not spot:
            return DraftStage(name="", address="")
        name, goal = name_and_rest(spot.text)
        stage = DraftStage(name=self.mapping.stage_of.get(plain_name(name), name), address=spot.address)
        for column in group:
            if column.stage and not self.account.is_told(column.stage):
                self.account.take(column.stage, _HEADS["stage"], name=name)
        if goal:
            stage.add("goal", goal, spot.address)
            self.account.guess(spot, N_("“%(text)s” is taken as the goal of the stage."), text=in_short(goal))
        if phase := next((column.phase for column in group if column.phase), None):
            phase_name = " ".join(without_numbering(phase.text).split())
            stage.add("phase", phase_name, phase.address)
            for column in group:
                if column.phase and not self.account.is_told(column.phase):
                    self.account.take(column.phase, _HEADS["phase"], name=phase_name)
        return stage

    def step(
        self,
        stage: DraftStage,
        column: StepColumn,
        group: Sequence[StepColumn],
        number: int,
        lanes: Sequence[TableRow],
    ) -> DraftStep:
        spot = column.title
        if spot:
            name, more = name_and_rest(spot.text)
            step = DraftStep(name=name, address=spot.address)
            for entry in entries_of(more) if more else ():
                step.add("actions", entry, spot.address)
            self.account.take(spot, _HEADS["title"], name=name)
            for place in column.places:
                self.tell_title(spot.line, place, name)
            return step
        return self.step_without_title(stage, column, group, number, lanes)

    def tell_title(self, line: int, place: int, name: str) -> None:
        """Say of a title that stands again in its line for the same step that it does."""
        spot = self.table.grid.own(line, place)
        is_again = spot and without_numbering(spot.text).casefold() == name.casefold()
        if spot and is_again and not self.account.is_told(spot):
            self.account.take(spot, _HEADS["title"], name=name)

    def step_without_title(
        self,
        stage: DraftStage,
        column: StepColumn,
        group: Sequence[StepColumn],
        number: int,
        lanes: Sequence[TableRow],
    ) -> DraftStep:
        """Name a step by its stage, or among several of a stage by what the customer does."""
        head = column.stage
        if len(group) == 1 and head:
            self.guess_once(
                head, N_("No line names steps, so that each column is one step called like its stage.")
            )
            return DraftStep(name=name_and_rest(head.text)[0], address=head.address)
        action = self.telling(column, lanes, "actions")
        if action and (entries := entries_of(action.text)) and len(entries[0]) <= _LONGEST_TITLE:
            self.guess_once(
                action, N_("No line names steps, so that what the customer does there names them.")
            )
            self.account.take(action, _HEADS["title"], name=entries[0])
            step = DraftStep(name=entries[0], address=action.address)
            for entry in entries[1:]:
                step.add("actions", entry, action.address)
            return step
        touchpoint = self.telling(column, lanes, "touchpoints")
        if touchpoint and len(touchpoint.text) <= _LONGEST_TITLE:
            name = " ".join(touchpoint.text.split())
            return DraftStep(name=name, address=touchpoint.address)
        name = f"{stage.name} {number}".strip() if stage.name else str(number)
        if head:
            self.account.guess(head, N_("No line names the step “%(name)s”."), name=name)
        return DraftStep(name=name, address=head.address if head else "")

    def guess_once(self, spot: GridCell, message: str) -> None:
        """Say of the first cell of many what was guessed of all of them."""
        if message not in self.guessed:
            self.guessed.add(message)
            self.account.guess(spot, message)

    def telling(self, column: StepColumn, lanes: Sequence[TableRow], field: str) -> GridCell | None:
        """The cell of a field that stands over this step alone."""
        for row in lanes:
            spots = [self.table.grid.at(line, place) for line in row.lines for place in column.places]
            found = next((spot for spot in spots if spot), None)
            if row.field == field and found and found.place in column.places and found.places == 1:
                return found
        return None

    def fill(
        self,
        lanes: Sequence[TableRow],
        step_of: Mapping[int, tuple[DraftStage, DraftStep]],
        scorings: Mapping[int, Scoring],
    ) -> None:
        filling = Filling(self.account, self.listed, scorings)
        for row in sorted(lanes, key=lambda row: row.field != "satisfaction"):
            if row.field in {"journey", ""} or row.why_left:
                continue
            filling.unit = unit_in(row.label)
            for spot in self.spots(row):
                found = [
                    step_of[place] for place in range(spot.place, spot.last_place + 1) if place in step_of
                ]
                if found and not self.account.is_told(spot):
                    stages = list({id(stage): stage for stage, _ in found}.values())
                    steps = list({id(step): step for _, step in found}.values())
                    filling.put(spot, row, stages, steps)


def journeys_of_table(
    table: JourneyTable, mapping: NameMapping, account: Account, listed: Listed, legend: ScoreScale | None
) -> list[DraftJourney]:
    """Read the journeys of a table."""
    reading = _Reading(table=table, mapping=mapping, account=account, listed=listed, legend=legend)
    return [journey for journey in reading.read() if journey.stages]
