"""Look at changes from the other side: what was added was removed, what was old is new."""

from collections import Counter
from collections.abc import Iterable, Iterator

from journeybook.diff import Change

_PAIRS = {
    "added removed dropped": "there",
    "raised solved": "there",
    "used replaced": "there",
    "attached detached": "there",
    "joined left": "there",
    "given withdrawn changed fell rose touched": "value",
    "worsened eased": "value",
    "split merged": "parts",
    "mapped unmapped": "mapped",
}
"""The last words of kinds that are each other's mirror, or one sort of change."""
_WORDS = {word: sort for words, sort in _PAIRS.items() for word in words.split()}
_KINDS = {
    "opportunity-done": "status-value",
    "action-done": "status-value",
    "evidence-expired": "field-value",
    "reviewed": "review-value",
}
Side = tuple[str, ...]


def seen(changes: Iterable[Change], *, backwards: bool = False) -> Counter[Side]:
    """The changes without which of two mirrored kinds they are of, from one side or the other."""
    return Counter(_told(changes, backwards=backwards))


def _told(changes: Iterable[Change], *, backwards: bool) -> Iterator[Side]:
    found = tuple(changes)
    added = {(item.subject, item.stage, item.step) for item in found if item.kind == "step-added"}
    stages = {(item.subject, item.stage) for item in found if item.kind == "stage-added"}
    stayed = {(item.subject, item.where[-1]) for item in found if item.kind == "step-moved"}
    stayed |= {(item.subject, dict(item.values)["other"]) for item in found if item.kind == "step-split"}
    for change in found:
        step = change.subject, change.stage, change.step
        is_new = step in added or (step[:2] in stages and (change.subject, *change.where[1:2]) not in stayed)
        # pain points and opportunities of what was removed went with it
        if is_new and change.kind in {"pain-raised", "opportunity-added"}:
            continue
        sides = (change.new, change.old) if backwards else (change.old, change.new)
        yield (_sort(change), *sides)


def _sort(change: Change) -> str:
    known = _KINDS.get(change.kind)
    if change.field == "status" and change.kind.startswith("opportunity-"):
        known = "status-value"
    first, _, last = change.kind.rpartition("-")
    sort = known or (f"{first}-{_WORDS[last]}" if last in _WORDS else change.kind)
    return f"{sort} {change.field}" if sort == "field-value" else sort
