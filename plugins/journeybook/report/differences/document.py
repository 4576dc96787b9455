"""Write a proposal as a JSON document for programs: all changes, and what they mean."""

from collections.abc import Iterable
from typing import Any

from journeybook.diff import ChangedThing, ChangeTree, State, Subject, ToldChange
from journeybook.findings import Place, Severity
from journeybook.pages.proposal import ChangedRow, ChangeReport, FoundProblem, ToldEdit, ToldJourney
from journeybook.report.encoded import as_json

VERSION = 1
"""The version of the document; it rises when a field changes its meaning or goes."""


def diff_json(proposal: ChangeReport) -> str:
    """Write `{version, before, after, summary, changes, unread, report}`, also where nothing has changed."""
    return as_json(difference_data(proposal))


def difference_data(proposal: ChangeReport) -> dict[str, Any]:
    """The document as plain values."""
    difference = proposal.tree.difference
    return {
        "version": VERSION,
        "before": _state(difference.before),
        "after": _state(difference.after),
        "summary": _summary(proposal.tree),
        "changes": changes_data(proposal.tree.things),
        "unread": [
            {
                "state": item.state,
                **_position(item.finding.place),
                "rule": item.finding.rule,
                "message": item.finding.message,
            }
            for item in difference.unread
        ],
        "report": _report(proposal),
    }


def _report(proposal: ChangeReport) -> dict[str, Any]:
    """The parts that people read, in the language of the handbook."""
    return {
        "language": proposal.language.code,
        "effect": proposal.effect.value,
        "verdict": proposal.verdict,
        "breaks": proposal.breaks,
        "notes": list(proposal.notes),
        "asked": [{"title": item.title, "mention": item.mention or None} for item in proposal.asked],
        "journeys": [_journey(proposal, item) for item in proposal.journeys],
        "others": [_row(proposal, item) for item in proposal.others],
        "more": proposal.more,
        "plan": list(map(_edit, proposal.plan)),
        "equal": [
            {**_edit(item.edit), "count": item.count, "where": list(item.where)} for item in proposal.equal
        ],
        "stillUsed": [
            {
                "title": item.title,
                "usedIn": list(item.places),
                "where": list(item.where),
                "more": item.more,
            }
            for item in proposal.used
        ],
        "questions": [
            {"rule": item.rule, "where": list(item.where), "more": item.more, "text": item.text}
            for item in proposal.questions
        ],
        "findings": {
            "new": list(map(_finding, proposal.new_findings)),
            "fixed": list(map(_finding, proposal.fixed_findings)),
        }
        if proposal.is_checked
        else None,
    }


def _journey(proposal: ChangeReport, journey: ToldJourney) -> dict[str, Any]:
    return {
        "subject": _subject(journey.subject),
        "title": journey.title,
        "former": journey.former or None,
        "isNew": journey.is_new,
        "isGone": journey.is_gone,
        "facts": list(map(_edit, journey.facts)),
        "lines": list(map(_edit, journey.lines)),
        "rows": [_row(proposal, item) for item in journey.rows],
        "more": journey.more,
        "usedIn": _used_in(proposal, journey.subject),
    }


def _row(proposal: ChangeReport, row: ChangedRow) -> dict[str, Any]:
    return {
        "subject": _subject(row.subject),
        "stage": row.stage or None,
        "step": row.step or None,
        "where": list(row.where),
        "former": row.former or None,
        "isNew": row.is_new,
        "isGone": row.is_gone,
        "effect": row.effect.value,
        "momentOfTruth": row.is_moment,
        "satisfaction": list(map(_edit, row.satisfaction)),
        "edits": list(map(_edit, row.edits)),
        "more": row.more,
        "usedIn": [] if row.stage else _used_in(proposal, row.subject),
    }


def _used_in(proposal: ChangeReport, subject: Subject) -> list[Any]:
    """The places that still use what a thing was."""
    things = (thing for thing in proposal.tree.things if thing.subject == subject)
    return [_position(place) for thing in things for told in thing.changes for place in told.change.uses]


def _subject(subject: Subject) -> dict[str, str]:
    return {"kind": subject.kind, "id": subject.id}


def _edit(edit: ToldEdit) -> dict[str, Any]:
    return {
        "label": edit.label or None,
        "old": edit.old or None,
        "new": edit.new or None,
        "text": edit.text or None,
        "note": edit.note or None,
    }


def _finding(found: FoundProblem) -> dict[str, str]:
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "text": found.text,
        "place": found.place,
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
