"""Say of each line of a table what it holds: heads of columns, a field, a lane of its own, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeybook.importing.journeys.account import Account, in_short
from journeybook.importing.journeys.grid import GridCell
from journeybook.importing.journeys.tables import HEAD_LEVELS, JourneyTable
from journeybook.importing.words.labels import (
    Meaning,
    certain,
    is_among,
    is_named_so,
    meaning,
    without_numbering,
)
from journeybook.importing.words.mapping import NameMapping, field_names
from journeybook.messages import N_

LANE = "lanes"
"""The field of what stands in a lane of the sheet's own."""
_LONGEST_LABEL = 80
IGNORED = N_("“%(name)s” is left out, as the mapping file says.")
_ASIDE = {
    "total": N_("“%(name)s” is a total."),
    "note": N_("“%(name)s” holds notes, which belong to no journey."),
    "legend": N_("“%(name)s” explains the table."),
}


@dataclass(kw_only=True)
class TableRow:
    """Lines of a table that have one name."""

    field: str
    """A field of a step or stage, `lanes`, or nothing for what is left out."""
    name: GridCell | None
    lines: list[int]
    persona: str = ""
    """The one whose scores it holds, where lines of several have them."""
    lane: str = ""
    """The title of a lane of its own."""
    section: str = ""
    """What stands over the names of several lines."""
    found: Meaning | None = None
    why_left: str = ""
    """Why nothing of it is taken."""

    @property
    def label(self) -> str:
        """The name that the table gives it."""
        return self.name.text if self.name else ""


def read_table_rows(table: JourneyTable, mapping: NameMapping, account: Account) -> list[TableRow]:
    """Read the lines of a table; those without a name go on with what is above, or are heads."""
    rows: list[TableRow] = []
    section = ""
    for line in range(table.first_line, table.last_line + 1):
        name = _name(table, line)
        if line < table.first_name and not (name and _is_section(table, name)):
            rows += _above(table, line, name, rows, mapping)
        elif name and name.line == line:
            if _is_section(table, name):
                section = _note_section(name, account)
            else:
                rows.append(_named(table, name, section, mapping))
        elif name:
            _add_line(rows, line)
        elif not table.grid.is_empty(line, table.names_at + 1, table.last_place):
            _go_on(rows, line)
    return rows


def _above(
    table: JourneyTable, line: int, name: GridCell | None, rows: Sequence[TableRow], mapping: NameMapping
) -> list[TableRow]:
    """A line above the first known name: a head of columns, or, below one, a lane of another name."""
    if table.grid.is_empty(line, table.names_at + 1, table.last_place):
        return []
    if name and table.grid.is_turned and is_among(name.text, "card"):
        return [TableRow(field="title", name=name, lines=[line])]
    if name and (rows or _has_bare_line(table, line)):
        return [_named(table, name, "", mapping)]
    return [TableRow(field="head", name=name if table.grid.is_turned else None, lines=[line])]


def _has_bare_line(table: JourneyTable, line: int) -> bool:
    """Whether a line without a name follows above the first known one."""
    return any(
        _name(table, each) is None and not table.grid.is_empty(each, table.names_at + 1, table.last_place)
        for each in range(line + 1, table.first_name)
    )


def _add_line(rows: list[TableRow], line: int) -> None:
    if rows:
        rows[-1].lines.append(line)


def _name(table: JourneyTable, line: int) -> GridCell | None:
    """The name of a line; one that stands beside where names stand counts where there is none."""
    return table.grid.at(line, table.names_at) or table.grid.own(line, table.names_at - 1)


def _is_section(table: JourneyTable, name: GridCell) -> bool:
    """Whether a name stands over the lines below it, with nothing beside it."""
    lines = range(name.line, name.last_line + 1)
    is_alone = all(table.grid.is_empty(line, name.last_place + 1, table.last_place) for line in lines)
    return is_alone and (name.last_place > table.names_at or not _is_continued(table, name.last_line + 1))


def _is_continued(table: JourneyTable, line: int) -> bool:
    """Whether a line without a name follows."""
    is_inside = line <= table.last_line and _name(table, line) is None
    return is_inside and not table.grid.is_empty(line, table.names_at + 1, table.last_place)


def _note_section(name: GridCell, account: Account) -> str:
    account.leave(name, N_("“%(name)s” stands alone in its line."), name=in_short(name.text))
    return name.text


def _named(table: JourneyTable, name: GridCell, section: str, mapping: NameMapping) -> TableRow:
    lines = list(range(name.line, name.last_line + 1))
    row = TableRow(field="", name=name, lines=lines, section=section)
    label = name.text
    target = mapping.target(label)
    if mapping.is_ignored(label):
        row.why_left = IGNORED
    elif target:
        row.field, row.lane = (target, "") if target in field_names("map") else (LANE, target)
    elif table.grid.is_turned and is_among(label, "card"):
        row.field = "title"
    elif name.number is None and len(label) <= _LONGEST_LABEL:
        _understand(row, label)
    if row.field == "journey" and not table.grid.is_turned:
        row.field = "head"  # the corner of a map, where columns are stages
    return row


def _understand(row: TableRow, label: str) -> None:
    sure = certain(label, "map")
    is_sure = sure is not None and is_named_so(label, "map")
    row.why_left = "" if is_sure or (sure and not is_among(label, "note")) else why_aside(label)
    row.found = None if row.why_left else sure or meaning(label, "map")
    if row.found:
        row.field = row.found.field
    elif not row.why_left:
        row.field, row.lane = LANE, " ".join(without_numbering(label).rstrip(":").split())


def why_aside(label: str) -> str:
    """Why what has a name is not taken: it holds totals, notes or explanations; nothing of other names."""
    name = label.partition(":")[0].partition("(")[0]
    return next((why for kind, why in _ASIDE.items() if is_among(name, kind)), "")


def _go_on(rows: list[TableRow], line: int) -> None:
    """Add a line without a name: to the lane above it, or as a head of columns."""
    last = rows[-1] if rows else None
    if last and last.field not in HEAD_LEVELS and last.lines[-1] == line - 1:
        last.lines.append(line)
    elif not last or all(row.field in HEAD_LEVELS for row in rows):
        rows.append(TableRow(field="head", name=None, lines=[line]))


def heads_of(rows: list[TableRow]) -> dict[str, TableRow]:
    """The lines of phases, stages and steps: as they are called, or from the widest to the narrowest."""
    heads = [row for row in rows if row.field in {*HEAD_LEVELS, "head"}]
    named = {row.field: row for row in reversed(heads) if row.field in HEAD_LEVELS}
    stages = [row for row in heads if row.field == "stage"]
    steps = [row for row in heads if row.field == "title"]
    if len(stages) > 1 and "phase" not in named:
        named |= {"phase": stages[0], "stage": stages[1]}
    if len(steps) > 1:
        named["title"] = steps[1]
        named.setdefault("stage", steps[0])
    _fill(named, [row for row in heads if row.field == "head"], heads)
    if "phase" in named and "stage" not in named:
        named["stage"] = named.pop("phase")
    return named


def _fill(named: dict[str, TableRow], unnamed: list[TableRow], heads: list[TableRow]) -> None:
    """Give lines without a name what the others leave free."""
    if not unnamed:
        return
    if "stage" not in named:
        named["stage"] = unnamed.pop(-1 if "title" in named or len(unnamed) == 1 else -2)
    for row in unnamed:
        is_above = heads.index(row) < heads.index(named["stage"])
        named.setdefault("phase" if is_above else "title", row)


def lanes_of_table(rows: Sequence[TableRow], heads: Mapping[str, TableRow]) -> list[TableRow]:
    """The lines that hold something of steps and stages."""
    no_lanes = {*HEAD_LEVELS, "head", "number", ""}
    return [row for row in rows if row.field not in no_lanes and row not in heads.values()]
