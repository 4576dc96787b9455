"""Read the journeys of a file of tables."""

from collections.abc import Iterator, Sequence

from journeybook.importing.brought_in import BroughtIn, Draft, KeyPath
from journeybook.importing.journeys.account import Account
from journeybook.importing.journeys.around import Surroundings, read_around
from journeybook.importing.journeys.finishing import finish
from journeybook.importing.journeys.grid import Grid, GridCell, grid_of
from journeybook.importing.journeys.listed import Listed
from journeybook.importing.journeys.naming import NameGiving, SheetJourney, give_names
from journeybook.importing.journeys.parts import header_of
from journeybook.importing.journeys.rows import why_aside
from journeybook.importing.journeys.table_reading import journeys_of_table
from journeybook.importing.journeys.tables import JourneyTable, find_tables, is_said
from journeybook.importing.seen import seen_sheets, unseen
from journeybook.importing.words.labels import is_among
from journeybook.importing.words.mapping import NameMapping
from journeybook.importing.words.scales import ScoreScale, stated_scale
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.workbooks import Book, Sheet

_MOST_CELLS = 20_000


def read_journeys(book: Book, mapping: NameMapping | None = None) -> BroughtIn:
    """Read the journeys of all sheets, and account for every cell of them."""
    mapping = mapping or NameMapping()
    listed = Listed()
    accounts: list[Account] = []
    found: list[SheetJourney] = []
    sheets = seen_sheets(book)
    for sheet in sheets:
        account = Account()
        accounts.append(account)
        if why := _why_not(sheet, mapping):
            account.close(sheet.name, why)
        else:
            found += _read_sheet(sheet, mapping, account, listed)
    has_sheets = len({each.sheet.name for each in found}) > 1
    naming = NameGiving(path=book.path, mapping=mapping, listed=listed, has_sheets=has_sheets)
    give_names(found, naming)
    for each in found:
        finish(each.journey, listed, each.account)
    for sheet, account in zip(sheets, accounts, strict=True):
        if not account.is_closed:
            account.leave_rest(grid_of(sheet).spots.values())
    return BroughtIn(
        source=book.path,
        drafts=(*_drafts(found), *listed.drafts()),
        entries=tuple(listed.entries.values()),
        notes=(*unseen(book), *(note for account in accounts for note in account.notes)),
    )


def _why_not(sheet: Sheet, mapping: NameMapping) -> str:
    """Why a sheet is not read at all."""
    if is_among(sheet.name, "lists") and not mapping.sheets:
        return N_("The sheet “%(sheet)s” lists words to choose from.")
    if mapping.sheets and sheet.name not in mapping.sheets:
        return N_("The sheet “%(sheet)s” is not among those of the mapping file.")
    return (
        N_("The sheet “%(sheet)s” has more cells than a journey.") if len(sheet.cells) > _MOST_CELLS else ""
    )


def _read_sheet(
    sheet: Sheet, mapping: NameMapping, account: Account, listed: Listed
) -> Iterator[SheetJourney]:
    grid = grid_of(sheet)
    tables = find_tables(grid, mapping)
    if not tables:
        account.close(sheet.name, N_("The sheet “%(sheet)s” holds no table of a journey."))
        return
    legend = _legend(grid, tables)
    journeys = [(table, journeys_of_table(table, mapping, account, listed, legend)) for table in tables]
    free = _free(grid, tables, account)
    around = _around_each(free, grid, [table for table, _ in journeys], mapping, account)
    for (table, found), beside in zip(journeys, around, strict=True):
        for journey in found:
            rows = [spot.cell.row for spot in table.spots()]
            yield SheetJourney(
                sheet=sheet,
                journey=journey,
                around=beside,
                account=account,
                first_line=min(rows),
                last_line=max(rows),
            )


def _legend(grid: Grid, tables: Sequence[JourneyTable]) -> ScoreScale | None:
    """The scale that a legend beside the tables states."""
    inside = {spot.key for table in tables for spot in table.spots()}
    for spot in grid.spots.values():
        text = spot.text
        is_legend = "=" in text or why_aside(text) or "skala" in text.casefold() or "scale" in text.casefold()
        if spot.key not in inside and is_legend and (found := stated_scale(text)):
            return found
    return None


def _free(grid: Grid, tables: Sequence[JourneyTable], account: Account) -> list[GridCell]:
    """The cells of which nothing is said yet, outside of tables or in the corner above their names."""
    inside = {
        spot.key
        for table in tables
        for spot in table.spots()
        if not (spot.place <= table.names_at and spot.line < table.first_name) and not is_said(spot.text)
    }
    return [spot for spot in grid.spots.values() if spot.key not in inside and not account.is_told(spot)]


def _around_each(
    free: Sequence[GridCell],
    grid: Grid,
    tables: Sequence[JourneyTable],
    mapping: NameMapping,
    account: Account,
) -> list[Surroundings]:
    """Read what stands around each table; what the first one's persona is, the others share."""
    spots: list[list[GridCell]] = [[] for _ in tables]
    for spot in free:
        costs = [_distance(spot, table) for table in tables]
        spots[costs.index(min(costs))].append(spot)
    around = [read_around(each, grid, mapping, account) for each in spots]
    for other in around[1:]:
        known = {fact.field for fact in other.facts}
        other.facts += [fact for fact in around[0].facts if fact.field not in {*known, "title"}]
    return around


def _distance(spot: GridCell, table: JourneyTable) -> float:
    """The distance of a cell from a table; what stands above one is nearer than what stands below."""
    rows = [each.cell.row for each in table.spots()]
    columns = [each.cell.column for each in table.spots()]
    above, below = min(rows) - spot.cell.row, spot.cell.row - max(rows)
    beside = max(min(columns) - spot.cell.column, spot.cell.column - max(columns), 0)
    return max(above, below * 3, 0) + beside


def _drafts(found: Sequence[SheetJourney]) -> Iterator[Draft]:
    """The journeys, each after the personas that it is the first to name."""
    known: set[str] = set()
    for each in found:
        for said in each.journey.values("personas"):
            if str(said.value).casefold() not in known:
                known.add(str(said.value).casefold())
                origins: dict[KeyPath, str] = {("title",): said.address} if said.address else {}
                yield Draft(kind=ThingKind.PERSONA, header={"title": said.value}, origins=origins)
        result = header_of(each.journey)
        yield Draft(kind=ThingKind.JOURNEY, header=result.header, origins=result.origins)
