"""Decide by its cells what a line of a table holds, where its name leaves it open."""

from collections.abc import Sequence

from journeybook.importing.journeys.account import Account, in_short
from journeybook.importing.journeys.grid import GridCell
from journeybook.importing.journeys.rows import LANE, TableRow
from journeybook.importing.journeys.scoring import Scoring, read_mark, read_scores
from journeybook.importing.journeys.times import handbook_time, unit_in
from journeybook.importing.words.labels import is_among, meaning, plain_name, says_nothing, without_numbering
from journeybook.importing.words.mapping import NameMapping
from journeybook.importing.words.scales import ScoreScale
from journeybook.messages import N_
from journeybook.model.lanes import LANES, Side

_LEVELS = frozenset({"severity", "impact", "effort"})
_TIMES = frozenset({"duration", "wait"})
OF_PERSONAS = frozenset({"actions", "thoughts", "feelings", "doubts", "expectations", "needs", "motivations"})
"""The fields whose texts may hold for one persona of several."""


def settle(
    row: TableRow,
    spots: Sequence[GridCell],
    mapping: NameMapping,
    legend: ScoreScale | None,
    account: Account,
) -> Scoring | None:
    """Read the scores of a line that has some; a line that does not hold what it is called is another one."""
    has_signs = any(set(spot.text) == {"+"} for spot in spots)
    saying = [spot for spot in spots if has_signs or not says_nothing(spot.text)]
    scoring = None
    if row.field == "satisfaction":
        scoring = read_scores(saying, "satisfaction", row.label, mapping.scale or legend)
        if saying and not scoring:
            _rename(row, "note" if is_among(row.label, "note") else "feelings", account)
    elif row.field == "feelings" and _are_all_signs(saying):
        scoring = read_scores(saying, "satisfaction", row.label, mapping.scale or legend)
    elif row.field in _LEVELS:
        scoring = read_scores(saying, "level", row.label)
        if saying and not scoring:
            _own(row)
    elif saying and not _holds(row, saying):
        _own(row)
    if scoring and row.name:
        _tell(row.name, scoring, saying, account)
    return scoring


def _are_all_signs(spots: Sequence[GridCell]) -> bool:
    """Whether cells of feelings are scores: numbers or smileys, and not words alone."""
    marks = [read_mark(spot, "satisfaction") for spot in spots]
    return bool(marks) and all(mark and not mark.is_word for mark in marks)


def _holds(row: TableRow, spots: Sequence[GridCell]) -> bool:
    """Whether most cells of a line can be what its name says."""
    if row.field in _TIMES:
        fitting = [spot for spot in spots if handbook_time(spot.text, unit_in(row.label))]
    elif row.field == "links":
        fitting = [spot for spot in spots if "://" in spot.text or "@" in spot.text]
    elif row.field == "optional":
        fitting = [spot for spot in spots if is_among(spot.text, "yes") or is_among(spot.text, "no")]
    elif row.field == "metrics":
        fitting = [spot for spot in spots if spot.number is None]
    else:
        return True
    return len(fitting) * 2 >= len(spots)


def _own(row: TableRow) -> None:
    row.field, row.lane = LANE, " ".join(without_numbering(row.label).rstrip(":").split())


def _rename(row: TableRow, field: str, account: Account) -> None:
    if field == "note":
        row.field, row.why_left = "", N_("“%(name)s” holds notes, which belong to no journey.")
        return
    row.field = field
    if row.name:
        message = N_("“%(name)s” holds no scores, so that it is taken as %(field)s.")
        account.guess(row.name, message, name=in_short(row.label), field=field)


def _tell(name: GridCell, scoring: Scoring, spots: Sequence[GridCell], account: Account) -> None:
    """Say by which scale the scores of a line are turned into ours."""
    for spot in spots:
        scoring.score(spot)
    turned = ", ".join(f"{said} → {score}" for said, score in scoring.turned.items())
    values = {"name": in_short(name.text), "turned": turned}
    scale = scoring.scale
    if scale and scoring.other:
        message = N_(
            "The scores of “%(name)s” are read on a scale from %(scale)s, not from %(other)s: %(turned)s."
        )
        account.guess(name, message, **values, scale=str(scale), other=str(scoring.other))
    elif scale and scale.is_turned:
        message = N_("The scores of “%(name)s” are turned round, as %(best)s is the best: %(turned)s.")
        account.guess(name, message, **values, best=str(scale.best))
    elif scale and not scale.is_ours:
        message = N_("The scores of “%(name)s” are on a scale from %(scale)s: %(turned)s.")
        account.take(name, message, **values, scale=str(scale))
    else:
        account.take(name, N_("The scores of “%(name)s” are taken so: %(turned)s."), **values)


def side_of(row: TableRow, rows: Sequence[TableRow]) -> str:
    """The side of a lane of its own: the firm's below the first lane of the firm, or by its section."""
    firm = {lane.name for lane in LANES if lane.side is Side.FIRM} | {"owner"}
    above = rows[: rows.index(row)] if row in rows else rows
    said = meaning(row.section, "map") if row.section else None
    is_firms = said.field in firm if said else any(each.field in firm for each in above)
    return str(Side.FIRM if is_firms else Side.CUSTOMER)


def kind_of_lane(spots: Sequence[GridCell]) -> str:
    """Whether a lane of its own holds numbers, links or texts."""
    if spots and all(spot.number is not None and not spot.cell.is_percent for spot in spots):
        return "number"
    return "link" if spots and all(_is_address(spot.text) for spot in spots) else "text"


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://")) and not any(map(str.isspace, text))


def name_personas(scored: Sequence[TableRow], rows: Sequence[TableRow]) -> None:
    """Say whose scores lines hold, if several do and each name says more: `Zufriedenheit Anna`.

    A line of texts whose name says one of them, such as `Gedanken Anna`, holds hers.
    """
    said = [_said_besides(row) for row in scored]
    if len(scored) < 2 or len(set(map(tuple, said))) < len(scored) or not all(said):  # noqa: PLR2004 - several
        return
    for row, rest in zip(scored, said, strict=True):
        row.persona = _in_label(row, rest)
    names = {tuple(rest): row.persona for row, rest in zip(scored, said, strict=True)}
    for row in rows:
        if row.field in OF_PERSONAS and not row.persona:
            row.persona = names.get(tuple(_said_besides(row)), "")


def _said_besides(row: TableRow) -> list[str]:
    return row.found.rest.split() if row.found else []


def _in_label(row: TableRow, words: Sequence[str]) -> str:
    said = [word.strip("()[]:,") for word in row.label.split()]
    return " ".join(word for word in said if plain_name(word) in words)
