"""References of headers and CSV rows: whether what they name exists, and whether they make sense."""

from collections.abc import Iterator

from journeybook import model
from journeybook.catalogue import Catalogue, Journey
from journeybook.checks.names import Names, names_of, pain_points_of
from journeybook.findings import Finding, Place, nearest, quoted
from journeybook.load import Document
from journeybook.model import Use, references

_ROW_REFERENCES = ("metric", "journey", "stage", "touchpoint", "channel", "persona")


def unknown_references(catalogue: Catalogue) -> Iterator[Finding]:
    """References to things that do not exist."""
    names = names_of(catalogue)
    pains = pain_points_of(catalogue)
    for document in catalogue.folder.documents:
        if document.kind == "values":
            yield from _in_rows(document, names)
        elif document.record is not None:
            journey = catalogue.journeys.get(document.id) if document.kind == "journey" else None
            scope = _Scope(names, pains, journey)
            for use in references(document.record):
                message = scope.missing(use)
                if message:
                    yield document.finding(use.path, f"unknown-{use.kind}", message)


class _Scope:
    """What can be named from within one document."""

    def __init__(self, names: Names, pains: frozenset[str], journey: Journey | None) -> None:
        self._names = names
        self._pains = pains
        self._journey = journey
        self._steps = frozenset(step.record.id for step in journey.steps if step.record.id) if journey else frozenset()

    def missing(self, use: Use) -> str | None:
        match use.kind:
            case "step":
                return self._missing_step(use.id)
            case "pain-point":
                return self._missing_pain_point(use.id)
        if use.or_text and not model.is_id(use.id):
            return None
        message = self._names.missing(use.kind, use.id)
        return None if message and use.or_text and "Did you mean" not in message else message

    def _missing_step(self, name: str) -> str | None:
        if name in self._steps or name == "end":
            return None
        made = self._journey is not None and any(step.id == name for step in self._journey.steps)
        hint = f" Write 'id: {name}' into the step that is meant." if made else nearest(name, (*self._steps, "end"))
        return f"No step {quoted(name)} in this journey.{hint}"

    def _missing_pain_point(self, name: str) -> str | None:
        journey = self._journey.id if self._journey else ""
        if (name if "/" in name else f"{journey}/{name}") in self._pains:
            return None
        own = {pain.removeprefix(f"{journey}/") for pain in self._pains}
        return f"No pain point {quoted(name)} with a written id.{nearest(name, own)}"


def _in_rows(document: Document, names: Names) -> Iterator[Finding]:
    for line, value in document.values:
        for kind in _ROW_REFERENCES:
            name = getattr(value, kind)
            message = names.missing(kind, name) if name else None
            if message:
                place = Place(path=document.path, line=line)
                yield Finding(place=place, rule=f"unknown-{kind}", message=message)


def foreign_personas(catalogue: Catalogue) -> Iterator[Finding]:
    """Satisfaction and quotes of personas who exist but do not walk this journey."""
    for document in catalogue.folder.of_kind("journey"):
        if not isinstance(document.record, model.Journey):
            continue
        own = set(document.record.personas)
        for use in references(document.record):
            if use.kind == "persona" and "satisfaction" in use.path and use.id not in own:
                if use.id in catalogue.personas:
                    message = f"The journey does not name the persona {quoted(use.id)} under 'personas'."
                    yield document.finding(use.path, "foreign-persona", message)


def self_references(catalogue: Catalogue) -> Iterator[Finding]:
    """Journeys that name themselves as parent, sub-journey or what they are compared with."""
    for document in catalogue.folder.of_kind("journey"):
        if document.record is not None:
            for use in references(document.record):
                if use.kind == "journey" and use.id == document.id:
                    message = f"The journey names itself: {quoted(use.id)}."
                    yield document.finding(use.path, "self-reference", message)
