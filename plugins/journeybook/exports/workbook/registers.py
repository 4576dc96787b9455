"""The registers: pain points, opportunities and actions of all journeys, each with where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.exports.workbook.content import Content
from journeybook.exports.workbook.tables import Column, record_columns, text_columns
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.notation.entrypaths import EntryPlace, entry_places
from journeybook.notation.tables import AT

_WITHOUT = {ThingKind.OPPORTUNITY: "actions", "action": "experiment", ThingKind.PAIN_POINT: "evidence"}
"""What a register leaves to the sheet of the journey."""
_ALWAYS = {
    ThingKind.PAIN_POINT: "title id severity category",
    ThingKind.OPPORTUNITY: "title id impact effort status solves",
    "action": "title owner due status",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    standing: EntryPlace
    journey: str
    phase: str
    step: str


def register_columns(content: Content, room: str) -> list[Column]:
    """The columns of a register."""
    rows = list(_rows(content, room))
    records = [_shown(room, row.standing.record) for row in rows]
    where = {
        N_("Journey"): [row.journey for row in rows],
        N_("Stage"): [row.phase for row in rows],
        N_("Step"): [row.step for row in rows],
    }
    return [
        *record_columns(content, room, records, _ALWAYS[room]),
        *(
            column
            for label, texts in where.items()
            for column in text_columns("", content.speak(label), texts)
        ),
        *text_columns(f"{room}/{AT}", content.speak(N_("Place")), [row.standing.at for row in rows], "id"),
    ]


def _shown(room: str, record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != _WITHOUT[room] and name[:2] != "x-"}


def _rows(content: Content, room: str) -> Iterator[_Row]:
    for file in content.files(ThingKind.JOURNEY):
        for standing in entry_places(file["file"], file["header"]):
            if standing.room == room:
                stage = file["header"]["stages"][standing.path[1]]
                step = stage["steps"][standing.path[3]] if standing.path[2] == "steps" else {}
                titles = content.titles.get(ThingKind.STAGE, {})
                yield _Row(
                    standing=standing,
                    journey=file["header"]["title"],
                    phase=stage.get("title") or titles.get(stage["stage"], stage["stage"]),
                    step=step.get("title", ""),
                )
