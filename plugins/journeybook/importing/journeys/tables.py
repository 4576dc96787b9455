"""Find the tables of a sheet, and which way each of them lies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeybook.importing.journeys.grid import Grid, GridCell
from journeybook.importing.words.labels import certain, is_among
from journeybook.importing.words.mapping import NameMapping

HEAD_LEVELS = ("phase", "stage", "title")
"""What names columns, from the widest to the narrowest."""
_FEWEST = 2
_MOST_TABLES = 50
_FEWEST_BESIDE = 3
_LONGEST_LABEL = 80
_FAR = 2
"""How many places beside a table a note may stand and still be its own."""
_HEADS_ABOVE = 2
"""How many lines above the first known name may hold heads of columns."""


@dataclass(frozen=True, slots=True)
class JourneyTable:
    """A table whose lines are named at one place, seen so that steps stand beside each other."""

    grid: Grid
    names_at: int
    """The place where names of lines stand."""
    first_line: int
    first_name: int
    """The line of the first name; heads of columns may stand above it."""
    last_line: int
    last_place: int

    @property
    def names(self) -> Iterator[GridCell]:
        """The cells that name lines."""
        for line in range(self.first_line, self.last_line + 1):
            if spot := self.grid.own(line, self.names_at):
                yield spot

    @property
    def first_place(self) -> int:
        """The place of the names, or that before it where sections of names stand."""
        lines = range(self.first_line, self.last_line + 1)
        sections = [spot for line in lines if (spot := self.grid.own(line, self.names_at - 1))]
        has_sections = len(sections) > 1 or any(spot.lines > 1 for spot in sections)
        return self.names_at - has_sections

    def spots(self) -> Iterator[GridCell]:
        """The cells of the table, those before the names of lines included."""
        first_place = self.first_place
        for spot in self.grid.spots.values():
            is_inside = self.first_line <= spot.line <= self.last_line
            if is_inside and first_place <= spot.last_place and spot.place <= self.last_place:
                yield spot


def named_field(spot: GridCell, mapping: NameMapping) -> str:
    """The field that a name surely means, or nothing."""
    text = spot.text
    if spot.number is not None or len(text) > _LONGEST_LABEL:
        return ""
    if target := mapping.target(text):
        return target
    found = None if is_said(text) else certain(text, "map")
    return found.field if found else ""


def is_said(text: str) -> bool:
    """Whether a cell names something of the journey and says it, as `Persona: Anna` does."""
    name, _, value = text.partition(":")
    return bool(value.strip()) and (certain(name, "journey") is not None or is_among(name, "aside"))


def find_tables(grid: Grid, mapping: NameMapping) -> list[JourneyTable]:
    """Find the tables of a sheet, the richest first, until nothing is left that looks like one."""
    found: list[JourneyTable] = []
    rest = grid
    while len(found) < _MOST_TABLES and (best := _best(rest, mapping)):
        tables = list(_stacked(best, mapping))
        found += tables
        used = {spot.key for table in tables for spot in table.spots()}
        rest = rest.without(used)
        if not used:
            break
    order = {spot.key: number for number, spot in enumerate(grid.spots.values())}
    return sorted(found, key=lambda table: min(order[spot.key] for spot in table.spots()))


def _best(grid: Grid, mapping: NameMapping) -> JourneyTable | None:
    """The place, in either direction, whose cells name the most fields."""
    best, most = None, 0.0
    for view in (grid, grid.turned()):
        for place, all_spots in _by_place(view).items():
            spots = _without_card(view, all_spots)
            fields = {field for spot in spots if (field := named_field(spot, mapping))} - {"number"}
            weight = len(fields) + len(fields) / max(len(spots), 1)
            is_table = _is_table(fields) and not _is_card(fields, spots)
            if weight > most and is_table and _has_values(view, place, spots, mapping):
                best, most = _whole(view, place, spots, mapping), weight
    return best


def _without_card(grid: Grid, spots: Sequence[GridCell]) -> list[GridCell]:
    """Leave out the names of a persona's card that an empty line parts from the others."""
    blocks: list[list[GridCell]] = []
    for spot in spots:
        before = blocks[-1][-1] if blocks else None
        is_parted = before is not None and any(
            grid.is_empty(line, spot.place, grid.last_place)
            for line in range(before.last_line + 1, spot.line)
        )
        if before is None or is_parted:
            blocks.append([])
        blocks[-1].append(spot)
    kept = [block for block in blocks if not any(is_of_person(spot.text) for spot in block)]
    return [spot for block in kept or blocks for spot in block]


def _is_card(fields: set[str], spots: Sequence[GridCell]) -> bool:
    """Whether names are those of a persona's card: her age, her job, her goals."""
    return not {"stage", "phase"} & fields and any(is_of_person(spot.text) for spot in spots)


def is_of_person(text: str) -> bool:
    """Whether a name tells of a person and of nothing that a map has as well, as `Tätigkeit` does."""
    return is_among(text, "person") and certain(text, "map") is None


def _is_table(fields: set[str]) -> bool:
    """Whether names are enough for a table: two with the name of heads among them, or three."""
    return len(fields) > _FEWEST or (len(fields) == _FEWEST and not fields.isdisjoint(HEAD_LEVELS))


def _by_place(grid: Grid) -> dict[int, list[GridCell]]:
    found: dict[int, list[GridCell]] = {}
    for spot in grid.spots.values():
        found.setdefault(spot.place, []).append(spot)
    return found


def _has_values(grid: Grid, place: int, spots: Sequence[GridCell], mapping: NameMapping) -> bool:
    """Whether something stands beside the names."""
    named = {spot.line: named_field(spot, mapping) for spot in spots}
    beside = [
        spot
        for spot in grid.spots.values()
        if spot.place > place and named.get(spot.line) and not named_field(spot, mapping)
    ]
    has_heads = not {*HEAD_LEVELS}.isdisjoint(named.values())
    return bool(beside) and (has_heads or len({spot.place for spot in beside}) > 1)


def _whole(grid: Grid, place: int, spots: Sequence[GridCell], mapping: NameMapping) -> JourneyTable:
    """Everything that the names at a place may name, until the next place with names."""
    lines = [spot.line for spot in spots if named_field(spot, mapping)]
    first, last = min(lines), max(spot.last_line for spot in spots if spot.line in lines)
    return JourneyTable(grid, place, first, first, last, _last_place(grid, place, first, last, mapping))


def _last_place(grid: Grid, place: int, first: int, last: int, mapping: NameMapping) -> int:
    """The place before the names of another table beside this one."""
    for other, spots in sorted(_by_place(grid).items()):
        fields = {
            field for spot in spots if first <= spot.line <= last and (field := named_field(spot, mapping))
        }
        if other > place and len(fields) >= _FEWEST_BESIDE and len(fields) * 2 > len(spots):
            return other - 1
    return _place_before_notes(grid, place, first, last)


def _place_before_notes(grid: Grid, place: int, first: int, last: int) -> int:
    """The last place of a table without notes that stand alone, far beside it."""
    lines = range(first - _HEADS_ABOVE, last + 1)
    inside = [spot for spot in grid.spots.values() if spot.line in lines and spot.place >= place]
    found = grid.last_place
    while inside:
        end = max(spot.last_place for spot in inside)
        furthest = [spot for spot in inside if spot.last_place == end]
        inside = [spot for spot in inside if spot.last_place < end]
        before = max((spot.last_place for spot in inside), default=end)
        if len(furthest) > 1 or before <= place or furthest[0].place <= before + _FAR:
            break
        found = furthest[0].place - 1
    return found


def _stacked(table: JourneyTable, mapping: NameMapping) -> Iterator[JourneyTable]:
    """Part tables that stand below each other: names begin anew, below heads of their own."""
    table = _without_facts(table, mapping)
    starts = list(_starts(table, mapping))
    heads = [_first_head(table, start, mapping) for start in starts]
    for start, head, following in zip(starts, heads, [*heads[1:], 0], strict=True):
        named = [
            spot.last_line
            for spot in table.names
            if start <= spot.line and (not following or spot.line < following) and named_field(spot, mapping)
        ]
        yield _to_the_end(replace(table, first_line=head, first_name=start, last_line=max(named)), following)


def _without_facts(table: JourneyTable, mapping: NameMapping) -> JourneyTable:
    """Leave out names above the heads of columns that tell of the journey as a whole, such as `Actor`."""
    lines = range(table.first_line, table.last_line + 1)
    head = next((line for line in lines if _heads(table, line, mapping)), 0)
    width = len(list(table.grid.in_line(head, table.names_at + 1, table.last_place)))
    for spot in table.names:
        cells = list(table.grid.in_line(spot.line, table.names_at + 1, table.last_place))
        is_fact_of_all = certain(spot.text, "journey") is not None and len(cells) * 2 <= width
        if head and named_field(spot, mapping) and (spot.line >= head or not is_fact_of_all):
            return replace(table, first_line=spot.line, first_name=spot.line)
    return table


def _heads(table: JourneyTable, line: int, mapping: NameMapping) -> bool:
    """Whether a line holds heads of columns, with a name or without one."""
    name = table.grid.own(line, table.names_at)
    return named_field(name, mapping) in HEAD_LEVELS if name else _is_head(table, line, mapping)


def _starts(table: JourneyTable, mapping: NameMapping) -> Iterator[int]:
    """The lines of the names with which tables begin."""
    yield table.first_line
    seen: set[str] = set()
    previous, after_gap = table.first_line - 1, False
    for spot in table.names:
        field = named_field(spot, mapping)
        after_gap = after_gap or _has_gap(table, previous, spot.line)
        previous = max(previous, spot.last_line)
        if field in seen and (field in HEAD_LEVELS or after_gap) and seen - {*HEAD_LEVELS}:
            yield spot.line
            seen, after_gap = set(), False
        seen |= {field} - {""}


def _has_gap(table: JourneyTable, previous: int, line: int) -> bool:
    """Whether a line between two names is empty, or holds a title alone."""
    between = range(previous + 1, line)
    return any(table.grid.is_empty(each, table.names_at + 1, table.last_place) for each in between)


def _first_head(table: JourneyTable, start: int, mapping: NameMapping) -> int:
    """The first of the lines without a known name that stand as heads above a name."""
    line = start
    while line > 1:
        # a line between may be empty, or name a section of the lines below it
        above = next((each for each in (line - 1, line - 2) if each and _is_head(table, each, mapping)), 0)
        if not above or (above < line - 1 and not _is_between(table, line - 1, mapping)):
            return line
        line = above
    return line


def _is_between(table: JourneyTable, line: int, mapping: NameMapping) -> bool:
    """Whether nothing stands in a line, or a name alone that is none of a field."""
    name = table.grid.own(line, table.names_at)
    is_known = name is not None and bool(named_field(name, mapping) or is_fact(name.text))
    return not is_known and table.grid.is_empty(line, table.names_at + 1, table.last_place)


def _is_head(table: JourneyTable, line: int, mapping: NameMapping) -> bool:
    name = table.grid.own(line, table.names_at)
    is_card = name is not None and table.grid.is_turned and is_among(name.text, "card")
    if name and not is_card and (named_field(name, mapping) or is_fact(name.text)):
        return False
    heads = list(table.grid.in_line(line, table.names_at + 1, table.last_place))
    is_wide = len(heads) == 1 and heads[0].places == 1 and not name
    facts = [spot for spot in heads if is_fact(spot.text)]
    return (len(heads) > 1 or is_wide) and len(facts) * 2 < len(heads)


def is_fact(text: str) -> bool:
    """Whether a cell says something of the journey, such as `Persona: Anna`."""
    name, colon, _ = text.partition(":")
    is_known = certain(name, "journey") is not None or is_among(name, "aside")
    return is_known and (bool(colon) or certain(name, "map") is None)


def _to_the_end(table: JourneyTable, following: int) -> JourneyTable:
    """Take in the lines of other names below the last known one."""
    last, line = table.last_line, table.last_line + 1
    while line <= table.grid.last_line and (not following or line < following):
        cells = list(table.grid.in_line(line, table.names_at + 1, table.last_place))
        name = table.grid.own(line, table.names_at)
        is_after_gap = line > last + 1
        if len(cells) > is_after_gap and (name or not is_after_gap):
            last = max(line, *(spot.last_line for spot in cells)) if name else line
        elif is_after_gap:
            break
        line += 1
    return replace(table, last_line=last)
