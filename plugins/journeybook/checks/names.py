"""The ids that exist, by kind: what a reference may name."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.catalogue import Catalogue, Journey
from journeybook.findings import nearest, quoted

_OF_HANDBOOK = ("stage", "channel", "team", "metric")


@dataclass(frozen=True, slots=True)
class Names:
    """Known ids of each kind; a kind whose source cannot be read is not known at all."""

    known: dict[str, frozenset[str]]

    def missing(self, kind: str, name: str) -> str | None:
        """Say that a thing does not exist, or return nothing if it does."""
        ids = self.known.get(kind)
        if ids is None or name in ids:
            return None
        return f"No {kind} {quoted(name)}.{nearest(name, ids) or _none_yet(kind, ids)}"


def _none_yet(kind: str, ids: Iterable[str]) -> str:
    """Say where the first thing of a kind is written, in a handbook that has none."""
    if any(ids):
        return ""
    if kind in _OF_HANDBOOK:
        return f" The {kind}s of a handbook are listed in 'handbook.yml'; there are none yet."
    folder = "" if kind == "journey" else f"{kind}s/"
    return f" There are no {kind}s yet; a {kind} is a file such as '{folder}name.md'."


def names_of(catalogue: Catalogue) -> Names:
    """Gather the ids of a handbook, those of files with problems included."""
    folder = catalogue.folder
    known = {
        kind: frozenset(document.id for document in folder.of_kind(kind))
        for kind in ("persona", "touchpoint", "journey")
    }
    handbook = next(folder.of_kind("handbook"), None)
    if handbook is None or handbook.record is not None:
        for kind in _OF_HANDBOOK:
            known[kind] = frozenset(getattr(catalogue, f"{kind}s"))
    return Names(known)


def stages_of(journey: Journey) -> frozenset[str]:
    """The ids by which the stages of a journey are known."""
    return frozenset(stage.id for stage in journey.stages)


def pain_points_of(catalogue: Catalogue) -> frozenset[str]:
    """All written ids of pain points, as journey-id/pain-id."""
    return frozenset(
        f"{visit.journey.id}/{pain.id}"
        for visit in catalogue.visits
        for pain in visit.step.pain_points
        if pain.record.id
    )


