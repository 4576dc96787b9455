"""Fill the tables of a handbook with rows, in the order in which it is read."""

from collections.abc import Iterable, Mapping
from datetime import date

from journeybook.catalogue import (
    Action,
    Catalogue,
    Journey,
    JourneyPart,
    JourneyStage,
    Opportunity,
    PainPoint,
    Persona,
    Step,
    Touchpoint,
    is_expired,
)
from journeybook.catalogue.mean import rounded
from journeybook.catalogue.spots import mean_of_personas, mean_satisfaction
from journeybook.exports.tables.flat import BETWEEN, FlatRow, TableCell, flat
from journeybook.exports.tables.forms import NESTED, TABLES
from journeybook.kinds import IN_HANDBOOK, LINKED, ThingKind
from journeybook.model import SCOPES, Record
from journeybook.model.entries import Entry
from journeybook.model.evidence import Evidence
from journeybook.notation.values import plain_number

_DIGITS = 4
"""Digits behind the point of a mean."""

RowsByTable = Mapping[str, list[FlatRow]]
"""The rows of each table, by its name."""


def tables_of(catalogue: Catalogue, today: date) -> RowsByTable:
    """Return the rows of all tables of a handbook."""
    return _Filling(catalogue, today).fill()


class _Filling:
    """The state of one walk through a handbook."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self._catalogue = catalogue
        self._today = today
        self._rows: dict[str, list[FlatRow]] = {form.name: [] for form in TABLES}

    def fill(self) -> RowsByTable:
        catalogue = self._catalogue
        for journey in catalogue.journeys.values():
            self._journey(journey)
        for persona in catalogue.personas.values():
            self._persona(persona)
        for touchpoint in catalogue.touchpoints.values():
            self._touchpoint(touchpoint)
        for kind in IN_HANDBOOK:
            for name, thing in catalogue.tables[kind].items():
                record = getattr(thing, "record", thing)
                if isinstance(record, Record):
                    self._listed(kind, name, record)
        self._values()
        return self._rows

    def _add(self, table: str, *parts: FlatRow) -> None:
        row: FlatRow = {}
        for part in parts:
            row |= part
        self._rows[table].append(row)

    def _journey(self, journey: Journey) -> None:
        record, page = journey.record, ThingKind.JOURNEY.row.address(journey.id)
        where: FlatRow = {"journey": journey.id}
        parts = [part for stage in journey.stages for part in stage.parts]
        pains = [pain for part in parts for pain in part.pain_points]
        actions = [action for part in parts for chance in part.opportunities for action in chance.actions]
        figures: FlatRow = {
            "satisfaction": _mean(journey.satisfaction),
            "steps": sum(1 for _ in journey.steps),
            "open_pain_points": sum(map(self._catalogue.is_open, pains)),
            "overdue_actions": sum(action.is_overdue(self._today) for action in actions),
            "is_stale": journey.is_stale(self._today),
            "address": page,
            "file": journey.document.file,
        }
        self._add("journeys", flat(record), {"id": journey.id, "review_every": journey.review_every}, figures)
        self._nested(where, record)
        for stage in journey.stages:
            self._stage(where | {"stage": stage.id}, stage, f"{page}{stage.id}/")

    def _stage(self, where: FlatRow, stage: JourneyStage, page: str) -> None:
        figures: FlatRow = {"satisfaction": _mean(stage.satisfaction), "address": page, "title": stage.title}
        own: FlatRow = {"journey": where["journey"], "id": stage.id, "position": stage.number}
        self._add("journey-stages", flat(stage.record), own, figures)
        self._part(where, stage, f"{page}#whole_stage")
        for step in stage.steps:
            self._step(where | {"step": step.id}, step, f"{page}#{step.id}")

    def _step(self, where: FlatRow, step: Step, page: str) -> None:
        own: FlatRow = {
            "journey": where["journey"],
            "stage": where["stage"],
            "id": step.id,
            "position": step.number,
        }
        channels = BETWEEN.join(channel.id for channel in step.channels)
        figures: FlatRow = {"satisfaction": _mean(step.satisfaction), "channels": channels, "address": page}
        self._add("steps", flat(step.record), own, figures)
        at_step: FlatRow = {"journey": where["journey"], "step": step.id}
        for each in step.satisfactions:
            self._add(
                "satisfactions", at_step, {"persona": each.persona.id, "satisfaction": each.satisfaction}
            )
        for path in step.paths:
            self._add("paths", at_step, {"to": path.to, "when": path.when})
        self._part(where, step, page)

    def _part(self, where: FlatRow, part: JourneyPart, page: str) -> None:
        self._nested(where, part.record)
        for pain in part.pain_points:
            self._pain_point(where, pain, page)
        for opportunity in part.opportunities:
            self._opportunity(where, opportunity, page)

    def _pain_point(self, where: FlatRow, pain: PainPoint, page: str) -> None:
        counts = not self._catalogue.journeys[str(where["journey"])].is_planned
        figures = self._reach(pain) if counts else {}
        self._add("pain-points", flat(pain.record), where, {"id": pain.id, "address": page}, figures)
        self._nested(where | {"pain_point": pain.id}, pain.record)

    def _reach(self, pain: PainPoint) -> FlatRow:
        gathered = self._catalogue.gathered(pain)
        return {
            "reach_journeys": len(gathered.journeys),
            "reach_personas": len(gathered.personas),
            "reach_touchpoints": len(gathered.touchpoints),
            "is_open": gathered.is_open,
        }

    def _opportunity(self, where: FlatRow, opportunity: Opportunity, page: str) -> None:
        self._add("opportunities", flat(opportunity.record), where, {"id": opportunity.id, "address": page})
        within = where | {"opportunity": opportunity.id}
        for number, action in enumerate(opportunity.actions, 1):
            self._add("actions", flat(action.record), within, {"position": number}, self._state(action, page))

    def _state(self, action: Action, page: str) -> FlatRow:
        return {"is_open": action.is_open, "is_overdue": action.is_overdue(self._today), "address": page}

    def _persona(self, persona: Persona) -> None:
        where: FlatRow = {"persona": persona.id}
        journeys = self._catalogue.journeys_of_persona.get(persona.id, ())
        visits = [visit for journey in journeys if not journey.is_planned for visit in journey.visits]
        figures: FlatRow = {
            "satisfaction": _mean(mean_of_personas(visits, [persona])),
            "journeys": len(journeys),
            "address": ThingKind.PERSONA.row.address(persona.id),
            "file": persona.document.file,
        }
        self._add("personas", flat(persona.record), {"id": persona.id}, figures)
        for label, text in persona.record.facts.items():
            self._add("facts", where, {"label": label, "text": text})
        self._nested(where, persona.record)

    def _touchpoint(self, touchpoint: Touchpoint) -> None:
        visits = self._catalogue.visits_of_touchpoint.get(touchpoint.id, ())
        figures: FlatRow = {
            "satisfaction": _mean(mean_satisfaction(visits)),
            "steps": len(visits),
            "address": ThingKind.TOUCHPOINT.row.address(touchpoint.id),
            "file": touchpoint.document.file,
        }
        self._add("touchpoints", flat(touchpoint.record), {"id": touchpoint.id}, figures)
        self._nested({"touchpoint": touchpoint.id}, touchpoint.record)

    def _listed(self, kind: ThingKind, name: str, record: Record) -> None:
        figures: FlatRow = {"address": kind.row.address(name)} if kind in LINKED else {}
        latest = self._catalogue.latest(self._catalogue.metrics[name]) if kind is ThingKind.METRIC else None
        if latest:
            day = f"{latest.date:%Y-%m}" if latest.by_month else str(latest.date)
            figures |= {"latest": plain_number(latest.value), "latest_date": day}
        self._add(kind.row.plural, flat(record), figures)

    def _nested(self, where: FlatRow, record: Record) -> None:
        """Add rows for what stands in the lists of a record and is no thing of its own."""
        for name, value in record.__dict__.items():
            if isinstance(value, tuple) and value:
                self._items(where, name, value)
            elif name == "lanes":
                for lane, entries in value.items():
                    self._items(where, lane, entries)

    def _items(self, where: FlatRow, field: str, items: Iterable[object]) -> None:
        for number, item in enumerate(items, 1):
            if isinstance(item, Entry):
                lane: FlatRow = {"lane": field, "position": number}
                self._add("texts", flat(item), where, lane)
                self._nested(where | {"lane": field}, item)
            elif isinstance(item, Record) and type(item) in NESTED:
                figures: FlatRow = {"position": number}
                if isinstance(item, Evidence):
                    figures["is_expired"] = is_expired(item, self._today)
                self._add(NESTED[type(item)], flat(item), where, figures)

    def _values(self) -> None:
        for document in self._catalogue.folder.of_kind(ThingKind.VALUES):
            for _, value in document.values:
                own: FlatRow = {
                    "metric": value.metric,
                    "date": f"{value.date:%Y-%m}" if value.by_month else str(value.date),
                    "value": plain_number(value.value),
                    "n": value.n,
                    "file": document.file,
                }
                self._add("metric-values", own, {scope: getattr(value, scope) for scope in SCOPES})


def _mean(number: float | None) -> TableCell:
    return None if number is None else plain_number(rounded(number, _DIGITS))
