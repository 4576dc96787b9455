"""The tables of a handbook: their names, what a row of each is, and their columns.

A column is a key that joins tables, a field as authors write it, or a figure that is computed from all files.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.exports.tables.flat import flat_columns
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.messages import N_
from journeybook.model import Handbook, Journey, Persona, Record, Touchpoint
from journeybook.model.beside import Content, DocumentLink, Recovery
from journeybook.model.entries import Doubt, OwnEntry
from journeybook.model.evidence import Evidence
from journeybook.model.improvement import Action, Opportunity, PainPoint
from journeybook.model.journey import FunnelEntry, JourneyStage
from journeybook.model.persona import Job
from journeybook.model.references import record_of
from journeybook.model.step import Step

_SPOT = ("journey", "stage", "step")
_WHERE = (*_SPOT, "persona", "touchpoint", "pain_point", "opportunity")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """A table without its rows."""

    name: str
    about: str
    """A row of it in words."""
    keys: tuple[str, ...] = ()
    """The columns that say where a row belongs; the ids of other tables."""
    fields: tuple[str, ...]
    computed: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, each once."""
        return tuple(dict.fromkeys((*self.keys, *self.fields, *self.computed)))


COMPUTED: Mapping[str, str] = {
    "address": N_("the page, below the address of the site"),
    "satisfaction": N_("mean satisfaction, 1 to 5, as the pages show it"),
    "steps": N_("how many steps it has"),
    "open_pain_points": N_("pain points that no finished opportunity solves"),
    "overdue_actions": N_("actions that should have been done before today"),
    "is_stale": N_("whether the last review is too long ago"),
    "is_open": N_("whether nothing that is done solves it, or it is still to be done"),
    "is_overdue": N_("whether it should have been done before today"),
    "is_expired": N_("whether it has ceased to hold"),
    "reach_journeys": N_("journeys that name the same pain point"),
    "reach_personas": N_("personas who meet it"),
    "reach_touchpoints": N_("touchpoints at which it hurts"),
    "channels": N_("the channels, those of the touchpoints included"),
    "journeys": N_("how many journeys there are with it"),
    "latest": N_("the latest value over everything"),
    "latest_date": N_("when that was measured"),
}
"""The figures that are computed, each in words."""

_ABOUT_LISTED: Mapping[ThingKind, str] = {
    ThingKind.CHANNEL: N_("a channel of handbook.yml"),
    ThingKind.STAGE: N_("a stage of handbook.yml"),
    ThingKind.TEAM: N_("a team"),
    ThingKind.METRIC: N_("a metric, with its latest value"),
    ThingKind.GOAL: N_("a goal"),
    ThingKind.SEGMENT: N_("a segment"),
    ThingKind.SYSTEM: N_("a system"),
    ThingKind.PRINCIPLE: N_("a principle"),
    ThingKind.TERM: N_("a word of the glossary"),
    ThingKind.GROUP: N_("a group of touchpoints"),
    ThingKind.LANE: N_("a lane of your own"),
}
_COMPUTED_LISTED: Mapping[ThingKind, tuple[str, ...]] = {
    ThingKind.METRIC: ("latest", "latest_date", "address"),
    ThingKind.GROUP: (),
    ThingKind.LANE: (),
}


def _form(  # noqa: PLR0913 - the parts of a table
    name: str,
    about: str,
    record: type[Record],
    *,
    keys: tuple[str, ...] = (),
    more: tuple[str, ...] = (),
    computed: tuple[str, ...] = (),
) -> TableForm:
    fields = (*flat_columns(record), *more)
    return TableForm(name=name, about=about, keys=keys, fields=fields, computed=computed)


def _listed(kind: ThingKind) -> TableForm:
    record = record_of(Handbook, kind.row.plural) or Record
    computed = _COMPUTED_LISTED.get(kind, ("address",))
    return _form(kind.row.plural, _ABOUT_LISTED[kind], record, keys=("id",), computed=computed)


_AT_A_SPOT = (*_SPOT, "id")
TABLES: tuple[TableForm, ...] = (
    _form(
        "journeys",
        N_("a journey"),
        Journey,
        keys=("id",),
        more=("file",),
        computed=("satisfaction", "steps", "open_pain_points", "overdue_actions", "is_stale", "address"),
    ),
    _form(
        "journey-stages",
        N_("a stage of a journey"),
        JourneyStage,
        keys=("journey", "id", "position"),
        computed=("satisfaction", "address"),
    ),
    _form(
        "steps",
        N_("a step of a journey"),
        Step,
        keys=("journey", "stage", "id", "position"),
        computed=("satisfaction", "channels", "address"),
    ),
    TableForm(
        name="satisfactions",
        about=N_("the satisfaction of a persona at a step"),
        keys=("journey", "step", "persona"),
        fields=("satisfaction",),
    ),
    TableForm(
        name="paths",
        about=N_("a step that a step leads to, or the end"),
        keys=("journey", "step"),
        fields=("to", "when"),
    ),
    TableForm(
        name="texts",
        about=N_("a text in a lane of a step, or of a stage as a whole"),
        keys=(*_SPOT, "lane", "position"),
        fields=tuple(dict.fromkeys((*flat_columns(Doubt), *flat_columns(OwnEntry)))),
    ),
    _form(
        "pain-points",
        N_("a pain point at a step, or of a stage as a whole"),
        PainPoint,
        keys=_AT_A_SPOT,
        computed=("reach_journeys", "reach_personas", "reach_touchpoints", "is_open", "address"),
    ),
    _form(
        "opportunities",
        N_("an opportunity at a step, or of a stage as a whole"),
        Opportunity,
        keys=_AT_A_SPOT,
        computed=("address",),
    ),
    _form(
        "actions",
        N_("an action of an opportunity"),
        Action,
        keys=(*_SPOT, "opportunity", "position"),
        computed=("is_open", "is_overdue", "address"),
    ),
    _form(
        "personas",
        N_("a persona"),
        Persona,
        keys=("id",),
        more=("file",),
        computed=("satisfaction", "journeys", "address"),
    ),
    _form("jobs", N_("what a persona wants to get done"), Job, keys=("persona", "position")),
    TableForm(
        name="facts",
        about=N_("a fact of a persona, under a label of your own"),
        keys=("persona",),
        fields=("label", "text"),
    ),
    _form(
        "touchpoints",
        N_("a touchpoint"),
        Touchpoint,
        keys=("id",),
        more=("file",),
        computed=("satisfaction", "steps", "address"),
    ),
    _form(
        "evidence",
        N_("a piece of evidence, with what it shows"),
        Evidence,
        keys=(*_WHERE, "lane", "position"),
        computed=("is_expired",),
    ),
    _form("links", N_("a link of a step, stage or touchpoint"), DocumentLink, keys=(*_WHERE, "position")),
    _form("recoveries", N_("what goes wrong at a step"), Recovery, keys=(*_SPOT, "position")),
    _form("content", N_("what is published for a stage"), Content, keys=("journey", "stage", "position")),
    _form("funnels", N_("a part of a journey's funnel"), FunnelEntry, keys=("journey", "position")),
    TableForm(
        name="metric-values",
        about=N_("a measured value, or an answer"),
        keys=("metric", "date"),
        fields=("value", "journey", "stage", "touchpoint", "channel", "persona", "n", "file"),
    ),
    *map(_listed, IN_HANDBOOK),
)
"""Every table, in the order in which they are listed."""
NESTED: Mapping[type[Record], str] = {
    Evidence: "evidence",
    DocumentLink: "links",
    Recovery: "recoveries",
    Content: "content",
    FunnelEntry: "funnels",
    Job: "jobs",
}
"""The tables of records that stand in lists of others and have nothing but fields."""
