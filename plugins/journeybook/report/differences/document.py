"""Write changes as a JSON document for programs."""

from collections.abc import Iterable
from typing import Any

from journeybook.diff import ChangedThing, ChangeTree, State, ToldChange
from journeybook.findings import Place, Severity
from journeybook.report.encoded import as_json

VERSION = 1
"""The version of the document; it rises when a field changes its meaning or goes."""


def diff_json(tree: ChangeTree) -> str:
    """Write `{version, before, after, summary, changes, unread}`, also where nothing has changed."""
    return as_json(difference_data(tree))


def difference_data(tree: ChangeTree) -> dict[str, Any]:
    """The document as plain values."""
    difference = tree.difference
    return {
        "version": VERSION,
        "before": _state(difference.before),
        "after": _state(difference.after),
        "summary": _summary(tree),
        "changes": changes_data(tree.things),
        "unread": [
            {
                "state": item.state,
                **_position(item.finding.place),
                "rule": item.finding.rule,
                "message": item.finding.message,
            }
            for item in difference.unread
        ],
    }


def changes_data(things: Iterable[ChangedThing]) -> list[dict[str, Any]]:
    """The changes as plain values, in their order."""
    return [_told(thing, told) for thing in things for told in thing.changes]


def _summary(tree: ChangeTree) -> dict[str, int]:
    levels = {level.value: tree.weights[level] for level in Severity}
    return {"changes": len(tree.changes), "unread": len(tree.difference.unread), **levels}


def _state(state: State) -> dict[str, Any]:
    return {
        "name": state.name,
        "folder": state.label,
        "exists": state.source.exists(),
        "commit": state.commit or None,
    }


def _told(thing: ChangedThing, told: ToldChange) -> dict[str, Any]:
    change = told.change
    return {
        "kind": change.kind.value,
        "subject": {
            "kind": change.subject.kind,
            "id": change.subject.id,
            "title": thing.title,
        },
        "stage": change.stage or None,
        "step": change.step or None,
        "item": change.item or None,
        "where": list(change.where),
        "field": change.field or None,
        "old": change.old or None,
        "new": change.new or None,
        "sentence": change.sentence(),
        "weight": change.weight,
        "momentOfTruth": change.at_moment,
        "before": _position(change.before),
        "after": _position(change.after),
        "breaks": [{"rule": item.rule.id, "severity": item.severity.value} for item in told.breaks],
        "usedIn": [_position(place) for place in change.uses],
    }


def _position(place: Place | None) -> Any:
    return {"path": place.path, "line": place.line, "column": place.column} if place else None
